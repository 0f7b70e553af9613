import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Contract } from '../contract/model.js';
import { addDays, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import { addMoney, type Money, money, moneyValue, roundMoney, subtractMoney, zeroMoney } from '../kernel/money.js';
import { compare, minimum, type Rational, rational, sign, ZERO } from '../kernel/rational.js';
import type { LedgerEntry } from './ledger-entry.js';
import type { Statement } from './model.js';

/** What a party says that a line should be. */
export interface Claim {
  /** The file of the dispute. */
  readonly event: string;
  readonly claimed: string;
  /** What the claim is on top of: 0 for the line itself, what was settled before it for a true-up of the line. */
  readonly from: Money;
}

/** A dispute of a line that is neither resolved nor lapsed. */
export interface OpenDispute {
  readonly state: 'open';
  /** Where both parties dispute the line, the one with the smaller claim. */
  readonly dispute: EventOf<'dispute'>;
  /** When the last of them lapses. */
  readonly lapsesOn: LocalDate;
  /** Of every party that disputes the line: neither can spend the other's dispute by being first. */
  readonly claims: readonly Claim[];
  /** Whether it is about what the present statement says. */
  readonly now: boolean;
}

/** Where the dispute of a line stands on a date; one that has lapsed is over. */
export type DisputeState =
  | { readonly state: 'none' }
  | OpenDispute
  | { readonly state: 'resolved'; readonly resolution: EventOf<'resolution'>; readonly amount: Money };

/** The day on which a dispute was escalated in time; null where it was not. */
export function escalatedOn(dispute: EventOf<'dispute'>, events: readonly ContractEvent[], days: number): LocalDate | null {
  const once = addDays(dispute.date, days);
  return events.find((event) => event.kind === 'escalation' && event.answers === dispute.file && event.date < once)?.date ?? null;
}

/** The date on which an unresolved dispute lapses: `disputes.days` after its date, twice that if escalated in time. */
export function lapseDate(dispute: EventOf<'dispute'>, events: readonly ContractEvent[], days: number): LocalDate {
  return addDays(dispute.date, escalatedOn(dispute, events, days) === null ? days : 2 * days);
}

/** The last day on which a dispute may be resolved or escalated: the one before it lapses. */
export function lastDayToResolve(lapsesOn: LocalDate): LocalDate {
  return addDays(lapsesOn, -1);
}

/** What a line's disputes are judged by. */
export interface DisputeContext {
  readonly contract: Contract;
  readonly events: readonly ContractEvent[];
  readonly ledger: readonly LedgerEntry[];
  /** The period of the present statement. */
  readonly target: PeriodId;
  readonly asOf: LocalDate;
}

/**
 * The dispute of a line as the present statement sees it: of the line itself, or of a true-up that a statement listed for it.
 * A resolution stands for good; of several the latest.
 */
export function disputeOf({ contract, events, ledger, target, asOf }: DisputeContext, period: PeriodId, line: string): DisputeState {
  const { currency } = contract;
  const trueUp = trueUpId(period, line);
  const disputes = events.filter(
    // One of a true-up says nothing of statements before its own.
    (event): event is EventOf<'dispute'> => event.kind === 'dispute' && event.period <= target && isAbout(event, period, line),
  );
  const fromOf = (dispute: EventOf<'dispute'>): Money =>
    dispute.line === trueUp ? lineSettledBefore(ledger, dispute.period, { period, line }, currency) : zeroMoney(currency);
  let resolved: DisputeState | null = null;
  const open: { readonly dispute: EventOf<'dispute'>; readonly lapsesOn: LocalDate }[] = [];
  for (const dispute of disputes) {
    const resolution = events.find((event) => event.kind === 'resolution' && event.answers === dispute.file);
    if (resolution?.kind === 'resolution') {
      if (resolved?.state === 'resolved' && resolved.resolution.date > resolution.date) continue;
      resolved = { state: 'resolved', resolution, amount: addMoney(fromOf(dispute), money(resolution.amount, currency)) };
      continue;
    }
    const lapsesOn = lapseDate(dispute, events, contract.disputes.days);
    if (lapsesOn > asOf) open.push({ dispute, lapsesOn });
  }
  if (resolved !== null || open.length === 0) return resolved ?? { state: 'none' };
  const size = ({ dispute }: { readonly dispute: EventOf<'dispute'> }) => moneyValue(money(dispute.claimed, currency)).abs();
  const { dispute: least } = open.reduce((a, b) => (compare(size(b), size(a)) < 0 ? b : a));
  const lapsesOn = open.map((each) => each.lapsesOn).reduce((a, b) => (b > a ? b : a));
  const claims = open.map(({ dispute }) => ({ event: dispute.file, claimed: dispute.claimed, from: fromOf(dispute) }));
  return { state: 'open', dispute: least, lapsesOn, claims, now: open.some(({ dispute }) => dispute.period === target) };
}

/** What a dispute names. */
type Named = Pick<EventOf<'dispute'>, 'period' | 'line'>;

/** Whether a dispute is of a line: of itself, or of a true-up of it. */
export function isAbout(dispute: Named, period: PeriodId, line: string): boolean {
  return dispute.line === trueUpId(period, line) || (dispute.period === period && dispute.line === line);
}

/** Whether two disputes are of one line: of itself, of a true-up of it, or of two true-ups of it. */
function areOfOneLine(a: Named, b: EventOf<'dispute'>): boolean {
  const trueUp = trueUpId(b.period, b.line);
  return isAbout(b, a.period, a.line) || a.line === trueUp || (a.line === b.line && a.line.startsWith('true-up/'));
}

/** The resolution by which both have fixed the line that a dispute names, whichever dispute of it they answered; of several the latest. */
export function fixedBy(named: Named, events: readonly ContractEvent[]): EventOf<'resolution'> | null {
  const disputes = events.filter((event): event is EventOf<'dispute'> => event.kind === 'dispute' && areOfOneLine(named, event));
  const resolutions = events.filter(
    (event): event is EventOf<'resolution'> => event.kind === 'resolution' && disputes.some(({ file }) => file === event.answers),
  );
  return resolutions.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)).at(-1) ?? null;
}

/** What counted as settled for a line before the statement of a period. */
export function lineSettledBefore(
  ledger: readonly LedgerEntry[],
  statement: PeriodId,
  { period, line }: { readonly period: PeriodId; readonly line: string },
  currency: string,
): Money {
  const before = [...ledger].reverse().find((entry) => entry.statement.period < statement);
  const found = before?.statement.carried.lines.find((entry) => entry.period === period && entry.line === line);
  return found === undefined ? zeroMoney(currency) : money(found.life.amount, currency);
}

/** What is undisputed: computed or claimed, whichever is smaller in magnitude and of the same sign, else nothing. */
export function undisputed(computed: Rational, claimed: Rational): Rational {
  if (sign(computed) !== sign(claimed)) return ZERO;
  const size = minimum(computed.abs(), claimed.abs());
  return sign(computed) < 0 ? size.neg() : size;
}

/**
 * Of all that is claimed, the claim that leaves least of a computed amount undisputed, the smaller one among equals: what is
 * payable of the amount, what a claim is on top of included, follows from it alone.
 */
export function leastClaim({ claims }: OpenDispute, computed: Money): { readonly claim: Claim; readonly payable: Money } {
  const { currency } = computed;
  const parts = claims.map((claim) => {
    const claimed = moneyValue(money(claim.claimed, currency));
    const move = undisputed(moneyValue(subtractMoney(computed, claim.from)), claimed);
    return { claim, move, size: claimed.abs() };
  });
  const { claim, move } = parts.reduce((a, b) => ((compare(b.move.abs(), a.move.abs()) || compare(b.size, a.size)) < 0 ? b : a));
  return { claim, payable: addMoney(claim.from, roundMoney(move, currency, 'half_even')) };
}

/** A dispute that came too late: more than `acceptance.days` after the last statement that listed the line. */
export interface LateDispute {
  readonly dispute: EventOf<'dispute'>;
  readonly lastDay: LocalDate;
}

/**
 * Disputes filed after their time. The clock starts with the statement that settled the line, and again with each that
 * lists a true-up of it, since that changes what there is to dispute.
 */
export function lateDisputes(events: readonly ContractEvent[], statements: readonly Statement[], contract: Contract): LateDispute[] {
  return events.flatMap((dispute): LateDispute[] => {
    if (dispute.kind !== 'dispute') return [];
    const lastDay = lastDayToDispute(dispute, statements, contract.acceptance.days);
    return lastDay !== null && dispute.date > lastDay ? [{ dispute, lastDay }] : [];
  });
}

/** What a dispute is of, and the day on which it is filed. */
type Filed = Pick<EventOf<'dispute'>, 'period' | 'line' | 'date'>;

/** Until when a line may be disputed, as far as statements before the day say; null where none lists it. */
export function lastDayToDispute(filed: Filed, statements: readonly Statement[], acceptanceDays: number): LocalDate | null {
  const last = statements.filter((statement) => statement.asOf < filed.date && lists(statement, filed)).at(-1);
  return last === undefined ? null : addDays(last.asOf, acceptanceDays);
}

function lists(statement: Statement, dispute: Filed): boolean {
  if (statement.period === dispute.period) return statement.lines.some((line) => line.id === dispute.line);
  return statement.lines.some((line) => line.id === trueUpId(dispute.period, dispute.line));
}

/** The id of the line that corrects an earlier period's line. */
export function trueUpId(period: PeriodId, line: string): string {
  return `true-up/${period}/${line}`;
}

/** Whether an amount moves by more than a tenth of its magnitude. */
export function isLarge(settled: Money, moved: Money): boolean {
  const before = rational(settled.minor).abs();
  const change = rational(moved.minor - settled.minor).abs();
  return compare(change.mul(10), before) > 0;
}
