import { phrase } from '../words/phrases.js';

/*
 * SQL as parts. Text comes only from templates in this repository, from checked identifiers and from numbers; whatever a
 * contract says as a value is a bound parameter. So a value can never become SQL, by construction.
 */

/** A bound value; decimals travel as text and are cast where they are used. */
export interface Param {
  readonly type: 'text' | 'boolean';
  readonly value: string | boolean;
}

/** A piece of SQL with its bound values in order. */
export interface Sql {
  readonly parts: readonly (string | Param)[];
}

/** A statement ready for a driver. */
export interface Statement {
  /** `profile` statements are small and only help to choose how to measure. */
  readonly purpose: 'measure' | 'profile';
  /** What it is for: phrases of the catalogue (`@query.latest:paid_at`), several where it is several in one. */
  readonly titles: readonly string[];
  /** The same in English, for programs and logs. */
  readonly label: string;
  readonly sql: string;
  readonly params: readonly Param[];
  /** The same before its parameters were numbered: statements can be put into one. */
  readonly query: Sql;
}

/** Builds SQL from a template; only other SQL can be put into it. */
export function sql(strings: TemplateStringsArray, ...pieces: readonly Sql[]): Sql {
  const parts: (string | Param)[] = [];
  strings.forEach((text, index) => {
    parts.push(text);
    // one by one: a piece can have more parts than a call takes arguments
    for (const part of pieces[index]?.parts ?? []) parts.push(part);
  });
  return { parts };
}

/** A bound value. */
export function bind(value: string | boolean): Sql {
  return { parts: [{ type: typeof value === 'boolean' ? 'boolean' : 'text', value }] };
}

/** A whole number that Concord itself computed (a day, an instant, an index). */
export function integer(value: number | bigint): Sql {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not an integer: ${value}`);
  return { parts: [value < 0 ? `(${value})` : String(value)] };
}

/** Text that a dialect wrote itself: a type's name, a quoted identifier. Never a contract's words. */
export function trusted(text: string): Sql {
  return { parts: [text] };
}

/** Pieces with a text between them that is never a contract's. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  return { parts: pieces.flatMap((piece, index) => (index === 0 ? piece.parts : [separator, ...piece.parts])) };
}

export const TRUE: Sql = sql`TRUE`;
export const FALSE: Sql = sql`FALSE`;

/** Rows for which every condition holds: all rows where there is none. */
export function and(conditions: readonly Sql[]): Sql {
  const [first] = conditions;
  if (first === undefined) return TRUE;
  return conditions.length === 1 ? first : sql`(${join(conditions, ' AND ')})`;
}

/** Rows for which some condition holds: no row where there is none. */
export function or(conditions: readonly Sql[]): Sql {
  const [first] = conditions;
  if (first === undefined) return FALSE;
  return conditions.length === 1 ? first : sql`(${join(conditions, ' OR ')})`;
}

/** Numbers the parameters in the order in which they first stand; equal ones are bound once. */
export function render(
  title: string | readonly string[],
  query: Sql,
  placeholder: (index: number) => string,
  purpose: Statement['purpose'] = 'measure',
): Statement {
  const params: Param[] = [];
  const numbers = new Map<string | boolean, number>();
  const number = (param: Param): number => {
    const known = numbers.get(param.value) ?? params.push(param);
    numbers.set(param.value, known);
    return known;
  };
  const text = query.parts.map((part) => (typeof part === 'string' ? part : placeholder(number(part)))).join('');
  const titles = typeof title === 'string' ? [title] : title;
  return { purpose, titles, label: titles.map((each) => phrase(each, 'en')).join('; '), sql: text, params, query };
}
