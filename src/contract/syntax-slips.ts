import { excerptOf } from '../kernel/text.js';
import { conflictLine, firstDifference, type Mended, mendsNear } from './line-mends.js';
import { wideMadePlain } from './meant/characters.js';
import { quote } from './quote.js';

/** What the parser complains of in a text, and the text as data where it complains of nothing. */
export interface Reading {
  readonly faults: readonly { readonly code: string; readonly offset: number }[];
  readonly data: unknown;
}

/** How many mistakes data has beside those of form. */
export type Fits = (data: unknown) => number;

/** A slip of form: where, what, and the line as it was meant where that is known. */
export interface SyntaxSlip {
  readonly offset: number;
  readonly problem: string;
  readonly corrected: string | null;
  /** Where nothing but the number of spaces before a line is wrong. */
  readonly indent: Indent | null;
}

/** How many spaces stand before a line and should, and how the line begins. */
export interface Indent {
  readonly found: number;
  readonly expected: number;
  readonly field: string;
}

/** So many slips of one file are told. */
const MOST_SLIPS = 10;
/** Longer texts, many times any contract, are not searched for what was meant. */
const LONGEST = 32_000;
/** So many characters are read again in search of what was meant: dozens of readings of a contract, and within the time that a check may take. */
const MOST_READ = 250_000;
/** A line that a message repeats; of a longer one in brackets the field at the slip. */
const MOST_SHOWN = 70;
/** A text that is put in quotes: cut short it would be another text. */
const MOST_QUOTED = 400;

/**
 * The slips of form in a text, each once and at its own place: a line is mended until the parser can read on.
 * What no mend explains is told in the parser's own terms, and ends the search: what it says after that is guesswork.
 */
export function syntaxSlips(text: string, faults: Reading['faults'], read: (text: string) => Reading, fits: Fits): SyntaxSlip[] {
  let lines = text.split('\n');
  const starts = startsOf(lines);
  const conflict = conflictLine(lines);
  if (conflict !== null) return [{ offset: starts[conflict] ?? 0, problem: '@yaml.CONFLICT', corrected: null, indent: null }];
  const found: SyntaxSlip[] = [];
  const budget = { left: text.length > LONGEST ? 0 : MOST_READ };
  let [fault] = faults;
  while (fault !== undefined && found.length < MOST_SLIPS) {
    const at = lineOf(lines, fault.offset);
    // a second document is no slip of a line
    const mended = fault.code === 'MULTIPLE_DOCS' ? null : bestMend(lines, at, fault.code, { read, fits, budget });
    if (mended === null) {
      if (found.length === 0) found.push({ offset: fault.offset, problem: `@yaml.${fault.code}`, corrected: null, indent: null });
      break;
    }
    const before = lines[mended.line] ?? '';
    const column = firstDifference(before, mended.text);
    found.push({
      offset: (starts[mended.line] ?? 0) + column,
      ...told(mended, column),
      indent: mended.problem === 'INDENT' ? indentOf(before, mended.text) : null,
    });
    lines = lines.map((line, index) => (index === mended.line ? mended.text : line));
    [fault] = read(lines.join('\n')).faults;
  }
  return found;
}

interface Search {
  readonly read: (text: string) => Reading;
  readonly fits: Fits;
  readonly budget: { left: number };
}

/** Mends that may lead to several texts which can all be read: the one that makes most sense is taken. */
const SEVERAL = new Set(['INDENT', 'TAB_AS_INDENT', 'OPEN_QUOTE', 'OPEN_BRACKET', 'ODD_SPACE']);

function bestMend(lines: readonly string[], at: number, code: string, { read, fits, budget }: Search): Mended | null {
  let best: { readonly mended: Mended; readonly mistakes: number } | null = null;
  for (const mended of mendsNear(lines, at, code)) {
    if (best !== null && mended.problem !== best.mended.problem) break;
    const text = lines.map((line, index) => (index === mended.line ? mended.text : line)).join('\n');
    budget.left -= text.length;
    if (budget.left < 0) break;
    const { faults, data } = read(text);
    const [next] = faults;
    const heals = next === undefined || lineOf(text.split('\n'), next.offset) > Math.max(at, mended.line);
    if (!heals) continue;
    const mistakes = next === undefined ? fits(data) : Number.MAX_SAFE_INTEGER;
    if (best === null || mistakes < best.mistakes) best = { mended, mistakes };
    if (mistakes === 0 || !SEVERAL.has(mended.problem)) break;
  }
  return best?.mended ?? null;
}

function told({ problem, text }: Mended, column: number): Pick<SyntaxSlip, 'problem' | 'corrected'> {
  return { problem: `@yaml.${problem}`, corrected: shown(text, column, problem) };
}

/** A line for a message: without the spaces before it, and of a long one the piece around the slip. */
function shown(line: string, column: number, problem: string): string {
  const whole = plainWhereNoText(line.trim());
  if (whole.length <= MOST_SHOWN) return excerptOf(whole, MOST_SHOWN);
  const fieldBefore = problem === 'OPEN_BRACKET' ? line.slice(0, column).search(/[{,]\s*[\w-]+:\s[^:]*$/) : -1;
  const from = (fieldBefore === -1 ? Math.max(line.lastIndexOf(',', column - 1), line.lastIndexOf('{', column - 1)) : fieldBefore) + 1;
  // what is put in quotes is shown to its end
  const isQuoted = line[column] === '"';
  const behind = isQuoted ? Math.max(line.indexOf('"', column + 1), column) + 1 : column + 1;
  const length = line.slice(behind).search(/[,}]/);
  const end = length === -1 ? line.length : behind + length;
  // a bracket that was missing is what the piece is about
  const [closing = ''] = problem === 'OPEN_BRACKET' ? (/^[\s}\]]*/.exec(line.slice(end)) ?? []) : [];
  const piece = cutOpen(line.slice(from, end + closing.length).trim(), column - from, isQuoted || problem === 'OPEN_BRACKET');
  return excerptOf(plainWhereNoText(piece), isQuoted ? MOST_QUOTED : MOST_SHOWN);
}

/** A bracket that a piece opens behind the slip and does not close goes on: what is copied would else end in the middle of it. */
function cutOpen(piece: string, slip: number, isWhole: boolean): string {
  const opened = isWhole ? -1 : piece.search(/[{[][^}\]]*$/);
  return opened < Math.max(slip, 1) ? piece : `${piece.slice(0, opened + 1)} …`;
}

/** Values that are nothing but keyboard characters, some of them full width. */
const WIDE_VALUE = /(?<=[:,{[]\s*|^)[\uFF01-\uFF5E\w.+-]*[\uFF01-\uFF5E][\uFF01-\uFF5E\w.%+-]*(?=\s*(?:[:,}\]]|$))/gu;
/** Digits, and the signs that belong to a number. */
const WIDE_NUMBER = /[\uFF10-\uFF19\uFF05]|(?<=[\d%\uFF10-\uFF19\uFF05万亿])[\uFF0C\uFF0E]/gu;

/** What is to be copied has plain characters: marks of full width stay only where they belong to a Chinese text. */
function plainWhereNoText(line: string): string {
  return line.replace(WIDE_VALUE, wideMadePlain).replace(WIDE_NUMBER, wideMadePlain);
}

function indentOf(before: string, after: string): Indent {
  const [found = 0, expected = 0] = [before, after].map((line) => line.length - line.trimStart().length);
  return { found, expected, field: quote(after.trim()) };
}

/** Where each line begins. */
function startsOf(lines: readonly string[]): number[] {
  let offset = 0;
  return lines.map((line) => {
    const start = offset;
    offset += line.length + 1;
    return start;
  });
}

function lineOf(lines: readonly string[], offset: number): number {
  let left = offset;
  const index = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return index === -1 ? lines.length - 1 : index;
}
