import type { Filter, Literal } from '../contract/model.js';
import { isObject } from '../kernel/objects.js';
import { type Locale, literal } from '../kernel/text.js';
import { type FilterTextKey, filterText } from '../words/filter.js';
import { SHEET_PHRASES } from '../words/sheet-phrases.js';
import { type Form, plainForm } from './form.js';

/*
 * Conditions on rows, in the words that reports have for them: several stand in brackets inside others, so that what belongs together
 * is read back as it was.
 */

const STRING = '"(?:[^"\\\\]|\\\\.)*"';
const VALUE = `(?:${STRING}|-?\\d+(?:\\.\\d+)?(?:/\\d+)?|true|false)`;
const COLUMN = '[A-Za-z_]\\w*';

function sayFilter(filter: Filter, locale: Locale): string {
  if ('all' in filter) return saySeveral(filter.all, 'and', locale);
  if ('any' in filter) return saySeveral(filter.any, 'or', locale);
  const { column } = filter;
  const list = (values: readonly Literal[]) => values.map(sayLiteral).join(SHEET_PHRASES.comma[locale]);
  switch (filter.op) {
    case 'in':
    case 'notIn':
      return filterText(filter.op, locale, { column, values: list(filter.values) });
    case 'between':
      return filterText('between', locale, { column, low: sayLiteral(filter.low), high: sayLiteral(filter.high) });
    case 'isNull':
      return filterText(filter.value ? 'empty' : 'filled', locale, { column });
    default:
      return filterText(filter.op, locale, { column, value: sayLiteral(filter.value) });
  }
}

function saySeveral(filters: readonly Filter[], by: 'and' | 'or', locale: Locale): string {
  const parts = filters.map((each) => ('all' in each || 'any' in each ? `(${sayFilter(each, locale)})` : sayFilter(each, locale)));
  return parts.join(filterText(by, locale));
}

function sayLiteral({ type, value }: Literal): string {
  return type === 'string' ? JSON.stringify(value) : String(value);
}

/** Reads a filter from its place in a text on. */
class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly locale: Locale,
  ) {}

  whole(): Filter | undefined {
    const found = this.several();
    return this.at === this.text.length ? found : undefined;
  }

  private several(): Filter | undefined {
    const first = this.one();
    if (first === undefined) return undefined;
    for (const by of ['and', 'or'] as const) {
      const mark = filterText(by, this.locale);
      const parts = [first];
      while (this.takes(mark)) {
        const next = this.one();
        if (next === undefined) return undefined;
        parts.push(next);
      }
      if (parts.length > 1) return by === 'and' ? { all: parts } : { any: parts };
    }
    return first;
  }

  private one(): Filter | undefined {
    if (this.takes('(')) {
      const inner = this.several();
      return this.takes(')') ? inner : undefined;
    }
    for (const { key, pattern, make } of LEAVES[this.locale]) {
      pattern.lastIndex = this.at;
      const groups = pattern.exec(this.text)?.groups;
      const made = groups === undefined ? undefined : make(groups, key, this.locale);
      if (made === undefined) continue;
      this.at = pattern.lastIndex;
      return made;
    }
    return undefined;
  }

  private takes(mark: string): boolean {
    if (!this.text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }
}

type Groups = Readonly<Record<string, string>>;
interface Leaf {
  readonly key: FilterTextKey;
  readonly pattern: RegExp;
  readonly make: (groups: Groups, key: FilterTextKey, locale: Locale) => Filter | undefined;
}

function readLiteral(text: string | undefined): Literal | undefined {
  if (text === undefined) return undefined;
  if (text === 'true' || text === 'false') return { type: 'boolean', value: text === 'true' };
  if (!text.startsWith('"')) return { type: 'number', value: text };
  const value: unknown = JSON.parse(text);
  return typeof value === 'string' ? { type: 'string', value } : undefined;
}

function makeLeaf({ column = '', value, values, low, high }: Groups, key: FilterTextKey): Filter | undefined {
  switch (key) {
    case 'empty':
    case 'filled':
      return { column, op: 'isNull', value: key === 'empty' };
    case 'between': {
      const [from, to] = [readLiteral(low), readLiteral(high)];
      return from === undefined || to === undefined ? undefined : { column, op: 'between', low: from, high: to };
    }
    case 'in':
    case 'notIn':
      return {
        column,
        op: key,
        values: [...(values ?? '').matchAll(new RegExp(VALUE, 'gsu'))].flatMap(([each]) => readLiteral(each) ?? []),
      };
    case 'and':
    case 'or':
      return undefined;
    default: {
      const read = readLiteral(value);
      return read === undefined ? undefined : { column, op: key, value: read };
    }
  }
}

/** The longer a condition's words, the earlier it is tried: one must not be taken for the beginning of another. */
const KEYS: readonly FilterTextKey[] = ['notIn', 'in', 'between', 'filled', 'empty', 'gte', 'lte', 'gt', 'lt', 'eq'];

function leavesIn(locale: Locale): readonly Leaf[] {
  const places: Groups = {
    column: COLUMN,
    value: VALUE,
    low: VALUE,
    high: VALUE,
    values: `${VALUE}(?:${literal(SHEET_PHRASES.comma[locale])}${VALUE})*`,
  };
  return KEYS.map((key) => {
    const source = filterText(key, locale)
      .split(/(\{\w+\})/)
      .map((part) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        return name === undefined ? literal(part) : `(?<${name}>${places[name] ?? ''})`;
      });
    return { key, pattern: new RegExp(source.join(''), 'suy'), make: makeLeaf };
  });
}

const LEAVES: Readonly<Record<Locale, readonly Leaf[]>> = { en: leavesIn('en'), zh: leavesIn('zh') };

/** A filter without groups of one, which say what the one says. */
export function withoutLoneGroups(filter: Filter): Filter {
  const parts = 'all' in filter ? filter.all : 'any' in filter ? filter.any : null;
  if (parts === null) return filter;
  const [only, ...more] = parts;
  if (only !== undefined && more.length === 0) return withoutLoneGroups(only);
  return 'all' in filter ? { all: filter.all.map(withoutLoneGroups) } : { any: parts.map(withoutLoneGroups) };
}

/** Whether a value is a filter, and not a field that happens to be an object. */
export function isFilter(value: unknown): value is Filter {
  return isObject(value) && ('all' in value || 'any' in value || ('column' in value && 'op' in value));
}

export const FILTER: Form = plainForm(
  (value, { locale }) => (isFilter(value) ? sayFilter(value, locale) : null),
  `(?:[^"]|${STRING})+`,
  (text, { locale }) => new Reader(text, locale).whole(),
);
