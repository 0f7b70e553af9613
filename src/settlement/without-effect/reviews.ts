import type { EventOf } from '../../contract/event-kinds/event-kinds.js';
import type { LocalDate } from '../../kernel/calendar.js';
import type { Party } from '../../kernel/party.js';
import { remembered } from '../../kernel/remembered.js';
import { issue } from '../../words/issue.js';
import { trueUpId } from '../disputes.js';
import { carriedLines } from '../ledger-entry.js';
import { someOf } from '../some-of.js';
import type { Judge, Scene } from './scene.js';

/** What waits for a review after the last statement. */
interface Waiting {
  /** Large true-ups with the party that can release them. */
  readonly trueUps: readonly { readonly id: string; readonly party: Party; readonly since: LocalDate }[];
  readonly anomalies: readonly string[];
  readonly breaches: readonly string[];
  readonly settledUpTo: LocalDate;
  /** Reconciliations that only data release. */
  readonly holding: ReadonlySet<string>;
}

/**
 * What a review acknowledges without effect: true-ups that do not wait, or wait for the other party, anomalies of settled days that no
 * statement lists or of days to come, and reconciliations that hold, which no review releases.
 */
export const reviewWithoutEffect: Judge<'review'> = (review, scene, at) => {
  const last = scene.ledger.at(-1)?.statement;
  if (last === undefined) return [];
  const waiting = waitingIn(scene);
  const { trueUps, anomalies, breaches } = waiting;
  const ids = someOf([...trueUps.map(({ id, party }) => `${id} (${party})`), ...anomalies, ...breaches]);
  return review.acknowledges
    .filter((id) => isIdle(review, id, waiting))
    .map((id) => issue('acknowledges-nothing', at, { id, period: last.period, ids }));
};

function isIdle(review: EventOf<'review'>, id: string, { trueUps, anomalies, settledUpTo, holding }: Waiting): boolean {
  if (id.startsWith('true-up/')) {
    return !trueUps.some((each) => each.id === id && each.party === review.party && each.since <= review.date);
  }
  const day = id.split('@')[1];
  if (day === undefined) return holding.has(id);
  // A day to come nobody has looked at.
  return day >= review.date || (day <= settledUpTo && !anomalies.includes(id));
}

const waitingIn = remembered(({ terms, ledger }: Scene): Waiting => {
  const trueUps = carriedLines(ledger).flatMap(({ period, line, life }): Waiting['trueUps'] =>
    life.state === 'waiting'
      ? [{ id: trueUpId(period, line), party: life.moves.startsWith('-') ? 'provider' : 'brand', since: life.since }]
      : [],
  );
  const anomalies = ledger.flatMap(({ statement }) => statement.anomalies.filter(({ reviewed }) => !reviewed).map(({ id }) => id));
  const last = ledger.at(-1)?.statement.reconcile ?? [];
  const breaches = last.filter((rule) => rule.breached && rule.onBreach === 'flag' && !rule.reviewed).map(({ id }) => id);
  const settledUpTo = ledger.reduce((day, { statement }) => ((statement.to ?? '') > day ? (statement.to ?? '') : day), '');
  const holding = new Set(terms.definitions.reconcile.flatMap((rule) => (rule.onBreach === 'hold' ? [rule.id] : [])));
  return { trueUps, anomalies: [...new Set(anomalies)], breaches, settledUpTo, holding };
});
