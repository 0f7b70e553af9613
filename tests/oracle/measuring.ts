import { compare, isZero, maximum, type Rational, rational, ZERO } from '../../src/kernel/rational.js';
import { type Days, dayStart, instantOf, type Moment, momentOf, plusDays } from './days.js';
import {
  type BookEvent,
  type BookEventOf,
  type DefinitionsText,
  type FactText,
  type MeasureText,
  number,
  type Party,
  type ReconcileText,
  type TermsText,
  type WhereText,
} from './documents.js';

/* What is measured (section 3), from raw rows, one after the other. */

export type Row = Readonly<Record<string, string | null>>;
export type Tables = ReadonlyMap<string, readonly Row[]>;

/** Who answers for something that is not known: a custodian, or nobody (a division by zero, a review that is missing). */
export type Cause = Party | 'nobody';
export type Known = { readonly known: true; readonly value: Rational };
export type Unknown = { readonly known: false; readonly causes: ReadonlySet<Cause>; readonly division: boolean };
/** Missing is not zero (section 0.4): a value, or what keeps it from being one. `division`: nothing but a division by zero. */
export type Value = Known | Unknown;

export function known(value: Rational): Known {
  return { known: true, value };
}

function unknown(causes: Iterable<Cause>, division = false): Unknown {
  return { known: false, causes: new Set(causes), division };
}

/** What several undefined values have in common: all their causes. */
export function undefinedOf(values: readonly Value[]): Unknown | null {
  const undefinedOnes = values.filter((value): value is Unknown => !value.known);
  if (undefinedOnes.length === 0) return null;
  return unknown(
    undefinedOnes.flatMap((value) => [...value.causes]),
    undefinedOnes.every((value) => value.division),
  );
}

/** The state of the warehouse that a statement measured, and what it knew then. */
export interface Snapshot {
  readonly tables: Tables;
  readonly asOf: string;
  /** Events that counted then: exclusions and duties count for periods still measured. */
  readonly events: readonly BookEvent[];
  /** The days in force of the periods that are measured with it, by period. */
  readonly measured: ReadonlyMap<string, Days>;
}

/** Rows that exclusions take out of a KPI. */
export type Leaves = readonly Pick<BookEventOf<'exclusion'>, 'window' | 'where'>[];

function rowsOf(fact: FactText, tables: Tables): readonly Row[] {
  const name = fact.table ?? `view:${fact.view}`;
  const rows = tables.get(name);
  if (rows === undefined) throw new RangeError(`no table ${name}`);
  return rows;
}

function whenOf(measure: MeasureText): { readonly column: string; readonly zone: string | null } {
  return typeof measure.when === 'string' ? { column: measure.when, zone: null } : measure.when;
}

function momentIn(row: Row, measure: MeasureText, zone: string): Moment | null {
  const when = whenOf(measure);
  const cell = row[when.column] ?? null;
  return cell === null ? null : momentOf(cell, when.zone, zone);
}

/** Rows of a fact whose event lies in some days. Rows whose `when` is NULL are in no period. */
function rowsIn(fact: FactText, measure: MeasureText, days: Days, tables: Tables, zone: string): Row[] {
  return rowsOf(fact, tables).filter((row) => {
    const moment = momentIn(row, measure, zone);
    return moment !== null && days.from <= moment.day && moment.day <= days.to;
  });
}

// ---- Columns and filters

type Literal = string | number | boolean;

function order(cell: string, literal: Literal): number {
  if (typeof literal === 'number') return compare(rational(cell), rational(String(literal)));
  if (typeof literal === 'boolean') return (['true', '1'].includes(cell.toLowerCase()) ? 1 : 0) - (literal ? 1 : 0);
  return Buffer.compare(Buffer.from(cell.normalize('NFC')), Buffer.from(literal.normalize('NFC')));
}

const equal = (cell: string, literal: Literal) => order(cell, literal) === 0;

/** Whether a row is selected: columns are AND; `any` is OR, ANDed with its siblings; NULL never matches, also under `not`. */
function selected(row: Row, where: WhereText | undefined): boolean {
  return Object.entries(where ?? {}).every(([column, condition]) => {
    if (column === 'any') return (condition as WhereText[]).some((each) => selected(row, each));
    return matches(row[column] ?? null, condition);
  });
}

function matches(cell: string | null, condition: unknown): boolean {
  if (typeof condition !== 'object' || condition === null) return cell !== null && equal(cell, condition as Literal);
  if (Array.isArray(condition)) return cell !== null && condition.some((literal: Literal) => equal(cell, literal));
  return Object.entries(condition as Readonly<Record<string, unknown>>).every(([operator, operand]) => {
    if (operator === 'isNull') return (cell === null) === operand;
    if (cell === null) return false;
    const literals = (Array.isArray(operand) ? operand : [operand]) as Literal[];
    const [first = '', second = ''] = literals;
    switch (operator) {
      case 'not':
        return literals.every((literal) => !equal(cell, literal));
      case 'gt':
        return order(cell, first) > 0;
      case 'gte':
        return order(cell, first) >= 0;
      case 'lt':
        return order(cell, first) < 0;
      case 'lte':
        return order(cell, first) <= 0;
      case 'between':
        return order(cell, first) >= 0 && order(cell, second) <= 0;
      default:
        throw new RangeError(`no such operator: ${operator}`);
    }
  });
}

// ---- Fresh

/**
 * Whether a fact is complete up to a day: its freshness instant reaches the end of that day. A DATE as `when` reaches the end
 * of its day, as a load time only its start; rows after `asOf` are ignored, and `asOf` includes its day.
 */
function complete(factId: string, book: DefinitionsText, lastDay: string, { tables, asOf }: Snapshot, zone: string): boolean {
  const fact = book.facts[factId] as FactText;
  const end = dayStart(plusDays(lastDay, 1), zone);
  const over = dayStart(plusDays(asOf, 1), zone);
  if (fact.freshness !== undefined) {
    const { column, table } = fact.freshness;
    const rows = table === undefined ? rowsOf(fact, tables) : (tables.get(table) ?? []);
    return rows.some((row) => {
      const cell = row[column] ?? null;
      if (cell === null) return false;
      const moment = momentOf(cell, null, zone);
      const instant = moment.instant ?? dayStart(moment.day, zone);
      return instant >= end && instant < over;
    });
  }
  const measures = Object.values(book.measures).filter((measure) => measure.of === factId);
  return measures.some((measure) =>
    rowsOf(fact, tables).some((row) => {
      const moment = momentIn(row, measure, zone);
      if (moment === null) return false;
      if (moment.instant === null) return moment.day >= lastDay && moment.day <= asOf;
      return moment.instant >= end && moment.instant < over;
    }),
  );
}

// ---- Duplicates

function keyOf(row: Row, grain: readonly string[]): string {
  return JSON.stringify(grain.map((column) => row[column] ?? null)); // NULLs are equal
}

/** A grain key that repeats among the measured days' rows, or that an earlier period still measured has, too. */
function duplicated(fact: FactText, measure: MeasureText, period: string, days: Days, snapshot: Snapshot, zone: string): boolean {
  const { grain } = fact;
  if (grain === undefined) return false;
  const keys = rowsIn(fact, measure, days, snapshot.tables, zone).map((row) => keyOf(row, grain));
  const seen = new Set(keys);
  if (seen.size < keys.length) return true;
  for (const [other, otherDays] of snapshot.measured) {
    if (other >= period) continue;
    if (rowsIn(fact, measure, otherDays, snapshot.tables, zone).some((row) => seen.has(keyOf(row, grain)))) return true;
  }
  return false;
}

// ---- FX

/** The last rate on or before a day, at most `maxAgeDays` old; undefined is the rate fact's doing. */
function rateOn(day: string, currency: string, book: DefinitionsText, tables: Tables): Rational | null {
  const { fx } = book;
  if (fx === undefined) return null;
  const fact = book.facts[fx.fact] as FactText;
  const candidates = rowsOf(fact, tables).filter((row) => row[fx.currency] === currency && (row[fx.date] ?? '9999') <= day);
  const last = candidates.reduce((latest, row) => ((row[fx.date] ?? '') > latest ? (row[fx.date] ?? '') : latest), '');
  if (last === '' || plusDays(last, fx.maxAgeDays) < day) return null;
  const rows = candidates.filter((row) => row[fx.date] === last);
  const cell = rows[0]?.[fx.rate] ?? null;
  if (rows.length !== 1 || cell === null) return null;
  const rate = rational(cell);
  if (compare(rate, ZERO) <= 0) return null;
  return fx.inverted === true ? rational(1).div(rate) : rate;
}

// ---- Measures

export interface Slice {
  readonly period: string;
  readonly days: Days;
  readonly terms: TermsText;
  readonly snapshot: Snapshot;
  readonly leaves: Leaves;
}

function leavesBy(row: Row, moment: Moment, leaves: Leaves): boolean {
  return leaves.some(({ window, where }) => {
    if (window === undefined) return false;
    const byDay = !window.from.includes('T');
    const inside = byDay
      ? window.from <= moment.day && moment.day <= window.to
      : moment.instant !== null && instantOf(window.from) <= moment.instant && moment.instant < instantOf(window.to);
    return inside && (where === undefined || selected(row, where));
  });
}

/** The selected rows of a measure that an exclusion does not take away. */
function rowsOfMeasure(measure: MeasureText, { days, terms, snapshot, leaves }: Slice): { row: Row; moment: Moment }[] {
  const zone = terms.contract.calendar.timezone;
  const fact = terms.definitions.facts[measure.of] as FactText;
  return rowsIn(fact, measure, days, snapshot.tables, zone).flatMap((row) => {
    const moment = momentIn(row, measure, zone);
    if (moment === null || !selected(row, measure.where) || leavesBy(row, moment, leaves)) return [];
    return [{ row, moment }];
  });
}

/** What keeps a measure from being known in a slice, before its sum is looked at. */
function troubles(measure: MeasureText, slice: Slice): Set<Cause> {
  const { definitions, contract } = slice.terms;
  const zone = contract.calendar.timezone;
  const fact = definitions.facts[measure.of] as FactText;
  const causes = new Set<Cause>();
  if (!complete(measure.of, definitions, slice.days.to, slice.snapshot, zone)) causes.add(fact.custodian);
  if (duplicated(fact, measure, slice.period, slice.days, slice.snapshot, zone)) causes.add(fact.custodian);
  return causes;
}

const valueCache = new WeakMap<Snapshot, Map<string, Value>>();

/** A measure over one slice of days: a sum in the contract's currency, or a count. */
function measureValue(id: string, slice: Slice): Value {
  const cached = valueCache.get(slice.snapshot) ?? new Map<string, Value>();
  valueCache.set(slice.snapshot, cached);
  const key = JSON.stringify([id, slice.period, slice.days, slice.leaves, slice.terms.definitions.measures[id]]);
  const found = cached.get(key);
  if (found !== undefined) return found;
  const value = measureUncached(id, slice);
  cached.set(key, value);
  return value;
}

function measureUncached(id: string, slice: Slice): Value {
  const { definitions, contract } = slice.terms;
  const measure = definitions.measures[id] as MeasureText;
  const fact = definitions.facts[measure.of] as FactText;
  const causes = troubles(measure, slice);
  const rows = rowsOfMeasure(measure, slice);
  let total = ZERO;
  if (measure.count !== undefined) total = rational(rows.length);
  else if (measure.countDistinct !== undefined) total = rational(distinct(rows, measure.countDistinct).size);
  else {
    const byDay = new Map<string, Rational>();
    for (const { row, moment } of rows) {
      const amount = row[measure.sum ?? ''] ?? null;
      const currency = measure.currency === undefined ? contract.currency : (row[measure.currency] ?? null);
      if (amount === null || currency === null) {
        // A selected row whose summed column or currency is NULL makes the measure undefined, unless it says `nulls: zero`.
        if (measure.nulls !== 'zero') causes.add(fact.custodian);
        continue;
      }
      const at = `${moment.day} ${currency}`;
      byDay.set(at, (byDay.get(at) ?? ZERO).add(rational(amount)));
    }
    for (const [at, sum] of byDay) {
      const [day = '', currency = ''] = at.split(' ');
      if (isZero(sum)) continue; // 0 in any currency needs no rate (section 9)
      const rate = currency === contract.currency ? rational(1) : rateOn(day, currency, definitions, slice.snapshot.tables);
      if (rate === null) causes.add(definitions.facts[definitions.fx?.fact ?? '']?.custodian ?? fact.custodian);
      else total = total.add(sum.mul(rate));
    }
  }
  return causes.size > 0 ? unknown(causes) : known(total);
}

function distinct(rows: readonly { row: Row }[], column: string): Set<string> {
  return new Set(rows.flatMap(({ row }) => (row[column] === null || row[column] === undefined ? [] : [row[column]])));
}

/** A measure over several slices: sums add up, distinct counts are of the whole span. */
export function measureOver(id: string, slices: readonly Slice[]): Value {
  const values = slices.map((slice) => measureValue(id, slice));
  const missing = undefinedOf(values);
  if (missing !== null) return missing;
  const column = slices[0]?.terms.definitions.measures[id]?.countDistinct;
  if (column !== undefined) {
    const seen = new Set<string>();
    for (const slice of slices) {
      const measure = slice.terms.definitions.measures[id] as MeasureText;
      for (const value of distinct(rowsOfMeasure(measure, slice), column)) seen.add(value);
    }
    return known(rational(seen.size));
  }
  return known(values.reduce((sum, value) => (value.known ? sum.add(value.value) : sum), ZERO));
}

// ---- Reconcile

/**
 * Per period, without exclusions: breach when |l − r| > tolerance × max(|l|, |r|) or a side is undefined. It is caused by the
 * side that is stale, duplicated, NULL or without a rate, else by both.
 */
export function breachOf(rule: ReconcileText, whole: Slice): Unknown | null {
  const slice = { ...whole, leaves: [] };
  const [left, right] = sidesOf(rule, whole);
  const missing = undefinedOf([left, right]);
  if (missing !== null) return missing;
  if (!left.known || !right.known) return null;
  const larger = maximum(left.value.abs(), right.value.abs());
  if (compare(left.value.sub(right.value).abs(), number(rule.tolerance).mul(larger)) <= 0) return null;
  const { facts, measures } = slice.terms.definitions;
  const custodians = [rule.left, rule.right].map((id) => facts[measures[id]?.of ?? '']?.custodian ?? 'nobody');
  return unknown(custodians);
}

function sidesOf({ left, right }: ReconcileText, whole: Slice): readonly [Value, Value] {
  const slice = { ...whole, leaves: [] };
  return [measureValue(left, slice), measureValue(right, slice)];
}

/** Who answers for the missing review of a breach: of a side that is undefined its custodian, since there is nothing to look at; else nobody. */
export function reviewersOf(rule: ReconcileText, whole: Slice): ReadonlySet<Cause> {
  return undefinedOf(sidesOf(rule, whole))?.causes ?? new Set<Cause>(['nobody']);
}

// ---- Metrics

/**
 * A metric over some slices of days: the formula of the sums of all of them (a ratio is the ratio of the sums). A breach whose
 * rule holds makes metrics on either side undefined, whatever they would have been without it.
 */
export function metricOver(id: string, slices: readonly Slice[], slicesOf: (measure: string) => readonly Slice[] = () => slices): Value {
  const last = slices.at(-1);
  if (last === undefined) return known(ZERO);
  const { metrics } = last.terms.definitions;
  const named = (name: string): Value => {
    const metric = metrics[name];
    return metric === undefined ? measureOver(name, slicesOf(name)) : evaluate(metric.formula, named);
  };
  const value = named(id);
  const holds = [...measuresOf(id, last.terms.definitions)].flatMap((measure) => breachesOf(measure, slicesOf(measure)));
  return undefinedOf([...holds, value]) ?? value;
}

/** What the reconciliations hold of which a measure is a side. */
export function breachesOf(measure: string, slices: readonly Slice[]): Unknown[] {
  return slices.flatMap((slice) =>
    (slice.terms.definitions.reconcile ?? [])
      .filter((rule) => rule.onBreach === 'hold' && (rule.left === measure || rule.right === measure))
      .flatMap((rule) => breachOf(rule, slice) ?? []),
  );
}

/** Measures that a metric is made of. */
export function measuresOf(id: string, book: DefinitionsText): Set<string> {
  const found = new Set<string>();
  const named = (name: string): Value => {
    const metric = book.metrics[name];
    if (metric !== undefined) return evaluate(metric.formula, named);
    found.add(name);
    return known(rational(1));
  };
  named(id);
  return found;
}

/** Formula: names, decimals, `+ - * / ( )`, unary minus, `min`, `max`. */
function evaluate(formula: string, named: (name: string) => Value): Value {
  const tokens = formula.match(/\d+(\.\d+)?|\.\d+|[A-Za-z_]\w*|[-+*/(),]/g) ?? [];
  let at = 0;
  const expect = (token: string) => {
    if (tokens[at++] !== token) throw new RangeError(`${formula}: ${token} expected`);
  };
  const sum = (): Value => {
    let left = product();
    while (tokens[at] === '+' || tokens[at] === '-') left = apply(tokens[at++] ?? '', left, product());
    return left;
  };
  const product = (): Value => {
    let left = unary();
    while (tokens[at] === '*' || tokens[at] === '/') left = apply(tokens[at++] ?? '', left, unary());
    return left;
  };
  const unary = (): Value => {
    if (tokens[at] !== '-') return primary();
    at++;
    return apply('-', known(ZERO), unary());
  };
  const primary = (): Value => {
    const token = tokens[at++] ?? '';
    if (token === '(') {
      const inside = sum();
      expect(')');
      return inside;
    }
    if ((token === 'min' || token === 'max') && tokens[at] === '(') {
      at++;
      let value = sum();
      while (tokens[at] === ',') {
        at++;
        value = apply(token, value, sum());
      }
      expect(')');
      return value;
    }
    return /^[\d.]/.test(token) ? known(rational(token)) : named(token);
  };
  return sum();
}

function apply(operator: string, left: Value, right: Value): Value {
  const missing = undefinedOf([left, right]);
  if (missing !== null || !left.known || !right.known) return missing ?? left;
  const [a, b] = [left.value, right.value];
  switch (operator) {
    case '+':
      return known(a.add(b));
    case '-':
      return known(a.sub(b));
    case '*':
      return known(a.mul(b));
    case '/':
      return isZero(b) ? unknown(['nobody'], true) : known(a.div(b)); // a division by zero is undefined, and nobody's doing
    case 'min':
      return compare(a, b) <= 0 ? left : right;
    default:
      return compare(a, b) >= 0 ? left : right;
  }
}
