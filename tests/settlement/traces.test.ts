import { expect, it } from 'vitest';
import type { Line } from '../../src/settlement/model.js';
import { definitions, relationship, settleDays, statementOf } from './relationship.js';

/*
 * What a statement says of how each line came about, by hand: `inputs | branches, taken or not | formula | reason`. Sales of 9,000 of 10,000,
 * ads of 3,000; the contract ends on 16 February.
 */
const linear = { points: { '0%': '0%', '100%': '100%' }, shape: 'linear' };
const tiers = { 0: '5%', 5000: '7%' };
const FEES = [
  { id: 'base', kind: 'retainer', amount: 2800 },
  { id: 'sales', kind: 'commission', base: 'gmv', tiers, mode: 'marginal', accumulate: 'term' },
  { id: 'all', kind: 'commission', base: 'gmv', tiers, mode: 'whole', accumulate: 'period' },
  { id: 'back', kind: 'rebate', base: 'gmv', tiers: { 0: '2%' }, mode: 'marginal', accumulate: 'period' },
  { id: 'pieces', kind: 'unit_price', quantity: 'gmv', price: '0.03' },
  { id: 'reward', kind: 'bonus', by: 'gmv', pool: 500, ...linear },
  { id: 'launch', kind: 'milestone', amount: 100, due: '2026-02-10', metric: 'gmv', atLeast: 8000 },
  { id: 'floor', kind: 'guarantee', amount: 6000, recoverable: true },
  {
    id: 'bet',
    kind: 'wager',
    metric: 'gmv',
    better: 'higher',
    over: 'quarter',
    target: 9000,
    deadband: 100,
    rate: '10%',
    limit: 900,
    onEarlyEnd: 'void',
  },
  { id: 'malus', kind: 'penalty', amount: 100, by: 'gmv', bands: { '50%': '100%', '95%': '50%' } },
  { id: 'share', kind: 'penalty', of: 'base', by: 'gmv', bands: { '80%': '10%' } },
  { id: 'most', kind: 'cap', period: 5000, term: 20000 },
  { id: 'media', kind: 'pass_through', cost: 'gmv', markup: '15%', upTo: 10000 },
  { id: 'ads', kind: 'pass_through', cost: 'gmv', markup: { gross: '10%' } },
  { id: 'vat', kind: 'tax', rate: '6%', label: 'VAT' },
];
const told = ({ id, amount, reason, trace }: Line) => {
  const params = (given: Readonly<Record<string, string>>) =>
    Object.keys(given).length === 0 ? '' : `(${Object.values(given).join('; ')})`;
  const inputs = trace.inputs.map(({ input, with: given, value }) => `${input}${params(given)} ${value ?? '?'}`).join(', ');
  const branches = trace.branches.map(({ rule, taken, with: given }) => `${taken ? '+' : '-'}${rule}${params(given)}`).join(' ');
  return `${id} ${amount} = ${inputs} | ${branches} | ${trace.formula} | ${reason === null ? '' : `${reason.code}${params(reason.with)}`}`;
};
const clauses = {
  term: { from: '2026-01-01', to: '2026-02-16' },
  watch: ['roas'],
  fees: FEES,
  gates: [{ id: 'floor-of-sales', metric: 'gmv', atLeast: 8000, blocks: ['pieces'] }],
  grace: { periods: 1, waives: ['share'] },
};
const events = {
  '2026-01-20-yes.yaml': { kind: 'acceptance', party: 'brand', milestone: 'launch', on: '2026-01-20' },
};
/** Settled by each test for itself: what runs when a file is loaded is of no test. */
function linesOf(period: string, sales = '9000', more: Parameters<typeof relationship>[2] = {}): string[] {
  const { terms, events: filed } = relationship(clauses, definitions(true), { ...events, ...more });
  const values = { '2026-01': { revenue: sales, spend: '3000' }, '2026-02': { revenue: '4000', spend: '3000' } };
  const days = ['2026-02-05', '2026-02-25'].map((asOf) => ({ asOf, values }));
  return statementOf(settleDays(terms, filed, days), period).lines.map(told);
}

it('a month', () => {
  expect(linesOf('2026-01')).toMatchInlineSnapshot(`
    [
      "base 2800.00 = amount 2800 | -prorate(31; 31) | 2800 | ",
      "sales 530.00 = metric(gmv) 9000, total-to-date 9000, total-before 0 | +tiers-marginal(0: 5%, 5000: 7%) +accumulate-term | 530.00 − 0.00 | commission-term(9000; 9000)",
      "all 630.00 = metric(gmv) 9000 | +tiers-whole(0: 5%, 5000: 7%) -accumulate-term | 7% × 9000 | commission(9000)",
      "pieces 270.00 = price 0.03, metric(gmv) 9000 | +gate-passed(floor-of-sales; gmv; 9000; 8000; ≥) | 0.03 × 9000 | unit-price(9000; 0.03)",
      "reward 450.00 = pool 500, score(gmv) 0.9 | -prorate(31; 31) +points-linear(0%: 0%, 100%: 100%) | 500 × 90% | bonus(gmv; 90%; 90%)",
      "launch 100.00 = amount 100, due 2026-02-10, accepted-on 2026-01-20, metric-up-to(gmv; 2026-01-31) 9000 | +milestone-reached(2026-01-31; 9000; 8000) | 100 | milestone(2026-01-20)",
      "floor 1220.00 = guarantee 6000, earned 4780 | +recoverable | max(0, 6000 − 4780) | guarantee(6000; 4780)",
      "bet 0.00 =  | -horizon-ends(2026-01-01; 2026-02-16) | 0 | not-the-horizon(2026-02-16)",
      "malus -50.00 = score(gmv) 0.9, amount 100 | +bands(< 50%: 100%, < 95%: 50%) | −100 × 50% | penalty(gmv; 90%; 50%)",
      "share 0.00 =  | +grace(2026-01) | 0 | grace(2026-01)",
      "most -950.00 = subtotal 5950, cap-of-period 5000, cap-left 20000 | +cap-cuts(5000) | −max(0, 5950 − 5000) | cap(5950; 5000)",
      "floor/recovery 0.00 = draw 0, subtotal-capped 5000, guarantee 6000 |  | −min(0, max(0, 5000 − 6000)) | recovery(0; 0)",
      "media 10000.00 = metric(gmv) 9000 | +up-to(10000) | min(9000 × (1 + 15%), 10000) | pass-through(9000; 15%)",
      "media/excess 0.00 = metric(gmv) 9000, limit 10000 |  | ? | over-limit(excess/2026-01/media; 10000; 350)",
      "ads 10000.00 = metric(gmv) 9000 |  | 9000 ÷ (1 − 10%) | pass-through-gross(9000; 10%)",
      "back -180.00 = metric(gmv) 9000 | +tiers-marginal(0: 2%) -accumulate-term | −(2% × 9000) | commission(9000)",
      "vat 289.20 = payable 4820, rate 6% |  | 6% × 4820 | tax(6%; 4820.00)",
    ]
  `);
});

it('the last one, cut to 16 of 28 days', () => {
  expect(linesOf('2026-02')).toMatchInlineSnapshot(`
    [
      "base 1600.00 = amount 2800 | +prorate(16; 28) | 2800 × 16/28 | ",
      "sales 280.00 = metric(gmv) 4000, total-to-date 13000, total-before 9000 | +tiers-marginal(0: 5%, 5000: 7%) +accumulate-term | 810.00 − 530.00 | commission-term(4000; 13000)",
      "all 200.00 = metric(gmv) 4000 | +tiers-whole(0: 5%, 5000: 7%) -accumulate-term | 5% × 4000 | commission(4000)",
      "pieces 0.00 =  | +gate-failed(floor-of-sales; gmv; 4000; 4571.428571428571; ≥) | 0 | gate-failed(floor-of-sales; gmv; 4000; 4571.428571428571; ≥)",
      "reward 200.00 = pool 500, score(gmv) 0.7 | +prorate(16; 28) +points-linear(0%: 0%, 100%: 100%) | 500 × 16/28 × 70% | bonus(gmv; 70%; 70%)",
      "launch 0.00 = amount 100, due 2026-02-10 |  | 0 | milestone-paid(2026-01)",
      "floor 1148.57 = guarantee 3428.571428571429, earned 2280 | +recoverable | max(0, 6000 × 16/28 − 2280) | guarantee(3428.571428571429; 2280)",
      "bet 470.00 = metric(gmv) 13000, target 4700, deadband 52.222222222222 | +horizon-ends(2026-01-01; 2026-02-16) +horizon-in-part(47; 90) | 10% × 8247.777777777778, ±470 | wager(gmv; 13000; 4700; 8300)",
      "malus -28.57 = score(gmv) 0.7, amount 100 | +bands(< 50%: 100%, < 95%: 50%) | −100 × 16/28 × 50% | penalty(gmv; 70%; 50%)",
      "share -160.00 = score(gmv) 0.7, line(base) 1600 | -grace(2026-02) +bands(< 80%: 10%) | −1600 × 10% | penalty(gmv; 70%; 10%)",
      "most -852.86 = subtotal 3710, cap-of-period 2857.142857142857, cap-left 15000 | +cap-cuts(2857.142857142857) | −max(0, 3710 − 2857.142857142857) | cap(3710; 2857.142857142857)",
      "floor/recovery 0.00 = draw 1220, subtotal-capped 2857.14, guarantee 3428.571428571429 |  | −min(1220, max(0, 2857.14 − 3428.571428571429)) | recovery(1220; 0)",
      "media 4600.00 = metric(gmv) 4000 | -up-to(10000) | min(4000 × (1 + 15%), 10000) | pass-through(4000; 15%)",
      "media/excess 0.00 = metric(gmv) 4000, limit 10000 |  | max(0, 4600 − 10000) | ",
      "ads 4444.44 = metric(gmv) 4000 |  | 4000 ÷ (1 − 10%) | pass-through-gross(4000; 10%)",
      "back -80.00 = metric(gmv) 4000 | +tiers-marginal(0: 2%) -accumulate-term | −(2% × 4000) | commission(4000)",
      "vat 166.63 = payable 2777.14, rate 6% |  | 6% × 2777.14 | tax(6%; 2777.14)",
    ]
  `);
});

it('sales below nothing, of a KPI that is waived', () => {
  const waiver = {
    kind: 'exclusion',
    reason: 'stockout',
    kpis: ['gmv'],
    evidence: ['list'],
    treatment: 'waive',
    periods: ['2026-01'],
    scoreAs: 'none',
  };
  const told = linesOf('2026-01', '-1000', { '2026-01-20-w.yaml': waiver });
  const of = (id: string) => told.find((line) => line.startsWith(`${id} `));
  // 5% of −1,000
  expect(of('sales')).toBe(
    'sales -50.00 = metric(gmv) -1000, total-to-date -1000, total-before 0 | +tiers-marginal(0: 5%, 5000: 7%) +accumulate-term +negative-base | -50.00 − 0.00 | commission-term(-1000; -1000)',
  );
  expect(of('reward')).toBe(
    'reward 0.00 = pool 500, score(gmv) ? | -prorate(31; 31) +waived(2026-01-20-w.yaml) | 0 | waived(2026-01-20-w.yaml)',
  );
  expect(of('malus')).toBe('malus 0.00 = score(gmv) ? | +waived(2026-01-20-w.yaml) | 0 | waived(2026-01-20-w.yaml)');
});
