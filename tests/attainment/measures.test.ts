import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/attainment/meaning.js';
import {
  dailyValues,
  dayTotals,
  evaluate,
  expressionOf,
  measureIn,
  measuresOf,
  measureValue,
  type Vocabulary,
} from '../../src/attainment/measures.js';
import { evaluateMetric } from '../../src/attainment/metrics.js';
import { reconcile, sidesOf } from '../../src/attainment/reconcile.js';
import { coverageOf, runningValue } from '../../src/attainment/running.js';
import { countedIn, metricToDate, partOn } from '../../src/attainment/to-date.js';
import { unknownMeasures } from '../../src/attainment/unknown.js';
import { known, undefinedBy, type Value } from '../../src/attainment/value.js';
import type { Definitions, Expression, Terms } from '../../src/contract/model.js';
import type { EvidenceMeasure, EvidencePeriod } from '../../src/evidence/model.js';
import { rational, toExact } from '../../src/kernel/rational.js';
import { definitions, relationship } from '../settlement/relationship.js';

/*
 * A shop (the brand's data) with revenue, refunds and buyers, ads (the provider's) with spend, rates by the brand. January in Berlin, which
 * is an hour ahead of UTC.
 */
const of = (measure: string): Expression => ({ measure });
const word = (id: string, fact: string, more = {}) => [
  id,
  { id, of: fact, aggregate: { sum: 'x' }, when: { column: 'ts', zone: null }, currency: null, nulls: 'undefined', ...more },
];
const WORDS = {
  contract: { currency: 'EUR', calendar: { timezone: 'Europe/Berlin' } },
  facts: new Map(
    Object.entries({ sales: 'brand', ads: 'provider', fx: 'brand', log: 'brand' }).map(([id, custodian]) => [id, { id, custodian }]),
  ),
  measures: new Map([
    word('revenue', 'sales', { currency: 'ccy' }),
    word('refunds', 'sales', { nulls: 'zero', when: { column: 'ts', zone: 'UTC' } }),
    word('buyers', 'sales', { aggregate: { countDistinct: 'buyer' } }),
    word('spend', 'ads'),
    word('visits', 'log'),
  ] as never),
  metrics: new Map(
    Object.entries({
      gmv: { op: '-', left: of('revenue'), right: of('refunds') },
      roas: { op: '/', left: { metric: 'gmv' }, right: of('spend') },
      loss: { negate: { metric: 'gmv' } },
      twice: { op: '*', left: { number: '2' }, right: { op: '+', left: { metric: 'gmv' }, right: { metric: 'gmv' } } },
      buyers_only: of('buyers'),
    }).map(([id, formula]) => [id, { id, formula }]),
  ),
  fx: { fact: 'fx', inverted: false },
} as unknown as Vocabulary;
const inverted = { ...WORDS, fx: { fact: 'fx', inverted: true } } as unknown as Vocabulary;

const scan = (column = 'ts', more = {}) => ({ column, rows: 1, nullWhen: 0, duplicateKeys: 0, repeatedKeys: [], ...more });
const fact = (id: string, more = {}) => ({ id, freshAt: '2026-02-01T00:00:00Z', complete: true, scans: [scan()], ...more });
const entry = (id: string, days: readonly (readonly [string, string, string?])[], more = {}): EvidenceMeasure => ({
  ...{ id, rows: days.length, nulls: 0 },
  days: days.map(([day, value, currency]) => ({ day, rows: 1, value, ...(currency === undefined ? {} : { currency }) })),
  ...more,
});
const evidence = (more: Partial<EvidencePeriod> = {}): EvidencePeriod => ({
  ...{ period: '2026-01', inForce: { from: '2026-01-01', to: '2026-01-31' }, terms: 't', exclusions: [], variants: [], rates: [] },
  calendar: { tzdb: 'x', zones: [{ zone: 'Europe/Berlin', offsets: [{ offset: '+01:00' }] }] },
  facts: [fact('sales'), fact('ads')],
  measures: [
    entry('revenue', [
      ['2026-01-02', '100'],
      ['2026-01-05', '50'],
    ]),
    entry('refunds', [['2026-01-05', '30']]),
    entry('spend', [['2026-01-03', '40']]),
  ],
  ...more,
});

/** A value, or why there is none and whose fault that is. */
const shown = (value: Value) =>
  value.known
    ? toExact(value.value)
    : value.causes.map(({ reason, party }) => [reason.code, ...Object.values(reason.with), party ?? 'nobody'].join(' ')).join('; ') +
      (value.byDivision ? ' (division)' : '');
const measured = (id: string, more: Partial<EvidencePeriod> = {}, words = WORDS) => shown(measureIn(words, evidence(more), id));
const upTo = (id: string, day: string, more: Partial<EvidencePeriod> = {}) => {
  const period = evidence(more);
  return shown(
    measureValue(
      WORDS,
      period,
      id,
      period.measures.find((each) => each.id === id),
      day,
    ),
  );
};

describe('a measure of a period', () => {
  it('is the sum of its days', () => {
    expect(measured('revenue')).toBe('150');
    expect(measured('revenue', { measures: [entry('revenue', [])] })).toBe('0');
    expect(measured('buyers', { measures: [entry('buyers', [], { distinct: 7 })] })).toBe('7');
  });

  it('is not known where its fact is not complete', () => {
    expect(measured('revenue', { facts: [fact('sales', { complete: false })] })).toBe('stale sales 2026-02-01T00:00:00Z brand');
    expect(measured('spend', { facts: [fact('ads', { complete: false, freshAt: undefined })] })).toBe('stale ads - provider');
    expect(measured('revenue', { facts: [fact('ads', { complete: false }), fact('sales')] })).toBe('150');
  });

  it('is not known where it was not measured', () => {
    expect(measured('visits')).toBe('not-measured visits nobody');
    // nor is it known on rows of a fact that nobody has looked at
    expect(measured('visits', { measures: [entry('visits', [['2026-01-02', '5']])] })).toBe('not-measured visits nobody');
    expect(measured('revenue', { measures: [] })).toBe('not-measured revenue nobody');
    expect(measured('revenue', { measures: [], facts: [fact('sales', { complete: false })] })).toBe(
      'stale sales 2026-02-01T00:00:00Z brand',
    );
    expect(() => measureIn(WORDS, evidence(), 'none')).toThrow('unchecked terms: no none');
  });

  it('is not known where keys repeat under its own time', () => {
    const sales = (scans: unknown) => ({ facts: [fact('sales', { scans })] });
    expect(measured('revenue', sales([scan('ts', { duplicateKeys: 2 })]))).toBe('duplicates sales 2 brand');
    expect(measured('revenue', sales([scan('other', { duplicateKeys: 2 }), scan('ts', { zone: 'UTC', duplicateKeys: 2 })]))).toBe('150');
    expect(measured('refunds', sales([scan('ts', { duplicateKeys: 2 }), scan('ts', { zone: 'UTC', duplicateKeys: 3 })]))).toBe(
      'duplicates sales 3 brand',
    );
    const repeatedKeys = [
      { period: '2025-12', keys: 4, days: [] },
      { period: '2025-11', keys: 0, days: [] },
    ];
    expect(measured('revenue', sales([scan('ts', { repeatedKeys })]))).toBe('repeated-keys sales 4 2025-12 brand');
    expect(measured('revenue', sales([scan('ts', { duplicateKeys: 1, repeatedKeys })]))).toBe(
      'duplicates sales 1 brand; repeated-keys sales 4 2025-12 brand',
    );
  });

  it('is not known where a value is NULL, unless that counts as 0', () => {
    const measures = [entry('revenue', [['2026-01-02', '100']], { nulls: 2 }), entry('refunds', [['2026-01-05', '30']], { nulls: 2 })];
    expect(measured('revenue', { measures })).toBe('nulls revenue 2 brand');
    expect(measured('refunds', { measures })).toBe('30');
  });
});

describe('amounts of other currencies', () => {
  const inDollars = [
    entry('revenue', [
      ['2026-01-02', '100', 'USD'],
      ['2026-01-02', '10', 'EUR'],
      ['2026-01-05', '0', 'JPY'],
      ['2026-01-06', '8', 'USD'],
    ]),
  ];
  const rates = [
    { currency: 'USD', day: '2026-01-02', rate: '0.8' },
    { currency: 'USD', day: '2026-01-06', rate: '0.5' },
  ];

  it('are converted by the rate of their day', () => {
    // 80 + 10 + 0 + 4; the other way round 125 + 10 + 0 + 16
    expect(measured('revenue', { measures: inDollars, rates })).toBe('94');
    expect(measured('revenue', { measures: inDollars, rates }, inverted)).toBe('151');
  });

  it('are not known without one, by the fault of who has the rates; of nothing no rate is needed', () => {
    const [first] = rates;
    const lacking = (problem?: string) =>
      measured('revenue', { measures: inDollars, rates: [first, { currency: 'USD', day: '2026-01-06', problem }] as never });
    expect(lacking()).toBe('no-rate USD 2026-01-06 brand');
    expect(lacking('duplicate')).toBe('rate-duplicate USD 2026-01-06 brand');
    expect(lacking('not_positive')).toBe('rate-not-positive USD 2026-01-06 brand');
    expect(measured('revenue', { measures: inDollars, rates: rates.slice(0, 1) })).toBe('no-rate USD 2026-01-06 brand');
  });

  it('are not known where no rates are agreed on, by the fault of who keeps the rows', () => {
    const without = { ...WORDS, fx: null } as Vocabulary;
    expect(measured('revenue', { measures: inDollars, rates: [] }, without)).toBe(
      'no-fx revenue USD 2026-01-02 brand; no-fx revenue USD 2026-01-06 brand',
    );
    const spent = [entry('spend', [['2026-01-03', '40', 'USD']])];
    expect(measured('spend', { measures: spent, rates: [] }, without)).toBe('no-fx spend USD 2026-01-03 provider');
  });

  it('are told day by day, of one day together', () => {
    const period = evidence({ measures: inDollars, rates });
    const [revenue] = period.measures;
    if (revenue === undefined) throw new Error('none');
    expect(dailyValues(revenue, WORDS, period).map(({ day, value }) => `${day} ${toExact(value)}`)).toEqual([
      '2026-01-02 90',
      '2026-01-05 0',
      '2026-01-06 4',
    ]);
    const without = evidence({ measures: inDollars, rates: [] });
    expect(dailyValues(revenue, WORDS, without).map(({ day, value }) => `${day} ${toExact(value)}`)).toEqual([
      '2026-01-02 10',
      '2026-01-05 0',
    ]);
    expect(dayTotals(revenue, WORDS, without).map((each) => ('cause' in each ? each.cause.reason.code : toExact(each.value)))).toEqual([
      'no-rate',
      '10',
      '0',
      'no-rate',
    ]);
    expect(dayTotals(entry('buyers', [], { days: [{ day: '2026-01-01', rows: 3 }] }), WORDS, without)).toEqual([]);
  });
});

describe('a measure up to a day', () => {
  it('is the sum of the days until then', () => {
    expect([
      upTo('revenue', '2026-01-01'),
      upTo('revenue', '2026-01-02'),
      upTo('revenue', '2026-01-04'),
      upTo('revenue', '2026-01-05'),
    ]).toEqual(['0', '100', '100', '150']);
  });

  it('asks for data until then: to the end of the day, by the contract’s clock', () => {
    const until = (freshAt: string | undefined) => upTo('revenue', '2026-01-02', { facts: [fact('sales', { complete: false, freshAt })] });
    expect(until('2026-01-02T23:00:00Z')).toBe('100');
    expect(until('2026-01-02T22:59:59Z')).toBe('stale sales 2026-01-02T22:59:59Z brand');
    expect(until(undefined)).toBe('stale sales - brand');
  });

  it('asks for keys and values until then', () => {
    const days = [
      { day: '2026-01-03', keys: 2 },
      { day: '2026-01-04', keys: 1 },
    ];
    const repeating = (more: unknown) => ({ facts: [fact('sales', { scans: [scan('ts', more as object)] })] });
    const duplicates = repeating({ duplicateKeys: 3, duplicateDays: days });
    expect([
      upTo('revenue', '2026-01-02', duplicates),
      upTo('revenue', '2026-01-03', duplicates),
      upTo('revenue', '2026-01-04', duplicates),
    ]).toEqual(['100', 'duplicates sales 2 brand', 'duplicates sales 3 brand']);
    const repeated = repeating({ repeatedKeys: [{ period: '2025-12', keys: 3, days }] });
    expect([upTo('revenue', '2026-01-02', repeated), upTo('revenue', '2026-01-03', repeated)]).toEqual([
      '100',
      'repeated-keys sales 2 2025-12 brand',
    ]);
    const nulls = {
      measures: [
        entry('revenue', [], {
          nulls: 3,
          days: [
            { day: '2026-01-02', rows: 1, value: '5' },
            { day: '2026-01-03', rows: 2, nulls: 3, value: '1' },
          ],
        }),
      ],
    };
    expect([upTo('revenue', '2026-01-02', nulls), upTo('revenue', '2026-01-03', nulls)]).toEqual(['5', 'nulls revenue 3 brand']);
  });

  it('asks for rates until then', () => {
    const dollars = {
      measures: [
        entry('revenue', [
          ['2026-01-02', '5', 'EUR'],
          ['2026-01-03', '7', 'USD'],
        ]),
      ],
    };
    expect([upTo('revenue', '2026-01-02', dollars), upTo('revenue', '2026-01-03', dollars)]).toEqual(['5', 'no-rate USD 2026-01-03 brand']);
  });
});

describe('a metric', () => {
  const values: Readonly<Record<string, Value>> = {
    revenue: known(rational('150')),
    refunds: known(rational('30')),
    spend: known(rational('40')),
    visits: known(rational('0')),
  };
  const measure = (id: string) => values[id] ?? undefinedBy([]);

  it('is its formula', () => {
    expect(['gmv', 'roas', 'loss', 'twice'].map((metric) => shown(evaluate(WORDS, { metric }, measure, metric)))).toEqual([
      '120',
      '3',
      '-120',
      '480',
    ]);
    expect(() => evaluate(WORDS, { metric: 'none' }, measure, 'none')).toThrow('unchecked terms: no none');
  });

  it('is named by itself where it divides by zero', () => {
    const broke = (id: string) => (id === 'spend' ? known(rational('0')) : measure(id));
    expect(shown(evaluate(WORDS, { metric: 'roas' }, broke, 'x'))).toBe('division-by-zero roas nobody (division)');
    expect(shown(evaluate(WORDS, { op: '/', left: of('revenue'), right: of('spend') }, broke, 'x'))).toBe(
      'division-by-zero x nobody (division)',
    );
  });

  it('has the measures of all that it is made of, each once', () => {
    expect(['gmv', 'roas', 'loss', 'twice', 'buyers_only'].map((metric) => measuresOf(WORDS, { metric }).join(' '))).toEqual([
      'revenue refunds',
      'revenue refunds spend',
      'revenue refunds',
      'revenue refunds',
      'buyers',
    ]);
    expect([expressionOf(WORDS, 'revenue'), expressionOf(WORDS, 'gmv')]).toEqual([{ measure: 'revenue' }, { metric: 'gmv' }]);
  });

  const rule = (more: Partial<Definitions['reconcile'][number]> = {}) =>
    ({
      id: 'r',
      left: 'revenue',
      right: 'spend',
      tolerance: '0.2',
      onBreach: 'hold',
      clause: null,
      ...more,
    }) as Definitions['reconcile'][number];
  const reconciled = (left: Value | string, right: Value | string, more = {}) => {
    const value = (each: Value | string) => (typeof each === 'string' ? known(rational(each)) : each);
    return reconcile(WORDS, rule(more), (id) => (id === 'revenue' || id === 'visits' ? value(left) : value(right)));
  };

  it('is compared with another: by how far they differ, of the larger', () => {
    const told = (left: string, right: string) => {
      const { gap, breached } = reconciled(left, right);
      return `${gap === null ? '-' : toExact(gap)} ${breached}`;
    };
    expect([told('100', '80'), told('80', '100'), told('100', '79'), told('-100', '-79'), told('0', '0'), told('-100', '100')]).toEqual([
      '0.2 false',
      '0.2 false',
      '0.21 true',
      '0.21 true',
      '0 false',
      '2 true',
    ]);
    expect(reconciled('100', '100').causes).toEqual([]);
    expect(sidesOf(WORDS, rule({ left: 'gmv', right: 'revenue' }))).toEqual(['revenue', 'refunds']);
    expect(reconciled('1', '1').measures).toEqual(['revenue', 'spend']);
  });

  it('is breached by who has the data of either side, each once', () => {
    const parties = (more: object) =>
      reconciled('100', '10', more).causes.map(({ reason, party }) => `${reason.code} ${reason.with.id} ${party}`);
    expect(parties({})).toEqual(['reconcile-breach r brand', 'reconcile-breach r provider']);
    expect(parties({ left: 'spend', right: 'visits' })).toEqual(['reconcile-breach r brand', 'reconcile-breach r provider']);
    expect(parties({ left: 'visits', right: 'refunds' })).toEqual(['reconcile-breach r brand']);
  });

  it('is breached where a side is not known, by its causes', () => {
    const stale = measureIn(WORDS, evidence({ facts: [fact('sales', { complete: false })] }), 'revenue');
    const found = reconciled(stale, '10');
    expect([found.breached, found.gap, found.byDivision, found.causes.map(({ reason }) => reason.code)]).toEqual([
      true,
      null,
      false,
      ['stale'],
    ]);
    expect(reconciled('10', undefinedBy([], true)).byDivision).toBe(true);
    expect(reconciled(stale, undefinedBy([], true)).byDivision).toBe(false);
  });

  it('is undefined by a breach on hold of what it uses', () => {
    const held = (metric: string, ...found: readonly ReturnType<typeof reconciled>[]) =>
      shown(evaluateMetric(WORDS, metric, measure, found));
    const breach = reconciled('100', '10');
    expect(held('gmv', breach)).toBe('reconcile-breach r brand; reconcile-breach r provider');
    expect(held('gmv', breach, breach)).toBe('reconcile-breach r brand; reconcile-breach r provider');
    expect(held('gmv', reconciled('100', '100'))).toBe('120');
    expect(held('gmv', reconciled('100', '10', { onBreach: 'flag' }))).toBe('120');
    expect(held('gmv', reconciled('100', '10', { left: 'visits' }))).toBe('120');
    expect(held('gmv', reconciled('1', undefinedBy([], true)))).toBe(' (division)');
    const none = (id: string) => (id === 'revenue' ? undefinedBy([{ reason: { code: 'nulls', with: {} }, party: 'brand' }]) : measure(id));
    expect(shown(evaluateMetric(WORDS, 'gmv', none as typeof measure, [reconciled('1', undefinedBy([], true))]))).toBe('nulls brand');
  });

  it('leaves measures unknown that lack or are held', () => {
    const unknown = (rules: Definitions['reconcile'], more: Partial<EvidencePeriod> = {}) =>
      [...unknownMeasures(WORDS, rules, evidence(more))].join(' ');
    expect(unknown([])).toBe('buyers visits');
    expect(unknown([rule()])).toBe('buyers visits revenue spend');
    expect(unknown([rule({ onBreach: 'flag' })])).toBe('buyers visits');
    expect(unknown([rule({ tolerance: '0.9' })])).toBe('buyers visits');
  });
});

describe('a metric to date', () => {
  const january = evidence();
  const february = evidence({
    period: '2026-02',
    inForce: { from: '2026-02-01', to: '2026-02-28' },
    measures: [entry('revenue', [['2026-02-03', '20']]), entry('refunds', []), entry('buyers', [], { distinct: 5 })],
  });
  const part = (period: EvidencePeriod, rules: Definitions['reconcile'] = []) =>
    partOn(() => period, { words: WORDS, inForce: period.inForce, rules });
  const toDate = (metric: string, to: string, parts = [part(january), part(february)], spans: Parameters<typeof countedIn>[0] = []) =>
    shown(metricToDate(WORDS, parts, countedIn(spans), metric, { from: parts[0]?.inForce.from ?? '', to }));

  it('adds up its measures over the periods', () => {
    expect([toDate('gmv', '2026-02-28'), toDate('gmv', '2026-02-02'), toDate('gmv', '2026-01-04', [part(january)])]).toEqual([
      '140',
      '120',
      '100',
    ]);
  });

  it('has a distinct count of its own span, and of one whole period that of the period', () => {
    const count = { measure: 'buyers', from: '2026-01-01', to: '2026-02-28', distinct: 9 } as Parameters<typeof countedIn>[0][number];
    const both = [part(evidence({ measures: [entry('buyers', [], { distinct: 7 })] })), part(february)];
    expect(
      toDate('buyers_only', '2026-02-28', both, [
        { ...count, measure: 'x', distinct: 1 },
        { ...count, from: '2026-01-02', distinct: 2 },
        { ...count, to: '2026-02-27', distinct: 3 },
        count,
      ]),
    ).toBe('9');
    expect(toDate('buyers_only', '2026-02-28', both)).toBe('not-measured buyers nobody');
    expect(toDate('buyers_only', '2026-01-31', both)).toBe('not-measured buyers nobody');
    expect(toDate('buyers_only', '2026-02-28', [part(february)])).toBe('5');
    expect(toDate('buyers_only', '2026-02-20', [part(february)])).toBe('not-measured buyers nobody');
    expect(toDate('buyers_only', '2026-02-28', [part(january), part(february)])).toBe('not-measured buyers nobody');
  });

  it('is not known by what lacks, and where a period’s reconciliation is breached', () => {
    const rules = [
      { id: 'r', left: 'revenue', right: 'refunds', tolerance: '0.5', onBreach: 'hold' },
    ] as unknown as Definitions['reconcile'];
    // until the 5th there is nothing to compare revenue of 100 with
    expect(toDate('gmv', '2026-01-04', [part(january, rules)])).toBe('reconcile-breach r brand');
    const loose = [{ ...rules[0], tolerance: '0.8' }] as unknown as Definitions['reconcile'];
    expect(toDate('gmv', '2026-01-31', [part(january, loose)])).toBe('120'); // 120 of 150 is 0.8
  });

  it('is held by a count of each period’s days up to the day', () => {
    const rules = [
      { id: 'r', left: 'buyers', right: 'revenue', tolerance: '0.8', onBreach: 'hold' },
    ] as unknown as Definitions['reconcile'];
    const counted = (distinct: number, to = '2026-02-20') =>
      ({ measure: 'buyers', from: '2026-02-01', to, distinct }) as Parameters<typeof countedIn>[0][number];
    // 4 of 20 are apart by 0.8, 3 by more
    expect(toDate('buyers_only', '2026-02-20', [part(february, rules)], [counted(4)])).toBe('4');
    expect(toDate('buyers_only', '2026-02-20', [part(february, rules)], [counted(3)])).toBe('reconcile-breach r brand');
    // to a day after the period it is on the count of the whole of it: 5 of 20 are apart by 0.75
    expect(toDate('gmv', '2026-03-05', [part(february, rules)], [counted(4, '2026-03-05')])).toBe('20');
  });
});

describe('a running period', () => {
  const sales = (freshAt: string | undefined) =>
    evidence({ facts: [fact('sales', { complete: false, freshAt }), fact('ads', { complete: false, freshAt: '2026-01-10T00:00:00Z' })] });

  it('is covered to the last whole day of every fact, by the contract’s clock', () => {
    const through = (freshAt: string | undefined, measures: readonly string[]) => coverageOf(WORDS, sales(freshAt), measures).through;
    expect(through('2026-01-04T22:59:00Z', ['revenue'])).toBe('2026-01-03');
    expect(through('2026-01-04T23:00:00Z', ['revenue'])).toBe('2026-01-04');
    expect(through('2026-03-01T00:00:00Z', ['revenue'])).toBe('2026-01-31');
    expect(through('2026-03-01T00:00:00Z', ['revenue', 'spend'])).toBe('2026-01-09');
    expect(through(undefined, ['revenue'])).toBeNull();
    expect(through('2026-03-01T00:00:00Z', ['visits'])).toBeNull();
    expect(through(undefined, [])).toBe('2026-01-31');
  });

  it('names the facts that others are ahead of', () => {
    const behind = (freshAt: string | undefined, measures: readonly string[]) => coverageOf(WORDS, sales(freshAt), measures).behind;
    expect(behind('2026-03-01T00:00:00Z', ['revenue', 'spend'])).toEqual([{ fact: 'ads', through: '2026-01-09' }]);
    expect(behind('2026-01-04T23:00:00Z', ['revenue', 'spend'])).toEqual([{ fact: 'sales', through: '2026-01-04' }]);
    expect(behind(undefined, ['revenue', 'spend'])).toEqual([{ fact: 'sales', through: null }]);
    // loaded an hour earlier, at midnight in Berlin: both end with 9 January
    expect(behind('2026-01-09T23:00:00Z', ['revenue', 'spend'])).toEqual([]);
    expect(behind('2026-01-04T23:00:00Z', ['revenue'])).toEqual([]);
    expect(behind('2026-03-01T00:00:00Z', ['spend', 'visits'])).toEqual([{ fact: 'log', through: null }]);
  });

  const running = (metric: string, period: EvidencePeriod, kpi: string | null = null) => {
    const { through, value } = runningValue(WORDS, period, [], [], metric, kpi);
    return `${through} ${shown(value)}`;
  };

  it('has values through that day', () => {
    expect(running('gmv', sales('2026-01-04T23:00:00Z'))).toBe('2026-01-04 100');
    expect(running('gmv', sales('2026-01-05T23:00:00Z'))).toBe('2026-01-05 120');
    expect(running('gmv', sales('2025-12-31T23:00:00Z'))).toBe('null ');
    expect(running('gmv', sales('2026-01-01T23:00:00Z'))).toBe('2026-01-01 0');
    expect(running('gmv', sales(undefined))).toBe('null ');
  });

  it('has those of a KPI on the rows that its exclusions leave', () => {
    const variants = [
      { kpi: 'k', ...entry('revenue', [['2026-01-02', '60']]) },
      { kpi: 'other', ...entry('revenue', [['2026-01-02', '1']]) },
    ];
    const period = { ...sales('2026-01-05T23:00:00Z'), variants };
    expect([running('gmv', period), running('gmv', period, 'k'), running('gmv', period, 'none')]).toEqual([
      '2026-01-05 120',
      '2026-01-05 30',
      '2026-01-05 120',
    ]);
  });

  it('has a distinct count where no row lies after the day', () => {
    const counted = (day: string) => ({
      ...sales('2026-01-05T23:00:00Z'),
      measures: [entry('buyers', [], { distinct: 3, days: [{ day, rows: 1 }] })],
    });
    expect([running('buyers_only', counted('2026-01-05')), running('buyers_only', counted('2026-01-06'))]).toEqual([
      '2026-01-05 3',
      '2026-01-05 not-measured buyers nobody',
    ]);
  });
});

describe('what a measure means', () => {
  const { terms } = relationship(
    {
      kpis: [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 3 }],
      fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }],
    },
    definitions(true),
  );
  const changed = (
    change: (copy: { definitions: { measures: Record<string, unknown>[]; facts: Record<string, unknown>[]; fx: unknown } }) => void,
  ): Terms => {
    const copy = structuredClone(terms) as never as Parameters<typeof change>[0];
    change(copy);
    return copy as never;
  };

  it('is another where its rows, its table or the rates are, and none where it is not there', () => {
    const meaning = meaningOf(terms, 'revenue');
    expect(meaning).toContain('"revenue"');
    expect(meaningOf(terms, 'none')).toBeNull();
    expect(meaningOf(terms, 'spend')).not.toBe(meaning);
    const first = (key: 'measures' | 'facts', more: object) =>
      changed(({ definitions: { [key]: list } }) => Object.assign(list.find(({ id }) => id === 'revenue' || id === 'sales') ?? {}, more));
    for (const same of [{ definition: 'other words' }, { clause: 'x' }, { nulls: 'zero' }, { title: 'Revenue' }])
      expect(meaningOf(first('measures', same), 'revenue')).toBe(meaning);
    expect(meaningOf(first('facts', { custodian: 'provider' }), 'revenue')).toBe(meaning);
    for (const other of [{ when: { column: 'x', zone: null } }, { aggregate: { count: 'rows' } }, { where: [] }, { currency: 'ccy' }])
      expect(meaningOf(first('measures', other), 'revenue')).not.toBe(meaning);
    expect(meaningOf(first('facts', { grain: ['x'] }), 'revenue')).not.toBe(meaning);
  });

  it('has the view that its fact is read from', () => {
    const viewed = (...views: readonly object[]) =>
      changed((copy) => {
        Object.assign(copy.definitions, { views });
        for (const fact of copy.definitions.facts) fact.source = { view: 'paid' };
      });
    const paid = { name: 'paid', sql: 'SELECT 1' };
    const meaning = meaningOf(viewed(paid), 'revenue');
    expect(meaning).toContain('SELECT 1');
    expect(meaningOf(viewed({ name: 'other', sql: 'SELECT 2' }, paid), 'revenue')).toBe(meaning);
    expect(meaningOf(viewed({ ...paid, sql: 'SELECT 2' }), 'revenue')).not.toBe(meaning);
    expect(meaningOf(viewed(), 'revenue')).toContain('"view":null');
  });

  it('has the rates only where it is converted', () => {
    const fx = { fact: 'fx', inverted: true };
    const [plain, converted] = [
      changed((copy) => Object.assign(copy.definitions, { fx })),
      changed((copy) => {
        Object.assign(copy.definitions, { fx });
        for (const measure of copy.definitions.measures) measure.currency = 'ccy';
      }),
    ];
    expect(meaningOf(plain, 'revenue')).toBe(meaningOf(terms, 'revenue'));
    expect(meaningOf(converted, 'revenue')).toContain('"inverted":true');
  });
});
