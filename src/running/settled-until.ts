import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { wideMadePlain } from '../contract/meant/characters.js';
import { quote } from '../contract/quote.js';
import type { PeriodId } from '../kernel/calendar.js';
import { type Issue, inNoFile } from '../kernel/issue.js';
import type { Outcome } from '../media/outcome.js';
import { causesOf } from '../settlement/findings.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { LedgerFolder } from '../settlement/ledger-files.js';
import { replayLedger } from '../settlement/replay.js';
import { issue } from '../words/issue.js';
import type { CommandContext } from './context.js';
import { failed } from './issue-output.js';
import { replayTools } from './replay-proposed.js';
import { ledgerTextsOf, type ReadContract } from './repository.js';
import { afterContract, isPeriod, selectContract } from './select.js';

/** A settled period and all that it goes on from. */
export interface SettledUntil {
  readonly entry: LedgerEntry;
  /** The periods before it, ascending. */
  readonly before: readonly LedgerEntry[];
  /** The events that it counted. */
  readonly events: readonly ContractEvent[];
  /** Its files as they stand. */
  readonly folder: LedgerFolder;
}

/** The ledger up to a period, once a replay has found nothing wrong with it: what does not hold is given to nobody as if it did. */
export function settledUntil(
  { version }: CommandContext,
  contract: ReadContract,
  period: PeriodId,
): SettledUntil | { readonly refused: Outcome } {
  const folders = contract.ledgerFolders.filter((folder) => folder.period <= period);
  const { entries, issues } = replayLedger(folders, replayTools(contract, version));
  if (issues.length > 0) return { refused: failed(causesOf(issues), textsOf(contract)) };
  const [entry, folder] = [entries.at(-1), folders.at(-1)];
  if (entry?.statement.period === period && folder !== undefined) {
    const counted = new Set(entry.statement.events.map(({ file }) => file));
    const events = contract.events.filter(({ file }) => counted.has(file));
    return { entry, before: entries.slice(0, -1), events, folder };
  }
  return { refused: failed([notSettled(contract, period)], contract.texts, 2) };
}

/**
 * A settled period as it is typed: of the contract that is named, or the only one; the one named, or the last.
 * @returns refused: why there is none, or what its replay has found.
 */
export async function settledPeriod(
  context: CommandContext,
  typed: { readonly contract: string | null; readonly period: string | null },
): Promise<{ readonly contract: ReadContract; readonly settled: SettledUntil } | { readonly refused: Outcome }> {
  const words = [typed.contract, typed.period].flatMap((word) => word ?? []);
  const { contract: named, rest } = await afterContract(context, words, isPeriod);
  const { contract, issues } = await selectContract(context, named, {}, rest);
  if (contract === null) return { refused: failed(issues, new Map(), 2) };
  const period = rest[0] ?? contract.ledger.at(-1)?.statement.period;
  if (period === undefined) return { refused: failed([notSettled(contract, null)], contract.texts, 2) };
  const settled = settledUntil(context, contract, period);
  return 'refused' in settled ? settled : { contract, settled };
}

/** There is no settled period of that name; none at all, where nothing is settled. */
export function notSettled({ id, ledger }: ReadContract, wanted: string | null): Issue {
  const periods = ledger.map(({ statement }) => statement.period);
  const [first, last = first] = [periods[0], periods.at(-1)];
  if (wanted === null || first === undefined || last === undefined) return issue('nothing-settled', inNoFile('period'), { contract: id });
  const expected = first === last ? first : `${first} … ${last}`;
  return issue('period-unsettled', inNoFile('period'), { found: wanted, contract: id, expected });
}

/** There is no settled period of a year: the years that have one, or the one that was most likely meant. */
export function noneOfYear({ id, ledger }: ReadContract, wanted: string): Issue {
  const at = inNoFile('--year');
  const years = [...new Set(ledger.map(({ statement }) => statement.period.slice(0, 4)))];
  if (years.length === 0) return issue('nothing-settled', inNoFile('period'), { contract: id });
  if (/^\d{4}$/.test(wanted)) return issue('year-unsettled', at, { found: wanted, contract: id, expected: years });
  const meant = years.filter((year) => wideMadePlain(wanted).match(/\d+/)?.[0] === year);
  return issue('year-malformed', at, { found: quote(wanted), expected: meant.length === 0 ? years : meant });
}

function textsOf(contract: ReadContract): ReadonlyMap<string, string> {
  return new Map([...contract.texts, ...ledgerTextsOf(contract)]);
}
