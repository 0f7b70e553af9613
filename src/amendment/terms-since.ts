import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { classify } from './classify.js';
import { diffTerms } from './diff-terms.js';
import type { TermChange } from './model.js';

/**
 * What a period was settled on that the statement before it would have settled it on otherwise: agreed between the two, before the period or
 * when it was over already. Wording is left out, and so is what holds for other periods alone.
 */
export function termsSince(before: Terms, now: Terms, period: PeriodId): TermChange[] {
  if (before === now) return [];
  const isOfPeriod = ({ periods }: TermChange) => periods === null || periods.includes(period);
  return diffTerms(before, now).filter((change) => isOfPeriod(change) && classify(change) !== 'editorial');
}
