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
  return withDigits(formula, isAllAmounts({ kind, inputs }, words) ? null : amountsIn(inputs, words), words);
}

/** Digits of a quantity, a price or a metric's own. */
const UNIT_DIGITS = 4;

/**
 * The same for a table: no number longer than an amount of the currency, percentages four digits; every digit stands in the trace. Numbers
 * alone, made once for both languages.
 */
export const shortFormula = remembered(
  ({ kind, trace: { formula, inputs } }: Pick<Line, 'kind' | 'trace'>, words: Wording): string => {
    if (isAllAmounts({ kind, inputs }, words)) return withDigits(roundedNumbers(formula, minorDigits(words.currency)), null, words);
    const amounts = new Set([...amountsIn(inputs, words)].map((amount) => roundedDecimal(amount, UNIT_DIGITS)));
    return withDigits(roundedNumbers(formula, UNIT_DIGITS), amounts, words);
  },
  ({ terms }) => [terms],
);

/** Whether every number of a formula but its shares is an amount: of a wager on money what lies beyond its deadband is one, too. */
function isAllAmounts({ kind, inputs }: Pick<Computed, 'kind' | 'inputs'>, words: Wording): boolean {
  if (kind !== 'wager') return !OF_OTHERS.has(kind);
  return inputs.some(({ input, with: { metric = '' } }) => input === 'metric' && words.metric(metric)?.unit === 'money');
}

function amountsIn(inputs: readonly Input[], words: Wording): ReadonlySet<string> {
  return new Set(inputs.flatMap((input) => (input.value !== null && isMoney(input, words) ? [input.value] : [])));
}

/**
 * A formula whose amounts have the currency's digits; what limits a line is one whatever it is computed from.
 * @param amounts null: every number, but the 0 and 1 of the formula's own making
 */
function withDigits(formula: string, amounts: ReadonlySet<string> | null, { currency }: Wording): string {
  const told = formula.replace(/(±?)(?<![\d./])(\d+(?:\.\d+)?)(?![\d.%/])/g, (written, limit: string, number: string) => {
    const isAmount = limit !== '' || (amounts === null ? number !== '0' && number !== '1' : amounts.has(number));
    return isAmount ? `${limit}${amountFigure(number, currency)}` : written;
  });
  return formulaFigure(told);
}
