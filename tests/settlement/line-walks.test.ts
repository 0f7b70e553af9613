import { describe, expect, test } from 'vitest';
import { documentShape } from '../../src/contract/document-shape.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { takesMilestone } from '../../src/settlement/line-life.js';
import { replayLedger } from '../../src/settlement/replay.js';
import { ledgerTexts } from '../../src/settlement/seal-statement.js';
import { statementProblems } from '../fuzz/oracle.js';
import { movedIn } from '../properties/settled.js';
import { everyWhich } from '../tries.js';
import { type Day, definitions, relationship, settleDays, type Values } from './relationship.js';
import { LEDGER_ALONE } from './sample-ledger.js';

/*
 * Every pair of real events and changes of the data through whole settlements of a contract with a line of every kind, each for
 * every line. A usual run walks every other pair of a line, the next line those between, a short one every sixth; LINE_WALKS=2 walks all, 3 every triple.
 */
const FEES = [
  { id: 'base', kind: 'retainer', amount: 500 },
  { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%', 1500: '10%' }, mode: 'marginal', accumulate: 'term' },
  { id: 'reward', kind: 'bonus', by: 'roas', pool: 1000, points: { '100%': '100%' }, shape: 'step' },
  { id: 'launch', kind: 'milestone', amount: 400, due: '2026-03-15', metric: 'gmv', atLeast: 1000 },
  { id: 'floor', kind: 'guarantee', amount: 900, recoverable: true },
  {
    id: 'bet',
    kind: 'wager',
    metric: 'gmv',
    better: 'higher',
    target: 1800,
    over: 'term',
    deadband: 0,
    rate: '10%',
    limit: 100,
    onEarlyEnd: 'scale',
  },
  { id: 'late', kind: 'penalty', of: 'base', by: 'roas', bands: { '100%': '10%' } },
  { id: 'ceiling', kind: 'cap', period: 2000 },
  { id: 'vat', kind: 'tax', rate: '6%', label: 'VAT' },
];
const LINES = ['base', 'sales', 'reward', 'launch', 'floor', 'bet', 'late', 'ceiling', 'floor/recovery', 'correction/2026-01/base'];
const CONTRACT = {
  term: { from: '2026-01-01', to: '2026-03-31' },
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 1 },
  acceptance: { days: 40, silence: 'accepts' },
  holds: { maxPeriods: 2 },
  kpis: [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 5 }],
  fees: FEES,
};
const CORRECTION = { '2026-02-03-c.yaml': { kind: 'correction', period: '2026-01', line: 'base', amount: -7, reason: 'agreed' } };

type Change = (january: Readonly<Record<string, string | null>>, asOf: string) => Readonly<Record<string, string | null>>;

interface Act {
  readonly events?: (line: string) => Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly data?: Change;
}

const from =
  (day: string, values: Readonly<Record<string, string | null>>): Change =>
  (january, asOf) =>
    asOf >= day ? { ...january, ...values } : january;
const filed = (line: string, claimed: number) => ({
  '2026-02-08-d.yaml': { kind: 'dispute', party: 'brand', period: '2026-01', line, claimed, reason: 'r', evidence: ['x'] },
});
const settledBy = (file: string, event: Readonly<Record<string, unknown>>) => ({ [file]: event });

const ACTS: Readonly<Record<string, Act>> = {
  'disputed, all of it': { events: (line) => filed(line, 0) },
  'disputed, nothing of it': { events: (line) => filed(line, 100000) },
  escalated: {
    events: (line) => ({
      ...filed(line, 0),
      ...settledBy('2026-02-09-e.yaml', { kind: 'escalation', party: 'provider', answers: '2026-02-08-d.yaml' }),
    }),
  },
  resolved: {
    events: (line) => ({
      ...filed(line, 0),
      ...settledBy('2026-03-20-r.yaml', { kind: 'resolution', answers: '2026-02-08-d.yaml', amount: 33 }),
    }),
  },
  accepted: { events: () => settledBy('2026-02-20-a.yaml', { kind: 'acceptance', party: 'brand', milestone: 'launch', on: '2026-01-31' }) },
  terminated: { events: () => settledBy('2026-01-10-t.yaml', { kind: 'termination', party: 'brand', on: '2026-03-10', cause: 'x' }) },
  reviewed: {
    events: () =>
      settledBy('2026-03-10-v.yaml', {
        kind: 'review',
        party: 'brand',
        period: '2026-02',
        findings: ['x'],
        acknowledges: ['true-up/2026-01/sales', 'true-up/2026-01/reward', 'true-up/2026-01/launch'],
      }),
  },
  corrected: {
    events: () => settledBy('2026-03-02-c2.yaml', { kind: 'correction', period: '2026-02', line: 'sales', amount: 3, reason: 'agreed' }),
  },
  'undefined at first': { data: (january, asOf) => (asOf < '2026-03-01' ? { ...january, revenue: null } : january) },
  'undefined later': { data: from('2026-03-01', { revenue: null }) },
  'ads undefined': { data: (january) => ({ ...january, spend: null }) },
  'moves a little': { data: from('2026-03-01', { revenue: '1020' }) },
  'moves much': { data: from('2026-03-01', { revenue: '3000' }) },
  'moves when closed': { data: from('2026-04-15', { revenue: '9000' }) },
};

const ASOFS = [
  '2026-02-05',
  '2026-03-05',
  '2026-04-05',
  '2026-05-05',
  '2026-06-05',
  '2026-07-05',
  '2026-08-05',
  '2026-09-05',
  '2026-10-05',
];

function play(line: string, acts: readonly Act[]): { ledger: LedgerEntry[]; again: LedgerEntry[]; issues: readonly unknown[] } {
  const events = Object.assign({}, CORRECTION, ...acts.map((act) => act.events?.(line) ?? {})) as Parameters<typeof relationship>[2];
  const { terms, events: known } = relationship(CONTRACT, definitions(true), events);
  const start = { revenue: '1000', spend: '100' };
  const days = ASOFS.map((asOf): Day => {
    const january = acts.reduce<Readonly<Record<string, string | null>>>((values, act) => act.data?.(values, asOf) ?? values, start);
    const values: Values = { '2026-01': january, '2026-02': { revenue: '400', spend: '100' }, '2026-03': { revenue: '700', spend: '100' } };
    return { asOf, values };
  });
  const ledger = settleDays(terms, known, days);
  const last = days.at(-1);
  const again = settleDays(terms, known, last === undefined ? [] : [last], undefined, ledger);
  const folders = ledger.map((entry, index) => ({
    period: entry.statement.period,
    path: `contracts/test-relationship/ledger/${entry.statement.period}`,
    files: ledgerTexts(entry, ledger.slice(0, index), () => ''),
  }));
  return {
    ledger,
    again,
    issues: replayLedger(folders, {
      events: known,
      ...LEDGER_ALONE,
      render: () => '',
      shape: documentShape,
      engine: 'test',
    }).issues,
  };
}

/** What holds whatever happened. */
function holds(line: string, acts: readonly Act[]): void {
  const { ledger, again, issues } = play(line, acts);
  expect(issues, 'replays').toEqual([]);
  expect(again, 'settled twice').toEqual(ledger);
  expect(
    ledger.flatMap(({ statement }) => statementProblems(statement)),
    'foots',
  ).toEqual([]);
  expect(ledger.at(-1)?.statement.final, 'ends').toBe(true);
  const paid = new Map<string, bigint>();
  ledger.forEach(({ statement }, index) => {
    const before = new Map(ledger[index - 1]?.statement.carried.lines.map((each) => [`${each.period}/${each.line}`, each.life]));
    for (const { period, line: id, life } of statement.carried.lines) {
      const key = `${period}/${id}`;
      const moved = movedIn(statement, period, id).minor;
      paid.set(key, (paid.get(key) ?? 0n) + moved);
      expect(`${key} ${paid.get(key)}`, 'what was paid is what counts as settled').toBe(`${key} ${BigInt(life.amount.replace('.', ''))}`);
      const old = before.get(key);
      if (life.state === 'held' && old?.state !== 'disputed') expect(moved, `${key} is held`).toBe(0n);
      if (old !== undefined && ['accepted', 'decided', 'resolved'].includes(old.state) && life.state !== 'resolved')
        expect(life, `${key} is final`).toEqual(old);
    }
    const milestones = statement.carried.lines.filter((each) => each.kind === 'milestone' && takesMilestone(each.life));
    const agreed = milestones.filter(({ life }) => life.state === 'resolved').length;
    expect(milestones.length - agreed, 'a milestone is paid once').toBeLessThanOrEqual(1);
  });
}

describe('every pair of events in whole settlements', () => {
  const names = Object.keys(ACTS);
  const depth = Number(process.env.LINE_WALKS ?? 2);
  const every = process.env.LINE_WALKS === undefined ? everyWhich('LINE_WALKS', 2) : 1;
  test.each(LINES)('of %s', { timeout: 600_000 }, (line) => {
    const isSkipped = (chosen: readonly string[], name: string) =>
      chosen.length === 1 && (names.indexOf(chosen[0] ?? '') + names.indexOf(name) + LINES.indexOf(line)) % every !== 0;
    const walk = (chosen: readonly string[], rest: readonly string[]): void => {
      try {
        holds(
          line,
          chosen.flatMap((name) => ACTS[name] ?? []),
        );
      } catch (error) {
        throw new Error(`${line}: ${chosen.join(' + ')}`, { cause: error });
      }
      if (chosen.length === depth) return;
      for (const [index, name] of rest.entries()) if (!isSkipped(chosen, name)) walk([...chosen, name], rest.slice(index + 1));
    };
    walk([], names);
  });
});
