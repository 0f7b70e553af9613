import { leavesOf, leavesOutNull } from '../../contract/filter-leaves.js';
import type { Clause, Filter } from '../../contract/model.js';
import { count } from '../../evidence/decode-rows.js';
import type { DateRange } from '../../kernel/calendar.js';
import { seenOf } from '../../kernel/characters.js';
import type { Issue } from '../../kernel/issue.js';
import { distinct } from '../../kernel/objects.js';
import { someOf } from '../../kernel/some-of.js';
import { inForm } from '../../kernel/text.js';
import type { Check } from '../../ports/warehouse.js';
import { dataIssue } from '../../query/check-plan.js';
import { boundColumn, type Relation } from '../../query/column-type.js';
import { inDays, localDay } from '../../query/compile-days.js';
import { compileFilter, leafOnRows, name, relationName } from '../../query/compile-filter.js';
import { duckdb } from '../../query/dialects/duckdb.js';
import { literalsOf } from '../../query/filter-uses.js';
import type { PeriodReading, Scan, Tally } from '../../query/plan.js';
import { clockAt, timeKind } from '../../query/scan-context.js';
import { join, or, render, type Sql, sql, trusted } from '../../query/sql.js';
import type { Origins } from './origins.js';
import { type Place, placesOf } from './raw-place.js';
import type { Session } from './session.js';
import { isMonthCrossed } from './weeks.js';

/** Keys that stand in several rows: how many, and the first of these rows. */
export interface Repeated {
  readonly columns: readonly string[];
  readonly count: number;
  readonly rows: readonly number[];
}

/** Places that are named; of more it is said how many there are. */
const NAMED = 6;
/** Columns that say whose rows they are: each shop and account that is named has a file of its own. */
const WHOSE = /account|shop|store|seller|marketplace|店|账户|账号|站点/i;
/** Different values of a filter column, past which it holds no kinds of rows but names or numbers. */
const MOST_VALUES = 200;

/** What one scan of a source looks at, each thing by a query of its own. */
export class Eye {
  private readonly rows: Sql;
  private readonly time: Sql;

  constructor(
    private readonly session: Session,
    private readonly scan: Scan,
    private readonly relation: Relation,
    private readonly origins: Origins,
    /** What the measures on it ask for; null: every row. */
    private readonly asked: readonly (Filter | null)[],
  ) {
    this.rows = relationName(duckdb, relation);
    this.time = name(duckdb, boundColumn(relation, 'time', scan.column).name);
  }

  private get clause(): Clause {
    return this.scan.clause;
  }

  private ask(query: Sql) {
    return this.session.query(render('look', query, duckdb.placeholder));
  }

  private check(kind: Check['kind'], issues: readonly Issue[], values?: readonly string[]): Check {
    return { kind, name: this.relation.label, found: null, issues, ...(values === undefined ? {} : { values }) };
  }

  private async where(rows: readonly number[]): Promise<readonly string[]> {
    return placesText(await placesOf(await this.origins.places(), rows));
  }

  /** Keys that stand in several rows: they hold whatever is measured in their days. */
  async repeated(): Promise<Repeated[]> {
    const found: Repeated[] = [];
    const grains = new Map(this.scan.grains.map(({ columns }) => [JSON.stringify(columns), columns]));
    for (const columns of grains.values()) {
      const keys = join(
        columns.map((column) => name(duckdb, boundColumn(this.relation, 'key', column).name)),
        ', ',
      );
      const numbered = sql`SELECT row_number() OVER () - 1 AS r, * FROM ${this.rows}`;
      const counted = sql`SELECT r, count(*) OVER (PARTITION BY ${keys}) AS n, min(r) OVER (PARTITION BY ${keys}) AS f FROM (${numbered}) AS a WHERE ${this.time} IS NOT NULL`;
      const repeated = sql`(SELECT r, n, f FROM (${counted}) AS b WHERE n > 1) AS c`;
      const [total = {}] = await this.ask(sql`SELECT CAST(count(DISTINCT f) AS VARCHAR) AS n FROM ${repeated}`);
      if (count(total, 'n') === 0) continue;
      const first = await this.ask(sql`SELECT CAST(r AS VARCHAR) AS r FROM ${repeated} ORDER BY f, r LIMIT ${trusted(String(NAMED))}`);
      found.push({ columns, count: count(total, 'n'), rows: first.map((row) => count(row, 'r')) });
    }
    return found;
  }

  /** What is said of keys that stand in several rows. */
  async keys(repeated: readonly Repeated[]): Promise<Check> {
    const issues: Issue[] = [];
    for (const { columns, count: total, rows } of repeated) {
      const params = { table: this.relation.label, columns, count: total, places: await this.where(rows) };
      issues.push(dataIssue('data-repeated-keys', this.clause, params));
    }
    return this.check('keys', issues);
  }

  /** That something measured asks for a row: an order that was never paid has no time of payment, and is no fault. */
  private get isAsked(): Sql {
    const leaf = leafOnRows(duckdb, this.relation);
    return or(this.asked.map((filter) => compileFilter(filter, leaf)));
  }

  /** Rows without a time that a measure asks for: they are in no period. */
  async times(): Promise<Check> {
    const [row = {}] = await this.ask(
      sql`SELECT CAST(count(*) AS VARCHAR) AS n, CAST(count(*) - count(${this.time}) AS VARCHAR) AS missing FROM ${this.rows} WHERE ${this.isAsked}`,
    );
    const [rows, missing] = [count(row, 'n'), count(row, 'missing')];
    const named = { table: this.relation.label, column: this.scan.column };
    if (missing * 100 > rows) {
      const params = { ...named, count: missing, rows, share: ((missing / rows) * 100).toFixed(1) };
      return this.check('times', [dataIssue('data-times-missing', this.clause, params)]);
    }
    // what asks for the time itself says that rows without it are of no interest
    if (this.asked.every((filter) => filter !== null && leavesOutNull(filter, this.scan.column))) return this.check('times', []);
    const [apart = {}] = await this.ask(
      sql`SELECT CAST(count(*) AS VARCHAR) AS n FROM ${this.rows} WHERE ${this.time} IS NULL AND (${this.isAsked}) IS NOT TRUE`,
    );
    const params = { ...named, count: count(apart, 'n') };
    return this.check('times', params.count === 0 ? [] : [dataIssue('data-times-apart', this.clause, params)]);
  }

  /** Where rows of a tally stand that have no amount or no currency. */
  async empties({ clock, sum, currency }: Tally, days: DateRange): Promise<readonly string[]> {
    const columns = [...(sum === null ? [] : [['number', sum] as const]), ...(currency === null ? [] : [['text', currency] as const])];
    const isEmpty = or(columns.map(([use, column]) => sql`${name(duckdb, boundColumn(this.relation, use, column).name)} IS NULL`));
    const time = { sql: this.time, kind: timeKind(boundColumn(this.relation, 'time', this.scan.column).type) };
    const within = inDays(localDay(duckdb, time, clockAt(this.scan, clock)), [days]);
    const numbered = sql`(SELECT row_number() OVER () - 1 AS r, * FROM ${this.rows}) AS a`;
    const rows = await this.ask(
      sql`SELECT CAST(r AS VARCHAR) AS r FROM ${numbered} WHERE ${within} AND (${this.isAsked}) AND (${isEmpty}) ORDER BY a.r LIMIT ${trusted(String(NAMED))}`,
    );
    return this.where(rows.map((row) => count(row, 'r')));
  }

  /** Text that filters on any of these scans ask for and that never occurs, or occurs in another spelling besides. */
  async filters(scans: readonly Scan[]): Promise<Check[]> {
    const asked = new Map<string, Set<string>>();
    const sought = new Set<string>();
    for (const { where } of scans.flatMap(({ tallies, distincts }) => [...tallies, ...distincts])) {
      for (const leaf of leavesOf(where)) {
        if (leaf.op !== 'eq' && leaf.op !== 'in' && leaf.op !== 'notIn') continue;
        const texts = literalsOf(leaf).flatMap((literal) => (literal.type === 'string' ? [literal.value] : []));
        if (texts.length > 0) asked.set(leaf.column, new Set([...(asked.get(leaf.column) ?? []), ...texts]));
        if (leaf.op !== 'notIn') sought.add(leaf.column);
      }
    }
    const checks: Check[] = [];
    for (const [column, wanted] of asked) checks.push(await this.filter(column, wanted, sought.has(column)));
    return checks;
  }

  /** @param sought whether some value is asked for: what is only kept out may well not occur. */
  private async filter(column: string, wanted: ReadonlySet<string>, sought: boolean): Promise<Check> {
    const value = name(duckdb, boundColumn(this.relation, 'text', column).name);
    const rows = await this.ask(
      sql`SELECT CAST(${value} AS VARCHAR) AS v FROM ${this.rows} WHERE ${value} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${trusted(String(MOST_VALUES + 1))}`,
    );
    const found = rows.flatMap(({ v }) => v ?? []);
    if (found.length === 0 || found.length > MOST_VALUES) return this.check('values', []);
    const never = [...wanted].filter((text) => !found.includes(text));
    const plain = new Set([...wanted].map(plainValue));
    const alike = found.filter((text) => !wanted.has(text) && plain.has(plainValue(text)));
    if (alike.length === 0 && (!sought || never.length < wanted.size)) return this.check('values', []);
    const params = { table: this.relation.label, column, asked: [...wanted].map((text) => `"${text}"`) };
    if (alike.length === 0)
      return this.check('values', [dataIssue('data-values-never', this.clause, { ...params, count: found.length })], found);
    return this.check('values', [dataIssue('data-values-alike', this.clause, { ...params, alike: alike.length })], alike);
  }

  /** Shops and accounts that a measure names and that have no row in a period, while others have: those that lack the same periods together. */
  async silent(periods: readonly Pick<PeriodReading, 'period' | 'inForce'>[]): Promise<Check> {
    const found = new Map<string, { column: string; asked: readonly string[]; period: Set<string> }>();
    const asked = distinct(this.scan.tallies.flatMap(({ where, clock }) => leavesOf(where).map((leaf) => ({ leaf, clock }))));
    for (const { leaf, clock } of asked) {
      if ((leaf.op !== 'eq' && leaf.op !== 'in') || !WHOSE.test(leaf.column)) continue;
      const wanted = literalsOf(leaf).flatMap((literal) => (literal.type === 'string' ? [literal.value] : []));
      if (wanted.length === 0) continue;
      const value = name(duckdb, boundColumn(this.relation, 'text', leaf.column).name);
      const time = { sql: this.time, kind: timeKind(boundColumn(this.relation, 'time', this.scan.column).type) };
      for (const { period, inForce } of periods) {
        const within = inDays(localDay(duckdb, time, clockAt(this.scan, clock)), [inForce]);
        const rows = await this.ask(
          sql`SELECT CAST(${value} AS VARCHAR) AS v FROM ${this.rows} WHERE ${within} AND ${compileFilter(leaf, leafOnRows(duckdb, this.relation))} GROUP BY 1`,
        );
        const there = new Set(rows.map(({ v }) => inForm(v ?? '', 'NFC')));
        const missing = wanted.filter((each) => !there.has(each)).map((each) => `"${each}"`);
        if (missing.length === 0) continue;
        const key = JSON.stringify([leaf.column, missing]);
        const known = found.get(key)?.period ?? [];
        found.set(key, { column: leaf.column, asked: missing, period: new Set([...known, period]) });
      }
    }
    const issues = [...found.values()].map(({ column, asked: missing, period }) => {
      const params = { table: this.relation.label, column, period: someOf([...period]), asked: missing };
      return dataIssue('data-values-silent', this.clause, params);
    });
    return this.check('values', issues);
  }

  /** Rows that stand for weeks, in a contract of months: a week over a month's end is in one of them as a whole. */
  async weeks(isWeekly: boolean): Promise<Check> {
    if (isWeekly || timeKind(boundColumn(this.relation, 'time', this.scan.column).type) === 'instant') return this.check('weeks', []);
    const days = sql`SELECT date_diff('day', DATE '1970-01-01', CAST(${this.time} AS DATE)) AS d, min(r) AS r FROM (SELECT row_number() OVER () - 1 AS r, * FROM ${this.rows}) AS a WHERE ${this.time} IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT 400`;
    const rows = await this.ask(sql`SELECT CAST(d AS VARCHAR) AS d, CAST(r AS VARCHAR) AS r FROM (${days}) AS b ORDER BY b.d`);
    const starts = rows.map((row) => ({ day: count(row, 'd'), row: count(row, 'r') }));
    const gaps = starts.slice(1).map(({ day }, index) => day - (starts[index]?.day ?? day));
    const crossing = starts.filter(({ day }) => isMonthCrossed(day));
    if (starts.length < 3 || !gaps.includes(7) || gaps.some((gap) => gap % 7 !== 0) || crossing.length === 0)
      return this.check('weeks', []);
    const places = await this.where(crossing.slice(0, NAMED).map(({ row }) => row));
    return this.check('weeks', [dataIssue('data-weeks', this.clause, { table: this.relation.label, places })]);
  }
}

/** What two spellings of one value have in common. */
function plainValue(text: string): string {
  return seenOf(inForm(text, 'NFKC'))
    .toLowerCase()
    .replace(/[\s_-]+/gu, '');
}

/** `a.csv:4`, `a.csv:5` by lines, `c.xlsx [Orders]:7` by rows of a sheet, `view "v" #3` by rows: those of one file beside each other. */
function placesText(places: readonly Place[]): readonly string[] {
  const files = [...new Set(places.map(({ file }) => file))];
  return files.flatMap((file) => places.filter((place) => place.file === file).map(placeText));
}

function placeText({ file, row, unit }: Place): string {
  if (unit === '@unit.row') return `${file} #${row}`;
  const [, sheet] = unit.split(/:(.*)/s);
  return sheet === undefined ? `${file}:${row}` : `${file} [${sheet}]:${row}`;
}
