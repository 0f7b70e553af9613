import { describe, expect, test } from 'vitest';
import type { EvidencePeriod } from '../../src/evidence/model.js';
import { measureFiles, only, sumText, texts } from '../shell/data-folder.js';
import { april, filesOf, type Scenario, termsOf } from './scenario.js';
import { SHOP, SHOPIFY_SCENARIOS, type Shop, shopify } from './shopify-rows.js';

async function measured(scenario: Scenario): Promise<EvidencePeriod> {
  const [found] = only(await measureFiles(filesOf(scenario.tables), [april(termsOf(scenario))])).periods;
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

const value = ({ measures }: EvidencePeriod, id: string): string =>
  sumText(measures.find((measure) => measure.id === id)?.days.map((day) => day.value ?? '0') ?? []);
const nulls = ({ measures }: EvidencePeriod, id: string): number | undefined => measures.find((measure) => measure.id === id)?.nulls;

describe.each(SHOPIFY_SCENARIOS)('$name', (scenario) => {
  test('April by hand', async () => {
    const found = await measured(scenario);
    const apart = scenario.use.giftCards === 'apart';
    // −1000 + 250 + 100 + 100 + 180 + 80 − 80 − 40 + 60 − 70 + 90; without the cards of 100 and 2 × 25
    expect(value(found, 'shopify_sales')).toBe(apart ? '-480' : '-330');
    // 55 + 20 − 20 + 25 + 10; without the card of 25
    expect(value(found, 'shopify_refunded')).toBe(apart ? '65' : '90');
    // orders 2, 4, 5, 6, 9 and 14 less 1, 8 and 13
    expect(value(found, 'shopify_order_count')).toBe('3');
    // customers 2, 4, 5 and 13 less 1 and 12
    expect(value(found, 'shopify_new_customers')).toBe('2');
    expect(found.measures.map(({ id, nulls: unknown }) => [id, unknown])).toEqual(found.measures.map(({ id }) => [id, 0]));
    expect(found.facts.flatMap(({ scans }) => scans.map((scan) => scan.duplicateKeys + scan.nullWhen))).toEqual([0, 0]);
  });
});

describe('what is not known is undefined, never 0', () => {
  const day = '2026-04-15T00:00:00Z';
  const known = { id: '20', customer: '20', at: day, status: 'paid', value: '10' } as const;
  const alone = (orders: Shop['orders'], refunds: Shop['refunds'] = []) => measured(shopify('graphql', 'apart', { orders, refunds }));

  test('an order without a status', async () => {
    const found = await alone([known, { ...known, id: '21', status: null }], [{ id: '1', order: '21', at: day, lines: [['1', '3']] }]);
    expect(['shopify_sales', 'shopify_order_count', 'shopify_new_customers', 'shopify_refunded'].map((id) => nulls(found, id))).toEqual([
      1, 1, 1, 1,
    ]);
  });

  test('a refund whose order is not there, and one of whose lines has no amount', async () => {
    const found = await alone(
      [known],
      [
        { id: '1', order: '99', at: day, lines: [['1', '3']] },
        {
          id: '2',
          order: '20',
          at: day,
          lines: [
            ['1', '3'],
            ['2', null],
          ],
        },
        { id: '3', order: '20', at: day, lines: [['1', '1']] },
      ],
    );
    expect([nulls(found, 'shopify_refunded'), value(found, 'shopify_refunded')]).toEqual([2, '1']);
  });
});

test('a table that is not there is named, and nothing is measured', async () => {
  const scenario = shopify('graphql', 'apart');
  const files = filesOf(scenario.tables);
  delete files['shopify/refund_line_item.parquet'];
  const measurement = await measureFiles(files, [april(termsOf(scenario))]);
  expect(measurement.measured.size).toBe(0);
  expect(texts(measurement)).toEqual([expect.stringMatching(/^data-file-missing: no data for table shopify\.refund_line_item: expected /)]);
});

test('tables of refunds without rows are no refunds', async () => {
  const found = await measured(shopify('rest', 'apart', { orders: SHOP.orders, refunds: [] }));
  expect(value(found, 'shopify_refunded')).toBe('0');
});
