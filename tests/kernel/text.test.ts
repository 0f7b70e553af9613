import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../src/kernel/text.js';

describe('an excerpt', () => {
  test('is the text itself where it is short enough', () => {
    expect(excerptOf('退款😀', 3)).toBe('退款😀');
  });

  test('is cut between characters, never inside one', () => {
    expect(excerptOf('abcd', 3)).toBe('ab…');
    expect(excerptOf('😀😀😀😀', 3)).toBe('😀😀…');
    expect(excerptOf(`a${'😀'.repeat(99)}`, 4)).toBe('a😀😀…');
  });

  test('has no half character: JSON with one could not be digested', () => {
    expect(excerptOf('a\uD83D', 9)).toBe('a\uFFFD');
    expect(excerptOf('\uDE00b', 9)).toBe('\uFFFDb');
  });
});
