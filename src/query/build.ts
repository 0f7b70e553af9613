import type { EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Definitions, Dimension, Expression, Fact, Kpi, Measure } from '../contract/model.js';
import { addDays, type DateRange, minDate } from '../kernel/calendar.js';
import { minorDigits } from '../kernel/money.js';
import { type RecordedCalendar, recordCalendar } from '../kernel/zone-record.js';
import { withoutDays } from './clock.js';
import type {
  ContractReading,
  Division,
  Except,
  FactReading,
  MeasureReading,
  PeriodReading,
  QueryPlan,
  SpanReading,
  VariantReading,
} from './plan.js';
import { PlanBuilder, type RowsAsked } from './plan-builder.js';
import type { MeasurementRequest, RequestedPeriod, RequestedSpan } from './request.js';

/**
 * What has to be read for these requests: one scan per source and `when`, of which an engine may need several readings, whatever
 * number of contracts, periods and measures ask for it. Pure; the requests' terms have been checked, so that every name in them exists.
 */
export function buildPlan(requests: readonly MeasurementRequest[]): QueryPlan {
  const builder = new PlanBuilder();
  const contracts = requests.map((request) => readContract(builder, request));
  return { ...builder.finish(), contracts };
}

function readContract(builder: PlanBuilder, request: MeasurementRequest): ContractReading {
  const context = { builder, request };
  builder.begin();
  const periods = request.periods.map((period) => readPeriod(context, period));
  const spans = request.spans.map((span) => readSpan(context, span));
  return { contract: request.contract, asOf: request.asOf, periods, spans, reads: builder.noted() };
}

interface Context {
  readonly builder: PlanBuilder;
  readonly request: MeasurementRequest;
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function readPeriod(context: Context, requested: RequestedPeriod): PeriodReading {
  const { contract, definitions } = requested.terms;
  const measures = [...definitions.measures].sort(byId);
  const facts = definitions.facts.filter((fact) => measures.some((measure) => measure.of === fact.id)).sort(byId);
  return {
    period: requested.period,
    inForce: requested.inForce,
    calendar: calendarOf(requested),
    terms: requested.termsDigest,
    zone: contract.calendar.timezone,
    currency: contract.currency,
    exclusions: requested.exclusions.map((event) => event.file).sort(),
    facts: facts.map((fact) => readFact(context, requested, fact)),
    ...readMeasures(context, requested, null),
    fx: readRates(context, requested),
    underEarlierRules:
      requested.earlierRules === undefined
        ? null
        : { calendar: requested.earlierRules, ...readMeasures(context, requested, requested.earlierRules) },
  };
}

function readMeasures(context: Context, requested: RequestedPeriod, rules: RecordedCalendar | null) {
  const measures = [...requested.terms.definitions.measures].sort(byId);
  return {
    measures: measures.map((measure) => readMeasure(context, requested, rules, measure, [])),
    variants: variants(context, requested, rules),
  };
}

/** What the engine's rules say of a period: its contract's zone, and those of the wall clocks that its measures read. */
export function calendarOf({ terms, inForce }: Pick<RequestedPeriod, 'terms' | 'inForce'>): RecordedCalendar {
  const walls = terms.definitions.measures.flatMap(({ when }) => when.zone ?? []);
  return recordCalendar(inForce, terms.contract.calendar.timezone, walls);
}

function sourceOf(context: Context, period: Pick<RequestedPeriod, 'terms'>, id: string): { source: number; fact: Fact } {
  const fact = period.terms.definitions.facts.find((candidate) => candidate.id === id);
  if (fact === undefined) throw new RangeError(`unchecked terms: no fact ${id}`);
  return { source: context.builder.source(fact, period.terms), fact };
}

function readFact(context: Context, requested: RequestedPeriod, fact: Fact): FactReading {
  const { builder, request } = context;
  const zone = requested.terms.contract.calendar.timezone;
  const { source } = sourceOf(context, requested, fact.id);
  const bound = { asOf: request.asOf, zone };
  const all: RowsAsked = { zone, rules: null, where: null, except: [] };
  const scans = new Map<number, FactReading['scans'][number]>();
  for (const measure of requested.terms.definitions.measures) {
    if (measure.of !== fact.id) continue;
    const scan = builder.scan(source, measure.when, measure.clause);
    if (scans.has(scan)) continue;
    scans.set(scan, {
      scan,
      bound: builder.bound(scan, bound),
      tally: builder.tally(scan, all, { sum: null, currency: null }, daysRead(request, requested), fact.clause),
      grain: fact.grain.length === 0 ? null : builder.grain(scan, zone, fact.grain, grainPeriods(context, fact, measure), fact.clause),
    });
  }
  if (fact.freshness === null) return { id: fact.id, scans: [...scans.values()], load: null };
  const { table, column, where } = fact.freshness;
  const loadSource = table === null ? source : builder.table(table, fact.clause);
  return { id: fact.id, scans: [...scans.values()], load: builder.load(loadSource, { column, where }, bound, fact.clause) };
}

/** The days of a period that there can be anything of as of the request's date: a row of a later day is not known yet. */
function daysRead({ asOf }: MeasurementRequest, { inForce }: RequestedPeriod): DateRange {
  return { from: inForce.from, to: minDate(inForce.to, asOf) };
}

/** The periods whose terms measure this fact by this `when` and grain: among them a key is to be there once. */
function grainPeriods(context: Context, fact: Fact, measure: Measure): { period: string; days: DateRange }[] {
  return context.request.periods
    .filter(({ terms }) => {
      const same = terms.definitions.facts.find((candidate) => candidate.id === fact.id);
      const sameGrain = same !== undefined && JSON.stringify([same.source, same.grain]) === JSON.stringify([fact.source, fact.grain]);
      return sameGrain && terms.definitions.measures.some((other) => other.of === fact.id && sameWhen(other, measure));
    })
    .map((requested) => ({ period: requested.period, days: daysRead(context.request, requested) }));
}

function sameWhen(a: Measure, b: Measure): boolean {
  return a.when.column === b.when.column && a.when.zone === b.when.zone;
}

function readMeasure(
  context: Context,
  requested: RequestedPeriod,
  rules: RecordedCalendar | null,
  measure: Measure,
  exclusions: readonly EventOf<'exclusion'>[],
): MeasureReading {
  const { builder } = context;
  const { source } = sourceOf(context, requested, measure.of);
  const scan = builder.scan(source, measure.when, measure.clause);
  const { without, except } = rowsThatLeave(exclusions);
  const rows: RowsAsked = { zone: requested.terms.contract.calendar.timezone, rules, where: measure.where, except };
  const { aggregate } = measure;
  const summed = 'sum' in aggregate;
  const value = { sum: summed ? aggregate.sum : null, currency: summed ? currencyColumn(measure) : null };
  if (value.sum !== null && countsThousandths(requested, measure)) builder.inThousandths(source, value.sum);
  const days = daysRead(context.request, requested);
  const tally = builder.tally(scan, rows, value, days, measure.clause);
  const left = withoutDays(days, without);
  const distinct = 'countDistinct' in aggregate ? builder.distinct(scan, rows, aggregate.countDistinct, left, measure.clause) : null;
  const reading = { id: measure.id, scan, tally, distinct, summed, currency: summed ? currencyRead(measure) : null, without };
  const { by } = measure;
  if (by === undefined || rules !== null || exclusions.length > 0) return reading;
  const of = { contract: context.request.contract, tally, dimensions: by.map(apart) };
  return { ...reading, division: builder.division(scan, of, days, distinct, measure.clause) };
}

/** Days of lag as the values that they are written as. */
function apart(dimension: Dimension): Division['dimensions'][number] {
  if (!('lag' in dimension)) return dimension;
  return { column: dimension.column, values: Array.from({ length: dimension.lag.days + 1 }, (_, days) => String(days)) };
}

const currencyColumn = ({ currency }: Measure): string | null => (typeof currency === 'string' ? currency : null);

const currencyRead = ({ currency }: Measure): MeasureReading['currency'] => (typeof currency === 'string' ? 'column' : currency);

/** Whether a measure is money of one known currency, and that has three digits after the point, as the dinars have. */
function countsThousandths({ terms }: RequestedPeriod, { id, currency }: Measure): boolean {
  const { contract, definitions } = terms;
  if (typeof currency === 'string' || minorDigits(currency?.code ?? contract.currency) !== 3) return false;
  const money = definitions.metrics.filter(({ unit }) => unit === 'money').map((metric) => metric.id);
  return measuresOfMetrics(definitions, money).has(id);
}

/** Whole days leave a measure's days; other windows have to be measured. */
function rowsThatLeave(exclusions: readonly EventOf<'exclusion'>[]): { without: DateRange[]; except: Except[] } {
  const without: DateRange[] = [];
  const except: Except[] = [];
  for (const { treatment } of exclusions) {
    if (treatment.kind === 'waive') continue;
    const where = treatment.kind === 'drop' ? treatment.where : null;
    if ('dates' in treatment.window && where === null) without.push(treatment.window.dates);
    else except.push({ window: treatment.window, where });
  }
  return { without, except };
}

/** Each KPI's measures on the rows that its exclusions leave (`drop` and `prorate`, contract language, section 6). */
function variants(context: Context, requested: RequestedPeriod, rules: RecordedCalendar | null): VariantReading[] {
  const { contract, definitions } = requested.terms;
  return [...contract.kpis].sort(byId).flatMap((kpi) => {
    const exclusions = requested.exclusions.filter((event) => event.treatment.kind !== 'waive' && event.kpis.includes(kpi.id));
    if (exclusions.length === 0) return [];
    const needed = measuresOfKpi(definitions, kpi);
    return [...definitions.measures]
      .sort(byId)
      .filter((measure) => needed.has(measure.id))
      .map((measure) => ({ kpi: kpi.id, ...readMeasure(context, requested, rules, measure, exclusions) }));
  });
}

function measuresOfKpi(definitions: Definitions, { metric, minimum }: Kpi): ReadonlySet<string> {
  return measuresOfMetrics(definitions, [metric, ...(minimum === null ? [] : [minimum.metric])]);
}

function measuresOfMetrics(definitions: Definitions, metrics: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (expression: Expression): void => {
    if ('measure' in expression) found.add(expression.measure);
    else if ('metric' in expression) metric(expression.metric);
    else if ('negate' in expression) walk(expression.negate);
    else if ('op' in expression) {
      walk(expression.left);
      walk(expression.right);
    }
  };
  const seen = new Set<string>();
  const metric = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const formula = definitions.metrics.find((candidate) => candidate.id === id)?.formula;
    if (formula !== undefined) walk(formula);
    else found.add(id); // a KPI may name a measure
  };
  for (const id of metrics) metric(id);
  return found;
}

function readRates(context: Context, requested: RequestedPeriod): PeriodReading['fx'] {
  const { definitions } = requested.terms;
  const { fx } = definitions;
  if (fx === null || definitions.measures.every((measure) => measure.currency === null)) return null;
  const { source } = sourceOf(context, requested, fx.fact);
  const days = { from: addDays(requested.inForce.from, -fx.maxAgeDays), to: requested.inForce.to };
  return { rates: context.builder.rate(source, fx, days, fx.clause), maxAgeDays: fx.maxAgeDays };
}

function readSpan(context: Context, requested: RequestedSpan): SpanReading {
  const { builder } = context;
  const { terms, span } = requested;
  const measure = terms.definitions.measures.find((candidate) => candidate.id === requested.measure);
  if (measure === undefined || !('countDistinct' in measure.aggregate)) {
    throw new RangeError(`unchecked request: ${requested.measure} counts nothing distinct`);
  }
  const { source } = sourceOf(context, requested, measure.of);
  const scan = builder.scan(source, measure.when, measure.clause);
  const { timezone } = terms.contract.calendar;
  const rows: RowsAsked = { zone: timezone, rules: null, where: measure.where, except: [] };
  const calendar = recordCalendar(span, timezone, measure.when.zone === null ? [] : [measure.when.zone]);
  const distinct = builder.distinct(scan, rows, measure.aggregate.countDistinct, [span], measure.clause);
  return { measure: measure.id, terms: requested.termsDigest, span, calendar, scan, distinct };
}
