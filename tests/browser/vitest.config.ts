import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['suites/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // a tenth of the processor's time went into collecting what tests leave behind
    execArgv: ['--max-semi-space-size=32'],
    maxWorkers: 1,
  },
});
