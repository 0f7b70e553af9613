import { kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { money, moneyText, subtractMoney, sumMoney } from '../kernel/money.js';
import { isZero, rational, sign } from '../kernel/rational.js';
import { lastEvidence } from '../settlement/ledger-entry.js';
import type { Line, StatementBody } from '../settlement/model.js';
import type { ReasonCode } from '../words/reasons.js';
import { classify } from './classify.js';
import { type BothLines, capOfTerm, causeOf } from './effect-causes.js';
import { EvidenceReader } from './evidence-for.js';
import { termsAsOf } from './flatten.js';
import type { ClassifiedChange, Effect, EffectLine, EffectPeriod, NoEffect, TermChange } from './model.js';
import { isOfDates } from './of-dates.js';
import type { Texts } from './reach.js';
import { type History, settledInForce, type Trial, trial } from './trial.js';

/** How many settled periods the effect is shown for where each stands for itself. */
const SHOWN = 3;
/** From how many starts on: a change in many steps is shown for its first ones. */
const MOST_STARTS = 4;
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
export function noEffect(
  { base, head }: Texts,
  { changes, inForce }: { readonly changes: readonly TermChange[]; readonly inForce: readonly TermChange[] },
  history: History,
): NoEffect | null {
  if (settledInForce(history.ledger).length === 0) return 'nothing-settled';
  const moving = changes.filter(movesMoney);
  if (moving.length === 0) return 'no-money-changed';
  const frame = ({ contract }: Terms) =>
    [contract.currency, contract.calendar.every, contract.calendar.timezone, contract.term.from].join(' ');
  if (frame(base) !== frame(head)) return 'frame-changed';
  if (inForce.filter(movesMoney).some(canBeTried)) return null;
  if (!inForce.some(movesMoney)) return 'after-end';
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
    .map((from) => effectFrom(texts, { from, changes }, history))
    .filter((effect, index, all) => index === 0 || !sameFigures(effect, all[index - 1]));
}

function sameFigures(a: Effect, b: Effect | undefined): boolean {
  return b !== undefined && JSON.stringify(a.periods) === JSON.stringify(b.periods);
}

interface Tried {
  /** The period as whose terms they are tried. */
  readonly from: PeriodId;
  readonly changes: readonly TermChange[];
}

function effectFrom({ base, head }: Texts, { from, changes }: Tried, history: History): Effect {
  const reader = new EvidenceReader(history.ledger);
  const trials = {
    before: trial(termsAsOf(base, from), history, reader),
    after: trial(termsAsOf(head, from), history, reader),
  };
  const { currency } = base.contract;
  const ofReview = (base.contract.review === null) !== (head.contract.review === null);
  const settled = settledInForce(history.ledger);
  const all = settled.map(({ statement: { period } }) => comparePeriod(period, trials, { currency, ofReview }));
  const lines = all.flatMap((each) => each.lines);
  const whole = lines.some((line) => moves(line) && [base, head].some((terms) => carriesOver(terms, line.line)));
  const periods = toldToDate(whole ? all : all.slice(-SHOWN), [base, head]);
  const counted = countedIn(periods, whole);
  const differences = counted.flatMap((each) => each.differences);
  const unmeasured = settled.slice(-periods.length).flatMap(({ statement }) => {
    const own = lastEvidence(history.ledger, statement.period);
    return own === null ? [] : reader.missing(own, head);
  });
  return {
    from,
    whole,
    periods,
    difference:
      counted.length === 0
        ? null
        : moneyText(
            sumMoney(
              differences.map((each) => money(each, currency)),
              currency,
            ),
          ),
    unknown: periods.flatMap((each) => (each.difference === null ? [each.period] : [])),
    counted: counted.map(({ period }) => period),
    unmeasured: [...new Set(unmeasured)],
    capOfTerm: capOfTerm(trials, lines),
    notAsked: newMilestones(base, head),
    notSettled: notSettled(
      changes,
      [trials.before, trials.after],
      periods.map(({ period }) => period),
    ),
    takenAsDone: [...new Set([trials.before, trials.after].flatMap(({ takenAsDone }) => takenAsDone))],
  };
}

/**
 * The periods that a sum counts, with the differences of theirs; none where it would say nothing. Of a period in which a line is unknown under
 * both texts the others count: where periods hang on each other always, else where one of them moves. Where a line is known under one text
 * alone nobody can say what its period comes to, nor the sum of periods that hang on it.
 */
function countedIn(periods: readonly EffectPeriod[], whole: boolean): Counted[] {
  const known = periods.flatMap(({ difference }) => difference ?? []);
  const oneSided = ({ lines }: EffectPeriod) => lines.some(({ before, after }) => (before === null) !== (after === null));
  const ofLines = ({ period, lines }: EffectPeriod): Counted => ({
    period,
    differences: lines.flatMap(({ difference }) => difference ?? []),
  });
  if (whole) return known.length === 0 || periods.some(oneSided) ? [] : periods.map(ofLines);
  return periods.flatMap((period) => {
    if (period.difference !== null) return [{ period: period.period, differences: [period.difference] }];
    const counted = ofLines(period);
    return oneSided(period) || counted.differences.every((each) => isZero(rational(each))) ? [] : [counted];
  });
}

interface Counted {
  readonly period: PeriodId;
  readonly differences: readonly string[];
}

/** Milestones that only the new text has: nobody could ask for their acceptance. */
function newMilestones(base: Terms, head: Terms): string[] {
  const ids = ({ contract }: Terms) => contract.fees.flatMap(({ id, kind }) => (kind === 'milestone' ? [id] : []));
  const known = new Set(ids(base));
  return ids(head).filter((id) => !known.has(id));
}

/** Of what is settled once: it has not come to it yet, whatever it will pay. */
const UNSETTLED: ReadonlySet<ReasonCode> = new Set([
  'not-the-horizon',
  'milestone-not-accepted',
  'milestone-accepted-later',
  'milestone-not-reached',
]);

/** Fees that change and come to nothing in these periods under either text for want of their day. */
function notSettled(changes: readonly TermChange[], trials: readonly Trial[], periods: readonly PeriodId[]): string[] {
  const fees = changes.flatMap((change) => (change.path[0] === 'fees' && movesMoney(change) ? [change.path[1] ?? ''] : []));
  const linesOf = (fee: string) =>
    trials.flatMap(({ statements }) => periods.flatMap((period) => lineIn(statements.get(period), fee) ?? []));
  const isUnsettled = ({ reason }: Line) => reason !== null && UNSETTLED.has(reason.code);
  return [...new Set(fees)].filter((fee) => linesOf(fee).length > 0 && linesOf(fee).every(isUnsettled));
}

function moves({ difference }: Pick<EffectLine, 'difference'>): boolean {
  return difference === null || !isZero(rational(difference));
}

/** Whether a line hangs on other periods than its own, or on one that does; a fee's own parts are lines beside it. */
function carriesOver({ contract }: Pick<Terms, 'contract'>, line: string): boolean {
  const fee = contract.fees.find(({ id }) => id === line || line.startsWith(`${id}/`));
  if (fee === undefined) return false;
  const { carries, deductsFrom } = kindOf(fee);
  const of = deductsFrom(fee);
  return carries(fee) || (of !== null && carriesOver({ contract }, of));
}

/** Says of a line that goes by the total to date where it first differs the other way: this is why. */
function toldToDate(periods: readonly EffectPeriod[], texts: readonly Terms[]): EffectPeriod[] {
  const toDate = new Set(
    texts.flatMap(({ contract }) => contract.fees.flatMap((fee) => (kindOf(fee).accumulates(fee) === null ? [] : [fee.id]))),
  );
  const first = new Map<string, number>();
  const turned = new Set<string>();
  const told = (line: EffectLine): EffectLine => {
    const way = line.difference === null ? 0 : sign(rational(line.difference));
    if (!toDate.has(line.line) || way === 0 || turned.has(line.line)) return line;
    const before = first.get(line.line) ?? way;
    first.set(line.line, before);
    if (way === before) return line;
    turned.add(line.line);
    return { ...line, cause: { code: 'to-date', with: {} } };
  };
  return periods.map((period) => ({ ...period, lines: period.lines.map(told) }));
}

interface Trials {
  readonly before: Trial;
  readonly after: Trial;
}

interface Comparison {
  readonly currency: string;
  /** Whether reviews are agreed in one text alone: then it is its worth that what they hold is not paid. */
  readonly ofReview: boolean;
}

function comparePeriod(period: PeriodId, { before, after }: Trials, comparison: Comparison): EffectPeriod {
  const trials = { before, after };
  const [old, now] = [before, after].map(({ statements }) => statements.get(period));
  const idsOf = (body: StatementBody | undefined) => body?.lines.map(({ id }) => id) ?? [];
  const ids = inOrder(idsOf(old), idsOf(now));
  const lines = ids.map((id): EffectLine => {
    const both = { before: lineIn(old, id), after: lineIn(now, id) };
    const compared = compareLine(id, both, comparison);
    const { difference } = compared;
    return { ...compared, cause: difference === null || !moves(compared) ? null : causeOf(both, trials) };
  });
  const total = (side: 'before' | 'after', body: StatementBody | undefined) =>
    body === undefined || lines.some((line) => line[side] === null) ? null : body.total;
  const totals = { before: total('before', old), after: total('after', now) };
  return { period, lines, ...totals, difference: differenceOf(totals.before, totals.after, comparison.currency) };
}

/** The lines of both texts, each where its own text has it. */
function inOrder(before: readonly string[], after: readonly string[]): string[] {
  const merged: string[] = [];
  let rest = after.filter((id) => !before.includes(id));
  for (const id of before) {
    const at = after.indexOf(id);
    merged.push(...rest.filter((each) => after.indexOf(each) < at), id);
    rest = rest.filter((each) => at < 0 || after.indexOf(each) > at);
  }
  return [...merged, ...rest];
}

function lineIn(body: StatementBody | undefined, id: string): Line | undefined {
  return body?.lines.find((line) => line.id === id);
}

function compareLine(line: string, both: BothLines, { currency, ofReview }: Comparison): Omit<EffectLine, 'cause'> {
  // A line that one text does not have pays nothing under it.
  const amount = (side: Line | undefined) => {
    if (side === undefined) return moneyText(money('0', currency));
    const isKnown = !side.held || (ofReview && side.reason?.code === 'unreviewed');
    return isKnown ? side.amount : null;
  };
  const [before, after] = [amount(both.before), amount(both.after)];
  return { line, before, after, difference: differenceOf(before, after, currency) };
}

function differenceOf(before: string | null, after: string | null, currency: string): string | null {
  return before === null || after === null ? null : moneyText(subtractMoney(money(after, currency), money(before, currency)));
}
