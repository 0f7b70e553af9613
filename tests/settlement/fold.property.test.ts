import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { restingIn } from '../../src/settlement/resting.js';
import { bodyOf } from '../../src/settlement/seal-statement.js';
import { inputAgain, settleAgain } from '../../src/settlement/settle-again.js';
import { tries } from '../tries.js';
import { relationship, settleDays, type Values } from './relationship.js';

/*
 * Periods are a fold: what rests is handed from statement to statement. Here a year with all that can reach back into it is settled
 * that way, and every statement again from its first period, on copies of which nothing is known: both say the same.
 */

const MONTHS = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
const FEES = [
  { id: 'base', kind: 'retainer', amount: 3000 },
  { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%', 40000: '7%' }, mode: 'marginal', accumulate: 'term' },
  { id: 'reward', kind: 'bonus', by: 'gmv', pool: 1000, points: { '50%': '0%', '100%': '100%' }, shape: 'linear' },
  { id: 'launch', kind: 'milestone', amount: 700, due: '2026-11-30', metric: 'gmv', atLeast: 30000 },
  { id: 'floor', kind: 'guarantee', amount: 3500, recoverable: true },
  { id: 'late', kind: 'penalty', of: 'base', by: 'gmv', bands: { '60%': '10%' } },
  { id: 'most', kind: 'cap', term: 50000 },
];
const LINES = FEES.map(({ id }) => id).filter((id) => id !== 'most');

/** The day, counted from the first statement's month on, in a file's name. */
const dateOf = (month: number, day: number) => new Date(Date.UTC(2026, month, day)).toISOString().slice(0, 10); // of numbers given, no clock

const month = fc.integer({ min: 1, max: 11 });
const day = fc.integer({ min: 7, max: 27 });
const party = fc.constantFrom('brand', 'provider');
const line = fc.constantFrom(...LINES);

/** What somebody files: an event, and the dispute it answers by its place among them. */
const filed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('dispute' as const), month, day, party, line, back: fc.integer({ min: 0, max: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('resolution' as const, 'escalation' as const), month, day, party, of: fc.nat(5) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('review' as const), month, day, party, line, back: fc.integer({ min: 0, max: 4 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('correction' as const), month, day, party, line, back: fc.integer({ min: 0, max: 8 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('acceptance_request' as const, 'acceptance' as const),
      month,
      day,
      back: fc.integer({ min: 0, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('payment' as const), month, day, party }) },
);
type Filed = typeof filed extends fc.Arbitrary<infer Event> ? Event : never;

function eventsOf(all: readonly Filed[]): Record<string, Record<string, unknown>> {
  const events = new Map<string, Record<string, unknown>>();
  const disputes: { file: string; month: number; day: number }[] = [];
  const inOrder = [...all].sort((a, b) => a.month - b.month || a.day - b.day);
  for (const [index, event] of inOrder.entries()) {
    const date = dateOf(event.month, event.day);
    const file = `${date}-${event.kind.replace('_', '-')}-${index}.yaml`;
    const earlier = 'back' in event ? (MONTHS[Math.max(0, event.month - 1 - event.back)] ?? '2026-01') : '2026-01';
    const last = MONTHS[event.month - 1] ?? '2026-01';
    switch (event.kind) {
      case 'dispute': {
        const isOfTrueUp = event.back > 0;
        const about = isOfTrueUp ? { period: last, line: `true-up/${earlier}/${event.line}` } : { period: last, line: event.line };
        events.set(file, { kind: 'dispute', party: event.party, ...about, claimed: 40, reason: 'no', evidence: ['list'] });
        disputes.push({ file, month: event.month, day: event.day });
        break;
      }
      case 'resolution':
      case 'escalation': {
        const dispute = disputes[event.of];
        if (dispute === undefined) break;
        disputes.splice(event.of, 1);
        // In the days after the dispute, or when the statement after it has come.
        const onTime = dateOf(dispute.month, dispute.day + (event.day % 14) + 1);
        const name = `${onTime}-${event.kind}-${index}.yaml`;
        const amount = event.kind === 'resolution' ? { amount: 55 } : {};
        events.set(name, { kind: event.kind, party: event.party, answers: dispute.file, ...amount });
        break;
      }
      case 'review': {
        const acknowledges = [`true-up/${earlier}/${event.line}`];
        events.set(file, { kind: 'review', party: event.party, period: last, findings: ['seen'], actions: [], acknowledges });
        break;
      }
      case 'correction':
        events.set(file, { kind: 'correction', party: event.party, period: earlier, line: event.line, amount: -12.5, reason: 'wrong' });
        break;
      case 'payment':
        events.set(file, { kind: 'payment', party: event.party, amount: 2500, on: date, reference: `w${index}` });
        break;
      default:
        if ([...events.values()].some(({ kind }) => kind === event.kind)) break;
        events.set(file, {
          kind: event.kind,
          party: event.kind === 'acceptance' ? 'brand' : 'provider',
          milestone: 'launch',
          on: dateOf(Math.max(0, event.month - event.back), event.day),
        });
    }
  }
  return Object.fromEntries(events);
}

/** A month's revenue as each statement finds it: settled, restated by little or much, or not there yet. */
const revenue = fc.record({
  first: fc.integer({ min: 2000, max: 14000 }),
  later: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: -300, max: 300 }), fc.integer({ min: -4000, max: 4000 })),
  missing: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 4 })),
});

function valuesAt(statement: number, months: readonly { first: number; later: number; missing: number }[]): Values {
  const at = months.map(({ first, later, missing }, index): [string, Record<string, string | null>] => {
    const age = statement - index;
    const value = age < missing ? null : String(age > 0 ? first + later : first);
    return [MONTHS[index] ?? '', { revenue: value }];
  });
  return Object.fromEntries(at);
}

/** Null where the check refuses one of the events: a second answer, an answer to nothing. */
function checked(clauses: Parameters<typeof relationship>[0], events: ReturnType<typeof eventsOf>) {
  try {
    return relationship(clauses, undefined, events);
  } catch {
    return null;
  }
}

const render = () => '';

function restsIn(entry: LedgerEntry, before: readonly LedgerEntry[], events: Parameters<typeof inputAgain>[2]): number {
  const files = new Set(entry.statement.events.map(({ file }) => file));
  const counted = events.filter(({ file }) => files.has(file));
  return restingIn(inputAgain(entry, before, counted, entry.statement))?.views.length ?? 0;
}

it('a fold over periods settles as one from the first period does, whatever reaches back', { timeout: 120_000 }, () => {
  let handedOn = 0;
  const year = fc.record({
    months: fc.array(revenue, { minLength: 12, maxLength: 12 }),
    filed: fc.array(filed, { maxLength: 9 }),
    window: fc.nat(2),
  });
  fc.assert(
    fc.property(year, ({ months, filed: all, window }) => {
      const calendar = { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: window };
      const agreed = checked({ fees: FEES, calendar, holds: { maxPeriods: 2 } }, eventsOf(all));
      fc.pre(agreed !== null);
      const { terms, events } = agreed;
      const steps = MONTHS.map((_, index) => ({ asOf: dateOf(index + 1, 6), values: valuesAt(index, months) }));
      const ledger = settleDays(terms, events, steps, render);
      for (const [index, entry] of ledger.entries()) {
        const before = ledger.slice(0, index);
        handedOn += restsIn(entry, before, events);
        const files = new Set(entry.statement.events.map(({ file }) => file));
        const copy = structuredClone({ entry, before, counted: events.filter(({ file }) => files.has(file)) });
        expect(settleAgain(copy.entry, copy.before, copy.counted, entry.statement)).toEqual(bodyOf(entry.statement));
      }
    }),
    { numRuns: tries('FOLD_RUNS', 20) },
  );
  // A fold that hands nothing on proves nothing.
  expect(handedOn).toBeGreaterThan(200);
});
