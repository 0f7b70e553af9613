import { kept } from '../kernel/kept.js';
import { type Locale, literal, type Message } from '../kernel/text.js';
import type { HolesOf } from '../words/message.js';
import { SHEET_DEAL } from '../words/sheet-deal.js';
import { SHEET_DEFINITIONS } from '../words/sheet-definitions.js';
import { SHEET_FEES } from '../words/sheet-fees.js';
import { SHEET_PHRASES } from '../words/sheet-phrases.js';
import { type Form, type Piece, type ReadingBack, type Saying, textOf } from './form.js';
import { same, type Told, valueAt } from './paths.js';

const SHEET_TEXT = { ...SHEET_DEAL, ...SHEET_FEES, ...SHEET_DEFINITIONS };
type Sentences = typeof SHEET_TEXT;
type Phrases = typeof SHEET_PHRASES;
export type SentenceKey = keyof Sentences;
export type PhraseKey = keyof Phrases;

/** Where the value of a place stands in what the phrase is about, and how it is written. */
export interface Hole {
  readonly path: string;
  readonly form: Form;
}

/**
 * Words with places, in both languages: the one description by which a phrase is printed and read back. `fixed` is what it says by
 * being said: `threshold: null` of the sentence that there is none.
 */
export interface Phrase {
  readonly key: string;
  readonly words: Message;
  readonly holes: Readonly<Record<string, Hole>>;
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly look: (locale: Locale) => string;
  readonly whole: (locale: Locale) => RegExp;
  /** How every text in its words begins. */
  readonly start: (locale: Locale) => string;
}

type Holes<Text extends string> = Readonly<Record<HolesOf<Text>, Hole>>;

/** A sentence of the sheet. */
export function sentence<K extends SentenceKey>(key: K, holes: Holes<Sentences[K]['en']>, fixed: Phrase['fixed'] = {}): Phrase {
  return phraseOf(key, SHEET_TEXT[key], holes, fixed);
}

/** A part of one. */
export function phrase<K extends PhraseKey>(key: K, holes: Holes<Phrases[K]['en']>, fixed: Phrase['fixed'] = {}): Phrase {
  return phraseOf(key, SHEET_PHRASES[key], holes, fixed);
}

/** A place in a sentence that holds a value of the terms. @param path where the value stands in them */
export function hole(path: string, form: Form): Hole {
  return { path, form };
}

function phraseOf(key: string, words: Message, holes: Readonly<Record<string, Hole>>, fixed: Phrase['fixed']): Phrase {
  const look = kept((locale: Locale) => sourceOf(words[locale], locale, (name) => `(?:${holes[name]?.form.look(locale) ?? ''})`));
  const whole = kept(
    (locale: Locale) =>
      new RegExp(`^${sourceOf(words[locale], locale, (name) => `(?<${name}>${holes[name]?.form.look(locale) ?? ''})`)}$`, 'su'),
  );
  const start = (locale: Locale) => {
    const [first] = partsOf(words[locale]);
    return typeof first === 'string' ? first.trimEnd() : '';
  };
  return { key, words, holes, fixed, look, whole, start };
}

/** A place of a text: `{days}`, or `{days:day|days}` for the word that goes with its number. */
interface Place {
  readonly name: string;
  readonly words: { readonly one: string; readonly many: string } | null;
}

const PLACE = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g;

/** Texts and places in their order. */
const partsOf = kept((text: string): readonly (string | Place)[] => {
  const parts: (string | Place)[] = [];
  let at = 0;
  for (const match of text.matchAll(PLACE)) {
    const [whole, name = '', one, many] = match;
    parts.push(text.slice(at, match.index), { name, words: one === undefined || many === undefined ? null : { one, many } });
    at = match.index + whole.length;
  }
  return [...parts, text.slice(at)].filter((part) => part !== '');
});

/** In Chinese a space beside a place is only there where what fills it needs one. */
function sourceOf(text: string, locale: Locale, place: (name: string) => string): string {
  return partsOf(text)
    .map((part) => {
      if (typeof part === 'string') return locale === 'zh' ? literal(part).replaceAll(' ', ' ?') : literal(part);
      return part.words === null ? place(part.name) : `(?:${literal(part.words.one)}|${literal(part.words.many)})`;
    })
    .join('');
}

// Chinese characters and the signs that are as wide as they.
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60\u3000-\u303F“”]/u;

/** The phrase about some data; null where it says something else than they are. */
export function sayPhrase({ words, holes, fixed }: Phrase, data: unknown, by: Saying): readonly Piece[] | null {
  if (!Object.entries(fixed).every(([path, value]) => same(valueAt(data, path), value))) return null;
  const said = new Map<string, readonly Piece[]>();
  for (const [name, { path, form }] of Object.entries(holes)) {
    const value = valueAt(data, path);
    const pieces = value === undefined ? null : form.say(value, by);
    if (pieces === null) return null;
    said.set(name, pieces);
  }
  const pieces = partsOf(words[by.locale]).map((part): readonly Piece[] => {
    if (typeof part === 'string') return [{ text: part, own: true }];
    const filling = said.get(part.name) ?? [];
    return part.words === null ? filling : [{ text: textOf(filling) === '1' ? part.words.one : part.words.many, own: true }];
  });
  return by.locale === 'zh' ? closeUp(pieces) : pieces.flat();
}

/** Chinese has no space between two wide signs that meet where a place was filled; what stands in the places stays as it is. */
function closeUp(parts: readonly (readonly Piece[])[]): readonly Piece[] {
  const texts = parts.map(textOf);
  const isWide = (sign: string | undefined) => sign !== undefined && WIDE.test(sign);
  return parts.flatMap((part, index): readonly Piece[] => {
    const [only, ...more] = part;
    if (only === undefined || more.length > 0 || !/^ | $/.test(only.text) || only.code === true) return part;
    let { text } = only;
    if (text.startsWith(' ') && isWide(texts[index - 1]?.at(-1)) && isWide(text === ' ' ? texts[index + 1]?.at(0) : text.at(1)))
      text = text.slice(1);
    if (text.endsWith(' ') && isWide(texts[index + 1]?.at(0)) && isWide(text.at(-2))) text = text.slice(0, -1);
    return text === '' ? [] : [{ ...only, text }];
  });
}

/** What a text tells in the words of a phrase; null where it is not in them. */
export function readPhrase({ holes, fixed, whole, start }: Phrase, text: string, by: ReadingBack): readonly Told[] | null {
  if (!text.startsWith(start(by.locale))) return null;
  const found = whole(by.locale).exec(text);
  if (found === null) return null;
  const told: Told[] = Object.entries(fixed).map(([path, value]) => ({ path, value }));
  for (const [name, { path, form }] of Object.entries(holes)) {
    const value = form.read(found.groups?.[name] ?? '', by);
    if (value === undefined) return null;
    told.push({ path, value });
  }
  return told;
}
