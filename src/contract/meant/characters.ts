import { seenOf } from '../../kernel/characters.js';

/** In what way a value is written otherwise than the language reads it; the phrase `slip.<name>` says it. */
export type Slip =
  | 'wide'
  | 'quotes'
  | 'space'
  | 'unseen'
  | 'dash'
  | 'comment'
  | 'currency'
  | 'comparison'
  | 'about'
  | 'multiple'
  | 'numerals'
  | 'ratio'
  | 'plain-number'
  | 'large-unit'
  | 'thousands'
  | 'decimal-comma'
  | 'percent-sign'
  | 'unit-word'
  | 'quoted'
  | 'date'
  | 'period'
  | 'truth'
  | 'case'
  | 'digest'
  | 'not-text'
  | 'login';

/** What was meant by a value, and in which way it is written otherwise; `otherwise` where it may also have been meant so. */
export interface Meant {
  readonly slip: Slip;
  readonly written: string;
  readonly otherwise?: string;
  /** What names a currency beside the number. */
  readonly currency?: string;
}

/** A text on its way to what was meant, with the first way in which it was otherwise. */
export interface Trail {
  readonly text: string;
  readonly slip: Slip | null;
  readonly otherwise?: string;
  /** What names a currency beside the number. */
  readonly currency?: string;
}

const PAIRS = /^(?:[“”„‟«「『‘"']+)(.*?)(?:[“”‟»」』’"']+)$/u;
/** Hyphens, dashes and minus signs of printing. */
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
const WIDE = /[\uFF01-\uFF5E。、]/gu;

/** The next step of a trail, where it changes something. */
export function step(trail: Trail, slip: Slip, next: string): Trail {
  return next === trail.text ? trail : { ...trail, text: next, slip: trail.slip ?? slip };
}

/** A text in the characters of a plain keyboard: what nobody sees, full width, printers' quotes, dashes and spaces made plain. */
export function plainTrail(text: string): Trail {
  let trail: Trail = { text, slip: null };
  trail = step(trail, 'unseen', seenOf(trail.text));
  trail = step(trail, 'space', trail.text.trim());
  trail = step(trail, 'quotes', trail.text.replace(PAIRS, '$1'));
  trail = step(trail, 'wide', wideMadePlain(trail.text));
  trail = step(trail, 'dash', trail.text.replace(DASHES, '-'));
  return { ...trail, text: trail.text.replace(SPACES, ' ').trim() };
}

/** Full-width letters, digits and signs as the plain ones. */
export function wideMadePlain(text: string): string {
  return text.replace(WIDE, (character) => (character === '。' ? '.' : character === '、' ? ',' : character.normalize('NFKC')));
}
