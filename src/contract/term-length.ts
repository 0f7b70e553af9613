import { daysInclusive, isDate } from '../kernel/calendar.js';
import { isFields } from '../kernel/objects.js';

/** Longest term: beyond it a slip of the pen in a year is likelier than a contract, and every period of it is looked at more than once. */
export const MOST_TERM_DAYS = 9_150;

/** Whether terms, as a ledger has them, are of a term that a contract may have: nobody has held them against the rules. */
export function hasTermOfContract(terms: unknown): boolean {
  const contract = isFields(terms) ? terms.contract : null;
  const term = isFields(contract) ? contract.term : null;
  if (!isFields(term) || typeof term.from !== 'string' || typeof term.to !== 'string') return false;
  const { from, to } = term;
  return isDate(from) && isDate(to) && from <= to && daysInclusive(from, to) <= MOST_TERM_DAYS;
}
