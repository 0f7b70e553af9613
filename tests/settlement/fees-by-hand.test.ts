import { describe, expect, it } from 'vitest';
import { type Cause, known, reason, undefinedBy, type Value } from '../../src/attainment/value.js';
import type { Cap } from '../../src/contract/fee-kinds/cap.js';
import type { Milestone } from '../../src/contract/fee-kinds/milestone.js';
import type { Contract } from '../../src/contract/model.js';
import { money } from '../../src/kernel/money.js';
import { shareInForce, termPeriods } from '../../src/kernel/period.js';
import { rational, toDecimal } from '../../src/kernel/rational.js';
import type { FeeContext } from '../../src/settlement/fee-context.js';
import { payBy } from '../../src/settlement/fee-context.js';
import { capLine } from '../../src/settlement/fees/cap.js';
import { awaitsBases } from '../../src/settlement/fees/commission.js';
import type { Awaiting } from '../../src/settlement/fees/computation.js';
import { milestoneLine } from '../../src/settlement/fees/milestone.js';
import { wagerLine } from '../../src/settlement/fees/wager.js';
import { type Gating, gatingOf, inGrace } from '../../src/settlement/gating.js';
import { type LedgerEntry, laterEvidence, settledEvidence, spansOf } from '../../src/settlement/ledger-entry.js';
import { statementChange } from '../../src/settlement/proposed-again.js';
import { TraceNotes } from '../../src/settlement/raw-line.js';

const at = <T>(value: T) => [{ from: '2026-01', value }];
const periods = termPeriods({ from: '2026-01-01', to: '2026-06-30' }, 'month');
const periodOf = (id: string) => {
  const found = periods.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const stale: Cause = { reason: reason('stale', { fact: 'sales', freshAt: '-' }), party: 'brand' };
const nulls: Cause = { reason: reason('nulls', { measure: 'm', rows: '1' }), party: 'provider' };
const text = (raw: ReturnType<typeof milestoneLine.compute>) => {
  const { reason: why, formula } = raw.told();
  const said = why === null ? '-' : [why.code, ...Object.values(why.with)].join(' ');
  return raw.value === null
    ? `held ${raw.causes.map(({ reason: { code } }) => code).join(' ')}`
    : `${toDecimal(raw.value)} ${said} (${formula})`;
};

describe('a milestone of 400, due on 31 March, for sales of 1,000 to date', () => {
  const launch = {
    id: 'launch',
    kind: 'milestone',
    amount: at('400'),
    due: '2026-03-31',
    reach: { metric: 'gmv', atLeast: at('1000') },
  } as unknown as Milestone;
  const context = (period: string, acceptedOn: string | null, sales: Readonly<Record<string, string | null>>, more: object = {}) =>
    ({
      terms: { contract: { term: { from: '2026-01-01' }, calendar: { every: 'month' } } },
      period: periodOf(period),
      timeline: { periods },
      acceptedOn: () => acceptedOn,
      cross: { milestones: new Map(), pendingMilestones: new Map() },
      decideAgainst: null,
      metricToDate: (_: string, __: string, upTo: string): Value => {
        const value = sales[upTo];
        return value == null ? undefinedBy([stale]) : known(rational(value));
      },
      ...more,
    }) as unknown as FeeContext;
  const paid = (given: FeeContext, gating: Gating = { state: 'open' }, fee = launch) =>
    text(milestoneLine.compute(fee, given, new TraceNotes(), gating));
  const enough = { '2026-01-31': '500', '2026-02-28': '1000', '2026-03-31': '1200' };

  it('is paid in the period that holds the later of reaching it and the acceptance', () => {
    expect(paid(context('2026-02', '2026-01-15', enough))).toBe('400 milestone 2026-01-15 (400)');
    expect(paid(context('2026-01', '2026-01-15', enough))).toBe('0 milestone-not-reached (0)');
    expect(paid(context('2026-02', '2026-03-01', enough))).toBe('0 milestone-accepted-later 2026-03-01 2026-03 (0)');
    expect(paid(context('2026-02', '2026-02-28', enough))).toBe('400 milestone 2026-02-28 (400)');
    expect(paid(context('2026-02', null, enough))).toBe('0 milestone-not-accepted (0)');
    expect(paid(context('2026-03', '2026-01-15', { ...enough, '2026-03-31': '900' }))).toBe('400 milestone 2026-01-15 (400)');
  });

  it('is paid once, and too late after its day', () => {
    const taken = (by: string) => ({ cross: { milestones: new Map([['launch', by]]), pendingMilestones: new Map() } });
    expect(paid(context('2026-03', '2026-01-15', enough, taken('2026-02')))).toBe('0 milestone-paid 2026-02 (0)');
    expect(paid(context('2026-02', null, {}, taken('2026-02')))).toBe('400 milestone-final (400)');
    expect(paid(context('2026-04', '2026-01-15', enough))).toBe('0 milestone-too-late 2026-03-31 (0)');
    expect(paid(context('2026-04', '2026-04-02', enough))).toBe('400 milestone 2026-04-02 (400)');
    expect(paid(context('2026-05', '2026-04-02', enough))).toBe('0 milestone-too-late 2026-03-31 (0)');
    expect(paid(context('2026-02', '2026-01-15', enough), { state: 'open' }, { ...launch, amount: at('0') } as unknown as Milestone)).toBe(
      '0 nothing-agreed (0)',
    );
  });

  it('is put off by a gate, and held by one that is not known', () => {
    expect(paid(context('2026-02', '2026-01-15', enough), { state: 'zero', why: reason('grace', { period: '2026-02' }) })).toBe(
      '0 grace 2026-02 (0)',
    );
    expect(paid(context('2026-02', '2026-01-15', enough), { state: 'held', causes: [nulls] })).toBe('held nulls');
  });

  it('is held while its metric is not known, unless it had been reached, or a hold is decided', () => {
    const unknown = { '2026-01-31': '500', '2026-02-28': null };
    expect(paid(context('2026-02', '2026-01-15', unknown))).toBe('held stale');
    expect(paid(context('2026-02', '2026-01-15', unknown), { state: 'held', causes: [nulls] })).toBe('held stale nulls');
    expect(paid(context('2026-02', '2026-01-15', { '2026-01-31': '1000', '2026-02-28': null }))).toMatch(/^400/);
    expect(paid(context('2026-02', '2026-01-15', unknown, { decideAgainst: 'brand' }))).toMatch(/^400/);
    expect(paid(context('2026-02', '2026-01-15', unknown, { decideAgainst: 'provider' }))).toBe('0 milestone-not-reached (0)');
    const pending = { cross: { milestones: new Map(), pendingMilestones: new Map([['launch', [nulls]]]) } };
    expect(paid(context('2026-02', '2026-01-15', enough, pending))).toBe('held nulls');
    expect(paid(context('2026-02', '2026-01-15', enough, { ...pending, decideAgainst: 'brand' }))).toMatch(/^400/);
  });

  it('without a metric is paid when it is accepted', () => {
    expect(paid(context('2026-01', '2026-01-15', {}), { state: 'open' }, { ...launch, reach: null } as Milestone)).toMatch(/^400/);
  });

  it('counts to its day, not to the end of the period', () => {
    const early = { ...launch, due: '2026-02-10' } as Milestone;
    expect(paid(context('2026-02', '2026-01-15', { '2026-01-31': '500', '2026-02-10': '1000' }), { state: 'open' }, early)).toMatch(/^400/);
    expect(
      milestoneLine.span(
        early,
        { contract: { term: { from: '2026-01-01' } } } as never,
        { from: '2026-02-01', to: '2026-02-28' },
        '2026-06-30',
      ),
    ).toEqual({ metric: 'gmv', from: '2026-01-01', to: '2026-02-10' });
    const first = { ...launch, due: '2026-02-01' } as Milestone;
    expect(paid(context('2026-02', '2026-01-15', { '2026-01-31': '500', '2026-02-01': '1000' }), { state: 'open' }, first)).toMatch(/^400/);
    const february = { from: '2026-02-01', to: '2026-02-28' };
    expect(milestoneLine.span(first, { contract: { term: { from: '2026-01-01' } } } as never, february, '2026-06-30')?.to).toBe(
      '2026-02-01',
    );
    expect(
      milestoneLine.span(
        early,
        { contract: { term: { from: '2026-01-01' } } } as never,
        { from: '2026-03-01', to: '2026-03-31' },
        '2026-06-30',
      ),
    ).toBeNull();
  });

  const awaiting = (more: Partial<Awaiting> = {}, input: object = {}): Awaiting => ({
    input: { events: [], asOf: '2026-03-31', timeline: { periods, end: '2026-06-30', termination: null }, ...input } as never,
    period: periodOf('2026-02'),
    lines: [],
    isSettled: () => true,
    isUnknown: (metric) => metric === 'gmv',
    ...more,
  });

  it('is awaited while it may still be paid on what is not known', () => {
    const awaits = (more: Partial<Awaiting> = {}, input = {}, fee = launch) => milestoneLine.awaits(fee, awaiting(more, input));
    expect(awaits()).toBe(true);
    expect(awaits({}, { asOf: '2026-04-01' })).toBe(false);
    expect(awaits({ isSettled: (id) => id !== '2026-06' }, { asOf: '2026-04-01' })).toBe(true);
    const asked = (milestone: string) => ({ asOf: '2026-04-01', events: [{ kind: 'review' }, { kind: 'acceptance_request', milestone }] });
    expect([awaits({}, asked('launch')), awaits({}, asked('other'))]).toEqual([true, false]);
    expect(awaits({ isUnknown: () => false })).toBe(false);
    expect(awaits({}, {}, { ...launch, reach: null } as Milestone)).toBe(false);
    expect(awaits({ period: periodOf('2026-04') })).toBe(false);
    expect(awaits({ period: periodOf('2026-04') }, {}, { ...launch, due: '2026-04-01' })).toBe(true);
    expect(awaits({ lines: [{ life: { state: 'settled', amount: '400.00', byRule: false } }] as never })).toBe(false);
    expect(awaits({ lines: [{ life: { state: 'settled', amount: '0.00', byRule: true } }] as never })).toBe(true);
  });

  it('as are the bases of a total over the term, and the end of a wager', () => {
    const tiered = { accumulate: 'term', base: 'gmv' } as never;
    const open = (id: string) => ({ isSettled: (each: string) => each !== id });
    expect([
      awaitsBases(tiered, awaiting(open('2026-03'))),
      awaitsBases(tiered, awaiting(open('2026-02'))),
      awaitsBases(tiered, awaiting(open('2026-01'))),
      awaitsBases(tiered, awaiting()),
    ]).toEqual([true, false, false, false]);
    expect(awaitsBases({ accumulate: 'period', base: 'gmv' } as never, awaiting(open('2026-03')))).toBe(false);
    expect(awaitsBases(tiered, awaiting({ ...open('2026-03'), isUnknown: () => false }))).toBe(false);
    expect(awaitsBases(tiered, awaiting({ ...open('2026-03'), lines: [{ period: '2026-02', base: '5' }] as never }))).toBe(false);
    expect(
      awaitsBases(tiered, awaiting({ ...open('2026-03'), lines: [{ period: '2026-02' }, { period: '2026-01', base: '5' }] as never })),
    ).toBe(true);
    const wager = (over: string) => ({ over, metric: 'gmv' }) as never;
    expect([
      wagerLine.awaits(wager('term'), awaiting(open('2026-06'))),
      wagerLine.awaits(wager('term'), awaiting(open('2026-03'))),
    ]).toEqual([true, false]);
    expect([
      wagerLine.awaits(wager('quarter'), awaiting(open('2026-03'))),
      wagerLine.awaits(wager('quarter'), awaiting(open('2026-06'))),
    ]).toEqual([true, false]);
    expect(wagerLine.awaits(wager('term'), awaiting({ ...open('2026-06'), isUnknown: () => false }))).toBe(false);
  });
});

it('a cap cuts what exceeds it, and says whether it does', () => {
  const most = { id: 'most', kind: 'cap', period: at('100'), term: null, prorate: true } as unknown as Cap;
  const told = (earned: string, fee = most, capped = '0') => {
    const context = {
      period: periodOf('2026-02'),
      cross: { capped: rational(capped) },
      steps: new Map([['base', { kind: 'retainer', basis: money(earned, 'USD') }]]),
    } as unknown as FeeContext;
    const raw = capLine.compute(fee, context, new TraceNotes(), { state: 'open' });
    const { branches } = raw.told();
    return `${toDecimal(raw.value ?? rational(0))} ${branches.map(({ rule, taken, with: given }) => `${taken ? '+' : '-'}${rule} ${given.room}`).join()}`;
  };
  expect([told('99.00'), told('100.00'), told('100.01'), told('-5.00')]).toEqual([
    '0 -cap-cuts 100',
    '0 -cap-cuts 100',
    '-0.01 +cap-cuts 100',
    '0 -cap-cuts 100',
  ]);
  // of 300 over the term 230 were paid before: 70 are left; 310 leave nothing, and take nothing back
  const both = { ...most, term: at('300') } as unknown as Cap;
  expect([told('99.00', both, '230'), told('99.00', both, '310')]).toEqual(['-29 +cap-cuts 70', '-99 +cap-cuts 0']);
});

describe('what stands before a fee', () => {
  const grace = (from: string, count: number, ...waives: readonly string[]) => ({
    terms: { contract: { grace: { from, periods: count, waives }, calendar: { every: 'month' } } as unknown as Contract },
    period: periodOf('2026-02'),
  });

  it('is grace, from a period on for so many', () => {
    const of = (...given: Parameters<typeof grace>) => inGrace(grace(...given) as never, 'penalty');
    expect([
      of('2026-02', 1, 'penalty'),
      of('2026-01', 1, 'penalty'),
      of('2026-01', 2, 'penalty'),
      of('2026-03', 2, 'penalty'),
      of('2026-02', 1, 'other'),
    ]).toEqual([true, false, true, false, false]);
    expect(inGrace({ terms: { contract: { grace: null } }, period: periodOf('2026-02') } as never, 'penalty')).toBe(false);
  });

  const gate = (state: 'passed' | 'failed' | 'held', blocks = ['bonus'], cause = stale) => ({
    gate: { id: 'g', metric: 'roas', limit: 'atLeast', blocks },
    actual: state === 'held' ? undefinedBy([cause]) : known(rational('2')),
    limit: rational('3'),
    state,
  });
  const gating = (gates: readonly ReturnType<typeof gate>[], more: object = {}) => {
    const found = gatingOf(
      {
        terms: { contract: { grace: null } },
        period: periodOf('2026-02'),
        attainment: { gates },
        decideAgainst: null,
        unknownGates: null,
        ...more,
      } as never,
      'bonus',
      new TraceNotes(),
    );
    if (found.state === 'held') return `held ${found.causes.map(({ reason: { code } }) => code).join(' ')}`;
    if (found.state === 'open') return 'open';
    const why = typeof found.why === 'function' ? found.why() : found.why;
    return `zero ${why.code} ${Object.values(why.with).join(' ')}`;
  };

  it('is a gate that blocks it: failed beats unknown', () => {
    expect([gating([]), gating([gate('passed')]), gating([gate('failed', ['other'])]), gating([gate('held', ['other'])])]).toEqual([
      'open',
      'open',
      'open',
      'open',
    ]);
    expect(gating([gate('failed')])).toBe('zero gate-failed g roas 2 3 ≥');
    expect(gating([gate('held')])).toBe('held stale');
    expect(gating([gate('held'), gate('held', ['bonus'], nulls)])).toBe('held stale nulls');
    expect(gating([gate('held'), gate('failed')])).toBe('zero gate-failed g roas 2 3 ≥');
  });

  it('is decided with a hold: as passed against the brand, as failed against the provider', () => {
    expect(gating([gate('held')], { decideAgainst: 'brand' })).toBe('open');
    expect(gating([gate('held')], { decideAgainst: 'provider' })).toBe('zero gate-failed g roas ? 3 ≥');
    expect(gating([gate('held')], { decideAgainst: 'provider', unknownGates: 'passed' })).toBe('open');
    expect(gating([gate('failed')], { unknownGates: 'passed' })).toMatch(/^zero/);
  });
});

describe('what a KPI pays as', () => {
  const held = (atLeast: string) => ({ kind: 'held', causes: [stale], atLeast: rational(atLeast) });
  const pays = (pay: object, more: object) => {
    const context = {
      attainment: { kpis: [{ kpi: { id: 'k' }, pay, penalty: { kind: 'score', score: rational('0.25'), byRule: null } }] },
      decideAgainst: null,
      certainAlone: false,
      ...more,
    };
    const found = payBy(context as never, 'k', 'pay');
    return found.kind === 'score' ? toDecimal(found.score) : `${found.kind}`;
  };

  it('is decided for the other party with a hold, but no less than is certain', () => {
    expect([pays(held('0'), {}), pays(held('0.8'), {})]).toEqual(['held', 'held']);
    expect([
      pays(held('0.8'), { decideAgainst: 'brand' }),
      pays(held('0.8'), { decideAgainst: 'provider' }),
      pays(held('0'), { decideAgainst: 'provider' }),
    ]).toEqual(['1', '0.8', '0']);
    expect([pays(held('0.8'), { certainAlone: true }), pays(held('0'), { certainAlone: true })]).toEqual(['0.8', 'held']);
    expect(pays({ kind: 'score', score: rational('0.5'), byRule: null }, { decideAgainst: 'brand', certainAlone: true })).toBe('0.5');
  });

  it('is of the side that is asked for, of a KPI that there is', () => {
    const context = {
      attainment: {
        kpis: [{ kpi: { id: 'k' }, pay: held('0'), penalty: { kind: 'score', score: rational('0.25'), byRule: null } }],
        composite: { pay: held('0'), penalty: { kind: 'nothing', byRule: stale.reason } },
      },
      decideAgainst: null,
      certainAlone: false,
    };
    expect([
      payBy(context as never, 'k', 'penalty').kind,
      payBy(context as never, 'composite', 'penalty').kind,
      payBy(context as never, 'composite', 'pay').kind,
    ]).toEqual(['score', 'nothing', 'held']);
    expect(() => payBy(context as never, 'none', 'pay')).toThrow('unchecked terms: no KPI none');
    expect(toDecimal(shareInForce({ ...periodOf('2026-02'), daysInForce: 7 }))).toBe('0.25');
  });
});

describe('evidence of a ledger', () => {
  /* Two periods of true-up: January is in the window of January to March. */
  const terms = { contract: { calendar: { every: 'month', trueUpPeriods: 2 } } };
  const measured = (period: string, to = '2026-01-31') => ({ period: '2026-01', inForce: { from: '2026-01-01', to }, by: period });
  const entry = (period: string, own: readonly object[], spans: readonly string[] = []) =>
    ({ terms, statement: { period }, evidence: { periods: own, spans: spans.map((measure) => ({ measure })) } }) as unknown as LedgerEntry;
  const ledger = [
    entry('2026-01', [measured('a')], ['s1']),
    entry('2026-02', [measured('b')], ['s2']),
    entry('2026-06', [measured('c')], ['s6']),
  ];

  it('is what a period was last settled on: in its window, or for fewer days; what came later is for single lines', () => {
    const by = (all: readonly LedgerEntry[]) => [
      (settledEvidence(all, '2026-01')?.evidence as never as { by: string } | undefined)?.by,
      laterEvidence(all, '2026-01')
        .map((each) => (each as never as { by: string }).by)
        .join(''),
    ];
    expect(by([])).toEqual([undefined, '']);
    expect(by(ledger.slice(0, 1))).toEqual(['a', '']);
    expect(by(ledger)).toEqual(['b', 'c']);
    // the first that there is, whenever it was measured
    expect(by(ledger.slice(2))).toEqual(['c', '']);
    expect(by([...ledger, entry('2026-07', [measured('d', '2026-01-20')])])).toEqual(['d', '']);
    expect(by([...ledger, entry('2026-07', [measured('d')])])).toEqual(['b', 'cd']);
  });

  it('has spans of the statement that a line stands on, then older ones, the newest first, and later ones last', () => {
    const spans = (standsOn: string, now = 'n') =>
      spansOf(ledger, { spans: [{ measure: now }] } as never, standsOn)
        .map(({ measure }) => measure)
        .join(' ');
    expect(spans('2026-07')).toBe('n s6 s2 s1');
    expect(spans('2026-02')).toBe('s2 s1 s6 n');
    expect(spans('2026-06')).toBe('s6 s2 s1 n');
  });
});

it('two runs of a statement differ by lines, events and sums', () => {
  const run = (number: number, lines: Readonly<Record<string, readonly [string, string]>>, events: readonly string[], total: string) =>
    ({
      run: number,
      events: events.map((file) => ({ file })),
      total,
      balance: total,
      lines: Object.entries(lines).map(([id, [amount, state]]) => ({ id, amount, state })),
    }) as never;
  const change = statementChange(
    run(
      1,
      { same: ['1.00', 'payable'], amount: ['2.00', 'payable'], state: ['0.00', 'payable'], gone: ['4.00', 'payable'] },
      ['a'],
      '7.00',
    ),
    run(
      2,
      { same: ['1.00', 'payable'], amount: ['3.00', 'payable'], state: ['0.00', 'held'], come: ['5.00', 'payable'] },
      ['a', 'b'],
      '9.00',
    ),
  );
  expect(
    change.lines.map(
      ({ line, before, after }) =>
        `${line} ${before?.amount ?? '-'} ${before?.state ?? '-'} → ${after?.amount ?? '-'} ${after?.state ?? '-'}`,
    ),
  ).toEqual(['amount 2.00 payable → 3.00 payable', 'state 0.00 payable → 0.00 held', 'gone 4.00 payable → - -', 'come - - → 5.00 payable']);
  expect([change.run, change.events, change.total, change.balance]).toEqual([
    2,
    ['b'],
    { before: '7.00', after: '9.00' },
    { before: '7.00', after: '9.00' },
  ]);
});
