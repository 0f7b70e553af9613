import { defineConfig } from 'vitest/config';
import { WORKER_ARGUMENTS } from '../worker-arguments.js';

export default defineConfig({
  test: {
    include: ['suites/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    execArgv: WORKER_ARGUMENTS,
    maxWorkers: 1,
  },
});
