import { isCurrency } from '../kernel/money.js';
import type { ColumnSight } from './columns.js';
import { evenly } from './headers.js';

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
  /** A column says it row by row; `isOwn`: the contract's own in all rows looked at. */
  | { readonly by: 'column'; readonly column: ColumnSight; readonly isOwn: boolean };

/** Whether a column says in which currency its rows are. */
export const isOfCurrency = ({ most }: ColumnSight): boolean => most !== null && isCurrency(most);

/**
 * In which currency an amount is: what its header and the signs of its values say together; where its header says nothing, a column
 * beside it before the signs.
 * @param own the contract's.
 */
export function currencyOf(money: ColumnSight, columns: readonly ColumnSight[], own: string): CurrencySaid {
  const ofHeader = namedIn(money.header);
  const signs = money.strip.map(writtenSo).filter((each) => each.length > 0);
  const column = columns.find(isOfCurrency);
  if (ofHeader.length === 0 && column !== undefined) {
    // of some exports only the first row says it
    const isOwn = column.distinct === 1 && column.most === own && column.filled >= money.filled;
    return { by: 'column', column, isOwn };
  }
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
