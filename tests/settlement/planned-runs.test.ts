import { describe, expect, it } from 'vitest';
import { eventsAsOf, planNext, planRun } from '../../src/settlement/run.js';
import { relationship, settleDays } from './relationship.js';

/* Which periods a run settles: those of January to March are due on the 5th of the month after, and true-ups reach one month back. */
const clauses = {
  term: { from: '2026-01-01', to: '2026-03-31' },
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 1 },
  fees: [{ id: 'base', kind: 'retainer', amount: 1000 }],
  exit: { noticeDays: 5, handoverDays: 15, checklist: ['data_export'] },
};
const given = (settledOn: readonly string[] = [], files: Parameters<typeof relationship>[2] = {}) => {
  const { terms, events } = relationship(clauses, undefined, files);
  return {
    terms,
    events,
    ledger: settleDays(
      terms,
      events,
      settledOn.map((asOf) => ({ asOf, values: {} })),
    ),
  };
};
const told = ({ targets, request }: ReturnType<typeof planRun>) => [
  targets.map(({ period }) => period).join(' '),
  request === null ? null : request.periods.map(({ period }) => period).join(' '),
];

describe('a run', () => {
  const run = (asOf: string, ...rest: Parameters<typeof given>) => told(planRun({ ...given(...rest), asOf }, null));

  it('settles what is due, and measures once for all of it', () => {
    expect(run('2026-02-04')).toEqual(['', null]);
    expect(run('2026-02-05')).toEqual(['2026-01', '2026-01']);
    expect(run('2026-03-05')).toEqual(['2026-01 2026-02', '2026-01 2026-02']);
    expect(run('2026-03-05', ['2026-02-05'])).toEqual(['2026-02', '2026-01 2026-02']);
  });

  it('settles nothing on a day before that of the last statement, and nothing after the final one', () => {
    expect(run('2026-03-06', ['2026-03-07'])).toEqual(['', null]);
    expect(run('2026-12-31', ['2026-05-05'])).toEqual(['', null]);
  });

  it('of a preview reaches to a period, due or not, and on any day', () => {
    const until = (period: string, ...settledOn: readonly string[]) => told(planRun({ ...given(settledOn), asOf: '2026-01-20' }, period));
    expect(until('2026-01')).toEqual(['2026-01', '2026-01']);
    expect(until('2026-02')).toEqual(['2026-01 2026-02', '2026-01 2026-02']);
    expect(until('2026-02', '2026-02-05')).toEqual(['2026-02', '2026-01 2026-02']);
    expect(until('2026-01', '2026-02-05')).toEqual(['', null]);
  });

  it('may take what is due one after the other', () => {
    const next = (asOf: string, ...settledOn: readonly string[]) => told(planNext({ ...given(settledOn), asOf }));
    expect(next('2026-04-05')).toEqual(['2026-01', '2026-01']);
    expect(next('2026-04-05', '2026-02-05')).toEqual(['2026-02', '2026-01 2026-02']);
    expect(next('2026-02-04')).toEqual(['', null]);
  });

  it('knows the terms’ end by the events of its day', () => {
    const ends = { '2026-02-20-end.yaml': { kind: 'termination', party: 'brand', on: '2026-02-25', cause: 'moving' } };
    // ended on 25 February, February is due five days later, on 2 March
    expect(run('2026-03-02', ['2026-02-05'], ends)).toEqual(['2026-02', '2026-01 2026-02']);
    expect(run('2026-03-02', ['2026-02-05'])).toEqual(['', null]);
    const { ledger, terms, events } = given(['2026-02-05'], ends);
    const [until] = planRun({ terms, events, ledger, asOf: '2026-03-02' }, null).targets;
    expect(until?.inForce?.inForce.to).toBe('2026-02-25');
    expect(planNext({ terms, events, ledger, asOf: '2026-03-02' }).request?.periods.at(-1)?.inForce.to).toBe('2026-02-25');
    expect(told(planNext({ terms, events, ledger, asOf: '2026-02-19' }))).toEqual(['', null]);
  });
});

it('events count from the day in their name, in the order of their names', () => {
  const event = (file: string) => ({ file, date: file.slice(0, 10) }) as never;
  const [a, b, c] = [event('2026-02-01-a.yaml'), event('2026-02-01-b.yaml'), event('2026-02-02-a.yaml')];
  expect(eventsAsOf([c, b, a], '2026-02-01')).toEqual([a, b]);
  expect(eventsAsOf([b, c, a], '2026-02-02')).toEqual([a, b, c]);
});
