import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['suites/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // every suite has a GitHub of its own and waits for git and the CLI much of its time
    maxWorkers: 3,
  },
});
