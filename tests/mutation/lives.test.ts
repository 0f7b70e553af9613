import { expect, it } from 'vitest';
import { compareLife } from '../oracle/compare-lives.js';
import { drawLife } from '../oracle/draw.js';
import { stepsOf } from '../oracle/life.js';
import { replay } from '../oracle/product.js';

/*
 * Lives of the random search (tests/oracle), each for itself: of a mutant that makes one of them another it is enough to know that,
 * where the search would look for the smallest.
 */
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

it.each(SEEDS)('life %i is settled as the language reads', async (seed) => {
  const life = drawLife(seed);
  const finding = await compareLife(life);
  expect(['same', 'silent', 'refused'], JSON.stringify(finding)).toContain(finding.is);
  if ('ledger' in finding) expect(await replay(stepsOf(life), finding.ledger)).toBe('');
});
