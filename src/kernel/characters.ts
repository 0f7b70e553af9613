import unhomoglyphLib from 'unhomoglyph';

/*
 * What a reader cannot see, or takes for something else: invisible and reordering characters, white space that is not a plain
 * space, letters of one script that look like those of another.
 */

const unhomoglyph = unhomoglyphLib as unknown as (text: string) => string;

/** Control, format, filling and unpaired characters, and blanks that are no white space: nothing of them is seen. */
const UNSEEN = '\\p{Cc}\\p{Cf}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\u2800\\u{FFF9}-\\u{FFFB}';
const HIDDEN = new RegExp(`[${UNSEEN}]`, 'u');
const ALL_HIDDEN = new RegExp(`[${UNSEEN}]`, 'gu');

/** `U+200B`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether a character is invisible. Joiners and variation selectors are: inside an emoji they are read with it. */
export function isUnseen(character: string): boolean {
  return HIDDEN.test(character);
}

/** Emoji keep the joiners and selectors that they are made with. */
const EMOJI =
  /\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?(?:\u200D\p{Extended_Pictographic}\p{Emoji_Modifier}?\uFE0F?)*|[0-9#*]\uFE0F\u20E3/gu;

/** Scripts that are written with joiners. */
const JOINED =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}])[\u200C\u200D]/gu;

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

/**
 * What a text looks like (Unicode Technical Standard 39, "skeleton"): texts of one skeleton are easily taken for each other.
 * For comparing, never for showing.
 */
export function skeletonOf(text: string): string {
  const seen = text.normalize('NFD').replace(ALL_HIDDEN, '').replace(/\s+/g, ' ').trim();
  return unhomoglyph(seen).normalize('NFD');
}

/** Whether a character is no plain letter or digit and looks like one: the Cyrillic `а`, the Greek `Ο`. */
export function looksLatin(character: string): boolean {
  return !/^[\0-\x7F]$/.test(character) && /^[A-Za-z0-9]+$/.test(skeletonOf(character)) && /^\p{L}$/u.test(character);
}

/** Letters that stand in a word of plain letters and only look like them, each once: the first of `Аcme`, which is Cyrillic. */
export function strangersIn(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const mixed = words.filter((word) => /[A-Za-z]/.test(word));
  return [...new Set(mixed.flatMap((word) => [...word].filter(looksLatin)))];
}

/** Characters for a message: `А U+0410, U+200B`; what is not seen stands by its code point alone. */
export function characterList(characters: readonly string[], most = 8): string {
  const shown = characters
    .slice(0, most)
    .map((each) => (isUnseen(each) || /\s/.test(each) ? codePoint(each) : `${each} ${codePoint(each)}`));
  return [...shown, ...(characters.length > most ? ['…'] : [])].join(', ');
}
