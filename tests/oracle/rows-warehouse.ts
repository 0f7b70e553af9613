import type { EventOf } from '../../src/contract/event-kinds/event-kinds.js';
import type { Fact, Filter, Literal, Measure, Terms } from '../../src/contract/model.js';
import type { Measured } from '../../src/evidence/decode.js';
import type { EvidenceFact, EvidenceKeys, EvidenceMeasure, EvidencePeriod, EvidenceScan } from '../../src/evidence/model.js';
import { neededRates } from '../../src/evidence/rates.js';
import type { RateRow } from '../../src/evidence/results.js';
import { type DateRange, instantText, type Micros } from '../../src/kernel/calendar.js';
import { compare, rational, sum, toExact } from '../../src/kernel/rational.js';
import type { RecordedCalendar } from '../../src/kernel/zone-record.js';
import type { Measurement, Warehouse } from '../../src/ports/warehouse.js';
import { buildPlan } from '../../src/query/build.js';
import type { PeriodReading } from '../../src/query/plan.js';
import type { MeasurementRequest, RequestedPeriod } from '../../src/query/request.js';
import { dayStart, type Moment, momentOf, plusDays } from './days.js';
import type { Row, Tables } from './measuring.js';

/*
 * A warehouse over rows in memory: what is measured for the product, in the product's own shape of evidence, without an
 * engine. A thousand lives in seconds; that DuckDB measures the same is a property test of its own, and some lives of the
 * search go through it, too.
 */
export function rowsWarehouse(tables: Tables): Warehouse {
  return {
    name: 'duckdb',
    measure: async (requests): Promise<Measurement> => {
      const each = requests.map((request) => ({ measured: measuredFor(request, tables), issues: [] }));
      return { each, measured: new Map(each.map(({ measured }, index) => [requests[index]?.contract ?? '', measured])), issues: [] };
    },
    explain: async () => ({ statements: [], issues: [], placeholder: String }),
    diagnose: async () => ({ checks: [] }),
    repeatedKeys: async () => [],
    publish: null,
    provenance: () => ({ warehouse: 'rows', jobs: [] }),
    spent: () => null,
    close: async () => undefined,
  };
}

function measuredFor(request: MeasurementRequest, tables: Tables): Measured {
  const reading = buildPlan([request]).contracts[0];
  return {
    contract: request.contract,
    asOf: request.asOf,
    periods: request.periods.map((period, index) => {
      const planned = reading?.periods[index];
      if (planned === undefined) throw new RangeError(`nothing planned for ${period.period}`);
      return measuredPeriod(request, period, planned, tables);
    }),
    spans: request.spans
      .map(({ measure, terms, termsDigest, span }, index) => ({
        measure,
        terms: termsDigest,
        from: span.from,
        to: span.to,
        calendar: calendarOf(reading?.spans[index]),
        distinct: distinctIn(measureOf(terms, measure), rowsOf(terms, measureOf(terms, measure), span, tables)),
      }))
      .sort((a, b) => (spanKey(a) < spanKey(b) ? -1 : 1)),
  };
}

function calendarOf(planned: { readonly calendar: RecordedCalendar } | undefined): RecordedCalendar {
  if (planned === undefined) throw new RangeError('nothing planned for a span');
  return planned.calendar;
}

function spanKey({ measure, from, to, terms }: { measure: string; from: string; to: string; terms: string }): string {
  return [measure, from, to, terms].join(' ');
}

function measureOf(terms: Terms, id: string): Measure {
  const measure = terms.definitions.measures.find((each) => each.id === id);
  if (measure === undefined) throw new RangeError(`no measure ${id}`);
  return measure;
}

function factOf(terms: Terms, id: string): Fact {
  const fact = terms.definitions.facts.find((each) => each.id === id);
  if (fact === undefined) throw new RangeError(`no fact ${id}`);
  return fact;
}

function tableOf(fact: Fact, tables: Tables): readonly Row[] {
  return tables.get('table' in fact.source ? fact.source.table : `view:${fact.source.view}`) ?? [];
}

interface Dated {
  readonly row: Row;
  readonly moment: Moment;
}

function datedRows(fact: Fact, measure: Pick<Measure, 'when'>, zone: string, tables: Tables): Dated[] {
  return tableOf(fact, tables).flatMap((row) => {
    const cell = row[measure.when.column] ?? null;
    return cell === null ? [] : [{ row, moment: momentOf(cell, measure.when.zone, zone) }];
  });
}

function rowsOf(terms: Terms, measure: Measure, days: DateRange, tables: Tables): Dated[] {
  return datedRows(factOf(terms, measure.of), measure, terms.contract.calendar.timezone, tables).filter(
    ({ row, moment }) => days.from <= moment.day && moment.day <= days.to && (measure.where === null || passes(row, measure.where)),
  );
}

function passes(row: Row, filter: Filter): boolean {
  if ('all' in filter) return filter.all.every((each) => passes(row, each));
  if ('any' in filter) return filter.any.some((each) => passes(row, each));
  const cell = row[filter.column] ?? null;
  if (filter.op === 'isNull') return (cell === null) === filter.value;
  if (cell === null) return false;
  if ('values' in filter) return filter.values.some((value) => order(cell, value) === 0) === (filter.op === 'in');
  if (filter.op === 'between') return order(cell, filter.low) >= 0 && order(cell, filter.high) <= 0;
  const side = order(cell, filter.value);
  return { eq: side === 0, gt: side > 0, gte: side >= 0, lt: side < 0, lte: side <= 0 }[filter.op];
}

function order(cell: string, literal: Literal): number {
  if (literal.type === 'number') return compare(rational(cell), rational(literal.value));
  if (literal.type === 'boolean') return Number(cell === 'true') - Number(literal.value);
  return Buffer.compare(Buffer.from(cell), Buffer.from(literal.value));
}

function distinctIn(measure: Measure, rows: readonly Dated[]): number {
  const { aggregate } = measure;
  if (!('countDistinct' in aggregate)) return 0;
  return new Set(rows.flatMap(({ row }) => row[aggregate.countDistinct] ?? [])).size;
}

function measuredPeriod(request: MeasurementRequest, requested: RequestedPeriod, planned: PeriodReading, tables: Tables): EvidencePeriod {
  const { terms, inForce, period } = requested;
  const { definitions, contract } = terms;
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const measures = [...definitions.measures].sort(byId).map((measure) => {
    const undated = tableOf(factOf(terms, measure.of), tables).filter(
      (row) => (row[measure.when.column] ?? null) === null && (measure.where === null || passes(row, measure.where)),
    ).length;
    return { ...evidenceOf(measure, rowsOf(terms, measure, inForce, tables)), ...(undated === 0 ? {} : { undated }) };
  });
  const facts = definitions.facts.filter(({ id }) => definitions.measures.some((measure) => measure.of === id)).sort(byId);
  const { fx } = definitions;
  return {
    period,
    inForce,
    calendar: planned.calendar,
    terms: requested.termsDigest,
    exclusions: requested.exclusions.map(({ file }) => file).sort(),
    facts: facts.map((fact) => factEvidence(request, requested, fact, tables)),
    measures,
    variants: planned.variants.map(({ id, kpi }) => {
      const measure = measureOf(terms, id);
      const leaving = requested.exclusions.filter((event) => event.kpis.includes(kpi));
      const rows = rowsOf(terms, measure, inForce, tables).filter((dated) => !leaving.some((event) => leaves(dated, event)));
      return { kpi, ...evidenceOf(measure, rows) };
    }),
    rates: fx === null ? [] : neededRates(measures, contract.currency, rateRows(factOf(terms, fx.fact), fx, tables), fx.maxAgeDays),
  };
}

function leaves({ row, moment }: Dated, { treatment }: EventOf<'exclusion'>): boolean {
  if (treatment.kind === 'waive') return false;
  const { window } = treatment;
  const inside =
    'dates' in window
      ? window.dates.from <= moment.day && moment.day <= window.dates.to
      : moment.instant !== null &&
        BigInt(window.instants.from) <= moment.instant / 1000n &&
        moment.instant / 1000n < BigInt(window.instants.to);
  return inside && (treatment.kind === 'prorate' || treatment.where === null || passes(row, treatment.where));
}

function currencyOf({ currency }: Measure, { row }: Dated) {
  if (currency === null) return null;
  return typeof currency === 'string' ? (row[currency] ?? null) : currency.code;
}

function evidenceOf(measure: Measure, rows: readonly Dated[]): EvidenceMeasure {
  const { aggregate } = measure;
  const summed = 'sum' in aggregate ? aggregate.sum : null;
  const groups = new Map<string, Dated[]>();
  for (const dated of rows) {
    const currency = currencyOf(measure, dated);
    const key = JSON.stringify([dated.moment.day, measure.currency === null ? '' : (currency ?? '')]);
    groups.set(key, [...(groups.get(key) ?? []), dated]);
  }
  const isNull = (dated: Dated) =>
    summed !== null && ((dated.row[summed] ?? null) === null || (measure.currency !== null && currencyOf(measure, dated) === null));
  const days = [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => {
      const [day = '', currency = ''] = JSON.parse(key) as string[];
      const nulls = group.filter(isNull).length;
      const entry = { day, rows: group.length, ...(nulls === 0 ? {} : { nulls }) };
      if ('countDistinct' in aggregate) return entry;
      if (summed === null) return { ...entry, value: String(group.length) };
      const total = sum(group.filter((dated) => !isNull(dated)).map(({ row }) => rational(row[summed] ?? '0')));
      return { ...entry, ...(currency === '' ? {} : { currency }), value: toExact(total) };
    });
  const found = { id: measure.id, rows: rows.length, nulls: rows.filter(isNull).length, days };
  return 'countDistinct' in aggregate ? { ...found, distinct: distinctIn(measure, rows) } : found;
}

function rateRows(fact: Fact, fx: { date: string; currency: string; rate: string }, tables: Tables): RateRow[] {
  const rows = new Map<string, RateRow>();
  for (const row of tableOf(fact, tables)) {
    const [day, currency, rate] = [row[fx.date] ?? null, row[fx.currency] ?? null, row[fx.rate] ?? null];
    if (day === null || currency === null || rate === null) continue;
    const key = `${currency} ${day}`;
    rows.set(key, { day, currency, count: (rows.get(key)?.count ?? 0) + 1, rate });
  }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function factEvidence(request: MeasurementRequest, requested: RequestedPeriod, fact: Fact, tables: Tables): EvidenceFact {
  const { terms, inForce } = requested;
  const zone = terms.contract.calendar.timezone;
  const over = dayStart(plusDays(request.asOf, 1), zone);
  const end = dayStart(plusDays(inForce.to, 1), zone);
  const whens = new Map(
    terms.definitions.measures
      .filter((measure) => measure.of === fact.id)
      .map((measure) => [`${measure.when.column} ${measure.when.zone ?? ''}`, measure.when] as const),
  );
  const instants: bigint[] = [];
  if (fact.freshness === null) {
    for (const when of whens.values()) {
      for (const { moment } of datedRows(fact, { when }, zone, tables)) {
        if (moment.instant === null ? moment.day <= request.asOf : moment.instant < over) {
          instants.push(moment.instant ?? dayStart(plusDays(moment.day, 1), zone));
        }
      }
    }
  } else {
    const { table, column } = fact.freshness;
    for (const row of table === null ? tableOf(fact, tables) : (tables.get(table) ?? [])) {
      const cell = row[column] ?? null;
      const moment = cell === null ? null : momentOf(cell, null, zone);
      const instant = moment === null ? null : (moment.instant ?? dayStart(moment.day, zone));
      if (instant !== null && instant < over) instants.push(instant);
    }
  }
  const latest = instants.length === 0 ? null : instants.reduce((a, b) => (a > b ? a : b));
  const scans = [...whens.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, when]) => scanOf(request, requested, fact, when, tables));
  if (latest === null) return { id: fact.id, complete: false, scans };
  return { id: fact.id, freshAt: instantText((latest / 1000n) as Micros), complete: latest >= end, scans };
}

function scanOf(request: MeasurementRequest, requested: RequestedPeriod, fact: Fact, when: Measure['when'], tables: Tables): EvidenceScan {
  const zone = requested.terms.contract.calendar.timezone;
  const rows = datedRows(fact, { when }, zone, tables);
  const within = (days: DateRange) => rows.filter(({ moment }) => days.from <= moment.day && moment.day <= days.to);
  // A key by the days of its rows, ascending.
  const keysOf = (days: DateRange) => {
    const found = new Map<string, string[]>();
    for (const { row, moment } of within(days)) {
      const key = JSON.stringify(fact.grain.map((column) => row[column] ?? null));
      found.set(key, [...(found.get(key) ?? []), moment.day].sort());
    }
    return found;
  };
  const own = fact.grain.length === 0 ? new Map<string, string[]>() : keysOf(requested.inForce);
  const duplicates = [...own.values()].flatMap(([, second]) => (second === undefined ? [] : [second]));
  const repeatedKeys = request.periods
    .filter(({ period }) => fact.grain.length > 0 && period < requested.period)
    .map(({ period, inForce }) => {
      const earlier = keysOf(inForce);
      const days = [...own].flatMap(([key, [first]]) => (first !== undefined && earlier.has(key) ? [first] : []));
      return { period, keys: days.length, days: byDay(days) };
    })
    .filter(({ keys }) => keys > 0);
  return {
    column: when.column,
    ...(when.zone === null ? {} : { zone: when.zone }),
    rows: within(requested.inForce).length,
    nullWhen: tableOf(fact, tables).length - rows.length,
    duplicateKeys: duplicates.length,
    ...(duplicates.length === 0 ? {} : { duplicateDays: byDay(duplicates) }),
    repeatedKeys,
  };
}

function byDay(days: readonly string[]): EvidenceKeys[] {
  return [...new Set(days)].sort().map((day) => ({ day, keys: days.filter((each) => each === day).length }));
}
