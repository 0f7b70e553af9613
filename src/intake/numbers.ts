import { FAILED_FORMULA } from '../kernel/failed-formula.js';
import { isCurrency } from '../kernel/money.js';

/*
 * How a file's numbers are probably written, judged by those that can be read in one way only.
 */

/** White space at the ends of a value, also what web pages and Chinese keyboards put there. */
const BLANKS = /^[ \t\u00a0\u202f\u3000]+|[ \t\u00a0\u202f\u3000]+$/g;
/** Words and signs that stand where a number is none. */
const NOTHING = ['--', '-', '—', '–', 'n/a', 'N/A', 'NA', 'null', 'NULL', 'None', '(none)', '(not set)', '无', '暂无'];
/** What stands before or behind an amount; three letters are a currency, where they are the code of one. */
const MARK = String.raw`US\$|A\$|C\$|HK\$|NT\$|S\$|R\$|NZ\$|MX\$|RMB|Rp\.?|RM|zł|Kč|kr\.?|[A-Z]{3}|[$€£¥￥₩₹฿₫₽₱₺₪元圆圓円원%]`;
const WRAPPED = /^="(.*)"$/s;
const BEFORE = new RegExp(`^([+-]?)\\s*(${MARK})\\s*(?=[0-9.,+-])`);
const BEHIND = new RegExp(`(?<=[0-9.,])\\s*(${MARK})$`);
const DIGITS = /^[+-]?(?=[.,]?[0-9])[0-9.,' \u00a0\u202f]*$/;

/** Text without blanks of any script around it. */
export function trimmed(value: string): string {
  return value.replace(BLANKS, '');
}

/** The white space that stands at the ends of values, as it is declared to be taken off: a tab, a space for any other. */
export function paddingOf(values: readonly string[]): string[] {
  const ends = new Set(values.flatMap((value) => (value === trimmed(value) ? [] : [value[0] ?? '', value.at(-1) ?? ''])));
  const blanks = [...ends].filter((each) => trimmed(each) === '');
  return [...(blanks.includes('\t') ? ['\t'] : []), ...(blanks.some((each) => each !== '\t') ? [' '] : [])];
}

/** A value without what stands around it, with what was taken off. */
export interface Bare {
  readonly value: string;
  readonly strip: readonly string[];
}

/** Takes `="…"`, currency signs and the like off a value. */
export function bare(value: string): Bare {
  const own = trimmed(value);
  const inner = WRAPPED.exec(own)?.[1];
  if (inner !== undefined) return { value: trimmed(inner), strip: ['="', '"'] };
  const [head = '', sign = '', before] = ofMoney(BEFORE.exec(own), 2) ?? [];
  const rest = sign + own.slice(head.length);
  const behind = ofMoney(BEHIND.exec(rest), 1);
  const strip = [...(before === undefined ? [] : [before]), ...(behind?.[1] === undefined ? [] : [behind[1]])];
  return { value: trimmed(behind === null ? rest : rest.slice(0, behind.index)), strip };
}

/** A mark that was found, unless it is three letters that are no currency. */
function ofMoney(found: RegExpExecArray | null, group: number): RegExpExecArray | null {
  const mark = found?.[group] ?? '';
  return /^[A-Z]{3}$/.test(mark) && mark !== 'RMB' && !isCurrency(mark) ? null : found;
}

/** Whether a cell says that there is nothing, as exports write it: a dash, `--`, `n/a`, 无. */
export function isNothing(value: string): boolean {
  return NOTHING.includes(trimmed(value));
}

/** What the reader of workbooks writes for a formula that nobody computed. */
const UNCOMPUTED = '=';

/** How a cell has no value that should have one; null: it has one, or is empty. */
export function failureOf(value: string): 'error' | 'formula' | null {
  const own = trimmed(value);
  return own === UNCOMPUTED ? 'formula' : FAILED_FORMULA.test(own) ? 'error' : null;
}

/** Groups of digits as somebody writes them: of three, or before the last three of two (1,23,456); or as Chinese count, of four. */
const GROUPED = /^[+-]?[0-9]{1,4}([,.' \u00a0\u202f])(?:[0-9]{2,4}\1)*[0-9]{3,4}(?:[.,][0-9]*)?$/;

/** Whether a value has digits and what stands between digits, and nothing else; `1,2,3` is a list and no number. */
export function isNumeric(value: string): boolean {
  if (!DIGITS.test(value)) return false;
  const marks = value.match(/[.,' \u00a0\u202f]/g) ?? [];
  return marks.length < 2 || GROUPED.test(value);
}

/** A negative amount as accountants write it: in parentheses, or with its minus behind. No file is read so. */
const NEGATIVE = /^(?:\((?<inside>.+)\)|(?<before>.+)-)$/;

/** Whether a value is a number but for its minus, which stands in another place than before it or is a pair of parentheses. */
export function isOddlyNegative(value: string): boolean {
  const { inside, before } = NEGATIVE.exec(value)?.groups ?? {};
  const digits = inside ?? before;
  return digits !== undefined && /[0-9]/.test(digits) && isNumeric(bare(digits).value);
}

/** How numbers are written; null: as everywhere, `1234.50`. */
export interface NumberForm {
  readonly decimal: ',' | null;
  readonly thousands: ',' | '.' | "'" | ' ' | null;
}

/** Why nothing can be said of numbers: a comma or a point that may be either, or some that say one thing, and some another. */
export type Unclear = 'comma' | 'point' | 'mixed';

export type NumbersSeen = { readonly form: NumberForm | null } | { readonly unclear: Unclear };

/** What numbers of a file have in common. */
export function numbersOf(values: readonly string[]): NumbersSeen {
  const decimals = new Set<string>();
  const groups = new Set<string>();
  const either = new Set<string>();
  for (const value of values) {
    const marks = [...value.replace(/^[+-]/, '')].filter((character) => !/[0-9]/.test(character));
    const [first, ...others] = marks.map((mark) => (/\s/.test(mark) ? ' ' : mark));
    const last = others.at(-1);
    if (first === undefined) continue;
    if (first === ' ' || first === "'") groups.add(first);
    if (last !== undefined && last !== first) {
      groups.add(first);
      decimals.add(last);
    } else if (last !== undefined) groups.add(first);
    else if (first === '.' || first === ',') {
      // three digits after it, one to three before: a thousand, or a thousandth
      if (/^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$/.test(value)) either.add(first);
      else decimals.add(first);
    }
  }
  if (decimals.size > 1 || groups.size > 1 || [...decimals].some((mark) => groups.has(mark))) return { unclear: 'mixed' };
  const [decimal] = decimals;
  const [group] = groups;
  for (const mark of either) {
    if (mark === decimal || mark === group) continue;
    if (decimal === undefined && group === undefined) return { unclear: mark === ',' ? 'comma' : 'point' };
    if (group === undefined && decimal !== undefined) groups.add(mark);
    else if (decimal === undefined) decimals.add(mark);
    else return { unclear: 'mixed' };
  }
  if (decimals.size > 1 || groups.size > 1) return { unclear: 'mixed' };
  const thousands = [...groups].find((mark): mark is ',' | '.' | "'" | ' ' => [',', '.', "'", ' '].includes(mark)) ?? null;
  // grouped by points, a comma is what stands before decimals, whether or not any number has some
  const comma = decimals.has(',') || thousands === '.';
  return { form: comma || thousands !== null ? { decimal: comma ? ',' : null, thousands } : null };
}

/** One number of the form, nobody's: `1.234,50`. */
export function exampleOf({ decimal, thousands }: NumberForm): string {
  return `1${thousands ?? ''}234${decimal ?? '.'}50`;
}
