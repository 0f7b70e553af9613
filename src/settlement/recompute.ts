import { type Cause, distinctCauses, type Reason, reason } from '../attainment/value.js';
import type { Clause } from '../contract/model.js';
import { addDays, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import { type Money, minorDigits, money, moneyValue, roundMoney, subtractMoney, zeroMoney } from '../kernel/money.js';
import { type Rational, rational, ZERO } from '../kernel/rational.js';
import { type DisputeState, disputeOf, isLarge, undisputed } from './disputes.js';
import { type CrossPeriod, type EarlierStep, type FeeContext, shareInForce } from './fee-context.js';
import { computeFee, computeRecoveryOf, ORDER, type PeriodFee } from './fees/compute.js';
import { subtotalOf } from './fees/guarantee.js';
import { decide, meanOf, partyOf, timesHeld } from './holds.js';
import type { Anomaly, Carried, LineKind } from './model.js';
import type { RawLine } from './raw-line.js';
import { anomaliesOf, unreviewedCauses } from './reviews.js';
import { toDate } from './to-date.js';
import { isAcknowledged } from './true-ups.js';
import type { PeriodView, SettlementInput } from './views.js';
import { movedByZoneRulesAlone } from './zone-rules.js';

/** A line of one period after holds, disputes and earlier settlements had their say. */
export interface SettledLine {
  readonly period: PeriodId;
  readonly id: string;
  readonly kind: LineKind;
  readonly clause: Clause | null;
  readonly raw: RawLine;
  /** What this statement says the line is worth: what counts as settled from now on. */
  readonly amount: Money;
  /** What later steps computed with; differs from `amount` on disputed lines only. */
  readonly basis: Money;
  readonly state: 'payable' | 'held' | 'disputed';
  readonly why: Reason | null;
  readonly causes: readonly Cause[];
  /** What had been settled before, true-ups included; null for the own period. */
  readonly before: Money | null;
  /** A large true-up that waits, and what it would move. */
  readonly waiting: { readonly since: LocalDate; readonly moved: Money } | null;
  readonly decided: boolean;
  readonly computed?: Money;
  readonly claimed?: Money;
}

/** The whole contract recomputed up to the target. */
export interface Recomputed {
  readonly lines: readonly SettledLine[];
  readonly bases: ReadonlyMap<string, ReadonlyMap<PeriodId, Rational>>;
  readonly milestones: ReadonlyMap<string, PeriodId>;
  readonly anomalies: ReadonlyMap<PeriodId, readonly Anomaly[]>;
}

const LARGE: ReadonlySet<LineKind> = new Set(['commission', 'bonus', 'milestone', 'wager', 'penalty']);
const FOLLOWS_A_HOLD: ReadonlySet<LineKind> = new Set(['guarantee', 'penalty', 'cap', 'recovery']);

/** Recomputes every period from the first, in order (section 6). */
export function recompute(input: SettlementInput, views: readonly PeriodView[]): Recomputed {
  const carried = input.ledger.at(-1)?.statement.carried ?? null;
  const cross: CrossPeriod = {
    bases: new Map(),
    capped: ZERO,
    draw: ZERO,
    milestones: new Map((carried?.milestones ?? []).map((paid) => [paid.line, paid.period])),
    pendingMilestones: new Map(),
  };
  const shares = new Map(views.map((view) => [view.period.id, shareInForce(view.period)]));
  const lines: SettledLine[] = [];
  const anomalies = anomaliesOf(views, input.events);
  const zoneRulesAlone = movedByZoneRulesAlone(views, input);
  for (const view of views) lines.push(...recomputePeriod({ input, views, carried, cross, shares, anomalies, zoneRulesAlone }, view));
  return { lines, bases: cross.bases, milestones: cross.milestones, anomalies };
}

/** What recomputing shares among its periods. */
interface Run {
  readonly input: SettlementInput;
  readonly views: readonly PeriodView[];
  readonly carried: Carried | null;
  readonly cross: CrossPeriod;
  readonly shares: ReadonlyMap<PeriodId, Rational>;
  readonly anomalies: ReadonlyMap<PeriodId, readonly Anomaly[]>;
  readonly zoneRulesAlone: boolean;
}

function recomputePeriod(run: Run, view: PeriodView): SettledLine[] {
  const { input, views, carried, cross, shares, zoneRulesAlone } = run;
  const steps = new Map<string, EarlierStep>();
  const context = contextOf(input, views, view, cross, steps);
  const judge = { input, view, carried, shares, zoneRulesAlone };
  const lines: SettledLine[] = [];
  const settle = (id: string, kind: LineKind, clause: Clause, compute: (context: FeeContext) => RawLine): SettledLine => {
    const line = judgeLine(judge, id, kind, clause, compute(context), (party) => compute({ ...context, decideAgainst: party }));
    lines.push(line);
    steps.set(id, { kind, basis: line.basis, held: line.state === 'held', causes: line.causes });
    return line;
  };
  const fees = view.terms.contract.fees.filter((fee): fee is PeriodFee => fee.kind !== 'tax');
  for (const kind of ORDER) {
    for (const fee of fees) {
      if (fee.kind !== kind) continue;
      const line = settle(fee.id, kind, fee.clause, (at) => reviewed(run, view, fee, at, computeFee(fee, at)));
      if (fee.kind === 'commission' && fee.accumulate === 'term') keepTermBase(cross, carried, line);
      if (fee.kind === 'milestone') noteMilestone(cross, line);
    }
  }
  const cap = [...steps.values()].find((step) => step.kind === 'cap');
  const afterCap = subtotalOf(steps.values()).add(cap === undefined ? ZERO : moneyValue(cap.basis));
  let recovered = ZERO;
  for (const fee of fees) {
    if (fee.kind !== 'guarantee' || !fee.recoverable) continue;
    const step = steps.get(fee.id);
    const line = settle(`${fee.id}/recovery`, 'recovery', fee.clause, (at) => recoveryOf(fee, at, afterCap));
    recovered = recovered.add(moneyValue(line.basis));
    cross.draw = cross.draw.add(step === undefined ? ZERO : moneyValue(step.basis)).add(moneyValue(line.basis));
  }
  cross.capped = cross.capped.add(afterCap).add(recovered);
  return lines;
}

function recoveryOf(fee: PeriodFee, context: FeeContext, afterCap: Rational): RawLine {
  const raw = computeRecoveryOf(fee, context, afterCap);
  if (raw === null) throw new RangeError(`${fee.id} is not recoverable`);
  return raw;
}

function contextOf(
  input: SettlementInput,
  views: readonly PeriodView[],
  view: PeriodView,
  cross: CrossPeriod,
  steps: ReadonlyMap<string, EarlierStep>,
): FeeContext {
  return {
    terms: view.terms,
    period: view.period,
    attainment: view.attainment,
    events: input.events,
    asOf: input.asOf,
    timeline: input.timeline,
    steps,
    cross,
    metricToDate: toDate(input, views, view),
    decideAgainst: null,
  };
}

/** With reviews agreed, a flagged anomaly that nobody has reviewed holds variable fees; a rule's 0 beats that too. */
function reviewed(run: Run, view: PeriodView, fee: PeriodFee, context: FeeContext, raw: RawLine): RawLine {
  if (raw.zeroByRule || context.decideAgainst !== null) return raw;
  const causes = [...raw.causes, ...unreviewedCauses(view, run.anomalies.get(view.period.id) ?? [], fee, run.input.events)];
  const why = causes[0]?.reason;
  return why === undefined ? raw : { ...raw, value: null, causes, reason: why };
}

interface Judge {
  readonly input: SettlementInput;
  readonly view: PeriodView;
  readonly carried: Carried | null;
  readonly shares: ReadonlyMap<PeriodId, Rational>;
  readonly zoneRulesAlone: boolean;
}

type Outcome = Pick<SettledLine, 'amount' | 'state' | 'why'> &
  Partial<Pick<SettledLine, 'basis' | 'waiting' | 'decided' | 'computed' | 'claimed' | 'causes'>>;

function judgeLine(
  judge: Judge,
  id: string,
  kind: LineKind,
  clause: Clause,
  raw: RawLine,
  against: (party: 'brand' | 'provider') => RawLine,
): SettledLine {
  const { input, view } = judge;
  const { contract } = view.terms;
  const digits = minorDigits(contract.currency);
  const dispute = disputeOf(input.terms.contract, input.events, view.period.id, id, input.asOf);
  const rounded = raw.value === null ? null : roundMoney(raw.value, digits, contract.rounding);
  const record = judge.carried?.settled.find((entry) => entry.period === view.period.id && entry.line === id);
  const before = view.own ? null : record === undefined ? zeroMoney(digits) : money(record.amount, digits);
  const outcome =
    before === null ? ownLine(raw, rounded, dispute, digits) : earlierLine(judge, id, kind, raw, rounded, dispute, before, against);
  return {
    period: view.period.id,
    id,
    kind,
    clause,
    raw,
    before,
    waiting: null,
    decided: false,
    causes: outcome.state === 'held' ? distinctCauses(raw.causes) : [],
    basis: outcome.amount,
    ...outcome,
  };
}

/** A line of the period that is settled now. */
function ownLine(raw: RawLine, rounded: Money | null, dispute: DisputeState, digits: number): Outcome {
  if (dispute.state === 'resolved') return resolvedAs(dispute, digits);
  if (rounded === null) return { amount: zeroMoney(digits), state: 'held', why: raw.reason };
  if (dispute.state !== 'open') return { amount: rounded, state: 'payable', why: raw.reason };
  const claimed = money(dispute.dispute.claimed, digits);
  const payable = roundMoney(undisputed(moneyValue(rounded), moneyValue(claimed)), digits, 'half_even');
  const why = reason('disputed', { event: dispute.dispute.file, lapsesOn: dispute.lapsesOn });
  return { amount: payable, basis: rounded, computed: rounded, claimed, state: 'disputed', why };
}

function resolvedAs(dispute: Extract<DisputeState, { state: 'resolved' }>, digits: number): Outcome {
  const why = reason('resolved', { event: dispute.resolution.file, amount: dispute.resolution.amount });
  return { amount: money(dispute.resolution.amount, digits), state: 'payable', why };
}

/** A line of an earlier period: what it is worth now, or what was settled for it. */
function earlierLine(
  judge: Judge,
  id: string,
  kind: LineKind,
  raw: RawLine,
  rounded: Money | null,
  dispute: DisputeState,
  before: Money,
  against: (party: 'brand' | 'provider') => RawLine,
): Outcome {
  const { input, view, carried } = judge;
  const { digits } = before;
  const period = view.period.id;
  const asSettled = (why: Reason): Outcome => ({ amount: before, state: 'payable', why });
  const record = carried?.settled.find((entry) => entry.period === period && entry.line === id);
  const timesHeldBefore = timesHeld(carried, period, id);
  if (dispute.state === 'resolved') return resolvedAs(dispute, digits);
  if (dispute.state === 'open') {
    const own = input.ledger.find((entry) => entry.statement.period === period)?.statement.lines.find((line) => line.id === id);
    const why = reason('frozen-by-dispute', { event: dispute.dispute.file, lapsesOn: dispute.lapsesOn });
    return { ...asSettled(why), basis: own?.computed === undefined ? before : money(own.computed, digits) };
  }
  const decided = carried?.decided.find((entry) => entry.period === period && entry.line === id);
  if (decided !== undefined) return { ...asSettled(reason('decided')), amount: money(decided.amount, digits), decided: true };
  const waitsSince = carried?.waiting.find((entry) => entry.period === period && entry.line === id)?.since ?? null;
  const mayChange = timesHeldBefore > 0 || FOLLOWS_A_HOLD.has(kind) || waitsSince !== null || dispute.state === 'lapsed';
  if (view.restricted && !mayChange) return asSettled(reason('outside-the-window'));
  if (rounded === null) {
    if (record?.unheld === true) return asSettled(reason('stays-as-settled'));
    if (timesHeldBefore < input.terms.contract.holds.maxPeriods) return { amount: before, state: 'held', why: raw.reason };
    return decideHold(judge, id, raw, against);
  }
  if (kind === 'milestone' && record?.unheld === true && moneyValue(before).n > 0n) return asSettled(reason('milestone-final'));
  const settledUnheld = record?.unheld === true && !lapsedNow(judge, dispute);
  if (!settledUnheld || !LARGE.has(kind) || !isLarge(before, rounded)) return { amount: rounded, state: 'payable', why: raw.reason };
  if (judge.zoneRulesAlone && waitsSince === null) return { amount: rounded, state: 'payable', why: reason('zone-rules') };
  return largeTrueUp(judge, id, rounded, before, waitsSince, raw);
}

/** What a lapsed dispute had set aside is no surprise: it is paid at once, however large. */
function lapsedNow(judge: Judge, dispute: DisputeState): boolean {
  const previous = judge.input.ledger.at(-1)?.statement.asOf;
  return dispute.state === 'lapsed' && previous !== undefined && dispute.lapsesOn > previous;
}

function decideHold(judge: Judge, id: string, raw: RawLine, against: (party: 'brand' | 'provider') => RawLine): Outcome {
  const { view, carried, shares } = judge;
  const { contract } = view.terms;
  const digits = minorDigits(contract.currency);
  const party = partyOf(raw.causes);
  const computed = party === null ? null : (against(party).value ?? (party === 'provider' ? ZERO : null));
  const mean = meanOf(carried, id, view.period.id, shares, digits);
  const decision = decide(party, computed, mean, digits, contract.rounding);
  return { amount: decision.amount, state: 'payable', why: decision.why, decided: true };
}

function largeTrueUp(judge: Judge, id: string, rounded: Money, before: Money, waitsSince: LocalDate | null, raw: RawLine): Outcome {
  const { input, view } = judge;
  const moved = subtractMoney(rounded, before);
  const costs = moved.minor > 0n ? 'brand' : 'provider';
  const since = waitsSince ?? input.asOf;
  const over = waitsSince !== null && addDays(since, input.terms.contract.acceptance.days) <= input.asOf;
  const acknowledged = waitsSince !== null && isAcknowledged(input.events, view.period.id, id, costs, since);
  if (over || acknowledged)
    return { amount: rounded, state: 'payable', why: reason(acknowledged ? 'true-up-acknowledged' : 'true-up-time-passed') };
  return { amount: before, state: 'payable', why: raw.reason, waiting: { since, moved } };
}

/** The base that a term commission counts with from here on: as settled where the line is undefined, waits or is frozen. */
function keepTermBase(cross: CrossPeriod, carried: Carried | null, line: SettledLine): void {
  const settled = carried?.bases.find((entry) => entry.period === line.period && entry.line === line.id)?.base;
  const frozen = line.waiting !== null || line.why?.code === 'frozen-by-dispute' || line.why?.code === 'outside-the-window';
  const measured = frozen && settled !== undefined ? undefined : line.raw.base;
  const byPeriod = cross.bases.get(line.id) ?? new Map<PeriodId, Rational>();
  byPeriod.set(line.period, measured ?? (settled === undefined ? ZERO : rational(settled)));
  cross.bases.set(line.id, byPeriod);
}

function noteMilestone(cross: CrossPeriod, line: SettledLine): void {
  if (line.state === 'held') cross.pendingMilestones.set(line.id, line.causes);
  else if (line.basis.minor > 0n) cross.milestones.set(line.id, line.period);
}
