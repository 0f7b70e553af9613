import { kept } from '../kernel/kept.js';
import { isFields } from '../kernel/objects.js';
import { type Locale, literal } from '../kernel/text.js';
import { SHEET_PHRASES } from '../words/sheet-phrases.js';
import type { Form, Piece, ReadingBack } from './form.js';
import { dataOf } from './paths.js';
import { hole, type Phrase, phrase, readPhrase, sayPhrase } from './phrase.js';
import { AMOUNT, ID, PERIOD, SHARES } from './scalars.js';

/* How values that are made of others are written: one of several phrases, lists, levels that change with time, tables of levels. */

/** Plain data that one of some phrases tells. */
export function oneOf(phrases: readonly Phrase[]): Form {
  return {
    say: (value, by) => {
      for (const each of phrases) {
        const said = sayPhrase(each, value, by);
        if (said !== null) return said;
      }
      return null;
    },
    look: (locale) => phrases.map(({ look }) => look(locale)).join('|'),
    read: (text, by) => {
      for (const each of phrases) {
        const told = readPhrase(each, text, by);
        if (told !== null) return told.every(({ path }) => path === '') ? told[0]?.value : dataOf(told);
      }
      return undefined;
    },
  };
}

type Separator = 'comma' | 'semicolon' | 'and';

function join(parts: readonly (readonly Piece[])[], separator: Separator, locale: Locale): readonly Piece[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [{ text: SHEET_PHRASES[separator][locale] }, ...part]));
}

function seriesLook(item: string, separator: Separator, locale: Locale): string {
  return `(?:${item})(?:${literal(SHEET_PHRASES[separator][locale])}(?:${item}))*`;
}

/** Finds one item of a series after the other. */
function itemFinder(item: (locale: Locale) => string, separator: Separator): (locale: Locale) => RegExp {
  return kept((locale: Locale) => new RegExp(`(${item(locale)})(?:${literal(SHEET_PHRASES[separator][locale])}|$)`, 'suy'));
}

/** The items of a series; null where it is none. */
function itemsOf(text: string, finder: RegExp): readonly string[] | null {
  finder.lastIndex = 0;
  const items: string[] = [];
  while (finder.lastIndex < text.length) {
    const found = finder.exec(text)?.[1];
    if (found === undefined) return null;
    items.push(found);
  }
  return items;
}

/** A list of at least one. */
export function listOf(form: Form, separator: Separator = 'comma'): Form {
  const finder = itemFinder(form.look, separator);
  return {
    say: (value, by) => {
      if (!Array.isArray(value) || value.length === 0) return null;
      const items = value.map((each: unknown) => form.say(each, by));
      const said = items.flatMap((each) => (each === null ? [] : [each]));
      return said.length < items.length ? null : join(said, separator, by.locale);
    },
    look: (locale) => seriesLook(form.look(locale), separator, locale),
    read: (text, by) => {
      const items = itemsOf(text, finder(by.locale))?.map((each) => form.read(each, by));
      return items === undefined || items.includes(undefined) ? undefined : items;
    },
  };
}

/** Fields of which each has a phrase of its own where it is there; `silent` is what saying nothing of a field means. */
export function someOf(phrases: readonly Phrase[], silent: Readonly<Record<string, unknown>> = {}): Form {
  const look = (locale: Locale) => phrases.map((each) => each.look(locale)).join('|');
  const finder = itemFinder(look, 'semicolon');
  return {
    say: (value, by) => {
      const said = phrases.flatMap((each) => {
        const pieces = sayPhrase(each, value, by);
        return pieces === null ? [] : [pieces];
      });
      return said.length === 0 ? null : join(said, 'semicolon', by.locale);
    },
    look: (locale) => seriesLook(look(locale), 'semicolon', locale),
    read: (text, by) => {
      const items = itemsOf(text, finder(by.locale));
      if (items === null) return undefined;
      const told = items.map((item) => firstRead(phrases, item, by));
      if (told.includes(null)) return undefined;
      return { ...silent, ...dataOf(told.flatMap((each) => each ?? [])) };
    },
  };
}

function firstRead(phrases: readonly Phrase[], text: string, by: ReadingBack) {
  for (const each of phrases) {
    const told = readPhrase(each, text, by);
    if (told !== null) return told;
  }
  return null;
}

/** A value that may change with time: alone where it holds from the term's first period on, else each with the period from which it holds. */
export function scheduled(form: Form): Form {
  const entries = listOf(oneOf([phrase('since', { value: hole('value', form), from: hole('from', PERIOD) })]), 'semicolon');
  return {
    say: (value, by) => {
      const [only, ...more]: readonly unknown[] = Array.isArray(value) ? value : [];
      const alone = isFields(only) && more.length === 0 && only.from === by.firstPeriod;
      return alone ? form.say(only.value, by) : entries.say(value, by);
    },
    look: (locale) => `${entries.look(locale)}|${form.look(locale)}`,
    read: (text, by) => {
      const series = entries.read(text, by);
      if (series !== undefined) return series;
      const value = form.read(text, by);
      return value === undefined ? undefined : [{ from: by.firstPeriod, value }];
    },
  };
}

/** What the fees that a cap limits are at most; with the periods in which they have no cap each step has a verb of its own. */
export const LIMITS: Form = oneOf([
  phrase('cap.most', { value: hole('', scheduled(AMOUNT)) }),
  phrase('value', {
    value: hole(
      '',
      listOf(
        oneOf([
          phrase('cap.none.since', { from: hole('from', PERIOD) }, { value: null }),
          phrase('cap.most.since', { value: hole('value', AMOUNT), from: hole('from', PERIOD) }),
        ]),
        'and',
      ),
    ),
  }),
]);

/** A table of levels, ascending. */
export function steps(key: 'tier' | 'point' | 'band', at: Form): Form {
  return listOf(oneOf([phrase(key, { value: hole('value', SHARES), at: hole('at', at) })]));
}

export const IDS: Form = listOf(ID);
