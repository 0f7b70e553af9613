import { someOf } from './some-of.js';

/* What a reader cannot see: characters that are invisible or turn text round. */

/** What is not drawn by itself (Unicode's `Default_Ignorable_Code_Point`, which no release changes), for a class of characters. */
export const IGNORABLE =
  '\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0' +
  '\\uFFF0-\\uFFFB\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E0FFF}';
/** Control, format, filling and unpaired characters, and the blank of Braille: nothing of them is seen. */
const UNSEEN = `\\p{Cc}\\p{Cf}\\p{Cs}\\u2800${IGNORABLE}`;
const HIDDEN = new RegExp(`[${UNSEEN}]`, 'u');
const ALL_HIDDEN = new RegExp(`[${UNSEEN}]`, 'gu');

/** `U+200B`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** How a character that nobody sees, or takes for another, is shown to people everywhere: by its code point, in brackets that contracts rarely use. */
export function bracketed(character: string): string {
  return `⟨${codePoint(character)}⟩`;
}

/** Whether a character is invisible. Joiners and variation selectors are: inside an emoji they are read with it. */
export function isUnseen(character: string): boolean {
  return HIDDEN.test(character);
}

/** Emoji keep the joiners and selectors that they are made with. */
const PICTURE = '[\\u203C\\u2049\\u2122\\u2139\\u2190-\\u27FF\\u2801-\\u2BFF\\u3030\\u303D\\u3297\\u3299\\u{1F000}-\\u{1FBFF}]\\uFE0F?';
const EMOJI = new RegExp(`${PICTURE}(?:\\u200D${PICTURE})*|[0-9#*]\\uFE0F\\u20E3`, 'gu');
/** Joiners after letters of scripts that are written with them: Arabic and those of India and Cambodia. */
const JOINED = /(?<=[\u0600-\u06FF\u0750-\u077F\u08A0-\u08FF\u0900-\u0DFF\u1780-\u17FF])[\u200C-\u200D]/gu;

/** The invisible characters of a text that are no part of an emoji or of a script's own writing, each once, in order. */
export function unseenIn(text: string): string[] {
  return [
    ...new Set(
      text
        .replace(EMOJI, '')
        .replace(JOINED, '')
        .replace(/[\t\n\r]/g, ' ')
        .match(ALL_HIDDEN),
    ),
  ];
}

/** Characters for a message: `А U+0410, U+200B`; what is not seen stands by its code point alone. */
export function characterList(characters: readonly string[], most = 8): readonly string[] {
  return someOf(
    characters.map((each) => (isUnseen(each) || /\s/.test(each) ? codePoint(each) : `${each} ${codePoint(each)}`)),
    most,
  );
}

const STRANGE_SPACE = /(?! )\s/gu;

/** A name from a file, for a message: what nobody sees of it, and spaces that are not plain, stand as `⟨U+00A0⟩`. */
export function visibleName(name: string): string {
  return name.replace(ALL_HIDDEN, bracketed).replace(STRANGE_SPACE, bracketed);
}

/** A text without what nobody sees. */
export function seenOf(text: string): string {
  return text.replace(ALL_HIDDEN, '');
}
