import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Kpi } from '../../src/contract/model.js';
import type { EvidenceDay, EvidencePeriod } from '../../src/evidence/model.js';
import { rational, sum, toExact } from '../../src/kernel/rational.js';
import { kpiBridge } from '../../src/outlook/kpi-bridge.js';
import { type SettledPeriod, settledPeriods } from '../../src/outlook/settled-period.js';
import { relationship, settleDays } from '../settlement/relationship.js';
import { tries } from '../tries.js';

/* Net sales of markets and currencies, in months of one day: what a bridge is made of is read from the formula. */
const measure = (of: string) => ({ definition: of, of, sum: 'amount', when: 'ts', currency: 'ccy', by: ['market'] });
const fact = (table: string) => ({ table, grain: ['id'], custodian: 'brand' });
const WORDS = {
  facts: {
    sales: fact('shop.sales'),
    returns: fact('shop.returns'),
    desk: fact('shop.desk'),
    rates: { ...fact('fx.daily'), grain: ['day', 'ccy'] },
  },
  measures: { paid: measure('sales'), back: measure('returns'), counter: measure('desk') },
  metrics: {
    net: { title: 'Net', formula: 'paid - back', unit: 'money', type: 'flow' },
    both: { title: 'Both', formula: '2 * (paid + counter) - back', unit: 'money', type: 'flow' },
    rate: { title: 'Rate', formula: 'back / paid', unit: 'number', type: 'ratio' },
  },
  fx: { fact: 'rates', date: 'day', currency: 'ccy', rate: 'rate', maxAgeDays: 3 },
};
const kpi = (id: string, bridge: readonly string[] | undefined) => ({
  ...{ id, metric: id, owner: 'provider', better: 'higher', weight: id === 'net' ? '40%' : '30%', target: 10 },
  ...(bridge === undefined ? {} : { bridge }),
});
const ALL = ['volume', 'mix', 'price', 'fx', 'refunds'];
const { terms } = relationship(
  { kpis: [kpi('net', ALL), kpi('both', ['price', 'fx']), kpi('rate', ['volume'])], fees: [{ id: 'base', kind: 'retainer', amount: 1 }] },
  WORDS,
);
const zero = { paid: '1', back: '1', counter: '1' };
const ledger = settleDays(terms, [], [{ asOf: '2026-03-06', values: { '2026-01': zero, '2026-02': zero } }]);
const at = settledPeriods(ledger, []);
const kpiOf = (id: string): Kpi => terms.contract.kpis.find((each) => each.id === id) as Kpi;

/** Of a measure, by market (null: all others) and currency: so many rows of so much together. */
type Cell = readonly [market: string | null, currency: string, rows: number, amount: string];
type Month = Readonly<Record<string, readonly Cell[]>>;

function monthOf(period: string, cells: Month, dollar: string): SettledPeriod {
  const settled = at(period);
  if (settled === null) throw new Error('no statement');
  const day = `${period}-10`;
  const measures = settled.evidence.measures.map(({ id }) => {
    const own = cells[id] ?? [];
    const days = ['EUR', 'USD'].flatMap((currency): EvidenceDay[] => {
      const parts = own.filter((cell) => cell[1] === currency).map(([market, , rows, value]) => ({ of: [market], rows, value }));
      const rows = parts.reduce((all, each) => all + each.rows, 0);
      const value = toExact(sum(parts.map((each) => rational(each.value))));
      return parts.length === 0 ? [] : [{ day, currency, rows, value, parts }];
    });
    return { id, rows: days.reduce((all, each) => all + each.rows, 0), nulls: 0, days };
  });
  const rates = [{ currency: 'EUR', day, rateDay: day, rate: dollar }];
  const evidence: EvidencePeriod = { ...settled.evidence, measures, variants: [], rates };
  return { ...settled, evidence };
}

const drivers = (id: string, now: SettledPeriod, then: SettledPeriod) => {
  const found = kpiBridge(kpiOf(id), now, then);
  return found === null || !found.told ? found : Object.fromEntries(found.drivers.map(({ driver, moved }) => [driver, toExact(moved)]));
};

describe('a bridge of a KPI', () => {
  const january = monthOf(
    '2026-01',
    {
      paid: [
        ['DE', 'EUR', 10, '100'],
        ['US', 'USD', 10, '100'],
      ],
      back: [['DE', 'EUR', 1, '10']],
      counter: [],
    },
    '2',
  );

  it('of a rate alone that moves is that rate: 100 EUR less 10, at 2 and at 2.5 dollars', () => {
    const dearer = monthOf(
      '2026-02',
      {
        paid: [
          ['DE', 'EUR', 10, '100'],
          ['US', 'USD', 10, '100'],
        ],
        back: [['DE', 'EUR', 1, '10']],
        counter: [],
      },
      '2.5',
    );
    expect(drivers('net', dearer, january)).toEqual({ volume: '0', mix: '0', price: '0', fx: '45', refunds: '0' });
  });

  it('of twice as much of everything is volume', () => {
    const twice = monthOf(
      '2026-02',
      {
        paid: [
          ['DE', 'EUR', 20, '200'],
          ['US', 'USD', 20, '200'],
        ],
        back: [['DE', 'EUR', 2, '20']],
        counter: [],
      },
      '2',
    );
    expect(drivers('net', twice, january)).toEqual({ volume: '280', mix: '0', price: '0', fx: '0', refunds: '0' });
  });

  it('with a new market moves by volume and mix alone', () => {
    const more = monthOf(
      '2026-02',
      {
        paid: [
          ['DE', 'EUR', 10, '100'],
          ['US', 'USD', 10, '100'],
          ['UK', 'USD', 10, '400'],
        ],
        back: [['DE', 'EUR', 1, '10']],
        counter: [],
      },
      '2',
    );
    expect(drivers('net', more, january)).toMatchObject({ price: '0', fx: '0', refunds: '0' });
  });

  it('is none of a ratio, nor of rows from which some are excluded', () => {
    expect(drivers('rate', january, january)).toEqual({ told: false, why: 'not-money' });
    const variants = january.evidence.measures.map((each) => ({ ...each, kpi: 'net' }));
    const kept = { ...january, evidence: { ...january.evidence, variants } };
    expect(drivers('net', kept, january)).toEqual({ told: false, why: 'excluded' });
  });
});

/** A short form for every run; `OUTLOOK_CASES=100000` for the long one. */
test('leaves nothing over, whatever parts and currencies there are, and whatever order they come in', () => {
  const amount = fc.integer({ min: -50, max: 400 }).map((cents) => `${cents / 4}`);
  const cell = fc.tuple(fc.constantFrom('DE', 'US', 'UK', null), fc.constantFrom('EUR', 'USD'), fc.integer({ min: 0, max: 9 }), amount);
  const cells = fc.uniqueArray(cell, { maxLength: 6, selector: ([market, currency]) => `${market} ${currency}` });
  const month = fc.record({ paid: cells, back: cells, counter: cells });
  const dollar = fc.integer({ min: 1, max: 40 }).map((tenths) => `${tenths / 8}`);
  fc.assert(
    fc.property(month, month, dollar, dollar, fc.constantFrom('net', 'both'), (before, after, old, current, id) => {
      const turned = (cellsOf: Month): Month =>
        Object.fromEntries(Object.entries(cellsOf).map(([name, own]) => [name, [...own].reverse()]));
      const told = kpiBridge(kpiOf(id), monthOf('2026-02', after, current), monthOf('2026-01', before, old));
      if (told === null || !told.told) throw new Error('not told');
      const net = (cellsOf: Month, rate: string) => {
        const of = (name: string) =>
          sum((cellsOf[name] ?? []).map(([, currency, , value]) => rational(value).mul(rational(currency === 'EUR' ? rate : '1'))));
        return id === 'net' ? of('paid').sub(of('back')) : of('paid').add(of('counter')).mul(2).sub(of('back'));
      };
      expect(toExact(sum(told.drivers.map(({ moved }) => moved)))).toBe(toExact(net(after, current).sub(net(before, old))));
      const again = kpiBridge(kpiOf(id), monthOf('2026-02', turned(after), current), monthOf('2026-01', turned(before), old));
      expect(again?.told === true ? again.drivers.map(({ moved }) => toExact(moved)) : null).toEqual(
        told.drivers.map(({ moved }) => toExact(moved)),
      );
    }),
    { numRuns: tries('OUTLOOK_CASES', 25) },
  );
});
