import { describe, expect, test } from 'vitest';
import { excerptOf, fill } from '../../src/kernel/text.js';

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

describe('a message', () => {
  const message = { en: '{keys} repeated {keys:key|keys}', zh: '{keys} 个重复主键' };

  test('agrees in number', () => {
    expect(fill(message, 'en', { keys: 1 })).toBe('1 repeated key');
    expect(fill(message, 'en', { keys: '1' })).toBe('1 repeated key');
    expect(fill(message, 'en', { keys: 0 })).toBe('0 repeated keys');
    expect(fill(message, 'en', { keys: '1,001' })).toBe('1,001 repeated keys');
    expect(fill(message, 'zh', { keys: 1 })).toBe('1 个重复主键');
  });

  test('shows what was forgotten', () => {
    expect(fill(message, 'en', {})).toBe('{keys} repeated {keys:key|keys}');
  });
});
