import { expect, test } from 'vitest';
import { vocabulary } from '../../src/attainment/measures.js';
import type { Terms } from '../../src/contract/model.js';
import { minorDigits } from '../../src/kernel/money.js';
import { rational } from '../../src/kernel/rational.js';
import { exposureOf } from '../../src/outlook/exposure.js';
import type { End, Range } from '../../src/outlook/exposure-range.js';
import { isTriedFee } from '../../src/outlook/fee-lines.js';
import { measureDigits } from '../../src/outlook/measure-digits.js';
import { payPaths } from '../../src/settlement/paths/pay-paths.js';
import { Random } from '../oracle/random.js';
import { tries } from '../tries.js';
import { termsDrawn } from './drawn-terms.js';

/*
 * What random contracts pay on very many data, beside the least and the most that was told before any: whole terms by the computation of
 * scenario years, which pay-paths.test.ts holds to the exact one. `OUTLOOK_CONTRACTS=10000 OUTLOOK_PATHS=100` for the long form.
 */
const CONTRACTS = tries('OUTLOOK_CONTRACTS', 30);
const FIRST = Number(process.env.OUTLOOK_SEED ?? 1);
const PATHS = Number(process.env.OUTLOOK_PATHS ?? 40);
const SIZES = [0, 1, 3, 30, 100, 300, 400, 1000, 20_000, 5_000_000];

/** An end in whole minor units, rounded inwards: what is whole passes it exactly where it passes this. */
function unitsOf({ least, most }: Range, digits: number): { readonly least: number; readonly most: number } {
  const scaled = ({ amount }: End) => amount.mul(rational(10n ** BigInt(digits)));
  return {
    least: least.open.length > 0 ? Number.NEGATIVE_INFINITY : scaled(least).ceil().valueOf(),
    most: most.open.length > 0 ? Number.POSITIVE_INFINITY : scaled(most).floor().valueOf(),
  };
}

interface Bound {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Places of the lines that add up to it. */
  readonly lines: readonly number[];
  reachedLeast: boolean;
  reachedMost: boolean;
}

function boundsOf(terms: Terms, lines: readonly { readonly period: string; readonly line: string; readonly kind: string }[]): Bound[] {
  const { periods, term } = exposureOf(terms);
  const digits = minorDigits(terms.contract.currency);
  const places = lines.map((line, place) => ({ ...line, place }));
  const fees = places.filter(({ kind }) => isTriedFee({ kind } as Parameters<typeof isTriedFee>[0]));
  const bound = (name: string, range: Range, own: readonly { readonly place: number }[]): Bound => ({
    name,
    ...unitsOf(range, digits),
    lines: own.map(({ place }) => place),
    reachedLeast: false,
    reachedMost: false,
  });
  return [
    ...periods.flatMap(({ period, lines: own, total }) => [
      ...own.map(({ line, range }) =>
        bound(
          `${period} ${line}`,
          range,
          places.filter((each) => each.period === period && each.line === line),
        ),
      ),
      bound(
        `${period} total`,
        total,
        fees.filter((each) => each.period === period),
      ),
    ]),
    bound('term', term, fees),
  ].filter(({ lines: own }) => own.length > 0);
}

/** Amounts about the usual, none, very many, and for sums below 0. */
function draw(totals: Float64Array, measures: readonly { readonly digits: number; readonly counts: boolean }[], random: Random): void {
  for (let place = 0; place < totals.length; place += 1) {
    const { digits, counts } = measures[place % measures.length] ?? { digits: 0, counts: true };
    const size = random.pick(SIZES);
    const minor = random.int(0, size) * 10 ** digits + (counts ? 0 : random.pick([0, 1, 37, 50]));
    totals[place] = !counts && random.chance(15) ? -minor : minor;
  }
}

interface Counts {
  paths: number;
  quick: number;
  periods: number;
  ends: number;
  reached: number;
  passed: string[];
}

function tried(terms: Terms, seed: number, counts: Counts): void {
  const words = vocabulary(terms.contract, terms.definitions);
  const paths = payPaths(terms, measureDigits(words));
  const bounds = boundsOf(terms, paths.lines);
  const measures = paths.measures.map(({ id, digits }) => ({ digits, counts: !('sum' in (words.measures.get(id)?.aggregate ?? {})) }));
  const totals = new Float64Array(paths.periods.length * measures.length);
  const paid = new Float64Array(paths.lines.length);
  const random = new Random(seed);
  for (let path = 0; path < PATHS; path += 1) {
    draw(totals, measures, random);
    if (paths.pay(totals, paid)) counts.quick += 1;
    counts.paths += 1;
    counts.periods += paths.periods.length;
    for (const bound of bounds) {
      // not known: NaN, which passes nothing
      let amount = 0;
      for (const place of bound.lines) amount += paid[place] ?? Number.NaN;
      if (amount < bound.least || amount > bound.most)
        counts.passed.push(`${seed} ${bound.name}: ${amount} of ${bound.least} to ${bound.most}`);
      if (amount === bound.least) bound.reachedLeast = true;
      if (amount === bound.most) bound.reachedMost = true;
    }
  }
  for (const { least, most, reachedLeast, reachedMost } of bounds) {
    counts.ends += Number(Number.isFinite(least)) + Number(Number.isFinite(most));
    counts.reached += Number(reachedLeast) + Number(reachedMost);
  }
}

test('no path of random data under random contracts passes the least or the most; most ends are reached', { timeout: 36_000_000 }, () => {
  const counts: Counts = { paths: 0, quick: 0, periods: 0, ends: 0, reached: 0, passed: [] };
  for (let seed = FIRST; seed < FIRST + CONTRACTS; seed += 1) {
    const terms = termsDrawn(seed);
    if (terms !== null) tried(terms, seed, counts);
  }
  if (process.env.OUTLOOK_PATHS !== undefined) process.stdout.write(`${JSON.stringify({ ...counts, passed: counts.passed.length })}\n`);
  expect(counts.passed.slice(0, 20)).toEqual([]);
  expect(counts.paths).toBeGreaterThan((CONTRACTS * PATHS) / 2);
  expect(counts.reached).toBeGreaterThan(counts.ends / 2);
});
