import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { type IssueParams, issue } from '../words/issue.js';
import type { LedgerIssueCode } from '../words/ledger-issues.js';
import type { LedgerEntry } from './ledger-entry.js';
import { type LedgerFolder, ledgerFile } from './ledger-files.js';
import { type Target, targetAfter, timeline } from './timeline.js';

/*
 * Whether a statement could follow the one before it: the next period, not before it was due, under terms of the same
 * relationship, with every event that was counted before.
 */

/** What is wrong with a statement's place after the one before it; null: it is the first of the ledger. */
export function placeIssues(
  folder: LedgerFolder,
  entry: LedgerEntry,
  previous: LedgerEntry | null,
  events: readonly ContractEvent[],
): readonly Issue[] {
  const { statement } = entry;
  const targets = possibleTargets(entry.terms, events, previous?.statement.period ?? null);
  const mine = targets.filter(({ period }) => period === statement.period);
  const [target = null] = targets;
  if (mine.length === 0) return [gap(folder, statement.period, target?.period ?? null)];
  const issues: Issue[] = [...termsIssues(folder, entry, previous)];
  const { period } = statement;
  const add = <Code extends LedgerIssueCode>(code: Code, params: IssueParams<Code>) =>
    issues.push(issue(code, inFile(ledgerFile(folder, 'statement.json')), params));
  const days = (from: string | null, to: string | null) => `${from ?? '-'} … ${to ?? '-'}`;
  const found = days(statement.from, statement.to);
  const expected = mine.map(({ inForce }) => days(inForce?.inForce.from ?? null, inForce?.inForce.to ?? null));
  if (!expected.includes(found)) add('ledger-days', { period, found, expected: expected[0] ?? '-' });
  const dueOn = mine.map((each) => each.dueOn).sort()[0] ?? statement.asOf;
  if (statement.asOf < dueOn) add('ledger-not-due', { period, asOf: statement.asOf, dueOn });
  if (previous !== null && statement.asOf < previous.statement.asOf) {
    add('ledger-as-of-back', { period, asOf: statement.asOf, expected: previous.statement.asOf, after: previous.statement.period });
  }
  const counted = new Set(statement.events.map(({ file }) => file));
  for (const { file } of previous?.statement.events ?? []) {
    if (!counted.has(file)) add('ledger-event-left-out', { period, event: file, by: previous?.statement.period ?? '-' });
  }
  return issues;
}

/**
 * What may have been settled next. A statement that was proposed before a termination came keeps its days, and counts the
 * termination: so each termination may have been known, or not.
 */
function possibleTargets(terms: Terms, events: readonly ContractEvent[], settled: PeriodId | null): Target[] {
  const terminations = events.filter((event) => event.kind === 'termination');
  const known = [terminations, ...terminations.map((one) => [one]), []];
  return known.flatMap((each) => targetAfter(terms.contract, timeline(terms.contract, each), settled) ?? []);
}

/** Periods are settled one after the other: what is missing is accused, not what comes after it. */
function gap({ path }: LedgerFolder, period: PeriodId, missing: PeriodId | null): Issue {
  const isMissing = missing !== null && missing < period;
  const place = isMissing ? `${path.slice(0, path.lastIndexOf('/'))}/${missing}` : path;
  return issue('ledger-gap', inFile(ledgerFile({ path: place }, 'statement.json')), {
    period: isMissing ? missing : period,
    found: period,
    missing: missing ?? '-',
  });
}

/** Contract, currency and the calendar's first period hold for good once a period is settled. */
function termsIssues(folder: LedgerFolder, { terms }: LedgerEntry, previous: LedgerEntry | null): Issue[] {
  if (previous === null) return [];
  const kept = (of: Terms) => [of.contract.id, of.contract.currency, timeline(of.contract, []).periods[0]?.id ?? '-'];
  const before = kept(previous.terms);
  return kept(terms).flatMap((found, index) => {
    const expected = before[index] ?? '-';
    return found === expected
      ? []
      : [issue('ledger-terms-kept', inFile(ledgerFile(folder, 'terms.json')), { period: folder.period, found, expected })];
  });
}
