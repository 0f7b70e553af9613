import { describe, expect, it } from 'vitest';
import type { PeriodFee } from '../../src/contract/fee-kinds/fee-kinds.js';
import type { Evidence, EvidencePeriod } from '../../src/evidence/model.js';
import { measuresOfFee } from '../../src/settlement/fee-measures.js';
import { basisOf, hasSetAside, type LineLife, takesMilestone, usualAmount } from '../../src/settlement/line-life.js';
import { remindersOf } from '../../src/settlement/reminders.js';
import { sharingWith } from '../../src/settlement/shared-evidence.js';
import { definitions, linesOf, relationship, settleDays, statementOf } from './relationship.js';

const life = (state: string, amount: string, more: object = {}) => ({ state, amount, byRule: false, ...more }) as unknown as LineLife;
const held = (amount: string, more: object = {}) =>
  life('held', amount, { wasSettled: true, since: '2026-02-05', statements: 1, causes: [], ...more });

describe('what a line means to what comes after it', () => {
  // [life, basis, usual amount, whether it takes its milestone]
  it.each<[string, LineLife, string, string | null, boolean]>([
    ['settled', life('settled', '5.00'), '5.00', '5.00', true],
    ['settled at 0', life('settled', '0.00'), '0.00', '0.00', false],
    ['settled below 0', life('settled', '-5.00'), '-5.00', '-5.00', false],
    ['0 by a rule', life('settled', '0.00', { byRule: true }), '0.00', null, false],
    ['held since it had been settled', held('5.00'), '5.00', '5.00', true],
    ['held, and set aside in part', held('1.00', { computed: '5.00' }), '5.00', '5.00', true],
    ['held, settled at 0', held('0.00'), '0.00', '0.00', false],
    ['held, 0 by a rule', held('0.00', { byRule: true }), '0.00', null, false],
    ['held, never settled', held('5.00', { wasSettled: false }), '5.00', null, false],
    ['disputed', life('disputed', '0.00', { computed: '5.00', decided: false }), '5.00', '5.00', true],
    ['disputed, of a decision', life('disputed', '0.00', { computed: '5.00', decided: true }), '5.00', null, true],
    ['disputed, 0 by a rule', life('disputed', '0.00', { computed: '0.00', byRule: true, decided: false }), '0.00', null, false],
    ['frozen', life('frozen', '5.00'), '5.00', '5.00', true],
    ['frozen, 0 by a rule', life('frozen', '0.00', { byRule: true }), '0.00', null, false],
    ['waiting', life('waiting', '0.00', { moves: '5.00' }), '0.00', '0.00', true],
    ['waiting to be taken back', life('waiting', '5.00', { moves: '-5.00' }), '5.00', '5.00', true],
    ['waiting at 0 for less', life('waiting', '0.00', { moves: '-5.00' }), '0.00', '0.00', false],
    ['waiting, 0 by a rule', life('waiting', '0.00', { moves: '5.00', byRule: true }), '0.00', null, true],
    ['accepted', life('accepted', '5.00', { byRule: undefined }), '5.00', '5.00', true],
    ['decided', life('decided', '5.00'), '5.00', null, true],
    ['resolved', life('resolved', '5.00', { computed: null }), '5.00', '5.00', true],
    ['resolved at 0 of what it was', life('resolved', '0.00', { computed: '5.00' }), '0.00', '0.00', true],
    ['resolved at 0 of nothing', life('resolved', '0.00', { computed: null }), '0.00', '0.00', false],
  ])('%s', (_, given, basis, usual, taken) => {
    expect([basisOf(given), usualAmount(given), takesMilestone(given)]).toEqual([basis, usual, taken]);
  });

  it('has set a part aside while a dispute is open, held meanwhile or not', () => {
    expect(
      [
        life('disputed', '0.00', { computed: '5.00' }),
        held('1.00', { computed: '5.00' }),
        held('1.00'),
        life('resolved', '1.00', { computed: '5.00' }),
      ].map((each) => hasSetAside(each)),
    ).toEqual([true, true, false, false]);
  });
});

it('a fee depends on the measures of its metric, its KPIs, their minimums, its gates, and the fee that it is a share of', () => {
  const base = definitions(true);
  const one = (id: string) => ({ [`${id}_sum`]: { definition: id, of: 'ads', sum: id, when: 'ts' } });
  const metric = (id: string) => ({ [id]: { title: id, formula: `${id}_sum`, unit: 'money', type: 'flow' } });
  const words = {
    ...base,
    measures: { ...(base.measures as object), ...one('fees'), ...one('rent') },
    metrics: { ...(base.metrics as object), ...metric('fees'), ...metric('rent') },
  };
  const kpi = (id: string, weight: string, more: object = {}) => ({
    id,
    metric: id,
    owner: 'provider',
    better: 'higher',
    weight,
    target: 3,
    ...more,
  });
  const linear = { points: { '0%': '0%', '100%': '100%' }, shape: 'linear' };
  const given = (rule: string) =>
    relationship(
      {
        kpis: [kpi('gmv', '100%', { minimum: { metric: 'fees', atLeast: 1 } }), kpi('rent', '0%')],
        composite: { rule },
        watch: ['roas'],
        fees: [
          { id: 'base', kind: 'retainer', amount: 1 },
          { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' },
          { id: 'by-rent', kind: 'bonus', by: 'rent', pool: 1, ...linear },
          { id: 'by-all', kind: 'bonus', by: 'composite', pool: 1, ...linear },
          { id: 'share', kind: 'penalty', of: 'sales', by: 'rent', bands: { '80%': '50%' } },
        ],
        gates: [{ id: 'g', metric: 'roas', atLeast: 1, blocks: ['base'] }],
      },
      words,
    ).terms;
  const of = (id: string, rule = 'weighted_mean') => {
    const terms = given(rule);
    const fee = terms.contract.fees.find((each) => each.id === id) as PeriodFee;
    const measures = new Map(terms.definitions.measures.map((each) => [each.id, each]));
    const metrics = new Map(terms.definitions.metrics.map((each) => [each.id, each]));
    return [...measuresOfFee(terms, { measures, metrics } as never, '2026-01', fee)].sort();
  };
  expect(of('base')).toEqual(['revenue', 'spend']);
  expect(of('sales')).toEqual(['revenue']);
  expect(of('by-rent')).toEqual(['rent_sum']);
  // what weighs nothing counts for the least of all alone
  expect(of('by-all')).toEqual(['fees_sum', 'revenue']);
  expect(of('by-all', 'min')).toEqual(['fees_sum', 'rent_sum', 'revenue']);
  expect(of('share')).toEqual(['rent_sum', 'revenue']);
});

describe('evidence that says what an earlier one said', () => {
  const measure = (id: string, value: string) => ({ id, days: [{ day: '2026-01-01', rows: 1, value }] });
  const variant = (kpi: string, id: string, value: string) => ({ kpi, ...measure(id, value) });
  const period = (measures: readonly object[], variants: readonly object[] = [], rates: readonly object[] = []) =>
    ({ period: '2026-01', measures, variants, rates }) as unknown as EvidencePeriod;
  const shared = (now: EvidencePeriod, before: EvidencePeriod | null) => {
    const { periods } = sharingWith({ periods: [now] } as unknown as Evidence, (id) => (id === '2026-01' ? before : null));
    const [found] = periods;
    if (found === undefined) throw new Error('no period');
    expect(found).toEqual(now);
    return found;
  };

  it('has its very objects', () => {
    const before = period([measure('a', '1'), measure('b', '2')], [variant('k', 'a', '1')], [{ rate: '7' }]);
    const same = shared(period([measure('a', '1'), measure('b', '2')], [variant('k', 'a', '1')], [{ rate: '7' }]), before);
    expect([same.measures === before.measures, same.variants === before.variants, same.rates === before.rates]).toEqual([true, true, true]);
  });

  it('has its own where it says anything else', () => {
    const before = period([measure('a', '1'), measure('b', '2')], [variant('k', 'a', '1'), variant('l', 'a', '1')], [{ rate: '7' }]);
    const other = shared(period([measure('a', '1'), measure('b', '3')], [variant('l', 'a', '1')], [{ rate: '8' }]), before);
    expect(other.measures[0]).toBe(before.measures[0]);
    expect(other.variants[0]).toBe(before.variants[1]);
    expect([other.measures === before.measures, other.variants === before.variants, other.rates === before.rates]).toEqual([
      false,
      false,
      false,
    ]);
    const fewer = shared(period([measure('a', '1')]), before);
    expect(fewer.measures).not.toBe(before.measures);
    expect(shared(period([measure('c', '1')]), null).measures[0]).toEqual(measure('c', '1'));
  });
});

it('a line that is not measured for itself stays as it is, whatever data measured for another line of its period say', () => {
  const tiers = { tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' };
  const base = definitions(true);
  const words = {
    ...base,
    metrics: { ...(base.metrics as object), cost: { title: 'Cost', formula: 'spend', unit: 'money', type: 'flow' } },
  };
  const { terms, events } = relationship(
    {
      calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 1 },
      holds: { maxPeriods: 9 },
      watch: ['roas'],
      fees: [
        { id: 'sales', kind: 'commission', base: 'gmv', ...tiers },
        { id: 'buying', kind: 'commission', base: 'cost', ...tiers },
      ],
    },
    words,
  );
  const other = { revenue: '100', spend: '100' };
  const first = { '2026-01': { revenue: null, spend: '1000' }, '2026-02': other, '2026-03': other, '2026-04': other };
  const later = { ...first, '2026-01': { revenue: '2000', spend: '1040' } };
  const ledger = settleDays(terms, events, [
    { asOf: '2026-02-05', values: first },
    { asOf: '2026-03-05', values: first },
    { asOf: '2026-04-05', values: first },
    { asOf: '2026-05-05', values: later },
  ]);
  // 5% of 2,000; 2.00 for 40 more of spend are not moved any more
  expect(linesOf(statementOf(ledger, '2026-04')).filter((line) => line.startsWith('true-up'))).toEqual(['true-up/2026-01/sales 100.00']);
});

describe('what is told of a day', () => {
  const duty = (id: string, dueDay: number) => ({ id, owes: 'brand', title: id, dueDay, ifLate: { kpis: ['gmv'], scoreAs: '100%' } });
  const done = { kind: 'duty', party: 'brand', duty: 'photos', period: '2026-02', on: '2026-02-01', evidence: ['mail'] };
  const keys = (asOf: string, duties: readonly object[], files: Parameters<typeof relationship>[2] = {}) => {
    const { terms, events } = relationship({ fees: [{ id: 'base', kind: 'retainer', amount: 1 }], duties }, undefined, files);
    return remindersOf({ terms, events, ledger: [], asOf }, 'either').map(({ key, to }) => `${to} ${key}`);
  };
  const duties = (asOf: string, ...given: Parameters<typeof keys> extends [string, ...infer Rest] ? Rest : never) =>
    keys(asOf, ...given).filter((key) => / duty\//.test(key));

  it('is a duty that is open, not one that is done', () => {
    const both = [duty('photos', 5), duty('plan', 5)];
    expect(duties('2026-02-03', both)).toEqual(['brand duty/2026-02/photos/2026-02-05/2', 'brand duty/2026-02/plan/2026-02-05/2']);
    expect(duties('2026-02-03', both, { '2026-02-01-done.yaml': done })).toEqual(['brand duty/2026-02/plan/2026-02-05/2']);
    // one that is done is not told of because that of the month before was not
    const claimable = [{ ...duty('photos', 5), lateIf: 'claimed' }];
    const march = { ...done, period: '2026-03', on: '2026-03-01' };
    expect(duties('2026-03-03', claimable)).toEqual(['brand duty/2026-03/photos/2026-03-05/2']);
    expect(duties('2026-03-03', claimable, { '2026-03-01-done.yaml': march })).toEqual([]);
    // of another month it is still to be done
    expect(duties('2026-03-03', both, { '2026-02-01-done.yaml': done })).toHaveLength(2);
  });

  it('is a duty of a month, or of a term, that has not begun', () => {
    expect(duties('2026-01-30', [duty('photos', 1)])).toEqual(['brand duty/2026-02/photos/2026-02-01/2']);
    expect(duties('2025-12-30', [duty('photos', 1)])).toEqual(['brand duty/2026-01/photos/2026-01-01/2']);
  });

  it('is nothing but payments once its day has passed', () => {
    // January is due to be settled on 5 February; nobody has
    for (const asOf of ['2026-02-06', '2026-02-13']) expect(keys(asOf, [])).toEqual([]);
  });
});
