import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Kpi } from '../../src/contract/model.js';
import { rational, sum, toExact } from '../../src/kernel/rational.js';
import { bridgeBy } from '../../src/outlook/bridge.js';
import { treeSince } from '../../src/outlook/kpi-tree.js';
import { type SettledPeriod, settledPeriod } from '../../src/outlook/settled-period.js';
import { whyOf } from '../../src/outlook/why.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { whyBlocks } from '../../src/report/why.js';
import { whyBrief } from '../../src/report/why-brief.js';
import { relationship, settleDays, type Values } from '../settlement/relationship.js';
import { tries } from '../tries.js';

/*
 * ROAS = order value × conversion ÷ cost of a click; order value = items of an order × price of an item. By hand:
 *   January: 100 orders of 200 items come to 4,000; 2,000 clicks cost 1,000. 40 × 5% ÷ 0.50 = 4.0; 40 = 2 × 20.
 *   February: 100 orders of 200 items come to 4,000; 2,500 clicks cost 1,250. 40 × 4% ÷ 0.50 = 3.2.
 * Conversion alone moved, so it moved all of −0.8.
 */
const SALES = { table: 'shop.sales', grain: ['id'], custodian: 'brand' };
const measure = (column: string) => ({ definition: column, of: 'sales', sum: column, when: 'ts' });
const metric = (formula: string) => ({ title: formula, formula, unit: 'number', type: 'ratio' });
const WORDS = {
  facts: { sales: SALES },
  measures: Object.fromEntries(['revenue', 'spend', 'orders', 'items', 'clicks'].map((id) => [id, measure(id)])),
  metrics: {
    roas: metric('revenue / spend'),
    aov: metric('revenue / orders'),
    conversion: metric('orders / clicks'),
    cpc: metric('spend / clicks'),
    basket: metric('items / orders'),
    price: metric('revenue / items'),
  },
  tree: { roas: ['aov', 'conversion', { per: 'cpc' }], aov: ['basket', 'price'] },
};
const kpi = (id: string, target: number, weight: string) => ({ id, metric: id, owner: 'provider', better: 'higher', weight, target });
const KPIS = [kpi('roas', 4, '40%'), kpi('basket', 2, '20%'), kpi('price', 20, '20%'), kpi('conversion', 0.05, '20%')];
const FEES = [{ id: 'base', kind: 'retainer', amount: 100 }];
const JANUARY = { revenue: '4000', spend: '1000', orders: '100', items: '200', clicks: '2000' };
const FEBRUARY = { ...JANUARY, spend: '1250', clicks: '2500' };

function settled(values: Values, words: object = WORDS, kpis: readonly object[] = KPIS, watch: readonly string[] = []) {
  const clauses = { kpis, fees: FEES, ...(watch.length === 0 ? {} : { watch }) };
  const { terms } = relationship(clauses, words as Readonly<Record<string, unknown>>);
  return { terms, entries: settleDays(terms, [], [{ asOf: '2026-03-06', values }]) };
}

const { terms, entries } = settled({ '2026-01': JANUARY, '2026-02': FEBRUARY });

function nodesOf(against: 'previous' | 'target', from = entries) {
  const tree = whyOf({ entries: from, events: [], period: '2026-02', against })?.kpis[0]?.tree;
  return {
    than: tree?.than,
    untold: tree?.untold,
    nodes: tree?.nodes.map((node) => [node.depth, node.metric, node.movedExact ?? node.moved]),
  };
}

describe('a tree', () => {
  it('is told down to its last factors; only conversion moved, so all moved with it', () => {
    const told = [
      [0, 'aov', '0'],
      [1, 'basket', '0'],
      [1, 'price', '0'],
      [0, 'conversion', '-0.8'],
      [0, 'cpc', '0'],
    ];
    expect(nodesOf('previous')).toEqual({ than: { period: '2026-01', value: '4' }, untold: null, nodes: told });
  });

  it('against a target: by the targets of its factors; one that has none is what the others leave: 40 × 5% ÷ 4 = 0.50', () => {
    const { than, nodes } = nodesOf('target');
    expect(than).toEqual({ period: null, value: '4' });
    expect(nodes?.map(([, id, moved]) => `${id} ${moved}`)).toEqual(['aov 0', 'basket 0', 'price 0', 'conversion -0.8', 'cpc 0']);
  });

  it('says so in its page and in three lines of the scorecard, in words that claim nothing', () => {
    const why = whyOf({ entries, events: [], period: '2026-02', against: 'target' });
    if (why === null) throw new Error('no statement');
    const page = renderMarkdown(whyBlocks(why, terms, 'en'), 'en');
    expect(page).toContain('| – – **items / orders** · `basket` | 2 | 2 | 0.0000 |');
    expect(page).toContain('| – **÷ spend / clicks** · `cpc` | 0.5 | 0.5 | 0.0000 |');
    expect(page).toContain('target 4, missed · compared with the targets');
    const brief = renderMarkdown(whyBrief(why, terms, 'en'), 'en');
    expect(brief).toContain(
      '-0.8000 against its target: -0.8000 moved with orders / clicks, 0.0000 moved with revenue / orders, 0.0000 moved with ÷ spend / clicks',
    );
    expect(renderMarkdown(whyBrief(why, terms, 'zh'), 'zh')).toContain('较目标 -0.8000，随 orders / clicks 变动 -0.8000');
  });

  it('with two factors without a target is told against the last period that reached it', () => {
    const few = settled({ '2026-01': JANUARY, '2026-02': FEBRUARY }, WORDS, [kpi('roas', 4, '50%'), kpi('aov', 40, '50%')]);
    expect(nodesOf('target', few.entries).than).toEqual({ period: '2026-01', value: '4' });
  });

  it('whose factors have targets that do not make its own is none of them', () => {
    const all = [...KPIS.slice(1), kpi('cpc', 1, '10%')].map((each) => ({ ...each, weight: '15%' }));
    const other = settled({ '2026-01': JANUARY, '2026-02': FEBRUARY }, WORDS, [kpi('roas', 4, '40%'), ...all]);
    expect(nodesOf('target', other.entries).than).toMatchObject({ period: '2026-01' });
  });

  it('is not told where a factor cannot be computed; the measures are', () => {
    const none = settled({ '2026-01': JANUARY, '2026-02': { ...FEBRUARY, clicks: '0' } }, WORDS, [kpi('roas', 4, '100%')]);
    const why = whyOf({ entries: none.entries, events: [], period: '2026-02', against: 'previous' });
    expect(why?.kpis[0]).toMatchObject({ untold: null, tree: { than: null, nodes: [], untold: 'undefined' } });
    if (why === null) throw new Error('no statement');
    expect(renderMarkdown(whyBlocks(why, none.terms, 'en'), 'en')).toContain(
      'Its tree is not told: a factor is unknown in one of the periods.',
    );
  });

  it('that comes back to itself is taken apart once', () => {
    const round = { ...WORDS, tree: { roas: ['aov', 'conversion', { per: 'cpc' }], aov: ['roas', { per: 'conversion' }, 'cpc'] } };
    const back = settled({ '2026-01': JANUARY, '2026-02': FEBRUARY }, round, [kpi('roas', 4, '100%')], ['basket', 'price']);
    expect(nodesOf('previous', back.entries).nodes?.map(([depth]) => depth)).toEqual([0, 0, 0]);
  });
});

test('what the leaves of a tree moved is the difference, and a node is what is below it', () => {
  const whole = fc.integer({ min: 1, max: 9999 }).map(String);
  const month = fc.record({ revenue: whole, spend: whole, orders: whole, items: whole, clicks: whole });
  const [roas] = terms.contract.kpis;
  const period = (place: number): SettledPeriod => {
    const entry = entries[place];
    const found = entry === undefined ? null : settledPeriod(entry, entries.slice(0, place), []);
    if (found === null) throw new Error('no period');
    return found;
  };
  const withValues = (at: SettledPeriod, values: Readonly<Record<string, string>>): SettledPeriod => ({
    ...at,
    evidence: {
      ...at.evidence,
      measures: at.evidence.measures.map((each) => ({
        ...each,
        days: each.days.map((day) => ({ ...day, value: values[each.id] ?? '0' })),
      })),
    },
  });
  const [then, now] = [period(0), period(1)];
  fc.assert(
    fc.property(month, month, (before, after) => {
      const tree = treeSince(roas as Kpi, withValues(now, after), withValues(then, before));
      if (tree === null || !tree.told) throw new Error('not told');
      const moved = (ids: readonly string[]) =>
        toExact(sum(tree.moves.nodes.flatMap((node) => (ids.includes(node.metric) ? [node.moved] : []))));
      const ratio = (values: typeof before) => rational(values.revenue).div(rational(values.spend));
      expect(moved(['basket', 'price', 'conversion', 'cpc'])).toBe(toExact(ratio(after).sub(ratio(before))));
      expect(moved(['basket', 'price'])).toBe(moved(['aov']));
    }),
    { numRuns: tries('OUTLOOK_CASES', 50) },
  );
});

test('a bridge by some drivers: the others are one, and nothing is left over', () => {
  const side = (units: string, gross: string, converted: string, net: string) => ({
    units: rational(units),
    gross: rational(gross),
    converted: rational(converted),
    net: rational(net),
  });
  const segments = [
    { id: 'DE', before: side('600', '30000', '30000', '28500'), after: side('550', '28600', '28600', '26884') },
    { id: 'US', before: side('400', '24000', '21600', '19872'), after: side('550', '31900', '30305', '27274.5') },
    { id: 'UK', before: null, after: side('10', '500', '600', '600') },
  ];
  const parts = bridgeBy(segments, ['price', 'volume']);
  expect([...parts.keys()]).toEqual(['volume', 'price', 'rest']);
  expect(toExact(sum([...parts.values()]))).toBe('6386.5');
});
