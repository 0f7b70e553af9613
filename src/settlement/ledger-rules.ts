import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { asWarning, type Issue, inFile } from '../kernel/issue.js';
import { isZero, rational } from '../kernel/rational.js';
import { someOf } from '../kernel/some-of.js';
import { type IssueParams, issue } from '../words/issue.js';
import type { LedgerIssueCode } from '../words/ledger-issues.js';
import { lateDisputes } from './disputes.js';
import { carriedLines, type LedgerEntry } from './ledger-entry.js';
import { type CarriedLine, takesMilestone } from './line-life.js';
import { gapsIn } from './place-faults.js';
import { gapIssue } from './replay-target.js';
import { timeline } from './timeline.js';
import { unlistedLines } from './without-effect/unlisted-lines.js';
import { withoutEffect } from './without-effect/without-effect.js';

/**
 * Rules about a contract and its events that need its history: what the check of the files alone cannot know.
 * @param written the event that is being filed: what never can have an effect is refused there. What has come in is a record that nobody
 * takes away: it has no effect, and stops nothing.
 */
export function checkAgainstLedger(
  folder: string,
  terms: Terms,
  events: readonly ContractEvent[],
  ledger: readonly LedgerEntry[],
  written: string | null = null,
): Issue[] {
  const idle = withoutEffect(folder, { terms, events, ledger }).map((each) => (each.at.path === written ? each : asWarning(each)));
  const first = ledger[0];
  if (first === undefined) return idle;
  const issues: Issue[] = [];
  const add = <Code extends LedgerIssueCode>(path: string, code: Code, params: IssueParams<Code>) => {
    issues.push(issue(code, inFile(`${folder}/${path}`), params));
  };
  const { contract } = terms;
  if (contract.currency !== first.statement.currency) {
    add('contract.yaml', 'settled-currency-changed', { found: contract.currency, expected: first.statement.currency });
  }
  // By the terms that it was settled on: where the first statement is not of their first period, that one is missing from the ledger.
  const [start, settledStart] = [contract, first.terms.contract].map((each) => timeline(each, []).periods[0]?.id ?? '-');
  if (start !== settledStart) add('contract.yaml', 'settled-calendar-changed', { found: start ?? '-', expected: settledStart ?? '-' });
  // A balance that leaves statements out would be nobody's.
  issues.push(...gapsIn(ledger, events).map((gap) => gapIssue({ path: `${folder}/ledger/${gap.found}` }, gap)));
  const statements = ledger.map((entry) => entry.statement);
  for (const { dispute, lastDay } of lateDisputes(events, statements, contract)) {
    const { period, line, date } = dispute;
    add(`events/${dispute.file}`, 'dispute-too-late', { period, line, date, lastDay });
  }
  for (const { event, listed, isSure } of unlistedLines(events, statements)) {
    const { period, line } = event;
    const at = inFile(`${folder}/events/${event.file}`);
    const unlisted =
      listed.length === 0
        ? issue('statement-without-lines', at, { period, line })
        : issue('line-not-listed', at, { period, line, ids: someOf(listed) });
    issues.push(isSure ? unlisted : asWarning(unlisted));
  }
  for (const { resolution, period, paidIn } of paidTwice(terms, events, ledger)) {
    add(`events/${resolution.file}`, 'resolution-pays-twice', {
      amount: resolution.amount,
      period,
      paidIn: paidIn.period,
      line: paidIn.line,
    });
  }
  return [...issues, ...idle];
}

/** A resolution that pays a milestone which another period's line has taken already. */
interface PaidTwice {
  readonly resolution: EventOf<'resolution'>;
  readonly period: PeriodId;
  readonly paidIn: CarriedLine;
}

function paidTwice({ contract }: Terms, events: readonly ContractEvent[], ledger: readonly LedgerEntry[]): PaidTwice[] {
  const milestones = new Set(contract.fees.flatMap((fee) => (fee.kind === 'milestone' ? [fee.id] : [])));
  return events.flatMap((resolution): PaidTwice[] => {
    if (resolution.kind !== 'resolution' || resolution.amount.startsWith('-') || isZero(rational(resolution.amount))) return [];
    const dispute = events.find((event) => event.kind === 'dispute' && event.file === resolution.answers);
    if (dispute?.kind !== 'dispute' || !milestones.has(dispute.line)) return [];
    const paidIn = carriedLines(ledger).find(
      ({ line, period, life }) => line === dispute.line && period !== dispute.period && takesMilestone(life),
    );
    return paidIn === undefined ? [] : [{ resolution, period: dispute.period, paidIn }];
  });
}
