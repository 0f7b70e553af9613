import { describe, expect, test } from 'vitest';
import { reason } from '../../src/attainment/value.js';
import type { EventOf } from '../../src/contract/event-kinds/event-kinds.js';
import { addDays, type LocalDate } from '../../src/kernel/calendar.js';
import { type Money, money, moneyText, moneyValue, zeroMoney } from '../../src/kernel/money.js';
import { compare, isZero, sign } from '../../src/kernel/rational.js';
import { type DisputeState, isLarge } from '../../src/settlement/disputes.js';
import { decidedFrom } from '../../src/settlement/holds.js';
import { nextLife } from '../../src/settlement/line-happenings.js';
import { basisOf, hasSetAside, type LifeState, type LineLife } from '../../src/settlement/line-life.js';
import type { LineFacts } from '../../src/settlement/line-states.js';
import type { LineKind } from '../../src/settlement/model.js';
import { type RawLine, TraceNotes } from '../../src/settlement/raw-line.js';

/*
 * Every pair and triple of what can happen to a line, walked through every state of its life for every kind of line. What each
 * step leaves is held against what the language says of any line (section 6), whatever happened before.
 */

const KINDS: readonly LineKind[] = [
  'retainer',
  'commission',
  'bonus',
  'milestone',
  'wager',
  'guarantee',
  'penalty',
  'cap',
  'recovery',
  'correction',
];
const LARGE: readonly LineKind[] = ['commission', 'bonus', 'milestone', 'wager', 'penalty'];

/** Between two statements of the walk. */
const HAPPENINGS = [
  'nothing',
  'a month passes',
  'dispute, nothing set aside',
  'dispute, a part set aside',
  'dispute lapses',
  'resolved',
  'acknowledged',
  'undefined',
  'defined again',
  'data move a little',
  'data move much',
  'zone rules move much',
  'leaves the window',
] as const;
type Happening = (typeof HAPPENINGS)[number];

/** Nothing but a resolution moves these. */
const FINAL: readonly LifeState[] = ['accepted', 'decided', 'resolved'];

const CURRENCY = 'USD';
const cents = (minor: bigint): Money => ({ minor, currency: CURRENCY });

/** What the line is in: its data, its dispute, its window, the day. */
interface World {
  readonly day: LocalDate;
  readonly value: bigint;
  readonly known: boolean;
  readonly claimed: string | null;
  readonly disputedIn: LocalDate | null;
  readonly resolved: boolean;
  readonly acknowledged: boolean;
  readonly open: boolean;
  /** Whether what moves now moves by changed rules of the zones alone. */
  readonly byZoneRules: boolean;
}

const START: World = {
  day: '2026-02-05',
  value: 10_000n,
  known: true,
  claimed: null,
  disputedIn: null,
  resolved: false,
  acknowledged: false,
  open: true,
  byZoneRules: false,
};

const RESOLVED_AT = money('77.00', CURRENCY);

function happens(world: World, what: Happening, life: LineLife | null): World {
  // Outside the window only a held line is measured.
  const measured = world.open || life?.state === 'held';
  const disputed = (claimed: string): World => ({ ...world, claimed, disputedIn: world.day });
  switch (what) {
    case 'nothing':
      return world;
    case 'a month passes':
      return { ...world, day: addDays(world.day, 31) };
    case 'dispute, nothing set aside':
      return world.resolved ? world : disputed('999999.00');
    case 'dispute, a part set aside':
      return world.resolved ? world : disputed('0.01');
    case 'dispute lapses':
      return { ...world, claimed: null };
    case 'resolved':
      return { ...world, resolved: true };
    case 'acknowledged':
      return { ...world, acknowledged: true };
    case 'undefined':
      return measured ? { ...world, known: false } : world;
    case 'defined again':
      return measured ? { ...world, known: true } : world;
    case 'data move a little':
      return measured ? { ...world, value: world.value + 100n } : world;
    case 'data move much':
      return measured ? { ...world, value: world.value * 3n, byZoneRules: false } : world;
    case 'zone rules move much':
      return measured ? { ...world, value: world.value * 5n, byZoneRules: true } : world;
    case 'leaves the window':
      return { ...world, open: false };
  }
}

function rawOf({ known, value }: World): RawLine {
  const notes = new TraceNotes();
  if (known) return notes.amount(moneyValue(cents(value)), moneyText(cents(value)), reason('commission', { base: '1' }));
  return notes.held([{ reason: reason('stale', { fact: 'sales', freshAt: '-' }), party: 'brand' }]);
}

const DISPUTE = { kind: 'dispute', file: 'd.yaml', period: '2026-01', line: 'line' } as EventOf<'dispute'>;
const RESOLUTION = { kind: 'resolution', file: 'r.yaml' } as EventOf<'resolution'>;
const DECIDED = { amount: cents(12_345n), why: reason('decided-for-provider') };

function disputeIn(world: World, isNew: boolean): DisputeState {
  if (world.resolved) return { state: 'resolved', resolution: RESOLUTION, amount: RESOLVED_AT };
  if (world.claimed === null) return { state: 'none' };
  return {
    state: 'open',
    dispute: { ...DISPUTE, claimed: world.claimed },
    lapsesOn: '2027-01-01',
    claims: [{ event: 'd.yaml', claimed: world.claimed, from: zeroMoney(CURRENCY) }],
    now: isNew,
  };
}

const MAX_PERIODS = 2;
const ACCEPTANCE = 10;

function factsIn(kind: LineKind, world: World, life: LineLife | null): LineFacts {
  const raw = rawOf(world);
  return {
    kind,
    asOf: world.day,
    currency: CURRENCY,
    dispute: disputeIn(world, life === null),
    raw,
    computed: world.known ? cents(world.value) : null,
    wasDue: true,
    closed: !world.open && life !== null && (life.state === 'settled' || !world.known),
    maxPeriods: MAX_PERIODS,
    decidedFrom: (since) => decidedFrom(since, MAX_PERIODS, 'month'),
    decide: () => DECIDED,
    acceptanceDays: ACCEPTANCE,
    zoneRulesAlone: world.byZoneRules,
    acknowledged: () => world.acknowledged,
  };
}

interface Walked {
  readonly world: World;
  readonly life: LineLife | null;
}

/** One statement: what happened, and where the line stands then. */
function step(kind: LineKind, { world, life }: Walked, what: Happening): Walked {
  const next = happens(world, what, life);
  const facts = factsIn(kind, next, life);
  const after = nextLife(life, facts).life;
  holds(kind, life, facts, after);
  // Settled twice on the same day with the same knowledge, a line stands where it stood (a hold is counted once more).
  const again = nextLife(after, factsIn(kind, next, after)).life;
  if (after.state === 'settled' && facts.dispute.state === 'none') expect(again).toEqual(after);
  return { world: next, life: after };
}

const amountOf = (life: LineLife | null) => (life === null ? zeroMoney(CURRENCY) : money(life.amount, CURRENCY));

/** What section 6 says of any line in any statement. */
function holds(kind: LineKind, before: LineLife | null, facts: LineFacts, after: LineLife): void {
  const was = amountOf(before);
  const is = amountOf(after);
  const moved = is.minor !== was.minor;
  const { dispute, computed } = facts;

  // Both have fixed it: for good.
  if (dispute.state === 'resolved') {
    expect(after).toMatchObject({ state: 'resolved', amount: moneyText(RESOLVED_AT) });
    return;
  }
  // What is final stays: no dispute, no data, no day moves it.
  if (before !== null && FINAL.includes(before.state)) expect(after).toEqual(before);
  // A hold never takes money back; what a dispute had set aside may be paid.
  if (after.state === 'held' || after.state === 'waiting') {
    if (moved) expect(before !== null && hasSetAside(before) && dispute.state === 'none' && after.amount === before.computed).toBe(true);
  }
  // What cannot be computed is held, disputed or not; unless it is final or closed, or its hold has expired.
  const decided = before?.state === 'disputed' && (before.decided || (kind === 'milestone' && money(before.computed, CURRENCY).minor > 0n));
  if (computed === null && before !== null && !FINAL.includes(before.state) && !facts.closed && !decided) {
    expect(['held', 'decided', 'disputed']).toContain(after.state);
    if (after.state !== 'held') expect(before.state).toBe('held');
    if (after.state === 'disputed') expect(after.decided).toBe(true);
  }
  if (computed === null && before === null) expect(after.state).toBe('held');
  // A closed line moves by nothing but the end of a dispute.
  if (facts.closed && before?.state === 'settled') expect(after).toEqual(before);
  // Of a disputed line no more is paid than either side says, with the same sign.
  if (after.state === 'disputed' && before?.state !== 'disputed' && dispute.state === 'open') {
    const [paid, said] = [moneyValue(is), moneyValue(money(after.computed, CURRENCY))];
    expect(compare(paid.abs(), said.abs())).toBeLessThanOrEqual(0);
    expect(isZero(paid) || sign(paid) === sign(said)).toBe(true);
  }
  // A dispute sets aside, it never moves what the other steps compute with; and what is settled stays while it is open.
  if (before !== null && dispute.state === 'open' && (before.state !== 'held' || before.wasSettled)) {
    expect(basisOf(after)).toBe(basisOf(before));
  }
  // Nothing that a dispute has set aside is lost or paid before it ends, held meanwhile or not.
  if (before !== null && hasSetAside(before) && dispute.state === 'open')
    expect(after).toMatchObject({ amount: before.amount, computed: before.computed });
  if (before !== null && hasSetAside(before) && dispute.state === 'none' && computed === null) expect(after.amount).toBe(before.computed);
  // When it lapses, what it had set aside is paid.
  if (
    before?.state === 'disputed' &&
    dispute.state === 'none' &&
    computed !== null &&
    !isLarge(money(before.computed, CURRENCY), computed)
  ) {
    expect([before.computed, moneyText(computed)]).toContain(after.amount);
  }
  // Large moves of what was settled unheld wait: for a review, for days, or for ever; those of the zones' rules alone do not.
  const settledUnheld = before !== null && ['settled', 'waiting', 'frozen'].includes(before.state);
  if (settledUnheld && LARGE.includes(kind) && moved && isLarge(was, is) && !facts.zoneRulesAlone) {
    const listed = before.state === 'waiting' ? before.since : null;
    expect(listed).not.toBeNull();
    expect(facts.acknowledged('brand', listed ?? '') || addDays(listed ?? '', ACCEPTANCE) <= facts.asOf).toBe(true);
  }
  // Decisions come after enough statements and enough time, and a line that had been settled stays as it was.
  if (after.state === 'decided' && before?.state === 'held') {
    expect(before.statements).toBeGreaterThanOrEqual(MAX_PERIODS);
    expect(facts.asOf >= addDays(before.since, 30)).toBe(true);
    expect(after.amount).toBe(before.wasSettled ? basisOf(before) : moneyText(DECIDED.amount));
  }
}

/** Ways into every state. */
const WAYS: Readonly<Record<'new' | LifeState, readonly Happening[]>> = {
  new: [],
  settled: ['nothing'],
  held: ['undefined'],
  waiting: ['nothing', 'data move much'],
  disputed: ['dispute, a part set aside'],
  frozen: ['nothing', 'dispute, a part set aside'],
  accepted: ['nothing'],
  decided: ['undefined', 'a month passes', 'a month passes'],
  resolved: ['resolved'],
};

function walk(kind: LineKind, happenings: readonly Happening[]): Walked {
  return happenings.reduce<Walked>((walked, what) => step(kind, walked, what), { world: START, life: null });
}

const isMilestone = (kind: LineKind) => kind === 'milestone';

describe('every pair and triple of happenings, in every state', () => {
  test.each(KINDS)('%s', (kind) => {
    const seen = new Set<string>();
    for (const [state, way] of Object.entries(WAYS)) {
      const at = walk(kind, way);
      if (at.life?.state === state) seen.add(state);
      for (const first of HAPPENINGS) {
        const one = step(kind, at, first);
        for (const second of HAPPENINGS) {
          const two = step(kind, one, second);
          for (const third of HAPPENINGS) seen.add(step(kind, two, third).life?.state ?? 'new');
        }
      }
    }
    const all: LifeState[] = ['settled', 'held', 'disputed', 'decided', 'resolved', 'frozen'];
    const expected = isMilestone(kind) ? ['held', 'accepted', 'disputed', 'decided', 'resolved'] : all;
    for (const state of expected) expect(seen, `${kind} reaches ${state}`).toContain(state);
    expect(seen.has('waiting')).toBe(LARGE.includes(kind) && !isMilestone(kind));
  });

  // While it is frozen, a line does not see what moves and is then undefined or closed: that much a dispute does change.
  test.each(KINDS)('%s: a dispute that sets nothing aside changes nothing in the end', (kind) => {
    const others = HAPPENINGS.filter((what) => !what.startsWith('dispute') && what !== 'resolved');
    const later = others.filter((what) => what !== 'undefined' && what !== 'leaves the window');
    const rest: Happening[] = ['dispute lapses', 'a month passes', 'a month passes'];
    for (const first of others) {
      for (const second of later) {
        for (const third of later) {
          const walked = (what: Happening) => walk(kind, ['nothing', first, what, second, third, ...rest]);
          const found = walked('dispute, nothing set aside').life?.amount;
          expect(found, [first, second, third].join(', ')).toBe(walked('nothing').life?.amount);
        }
      }
    }
  });
});
