import type { LateDuties } from '../attainment/duties.js';
import { vocabulary } from '../attainment/measures.js';
import { scoresOf } from '../attainment/scores.js';
import { metricToDate, type SpanPart } from '../attainment/to-date.js';
import { type Cause, known, reason, undefinedBy, type Value } from '../attainment/value.js';
import { kindNamed } from '../contract/fee-kinds/fee-kinds.js';
import type { FeeStep } from '../contract/fee-kinds/record.js';
import type { Terms } from '../contract/model.js';
import type { DateRange, LocalDate, PeriodId } from '../kernel/calendar.js';
import { type Money, money, moneyText, roundMoney, zeroMoney } from '../kernel/money.js';
import { type TermPeriod, termPeriods } from '../kernel/period.js';
import { type Rational, rational } from '../kernel/rational.js';
import type { EarlierStep, FeeContext } from './fee-context.js';
import { taxLines } from './lines.js';
import type { LineKind } from './model.js';
import { crossAtFirst, type StepTaken, takeSteps } from './period-steps.js';
import { timeline } from './timeline.js';

/** What was measured of one period, or is supposed of it. */
export interface PeriodTotals {
  readonly period: PeriodId;
  /** Measure → its exact total over the days in force, money in the contract's currency. One that is left out is not known. */
  readonly totals: ReadonlyMap<string, Rational>;
  /** KPI → measure → its total on the rows that the KPI keeps, where that is another; left out: all rows. */
  readonly ofKpi?: ReadonlyMap<string, ReadonlyMap<string, Rational>>;
  /** KPI → the late duty that governs it; left out: every duty was done in time. */
  readonly late?: LateDuties;
  /** The terms that the period is paid by, where they are others than those of the term. */
  readonly terms?: Terms;
}

/** What totals of whole periods do not tell. */
export interface PaidBesides {
  /**
   * A measure over days that are not just whole periods: up to a milestone's due day, or the distinct count of several periods.
   * Undefined where it is not known; then what needs it is not known either.
   */
  readonly over?: (measure: string, span: DateRange) => Rational | undefined;
  /** Milestone → the day on which it is accepted; one that is left out is not. */
  readonly accepted?: ReadonlyMap<string, LocalDate>;
}

/** What one line of one period pays. */
export interface PaidLine {
  readonly period: PeriodId;
  /** The line's id, as statements have it: a fee's, `<fee>/recovery`, `<fee>/excess`. */
  readonly line: string;
  /** The fee that it is of. */
  readonly fee: string;
  readonly kind: LineKind;
  /** The step of the period in which it is computed; null for what follows from a fee (recovery, excess). */
  readonly step: FeeStep | null;
  /** Rounded as agreed; null where it is not known, and would be held. Later lines go on with 0 then. */
  readonly amount: Money | null;
  /** Why it is not known; empty where it is. */
  readonly causes: readonly Cause[];
}

/**
 * What terms pay, period by period: `payTerm(terms, periods, besides?) → lines`. Pure: without evidence, events, words or traces, and
 * the very order and computations by which settlement pays (section 5), so that its lines are those of final statements of complete
 * periods without events, to the cent (tests/settlement/pay-term.test.ts).
 * @param terms normalised and checked, as of every period; the term is the one that they say, without a termination.
 * @param periods from the term's first period on, ascending, without a gap: caps and tiers of the term, recoveries and milestones go
 * on from the periods before. As many as are wanted; a period that is no period of the term is a RangeError.
 * @returns the lines of every period in the order of settlement, taxes on its own lines last.
 */
export function payTerm(terms: Terms, periods: readonly PeriodTotals[], besides: PaidBesides = {}): PaidLine[] {
  const { contract } = terms;
  const all = termPeriods(contract.term, contract.calendar.every);
  const measured = periods.map((totals): MeasuredPeriod => {
    const period = all.find(({ id }) => id === totals.period);
    if (period === undefined) throw new RangeError(`no period of the term: ${totals.period}`);
    return { period, totals };
  });
  const cross = crossAtFirst();
  return measured.flatMap((each, index) =>
    payPeriod(each.totals.terms ?? terms, each, { cross, until: measured.slice(0, index + 1), besides }),
  );
}

interface MeasuredPeriod {
  readonly period: TermPeriod;
  readonly totals: PeriodTotals;
}

interface Paying {
  readonly cross: FeeContext['cross'];
  /** The periods so far, this one included. */
  readonly until: readonly MeasuredPeriod[];
  readonly besides: PaidBesides;
}

function payPeriod(terms: Terms, { period, totals }: MeasuredPeriod, paying: Paying): PaidLine[] {
  const { contract } = terms;
  const { currency, rounding } = contract;
  const { cross } = paying;
  const steps = new Map<string, EarlierStep>();
  const context = { ...contextOf(terms, period, totals, paying), steps };
  const lines: PaidLine[] = [];
  takeSteps({ period: period.id, contract, cross, steps, acknowledged: () => null }, ({ fee, id, kind, compute }): StepTaken => {
    const { value, causes, base = null } = compute(context);
    const amount = value === null ? null : roundMoney(value, currency, rounding);
    lines.push({ period: period.id, line: id, fee: fee.id, kind, step: kindNamed(kind)?.step ?? null, amount, causes });
    const step = { kind, basis: amount ?? zeroMoney(currency), held: amount === null, causes };
    const milestone = amount === null ? causes : amount.minor > 0n ? 'taken' : 'not taken';
    return { step, base, milestone };
  });
  return [...lines, ...taxesOn(terms, period.id, lines)];
}

/** Everything that the fees of a period are computed from. */
function contextOf(terms: Terms, period: TermPeriod, totals: PeriodTotals, { cross, until, besides }: Paying): Omit<FeeContext, 'steps'> {
  const { contract, definitions } = terms;
  const measure = (id: string) => valueFrom(id, totals.totals.get(id));
  const attainment = scoresOf(terms, period, {
    measure,
    measureOf: (kpi, id) => {
      const own = totals.ofKpi?.get(kpi)?.get(id);
      return own === undefined ? measure(id) : known(own);
    },
    remaining: () => rational(period.daysInForce),
    exclusions: [],
    late: totals.late ?? new Map(),
  });
  const words = vocabulary(contract, definitions);
  const parts = until.map((part): SpanPart => {
    const { inForce } = part.period;
    const valueUpTo = (id: string, upTo: LocalDate) =>
      valueFrom(id, upTo < inForce.to ? besides.over?.(id, { from: inForce.from, to: upTo }) : part.totals.totals.get(id));
    return { words, inForce, valueUpTo, rules: definitions.reconcile };
  });
  const counted = (id: string, span: DateRange) => besides.over?.(id, span);
  return {
    terms,
    period,
    attainment,
    acceptedOn: (fee) => besides.accepted?.get(fee.id) ?? null,
    timeline: timeline(contract, []),
    cross,
    metricToDate: (metric, from, upTo) => {
      const within = parts.filter(({ inForce }) => inForce.from <= upTo && inForce.to >= from);
      return metricToDate(words, within, counted, metric, { from, to: upTo });
    },
    decideAgainst: null,
    unknownGates: null,
    onTarget: false,
    certainAlone: false,
  };
}

function valueFrom(measure: string, total: Rational | undefined): Value {
  return total === undefined ? undefinedBy([{ reason: reason('not-measured', { measure }), party: null }]) : known(total);
}

function taxesOn(terms: Terms, period: PeriodId, lines: readonly PaidLine[]): PaidLine[] {
  const { currency } = terms.contract;
  const payable = lines.map(({ line, amount }) => ({ id: line, amount: moneyText(amount ?? zeroMoney(currency)) }));
  return taxLines([terms], period, payable).map(({ id, kind, amount }) => ({
    ...{ period, line: id, fee: id, kind },
    ...{ step: kindNamed(kind)?.step ?? null, amount: money(amount, currency), causes: [] },
  }));
}
