import type { PeriodId } from '../../kernel/calendar.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Against } from '../../outlook/against.js';
import { whyOf } from '../../outlook/why.js';
import { whyBlocks } from '../../report/why.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { periodFor } from '../../running/period-score.js';
import type { ReadContract } from '../../running/repository.js';
import { afterContract, isPeriod, selectContract } from '../../running/select.js';
import { type RunResult, runInMemory } from '../../running/settlement-run.js';

export interface WhyOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  /** Null: the last that is settled. */
  readonly period: string | null;
  readonly against: Against;
}

/**
 * `concord why`: what moved with what in a period, from its statement, or from a preview where it is not settled yet. Reads the ledger,
 * and the warehouse for what is not in it; writes nothing.
 */
export async function why(context: CommandContext, options: WhyOptions): Promise<Outcome> {
  const typed = [options.contract, options.period].flatMap((word) => word ?? []);
  const { contract: named, rest } = await afterContract(context, typed, isPeriod);
  const { contract, issues } = await selectContract(context, named);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const wanted = rest[0] ?? contract.ledger.findLast(({ statement }) => !statement.tail)?.statement.period ?? null;
  const period = periodFor(context, contract, wanted);
  if (typeof period !== 'string') return failed([period.issue], contract.texts, 2);
  const { entries, issues: unmeasured } = await entriesUpTo(context, contract, period);
  const found = whyOf({ entries, events: contract.events, period, against: options.against });
  const terms = entries.find(({ statement }) => statement.period === period)?.terms;
  if (found === null || terms === undefined) return failed(unmeasured, contract.texts);
  const report: Report = { document: () => found, blocks: (locale) => whyBlocks(found, terms, locale) };
  return { ended: 0, report };
}

/** The ledger, and what is settled in memory where the period is not in it. */
async function entriesUpTo(context: CommandContext, contract: ReadContract, period: PeriodId): Promise<RunResult> {
  const { ledger } = contract;
  if (ledger.some(({ statement }) => statement.period === period)) return { entries: ledger, issues: [] };
  const { entries, issues } = await runInMemory(context, contract, period);
  return { entries: [...ledger, ...entries], issues };
}
