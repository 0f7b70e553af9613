import stringWidth from 'string-width';
import type { Inline, Span } from './blocks.js';

/** Two columns each: Chinese, kana, Hangul and full-width forms. */
const WIDE = '\\u3000-\\u3029\\u3030-\\u303E\\u3041-\\u3096\\u309B-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFF01-\\uFF60';
/** One column each: ASCII, lines, bars and the signs that reports use. */
const NARROW = ' -~\\u2500-\\u2588\\u2591·—…−×→↔≤≥✓✗';
/** Closing marks of Chinese text, which never start a line. */
const CLOSING = '\\u3001\\u3002\\uFF0C\\uFF0E\\uFF1A\\uFF1B\\uFF01\\uFF1F\\uFF09\\u300B\\u300D\\u300F\\u3011\\u201D\\u2019';
/** Opening marks of Chinese text, which never end a line. */
const OPENING = '\\uFF08\\u300A\\u300C\\u300E\\u3010\\u201C\\u2018';
/** What must not be broken: a run of spaces, a wide character or a word with the marks that open it and close it. */
const WORD = `(?:(?![${OPENING}]+[${WIDE}])[^\\s${WIDE}])+`;
const UNIT = new RegExp(`\\s+|[${OPENING}]*(?:[${WIDE}]|${WORD})[${CLOSING}]*`, 'gu');
/** A text that closes what stands before it. */
const CLOSES = new RegExp(`^[,.;:!?)>${CLOSING}]`, 'u');
/** A text that opens what stands after it. */
const OPENS = new RegExp(`[(<${OPENING}]$`, 'u');
const ALL_KNOWN = new RegExp(`^[${NARROW}${WIDE}]*$`, 'u');
const EACH_WIDE = new RegExp(`[${WIDE}]`, 'gu');

/** Columns that a text takes in a terminal: as string-width, which is asked only where a text holds anything out of the ordinary. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return ALL_KNOWN.test(text) ? text.length + (text.match(EACH_WIDE)?.length ?? 0) : stringWidth(text);
}

/** Columns of a terminal that text takes: signs of Chinese take two. */
export function widthOf(inline: Inline): number {
  return inline.reduce((width, span) => width + columnsOf(span.text), 0);
}

/** Columns of the longest part that is not broken where it fits a line. */
export function longestUnit(inline: Inline): number {
  return Math.max(0, ...unitsOf(inline).map(widthOf));
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
  for (const unit of unitsOf(inline)) {
    const space = unit.every(({ text }) => text.trim() === '');
    if (space && (used + widthOf(unit) > width || (used === 0 && lines.length > 0))) continue;
    if (used + widthOf(unit) > width && used > 0) finish();
    for (const piece of unit.flatMap((span) => pieces(span.text, width).map((text) => ({ ...span, text })))) {
      if (used + columnsOf(piece.text) > width && used > 0) finish();
      line.push(piece);
      used += columnsOf(piece.text);
    }
  }
  if (line.length > 0 || lines.length === 0) finish();
  return lines;
}

/** What stays on one line where it fits: a unit of {@link UNIT} with the marks around it, which may be spans of their own. */
function unitsOf(inline: Inline): Span[][] {
  const units: Span[][] = [];
  for (const span of inline) {
    for (const text of span.text.match(UNIT) ?? []) {
      const before = units.at(-1);
      const last = before?.at(-1)?.text ?? '';
      const together = OPENS.test(last) || (CLOSES.test(text) && last.trim() !== '');
      if (before !== undefined && together) before.push({ ...span, text });
      else units.push([{ ...span, text }]);
    }
  }
  return units;
}

/** A unit that is longer than a line, in parts. */
function pieces(unit: string, width: number): string[] {
  if (columnsOf(unit) <= width) return [unit];
  const parts: string[] = [];
  let part = '';
  for (const character of unit) {
    if (part !== '' && columnsOf(part + character) > width) {
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
