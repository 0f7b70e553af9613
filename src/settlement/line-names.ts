import { isPeriodFee, type PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { Contract } from '../contract/model.js';
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

/** The fee that a line is of, or a part of it as `floor/recovery` is; null where these terms have none that data move. */
export function feeOfLine({ fees }: Pick<Contract, 'fees'>, { line }: LineName): PeriodFee | null {
  const [id = line] = line.split('/');
  return fees.filter(isPeriodFee).find((fee) => fee.id === id) ?? null;
}
