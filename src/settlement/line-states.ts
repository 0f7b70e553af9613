import { type Reason, reason } from '../attainment/value.js';
import type { LocalDate } from '../kernel/calendar.js';
import { type Money, money, moneyText, subtractMoney, zeroMoney } from '../kernel/money.js';
import type { Party } from '../kernel/party.js';
import { type DisputeState, leastClaim, type OpenDispute } from './disputes.js';
import type { Decision } from './holds.js';
import {
  basisOf,
  countsFrom,
  type DisputedLife,
  type HeldLife,
  hasSetAside,
  type LineLife,
  type SetAsideLife,
  type SettledLife,
  type WaitingLife,
} from './line-life.js';
import type { LineKind } from './model.js';
import type { RawLine } from './raw-line.js';

/*
 * The one table of a line's life (section 6): what every happening does in every state. What happens to a line in a statement is
 * first named (line-happenings.ts), in the order in which one thing beats another; the table then says where that leads. A pair that
 * cannot be has no entry, and the compiler knows.
 */

/** All that a statement knows of one line. */
export interface LineFacts {
  readonly kind: LineKind;
  readonly asOf: LocalDate;
  readonly currency: string;
  readonly dispute: DisputeState;
  readonly raw: RawLine;
  /** The line computed and rounded; null where it cannot be. */
  readonly computed: Money | null;
  /** Whether nothing that was measured may change it: outside the window, and not held. */
  readonly closed: boolean;
  /** Whether it was due by the last statement: the 0 of a milestone that was not accepted then has settled nothing. */
  readonly wasDue: boolean;
  /** In how many consecutive statements a line is held at most, and from which day of asOf on the next decides. */
  readonly maxPeriods: number;
  readonly decidedFrom: (since: LocalDate) => LocalDate;
  readonly decide: () => Decision;
  /** Whether what has changed since the last statement is the doing of the zones' rules alone: no party answers for that. */
  readonly zoneRulesAlone: boolean;
  readonly acceptanceDays: number;
  readonly acknowledged: (costs: Party, since: LocalDate) => boolean;
}

/** Where a line stands now, and why. */
export interface Step {
  readonly life: LineLife;
  readonly why: Reason | null;
}

/** Where a line stands now because of what was computed, which says why when it is asked. */
function computedStep(life: LineLife, { told }: RawLine): Step {
  return {
    life,
    get why() {
      return told().reason;
    },
  };
}

export type Known = LineFacts & { readonly computed: Money };
export type OpenKnown = Known & { readonly dispute: OpenDispute };
type ResolvedFacts = LineFacts & { readonly dispute: Extract<DisputeState, { state: 'resolved' }> };

/** What happens to a line, each with the facts that it needs. */
interface Happenings {
  /** Both have fixed the amount. */
  resolved: ResolvedFacts;
  /** Nothing in it may change: outside the window, or final. */
  kept: LineFacts;
  /** Its dispute has lapsed, and nothing but what was set aside is to be judged. */
  lapsed: LineFacts;
  /** It cannot be computed. */
  unknown: LineFacts;
  /** It cannot be computed, and its hold has lasted long enough. */
  expired: LineFacts;
  /** It is computed, and a dispute of it is open. */
  disputed: OpenKnown;
  /** It is computed, and moves by little or not at all. */
  known: Known;
  /** It is computed, and moves by more than a tenth of what counts as settled. */
  large: Known;
  /** It moves by much, since rows lie in other days by changed rules of the zones and for nothing else. */
  recounted: Known;
  /** It moves by much, and the party that this costs has acknowledged it, or time has passed. */
  released: Known;
}

/** The states of the table: those of a life, and a line that has none yet. */
export interface States {
  new: null;
  settled: SettledLife;
  held: HeldLife;
  waiting: WaitingLife;
  disputed: DisputedLife;
  frozen: Extract<LineLife, { state: 'frozen' }>;
  accepted: Extract<LineLife, { state: 'accepted' }>;
  decided: Extract<LineLife, { state: 'decided' }>;
  resolved: Extract<LineLife, { state: 'resolved' }>;
}

/** What can happen in each state. */
interface Possible {
  new: 'resolved' | 'unknown' | 'disputed' | 'known';
  settled: 'resolved' | 'kept' | 'unknown' | 'disputed' | 'known' | 'large' | 'recounted';
  held: 'resolved' | 'unknown' | 'expired' | 'disputed' | 'known' | 'large' | 'recounted';
  waiting: 'resolved' | 'unknown' | 'disputed' | 'known' | 'large' | 'released';
  disputed: 'resolved' | 'kept' | 'lapsed' | 'unknown' | 'known' | 'large' | 'recounted';
  frozen: 'resolved' | 'kept' | 'unknown' | 'disputed' | 'known' | 'large' | 'recounted';
  accepted: 'resolved' | 'kept';
  decided: 'resolved' | 'kept';
  resolved: 'resolved' | 'kept';
}

export type TableState = keyof Possible;

type Transition<S extends TableState, H extends keyof Happenings> = (life: States[S], facts: Happenings[H]) => Step;

type Table = { readonly [S in TableState]: { readonly [H in Possible[S]]: Transition<S, H> } };

/** What becomes of a line in each state, by what happens to it: `line-happenings.ts` says what does. */
export const TABLE: Table = {
  new: {
    resolved: (_, facts) => resolve(null, facts),
    unknown: (_, facts) => hold({ amount: moneyText(zeroMoney(facts.currency)), wasSettled: false, byRule: false }, facts),
    disputed: (_, facts) => setAside(zeroMoney(facts.currency), facts),
    known: (_, facts) => pay(facts),
  },
  settled: {
    resolved: resolve,
    kept: (life) => ({ life, why: reason('outside-the-window') }),
    unknown: (life, facts) => hold({ amount: life.amount, wasSettled: facts.wasDue, byRule: life.byRule }, facts),
    disputed: (life, facts) => (isOfThisStatement(facts) ? setAside(money(life.amount, facts.currency), facts) : freeze(life, facts)),
    known: (_, facts) => pay(facts),
    large: (life, facts) => wait(life.amount, life.byRule, facts.asOf, facts),
    recounted: (_, facts) => recount(facts),
  },
  held: {
    resolved: resolve,
    unknown: (life, facts) => holdOn(life, facts),
    expired: (life, facts) => decideFor(life, facts),
    disputed: (life, facts) => knownAgain(life, facts),
    known: (_, facts) => pay(facts),
    large: (life, facts) => wait(life.amount, life.byRule, facts.asOf, facts),
    recounted: (_, facts) => recount(facts),
  },
  waiting: {
    resolved: resolve,
    unknown: (life, facts) => hold({ amount: life.amount, wasSettled: true, byRule: life.byRule }, facts),
    // It waits on for as long as it is disputed: one held and disputed is held.
    disputed: (life, facts) => wait(life.amount, life.byRule, listedSince(life, facts), facts),
    known: (_, facts) => pay(facts),
    large: (life, facts) => wait(life.amount, life.byRule, listedSince(life, facts), facts),
    released: (life, facts) => release(life, facts),
  },
  disputed: {
    resolved: resolve,
    kept: (life, facts) => frozenStep(life, facts),
    lapsed: (life, facts) => payWhatWasSetAside(life, facts),
    // One held and disputed is held; what is set aside is paid when the dispute ends, whatever else is known of the line.
    unknown: (life, facts) => {
      if (!facts.wasDue) return hold({ amount: life.amount, wasSettled: false, byRule: life.byRule }, facts);
      const held = { amount: life.amount, wasSettled: true, computed: life.computed, byRule: life.byRule };
      return hold(facts.dispute.state === 'open' ? held : withWhatWasSetAside(held), facts);
    },
    known: (_, facts) => pay(facts),
    large: (life, facts) => wait(life.computed, life.byRule, facts.asOf, facts),
    recounted: (_, facts) => recount(facts),
  },
  frozen: {
    resolved: resolve,
    kept: (life) => ({ life: settled(life.amount, life.byRule), why: null }),
    unknown: (life, facts) => hold({ amount: life.amount, wasSettled: facts.wasDue, byRule: life.byRule }, facts),
    disputed: (life, facts) => freeze(life, facts),
    known: (_, facts) => pay(facts),
    large: (life, facts) => wait(life.amount, life.byRule, facts.asOf, facts),
    recounted: (_, facts) => recount(facts),
  },
  accepted: { resolved: resolve, kept: (life) => ({ life, why: reason('milestone-final') }) },
  decided: { resolved: resolve, kept: (life) => ({ life, why: reason('decided') }) },
  resolved: { resolved: resolve, kept: (life) => ({ life, why: null }) },
};

function isPositive(amount: string, currency: string): boolean {
  return money(amount, currency).minor > 0n;
}

/** Whether a disputed line is a milestone that comes to something: once it is paid it is final. */
export function paysMilestone(life: DisputedLife, { kind, currency }: LineFacts): boolean {
  return kind === 'milestone' && isPositive(life.computed, currency);
}

function settled(amount: string, byRule: boolean): SettledLife {
  return { state: 'settled', amount, byRule };
}

/** Settled as computed; a milestone that pays is final with that. */
function pay({ kind, computed, raw }: Known): Step {
  const amount = moneyText(computed);
  const final = kind === 'milestone' && computed.minor > 0n;
  return computedStep(final ? { state: 'accepted', amount } : settled(amount, raw.zeroByRule), raw);
}

/** Paid at once, however large: a country changed its clocks. */
function recount(facts: Known): Step {
  return { life: pay(facts).life, why: reason('zone-rules') };
}

/** Fixed at the amount of a resolution, whatever it was before and whatever data say later. */
export function resolve(life: LineLife | null, { dispute, computed, currency }: ResolvedFacts): Step {
  const why = reason('resolved', { event: dispute.resolution.file, amount: moneyText(dispute.amount) });
  // What it was worth when it was fixed, or before: what has taken a milestone once, also by an earlier resolution, keeps it.
  const before = life === null || life.state === 'held' ? null : basisOf(life);
  const earlier = life?.state === 'resolved' ? life.computed : computed;
  const then = before !== null && isPositive(before, currency) ? before : earlier;
  const known = then === null || typeof then === 'string' ? then : moneyText(then);
  return { life: { state: 'resolved', amount: moneyText(dispute.amount), computed: known }, why };
}

type Rest = Pick<HeldLife, 'amount' | 'wasSettled' | 'computed' | 'byRule'>;

/** The first statement in which it is held; with no patience agreed that one decides nothing yet. */
function hold(rest: Rest, facts: LineFacts): Step {
  const { asOf, raw } = facts;
  return computedStep({ state: 'held', ...rest, since: asOf, statements: 1, causes: raw.causes }, raw);
}

function holdOn(life: HeldLife, { raw }: LineFacts): Step {
  return computedStep({ ...life, statements: life.statements + 1, causes: raw.causes }, raw);
}

/** Held often enough, and long enough: a run that catches up must not let holds expire within itself. */
export function hasExpired(life: HeldLife, { maxPeriods, decidedFrom, asOf }: LineFacts): boolean {
  return life.statements >= maxPeriods && asOf >= decidedFrom(life.since);
}

/** A hold whose dispute has ended: nothing is set aside any more. */
export function withWhatWasSetAside<Held extends Rest>({ computed, ...held }: Held): Omit<Held, 'computed'> {
  return computed === undefined ? held : { ...held, amount: computed };
}

/** Computed again while it is disputed: what had been set aside stays so, a settled line stays as it was. */
function knownAgain(life: HeldLife, facts: OpenKnown): Step {
  if (hasSetAside(life)) return frozenStep(disputedAgain(life, false), facts);
  return life.wasSettled ? freeze(life, facts) : setAside(money(life.amount, facts.currency), facts);
}

function disputedAgain({ amount, computed, byRule }: Exclude<SetAsideLife, DisputedLife>, decided: boolean): DisputedLife {
  return { state: 'disputed', amount, computed, byRule, decided };
}

/** Decided for good; a line that had been settled stays as it was. A dispute that is open sets aside what it disputes. */
function decideFor(life: HeldLife, facts: LineFacts): Step {
  const asSettled = reason('decided-as-settled');
  if (hasSetAside(life)) return { life: disputedAgain(life, true), why: asSettled };
  if (life.wasSettled) return { life: { state: 'decided', amount: life.amount }, why: asSettled };
  const { amount, why } = facts.decide();
  if (facts.dispute.state !== 'open') return { life: { state: 'decided', amount: moneyText(amount) }, why };
  const { payable } = leastClaim(facts.dispute, amount);
  return { life: { state: 'disputed', amount: moneyText(payable), computed: moneyText(amount), byRule: false, decided: true }, why };
}

function setAside(before: Money, facts: OpenKnown): Step {
  const { computed, dispute, raw, kind } = facts;
  if (kind !== 'correction' && computed.minor === before.minor && dispute.dispute.line.startsWith('true-up/')) return pay(facts);
  const { payable, claim } = leastClaim(dispute, computed);
  const life: LineLife = {
    state: 'disputed',
    amount: moneyText(payable),
    computed: moneyText(computed),
    byRule: raw.zeroByRule,
    decided: false,
  };
  return { life, why: reason('disputed', { event: claim.event, lapsesOn: dispute.lapsesOn }) };
}

function payWhatWasSetAside(life: DisputedLife, facts: LineFacts): Step {
  const amount = life.computed;
  const why = reason('dispute-lapsed');
  if (life.decided) return { life: { state: 'decided', amount }, why };
  return { life: paysMilestone(life, facts) ? { state: 'accepted', amount } : settled(amount, life.byRule), why };
}

function freeze(life: { readonly amount: string; readonly byRule: boolean }, facts: OpenKnown): Step {
  const frozen: LineLife = { state: 'frozen', amount: life.amount, byRule: life.byRule };
  return frozenStep(frozen, facts);
}

function frozenStep(life: LineLife, { dispute }: LineFacts): Step {
  if (dispute.state !== 'open') return { life, why: null };
  return { life, why: reason('frozen-by-dispute', { event: dispute.dispute.file, lapsesOn: dispute.lapsesOn }) };
}

/** Whether the dispute is of what this very statement says of the line. */
export function isOfThisStatement({ dispute }: OpenKnown): boolean {
  return dispute.now;
}

function wait(settledAs: string, byRule: boolean, since: LocalDate, { computed, currency, raw }: Known): Step {
  const moves = moneyText(subtractMoney(computed, money(settledAs, currency)));
  return computedStep({ state: 'waiting', amount: settledAs, byRule, since, moves }, raw);
}

/** As of which statement a true-up that waits was first listed: one that costs the other party now was never listed to that one. */
function listedSince(life: WaitingLife, facts: Known): LocalDate {
  return isTurned(life, facts) ? facts.asOf : life.since;
}

/** Whether a true-up that waits costs the other party than it did as it was listed last. */
function isTurned({ amount, moves }: WaitingLife, { computed, currency }: Known): boolean {
  return money(moves, currency).minor * subtractMoney(computed, money(amount, currency)).minor < 0n;
}

/**
 * Why a large true-up waits no longer: whom it costs has reviewed it, or its days have passed; null while it waits. What one party has
 * let pass costs the other nothing.
 */
export function releaseReason(life: WaitingLife, facts: Known): Reason | null {
  if (isTurned(life, facts)) return null;
  const costs: Party = facts.computed.minor > money(life.amount, facts.currency).minor ? 'brand' : 'provider';
  if (facts.acknowledged(costs, life.since)) return reason('true-up-acknowledged');
  return countsFrom(life, facts.acceptanceDays) <= facts.asOf ? reason('true-up-time-passed') : null;
}

function release(life: WaitingLife, facts: Known): Step {
  const { life: after } = pay(facts);
  return { life: after, why: releaseReason(life, facts) };
}
