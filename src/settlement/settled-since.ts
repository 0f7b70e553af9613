import { reason } from '../attainment/value.js';
import type { Terms } from '../contract/model.js';
import { shiftPeriod } from '../kernel/calendar.js';
import { money, moneyText, sumMoney } from '../kernel/money.js';
import { isDisputable } from './disputable.js';
import { inWindow, type LedgerEntry } from './ledger-entry.js';
import { basisOf, hasSetAside, type LineLife } from './line-life.js';
import { taxLines } from './lines.js';
import type { Line, Scorecard, StatementBody } from './model.js';

/** What a period was settled at, and what measuring it again says otherwise. */
export interface SettledSince extends Pick<StatementBody, 'asOf' | 'run' | 'total' | 'disputableUntil' | 'dueOn'> {
  /** Whether the statement has a line that may be disputed, in time. */
  readonly disputable: boolean;
  /** What the statement has of other periods, before tax; null where it lists no true-up or correction. */
  readonly others: string | null;
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

/** What of a scorecard is owed; a period that still runs owes nothing yet, and what it may come to is its outlook's. */
type Owed = 'lines' | 'held' | 'total';

/** What `concord score --format json` prints of a period: of one that runs nothing that would be read as its result, as on the page. */
export interface ScoreDocument extends Omit<Scorecard, Owed>, Partial<Pick<Scorecard, Owed>> {
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
  const { asOf, run, total, disputableUntil, dueOn, currency } = statement;
  const others = statement.lines.filter(isOfOthers).map(({ amount }) => money(amount, currency));
  return {
    ...{ asOf, run, total, disputableUntil, dueOn },
    disputable: isDisputable(statement),
    others: others.length === 0 ? null : moneyText(sumMoney(others, currency)),
    lines,
  };
}

/**
 * The scorecard of a settled period with what is its own: its lines, what is held of them, the tax on them. True-ups and corrections are settled by
 * statements, once, and would stand here as if none of the later ones had been made.
 * @param ledger in which the period is settled
 */
export function ownPart(card: Scorecard, terms: Terms, ledger: readonly LedgerEntry[]): Scorecard {
  const { period, currency, from, to } = card;
  const lives = new Map(
    ledger.at(-1)?.statement.carried.lines.flatMap((each) => (each.period === period ? [[each.line, each.life] as const] : [])),
  );
  const own = card.lines.filter((line) => line.kind !== 'tax' && !isOfOthers(line)).map((line) => asSettled(line, lives.get(line.id)));
  const lines = [...own, ...taxLines([terms], period, own)];
  const ids = new Set(lines.map(({ id }) => id));
  const total = sumMoney(
    lines.map(({ amount }) => money(amount, currency)),
    currency,
  );
  return {
    ...card,
    anomalies: card.anomalies.filter(({ day }) => from !== null && to !== null && from <= day && day <= to),
    lines,
    held: card.held.filter(({ line }) => ids.has(line)),
    total: moneyText(total),
  };
}

/**
 * A disputed line that was settled whole falls due whole, and stays as it was settled as long as the dispute lasts: measured alone, without its
 * statement, it looks as if the dispute had come before.
 */
function asSettled(line: Line, life: LineLife | undefined): Line {
  if (line.state !== 'disputed' || life === undefined || life.state === 'held' || hasSetAside(life)) return line;
  const { computed: _computed, claimed: _claimed, ...whole } = line;
  const { event = '', lapsesOn = '' } = line.reason?.code === 'disputed' ? line.reason.with : {};
  return { ...whole, amount: life.amount, state: 'payable', reason: reason('frozen-by-dispute', { event, lapsesOn }) };
}

function isOfOthers({ kind }: Line): boolean {
  return kind === 'true-up' || kind === 'correction';
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
