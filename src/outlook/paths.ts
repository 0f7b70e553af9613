import { measureIn, vocabulary } from '../attainment/measures.js';
import type { Terms } from '../contract/model.js';
import type { DateRange, PeriodId } from '../kernel/calendar.js';
import { minorDigits } from '../kernel/money.js';
import { termPeriods } from '../kernel/period.js';
import { scaledText } from '../kernel/rational.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { LineKind } from '../settlement/model.js';
import { type PathsOfTerm, payPaths } from '../settlement/paths/pay-paths.js';
import { businessOf } from './business.js';
import { toDouble } from './doubles.js';
import { isTriedFee } from './fee-lines.js';
import { measureDigits } from './measure-digits.js';
import type { LinearSum } from './metric-parts.js';
import { nearestWhole } from './numbers.js';
import { type PastPeriod, type SeasonProfile, scenarioYears } from './scenario-years.js';
import { lackingIn, simulatedTerms } from './simulate.js';

/** Whole numbers in their order, and where shares of them end. */
export interface Spread {
  readonly mean: string;
  readonly least: string;
  readonly p5: string;
  readonly p50: string;
  readonly p95: string;
  readonly most: string;
}

/** How many years came to at least `from` and less than `to`. */
export interface Bin {
  readonly from: string;
  readonly to: string;
  readonly years: number;
}

/** Years by how much business they brought, a third of them each. */
export interface Third {
  /** The mean of the business, in the metric's own unit. */
  readonly business: string;
  readonly fees: string;
  /** Fees ÷ business; null where there is none. */
  readonly share: string | null;
}

export interface PathLine {
  readonly line: string;
  readonly kind: LineKind;
  /** What it comes to in a year, on average. */
  readonly mean: string;
  /** In which share of the years it is anything but 0. */
  readonly years: string;
}

/** What a line `<fee>/excess` would come to. */
export type PathWaiting = Omit<PathLine, 'kind'>;

/** Scenario years of a term, each paid to the cent; fees before tax. */
export interface Paths {
  readonly years: number;
  readonly seed: number;
  readonly term: DateRange;
  readonly drawnFrom: {
    readonly from: PeriodId;
    readonly to: PeriodId;
    readonly periods: number;
    readonly periodsInBlock: number;
    readonly blocks: number;
    readonly profile: SeasonProfile;
  };
  /** Years that closures could not decide: the exact function has paid them. */
  readonly exact: number;
  /** Years with a line that is not known: in no figure. */
  readonly unknown: number;
  /** What the brand owes and the provider is paid, over the term; null where no year is known. */
  readonly fees: Spread | null;
  readonly histogram: readonly Bin[];
  /** Of a single period, over all years. */
  readonly period: Pick<Spread, 'p95' | 'most'> | null;
  readonly lines: readonly PathLine[];
  /** What is above limits, and waits for a review of the brand: in no other figure. Absent where no year has any. */
  readonly waits?: readonly PathWaiting[];
  /** The brand's side: fees as a share of the business that pay goes by; null where it goes by none. */
  readonly business: {
    readonly metric: string;
    readonly share: Pick<Spread, 'p5' | 'p50' | 'p95'> | null;
    readonly histogram: readonly Bin[];
    readonly thirds: readonly Third[];
  } | null;
}

/** The most years that are drawn at once. */
export const MOST_PATHS = 200_000;

/** The terms of a whole term as paths pay them: period by period, every duty done, nothing accepted, excluded or under review. */
export function pathTerms(terms: Terms): Terms {
  const tried = simulatedTerms(terms, terms.contract.term);
  const { contract } = terms;
  const fees = contract.fees.filter(({ kind }) => kind !== 'milestone');
  const ids = new Set(fees.map(({ id }) => id));
  const gates = contract.gates.map((gate) => ({ ...gate, blocks: gate.blocks.filter((id) => ids.has(id)) }));
  return {
    ...tried,
    contract: { ...tried.contract, fees, gates, grace: contract.grace },
    definitions: { ...tried.definitions, reconcile: [] },
  };
}

/** The last past periods in a row of which every measure is known. */
export function pastOf(terms: Terms, entries: readonly LedgerEntry[]): readonly PastPeriod[] {
  const words = vocabulary(terms.contract, terms.definitions);
  const lacking = lackingIn(terms, entries);
  const past: PastPeriod[] = [];
  for (const { statement, evidence } of entries) {
    const own = evidence.periods.find(({ period }) => period === statement.period);
    if (statement.tail || own === undefined) continue;
    const values = [...words.measures.keys()].flatMap((id) => {
      const value = measureIn(words, own, id);
      return value.known ? [toDouble(value.value)] : [];
    });
    if (values.length < words.measures.size || lacking(statement.period).length > 0) past.length = 0;
    else past.push({ period: statement.period, days: own.inForce, values });
  }
  return past;
}

/**
 * Draws years and pays them.
 * @param terms of {@link pathTerms}.
 * @param past at least as many periods as a draw needs.
 */
export function pathsOf(
  terms: Terms,
  past: readonly PastPeriod[],
  { years, seed }: { readonly years: number; readonly seed: number },
): Paths {
  const { contract, definitions } = terms;
  const periods = termPeriods(contract.term, contract.calendar.every);
  const words = vocabulary(contract, definitions);
  const pays = payPaths(terms, measureDigits(words));
  const drawn = scenarioYears(past, periods, contract.calendar.every, definitions.seasons ?? [], seed);
  const counts = new Set([...words.measures.values()].filter(({ aggregate }) => !('sum' in aggregate)).map(({ id }) => id));
  const business = businessOf(terms);
  const tally = tallyOf(pays, years);
  const totals = new Float64Array(periods.length * pays.measures.length);
  const paid = new Float64Array(pays.lines.length);
  const waits = new Float64Array(pays.lines.length);
  for (let year = 0; year < years; year += 1) {
    const brought = drawn.draw();
    for (let index = 0; index < totals.length; index += 1) {
      const measure = pays.measures[index % pays.measures.length];
      const value = (brought[index] ?? 0) * 10 ** (measure?.digits ?? 0);
      const whole = nearestWhole(value);
      totals[index] = whole < 0 && counts.has(measure?.id ?? '') ? 0 : whole;
    }
    tally.add(pays.pay(totals, paid, waits), { paid, waits }, business === null ? 0 : amountOf(business.sum, pays, totals));
  }
  return {
    years,
    seed,
    term: contract.term,
    drawnFrom: {
      from: past[0]?.period ?? '',
      to: past.at(-1)?.period ?? '',
      periods: past.length,
      periodsInBlock: drawn.periodsInBlock,
      blocks: drawn.blocks,
      profile: drawn.profile,
    },
    ...tally.told(minorDigits(contract.currency), business?.metric ?? null),
  };
}

/** A sum of measures over the whole term. */
function amountOf(sum: LinearSum, { measures }: PathsOfTerm, totals: Float64Array): number {
  let amount = 0;
  measures.forEach(({ id, digits }, place) => {
    const factor = sum.get(id);
    if (factor === undefined) return;
    for (let index = place; index < totals.length; index += measures.length) amount += (factor * (totals[index] ?? 0)) / 10 ** digits;
  });
  return amount;
}

const BINS = 12;
/** Shares are told to the hundredth of a percent. */
const SHARE_DIGITS = 4;

type Told = Omit<Paths, 'years' | 'seed' | 'term' | 'drawnFrom'>;

/** Adds up what years pay, in minor units. */
function tallyOf({ lines, periods }: PathsOfTerm, years: number) {
  const fees = lines.map(isTriedFee);
  const places = lines.map(({ period }) => periods.indexOf(period));
  const ids = [...new Map(lines.flatMap((line, index) => (fees[index] === true ? [[line.line, line.kind] as const] : [])))];
  const [sums, waiting] = [new Map<string, SumOfYears>(), new Map<string, SumOfYears>()];
  const each: { readonly total: number; readonly business: number }[] = [];
  const single = new Float64Array(years * periods.length);
  let [exact, unknown] = [0, 0];
  const add = (isQuick: boolean, { paid, waits }: Record<'paid' | 'waits', Float64Array>, business: number): void => {
    if (!isQuick) exact += 1;
    const own = new Float64Array(periods.length);
    for (const [index, amount] of paid.entries()) {
      if (fees[index] !== true) continue;
      const place = places[index] ?? 0;
      own[place] = (own[place] ?? 0) + amount;
    }
    const total = own.reduce((a, b) => a + b, 0);
    if (Number.isNaN(total)) {
      unknown += 1;
      return;
    }
    single.set(own, each.length * periods.length);
    each.push({ total, business });
    addYear(sums, lines, (index) => (fees[index] === true ? (paid[index] ?? 0) : 0));
    addYear(waiting, lines, (index) => waits[index] ?? 0);
  };
  const told = (digits: number, metric: string | null): Told => {
    const known = each.length;
    const money = (amount: number) => scaledText(BigInt(nearestWhole(amount)), digits);
    const share = (amount: number) => scaledText(BigInt(nearestWhole(amount * 10 ** SHARE_DIGITS)), SHARE_DIGITS);
    const meanOf = ({ total, years: times }: SumOfYears = { total: 0, years: 0 }) => ({
      mean: money(known === 0 ? 0 : total / known),
      years: share(known === 0 ? 0 : times / known),
    });
    const totals = Float64Array.from(each, ({ total }) => total).sort();
    const ofPeriods = single.slice(0, known * periods.length).sort();
    return {
      exact,
      unknown,
      fees: known === 0 ? null : spreadOf(totals, money),
      histogram: histogramOf(totals, money),
      period: known === 0 ? null : { p95: money(at(ofPeriods, 0.95)), most: money(ofPeriods.at(-1) ?? 0) },
      lines: ids.map(([line, kind]) => ({ line, kind, ...meanOf(sums.get(line)) })),
      ...(waiting.size === 0 ? {} : { waits: [...waiting].map(([line, sum]) => ({ line, ...meanOf(sum) })) }),
      business: metric === null ? null : { metric, ...businessSide(each, money, digits) },
    };
  };
  return { add, told };
}

/** What a line comes to in all years together, and in how many of them it is anything but 0. */
interface SumOfYears {
  total: number;
  years: number;
}

/** Adds a year to the sums of lines, each over all of its periods. */
function addYear(sums: Map<string, SumOfYears>, lines: PathsOfTerm['lines'], amountAt: (index: number) => number): void {
  const own = new Map<string, number>();
  for (const [index, { line }] of lines.entries()) {
    const amount = amountAt(index);
    if (amount !== 0) own.set(line, (own.get(line) ?? 0) + amount);
  }
  for (const [line, amount] of own) {
    const sum = sums.get(line) ?? { total: 0, years: 0 };
    sums.set(line, { total: sum.total + amount, years: sum.years + (amount === 0 ? 0 : 1) });
  }
}

function businessSide(
  each: readonly { readonly total: number; readonly business: number }[],
  money: (amount: number) => string,
  digits: number,
) {
  const unit = 10 ** digits;
  const hundredths = (amount: number) => scaledText(BigInt(nearestWhole(amount)), SHARE_DIGITS);
  const shares = Float64Array.from(
    each.filter(({ business }) => business > 0),
    ({ total, business }) => nearestWhole((total / unit / business) * 10 ** SHARE_DIGITS),
  ).sort();
  const byBusiness = [...each].sort((a, b) => a.business - b.business);
  const third = Math.floor(each.length / 3);
  const thirds = third === 0 ? [] : [byBusiness.slice(0, third), byBusiness.slice(third, -third), byBusiness.slice(-third)];
  return {
    share:
      shares.length === 0
        ? null
        : { p5: hundredths(at(shares, 0.05)), p50: hundredths(at(shares, 0.5)), p95: hundredths(at(shares, 0.95)) },
    histogram: histogramOf(shares, hundredths),
    thirds: thirds.map((own): Third => {
      const fees = own.reduce((sum, { total }) => sum + total, 0) / own.length;
      const business = own.reduce((sum, each) => sum + each.business, 0) / own.length;
      return {
        business: money(business * unit),
        fees: money(fees),
        share: business > 0 ? hundredths((fees / unit / business) * 10 ** SHARE_DIGITS) : null,
      };
    }),
  };
}

/** The value that a share of sorted values do not exceed. */
function at(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function spreadOf(sorted: Float64Array, told: (amount: number) => string): Spread {
  return {
    mean: told(sorted.reduce((a, b) => a + b, 0) / sorted.length),
    least: told(sorted[0] ?? 0),
    p5: told(at(sorted, 0.05)),
    p50: told(at(sorted, 0.5)),
    p95: told(at(sorted, 0.95)),
    most: told(sorted.at(-1) ?? 0),
  };
}

/** Whole numbers in at most {@link BINS} equal parts whose ends are round numbers. */
function histogramOf(sorted: Float64Array, told: (amount: number) => string): Bin[] {
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined) return [];
  const width = roundWidth((most - least) / (BINS - 1));
  const first = Math.floor(least / width) * width;
  const bins = Array.from({ length: Math.floor((most - first) / width) + 1 }, () => 0);
  for (const value of sorted) {
    const place = Math.floor((value - first) / width);
    bins[place] = (bins[place] ?? 0) + 1;
  }
  return bins.map((years, place) => ({ from: told(first + place * width), to: told(first + (place + 1) * width), years }));
}

/** The least of 1, 2 and 5 times a power of ten that is not less. */
function roundWidth(least: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (step * power >= least) return step * power;
  }
}
