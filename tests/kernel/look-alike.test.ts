import { describe, expect, it } from 'vitest';
import { looksLatin, skeletonOf, strangersIn } from '../../src/kernel/look-alike.js';

describe('what looks like something else', () => {
  it('has the skeleton of what it is taken for', () => {
    expect(skeletonOf('раураl')).toBe(skeletonOf('paypal'));
    expect(skeletonOf('Асmе')).toBe(skeletonOf('Acme'));
    expect(skeletonOf('acme')).not.toBe(skeletonOf('acne'));
  });

  it('is compared without what nobody sees and without how far words stand apart', () => {
    expect(skeletonOf('  a\u200B b\u2003\u2003c ')).toBe(skeletonOf('a b c'));
    expect(skeletonOf('a   b')).toBe('a b');
    expect(skeletonOf('ab')).not.toBe(skeletonOf('a b'));
  });

  it('is compared whatever way its marks are written', () => {
    expect(skeletonOf('\u00E9')).toBe(skeletonOf('e\u0301'));
  });

  it.each([
    ['а', true],
    ['Ο', true],
    ['ﬁ', true],
    ['a', false],
    ['7', false],
    ['ж', false],
    ['中', false],
    ['ａ', false],
    ['か', false],
    ['한', false],
  ])('%s looks Latin: %s', (character, looks) => {
    expect(looksLatin(character)).toBe(looks);
  });

  it.each([
    ['Аcme', ['А']],
    ['Аcmе and Аcmе', ['А', 'е']],
    ['Москва', []],
    ['Acme', []],
    // words end at what stands between them: the Cyrillic one is whole
    ['a-Асе', []],
    ['Асе b', []],
    ['', []],
  ])('strangers among the letters of %s', (text, strangers) => {
    expect(strangersIn(text)).toEqual(strangers);
  });
});
