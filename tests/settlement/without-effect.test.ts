import { describe, expect, test } from 'vitest';
import { idleAcknowledgements } from '../../src/settlement/without-effect.js';
import { definitions, relationship, settleDays } from './relationship.js';

/* January is settled at 100 and measured at 300 in February: +200, which costs the brand, waits for its review. */
const clauses = {
  term: { from: '2026-01-01', to: '2026-03-31' },
  fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }],
};
const words = {
  ...definitions(true),
  reconcile: [{ id: 'ads-vs-sales', left: 'revenue', right: 'spend', tolerance: '5%', onBreach: 'hold' }],
};
const days = [
  { asOf: '2026-02-05', values: { '2026-01': { revenue: '1000', spend: '1000' } } },
  { asOf: '2026-03-05', values: { '2026-01': { revenue: '3000', spend: '3000' }, '2026-02': { revenue: '0', spend: '0' } } },
];

function idle(party: 'brand' | 'provider', acknowledges: readonly string[], date = '2026-03-06'): string[] {
  const review = { kind: 'review', party, period: '2026-02', findings: ['f'], actions: ['a'], acknowledges };
  const { terms, events } = relationship({ ...clauses, kpis: KPIS }, words, { [`${date}-v.yaml`]: review });
  const ledger = settleDays(terms, [], days);
  return idleAcknowledgements(terms, events, ledger).map(({ id, waiting }) => `${id}: ${waiting.join(' ')}`);
}

const KPIS = [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 5 }];
const WAITS = 'true-up/2026-01/sales (brand)';

describe('what a review acknowledges without effect', () => {
  test('a true-up that waits for the other party, or does not wait', () => {
    expect(idle('brand', ['true-up/2026-01/sales'])).toEqual([]);
    expect(idle('provider', ['true-up/2026-01/sales'])).toEqual([`true-up/2026-01/sales: ${WAITS}`]);
    expect(idle('brand', ['true-up/2026-02/sales'])).toEqual([`true-up/2026-02/sales: ${WAITS}`]);
  });

  test('a true-up that was listed later: a review counts from that statement on', () => {
    expect(idle('brand', ['true-up/2026-01/sales'], '2026-03-04')).toEqual([`true-up/2026-01/sales: ${WAITS}`]);
  });

  test('an anomaly of a settled day that no statement lists, or of a day that is not over; one of a day since may still be found', () => {
    expect(idle('brand', ['revenue@2026-01-20'])).toEqual([`revenue@2026-01-20: ${WAITS}`]);
    expect(idle('brand', ['revenue@2026-03-02'])).toEqual([]);
    expect(idle('brand', ['revenue@2026-03-06', 'revenue@2026-05-01'])).toEqual([
      `revenue@2026-03-06: ${WAITS}`,
      `revenue@2026-05-01: ${WAITS}`,
    ]);
  });

  test('a reconciliation that holds: data release it, no review', () => {
    expect(idle('brand', ['ads-vs-sales'])).toEqual([`ads-vs-sales: ${WAITS}`]);
  });
});
