import type { Rational } from '../../src/kernel/rational.js';
import { compare, divide, maximum, minimum, rational } from '../../src/kernel/rational.js';
import { formulaText } from '../../src/report/formula.js';
import { wording } from '../../src/report/wording.js';
import { formulaOf } from '../../src/report/workbook/pages.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';

/** What of a line's formula is no calculation: what a deadband or a score comes to, and what a line may not exceed. */
const NO_CALCULATION = /^\?$|→|±|^0% \(/;

/** Every calculation that an export or `explain` prints of lines, beside what it is of. */
export function calculationsOf(ledger: readonly LedgerEntry[]): { readonly printed: string; readonly of: string; readonly value: string }[] {
  return ledger.flatMap(({ statement, terms }) =>
    statement.lines.flatMap((line) => {
      const { formula, inputs, unrounded } = line.trace;
      const exported = formulaOf(line);
      if (exported === null || unrounded === null || NO_CALCULATION.test(formula)) return [];
      const explained = formulaText({ kind: line.kind, formula, inputs }, wording(terms, 'zh'));
      const of = `${statement.contract}/${statement.period}/${line.id}`;
      return [exported, explained].map((printed) => ({ printed, of, value: unrounded }));
    }),
  );
}

/** A sign or number of a calculation as it is printed: thousands may be set apart. */
const TOKEN = /\d[\d,]*(?<!,)(?:\.\d+)?|max|min|[-+−×÷/%(),]/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    if (text[at] === ' ') {
      TOKEN.lastIndex = at + 1;
      continue;
    }
    TOKEN.lastIndex = at;
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined) throw new Error(`${text}: nothing that a calculator knows at ${text.slice(at)}`);
    tokens.push(token);
  }
  return tokens;
}

/** What a printed calculation comes to, read as any calculator reads it: × and ÷ before + and −, brackets first, % a hundredth. */
function calculated(text: string): Rational {
  const tokens = tokensOf(text);
  let at = 0;
  const next = () => tokens[at];
  const take = (wanted: string) => {
    if (tokens[at] !== wanted) throw new Error(`${text}: ${wanted} wanted, ${tokens[at]} found`);
    at++;
  };
  const sum = (): Rational => {
    let value = product();
    for (let sign = next(); sign === '+' || sign === '−'; sign = next()) {
      at++;
      const other = product();
      value = sign === '+' ? value.add(other) : value.sub(other);
    }
    return value;
  };
  const product = (): Rational => {
    let value = signed();
    for (let sign = next(); sign === '×' || sign === '÷' || sign === '/'; sign = next()) {
      at++;
      const other = signed();
      const quotient = sign === '×' ? value.mul(other) : divide(value, other);
      if (quotient === undefined) throw new Error(`${text}: nothing to divide by`);
      value = quotient;
    }
    return value;
  };
  const signed = (): Rational => {
    if (next() !== '−' && next() !== '-') return share();
    at++;
    return signed().neg();
  };
  const share = (): Rational => {
    let value = single();
    for (; next() === '%'; at++) value = value.div(100);
    return value;
  };
  const single = (): Rational => {
    const token = next() ?? '';
    at++;
    if (token === '(') return closed(sum());
    if (token !== 'max' && token !== 'min') return rational(token.replaceAll(',', ''));
    take('(');
    const first = sum();
    take(',');
    return closed((token === 'max' ? maximum : minimum)(first, sum()));
  };
  const closed = (value: Rational): Rational => {
    take(')');
    return value;
  };
  const value = sum();
  if (at < tokens.length) throw new Error(`${text}: ${tokens.slice(at).join(' ')} is left over`);
  return value;
}

/** Shares are printed with twelve digits after the point: off by less than this on a million. */
const NEAR = rational('0.00000001');

/** Whether a printed calculation comes to a value, but for digits of shares that are not printed. */
export function comesTo(text: string, value: Rational): boolean {
  return compare(calculated(text).sub(value).abs(), NEAR.mul(maximum(rational(1), value.abs()))) <= 0;
}
