import { exactOf, type Rational, rational, toDecimal } from './rational.js';

/** A number of a JSON document: decimal text, with `…Exact` beside it where 12 places do not hold it. */
export function numberField<K extends string>(
  key: K,
  value: Rational | null,
): { readonly [P in K]: string | null } & { readonly [P in `${K}Exact`]?: string } {
  const exact = value === null ? undefined : exactOf(value);
  const field = { [key]: value === null ? null : toDecimal(value), ...(exact === undefined ? {} : { [`${key}Exact`]: exact }) };
  return field as { readonly [P in K]: string | null } & { readonly [P in `${K}Exact`]?: string };
}

/** The exact value of a number with an `…Exact` sibling. */
export function exactly(value: string | null, exact: string | undefined): Rational | null {
  return value === null ? null : rational(exact ?? value);
}
