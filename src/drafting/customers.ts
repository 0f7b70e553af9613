import { type Locale, listSeparator } from '../kernel/text.js';
import type { Deal } from './deal.js';
import { EXPORTS, type ExportId } from './exports.js';
import { CUSTOMERS_OF } from './kpis.js';

/** Whose customers are counted as new ones, and whose are not. */
export interface CountedInPart {
  readonly shop: string;
  /** Shops whose sales count in revenue, and the ads for them in spend. */
  readonly others: string;
}

/**
 * One shop's export says who its customers are; that of another does not, or not so that the same people are known again.
 * @returns null where no new customers are counted, or no shop is left out
 */
export function customersInPart(
  { exports = [], kpis = [] }: Readonly<Partial<Pick<Deal, 'exports' | 'kpis'>>>,
  language: Locale,
): CountedInPart | null {
  if (!kpis.some(({ kpi }) => kpi === 'cac')) return null;
  const names = (ids: readonly ExportId[]): readonly string[] => [...new Set(ids.flatMap((id) => EXPORTS[id].shop ?? []))];
  const others = names(exports.filter((id) => id !== CUSTOMERS_OF));
  return others.length === 0 ? null : { shop: names([CUSTOMERS_OF]).join(''), others: others.join(listSeparator(language)) };
}
