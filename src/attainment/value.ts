import { distinct } from '../kernel/objects.js';
import type { Party } from '../kernel/party.js';
import { compare, divide, isZero, type Rational } from '../kernel/rational.js';

/** A reason as a code of the message catalogue with its parameters: reports render it, digests do not depend on wording. */
export interface Reason {
  readonly code: string;
  readonly with: Readonly<Record<string, string>>;
}

/** Why a value is undefined, and whose fact caused it; null where nobody's did (a division by zero). */
export interface Cause {
  readonly reason: Reason;
  readonly party: Party | null;
}

/** A value that is known exactly, or undefined with its causes. Missing is never zero. */
export type Value = { readonly known: true; readonly value: Rational } | { readonly known: false; readonly causes: readonly Cause[] };

const DIVISION_BY_ZERO = 'division-by-zero';

export function known(value: Rational): Value {
  return { known: true, value };
}

export function undefinedBy(causes: readonly Cause[]): Value {
  return { known: false, causes };
}

export function reason(code: string, params: Readonly<Record<string, string>> = {}): Reason {
  return { code, with: params };
}

/** Whether nothing but a division by zero makes the value undefined: all that `whenMissing` covers. */
export function onlyDivision(value: Value): boolean {
  return !value.known && value.causes.every((cause) => cause.reason.code === DIVISION_BY_ZERO);
}

/** The causes of several values, each once. */
export function causesOf(values: readonly Value[]): Cause[] {
  return distinct(values.flatMap((value) => (value.known ? [] : value.causes)));
}

type Operator = '+' | '-' | '*' | '/' | 'min' | 'max';

/** Applies an operator; undefined propagates, and dividing by zero is undefined (named by `what`). */
export function combine(op: Operator, left: Value, right: Value, what: string): Value {
  if (!left.known || !right.known) return undefinedBy(causesOf([left, right]));
  const a = left.value;
  const b = right.value;
  switch (op) {
    case '+':
      return known(a.add(b));
    case '-':
      return known(a.sub(b));
    case '*':
      return known(a.mul(b));
    case 'min':
      return known(compare(a, b) <= 0 ? a : b);
    case 'max':
      return known(compare(a, b) >= 0 ? a : b);
    case '/': {
      const quotient = isZero(b) ? undefined : divide(a, b);
      if (quotient !== undefined) return known(quotient);
      return undefinedBy([{ reason: reason(DIVISION_BY_ZERO, { metric: what }), party: null }]);
    }
  }
}
