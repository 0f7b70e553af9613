import { exactOf, type Rational, rational, toDecimal } from './rational.js';

/** A field of decimal text, and its `…Exact` sibling. */
type NumberField<K extends string, Text> = { readonly [P in K]: Text } & { readonly [P in `${K}Exact`]?: string };

/** A number of a JSON document: decimal text, with `…Exact` beside it where 12 places do not hold it. */
export function numberField<K extends string>(key: K, value: Rational): NumberField<K, string>;
export function numberField<K extends string>(key: K, value: Rational | null): NumberField<K, string | null>;
export function numberField<K extends string>(key: K, value: Rational | null): NumberField<K, string | null> {
  const exact = value === null ? undefined : exactOf(value);
  const field = { [key]: value === null ? null : toDecimal(value), ...(exact === undefined ? {} : { [`${key}Exact`]: exact }) };
  return field as NumberField<K, string | null>;
}

/** The exact value of a number with an `…Exact` sibling. */
export function exactly(value: string | null, exact: string | undefined): Rational | null {
  return value === null ? null : rational(exact ?? value);
}
