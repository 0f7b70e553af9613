import stringWidth from 'string-width';
import type { Inline, Span } from './blocks.js';

const WIDE = '[\\u2E80-\\u303E\\u3041-\\uA4CF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE4F\\uFF00-\\uFF60\\uFFE0-\\uFFE6]';
// Closing marks of Chinese text, which never start a line.
const CLOSING = '[\\u3001\\u3002\\uFF0C\\uFF0E\\uFF1A\\uFF1B\\uFF01\\uFF1F\\uFF09\\u300B\\u300D\\u300F\\u3011\\u201D\\u2019]';
/** What must not be broken: a run of spaces, a wide character with closing marks after it, a word. */
const UNIT = new RegExp(`\\s+|${WIDE}${CLOSING}*|(?:(?!${WIDE})\\S)+${CLOSING}*`, 'gu');

export function widthOf(inline: Inline): number {
  return stringWidth(inline.map((span) => span.text).join(''));
}

/** Breaks text into lines of at most `width` columns, Chinese between characters, a word only where it is longer than a line. */
export function wrap(inline: Inline, width: number): Inline[] {
  const lines: Span[][] = [];
  let line: Span[] = [];
  let used = 0;
  const finish = () => {
    lines.push(withoutEnd(line));
    line = [];
    used = 0;
  };
  for (const span of inline) {
    for (const unit of span.text.match(UNIT) ?? []) {
      const space = unit.trim() === '';
      if (space && (used + stringWidth(unit) > width || (used === 0 && lines.length > 0))) continue;
      if (used + stringWidth(unit) > width && used > 0) finish();
      for (const piece of pieces(unit, width)) {
        if (used + stringWidth(piece) > width && used > 0) finish();
        line.push({ ...span, text: piece });
        used += stringWidth(piece);
      }
    }
  }
  if (line.length > 0 || lines.length === 0) finish();
  return lines;
}

/** A unit that is longer than a line, in parts. */
function pieces(unit: string, width: number): string[] {
  if (stringWidth(unit) <= width) return [unit];
  const parts: string[] = [];
  let part = '';
  for (const character of unit) {
    if (part !== '' && stringWidth(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

function withoutEnd(line: readonly Span[]): Span[] {
  const last = line.at(-1);
  return last !== undefined && last.text.trim() === '' ? line.slice(0, -1) : [...line];
}
