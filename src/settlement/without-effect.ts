import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import { addDays } from '../kernel/calendar.js';
import { disputableIn } from './disputable.js';
import { trueUpId } from './disputes.js';
import { carriedLines, type LedgerEntry } from './ledger-entry.js';
import type { Statement } from './model.js';

/** A dispute or correction of a line that the statement it names does not have. */
export interface UnlistedLine {
  readonly event: EventOf<'dispute'> | EventOf<'correction'>;
  readonly listed: readonly string[];
  /** Whether it had surely not come before the statement, so that whoever filed it could know its lines. */
  readonly isSure: boolean;
}

/** Days by which the date in an event's name may be ahead of the day on which it came. */
const LEEWAY = 1;

/** Disputes and corrections filed after the statement of their period had been settled without their line. */
export function unlistedLines(events: readonly ContractEvent[], statements: readonly Statement[]): UnlistedLine[] {
  return events.flatMap((event): UnlistedLine[] => {
    if (event.kind !== 'dispute' && event.kind !== 'correction') return [];
    const statement = statements.find(({ period }) => period === event.period);
    if (statement === undefined || event.date <= statement.asOf) return [];
    const listed = disputableIn(statement).map(({ id }) => id);
    return listed.includes(event.line) ? [] : [{ event, listed, isSure: event.date > addDays(statement.asOf, LEEWAY) }];
  });
}

/** What a review acknowledges although nothing waits for it. */
export interface IdleAcknowledgement {
  readonly review: EventOf<'review'>;
  readonly id: string;
  /** What does wait, by the last statement: `<id>`, a true-up with the party that can release it. */
  readonly waiting: readonly string[];
}

/**
 * What reviews that no statement has counted yet acknowledge without effect: true-ups that do not wait, or wait for the other
 * party, anomalies of settled days that no statement lists or of days to come, and reconciliations that hold, which no review releases.
 */
export function idleAcknowledgements(
  terms: Terms,
  events: readonly ContractEvent[],
  ledger: readonly LedgerEntry[],
): IdleAcknowledgement[] {
  const last = ledger.at(-1)?.statement;
  if (last === undefined) return [];
  const counted = new Set(ledger.flatMap(({ statement }) => statement.events.map(({ file }) => file)));
  const trueUps = carriedLines(ledger).flatMap(({ period, line, life }) =>
    life.state === 'waiting'
      ? [{ id: trueUpId(period, line), party: life.moves.startsWith('-') ? 'provider' : 'brand', since: life.since }]
      : [],
  );
  const anomalies = ledger.flatMap(({ statement }) => statement.anomalies.filter(({ reviewed }) => !reviewed).map(({ id }) => id));
  const breaches = last.reconcile.filter((rule) => rule.breached && rule.onBreach === 'flag' && !rule.reviewed).map(({ id }) => id);
  const settledUpTo = ledger.reduce((day, { statement }) => ((statement.to ?? '') > day ? (statement.to ?? '') : day), '');
  const holding = new Set(terms.definitions.reconcile.flatMap((rule) => (rule.onBreach === 'hold' ? [rule.id] : [])));
  const isIdle = (review: EventOf<'review'>, id: string): boolean => {
    if (id.startsWith('true-up/')) {
      return !trueUps.some((each) => each.id === id && each.party === review.party && each.since <= review.date);
    }
    const day = id.split('@')[1];
    if (day === undefined) return holding.has(id);
    // A day to come nobody has looked at.
    return day >= review.date || (day <= settledUpTo && !anomalies.includes(id));
  };
  const waiting = [...trueUps.map(({ id, party }) => `${id} (${party})`), ...new Set(anomalies), ...breaches];
  return events.flatMap((event) => {
    if (event.kind !== 'review' || counted.has(event.file)) return [];
    return event.acknowledges.filter((id) => isIdle(event, id)).map((id) => ({ review: event, id, waiting }));
  });
}
