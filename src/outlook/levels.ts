import { scoreLine } from '../attainment/kpis.js';
import { vocabulary } from '../attainment/measures.js';
import type { ScoreLine } from '../contract/curve.js';
import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { moneyText, sumMoney } from '../kernel/money.js';
import { type TermPeriod, termPeriods } from '../kernel/period.js';
import { ONE, type Rational, rational } from '../kernel/rational.js';
import { inGrace } from '../settlement/gating.js';
import { isTriedFee } from './fee-lines.js';
import { type GivenMetrics, linesGiven } from './given.js';

export const LEVELS = ['threshold', 'target', 'stretch'] as const;
export type Level = (typeof LEVELS)[number];

/** What a period pays where every KPI is exactly at a level. */
export interface LevelPay {
  readonly level: Level;
  readonly lines: readonly { readonly line: string; readonly amount: string }[];
  /** Lines that need a figure which no KPI gives: a commission's base. */
  readonly unknown: readonly string[];
  /** Of the lines that are known, before tax. */
  readonly total: string;
}

/** What the text alone says of a period: gates passed, no grace, minimums reached. */
export interface LevelsOf {
  readonly period: PeriodId;
  readonly levels: readonly LevelPay[];
}

/** The first period that is wholly in force and after grace; where none is, the first that is whole; else the first. */
export function usualPeriod(terms: Terms): TermPeriod | null {
  const { term, calendar, fees } = terms.contract;
  const periods = termPeriods(term, calendar.every);
  const whole = periods.filter(({ daysInForce, daysInPeriod }) => daysInForce === daysInPeriod);
  const afterGrace = whole.find((period) => !fees.some(({ id }) => inGrace({ terms, period }, id)));
  return afterGrace ?? whole[0] ?? periods[0] ?? null;
}

/** What a usual period pays with every KPI at threshold, at target, at stretch; null where the term has no period. */
export function payAtLevels(terms: Terms): LevelsOf | null {
  const period = usualPeriod(terms);
  if (period === null) return null;
  const tried = withoutConditions(terms);
  return { period: period.id, levels: LEVELS.map((level) => levelPay(tried, period, level)) };
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
  const { known, unknown, total } = paidOn(terms, period, givenAt(terms, period, level));
  return { level, lines: known.map(({ id, amount }) => ({ line: id, amount })), unknown: unknown.map(({ id }) => id), total };
}

/** What a period pays on given metrics: its lines that are known, those that need another figure, and the sum of the first. */
export function paidOn(terms: Terms, period: TermPeriod, metrics: GivenMetrics) {
  // nothing was advanced before it, so nothing is recovered
  const fees = linesGiven(terms, period, metrics).filter((line) => isTriedFee(line) && line.kind !== 'recovery');
  const amounts = fees.flatMap(({ line, amount }) => (amount === null ? [] : [{ line, amount }]));
  return {
    known: amounts.map(({ line, amount }) => ({ id: line, amount: moneyText(amount) })),
    unknown: fees.flatMap(({ line, amount }) => (amount === null ? [{ id: line }] : [])),
    total: moneyText(
      sumMoney(
        amounts.map(({ amount }) => amount),
        terms.contract.currency,
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
