import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Issue } from '../../src/kernel/issue.js';
import { codesOf, type Edit, editedFiles, GOOD_ID, rootPath } from './good-contract.js';

const C = 'contract.yaml';
const D = 'definitions.yaml';

/** Codes of the contract with edits, without its events. */
function codes(...edits: Edit[]): string[] {
  return found(...edits).map((issue) => issue.code);
}

function found(...edits: Edit[]): readonly Issue[] {
  const files = [...editedFiles(edits)].filter(([path]) => !path.includes('/events/'));
  return loadContract(GOOD_ID, new Map(files)).issues;
}

/** The contract with the schedule of the first KPI's target, threshold and stretch written differently. */
function levels(target: string, threshold: string, stretch: string): string[] {
  return codes(
    [C, 'target: { 2026-01: 3.0, 2026-07: 3.3 }', `target: ${target}`],
    [C, 'threshold: 0.8x', `threshold: ${threshold}`],
    [C, 'stretch: 1.2x', `stretch: ${stretch}`],
  );
}

describe('entries of a table', () => {
  const offered = (find: string, replacement: string) => found([C, find, replacement]).map(({ code, params }) => [code, params.corrected]);

  test('written downwards are told once, in order, and have their 0', () => {
    expect(offered('{ 0: 5%, 100000: 7% }', '{ from 250000: 9%, from 100000: 7%, from 0: 5% }')).toEqual([
      ['steps-order', 'tiers: { from 0: 5%, from 100000: 7%, from 250000: 9% }'],
    ]);
    expect(offered('{ 80%: 10%, 60%: 25% }', '{ 80%: 10%, 40%: 30%, 60%: 25% }')).toEqual([
      ['steps-order', 'bands: { 80%: 10%, 60%: 25%, 40%: 30% }'],
    ]);
  });

  test('one of which lacks a zero is told so before it is sorted, which is another deal', () => {
    const both = (find: string, replacement: string) =>
      found([C, find, replacement]).map(({ params: { corrected, otherwise } }) => [corrected, otherwise]);
    expect(both('{ 0: 5%, 100000: 7% }', '{ 0: 5%, 100000: 7%, 50000: 9% }')).toEqual([
      ['tiers: { 0: 5%, 100000: 7%, 500000: 9% }', 'tiers: { 0: 5%, 50000: 9%, 100000: 7% }'],
    ]);
    expect(both('{ 80%: 50%, 100%: 100% }', '{ 80%: 50%, 100%: 100%, 13%: 160% }')).toEqual([
      ['points: { 80%: 50%, 100%: 100%, 130%: 160% }', 'points: { 13%: 160%, 80%: 50%, 100%: 100% }'],
    ]);
    // 900% is no score
    expect(both('{ 80%: 50%, 100%: 100% }', '{ 80%: 50%, 100%: 100%, 90%: 80% }')).toEqual([
      ['points: { 80%: 50%, 90%: 80%, 100%: 100% }', undefined],
    ]);
  });

  test('of one level have no order, and tiers without a 0 lack one', () => {
    expect(offered('{ 80%: 50%, 100%: 100% }', '{ 80%: 50%, from 80%: 60% }')).toEqual([['steps-order', undefined]]);
    expect(offered('{ 0: 5%, 100000: 7% }', '{ from 250000: 9%, from 100000: 7% }').map(([code]) => code)).toEqual([
      'tiers-start-at-zero',
      'steps-order',
    ]);
  });
});

describe('weights', () => {
  const weights = (first: string, second: string, third: string) =>
    codes(
      [C, '    weight: 40%', `    weight: ${first}`],
      [C, 'better: lower\n    weight: 30%', `better: lower\n    weight: ${second}`],
      [C, 'better: higher\n    weight: 30%', `better: higher\n    weight: ${third}`],
    );

  test('sum to 100% exactly', () => {
    expect(weights('33.3%', '33.3%', '33.4%')).toEqual([]);
    expect(weights('33.333333333%', '33.333333333%', '33.333333333%')).toEqual(['weights-sum']);
    expect(weights('33.333333333%', '33.333333333%', '33.333333334%')).toEqual([]);
  });

  test('in every period in which one of them changes', () => {
    expect(weights('{ 2026-01: 40%, 2026-07: 50% }', '{ 2025-01: 30%, 2026-07: 20% }', '30%')).toEqual([]);
    expect(weights('{ 2026-01: 40%, 2026-07: 50% }', '{ 2026-01: 30%, 2026-08: 20% }', '30%')).toEqual(['weights-sum']);
    // An entry that has ended before the term begins holds in no period of it.
    expect(weights('{ 2025-01: 70%, 2026-01: 40% }', '30%', '30%')).toEqual([]);
  });
});

describe('levels', () => {
  test('stand in order where they touch: equal is out of order', () => {
    expect(levels('3', '2.99', '3.01')).toEqual([]);
    expect(levels('3', '3', '3.01')).toEqual(['levels-order']);
    expect(levels('3', '2.99', '3')).toEqual(['levels-order']);
    expect(levels('3', '1x', '1.2x')).toEqual(['levels-order']);
    expect(levels('3', '0.99x', '1x')).toEqual(['levels-order']);
  });

  test('stand in order in every segment of their schedules', () => {
    expect(levels('{ 2026-01: 3, 2026-07: 2 }', '{ 2026-01: 2.4, 2026-07: 1.6 }', '3.6')).toEqual([]);
    expect(levels('{ 2026-01: 3, 2026-07: 2 }', '{ 2026-01: 2.4, 2026-08: 1.6 }', '3.6')).toEqual(['levels-order']);
    expect(levels('{ 2026-01: 3, 2026-07: 4 }', '0.8x', '{ 2026-01: 3.6, 2026-09: 4.8 }')).toEqual(['levels-order']);
  });

  test('of a lower KPI stand the other way round', () => {
    expect(codes([C, 'threshold: 1.4x', 'threshold: 0.9x'])).toEqual(['levels-order']);
    expect(codes([C, 'threshold: 1.4x', 'threshold: 1.4x\n    stretch: 1.1x\n    cap: 120%'])).toEqual(['levels-order']);
    expect(codes([C, 'threshold: 1.4x', 'threshold: 1.4x\n    stretch: 0.8x\n    cap: 120%'])).toEqual([]);
  });

  test('a stretch needs a cap above 100% in every period', () => {
    expect(codes([C, 'cap: 150%', 'cap: 100.01%'])).toEqual([]);
    expect(codes([C, 'cap: 150%', 'cap: { 2026-01: 150%, 2026-06: 100% }'])).toEqual(['stretch-needs-cap']);
    expect(codes([C, '    stretch: 1.2x\n', ''], [C, 'cap: 150%', 'cap: 100%'])).toEqual([]);
  });
});

describe('schedules', () => {
  const target = (written: string) => codes([C, 'target: { 2026-01: 3.0, 2026-07: 3.3 }', `target: ${written}`]);

  test('start by the term’s first period and ascend', () => {
    expect(target('{ 2025-06: 2, 2026-01: 3 }')).toEqual([]);
    expect(target('{ 2025-12: 2 }')).toEqual([]);
    expect(target('{ 2026-02: 3 }')).toEqual(['schedule-starts-late']);
    expect(target('{ 2026-07: 3.3, 2026-01: 3 }')).toEqual(['schedule-order']);
    expect(target('{ 2026-01: 3, 2027-05: 4 }')).toEqual([]);
  });

  test('have periods of the calendar', () => {
    expect(target('{ 2026-00: 3 }')).toEqual(['wrong-key']);
    expect(target('{ 2026-Q1: 3 }')).toEqual(['wrong-period']);
    expect(target('{ 2026-W01: 3 }')).toEqual(['wrong-period']);
    expect(target('{}')).toEqual(['entry-needed']);
  });

  test('of a cap that is agreed for later periods have none before them', () => {
    const told = (written: string) =>
      found([C, 'period: 20000', written]).map(({ code, params }) => [code, params.corrected, params.otherwise]);
    const answer = (field: string, later = '') => [
      ['schedule-starts-late', `${field}: { 2026-01: none, 2026-07: 5000${later} }`, `${field}: { 2026-01: 5000${later} }`],
    ];
    expect(told('period: { 2026-07: 5000 }')).toEqual(answer('period'));
    expect(told('period: { 2026-07: 5000, 2026-10: 6000.50 }')).toEqual(answer('period', ', 2026-10: 6000.50'));
    expect(told('term: { 2026-07: 5000 }')).toEqual(answer('term'));
    // of what has no none its writer says what holds before
    expect(found([C, 'kind: retainer, amount: 3000', 'kind: retainer, amount: { 2026-02: 3000 }'])[0]?.params.corrected).toBeUndefined();
  });

  test('week 53 only in years that have it', () => {
    const weekly = (period: string) =>
      codes(
        [C, 'every: month', 'every: week'],
        [C, 'over: quarter', 'over: term'],
        [C, 'dueDay: 10', 'dueDay: 7'],
        [C, 'grace: { from: 2026-01,', 'grace: { from: 2026-W02,'],
        [C, 'baseline: { roas: { 2025-11: 2.6, 2025-12: 2.7 } }', 'baseline: { roas: { 2025-W50: 2.6 } }'],
        [C, 'target: { 2026-01: 3.0, 2026-07: 3.3 }', `target: { ${period}: 3 }`],
      );
    expect(weekly('2020-W53')).toEqual([]);
    expect(weekly('2025-W53')).toEqual(['wrong-period']);
  });

  test('every field that the schema marks as scheduled is held to these rules', () => {
    expect(codes([C, 'kind: retainer, amount: 3000', 'kind: retainer, amount: { 2026-02: 3000 }'])).toEqual(['schedule-starts-late']);
    expect(codes([C, 'atLeast: 30%', 'atLeast: { 2026-02: 30% }'])).toEqual(['schedule-starts-late']);
    expect(codes([C, 'ad_spend, atLeast: 10000', 'ad_spend, atLeast: { 2026-02: 10000 }'])).toEqual(['schedule-starts-late']);
    expect(codes([C, 'period: 20000', 'period: { 2026-02: 20000 }'])).toEqual(['schedule-starts-late']);
  });
});

describe('tables', () => {
  const tiers = (written: string) => codes([C, '{ 0: 5%, 100000: 7% }', written]);

  test('tiers ascend by value, not by text', () => {
    expect(tiers('{ 0: 5%, 9: 6%, 10: 7% }')).toEqual([]);
    expect(tiers('{ 0: 5%, 100: 7%, 20: 6% }')).toEqual(['steps-order']);
    expect(tiers('{ 0: 5%, 100: 7%, 100.0: 6% }')).toEqual(['steps-order']);
    expect(tiers('{ 0.00: 5%, 100: 7% }')).toEqual([]);
  });

  test('bands go one way', () => {
    const bands = (written: string) => codes([C, '{ 80%: 10%, 60%: 25% }', written]);
    expect(bands('{ 60%: 25%, 80%: 10% }')).toEqual([]);
    expect(bands('{ 80%: 10%, 60%: 25%, 70%: 15% }')).toEqual(['steps-order']);
  });

  test('in a schedule are each held to it', () => {
    expect(tiers('{ 2026-01: { 0: 5% }, 2026-07: { 10: 5% } }')).toEqual(['tiers-start-at-zero']);
  });
});

describe('bases that accumulate over the term', () => {
  const base = (formula: string) => codes([D, 'formula: paid_revenue,', `formula: "${formula}",`]);

  test.each([
    'paid_revenue',
    'paid_revenue - cost',
    '-paid_revenue * 2',
    'paid_revenue / 4',
    '0.5 * (paid_revenue - 2 * cost)',
    'ad_spend + paid_revenue',
  ])('%s adds up', (formula) => {
    expect(base(formula)).toEqual([]);
  });

  test.each([
    'new_customers',
    'paid_revenue + 1',
    'paid_revenue * paid_revenue / cost',
    'paid_revenue * cost',
    'min(paid_revenue, cost)',
    '5',
    '10 + paid_revenue / cost * new_customers',
    'paid_revenue + new_customers',
  ])('%s does not', (formula) => {
    expect(base(formula)).toEqual(['term-base']);
  });
});

describe('units', () => {
  test('levels of a share have a percent sign, schedules and baseline too', () => {
    expect(codes([C, 'atLeast: 30%', 'atLeast: 0.3'])).toEqual(['share-without-percent']);
    expect(codes([C, 'atLeast: 30%', 'atLeast: { 2026-01: 30%, 2026-02: 31 }'])).toEqual(['share-without-percent']);
    expect(codes([C, 'baseline: { roas: { 2025-11: 2.6, 2025-12: 2.7 } }', 'baseline: { gross_margin: { 2025-11: 0.4 } }'])).toEqual([
      'share-without-percent',
    ]);
  });

  test('levels of a number have none: a target, a minimum, a milestone, a baseline, in a schedule too', () => {
    const offered = (...edits: Edit[]) => found(...edits).map(({ code, params }) => [code, params.corrected, params.otherwise]);
    const answer = (corrected: string, otherwise: string) => [['number-with-percent', corrected, otherwise]];
    const TARGET = 'target: { 2026-01: 3.0, 2026-07: 3.3 }';
    expect(offered([C, TARGET, 'target: 3.0%'])).toEqual(answer('target: 3.0', 'target: 0.03'));
    expect(offered([C, TARGET, 'target: { 2026-01: 3.0, 2026-07: 3.3% }'])).toEqual(answer('2026-07: 3.3', '2026-07: 0.033'));
    // the target decides what its threshold was meant to be
    expect(offered([C, TARGET, 'target: 3.0%'], [C, 'threshold: 0.8x', 'threshold: 2.4%'])).toEqual(answer('target: 3.0', 'target: 0.03'));
    expect(offered([C, 'atLeast: 1000 }', 'atLeast: 1000% }'])).toEqual(answer('atLeast: 10', 'atLeast: 1000'));
    expect(offered([C, 'metric: ad_spend, atLeast: 10000', 'metric: roas, atLeast: 2%'])).toEqual(answer('atLeast: 2', 'atLeast: 0.02'));
    expect(offered([C, '2025-12: 2.7', '2025-12: 270%'])).toEqual(answer('2025-12: 2.7', '2025-12: 270'));
    expect(offered([C, TARGET, 'target: 300%'])).toEqual(answer('target: 3', 'target: 300'));
    expect(offered([C, TARGET, 'target: 100%'])).toEqual(answer('target: 1', 'target: 100'));
    expect(offered([C, TARGET, 'target: 99%'])).toEqual(answer('target: 99', 'target: 0.99'));
  });

  test('a limit of a number may be a percentage of it: that is asked, and a target refused', () => {
    const severities = (...edits: Edit[]) => found(...edits).map(({ severity }) => severity);
    expect(severities([C, 'target: { 2026-01: 3.0, 2026-07: 3.3 }', 'target: 3.0%'])).toEqual(['error']);
    expect(severities([C, 'metric: ad_spend, atLeast: 10000', 'metric: roas, atLeast: 30%'])).toEqual(['warning']);
  });

  test('beside a target of 3.0 the reading that comes nearest to it is named first', () => {
    const offered = (target: string, threshold: string) =>
      found([C, 'target: { 2026-01: 3.0, 2026-07: 3.3 }', `target: ${target}`], [C, 'threshold: 0.8x', `threshold: ${threshold}`]).map(
        ({ code, params }) => [code, params.corrected, params.otherwise],
      );
    const answer = (corrected: string, otherwise: string) => [
      ['percent-beside-number', `threshold: ${corrected}`, `threshold: ${otherwise}`],
    ];
    // 2.4 is 0.8 of 3.0; 0.024x would be 0.072
    expect(offered('3.0', '2.4%')).toEqual(answer('2.4', '0.024x'));
    // 2.4 is 0.8 of 3.0; 2.4x would be 7.2, and 240 is 80 times the target
    expect(offered('3.0', '240%')).toEqual(answer('2.4', '2.4x'));
    // 0.8x is 2.4; 0.8 is little more than a quarter of 3.0, and 80 is 27 times it
    expect(offered('3.0', '80%')).toEqual(answer('0.8x', '0.8'));
    // half of 200 is 100; 50 is a quarter
    expect(offered('200', '50%')).toEqual(answer('0.5x', '50'));
    // 60 is 0.86 of 70; 0.6x would be 42
    expect(offered('70', '60%')).toEqual(answer('60', '0.6x'));
    // nothing lies near: 0.6 is 15 times less than 9, and 0.006 more so
    expect(offered('9', '0.6%')).toEqual(answer('0.006x', '0.006'));
    // 2.7 beside 3.0 is nearer than beside 3.3
    expect(offered('{ 2026-01: 3.0, 2026-07: 3.3 }', '2.7%')).toEqual(answer('2.7', '0.027x'));
  });

  test('a percentage of money is no multiple of a target that is one itself', () => {
    const offered = (...edits: Edit[]) => found(...edits).map(({ code, params }) => [code, params.corrected]);
    const beside = 'target: 100000\n    threshold: 80%';
    expect(offered([C, 'target: 100000', beside])).toEqual([['money-with-percent', 'threshold: 0.8x']]);
    // an amount with a sign too many: 800 times the target was not meant
    expect(offered([C, 'target: 100000', beside.replace('80%', '80000%')])).toEqual([['money-with-percent', 'threshold: 80000']]);
    expect(offered([C, '    target: 25', '    target: 25%'], [C, 'threshold: 1.4x', 'threshold: 30%'])).toEqual([
      ['money-with-percent', undefined],
      ['money-with-percent', undefined],
    ]);
  });

  test('a part of one is offered as the percentage that it nearly always means first', () => {
    const offered = (written: string) => found([C, 'atLeast: 30%', `atLeast: ${written}`]).map(({ params }) => params.expected);
    expect(['0.3', '0.05', '30', '1'].map(offered)).toEqual([['30% / 0.3%'], ['5% / 0.05%'], ['30%'], ['1% / 100%']]);
    const weight = found([C, 'weight: 40%', 'weight: 0.4']).find(({ code }) => code === 'share-without-percent');
    expect(weight?.params).toEqual({ found: '0.4', expected: '40% / 0.4%', corrected: 'weight: 40%', otherwise: 'weight: 0.4%' });
  });

  test('a threshold or stretch far from its target, and near to one as a multiple of it, is asked about', () => {
    const warned = (target: string, threshold: string, stretch: string) =>
      found(
        [C, 'target: { 2026-01: 3.0, 2026-07: 3.3 }', `target: ${target}`],
        [C, 'threshold: 0.8x', `threshold: ${threshold}`],
        [C, 'stretch: 1.2x', `stretch: ${stretch}`],
      ).map(({ code, severity, params }) => [code, severity, params.corrected]);
    expect(warned('3.5', '0.8', '4')).toEqual([['level-as-multiple', 'warning', 'threshold: 0.8x']]);
    expect(warned('3.5', '2.8', '120')).toEqual([['level-as-multiple', 'warning', 'stretch: 1.2x']]);
    expect(warned('3.5', '{ 2026-01: 0.8x, 2026-07: 0.9 }', '4')).toEqual([['level-as-multiple', 'warning', '2026-07: 0.9x']]);
    // 1.6 is twice 0.8, and 1.5 less than that; 0.4 of the target nobody writes as a multiple
    expect(warned('1.6', '0.8', '4')).toEqual([['level-as-multiple', 'warning', 'threshold: 0.8x']]);
    expect(warned('1.5', '0.8', '4')).toEqual([]);
    expect(warned('3.5', '0.4', '4')).toEqual([]);
    // 80 may well be what is wanted of a target of 300, and hardly of one of 400
    expect(warned('300', '80', '350')).toEqual([]);
    expect(warned('400', '80', '450')).toEqual([['level-as-multiple', 'warning', 'threshold: 0.8x']]);
    // where one of the targets is near, it may be meant
    expect(warned('{ 2026-01: 1, 2026-07: 3.5 }', '0.8', '4')).toEqual([]);
  });

  test('one on the wrong side of its target is answered with the multiple', () => {
    const offered = (...edits: Parameters<typeof found>) => found(...edits).map(({ code, params }) => [code, params.corrected]);
    expect(offered([C, 'stretch: 1.2x', 'stretch: { 2026-01: 4, 2026-07: 1.2 }'])).toEqual([['levels-order', '2026-07: 1.2x']]);
    expect(offered([C, 'threshold: 1.4x', 'threshold: 1.4'])).toEqual([['levels-order', 'threshold: 1.4x']]);
    expect(offered([C, 'threshold: 1.4x', 'threshold: 20'])).toEqual([['levels-order', undefined]]);
  });

  test('a plus is refused, and may be a change of the value before', () => {
    const offered = (find: string, replacement: string) =>
      found([C, find, replacement]).map(({ code, params }) => [code, params.corrected, params.otherwise]);
    expect(offered('2026-07: 3.3', '2026-07: +0.4')).toEqual([['plus-sign', '2026-07: 3.4', '2026-07: 0.4']]);
    expect(offered('2026-07: 3.3', '2026-07: +10%')).toEqual([['plus-sign', '2026-07: 3.3', '2026-07: 10%']]);
    expect(offered('atLeast: 30%', 'atLeast: { 2026-01: 30%, 2026-07: +5% }')).toEqual([['plus-sign', '2026-07: 35%', '2026-07: 5%']]);
    expect(offered('    target: 25', '    target: +25')).toEqual([['plus-sign', 'target: 25', undefined]]);
  });

  test('levels of money have none', () => {
    expect(codes([C, '    target: 100000', '    target: 100000%'])).toEqual(['money-with-percent']);
  });

  test('a wager on money pays a share of it, one on a number an amount', () => {
    expect(codes([C, 'rate: 10%', 'rate: 10'])).toEqual(['share-without-percent']);
    expect(
      codes(
        [C, 'metric: net_revenue, better: higher, target: 1200000', 'metric: roas, better: higher, target: 3'],
        [C, 'rate: 10%', 'rate: 1000'],
      ),
    ).toEqual([]);
  });
});

describe('references', () => {
  test('everything that is named must exist', () => {
    expect(codes([C, 'blocks: [reward]', 'blocks: [rewards]'])).toEqual(['unknown-reference']);
    expect(codes([C, 'waives: [late]', 'waives: [later]'])).toEqual(['unknown-reference']);
    expect(codes([C, 'by: composite', 'by: composit'])).toEqual(['unknown-reference']);
    expect(codes([C, 'of: base, by', 'of: basis, by'])).toEqual(['unknown-reference']);
    expect(codes([C, 'scoreAs: 100%', 'scoreAs: 100%'], [C, 'kpis: [roas], scoreAs', 'kpis: [roa], scoreAs'])).toEqual([
      'unknown-reference',
    ]);
    expect(codes([C, '    metric: roas\n', '    metric: roass\n'])).toEqual(['unknown-reference']);
    expect(codes([C, 'baseline: { roas:', 'baseline: { raos:'])).toEqual(['unknown-reference']);
    expect(codes([C, 'signatories: [bob]', 'signatories: [bobby]'])).toEqual(['unknown-reference']);
    expect(codes([D, 'of: orders\n', 'of: order\n'])).toEqual(['unknown-reference']);
    expect(codes([D, 'fx: { fact: rates', 'fx: { fact: rate'])).toEqual(['unknown-reference']);
    expect(codes([D, 'left: paid_revenue', 'left: net_revenue'])).toEqual(['unknown-reference']);
    expect(codes([D, 'formula: cost / new_customers', 'formula: cost / new_customer'])).toEqual(['unknown-reference']);
  });

  test('a workspace is optional, and people are then not looked up', () => {
    const files = editedFiles([[C, 'signatories: [bob]', 'signatories: [nobody]']]);
    files.delete(rootPath('workspace.yaml'));
    expect(loadContract(GOOD_ID, files).issues).toEqual([]);
  });

  test('a metric is used through another metric, a gate, a fee or the baseline', () => {
    // roas leads to ad_spend, margin is only in a gate, new_customers_total only in a milestone.
    expect(codes([C, '\n    minimum: { metric: ad_spend, atLeast: 10000 }', ''])).toEqual([]);
    expect(codes([C, 'gates:\n  - { id: margin, metric: gross_margin, atLeast: 30%, blocks: [reward] }\n', ''])).toEqual(['unused-id']);
    expect(
      codes(
        [C, 'gates:\n  - { id: margin, metric: gross_margin, atLeast: 30%, blocks: [reward] }\n', ''],
        [C, 'baseline: { roas:', 'baseline: { gross_margin: { 2025-12: 30% }, roas:'],
      ),
    ).toEqual([]);
  });

  test('a fact of a table that only a view reads says how it is written, and is used by that', () => {
    const fact = (table: string) =>
      [D, 'facts:\n', `facts:\n  own: { table: ${table}, format: { encoding: gb18030 }, grain: [day], custodian: brand }\n`] as const;
    expect(codes(fact('raw.ads'))).toEqual([]);
    expect(codes(fact('raw.ad'))).toEqual(['unused-id']);
    expect(codes(fact('raw.ads_2'))).toEqual(['unused-id']);
  });

  test('measures only a reconciliation names are used', () => {
    expect(
      codes([D, 'reconcile:\n  - { id: shop-vs-ads, left: paid_revenue, right: ad_revenue, tolerance: 5%, onBreach: flag }\n', '']),
    ).toEqual(['unused-id']);
  });
});

describe('all issues are found at once', () => {
  test('in every file', () => {
    const found = codesOf([
      ['workspace.yaml', 'github: 201', 'github: two'],
      [C, 'weight: 40%', 'weight: 40'],
      [C, 'by: roas, bands', 'bye: roas, bands'],
      [D, 'custodian: provider', 'custodian: agency'],
      ['events/2026-03-07-paid.yaml', 'amount: 5000.00', 'amount: much'],
    ]);
    expect(found.sort()).toEqual(['share-without-percent', 'unknown-field', 'wrong-value', 'github-login', 'wrong-form'].sort());
  });

  test('in the order of files, lines and columns', () => {
    const { issues } = loadContract(
      GOOD_ID,
      editedFiles([
        [C, 'by: roas, bands', 'by: x, bands'],
        [C, 'of: base, by', 'of: y, by'],
        [C, 'dueDay: 10', 'dueDay: 29'],
      ]),
    );
    expect(issues.map(({ at, code }) => `${at.line}:${at.column} ${code}`)).toEqual([
      '52:36 unknown-reference',
      '52:43 unknown-reference',
      '57:58 due-day',
    ]);
  });
});

test('a folder without files has two missing', () => {
  expect(loadContract('ghost', new Map()).issues.map(({ at }) => at.path)).toEqual([
    'contracts/ghost/contract.yaml',
    'contracts/ghost/definitions.yaml',
  ]);
});

test('a markup is on the cost or on what is paid, never both: the other one is shown', () => {
  const markup = (text: string): string[] => {
    const fee = `  - { id: media, kind: pass_through, cost: ad_spend, markup: ${text} }\n`;
    return found([C, '  - { id: vat,', `${fee}  - { id: vat,`]).map(
      ({ code, at, params }) => `${at.line}:${at.column} ${code} ${params.found}`,
    );
  };
  expect(markup('{ 2026-01: 10%, 2026-07: 12% }')).toEqual([]);
  expect(markup('{ gross: { 2026-01: 10%, 2026-07: 12% } }')).toEqual([]);
  expect(markup('{ gross: 15%, 2026-01: 10% }')).toEqual(['54:64 schedule-mixed "gross"']);
  expect(markup('{ 2026-01: 10%, gross: 15% }')).toEqual(['54:78 schedule-mixed "gross"']);
});
