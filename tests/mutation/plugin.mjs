import { appendFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { isDrawn, keyOf } from './sample.mjs';
import { settings } from './settings.mjs';

const PASSED = { status: 'passed' };
/** Stryker has no word for "not drawn": it lists these as not compiling, which leaves them out of its score too. */
const LEFT_OUT = { status: 'compileError', reason: 'not in the sample' };

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
// checkers run in the sandbox and count lines and columns from 0; reporters run in the repository and count from 1
const fromOne = ({ line, column }) => ({ line: line + 1, column: column + 1 });
const named = (mutant) => keyOf({ ...mutant, fileName: relative(REPOSITORY, resolve(REPOSITORY, mutant.fileName)) });

const again = new Set(settings.again ?? []);
const isWanted = (key) => again.has(key) || isDrawn(key, settings);

/** Lets only the mutants of the sample come to the tests. */
class SampleChecker {
  async init() {
    // nothing to be made ready
  }

  async check(mutants) {
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        isWanted(named({ ...mutant, location: { start: fromOne(mutant.location.start), end: fromOne(mutant.location.end) } }))
          ? PASSED
          : LEFT_OUT,
      ]),
    );
  }

  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}

/** Writes each mutant's fate as it is known, one a line: a run that is stopped has not run for nothing. */
class LineReporter {
  onMutantTested({ status, statusReason, static: isStatic, killedBy, coveredBy, ...mutant }) {
    const key = named(mutant);
    if (status === 'CompileError' || !isWanted(key)) return;
    const line = { key, status, isStatic, killedBy: killedBy?.[0], covered: coveredBy?.length, reason: statusReason?.slice(0, 300) };
    appendFileSync(settings.out, `${JSON.stringify(line)}\n`);
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker),
  declareClassPlugin(PluginKind.Reporter, 'lines', LineReporter),
];
