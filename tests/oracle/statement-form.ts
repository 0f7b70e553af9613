import { exactOf, type Rational, toDecimal } from '../../src/kernel/rational.js';
import type { BookStatement } from './book.js';

/** A statement of the book in the form of a product's `statement.json`, as far as it is compared. */
export function inForm(statement: BookStatement): Record<string, unknown> {
  const { period, lines, total, balance, final } = statement;
  return {
    period,
    kpis: statement.kpis.map(({ id, state, actual, attainment, score }) => ({
      id,
      state,
      ...number('actual', actual),
      ...number('attainment', attainment),
      ...number('score', score),
    })),
    ...number('composite', statement.composite),
    lines: lines.map(({ why: _why, ...line }) => line),
    total,
    balance,
    final,
  };
}

function number(name: string, value: Rational | null): Record<string, string | null> {
  if (value === null) return { [name]: null };
  const exact = exactOf(value);
  return { [name]: toDecimal(value), ...(exact === undefined ? {} : { [`${name}Exact`]: exact }) };
}
