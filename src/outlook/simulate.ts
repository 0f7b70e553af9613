import type { Terms } from '../contract/model.js';
import type { DateRange, PeriodId } from '../kernel/calendar.js';
import { money, moneyText, sumMoney } from '../kernel/money.js';
import { exactly } from '../kernel/number-field.js';
import { compare, ONE } from '../kernel/rational.js';
import type { KpiResult, StatementBody } from '../settlement/model.js';
import { isTriedFee, sumOfLines } from './fee-lines.js';
import { NEVER_DECIDED } from './given.js';
import { type LevelsOf, payAtLevels } from './levels.js';
import type { Paths } from './paths.js';

/**
 * Terms under which past periods are settled as if they had held then: every duty done, nothing in grace, nothing waiting for a review,
 * each period measured once. What is settled once in a term (milestones, wagers over it) is left out.
 * @param terms schedules already as they are in one period.
 */
export function simulatedTerms(terms: Terms, term: DateRange): Terms {
  const { contract } = terms;
  const fees = contract.fees.filter((fee) => fee.kind !== 'milestone' && !(fee.kind === 'wager' && fee.over === 'term'));
  const ids = new Set(fees.map(({ id }) => id));
  return {
    ...terms,
    contract: {
      ...contract,
      term,
      fees,
      gates: contract.gates.map((gate) => ({ ...gate, blocks: gate.blocks.filter((id) => ids.has(id)) })),
      calendar: { ...contract.calendar, trueUpPeriods: 0 },
      duties: [],
      grace: null,
      review: null,
      holds: { maxPeriods: NEVER_DECIDED },
      baseline: [],
    },
  };
}

/** A past period as it would have been paid. */
export interface SimulatedPeriod {
  readonly period: PeriodId;
  readonly kpis: readonly Pick<KpiResult, 'id' | 'metric' | 'actual' | 'actualExact' | 'score' | 'scoreExact' | 'state'>[];
  readonly lines: readonly { readonly line: string; readonly amount: string | null }[];
  /** Fees before tax; null where a line is not known. */
  readonly total: string | null;
}

export interface Simulation {
  readonly apiVersion: 'concord/v1';
  readonly kind: 'Simulation';
  readonly contract: string;
  readonly currency: string;
  /** The period whose terms are tried. */
  readonly termsOf: PeriodId;
  readonly periods: readonly SimulatedPeriod[];
  /** Over the periods that are known; null where none is. */
  readonly total: string | null;
  readonly unknown: readonly PeriodId[];
  /** How often each KPI reached its target, among the periods in which it is known. */
  readonly reached: readonly { readonly kpi: string; readonly times: number; readonly of: number }[];
  /** What needs no data. */
  readonly levels: LevelsOf | null;
  /** Scenario years on top; absent where none were asked for. */
  readonly paths?: Paths;
}

/** @param statements of the simulated terms, ascending. */
export function simulationOf(terms: Terms, termsOf: PeriodId, statements: readonly StatementBody[]): Simulation {
  const { contract } = terms;
  const periods = statements.filter(({ tail }) => !tail).map((statement) => simulatedPeriod(statement));
  const totals = periods.flatMap(({ total }) => (total === null ? [] : [money(total, contract.currency)]));
  return {
    apiVersion: 'concord/v1',
    kind: 'Simulation',
    contract: contract.id,
    currency: contract.currency,
    termsOf,
    periods,
    total: totals.length === 0 ? null : moneyText(sumMoney(totals, contract.currency)),
    unknown: periods.filter(({ total }) => total === null).map(({ period }) => period),
    reached: contract.kpis.map(({ id }) => {
      const scores = periods.flatMap(({ kpis }) => {
        const kpi = kpis.find((each) => each.id === id);
        return (kpi === undefined ? null : exactly(kpi.score, kpi.scoreExact)) ?? [];
      });
      return { kpi: id, times: scores.filter((score) => compare(score, ONE) >= 0).length, of: scores.length };
    }),
    levels: payAtLevels(terms),
  };
}

function simulatedPeriod({ period, kpis, lines, currency }: StatementBody): SimulatedPeriod {
  const fees = lines.filter(isTriedFee);
  const isKnown = !fees.some(({ held }) => held);
  return {
    period,
    kpis: kpis.map(({ id, metric, actual, actualExact, score, scoreExact, state }) => ({
      id,
      metric,
      actual,
      ...(actualExact === undefined ? {} : { actualExact }),
      score,
      ...(scoreExact === undefined ? {} : { scoreExact }),
      state,
    })),
    lines: fees.map(({ id, amount, held }) => ({ line: id, amount: held ? null : amount })),
    total: isKnown ? moneyText(sumOfLines(fees, currency)) : null,
  };
}
