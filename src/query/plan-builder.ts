import { declaredLines, namesTable } from '../contract/declared-lines.js';
import type { Clause, Fact, Filter, Terms, When } from '../contract/model.js';
import type { DateRange, LocalDate, PeriodId } from '../kernel/calendar.js';
import { distinct } from '../kernel/objects.js';
import { type RecordedCalendar, zoneBy } from '../kernel/zone-record.js';
import { clockOf, unionOfDays } from './clock.js';
import { columnKey, type Use } from './column-type.js';
import { filterUses } from './filter-uses.js';
import type {
  Bound,
  ColumnUse,
  Distinct,
  Division,
  Except,
  GrainCheck,
  LoadScan,
  QueryPlan,
  RateScan,
  Reads,
  Scan,
  Source,
  SourceText,
  Tally,
} from './plan.js';

/** A list that holds each thing once, by key. */
class Shelf<T> {
  readonly items: T[] = [];
  private readonly index = new Map<string, number>();

  /** The index of the thing with this key; made when it is new. */
  place(key: unknown, make: () => T): number {
    const text = JSON.stringify(key);
    const found = this.index.get(text);
    if (found !== undefined) return found;
    this.index.set(text, this.items.length);
    return this.items.push(make()) - 1;
  }

  at(index: number): T {
    const item = this.items[index];
    if (item === undefined) throw new RangeError(`no item ${index}`);
    return item;
  }
}

type Open<T, K extends keyof T> = Omit<T, K> & { days: DateRange[] };

interface SourceDraft {
  readonly from: SourceText;
  readonly clause: Clause;
  readonly uses: Shelf<ColumnUse>;
  readonly thousandths: Set<string>;
  /** The uses that tell NULL from empty text, by column key. */
  readonly telling: Set<string>;
}

interface ScanDraft {
  readonly source: number;
  readonly when: When;
  readonly clause: Clause;
  readonly clocks: Shelf<{ zone: string; rules: RecordedCalendar | null; days: DateRange[] }>;
  readonly tallies: Shelf<Open<Tally, 'days'>>;
  readonly distincts: Shelf<Omit<Distinct, 'targets'> & { targets: Shelf<readonly DateRange[]> }>;
  readonly divisions: Shelf<DivisionDraft>;
  readonly grains: Shelf<GrainCheck>;
  readonly bounds: Shelf<Bound>;
}

type DivisionDraft = Omit<Division, 'periods' | 'distinct'> & {
  readonly periods: DateRange[];
  readonly distinct: { readonly index: number; readonly targets: number[] } | null;
};

/** What rows a measure counts: the same for every period that asks for it. */
export interface RowsAsked {
  readonly zone: string;
  /** The rules to count days by; null: the engine's own. */
  readonly rules: RecordedCalendar | null;
  readonly where: Filter | null;
  readonly except: readonly Except[];
}

/**
 * Gathers what measures, checks and rates read, so that each thing is asked for once. It is local to one call of
 * `buildPlan`; the plan that comes out is plain data.
 */
export class PlanBuilder {
  private readonly sources = new Shelf<SourceDraft>();
  private readonly scans = new Shelf<ScanDraft>();
  private readonly loads = new Shelf<Omit<LoadScan, 'bounds'> & { bounds: Shelf<Bound> }>();
  private readonly rates = new Shelf<Omit<RateScan, 'days'> & { days: DateRange[] }>();
  private reads = { sources: new Set<number>(), scans: new Set<number>(), columns: new Set<string>() };

  /** Starts to note what the next contract reads. */
  begin(): void {
    this.reads = { sources: new Set(), scans: new Set(), columns: new Set() };
  }

  /** What was read since `begin`. */
  noted(): Reads {
    const ascending = (indexes: ReadonlySet<number>): number[] => [...indexes].sort((a, b) => a - b);
    return { sources: ascending(this.reads.sources), scans: ascending(this.reads.scans), columns: [...this.reads.columns].sort() };
  }

  source(fact: Fact, terms: Terms): number {
    return this.place(textOf(fact, terms), fact.clause);
  }

  table(name: string, clause: Clause): number {
    return this.place({ table: name }, clause);
  }

  private place(from: SourceText, clause: Clause): number {
    const index = this.sources.place(from, () => ({ from, clause, uses: new Shelf(), thousandths: new Set(), telling: new Set() }));
    this.reads.sources.add(index);
    return index;
  }

  use(source: number, column: string, use: Use, clause: Clause): void {
    this.reads.columns.add(columnKey(source, use, column));
    this.sources.at(source).uses.place([use, column], () => ({ column, use, clause }));
  }

  /** Amounts in a column have three digits after the point by their currency. */
  inThousandths(source: number, column: string): void {
    this.sources.at(source).thousandths.add(column);
  }

  private tellNull(source: number, column: string, use: Use): void {
    this.sources.at(source).telling.add(columnKey(source, use, column));
  }

  private useFilter(source: number, filter: Filter | null, clause: Clause): void {
    for (const { column, use, tellsNull } of filterUses(filter, clause)) {
      this.use(source, column, use, clause);
      if (tellsNull === true) this.tellNull(source, column, use);
    }
  }

  scan(source: number, when: When, clause: Clause): number {
    this.use(source, when.column, 'time', clause);
    const index = this.scans.place([source, when.column, when.zone], () => ({
      source,
      when,
      clause,
      clocks: new Shelf(),
      tallies: new Shelf(),
      distincts: new Shelf(),
      divisions: new Shelf(),
      grains: new Shelf(),
      bounds: new Shelf(),
    }));
    this.reads.scans.add(index);
    return index;
  }

  private clock(scan: ScanDraft, { zone, rules }: Pick<RowsAsked, 'zone' | 'rules'>, days: readonly DateRange[]): number {
    const index = scan.clocks.place([zone, rules], () => ({ zone, rules, days: [] }));
    scan.clocks.at(index).days.push(...days);
    return index;
  }

  private useRows(source: number, rows: RowsAsked, clause: Clause): void {
    this.useFilter(source, rows.where, clause);
    for (const except of rows.except) this.useFilter(source, except.where, clause);
  }

  tally(
    scanIndex: number,
    rows: RowsAsked,
    value: { readonly sum: string | null; readonly currency: string | null },
    days: DateRange,
    clause: Clause,
  ): number {
    const scan = this.scans.at(scanIndex);
    this.useRows(scan.source, rows, clause);
    if (value.sum !== null) this.use(scan.source, value.sum, 'number', clause);
    if (value.currency !== null) this.use(scan.source, value.currency, 'text', clause);
    const asked = { clock: this.clock(scan, rows, [days]), ...value, where: rows.where, except: rows.except };
    const index = scan.tallies.place(asked, () => ({ ...asked, clause, days: [] }));
    scan.tallies.at(index).days.push(days);
    return index;
  }

  distinct(
    scanIndex: number,
    rows: RowsAsked,
    column: string,
    days: readonly DateRange[],
    clause: Clause,
  ): { index: number; target: number } {
    const scan = this.scans.at(scanIndex);
    this.useRows(scan.source, rows, clause);
    this.use(scan.source, column, 'key', clause);
    this.tellNull(scan.source, column, 'key');
    const asked = { clock: this.clock(scan, rows, days), column, where: rows.where, except: rows.except };
    const index = scan.distincts.place(asked, () => ({ ...asked, clause, targets: new Shelf() }));
    return { index, target: scan.distincts.at(index).targets.place(days, () => days) };
  }

  /** The parts of a tally in a period; `distinct` where the tally's rows have something distinct counted. */
  division(
    scanIndex: number,
    of: Pick<Division, 'contract' | 'tally' | 'dimensions'>,
    period: DateRange,
    distinct: { readonly index: number; readonly target: number } | null,
    clause: Clause,
  ): { index: number; period: number } {
    const scan = this.scans.at(scanIndex);
    for (const { column } of of.dimensions) this.use(scan.source, column, 'text', clause);
    const index = scan.divisions.place([of, distinct?.index ?? null], () => ({
      ...of,
      periods: [],
      distinct: distinct === null ? null : { index: distinct.index, targets: [] },
    }));
    const division = scan.divisions.at(index);
    if (distinct !== null) division.distinct?.targets.push(distinct.target);
    return { index, period: division.periods.push(period) - 1 };
  }

  grain(
    scanIndex: number,
    zone: string,
    columns: readonly string[],
    periods: readonly { period: PeriodId; days: DateRange }[],
    clause: Clause,
  ): number {
    const scan = this.scans.at(scanIndex);
    for (const column of columns) this.use(scan.source, column, 'key', clause);
    const days = periods.map((period) => period.days);
    const check = { clock: this.clock(scan, { zone, rules: null }, days), columns, periods };
    return scan.grains.place(check, () => check);
  }

  bound(scan: number, bound: Bound): number {
    return this.scans.at(scan).bounds.place(bound, () => bound);
  }

  load(source: number, rows: Pick<LoadScan, 'column' | 'where'>, bound: Bound, clause: Clause): { load: number; bound: number } {
    this.use(source, rows.column, 'load', clause);
    this.useFilter(source, rows.where, clause);
    const load = this.loads.place([source, rows.column, rows.where], () => ({ source, ...rows, clause, bounds: new Shelf() }));
    return { load, bound: this.loads.at(load).bounds.place(bound, () => bound) };
  }

  rate(source: number, columns: { date: string; currency: string; rate: string }, days: DateRange, clause: Clause): number {
    const { date, currency, rate } = columns;
    this.use(source, date, 'date', clause);
    this.use(source, currency, 'text', clause);
    this.use(source, rate, 'number', clause);
    const index = this.rates.place([source, date, currency, rate], () => ({ source, date, currency, rate, clause, days: [] }));
    this.rates.at(index).days.push(days);
    return index;
  }

  finish(): Omit<QueryPlan, 'contracts'> {
    return {
      sources: this.sources.items.map(
        (source, index): Source => ({
          from: source.from,
          clause: source.clause,
          uses: source.uses.items.map((each) => ({
            ...each,
            ...(each.use === 'number' && source.thousandths.has(each.column) ? { inThousandths: true } : {}),
            ...(source.telling.has(columnKey(index, each.use, each.column)) ? { tellsNull: true } : {}),
          })),
        }),
      ),
      scans: this.scans.items.map(finishScan),
      loads: this.loads.items.map((load): LoadScan => ({ ...load, bounds: load.bounds.items })),
      rates: this.rates.items.map((rate): RateScan => ({ ...rate, days: unionOfDays(rate.days) })),
    };
  }
}

function finishScan(scan: ScanDraft): Scan {
  return {
    source: scan.source,
    column: scan.when.column,
    zone: scan.when.zone,
    clause: scan.clause,
    clocks: scan.clocks.items.map(({ zone, rules, days }) =>
      clockOf(scan.when.zone === null ? null : zoneBy(rules, scan.when.zone), zoneBy(rules, zone), hull(days)),
    ),
    tallies: scan.tallies.items.map((tally) => ({ ...tally, days: unionOfDays(tally.days) })),
    distincts: scan.distincts.items.map((distinct) => ({ ...distinct, targets: distinct.targets.items })),
    divisions: scan.divisions.items,
    grains: scan.grains.items,
    bounds: scan.bounds.items,
  };
}

function hull(days: readonly DateRange[]): DateRange {
  const [first] = days;
  if (first === undefined) throw new RangeError('no days');
  const least = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
  const most = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
  return days.reduce((a, b) => ({ from: least(a.from, b.from), to: most(a.to, b.to) }), first);
}

function textOf(fact: Fact, terms: Terms): SourceText {
  if ('table' in fact.source) return fact.source;
  const name = fact.source.view;
  const view = terms.definitions.views.find((candidate) => candidate.name === name);
  const { facts } = terms.definitions;
  const lines = declaredLines(facts);
  const tables = distinct(facts.flatMap(({ source }) => ('table' in source ? [source.table] : [])));
  const ofFacts = view === undefined ? [] : tables.filter((table) => namesTable(view, table));
  return {
    view: name,
    duckdb: view?.duckdb ?? null,
    bigquery: view?.bigquery ?? null,
    ...(lines.length === 0 ? {} : { lines }),
    ...(ofFacts.length === 0 ? {} : { ofFacts }),
  };
}
