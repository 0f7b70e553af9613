import type { Fee } from '../contract/fee-kinds/fee-kinds.js';
import { grouped } from '../kernel/grouped.js';
import { minorDigits } from '../kernel/money.js';
import { rational } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import type { Line, Trace } from '../settlement/model.js';
import { amountFigure, formulaFigure, percentFigure, roundedDecimal, roundedNumbers } from './figures.js';
import type { Wording } from './wording.js';

/* What a line was computed from, and the sum of it: amounts with the currency's digits, shares and quantities as they are. */

export type Input = Trace['inputs'][number];

/** What goes into lines as money; the base of a term's tiers is, too. */
const OF_MONEY: ReadonlySet<Input['input']> = new Set<Input['input']>([
  'amount',
  'pool',
  'price',
  'limit',
  'line',
  'total-before',
  'total-to-date',
  'earned',
  'guarantee',
  'draw',
  'subtotal',
  'subtotal-capped',
  'cap-of-period',
  'cap-left',
  'payable',
  'settled-so-far',
  'worth-now',
  'unreviewed',
]);

/** An input's value as people read it. */
export function inputValue({ input, value, with: given }: Input, words: Wording): string {
  if (value === null) return words.say('undefinedValue');
  if (input === 'score' || input === 'composite-score') return percentFigure(rational(value));
  return isMoney({ input, with: given }, words) ? amountFigure(value, words.currency) : grouped(value);
}

function isMoney({ input, with: { metric = '' } }: Pick<Input, 'input' | 'with'>, words: Wording): boolean {
  return OF_MONEY.has(input) || words.metric(metric)?.unit === 'money';
}

/** Kinds whose sums have other numbers than amounts in them: a quantity, a metric's own. Of these what went in as money is known. */
const OF_OTHERS: ReadonlySet<string> = new Set<Fee['kind']>(['unit_price', 'wager']);

/** What a formula belongs to: a fee's own, or another kind of line. */
interface Computed {
  readonly kind: Line['kind'];
  readonly formula: string;
  readonly inputs: readonly Input[];
}

/** A formula whose amounts have the currency's digits: all its numbers but shares, days, and the 0 and 1 of its own making. */
export function formulaText({ kind, formula, inputs }: Computed, words: Wording): string {
  return withDigits(kind, formula, amountsIn(inputs, words), words);
}

/** Digits of a quantity, a price or a metric's own. */
const UNIT_DIGITS = 4;

/**
 * The same for a table: no number longer than an amount of the currency, percentages four digits; every digit stands in the trace. Numbers
 * alone, made once for both languages.
 */
export const shortFormula = remembered(
  ({ kind, trace: { formula, inputs } }: Pick<Line, 'kind' | 'trace'>, words: Wording): string => {
    const digits = OF_OTHERS.has(kind) ? UNIT_DIGITS : minorDigits(words.currency);
    const amounts = new Set([...amountsIn(inputs, words)].map((amount) => roundedDecimal(amount, digits)));
    return withDigits(kind, roundedNumbers(formula, digits), amounts, words);
  },
  ({ terms }) => [terms],
);

function amountsIn(inputs: readonly Input[], words: Wording): ReadonlySet<string> {
  return new Set(inputs.flatMap((input) => (input.value !== null && isMoney(input, words) ? [input.value] : [])));
}

function withDigits(kind: Line['kind'], formula: string, amounts: ReadonlySet<string>, { currency }: Wording): string {
  const told = formula.replace(/(?<![\d./])\d+(?:\.\d+)?(?![\d.%/])/g, (number) => {
    const isAmount = OF_OTHERS.has(kind) ? amounts.has(number) : number !== '0' && number !== '1';
    return isAmount ? amountFigure(number, currency) : number;
  });
  return formulaFigure(told);
}
