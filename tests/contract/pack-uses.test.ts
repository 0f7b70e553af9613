import { describe, expect, it, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { contractFiles } from '../packs/scenario.js';

describe('a pack that is used for two shops', () => {
  const use = [
    { pack: 'shopify@1', as: 'de', dataset: 'shop_de', giftCards: 'none' },
    { pack: 'shopify@1', as: 'fr', dataset: 'shop_fr', giftCards: 'none' },
  ];
  const files = new Map(contractFiles({ use: {}, metrics: ['de_shopify_net_sales', 'fr_shopify_net_sales'] }));
  files.set('contracts/shop/definitions.yaml', JSON.stringify({ use }));
  const { folder } = loadContract('shop', files);
  const definitions = folder?.terms.definitions;

  it('has everything once for each, under names of its own', () => {
    const ids = (of: readonly { readonly id: string }[] = []) => of.map(({ id }) => id).sort();
    const bare = (prefix: string, of: readonly { readonly id: string }[] | undefined) =>
      ids(of)
        .filter((id) => id.startsWith(`${prefix}_`))
        .map((id) => id.slice(3));
    for (const list of [definitions?.facts, definitions?.measures, definitions?.metrics]) {
      expect(bare('de', list).length).toBeGreaterThan(0);
      expect(bare('de', list)).toEqual(bare('fr', list));
      expect(bare('de', list).length * 2).toBe(list?.length);
    }
  });

  it('reads each from tables of its own', () => {
    const [views, sources] = [definitions?.views ?? [], definitions?.facts.map(({ source }) => source) ?? []];
    expect(views.length).toBeGreaterThan(2);
    expect(views.map(({ name }) => name)).toEqual(
      expect.arrayContaining(sources.flatMap((source) => ('view' in source ? [source.view] : []))),
    );
    for (const { name, duckdb, bigquery } of views) {
      const [own, other] = name.startsWith('de__') ? ['shop_de', 'shop_fr'] : ['shop_fr', 'shop_de'];
      for (const sql of [duckdb, bigquery]) {
        expect(sql).toContain(own);
        expect(sql).not.toContain(other);
      }
    }
  });

  it('says in formulas and titles which use they are of', () => {
    const metric = definitions?.metrics.find(({ id }) => id === 'de_shopify_net_sales');
    expect(metric?.text).toMatch(/^de_shopify_\w+ - de_shopify_\w+/);
    expect(metric?.title).toEqual({ en: expect.stringMatching(/ \(de\)$/), zh: expect.stringMatching(/（de）$/) });
  });
});

test('a measure’s own title says which use it is of', () => {
  const use = ['us', 'eu'].map((as) => ({ pack: 'shopify-orders-export@1', as, dataset: `shop_${as}`, custodian: 'brand' }));
  const files = new Map(contractFiles({ use: {}, metrics: ['us_shopify_export_sales_kept', 'eu_shopify_export_sales_kept'] }));
  files.set('contracts/shop/definitions.yaml', JSON.stringify({ use }));
  const measures = loadContract('shop', files).folder?.terms.definitions.measures ?? [];
  expect(measures.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title]]))).toEqual([
    ['us_shopify_export_cancelled_value', { en: 'Cancelled orders (us)', zh: '已取消订单金额（us）' }],
    ['eu_shopify_export_cancelled_value', { en: 'Cancelled orders (eu)', zh: '已取消订单金额（eu）' }],
  ]);
});
