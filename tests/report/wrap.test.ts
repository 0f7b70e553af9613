import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { columnsOf, wrap } from '../../src/report/wrap.js';

const lines = (text: string, width: number) => wrap([{ text }], width).map((line) => line.map((span) => span.text).join(''));

describe('columnsOf', () => {
  it('agrees with string-width', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...'ab 1─│█░·—→≤✓中文（），。ひカ한Ａé👩'), fc.string({ unit: 'binary', maxLength: 1 })),
    });
    fc.assert(fc.property(text, (value) => columnsOf(value) === stringWidth(value)));
  });

  it('counts Chinese as two columns', () => {
    expect(columnsOf('得分 75%')).toBe(8);
    expect(columnsOf('─│█░·→')).toBe(6);
  });
});

describe('wrap', () => {
  it('breaks between words and drops the space there', () => {
    expect(lines('one two three', 7)).toEqual(['one two', 'three']);
    expect(lines('one two three', 8)).toEqual(['one two', 'three']);
  });

  it('breaks Chinese between characters, never before a closing mark', () => {
    expect(lines('品牌方应付服务方', 8)).toEqual(['品牌方应', '付服务方']);
    expect(lines('先付部分，其余', 8)).toEqual(['先付部', '分，其余']);
  });

  it('ends no line with a mark that opens what stands after it, be it a span of its own', () => {
    expect(lines('事件种类（剔除）', 10)).toEqual(['事件种类', '（剔除）']);
    expect(lines('表单“提出争议”', 6)).toEqual(['表单', '“提出', '争议”']);
    expect(lines('score <合同>', 8)).toEqual(['score', '<合同>']);
    expect(lines('name (“x”) is', 7)).toEqual(['name', '(“x”)', 'is']);
    expect(wrap([{ text: '编号（' }, { text: 'roas' }, { text: '）' }], 8).map((line) => line.map(({ text }) => text).join(''))).toEqual([
      '编号',
      '（roas）',
    ]);
  });

  it('cuts a word only where it is longer than a line', () => {
    expect(lines('a abcdefghij', 4)).toEqual(['a', 'abcd', 'efgh', 'ij']);
  });

  it('keeps tones across lines', () => {
    expect(wrap([{ text: 'plain ' }, { text: 'two words', tone: 'warn' }], 9)).toEqual([
      [{ text: 'plain' }, { text: ' ' }, { text: 'two', tone: 'warn' }],
      [{ text: 'words', tone: 'warn' }],
    ]);
  });

  it('begins no line with a mark that closes what stands before it, be it a span of its own', () => {
    const texts = (parts: string[], width: number) =>
      wrap(
        parts.map((text) => ({ text })),
        width,
      ).map((line) => line.map(({ text }) => text).join(''));
    expect(texts(['base fee', ', ', 'cap'], 8)).toEqual(['base', 'fee, cap']);
    expect(texts(['销售提成', '、', '封顶'], 8)).toEqual(['销售提', '成、封顶']);
    expect(texts(['retainer', ', ', 'cap'], 8)).toEqual(['retainer', ', cap']);
  });

  it('gives one line for nothing', () => {
    expect(wrap([], 10)).toEqual([[]]);
  });

  it('never exceeds the width and never loses anything but spaces', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab ,.12中文，。（') });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 20 }), (value, width) => {
        const wrapped = lines(value, width);
        // A wide character keeps its closing marks, so a run of them may be longer than a line.
        for (const line of wrapped) expect(columnsOf(line) <= width || /[，。]{2}$/.test(line)).toBe(true);
        expect(wrapped.join('').replace(/ /g, '')).toBe(value.replace(/ /g, ''));
      }),
    );
  });
});
