import { compare, isZero, ONE, type Rational, rational, toDecimal, ZERO } from '../kernel/rational.js';

/** A number times powers of names; powers are above 0. */
interface Term {
  readonly number: Rational;
  readonly powers: ReadonlyMap<string, number>;
}

/** A sum of terms by the text of their powers; none is 0. */
export type Polynomial = ReadonlyMap<string, Term>;

/** More terms than this say nothing to anybody, and multiplying them costs. */
const MOST_TERMS = 300;

/** More terms than can be worked with. */
export class TooManyTerms extends RangeError {}

/** A number alone. */
export function constant(number: Rational): Polynomial {
  return sumOf([{ number, powers: new Map() }]);
}

/** A name alone. */
export function variable(name: string): Polynomial {
  return sumOf([{ number: ONE, powers: new Map([[name, 1]]) }]);
}

/** The sum; terms that cancel are gone. */
export function add(a: Polynomial, b: Polynomial): Polynomial {
  return sumOf([...a.values(), ...b.values()]);
}

/** The product. @throws TooManyTerms where it would be too long to be of use. */
export function multiply(a: Polynomial, b: Polynomial): Polynomial {
  if (a.size * b.size > MOST_TERMS * MOST_TERMS) throw new TooManyTerms();
  return sumOf([...a.values()].flatMap((x) => [...b.values()].map((y) => productOf(x, y))));
}

/** Whether it is 0 for all values of its names. */
export function isNothing(a: Polynomial): boolean {
  return a.size === 0;
}

/** Whether both are equal for all values of their names. */
export function same(a: Polynomial, b: Polynomial): boolean {
  return a.size === b.size && [...a].every(([key, { number }]) => compare(number, b.get(key)?.number ?? ZERO) === 0);
}

/** The quotient where one divides the other without a rest, else null. Terms are taken in one order, so that it ends. */
export function dividedBy(a: Polynomial, b: Polynomial): Polynomial | null {
  const lead = leadOf(b);
  if (lead === null) return null;
  let rest = a;
  let quotient: Polynomial = new Map();
  for (let top = leadOf(rest); top !== null; top = leadOf(rest)) {
    const part = quotientOf(top, lead);
    if (part === null || quotient.size >= MOST_TERMS) return null;
    const single = sumOf([part]);
    quotient = add(quotient, single);
    rest = add(rest, multiply(constant(rational(-1)), multiply(single, b)));
  }
  return quotient;
}

/** Both without the powers that every term of either has. */
export function withoutShared(a: Polynomial, b: Polynomial): readonly [Polynomial, Polynomial] {
  const terms = [...a.values(), ...b.values()];
  const names = [...(terms[0]?.powers.keys() ?? [])];
  const shared = new Map(
    names.map((name) => [name, Math.min(...terms.map(({ powers }) => powers.get(name) ?? 0))] as const).filter(([, power]) => power > 0),
  );
  const divisor = { number: ONE, powers: shared };
  const rest = (of: Polynomial): Polynomial => sumOf([...of.values()].flatMap((term) => quotientOf(term, divisor) ?? []));
  return [rest(a), rest(b)];
}

/** As a formula writes it. */
export function polynomialText(a: Polynomial): string {
  const terms = [...a.values()].sort(byPowers);
  if (terms.length === 0) return '0';
  return terms.map((term, index) => termText(term, index > 0)).join('');
}

function termText({ number, powers }: Term, isLater: boolean): string {
  const names = [...powers].sort(byName).flatMap(([name, power]) => Array.from({ length: power }, () => name));
  const negative = compare(number, ZERO) < 0;
  const size = toDecimal(number.abs());
  const text = names.length > 0 && size === '1' ? names.join(' * ') : [size, ...names].join(' * ');
  if (!isLater) return negative ? `-${text}` : text;
  return negative ? ` - ${text}` : ` + ${text}`;
}

function sumOf(terms: readonly Term[]): Polynomial {
  const sum = new Map<string, Term>();
  for (const { number, powers } of terms) {
    const key = JSON.stringify([...powers].sort(byName));
    const total = (sum.get(key)?.number ?? ZERO).add(number);
    if (isZero(total)) sum.delete(key);
    else sum.set(key, { number: total, powers });
  }
  if (sum.size > MOST_TERMS) throw new TooManyTerms();
  return sum;
}

function productOf(a: Term, b: Term): Term {
  const powers = new Map(a.powers);
  for (const [name, power] of b.powers) powers.set(name, (powers.get(name) ?? 0) + power);
  return { number: a.number.mul(b.number), powers };
}

function quotientOf(a: Term, b: Term): Term | null {
  const powers = new Map(a.powers);
  for (const [name, power] of b.powers) {
    const left = (powers.get(name) ?? 0) - power;
    if (left < 0) return null;
    if (left === 0) powers.delete(name);
    else powers.set(name, left);
  }
  return { number: a.number.div(b.number), powers };
}

/** The first term in an order that products keep: by the powers of names in their order. */
function leadOf(a: Polynomial): Term | null {
  let lead: Term | null = null;
  for (const term of a.values()) if (lead === null || byPowers(term, lead) < 0) lead = term;
  return lead;
}

function byPowers(a: Term, b: Term): number {
  for (const name of [...new Set([...a.powers.keys(), ...b.powers.keys()])].sort()) {
    const more = (b.powers.get(name) ?? 0) - (a.powers.get(name) ?? 0);
    if (more !== 0) return more;
  }
  return 0;
}

function byName(a: readonly [string, number], b: readonly [string, number]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
