import type { Clause } from '../contract/model.js';
import {
  count,
  decodeDistincts,
  decodeRates,
  decodeRepeats,
  decodeTallies,
  isProven,
  type Misfit,
  NO_REPEATS,
  type TextRow,
} from '../evidence/decode-rows.js';
import type { GrainResult, LoadResult, PlanResults, RateRow, ScanResult } from '../evidence/results.js';
import type { Issue } from '../kernel/issue.js';
import { dataIssue, type Trouble } from '../query/check-plan.js';
import { type BoundColumn, boundColumn, type Relation } from '../query/column-type.js';
import { compileTimesInText, type DatedColumn, datedColumns, datedIn, timesIn } from '../query/compile-date-filters.js';
import { prune } from '../query/compile-days.js';
import { compileDistincts, distinctGroups, type IntegerRange } from '../query/compile-distincts.js';
import { compileProof, compileRepeats, grainColumns } from '../query/compile-grains.js';
import {
  bitRange,
  chooseRoute,
  compileCardinalities,
  compileIntegerRange,
  filterColumns,
  MOST_CURRENCIES,
} from '../query/compile-profile.js';
import { compileTallies, type Route } from '../query/compile-tallies.js';
import { compileMisfit, compileRates } from '../query/compile-times.js';
import type { Dialect } from '../query/dialects/dialect.js';
import type { GrainCheck, LoadScan, QueryPlan, RateScan, Scan } from '../query/plan.js';
import { daysAsked, type ScanContext, scanContext } from '../query/scan-context.js';
import type { Sql, Statement } from '../query/sql.js';
import { foreseenOfLoad, foreseenOfRates, foreseenOfScan, grainGroups, loadReading, scanReading } from './foreseen.js';
import { Latest } from './latest.js';

/** What runs statements; the order of the rows of a result means nothing. */
export interface Engine {
  readonly dialect: Dialect;
  query(statement: Statement): Promise<readonly TextRow[]>;
  /** Told what will be asked next, an engine that is paid by the job reads it in one. */
  foresee?(statements: readonly Statement[]): Promise<void>;
  /** What an error of the engine says, in one line. */
  detail(error: unknown): string;
  /** The issue that an error means, where the engine knows better than that something failed; it may raise what ends the run. */
  issue?(error: unknown, clause: Clause): Issue | null;
}

/** How a run chooses between ways that give the same result; only for tests of just that. */
export interface RunOptions {
  readonly route?: Route;
}

/**
 * Reads everything that a plan asks for; `relations` follow the plan's sources. Where something cannot be read, the rest
 * is read all the same, and the results hold nothing in its place.
 */
export async function runPlan(
  engine: Engine,
  plan: QueryPlan,
  relations: readonly Relation[],
  options: RunOptions = {},
): Promise<{ readonly results: PlanResults; readonly troubles: readonly Trouble[] }> {
  const troubles: Trouble[] = [];
  const latest = new Latest(engine);
  const guarded = async <T>(what: { source: number; scan?: number }, nothing: T, read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      troubles.push({ ...what, issue: failed(engine, plan, what.source, error), joint: true });
      return nothing;
    }
  };
  const scans: ScanResult[] = [];
  for (const [index, scan] of plan.scans.entries()) {
    const run = new ScanRun(engine, scanContext(engine.dialect, scan, relationAt(relations, scan.source)), options);
    scans.push(await guarded({ source: scan.source, scan: index }, NOTHING, () => run.read(latest)));
    troubles.push(...run.troubles);
  }
  const loads: LoadResult[] = [];
  for (const load of plan.loads) {
    const relation = relationAt(relations, load.source);
    const reading = loadReading(engine.dialect, load, relation);
    const read = async () => {
      await engine.foresee?.(foreseenOfLoad(reading, load));
      troubles.push(...(await datesOnText(engine, load, relation)));
      return latest.reached(reading, load.bounds, null);
    };
    loads.push({ reached: await guarded({ source: load.source }, [], read) });
  }
  const rates: (readonly RateRow[])[] = [];
  for (const scan of plan.rates) {
    rates.push(await guarded({ source: scan.source }, [], () => readRates(engine, scan, relationAt(relations, scan.source), troubles)));
  }
  return { results: { scans, loads, rates }, troubles };
}

/** Dates compared with text that is not written so, where rows of a load log are picked: other rows would be picked than it says. */
async function datesOnText(engine: Engine, load: LoadScan, relation: Relation): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  for (const dated of datedIn(relation, [load])) {
    const [row] = await engine.query(timesIn({ dialect: engine.dialect, relation }, dated.column, null));
    troubles.push(...dateIssues(dated, relation.label, row).map((issue) => ({ issue, source: load.source })));
  }
  return troubles;
}

/** Why a date must not be compared with a column's text: what it would select is not what it says. */
function dateIssues({ column, clause, cuts, orders }: DatedColumn, table: string, row: TextRow = {}): Issue[] {
  const [times, others] = [Number(row.times ?? '0'), Number(row.others ?? '0')];
  return [
    ...(cuts && times > 0 ? [dataIssue('filter-date-on-times', clause, { table, column, count: times })] : []),
    ...(orders && others > 0 ? [dataIssue('filter-date-on-text', clause, { table, column, count: others })] : []),
  ];
}

const NOTHING: ScanResult = { nullWhen: 0, tallies: [], distincts: [], grains: [], reached: [] };

function failed(engine: Engine, plan: QueryPlan, index: number, error: unknown): Issue {
  const source = plan.sources[index];
  if (source === undefined) throw new RangeError(`no source ${index}`);
  const table = 'table' in source.from ? source.from.table : source.from.view;
  return engine.issue?.(error, source.clause) ?? dataIssue('data-engine-failed', source.clause, { table, detail: engine.detail(error) });
}

async function readRates(engine: Engine, scan: RateScan, relation: Relation, troubles: Trouble[]): Promise<readonly RateRow[]> {
  await engine.foresee?.(foreseenOfRates(engine.dialect, scan, relation));
  const rows = decodeRates(await engine.query(compileRates(engine.dialect, scan, relation)));
  if (rows !== null) return rows;
  troubles.push(await misfitRate(engine, scan, relation));
  return [];
}

export function relationAt(relations: readonly Relation[], index: number): Relation {
  const relation = relations[index];
  if (relation === undefined) throw new RangeError(`no relation for source ${index}`);
  return relation;
}

async function misfitRate(engine: Engine, scan: RateScan, relation: Relation): Promise<Trouble> {
  const found = await firstMisfit(engine, relation, scan.rate, null);
  return {
    issue: dataIssue('data-not-a-number', scan.clause, { file: relation.label, column: scan.rate, ...found }),
    source: scan.source,
    column: { use: 'number', column: scan.rate },
  };
}

/** Where the first value of a column stands that DECIMAL(38,9) does not hold; the value itself stays where it is. */
async function firstMisfit(engine: Engine, relation: Relation, column: string, within: Sql | null) {
  const [row = {}] = await engine.query(compileMisfit(engine.dialect, relation, column, within));
  const words = { unit: '@unit.row', what: '@number.range', advice: '@advice.range' };
  return { row: row.place ?? '-', count: row.misfits ?? '-', ...words };
}

/** What a currency looks like. Other text is a name or a note: evidence and reasons would carry it out of the warehouse. */
const CODE = /^[A-Za-z0-9]{2,5}$/;

/** Everything that is read of one scan. */
class ScanRun {
  readonly troubles: Trouble[] = [];
  private readonly ranges = new Map<string, Promise<{ range: IntegerRange; filled: bigint } | null>>();

  constructor(
    private readonly engine: Engine,
    private readonly context: ScanContext,
    private readonly options: RunOptions,
  ) {}

  async read(latest: Latest): Promise<ScanResult> {
    const { scan } = this.context;
    const reading = scanReading(this.context);
    await this.engine.foresee?.(foreseenOfScan(this.context, this.options.route ?? 'groups'));
    await this.refuseDatesOnText();
    const reached = await latest.reached(reading, scan.bounds, scan.zone);
    return {
      nullWhen: await latest.nulls(reading),
      tallies: await this.tallies(scan),
      distincts: await this.distincts(scan),
      grains: await this.grains(scan),
      reached,
    };
  }

  private async tallies(scan: Scan): Promise<ScanResult['tallies']> {
    const { relation } = this.context;
    if (scan.tallies.length === 0) return [];
    const chosen = await this.route(scan);
    if (chosen === null) return [];
    const route = this.options.route ?? chosen.route;
    const rows: TextRow[] = [];
    for (const statement of compileTallies(this.context, route, (column) => chosen.dimensions.has(column.name))) {
      for (const row of await this.engine.query(statement)) rows.push(row);
    }
    const { tallies, misfits } = decodeTallies(rows, scan.tallies.length);
    const columns = new Map<string, Misfit>();
    for (const misfit of misfits) columns.set(scan.tallies[misfit.tally]?.sum ?? '', misfit);
    for (const [column, misfit] of columns) this.troubles.push(await this.misfit(column, misfit));
    const named = scan.tallies.flatMap(({ currency }, index) =>
      currency !== null && (tallies[index] ?? []).some((day) => day.currency !== null && !CODE.test(day.currency)) ? [currency] : [],
    );
    for (const column of new Set(named)) {
      const issue = dataIssue('data-currency-form', scan.clause, { table: relation.label, column });
      this.troubles.push({ issue, source: scan.source, column: { use: 'text', column } });
    }
    return tallies;
  }

  private async misfit(column: string, { what }: Misfit): Promise<Trouble> {
    const { scan, relation, dialect, time } = this.context;
    const table = relation.label;
    const within = dialect.billed ? prune(dialect, time, daysAsked(scan, scan.tallies)) : null;
    const issue =
      what === 'sum'
        ? dataIssue('data-sum-overflow', scan.clause, { column, table })
        : dataIssue('data-not-a-number', scan.clause, {
            file: table,
            column,
            ...(await firstMisfit(this.engine, relation, column, within)),
          });
    return { issue, source: scan.source, column: { use: 'number', column } };
  }

  /** How to read the tallies; null where a currency column surely is none. */
  private async route(scan: Scan): Promise<ReturnType<typeof chooseRoute> | null> {
    const { relation, dialect } = this.context;
    const filters = filterColumns(this.context);
    const currencies = [...new Set(scan.tallies.flatMap(({ currency }) => currency ?? []))];
    const columns = [...filters.map(({ column }) => column), ...currencies.map((currency) => boundColumn(relation, 'text', currency))];
    if (columns.length === 0 || dialect.billed) return { route: 'groups', dimensions: new Set() };
    const [row = {}] = await this.engine.query(compileCardinalities(dialect, relation, columns));
    const values = columns.map((_, index) => count(row, `n${index}`));
    const wrong = currencies.filter((_, index) => (values[filters.length + index] ?? 0) > MOST_CURRENCIES);
    for (const column of wrong) {
      const issue = dataIssue('data-not-a-currency', scan.clause, { table: relation.label, column });
      this.troubles.push({ issue, source: scan.source, column: { use: 'text', column } });
    }
    if (wrong.length > 0) return null;
    return chooseRoute(filters.map((filter, index) => ({ ...filter, values: values[index] ?? 0 })));
  }

  private async distincts(scan: Scan): Promise<number[][]> {
    const counts: number[][] = scan.distincts.map((distinct) => distinct.targets.map(() => 0));
    for (const group of distinctGroups(scan.distincts)) {
      const column = boundColumn(this.context.relation, 'key', group.column);
      const targets = group.members.reduce((sum, { distinct }) => sum + distinct.targets.length, 0);
      const range = await this.bits(column, targets * group.members.length * 2);
      decodeDistincts(await this.engine.query(compileDistincts(this.context, group, range)), group, counts);
    }
    return counts;
  }

  private async refuseDatesOnText(): Promise<void> {
    const { scan, relation } = this.context;
    for (const dated of datedColumns(this.context)) {
      const { column } = dated;
      const [row] = await this.engine.query(compileTimesInText(this.context, column));
      const issues = dateIssues(dated, relation.label, row);
      this.troubles.push(...issues.map((issue) => ({ issue, source: scan.source, column: { use: 'text' as const, column } })));
    }
  }

  private async grains(scan: Scan): Promise<GrainResult[]> {
    const proven = new Map<GrainCheck, boolean>();
    for (const checks of grainGroups(scan)) {
      const proof = await this.prove(checks);
      for (const check of checks) proven.set(check, proof);
    }
    const repeats = new Map(
      scan.grains.flatMap((check) => (proven.get(check) === true ? [] : [[check, compileRepeats(this.context, check)]])),
    );
    await this.engine.foresee?.([...repeats.values()]);
    const results: GrainResult[] = [];
    for (const check of scan.grains) {
      const statement = repeats.get(check);
      results.push(statement === undefined ? NO_REPEATS : decodeRepeats(await this.engine.query(statement)));
    }
    return results;
  }

  private async prove(checks: readonly GrainCheck[]): Promise<boolean> {
    const columns = grainColumns(this.context, checks[0]?.columns ?? []);
    const [only] = columns;
    const range = only !== undefined && columns.length === 1 ? await this.bits(only, 2) : null;
    const [row] = await this.engine.query(compileProof(this.context, checks, range));
    return row === undefined || isProven(row);
  }

  /** The range of an integer column, where sets of bits are the way to count its values. */
  private async bits(column: BoundColumn, sets: number): Promise<IntegerRange | null> {
    const { dialect } = this.context;
    if (dialect.bitmap === null || column.type.kind !== 'integer') return null;
    const known = this.ranges.get(column.name) ?? this.range(column);
    this.ranges.set(column.name, known);
    const found = await known;
    return found === null ? null : bitRange(dialect, found.range, found.filled, sets);
  }

  private async range(column: BoundColumn): Promise<{ range: IntegerRange; filled: bigint } | null> {
    const [row = {}] = await this.engine.query(compileIntegerRange(this.context.dialect, this.context.relation, column));
    const { low, high, filled } = row;
    if (low == null || high == null) return null;
    return { range: { low: BigInt(low), high: BigInt(high) }, filled: BigInt(filled ?? '0') };
  }
}
