import { defineConfig } from 'vitest/config';
import { BUILT_ALREADY, builtModules, WORKER_ARGUMENTS } from '../worker-arguments.js';

export default defineConfig({
  resolve: builtModules(),
  test: {
    include: ['suites/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    execArgv: WORKER_ARGUMENTS,
    server: { deps: { external: BUILT_ALREADY } },
    maxWorkers: 1,
  },
});
