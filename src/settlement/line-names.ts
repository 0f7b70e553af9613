import type { PeriodId } from '../kernel/calendar.js';

/** What a line of a statement is about: its own period's line, or an earlier one's. */
export interface LineName {
  /** Null: of the statement's own period. */
  readonly period: PeriodId | null;
  readonly line: string;
}

/** `true-up/2026-01/sales` is about `sales` of 2026-01; any other id is a line of its own statement. */
export function lineName(id: string): LineName {
  const [head, period, ...rest] = id.split('/');
  if (head !== 'true-up' || period === undefined || rest.length === 0) return { period: null, line: id };
  return { period, line: rest.join('/') };
}
