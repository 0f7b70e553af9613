import { defineConfig } from 'vitest/config';
import { AS_PEOPLE_LOAD, WORKER_ARGUMENTS } from '../worker-arguments.js';

export default defineConfig({
  ssr: AS_PEOPLE_LOAD,
  test: {
    include: ['suites/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    execArgv: WORKER_ARGUMENTS,
    maxWorkers: 2,
  },
});
