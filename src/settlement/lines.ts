import { type Reason, reason } from '../attainment/value.js';
import { kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { Tax } from '../contract/fee-kinds/tax.js';
import type { Contract, Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { addMoney, type Money, money, moneyText, moneyValue, roundMoney, subtractMoney, sumMoney, zeroMoney } from '../kernel/money.js';
import { distinct } from '../kernel/objects.js';
import { scheduledAt } from '../kernel/period.js';
import { rational, toDecimal } from '../kernel/rational.js';
import type { ReasonCode } from '../words/reasons.js';
import { leastClaim, type OpenDispute, trueUpId } from './disputes.js';
import { basisOf, costsOf, type DisputedLife, hasSetAside, type WaitingLife } from './line-life.js';
import type { Line } from './model.js';
import { percent, type RawLine, TraceNotes, traceOf } from './raw-line.js';
import type { SettledLine } from './recompute.js';

/** A line of the period that is settled now, as the statement shows it. */
export function ownLine(line: SettledLine, currency: string): Line {
  const { life, raw, dispute } = line;
  const held = life.state === 'held';
  const disputed = life.state === 'disputed' && dispute !== null;
  return {
    id: line.id,
    kind: line.kind,
    amount: life.amount,
    state: held ? 'held' : disputed ? 'disputed' : 'payable',
    held,
    reason: line.why(),
    ...(disputed ? { computed: life.computed, claimed: claimedOf(dispute, money(life.computed, currency)) } : {}),
    trace: traceOf(raw, line.clause, held || raw.value === null ? null : basisOf(life)),
  };
}

/**
 * What a statement says of an earlier line: the difference between what it is worth now and what was settled for it, a large
 * one that waits, a part that is disputed, and whatever was decided, 0.00 included. Null where there is nothing to say.
 */
export function trueUpLine(line: SettledLine, currency: string): Line | null {
  const { life, previous, dispute } = line;
  const before = previous === null ? zeroMoney(currency) : money(previous.amount, currency);
  const moved = subtractMoney(money(life.amount, currency), before);
  const isNew = previous === null || !hasSetAside(previous);
  if (life.state === 'waiting' && moved.minor === 0n) return listed(line, { before, now: money(life.moves, currency), state: 'held' });
  if (life.state === 'disputed' && isNew && dispute !== null) {
    return { ...listed(line, { before, now: moved, state: 'disputed' }), ...asDisputed(line, life, before, dispute) };
  }
  return moved.minor === 0n && !isDecidedNow(line) ? null : listed(line, { before, now: moved, state: 'payable' });
}

/** Whether this statement decides it. */
function isDecidedNow({ life, previous }: Pick<SettledLine, 'life' | 'previous'>): boolean {
  return previous?.state === 'held' && (life.state === 'decided' || (life.state === 'disputed' && life.decided));
}

/** What is decided says why it was held, and what was known of it. */
function whatWasKnown(raw: RawLine, notes: TraceNotes): void {
  for (const cause of distinct(raw.causes)) notes.decidedBy(cause.reason);
  notes.as({ inputs: raw.told().inputs });
  if (raw.unreviewed !== undefined) notes.input('unreviewed', raw.unreviewed);
}

interface Listing {
  readonly before: Money;
  /** What moves now, or what would move if it did not wait. */
  readonly now: Money;
  readonly state: Line['state'];
}

function listed(line: SettledLine, { before, now, state }: Listing): Line {
  const worth = addMoney(before, now);
  const notes = new TraceNotes().input('settled-so-far', moneyText(before)).input('worth-now', moneyText(worth));
  if (isDecidedNow(line)) whatWasKnown(line.raw, notes);
  notes.as({ branches: line.raw.told().branches });
  const waiting = state === 'held' && line.life.state === 'waiting' ? line.life : null;
  const why = waiting === null ? movedReason(line, before, worth) : waitingReason(line, waiting);
  const raw = notes.amount(moneyValue(now), `${moneyText(worth)} − ${moneyText(before)}`, why);
  return {
    id: trueUpId(line.period, line.id),
    kind: 'true-up',
    amount: moneyText(waiting === null ? now : zeroMoney(now.currency)),
    state,
    held: waiting !== null,
    reason: why,
    trace: traceOf(raw, line.clause, moneyText(now)),
  };
}

/** Computed and claimed are of what the true-up moves, as its amount is. */
function asDisputed(line: SettledLine, life: DisputedLife, before: Money, dispute: OpenDispute) {
  const computed = moneyText(subtractMoney(money(life.computed, before.currency), before));
  return { computed, claimed: claimedOf(dispute, money(life.computed, before.currency)), reason: line.why() };
}

/** The claim that what is paid follows from. */
function claimedOf(dispute: OpenDispute, computed: Money): string {
  return moneyText(money(leastClaim(dispute, computed).claim.claimed, computed.currency));
}

/** Why a large true-up waits, and for whom. */
export function waitingReason({ period, id }: Pick<SettledLine, 'period' | 'id'>, { since, moves }: WaitingLife): Reason {
  return reason('large-true-up', { moved: moves, period, line: id, since, party: costsOf({ moves }) });
}

const SAYS_WHY: ReadonlySet<ReasonCode> = new Set([
  'resolved',
  'decided-mean',
  'decided-at-least',
  'decided-for-provider',
  'decided-for-brand',
  'decided-as-settled',
  'dispute-lapsed',
  'disputed',
  'true-up-acknowledged',
  'true-up-time-passed',
]);

function movedReason(line: SettledLine, before: Money, now: Money): Reason {
  const why = line.why();
  if (why !== null && SAYS_WHY.has(why.code)) return why;
  return reason('recomputed', { period: line.period, line: line.id, before: moneyText(before), now: moneyText(now) });
}

/** Whether tax is due on a line, or on what is about it later: as the statement's terms have its fee, or the latest that do. */
export function isTaxed(everyTerms: readonly Terms[], line: string): boolean {
  const [kind, , ...rest] = line.split('/');
  if ((kind === 'true-up' || kind === 'correction') && rest.length > 0) return isTaxed(everyTerms, rest.join('/'));
  const fee = everyTerms.flatMap(({ contract }) => contract.fees).find(({ id }) => id === kind);
  return fee === undefined || kindOf(fee).taxed(fee);
}

/** Tax on everything payable in the statement that tax is due on, at the rate in force for its period. */
export function taxLines(
  everyTerms: readonly [Terms, ...Terms[]],
  period: PeriodId,
  lines: readonly Pick<Line, 'id' | 'amount'>[],
): Line[] {
  const [{ contract }] = everyTerms;
  const { currency } = contract;
  const payable = sumMoney(
    lines.filter(({ id }) => isTaxed(everyTerms, id)).map((line) => money(line.amount, currency)),
    currency,
  );
  return contract.fees.filter((fee) => fee.kind === 'tax').map((fee) => taxLine(contract, fee, period, payable));
}

function taxLine(contract: Contract, fee: Tax, period: PeriodId, payable: Money): Line {
  const rate = rational(scheduledAt(fee.rate, period));
  const base = moneyValue(payable);
  const notes = new TraceNotes().input('payable', base).input('rate', percent(rate));
  const why = reason('tax', { rate: percent(rate), base: moneyText(payable) });
  const raw = notes.amount(rate.mul(base), `${percent(rate)} × ${toDecimal(base)}`, why);
  const amount = moneyText(roundMoney(rate.mul(base), payable.currency, contract.rounding));
  return { id: fee.id, kind: 'tax', amount, state: 'payable', held: false, reason: why, trace: traceOf(raw, fee.clause, amount) };
}
