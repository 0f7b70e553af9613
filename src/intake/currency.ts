import { currencyMeant } from '../contract/spoken-names.js';
import { isCurrency } from '../kernel/money.js';
import type { ColumnSight } from './columns.js';
import { evenly, isOfCurrencies } from './headers.js';

/*
 * In which currency a file says that an amount is: in its header, in a column beside it, or by the signs that stand around its values.
 */

/** Codes that are known where nothing marks them as a currency; `ALL` and `TOP` are codes as well. */
const COMMON =
  /^(USD|EUR|GBP|CNY|RMB|JPY|KRW|HKD|TWD|SGD|AUD|NZD|CAD|CHF|SEK|NOK|DKK|PLN|CZK|BRL|MXN|INR|IDR|THB|VND|PHP|MYR|AED|SAR|ZAR)$/;

/** Signs, and the currencies that are written so. */
const SIGNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\$$/, ['USD', 'CAD', 'AUD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP']],
  [/^US\$$/, ['USD']],
  [/^A\$$/, ['AUD']],
  [/^C\$$/, ['CAD']],
  [/^HK\$$/, ['HKD']],
  [/^NT\$$/, ['TWD']],
  [/^S\$$/, ['SGD']],
  [/^R\$$/, ['BRL']],
  [/^NZ\$$/, ['NZD']],
  [/^MX\$$/, ['MXN']],
  [/^(RMB|人民币)$/, ['CNY']],
  [/^Rp\.?$/, ['IDR']],
  [/^RM$/, ['MYR']],
  [/^zł$/, ['PLN']],
  [/^Kč$/, ['CZK']],
  [/^kr\.?$/, ['SEK', 'NOK', 'DKK', 'ISK']],
  [/^(€|欧元|euros?)$/i, ['EUR']],
  [/^£$/, ['GBP']],
  [/^[¥￥]$/, ['CNY', 'JPY']],
  [/^[₩원]$/, ['KRW']],
  [/^₹$/, ['INR']],
  [/^฿$/, ['THB']],
  [/^₫$/, ['VND']],
  [/^₽$/, ['RUB']],
  [/^₱$/, ['PHP']],
  [/^₺$/, ['TRY']],
  [/^₪$/, ['ILS']],
  [/^[元圓]$/, ['CNY', 'TWD', 'HKD', 'MOP']],
  [/^(円|日元)$/, ['JPY']],
  [/^圆$/, ['CNY']],
  [/^美元$/, ['USD']],
];

function writtenSo(sign: string): readonly string[] {
  const own = evenly(sign.trim());
  if (/^[A-Z]{3}$/.test(own) && own !== 'RMB') return isCurrency(own) ? [own] : [];
  return SIGNS.find(([words]) => words.test(own))?.[1] ?? [];
}

/** The currencies that a header may name: `Cost (EUR)`, `amount_usd`, `金额（美元）`; of one that names none, none. */
function namedIn(header: string): readonly string[] {
  const own = evenly(header);
  const [, inside = ''] = /[([]([^()[\]]*)[)\]]/.exec(own) ?? [];
  const marked = writtenSo(inside);
  if (marked.length > 0) return marked;
  const words = own.split(/[^A-Za-z]+/).map((word) => (/_[a-z]{3}(?![a-z])/.test(own) ? word.toUpperCase() : word));
  const code = words.find((word) => COMMON.test(word));
  return code === undefined ? [] : [code === 'RMB' ? 'CNY' : code];
}

/** In which currency an amount is, as its file says. */
export type CurrencySaid =
  | { readonly by: 'nothing' }
  /** Its header says the contract's own. */
  | { readonly by: 'own'; readonly code: string }
  /** Its header or its signs say another; `code` null: one of several. */
  | { readonly by: 'other'; readonly code: string | null }
  /** Values of several currencies stand below each other. */
  | { readonly by: 'mixed' }
  /** A column says it row by row. */
  | ({ readonly by: 'column' } & SaidByRows);

/** What a column of currencies says. */
export interface SaidByRows {
  readonly column: ColumnSight;
  /** The one in all rows looked at that have an amount, as it is written there and its code; null: there are several. */
  readonly only: { readonly word: string; readonly code: string } | null;
  /** How the contract's own is written there; null: no row says it. */
  readonly own: string | null;
  /** Words that are no codes in large letters: rates are by those. */
  readonly words: readonly string[];
  /** Words that name no currency. */
  readonly unknown: readonly string[];
}

/** Whether a column says in which currency its rows are. */
export const isOfCurrency = ({ header, words }: ColumnSight): boolean => words.length > 0 && isOfCurrencies(header);

/** The code of a word: in letters of any size, by a name, or by a sign that may be the contract's own; null: it is none. */
function codeOf(word: string, own: string): string | null {
  const codes = writtenSo(word);
  return currencyMeant(word) ?? (codes.includes(own) ? own : codes.length === 1 ? (codes[0] ?? null) : null);
}

function saidByRows(column: ColumnSight, money: ColumnSight, own: string): SaidByRows {
  const found = column.words.map((word) => ({ word, code: codeOf(word, own) }));
  const [first] = found;
  // of some exports only the first row says it
  const isOnly = column.distinct === 1 && column.filled >= money.filled;
  return {
    column,
    only: isOnly && first !== undefined && first.code !== null ? { word: first.word, code: first.code } : null,
    own: found.find(({ code }) => code === own)?.word ?? null,
    words: found.flatMap(({ word, code }) => (code === null || code === word ? [] : [word])),
    unknown: found.flatMap(({ word, code }) => (code === null ? [word] : [])),
  };
}

/**
 * In which currency an amount is: what its header and the signs of its values say together; where its header says nothing, a column
 * beside it before the signs.
 * @param own the contract's.
 */
export function currencyOf(money: ColumnSight, columns: readonly ColumnSight[], own: string): CurrencySaid {
  const ofHeader = namedIn(money.header);
  const signs = money.strip.map(writtenSo).filter((each) => each.length > 0);
  const column = columns.find(isOfCurrency);
  if (ofHeader.length === 0 && column !== undefined) return { by: 'column', ...saidByRows(column, money, own) };
  const [first, ...others] = ofHeader.length === 0 ? signs : [ofHeader, ...signs];
  if (first === undefined) return { by: 'nothing' };
  const codes = others.reduce((common, each) => common.filter((code) => each.includes(code)), first);
  const [code = null, other] = codes;
  if (code === null) return { by: 'mixed' };
  const only = other === undefined ? code : null;
  if (!codes.includes(own)) return { by: 'other', code: only };
  // signs of the contract's own currency say nothing new
  return ofHeader.length === 0 || only === null ? { by: 'nothing' } : { by: 'own', code: only };
}
