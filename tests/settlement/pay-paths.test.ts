import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vocabulary } from '../../src/attainment/measures.js';
import { evaluateMetric } from '../../src/attainment/metrics.js';
import { known } from '../../src/attainment/value.js';
import type { Terms } from '../../src/contract/model.js';
import { minorDigits } from '../../src/kernel/money.js';
import { termPeriods } from '../../src/kernel/period.js';
import { compare, type Rational, rational } from '../../src/kernel/rational.js';
import { type PathsOfTerm, payPaths } from '../../src/settlement/paths/pay-paths.js';
import { payTerm } from '../../src/settlement/pay-term.js';
import { contracts, WORDS } from '../properties/arbitraries.js';
import { tries } from '../tries.js';
import { relationship } from './relationship.js';

/*
 * What paths pay beside the exact function, to the cent: random contracts, on paths whose figures lie at their levels and one minor unit to
 * either side of them. `PATH_CASES=100000` for the long form.
 */
const CASES = tries('PATH_CASES', 40);
const PATHS = 6;

/** Every level of the contract in a metric's own unit: where a decision turns. */
function levelsOf({ contract }: Terms): readonly { readonly metric: string; readonly level: Rational }[] {
  const found: { metric: string; level: Rational }[] = [];
  const put = (metric: string, level: string) => found.push({ metric, level: rational(level) });
  for (const kpi of contract.kpis) {
    for (const { value: target } of kpi.target) {
      put(kpi.metric, target);
      for (const level of [...(kpi.threshold ?? []), ...(kpi.stretch ?? [])]) {
        if ('times' in level.value) found.push({ metric: kpi.metric, level: rational(level.value.times).mul(rational(target)) });
        else put(kpi.metric, level.value.value);
      }
    }
    for (const { value } of kpi.minimum?.atLeast ?? []) put(kpi.minimum?.metric ?? '', value);
  }
  for (const gate of contract.gates) for (const { value } of gate.value) put(gate.metric, value);
  for (const fee of contract.fees) {
    if (fee.kind === 'commission' || fee.kind === 'rebate') {
      for (const { value } of fee.tiers) for (const { at } of value) put(fee.base, at);
    }
    if (fee.kind === 'wager') for (const { value } of fee.target) put(fee.metric, value);
    if (fee.kind === 'pass_through') for (const { value } of fee.upTo ?? []) put(fee.cost, value);
  }
  return found;
}

/** The amount of one measure that brings a metric to a level, others given; the metric is straight in it. */
function solved(terms: Terms, metric: string, level: Rational, measure: string, given: ReadonlyMap<string, Rational>): Rational | null {
  const words = vocabulary(terms.contract, terms.definitions);
  const at = (amount: number) => {
    const value = evaluateMetric(words, metric, (id) => known(id === measure ? rational(amount) : (given.get(id) ?? rational(0))), []);
    return value.known ? value.value : null;
  };
  const [none, one] = [at(0), at(1)];
  if (none === null || one === null || compare(none, one) === 0) return null;
  return level.sub(none).div(one.sub(none));
}

const picks = fc.array(fc.nat(), { minLength: 400, maxLength: 400 });

function pathOf(terms: Terms, paths: PathsOfTerm, next: () => number): Float64Array {
  const totals = new Float64Array(paths.periods.length * paths.measures.length);
  const levels = levelsOf(terms);
  paths.periods.forEach((_, place) => {
    const amounts = paths.measures.map(({ digits }) => {
      const size = [10, 1_000, 100_000, 1_000_000][next() % 4] ?? 1;
      return next() % 23 === 0 ? 0 : (next() % (size * 10 ** digits)) * (next() % 17 === 0 ? -1 : 1);
    });
    const aim = levels[next() % Math.max(1, levels.length)];
    const moved = next() % paths.measures.length;
    const measure = paths.measures[moved];
    if (aim !== undefined && measure !== undefined && next() % 4 !== 0) {
      const unit = rational(10n ** BigInt(measure.digits));
      const given = new Map(paths.measures.map(({ id, digits }, index) => [id, rational(amounts[index] ?? 0).div(10 ** digits)] as const));
      const share = next() % 3 === 0 ? rational(20).div(31) : rational(1);
      const exact = solved(terms, aim.metric, aim.level.mul(share), measure.id, given)?.mul(unit);
      if (exact !== undefined && exact.n < 10n ** 14n) amounts[moved] = Number(exact.floor().valueOf()) + ((next() % 3) - 1);
    }
    amounts.forEach((amount, index) => {
      totals[place * paths.measures.length + index] = amount;
    });
  });
  return totals;
}

/** The lines of a path by the exact function alone. */
function exactly(terms: Terms, paths: PathsOfTerm, totals: Float64Array): readonly string[] {
  const given = termPeriods(terms.contract.term, terms.contract.calendar.every).map(({ id }, place) => ({
    period: id,
    totals: new Map(
      paths.measures.map((measure, index) => {
        const units = totals[place * paths.measures.length + index] ?? 0;
        return [measure.id, rational(units).div(rational(10n ** BigInt(measure.digits)))] as const;
      }),
    ),
  }));
  return payTerm(terms, given).map(({ period, line, amount }) => `${period} ${line} ${amount?.minor ?? 'not known'}`);
}

function asPaid(paths: PathsOfTerm, paid: Float64Array): readonly string[] {
  return paths.lines.map(({ period, line }, index) => {
    const amount = paid[index] ?? Number.NaN;
    return `${period} ${line} ${Number.isNaN(amount) ? 'not known' : BigInt(amount)}`;
  });
}

/** Fees that the shared generator has none of. */
const more = (fees: readonly Record<string, unknown>[], which: number) => [
  ...fees,
  ...[
    { id: 'media', kind: 'pass_through', cost: 'cost', markup: '15%', upTo: 2000 },
    { id: 'back', kind: 'rebate', base: 'cost', tiers: { 0: '2%', 1000: '5%' }, mode: 'whole', accumulate: 'period' },
    { id: 'pieces', kind: 'unit_price', quantity: 'gmv', price: '0.035' },
  ].filter((_, index) => ((which >> index) & 1) === 1),
];

/** One contract's paths compared with the exact function; how many closures computed. */
function compared(
  terms: Terms,
  paths: PathsOfTerm,
  totals: readonly Float64Array[],
): { readonly quick: number; readonly different: number } {
  const paid = new Float64Array(paths.lines.length);
  let [quick, different] = [0, 0];
  for (const path of totals) {
    if (paths.pay(path, paid)) quick += 1;
    const [mine, its] = [asPaid(paths, paid), exactly(terms, paths, path)];
    if (mine.join() !== its.join()) different += 1;
  }
  return { quick, different };
}

test('every path pays what the exact function pays, to the cent', { timeout: 36_000_000 }, () => {
  let [quick, paths] = [0, 0];
  fc.assert(
    fc.property(contracts(), fc.nat({ max: 7 }), picks, (contract, which, drawn) => {
      const { terms } = relationship({ ...contract.clauses, fees: more([...contract.fees], which) }, WORDS);
      const digits = minorDigits(terms.contract.currency);
      const closures = payPaths(terms, () => digits);
      let place = 0;
      const next = () => drawn[place++ % drawn.length] ?? 0;
      const found = compared(
        terms,
        closures,
        Array.from({ length: PATHS }, () => pathOf(terms, closures, next)),
      );
      expect(found.different).toBe(0);
      quick += found.quick;
      paths += PATHS;
    }),
    { numRuns: CASES },
  );
  expect(quick).toBeGreaterThan(paths / 4);
  expect(quick).toBeLessThan(paths);
});

/*
 * 15.00 × ROAS ÷ 3 on ROAS of n ÷ 1000: 0.5 n cents, so that every odd n is a tie that half to even decides; a double of n ÷ 1000 is not n ÷ 1000.
 */
const TIES = {
  term: { from: '2026-01-01', to: '2026-01-31' },
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 0 },
  kpis: [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 3 }],
  watch: ['gmv', 'cost'],
  fees: [{ id: 'reward', kind: 'bonus', by: 'roas', pool: 15, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' }],
};
const ties = (paths: PathsOfTerm) =>
  Array.from({ length: 1000 }, (_, index) => Float64Array.from(paths.measures, ({ id }) => (id === 'spend' ? 7000 : 7 * (2 * index + 1))));

test('a tie is left to the exact function; with bounds of 0 it is decided wrongly', () => {
  const { terms } = relationship(TIES, WORDS);
  const bounded = payPaths(terms, () => 2);
  expect(compared(terms, bounded, ties(bounded))).toEqual({ quick: 0, different: 0 });

  const unbounded = payPaths(terms, () => 2, 0);
  expect(compared(terms, unbounded, ties(unbounded)).different).toBeGreaterThan(10);
});

test('whole minor units decide their ties themselves', () => {
  // 3% of n.50 is a tie of every odd n
  const commission = { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '3%' }, mode: 'marginal', accumulate: 'period' };
  const { terms } = relationship({ ...TIES, watch: ['cost'], fees: [commission] }, WORDS);
  const paths = payPaths(terms, () => 2);
  const halves = Array.from({ length: 200 }, (_, index) =>
    Float64Array.from(paths.measures, ({ id }) => (id === 'spend' ? 100 : 100 * index + 50)),
  );
  expect(compared(terms, paths, halves)).toEqual({ quick: 200, different: 0 });
});

test('what no closure can tell takes the exact way', () => {
  const held = { reconcile: [{ id: 'both', left: 'revenue', right: 'spend', tolerance: '500%', onBreach: 'hold' }] };
  const { terms } = relationship(TIES, { ...WORDS, ...held });
  const paths = payPaths(terms, () => 2);
  expect(compared(terms, paths, ties(paths).slice(0, 3))).toEqual({ quick: 0, different: 0 });
});
