import { visibleName } from '../kernel/characters.js';
import { grouped } from '../kernel/grouped.js';
import { fill, type Locale, type Params } from '../kernel/text.js';
import { DIFFERENCES, VERIFIER_TEXT } from '../words/bundle.js';
import type { CheckedBundle, CheckedLine } from './check-bundle.js';
import type { Difference } from './difference.js';

/** Differences that are told after the first. */
const MOST_SHOWN = 20;

/** What `verify.mjs` prints of a bundle: every line, then that all is the same or the first difference, then what to do next. */
export function verdictText(checked: CheckedBundle, locale: Locale): string {
  const { about, currency, lines, periods, differences } = checked;
  const say = (key: keyof typeof VERIFIER_TEXT, params: Params = {}): string => fill(VERIFIER_TEXT[key], locale, shown(params));
  const rows = currency === '' ? [] : [...lines.map((line) => rowOf(line, currency, say)), ...sumRows(checked, say)];
  const [first, ...others] = differences;
  const more = others.length - MOST_SHOWN;
  return `${[
    say('title', { contract: about.contract, period: about.period }),
    '',
    ...(rows.length === 0 ? [] : [...aligned(rows), '']),
    ...(first === undefined
      ? [say('all-same', { statements: periods.length, first: periods[0] ?? '', last: periods.at(-1) ?? '' })]
      : [
          say('first-difference', { difference: differenceText(first, locale) }),
          ...others.slice(0, MOST_SHOWN).map((difference) => say('other-difference', { difference: differenceText(difference, locale) })),
          ...(more > 0 ? [say('more-differences', { count: more })] : []),
        ]),
    say('digest', { digest: about.statement }),
    // The digest that a spoilt bundle names says nothing of what is in it.
    say(first === undefined ? 'compare' : 'as-no-engine'),
  ].join('\n')}\n`;
}

function differenceText({ what, params }: Difference, locale: Locale): string {
  return fill(DIFFERENCES[what], locale, shown(params));
}

interface Row {
  readonly id: string;
  readonly amount: string;
  readonly said: string;
}

function rowOf(
  { line, again, difference }: CheckedLine,
  currency: string,
  say: (key: keyof typeof VERIFIER_TEXT, params?: Params) => string,
): Row {
  const said = (): string => {
    if (again === null) return say('not-computed');
    if (difference === null) return say('same');
    // a line of the same amount that came about otherwise says in what
    return again.amount === line.amount ? say('again-in', { ...difference }) : say('again', { amount: amountOf(again.amount, currency) });
  };
  return { id: visibleName(line.id), amount: visibleName(amountOf(line.amount, currency)), said: said() };
}

function amountOf(amount: string, currency: string): string {
  return `${grouped(amount)} ${currency}`;
}

function sumRows(checked: CheckedBundle, say: (key: keyof typeof VERIFIER_TEXT, params?: Params) => string): Row[] {
  const { total, totalAgain, balance, balanceAgain, currency } = checked;
  const sum = (id: 'total' | 'balance', amount: string, again: string | null): Row => {
    const other = again === null ? say('not-computed') : say('again', { amount: amountOf(again, currency) });
    return { id: say(id), amount: visibleName(amountOf(amount, currency)), said: again === amount ? say('same') : other };
  };
  return [sum('total', total, totalAgain), sum('balance', balance, balanceAgain)];
}

/** Ids are plain letters; the words of other scripts stand last, where no width matters. */
function aligned(rows: readonly Row[]): string[] {
  const ids = Math.max(...rows.map(({ id }) => width(id)));
  const amounts = Math.max(...rows.map(({ amount }) => amount.length));
  return rows.map(({ id, amount, said }) => `${id}${' '.repeat(ids - width(id))}  ${amount.padStart(amounts)}  ${said}`.trimEnd());
}

/** Columns that a text takes in a terminal: a Chinese sign takes two. */
function width(text: string): number {
  return [...text].reduce((columns, sign) => columns + (sign >= '\u2E80' ? 2 : 1), 0);
}

/** What a forged bundle says must not move the cursor or turn the text round. */
function shown(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? visibleName(value) : value]));
}
