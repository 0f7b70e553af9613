import type { Issue, Position } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import { quote } from './quote.js';
import { currenciesBeside } from './spoken-names.js';

/**
 * An amount that names another currency than the contract's: the number alone would be another amount of money.
 * @param mark the code, name or sign beside it
 * @param currency the contract's; where it is not known, no currency is another
 * @returns null where the mark is the contract's own
 */
export function foreignCurrency(mark: string | undefined, currency: string | null, found: string, at: Position): Issue | null {
  if (mark === undefined || currency === null) return null;
  const named = currenciesBeside(mark);
  if (named.includes(currency)) return null;
  return issue('other-currency', at, { found: quote(found), named: named.length === 0 ? quote(mark) : named.join(' / '), currency });
}
