import { parseFormula } from '../formula.js';
import { plainTrail } from './characters.js';

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[×✕·∙]/gu, '*'],
  [/[÷∕⁄]/gu, '/'],
  [/^\s*=\s*/u, ''],
  [/(?<=\d)\s*%/gu, ' / 100'],
  [/\[/gu, '('],
  [/\]/gu, ')'],
  [/\s+x\s+/giu, ' * '],
];

/** A formula with the signs of a keyboard in place of those of printing and spreadsheets; null where that makes none. */
export function meantFormula(text: string): string | null {
  const plain = SIGNS.reduce((formula, [sign, written]) => formula.replace(sign, written), plainTrail(text).text);
  return plain !== text && 'expression' in parseFormula(plain) ? plain : null;
}

/** A name with hyphens around a place of a formula, which reads as names that are taken from each other; null where there is none. */
export function hyphenated(text: string, index: number): { readonly name: string; readonly index: number } | null {
  for (const match of text.matchAll(/[A-Za-z_]\w*(?:-[A-Za-z_]\w*)+/g)) {
    if (match.index <= index && index < match.index + match[0].length) return { name: match[0], index: match.index };
  }
  return null;
}
