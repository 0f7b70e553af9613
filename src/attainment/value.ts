import { distinct } from '../kernel/objects.js';
import type { Party } from '../kernel/party.js';
import { compare, divide, isZero, type Rational } from '../kernel/rational.js';
import type { CauseCode, ReasonArgs, ReasonCode } from '../words/reasons.js';

/** A reason as a code of the message catalogue with its parameters: reports render it, digests do not depend on wording. */
export interface Reason<Code extends ReasonCode = ReasonCode> {
  readonly code: Code;
  readonly with: Readonly<Record<string, string>>;
}

/** Why a value is undefined, and whose fact caused it; null where nobody's did (a division by zero). */
export interface Cause {
  readonly reason: Reason<CauseCode>;
  readonly party: Party | null;
}

/** Whether it is an exchange rate that is at fault. */
export function isOfRate({ code }: Reason): boolean {
  return code === 'no-rate' || code === 'rate-duplicate' || code === 'rate-not-positive';
}

/** A value that is known exactly, or undefined with its causes. Missing is never zero. */
export type Value = { readonly known: true; readonly value: Rational } | Unknown;

/** `byDivision`: nothing but a division by zero makes it undefined, which is all that `whenMissing` covers. */
interface Unknown {
  readonly known: false;
  readonly causes: readonly Cause[];
  readonly byDivision: boolean;
}

/** A value that is known exactly. */
export function known(value: Rational): Value {
  return { known: true, value };
}

/** A value that is undefined, with what makes it so. */
export function undefinedBy(causes: readonly Cause[], byDivision = false): Value {
  return { known: false, causes, byDivision };
}

/** A reason by its code, with the parameters that its text in `words/reasons.ts` asks for, as text. */
export function reason<Code extends ReasonCode>(code: Code, ...args: ReasonArgs<Code>): Reason<Code>;
export function reason(code: ReasonCode, params: Readonly<Record<string, string>> = {}): Reason {
  return { code, with: params };
}

/** Whether nothing but divisions by zero makes any of the values undefined. */
export function byDivisionAlone(values: readonly Value[]): boolean {
  return values.every((value) => value.known || value.byDivision);
}

/** The causes of several values, each once. */
export function causesOf(values: readonly Value[]): Cause[] {
  return distinct(values.flatMap((value) => (value.known ? [] : value.causes)));
}

type Operator = '+' | '-' | '*' | '/' | 'min' | 'max';

/** Applies an operator; undefined propagates, and dividing by zero is undefined (named by `what`). */
export function combine(op: Operator, left: Value, right: Value, what: string): Value {
  if (!left.known || !right.known) return undefinedBy(causesOf([left, right]), byDivisionAlone([left, right]));
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
      return undefinedBy([{ reason: reason('division-by-zero', { metric: what }), party: null }], true);
    }
  }
}
