import { defineConfig } from 'vitest/config';
import { BUILT_ALREADY, builtModules, WORKER_ARGUMENTS } from '../worker-arguments.js';

export default defineConfig({
  resolve: builtModules(),
  test: {
    include: ['suites/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // suites leave nothing behind, so that a process loads the program once for all of its own
    isolate: false,
    execArgv: WORKER_ARGUMENTS,
    server: { deps: { external: BUILT_ALREADY } },
    // one evaluator and its data per file; two files at a time are all that small machines bear
    maxWorkers: 2,
  },
});
