import { shiftPeriod } from '../kernel/calendar.js';
import { inWindow, type LedgerEntry } from './ledger-entry.js';
import { basisOf, type LineLife } from './line-life.js';
import type { Scorecard, StatementBody } from './model.js';

/** What a period was settled at, and what measuring it again says otherwise. */
export interface SettledSince extends Pick<StatementBody, 'asOf' | 'run' | 'total' | 'disputableUntil' | 'dueOn'> {
  readonly lines: readonly LineSince[];
}

/** A line that comes to something else: what counts as settled for it so far, true-ups included. */
export interface LineSince {
  readonly line: string;
  readonly settled: string;
  /** Null: not known now. */
  readonly now: string | null;
  /** Whether it stays as settled whatever it comes to: it is final, or no later statement looks back at it. */
  readonly stays: boolean;
}

/** What `concord score --format json` prints of a period. */
export interface ScoreDocument extends Scorecard {
  readonly settled?: SettledSince;
}

/** Null where the period of a scorecard is not settled. */
export function settledSince(card: Scorecard, ledger: readonly LedgerEntry[]): SettledSince | null {
  const statement = ledger.find((entry) => entry.statement.period === card.period)?.statement;
  const last = ledger.at(-1);
  if (statement === undefined || last === undefined) return null;
  const isOpen = isLookedBackAt(card, last);
  const lines = last.statement.carried.lines.flatMap(({ period, line, life }): LineSince[] => {
    const now = card.lines.find(({ id }) => id === line);
    if (period !== card.period || now === undefined) return [];
    const settled = basisOf(life);
    const worth = now.state === 'held' ? null : (now.computed ?? now.amount);
    return worth === settled || (worth === null && life.state === 'held')
      ? []
      : [{ line, settled, now: worth, stays: isFinal(life, isOpen) }];
  });
  const { asOf, run, total, disputableUntil, dueOn } = statement;
  return { asOf, run, total, disputableUntil, dueOn, lines };
}

/** Whether the statement that follows the last measures the period again. */
function isLookedBackAt({ period }: Scorecard, { statement, terms }: LedgerEntry): boolean {
  const next = shiftPeriod(statement.period, terms.contract.calendar.every, 1);
  return !statement.final && inWindow(terms, period, next);
}

/** What is decided stays, in whatever period; what is settled, where nothing looks back at it. */
function isFinal({ state }: LineLife, isOpen: boolean): boolean {
  if (state === 'accepted' || state === 'decided' || state === 'resolved') return true;
  return state === 'settled' && !isOpen;
}
