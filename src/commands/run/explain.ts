import type { PeriodId } from '../../kernel/calendar.js';
import { inFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { everyLineBlocks, lineBlocks } from '../../report/explain.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { periodFor } from '../../running/period-score.js';
import { reportContext } from '../../running/report-context.js';
import { selectContract } from '../../running/select.js';
import { runInMemory } from '../../running/settlement-run.js';
import type { LedgerEntry } from '../../settlement/ledger-entry.js';
import { issue } from '../../words/issue.js';

export interface ExplainOptions {
  readonly contract: string;
  readonly period: PeriodId;
  readonly line: string | null;
}

/** `concord explain`: how lines came to their amounts, from the ledger, or from a preview where the period is not settled yet. */
export async function explain(context: CommandContext, options: ExplainOptions): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  let settled: readonly LedgerEntry[] = contract.ledger;
  let entry: LedgerEntry | undefined = settled.find((each) => each.statement.period === options.period);
  if (entry === undefined) {
    const period = periodFor(context, contract, options.period);
    if (typeof period !== 'string') return failed([period.issue], contract.texts, 2);
    const run = await runInMemory(context, contract, period);
    settled = [...contract.ledger, ...run.entries];
    entry = run.entries.find((each) => each.statement.period === period);
    if (entry === undefined) return failed(run.issues, contract.texts);
  }
  const { lines } = entry.statement;
  const chosen = options.line === null ? lines : lines.filter((line) => line.id === options.line);
  if (options.line !== null && chosen.length === 0) {
    const params = {
      found: options.line,
      period: options.period,
      contract: contract.id,
      expected: lines.map((line) => line.id).join(', '),
    };
    return failed([issue('unknown-line', inFile(`contracts/${contract.id}/contract.yaml`), params)], contract.texts, 2);
  }
  const before = settled.filter((each) => each.statement.period < options.period);
  const report = reportContext(entry, before, contract.events);
  const card = entry.statement;
  const [only] = chosen;
  const single = options.line !== null && only !== undefined ? only : null;
  const told: Report = {
    document: () => ({ period: options.period, lines: chosen }),
    blocks: (locale) => (single === null ? everyLineBlocks(chosen, card, report, locale) : lineBlocks(single, card, report, locale)),
  };
  return { ended: 0, report: told };
}
