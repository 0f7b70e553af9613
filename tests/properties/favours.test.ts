import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffTerms } from '../../src/amendment/diff-terms.js';
import { favouredBy, favouredByAll } from '../../src/amendment/favour.js';
import { termsAsOf } from '../../src/amendment/flatten.js';
import type { Favoured } from '../../src/amendment/model.js';
import type { Terms } from '../../src/contract/model.js';
import { moneyValue } from '../../src/kernel/money.js';
import { compare, type Rational, rational, sum, toFixed, ZERO } from '../../src/kernel/rational.js';
import { type PeriodTotals, payTerm } from '../../src/settlement/pay-term.js';
import { definitions, relationship } from '../settlement/relationship.js';
import { runs } from './settled.js';

/*
 * Whom a change favours, against what is paid: random contracts, one or two random changes of them, random months. Where a party is named
 * the sum up to any period never goes the other way, neither as the terms are nor as if those of the second period had always held, which
 * is what a change is said to be worth. PROPERTY_RUNS=5000 (and --test-timeout) searches long.
 */

type Json = Readonly<Record<string, unknown>>;
type Table = Readonly<Record<string, string>>;

const PERIODS = ['2026-01', '2026-02', '2026-03', '2026-04'];
/** What rounding can make of a whole term: a cent a line. */
const ROUNDING = rational('0.4');

const made = definitions(true);
const WORDS: Json = {
  ...made,
  measures: { ...(made.measures as Json), paid: { definition: 'orders', of: 'sales', count: 'rows', when: 'ts' } },
  metrics: {
    ...(made.metrics as Json),
    spending: { title: 'Spend', formula: 'spend', unit: 'money', type: 'flow' },
    orders: { title: 'Orders', formula: 'paid', unit: 'number', type: 'flow' },
    // a flow of money that cannot be below 0
    listed: { title: 'Orders at the list price', formula: 'paid * 10', unit: 'money', type: 'flow' },
  },
};

const factor = fc.constantFrom('0', '0.5', '0.9', '1.1', '1.5', '3');
const times = (value: string, by: string) => toFixed(rational(value).mul(rational(by)), 2, 'half_even');
const whole = (min: number, max: number) => fc.integer({ min, max }).map((value) => `${value * 10}`);
const rate = fc.integer({ min: 0, max: 60 }).map((value) => `${value}%`);
const table = (keys: readonly (readonly string[])[], value: fc.Arbitrary<string>): fc.Arbitrary<Table> =>
  fc
    .constantFrom(...keys)
    .chain((at) => fc.tuple(...at.map(() => value)).map((all) => Object.fromEntries(at.map((key, i) => [key, all[i] ?? '']))));
const tiers = table([['0'], ['0', '4000'], ['0', '4000', '9000']], rate);
const points = table(
  [['50%'], ['50%', '100%'], ['50%', '100%', '150%']],
  fc.integer({ min: 0, max: 20 }).map((value) => `${value * 10}%`),
);
const bands = table(
  [['120%'], ['120%', '60%']],
  fc.integer({ min: 0, max: 12 }).map((value) => `${value * 10}%`),
);
const by = fc.constantFrom('gmv', 'roas', 'composite');
const base = fc.constantFrom('gmv', 'listed', 'listed');
const tiered = { base, tiers, mode: fc.constantFrom('marginal', 'whole'), accumulate: fc.constantFrom('period', 'term') };

const KINDS: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  base: { kind: fc.constant('retainer'), amount: whole(0, 400), prorate: fc.boolean() },
  sales: { kind: fc.constant('commission'), ...tiered },
  piece: { kind: fc.constant('unit_price'), quantity: fc.constantFrom('gmv', 'orders'), price: whole(0, 2) },
  reward: { kind: fc.constant('bonus'), by, pool: whole(0, 400), points, shape: fc.constantFrom('step', 'linear') },
  go: { kind: fc.constant('milestone'), amount: whole(1, 300), due: fc.constantFrom('2026-02-28', '2026-03-10', '2026-04-30') },
  goal: {
    ...{ kind: fc.constant('milestone'), amount: whole(1, 300), due: fc.constantFrom('2026-02-28', '2026-03-10', '2026-04-30') },
    ...{ metric: fc.constantFrom('gmv', 'orders'), atLeast: whole(10, 900) },
  },
  floor: { kind: fc.constant('guarantee'), amount: whole(0, 700), recoverable: fc.boolean() },
  bet: {
    ...{ kind: fc.constant('wager'), metric: fc.constant('gmv'), better: fc.constantFrom('higher', 'lower'), target: whole(100, 2000) },
    ...{ over: fc.constantFrom('quarter', 'term'), deadband: whole(0, 100), rate, limit: whole(0, 300), onEarlyEnd: fc.constant('scale') },
  },
  late: { kind: fc.constant('penalty'), of: fc.constantFrom('base', 'sales', 'reward'), by, bands },
  later: { kind: fc.constant('penalty'), of: fc.constantFrom('base', 'sales', 'reward', 'go'), by, bands },
  fine: { kind: fc.constant('penalty'), amount: whole(0, 200), by, bands },
  ceiling: { kind: fc.constant('cap'), period: whole(100, 900) },
  media: { kind: fc.constant('pass_through'), cost: fc.constantFrom('spending', 'listed'), markup: rate },
  back: { kind: fc.constant('rebate'), ...tiered },
  vat: { kind: fc.constant('tax'), rate, label: fc.constant('VAT') },
};

/** Fees that others need are always there. */
const fees: fc.Arbitrary<readonly Json[]> = fc
  .tuple(
    ...Object.entries(KINDS).map(([id, fields]) =>
      fc.tuple(
        fc.record<Json>({ id: fc.constant(id), ...fields }),
        fc.boolean(),
        fc.constantFrom('period', 'term', 'both'),
        whole(100, 2500),
      ),
    ),
  )
  .map((all) =>
    all.flatMap(([fee, there, capped, term]): Json[] => {
      if (!there && !['base', 'sales', 'reward', 'go'].includes(String(fee.id))) return [];
      if (fee.kind !== 'cap' || capped === 'period') return [fee];
      return capped === 'both' ? [{ ...fee, term }] : [{ id: fee.id, kind: 'cap', term }];
    }),
  );

const gate = fc.record({
  ...{ id: fc.constant('open'), metric: fc.constantFrom('gmv', 'orders'), atLeast: whole(0, 500) },
  blocks: fc.subarray(['base', 'sales', 'reward', 'go'], { minLength: 1 }),
});

const clauses = fc
  .record({
    fees,
    gate: fc.option(gate, { nil: null }),
    target: whole(200, 900),
    roas: fc.integer({ min: 1, max: 6 }),
    rule: fc.constantFrom('weighted_mean', 'min'),
    from: fc.constantFrom('2026-01-01', '2026-01-12'),
  })
  .map((all): Json => {
    const kpi = { owner: 'provider', better: 'higher', weight: '50%', threshold: '0.5x', stretch: '1.5x', cap: '150%' };
    return {
      term: { from: all.from, to: '2026-04-30' },
      kpis: [
        { id: 'gmv', metric: 'gmv', ...kpi, target: all.target },
        { id: 'roas', metric: 'roas', ...kpi, target: all.roas },
      ],
      composite: { rule: all.rule },
      fees: all.fees,
      ...(all.gate === null ? {} : { gates: [all.gate] }),
      watch: ['orders', 'listed', 'spending'],
    };
  });

type Edit = (all: Json) => Json;

/** A value as it is, and another one from the second period on, or all along. */
function changed(value: unknown, from: string, at: 'all' | 'later'): (other: unknown) => unknown {
  return (other) => (at === 'all' ? other : { [from]: value, '2026-02': other });
}

const SCHEDULED = ['amount', 'pool', 'price', 'tiers', 'points', 'bands', 'target', 'atLeast', 'period', 'term', 'rate', 'markup'];
const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Object.keys(value).some((key) => key.startsWith('2026'));

/** One field of one fee: a number times something, a rate of a table, or one of the words that it takes. */
const feeEdit: fc.Arbitrary<Edit> = fc
  .record({
    pick: fc.nat(),
    field: fc.nat(),
    factor,
    one: fc.boolean(),
    entry: fc.nat(),
    at: fc.constantFrom<'all' | 'later'>('all', 'later'),
  })
  .map(({ pick, field, factor: by, one, entry, at }) => (all) => {
    const list = all.fees as readonly Json[];
    const fee = list[pick % list.length] ?? {};
    const names = Object.keys(fee).filter(
      (name) => !['id', 'kind', 'label', 'metric', 'base', 'by', 'of', 'quantity', 'cost'].includes(name),
    );
    const name = names[field % names.length] ?? '';
    const value = fee[name];
    const scaledRate = (share: string) => `${times(share.slice(0, -1), by)}%`;
    const other = (): unknown => {
      if (typeof value === 'boolean') return !value;
      if (isTable(value)) {
        const keys = Object.keys(value);
        return Object.fromEntries(
          keys.map((key, index) => [key, one && index !== entry % keys.length ? value[key] : scaledRate(value[key] ?? '0%')]),
        );
      }
      if (typeof value !== 'string') return value;
      const words = [
        ['marginal', 'whole'],
        ['step', 'linear'],
        ['2026-02-28', '2026-03-10', '2026-04-30'],
      ].find((each) => each.includes(value));
      if (words !== undefined) return words[entry % words.length];
      if (value.endsWith('%')) return scaledRate(value);
      return /^[\d.]+$/.test(value) ? times(value, by) : value;
    };
    const first = (all.term as { from: string }).from.slice(0, 7);
    const next = SCHEDULED.includes(name) ? changed(value, first, at)(other()) : other();
    return { ...all, fees: list.map((each) => (each === fee ? { ...fee, [name]: next } : each)) };
  });

const otherEdit: fc.Arbitrary<Edit> = fc.oneof(
  fees.map(
    (others): Edit =>
      (all) => {
        const known = new Set((all.fees as readonly Json[]).map(({ id }) => id));
        const added = others.find(({ id }) => !known.has(id));
        return added === undefined ? all : { ...all, fees: [...(all.fees as readonly Json[]), added] };
      },
  ),
  fc.nat().map(
    (pick): Edit =>
      (all) => {
        const list = all.fees as readonly Json[];
        const free = list.filter(
          ({ id }) => !list.some((each) => each.of === id) && !String(JSON.stringify(all.gates ?? '')).includes(String(id)),
        );
        const gone = free[pick % Math.max(free.length, 1)];
        return { ...all, fees: list.filter((each) => each !== gone) };
      },
  ),
  fc.tuple(fc.nat({ max: 1 }), fc.constantFrom('target', 'threshold', 'stretch', 'cap'), fc.constantFrom('0.6', '0.8', '1.2')).map(
    ([index, name, by]): Edit =>
      (all) => ({
        ...all,
        kpis: (all.kpis as readonly Json[]).map((kpi, at) => {
          if (at !== index) return kpi;
          const value = String(kpi[name]);
          const next =
            name === 'cap' ? `${110 + by.length * 20}%` : value.endsWith('x') ? `${times(value.slice(0, -1), by)}x` : times(value, by);
          return { ...kpi, [name]: next };
        }),
      }),
  ),
  fc.option(gate, { nil: null }).map(
    (other): Edit =>
      (all) => {
        const { gates: _gates, ...rest } = all;
        return other === null ? rest : { ...rest, gates: [other] };
      },
  ),
  factor.map(
    (by): Edit =>
      (all) => ({
        ...all,
        ...(all.gates === undefined
          ? {}
          : { gates: (all.gates as readonly Json[]).map((each) => ({ ...each, atLeast: times(String(each.atLeast), by) })) }),
      }),
  ),
  fc.constantFrom('weighted_mean', 'min').map(
    (rule): Edit =>
      (all) => ({ ...all, composite: { rule } }),
  ),
  fc.subarray(['base', 'go', 'late', 'reward']).map(
    (waives): Edit =>
      (all) => {
        const known = new Set((all.fees as readonly Json[]).map(({ id }) => id));
        const kept = waives.filter((id) => known.has(id));
        return kept.length === 0
          ? all
          : { ...all, grace: { from: (all.term as { from: string }).from.slice(0, 7), periods: 2, waives: kept } };
      },
  ),
);

const edit = fc.oneof({ arbitrary: feeEdit, weight: 3 }, { arbitrary: otherEdit, weight: 2 });
const figure = (min: number, max: number) => fc.integer({ min, max }).map((value) => value * 100);
const months = fc.tuple(
  ...PERIODS.map(() =>
    fc.record({
      revenue: fc.oneof(figure(0, 200), figure(-60, 200)),
      spend: fc.oneof(figure(1, 40), figure(-10, 40)),
      paid: fc.integer({ min: 0, max: 900 }),
    }),
  ),
);
type Months = typeof months extends fc.Arbitrary<infer T> ? T : never;

/** What is paid up to each period. */
function toDate(terms: Terms, all: Months, accepted: string): Rational[] {
  const totals = all.map(
    (month, index): PeriodTotals => ({
      period: PERIODS[index] ?? '',
      totals: new Map(Object.entries(month).map(([measure, value]) => [measure, rational(value)])),
    }),
  );
  const lines = payTerm(terms, totals, {
    accepted: new Map(['go', 'goal'].map((id) => [id, accepted])),
    // up to a day within a month there was more of it than at its end
    over: (measure, { from }) =>
      totals
        .find(({ period }) => from.startsWith(period))
        ?.totals.get(measure)
        ?.mul(rational('1.5')),
  });
  return PERIODS.map((period) =>
    sum(lines.filter((line) => line.period <= period).map(({ amount }) => (amount === null ? ZERO : moneyValue(amount)))),
  );
}

/** Whether a change that is said to favour a party never pays it less: up to any period. */
function holds(favours: Favoured['favours'], before: readonly Rational[], after: readonly Rational[]): boolean {
  const way = favours === 'provider' ? 1 : -1;
  return after.every((paid, index) => compare(paid.sub(before[index] ?? ZERO).mul(way), ROUNDING.neg()) >= 0);
}

const attempt = (all: Json): Terms | null => {
  try {
    return relationship(all, WORDS).terms;
  } catch {
    return null;
  }
};

it('whoever is said to be favoured never gets less, up to any period', () => {
  const told = { named: 0, neither: 0, unless: 0, unclear: 0, unfit: 0 };
  fc.assert(
    fc.property(
      clauses,
      fc.array(edit, { minLength: 1, maxLength: 2 }),
      fc.array(months, { minLength: 6, maxLength: 6 }),
      fc.constantFrom('2026-01-31', '2026-02-20'),
      (all, edits, years, accepted) => {
        const [base, head] = [attempt(all), attempt(edits.reduce((text, each) => each(text), all))];
        if (base === null || head === null) {
          told.unfit++;
          return;
        }
        const changes = diffTerms(base, head);
        const texts = { base, head, ends: null };
        const { favours, unless } = favouredByAll(changes.map((change) => favouredBy(change, texts)));
        const named = unless?.favours ?? favours;
        if (named === 'unclear') {
          told.unclear++;
          return;
        }
        told[unless !== null ? 'unless' : named === 'neither' ? named : 'named']++;
        const fits = (year: Months) => year.every(({ revenue, spend }) => unless === null || (revenue >= 0 && spend >= 0));
        for (const year of years.filter(fits)) {
          const tried: readonly (readonly [Terms, Terms])[] = [
            [base, head],
            [termsAsOf(base, '2026-02'), termsAsOf(head, '2026-02')],
          ];
          for (const [old, now] of tried) {
            const [before, after] = [toDate(old, year, accepted), toDate(now, year, accepted)];
            if (named === 'neither') expect(after.map(String)).toEqual(before.map(String));
            else if (!holds(named, before, after)) {
              const moved = changes.map((change) => `${change.path.join('/')}: ${JSON.stringify([change.before, change.after])}`);
              expect.fail(`${named}, ${moved.join('; ')}: ${before.join(' ')} → ${after.join(' ')} ${JSON.stringify(base.contract.fees)}`);
            }
          }
        }
      },
    ),
    runs(120, 12),
  );
  // a rule that names nobody would hold too
  expect(told.named).toBeGreaterThan(told.unclear / 4);
});
