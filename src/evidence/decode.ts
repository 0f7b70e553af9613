import { addDays, instantText, type LocalDate, type Micros, type PeriodId, startOfDay } from '../kernel/calendar.js';
import type {
  ContractReading,
  FactReading,
  GrainCheck,
  MeasureReading,
  PeriodReading,
  QueryPlan,
  Reading,
  SpanReading,
} from '../query/plan.js';
import { dayKey } from './decode-parts.js';
import type { EvidenceDay, EvidenceFact, EvidenceMeasure, EvidencePart, EvidencePeriod, EvidenceScan, EvidenceSpan } from './model.js';
import { neededRates } from './rates.js';
import type { DivisionResult, GrainResult, PlanResults, ScanResult, TallyDay, TallyPart } from './results.js';

/** All that one run measured for a contract; a statement's evidence is a slice of it. */
export interface Measured {
  readonly contract: string;
  readonly asOf: LocalDate;
  /** Ascending. */
  readonly periods: readonly EvidencePeriod[];
  readonly spans: readonly EvidenceSpan[];
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`plan and results do not agree at ${index}`);
  return item;
}

/**
 * Puts a contract's evidence together from what was read for a plan.
 * @param absent sources that could not be read: a fact on one of them has never come, whatever its load log says.
 */
export function decodeContract(
  plan: QueryPlan,
  results: PlanResults,
  reading: ContractReading,
  absent: ReadonlySet<number> = new Set(),
): Measured {
  return {
    contract: reading.contract,
    asOf: reading.asOf,
    periods: reading.periods.map((period) => decodePeriod(plan, results, period, absent)),
    spans: reading.spans.map((span) => decodeSpan(results, span)).sort(compareSpans),
  };
}

function decodePeriod(plan: QueryPlan, results: PlanResults, reading: PeriodReading, absent: ReadonlySet<number>): EvidencePeriod {
  const { measures, variants } = decodeMeasures(results, reading, reading);
  const { fx, underEarlierRules: earlier } = reading;
  return {
    period: reading.period,
    inForce: reading.inForce,
    calendar: reading.calendar,
    terms: reading.terms,
    exclusions: reading.exclusions,
    facts: reading.facts.map((fact) => {
      const isAbsent = fact.scans.some(({ scan }) => absent.has(at(plan.scans, scan).source));
      return decodeFact(plan, results, reading, { ...fact, isAbsent });
    }),
    measures,
    variants,
    rates: fx === null ? [] : neededRates(measures, reading.currency, at(results.rates, fx.rates), fx.maxAgeDays),
    ...(earlier === null ? {} : { underEarlierRules: { calendar: earlier.calendar, ...decodeMeasures(results, reading, earlier) } }),
  };
}

function decodeMeasures(results: PlanResults, period: PeriodReading, reading: Pick<PeriodReading, 'measures' | 'variants'>) {
  return {
    measures: reading.measures.map((measure) => measureOf(results, period, measure)),
    variants: reading.variants.map((variant) => ({ kpi: variant.kpi, ...decodeMeasure(results, period, variant) })),
  };
}

const measures = new WeakMap<PlanResults, Map<string, EvidenceMeasure>>();

/** A measure of a period; of contracts that read the same the very same, so that what follows from it is computed once for all of them. */
function measureOf(results: PlanResults, period: Pick<PeriodReading, 'inForce'>, reading: MeasureReading): EvidenceMeasure {
  const known = measures.get(results) ?? new Map<string, EvidenceMeasure>();
  measures.set(results, known);
  const key = JSON.stringify([period.inForce, reading]);
  const found = known.get(key) ?? withUndated(decodeMeasure(results, period, reading), results, reading);
  known.set(key, found);
  return found;
}

/** The days of a tally that lie in the period, without whole days that leave. */
function daysOf(
  results: PlanResults,
  period: Pick<PeriodReading, 'inForce'>,
  reading: Pick<Reading, 'scan' | 'tally' | 'without'>,
): TallyDay[] {
  const { from, to } = period.inForce;
  const leaves = (day: LocalDate): boolean => reading.without.some((hole) => hole.from <= day && day <= hole.to);
  return at(at(results.scans, reading.scan).tallies, reading.tally).filter(({ day }) => day >= from && day <= to && !leaves(day));
}

function decodeMeasure(results: PlanResults, period: Pick<PeriodReading, 'inForce'>, reading: MeasureReading): EvidenceMeasure {
  const days = daysOf(results, period, reading);
  const entry = {
    id: reading.id,
    rows: total(days, (day) => day.rows),
    nulls: reading.summed ? total(days, (day) => nullsOf(day, reading)) : 0,
    days: withParts(results, reading, days),
  };
  if (reading.distinct === null) return entry;
  const distinct = distinctOf(results, reading.scan, reading.distinct);
  const parts =
    reading.division === undefined
      ? undefined
      : at(divisionOf(results, reading, reading.division.index).distincts, reading.division.period);
  return parts === undefined ? { ...entry, distinct } : { ...entry, distinct, parts };
}

/** A measure with the rows that it asks for and that are in no period; where there are none, nothing is said. */
function withUndated(entry: EvidenceMeasure, results: PlanResults, { scan, tally }: MeasureReading): EvidenceMeasure {
  const undated = at(results.scans, scan).undated[tally] ?? 0;
  return undated === 0 ? entry : { ...entry, undated };
}

function divisionOf(results: PlanResults, { scan }: MeasureReading, index: number): DivisionResult {
  return at(at(results.scans, scan).divisions, index);
}

/** The days of a measure, each with its parts where something divides it. */
function withParts(results: PlanResults, reading: MeasureReading, days: readonly TallyDay[]): EvidenceDay[] {
  if (reading.division === undefined) return days.map((day) => decodeDay(day, reading));
  const { parts } = divisionOf(results, reading, reading.division.index);
  return days.map((whole) => {
    const { day, currency } = whole;
    const own = (parts.get(dayKey(whole)) ?? []).map((part) => decodePart(day, currency, part, reading));
    return { ...decodeDay(whole, reading), parts: own };
  });
}

function decodePart(day: LocalDate, currency: string | null, part: TallyPart, reading: MeasureReading): EvidencePart {
  const { rows, nulls, value } = decodeDay({ day, currency, ...part }, reading);
  return { of: part.of, rows, ...(nulls === undefined ? {} : { nulls }), ...(value === undefined ? {} : { value }) };
}

/** Rows whose summed column or currency is NULL. */
function nullsOf(day: TallyDay, { currency }: MeasureReading): number {
  return currency === 'column' && day.currency === null ? day.rows : day.rows - day.filled;
}

function decodeDay(day: TallyDay, reading: MeasureReading): EvidenceDay {
  const nulls = reading.summed ? nullsOf(day, reading) : 0;
  const entry = { day: day.day, rows: day.rows, ...(nulls === 0 ? {} : { nulls }) };
  if (reading.distinct !== null) return entry;
  if (!reading.summed) return { ...entry, value: String(day.rows) };
  if (reading.currency === null) return { ...entry, value: day.total ?? '0' };
  if (reading.currency !== 'column') return { ...entry, currency: reading.currency.code, value: day.total ?? '0' };
  // money without a currency is no money: it counts among the nulls, and adds nothing
  if (day.currency === null) return { ...entry, value: '0' };
  return { ...entry, currency: day.currency, value: day.total ?? '0' };
}

function total<T>(days: readonly T[], of: (day: T) => number): number {
  return days.reduce((sum, day) => sum + of(day), 0);
}

function distinctOf(results: PlanResults, scan: number, { index, target }: { index: number; target: number }): number {
  return at(at(at(results.scans, scan).distincts, index), target);
}

function decodeFact(
  plan: QueryPlan,
  results: PlanResults,
  period: PeriodReading,
  reading: FactReading & { readonly isAbsent: boolean },
): EvidenceFact {
  const reached =
    reading.load === null
      ? reading.scans.map((scan) => at(at(results.scans, scan.scan).reached, scan.bound))
      : [at(at(results.loads, reading.load.load).reached, reading.load.bound)];
  const known = reached.filter((instant): instant is Micros => instant !== null);
  const end = startOfDay(addDays(period.inForce.to, 1), period.zone);
  const scans = reading.scans.map((scan) => decodeScan(plan, results, period, scan)).sort(compareScans);
  if (known.length === 0 || reading.isAbsent) return { id: reading.id, complete: false, scans };
  const freshAt = latestOf(known);
  return { id: reading.id, freshAt: instantText(freshAt), complete: freshAt >= end, scans };
}

function latestOf(instants: readonly Micros[]): Micros {
  let latest = instants[0] ?? 0n;
  for (const instant of instants) if (instant > latest) latest = instant;
  return latest;
}

function decodeScan(plan: QueryPlan, results: PlanResults, period: PeriodReading, reading: FactReading['scans'][number]): EvidenceScan {
  const scan = at(plan.scans, reading.scan);
  const result: ScanResult = at(results.scans, reading.scan);
  const days = daysOf(results, period, { ...reading, without: [] });
  return {
    column: scan.column,
    ...(scan.zone === null ? {} : { zone: scan.zone }),
    rows: total(days, (day) => day.rows),
    nullWhen: result.nullWhen,
    ...(reading.grain === null
      ? { duplicateKeys: 0, repeatedKeys: [] }
      : decodeGrain(at(scan.grains, reading.grain), at(result.grains, reading.grain), period.period)),
  };
}

type Repeats = Pick<EvidenceScan, 'duplicateKeys' | 'duplicateDays' | 'repeatedKeys'>;

function decodeGrain({ periods }: GrainCheck, result: GrainResult, period: PeriodId): Repeats {
  const own = periods.findIndex((candidate) => candidate.period === period);
  const duplicates = result.duplicates.get(own) ?? [];
  return {
    duplicateKeys: total(duplicates, ({ keys }) => keys),
    ...(duplicates.length === 0 ? {} : { duplicateDays: duplicates }),
    repeatedKeys: result.repeats
      .filter((repeat) => repeat.period === own)
      .map(({ earlier, days }) => ({ period: at(periods, earlier).period, keys: total(days, ({ keys }) => keys), days })),
  };
}

function compareScans(a: EvidenceScan, b: EvidenceScan): number {
  const [left, right] = [`${a.column} ${a.zone ?? ''}`, `${b.column} ${b.zone ?? ''}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

function decodeSpan(results: PlanResults, reading: SpanReading): EvidenceSpan {
  return {
    measure: reading.measure,
    terms: reading.terms,
    from: reading.span.from,
    to: reading.span.to,
    calendar: reading.calendar,
    distinct: distinctOf(results, reading.scan, reading.distinct),
  };
}

function compareSpans(a: EvidenceSpan, b: EvidenceSpan): number {
  const [left, right] = [a, b].map((span) => [span.measure, span.from, span.to, span.terms].join(' '));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
