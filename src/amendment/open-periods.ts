import type { Contract } from '../contract/model.js';
import { addDays, type LocalDate, type PeriodId, periodOf, shiftPeriod } from '../kernel/calendar.js';
import type { TermPeriod } from '../kernel/period.js';
import { periodsIn, type Texts } from './reach.js';

/** The day on which a change is taken to be agreed, and what is settled by then. */
export interface Agreed {
  readonly asOf: LocalDate;
  readonly settled: ReadonlySet<PeriodId>;
}

/** The notice of the text that is being replaced, and the first day that it leaves. */
export function noticeOf({ base }: Texts, asOf: LocalDate): { readonly noticeDays: number; readonly earliest: LocalDate } {
  const noticeDays = base.contract.amendments?.noticeDays ?? 0;
  return { noticeDays, earliest: addDays(asOf, noticeDays) };
}

/** Whether a period that starts on a day may still be changed. */
function isOpen(start: LocalDate, texts: Texts, asOf: LocalDate): boolean {
  return start > asOf && start >= noticeOf(texts, asOf).earliest;
}

/** The periods of one text's term that a change may still move, ascending: the last ones of it, or none. */
export function openPeriods({ contract }: { readonly contract: Contract }, texts: Texts, { asOf, settled }: Agreed): TermPeriod[] {
  return periodsIn(contract, texts).filter(({ id, inForce }) => !settled.has(id) && isOpen(inForce.from, texts, asOf));
}

/**
 * The first periods after a text's term, in which a change could begin if the term went on. None where the days of its last period would
 * be moved by that, where the next one starts too soon, or where a termination ends it.
 */
export function periodsBeyond({ contract }: { readonly contract: Contract }, texts: Texts, asOf: LocalDate, count: number): PeriodId[] {
  if (texts.ends !== null) return [];
  const { term, calendar } = contract;
  const start = addDays(term.to, 1);
  const next = periodOf(start, calendar.every);
  if (next === periodOf(term.to, calendar.every) || !isOpen(start, texts, asOf)) return [];
  return Array.from({ length: count }, (_, index) => shiftPeriod(next, calendar.every, index));
}
