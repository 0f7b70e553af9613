import { type Reason, reason } from '../attainment/value.js';
import type { Contract, EventOf, Tax, Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import {
  addMoney,
  type Money,
  minorDigits,
  money,
  moneyText,
  moneyValue,
  roundMoney,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from '../kernel/money.js';
import { scheduledAt } from '../kernel/period.js';
import { rational, toDecimal } from '../kernel/rational.js';
import { trueUpId } from './disputes.js';
import type { Line } from './model.js';
import { percent, TraceNotes, traceOf } from './raw-line.js';
import type { SettledLine } from './recompute.js';

/** A line of the period that is settled now, as the statement shows it. */
export function ownLine(line: SettledLine): Line {
  const rounded = line.raw.value === null ? null : moneyText(line.computed ?? line.basis);
  return {
    id: line.id,
    kind: line.kind,
    amount: moneyText(line.amount),
    state: line.state,
    held: line.state === 'held',
    reason: line.why,
    ...(line.computed === undefined || line.claimed === undefined
      ? {}
      : { computed: moneyText(line.computed), claimed: moneyText(line.claimed) }),
    trace: traceOf(line.raw, line.clause, line.state === 'held' ? null : rounded),
  };
}

/** The difference between what an earlier line is worth now and what was settled for it; null where there is none. */
export function trueUpLine(line: SettledLine): Line | null {
  if (line.before === null) return null;
  const waits = line.waiting !== null;
  const moved = line.waiting?.moved ?? subtractMoney(line.amount, line.before);
  if (moved.minor === 0n) return null;
  const now = addMoney(line.before, moved);
  const notes = new TraceNotes().input('settled so far', moneyText(line.before)).input('worth now', moneyText(now));
  for (const branch of line.raw.branches) notes.branch(branch.rule, branch.taken, branch.with);
  const formula = `${moneyText(now)} − ${moneyText(line.before)}`;
  const why = waits ? waitingReason(line, moved) : movedReason(line, now);
  const raw = notes.amount(moneyValue(moved), formula, why);
  return {
    id: trueUpId(line.period, line.id),
    kind: 'true-up',
    amount: moneyText(waits ? zeroMoney(moved.digits) : moved),
    state: waits ? 'held' : 'payable',
    held: waits,
    reason: why,
    trace: traceOf(raw, line.clause, moneyText(moved)),
  };
}

function waitingReason(line: SettledLine, moved: Money): Reason {
  const params = { moved: moneyText(moved), period: line.period, line: line.id, since: line.waiting?.since ?? '' };
  return reason('large-true-up', { ...params, party: moved.minor > 0n ? 'brand' : 'provider' });
}

const SAYS_WHY = new Set([
  'resolved',
  'decided-mean',
  'decided-for-provider',
  'decided-for-brand',
  'true-up-acknowledged',
  'true-up-time-passed',
]);

function movedReason(line: SettledLine, now: Money): Reason {
  if (line.why !== null && SAYS_WHY.has(line.why.code)) return line.why;
  return reason('recomputed', { period: line.period, line: line.id, before: moneyText(line.before ?? now), now: moneyText(now) });
}

/** The corrections that this statement brings, those of one line together. */
export function correctionLines(corrections: readonly EventOf<'correction'>[], digits: number): Line[] {
  const byLine = new Map<string, EventOf<'correction'>[]>();
  for (const event of corrections) {
    const id = `correction/${event.period}/${event.line}`;
    byLine.set(id, [...(byLine.get(id) ?? []), event]);
  }
  return [...byLine].map(([id, events]) => {
    const amounts = events.map((event) => money(event.amount, digits));
    const total = sumMoney(amounts, digits);
    const notes = new TraceNotes();
    for (const event of events) notes.input(event.file, event.amount);
    const why = reason('correction', { events: events.map((event) => event.file).join(', ') });
    const raw = notes.amount(moneyValue(total), amounts.map(moneyText).join(' + '), why);
    return {
      id,
      kind: 'correction',
      amount: moneyText(total),
      state: 'payable',
      held: false,
      reason: why,
      trace: traceOf(raw, null, moneyText(total)),
    };
  });
}

/** Tax on everything payable in the statement, at the rate in force for its period. */
export function taxLines(terms: Terms, period: PeriodId, lines: readonly Line[]): Line[] {
  const { contract } = terms;
  const digits = minorDigits(contract.currency);
  const payable = sumMoney(
    lines.map((line) => money(line.amount, digits)),
    digits,
  );
  return contract.fees.filter((fee): fee is Tax => fee.kind === 'tax').map((fee) => taxLine(contract, fee, period, payable));
}

function taxLine(contract: Contract, fee: Tax, period: PeriodId, payable: Money): Line {
  const rate = rational(scheduledAt(fee.rate, period));
  const base = moneyValue(payable);
  const notes = new TraceNotes().input('payable', base).input('rate', percent(rate));
  const why = reason('tax', { rate: percent(rate), base: moneyText(payable) });
  const raw = notes.amount(rate.mul(base), `${percent(rate)} × ${toDecimal(base)}`, why);
  const amount = moneyText(roundMoney(rate.mul(base), payable.digits, contract.rounding));
  return { id: fee.id, kind: 'tax', amount, state: 'payable', held: false, reason: why, trace: traceOf(raw, fee.clause, amount) };
}
