import type { EventOf } from '../../contract/event-kinds/event-kinds.js';
import type { LocalDate, PeriodId } from '../../kernel/calendar.js';
import type { Issue, Position } from '../../kernel/issue.js';
import { otherParty, type Party } from '../../kernel/party.js';
import { remembered } from '../../kernel/remembered.js';
import { someOf } from '../../kernel/some-of.js';
import { issue } from '../../words/issue.js';
import { trueUpId } from '../disputes.js';
import { waitingExcesses } from '../excess.js';
import { carriedLines } from '../ledger-entry.js';
import { costsOf, countsFrom } from '../line-life.js';
import { everyTerms, filedBefore, type Judge, type Scene, timelineOf } from './scene.js';

/** What waits for a review after the last statement. */
interface Waiting {
  /** Large true-ups with the party that can release them, until the day from which they count without it. */
  readonly trueUps: readonly { readonly id: string; readonly party: Party; readonly since: LocalDate; readonly until: LocalDate }[];
  /** What exceeds its limit, which the brand releases. */
  readonly excesses: readonly string[];
  readonly anomalies: readonly string[];
  /** Those of earlier statements that the last one does not list as open: they have been reviewed, or other data have come. */
  readonly closed: ReadonlySet<string>;
  /** Every anomaly that a statement listed, reviewed or not. */
  readonly found: ReadonlySet<string>;
  readonly breaches: readonly string[];
  readonly settledUpTo: LocalDate;
  /** Reconciliations that only data release. */
  readonly holding: ReadonlySet<string>;
  /** Fees that have a limit which can be exceeded. */
  readonly limited: ReadonlySet<string>;
}

/**
 * What a review acknowledges without effect: anomalies that are open no more, true-ups that do not wait, or wait for the other party, what exceeds a limit where the brand does
 * not say it, anomalies of settled days that no statement lists or of days to come, and reconciliations that hold, which no review releases.
 * And with more effect than who files it may know: comparisons of a period that still runs.
 */
export const reviewWithoutEffect: Judge<'review'> = (review, scene, at) => {
  const last = scene.ledger.at(-1)?.statement;
  const ahead = aheadIssues(review, scene, at);
  if (last === undefined) return ahead;
  const waiting = waitingOn(scene, review.date);
  const again = review.acknowledges.flatMap((id) => againIn(review, id, scene) ?? []);
  const idle = review.acknowledges.filter((id) => isIdle(review, id, waiting) && !again.some((each) => each.id === id));
  const others = idle.filter((id) => waitsForOther(review, id, waiting));
  return [
    ...ahead,
    ...earlyIssues(review, scene, at),
    ...again.map(({ id, file }) => issue('acknowledged-already', at, { id, file })),
    ...review.acknowledges
      .filter((id) => waiting.closed.has(id) && !again.some((each) => each.id === id))
      .map((id) => issue('acknowledges-closed', at, { id, period: last.period })),
    ...others.map((id) => issue('acknowledged-by-other', at, { id, party: `@side.${otherParty(review.party ?? 'brand')}` })),
    ...idleIssues(
      idle.filter((id) => !others.includes(id)),
      waiting,
      last.period,
      at,
    ),
  ];
};

/** What a review releases of what it acknowledges, as far as the statements so far tell. */
export function releasedBy(review: EventOf<'review'>, scene: Scene): readonly string[] {
  if (scene.ledger.length === 0) return review.acknowledges;
  const waiting = waitingOn(scene, review.date);
  const early = waiting.trueUps.filter((each) => isEarly(review, each)).map(({ id }) => id);
  const releases = (id: string) => !isIdle(review, id, waiting) && !waiting.closed.has(id) && !early.includes(id);
  return review.acknowledges.filter((id) => releases(id) && againIn(review, id, scene) === null);
}

/**
 * The earlier review, which no statement has counted yet, that releases what another acknowledges again; null where there is none. What
 * exceeds a limit is acknowledged up to what the last statement before a review told; the id of a reconciliation alone names no period.
 */
function againIn(review: EventOf<'review'>, id: string, scene: Scene): { readonly id: string; readonly file: string } | null {
  const lastBefore = (date: LocalDate) => scene.ledger.findLast(({ statement }) => statement.asOf <= date)?.statement.period;
  const namesPeriod = /[@/]/.test(id);
  const earlier = filedBefore(scene, 'review', review.file).find(
    (each) =>
      each.acknowledges.includes(id) &&
      (namesPeriod || each.period === review.period) &&
      lastBefore(each.date) === lastBefore(review.date) &&
      releasedBy(each, scene).includes(id),
  );
  return earlier === undefined ? null : { id, file: earlier.file };
}

/** Whether something waits, and for the word of the other party alone. */
function waitsForOther({ party }: EventOf<'review'>, id: string, { trueUps, excesses }: Waiting): boolean {
  if (party === null) return false;
  return (party !== 'brand' && excesses.includes(id)) || trueUps.some((each) => each.id === id && each.party !== party);
}

/**
 * What a review acknowledged before a statement could list it, once statements have counted the review: a true-up that was listed later and
 * waits, and an anomaly of days that its statement looked at and found nothing in.
 */
export const earlyReview: Judge<'review'> = (review, scene, at) => {
  const first = scene.ledger.find(({ statement }) => review.date <= statement.asOf)?.statement;
  const last = scene.ledger.at(-1)?.statement;
  const early = earlyIssues(review, scene, at);
  if (first === undefined || last === undefined || first.asOf !== last.asOf) return early;
  const waiting = waitingIn(scene);
  const before = scene.ledger.findLast(({ statement }) => statement.asOf < first.asOf)?.statement.to ?? '';
  const idle = review.acknowledges.filter((id) => {
    const day = id.split('@')[1];
    return day !== undefined && day > before && day <= waiting.settledUpTo && !waiting.found.has(id);
  });
  return [...early, ...idleIssues(idle, waiting, last.period, at)];
};

/** What waits for a review on a day, and whose that is; null: either party's. What the last statement does not list, no line waits for. */
export function acknowledgeableIn(scene: Scene, date: LocalDate): { readonly id: string; readonly party: Party | null }[] {
  const { trueUps, excesses, breaches } = waitingOn(scene, date);
  const last = scene.ledger.at(-1)?.statement.anomalies ?? [];
  const anomalies = last.flatMap(({ id, reviewed }) => (reviewed ? [] : [id]));
  return [
    ...trueUps.filter(({ since }) => since <= date).map(({ id, party }) => ({ id, party })),
    ...excesses.map((id) => ({ id, party: 'brand' as const })),
    ...[...anomalies, ...breaches].map((id) => ({ id, party: null })),
  ];
}

/** Comparisons of its own period that it acknowledges while that period runs: they are released whatever they come to in the days left. */
function aheadIssues(review: EventOf<'review'>, scene: Scene, at: Position): readonly Issue[] {
  if (scene.terms.contract.review === null) return [];
  const { reconcile } = scene.terms.definitions;
  const flagged = reconcile.filter(({ id, onBreach }) => onBreach === 'flag' && review.acknowledges.includes(id));
  const to = timelineOf(scene).periods.find(({ id }) => id === review.period)?.inForce.to;
  if (to === undefined || review.date > to) return [];
  return flagged.map(({ id }) => issue('acknowledged-ahead', at, { id, period: review.period, to }));
}

/** True-ups that wait for the party whose review named them before they were listed: it counts from that day on. */
function earlyIssues(review: EventOf<'review'>, scene: Scene, at: Position): readonly Issue[] {
  return waitingIn(scene).trueUps.flatMap((each) =>
    isEarly(review, each) ? [issue('acknowledged-early', at, { id: each.id, since: each.since, date: review.date })] : [],
  );
}

function isEarly(review: EventOf<'review'>, { id, party, since }: Waiting['trueUps'][number]): boolean {
  return review.acknowledges.includes(id) && party === review.party && since > review.date;
}

function idleIssues(ids: readonly string[], { trueUps, excesses, anomalies, breaches }: Waiting, period: PeriodId, at: Position): Issue[] {
  const parties = [...trueUps.map(({ id, party }) => `${id} (${party})`), ...excesses.map((id) => `${id} (brand)`)];
  const all = [...parties, ...anomalies, ...breaches];
  return ids.map((id) =>
    all.length === 0
      ? issue('nothing-to-acknowledge', at, { id, period })
      : issue('acknowledges-nothing', at, { id, period, ids: someOf(all) }),
  );
}

function isIdle(review: EventOf<'review'>, id: string, { trueUps, anomalies, settledUpTo, holding, limited }: Waiting): boolean {
  if (id.startsWith('true-up/')) {
    return !trueUps.some((each) => each.id === id && each.party === review.party);
  }
  // The brand may agree ahead of any statement, and to what a settled period still grows by.
  if (id.startsWith('excess/')) return review.party !== 'brand' || !limited.has(id.split('/')[2] ?? '');
  const day = id.split('@')[1];
  if (day === undefined) return holding.has(id);
  // A day to come nobody has looked at.
  return day >= review.date || (day <= settledUpTo && !anomalies.includes(id));
}

/** The same on a day: a true-up that counts from then on anyway waits for nobody. */
function waitingOn(scene: Scene, date: LocalDate): Waiting {
  const waiting = waitingIn(scene);
  return { ...waiting, trueUps: waiting.trueUps.filter(({ until }) => date < until) };
}

const waitingIn = remembered((scene: Scene): Waiting => {
  const { terms, ledger } = scene;
  const trueUps = carriedLines(ledger).flatMap(({ period, line, life }): Waiting['trueUps'] =>
    life.state === 'waiting'
      ? [
          {
            id: trueUpId(period, line),
            party: costsOf(life),
            since: life.since,
            until: countsFrom(life, terms.contract.acceptance.days),
          },
        ]
      : [],
  );
  const listed = ledger.flatMap(({ statement }) => statement.anomalies);
  const anomalies = [...new Set(listed.filter(({ reviewed }) => !reviewed).map(({ id }) => id))];
  const found = new Set(listed.map(({ id }) => id));
  const last = ledger.at(-1)?.statement;
  const open = new Set((last?.anomalies ?? []).flatMap(({ id, reviewed }) => (reviewed ? [] : [id])));
  const closed = new Set(anomalies.filter((id) => !open.has(id)));
  const breaches = (last?.reconcile ?? [])
    .filter((rule) => rule.breached && rule.onBreach === 'flag' && !rule.reviewed)
    .map(({ id }) => id);
  const settledUpTo = ledger.reduce((day, { statement }) => ((statement.to ?? '') > day ? (statement.to ?? '') : day), '');
  const holding = new Set(terms.definitions.reconcile.flatMap((rule) => (rule.onBreach === 'hold' ? [rule.id] : [])));
  const limited = new Set(
    everyTerms(scene).flatMap(({ contract }) =>
      contract.fees.flatMap((fee) => (fee.kind === 'pass_through' && fee.upTo !== null ? [fee.id] : [])),
    ),
  );
  return { trueUps, excesses: waitingExcesses(ledger), anomalies, closed, found, breaches, settledUpTo, holding, limited };
});
