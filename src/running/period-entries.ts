import type { PeriodId } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import type { Outcome } from '../media/outcome.js';
import { type Preview, previewOf } from '../report/preview-note.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { CommandContext } from './context.js';
import { failed } from './issue-output.js';
import { periodFor } from './period-score.js';
import type { ReadContract } from './repository.js';
import { afterContract, isPeriod, selectContract } from './select.js';
import { type RunResult, runInMemory } from './settlement-run.js';

/** A period to look back on, with every statement up to it. */
export type LookedBack =
  | {
      readonly contract: ReadContract;
      readonly period: PeriodId;
      /** The ledger, and what was settled in memory where the period is not in it. */
      readonly entries: readonly LedgerEntry[];
      /** Null where the period is settled. */
      readonly preview: Preview | null;
      readonly issues: readonly Issue[];
    }
  | { readonly contract: null; readonly refused: Outcome };

/**
 * What a command that looks back on a period reads: the contract that is named or the only one, the period that is named or the last that
 * is settled. Reads the ledger, and the warehouse for what is not in it; writes nothing.
 */
export async function lookBack(
  context: CommandContext,
  asked: { readonly contract: string | null; readonly period: string | null },
): Promise<LookedBack> {
  const refused = (issues: readonly Issue[], of: ReadContract | null, ended: 1 | 2 = 1): LookedBack => ({
    contract: null,
    refused: failed(issues, of?.texts ?? new Map(), ended),
  });
  const typed = [asked.contract, asked.period].flatMap((word) => word ?? []);
  const { contract: named, rest } = await afterContract(context, typed, isPeriod);
  const { contract, issues } = await selectContract(context, named, { until: context.asOf }, rest);
  if (contract === null) return refused(issues, null, 2);
  if (contract.folder === null) return refused(contract.issues, contract);
  const wanted = rest[0] ?? contract.ledger.findLast(({ statement }) => !statement.tail)?.statement.period ?? null;
  const period = periodFor(context, contract, wanted);
  if (typeof period !== 'string') return refused([period.issue], contract, 2);
  const { entries, issues: unmeasured } = await entriesUpTo(context, contract, period);
  return { contract, period, entries, preview: previewIn(entries, contract, period), issues: unmeasured };
}

/** What is told of a period in the first place where it is not in the ledger; null where it is, or could not be measured. */
export function previewIn(entries: readonly LedgerEntry[], { ledger }: ReadContract, period: PeriodId): Preview | null {
  if (ledger.some(({ statement }) => statement.period === period)) return null;
  const entry = entries.find(({ statement }) => statement.period === period);
  return entry === undefined ? null : previewOf(entry.statement, entry.terms.contract.calendar.timezone);
}

async function entriesUpTo(context: CommandContext, contract: ReadContract, period: PeriodId): Promise<RunResult> {
  const { ledger } = contract;
  if (ledger.some(({ statement }) => statement.period === period)) return { entries: ledger, issues: [] };
  const { entries, issues } = await runInMemory(context, contract, period);
  return { entries: [...ledger, ...entries], issues };
}
