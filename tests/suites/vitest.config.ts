import { defineConfig } from 'vitest/config';
import { AS_PEOPLE_LOAD, BUILT_ALREADY, builtModules, WORKER_ARGUMENTS } from '../worker-arguments.js';

export default defineConfig({
  resolve: builtModules(),
  ssr: AS_PEOPLE_LOAD,
  test: {
    include: ['suites/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    execArgv: WORKER_ARGUMENTS,
    server: { deps: { external: BUILT_ALREADY } },
    maxWorkers: 2,
  },
});
