import { bracketed, isUnseen } from '../kernel/characters.js';
import { looksLatin } from '../kernel/look-alike.js';

/** Whether a stretch of a text stands at its ends, where nobody sees a space. */
export interface Ends {
  readonly first: boolean;
  readonly last: boolean;
}

/**
 * Text that differs from another, with everything in it made visible that a reader would not see or take for something else:
 * invisible characters, white space that is no single plain space, marks without a letter, letters that only look Latin.
 */
export function revealed(text: string, ends: Ends): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  const blank = text.trim() === '';
  const characters = [...text];
  let last = '';
  let shown = '';
  for (const [index, character] of characters.entries()) {
    const atEnd = (ends.first && index === 0) || (ends.last && index === characters.length - 1);
    const plainSpace = character === ' ' && last !== ' ' && !blank && !atEnd;
    if (isUnseen(character) || (/\s/.test(character) && !plainSpace)) shown += bracketed(character);
    else if (/\p{M}/u.test(character) && shown === '') shown += bracketed(character);
    else if (looksLatin(character)) shown += `${character}${bracketed(character)}`;
    else shown += character;
    last = character;
  }
  return shown;
}

/** Text that looks like another one, with the code points of the characters in which the two differ. */
export function spelledOut(text: string, other: string): string {
  const [characters, others] = [[...text], [...other]];
  const shorter = Math.min(characters.length, others.length);
  let start = 0;
  while (start < shorter && characters[start] === others[start]) start++;
  let end = 0;
  while (end < shorter - start && characters.at(-1 - end) === others.at(-1 - end)) end++;
  const inPlace = characters.length === others.length;
  const isSame = (character: string, index: number) =>
    index < start || index >= characters.length - end || (inPlace && others[index] === character);
  const spelled = (character: string) => (isUnseen(character) || /\s/.test(character) ? '' : character) + bracketed(character);
  return characters.map((character, index) => (isSame(character, index) ? character : spelled(character))).join('');
}
