import { describe, expect, it } from 'vitest';
import { reason } from '../../src/attainment/value.js';
import { taskWords } from '../../src/report/status.js';
import type { Scorecard } from '../../src/settlement/model.js';
import type { Standing, StandingDuty, StandingHold } from '../../src/settlement/standing.js';
import { inOrder, type Task, tasksOf, withExamined } from '../../src/settlement/tasks.js';

const NOTHING: Standing = {
  contract: 'a',
  currency: 'USD',
  asOf: '2026-03-01',
  state: 'running',
  running: null,
  unsettled: [],
  settled: null,
  due: [],
  next: null,
  balance: '0.00',
  open: [],
  refunds: [],
  disputable: [],
  disputes: [],
  holds: [],
  waits: [],
  duties: [],
  milestones: [],
  requests: [],
  handover: null,
  ended: null,
  stale: [],
};
const tasks = (standing: Partial<Standing>) => tasksOf({ ...NOTHING, ...standing }, 'either');
const hold = (line: string, decidedFrom: string, ...causes: StandingHold['causes']): StandingHold => ({
  ...{ period: '2026-01', line, statements: 1 },
  causes,
  decidedFrom,
});
const duty = (state: StandingDuty['state'], claimUntil: string | null, doneOn: string | null = null): StandingDuty => ({
  ...{ id: 'photos', period: '2026-02', owes: 'brand', dueOn: '2026-03-03' },
  doneOn,
  state,
  claimUntil,
});
const stale = reason('stale', { fact: 'sales', freshAt: '2026-01-01' });
const unreviewed = reason('unreviewed', { id: 'x', period: '2026-01' });

describe('what is to be done', () => {
  it('is nothing where nothing is open', () => {
    expect(tasks({})).toEqual([]);
  });

  it.each([
    ['-12.30', ['12.30']],
    ['-0.01', ['0.01']],
    ['-0.00', []],
    ['0.00', []],
    ['12.30', []],
  ])('of a balance of %s the provider repays %j', (balance, amounts) => {
    expect(tasks({ balance })).toEqual(
      amounts.map((amount) => ({ task: 'repay', by: 'provider', on: null, amount, period: null, overdue: false })),
    );
  });

  it('is by its day what is to be paid back of a statement, and by none what was paid ahead: 73.51 of 80.00', () => {
    const refunds = [{ period: '2026-01', amount: '73.51', dueOn: '2026-02-27', overdue: true }];
    const repay = { task: 'repay', by: 'provider' };
    const dated = { ...repay, on: '2026-02-27', amount: '73.51', period: '2026-01', overdue: true };
    expect(tasks({ balance: '-73.51', refunds })).toEqual([dated]);
    expect(tasks({ balance: '-80.00', refunds })).toEqual([{ ...repay, on: null, amount: '6.49', period: null, overdue: false }, dated]);
  });

  it('is due to who owes a duty, and may be claimed by the other', () => {
    expect(tasks({ duties: [duty('due', null)] })).toEqual([
      { task: 'duty', by: 'brand', on: '2026-03-03', duty: 'photos', period: '2026-02', overdue: false, claimableUntil: null },
    ]);
    const claim = { task: 'claim', by: 'provider', on: '2026-03-10', duty: 'photos', period: '2026-02' };
    const undone = { task: 'duty', by: 'brand', on: '2026-03-03', duty: 'photos', period: '2026-02' };
    // what is late only by a claim is not overdue before there is one
    expect(tasks({ duties: [duty('unclaimed', '2026-03-10')] })).toEqual([
      { ...undone, overdue: false, claimableUntil: '2026-03-10' },
      claim,
    ]);
    expect(tasks({ duties: [duty('late', '2026-03-10')] })).toEqual([{ ...undone, overdue: true, claimableUntil: null }]);
    // what was done late is asked for no more, and may still be claimed to be late
    expect(tasks({ duties: [duty('unclaimed', '2026-03-10', '2026-03-05'), duty('late', null, '2026-03-05')] })).toEqual([claim]);
  });

  it('is an answer of the brand to a request, before the milestone is given by itself', () => {
    expect(tasks({ requests: [{ milestone: 'launch', file: 'r.yaml', givenOn: '2026-03-20' }] })).toEqual([
      { task: 'answer', by: 'brand', on: '2026-03-20', milestone: 'launch', file: 'r.yaml' },
    ]);
  });

  it('is by both what both must look at, and by whom a large true-up costs', () => {
    expect(
      tasks({
        disputable: [{ period: '2026-02', until: '2026-03-15' }],
        disputes: [
          { file: 'd.yaml', party: 'brand', period: '2026-01', line: 'bonus', claimed: '1.00', reason: 'Late', lapsesOn: '2026-03-16' },
        ],
        waits: [{ line: 'true-up/2026-01/bonus', party: 'provider', moves: '-5.00', until: '2026-03-17' }],
        open: [{ period: '2026-01', amount: '7.00', dueOn: '2026-03-18', overdue: false }],
        due: [{ period: '2026-02', since: '2026-03-19' }],
      }),
    ).toEqual([
      { task: 'check', by: 'both', on: '2026-03-15', period: '2026-02' },
      {
        ...{ task: 'resolve', by: 'both', on: '2026-03-15', party: 'brand', period: '2026-01', line: 'bonus', file: 'd.yaml' },
        ...{ claimed: '1.00', reason: 'Late' },
      },
      { task: 'acknowledge', by: 'provider', on: '2026-03-16', line: 'true-up/2026-01/bonus', moves: '-5.00', countsFrom: '2026-03-17' },
      { task: 'pay', by: 'brand', on: '2026-03-18', amount: '7.00', period: '2026-01', overdue: false },
      { task: 'settle', by: 'either', on: '2026-03-19', period: '2026-02', since: '2026-03-19', overdue: false },
    ]);
  });
});

it('a true-up is to be acknowledged before the day from which it counts without that', () => {
  const wait = { line: 'true-up/2026-01/sales', party: 'provider', moves: '-5.00' } as const;
  const told = (until: string) => tasks({ waits: [{ ...wait, until }] }).map(({ task, on }) => `${task} ${on}`);
  expect(told('2026-03-02')).toEqual(['acknowledge 2026-03-01']);
  expect(told('2026-03-01')).toEqual([]);
});

const RUNNING = { period: '2026-03', from: '2026-03-01', to: '2026-03-31', settlesOn: '2026-04-15' } as const;

it('is to ask for a milestone in the period in which its last day lies', () => {
  const milestones = [
    { milestone: 'launch', askUntil: '2026-03-31' },
    { milestone: 'recall', askUntil: '2026-04-01' },
  ] as const;
  const told = (standing: Partial<Standing>) => tasks({ milestones, ...standing }).map((task) => [task.task, task.by, task.on]);
  expect(told({ running: RUNNING })).toEqual([['ask', 'provider', '2026-03-31']]);
  expect(told({ running: null })).toEqual([]);
});

it('is the handover, by both', () => {
  expect(tasks({ handover: '2026-04-15' })).toEqual([{ task: 'hand-over', by: 'both', on: '2026-04-15', overdue: false }]);
  const [after] = tasks({ asOf: '2026-04-16', handover: '2026-04-15' });
  expect(after).toEqual({ task: 'hand-over', by: 'both', on: '2026-04-15', overdue: true });
  if (after === undefined) throw new Error('no task');
  expect([taskWords(after, 'acme', null, 'en'), taskWords(after, 'acme', null, 'zh')]).toEqual([
    'complete the handover if it is not: no file says so, and `concord exit acme` lists what is to be handed over',
    '交接如未完成，请尽快完成（系统没有完成记录）；应移交的事项见 `concord exit acme`',
  ]);
});

describe('what stands out in a running period', () => {
  const anomaly = (id: string, reviewed = false) => ({ id, reviewed }) as unknown as Scorecard['anomalies'][number];
  const anomalies = [anomaly('a'), anomaly('a'), anomaly('b'), anomaly('c', true)];
  const check: Task = { task: 'check', by: 'both', on: '2026-05-01', period: '2026-02' };
  const review = { every: 'month' } as const;

  it('is to be reviewed by either, each day of a measure once, before the statement', () => {
    expect(withExamined([check], { running: RUNNING }, { anomalies }, { review })).toEqual([
      { task: 'examine', by: 'either', on: '2026-04-15', period: '2026-03', count: 2 },
      check,
    ]);
  });

  it('is nothing where all is reviewed, nothing runs, or the contract holds nothing for want of a review', () => {
    expect(withExamined([check], { running: RUNNING }, { anomalies: [anomaly('c', true)] }, { review })).toEqual([check]);
    expect(withExamined([check], { running: null }, { anomalies }, { review })).toEqual([check]);
    expect(withExamined([check], { running: RUNNING }, { anomalies }, { review: null })).toEqual([check]);
  });
});

describe('what releases held lines', () => {
  it('is told once of each cause, with its lines and the first day on which one of them is decided', () => {
    const cause = { reason: stale, party: 'brand' } as const;
    expect(
      tasks({ holds: [hold('sales', '2026-05-06', cause), hold('bonus', '2026-04-06', cause), hold('fee', '2026-06-06', cause)] }),
    ).toEqual([
      { task: 'deliver', by: 'brand', on: '2026-04-06', reason: stale, lines: ['2026-01/sales', '2026-01/bonus', '2026-01/fee'] },
    ]);
  });

  it('names a line once, also where a cause of it is told of both', () => {
    const causes = (['brand', 'provider'] as const).map((party) => ({ reason: stale, party }));
    expect(tasks({ holds: [hold('sales', '2026-05-06', ...causes)] })).toEqual([
      { task: 'deliver', by: 'both', on: '2026-05-06', reason: stale, lines: ['2026-01/sales'] },
    ]);
    expect(tasks({ holds: [hold('sales', '2026-05-06', ...[...causes, ...causes].reverse())] })[0]?.by).toBe('both');
  });

  it('is a review by either where something stands out, and by the brand where a cost is above its limit', () => {
    expect(tasks({ holds: [hold('sales', '2026-05-06', { reason: unreviewed, party: 'brand' })] })).toMatchObject([
      { task: 'review', by: 'either', reason: unreviewed },
    ]);
    for (const code of ['over-limit', 'over-acknowledged'] as const) {
      const over = { code, with: {} } as unknown as typeof stale;
      expect(tasks({ holds: [hold('ads', '2026-05-06', { reason: over, party: null })] })).toMatchObject([{ task: 'review', by: 'brand' }]);
    }
  });

  it('is one task of the days without a rate, and one review of all that was flagged in a period', () => {
    const rate = (day: string, currency = 'CAD') => ({ reason: reason('no-rate', { currency, day }), party: 'brand' }) as const;
    const flagged = (id: string, period = '2026-01') => ({ reason: reason('unreviewed', { id, period }), party: null });
    const holds = [
      hold('sales', '2026-05-06', rate('2026-01-09'), rate('2026-01-08'), rate('2026-01-09', 'EUR'), flagged('b'), flagged('a')),
      hold('bonus', '2026-04-06', rate('2026-01-08'), rate('2026-01-10'), flagged('a'), flagged('a', '2026-02')),
    ];
    const both = ['2026-01/sales', '2026-01/bonus'];
    const days = { code: 'no-rate-days', with: { currency: 'CAD', days: '3', day: '2026-01-08' } };
    const reviewed = { code: 'unreviewed-together', with: { period: '2026-01', ids: 'a, b' } };
    const euro = rate('2026-01-09', 'EUR').reason;
    const february = flagged('a', '2026-02').reason;
    const twoDays = { code: 'no-rate-days', with: { currency: 'CAD', days: '2', day: '2026-01-08' } };
    expect(tasks({ holds })).toEqual([
      { task: 'deliver', by: 'brand', on: '2026-04-06', reason: days, lines: both, besides: [euro, reviewed, february] },
      { task: 'review', by: 'either', on: '2026-04-06', reason: reviewed, lines: both, besides: [days, euro, february] },
      {
        ...{ task: 'review', by: 'either', on: '2026-04-06', reason: february, lines: ['2026-01/bonus'] },
        besides: [twoDays, flagged('a').reason],
      },
      {
        ...{ task: 'deliver', by: 'brand', on: '2026-05-06', reason: euro, lines: ['2026-01/sales'] },
        besides: [twoDays, reviewed],
      },
    ]);
  });

  it('tells what holds its lines besides, also where nobody is at fault or the other party is: one of two releases nothing', () => {
    const provider = { reason: reason('duplicates', { fact: 'ads', keys: '2' }), party: 'provider' } as const;
    const nobody = { reason: reason('division-by-zero', { metric: 'roas' }), party: null };
    const brand = { reason: stale, party: 'brand' } as const;
    expect(tasks({ holds: [hold('sales', '2026-05-06', brand, provider, nobody), hold('bonus', '2026-05-06', brand)] })).toEqual([
      {
        ...{ task: 'deliver', by: 'brand', on: '2026-05-06', reason: stale, lines: ['2026-01/sales', '2026-01/bonus'] },
        besides: [provider.reason, nobody.reason],
      },
      {
        ...{ task: 'deliver', by: 'provider', on: '2026-05-06', reason: provider.reason, lines: ['2026-01/sales'] },
        besides: [stale, nobody.reason],
      },
    ]);
  });

  it('is nothing that a party could do where nobody is at fault', () => {
    expect(tasks({ holds: [hold('sales', '2026-05-06', { reason: stale, party: null })] })).toEqual([]);
  });
});

it('what has no day comes first, then the earliest; of one day as it was told', () => {
  const task = (on: string | null, period: string): Task => ({ task: 'check', by: 'both', on, period });
  const told = [task('2026-03-02', 'a'), task('2026-03-01', 'b'), task(null, 'c'), task('2026-03-01', 'd'), task('2026-03-02', 'e')];
  expect(inOrder(told).map((each) => ('period' in each ? each.period : ''))).toEqual(['c', 'b', 'd', 'a', 'e']);
});
