import { kept } from './kept.js';
import { moreOf } from './some-of.js';

/** The languages that everything people read comes in. */
export type Locale = 'en' | 'zh';
export const LOCALES: readonly Locale[] = ['en', 'zh'];

/** Text of a contract: one string for every reader, or one per language. */
export type Text = string | { readonly en: string; readonly zh: string };

/** The text in a language; text given once serves both. */
export function localText(text: Text, locale: Locale): string {
  return typeof text === 'string' ? text : text[locale];
}

/** A message with both languages; `{name}` stands for a parameter, `{name:day|days}` for the word that goes with its number. */
export interface Message {
  readonly en: string;
  readonly zh: string;
}

/** What fills a place: a text or a figure, or several items, which become a list of the language. */
export type Filler = string | number | readonly string[];

export type Params = Readonly<Record<string, Filler>>;

/** A place of a message: `{name}`, or `{name:one|many}`. */
const PLACE = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/** A place as it was written, and what it stands for. */
interface Place {
  readonly whole: string;
  readonly name: string;
  readonly one: string | undefined;
  readonly many: string | undefined;
}

/** A message's texts and places, in their order: looked through once. */
const partsOf = kept((message: string): readonly (string | Place)[] => {
  const parts: (string | Place)[] = [];
  let at = 0;
  for (const match of message.matchAll(PLACE)) {
    const [whole, name = '', one, many] = match;
    parts.push(message.slice(at, match.index), { whole, name, one, many });
    at = match.index + whole.length;
  }
  return [...parts, message.slice(at)];
});

/** Places of what a file calls something: without a space around it nobody would see where it begins. */
const NAMES_OF_DATA: ReadonlySet<string> = new Set(['header', 'table', 'column', 'columns', 'sheet', 'sheets', 'file']);

/**
 * Fills a message's places; an absent parameter stays visible, so that a forgotten one is noticed. In Chinese a letter or figure that meets
 * a Chinese sign at the edge of a place has a space before or behind it, as everywhere else, and two Chinese signs have none between them,
 * but around a name of the data: what fills a place is known only here.
 */
export function fill(message: Message, locale: Locale, params: Params = {}): string {
  let text = '';
  let wasName = false;
  for (const part of partsOf(message[locale])) {
    const next = typeof part === 'string' ? part : filled(part, locale, params);
    if (next === '') continue;
    const isName = typeof part !== 'string' && NAMES_OF_DATA.has(part.name);
    text = locale === 'zh' ? metInChinese(text, next, isName || wasName) : text + next;
    wasName = isName;
  }
  return text;
}

/** Two parts of a Chinese sentence, with a space between them where one belongs there and none where it does not. */
function metInChinese(before: string, after: string, keepsSpaces: boolean): string {
  if (meetsApart(before, after)) return `${before} ${after}`;
  if (keepsSpaces) return before + after;
  const isSpaced = before.endsWith(' ') && isWide(before.charCodeAt(before.length - 2)) && isWide(after.charCodeAt(0));
  if (isSpaced) return before.slice(0, -1) + after;
  const isApart = after.startsWith(' ') && isWide(before.charCodeAt(before.length - 1)) && isWide(after.charCodeAt(1));
  return before + (isApart ? after.slice(1) : after);
}

/** What stands in the place of a figure that there is none of, wherever people read: an en dash stands between two figures. */
export const NO_FIGURE = '—';

/** Between the items of a list. */
export function listSeparator(locale: Locale): string {
  return locale === 'zh' ? '、' : ', ';
}

/** What fills a place, in words of a language. */
export function fillerText(filler: Filler, locale: Locale): string {
  return typeof filler === 'object' ? listText(filler, locale) : String(filler);
}

/** Items as a list; how many more there are is said as people say it: `a, b and 2 more`, in Chinese by how many there are in all. */
function listText(items: readonly string[], locale: Locale): string {
  const more = moreOf(items.at(-1));
  if (more === null) return items.join(listSeparator(locale));
  const named = items.slice(0, -1);
  const list = named.join(listSeparator(locale));
  return locale === 'zh' ? metInChinese(list, `等共 ${named.length + more} 项`, false) : `${list} and ${more} more`;
}

/** Whether two parts of a sentence meet with a Chinese sign on one side and a letter or figure, or what ends a figure, on the other. */
function meetsApart(before: string, after: string): boolean {
  if (before === '' || after === '') return false;
  const last = before.charCodeAt(before.length - 1);
  const first = after.charCodeAt(0);
  return isHan(last) ? isLatin(first) : isHan(first) && (isLatin(last) || last === PERCENT);
}

const PERCENT = 0x25;

/** A Chinese sign, by its code unit. */
function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Brackets and quotes of Chinese text: they keep their own distance. */
const WIDE_MARKS: ReadonlySet<number> = new Set([...'（）《》「」“”'].map((mark) => mark.charCodeAt(0)));

const isWide = (unit: number): boolean => isHan(unit) || WIDE_MARKS.has(unit);

/** A letter or figure of ASCII, by its code unit. */
function isLatin(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}

function filled({ whole, name, one, many }: Place, locale: Locale, params: Params): string {
  const given = Object.hasOwn(params, name) ? params[name] : undefined;
  if (given === undefined) return whole;
  const value = fillerText(given, locale);
  if (one === undefined || many === undefined) return value;
  return value === '1' ? one : many;
}

/** Whether a text holds half of a character, which only an escape such as "\\uD800" can write: no digest can cover it. */
export function hasHalfCharacter(text: string): boolean {
  return !text.isWellFormed();
}

/** At most `most` characters of a text for a message, cut between characters; what is half a character becomes �. */
export function excerptOf(text: string, most: number): string {
  const whole = text.slice(0, 2 * most + 2).replace(/\p{Surrogate}/gu, '\uFFFD');
  const characters = [...whole];
  return characters.length <= most ? whole : `${characters.slice(0, most - 1).join('')}…`;
}

/** More marks on one letter than any script has (Unicode's Stream-Safe Text Format): to put them in order costs the square of them. */
const ENDLESS_MARKS = /\p{M}{31}/u;

/** Where a text has more marks in a row than any script puts on a letter; -1 where it has none, as no text that is shorter than they are. */
export function endlessMarks(text: string): number {
  return text.length < 31 ? -1 : text.search(ENDLESS_MARKS);
}

const PLAIN = /^[ -~]*$/;

/** A text in one of Unicode's normal forms; one with {@link endlessMarks}, which is nobody's text, as it is. */
export function inForm(text: string, form: 'NFC' | 'NFKC' | 'NFKD'): string {
  // Letters without marks are the same in all forms, and nearly all that is written in files is such.
  if (PLAIN.test(text)) return text;
  return endlessMarks(text) === -1 ? text.normalize(form) : text;
}

/** Text with one kind of line end: a clone on another system may have changed them, and they mean nothing. */
export function linesEndAlike(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** A text as the source of a regular expression that finds it. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Signs that end a line to some readers of YAML and not to others; so does a carriage return that stands alone. */
const LINE_SIGNS = String.raw`\u0085\u2028\u2029`;
const ANY_LINE_SIGN = new RegExp(`[${LINE_SIGNS}]`, 'g');
const LONE_LINE_END = new RegExp(String.raw`\r(?!\n)|[${LINE_SIGNS}]`);
const IN_ONE_LINE = new RegExp(String.raw`[\r${LINE_SIGNS}]`);

/** The first sign of a text that ends a line to some readers alone, with its place; null: there is none. */
export function loneLineEnd(text: string): { readonly sign: string; readonly index: number } | null {
  const found = LONE_LINE_END.exec(text);
  return found === null ? null : { sign: found[0], index: found.index };
}

/** Whether one line of text has what ends a line to anybody. */
export function hasLineSigns(line: string): boolean {
  return IN_ONE_LINE.test(line);
}

/** A text, a name as a rule, that must not end the line of the comment or heading that it stands in. */
export function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** A double-quoted YAML scalar: JSON's strings are a part of YAML's. What may end a line is written as an escape. */
export function yamlString(text: string): string {
  return escapedLines(JSON.stringify(text));
}

/** YAML whose texts are all in double quotes, with what may end a line as an escape. */
export function escapedLines(yaml: string): string {
  return yaml.replace(ANY_LINE_SIGN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
