import { describe, expect, it } from 'vitest';
import { attainComposite, compositeScore, decidedPay } from '../../src/attainment/composite.js';
import type { LateDuties } from '../../src/attainment/duties.js';
import { attainKpi, type KpiOutcome, type Pay, scaledLevel, scoreIn } from '../../src/attainment/kpis.js';
import type { Vocabulary } from '../../src/attainment/measures.js';
import { type Cause, known, reason, undefinedBy, type Value } from '../../src/attainment/value.js';
import type { EventOf } from '../../src/contract/event-kinds/event-kinds.js';
import type { Kpi } from '../../src/contract/model.js';
import { termPeriods } from '../../src/kernel/period.js';
import { ONE, rational, toDecimal, ZERO } from '../../src/kernel/rational.js';

/* January of a contract that begins on the 1st: 31 days. GMV is a flow with target 3,100, threshold 1,550, stretch 4,650 and cap 150%. */
const [january] = termPeriods({ from: '2026-01-01', to: '2026-03-31' }, 'month');
if (january === undefined) throw new Error('no January');
const always = <T>(value: T) => [{ from: '2026-01', value }];
const KPI = {
  ...{ id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', whenMissing: 'hold', minimum: null },
  ...{ weight: always('1'), target: always('3100'), cap: always('1.5') },
  threshold: always({ value: '1550' }),
  stretch: always({ times: '1.5' }),
} as unknown as Kpi;
const metrics = new Map([
  ['gmv', { id: 'gmv', type: 'flow' }],
  ['roas', { id: 'roas', type: 'ratio' }],
]);
const wordsOf = (rule: 'weighted_mean' | 'min', minWeightLeft = '0.5') =>
  ({ metrics, contract: { composite: { rule, minWeightLeft } } }) as unknown as Vocabulary;
const words = wordsOf('weighted_mean');

const stale: Cause = { reason: reason('stale', { fact: 'sales', freshAt: '-' }), party: 'brand' };
const gone = undefinedBy([stale]);
const divided = undefinedBy([{ reason: reason('division-by-zero', { metric: 'gmv' }), party: null }], true);
const waiver = (scoreAs: string) =>
  ({
    kind: 'exclusion',
    file: 'w.yaml',
    kpis: ['gmv'],
    treatment: { kind: 'waive', periods: ['2026-01'], scoreAs },
  }) as unknown as EventOf<'exclusion'>;
const lateness = (owes: 'brand' | 'provider', scoreAs: string): LateDuties =>
  new Map([['gmv', { owes, duty: 'photos', scoreAs: rational(scoreAs) }]]);

interface Given {
  readonly kpi?: Partial<Kpi>;
  readonly remaining?: string;
  readonly exclusions?: readonly EventOf<'exclusion'>[];
  readonly late?: LateDuties;
  readonly others?: Readonly<Record<string, Value>>;
}

function attained(
  actual: Value | string,
  { kpi = {}, remaining = '31', exclusions = [], late = new Map(), others = {} }: Given = {},
): KpiOutcome {
  const value = typeof actual === 'string' ? known(rational(actual)) : actual;
  const context = {
    ...{ words, period: january as NonNullable<typeof january>, exclusions, late },
    measureOf: () => value,
    remaining: () => rational(remaining),
    metric: (metric: string) => others[metric] ?? value,
  };
  return attainKpi(context, { ...KPI, ...kpi });
}

const payText = (pay: Pay) =>
  pay.kind === 'score'
    ? `${toDecimal(pay.score)}${pay.byRule === null ? '' : ` ${pay.byRule.code}`}`
    : pay.kind === 'nothing'
      ? `nothing ${pay.byRule.code}`
      : `held ≥ ${toDecimal(pay.atLeast)}`;
/** State, score, what bonuses pay as, what penalties deduct as, reasons. */
const told = (outcome: KpiOutcome) => {
  const score = scoreIn(outcome);
  const reasons = outcome.reasons.map(({ code }) => code).join(' ');
  return [outcome.state, score === null ? '-' : toDecimal(score), payText(outcome.pay), payText(outcome.penalty), reasons].join(' | ');
};

describe('a KPI', () => {
  it.each([
    ['1549', '0'],
    ['1550', '0'],
    ['2325', '0.5'],
    ['3100', '1'],
    ['3875', '1.25'],
    ['4650', '1.5'],
    ['9000', '1.5'],
  ])('of %s scores %s', (actual, score) => {
    expect(told(attained(actual))).toBe(`scored | ${score} | ${score} | ${score} | `);
  });

  it('has the levels of the days that remain where it is a flow, and its own where it is none', () => {
    const { line, attainment } = attained('1500', { remaining: '15.5' });
    expect([line.threshold, line.target, line.stretch ?? ZERO].map(toDecimal)).toEqual(['775', '1550', '2325']);
    expect(toDecimal(attainment ?? ZERO)).toBe('0.967741935484'); // 1,500 ÷ 1,550
    const ratio = attained('1500', { remaining: '15.5', kpi: { metric: 'roas' } });
    expect(toDecimal(ratio.line.target)).toBe('3100');
    expect(toDecimal(scaledLevel(words, 'gmv', rational('62'), rational('1'), january as never))).toBe('2');
  });

  it('has no threshold, stretch or attainment where there is none', () => {
    const { line, attainment, hasThreshold } = attained('10', { kpi: { threshold: null, stretch: null, target: always('0') } });
    expect([toDecimal(line.threshold), line.stretch, attainment, hasThreshold]).toEqual(['0', null, null, false]);
    expect(attained('10').hasThreshold).toBe(true);
    expect(attained(gone).attainment).toBeNull();
  });

  it('is held where its actual is not known', () => {
    expect(told(attained(gone))).toBe('held | - | held ≥ 0 | held ≥ 0 | stale');
    expect(told(attained(divided))).toBe('held | - | held ≥ 0 | held ≥ 0 | division-by-zero');
    expect(told(attained(gone, { kpi: { whenMissing: 'zero' } }))).toBe('held | - | held ≥ 0 | held ≥ 0 | stale');
  });

  it('is 0, or no score, where it divides by zero and the contract says so', () => {
    expect(told(attained(divided, { kpi: { whenMissing: 'zero' } }))).toBe('missing | 0 | 0 missing-zero | 0 missing-zero | missing-zero');
    expect(told(attained(divided, { kpi: { whenMissing: 'exclude' } }))).toBe(
      'missing | - | nothing missing-excluded | nothing missing-excluded | missing-excluded',
    );
  });

  it('is 0 below its minimum, which is of the days that remain, and held where that is not known', () => {
    const kpi = { minimum: { metric: 'orders', atLeast: always('62') } } as unknown as Partial<Kpi>;
    const orders = (count: Value | string, remaining = '31', metric = 'orders') =>
      told(
        attained('3100', {
          remaining,
          kpi: { minimum: { ...kpi.minimum, metric } } as Partial<Kpi>,
          others: { [metric]: typeof count === 'string' ? known(rational(count)) : count, gmv: known(rational('3100')) },
        }),
      );
    expect(orders('62')).toBe('scored | 1 | 1 | 1 | ');
    expect(orders('61')).toBe('below_minimum | 0 | 0 below-minimum | 0 below-minimum | below-minimum');
    expect(orders(gone)).toBe('held | - | held ≥ 0 | held ≥ 0 | stale');
    const flow = attained('1600', {
      remaining: '15.5',
      kpi: { minimum: { metric: 'gmv', atLeast: always('3200') } } as unknown as Partial<Kpi>,
    });
    expect(flow.state).toBe('scored'); // 3,200 × 15.5 ÷ 31
    expect(
      attained('1599', { remaining: '15.5', kpi: { minimum: { metric: 'gmv', atLeast: always('3200') } } as unknown as Partial<Kpi> })
        .reasons,
    ).toEqual([reason('below-minimum', { metric: 'gmv', actual: '1599', minimum: '1600' })]);
    // of both that lack, both are told
    expect(
      told(attained(gone, { kpi, others: { orders: undefinedBy([{ ...stale, reason: reason('nulls', { measure: 'o', rows: '1' }) }]) } })),
    ).toContain('nulls stale');
    // a division by zero is not what it waits for where its minimum lacks
    expect(attained(divided, { kpi: { ...kpi, whenMissing: 'zero' }, others: { orders: gone } }).state).toBe('held');
  });

  it('is waived as agreed', () => {
    expect(told(attained('0', { exclusions: [waiver('none')] }))).toBe('waived | - | nothing waived | nothing waived | waived');
    expect(told(attained(gone, { exclusions: [waiver('0.9')] }))).toBe('waived | - | 0.9 waived | 0.9 waived | waived');
    // a brand that is late takes no penalty, and gains nothing by it; a provider that is late changes nothing of what was agreed
    expect(told(attained('0', { exclusions: [waiver('0.9')], late: lateness('brand', '1') }))).toBe(
      'waived | - | 0.9 waived | nothing brand-late | waived',
    );
    expect(told(attained('0', { exclusions: [waiver('0.9')], late: lateness('provider', '0') }))).toBe(
      'waived | - | 0.9 waived | 0.9 waived | waived',
    );
  });

  it('says which event and which duty', () => {
    expect(attained('0', { exclusions: [waiver('none')] }).reasons).toEqual([reason('waived', { event: 'w.yaml' })]);
    expect(attained('0', { late: lateness('provider', '0') }).reasons).toEqual([reason('provider-late', { duty: 'photos' })]);
    expect(attained('0', { late: lateness('brand', '0.8') }).reasons).toEqual([reason('brand-late', { duty: 'photos' })]);
  });

  it('is waived where no time remains', () => {
    expect(told(attained('9000', { remaining: '0' }))).toBe('waived | - | nothing no-time-left | nothing no-time-left | no-time-left');
  });

  it('is 0 where the provider was late', () => {
    expect(told(attained('9000', { late: lateness('provider', '0') }))).toBe(
      'scored | 0 | 0 provider-late | 0 provider-late | provider-late',
    );
  });

  it('pays what was agreed where the brand was late, and never less than it earned', () => {
    expect(told(attained('2325', { late: lateness('brand', '0.8') }))).toBe(
      'waived | - | 0.8 brand-late | nothing brand-late | brand-late',
    );
    expect(told(attained('3875', { late: lateness('brand', '0.8') }))).toBe(
      'waived | - | 1.25 brand-late | nothing brand-late | brand-late',
    );
    expect(told(attained(gone, { late: lateness('brand', '0.8') }))).toBe(
      'waived | - | held ≥ 0.8 | nothing brand-late | brand-late stale',
    );
    // more than its cap it cannot earn: it need not be waited for
    expect(told(attained(gone, { late: lateness('brand', '1.5') }))).toBe('waived | - | 1.5 brand-late | nothing brand-late | brand-late');
    expect(told(attained(divided, { kpi: { whenMissing: 'exclude' }, late: lateness('brand', '0.8') }))).toBe(
      'waived | - | 0.8 brand-late | nothing brand-late | brand-late',
    );
    // its minimum does not count against it
    const kpi = { minimum: { metric: 'orders', atLeast: always('62') } } as unknown as Partial<Kpi>;
    expect(told(attained('3875', { kpi, others: { orders: known(ZERO) }, late: lateness('brand', '0.8') }))).toContain('1.25 brand-late');
  });
});

describe('the composite', () => {
  const weighing = (outcome: KpiOutcome, weight: string): KpiOutcome => ({ ...outcome, weight: rational(weight) });
  const scored = (actual: string, weight: string) => weighing(attained(actual), weight);
  const composite = (
    kpis: readonly KpiOutcome[],
    rule: 'weighted_mean' | 'min' = 'weighted_mean',
    heldAs: string | null = null,
    least = '0.5',
  ) => {
    const found = attainComposite(wordsOf(rule, least), kpis, heldAs === null ? null : rational(heldAs));
    const score = compositeScore(found);
    const reasons = found.reasons.map(({ code }) => code).join(' ');
    return `${found.state} | ${score === null ? '-' : toDecimal(score)} | ${payText(found.pay)} | ${payText(found.penalty)} | ${reasons}`;
  };
  const [good, fair] = [scored('3875', '0.4'), scored('2325', '0.6')];
  const waivedAs = (scoreAs: string, weight: string) => weighing(attained('0', { exclusions: [waiver(scoreAs)] }), weight);
  const held = (weight: string) => weighing(attained(gone), weight);
  const excluded = (weight: string) => weighing(attained(divided, { kpi: { whenMissing: 'exclude' } }), weight);

  it('is the mean by weight, or the smallest', () => {
    // 1.25 × 40% + 0.5 × 60%
    expect(composite([good, fair])).toBe('scored | 0.8 | 0.8 | 0.8 | ');
    expect(composite([good, fair], 'min')).toBe('scored | 0.5 | 0.5 | 0.5 | ');
    expect(composite([fair, good], 'min')).toBe('scored | 0.5 | 0.5 | 0.5 | ');
  });

  it('is of the weights that are left', () => {
    // 0.5 alone: 60% of the weight is left
    expect(composite([waivedAs('none', '0.4'), fair])).toBe('scored | 0.5 | 0.5 | 0.5 | ');
    expect(composite([excluded('0.5'), scored('2325', '0.5')])).toBe('scored | 0.5 | 0.5 | 0.5 | ');
  });

  it('waits for a KPI that is held, unless that weighs nothing', () => {
    expect(composite([held('0.4'), fair])).toBe('held | - | held ≥ 0 | held ≥ 0 | stale');
    expect(composite([held('0'), scored('2325', '1')])).toBe('scored | 0.5 | 0.5 | 0.5 | ');
    // nothing weighs anything: no mean, and the smallest all the same
    expect(composite([scored('2325', '0')], 'weighted_mean', null, '0')).toBe(
      'waived | - | nothing composite-waived | nothing composite-waived | composite-waived',
    );
    expect(composite([scored('2325', '0')], 'min', null, '0')).toBe('scored | 0.5 | 0.5 | 0.5 | ');
  });

  it('has a stand-in for what is held where a hold is decided', () => {
    expect(composite([held('0.4'), waivedAs('0.9', '0.6')], 'weighted_mean', '1')).toContain('waived | - | 0.9 composite-waived');
    expect(composite([held('0.4'), fair], 'weighted_mean', '1')).toBe('scored | 0.7 | 0.7 | 0.7 | ');
    expect(composite([held('0.4'), fair], 'weighted_mean', '0')).toBe('scored | 0.3 | 0.3 | 0.3 | ');
    expect(composite([held('0'), scored('2325', '1')], 'min', '0')).toBe('scored | 0.5 | 0.5 | 0.5 | ');
  });

  it('is held, for nothing that would come, where too little weight is left', () => {
    expect(composite([excluded('0.6'), scored('2325', '0.4')])).toBe('held | - | held ≥ 0 | held ≥ 0 | too-little-weight');
    expect(composite([excluded('0.6'), scored('2325', '0.4')], 'weighted_mean', null, '0.4')).toBe('scored | 0.5 | 0.5 | 0.5 | ');
    expect(composite([excluded('1')], 'min', null, '0')).toBe('held | - | held ≥ 0 | held ≥ 0 | too-little-weight');
    expect(composite([excluded('1')], 'weighted_mean', null, '0')).toBe('held | - | held ≥ 0 | held ≥ 0 | too-little-weight');
  });

  it('says how much weight is left and needed, or which KPIs are waived', () => {
    const said = (...kpis: readonly KpiOutcome[]) => attainComposite(words, kpis).reasons;
    expect(said(excluded('0.6'), scored('2325', '0.4'))).toEqual([reason('too-little-weight', { left: '0.4', needed: '0.5' })]);
    const roas = waivedAs('0.9', '0.4');
    const named = { ...roas, kpi: { ...roas.kpi, id: 'roas' } };
    expect(said(waivedAs('0.9', '0.6'), named)).toEqual([reason('composite-waived', { kpis: 'gmv, roas' })]);
  });

  it('is waived where all that lacks is: as the smallest of what was agreed', () => {
    expect(composite([waivedAs('0.9', '0.3'), waivedAs('0.7', '0.3'), good])).toBe(
      'waived | - | 0.7 composite-waived | 0.7 composite-waived | composite-waived',
    );
    expect(composite([waivedAs('0.7', '0.3'), waivedAs('0.9', '0.3'), good])).toBe(
      'waived | - | 0.7 composite-waived | 0.7 composite-waived | composite-waived',
    );
    expect(composite([waivedAs('0.9', '0.3'), waivedAs('none', '0.3'), good])).toBe(
      'waived | - | nothing composite-waived | nothing composite-waived | composite-waived',
    );
    expect(composite([waivedAs('0.9', '0.3'), excluded('0.3'), good])).toMatch(/^held .*too-little-weight$/);
    // in `min` one of no weight counts where it is waived, and known
    expect(composite([waivedAs('0.9', '1'), scored('2325', '0')], 'min')).toContain('| 0.9 composite-waived |');
    expect(composite([waivedAs('0.9', '1'), weighing(attained(gone, { late: lateness('brand', '0.8') }), '0')], 'min')).toContain(
      'waived | - | 0.9 composite-waived |',
    );
    // one of no weight counts where weights do not
    expect(composite([waivedAs('0.9', '1'), waivedAs('0.7', '0')])).toContain('| 0.9 composite-waived |');
    expect(composite([waivedAs('0.9', '1'), waivedAs('0.7', '0')], 'min')).toContain('| 0.7 composite-waived |');
  });

  it('pays what the KPIs would have earned where the brand was late, and deducts nothing for it', () => {
    const late = (actual: Value | string, weight: string) => weighing(attained(actual, { late: lateness('brand', '0.8') }), weight);
    // without it 0.5; in time (1.25 × 40% + 0.5 × 60%) 0.8
    expect(composite([late('3875', '0.4'), fair])).toBe('scored | 0.5 | 0.8 brand-late | 0.8 brand-late | ');
    // in time (0.5 × 40% + 1.25 × 60%) 0.95, which is less than 1.25 without it
    expect(composite([late('2325', '0.4'), scored('3875', '0.6')])).toBe('scored | 1.25 | 1.25 | 1.25 | ');
    // in time it is 0.5 as well: no rule had to say so
    expect(composite([late('2325', '0.4'), fair])).toBe('scored | 0.5 | 0.5 | 0.5 | ');
    // not known yet: it may come to at most 1.5 × 40% + 0.5 × 60% = 0.9
    expect(composite([late(gone, '0.4'), fair])).toBe('scored | 0.5 | held ≥ 0.5 | held ≥ 0.5 | ');
    // and where it cannot exceed what is paid without it, nothing is waited for: 1.5 × 40% + 1.5 × 60%
    expect(composite([late(gone, '0.4'), scored('9000', '0.6')])).toBe('scored | 1.5 | 1.5 | 1.5 | ');
    // where a hold is decided, what lacks counts as that: 1 × 40% + 0.5 × 60%
    expect(composite([late(gone, '0.4'), fair], 'weighted_mean', '1')).toBe('scored | 0.5 | 0.7 brand-late | 0.7 brand-late | ');
    // too little weight is nothing to wait for: in time (1.25 × 30% + 0.5 × 40%) ÷ 70%
    const some = scored('2325', '0.4');
    expect(composite([late('3875', '0.3'), excluded('0.3'), some])).toBe(
      'held | - | 0.821428571429 brand-late | 0.821428571429 brand-late | too-little-weight',
    );
    expect(composite([late('3875', '0.3'), held('0.3'), some])).toBe('held | - | held ≥ 0 | held ≥ 0 | stale');
    // where another KPI is held it waits for that one, and for what this one would have earned, each cause once
    const blank: Cause = { ...stale, reason: reason('nulls', { measure: 'o', rows: '1' }) };
    const lacking = undefinedBy([blank, stale]);
    const both = attainComposite(words, [late(lacking, '0.3'), held('0.3'), some]);
    expect(both.pay).toEqual({ kind: 'held', causes: [stale, blank], atLeast: ZERO });
    expect(both.penalty).toEqual(both.pay);
    // all of it waived: 0.8 was agreed, 1.25 was earned
    expect(composite([late('3875', '1')])).toBe('waived | - | 1.25 brand-late | nothing composite-waived | composite-waived');
    expect(composite([late('2325', '1')])).toBe('waived | - | 0.8 composite-waived | nothing composite-waived | composite-waived');
  });
});

it('what is held is decided as 100% or 0, but as no less than is certain', () => {
  const pay: Pay = { kind: 'held', causes: [stale], atLeast: rational('0.8') };
  expect([payText(decidedPay(pay, ONE)), payText(decidedPay(pay, ZERO))]).toEqual(['1', '0.8']);
  const known: Pay = { kind: 'score', score: rational('0.3'), byRule: null };
  expect(decidedPay(known, ONE)).toBe(known);
});
