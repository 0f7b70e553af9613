import { describe, expect, it } from 'vitest';
import { characterList, codePoint, isUnseen, seenOf, unseenIn, visibleName } from '../../src/kernel/characters.js';

describe('characters that nobody sees', () => {
  it.each([
    ['a', 'U+0061'],
    ['А', 'U+0410'],
    ['\u200B', 'U+200B'],
    ['😀', 'U+1F600'],
    ['', 'U+0000'],
  ])('%s is named by its code point', (character, named) => {
    expect(codePoint(character)).toBe(named);
  });

  it('are listed by code point alone, the others with themselves', () => {
    expect(characterList(['А', '\u200B', '\u00A0', '文'])).toEqual(['А U+0410', 'U+200B', 'U+00A0', '文 U+6587']);
    expect(characterList([])).toEqual([]);
  });

  it('are listed up to a number, and then that there are more', () => {
    expect(characterList(['a', 'b', 'c'], 3)).toEqual(['a U+0061', 'b U+0062', 'c U+0063']);
    expect(characterList(['a', 'b', 'c'], 2)).toEqual(['a U+0061', 'b U+0062', '… (+1)']);
    expect(characterList([...'abcdefgh'])).toHaveLength(8);
    expect(characterList([...'abcdefghi'])).toHaveLength(9);
  });

  it.each([
    ['a zero-width space, each once', 'a\u200Bb\u200Bc\u00AD', ['\u200B', '\u00AD']],
    ['text that is turned round', 'a\u202Eb', ['\u202E']],
    ['a joiner between Latin letters', 'a\u200Cb', ['\u200C']],
    ['a selector after a letter', 'a\uFE0F', ['\uFE0F']],
    ['the blank of Braille', '\u2800', ['\u2800']],
    ['a control character', 'a\u0007', ['\u0007']],
    ['half a character', 'a\uD83D', ['\uD83D']],
    ['none in lines and tabs', 'a\tb\nc\r\n', []],
    ['none in a joined emoji', '👩\u200D💻', []],
    ['none in an emoji with its selector', '❤\uFE0F', []],
    ['none in a heart that is joined', '❤\uFE0F\u200D🔥', []],
    ['none in a keycap', '1\uFE0F\u20E3', []],
    ['none in Persian', 'می\u200Cخواهم', []],
    ['none in Hindi', 'क\u094D\u200Dष', []],
    ['none in plain text', 'plain 中文', []],
  ])('of a text: %s', (_, text, unseen) => {
    expect(unseenIn(text)).toEqual(unseen);
  });

  it('stand visibly in a name, as do spaces that are not plain', () => {
    expect(visibleName('a\u00A0b c\u200B\u200Bd')).toBe('a⟨U+00A0⟩b c⟨U+200B⟩⟨U+200B⟩d');
    expect(visibleName('two\u3000of\u3000them\n')).toBe('two⟨U+3000⟩of⟨U+3000⟩them⟨U+000A⟩');
  });

  it('are taken away from a text, and nothing else is', () => {
    expect(seenOf('a\u200Bb\u2800 c\u200B')).toBe('ab c');
    expect(isUnseen('\u200B')).toBe(true);
    expect(isUnseen(' ')).toBe(false);
  });
});
