import type { EventOf } from '../src/contract/event-kinds/event-kinds.js';
import { parseFormula, resolveNames } from '../src/contract/formula.js';
import type { Contract, Definitions, Fact, Filter, Kpi, Measure, Metric, Terms } from '../src/contract/model.js';
import type { DateRange, Every, LocalDate, PeriodId } from '../src/kernel/calendar.js';
import { termPeriods } from '../src/kernel/period.js';
import type { MeasurementRequest, RequestedSpan } from '../src/query/request.js';

/*
 * Terms for tests of measurement, built by hand: everything that measurement reads, and an empty shell around it.
 */

const clause = (line: number) => ({ file: 'contracts/acme/definitions.yaml', line });

export function fact(id: string, changes: Partial<Fact> = {}): Fact {
  return { id, source: { table: `shop.${id}` }, grain: ['id'], custodian: 'brand', freshness: null, clause: clause(2), ...changes };
}

/** `measure('revenue', 'sales', { sum: 'amount' })`, by `ts` unless told otherwise. */
export function measure(id: string, of: string, aggregate: Measure['aggregate'], changes: Partial<Measure> = {}): Measure {
  return {
    id,
    definition: id,
    of,
    aggregate,
    when: { column: 'ts', zone: null },
    where: null,
    currency: null,
    nulls: 'undefined',
    clause: clause(10),
    ...changes,
  };
}

export function metric(id: string, text: string, metrics: readonly string[] = []): Metric {
  const parsed = parseFormula(text);
  if (!('expression' in parsed)) throw new Error(`no formula: ${text}`);
  const formula = resolveNames(parsed.expression, (name) => metrics.includes(name));
  return { id, title: id, formula, text, unit: 'money', type: 'flow', decimals: null, clause: clause(20) };
}

const always = <T>(value: T) => [{ from: '2000-01', value }];

export function kpi(id: string, metricId: string, changes: Partial<Kpi> = {}): Kpi {
  return {
    id,
    title: null,
    metric: metricId,
    owner: 'provider',
    better: 'higher',
    weight: always('1'),
    target: always('1'),
    threshold: null,
    stretch: null,
    cap: always('1'),
    minimum: null,
    whenMissing: 'hold',
    clause: clause(30),
    ...changes,
  };
}

export interface TermsOptions {
  readonly id?: string;
  readonly zone?: string;
  readonly every?: Every;
  readonly term?: DateRange;
  readonly currency?: string;
  readonly kpis?: readonly Kpi[];
  readonly definitions: Partial<Definitions>;
}

export function terms(options: TermsOptions): Terms {
  const party = { name: 'P', signatories: ['x'], required: 1, access: { analyst: [], viewer: [] } };
  const contract: Contract = {
    id: options.id ?? 'acme',
    title: 'acme',
    stage: 'live',
    parties: { brand: party, provider: party },
    agreement: null,
    data: { owner: 'brand', providerUse: 'during_term' },
    ip: null,
    term: options.term ?? { from: '2026-01-01', to: '2026-12-31' },
    calendar: { every: options.every ?? 'month', timezone: options.zone ?? 'UTC', lockAfterDays: 5, trueUpPeriods: 3 },
    currency: options.currency ?? 'USD',
    rounding: 'half_even',
    acceptance: { days: 10, silence: 'accepts' },
    disputes: { days: 30, expert: 'x' },
    holds: { maxPeriods: 3 },
    grace: null,
    kpis: options.kpis ?? [],
    composite: { rule: 'weighted_mean', minWeightLeft: '0' },
    gates: [],
    fees: [],
    duties: [],
    payment: null,
    amendments: null,
    review: null,
    exclusions: null,
    exit: null,
    dashboard: null,
    baseline: [],
  };
  const definitions: Definitions = { facts: [], measures: [], metrics: [], fx: null, reconcile: [], views: [], ...options.definitions };
  return { apiVersion: 'concord/v1', kind: 'Terms', contract, definitions };
}

export interface RequestOptions {
  readonly asOf: LocalDate;
  /** Default: every period of the term that has ended by `asOf`. */
  readonly periods?: readonly PeriodId[];
  readonly exclusions?: readonly EventOf<'exclusion'>[];
  readonly spans?: readonly Pick<RequestedSpan, 'measure' | 'span'>[];
}

export function request(of: Terms, options: RequestOptions): MeasurementRequest {
  const { term, calendar } = of.contract;
  const periods = termPeriods(term, calendar.every).filter(({ id, inForce }) => options.periods?.includes(id) ?? inForce.to < options.asOf);
  return {
    contract: of.contract.id,
    asOf: options.asOf,
    periods: periods.map(({ id, inForce }) => ({
      period: id,
      inForce,
      terms: of,
      termsDigest: `sha256:${of.contract.id}`,
      exclusions: (options.exclusions ?? []).filter((event) => touches(event, inForce)),
    })),
    spans: (options.spans ?? []).map((span) => ({ ...span, terms: of, termsDigest: `sha256:${of.contract.id}` })),
  };
}

function touches(event: EventOf<'exclusion'>, days: DateRange): boolean {
  if (event.treatment.kind === 'waive') return false;
  const { window } = event.treatment;
  return 'instants' in window || (window.dates.from <= days.to && window.dates.to >= days.from);
}

/** A `drop` of local dates or instants (microseconds) for the KPIs named. */
export function drop(
  kpis: readonly string[],
  window: Extract<EventOf<'exclusion'>['treatment'], { kind: 'drop' }>['window'],
  where: Filter | null = null,
  file = '2026-01-30-x.yaml',
): EventOf<'exclusion'> {
  return {
    kind: 'exclusion',
    file,
    date: file.slice(0, 10),
    party: null,
    digest: 'sha256:x',
    reason: 'stockout',
    kpis,
    evidence: [],
    treatment: { kind: 'drop', window, where },
  };
}

export const equals = (column: string, value: string): Filter => ({ column, op: 'eq', value: { type: 'string', value } });
