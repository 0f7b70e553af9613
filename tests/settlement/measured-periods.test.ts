import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { planMeasurement } from '../../src/settlement/measurement.js';
import { targetAfter, timeline } from '../../src/settlement/timeline.js';
import { definitions, relationship, settleDays, type Values } from './relationship.js';

/*
 * What a run measures, by hand: one period of true-up, so that the statement of April measures March and April, whatever lies further back
 * only as long as something hangs on it.
 */
type Json = Readonly<Record<string, unknown>>;
const CALENDAR = { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 1 };
const sales = (accumulate: string) => ({
  ...{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal' },
  accumulate,
});
const KNOWN = { revenue: '1000' };
const DAYS = ['2026-02-05', '2026-03-05', '2026-04-05'];

function planned(clauses: Json, ledgerOf: (values: Values) => Values, words = definitions(false)) {
  const given = relationship({ calendar: CALENDAR, ...clauses }, words);
  const all = ledgerOf({ '2026-01': KNOWN, '2026-02': KNOWN, '2026-03': KNOWN });
  const ledger: LedgerEntry[] = settleDays(
    given.terms,
    given.events,
    DAYS.map((day) => ({ asOf: day, values: all })),
  );
  const line = timeline(given.terms.contract, given.events);
  const target = targetAfter(given.terms.contract, line, '2026-03');
  if (target === null) throw new Error('no target');
  return planMeasurement({ ...given, ledger, asOf: '2026-05-05', timeline: line }, [target]);
}

describe('the periods that a statement measures', () => {
  const periods = (...given: Parameters<typeof planned>) => planned(...given).periods.map(({ period }) => period);
  const without = (month: string) => (values: Values) => ({ ...values, [month]: { revenue: null } });
  const all = (values: Values) => values;

  it('are its own and those of its window', () => {
    expect(periods({ fees: [sales('period')] }, all)).toEqual(['2026-03', '2026-04']);
    expect(periods({ fees: [sales('term')] }, all)).toEqual(['2026-03', '2026-04']);
  });

  it('and those with a line that is held', () => {
    expect(periods({ fees: [sales('period')], holds: { maxPeriods: 9 } }, without('2026-01'))).toEqual(['2026-01', '2026-03', '2026-04']);
    expect(periods({ fees: [sales('period')], holds: { maxPeriods: 9 } }, without('2026-02'))).toEqual(['2026-02', '2026-03', '2026-04']);
  });

  it('and those whose base a total of the term waits for, though their own line is decided', () => {
    const decided = { holds: { maxPeriods: 1 } };
    expect(periods({ fees: [sales('term')], ...decided }, without('2026-01'))).toEqual(['2026-01', '2026-03', '2026-04']);
    expect(periods({ fees: [sales('period')], ...decided }, without('2026-01'))).toEqual(['2026-03', '2026-04']);
    // February is the last month, and is settled for good by April: nothing waits for January any more
    const ended = { ...decided, term: { from: '2026-01-01', to: '2026-02-28' } };
    expect(periods({ fees: [sales('term'), { ...sales('term'), id: 'other' }], ...ended }, without('2026-01'))).toEqual([]);
  });

  it('whatever else is known of them: each fee waits for its own base', () => {
    const base = definitions(true);
    const words = {
      ...base,
      metrics: { ...(base.metrics as Json), cost: { title: 'Cost', formula: 'spend', unit: 'money', type: 'flow' } },
    };
    const buying = { ...sales('term'), id: 'buying', base: 'cost' };
    const all = (unknown: object) => (values: Values) =>
      Object.fromEntries(Object.keys(values).map((id) => [id, { revenue: '1000', spend: '10', ...(id === '2026-01' ? unknown : {}) }]));
    const clauses = { holds: { maxPeriods: 1 }, watch: ['roas'], fees: [buying, sales('term')] };
    for (const unknown of [{ revenue: null }, { spend: null }]) {
      expect(periods(clauses, all(unknown), words)).toEqual(['2026-01', '2026-03', '2026-04']);
    }
    expect(periods(clauses, all({}), words)).toEqual(['2026-03', '2026-04']);
  });

  it('each without the rows that are excluded in it, and in no other', () => {
    const excluded = (file: string, from: string, to: string) => ({
      [file]: { kind: 'exclusion', reason: 'stockout', kpis: ['gmv'], evidence: ['list'], treatment: 'prorate', window: { from, to } },
    });
    const waived = {
      '2026-02-03-w.yaml': {
        ...{ kind: 'exclusion', reason: 'stockout', kpis: ['gmv'], evidence: ['list'], treatment: 'waive' },
        ...{ periods: ['2026-02'], scoreAs: 'none' },
      },
    };
    const { terms, events } = relationship({ calendar: CALENDAR, fees: [sales('period')] }, definitions(false), {
      ...excluded('2026-02-01-a.yaml', '2026-01-30', '2026-02-02'),
      ...excluded('2026-02-02-b.yaml', '2026-02-10', '2026-02-11'),
      ...waived,
    });
    const line = timeline(terms.contract, events);
    const targets = line.periods.slice(0, 3).map((period) => ({ period: period.id, inForce: period, dueOn: period.inForce.to }));
    const request = planMeasurement({ terms, events, ledger: [], asOf: '2026-04-05', timeline: line }, targets);
    expect(request.periods.map(({ period, exclusions }) => [period, ...exclusions.map(({ file }) => file)].join(' '))).toEqual([
      '2026-01 2026-02-01-a.yaml',
      '2026-02 2026-02-01-a.yaml 2026-02-02-b.yaml 2026-02-03-w.yaml',
      '2026-03',
    ]);
  });

  it('and those whose base a held line waits for, in tails too', () => {
    // January is in grace and not known, February held: what it adds to depends on January
    const clauses = { term: { from: '2026-01-01', to: '2026-02-28' }, grace: { periods: 1, waives: ['sales'] }, holds: { maxPeriods: 9 } };
    const both = (values: Values) => ({ ...without('2026-01')(values), '2026-02': { revenue: null } });
    expect(periods({ ...clauses, fees: [sales('term')] }, both)).toEqual(['2026-01', '2026-02']);
    expect(periods({ ...clauses, fees: [sales('period')] }, both)).toEqual(['2026-02']);
    expect(periods({ ...clauses, fees: [sales('term')] }, all)).toEqual([]);
  });

  it('and those that a termination has cut, until they are settled for the days that it left', () => {
    const ends = { '2026-01-05-end.yaml': { kind: 'termination', party: 'brand', on: '2026-02-10', cause: 'moving' } };
    const { terms, events } = relationship({ calendar: CALENDAR, fees: [sales('period')] }, definitions(false), ends);
    const values = { '2026-01': KNOWN, '2026-02': KNOWN, '2026-03': KNOWN };
    // its file came after March was settled
    const three = settleDays(
      terms,
      [],
      DAYS.map((asOf) => ({ asOf, values })),
    );
    const line = timeline(terms.contract, events);
    const measured = (ledger: readonly LedgerEntry[], asOf: string) => {
      const target = targetAfter(terms.contract, line, ledger.at(-1)?.statement.period ?? null);
      if (target === null) throw new Error('no target');
      return planMeasurement({ terms, events, ledger, asOf, timeline: line }, [target]).periods.map(
        ({ period, inForce }) => `${period} to ${inForce.to}`,
      );
    };
    // March lies behind the end: nothing was owed for it
    expect(measured(three, '2026-05-05')).toEqual(['2026-02 to 2026-02-10']);
    const four = settleDays(terms, events, [{ asOf: '2026-05-05', values }], () => '', three);
    expect(four).toHaveLength(4);
    expect(measured(four, '2026-06-05')).toEqual([]);
  });

  it('each under the terms and the days that it is settled on', () => {
    const { contract, asOf, periods: found } = planned({ fees: [sales('period')] }, all);
    expect([contract, asOf]).toEqual(['test-relationship', '2026-05-05']);
    expect(found.map(({ inForce }) => inForce)).toEqual([
      { from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-04-01', to: '2026-04-30' },
    ]);
    expect(found.map(({ earlierRules }) => earlierRules)).toEqual([undefined, undefined]);
  });
});

describe('distinct counts over other days than a period', () => {
  const base = definitions(true);
  const WORDS: Json = {
    ...base,
    measures: { ...(base.measures as Json), buyers: { definition: 'who bought', of: 'sales', countDistinct: 'buyer', when: 'ts' } },
    metrics: {
      ...(base.metrics as Json),
      customers: { title: 'Customers', formula: 'buyers', unit: 'number', type: 'flow' },
      basket: { title: 'Basket', formula: 'revenue / buyers', unit: 'money', type: 'ratio' },
    },
  };
  const launch = { id: 'launch', kind: 'milestone', amount: 100, due: '2026-02-10', metric: 'customers', atLeast: 100 };
  const watch = ['roas', 'basket', 'customers', 'gmv'];
  const first = (clauses: Json, asOf: string, words = WORDS) => {
    const { terms, events } = relationship({ calendar: CALENDAR, watch, ...clauses }, words);
    const line = timeline(terms.contract, events);
    const targets = line.periods.slice(0, 3).map((period) => ({ period: period.id, inForce: period, dueOn: period.inForce.to }));
    return planMeasurement({ terms, events, ledger: [], asOf, timeline: line }, targets).spans.map(
      ({ measure, span: { from, to } }) => `${measure} ${from} ${to}`,
    );
  };

  it('are of a milestone from the first day on, up to its own', () => {
    expect(first({ fees: [launch] }, '2026-05-01')).toEqual(['buyers 2026-01-01 2026-01-31', 'buyers 2026-01-01 2026-02-10']);
    // sums are added up: no count is needed
    expect(first({ fees: [{ ...launch, metric: 'gmv' }] }, '2026-05-01')).toEqual([]);
    expect(first({ fees: [sales('period')] }, '2026-05-01')).toEqual([]);
  });

  it('and of a reconciliation that holds it, in the month of that day', () => {
    const rule = (onBreach: string, right = 'spend') => ({
      ...WORDS,
      reconcile: [{ id: 'both', left: 'buyers', right, tolerance: '5%', onBreach }],
    });
    const [january, day] = ['buyers 2026-01-01 2026-01-31', 'buyers 2026-01-01 2026-02-10'];
    expect(first({ fees: [launch] }, '2026-05-01', rule('hold'))).toEqual([january, day, 'buyers 2026-02-01 2026-02-10']);
    expect(first({ fees: [launch] }, '2026-05-01', rule('flag'))).toEqual([january, day]);
    const other = { ...WORDS, reconcile: [{ id: 'both', left: 'revenue', right: 'spend', tolerance: '5%', onBreach: 'hold' }] };
    expect(first({ fees: [launch] }, '2026-05-01', other)).toEqual([january, day]);
  });

  it('and of a month that runs, up to the two days before, for what is shown of it', () => {
    const kpis = [{ id: 'customers', metric: 'customers', owner: 'provider', better: 'higher', weight: '100%', target: 100 }];
    const shown = (asOf: string, clauses: Json = { kpis }) =>
      first({ fees: [sales('period')], watch: ['roas', 'basket', 'gmv'], ...clauses }, asOf);
    // February and March have not begun: their days lie before them
    expect(shown('2026-01-20')).toEqual(['buyers 2026-01-01 2026-01-19', 'buyers 2026-01-01 2026-01-18']);
    expect(shown('2026-01-02')).toEqual(['buyers 2026-01-01 2026-01-01']);
    expect(shown('2026-01-01')).toEqual([]);
    expect(shown('2026-03-31')).toEqual(['buyers 2026-03-01 2026-03-30', 'buyers 2026-03-01 2026-03-29']);
    expect(shown('2026-04-01')).toEqual([]);
    const gates = [{ id: 'g', metric: 'customers', atLeast: 1, blocks: ['sales'] }];
    expect(shown('2026-01-02', { gates, watch: ['roas', 'basket', 'gmv'] })).toEqual(['buyers 2026-01-01 2026-01-01']);
    expect(shown('2026-01-02', { watch })).toEqual(['buyers 2026-01-01 2026-01-01']);
  });
});
