import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { BUILT_ALREADY, builtModules, WORKER_ARGUMENTS } from '../worker-arguments.js';

/** Suites that take longest; begun last, each would run alone at the end. */
const LONGEST = [
  ...[
    'workflows',
    'crash-settlement',
    'settlement',
    'new-repository',
    'infra',
    'search-git',
    'trust',
    'story',
    'crash',
    'records',
    'withdrawn',
  ],
  ...['gate-settlement', 'audit-ledger', 'audit', 'landing', 'gate', 'setup'],
].map((name) => `/suites/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((suite) => moduleId.endsWith(suite));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  resolve: builtModules(),
  test: {
    // These packages import JSON in a way that only bundlers understand.
    server: { deps: { inline: [/@actions\/(workflow-parser|languageservice)/], external: BUILT_ALREADY } },
    include: ['suites/**/*.test.ts'],
    // suites leave nothing behind, so that a process loads the program once for all of its own
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // every suite has a GitHub of its own and waits for git and the CLI much of its time
    execArgv: WORKER_ARGUMENTS,
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
  },
});
