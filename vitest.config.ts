import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { AS_PEOPLE_LOAD, BUILT_ALREADY, builtModules, WORKER_ARGUMENTS } from './tests/worker-arguments.js';

/** Short files that take long: vitest begins with the largest file where it has no times from before, and would run these alone at the end. */
const LONG = [
  ...['oracle/search', 'settlement/line-walks', 'docs/first-hour', 'words/catalogues', 'hostile/secrets', 'commands/packed'],
  ...['commands/new-issues', 'settlement/forgeries', 'sample/story', 'contract/fuzz'],
].map((name) => `/tests/${name}.test.ts`);

/** Tests of the contracts that the engine ships. A repository made from this one takes them away, and its own are none of the engine's. */
const OF_THE_SAMPLES = ['commands/check-cloud', 'commands/doctor', 'commands/packed', 'forms/set-target', 'hostile/findings', 'packs/packs', 'sample/contracts', 'sample/story', 'sample/template-data'];
const samples = existsSync(new URL('contracts/acme-linkstar-us/contract.yaml', import.meta.url));

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(name));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Packages of their own, with their own configuration; tests of samples that are not there. */
const ELSEWHERE = [
  ...['tests/browser/**', 'tests/conformance/**', 'tests/forge/**', 'tests/mutation/**', 'tests/suites/**'],
  ...(samples ? [] : OF_THE_SAMPLES.map((name) => `tests/${name}.test.ts`)),
];
/** Tests that put other modules in the place of the program's: each has a process of its own. */
const REPLACING = ['tests/words/other-words.test.ts', 'tests/report/issues.test.ts', 'tests/shell/take-in.test.ts'];

export default defineConfig({
  ssr: AS_PEOPLE_LOAD,
  test: {
    projects: [
      // These leave nothing behind, so that a process loads the program once for all files that it runs.
      {
        extends: true,
        resolve: builtModules(),
        test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: [...ELSEWHERE, ...REPLACING], isolate: false },
      },
      { extends: true, test: { name: 'replacing', include: REPLACING } },
    ],
    execArgv: WORKER_ARGUMENTS,
    server: { deps: { external: BUILT_ALREADY } },
    sequence: { sequencer: LongFirst },
    // many tests wait for processes of their own; limits are for what never ends, also where others keep the machine busy
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
