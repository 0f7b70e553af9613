import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['suites/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // every suite has a GitHub of its own and starts the CLI often; two files at a time are all that small machines bear
    maxWorkers: 2,
  },
});
