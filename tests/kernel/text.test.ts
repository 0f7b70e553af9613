import { describe, expect, test } from 'vitest';
import { endlessMarks, excerptOf, fill, hasHalfCharacter, inForm, linesEndAlike, localText } from '../../src/kernel/text.js';

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

  test('sets a space in Chinese where a letter or figure meets a Chinese sign at the edge of a place, and nowhere else', () => {
    const zh = (text: string, value: string) => fill({ en: '', zh: text }, 'zh', { x: value });
    expect(zh('改为{x}。', '1970 年起的年份')).toBe('改为 1970 年起的年份。');
    expect(zh('{x}可单独提交', 'Acme')).toBe('Acme 可单独提交');
    expect(zh('占{x}以上', '40%')).toBe('占 40% 以上');
    expect(zh('{x}可单独提交', '品牌方')).toBe('品牌方可单独提交');
    expect(zh('改为“{x}”，列 {x} 见 `{x}`', 'k1')).toBe('改为“k1”，列 k1 见 `k1`');
    expect(zh('改为{x}', '`k1`')).toBe('改为`k1`');
    expect(zh('改为{x}重试', '')).toBe('改为重试');
    // written with spaces for the letters that mostly stand there
    expect(zh('可代表 {x} 签署', '灵星数字')).toBe('可代表灵星数字签署');
    expect(zh('可代表 {x} 签署', 'Linkstar')).toBe('可代表 Linkstar 签署');
    expect(zh('{x} 的目标值', '广告投产比')).toBe('广告投产比的目标值');
    expect(zh('{x} 有 31 天', '退款前销售额（eu）')).toBe('退款前销售额（eu）有 31 天');
    expect(zh('由 {x} 签署', '“青禾”')).toBe('由“青禾”签署');
    expect(fill({ en: '', zh: '{x} {y}' }, 'zh', { x: '甲', y: '乙' })).toBe('甲乙');
    expect(fill({ en: '{x} {y}', zh: '' }, 'en', { x: '甲', y: '乙' })).toBe('甲 乙');
    expect(fill({ en: '改为{x}', zh: '' }, 'en', { x: 'k1' })).toBe('改为k1');
  });

  test('shows what was forgotten', () => {
    expect(fill(message, 'en', {})).toBe('{keys} repeated {keys:key|keys}');
  });
});

describe('a text', () => {
  const marks = (count: number) => `xa${'\u0301'.repeat(count)}`;

  test('has more marks in a row than any script, from 31 on', () => {
    expect([endlessMarks(marks(30)), endlessMarks(marks(31)), endlessMarks('\u0301'.repeat(31)), endlessMarks('a'.repeat(40))]).toEqual([
      -1, 2, 0, -1,
    ]);
  });

  test('is brought into a form of Unicode, but for one that has these', () => {
    expect(inForm('e\u0301', 'NFC')).toBe('\u00E9');
    expect(inForm('ｶﾞ①', 'NFKC')).toBe('ガ1');
    expect(inForm('plain', 'NFKD')).toBe('plain');
    expect(inForm(marks(31), 'NFC')).toBe(marks(31));
  });

  test('is one for all readers, or one for each language', () => {
    expect([localText('a', 'zh'), localText({ en: 'a', zh: 'b' }, 'zh'), localText({ en: 'a', zh: 'b' }, 'en')]).toEqual(['a', 'b', 'a']);
  });

  test('may hold half of a character, and line ends of two kinds', () => {
    expect([hasHalfCharacter('a\uD83D'), hasHalfCharacter('a😀')]).toEqual([true, false]);
    expect(linesEndAlike('a\r\nb\r\nc\rd')).toBe('a\nb\nc\rd');
  });
});
