import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { wordsOf } from '../issue-words.js';
import { type Edit, editedFiles, GOOD_ID } from './good-contract.js';

/*
 * A level that is written by the other end of its entry: with the table's own word before the same number it would hold for what lies on
 * the other side. What is offered is the whole table, its numbers moved; never the same number in another word.
 */

const TIERS = 'tiers: { 0: 5%, 100000: 7% }';
const POINTS = 'points: { 80%: 50%, 100%: 100% }';
const BANDS = 'bands: { 80%: 10%, 60%: 25% }';
const GOOD_SHAPE = 'shape: linear';

/** What is offered for a table, with the codes: one message for the whole of it. */
function offered(...edits: (readonly [find: string, replacement: string])[]): string[] {
  const all = edits.map(([find, replacement]): Edit => ['contract.yaml', find, replacement]);
  return loadContract(GOOD_ID, editedFiles(all)).issues.map((each) => `${each.code} ${wordsOf(each, 'en').fix}`);
}

const tiers = (entries: string) => offered([TIERS, `tiers: ${entries}`]);
const points = (entries: string) => offered([POINTS, `points: ${entries}`], [GOOD_SHAPE, 'shape: step']);
const bands = (entries: string) => offered([BANDS, `bands: ${entries}`]);

describe('tiers by where they end', () => {
  test.each([
    '{ up to 100000: 5%, above 100000: 8% }',
    '{ up to 100000: 5%, above: 8% }',
    '{ below 100000: 5%, from 100000: 8% }',
    '{ below 100000: 5%, 100000: 8% }',
    '{ "<=100000": 5%, ">100000": 8% }',
    '{ 100000以下: 5%, 100000以上: 8% }',
    '{ 10万以内: 5%, 超过10万: 8% }',
    '{ 10万以内: 5%, 其余: 8% }',
    '{ first 100k: 5%, the rest: 8% }',
    '{ 0-100000: 5%, 100000+: 8% }',
    '{ above 100000: 8%, up to 100000: 5% }',
  ])('%s', (entries) => {
    expect(tiers(entries)).toEqual(['level-other-end Write tiers: { from 0: 5%, from 100000: 8% }']);
  });

  test('above the last of them nothing is said, and none is guessed', () => {
    const open =
      'level-open-end Write tiers: { from 0: 5%, from 100000: 8%, from 250000: …% }, with what holds from 250000 on in place of …';
    expect(tiers('{ up to 100000: 5%, up to 250000: 8% }')).toEqual([open]);
    expect(tiers('{ 0-100000: 5%, 100000-250000: 8% }')).toEqual([open]);
    expect(tiers('{ from 0 to 10万: 5%, 10万至25万: 8% }')).toEqual([open]);
  });

  test('below the first of them nothing is said', () => {
    expect(tiers('{ 100000-250000: 5%, above: 8% }')).toEqual([
      'level-open-end Write tiers: { from 0: …%, from 100000: 5%, from 250000: 8% }, with what holds below 100000 in place of …',
    ]);
  });

  test('which do not join say no table that could be written', () => {
    const asked = 'level-other-end Move the levels, and do not only change the word: say of every entry where each entry begins, "from …".';
    expect(tiers('{ from 0: 5%, below 100000: 8% }')).toEqual([asked]);
    expect(tiers('{ up to 100000: 5%, from 250000: 8% }')).toEqual([asked]);
    expect(tiers('{ up to 100000: 5%, bis 250000: 8% }')).toEqual([asked]);
  });

  test('below a period, the period is corrected', () => {
    expect(tiers('{ 2026-01: { up to 100000: 5%, above: 8% }, 2026-07: { from 0: 6% } }')).toEqual([
      'level-other-end Write 2026-01: { from 0: 5%, from 100000: 8% }',
    ]);
  });

  test('with a mark between thousands the number comes first', () => {
    expect(tiers('{ up to 100,000: 5%, above: 8% }')).toEqual(['value-slip Write up to 100000: 5%']);
    expect(tiers('{ 100,000以下: 5% }')[0]).toBe('value-slip Write 100000以下: 5%');
  });
});

describe('points by where they end', () => {
  test.each([
    ['{ below 80%: 50%, from 80%: 100% }', 'level-other-end Write points: { from 0%: 50%, from 80%: 100% }'],
    ['{ 低于80%: 50%, 80%以上: 100% }', 'level-other-end Write points: { from 0%: 50%, from 80%: 100% }'],
    ['{ ＜80%: 50%, from 80%: 100% }', 'level-other-end Write points: { from 0%: 50%, from 80%: 100% }'],
    ['{ 80-100%: 50%, above: 100% }', 'level-other-end Write points: { from 80%: 50%, from 100%: 100% }'],
    [
      '{ up to 80%: 50%, up to 100%: 100% }',
      'level-open-end Write points: { from 0%: 50%, from 80%: 100%, from 100%: …% }, with what holds from 100% on in place of …',
    ],
  ])('%s', (entries, expected) => {
    expect(points(entries)).toEqual([expected]);
  });

  test('in a straight line hold for no range', () => {
    expect(offered([POINTS, 'points: { below 80%: 50%, from 80%: 100% }'])).toEqual([
      'level-other-end Move the levels, and do not only change the word: say of every entry where each entry begins, "from …".',
    ]);
  });

  test('with a full-width colon keep their word', () => {
    expect(points('{ 低于80%：50%, from 80%: 100% }')).toEqual(['yaml-syntax Write 低于80%: 50%']);
  });
});

describe('bands by where they begin', () => {
  test.each([
    ['{ from 80%: 0%, below 80%: 10%, below 60%: 25% }', 'level-other-end Write bands: { below 80%: 10%, below 60%: 25% }'],
    ['{ from 80%: 0%, from 60%: 10%, from 0%: 25% }', 'level-other-end Write bands: { below 80%: 10%, below 60%: 25% }'],
    ['{ 0%-60%: 25%, 60%-80%: 10% }', 'level-other-end Write bands: { below 80%: 10%, below 60%: 25% }'],
    [
      '{ above 100%: 0%, above 80%: 50% }',
      'level-open-end Write bands: { below 100%: 50%, below 80%: …% }, with what holds below 80% in place of …',
    ],
  ])('%s', (entries, expected) => {
    expect(bands(entries)).toEqual([expected]);
  });

  test('cannot deduct from all that is above', () => {
    expect(bands('{ from 80%: 5%, below 80%: 10% }')).toEqual([
      'level-other-end Move the levels, and do not only change the word: say of every entry the score below which each entry holds, "below …".',
    ]);
  });
});
