import { compare, isZero, maximum, minimum, type Rational, rational, sign, sum, toFixed, ZERO } from '../../src/kernel/rational.js';
import { both, countDays, type Days, periodAround, periodOf, plusDays } from './days.js';
import {
  type BookEvent,
  type BookEventOf,
  dateOf,
  eventsOf,
  type FeeOf,
  type FeeText,
  inPeriod,
  number,
  type TermsText,
} from './documents.js';
import {
  blocked,
  lineOutcome,
  type MilestoneOutcome,
  type Outcome,
  onTarget,
  prorated,
  quarterOf,
  type Reading,
  rounded,
  type Surroundings,
} from './lines.js';
import {
  breachesOf,
  type Cause,
  measureOver,
  measuresOf,
  metricOver,
  type Slice,
  type Snapshot,
  type Tables,
  undefinedOf,
  type Value,
} from './measuring.js';
import { compositeOf, scoreKpi, unreviewed, type View } from './scoring.js';

/*
 * A second, independent reading of the contract language: a whole life of a contract, statement by statement, written from
 * the text alone and as plainly as possible. It is slow, and it shares no code with what it checks but exact numbers.
 */

export interface BookStep {
  readonly asOf: string;
  /** What lies in the repository and the warehouse on that day. */
  readonly terms: TermsText;
  readonly events: readonly BookEvent[];
  readonly tables: Tables;
}

export interface BookLine {
  readonly id: string;
  readonly kind: string;
  readonly amount: string;
  readonly state: 'payable' | 'held' | 'disputed';
  readonly computed?: string;
  readonly claimed?: string;
  /** It pays what a dispute had set aside, while the rest of it waits. */
  readonly restHeld?: true;
  /** For readers of a difference: why. */
  readonly why: string;
}

export interface BookKpi {
  readonly id: string;
  readonly state: string;
  readonly actual: Rational | null;
  readonly attainment: Rational | null;
  readonly score: Rational | null;
}

export interface BookStatement {
  readonly period: string;
  readonly asOf: string;
  readonly kpis: readonly BookKpi[];
  readonly composite: Rational | null;
  readonly lines: readonly BookLine[];
  readonly total: string;
  readonly balance: string;
  readonly final: boolean;
}

/** Where a line's life stands after a statement. */
type Stage =
  | { readonly is: 'settled' }
  /** Listed as held in so many statements on end, the first of them as of `since`. */
  | { readonly is: 'held'; readonly statements: number; readonly since: string }
  /** A large true-up that waits, listed first as of `since` to the party that it costs; whether it moves up or down, as it is listed last. */
  | { readonly is: 'waiting'; readonly since: string; readonly moves: -1 | 0 | 1 }
  /** Nothing of the data moves it any more. */
  | { readonly is: 'final'; readonly why: 'decided' | 'resolved' | 'accepted' };

/** A line of a period, through all statements. */
interface Life {
  readonly period: string;
  readonly line: string;
  readonly kind: string;
  stage: Stage;
  /** What the statements have paid for it. */
  paid: Rational;
  /** What it counts as for everything else: held and waiting ones as settled, disputed ones as computed. */
  counts: Rational;
  /** It was settled with its inputs known. */
  unheld: boolean;
  /** As it was settled: 0 by a rule. */
  byRule: boolean;
  /** Base of an accumulated commission, as it was last settled on. */
  base: Rational;
  /** The bases of earlier periods, as it was last settled on. */
  earlier: Rational;
  /** The measurement it was last settled on. */
  snapshot: Snapshot;
  /** What its true-ups found already paid, by statement: a dispute of a true-up is about the rest. */
  readonly paidBefore: Map<string, Rational>;
  /** Disputes whose end a statement has paid. */
  readonly closed: Set<string>;
  /** An open dispute has set aside a part of it. */
  setAside: boolean;
  /** A milestone's line that was worth something when both fixed it: it has taken the milestone, also at 0. */
  taken: boolean;
  /** A milestone that was not accepted yet: its 0 settles nothing. */
  notYet: boolean;
}

interface Period {
  readonly index: number;
  readonly id: string;
  readonly whole: Days;
  readonly terms: TermsText;
  /** The last day that it was settled for. */
  readonly settledTo: string;
  readonly lives: Map<string, Life>;
  /** The measurement of the period as a whole, the last one inside the window. */
  snapshot: Snapshot;
  /** Measurements of single measures, for values to date. */
  readonly pinned: Map<string, Snapshot>;
}

interface Correction {
  readonly event: BookEventOf<'correction'>;
  readonly period: string;
  paid: Rational;
  readonly closed: Set<string>;
  final: Rational | null;
}

const LARGE = new Set(['commission', 'bonus', 'milestone', 'wager', 'penalty']);
const FROM_LINES = new Set(['guarantee', 'penalty', 'cap', 'recovery']);
const UNIT_DAYS = { week: 7, month: 30, quarter: 91 } as const;

/** A whole life: what every step settles. */
export function settleByTheBook(steps: readonly BookStep[]): BookStatement[][] {
  const book = new Book();
  return steps.map((step) => book.settle(step));
}

class Book {
  private readonly periods: Period[] = [];
  private readonly corrections: Correction[] = [];
  private readonly statements: BookStatement[] = [];
  private totals = ZERO;

  /** Settles every period that is due, in order. */
  settle(step: BookStep): BookStatement[] {
    const settled: BookStatement[] = [];
    for (;;) {
      const statement = this.next(step);
      if (statement === null) return settled;
      settled.push(statement);
    }
  }

  private next(step: BookStep): BookStatement | null {
    const { contract } = step.terms;
    const { every, lockAfterDays } = contract.calendar;
    const events = step.events.filter((event) => dateOf(event) <= step.asOf);
    const end = endOf(step.terms, events);
    const last = this.statements.at(-1);
    const firstDay = last === undefined ? contract.term.from : plusDays(wholeOf(last.period, every, contract.term.from).to, 1);
    const id = periodOf(firstDay, every);
    const whole = periodAround(firstDay, every);
    const isTail = whole.from > end.day;
    // A period is due when `asOf` ≥ its last day in force + `lockAfterDays`; a tail's days are the calendar's.
    const lastDay = isTail ? whole.to : end.day < whole.to ? end.day : whole.to;
    if (step.asOf < plusDays(lastDay, lockAfterDays)) return null;
    if (last?.final === true && !this.somethingNew(events, step)) return null;
    return new Statement(this.periods, this.corrections, this.statements, { ...step, events }, { id, whole, isTail }, end).write(
      (total) => {
        this.totals = this.totals.add(total);
        return this.totals;
      },
    );
  }

  /** After the final statement only a correction, or a dispute that is still to be ended, makes one more. */
  private somethingNew(events: readonly BookEvent[], { asOf, terms }: BookStep): boolean {
    const corrections = eventsOf(events, 'correction').some(
      (event) => this.periods.some(({ id }) => id === event.period) && !this.corrections.some((each) => each.event.file === event.file),
    );
    const lives = this.periods.flatMap((period) => [...period.lives.values()]);
    const disputes = lives.some((life) => disputesOf(life, events, asOf, terms).some(({ file }) => !life.closed.has(file)));
    const ofCorrections = this.corrections.some((correction) =>
      disputesOfCorrection(correction, events, asOf, terms).some(({ file }) => !correction.closed.has(file)),
    );
    return corrections || disputes || ofCorrections;
  }
}

function wholeOf(period: string, every: 'month' | 'quarter' | 'week', from: string): Days {
  let days = periodAround(from, every);
  while (periodOf(days.from, every) < period) days = periodAround(plusDays(days.to, 1), every);
  return days;
}

/** The last day in force: of the term, or of the earliest termination. */
function endOf({ contract }: TermsText, events: readonly BookEvent[]): { readonly day: string; readonly by: 'brand' | 'provider' | null } {
  let end: { day: string; by: 'brand' | 'provider' | null } = { day: contract.term.to, by: null };
  for (const { on, party } of eventsOf(events, 'termination')) if (on < end.day) end = { day: on, by: party };
  return end;
}

// ---- Disputes

interface Dispute {
  readonly file: string;
  /** What the disputed line is claimed to be: of the whole line, or of one true-up of it. */
  readonly claimed: Rational;
  readonly trueUpIn: string | null;
  readonly state: 'open' | 'lapsed' | 'resolved';
  readonly resolution: Rational | null;
  readonly resolvedOn: string;
}

type Disputed = { readonly period: string; readonly line: string };

/** Disputes of a line, those of its true-ups included, as they stand on a day. */
function disputesOf({ period, line }: Disputed, events: readonly BookEvent[], asOf: string, { contract }: TermsText): Dispute[] {
  const trueUp = `true-up/${period}/${line}`;
  return eventsOf(events, 'dispute')
    .filter((event) => (event.period === period && event.line === line) || event.line === trueUp)
    .map((event) => {
      const filed = dateOf(event);
      const resolution = eventsOf(events, 'resolution').find((each) => each.answers === event.file);
      // It lapses `disputes.days` after its date, or twice that if it was escalated before.
      const soon = plusDays(filed, contract.disputes.days);
      const escalated = eventsOf(events, 'escalation').some((each) => each.answers === event.file && dateOf(each) < soon);
      const lapses = escalated ? plusDays(filed, 2 * contract.disputes.days) : soon;
      return {
        file: event.file,
        claimed: number(event.claimed),
        trueUpIn: event.line === trueUp ? event.period : null,
        state: resolution !== undefined ? 'resolved' : asOf >= lapses ? 'lapsed' : 'open',
        resolution: resolution === undefined ? null : number(resolution.amount),
        resolvedOn: resolution === undefined ? '' : dateOf(resolution),
      };
    });
}

function disputesOfCorrection({ period, event }: Correction, events: readonly BookEvent[], asOf: string, terms: TermsText): Dispute[] {
  return disputesOf({ period, line: `correction/${event.period}/${event.line}` }, events, asOf, terms);
}

/** The disputes that are open; none once both have fixed the line, whoever else disputes it. */
function openOf(disputes: readonly Dispute[]): Dispute[] {
  return disputes.some(({ state }) => state === 'resolved') ? [] : disputes.filter(({ state }) => state === 'open');
}

/** The last of what both have agreed on. */
function lastResolved(disputes: readonly Dispute[]): Dispute | undefined {
  return disputes
    .filter(({ state }) => state === 'resolved')
    .reduce<Dispute | undefined>((last, each) => (last === undefined || each.resolvedOn >= last.resolvedOn ? each : last), undefined);
}

/** What nobody disputes of an amount, and the claim that leaves the least of it. */
function undisputedBy(computed: Rational, disputes: readonly Dispute[]): { readonly amount: Rational; readonly claimed: Rational } {
  const parts = disputes.map(({ claimed }) => ({ amount: undisputed(computed, claimed), claimed }));
  const size = ({ amount, claimed }: { amount: Rational; claimed: Rational }) => [amount.abs(), claimed.abs()] as const;
  return parts.reduce((least, part) => {
    const [[a, b], [c, d]] = [size(part), size(least)];
    return compare(a, c) < 0 || (compare(a, c) === 0 && compare(b, d) < 0) ? part : least;
  });
}

/** What of a disputed amount is payable: computed or claimed, whichever is smaller in magnitude, same sign, else 0. */
function undisputed(computed: Rational, claimed: Rational): Rational {
  if (sign(computed) !== sign(claimed)) return ZERO;
  return compare(computed.abs(), claimed.abs()) <= 0 ? computed : claimed;
}

// ---- One statement

class Statement {
  private readonly contract;
  private readonly asOf;
  private readonly index: number;
  private readonly now: Snapshot;
  private readonly lines: BookLine[] = [];
  private readonly amounts: Rational[] = [];
  private readonly before: ReadonlyMap<string, Life>;

  constructor(
    private readonly periods: Period[],
    private readonly corrections: Correction[],
    private readonly statements: BookStatement[],
    private readonly step: BookStep,
    private readonly target: { readonly id: string; readonly whole: Days; readonly isTail: boolean },
    private readonly end: { readonly day: string; readonly by: 'brand' | 'provider' | null },
  ) {
    this.contract = step.terms.contract;
    this.asOf = step.asOf;
    this.index = statements.length;
    // What was settled before this statement: what the mean looks at.
    this.before = new Map(periods.flatMap((each) => [...each.lives].map(([line, life]) => [`${each.id} ${line}`, { ...life }] as const)));
    const measured = new Map<string, Days>();
    const targetDays = this.daysOf(target.whole);
    const earlier = periods.filter((period) => this.inWindow(period.index) || this.hasHeld(period) || this.stillNeeded(period));
    for (const period of earlier) {
      const days = this.daysOf(period.whole);
      if (days !== null) measured.set(period.id, days);
    }
    if (!target.isTail && targetDays !== null) measured.set(target.id, targetDays);
    this.now = { tables: step.tables, asOf: step.asOf, events: step.events, measured };
  }

  private inWindow(index: number): boolean {
    return index >= this.index - this.contract.calendar.trueUpPeriods;
  }

  /** A termination that came late ended it earlier than it was settled for: what was paid beyond that is trued up. */
  private isCut({ whole, settledTo }: Period): boolean {
    return (this.daysOf(whole)?.to ?? '') < settledTo;
  }

  private hasHeld(period: Period): boolean {
    return [...period.lives.values()].some((life) => life.stage.is === 'held');
  }

  /** A period stays measured while anything undefined depends on it: values to date and over the term (section 9). */
  private stillNeeded(period: Period): boolean {
    const unknown = new Set([...period.pinned].flatMap(([id, snapshot]) => (this.measureIn(period, id, snapshot).known ? [] : [id])));
    const { contract, definitions } = period.terms;
    return contract.fees.some((fee) => {
      const metric = fee.kind === 'commission' ? fee.base : fee.kind === 'milestone' || fee.kind === 'wager' ? fee.metric : undefined;
      const isUnknown = metric !== undefined && [...measuresOf(metric, definitions)].some((measure) => unknown.has(measure));
      return isUnknown && this.stillReads(fee, period);
    });
  }

  /** Whether a line that may still change reads a period: a base that accumulates, a milestone not paid, a wager not closed. */
  private stillReads(fee: FeeText, period: Period): boolean {
    const isClosed = (each: Period | undefined) => {
      const life = each?.lives.get(fee.id);
      return each !== undefined && life !== undefined && life.stage.is !== 'held' && !this.inWindow(each.index);
    };
    const last = this.periods.at(-1);
    const lastIsOpen = last === undefined || last.whole.to < this.end.day || !isClosed(last);
    if (fee.kind === 'commission') {
      const later = this.periods.filter((each) => each.index > period.index);
      return fee.accumulate === 'term' && (lastIsOpen || later.some((each) => !isClosed(each)));
    }
    if (fee.kind === 'milestone') {
      const days = this.daysOf(period.whole);
      const isTaken = this.periods.some(({ lives }) => sign(lives.get(fee.id)?.counts ?? ZERO) > 0 || lives.get(fee.id)?.taken === true);
      if (isTaken || days === null || days.from > fee.due) return false;
      const isAsked = this.step.events.some((event) => 'milestone' in event && event.milestone === fee.id);
      return isAsked || this.asOf <= fee.due || lastIsOpen;
    }
    if (fee.kind !== 'wager') return false;
    const horizon = fee.over === 'term' ? null : quarterOf(period.whole.to);
    const inHorizon = this.periods.filter(({ whole }) => horizon === null || (whole.to >= horizon.from && whole.to <= horizon.to));
    const end = horizon === null || horizon.to > this.end.day ? this.end.day : horizon.to;
    const closing = inHorizon.at(-1);
    return closing === undefined || closing.whole.to < end || !isClosed(closing);
  }

  private measureIn(period: Period, measure: string, snapshot: Snapshot): Value {
    const days = this.daysOf(period.whole);
    if (days === null) return { known: true, value: ZERO };
    return withHolds(measure, [{ period: period.id, days, terms: period.terms, snapshot, leaves: [] }]);
  }

  private daysOf(whole: Days): Days | null {
    const { from, to } = this.contract.term;
    return both(whole, { from, to: this.end.day < to ? this.end.day : to });
  }

  write(addUp: (total: Rational) => Rational): BookStatement {
    const { target, step } = this;
    if (!target.isTail) {
      this.periods.push({
        index: this.index,
        id: target.id,
        whole: target.whole,
        terms: step.terms,
        settledTo: this.daysOf(target.whole)?.to ?? target.whole.to,
        lives: new Map(),
        snapshot: this.now,
        pinned: new Map(),
      });
    }
    this.measureAnew();
    for (const period of this.periods) this.recompute(period);
    this.bringCorrections();
    this.tax();
    const total = sum(this.amounts);
    const balance = addUp(total).sub(this.paymentsMade());
    const own = target.isTail ? undefined : this.periods.at(-1);
    const view = own === undefined ? null : this.viewOf(own, this.now);
    const kpis = view === null ? [] : this.contract.kpis.map((kpi) => scoreKpi(kpi, view));
    const composite = view === null ? null : compositeOf(kpis, step.terms);
    const statement: BookStatement = {
      period: target.id,
      asOf: this.asOf,
      kpis: kpis.map(({ id, state, actual, attainment, score }) => ({ id, state, actual, attainment, score })),
      composite: composite?.is === 'score' ? composite.score : null,
      lines: this.lines,
      total: this.money(total),
      balance: this.money(balance),
      final: this.isFinal(),
    };
    this.statements.push(statement);
    return statement;
  }

  private money(amount: Rational): string {
    return toFixed(amount, { JPY: 0, KRW: 0, KWD: 3, BHD: 3 }[this.contract.currency] ?? 2);
  }

  // ---- Evidence

  /** P and the `trueUpPeriods` before it on evidence measured now; held lines too, and what values to date still lack. */
  private measureAnew(): void {
    for (const period of this.periods) {
      const inside = this.inWindow(period.index);
      if (inside) period.snapshot = this.now;
      for (const measure of this.measuresToDate(period)) {
        const pinned = period.pinned.get(measure);
        if (inside || pinned === undefined) period.pinned.set(measure, period.snapshot);
        else if (!this.measureIn(period, measure, pinned).known) period.pinned.set(measure, this.now);
      }
      for (const life of period.lives.values()) {
        // Data measured for a held line is the evidence of that line alone.
        if (inside || life.stage.is === 'held') life.snapshot = this.now;
        // What waits is not settled: what both agree on meanwhile counts for it, on the data that showed the change.
        else if (life.stage.is === 'waiting') life.snapshot = { ...life.snapshot, ...this.agreedSince(period.id, life.snapshot) };
      }
    }
  }

  private agreedSince(period: string, then: Snapshot): Pick<Snapshot, 'events' | 'asOf'> {
    const added = this.now.events.filter((event) => {
      if (then.events.includes(event)) return false;
      if (event.kind === 'duty' || event.kind === 'lateness') return event.period === period;
      return event.kind === 'exclusion' && event.treatment === 'waive' && event.periods?.includes(period) === true;
    });
    return added.length === 0 ? then : { events: [...then.events, ...added], asOf: this.now.asOf };
  }

  private measuresToDate({ terms }: Period): Set<string> {
    const found = new Set<string>();
    for (const fee of terms.contract.fees) {
      const metric =
        fee.kind === 'wager' || fee.kind === 'milestone'
          ? fee.metric
          : fee.kind === 'commission' && fee.accumulate === 'term'
            ? fee.base
            : undefined;
      if (metric !== undefined) for (const measure of measuresOf(metric, terms.definitions)) found.add(measure);
    }
    return found;
  }

  private viewOf(period: Period, snapshot: Snapshot): View | null {
    const days = this.daysOf(period.whole);
    return days === null ? null : { period: period.id, whole: period.whole, days, terms: period.terms, snapshot };
  }

  /** A metric over days of several periods; the last of them as the line itself is measured, if there is one. */
  private overDays(metric: string, days: Days, upTo: Period, own: Snapshot | null): Value {
    const parts = this.periods
      .filter((period) => period.index <= upTo.index)
      .flatMap((period) => {
        const inForce = this.daysOf(period.whole);
        const cut = inForce === null ? null : both(inForce, days);
        return cut === null ? [] : [{ period, cut }];
      });
    const slicesOf = (measure: string | null) =>
      parts.map(({ period, cut }): Slice => {
        const pinned = (measure === null ? undefined : period.pinned.get(measure)) ?? period.snapshot;
        const snapshot = period === upTo && own !== null ? own : pinned;
        return { period: period.id, days: cut, terms: period.terms, snapshot, leaves: [] };
      });
    return metricOver(metric, slicesOf(null), slicesOf);
  }

  // ---- Recomputing one period

  private recompute(period: Period): void {
    const { fees } = period.terms.contract;
    const of = (...kinds: FeeText['kind'][]) => fees.filter((fee) => kinds.includes(fee.kind));
    const hadHeld = this.hasHeld(period);
    for (const fee of of('retainer', 'commission', 'bonus', 'milestone')) this.feeLine(period, fee, hadHeld);
    for (const fee of of('guarantee')) if (fee.kind === 'guarantee') this.guarantee(period, fee);
    for (const fee of of('wager', 'penalty')) if (fee.kind === 'wager') this.feeLine(period, fee, hadHeld);
    for (const fee of of('wager', 'penalty')) if (fee.kind === 'penalty') this.feeLine(period, fee, hadHeld);
    for (const fee of of('cap')) if (fee.kind === 'cap') this.cap(period, fee);
    for (const fee of of('guarantee')) if (fee.kind === 'guarantee' && fee.recoverable === true) this.recovery(period, fee);
  }

  private lifeOf(period: Period, line: string, kind: string): Life {
    const found = period.lives.get(line);
    if (found !== undefined) return found;
    const life: Life = {
      period: period.id,
      line,
      kind,
      stage: { is: 'settled' },
      paid: ZERO,
      counts: ZERO,
      unheld: false,
      byRule: false,
      base: ZERO,
      earlier: ZERO,
      snapshot: this.now,
      paidBefore: new Map(),
      closed: new Set(),
      setAside: false,
      taken: false,
      notYet: false,
    };
    period.lives.set(line, life);
    return life;
  }

  private around(period: Period, view: View, life: Life, reading: Reading): Surroundings {
    const reviews = eventsOf(this.step.events, 'review');
    return {
      view,
      reading,
      lineOf: (fee) => this.asALineSeesIt(period, fee),
      // Outside the window a line that is not held counts with the earlier bases it was last settled with.
      earlierBases: (fee) => {
        if (this.inWindow(period.index) || life.stage.is === 'held') life.earlier = this.earlierBases(period, fee);
        return life.earlier;
      },
      over: (metric, days) => this.overDays(metric, days, period, life.snapshot),
      milestone: (fee) => this.milestoneAt(period, fee, life, reading),
      term: this.contract.term,
      end: this.end.day,
      endedBy: this.end.by,
      reviewMissing: unreviewed(view, reviews),
    };
  }

  private causesOf = new Map<Life, ReadonlySet<Cause>>();

  private asALineSeesIt(period: Period, line: string): { amount: Rational; causes: ReadonlySet<Cause> | null } {
    const life = period.lives.get(line);
    if (life === undefined) return { amount: ZERO, causes: null };
    const isUnknown = life.stage.is === 'held' && !life.unheld;
    return { amount: life.counts, causes: isUnknown ? (this.causesOf.get(life) ?? new Set(['nobody'])) : null };
  }

  /** An undefined earlier period counts with the base it was last settled on, 0 if there is none. */
  private earlierBases(period: Period, fee: FeeOf<'commission'>): Rational {
    return sum(
      this.periods
        .filter((each) => each.index < period.index)
        .map((each) => {
          const life = each.lives.get(fee.id);
          if (life?.stage.is === 'waiting') return life.base;
          const days = this.daysOf(each.whole);
          if (days === null) return ZERO;
          const value = this.baseIn(each, fee, life);
          return value.known ? value.value : (life?.base ?? ZERO);
        }),
    );
  }

  private baseIn(period: Period, fee: FeeOf<'commission'>, life: Life | undefined): Value {
    const days = this.daysOf(period.whole);
    if (days === null) return { known: true, value: ZERO };
    const own = metricOver(fee.base, [
      { period: period.id, days, terms: period.terms, snapshot: life?.snapshot ?? period.snapshot, leaves: [] },
    ]);
    return own.known
      ? own
      : this.overDays(
          fee.base,
          days,
          period,
          period.pinned.get([...measuresOf(fee.base, period.terms.definitions)][0] ?? '') ?? period.snapshot,
        );
  }

  private shares(): { period: string; share: Rational }[] {
    const shares: { period: string; share: Rational }[] = [];
    const { term, calendar } = this.contract;
    for (let from = term.from; from <= term.to; ) {
      const whole = periodAround(from, calendar.every);
      const days = both(whole, term);
      if (days !== null) shares.push({ period: periodOf(from, calendar.every), share: rational(countDays(days)).div(countDays(whole)) });
      from = plusDays(whole.to, 1);
    }
    return shares;
  }

  /** A line that is computed from what was measured. */
  private feeLine(period: Period, fee: FeeText, hadHeld: boolean): void {
    const life = this.lifeOf(period, fee.id, fee.kind);
    const outcomeAs = (reading: Reading): Outcome => {
      const view = this.viewOf(period, life.snapshot);
      if (view === null) return { is: 'amount', amount: ZERO, byRule: true, certain: true }; // terminated before it began
      const around = this.around(period, view, life, reading);
      return lineOutcome(fee, around, blocked(fee.id, view, this.shares()));
    };
    const outcome = outcomeAs('as it is');
    if (fee.kind === 'milestone') {
      if (outcome.is === 'unknown' && life.notYet) life.unheld = false;
      const accepted = this.acceptedOn(fee);
      const days = this.daysOf(period.whole);
      life.notYet = outcome.is === 'amount' && (accepted === null || days === null || (accepted > days.to && days.to < this.end.day));
    }
    if (outcome.is === 'unknown') this.causesOf.set(life, outcome.causes);
    // Outside the window only a period's held lines, and its guarantee, penalty, cap and recovery, may change; and a milestone is
    // paid where it is accepted, which no measurement changes.
    // A line that a dispute has frozen until now is judged as it would have been without.
    const isFrozen = disputesOf(life, this.step.events, this.asOf, this.step.terms).some(({ file }) => !life.closed.has(file));
    const closed =
      !this.inWindow(period.index) &&
      !this.isCut(period) &&
      hadHeld &&
      !isFrozen &&
      life.stage.is !== 'held' &&
      !FROM_LINES.has(fee.kind) &&
      fee.kind !== 'milestone';
    this.move(
      period,
      life,
      closed && life.stage.is !== 'waiting' ? { is: 'amount', amount: life.counts, byRule: life.byRule, certain: false } : outcome,
      () => this.decide(period, fee, life, outcomeAs),
    );
    if (fee.kind === 'commission' && life.stage.is !== 'waiting') {
      const base = this.baseIn(period, fee, life);
      if (base.known) life.base = base.value;
    }
    if (fee.kind === 'milestone' && life.stage.is === 'settled' && sign(life.counts) > 0) life.stage = { is: 'final', why: 'accepted' };
  }

  // ---- Milestones

  /** The day from which a milestone counts as accepted; null where it does not (yet). */
  private acceptedOn(fee: FeeOf<'milestone'>): string | null {
    const days: string[] = [];
    const { events } = this.step;
    const accepted = eventsOf(events, 'acceptance').filter(({ milestone }) => milestone === fee.id);
    for (const { on } of accepted) if (on <= fee.due) days.push(on);
    for (const request of eventsOf(events, 'acceptance_request')) {
      if (request.milestone !== fee.id) continue;
      const asked = request.on > dateOf(request) ? request.on : dateOf(request);
      if (asked > fee.due) continue;
      // Only the request must be in time; what is given after the term belongs to its last day.
      for (const { on, answers } of accepted)
        if (answers === request.file) days.push(on < this.contract.term.to ? on : this.contract.term.to);
      const silence = plusDays(asked, this.contract.acceptance.days);
      // It is unanswered once its days have passed; what is given then is given at most on the term's last day.
      const refused = eventsOf(events, 'refusal').some((each) => each.answers === request.file && dateOf(each) <= silence);
      if (!refused && silence <= this.asOf) days.push(silence < this.contract.term.to ? silence : this.contract.term.to);
    }
    return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b));
  }

  private canBeAccepted(fee: FeeOf<'milestone'>): boolean {
    const { events } = this.step;
    const isPaid = this.periods.some(({ lives }) => sign(lives.get(fee.id)?.counts ?? ZERO) > 0);
    if (isPaid || this.acceptedOn(fee) !== null) return false;
    if (this.asOf < fee.due) return true;
    return eventsOf(events, 'acceptance_request').some((request) => {
      if (request.milestone !== fee.id) return false;
      const asked = request.on > dateOf(request) ? request.on : dateOf(request);
      const refused = eventsOf(events, 'refusal').some((each) => each.answers === request.file);
      return asked <= fee.due && !refused;
    });
  }

  private milestoneAt(period: Period, fee: FeeOf<'milestone'>, own: Life, reading: Reading): MilestoneOutcome {
    const accepted = this.acceptedOn(fee);
    if (accepted === null) return 'not';
    // Once it is paid in one period, it is in no other.
    const paidElsewhere = this.periods.some((each) => {
      const life = each.lives.get(fee.id);
      return each !== period && life?.stage.is === 'final' && (sign(life.counts) > 0 || life.taken);
    });
    if (paidElsewhere) return 'not';
    let reached: boolean | ReadonlySet<Cause> = fee.metric === undefined;
    let natural: Period | null = null;
    // After the due day only an acceptance of that time can still make it due.
    const ownDays = this.daysOf(period.whole);
    if (ownDays !== null && ownDays.from > fee.due && accepted < ownDays.from) return 'not';
    // A failed gate makes it 0 whatever else is unknown, another period's payment too.
    const ownView = this.viewOf(period, own.snapshot);
    if (ownView === null || blocked(fee.id, ownView, this.shares()) === 'failed') return 'not';
    for (const each of this.periods.filter(({ index }) => index <= period.index)) {
      const life = each.lives.get(fee.id);
      const isOwn = each === period;
      const view = this.viewOf(each, isOwn ? own.snapshot : (life?.snapshot ?? each.snapshot));
      if (view === null) continue;
      if (fee.metric !== undefined && reached !== true) {
        const to = view.days.to < fee.due ? view.days.to : fee.due;
        const found =
          to < this.contract.term.from
            ? null
            : this.overDays(
                fee.metric,
                { from: this.contract.term.from, to },
                each,
                isOwn && own.stage.is === 'held' ? own.snapshot : null,
              );
        if (found === null) reached = false;
        else if (!found.known) reached = found.causes;
        else reached = compare(found.value, number(inPeriod(fee.atLeast ?? 0, each.id))) >= 0;
      }
      if (!isOwn && life?.stage.is === 'final') {
        if (sign(life.counts) > 0) return 'not';
        natural ??= each; // it was decided or agreed here that it does not pay: later only as after a failed gate
        continue;
      }
      const isLast = view.days.to >= this.end.day;
      if (accepted > view.days.to && !isLast) continue;
      if (reached === false) continue;
      if (natural !== null && view.days.from > fee.due) continue; // deferred up to due
      const gate = blocked(fee.id, view, this.shares());
      // Where a hold is decided, an earlier line that had been settled stays as it was: it did not pay.
      const settledBefore = !isOwn && life?.stage.is === 'held' && life.unheld && reading !== 'as it is';
      const assume = isOwn ? reading : settledBefore ? 'for the brand' : 'as it is';
      const causes = new Set<Cause>();
      if (typeof reached !== 'boolean') {
        if (assume === 'for the brand') continue;
        if (assume === 'as it is') for (const cause of reached) causes.add(cause);
      }
      if (gate === 'failed') {
        if (reached === true) natural ??= each;
        continue;
      }
      if (gate !== 'passed') {
        if (assume === 'for the brand') continue;
        if (assume === 'as it is') for (const cause of gate.causes) causes.add(cause);
      }
      if (causes.size > 0) return { causes };
      if (isOwn) return 'pays';
      // While an earlier period's payment is unknown, a later period holds it, too.
      return life?.stage.is === 'held' && !life.unheld ? { causes: this.causesOf.get(life) ?? new Set(['nobody']) } : 'not';
    }
    return 'not';
  }

  // ---- Lines from lines

  private counted(period: Period, ...kinds: string[]): Rational {
    return sum([...period.lives.values()].filter((life) => kinds.includes(life.kind)).map((life) => life.counts));
  }

  private fromLines(period: Period, line: string, kind: string, amount: Rational, byRule = false): void {
    const life = this.lifeOf(period, line, kind);
    const { currency, rounding } = period.terms.contract;
    const outcome: Outcome = { is: 'amount', amount: rounded(amount, currency, rounding), byRule, certain: false };
    this.move(period, life, outcome, () => ZERO);
  }

  /** Tops the sum of retainer, commission, bonus and milestone lines up to the amount. */
  private guarantee(period: Period, fee: FeeOf<'guarantee'>): void {
    const floor = this.guaranteeOf(period, fee);
    const view = this.viewOf(period, this.lifeOf(period, fee.id, fee.kind).snapshot);
    const off = view === null ? false : blocked(fee.id, view, this.shares());
    const earned = this.counted(period, 'retainer', 'commission', 'bonus', 'milestone');
    if (off !== false && off !== 'failed' && off !== 'passed') {
      const life = this.lifeOf(period, fee.id, fee.kind);
      this.causesOf.set(life, off.causes);
      const full = maximum(floor.sub(earned), ZERO);
      const [only] = off.causes;
      // An expired gate counts as passed against the brand, as failed against the provider.
      const decided = () => (off.causes.size > 1 || only === 'nobody' ? this.mean(period, life) : only === 'brand' ? full : ZERO);
      this.move(period, life, { is: 'unknown', causes: off.causes }, decided);
      return;
    }
    this.fromLines(period, fee.id, 'guarantee', off === 'failed' ? ZERO : maximum(floor.sub(earned), ZERO), off === 'failed');
  }

  private guaranteeOf(period: Period, fee: FeeOf<'guarantee'>): Rational {
    const view = this.viewOf(period, period.snapshot);
    if (view === null) return ZERO;
    const { currency, rounding } = period.terms.contract;
    return rounded(number(inPeriod(fee.amount, period.id)).mul(prorated(fee, view)), currency, rounding);
  }

  private subtotal(period: Period): Rational {
    return this.counted(period, 'retainer', 'commission', 'bonus', 'milestone', 'guarantee', 'wager', 'penalty');
  }

  /** Cuts the subtotal, never below 0; the term's room is what earlier periods, less recoveries, have left. */
  private cap(period: Period, fee: FeeOf<'cap'>): void {
    const view = this.viewOf(period, period.snapshot);
    const limits: Rational[] = [];
    const [own, whole] = [fee.period, fee.term].map((limit) => (limit === undefined ? 'none' : inPeriod(limit, period.id)));
    if (own !== undefined && own !== 'none') limits.push(view === null ? ZERO : number(own).mul(prorated(fee, view)));
    if (whole !== undefined && whole !== 'none') {
      const used = sum(
        this.periods
          .filter((each) => each.index < period.index)
          .map((each) => this.subtotal(each).add(this.counted(each, 'cap')).add(this.counted(each, 'recovery'))),
      );
      limits.push(number(whole).sub(used));
    }
    if (limits.length === 0) {
      this.fromLines(period, fee.id, 'cap', ZERO);
      return;
    }
    const limit = maximum(limits.reduce(minimum), ZERO);
    // A period wholly beyond a termination that came late is settled for nothing: it cuts nothing off what still waits there.
    const cut = view === null ? ZERO : maximum(this.subtotal(period).sub(limit), ZERO);
    this.fromLines(period, fee.id, 'cap', cut.neg());
  }

  /** −min(draw, max(0, subtotal after the cap − guarantee)). */
  private recovery(period: Period, fee: FeeOf<'guarantee'>): void {
    const draw = sum(
      this.periods
        .filter((each) => each.index < period.index)
        .map((each) => this.counted(each, 'guarantee').add(this.counted(each, 'recovery'))),
    );
    const above = maximum(this.subtotal(period).add(this.counted(period, 'cap')).sub(this.guaranteeOf(period, fee)), ZERO);
    this.fromLines(period, `${fee.id}/recovery`, 'recovery', maximum(minimum(draw, above), ZERO).neg());
  }

  // ---- A line's life

  private move(period: Period, life: Life, outcome: Outcome, decide: () => Rational): void {
    const own = period.id === this.target.id;
    const id = own ? life.line : `true-up/${life.period}/${life.line}`;
    const kind = own ? life.kind : 'true-up';
    const disputes = disputesOf(life, this.step.events, this.asOf, this.step.terms).filter(
      // One of a true-up says nothing of earlier statements.
      ({ trueUpIn }) => trueUpIn === null || trueUpIn <= this.target.id,
    );
    const open = openOf(disputes);
    const isDisputed = open.length > 0;
    // What an earlier dispute has set aside stays so until the last of them ends.
    const ofThisTrueUp = !life.setAside && open.some(({ trueUpIn }) => trueUpIn === this.target.id);
    const ended = disputes.filter((dispute) => dispute.state !== 'open' && !life.closed.has(dispute.file));

    // A resolution fixes the line for later steps and for good.
    const resolved = lastResolved(ended);
    let why = '';
    let listHeld = false;
    let listAnyway = own;
    let released = false;
    if (resolved?.resolution !== undefined && resolved.resolution !== null) {
      life.taken ||= sign(life.counts) > 0 || (outcome.is === 'amount' && sign(outcome.amount) > 0);
      const before = resolved.trueUpIn === null ? ZERO : (life.paidBefore.get(resolved.trueUpIn) ?? life.paid);
      life.counts = before.add(resolved.resolution);
      life.stage = { is: 'final', why: 'resolved' };
      life.unheld = true;
      life.byRule = false;
      why = 'resolved';
    } else if (life.stage.is === 'final') {
      why = life.stage.why;
    } else if (outcome.is === 'unknown') {
      const { stage } = life;
      const { maxPeriods } = this.contract.holds;
      const unit = UNIT_DAYS[this.contract.calendar.every];
      if (stage.is === 'held' && stage.statements >= maxPeriods && this.asOf >= plusDays(stage.since, (maxPeriods - 1) * unit)) {
        // Decided, finally; a line that was settled before it became undefined stays as settled.
        if (!life.unheld) {
          life.counts = decide();
          released = true;
        }
        life.stage = { is: 'final', why: 'decided' };
        life.byRule = false;
        why = 'decided';
        listAnyway = true;
      } else {
        life.stage = stage.is === 'held' ? { ...stage, statements: stage.statements + 1 } : { is: 'held', statements: 1, since: this.asOf };
        listHeld = true;
        why = `held by ${[...outcome.causes].sort().join(', ')}`;
      }
    } else if (own) {
      this.settleAs(life, outcome);
      why = 'computed';
    } else if (isDisputed && !ofThisTrueUp && life.unheld && life.stage.is !== 'waiting') {
      // A settled line is frozen while its dispute is open, for everything that is computed from it, too.
      life.stage = { is: 'settled' };
      why = 'frozen';
    } else if (life.stage.is === 'held' && !life.unheld) {
      this.settleAs(life, outcome);
      released = true;
      why = 'released';
    } else if (this.mustWait(life, outcome.amount) || (isDisputed && life.stage.is === 'waiting')) {
      const moves = sign(outcome.amount.sub(life.counts));
      // What costs the other party now was never listed to it.
      const isListed = life.stage.is === 'waiting' && life.stage.moves !== -moves;
      life.stage = { is: 'waiting', since: isListed && life.stage.is === 'waiting' ? life.stage.since : this.asOf, moves };
      listHeld = true;
      why = `waits: ${this.money(outcome.amount)} instead of ${this.money(life.counts)}`;
    } else {
      this.settleAs(life, outcome);
      why = 'measured anew';
    }

    // What is paid now. While a dispute is open a settled line is frozen; what is settled for the first time pays what is undisputed.
    const due = life.counts.sub(life.paid);
    let amount = due;
    let disputed: { computed: Rational; claimed: Rational } | null = null;
    const firstPayment = own || released;
    if (isDisputed && life.stage.is !== 'settled' && life.stage.is !== 'final') {
      amount = ZERO; // what is set aside stays so
    } else if (isDisputed) {
      // A true-up that is none has nothing to dispute.
      const isTrueUp = ofThisTrueUp && !isZero(due);
      const about = open.filter(({ trueUpIn }) => (trueUpIn === null ? firstPayment : isTrueUp && trueUpIn === this.target.id));
      if (about.length > 0) {
        const part = undisputedBy(due, about);
        amount = part.amount;
        disputed = { computed: due, claimed: part.claimed };
        life.setAside = true;
      } else amount = ZERO;
    }
    if (life.stage.is === 'held' && own) amount = ZERO;
    if (!isDisputed) {
      life.setAside = false;
      for (const dispute of disputes) if (dispute.state !== 'open') life.closed.add(dispute.file);
    }
    life.paidBefore.set(this.target.id, life.paid);
    life.paid = life.paid.add(amount);
    if (disputed !== null) {
      this.list({ id, kind, amount, state: 'disputed', ...disputed, why });
    } else if (listHeld && isZero(amount)) {
      this.list({ id, kind, amount: ZERO, state: 'held', why: life.unheld && life.stage.is === 'held' ? `${why} (settled before)` : why });
    } else if (listAnyway || !isZero(amount)) {
      this.list({ id, kind, amount, state: 'payable', ...(listHeld ? { restHeld: true } : {}), why });
    }
  }

  private settleAs(life: Life, outcome: Extract<Outcome, { is: 'amount' }>): void {
    life.counts = outcome.amount;
    life.byRule = outcome.byRule;
    life.unheld = true;
    life.stage = { is: 'settled' };
  }

  /** A large true-up waits until whom it costs money acknowledges it, or `acceptance.days` have passed. */
  private mustWait(life: Life, amount: Rational): boolean {
    if (!LARGE.has(life.kind) || !life.unheld) return false;
    const move = amount.sub(life.counts);
    if (isZero(move) || compare(move.abs(), life.counts.abs().div(10)) <= 0) return false;
    if (life.stage.is !== 'waiting') return true;
    const { since, moves } = life.stage;
    // The other party has heard nothing of it yet.
    if (moves === -sign(move)) return true;
    if (this.asOf >= plusDays(since, this.contract.acceptance.days)) return false;
    const costs = sign(move) > 0 ? 'brand' : 'provider';
    const name = `true-up/${life.period}/${life.line}`;
    return !eventsOf(this.step.events, 'review').some(
      (review) => review.party === costs && dateOf(review) >= since && review.acknowledges?.includes(name) === true,
    );
  }

  private list(line: {
    id: string;
    kind: string;
    amount: Rational;
    state: BookLine['state'];
    computed?: Rational;
    claimed?: Rational;
    restHeld?: true;
    why: string;
  }): void {
    this.amounts.push(line.amount);
    const { computed, claimed, amount, ...rest } = line;
    const digits = (value: Rational) => this.money(value);
    this.lines.push({
      ...rest,
      amount: digits(amount),
      ...(computed === undefined ? {} : { computed: digits(computed) }),
      ...(claimed === undefined ? {} : { claimed: digits(claimed) }),
    });
  }

  // ---- Expired holds

  private decide(period: Period, fee: FeeText, life: Life, outcomeAs: (reading: Reading) => Outcome): Rational {
    const causes = this.causesOf.get(life) ?? new Set<Cause>(['nobody']);
    const [only] = causes;
    if (causes.size !== 1 || only === undefined || only === 'nobody') {
      // A late brand's KPI pays at least as at its `scoreAs`, whatever it would have earned.
      const least = this.leastOf(period, fee, life);
      return least === null ? this.mean(period, life) : maximum(this.mean(period, life), least);
    }
    const reading: Reading = only === 'brand' ? 'for the provider' : 'for the brand';
    const decided = outcomeAs(reading);
    if (decided.is !== 'amount') return this.mean(period, life);
    // On target a stake is won, which a decision for the brand must not cost it.
    const amount = fee.kind === 'wager' && only === 'provider' ? minimum(decided.amount, ZERO) : decided.amount;
    const passed = outcomeAs('for the provider');
    // A decision for a party never costs it: where only a gate was undefined, the larger of computed and decided, or the smaller.
    const view = this.viewOf(period, life.snapshot);
    if (view === null || fee.kind === 'milestone' || !this.onlyGateUnknown(period, fee, life, view)) return amount;
    const computed = passed.is === 'amount' ? passed.amount : ZERO;
    const target = fee.kind === 'wager' ? onTarget(fee, this.around(period, view, life, reading)) : ZERO;
    return only === 'brand' ? maximum(computed, target) : minimum(computed, ZERO);
  }

  /** What a bonus pays as at a late brand's `scoreAs`, where all that is unknown is what the KPI would have earned. */
  private leastOf(period: Period, fee: FeeText, life: Life): Rational | null {
    const view = this.viewOf(period, life.snapshot);
    if (fee.kind !== 'bonus' || view === null || blocked(fee.id, view, this.shares()) !== 'passed') return null;
    const kpis = view.terms.contract.kpis.map((kpi) => scoreKpi(kpi, view));
    // A KPI of weight 0% makes no composite undefined.
    const asked = kpis.filter(({ id, weight }) => (fee.by === 'composite' ? !isZero(weight) : id === fee.by));
    if (!asked.some((kpi) => kpi.brandLate?.earned.is === 'unknown') || asked.some(({ state }) => state === 'held')) return null;
    const outcomeAs = (reading: Reading) =>
      lineOutcome(fee, { ...this.around(period, view, life, reading), reviewMissing: new Map() }, 'passed');
    if (outcomeAs('as it is').is === 'amount') return null; // only a review holds it
    const outcome = outcomeAs('for the brand');
    return outcome.is === 'amount' ? outcome.amount : null;
  }

  private onlyGateUnknown(period: Period, fee: FeeText, life: Life, view: View): boolean {
    return lineOutcome(fee, this.around(period, view, life, 'as it is'), 'passed').is === 'amount';
  }

  /**
   * The mean of the line's settled amounts in the up to three latest other periods in which it was neither held nor decided
   * nor 0 by a rule, each ÷ its share of days in force × this period's share; 0 without any.
   */
  private mean(period: Period, life: Life): Rational {
    const others = this.periods
      .filter((each) => each !== period)
      .flatMap((each) => {
        const other = this.before.get(`${each.id} ${life.line}`);
        // A settled line that is undefined now counts as it was settled.
        if (other === undefined || (other.stage.is === 'held' && !other.unheld) || other.byRule) return [];
        if (other.stage.is === 'final' && other.stage.why === 'decided') return [];
        const days = this.daysOf(each.whole);
        if (days === null) return [];
        return [other.counts.div(rational(countDays(days)).div(countDays(each.whole)))];
      })
      .slice(-3);
    const days = this.daysOf(period.whole);
    if (others.length === 0 || days === null) return ZERO;
    const share = rational(countDays(days)).div(countDays(period.whole));
    const { currency, rounding } = period.terms.contract;
    return rounded(sum(others).div(others.length).mul(share), currency, rounding);
  }

  // ---- Corrections, tax, balance, the end

  /** `correction/<period>/<line>` in the next statement after the period it names is settled. */
  private bringCorrections(): void {
    const { events, terms } = this.step;
    for (const event of eventsOf(events, 'correction')) {
      // One of a period that is not settled yet waits for it.
      if (!this.periods.some((period) => period.id === event.period) || this.corrections.some((each) => each.event.file === event.file))
        continue;
      this.corrections.push({ event, period: this.target.id, paid: ZERO, closed: new Set(), final: null });
    }
    for (const correction of this.corrections) {
      const { event } = correction;
      const id = `correction/${event.period}/${event.line}`;
      const own = correction.period === this.target.id;
      const disputes = disputesOfCorrection(correction, events, this.asOf, terms);
      const open = openOf(disputes);
      const resolution = lastResolved(disputes)?.resolution ?? null;
      const full = resolution ?? number(event.amount);
      if (open.length > 0 && own) {
        const { amount, claimed } = undisputedBy(full, open);
        correction.paid = amount;
        this.list({ id, kind: 'correction', amount, state: 'disputed', computed: full, claimed, why: 'disputed' });
        continue;
      }
      if (open.length > 0) continue;
      for (const dispute of disputes) correction.closed.add(dispute.file);
      const amount = full.sub(correction.paid);
      if (!own && isZero(amount)) continue;
      correction.paid = full;
      this.list({
        id: own ? id : `true-up/${correction.period}/${id}`,
        kind: own ? 'correction' : 'true-up',
        amount,
        state: 'payable',
        why: 'correction',
      });
    }
  }

  /** Per statement: the rate in force for its period × everything payable in it, true-ups included. */
  private tax(): void {
    const { fees, currency, rounding } = this.contract;
    const payable = sum(this.amounts);
    for (const fee of fees) {
      if (fee.kind !== 'tax') continue;
      const amount = rounded(number(inPeriod(fee.rate, this.target.id)).mul(payable), currency, rounding);
      this.list({ id: fee.id, kind: 'tax', amount, state: 'payable', why: 'tax' });
    }
  }

  /** Σ payments dated ≤ asOf; the same reference, day and amount from both parties are one payment. */
  private paymentsMade(): Rational {
    const seen = new Set<string>();
    let total = ZERO;
    for (const payment of eventsOf(this.step.events, 'payment')) {
      const key = JSON.stringify([payment.reference, payment.on, number(payment.amount).toFraction()]);
      const party = (payment as { party?: string }).party ?? '';
      if (seen.has(key) && !seen.has(`${key} ${party}`)) {
        seen.add(`${key} ${party}`);
        continue;
      }
      seen.add(key);
      seen.add(`${key} ${party}`);
      total = total.add(number(payment.amount));
    }
    return total;
  }

  /** The last statement says final: `trueUpPeriods` after the last period, and nothing held or disputed. */
  private isFinal(): boolean {
    const lastPeriod = this.target.whole.to >= this.end.day;
    if (!lastPeriod) return false;
    const { every, trueUpPeriods } = this.contract.calendar;
    let tails = 0;
    for (let whole = periodAround(this.end.day, every); whole.to < this.target.whole.to; tails++)
      whole = periodAround(plusDays(whole.to, 1), every);
    if (tails < trueUpPeriods) return false;
    const { events, terms } = this.step;
    // A milestone accepted by its due day is paid also after the term's end: there is a statement as long as it can be.
    if (terms.contract.fees.some((fee) => fee.kind === 'milestone' && this.canBeAccepted(fee))) return false;
    const open = this.periods.some((period) =>
      [...period.lives.values()].some(
        (life) =>
          life.stage.is === 'held' ||
          life.stage.is === 'waiting' ||
          disputesOf(life, events, this.asOf, terms).some(({ state }) => state === 'open'),
      ),
    );
    const corrections = this.corrections.some((correction) =>
      disputesOfCorrection(correction, events, this.asOf, terms).some(({ state }) => state === 'open'),
    );
    return !open && !corrections;
  }
}

/** A measure over some slices, with the holds of the reconciliations it is a side of. */
function withHolds(measure: string, slices: readonly Slice[]): Value {
  const value = measureOver(measure, slices);
  return undefinedOf([...breachesOf(measure, slices), value]) ?? value;
}
