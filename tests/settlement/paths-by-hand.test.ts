import { describe, expect, it } from 'vitest';
import { money, moneyText } from '../../src/kernel/money.js';
import { rational } from '../../src/kernel/rational.js';
import { payPaths } from '../../src/settlement/paths/pay-paths.js';
import { payTerm } from '../../src/settlement/pay-term.js';
import { definitions, relationship } from './relationship.js';

/*
 * What January and February pay on one path, by hand, fee by fee: as closures reckon it, and as the exact function does. KPIs: sales of
 * 10,000 a month; where asked for, a ROAS of 3. Sales and spend are given in whole units.
 */
type Json = Readonly<Record<string, unknown>>;
type Month = Readonly<{ revenue: number; spend?: number }>;

const GMV = { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 10000 };
const ROAS = { id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '60%', target: 3, threshold: 2 };
const BASE = { id: 'base', kind: 'retainer', amount: 3000 };
const linear = { points: { '0%': '0%', '100%': '100%' }, shape: 'linear' };

function paid(clauses: Json, months: readonly Month[], digits = 2, words: Json = definitions(true)) {
  const { terms } = relationship({ term: { from: '2026-01-01', to: '2026-02-28' }, watch: ['roas'], ...clauses }, words);
  const paths = payPaths(terms, () => digits);
  const of = (month: Month, id: string) => (id === 'revenue' ? month.revenue : (month.spend ?? 1));
  const totals = Float64Array.from(
    paths.periods.flatMap((_, at) => paths.measures.map(({ id }) => Math.round(of(months[at] ?? { revenue: 0 }, id) * 10 ** digits))),
  );
  const amounts = new Float64Array(paths.lines.length);
  const isQuick = paths.pay(totals, amounts);
  const lines = paths.lines.map(({ period, line }, index) => {
    const amount = amounts[index] ?? Number.NaN;
    return `${period.slice(5)} ${line} ${Number.isNaN(amount) ? '?' : moneyText({ ...money('0.00', 'USD'), minor: BigInt(amount) })}`;
  });
  const exact = payTerm(
    terms,
    paths.periods.map((period, at) => ({
      period,
      totals: new Map(paths.measures.map(({ id }) => [id, rational(String(of(months[at] ?? { revenue: 0 }, id)))] as const)),
    })),
  ).map(({ period, line, amount }) => `${period.slice(5)} ${line} ${amount === null ? '?' : moneyText(amount)}`);
  expect(lines).toEqual(exact);
  return { isQuick, lines };
}

/** Lines that closures have to reckon. */
function quickly(clauses: Json, ...months: readonly (number | Month)[]): readonly string[] {
  const { isQuick, lines } = paid(
    clauses,
    months.map((given) => (typeof given === 'number' ? { revenue: given } : given)),
  );
  expect(isQuick).toBe(true);
  return lines;
}

describe('a path pays', () => {
  it('a commission: on each month, or as the total of the term grows; on parts or on the whole', () => {
    const sales = (mode: string, accumulate: string) => ({
      fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%', 10000: '7%' }, mode, accumulate }],
    });
    // 500 + 7% of 10,000; 5% of 9,000
    expect(quickly(sales('marginal', 'period'), 20000, 9000)).toEqual(['01 sales 1200.00', '02 sales 450.00']);
    expect(quickly(sales('whole', 'period'), 20000, 9000)).toEqual(['01 sales 1400.00', '02 sales 450.00']);
    // 450; 500 + 7% of 1,000, less 450
    expect(quickly(sales('marginal', 'term'), 9000, 2000)).toEqual(['01 sales 450.00', '02 sales 120.00']);
    // 7% of 11,000, less 450
    expect(quickly(sales('whole', 'term'), 9000, 2000)).toEqual(['01 sales 450.00', '02 sales 320.00']);
    // each total is rounded: 0.01 × 5% = 0.0005 is 0; 0.1 + 0.01 = 0.11 × 5% = 0.0055 is 0.01
    expect(quickly(sales('marginal', 'term'), 0.01, 0.1)).toEqual(['01 sales 0.00', '02 sales 0.01']);
  });

  it('a commission on the total under other tiers: what was before is reckoned under them too', () => {
    const tiers = { '2026-01': { 0: '5%' }, '2026-02': { 0: '10%' } };
    const fees = [{ id: 'sales', kind: 'commission', base: 'gmv', tiers, mode: 'marginal', accumulate: 'term' }];
    // 10% of 3,000 less 10% of 1,000
    expect(quickly({ fees }, 1000, 2000)).toEqual(['01 sales 50.00', '02 sales 200.00']);
  });

  it('a commission on the total that went on while a gate or grace let nothing pass', () => {
    const clauses = {
      term: { from: '2026-01-01', to: '2026-03-31' },
      fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%', 1500: '20%' }, mode: 'marginal', accumulate: 'term' }],
    };
    // March: 150 + 20% of 600 on the 2,100 so far, less 10% of the 1,100 before it, of which February’s 100 paid nothing
    const lines = ['01 sales 100.00', '02 sales 0.00', '03 sales 160.00'];
    const gates = [{ id: 'g', metric: 'gmv', atLeast: 500, blocks: ['sales'] }];
    expect(quickly({ ...clauses, gates }, 1000, 100, 1000)).toEqual(lines);
    const grace = { from: '2026-02', periods: 1, waives: ['sales'] };
    expect(quickly({ ...clauses, grace }, 1000, 100, 1000)).toEqual(lines);
  });

  it('a rebate and a price for each', () => {
    const back = { id: 'back', kind: 'rebate', base: 'gmv', tiers: { 0: '2%', 1000: '5%' }, mode: 'whole', accumulate: 'period' };
    const pieces = { id: 'pieces', kind: 'unit_price', quantity: 'gmv', price: '0.035' };
    const lines = quickly({ fees: [back, pieces] }, 900, 2000);
    expect([...lines].sort()).toEqual(['01 back -18.00', '01 pieces 31.50', '02 back -100.00', '02 pieces 70.00']);
  });

  it('a bonus by a KPI, and a penalty below its band', () => {
    const fees = [
      { id: 'reward', kind: 'bonus', by: 'gmv', pool: 500, ...linear },
      { id: 'malus', kind: 'penalty', amount: 100, by: 'gmv', bands: { '80%': '50%', '40%': '100%' } },
    ];
    expect(quickly({ fees }, 7999, 8000)).toEqual(['01 reward 399.95', '01 malus -50.00', '02 reward 400.00', '02 malus 0.00']);
    expect(quickly({ fees }, 3900, 15000)).toEqual(['01 reward 195.00', '01 malus -100.00', '02 reward 500.00', '02 malus 0.00']);
  });

  it('a penalty of another fee: nothing of what is not positive', () => {
    const fees = [
      { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' },
      { id: 'malus', kind: 'penalty', of: 'sales', by: 'gmv', bands: { '80%': '50%' } },
    ];
    expect(quickly({ fees }, 1000, -1000)).toEqual(['01 sales 100.00', '01 malus -50.00', '02 sales -100.00', '02 malus 0.00']);
  });

  it('no more than a cap leaves, of the month, of the term, of both', () => {
    const capped = (cap: Json) => quickly({ fees: [BASE, { id: 'most', kind: 'cap', ...cap }] }, 0, 0).filter((line) => /most/.test(line));
    expect(capped({ period: 2000 })).toEqual(['01 most -1000.00', '02 most -1000.00']);
    expect(capped({ period: 3500 })).toEqual(['01 most 0.00', '02 most 0.00']);
    expect(capped({ term: 5000 })).toEqual(['01 most 0.00', '02 most -1000.00']);
    expect(capped({ term: 1000 })).toEqual(['01 most -2000.00', '02 most -3000.00']);
    expect(capped({ period: 2500, term: 4000 })).toEqual(['01 most -500.00', '02 most -1500.00']);
    expect(capped({ period: 2500, term: 9000 })).toEqual(['01 most -500.00', '02 most -500.00']);
    // what is spent for the brand stands outside: 3,000 of 5,000 are used up in January
    const media = { id: 'media', kind: 'pass_through', cost: 'gmv', markup: '0%' };
    expect(quickly({ fees: [BASE, { id: 'most', kind: 'cap', term: 5000 }, media] }, 1000, 0).filter((line) => /most/.test(line))).toEqual([
      '01 most 0.00',
      '02 most -1000.00',
    ]);
  });

  it('a guarantee, and takes it back from what exceeds it', () => {
    const sales = { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' };
    const floor = (recoverable: boolean) => ({ fees: [sales, { id: 'floor', kind: 'guarantee', amount: 4000, recoverable }] });
    // 4,000 less 5% of 20,000; then 5,000 is 1,000 above it
    expect(quickly(floor(true), 20000, 100000)).toEqual([
      '01 sales 1000.00',
      '01 floor 3000.00',
      '01 floor/recovery 0.00',
      '02 sales 5000.00',
      '02 floor 0.00',
      '02 floor/recovery -1000.00',
    ]);
    // 10,000 is 6,000 above it: no more than was drawn
    expect(quickly(floor(true), 20000, 200000).at(-1)).toBe('02 floor/recovery -3000.00');
    expect(quickly(floor(false), 20000, 100000)).toHaveLength(4);
    // what was taken back leaves as much of a cap of the term: 4,000, then 5,000 of 5,000 left
    const most = { id: 'most', kind: 'cap', term: 9000 };
    const three = quickly({ ...floor(true), fees: [...floor(true).fees, most] }, 20000, 100000);
    expect(three.filter((line) => /most|recovery/.test(line))).toEqual([
      '01 most 0.00',
      '01 floor/recovery 0.00',
      '02 most 0.00',
      '02 floor/recovery -1000.00',
    ]);
  });

  it('a wager on the sums of its horizon, in its last month', () => {
    const bet = {
      id: 'bet',
      kind: 'wager',
      metric: 'gmv',
      better: 'higher',
      over: 'term',
      target: 10000,
      deadband: 1000,
      onEarlyEnd: 'void',
    };
    const rate = (january: number, february: number) => quickly({ fees: [{ ...bet, rate: '10%', limit: 500 }] }, january, february);
    // 4,000 above, 1,000 of them free
    expect(rate(6000, 8000)).toEqual(['01 bet 0.00', '02 bet 300.00']);
    expect(rate(2000, 4000)).toEqual(['01 bet 0.00', '02 bet -300.00']);
    expect(rate(6000, 5000).at(-1)).toBe('02 bet 0.00');
    expect([rate(16000, 0).at(-1), rate(17000, 0).at(-1), rate(-7000, 0).at(-1)]).toEqual([
      '02 bet 500.00',
      '02 bet 500.00',
      '02 bet -500.00',
    ]);
    // for the 44 of 90 days that the term has of the quarter: sales of 4,500 are 2,200, a return on ads of 3 is 3
    const part = { ...bet, over: 'quarter', deadband: 0, rate: '10%', limit: 9000 };
    const term = { from: '2026-01-16', to: '2026-02-28' };
    const lastOf = (more: Json, january: Month, february: Month) =>
      quickly({ term, fees: [{ ...part, ...more }] }, january, february).at(-1);
    expect(lastOf({ target: 4500 }, { revenue: 1000 }, { revenue: 1300 })).toBe('02 bet 10.00');
    expect(lastOf({ target: 3, metric: 'roas' }, { revenue: 1000, spend: 300 }, { revenue: 1300, spend: 275 })).toBe('02 bet 0.10');
    // March is of one quarter and April of the next: 900 ÷ 300 is 3, 1,300 ÷ 325 is 4
    const spring = { term: { from: '2026-03-01', to: '2026-04-30' }, fees: [{ ...part, target: 3, metric: 'roas' }] };
    expect(quickly(spring, { revenue: 900, spend: 300 }, { revenue: 1300, spend: 325 })).toEqual(['03 bet 0.00', '04 bet 0.10']);
    const stake = (january: number, february: number) => quickly({ fees: [{ ...bet, stake: 500 }] }, january, february).at(-1);
    expect([stake(5000, 5000), stake(4000, 5000), stake(4000, 4999.99)]).toEqual(['02 bet 500.00', '02 bet 0.00', '02 bet -500.00']);
  });

  it('a cost with its markup, and knows nothing of what exceeds its limit', () => {
    const media = (markup: unknown, upTo?: number) => ({
      fees: [{ id: 'media', kind: 'pass_through', cost: 'gmv', markup, ...(upTo === undefined ? {} : { upTo }) }],
    });
    expect(quickly(media('15%'), 1000, 500)).toEqual(['01 media 1150.00', '02 media 575.00']);
    // 850 ÷ (1 − 15%)
    expect(quickly(media({ gross: '15%' }), 850, 0)).toEqual(['01 media 1000.00', '02 media 0.00']);
    expect(quickly(media('15%', 1150), 1000, 500)).toEqual([
      '01 media 1150.00',
      '01 media/excess 0.00',
      '02 media 575.00',
      '02 media/excess 0.00',
    ]);
    const over = paid(media('15%', 1150), [{ revenue: 1000.01 }, { revenue: 500 }]);
    expect([over.isQuick, over.lines.slice(0, 2)]).toEqual([false, ['01 media 1150.00', '01 media/excess ?']]);
    // a gate that it does not pass makes it 0, whatever it costs
    const gates = [{ id: 'g', metric: 'gmv', atMost: 900, blocks: ['media'] }];
    expect(quickly({ ...media('15%', 500), gates }, 1000, 100)).toEqual([
      '01 media 0.00',
      '01 media/excess 0.00',
      '02 media 115.00',
      '02 media/excess 0.00',
    ]);
  });

  it('nothing in grace, below a gate, or where nothing is agreed', () => {
    expect(quickly({ fees: [BASE], grace: { periods: 1, waives: ['base'] } }, 0, 0)).toEqual(['01 base 0.00', '02 base 3000.00']);
    const gate = (limit: Json) => quickly({ fees: [BASE], gates: [{ id: 'g', metric: 'gmv', ...limit, blocks: ['base'] }] }, 4999.99, 5000);
    expect(gate({ atLeast: 5000 })).toEqual(['01 base 0.00', '02 base 3000.00']);
    expect(gate({ atMost: 4999.99 })).toEqual(['01 base 3000.00', '02 base 0.00']);
    // a gate that blocks another fee lets it pass
    const other = { id: 'g', metric: 'gmv', atLeast: 5000, blocks: ['more'] };
    expect(quickly({ fees: [BASE, { ...BASE, id: 'more' }], gates: [other] }, 4999.99, 5000)).toEqual([
      ...['01 base 3000.00', '01 more 0.00'],
      ...['02 base 3000.00', '02 more 3000.00'],
    ]);
    const two = [
      { id: 'g', metric: 'gmv', atLeast: 5000, blocks: ['base'] },
      { id: 'h', metric: 'roas', atLeast: 2, blocks: ['base'] },
    ];
    expect(quickly({ fees: [BASE], gates: two }, { revenue: 6000, spend: 3000 }, { revenue: 6000, spend: 3001 })).toEqual([
      '01 base 3000.00',
      '02 base 0.00',
    ]);
    const launch = { id: 'launch', kind: 'milestone', amount: 100, due: '2026-02-20' };
    expect(quickly({ fees: [launch] }, 0, 0)).toEqual(['01 launch 0.00', '02 launch 0.00']);
  });

  it('a formula: of numbers, sums, products, quotients, the least and the most of two', () => {
    const formulas = {
      twice: '2 * revenue',
      net: 'revenue - spend',
      both: 'revenue + spend',
      loss: '-spend',
      part: 'revenue * spend / 1000',
      least: 'min(revenue, spend)',
      most: 'max(revenue, spend)',
      floor: 'max(net, 100)',
    };
    const metric = (id: string, formula: string) => [id, { title: id, formula, unit: 'money', type: 'flow' }] as const;
    const base = definitions(true);
    const words = {
      ...base,
      metrics: { ...(base.metrics as Json), ...Object.fromEntries(Object.entries(formulas).map(([id, formula]) => metric(id, formula))) },
    };
    const fees = Object.keys(formulas).map((id) => ({ id: `of-${id}`, kind: 'unit_price', quantity: id, price: 1 }));
    const { isQuick, lines } = paid(
      { fees },
      [
        { revenue: 500, spend: 300 },
        { revenue: 200, spend: 300 },
      ],
      2,
      words,
    );
    expect(isQuick).toBe(true);
    const of = (month: string) => lines.filter((line) => line.startsWith(month)).map((line) => line.slice('01 of-'.length));
    // 500 × 300 ÷ 1,000, and 200 × 300 ÷ 1,000
    expect(of('01')).toEqual([
      ...['twice 1000.00', 'net 200.00', 'both 800.00', 'loss -300.00'],
      ...['part 150.00', 'least 300.00', 'most 500.00', 'floor 200.00'],
    ]);
    expect(of('02')).toEqual([
      ...['twice 400.00', 'net -100.00', 'both 500.00', 'loss -300.00'],
      ...['part 60.00', 'least 200.00', 'most 300.00', 'floor 100.00'],
    ]);
  });

  it('tax on what tax is due on, rounded once', () => {
    const fees = [BASE, { id: 'vat', kind: 'tax', rate: '6%', label: 'VAT' }];
    expect(quickly({ fees }, 0, 0)).toEqual(['01 base 3000.00', '01 vat 180.00', '02 base 3000.00', '02 vat 180.00']);
    const media = (taxed: boolean) => ({ id: 'media', kind: 'pass_through', cost: 'gmv', markup: '10%', taxed });
    const taxOn = (taxed: boolean) => quickly({ fees: [...fees, media(taxed)] }, 1000, 0).filter((line) => /vat/.test(line));
    // 6% of 3,000, or of 4,100
    expect(taxOn(false)).toEqual(['01 vat 180.00', '02 vat 180.00']);
    expect(taxOn(true)).toEqual(['01 vat 246.00', '02 vat 180.00']);
  });

  it('by composites, of weights or the least, and by a KPI with a minimum', () => {
    const kpis = [{ ...GMV, weight: '40%' }, ROAS];
    const reward = { id: 'reward', kind: 'bonus', by: 'composite', pool: 1000, ...linear };
    // sales 50% and ROAS 2.5: half of the way from 2 to 3; then ROAS 5,000 ÷ 2,500 = 2: 0
    const values: [Month, Month] = [
      { revenue: 5000, spend: 2000 },
      { revenue: 5000, spend: 2500 },
    ];
    const by = (rule: string, more: Json = {}) => quickly({ kpis, composite: { rule, ...more }, fees: [reward] }, ...values);
    // 40% × 50% + 60% × 50%, then 40% × 50%
    expect(by('weighted_mean', { minWeightLeft: '100%' })).toEqual(['01 reward 500.00', '02 reward 200.00']);
    expect(by('min')).toEqual(['01 reward 500.00', '02 reward 0.00']);
    const minimum = [{ ...GMV, minimum: { metric: 'roas', atLeast: 2 } }];
    const own = { ...reward, by: 'gmv' };
    expect(quickly({ kpis: minimum, fees: [own] }, { revenue: 5000, spend: 2500 }, { revenue: 5000, spend: 2501 })).toEqual([
      '01 reward 500.00',
      '02 reward 0.00',
    ]);
  });

  it('for the days in force of a month that is cut', () => {
    // 16 of the 31 days of January
    const term = { from: '2026-01-16', to: '2026-02-28' };
    const of = (fees: readonly Json[], january = 0) =>
      quickly({ term, fees }, january, 0)
        .filter((line) => line.startsWith('01'))
        .map((line) => line.slice(3));
    expect(of([{ ...BASE, amount: 3100, prorate: true }])).toEqual(['base 1600.00']);
    expect(of([{ ...BASE, amount: 3100, prorate: false }])).toEqual(['base 3100.00']);
    expect(of([{ id: 'floor', kind: 'guarantee', amount: 3100, recoverable: false, prorate: true }])).toEqual(['floor 1600.00']);
    const most = { id: 'most', kind: 'cap', period: 3100, prorate: true };
    expect(of([{ ...BASE, amount: 3100, prorate: false }, most])).toEqual(['base 3100.00', 'most -1500.00']);
  });
});

describe('what closures cannot tell is left to the exact function', () => {
  it('a ratio by nothing', () => {
    const fees = [{ id: 'reward', kind: 'bonus', by: 'roas', pool: 1000, ...linear }];
    const clauses = { kpis: [{ ...ROAS, weight: '100%' }], watch: ['gmv'], fees };
    expect(
      paid(clauses, [
        { revenue: 1, spend: 0 },
        { revenue: 9, spend: 3 },
      ]),
    ).toEqual({ isQuick: false, lines: ['01 reward ?', '02 reward 1000.00'] });
  });

  it('two sides that have to agree', () => {
    const rule = (onBreach: string) => ({
      ...definitions(true),
      reconcile: [{ id: 'r', left: 'revenue', right: 'spend', tolerance: '5%', onBreach }],
    });
    const pieces = { fees: [{ id: 'pieces', kind: 'unit_price', quantity: 'gmv', price: 1 }] };
    const alike: [Month, Month] = [
      { revenue: 10, spend: 10 },
      { revenue: 20, spend: 20 },
    ];
    const lines = ['01 pieces 10.00', '02 pieces 20.00'];
    expect(paid(pieces, alike, 2, rule('hold'))).toEqual({ isQuick: false, lines });
    // only flagged, they hold nothing
    expect(paid(pieces, alike, 2, rule('flag'))).toEqual({ isQuick: true, lines });
  });

  it('a count of buyers over two months', () => {
    const base = definitions(true);
    const words = {
      ...base,
      measures: { ...(base.measures as Json), buyers: { definition: 'who bought', of: 'sales', countDistinct: 'buyer', when: 'ts' } },
      metrics: { ...(base.metrics as Json), customers: { title: 'Customers', formula: 'buyers', unit: 'number', type: 'flow' } },
    };
    const bet = { id: 'bet', kind: 'wager', metric: 'customers', better: 'higher', over: 'term', target: 10, deadband: 1, stake: 5 };
    const clauses = { term: { from: '2026-01-01', to: '2026-02-28' }, watch: ['roas'], fees: [{ ...bet, onEarlyEnd: 'void' }] };
    const paths = payPaths(relationship(clauses, words).terms, () => 0);
    const amounts = new Float64Array(paths.lines.length);
    expect(paths.pay(new Float64Array(6).fill(9), amounts)).toBe(false);
    expect([...amounts]).toEqual([0, Number.NaN]);
  });

  it('amounts that no double holds', () => {
    const { isQuick } = paid({ fees: [{ id: 'pieces', kind: 'unit_price', quantity: 'gmv', price: 1000 }] }, [
      { revenue: 2 ** 45 },
      { revenue: 0 },
    ]);
    expect(isQuick).toBe(false);
  });
});
