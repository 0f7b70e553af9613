import { meaningOf } from '../attainment/meaning.js';
import { evaluate, measuresOf } from '../attainment/measures.js';
import { known, undefinedBy } from '../attainment/value.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { EvidencePeriod } from '../evidence/model.js';
import { addDays, type PeriodId, periodDays, shiftPeriod } from '../kernel/calendar.js';
import { numberField } from '../kernel/number-field.js';
import { compare, isZero, ONE, type Rational, rational } from '../kernel/rational.js';
import { evidenceIn, type LedgerEntry } from '../settlement/ledger-entry.js';
import { cohortMaturity } from './cohort-maturity.js';
import { toDouble, toExactDigits } from './doubles.js';
import { givenMeasure, givenVariant } from './given.js';
import { measuresThatCount } from './outlook-input.js';
import { feesOn, measured, type SettledPeriod, settledPeriod, wordsOf } from './settled-period.js';

/** A KPI of a period that later statements may still correct: as it stands, and as it will when all has come in. */
export interface MaturingKpi {
  readonly kpi: string;
  readonly metric: string;
  readonly now: string;
  readonly nowExact?: string;
  readonly mature: string;
  readonly matureExact?: string;
  /** Where 80% of the earlier periods would have it; null of too few. */
  readonly low: string | null;
  readonly high: string | null;
}

export interface Maturing {
  readonly period: PeriodId;
  /** How many earlier periods it is reckoned from, each to its last correction. */
  readonly periods: number;
  /** Measures that are told by how earlier days came in, instead; absent where there are none. */
  readonly byDay?: readonly string[];
  readonly kpis: readonly MaturingKpi[];
  /** What its fees would move by; null where a line is not known. */
  readonly fees: string | null;
  readonly feesExact?: string;
}

/** Fewest periods that a factor, and a range, is taken of. */
const LEAST_PERIODS = 3;
const LEAST_FOR_RANGE = 5;

/** Times each measure, from as it is now to as it will be. */
type Factors = ReadonlyMap<string, Rational>;

/** What is looked through: statements by period, ascending, and the events that they may have counted. */
interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly events: readonly ContractEvent[];
  /** Periods as measured last, ascending, for measures that are told by days of lag; left out: those of the last statement. */
  readonly measured?: readonly EvidencePeriod[];
}

/**
 * What a settled period will have come to when its last correction is in, from how earlier periods went on (chain ladder): of each of its
 * measures the median, over periods that are final, of its last value ÷ its value at as many statements after the period; or, of a measure that is
 * told by days of lag, by how earlier days came in, where that erred less. Null where neither can be told, nothing used to move, or the
 * period is final itself.
 */
export function maturingOf(period: PeriodId, ledger: Ledger): Maturing | null {
  const at = ledger.entries.findIndex(({ statement }) => statement.period === period);
  const own = ledger.entries[at];
  const settled = own === undefined ? null : settledPeriod(own, ledger.entries.slice(0, at), ledger.events);
  if (own === undefined || settled === null) return null;
  const { trueUpPeriods } = own.terms.contract.calendar;
  const age = ageOf(period, ledger, trueUpPeriods);
  const evidence = age === null ? null : evidenceAt(period, age, ledger);
  if (age === null || age >= trueUpPeriods || evidence === null || !isInTime(period, age, ledger)) return null;
  const now: SettledPeriod = { ...settled, evidence };
  const past = ledger.entries.flatMap(({ statement }) => {
    if (statement.tail || statement.period >= period) return [];
    return factorsOf(statement.period, { age, last: trueUpPeriods }, now, ledger) ?? [];
  });
  const ids = measuresThatCount(own.terms);
  const isEnough = past.length >= LEAST_PERIODS;
  const byDay = new Map<string, ByDay>();
  for (const id of ids) {
    const told = toldByDay(id, now, isEnough ? past : [], ledger);
    if (told !== null) byDay.set(id, told);
  }
  if (!isEnough && byDay.size === 0) return null;
  const byStatement = (id: string): Rational => (isEnough ? medianOf(past.flatMap((each) => each.get(id) ?? [])) : ONE);
  const factors: Factors = new Map(ids.map((id) => [id, byDay.get(id)?.times ?? byStatement(id)]));
  const kpis = own.terms.contract.kpis.flatMap((kpi) => maturingKpi(kpi, now, { factors, byDay, past }) ?? []);
  if (kpis.length === 0) return null;
  return {
    period,
    periods: isEnough ? past.length : 0,
    ...(byDay.size === 0 ? {} : { byDay: [...byDay.keys()] }),
    kpis,
    ...numberField('fees', feesMoved(now, factors)),
  };
}

/** A measure by how earlier days came in: times what it is now, and where 80% of the trials would have it. */
interface ByDay {
  readonly times: Rational;
  readonly range: { readonly low: Rational; readonly high: Rational } | null;
}

/** Null where a measure is not told by days of lag, or statements of earlier periods have told it better. */
function toldByDay(id: string, now: SettledPeriod, past: readonly Factors[], ledger: Ledger): ByDay | null {
  const periods = ledger.measured ?? ledger.entries.at(-1)?.evidence.periods ?? [];
  const value = measured(now, id);
  const found = cohortMaturity(wordsOf(now), periods, id, now.evidence.inForce);
  if (found === null || !value.known || isZero(value.value)) return null;
  const erred = past.length === 0 ? null : errorByStatement(past.flatMap((each) => each.get(id) ?? []));
  if (erred !== null && (found.error === null || erred <= found.error)) return null;
  const times = (amount: number): Rational => rational(toExactDigits(amount, BY_DAY_DIGITS)).div(value.value);
  const { range } = found;
  return { times: times(found.final), range: range === null ? null : { low: times(range.low), high: times(range.high) } };
}

const BY_DAY_DIGITS = 6;

/** How wrong the median of the others was of each, on average. */
function errorByStatement(factors: readonly Rational[]): number {
  const errors = factors.map((own, index) => {
    const said = medianOf(factors.filter((_, other) => other !== index));
    return toDouble(
      said
        .div(isZero(own) ? ONE : own)
        .sub(ONE)
        .abs(),
    );
  });
  return errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length);
}

/** Every settled period that is not final, ascending, with what is still to come. */
export function maturingPeriods(ledger: Ledger): Maturing[] {
  return ledger.entries.flatMap(({ statement }) => (statement.tail ? [] : (maturingOf(statement.period, ledger) ?? [])));
}

/** How many statements after its own a period was last measured for; null where its own is not there. */
function ageOf(period: PeriodId, ledger: Ledger, most: number): number | null {
  for (let age = most; age >= 0; age -= 1) if (evidenceAt(period, age, ledger) !== null) return age;
  return null;
}

function entryAt(period: PeriodId, age: number, { entries }: Ledger): LedgerEntry | null {
  const every = entries[0]?.terms.contract.calendar.every ?? 'month';
  const wanted = shiftPeriod(period, every, age);
  return entries.find(({ statement }) => statement.period === wanted) ?? null;
}

function evidenceAt(period: PeriodId, age: number, ledger: Ledger): EvidencePeriod | null {
  const entry = entryAt(period, age, ledger);
  return entry === null ? null : evidenceIn(entry, period);
}

/** Whether a statement was settled before the next was due: a late one has seen what others of its place had not. */
function isInTime(period: PeriodId, age: number, ledger: Ledger): boolean {
  const entry = entryAt(period, age, ledger);
  if (entry === null) return false;
  const { every, lockAfterDays } = entry.terms.contract.calendar;
  const dueAfter = (steps: number) => {
    const end = periodDays(shiftPeriod(period, every, steps), every)?.to;
    return end === undefined ? null : addDays(end, lockAfterDays);
  };
  const [due, next] = [dueAfter(age), dueAfter(age + 1)];
  return due !== null && next !== null && entry.statement.asOf >= due && entry.statement.asOf < next;
}

/** How an earlier period went on, measure by measure; null where one was not known, came of nothing, or was defined otherwise. */
function factorsOf(
  period: PeriodId,
  { age, last }: { readonly age: number; readonly last: number },
  now: SettledPeriod,
  ledger: Ledger,
): Factors | null {
  const entry = entryAt(period, 0, ledger);
  const settled = entry === null ? null : settledPeriod(entry, [], []);
  const [then, final] = [evidenceAt(period, age, ledger), evidenceAt(period, last, ledger)];
  if (settled === null || then === null || final === null || !isInTime(period, age, ledger)) return null;
  const factors = new Map<string, Rational>();
  for (const id of measuresThatCount(now.entry.terms)) {
    if (meaningOf(now.entry.terms, id) !== meaningOf(settled.entry.terms, id)) return null;
    const [before, after] = [then, final].map((evidence) => measured({ ...settled, evidence }, id));
    if (before?.known !== true || after?.known !== true) return null;
    const isSame = compare(before.value, after.value) === 0;
    if (isZero(before.value) && !isSame) return null;
    factors.set(id, isSame ? ONE : after.value.div(before.value));
  }
  return factors;
}

function maturingKpi(
  { id, metric }: { readonly id: string; readonly metric: string },
  now: SettledPeriod,
  { factors, byDay, past }: { readonly factors: Factors; readonly byDay: ReadonlyMap<string, ByDay>; readonly past: readonly Factors[] },
): MaturingKpi | null {
  const on = (times: Factors | null): Rational | null => {
    const value = evaluate(
      wordsOf(now),
      { metric },
      (measure) => {
        const own = measured(now, measure, id);
        return own.known ? known(own.value.mul(times?.get(measure) ?? ONE)) : undefinedBy([]);
      },
      metric,
    );
    return value.known ? value.value : null;
  };
  const [value, mature] = [on(null), on(factors)];
  if (value === null || mature === null || compare(value, mature) === 0) return null;
  const own = measuresOf(wordsOf(now), { metric }).flatMap((measure) => byDay.get(measure)?.range ?? []);
  const ranged = (end: 'low' | 'high'): Factors =>
    new Map([...factors].map(([measure, times]) => [measure, byDay.get(measure)?.range?.[end] ?? times]));
  const ends = (own.length > 0 ? [ranged('low'), ranged('high')] : past).flatMap((each) => on(each) ?? []).sort(compare);
  const isRange = own.length > 0 || ends.length >= LEAST_FOR_RANGE;
  const [least, most] = own.length > 0 ? (['0', '1'] as const) : (['0.1', '0.9'] as const);
  return {
    kpi: id,
    metric,
    ...numberField('now', value),
    ...numberField('mature', mature),
    low: isRange ? numberField('low', quantile(ends, least)).low : null,
    high: isRange ? numberField('high', quantile(ends, most)).high : null,
  };
}

/** What the fees of the period come to on measures as they will be, less what they come to now. */
function feesMoved(now: SettledPeriod, factors: Factors): Rational | null {
  const { evidence } = now;
  const scaled = (id: string, kpi: string | null) => {
    const value = measured(now, id, kpi);
    return value.known ? value.value.mul(factors.get(id) ?? ONE) : null;
  };
  const moved = [...factors].filter(([, times]) => compare(times, ONE) !== 0).map(([id]) => id);
  const measures = evidence.measures.map((each) => {
    const value = moved.includes(each.id) ? scaled(each.id, null) : null;
    return value === null ? each : givenMeasure(evidence, each.id, value);
  });
  const variants = evidence.variants.map((each) => {
    const value = moved.includes(each.id) ? scaled(each.id, each.kpi) : null;
    return value === null ? each : givenVariant(evidence, each.kpi, each.id, value);
  });
  const [before, after] = [feesOn(now, evidence), feesOn(now, { ...evidence, measures, variants })];
  return before === null || after === null ? null : after.sub(before);
}

function medianOf(values: readonly Rational[]): Rational {
  return quantile([...values].sort(compare), '0.5');
}

/** The value below which a share of sorted values lies, between the two nearest. */
function quantile(sorted: readonly Rational[], share: string): Rational {
  const place = rational(share).mul(Math.max(0, sorted.length - 1));
  const below = place.floor();
  const low = sorted[Number(below.n)] ?? ONE;
  const high = sorted[Number(below.n) + 1] ?? low;
  return low.add(high.sub(low).mul(place.sub(below)));
}
