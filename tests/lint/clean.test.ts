import { expect, test } from 'vitest';
import { found, terms } from './build-terms.js';

test('a careful contract gives lint nothing to say', () => {
  expect(found(terms())).toEqual([]);
});
