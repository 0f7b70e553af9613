import { describe, expect, it } from 'vitest';
import { definitions, linesOf, relationship, settleDays, statementOf } from './relationship.js';

const ROAS = {
  id: 'roas',
  metric: 'roas',
  owner: 'provider',
  better: 'higher',
  weight: '60%',
  threshold: 2.4,
  target: 3.0,
  stretch: 3.6,
  cap: '150%',
};
const GMV = { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '40%', target: 10000 };
const linear = { points: { '0%': '0%', '200%': '200%' }, shape: 'linear' };
const FEES = [
  { id: 'own', kind: 'bonus', by: 'roas', pool: 1000, ...linear },
  { id: 'all', kind: 'bonus', by: 'composite', pool: 1000, ...linear },
  { id: 'malus', kind: 'penalty', amount: 100, by: 'roas', bands: { '80%': '50%' } },
];
const creatives = { id: 'creatives', owes: 'brand', title: 'Creatives', dueDay: 5, ifLate: { kpis: ['roas'], scoreAs: '100%' } };
const report = { id: 'report', owes: 'provider', title: 'Report', dueDay: 5, ifLate: { kpis: ['roas'] } };

function january(duties: readonly object[], revenue: string, spend: string, events: Record<string, object> = {}) {
  const { terms, events: known } = relationship(
    { kpis: [GMV, ROAS], fees: FEES, duties, composite: { rule: 'weighted_mean', minWeightLeft: '30%' } },
    definitions(true),
    events as Record<string, Readonly<Record<string, unknown>>>,
  );
  const ledger = settleDays(terms, known, [{ asOf: '2026-02-05', values: { '2026-01': { revenue, spend } } }]);
  return statementOf(ledger, '2026-01');
}

describe('late duties', () => {
  it('a late brand saves nothing: a bonus by the composite pays what was earned where that is more', () => {
    // roas 3.6 earns 150%, gmv 3600/10000 = 36%: earned composite .4 × 36% + .6 × 150% = 104.4%; without roas it is 36%.
    const statement = january([creatives], '3600', '1000');
    expect(statement.composite).toBe('0.36');
    expect(linesOf(statement)).toEqual(['own 1500.00', 'all 1044.00', 'malus 0.00']);
  });

  it('and costs the provider nothing where the waived KPI would have been worse', () => {
    // roas 2.4 earns 0: own pays as at 100%; gmv 9600/10000 = 96% carries the composite.
    expect(linesOf(january([creatives], '9600', '4000'))).toEqual(['own 1000.00', 'all 960.00', 'malus 0.00']);
  });

  it('a late provider is scored 0 and penalised', () => {
    // composite .4 × 36% = 14.4%
    expect(linesOf(january([report], '3600', '1000'))).toEqual(['own 0.00', 'all 144.00', 'malus -50.00']);
  });

  it('neither gains where both are late on one KPI', () => {
    expect(linesOf(january([creatives, report], '3600', '1000'))).toEqual(['own 1500.00', 'all 1044.00', 'malus 0.00']);
    expect(linesOf(january([creatives, report], '2400', '1000'))).toEqual(['own 0.00', 'all 96.00', 'malus -50.00']);
  });

  it('is done on the later of `on` and the file’s date, unless both agreed', () => {
    const done = { kind: 'duty', party: 'provider', duty: 'report', period: '2026-01', on: '2026-01-04', evidence: ['mail'] };
    expect(linesOf(january([report], '3600', '1000', { '2026-01-05-report.yaml': done }))[0]).toBe('own 1500.00');
    expect(linesOf(january([report], '3600', '1000', { '2026-01-06-report.yaml': done }))[0]).toBe('own 0.00');
    const agreed = { ...done, agreed: true };
    expect(linesOf(january([report], '3600', '1000', { '2026-01-20-report.yaml': agreed }))[0]).toBe('own 1500.00');
  });
});

describe('duties that are late only if claimed', () => {
  const photos = { ...creatives, lateIf: 'claimed' };
  const plan = { ...report, lateIf: 'claimed' };
  const late = (party: 'brand' | 'provider', duty: string) => ({ kind: 'lateness', party, duty, period: '2026-01', evidence: ['mail'] });
  const done = { kind: 'duty', party: 'brand', duty: 'creatives', period: '2026-01', on: '2026-01-05', evidence: ['mail'] };
  const costsOf = ({ duties = [] }: { duties?: readonly { id: string; state: string; costs: string | null }[] }) =>
    duties.map(({ id, state, costs }) => `${id} ${state} ${costs}`);
  // without lateness: roas 2.4 earns 0: own 0; gmv 24% at 40%: composite 9.6%: all 96; under 80% half of 100
  const IN_TIME = ['own 0.00', 'all 96.00', 'malus -50.00'];

  it('cost nothing where nobody claims', () => {
    const statement = january([photos, plan], '2400', '1000');
    expect(linesOf(statement)).toEqual(IN_TIME);
    expect(costsOf(statement)).toEqual(['creatives unclaimed null', 'report unclaimed null']);
  });

  it('cost whoever owes them what the period would have paid otherwise', () => {
    // own pays as at 100%: 1000; the composite is gmv alone, 24%: 240; no penalty: 1000 + 144 + 50 more
    const brand = january([photos], '2400', '1000', { '2026-01-06-a.yaml': late('provider', 'creatives') });
    expect(linesOf(brand)).toEqual(['own 1000.00', 'all 240.00', 'malus 0.00']);
    expect(costsOf(brand)).toEqual(['creatives late 1194.00']);
    // roas 3.6 earns 150%, gmv 36%: 1500, 1044 and no penalty; scored 0 it is 0, 144 and a penalty of 50
    const provider = january([plan], '3600', '1000', { '2026-01-06-a.yaml': late('brand', 'report') });
    expect(linesOf(provider)).toEqual(['own 0.00', 'all 144.00', 'malus -50.00']);
    expect(costsOf(provider)).toEqual(['report late 2450.00']);
  });

  it('are done where a file of their day says so, whoever claims what', () => {
    const claim = { '2026-01-06-a.yaml': late('provider', 'creatives') };
    const inTime = january([photos], '2400', '1000', { ...claim, '2026-01-05-b.yaml': done });
    expect(linesOf(inTime)).toEqual(IN_TIME);
    expect(inTime.duties?.[0]).toMatchObject({ state: 'done', doneOn: '2026-01-05', claim: { file: '2026-01-06-a.yaml' }, costs: null });
    // a file of a later day does not undo a claim, unless both approved it; one that says itself that it was late is no defence
    const after = { ...claim, '2026-01-09-b.yaml': done };
    expect(linesOf(january([photos], '2400', '1000', after))[0]).toBe('own 1000.00');
    expect(linesOf(january([photos], '2400', '1000', { ...claim, '2026-01-09-b.yaml': { ...done, agreed: true } }))).toEqual(IN_TIME);
    expect(linesOf(january([photos], '2400', '1000', { ...claim, '2026-01-20-b.yaml': { ...done, on: '2026-01-20' } }))[0]).toBe(
      'own 1000.00',
    );
  });

  it('are not known to cost something while a line is held', () => {
    const { terms, events } = relationship(
      { kpis: [GMV, ROAS], fees: FEES, duties: [photos], composite: { rule: 'weighted_mean', minWeightLeft: '30%' } },
      definitions(true),
      { '2026-01-06-a.yaml': late('provider', 'creatives') },
    );
    const ledger = settleDays(terms, events, [{ asOf: '2026-02-05', values: { '2026-01': { revenue: null, spend: '1000' } } }]);
    expect(costsOf(statementOf(ledger, '2026-01'))).toEqual(['creatives late null']);
  });
});

describe('a large true-up that waits when its period has left the window', () => {
  const photos = { ...creatives, lateIf: 'claimed', ifLate: { kpis: ['gmv'], scoreAs: '100%' } };
  const late = { kind: 'lateness', party: 'provider', duty: 'creatives', period: '2026-01', evidence: ['mail'] };
  const agreed = {
    ...{ kind: 'duty', party: 'brand', duty: 'creatives', period: '2026-01', on: '2026-01-05' },
    ...{ evidence: ['mail'], agreed: true },
  };
  const waive = (scoreAs: string) => ({
    ...{ kind: 'exclusion', party: 'provider', reason: 'force_majeure', kpis: ['gmv'], evidence: ['mail'] },
    ...{ treatment: 'waive', periods: ['2026-01'], scoreAs },
  });
  // 5,000 of 10,000 are 50%: 500.00 of 1,000. Statements look one month back, and a large true-up waits forty days.
  const settled = (events: Readonly<Record<string, Readonly<Record<string, unknown>>>>, later: string) => {
    const { terms, events: known } = relationship(
      {
        kpis: [{ ...GMV, weight: '100%' }],
        fees: [{ id: 'reward', kind: 'bonus', by: 'gmv', pool: 1000, ...linear }],
        duties: [photos],
        acceptance: { days: 40, silence: 'accepts' },
        calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 1 },
      },
      definitions(false),
      events,
    );
    const values = (revenue: string) => ({ '2026-01': { revenue } });
    const ledger = settleDays(terms, known, [
      { asOf: '2026-02-05', values: values('5000') },
      ...['2026-03-05', '2026-04-05', '2026-05-05', '2026-06-05'].map((asOf) => ({ asOf, values: values(later) })),
    ]);
    return ledger.map(({ statement }) => linesOf(statement).join(', '));
  };
  const claim = { '2026-02-08-late.yaml': late };
  const nothing = 'reward 0.00';
  const waits = 'reward 0.00, true-up/2026-01/reward 0.00 held';

  it('is paid in time where nothing else is agreed', () => {
    // 100% by the claim: 500.00 more, from 2026-04-14 on
    expect(settled(claim, '5000')).toEqual(['reward 500.00', waits, waits, 'reward 0.00, true-up/2026-01/reward 500.00', nothing]);
  });

  it('comes to nothing where both say meanwhile that the duty was done in time, however late that is', () => {
    const both = { ...claim, '2026-03-10-done.yaml': agreed };
    expect(settled(both, '5000')).toEqual(['reward 500.00', waits, nothing, nothing, nothing]);
  });

  it('goes by what both waive meanwhile, on the data that showed the change', () => {
    // 8,000 are 80%: 300.00 more; waived at 50% it is what was settled, at 70% it is 200.00 more
    expect(settled({ '2026-03-11-waive.yaml': waive('50%') }, '8000')).toEqual(['reward 500.00', waits, nothing, nothing, nothing]);
    expect(settled({ '2026-03-11-waive.yaml': waive('70%') }, '8000')).toEqual([
      ...['reward 500.00', waits, waits],
      ...['reward 0.00, true-up/2026-01/reward 200.00', nothing],
    ]);
  });
});
