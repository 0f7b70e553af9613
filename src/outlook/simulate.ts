import { measuresOf, vocabulary } from '../attainment/measures.js';
import type { Reason } from '../attainment/value.js';
import { kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { Terms } from '../contract/model.js';
import type { DateRange, LocalDate, PeriodId } from '../kernel/calendar.js';
import { money, moneyText, sumMoney } from '../kernel/money.js';
import { exactly } from '../kernel/number-field.js';
import { distinct } from '../kernel/objects.js';
import { compare, ONE } from '../kernel/rational.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { KpiResult, Line, StatementBody } from '../settlement/model.js';
import { isTriedFee, sumOfLines, waitingOf } from './fee-lines.js';
import { NEVER_DECIDED } from './given.js';
import { type LevelsOf, payAtLevels } from './levels.js';
import { measuresThatCount } from './outlook-input.js';
import type { Paths } from './paths.js';
import { factsBegun, hasBegun } from './quoted-past.js';

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
  /** Why lines are not known, each once. Absent where all are, and where a fact may not cover the period. */
  readonly reasons?: readonly Reason[];
  /** What is above a limit, and waits for a review of the brand: in no line and not in the total. Absent where nothing is. */
  readonly waits?: readonly WaitingAmount[];
  /**
   * Facts whose first row in these periods is later than the period's first day, with its day (null: none at all): the period may not be
   * whole. Rows before the first of the periods are not looked at.
   */
  readonly notBegun?: readonly NotBegun[];
}

/** What a line `<fee>/excess` would come to. */
export interface WaitingAmount {
  readonly line: string;
  readonly amount: string;
}

export interface NotBegun {
  readonly fact: string;
  readonly firstDay: LocalDate | null;
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
  /** Lines whose tiers, caps or advances add up over the term: here over the periods from the first that is whole, as if these were it. */
  readonly carried: readonly string[];
  /** What needs no data. */
  readonly levels: LevelsOf | null;
  /** Scenario years on top; absent where none were asked for. */
  readonly paths?: Paths;
}

/**
 * What was settled of past periods. Before a fact's first row nobody knows whether nothing was sold or nothing was kept: no figure that
 * needs it is told of such a period, and nothing is paid for it.
 * @param entries of the simulated terms, ascending.
 */
export function simulationOf(terms: Terms, termsOf: PeriodId, entries: readonly Pick<LedgerEntry, 'statement' | 'evidence'>[]): Simulation {
  const { contract } = terms;
  const settled = entries.filter(({ statement }) => !statement.tail);
  const lacking = lackingIn(terms, settled);
  const periods = settled.map(({ statement }) => simulatedPeriod(statement, lacking(statement.period), terms));
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
    // a wager goes by its own quarter
    carried: contract.fees.filter((fee) => fee.kind !== 'wager' && kindOf(fee).carries(fee)).map(({ id }) => id),
    levels: payAtLevels(terms),
  };
}

/**
 * The first period that every fact covers: what adds up over the term is to begin with it, or what is told of later periods would have a part
 * of those that are left out. Null where there is none.
 * @param entries of the simulated terms, ascending.
 */
export function firstWhole(terms: Terms, entries: readonly Pick<LedgerEntry, 'statement' | 'evidence'>[]): PeriodId | null {
  const settled = entries.filter(({ statement }) => !statement.tail);
  const lacking = lackingIn(terms, settled);
  return settled.find(({ statement }) => lacking(statement.period).length === 0)?.statement.period ?? null;
}

/** Of each period, the facts that may not cover all of it, among those that something is scored, gated or paid by. */
export function lackingIn(terms: Terms, entries: readonly Pick<LedgerEntry, 'statement' | 'evidence'>[]) {
  const words = vocabulary(terms.contract, terms.definitions);
  const measured = entries.flatMap(({ statement, evidence }) => evidence.periods.filter(({ period }) => period === statement.period));
  const begun = factsBegun(words, measured);
  const facts = [...new Set(measuresThatCount(terms).flatMap((id) => words.measures.get(id)?.of ?? []))].sort();
  return (period: PeriodId): readonly NotBegun[] => {
    const own = measured.find((each) => each.period === period);
    const lacking = facts.filter((fact) => own === undefined || !hasBegun(begun.get(fact), own));
    return lacking.map((fact) => ({ fact, firstDay: begun.get(fact) ?? null }));
  };
}

function simulatedPeriod({ period, kpis, lines, currency }: StatementBody, notBegun: readonly NotBegun[], terms: Terms): SimulatedPeriod {
  const fees = lines.filter(isTriedFee);
  const isKnown = notBegun.length === 0 && !fees.some(({ held }) => held);
  const waits = notBegun.length > 0 ? [] : lines.flatMap((line) => waitingIn(line, terms));
  const words = vocabulary(terms.contract, terms.definitions);
  const lacks = (metric: string) =>
    measuresOf(words, { metric }).some((id) => notBegun.some(({ fact }) => fact === words.measures.get(id)?.of));
  return {
    period,
    kpis: kpis.map((kpi) => (lacks(kpi.metric) ? notKnown(kpi) : shownKpi(kpi))),
    lines: fees.map(({ id, amount, held }) => ({ line: id, amount: held || notBegun.length > 0 ? null : amount })),
    total: isKnown ? moneyText(sumOfLines(fees, currency)) : null,
    ...(isKnown || notBegun.length > 0
      ? {}
      : { reasons: distinct(fees.flatMap(({ held, reason }) => (held && reason !== null ? reason : []))) }),
    ...(waits.length === 0 ? {} : { waits }),
    ...(notBegun.length === 0 ? {} : { notBegun }),
  };
}

function waitingIn(line: Line, { contract }: Terms): WaitingAmount[] {
  const amount = waitingOf(line, contract);
  return amount === null ? [] : [{ line: line.id, amount: moneyText(amount) }];
}

/** As a KPI whose data lack: no figure, and none that can be counted. */
function notKnown({ id, metric }: KpiResult): SimulatedPeriod['kpis'][number] {
  return { id, metric, actual: null, score: null, state: 'held' };
}

function shownKpi({ id, metric, actual, actualExact, score, scoreExact, state }: KpiResult): SimulatedPeriod['kpis'][number] {
  return {
    id,
    metric,
    actual,
    ...(actualExact === undefined ? {} : { actualExact }),
    score,
    ...(scoreExact === undefined ? {} : { scoreExact }),
    state,
  };
}
