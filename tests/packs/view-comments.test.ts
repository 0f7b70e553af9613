import { expect, test } from 'vitest';
import { PACKS } from '../../src/generated/packs.js';
import { SHIPPED_VIEWS, shippedView } from '../../src/query/dialects/shipped-views.js';

/*
 * The text of a view is a term, so that it is the same whoever reads it: its comments are in both languages, the English ones first.
 */

const NAMES = { table: 'shop.orders', customer: 'c', order: 'o', time: 't', kind: 'instant', only: null } as const;

const texts = [
  ...Object.entries(PACKS).flatMap(([pack, { views }]) =>
    views.flatMap(({ name, duckdb, bigquery }) => [
      [`${pack} ${name}, DuckDB`, duckdb] as const,
      [`${pack} ${name}, BigQuery`, bigquery] as const,
    ]),
  ),
  ...SHIPPED_VIEWS.flatMap((view) =>
    Object.entries(shippedView(view, NAMES)).map(([engine, text]) => [`${view} ${engine}`, text ?? ''] as const),
  ),
];

/** Comments that stand together. */
const blocks = (text: string): string[] => text.match(/(?:^ *-- .*\n)+/gm) ?? [];

test('there are views with comments', () => {
  expect(texts.filter(([, text]) => blocks(text).length > 0).length).toBe(26);
});

test.each(texts)('%s', (_, text) => {
  const alone = blocks(text).filter((block) => {
    const chinese = block.split('\n').map((line) => /\p{Script=Han}/u.test(line));
    return !chinese.includes(true) || chinese[0] === true;
  });
  expect(alone).toEqual([]);
});
