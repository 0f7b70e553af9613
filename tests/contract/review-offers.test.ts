import { expect, test } from 'vitest';
import type { Nameable } from '../../src/contract/event-kinds/offers.js';
import { review } from '../../src/contract/event-kinds/review.js';
import { eventExample } from '../../src/forms/event-example.js';

const STANDS_OUT = [
  { id: 'revenue@2026-02-20', party: null },
  { id: 'shop-vs-tool', party: null },
];
const COSTS = [
  { id: 'true-up/2026-01/sales', party: 'brand' },
  { id: 'excess/2026-01/media', party: 'brand' },
] as const;

const can = (acknowledgeable: Nameable['acknowledgeable']) => ({ acknowledgeable, reviewable: ['2026-02'] }) as unknown as Nameable;

test('what merely stands out is acknowledged together, what costs a party money one by one', () => {
  const { choices } = review.offers.acknowledges(new Map([['party', 'brand']]), can([...COSTS, ...STANDS_OUT]));
  expect(choices).toEqual([
    '[revenue@2026-02-20, shop-vs-tool]',
    '[revenue@2026-02-20]',
    '[shop-vs-tool]',
    '[true-up/2026-01/sales]',
    '[excess/2026-01/media]',
  ]);
});

test('the command that is ready to copy acknowledges nothing that costs money', () => {
  const example = (acknowledgeable: Nameable['acknowledgeable']) =>
    eventExample('review', { missing: ['period', 'findings'], given: new Map(), aside: new Map() }, can(acknowledgeable));
  const asked = example(COSTS);
  expect(asked.pairs).toEqual(['party=brand', 'period=2026-02', 'findings=[…]']);
  expect(asked.fields.find(({ name }) => name === 'acknowledges')?.choices).toEqual(['[true-up/2026-01/sales]', '[excess/2026-01/media]']);
  expect(example([...COSTS, ...STANDS_OUT]).pairs.at(-1)).toBe('acknowledges=[revenue@2026-02-20, shop-vs-tool]');
});
