import { addUp, countsFit, decodePartCounts, namesApart, partsByDay } from '../evidence/decode-parts.js';
import {
  count,
  decodeDistincts,
  decodeRepeats,
  decodeTallies,
  isInOrder,
  isProven,
  type Misfit,
  NO_REPEATS,
  type RawPart,
  type TextRow,
} from '../evidence/decode-rows.js';
import type { DivisionResult, GrainResult, ScanResult } from '../evidence/results.js';
import { distinct } from '../kernel/objects.js';
import type { PlanRunner } from '../ports/engine.js';
import { dataIssue, type Trouble } from '../query/check-plan.js';
import { type BoundColumn, boundColumn } from '../query/column-type.js';
import { compileTimesInText, datedColumns } from '../query/compile-date-filters.js';
import { prune, shareOfRows } from '../query/compile-days.js';
import { compileDistincts, distinctGroups, type IntegerRange } from '../query/compile-distincts.js';
import { compilePartCounts } from '../query/compile-divisions.js';
import { compileOrder, compileProof, compileRepeats, grainColumns } from '../query/compile-grains.js';
import {
  bitRange,
  chooseRoute,
  compileCardinalities,
  compileIntegerRange,
  filterColumns,
  MOST_CURRENCIES,
} from '../query/compile-profile.js';
import { compileTallies, firstOfConditions, isSurelySummed, type Route } from '../query/compile-tallies.js';

import { compileUndated } from '../query/compile-undated.js';
import { inParts } from '../query/distinct-parts.js';
import type { Division, GrainCheck, Scan } from '../query/plan.js';
import { daysAsked, type ScanContext } from '../query/scan-context.js';
import { sharesOf } from '../query/shares.js';
import type { Statement } from '../query/sql.js';
import { foreseenOfScan, grainGroups, scanReading } from './foreseen.js';
import type { Latest } from './latest.js';
import { dateIssues, firstMisfit } from './value-faults.js';

/** How a run chooses between ways that give the same result; only for tests of just that. */
export interface RunOptions {
  readonly route?: Route;
  /** Most rows whose values or keys are held in memory at once. */
  readonly heldRows?: number;
}

/** So many take some hundred megabytes. */
const HELD_ROWS = 12_000_000;
/** Which part of those is proven unique in less time than two more statements take. */
const FEW = 1 / 64;
/** From which share of the rows on it takes less time to read all of them once than these, and others besides. */
const MOST_ROWS = 1 / 2;

/** What a currency looks like. Other text is a name or a note: evidence and reasons would carry it out of the warehouse. */
const CODE = /^[A-Za-z0-9]{2,5}$/;

/** Everything that is read of one scan. */
export class ScanRun {
  readonly troubles: Trouble[] = [];
  private readonly ranges = new Map<string, Promise<{ range: IntegerRange; filled: bigint } | null>>();

  constructor(
    private readonly engine: PlanRunner,
    private readonly context: ScanContext,
    private readonly options: RunOptions,
  ) {}

  async read(latest: Latest): Promise<ScanResult> {
    const { scan } = this.context;
    const reading = scanReading(this.context);
    await this.engine.paid?.foresee(foreseenOfScan(this.context, this.options.route ?? 'groups'));
    await this.refuseDatesOnText();
    const reached = await latest.reached(reading, scan.bounds, scan.zone);
    const extent = await latest.extent(reading);
    const isMost = extent !== null && shareOfRows(this.context.time, daysAsked(scan, scan.tallies), extent) >= MOST_ROWS;
    const { tallies, parts, undated } = await this.tallies(scan, isMost);
    const nullWhen = undated?.get('null') ?? (await latest.nulls(reading));
    const size = await latest.rows(reading);
    const distincts = await this.distincts(scan, size);
    return {
      nullWhen,
      undated: undated === null ? await this.undated(nullWhen) : scan.tallies.map(({ where }) => undated.get(JSON.stringify(where)) ?? 0),
      tallies,
      distincts,
      divisions: await this.divisions(scan, tallies, parts, distincts),
      grains: await this.grains(scan, size, isMost),
      reached,
    };
  }

  /** Per tally, the rows without a time that it asks for; most tables have none, and then nothing more is asked. */
  private async undated(nullWhen: number): Promise<number[]> {
    const { tallies } = this.context.scan;
    if (nullWhen === 0) return tallies.map(() => 0);
    const conditions = distinct(tallies.flatMap(({ where }) => where ?? []));
    const counted = new Map<string, number>();
    for (const statement of compileUndated(this.context, conditions)) {
      for (const row of await this.engine.query(statement)) {
        for (const [index, where] of conditions.entries()) {
          const found = row[`n${index}`];
          if (found !== undefined) counted.set(JSON.stringify(where), Number(found));
        }
      }
    }
    return tallies.map(({ where }) => (where === null ? nullWhen : (counted.get(JSON.stringify(where)) ?? 0)));
  }

  /** The tallies; and, where all rows are read for them, how many that meet each condition have no time: null where they are not. */
  private async tallies(
    scan: Scan,
    isMost: boolean,
  ): Promise<{
    readonly tallies: ScanResult['tallies'];
    readonly parts: RawPart[][];
    readonly undated: ReadonlyMap<string, number> | null;
  }> {
    const { relation } = this.context;
    const none = { tallies: [], parts: [], undated: null };
    if (scan.tallies.length === 0) return none;
    const chosen = await this.route(scan);
    if (chosen === null) return none;
    const route = this.options.route ?? chosen.route;
    const rows: TextRow[] = [];
    const summed = scan.tallies.flatMap(({ sum }) => (sum === null ? [] : [boundColumn(relation, 'number', sum)]));
    const ofAll = isMost && summed.every(isSurelySummed);
    for (const statement of compileTallies(this.context, route, (column) => chosen.dimensions.has(column.name), ofAll)) {
      for (const row of await this.engine.query(statement)) rows.push(row);
    }
    const dimensions = scan.divisions.map((division) => division.dimensions.length);
    const { tallies, parts, undated, misfits } = decodeTallies(rows, scan.tallies.length, dimensions);
    const columns = new Map<string, Misfit>();
    for (const misfit of misfits) columns.set(scan.tallies[misfit.tally]?.sum ?? '', misfit);
    for (const [column, misfit] of columns) this.troubles.push(await this.misfit(column, misfit));
    const named = scan.tallies.flatMap(({ currency }, index) =>
      currency === null
        ? []
        : (tallies[index] ?? []).flatMap((day) => (day.currency !== null && !CODE.test(day.currency) ? [{ currency, day: day.day }] : [])),
    );
    for (const column of new Set(named.map(({ currency }) => currency))) {
      const [day = '-'] = named.flatMap((each) => (each.currency === column ? [each.day] : [])).toSorted();
      const issue = dataIssue('data-currency-form', scan.clause, { table: relation.label, column, day });
      this.troubles.push({ issue, source: scan.source, column: { use: 'text', column } });
    }
    if (!ofAll) return { tallies, parts, undated: null };
    const counts = [...firstOfConditions(scan.tallies)].map(([where, tally]) => [where, undated.get(tally) ?? 0] as const);
    return { tallies, parts, undated: new Map(counts) };
  }

  /** The parts of what is divided, held to add up to the whole; and what is distinct in each of them, held to fit the whole count. */
  private async divisions(
    scan: Scan,
    tallies: ScanResult['tallies'],
    parts: readonly (readonly RawPart[])[],
    distincts: ScanResult['distincts'],
  ): Promise<DivisionResult[]> {
    const results: DivisionResult[] = [];
    for (const [index, division] of scan.divisions.entries()) {
      const own = partsByDay(parts[index] ?? []);
      const statement = compilePartCounts(this.context, division, namesApart(division, own));
      const counted = statement === null ? [] : decodePartCounts(await this.engine.query(statement), division);
      const { distinct } = division;
      const totals = distinct === null ? [] : distinct.targets.map((target) => distincts[distinct.index]?.[target] ?? 0);
      const fits = addUp(tallies[division.tally] ?? [], division, own) && totals.every((total, at) => countsFit(total, counted[at] ?? []));
      if (!fits) this.troubles.push(this.differing(scan, division));
      results.push({ parts: own, distincts: counted });
    }
    return results;
  }

  private differing(scan: Scan, { tally, dimensions }: Division): Trouble {
    const columns = dimensions.map(({ column }) => column);
    const clause = scan.tallies[tally]?.clause ?? scan.clause;
    return { issue: dataIssue('data-parts-differ', clause, { table: this.context.relation.label, columns }), source: scan.source };
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

  private async distincts(scan: Scan, size: number): Promise<number[][]> {
    const counts: number[][] = scan.distincts.map((distinct) => distinct.targets.map(() => 0));
    for (const group of distinctGroups(scan.distincts)) {
      const column = boundColumn(this.context.relation, 'key', group.column);
      const targets = group.members.reduce((sum, { distinct }) => sum + distinct.targets.length, 0);
      const range = await this.bits(column, targets * group.members.length * 2);
      for (const part of range === null ? inParts(group, size, this.heldRows) : [{ group, share: null }]) {
        decodeDistincts(await this.engine.query(compileDistincts(this.context, part.group, range, part.share)), part.group, counts);
      }
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

  private async grains(scan: Scan, size: number, isMost: boolean): Promise<GrainResult[]> {
    const proven = new Map<GrainCheck, boolean>();
    for (const checks of grainGroups(scan)) {
      const proof = await this.prove(checks, size, isMost);
      for (const check of checks) proven.set(check, proof);
    }
    const repeats = new Map(
      scan.grains.flatMap((check) => (proven.get(check) === true ? [] : [[check, compileRepeats(this.context, check)]])),
    );
    await this.engine.paid?.foresee([...repeats.values()]);
    const results: GrainResult[] = [];
    for (const check of scan.grains) {
      const statement = repeats.get(check);
      results.push(statement === undefined ? NO_REPEATS : decodeRepeats(await this.engine.query(statement)));
    }
    return results;
  }

  /** @param isMost whether the checks' days have most of the rows: nothing repeats in them where nothing does in all, and this is known sooner. */
  private async prove(checks: readonly GrainCheck[], size: number, isMost: boolean): Promise<boolean> {
    const columns = grainColumns(this.context, checks[0]?.columns ?? []);
    const [only] = columns;
    const range = only !== undefined && columns.length === 1 ? await this.bits(only, 2) : null;
    if (range !== null && isMost && (await this.isProvenBy(compileProof(this.context, checks, range, null, 'all rows')))) return true;
    const isWorthALook = range === null && size > this.heldRows * FEW;
    if (isWorthALook && (await this.inOrder(checks, 'first rows'))) {
      const middle = await this.middle(columns, size);
      if (isMost && (await this.inOrder(checks, 'all rows', middle))) return true;
      if (await this.inOrder(checks, 'days', middle)) return true;
    }
    for (const share of sharesOf(range === null ? size : 0, this.heldRows)) {
      if (!(await this.isProvenBy(compileProof(this.context, checks, range, share)))) return false;
    }
    return true;
  }

  private async isProvenBy(proof: Statement): Promise<boolean> {
    const [row] = await this.engine.query(proof);
    return row === undefined || isProven(row);
  }

  private async inOrder(
    checks: readonly GrainCheck[],
    of: 'days' | 'all rows' | 'first rows',
    middle: bigint | null = null,
  ): Promise<boolean> {
    const statement = compileOrder(this.context, checks, of, middle);
    return statement !== null && (await this.engine.query(statement)).every(isInOrder);
  }

  /** The middle of an integer column's values, none of which is NULL; null for all other keys. */
  private async middle([only, ...others]: readonly BoundColumn[], size: number): Promise<bigint | null> {
    if (only === undefined || others.length > 0 || only.type.kind !== 'integer') return null;
    const found = await this.range(only);
    return found === null || found.filled !== BigInt(size) ? null : (found.range.low + found.range.high + 1n) / 2n;
  }

  private get heldRows(): number {
    return this.options.heldRows ?? HELD_ROWS;
  }

  /** The range of an integer column, where sets of bits are the way to count its values. */
  private async bits(column: BoundColumn, sets: number): Promise<IntegerRange | null> {
    const { dialect } = this.context;
    if (dialect.bitmap === null || column.type.kind !== 'integer') return null;
    const found = await this.range(column);
    return found === null ? null : bitRange(dialect, found.range, found.filled, sets);
  }

  private range(column: BoundColumn): Promise<{ range: IntegerRange; filled: bigint } | null> {
    const known = this.ranges.get(column.name) ?? this.askRange(column);
    this.ranges.set(column.name, known);
    return known;
  }

  private async askRange(column: BoundColumn): Promise<{ range: IntegerRange; filled: bigint } | null> {
    const [row = {}] = await this.engine.query(compileIntegerRange(this.context.dialect, this.context.relation, column));
    const { low, high, filled } = row;
    if (low == null || high == null) return null;
    return { range: { low: BigInt(low), high: BigInt(high) }, filled: BigInt(filled ?? '0') };
  }
}
