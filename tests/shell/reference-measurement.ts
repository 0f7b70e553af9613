import { Temporal } from 'temporal-polyfill';
import type { EventOf } from '../../src/contract/event-kinds/event-kinds.js';
import type { Filter, Literal, Measure } from '../../src/contract/model.js';
import type { Measured } from '../../src/evidence/decode.js';
import type { EvidenceDay, EvidenceMeasure, EvidencePeriod, EvidenceScan } from '../../src/evidence/model.js';
import { addDays, type DateRange, instantText, localDate, startOfDay } from '../../src/kernel/calendar.js';
import { compare, rational, sum, toExact } from '../../src/kernel/rational.js';
import { recordCalendar } from '../../src/kernel/zone-record.js';
import { calendarOf } from '../../src/query/build.js';
import type { MeasurementRequest, RequestedPeriod } from '../../src/query/request.js';

/*
 * Measurement row by row in plain TypeScript, as section 3 of the contract language reads: slow, without SQL, and
 * without any of the engine's code but the kernel's calendar and numbers. What the warehouse gives must equal it.
 */

export type Value = string | number | boolean | null;
/** A row; times are ISO text: with Z an instant, without a wall clock or a date. */
export type Row = Readonly<Record<string, Value>>;

function instantOf(text: string, zone: string | null): bigint {
  if (zone === null) return Temporal.Instant.from(text).epochNanoseconds / 1000n;
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochNanoseconds / 1000n;
}

/** The local day: the last one that has started. */
function dayOf(measure: Pick<Measure, 'when'>, row: Row, zone: string): string | null {
  const value = row[measure.when.column];
  if (typeof value !== 'string') return null;
  if (value.length === 10) return value;
  const instant = instantOf(value, measure.when.zone);
  let day = localDate(instant, zone);
  while (startOfDay(addDays(day, 1), zone) <= instant) day = addDays(day, 1);
  return day;
}

function matchesLiteral(value: Exclude<Value, null>, literal: Literal): number {
  if (literal.type === 'number') return compare(rational(String(value)), rational(literal.value));
  if (literal.type === 'boolean') return value === literal.value ? 0 : 1;
  const subject = /[^\p{ASCII}]/u.test(literal.value) ? String(value).normalize('NFC') : String(value);
  return Buffer.compare(Buffer.from(subject), Buffer.from(literal.value));
}

function matches(filter: Filter | null, row: Row): boolean {
  if (filter === null) return true;
  if ('all' in filter) return filter.all.every((part) => matches(part, row));
  if ('any' in filter) return filter.any.some((part) => matches(part, row));
  const value = row[filter.column] ?? null;
  if (filter.op === 'isNull') return (value === null) === filter.value;
  if (value === null) return false;
  switch (filter.op) {
    case 'eq':
      return matchesLiteral(value, filter.value) === 0;
    case 'gt':
      return matchesLiteral(value, filter.value) > 0;
    case 'gte':
      return matchesLiteral(value, filter.value) >= 0;
    case 'lt':
      return matchesLiteral(value, filter.value) < 0;
    case 'lte':
      return matchesLiteral(value, filter.value) <= 0;
    case 'in':
      return filter.values.some((literal) => matchesLiteral(value, literal) === 0);
    case 'notIn':
      return filter.values.every((literal) => matchesLiteral(value, literal) !== 0);
    case 'between':
      return matchesLiteral(value, filter.low) >= 0 && matchesLiteral(value, filter.high) <= 0;
  }
}

const inRange = (day: string | null, range: DateRange): boolean => day !== null && range.from <= day && day <= range.to;

function leaves(event: EventOf<'exclusion'>, measure: Measure, row: Row, zone: string): boolean {
  const { treatment } = event;
  if (treatment.kind === 'waive') return false;
  if (treatment.kind === 'drop' && !matches(treatment.where, row)) return false;
  if ('dates' in treatment.window) return inRange(dayOf(measure, row, zone), treatment.window.dates);
  const value = row[measure.when.column];
  if (typeof value !== 'string') return false;
  const instant = instantOf(value, measure.when.zone);
  return BigInt(treatment.window.instants.from) <= instant && instant < BigInt(treatment.window.instants.to);
}

function measured(
  measure: Measure,
  rows: readonly Row[],
  period: RequestedPeriod,
  exclusions: readonly EventOf<'exclusion'>[],
): EvidenceMeasure {
  const zone = period.terms.contract.calendar.timezone;
  const chosen = rows.filter(
    (row) =>
      inRange(dayOf(measure, row, zone), period.inForce) &&
      matches(measure.where, row) &&
      !exclusions.some((event) => leaves(event, measure, row, zone)),
  );
  const { aggregate } = measure;
  const currencyOf = (row: Row): string | null => {
    const { currency } = measure;
    if (currency === null) return null;
    return typeof currency === 'string' ? ((row[currency] ?? null) as string | null) : currency.code;
  };
  const isNull = (row: Row): boolean =>
    'sum' in aggregate && ((row[aggregate.sum] ?? null) === null || (measure.currency !== null && currencyOf(row) === null));
  const groups = new Map<string, Row[]>();
  for (const row of chosen) {
    const key = JSON.stringify([dayOf(measure, row, zone), 'sum' in aggregate ? (currencyOf(row) ?? '') : '']);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const days = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]): EvidenceDay => {
      const [day, currency] = JSON.parse(key) as [string, string];
      const nulls = group.filter(isNull).length;
      const entry = { day, ...(currency === '' ? {} : { currency }), rows: group.length, ...(nulls === 0 ? {} : { nulls }) };
      if ('countDistinct' in aggregate) return entry;
      if ('count' in aggregate) return { ...entry, value: String(group.length) };
      const counted = group.filter((row) => !isNull(row)).map((row) => rational(String(row[aggregate.sum])));
      return { ...entry, value: toExact(sum(counted)) };
    });
  const entry = { id: measure.id, rows: chosen.length, nulls: chosen.filter(isNull).length, days };
  if (!('countDistinct' in aggregate)) return entry;
  return { ...entry, distinct: distinct(chosen, aggregate.countDistinct) };
}

function distinct(rows: readonly Row[], column: string): number {
  return new Set(rows.map((row) => row[column] ?? null).filter((value) => value !== null)).size;
}

function scan(
  measure: Measure,
  grain: readonly string[],
  rows: readonly Row[],
  request: MeasurementRequest,
  period: RequestedPeriod,
): EvidenceScan {
  const zone = period.terms.contract.calendar.timezone;
  const inPeriod = (days: DateRange): Row[] => rows.filter((row) => inRange(dayOf(measure, row, zone), days));
  /** Key → the days of its rows, ascending. */
  const keysOf = (some: readonly Row[]): Map<string, string[]> => {
    const keys = new Map<string, string[]>();
    for (const row of some) {
      const key = JSON.stringify(grain.map((column) => row[column] ?? null));
      keys.set(key, [...(keys.get(key) ?? []), dayOf(measure, row, zone) ?? ''].sort());
    }
    return keys;
  };
  const byDay = (days: readonly string[]): { day: string; keys: number }[] =>
    [...new Set(days)].sort().map((day) => ({ day, keys: days.filter((other) => other === day).length }));
  const own = keysOf(inPeriod(period.inForce));
  const repeatedKeys = request.periods
    .filter((other) => other.period < period.period)
    .map((other) => {
      const first = [...keysOf(inPeriod(other.inForce)).keys()].flatMap((key) => own.get(key)?.[0] ?? []);
      return { period: other.period, keys: first.length, days: byDay(first) };
    })
    .filter(({ keys }) => keys > 0);
  const second = [...own.values()].flatMap((days) => days[1] ?? []);
  return {
    column: measure.when.column,
    ...(measure.when.zone === null ? {} : { zone: measure.when.zone }),
    rows: inPeriod(period.inForce).length,
    nullWhen: rows.filter((row) => (row[measure.when.column] ?? null) === null).length,
    duplicateKeys: second.length,
    ...(second.length === 0 ? {} : { duplicateDays: byDay(second) }),
    repeatedKeys,
  };
}

/** The instant that rows reach by one `when`, those after `asOf` ignored. */
function reached(measure: Measure, rows: readonly Row[], asOf: string, zone: string): bigint[] {
  return rows.flatMap((row) => {
    const value = row[measure.when.column];
    if (typeof value !== 'string') return [];
    if (value.length === 10) return value <= asOf ? [startOfDay(addDays(value, 1), zone)] : [];
    const instant = instantOf(value, measure.when.zone);
    return instant < startOfDay(addDays(asOf, 1), zone) ? [instant] : [];
  });
}

/** Measures one request over the rows of its one fact. */
export function referenceMeasurement(request: MeasurementRequest, rows: readonly Row[]): Measured {
  const periods = request.periods.map((period): EvidencePeriod => {
    const { contract, definitions } = period.terms;
    const zone = contract.calendar.timezone;
    const measures = [...definitions.measures].sort((a, b) => (a.id < b.id ? -1 : 1));
    const [fact] = definitions.facts;
    if (fact === undefined) throw new Error('no fact');
    const whens = [...new Map(measures.map((measure) => [JSON.stringify(measure.when), measure])).values()];
    const instants = whens.flatMap((measure) => reached(measure, rows, request.asOf, zone));
    let freshAt: bigint | null = null;
    for (const instant of instants) if (freshAt === null || instant > freshAt) freshAt = instant;
    const scans = whens.map((measure) => scan(measure, fact.grain, rows, request, period));
    scans.sort((a, b) => (`${a.column} ${a.zone ?? ''}` < `${b.column} ${b.zone ?? ''}` ? -1 : 1));
    const variants = [...contract.kpis]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap((kpi) => {
        const exclusions = period.exclusions.filter((event) => event.kpis.includes(kpi.id));
        const named = measures.filter((measure) => measure.id === kpi.metric);
        return exclusions.length === 0 ? [] : named.map((measure) => ({ kpi: kpi.id, ...measured(measure, rows, period, exclusions) }));
      });
    return {
      period: period.period,
      inForce: period.inForce,
      calendar: calendarOf(period),
      terms: period.termsDigest,
      exclusions: period.exclusions.map((event) => event.file).sort(),
      facts: [
        {
          id: fact.id,
          ...(freshAt === null ? {} : { freshAt: instantText(freshAt) }),
          complete: freshAt !== null && freshAt >= startOfDay(addDays(period.inForce.to, 1), zone),
          scans,
        },
      ],
      measures: measures.map((measure) => {
        const undated = rows.filter((row) => (row[measure.when.column] ?? null) === null && matches(measure.where, row)).length;
        return { ...measured(measure, rows, period, []), ...(undated === 0 ? {} : { undated }) };
      }),
      variants,
      rates: [],
    };
  });
  const spans = request.spans.map(({ measure: id, terms, termsDigest, span }) => {
    const measure = terms.definitions.measures.find((candidate) => candidate.id === id);
    if (measure === undefined || !('countDistinct' in measure.aggregate)) throw new Error(`not distinct: ${id}`);
    const zone = terms.contract.calendar.timezone;
    const chosen = rows.filter((row) => inRange(dayOf(measure, row, zone), span) && matches(measure.where, row));
    const calendar = recordCalendar(span, zone, measure.when.zone === null ? [] : [measure.when.zone]);
    return { measure: id, terms: termsDigest, ...span, calendar, distinct: distinct(chosen, measure.aggregate.countDistinct) };
  });
  return { contract: request.contract, asOf: request.asOf, periods, spans };
}
