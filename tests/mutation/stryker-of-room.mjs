import { fileURLToPath } from 'node:url';
import { roomOf } from './rooms.mjs';
import { settings } from './settings.mjs';

export default {
  mutate: roomOf(settings).mutate,
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest-of-room.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('plugin.mjs', import.meta.url))],
  checkers: ['sample'],
  reporters: ['lines', 'progress-append-only'],
  coverageAnalysis: 'perTest',
  // what runs once, when a module is loaded, would have every test run again; `run.mjs` says how many these are
  ignoreStatic: true,
  concurrency: 1,
  // a slow machine is no assertion
  timeoutMS: 20_000,
  disableTypeChecks: false,
  tempDirName: settings.sandboxes,
  // what no room's tests read
  ignorePatterns: ['bench', 'build', 'policy', 'tests/{browser,cloud,conformance,forge,suites}'],
};
