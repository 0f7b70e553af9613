import { type Reason, reason } from '../attainment/value.js';
import type { PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { Clause } from '../contract/model.js';
import { isAlike } from '../kernel/alike.js';
import type { PeriodId } from '../kernel/calendar.js';
import { money, roundMoney } from '../kernel/money.js';
import { distinct } from '../kernel/objects.js';
import { isZero, type Rational, rational, toExact, ZERO } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { acceptanceDate, acceptanceFacts, acceptanceKnownBefore, isAcceptedBy } from './acceptance.js';
import { broughtCorrections, correctionRaw } from './corrections.js';
import type { OpenDispute } from './disputes.js';
import { acknowledgedExcess } from './excess.js';
import type { CrossPeriod, EarlierStep, FeeContext } from './fee-context.js';
import { anomaliesIn, withPeriod } from './flagged.js';
import { carriedLines } from './ledger-entry.js';
import { baseOf } from './line-base.js';
import { factsOf, type Overrides } from './line-facts.js';
import { nextLife } from './line-happenings.js';
import { basisOf, type CarriedLine, type LineLife, takesMilestone } from './line-life.js';
import type { Anomaly, LineKind } from './model.js';
import { crossAtFirst, type StepTaken, takeSteps } from './period-steps.js';
import { type RawLine, TraceNotes, toldAs } from './raw-line.js';
import type { Recomputation } from './recomputation.js';
import { comesToRest, crossAfter, type Resting } from './resting.js';
import { unreviewedCauses } from './reviews.js';
import { toDate } from './to-date.js';
import { knownTo, type PeriodView, type SettlementInput, type Sight } from './views.js';
import { movedByZoneRulesAlone } from './zone-rules.js';

/** A line of one period after this statement, with what it was before. */
export interface SettledLine {
  readonly period: PeriodId;
  readonly id: string;
  readonly kind: LineKind;
  readonly clause: Clause | null;
  readonly raw: RawLine;
  /** Its life up to now; null for a line of the period that is settled now. */
  readonly previous: LineLife | null;
  readonly life: LineLife;
  /** Why it stands there; made when it is asked for. */
  readonly why: () => Reason | null;
  /** The dispute of it, where one is open. */
  readonly dispute: OpenDispute | null;
  readonly base: Rational | null;
  /** As the next statement finds it: the very one that the last left, where nothing of it has changed. */
  readonly carried: CarriedLine;
  readonly isAsBefore: boolean;
}

/** The whole contract recomputed up to the target. */
export interface Recomputed {
  /** Those of periods at rest are as the last statement left them, and are not among these. */
  readonly lines: readonly SettledLine[];
  /** Every line of every period, in the order of periods and steps, then the corrections. */
  readonly carried: readonly CarriedLine[];
  /** What rests from the next statement on. */
  readonly resting: Resting;
  /** Flagged days as this statement sees a period. */
  readonly anomalies: (view: PeriodView) => readonly Anomaly[];
}

/**
 * Recomputes every period from the first, in order (section 6), and then the corrections of every statement: a fold over periods,
 * which goes on from those at rest.
 * @param resting the first of the views, as the statement before left them; null: none.
 * @param rests which periods rest from now on: whoever settles one period on many evidences takes those before it through once.
 */
export function recompute(
  input: SettlementInput,
  views: readonly PeriodView[],
  resting: Resting | null,
  rests: (view: PeriodView, own: readonly SettledLine[]) => boolean = comesToRest,
): Recomputed {
  const carried = carriedLines(input.ledger);
  const [kept, moving] = [carried.slice(0, resting?.lines ?? 0), carried.slice(resting?.lines ?? 0)];
  // `cross` grows with every period that is computed; what rests goes on from where it began
  let next: Resting = resting ?? { views: [], lines: 0, cross: withPaidMilestones(carried), histories: new Map() };
  const cross = crossAfter(next.cross);
  const anomalies = anomaliesIn(views, input.events, { views: next.views.length, histories: next.histories });
  const run: Recomputation = {
    input,
    views,
    carried,
    moving,
    cross,
    anomalies,
    zoneRulesAlone: movedByZoneRulesAlone(views, input),
    acceptance: acceptanceFacts(input.terms.contract, input),
    acceptedBefore: acceptanceKnownBefore(input.events, input.ledger),
  };
  const lines: SettledLine[] = [];
  for (const view of views.slice(resting?.views.length ?? 0)) {
    const own = recomputePeriod(run, view);
    if (views[next.views.length] === view && rests(view, own)) {
      const histories = withPeriod(next.histories, view);
      next = { views: [...next.views, view], lines: next.lines + own.length, cross: crossAfter(cross), histories };
    }
    lines.push(...own);
  }
  lines.push(...corrections(run));
  return {
    lines,
    carried: [...kept, ...lines.map((line) => line.carried)],
    resting: next,
    anomalies: (view) => anomalies(view, view.fresh ?? view),
  };
}

/** Before the first period: milestones that are paid stay paid, in whatever period. */
function withPaidMilestones(carried: readonly CarriedLine[]): CrossPeriod {
  const paid = carried.filter(({ kind, life }) => kind === 'milestone' && life.state !== 'waiting' && takesMilestone(life));
  return crossAtFirst(paid.map((line) => [line.line, line.period]));
}

function recomputePeriod(run: Recomputation, view: PeriodView): SettledLine[] {
  const { moving, cross } = run;
  const period = view.period.id;
  const { contract } = view.terms;
  const { currency, rounding } = contract;
  const steps = new Map<string, EarlierStep>();
  const lines: SettledLine[] = [];
  const acknowledged = (fee: PeriodFee) => acknowledgedExcess(run.input, { period, fee: fee.id, currency, rounding });
  takeSteps({ period, contract, cross, steps, acknowledged }, ({ fee, id, kind, compute }) => {
    const before = moving.find((line) => line.period === period && line.line === id) ?? null;
    const sight = sightOf(run, view, before);
    const context = contextOf(run, view, sight, steps);
    const raw = (overrides: Overrides): RawLine =>
      view.over ? afterTheEnd(run) : reviewed(run, view, sight, fee, overrides, compute({ ...context, ...overrides }));
    const line = takeThrough(run, view, { id, kind, clause: fee.clause, before, wasDue: wasDue(run, view, fee), sight, compute: raw, fee });
    lines.push(line);
    const { life, base } = line;
    const held = life.state === 'held' && !life.wasSettled;
    const step = { kind, basis: money(basisOf(life), currency), held, causes: held ? life.causes : [] };
    return { step, base, milestone: milestoneOf(line) };
  });
  return lines;
}

/** Nothing is owed for a period that a termination, which came late, lies before. */
function afterTheEnd({ input }: Recomputation): RawLine {
  return new TraceNotes().zero(ZERO, reason('after-the-end', { on: input.timeline.end }));
}

/**
 * The evidence that a line stands on: what is measured now where the period is open or the line is held, else what it was
 * last settled on. Data measured for another line are never its evidence. A large true-up that waits is not settled: what both have
 * agreed meanwhile, and nothing has to be measured for, counts for it.
 */
function sightOf({ input }: Recomputation, view: PeriodView, before: CarriedLine | null): Sight {
  if (view.open || before === null) return view;
  if (before.life.state === 'held' && view.fresh !== null) return view.fresh;
  return view.on(before.standsOn, before.life.state === 'waiting' ? knownTo(input, view.period, before) : before.knows);
}

interface LineOfPeriod {
  readonly id: string;
  readonly kind: LineKind;
  readonly clause: Clause;
  readonly before: CarriedLine | null;
  readonly sight: Sight;
  readonly wasDue: boolean;
  readonly compute: (overrides: Overrides) => RawLine;
  readonly fee: PeriodFee;
}

/** Takes one line through this statement. */
function takeThrough(run: Recomputation, view: PeriodView, line: LineOfPeriod): SettledLine {
  const { id, kind, clause, before, sight, fee } = line;
  const { facts, closed } = factsOf(run, view, line);
  const previous = before?.life ?? null;
  const step = nextLife(previous, facts);
  const { life } = step;
  const { dispute, raw } = facts;
  const base = baseOf(view, fee, { raw, life, settledOn: before?.base ?? null, closed });
  const after: LineLife = life.state === 'held' ? { ...life, causes: distinct(life.causes) } : life;
  const period = view.period.id;
  const carried = handedOn(before, {
    period,
    line: id,
    kind,
    life: after,
    standsOn: sight.of,
    ...(sight.knows === sight.of ? {} : { knows: sight.knows }),
    ...(base === null ? {} : { base: toExact(base) }),
  });
  return {
    period,
    id,
    kind,
    clause,
    raw,
    previous,
    life: after,
    why: () => step.why,
    dispute: dispute.state === 'open' ? dispute : null,
    base,
    carried,
    isAsBefore: carried === before,
  };
}

/** A line as the next statement finds it: what has not changed stays the same object. */
function handedOn(before: CarriedLine | null, now: CarriedLine): CarriedLine {
  return before !== null && isAlike(before, now) ? before : now;
}

function contextOf(run: Recomputation, view: PeriodView, sight: Sight, steps: ReadonlyMap<string, EarlierStep>): FeeContext {
  const { input, views, cross } = run;
  return {
    terms: view.terms,
    period: view.period,
    attainment: sight.attainment,
    acceptedOn: (fee) => acceptanceDate(fee, run.acceptance),
    timeline: input.timeline,
    steps,
    cross: { ...cross, bases: basesFor(run, sight) },
    metricToDate: toDate(input, views, view, sight),
    decideAgainst: null,
    unknownGates: null,
    onTarget: false,
    certainAlone: false,
  };
}

/**
 * The earlier bases of accumulated commissions: a line that is not measured anew counts with those of the statement that it
 * stands on, since a closed period does not move when an earlier one's base becomes known.
 */
function basesFor({ input, cross }: Recomputation, sight: Sight): CrossPeriod['bases'] {
  const then = sight.of === input.target.period ? undefined : input.ledger.find(({ statement }) => statement.period === sight.of);
  if (then === undefined) return cross.bases;
  return basesAmong(then.statement.carried.lines);
}

/** The bases that a statement left to the next. */
const basesAmong = remembered((lines: readonly CarriedLine[]): CrossPeriod['bases'] => {
  const bases = new Map<string, Map<PeriodId, Rational>>();
  for (const { line, period, base } of lines) {
    if (base !== undefined) bases.set(line, (bases.get(line) ?? new Map<PeriodId, Rational>()).set(period, rational(base)));
  }
  return bases;
});

/** Whether a line was due by the last statement: a milestone not before it is accepted. */
function wasDue({ acceptedBefore }: Recomputation, { period }: PeriodView, fee: PeriodFee): boolean {
  return fee.kind !== 'milestone' || acceptedBefore === null || isAcceptedBy(fee, period, acceptedBefore);
}

/** With reviews agreed, a flagged anomaly that nobody has reviewed holds variable fees; a rule's 0 that goes by no data beats that too. */
function reviewed(run: Recomputation, view: PeriodView, sight: Sight, fee: PeriodFee, overrides: Overrides, raw: RawLine): RawLine {
  if ((raw.zeroByRule && raw.asData === undefined) || Object.keys(overrides).length > 0) return raw;
  const causes = [...raw.causes, ...unreviewedCauses(view, sight, () => run.anomalies(view, sight), fee, run.input.events)];
  const why = causes[0]?.reason;
  if (why === undefined) return raw;
  const held = toldAs(raw, () => ({ reason: why }));
  return { ...held, value: null, causes, zeroByRule: false, ...(raw.value === null ? {} : { unreviewed: raw.value }) };
}

/**
 * What a dispute keeps as it was, frozen or with a part set aside, takes the milestone as if nobody disputed it: a dispute moves
 * nothing but its own line's payment.
 */
function milestoneOf({ life, raw }: SettledLine): StepTaken['milestone'] {
  const isKept = life.state === 'frozen' || (life.state === 'disputed' && !life.decided);
  const frozen = isKept ? raw : null;
  if (takesMilestone(life) || (frozen !== null && frozen.value !== null && !isZero(frozen.value))) return 'taken';
  if (life.state === 'held') return life.causes;
  return frozen?.value === null ? frozen.causes : 'not taken';
}

/** The corrections of every statement so far: disputed and resolved as other lines, but in no step and of no period's fees. */
function corrections(run: Recomputation): SettledLine[] {
  const { input, moving } = run;
  if (!input.events.some((event) => event.kind === 'correction')) return [];
  const { contract } = input.terms;
  const { currency } = contract;
  return broughtCorrections(input.events, input.ledger, input.target).map((brought) => {
    const { statement, id } = brought;
    const before = moving.find((line) => line.period === statement && line.line === id) ?? null;
    const raw = correctionRaw(brought, currency);
    const computed = raw.value === null ? null : roundMoney(raw.value, currency, contract.rounding);
    const { facts } = factsOf(run, null, { id, kind: 'correction', before, wasDue: true, compute: () => raw, period: statement });
    const previous = before?.life ?? null;
    const step = nextLife(previous, { ...facts, computed });
    const { life } = step;
    const dispute = facts.dispute.state === 'open' ? facts.dispute : null;
    const carried = handedOn(before, { period: statement, line: id, kind: 'correction', life, standsOn: statement });
    const isAsBefore = carried === before;
    const why = () => step.why;
    return { period: statement, id, kind: 'correction', clause: null, raw, previous, life, why, dispute, base: null, carried, isAsBefore };
  });
}
