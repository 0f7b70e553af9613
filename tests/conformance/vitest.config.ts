import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['suites/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // suites leave nothing behind, so that a process loads the program once for all of its own
    isolate: false,
    // a tenth of the processor's time went into collecting what tests leave behind
    execArgv: ['--max-semi-space-size=32'],
    // one evaluator and its data per file; two files at a time are all that small machines bear
    maxWorkers: 2,
  },
});
