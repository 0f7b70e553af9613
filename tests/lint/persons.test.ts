import { describe, expect, test } from 'vitest';
import type { Dimension, Measure } from '../../src/contract/model.js';
import { found, measure, terms } from './build-terms.js';

const [FIRST] = terms().definitions.measures;
const said = (by: readonly Dimension[], more: readonly Measure[] = []) => {
  const { measures } = terms().definitions;
  const divided = measures.map((each, index) => (index === 0 ? { ...each, by } : each));
  return found(terms({ definitions: { measures: [...divided, ...more] } })).flatMap(({ code, params }) =>
    code === 'parts-of-persons' ? [params.column] : [],
  );
};
const top = (column: string): Dimension => ({ column, top: 20 });

describe('parts-of-persons', () => {
  test.each([
    'customer_email',
    'email',
    'e_mail',
    'buyer',
    'customer_id',
    'user_id',
    'phone_number',
    'shipping_address',
    'openid',
    '买家会员名',
    '收货人姓名',
  ])('%s', (column) => expect(said([top(column)])).toEqual([column]));

  test.each(['channel', 'market', 'customer_type', 'customer_country', 'user_segment', 'mail_campaign', 'ship', 'membership', 'sku'])(
    'not %s',
    (column) => expect(said([top(column)])).toEqual([]),
  );

  test('whatever it is called, where its different values are counted', () => {
    const counted = measure({ id: 'buyers', of: FIRST?.of ?? '', aggregate: { countDistinct: 'party_of_the_second_part' } });
    expect(said([top('party_of_the_second_part')], [counted])).toEqual(['party_of_the_second_part']);
  });

  test('whatever it is called, where it is the key of the rows', () => {
    const [key = ''] = terms().definitions.facts.find(({ id }) => id === FIRST?.of)?.grain ?? [];
    expect(said([top(key)])).toEqual([key]);
  });

  test('not where the contract lists the values', () => {
    expect(said([{ column: 'customer', values: ['Acme', 'Bolt'] }])).toEqual([]);
  });
});
