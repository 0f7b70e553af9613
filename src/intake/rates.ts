import { isCurrency } from '../kernel/money.js';
import type { ColumnSight } from './columns.js';
import { isOfCurrency } from './currency.js';
import { isOfRates, perCurrency } from './headers.js';
import type { Sight } from './sight.js';

/*
 * Rates of exchange: a table that money is converted by, and never added up. Its day, its currency and its rate are what `fx` names.
 */

/** The columns of a table of rates. */
export interface Rates {
  readonly day: ColumnSight;
  readonly currency: ColumnSight;
  readonly rate: ColumnSight;
  /** What one unit of it, or one of the contract's, the rate is of; null: the header does not say. */
  readonly per: 'own' | 'foreign' | null;
}

/** Why a table holds rates that the contract cannot convert by: a column per currency, or rates per one unit of another currency. */
export type UnfitRates = { readonly unfit: 'wide' } | { readonly unfit: 'per'; readonly code: string };

/** The rates that a file holds; null: it is no table of rates. @param own the contract's currency. */
export function ratesOf({ columns, rows }: Sight, own: string): Rates | UnfitRates | null {
  const [day, otherDay] = columns.filter(({ kind }) => kind === 'time');
  const numbers = columns.filter(({ kind }) => kind === 'number');
  if (day === undefined || otherDay !== undefined || rows === 0) return null;
  // a column for each currency, called by its code alone
  if (numbers.length > 1 && numbers.every(({ header }) => isCurrency(header.trim().toUpperCase()))) return { unfit: 'wide' };
  const [rate, other] = numbers;
  const [currency, another] = columns.filter(isOfCurrency);
  if (rate === undefined || other !== undefined || currency === undefined || another !== undefined) return null;
  if (!isOfRates(rate.header)) return null;
  const per = perCurrency(rate.header);
  if (per === null) return { day, currency, rate, per: null };
  if (per.of === own) return { day, currency, rate, per: 'own' };
  return per.of === 'unit' && (per.is === null || per.is === own)
    ? { day, currency, rate, per: per.is === null ? null : 'foreign' }
    : { unfit: 'per', code: per.of === 'unit' ? (per.is ?? '') : per.of };
}
