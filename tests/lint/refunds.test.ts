import { describe, expect, test } from 'vitest';
import { namesReturns } from '../../src/contract/lint/formulas.js';
import type { Filter, Measure, Metric } from '../../src/contract/model.js';
import { always, commission, fees, found, measure, metric, steps, terms } from './build-terms.js';

describe('period-tiers-with-refunds', () => {
  const tiers = (fee: ReturnType<typeof commission>) => found(terms({ contract: { fees: fees(fee) } }));
  test('tiers per period on a base net of refunds', () => {
    const params = { fee: 'sales', tiers: 2, measure: 'refunded' };
    expect(tiers(commission({ accumulate: 'period' }))).toEqual([{ code: 'period-tiers-with-refunds', line: 43, params }]);
  });
  test('one rate, or tiers over the term, are fine', () => {
    expect(tiers(commission({ accumulate: 'period', tiers: always(steps('0', '0.05')) }))).toEqual([]);
    expect(tiers(commission({ accumulate: 'period', tiers: always(steps('0', '0.05', '100000', '0.05')) }))).toEqual([]);
    expect(tiers(commission({ accumulate: 'term' }))).toEqual([]);
  });
  test('a base that costs are taken off is fine', () => {
    const clean = terms().definitions;
    const margin = metric({
      id: 'margin',
      formula: { op: '-', left: { measure: 'paid_revenue' }, right: { measure: 'ad_cost' } },
      text: 'paid_revenue - ad_cost',
      type: 'flow',
    });
    const contract = { fees: fees(commission({ base: 'margin', accumulate: 'period' })) };
    const issues = found(terms({ contract, definitions: { metrics: [...clean.metrics, margin] } }));
    expect(issues.map(({ code }) => code)).not.toContain('period-tiers-with-refunds');
  });
});

describe('refunds-netted-twice', () => {
  const text = (value: string) => ({ type: 'string', value }) as const;
  const netted = (where: Filter, more: readonly Metric[] = [], changes: Partial<Measure> = {}) => {
    const clean = terms().definitions;
    const measures = clean.measures.map((one) => (one.id === 'paid_revenue' ? measure({ where, ...changes }) : one));
    return found(terms({ definitions: { measures, metrics: [...clean.metrics, ...more] } }));
  };
  const twice = (filter: string) => {
    const params = { metric: 'net_revenue', measure: 'paid_revenue', refund: 'refunded', filter };
    return [{ code: 'refunds-netted-twice', line: 20, params }];
  };

  test('a status that leaves refunded rows out', () => {
    const where: Filter = { all: [{ column: 'status', op: 'notIn', values: [text('void'), text('refunded')] }] };
    expect(netted(where)).toEqual(twice('status not refunded'));
  });
  test('a flag, or a date of return', () => {
    expect(netted({ column: 'is_returned', op: 'eq', value: { type: 'boolean', value: false } })).toEqual(twice('is_returned false'));
    expect(netted({ column: 'refunded_at', op: 'isNull', value: true })).toEqual(twice('refunded_at isNull true'));
  });
  test('a list of wanted states, another status, an alternative, and the opposite flag say nothing', () => {
    expect(netted({ column: 'status', op: 'in', values: [text('approved'), text('shipped')] })).toEqual([]);
    expect(netted({ column: 'status', op: 'notIn', values: [text('void')] })).toEqual([]);
    expect(
      netted({
        any: [
          { column: 'refunded_at', op: 'isNull', value: true },
          { column: 'vip', op: 'isNull', value: false },
        ],
      }),
    ).toEqual([]);
    expect(netted({ column: 'is_test', op: 'eq', value: { type: 'boolean', value: false } })).toEqual([]);
    expect(netted({ column: 'refunded_at', op: 'isNull', value: false })).toEqual([]);
  });
  test('a metric built on it is not reported again', () => {
    const half = metric({
      id: 'half',
      formula: { op: '*', left: { metric: 'net_revenue' }, right: { number: '0.5' } },
      text: 'net_revenue * 0.5',
      type: 'flow',
    });
    expect(netted({ column: 'refunded_at', op: 'isNull', value: true }, [half])).toEqual(twice('refunded_at isNull true'));
  });
});

describe('names that speak of returns', () => {
  test.each([
    'refunded',
    'refund_amount',
    'order_returns',
    'shopReturns',
    'chargebacks',
    'cancelled',
    'canceled_at',
    'cancellations',
    'reversals',
  ])('%s', (name) => {
    expect(namesReturns(name)).toBe(true);
  });
  test.each(['returning_customers', 'revenue', 'fund', 'void', 'paid'])('not %s', (name) => {
    expect(namesReturns(name)).toBe(false);
  });
});

describe('float-money', () => {
  const typed = (type: string, column = 'item_value') => found({ terms: terms(), columnTypes: [{ fact: 'orders', column, type }] });
  test.each(['DOUBLE', 'FLOAT', 'FLOAT64', 'real'])('%s', (type) => {
    const params = { measure: 'paid_revenue', column: 'item_value', type };
    expect(typed(type)).toEqual([{ code: 'float-money', line: 10, params }]);
  });
  test.each(['DECIMAL(18,2)', 'NUMERIC', 'INTEGER', 'VARCHAR'])('not %s', (type) => expect(typed(type)).toEqual([]));
  test('a column that is not summed may be anything', () => expect(typed('DOUBLE', 'latitude')).toEqual([]));
});
