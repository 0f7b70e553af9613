import { scoreLine } from '../attainment/kpis.js';
import { vocabulary } from '../attainment/measures.js';
import type { ScoreLine } from '../contract/curve.js';
import { type Fee, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { Terms } from '../contract/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { moneyText, sumMoney } from '../kernel/money.js';
import { type TermPeriod, termPeriods } from '../kernel/period.js';
import { ONE, type Rational, rational } from '../kernel/rational.js';
import { agreedHorizon } from '../settlement/fees/wager.js';
import { inGrace } from '../settlement/gating.js';
import { isTriedFee } from './fee-lines.js';
import { type GivenMetrics, type GivenPeriod, linesGiven } from './given.js';

export const LEVELS = ['threshold', 'target', 'stretch'] as const;
export type Level = (typeof LEVELS)[number];

/** What a period pays where every KPI is exactly at a level. */
export interface LevelPay {
  readonly level: Level;
  readonly lines: readonly { readonly line: string; readonly amount: string }[];
  /**
   * Lines that need a figure which no KPI gives: a commission's base, a metric up to a day inside a period; or an acceptance, which no
   * figure gives.
   */
  readonly unknown: readonly string[];
  /** Of the lines that are known, before tax. */
  readonly total: string;
}

/** Periods in a row. */
export interface PeriodSpan {
  readonly from: PeriodId;
  readonly to: PeriodId;
}

/** What the text alone says of a period: gates passed, no grace, minimums reached. */
export interface LevelsOf {
  readonly period: PeriodId;
  /** The periods before it, at the same level, from which it goes on; null where there are none, or nothing goes on from them. */
  readonly earlier: PeriodSpan | null;
  readonly levels: readonly LevelPay[];
}

/**
 * The first period that is wholly in force and after grace; where none is, the first that is whole; else the first.
 * @param end the last day in force: no period that goes on after it.
 */
export function usualPeriod(terms: Terms, end: LocalDate = terms.contract.term.to): TermPeriod | null {
  const { term, calendar, fees } = terms.contract;
  const periods = termPeriods(term, calendar.every).filter(({ inForce }) => inForce.to <= end);
  const whole = periods.filter(({ daysInForce, daysInPeriod }) => daysInForce === daysInPeriod);
  const afterGrace = whole.find((period) => !fees.some(({ id }) => inGrace({ terms, period }, id)));
  return afterGrace ?? whole[0] ?? periods[0] ?? null;
}

/** What a usual period pays with every KPI at threshold, at target, at stretch; null where no period ends by the last day in force. */
export function payAtLevels(terms: Terms, end?: LocalDate): LevelsOf | null {
  const period = usualPeriod(terms, end);
  if (period === null) return null;
  return { period: period.id, earlier: earlierThatCount(terms, period), levels: LEVELS.map((level) => levelPay(terms, period, level)) };
}

function periodsBefore({ contract }: Terms, { id }: TermPeriod): readonly TermPeriod[] {
  return termPeriods(contract.term, contract.calendar.every).filter((each) => each.id < id);
}

function earlierThatCount(terms: Terms, period: TermPeriod): PeriodSpan | null {
  const before = periodsBefore(terms, period);
  const [first, last] = [before[0], before.at(-1)];
  const isOne = first !== undefined && last !== undefined && terms.contract.fees.some((fee) => goesOn(fee, terms, period));
  return isOne ? { from: first.id, to: last.id } : null;
}

/** Whether what a fee pays in a period goes by periods before it. */
function goesOn(fee: Fee, terms: Terms, period: TermPeriod): boolean {
  if (!kindOf(fee).carries(fee)) return false;
  // an acceptance alone decides one without a metric
  if (fee.kind === 'milestone') return fee.reach !== null;
  if (fee.kind !== 'wager') return true;
  const { from, to } = agreedHorizon(fee, terms, period).agreed;
  return from < period.inForce.from && to <= period.inForce.to;
}

/** The periods before one with every KPI at a level, nothing standing against a payment. */
export function earlierAt(terms: Terms, period: TermPeriod, level: Level): readonly GivenPeriod[] {
  const tried = withoutConditions(terms);
  return periodsBefore(terms, period).map((each) => ({ terms: tried, period: each, metrics: givenAt(terms, each, level) }));
}

/** Terms of which nothing stands against a payment: no minimums, no gates, no grace. */
export function withoutConditions(terms: Terms): Terms {
  const { contract } = terms;
  const kpis = contract.kpis.map((kpi) => ({ ...kpi, minimum: null }));
  return { ...terms, contract: { ...contract, kpis, gates: [], grace: null } };
}

/** Every KPI's metric as it is where each KPI is at a level. */
export function givenAt({ contract, definitions }: Terms, period: TermPeriod, level: Level): GivenMetrics {
  const words = vocabulary(contract, definitions);
  const figures = contract.kpis.map((kpi) => {
    const line = scoreLine({ words, period }, kpi, rational(period.daysInForce));
    return { kpi, value: levelValue(line, level) };
  });
  const all = new Map<string, Rational>();
  for (const { kpi, value } of figures) if (!all.has(kpi.metric)) all.set(kpi.metric, value);
  return { all, byKpi: new Map(figures.map(({ kpi, value }) => [kpi.id, value])) };
}

function levelPay(terms: Terms, period: TermPeriod, level: Level): LevelPay {
  const given = { terms: withoutConditions(terms), period, metrics: givenAt(terms, period, level) };
  const { known, unknown, total } = paidOn(given, earlierAt(terms, period, level));
  return { level, lines: known.map(({ id, amount }) => ({ line: id, amount })), unknown: unknown.map(({ id }) => id), total };
}

/** What a period pays on given metrics after others: its lines that are known, those that need another figure, and the sum of the first. */
export function paidOn(given: GivenPeriod, earlier: readonly GivenPeriod[]) {
  const { contract } = given.terms;
  const onAcceptance = new Set(contract.fees.flatMap((fee) => (fee.kind === 'milestone' && fee.reach === null ? [fee.id] : [])));
  const fees = linesGiven(earlier, given)
    .filter(isTriedFee)
    .map(({ line, amount }) => ({ line, amount: onAcceptance.has(line) ? null : amount }));
  const amounts = fees.flatMap(({ line, amount }) => (amount === null ? [] : [{ line, amount }]));
  return {
    known: amounts.map(({ line, amount }) => ({ id: line, amount: moneyText(amount) })),
    unknown: fees.flatMap(({ line, amount }) => (amount === null ? [{ id: line }] : [])),
    total: moneyText(
      sumMoney(
        amounts.map(({ amount }) => amount),
        contract.currency,
      ),
    ),
  };
}

/** Without a stretch: where the line through threshold and target meets the cap. */
export function levelValue({ threshold, target, stretch, cap }: ScoreLine, level: Level): Rational {
  if (level === 'threshold') return threshold;
  if (level === 'target') return target;
  return stretch ?? target.add(target.sub(threshold).mul(cap.sub(ONE)));
}
