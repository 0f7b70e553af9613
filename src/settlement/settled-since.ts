import type { LedgerEntry } from './ledger-entry.js';
import { basisOf } from './line-life.js';
import type { Scorecard, StatementBody } from './model.js';

/** What a period was settled at, and what measuring it again says otherwise. */
export interface SettledSince extends Pick<StatementBody, 'asOf' | 'run' | 'total' | 'disputableUntil' | 'dueOn'> {
  /** Lines that come to something else: what counts as settled for them so far, true-ups included; null: not known now. */
  readonly lines: readonly { readonly line: string; readonly settled: string; readonly now: string | null }[];
}

/** What `concord score --format json` prints of a period. */
export interface ScoreDocument extends Scorecard {
  readonly settled?: SettledSince;
}

/** Null where the period of a scorecard is not settled. */
export function settledSince(card: Scorecard, ledger: readonly LedgerEntry[]): SettledSince | null {
  const statement = ledger.find((entry) => entry.statement.period === card.period)?.statement;
  const last = ledger.at(-1)?.statement;
  if (statement === undefined || last === undefined) return null;
  const lines = last.carried.lines.flatMap(({ period, line, life }) => {
    const now = card.lines.find(({ id }) => id === line);
    if (period !== card.period || now === undefined) return [];
    const settled = basisOf(life);
    const worth = now.state === 'held' ? null : (now.computed ?? now.amount);
    return worth === settled || (worth === null && life.state === 'held') ? [] : [{ line, settled, now: worth }];
  });
  const { asOf, run, total, disputableUntil, dueOn } = statement;
  return { asOf, run, total, disputableUntil, dueOn, lines };
}
