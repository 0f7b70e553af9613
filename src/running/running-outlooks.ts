import { ShellError } from '../ports/failure.js';
import type { CommandContext } from './context.js';
import { outlookFrom, runWithOutlook } from './outlook-run.js';
import { periodFor } from './period-score.js';
import type { ReadContract } from './repository.js';
import { runTogether } from './settlement-run.js';

/** The outlooks of contracts whose period is running, measured together; or why there is none of one. */
export async function outlooksOf(context: CommandContext, contracts: readonly ReadContract[]): Promise<ReturnType<typeof outlookFrom>[]> {
  const runs = contracts.flatMap((contract) => {
    const period = contract.folder === null ? null : periodFor(context, contract, null);
    if (typeof period !== 'string') return [];
    const run = runWithOutlook(context, contract, period);
    return run.besides === undefined ? [] : [{ run, period }];
  });
  const results = await runTogether(runs.map(({ run }) => run));
  return runs.map(({ run, period }, index) => {
    const result = results[index] ?? { entries: [], issues: [] };
    return result instanceof ShellError ? { outlook: null, issues: result.issues } : outlookFrom(run, period, result, new Map());
  });
}
