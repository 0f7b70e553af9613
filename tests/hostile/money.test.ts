import { describe, expect, test } from 'vitest';
import { type Day, relationship, settleDays, statementOf, type Values } from '../settlement/relationship.js';

/*
 * What one party can do to the money by itself: withhold the data that it keeps, and file what it may file alone. Tried with the source
 * at hand on the kinds of fees that came late (rebate, unit price, pass-through, guarantee) and on gates, penalties and wagers beside
 * them. Every figure is worked out by hand: whoever withholds never gains by it, and what is disputed only waits.
 */

type Clauses = Parameters<typeof relationship>[0];
type Events = Parameters<typeof relationship>[2];

const sum = (of: string) => ({ definition: of, of, sum: 'amount', when: 'ts' });
const flow = (formula: string, unit: string) => ({ title: formula, formula, unit, type: 'flow' });
/** The brand keeps the sales, the agency the ads and the leads. */
const WORDS = {
  facts: {
    sales: { table: 'shop.sales', grain: ['id'], custodian: 'brand' },
    ads: { table: 'ads.cost', grain: ['id'], custodian: 'provider' },
    visits: { table: 'ads.visits', grain: ['id'], custodian: 'provider' },
  },
  measures: { revenue: sum('sales'), spend: sum('ads'), clicks: sum('visits') },
  metrics: {
    gmv: flow('revenue', 'money'),
    cost: flow('spend', 'money'),
    leads: flow('clicks', 'number'),
    roas: { title: 'ROAS', formula: 'revenue / spend', unit: 'number', type: 'ratio' },
  },
};
const TERMS: Clauses = {
  term: { from: '2026-01-01', to: '2026-06-30' },
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 1 },
  kpis: [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 3 }],
  watch: ['gmv', 'cost', 'leads'],
};

const retainer = { id: 'base', kind: 'retainer', amount: 3000 };
const rebate = { id: 'back', kind: 'rebate', base: 'cost', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' };
const sales = { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' };
const penalty = { id: 'late', kind: 'penalty', of: 'base', by: 'roas', bands: { '80%': '50%' } };
const stake = {
  id: 'bet',
  kind: 'wager',
  metric: 'leads',
  better: 'higher',
  target: 900,
  over: 'quarter',
  deadband: 0,
  stake: 2000,
  onEarlyEnd: 'void',
};
const media = { id: 'media', kind: 'pass_through', cost: 'cost', upTo: 8000 };
const floor = { id: 'floor', kind: 'guarantee', amount: 4000, recoverable: true };
const gate = (metric: string, fee: string) => ({ gates: [{ id: 'enough', metric, atLeast: 10, blocks: [fee] }] });

const USUAL = { revenue: '60000', spend: '10000', clicks: '100' };
const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
const DAYS = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}-05`);

/** A term in which every month is as usual but those that are named. */
function ledgerOf(fees: readonly object[], other: Values, { more = {}, events = {} }: { more?: Clauses; events?: Events } = {}) {
  const used = JSON.stringify([fees, more]);
  const watch = ['gmv', 'cost', 'leads'].filter((metric) => !used.includes(`"${metric}"`));
  const { terms, events: known } = relationship({ ...TERMS, watch, fees, ...more }, WORDS, events);
  const values = Object.fromEntries(MONTHS.map((month) => [month, { ...USUAL, ...other[month] }]));
  return settleDays(
    terms,
    known,
    DAYS.map((asOf): Day => ({ asOf, values })),
  );
}

/** All that a line comes to in the end for the months named: settled and trued up. */
function comesTo(ledger: ReturnType<typeof ledgerOf>, line: string, ...months: readonly string[]): string[] {
  return months.map((month) => {
    const amounts = ledger.flatMap(({ statement }) =>
      statement.lines
        .filter(({ id }) => id === `true-up/${month}/${line}` || (id === line && statement.period === month))
        .map(({ amount }) => Number(amount)),
    );
    return amounts.reduce((all, each) => all + each, 0).toFixed(2);
  });
}

/** Data of March and April that never come. */
const without = (...measures: readonly string[]): Values =>
  Object.fromEntries(['2026-03', '2026-04'].map((month) => [month, Object.fromEntries(measures.map((id) => [id, null]))]));

describe('as a malicious agency', () => {
  test('withholds the spend that its rebate is of: it gives back what it usually does', () => {
    expect(comesTo(ledgerOf([retainer, rebate], without('spend')), 'back', '2026-02', '2026-03', '2026-04')).toEqual([
      '-1000.00',
      '-1000.00',
      '-1000.00',
    ]);
  });

  test('withholds the data of the gate as well, which would let no rebate through', () => {
    const ledger = ledgerOf([retainer, rebate], without('spend', 'clicks'), { more: gate('leads', 'back') });
    expect(comesTo(ledger, 'back', '2026-03', '2026-04')).toEqual(['-1000.00', '-1000.00']);
  });

  test('withholds the data of a penalty and of the gate that would spare it', () => {
    // ROAS cannot be known, so it scores 0: half of 3000.
    const ledger = ledgerOf([retainer, penalty], without('spend', 'clicks'), { more: gate('leads', 'late') });
    expect(comesTo(ledger, 'late', '2026-03', '2026-04')).toEqual(['-1500.00', '-1500.00']);
  });

  test('withholds the leads of a bet that it is losing, and which is won on target', () => {
    // 300 of 900 leads: −2000 by the quarter's end. With March and April withheld both quarters are decided: nobody owes anything.
    expect(comesTo(ledgerOf([retainer, stake], {}), 'bet', '2026-03', '2026-06')).toEqual(['-2000.00', '-2000.00']);
    expect(comesTo(ledgerOf([retainer, stake], without('clicks')), 'bet', '2026-03', '2026-06')).toEqual(['0.00', '0.00']);
  });

  test('withholds the quantity that it is paid by', () => {
    const unit = { id: 'leads', kind: 'unit_price', quantity: 'leads', price: 10 };
    expect(comesTo(ledgerOf([retainer, unit], without('clicks')), 'leads', '2026-02', '2026-03', '2026-04')).toEqual([
      '1000.00',
      '0.00',
      '0.00',
    ]);
  });

  test('acknowledges by itself what its cost exceeds the limit by', () => {
    const review = { kind: 'review', party: 'provider', period: '2026-01', findings: ['f'], acknowledges: ['excess/2026-01/media'] };
    const ledger = ledgerOf([retainer, media], {}, { events: { '2026-02-05-r.yaml': review } });
    expect(comesTo(ledger, 'media', '2026-01')).toEqual(['8000.00']);
    expect(comesTo(ledger, 'media/excess', '2026-01')).toEqual(['0.00']);
  });

  test('disputes its own rebate and escalates: it waits twice thirty days, and is given back', () => {
    const dispute = { kind: 'dispute', party: 'provider', period: '2026-02', line: 'back', claimed: 0, reason: 'x', evidence: ['list'] };
    const events = {
      '2026-03-05-d.yaml': dispute,
      '2026-03-06-e.yaml': { kind: 'escalation', party: 'provider', answers: '2026-03-05-d.yaml' },
    };
    const ledger = ledgerOf([retainer, rebate], {}, { events });
    expect(statementOf(ledger, '2026-02').total).toBe('3000.00');
    // It lapses on 4 May, so that April's statement, of 5 May, has it.
    expect(statementOf(ledger, '2026-04').total).toBe('1000.00');
    expect(comesTo(ledger, 'back', '2026-02')).toEqual(['-1000.00']);
  });
});

describe('as a malicious brand', () => {
  test('withholds the sales under a recoverable guarantee: what it drew, and what was taken back for that, comes back', () => {
    const ledger = ledgerOf([sales, floor], { '2026-03': { revenue: null } });
    // March is paid 4000 by the guarantee, of which April and May take back 2000 each; then the mean of 6000 is decided.
    expect(['2026-03', '2026-04', '2026-05'].map((period) => statementOf(ledger, period).total)).toEqual(['4000.00', '4000.00', '4000.00']);
    expect(statementOf(ledger, '2026-06').total).toBe('12000.00');
    expect(comesTo(ledger, 'floor', '2026-03')).toEqual(['0.00']);
    expect(comesTo(ledger, 'floor/recovery', '2026-04', '2026-05')).toEqual(['0.00', '0.00']);
  });

  test('withholds what a rebate is of, and its gate: it is given nothing', () => {
    const own = { ...rebate, base: 'gmv' };
    const ledger = ledgerOf([retainer, own], without('revenue'), { more: gate('gmv', 'back') });
    expect(comesTo(ledger, 'back', '2026-02', '2026-03', '2026-04')).toEqual(['-6000.00', '0.00', '0.00']);
  });

  test('withholds what a penalty is by, and its gate: nothing is deducted', () => {
    const ledger = ledgerOf([retainer, penalty], without('revenue'), { more: gate('gmv', 'late') });
    expect(comesTo(ledger, 'late', '2026-03', '2026-04')).toEqual(['0.00', '0.00']);
  });

  test('disputes media that the agency fronted: it waits thirty days, and is paid', () => {
    const dispute = { kind: 'dispute', party: 'brand', period: '2026-02', line: 'media', claimed: 0, reason: 'x', evidence: ['list'] };
    const ledger = ledgerOf([retainer, media], {}, { events: { '2026-03-05-d.yaml': dispute } });
    expect(['2026-02', '2026-03'].map((period) => statementOf(ledger, period).total)).toEqual(['3000.00', '19000.00']);
  });
});
