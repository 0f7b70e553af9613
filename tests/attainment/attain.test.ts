import { describe, expect, it } from 'vitest';
import { type Attainment, attain } from '../../src/attainment/attain.js';
import type { LateDuties } from '../../src/attainment/duties.js';
import { scoreIn } from '../../src/attainment/kpis.js';
import type { EventOf } from '../../src/contract/event-kinds/event-kinds.js';
import type { Terms } from '../../src/contract/model.js';
import type { EvidencePeriod } from '../../src/evidence/model.js';
import { termPeriods } from '../../src/kernel/period.js';
import { rational, toDecimal } from '../../src/kernel/rational.js';
import { calendarOf } from '../../src/query/build.js';
import { definitions, relationship } from '../settlement/relationship.js';

/*
 * January: sales of 800 of a target of 1,000, ads for 400, so that each unit of them has sold for 2 of a target of 4. Weights of 50%: the
 * composite is 65%.
 */
const kpi = (id: string, target: number) => ({ id, metric: id, owner: 'provider', better: 'higher', weight: '50%', target });
const given = (target: number) =>
  relationship({ kpis: [kpi('gmv', target), kpi('roas', 4)], fees: [{ id: 'base', kind: 'retainer', amount: 1 }] }, definitions(true))
    .terms;
const terms = given(1000);
const [january] = termPeriods(terms.contract.term, 'month');
if (january === undefined) throw new Error('no January');

const measure = (id: string, value: string) => ({ id, rows: 1, nulls: 0, days: [{ day: '2026-01-10', rows: 1, value }] });
const fact = (id: string, complete = true) => ({
  ...{ id, complete, freshAt: complete ? '2026-02-01T00:00:00Z' : '2026-01-20T00:00:00Z' },
  scans: [{ column: 'ts', rows: 1, nullWhen: 0, duplicateKeys: 0, repeatedKeys: [] }],
});
const EVIDENCE: EvidencePeriod = {
  ...{ period: '2026-01', inForce: january.inForce, calendar: calendarOf({ terms, inForce: january.inForce }), terms: 't' },
  ...{ exclusions: [], facts: [fact('sales'), fact('ads')], rates: [], variants: [] },
  measures: [measure('revenue', '800'), measure('spend', '400')],
};

type Rest = { terms?: Terms; evidence?: Partial<EvidencePeriod>; exclusions?: readonly object[]; late?: LateDuties };

function attained({ terms: own = terms, evidence = {}, exclusions = [], late = new Map() }: Rest = {}): Attainment {
  return attain(own, january as NonNullable<typeof january>, { ...EVIDENCE, ...evidence }, exclusions as EventOf<'exclusion'>[], late);
}

function scores(rest: Rest = {}): string {
  return attained(rest)
    .kpis.map((outcome) => {
      const score = scoreIn(outcome);
      return `${outcome.kpi.id} ${score === null ? outcome.state : toDecimal(score)}`;
    })
    .join(', ');
}

describe('a period is scored', () => {
  it('on its measures, for what it is and was measured on', () => {
    const found = attained();
    expect(scores()).toBe('gmv 0.8, roas 0.5');
    expect([found.period, found.evidence.measures]).toEqual([january, EVIDENCE.measures]);
  });

  it('of each KPI on the rows that its own exclusions leave, of a measure that none touches on all', () => {
    // by rows of 500 of sales: 50% of 1,000; by rows of 1,200 and all 400 of ads: 3 of 4
    const variants = [
      { kpi: 'roas', ...measure('revenue', '1200') },
      { kpi: 'gmv', ...measure('spend', '1') },
      { kpi: 'gmv', ...measure('revenue', '500') },
    ];
    expect(scores({ evidence: { variants } })).toBe('gmv 0.5, roas 0.75');
  });

  // The measures are the very ones that have been scored before: nothing of that may be told again where anything else differs.
  it('anew where anything but the measures differs', () => {
    const waive = { kind: 'exclusion', file: 'w', kpis: ['gmv'], treatment: { kind: 'waive', periods: ['2026-01'], scoreAs: 'none' } };
    const half = { kind: 'prorate', window: { dates: { from: '2026-01-01', to: '2026-01-15' } } };
    const late = (owes: 'brand' | 'provider', scoreAs: string): LateDuties =>
      new Map([['gmv', { owes, duty: 'photos', scoreAs: rational(scoreAs) }]]);
    const pays = (given: LateDuties) =>
      attained({ late: given }).kpis.map(({ pay }) => (pay.kind === 'score' ? toDecimal(pay.score) : '-'));

    expect(scores()).toBe('gmv 0.8, roas 0.5');
    expect(scores({ terms: given(1600) })).toBe('gmv 0.5, roas 0.5');
    expect(scores({ evidence: { facts: [fact('sales'), fact('ads', false)] } })).toBe('gmv 0.8, roas held');
    expect(scores({ exclusions: [waive] })).toBe('gmv waived, roas 0.5');
    // 16 of 31 days remain: 800 of 1,000 × 16 ÷ 31 is more than 100%, its cap
    expect(scores({ exclusions: [{ ...waive, treatment: half }] })).toBe('gmv 1, roas 0.5');
    expect(scores({ late: late('provider', '0') })).toBe('gmv 0, roas 0.5');
    expect(pays(late('brand', '0.9'))).toEqual(['0.9', '0.5']);
    expect(pays(late('brand', '0.95'))).toEqual(['0.95', '0.5']);
    const cut = { ...january, inForce: { from: '2026-01-01', to: '2026-01-30' } };
    expect(attain(terms, cut, EVIDENCE, [], new Map()).period).toBe(cut);
    expect(scores()).toBe('gmv 0.8, roas 0.5');
  });

  it('once, where only the hour differs at which complete data were loaded', () => {
    const later = { ...fact('sales'), freshAt: '2026-02-03T00:00:00Z' };
    expect(attained({ evidence: { facts: [later, fact('ads')] } }).kpis).toBe(attained().kpis);
    // of data that are not complete it is told until when they reach
    const [first, second] = ['2026-01-20T00:00:00Z', '2026-01-21T00:00:00Z'].map((freshAt) =>
      attained({ evidence: { facts: [{ ...fact('sales', false), freshAt }, fact('ads')] } }).kpis[0]?.reasons.map(
        (each) => each.with.freshAt,
      ),
    );
    expect([first, second]).toEqual([['2026-01-20T00:00:00Z'], ['2026-01-21T00:00:00Z']]);
  });
});
