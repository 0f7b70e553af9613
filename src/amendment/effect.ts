import { type ContractEvent, eventKindOf } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { money, moneyText, subtractMoney, sumMoney } from '../kernel/money.js';
import { type LedgerEntry, lastEvidence } from '../settlement/ledger-entry.js';
import type { Line, StatementBody } from '../settlement/model.js';
import { settle } from '../settlement/settle.js';
import { periodInForce, type Target, timeline } from '../settlement/timeline.js';
import { classify } from './classify.js';
import { EvidenceReader } from './evidence-for.js';
import { termsAsOf } from './flatten.js';
import type { ClassifiedChange, Effect, EffectLine, EffectPeriod, NoEffect, TermChange } from './model.js';
import { isOfDates } from './of-dates.js';
import type { Texts } from './reach.js';

/** How many settled periods the effect is shown for. */
const SHOWN = 3;
/** From how many starts on: a change in many steps is shown for its first ones. */
const MOST_STARTS = 4;
/** No hold is decided in a trial: the mean of other periods would be a guess. */
const NEVER_DECIDED = 1_000_000;

/** What the trial is computed from: the contract's settled history. */
export interface History {
  readonly ledger: readonly LedgerEntry[];
  readonly events: readonly ContractEvent[];
}

function movesMoney(change: TermChange): boolean {
  const kind = classify(change);
  return kind === 'economic' || kind === 'definition';
}

/** What says itself in which periods it holds: it is not so of others. */
const OF_OWN_PERIODS: ReadonlySet<string> = new Set(['grace', 'term']);

/** Whether a change can be tried on settled periods: a trial settles each on the day on which it was settled. */
function canBeTried({ path }: TermChange): boolean {
  return !isOfDates(path) && !OF_OWN_PERIODS.has(path[0] ?? '');
}

/** Why the settled periods cannot be tried under both texts; null where they can. */
export function noEffect({ base, head }: Texts, changes: readonly TermChange[], history: History): NoEffect | null {
  if (settledInForce(history.ledger).length === 0) return 'nothing-settled';
  const moving = changes.filter(movesMoney);
  if (moving.length === 0) return 'no-money-changed';
  const frame = ({ contract }: Terms) =>
    [contract.currency, contract.calendar.every, contract.calendar.timezone, contract.term.from].join(' ');
  if (frame(base) !== frame(head)) return 'frame-changed';
  if (moving.some(canBeTried)) return null;
  return moving.every(({ path }) => isOfDates(path)) ? 'only-dates' : 'own-periods';
}

/**
 * The last settled periods under the old and the new text, each replayed from the ledger's evidence of it, as if the terms
 * of a period in which they differ had always held. What the evidence does not hold as a text defines it stays unknown.
 */
export function effects(texts: Texts, changes: readonly ClassifiedChange[], history: History): Effect[] {
  const settled = new Set(history.ledger.map(({ statement }) => statement.period));
  const last = settledInForce(history.ledger).at(-1)?.statement.period ?? '';
  // What reaches settled periods alone is tried as it is in the first of them; what reaches none is one of the statement, and is tried
  // on the terms as they were last settled.
  const startOf = ({ reaches }: ClassifiedChange) => reaches.find((id) => !settled.has(id)) ?? reaches[0] ?? last;
  const starts = changes.filter((change) => movesMoney(change) && canBeTried(change)).map(startOf);
  return [...new Set(starts)]
    .sort()
    .slice(0, MOST_STARTS)
    .map((from) => effectFrom(texts, from, history))
    .filter((effect, index, all) => index === 0 || !sameFigures(effect, all[index - 1]));
}

function sameFigures(a: Effect, b: Effect | undefined): boolean {
  return b !== undefined && JSON.stringify(a.periods) === JSON.stringify(b.periods);
}

function effectFrom({ base, head }: Texts, from: PeriodId, history: History): Effect {
  const reader = new EvidenceReader(history.ledger);
  const [before, after] = [base, head].map((terms) => trial(termsAsOf(terms, from), history, reader));
  const shown = settledInForce(history.ledger).slice(-SHOWN);
  const { currency } = base.contract;
  const ofReview = (base.contract.review === null) !== (head.contract.review === null);
  const periods = shown.map(({ statement: { period } }) =>
    comparePeriod(period, before?.get(period), after?.get(period), { currency, ofReview }),
  );
  const differences = periods.flatMap(({ difference }) => (difference === null ? [] : [money(difference, currency)]));
  const unmeasured = shown.flatMap(({ statement }) => {
    const own = lastEvidence(history.ledger, statement.period);
    return own === null ? [] : reader.missing(own, head);
  });
  return {
    from,
    periods,
    difference: differences.length === 0 ? null : moneyText(sumMoney(differences, currency)),
    unknown: periods.flatMap((each) => (each.difference === null ? [each.period] : [])),
    unmeasured: [...new Set(unmeasured)],
  };
}

function settledInForce(ledger: readonly LedgerEntry[]): LedgerEntry[] {
  return ledger.filter(({ statement }) => !statement.tail);
}

/**
 * Every settled period computed again under other terms, each on the ones before it and on the newest evidence that the ledger
 * has of it: what came in late is in the period it belongs to, and no true-up hides what the terms are worth.
 */
function trial(terms: Terms, { ledger, events }: History, reader: EvidenceReader): Map<PeriodId, StatementBody> {
  const { contract } = terms;
  const trialTerms: Terms = { ...terms, contract: { ...contract, holds: { maxPeriods: NEVER_DECIDED } } };
  const counted = new Set(ledger.at(-1)?.statement.events.map(({ file }) => file));
  const known = events.filter((event) => counted.has(event.file) && !eventKindOf(event).setAside);
  const spans = ledger.flatMap(({ evidence }) => evidence.spans).reverse();
  const produced: LedgerEntry[] = [];
  for (const { statement, evidence } of settledInForce(ledger)) {
    const { from, to, period } = statement;
    const newest = lastEvidence(ledger, period);
    const inForce = from === null || to === null ? null : periodInForce(period, contract.calendar.every, { from, to });
    const target: Target = { period, inForce, dueOn: statement.asOf };
    const usable = reader.usable({ ...evidence, periods: newest === null ? [] : [newest], spans }, trialTerms);
    const body = settle({
      terms: trialTerms,
      events: known,
      ledger: [...produced],
      evidence: usable,
      asOf: statement.asOf,
      run: statement.run,
      timeline: timeline(trialTerms.contract, known),
      target,
    });
    produced.push({
      terms: trialTerms,
      evidence: usable,
      statement: { ...body, digest: statement.digest, provenance: statement.provenance },
    });
  }
  return new Map(produced.map(({ statement }) => [statement.period, statement]));
}

interface Comparison {
  readonly currency: string;
  /** Whether reviews are agreed in one text alone: then it is its worth that what they hold is not paid. */
  readonly ofReview: boolean;
}

function comparePeriod(
  period: PeriodId,
  before: StatementBody | undefined,
  after: StatementBody | undefined,
  comparison: Comparison,
): EffectPeriod {
  const ids = [...new Set([...(before?.lines ?? []), ...(after?.lines ?? [])].map(({ id }) => id))];
  const lines = ids.map((id) => compareLine(id, lineIn(before, id), lineIn(after, id), comparison));
  const total = (side: 'before' | 'after', body: StatementBody | undefined) =>
    body === undefined || lines.some((line) => line[side] === null) ? null : body.total;
  const [old, now] = [total('before', before), total('after', after)];
  return { period, lines, before: old, after: now, difference: differenceOf(old, now, comparison.currency) };
}

/** A line that one text does not have pays nothing under it. */
function lineIn(body: StatementBody | undefined, id: string): Line | 'absent' {
  return body?.lines.find((line) => line.id === id) ?? 'absent';
}

function compareLine(line: string, before: Line | 'absent', after: Line | 'absent', { currency, ofReview }: Comparison): EffectLine {
  const amount = (side: Line | 'absent') => {
    if (side === 'absent') return moneyText(money('0', currency));
    const isKnown = !side.held || (ofReview && side.reason?.code === 'unreviewed');
    return isKnown ? side.amount : null;
  };
  const [old, now] = [amount(before), amount(after)];
  return { line, before: old, after: now, difference: differenceOf(old, now, currency) };
}

function differenceOf(before: string | null, after: string | null, currency: string): string | null {
  return before === null || after === null ? null : moneyText(subtractMoney(money(after, currency), money(before, currency)));
}
