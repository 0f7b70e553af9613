import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../src/kernel/calendar.js';
import {
  type BranchState,
  isRemeasured,
  newEvents,
  nextStep,
  type PlannedPeriod,
  type PullRequestState,
  planPeriods,
} from '../../src/settlement/proposal.js';
import { relationship, settleDays } from './relationship.js';

/* Which periods have a pull request on a day, and what the next step of one is. */

const clauses = {
  term: { from: '2026-01-12', to: '2026-03-31' },
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 2 },
  fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }],
};
const dispute = { kind: 'dispute', party: 'brand', period: '2026-03', line: 'sales', claimed: 50, reason: 'returns', evidence: ['list'] };
const correction = { kind: 'correction', period: '2026-01', line: 'sales', amount: -5, reason: 'agreed' };
const values = { '2026-01': { revenue: '1000' }, '2026-02': { revenue: '1000' }, '2026-03': { revenue: '1000' } };

function plan(asOf: LocalDate, settledOn: readonly LocalDate[] = [], filed: Parameters<typeof relationship>[2] = {}): string[] {
  const { terms, events } = relationship(clauses, undefined, filed);
  const ledger = settleDays(
    terms,
    events,
    settledOn.map((day) => ({ asOf: day, values })),
  );
  return planPeriods({ terms, events, ledger, asOf }).map(({ period, turn, dueOn, after }) =>
    [period, turn, dueOn, ...(after === null ? [] : [`after ${after}`])].join(' '),
  );
}

describe('which periods have a pull request', () => {
  test('none before the term begins', () => expect(plan('2026-01-11')).toEqual([]));
  test('the first from its first day in force, as a draft', () => expect(plan('2026-01-12')).toEqual(['2026-01 draft 2026-02-05']));
  test('the next from its first day, while the first is a draft', () =>
    expect(plan('2026-02-04')).toEqual(['2026-01 draft 2026-02-05', '2026-02 draft 2026-03-05 after 2026-01']));
  test('a period is proposed on the day it is due', () =>
    expect(plan('2026-02-05')).toEqual(['2026-01 due 2026-02-05', '2026-02 draft 2026-03-05 after 2026-01']));
  test('missed periods are proposed one at a time', () =>
    expect(plan('2026-04-20')).toEqual([
      '2026-01 due 2026-02-05',
      '2026-02 waits 2026-03-05 after 2026-01',
      '2026-03 waits 2026-04-05 after 2026-01',
      '2026-04 draft 2026-05-05 after 2026-01',
    ]));
  test('the next one follows when the first is accepted', () =>
    expect(plan('2026-04-20', ['2026-02-05'])).toEqual([
      '2026-02 due 2026-03-05',
      '2026-03 waits 2026-04-05 after 2026-02',
      '2026-04 draft 2026-05-05 after 2026-02',
    ]));
  test('tails of the true-up window are certain, later ones only where something is open', () =>
    expect(plan('2026-09-20', ['2026-04-05'])).toEqual(['2026-04 due 2026-05-05', '2026-05 waits 2026-06-05 after 2026-04']));
  test('nothing after the final statement', () => expect(plan('2026-09-20', ['2026-06-05'])).toEqual([]));
  test('a correction after the final statement makes one more, when it is due', () => {
    const filed = { '2026-06-10-c.yaml': correction };
    expect(plan('2026-06-12', ['2026-06-05'], filed)).toEqual(['2026-06 draft 2026-07-05']);
    expect(plan('2026-07-05', ['2026-06-05'], filed)).toEqual(['2026-06 due 2026-07-05']);
  });
  test('a dispute after the final statement brings tails back, one after the other', () => {
    const filed = { '2026-06-10-d.yaml': dispute };
    expect(plan('2026-06-12', ['2026-06-05'], filed)).toEqual(['2026-06 draft 2026-07-05']);
    expect(plan('2026-08-12', ['2026-06-05'], filed)).toEqual(['2026-06 due 2026-07-05']);
  });
  test('an event dated later does not count yet', () =>
    expect(plan('2026-06-09', ['2026-06-05'], { '2026-06-10-d.yaml': dispute })).toEqual([]));
});

const HEAD = 'a'.repeat(40);
const OTHER = 'b'.repeat(40);
const { terms, events } = relationship(clauses, undefined, { '2026-02-08-d.yaml': { ...dispute, period: '2026-01' } });
const [entry] = settleDays(terms, [], [{ asOf: '2026-02-05', values }]);
const proposed = entry ?? null;

const due: PlannedPeriod = { period: '2026-01', turn: 'due', dueOn: '2026-02-05', after: null };
const draft: PlannedPeriod = { ...due, turn: 'draft' };
const waits: PlannedPeriod = { ...due, turn: 'waits', after: '2025-12' };
const preview: BranchState = { head: HEAD, own: true, proposed: null, previewedOn: '2026-01-12', behind: false, replays: true };
const statement: BranchState = { ...preview, proposed, previewedOn: null };
const open: PullRequestState = { state: 'open', draft: false, head: HEAD, labelled: true };
const asDraft: PullRequestState = { ...open, draft: true };
const calm = { asOf: '2026-01-20', rhythm: 'month', newEvents: false, remeasure: false } as const;

function step(
  planned: PlannedPeriod,
  branch: BranchState | null,
  pullRequest: PullRequestState | null,
  context: Partial<Parameters<typeof nextStep>[2]> = {},
) {
  return nextStep(planned, { branch, pullRequest, occupied: false, gone: null }, { ...calm, ...context });
}

describe('the next step of a draft', () => {
  test('the preview, then the pull request, its label and the comment', () => {
    expect(step(draft, null, null)).toBe('preview');
    expect(step(draft, preview, null)).toBe('open');
    expect(step(draft, preview, { ...asDraft, labelled: false })).toBe('label');
    expect(step(draft, preview, asDraft)).toBe('report');
  });
  test('the scorecard is measured again when a new review period has begun', () => {
    expect(step(draft, preview, asDraft, { asOf: '2026-01-31' })).toBe('report');
    expect(step(draft, preview, asDraft, { asOf: '2026-02-01' })).toBe('preview');
    // 12 January 2026 is a Monday.
    expect(step(draft, preview, asDraft, { asOf: '2026-01-18', rhythm: 'week' })).toBe('report');
    expect(step(draft, preview, asDraft, { asOf: '2026-01-19', rhythm: 'week' })).toBe('preview');
    expect(step(draft, preview, asDraft, { asOf: '2026-03-31', rhythm: 'quarter' })).toBe('report');
  });
  test('what others pushed to an empty branch is no preview', () =>
    expect(step(draft, { ...preview, own: false, previewedOn: null }, asDraft)).toBe('preview'));
  test('nothing is opened for a period that was missed before its turn comes', () => {
    expect(step(waits, null, null)).toBe('wait');
    expect(step(waits, preview, asDraft)).toBe('report');
  });
});

describe('the next step of a due period', () => {
  test('the statement, then the pull request is marked ready', () => {
    expect(step(due, preview, asDraft)).toBe('propose');
    expect(step(due, statement, asDraft)).toBe('ready');
    expect(step(due, statement, open)).toBe('report');
  });
  test('without a draft before: the statement, then a pull request', () => {
    expect(step(due, null, null)).toBe('propose');
    expect(step(due, statement, null)).toBe('open');
  });
  test('an event that counts by now has it computed again', () =>
    expect(step(due, statement, open, { newEvents: true })).toBe('recompute'));
  test('so does an engine that would write it otherwise', () =>
    expect(step(due, { ...statement, replays: false }, open)).toBe('recompute'));
  test('a changed contract has the branch brought up to date', () =>
    expect(step(due, { ...statement, behind: true }, open)).toBe('update'));
  test('what others pushed onto it is replaced', () => expect(step(due, { ...statement, own: false }, open)).toBe('update'));
  test('a statement stays when a run reckons with an earlier date', () => expect(step(draft, statement, open)).toBe('report'));
});

describe('a pull request that has ended', () => {
  const closed: PullRequestState = { ...open, state: 'closed' };
  test('closed without being merged: it comes back as it is, counting what is new', () => {
    expect(step(due, statement, closed)).toBe('reopen');
    expect(step(due, statement, closed, { newEvents: true })).toBe('recompute');
    expect(step(draft, preview, { ...closed, draft: true })).toBe('reopen');
  });
  test('a deleted branch is put back first, whatever became of the pull request', () => {
    const gone = (pullRequest: PullRequestState | null) => nextStep(due, { branch: null, pullRequest, occupied: false, gone: HEAD }, calm);
    expect([gone(closed), gone(open), gone(null)]).toEqual(['restore', 'restore', 'restore']);
    expect(gone({ ...open, state: 'merged' })).toBe('accepted');
  });
  test('measured anew only where both have agreed to it', () => {
    expect(step(due, statement, open, { newEvents: true, remeasure: true })).toBe('propose');
  });
  test('swallowed by another branch: proposed again by itself', () => {
    const lost: PullRequestState = { ...open, state: 'lost' };
    expect(step(due, statement, lost)).toBe('propose');
    expect(step(due, null, lost)).toBe('propose');
    expect(step(due, { ...statement, head: OTHER }, lost)).toBe('open');
    expect(nextStep(due, { branch: null, pullRequest: lost, occupied: false, gone: HEAD }, calm)).toBe('propose');
    // one that is back is not put back
    expect(nextStep(due, { branch: statement, pullRequest: open, occupied: false, gone: HEAD }, calm)).toBe('report');
  });
  test('merged meanwhile', () => expect(step(due, statement, { ...open, state: 'merged' })).toBe('accepted'));
});

test('what somebody else opened in its place goes first', () =>
  expect(nextStep(due, { branch: statement, pullRequest: null, occupied: true, gone: null }, calm)).toBe('displace'));

describe('events that the proposed statement has not counted', () => {
  test('count from the date in their name', () => {
    if (proposed === null) throw new Error('nothing settled');
    expect(newEvents(proposed, { events, asOf: '2026-02-07' })).toEqual([]);
    expect(newEvents(proposed, { events, asOf: '2026-02-08' })).toEqual(['2026-02-08-d.yaml']);
    const [counted] = settleDays(terms, events, [{ asOf: '2026-02-08', values }]);
    if (counted === undefined) throw new Error('nothing settled');
    expect(newEvents(counted, { events, asOf: '2026-02-09' })).toEqual([]);
  });

  test('ask for its period to be measured anew, and for no other', () => {
    const filed = (kind: string, period: string) => [{ kind, period, date: '2026-02-08', file: '2026-02-08-m.yaml' }] as never;
    const asked = (kind: string, period: string, asOf = '2026-02-08', counts: readonly object[] = []) => {
      if (proposed === null) throw new Error('nothing settled');
      const entryNow = { ...proposed, statement: { ...proposed.statement, events: counts } } as typeof proposed;
      return isRemeasured(entryNow, { events: filed(kind, period), asOf });
    };
    expect(asked('remeasure', '2026-01')).toBe(true);
    expect([asked('remeasure', '2026-02'), asked('review', '2026-01'), asked('remeasure', '2026-01', '2026-02-07')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(asked('remeasure', '2026-01', '2026-02-08', [{ file: '2026-02-08-m.yaml' }])).toBe(false);
  });
});
