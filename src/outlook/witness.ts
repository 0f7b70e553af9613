import { vocabulary } from '../attainment/measures.js';
import type { Reason } from '../attainment/value.js';
import type { Terms } from '../contract/model.js';
import type { Evidence, EvidenceDay, EvidenceMeasure, EvidencePeriod } from '../evidence/model.js';
import { conversionFactor } from '../evidence/rates.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { canonicalJson, digest } from '../kernel/canonical.js';
import { compare, type Exact, type Rational, rational, sum, toExact, ZERO } from '../kernel/rational.js';
import { measuresOfFee } from '../settlement/fee-measures.js';
import { feeOfLine, lineName } from '../settlement/line-names.js';
import type { StatementBody } from '../settlement/model.js';

/*
 * The same period measured by the other party, with its own access, under the terms that it was settled on: whether both find the same, and
 * the smallest table that explains it where they do not. Totals alone; it settles nothing.
 */

export type WitnessResult = 'same' | 'same_money' | 'different';

/** What one side has of a measure on a day; of a distinct count the period's. Null: nothing. */
export interface WitnessSide {
  readonly rows: number;
  readonly nulls: number;
  readonly value: Exact | null;
  /** The day's rate, as its fact has it; absent without conversion. */
  readonly rate?: Exact | null;
  /** Amounts are divided by it: it is a price of the contract's currency. */
  readonly inverted?: true;
}

/** A measure on a day that both sides do not have alike. */
export interface WitnessRow {
  readonly measure: string;
  /** Of rows that a KPI's exclusions leave; null for the measure itself. */
  readonly kpi: string | null;
  readonly period: PeriodId;
  /** Of a whole period's count the first day whose rows differ; null where no day says where. */
  readonly day: LocalDate | null;
  /** A distinct count: it is the period's, not the day's. */
  readonly ofPeriod?: true;
  readonly currency: string | null;
  readonly settled: WitnessSide | null;
  readonly measured: WitnessSide | null;
  /** Measured − settled, where both are known: of amounts in another currency, at each side's rate, in the contract's. */
  readonly difference: Exact | null;
}

/** A fact of which both sides do not know alike how far it reaches, or how often its keys repeat. */
export interface WitnessFact {
  readonly fact: string;
  readonly period: PeriodId;
  readonly settled: WitnessReach;
  readonly measured: WitnessReach;
}

export interface WitnessReach {
  readonly freshAt: string | null;
  readonly complete: boolean;
  readonly duplicateKeys: number;
}

/** A line that would pay something else on what the witness has measured. */
export interface WitnessLine {
  readonly line: string;
  readonly settled: string | null;
  readonly measured: string | null;
  /** All that holds it in the statement, or on what was measured; absent where nothing does. */
  readonly heldFor?: readonly Reason[];
}

export interface Witnessed {
  readonly contract: string;
  readonly period: PeriodId;
  readonly currency: string;
  readonly result: WitnessResult;
  readonly settledDigest: string;
  readonly measuredDigest: string;
  /** Of measures that a moved line is computed from first; of each, and of the others, the largest. */
  readonly rows: readonly WitnessRow[];
  readonly facts: readonly WitnessFact[];
  readonly lines: readonly WitnessLine[];
  readonly total: { readonly settled: string; readonly measured: string };
}

/** What was settled, and the same with what the witness has measured. */
export interface WitnessPair {
  readonly evidence: Evidence;
  readonly statement: StatementBody;
}

/**
 * What a witness has measured, its data taken to reach as far as those that were settled on where both reach beyond the period: they go on
 * reaching further every day, and nothing of the period is computed from how far.
 */
export function reachingAlike(measured: Evidence, settled: Evidence): Evidence {
  const factsOf = (of: PeriodId) => settled.periods.find(({ period }) => period === of)?.facts ?? [];
  const periods = measured.periods.map((each) => ({
    ...each,
    facts: each.facts.map((fact) => {
      const own = factsOf(each.period).find(({ id }) => id === fact.id);
      return own?.freshAt === undefined || !own.complete || !fact.complete ? fact : { ...fact, freshAt: own.freshAt };
    }),
  }));
  return { ...measured, periods };
}

/**
 * Compares what was settled with what another party measured: same, same money on other evidence, or what differs, what moves money first.
 * @param terms those that the period was settled on
 */
export function compareWitness(settled: WitnessPair, measured: WitnessPair, terms: Terms): Witnessed {
  const { contract, period, currency } = settled.statement;
  const [settledDigest, measuredDigest] = [digest(settled.evidence), digest(measured.evidence)];
  const lines = linesMoved(settled.statement, measured.statement);
  const total = { settled: settled.statement.total, measured: measured.statement.total };
  const isSameMoney = lines.length === 0 && total.settled === total.measured;
  return {
    contract,
    period,
    currency,
    result: settledDigest === measuredDigest ? 'same' : isSameMoney ? 'same_money' : 'different',
    settledDigest,
    measuredDigest,
    rows: rowsApart(settled.evidence, measured.evidence, conversionOf(terms), measuresOfLines(lines, terms, period)),
    facts: factsApart(settled.evidence, measured.evidence),
    lines,
    total,
  };
}

function linesMoved(settled: StatementBody, measured: StatementBody): WitnessLine[] {
  const amounts = ({ lines }: StatementBody): Map<string, string> =>
    new Map(lines.map(({ id, amount, state }) => [id, state === 'payable' ? amount : `${amount} ${state}`]));
  const [before, after] = [amounts(settled), amounts(measured)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((line) => before.get(line) !== after.get(line))
    .map((line) => {
      const reasons = new Map([settled, measured].flatMap((each) => holding(each, line)).map((reason) => [canonicalJson(reason), reason]));
      const moved = { line, settled: before.get(line) ?? null, measured: after.get(line) ?? null };
      return reasons.size === 0 ? moved : { ...moved, heldFor: [...reasons.values()] };
    });
}

/** All that holds a line of a statement, as it is handed on; else what the statement says of it. */
function holding({ period, held, carried }: StatementBody, line: string): readonly Reason[] {
  const own = held.flatMap((each) => (each.line === line ? each.reason : []));
  const life = carried.lines.find((each) => (each.period === period ? each.line : `${each.period}/${each.line}`) === line)?.life;
  return own.length > 0 && life?.state === 'held' ? life.causes.map(({ reason }) => reason) : own;
}

/** The measures that lines are computed from, those of earlier periods' lines as these were. */
function measuresOfLines(lines: readonly WitnessLine[], terms: Terms, period: PeriodId): ReadonlySet<string> {
  const words = vocabulary(terms.contract, terms.definitions);
  return new Set(
    lines.flatMap(({ line }) => {
      const name = lineName(line);
      const fee = feeOfLine(terms.contract, name);
      return fee === null ? [] : [...measuresOfFee(terms, words, name.period ?? period, fee)];
    }),
  );
}

/** Into which currency amounts are converted, and whether rates are prices of it. */
interface Conversion {
  readonly own: string;
  readonly inverted: boolean;
}

function conversionOf({ contract, definitions }: Terms): Conversion {
  return { own: contract.currency, inverted: definitions.fx?.inverted === true };
}

interface Weighed {
  readonly row: WitnessRow;
  /** The difference as a share of all that was settled of the measure: sums of different units have no common order. */
  readonly weight: Rational;
}

/** Every measure and day that differs; where none does, the same of what exclusions leave. What moves a line comes first. */
function rowsApart(settled: Evidence, measured: Evidence, into: Conversion, moving: ReadonlySet<string>): WitnessRow[] {
  const of = (pick: (period: EvidencePeriod) => readonly Counted[]): Weighed[] =>
    pairs(settled.periods, measured.periods, ({ period }) => period).flatMap(([before, after]) => periodApart(before, after, pick, into));
  const plain = of(({ measures }) => measures.map((measure) => ({ ...measure, kpi: null })));
  const found = plain.length > 0 ? plain : of(({ variants }) => variants);
  const stillness = ({ row }: Weighed) => (moving.has(row.measure) ? 0 : 1);
  return found
    .sort((a, b) => stillness(a) - stillness(b) || compare(b.weight, a.weight) || byName(nameOf(a.row), nameOf(b.row)))
    .map(({ row }) => row);
}

type Counted = EvidenceMeasure & { readonly kpi: string | null };

const nameOf = ({ measure, day, currency }: WitnessRow): string => `${day ?? ''} ${measure} ${currency ?? ''}`;
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function periodApart(
  before: EvidencePeriod | null,
  after: EvidencePeriod | null,
  pick: (period: EvidencePeriod) => readonly Counted[],
  into: Conversion,
): Weighed[] {
  const list = (period: EvidencePeriod | null): readonly Counted[] => (period === null ? [] : pick(period));
  const rates = [ratesOf(before, into), ratesOf(after, into)] as const;
  const period = (before ?? after)?.period ?? '';
  return pairs(list(before), list(after), ({ id, kpi }) => `${kpi ?? ''} ${id}`).flatMap(([settled, found]) =>
    measureApart(period, settled, found, rates, into.own),
  );
}

type Rates = ReadonlyMap<string, Pick<WitnessSide, 'rate' | 'inverted'>>;

function ratesOf(period: EvidencePeriod | null, { inverted }: Conversion): Rates {
  const way = inverted ? ({ inverted } as const) : {};
  return new Map((period?.rates ?? []).map(({ currency, day, rate = null }) => [`${currency} ${day}`, { rate, ...way }]));
}

function measureApart(
  period: PeriodId,
  settled: Counted | null,
  measured: Counted | null,
  [settledRates, measuredRates]: readonly [Rates, Rates],
  own: string,
): Weighed[] {
  const { id: measure = '', kpi = null } = settled ?? measured ?? {};
  const settledWorths = (settled?.days ?? []).map((day) => worthOf(sideOf(day, settledRates), day.currency ?? null, own));
  const whole = sum(settledWorths.map((worth) => (worth ?? ZERO).abs()));
  const keyOf = ({ day, currency }: EvidenceDay): string => `${day} ${currency ?? ''}`;
  const days = pairs(settled?.days ?? [], measured?.days ?? [], keyOf).flatMap(([before, after]): Weighed[] => {
    const { day, currency = null } = before ?? after ?? { day: null };
    const sides = [sideOf(before, settledRates), sideOf(after, measuredRates)] as const;
    if (day === null || canonicalJson(sides[0]) === canonicalJson(sides[1])) return [];
    return [weighed({ measure, kpi, period, day, currency, settled: sides[0], measured: sides[1] }, whole, own)];
  });
  const isCounted = settled?.distinct !== undefined || measured?.distinct !== undefined;
  if (!isCounted || settled?.distinct === measured?.distinct) return days;
  // A distinct count has no day of its own: the days whose rows differ say where, and the count stands beside them.
  const sides = [distinctSide(settled), distinctSide(measured)] as const;
  const [first] = days;
  const row = { measure, kpi, period, day: first?.row.day ?? null, currency: null, settled: sides[0], measured: sides[1] };
  return [weighed({ ...row, ofPeriod: true }, rational(settled?.distinct ?? 0), own), ...days];
}

function sideOf(day: EvidenceDay | null, rates: Rates): WitnessSide | null {
  if (day === null) return null;
  const { rows, nulls = 0, value = null, currency } = day;
  return { rows, nulls, value, ...rates.get(`${currency ?? ''} ${day.day}`) };
}

function distinctSide(measure: Counted | null): WitnessSide | null {
  return measure === null ? null : { rows: measure.rows, nulls: measure.nulls, value: String(measure.distinct ?? 0) };
}

/**
 * What a side's value is worth in the contract's currency: amounts of several have no common sum and no order else. Null where there is no
 * rate. A value that is no money in another currency is worth itself.
 */
function worthOf(side: WitnessSide | null, currency: string | null, own: string): Rational | null {
  if (side?.value == null) return ZERO;
  if (currency === null || currency === own) return rational(side.value);
  return side.rate == null ? null : rational(side.value).mul(conversionFactor(side.rate, side.inverted === true));
}

function weighed(row: Omit<WitnessRow, 'difference'>, whole: Rational, own: string): Weighed {
  const before = worthOf(row.settled, row.currency, own);
  const after = worthOf(row.measured, row.currency, own);
  const known = row.settled?.value != null || row.measured?.value != null;
  const difference = known && before !== null && after !== null ? after.sub(before) : null;
  // without a rate on one side, all that the other counts is open
  const moved = (difference ?? before ?? after ?? ZERO).abs();
  const weight = compare(whole, ZERO) === 0 ? moved : moved.div(whole);
  return { row: { ...row, difference: difference === null ? null : toExact(difference) }, weight };
}

function factsApart(settled: Evidence, measured: Evidence): WitnessFact[] {
  return pairs(settled.periods, measured.periods, ({ period }) => period).flatMap(([before, after]) =>
    pairs(before?.facts ?? [], after?.facts ?? [], ({ id }) => id).flatMap(([own, other]) => {
      const reach = (fact: typeof own): WitnessReach => ({
        freshAt: fact?.freshAt ?? null,
        complete: fact?.complete ?? false,
        duplicateKeys: fact?.scans.reduce((all, scan) => all + scan.duplicateKeys, 0) ?? 0,
      });
      const sides = [reach(own), reach(other)] as const;
      if (canonicalJson(sides[0]) === canonicalJson(sides[1])) return [];
      return [{ fact: (own ?? other)?.id ?? '', period: (before ?? after)?.period ?? '', settled: sides[0], measured: sides[1] }];
    }),
  );
}

/** What two lists have under one key, in the first's order, then what only the second has. */
function pairs<T>(first: readonly T[], second: readonly T[], keyOf: (item: T) => string): [T | null, T | null][] {
  const others = new Map(second.map((item) => [keyOf(item), item]));
  const own = new Set(first.map(keyOf));
  return [
    ...first.map((item): [T | null, T | null] => [item, others.get(keyOf(item)) ?? null]),
    ...second.filter((item) => !own.has(keyOf(item))).map((item): [T | null, T | null] => [null, item]),
  ];
}
