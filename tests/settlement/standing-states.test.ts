import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { agendaOf } from '../../src/settlement/agenda.js';
import { remindersOf } from '../../src/settlement/reminders.js';
import { standingOf } from '../../src/settlement/standing.js';
import { tasksOf } from '../../src/settlement/tasks.js';
import { relationship, settleDays } from './relationship.js';

/*
 * A contract of January to March without an exit, with a milestone due on 31 March and two duties of the 5th: the settlement of February is
 * due on 5 March, too. Requests may be left unanswered for 10 days.
 */
const launch = { id: 'launch', kind: 'milestone', amount: 400, due: '2026-03-31' };
const photos = { owes: 'brand', title: 'Photos', dueDay: 5, ifLate: { kpis: ['gmv'], scoreAs: '100%' } };
const clauses = {
  term: { from: '2026-01-01', to: '2026-03-31' },
  fees: [{ id: 'base', kind: 'retainer', amount: 1000 }, launch],
  exit: undefined,
};
const days = (asOf: string) => [{ asOf, values: {} }];

function standing(asOf: string, events: Parameters<typeof relationship>[2] = {}, settledOn: readonly string[] = [], more = {}) {
  const { terms, events: filed } = relationship({ ...clauses, ...more }, undefined, events);
  const ledger = settledOn.reduce<ReturnType<typeof settleDays>>((so, day) => settleDays(terms, filed, days(day), () => '', so), []);
  const input = { terms, events: filed, ledger, asOf };
  return { input, found: standingOf(input) };
}

describe('where a contract stands', () => {
  it.each([
    ['2025-12-31', 'not_begun', null],
    ['2026-01-01', 'running', '2026-01'],
    ['2026-03-31', 'running', '2026-03'],
    ['2026-04-01', 'over', null],
  ])('on %s it is %s', (asOf, state, period) => {
    const { found } = standing(asOf);
    expect([found.state, found.running?.period ?? null, found.duties, found.disputes]).toEqual([state, period, [], []]);
  });

  it('is final after its last statement', () => {
    const settled = ['2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05', '2026-06-05', '2026-07-05'];
    const { found } = standing('2026-12-31', {}, settled);
    expect([found.state, found.due, found.next, found.settled?.final]).toEqual(['final', [], null, true]);
  });

  it('says what a statement of its day says, and nothing of later ones', () => {
    const { found } = standing('2026-02-15', {}, ['2026-02-05', '2026-03-05']);
    expect([found.settled?.period, found.disputable, found.open.length]).toEqual([
      '2026-01',
      [{ period: '2026-01', until: '2026-02-15' }],
      1,
    ]);
    expect(standing('2026-02-16', {}, ['2026-02-05']).found.disputable).toEqual([]);
    expect(standing('2026-03-02', {}, ['2026-02-05']).found.open[0]).toMatchObject({ dueOn: '2026-03-02', overdue: false });
    expect(standing('2026-03-03', {}, ['2026-02-05']).found.open[0]).toMatchObject({ overdue: true });
  });

  it('is owed back where more was paid', () => {
    const payment = { kind: 'payment', party: 'provider', amount: 1200, on: '2026-02-10', reference: 'r' };
    const { found } = standing('2026-02-15', { '2026-02-10-paid.yaml': payment }, ['2026-02-05']);
    expect([found.balance, found.open]).toEqual(['-200.00', []]);
    expect(tasksOf(found, 'either')[0]).toMatchObject({ task: 'repay', amount: '200.00' });
  });
});

describe('a milestone that was asked for', () => {
  const ask = { '2026-03-10-ask.yaml': { kind: 'acceptance_request', party: 'provider', milestone: 'launch', on: '2026-03-10' } };
  const requests = (asOf: string, more: Parameters<typeof relationship>[2] = {}) =>
    standing(asOf, { ...ask, ...more }).found.requests.map(
      ({ milestone, file, givenOn }) => `${milestone} ${file.split('/').at(-1)} ${givenOn}`,
    );

  it('is given on the day on which its request has been left unanswered', () => {
    expect(requests('2026-03-10')).toEqual(['launch 2026-03-10-ask.yaml 2026-03-20']);
    expect(requests('2026-03-19')).toEqual(['launch 2026-03-10-ask.yaml 2026-03-20']);
    expect(requests('2026-03-20')).toEqual(['launch 2026-03-10-ask.yaml 2026-03-20']);
    expect(requests('2026-03-21')).toEqual([]);
    expect(requests('2026-03-09')).toEqual([]);
  });

  it('is no longer asked for where it was accepted or refused since', () => {
    const accept = (day: string) => ({ [`${day}-yes.yaml`]: { kind: 'acceptance', party: 'brand', milestone: 'launch', on: day } });
    expect(requests('2026-03-15', accept('2026-03-12'))).toEqual([]);
    expect(requests('2026-03-15', accept('2026-03-10'))).toEqual([]);
    expect(requests('2026-03-15', accept('2026-03-05'))).toHaveLength(1);
    expect(requests('2026-03-11', accept('2026-03-12'))).toHaveLength(1);
    const refuse = {
      '2026-03-12-no.yaml': {
        kind: 'refusal',
        party: 'brand',
        milestone: 'launch',
        answers: '2026-03-10-ask.yaml',
        on: '2026-03-12',
        reason: 'It does not open',
      },
    };
    expect(requests('2026-03-15', refuse)).toEqual([]);
    // of two that were asked the one that was refused is answered
    const earlier = { '2026-03-08-ask.yaml': { kind: 'acceptance_request', party: 'provider', milestone: 'launch', on: '2026-03-08' } };
    expect(requests('2026-03-15', { ...earlier, ...refuse })).toEqual(['launch 2026-03-08-ask.yaml 2026-03-18']);
  });

  it('is an answer on the agenda, told three days and one day ahead', () => {
    const { input, found } = standing('2026-03-11', ask);
    expect(
      agendaOf(input, found, 'either')
        .filter(({ key }) => key.startsWith('answer/'))
        .map(({ key, on }) => `${on} ${key}`),
    ).toEqual(['2026-03-20 answer/2026-03-10-ask.yaml']);
    const told = (asOf: string) => remindersOf({ ...input, asOf }, 'either').filter(({ key }) => key.startsWith('answer')).length;
    expect(['2026-03-16', '2026-03-17', '2026-03-18', '2026-03-19'].map(told)).toEqual([0, 1, 0, 1]);
  });
});

describe('an agenda', () => {
  const agenda = (asOf: string, more = {}, events: Parameters<typeof relationship>[2] = {}) => {
    const { input, found } = standing(asOf, events, [], more);
    return agendaOf(input, found, 'either').map(({ key, on }) => `${on} ${key}`);
  };

  it('has what is of one day by its key, whatever it was found as', () => {
    const duties = [
      { ...photos, id: 'photos' },
      { ...photos, id: 'a-plan' },
    ];
    for (const order of [duties, [...duties].reverse()]) {
      expect(agenda('2026-03-05', { duties: order }).filter((each) => each.startsWith('2026-03-05'))).toEqual([
        '2026-03-05 duty/2026-03/a-plan',
        '2026-03-05 duty/2026-03/photos',
        '2026-03-05 settles/2026-02',
      ]);
    }
  });

  it('tells each task from every other by what it is about', () => {
    const { input, found } = standing('2026-02-10');
    const stale = { code: 'stale', with: { fact: 'sales', freshAt: '-' } };
    const unreviewed = { code: 'unreviewed', with: { id: 'revenue@2026-01-10', period: '2026-01' } };
    const hold = (line: string, why: object, decidedFrom: string) =>
      ({ period: '2026-01', line, statements: 1, decidedFrom, causes: [{ reason: why, party: 'brand' }] }) as never;
    const tasks = {
      ...{ due: [{ period: '2026-01', since: '2026-02-05' }], balance: '-5.00' },
      open: [{ period: '2025-12', amount: '7.00', dueOn: '2026-02-18', overdue: false }],
      disputable: [{ period: '2025-12', until: '2026-02-15' }],
      disputes: [
        { file: 'd.yaml', party: 'brand', period: '2025-12', line: 'base', claimed: '1.00', reason: 'Late', lapsesOn: '2026-02-16' },
      ],
      holds: [hold('sales', stale, '2026-02-20'), hold('reward', unreviewed, '2026-02-21')],
      waits: [{ line: 'true-up/2025-12/base', party: 'brand', moves: '5.00', until: '2026-02-17' }],
      requests: [{ milestone: 'launch', file: 'r.yaml', givenOn: '2026-02-19' }],
    } as const;
    const agenda = agendaOf(input, { ...found, ...tasks }, 'either').filter(({ what }) => 'task' in what);
    expect(agenda.map(({ on, key }) => `${on} ${key}`)).toEqual([
      '2026-02-05 settles/2026-01',
      '2026-02-15 check/2025-12',
      '2026-02-15 resolve/d.yaml',
      '2026-02-16 acknowledge/true-up/2025-12/base',
      '2026-02-18 pay/2025-12',
      '2026-02-19 answer/r.yaml',
      '2026-02-20 deliver/stale/sales/-',
      '2026-02-21 review/unreviewed/2026-01',
    ]);
  });

  it('has neither notice nor handover without an exit, and no notice once notice was given', () => {
    const last = (more: object, events = {}) => agenda('2026-02-10', more, events).filter((each) => /notice|term-end|handover/.test(each));
    expect(last({})).toEqual(['2026-03-31 term-end']);
    const exit = { noticeDays: 30, handoverDays: 15, checklist: ['data_export'] };
    expect(last({ exit })).toEqual(['2026-02-28 notice', '2026-03-31 term-end', '2026-04-15 handover']);
    const ending = { '2026-02-01-end.yaml': { kind: 'termination', party: 'brand', on: '2026-03-15', cause: 'convenience' } };
    expect(last({ exit }, ending)).toEqual(['2026-03-15 term-end', '2026-03-30 handover']);
  });

  it('has targets that begin within the term', () => {
    const kpis = [
      {
        id: 'gmv',
        metric: 'gmv',
        owner: 'provider',
        better: 'higher',
        weight: '100%',
        target: { '2026-01': 1, '2026-02': 2, '2026-03': 3 },
      },
    ];
    expect(agenda('2026-01-10', { kpis }).filter((each) => each.includes('target'))).toEqual([
      '2026-02-01 target/gmv/2026-02',
      '2026-03-01 target/gmv/2026-03',
    ]);
    const ending = { '2026-01-05-end.yaml': { kind: 'termination', party: 'brand', on: '2026-02-15', cause: 'convenience' } };
    expect(
      agenda('2026-01-10', { kpis, exit: { noticeDays: 30, handoverDays: 15, checklist: ['data_export'] } }, ending).filter((each) =>
        each.includes('target'),
      ),
    ).toEqual(['2026-02-01 target/gmv/2026-02']);
  });
});

describe('duties', () => {
  const states = (asOf: string, lateIf: string, events: Parameters<typeof relationship>[2] = {}) =>
    standing(asOf, events, [], { duties: [{ ...photos, id: 'photos', lateIf }] }).found.duties.map(
      ({ period, state }) => `${period} ${state}`,
    );

  it('are those that are due or open to a claim, late ones of the running period, and those that nobody has done', () => {
    expect(states('2026-02-05', 'claimed')).toEqual(['2026-01 unclaimed', '2026-02 due']);
    expect(states('2026-02-10', 'claimed')).toEqual(['2026-01 unclaimed', '2026-02 unclaimed']);
    expect(states('2026-02-11', 'claimed')).toEqual(['2026-02 unclaimed']);
    // one that nobody has done is told of until its month is settled, one that was done late to the last day of it
    expect(states('2026-02-10', 'unproven')).toEqual(['2026-01 late', '2026-02 late']);
    const late = (period: string, on: string) => ({
      [`${on}-late.yaml`]: { kind: 'duty', party: 'brand', duty: 'photos', period, on, evidence: ['photos.zip'] },
    });
    const both = { ...late('2026-01', '2026-01-20'), ...late('2026-02', '2026-02-20') };
    expect(states('2026-02-28', 'unproven', both)).toEqual(['2026-02 late']);
    expect(states('2026-03-01', 'unproven', both)).toEqual(['2026-03 due']);
    expect(
      states('2026-02-05', 'claimed', {
        '2026-02-03-done.yaml': {
          kind: 'duty',
          party: 'brand',
          duty: 'photos',
          period: '2026-02',
          on: '2026-02-03',
          evidence: ['photos.zip'],
        },
      }),
    ).toEqual(['2026-01 unclaimed']);
  });
});

it('a large true-up waits for whom it costs, for the days of acceptance', () => {
  const sales = { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' };
  const waits = (before: string, after: string) => {
    const { terms, events } = relationship({ ...clauses, fees: [sales] });
    const ledger = settleDays(terms, events as readonly ContractEvent[], [
      { asOf: '2026-02-05', values: { '2026-01': { revenue: before } } },
      { asOf: '2026-03-05', values: { '2026-01': { revenue: after }, '2026-02': { revenue: before } } },
    ]);
    return standingOf({ terms, events, ledger, asOf: '2026-03-06' }).waits;
  };
  expect(waits('10000', '20000')).toEqual([{ line: 'true-up/2026-01/sales', party: 'brand', moves: '1000.00', until: '2026-03-15' }]);
  expect(waits('10000', '5000')).toEqual([{ line: 'true-up/2026-01/sales', party: 'provider', moves: '-500.00', until: '2026-03-15' }]);
});

describe('a dispute', () => {
  const filed = {
    '2026-02-10-wrong.yaml': {
      kind: 'dispute',
      party: 'brand',
      period: '2026-01',
      line: 'base',
      claimed: 900,
      reason: 'Too much',
      evidence: ['mail.pdf'],
    },
  };
  const disputes = (asOf: string, more: Parameters<typeof relationship>[2] = {}) =>
    standing(asOf, { ...filed, ...more }, ['2026-02-05']).found.disputes;

  it('is open until it lapses or is resolved', () => {
    const open = {
      ...{ file: '2026-02-10-wrong.yaml', party: 'brand', period: '2026-01', line: 'base', claimed: '900', lapsesOn: '2026-03-12' },
      reason: 'Too much',
    };
    expect(disputes('2026-03-11')).toEqual([open]);
    expect(disputes('2026-03-12')).toEqual([]);
    const resolution = (answers: string) => ({ '2026-02-20-settled.yaml': { kind: 'resolution', party: 'brand', answers, amount: 950 } });
    expect(disputes('2026-03-11', resolution('2026-02-10-wrong.yaml'))).toEqual([]);
    expect(disputes('2026-02-19', resolution('2026-02-10-wrong.yaml'))).toEqual([open]);
  });
});
