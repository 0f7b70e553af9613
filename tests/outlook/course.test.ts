import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../src/attainment/measures.js';
import { courseOf } from '../../src/outlook/course.js';
import { outlookOf } from '../../src/outlook/outlook.js';
import type { Fan } from '../../src/report/blocks.js';
import { chartHtml } from '../../src/report/html/charts.js';
import { outlookFans } from '../../src/report/outlook-fans.js';
import { relationship, settleDays } from '../settlement/relationship.js';
import { shopInput } from './shop.js';

describe('how a KPI has gone day by day', () => {
  const input = shopInput({ through: '2026-10-14' });
  const outlook = outlookOf(input);
  const { terms } = input.settlement;

  it('is to date on each day: as many as are gone, the last of them what it is now', () => {
    for (const { course, toDate } of outlook.kpis) {
      expect(course).toHaveLength(14);
      expect(Number(course.at(-1))).toBeCloseTo(Number(toDate), 5);
    }
    expect(outlookOf(shopInput({ through: '2026-09-30' })).kpis.map(({ course }) => course)).toEqual([[], []]);
  });

  it('adds up sums: 100, 100 and 40', () => {
    const kpi = { id: 'gmv', metric: 'gmv' };
    const { terms: of } = relationship({ fees: [{ id: 'base', kind: 'retainer', amount: 1 }] });
    const [entry] = settleDays(of, [], [{ asOf: '2026-02-06', values: { '2026-01': { revenue: '0' } } }]);
    const [january] = entry?.evidence.periods ?? [];
    if (january === undefined) throw new Error('no evidence');
    const days = ['100', '100', '40'].map((value, place) => ({ day: `2026-01-0${place + 1}`, rows: 1, value }));
    const evidence = { ...january, measures: january.measures.map((each) => ({ ...each, days })) };
    const running = { words: vocabulary(of.contract, of.definitions), evidence, rules: [], spans: [] };
    expect(courseOf(running, kpi, '2026-01-03')).toEqual(['100', '200', '240']);
    expect(courseOf(running, kpi, null)).toEqual([]);
  });

  it('is drawn on pages, with every figure of it in the table', () => {
    const blocks = outlookFans(outlook, terms, 'en');
    const chart = blocks.find((block) => block.kind === 'chart');
    if (chart?.kind !== 'chart' || chart.chart.shape !== 'fan') throw new Error('no fan');
    expect(chart.chart.fans.map(({ label, days }) => [label, days])).toEqual([
      ['GMV', 31],
      ['ROAS', 31],
    ]);
    expect(chart.table.rows).toHaveLength(14);
    const cells = chart.table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.map(({ text }) => text)));
    const drawn = chart.chart.fans.flatMap(({ course }) => course.flatMap((value) => value?.text ?? []));
    expect(drawn.filter((text) => !cells.includes(text))).toEqual([]);
    expect(outlookFans(outlookOf(shopInput({ through: '2026-09-30' })), terms, 'zh')).toEqual([]);
  });
});

describe('a fan', () => {
  const at = (value: string) => ({ value, text: value });
  const fan: Fan = {
    label: 'KPI',
    days: 3,
    course: [at('10')],
    end: {
      outer: { from: '0', to: '40', text: 'outer' },
      inner: { from: '10', to: '30', text: 'inner' },
      expected: at('20'),
      target: at('20'),
    },
  };
  const html = (each: Fan) => chartHtml('Fans', { shape: 'fan', fans: [each] });

  /*
   * 132 units for −1.6 to 41.6, a twenty-fifth of room at either end: v stands at 136 − 132 (v + 1.6) ÷ 43.2. 10 at 100.6, 0 at 131.1, 40 at 8.9,
   * 20 at 70, 30 at 39.4; the first day at 10, the last at 990.
   */
  it('opens from the last day that is known to where it may end', () => {
    expect(html(fan)).toContain('<polygon class="outer" points="10,100.6 990,131.1 990,8.9"/>');
    expect(html(fan)).toContain('<polygon class="inner" points="10,100.6 990,100.6 990,39.4"/>');
    expect(html(fan)).toContain('<polyline class="ahead" points="10,100.6 990,70"/>');
    expect(html(fan)).toContain('<line class="target" x1="0" x2="1000" y1="70" y2="70"/>');
    // a day that is not known is no point of the line
    expect(html({ ...fan, course: [at('10'), null, at('20')] })).toContain('<polyline class="line" points="10,100.6 990,70"/>');
  });

  it('is none before a day is known', () => {
    expect(html({ ...fan, course: [] })).toBe('');
    expect(html({ ...fan, course: [null] })).toBe('');
  });
});
