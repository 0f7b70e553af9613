import { describe, expect, test } from 'vitest';
import { classify } from '../../src/amendment/classify.js';
import { diffDocuments } from '../../src/amendment/diff-terms.js';
import { amendmentParts } from '../../src/report/amendment.js';
import { definitions, settleDays } from '../settlement/relationship.js';
import { amendTo, CLAUSES, fees, kpis, termsOf } from './clauses.js';

const codes = (amendment: ReturnType<typeof amendTo>) => amendment.findings.map(({ code }) => code);
const july = (target: number | string) => kpis('roas', { target: { '2026-01': 3, '2026-07': target } });

describe('classes of changes', () => {
  test.each([
    ['editorial', { title: 'Another title' }],
    ['operational', { stage: 'pilot' }],
    ['governance', { acceptance: { days: 10, silence: 'waits' } }],
    // The three add up to the day of payment: 5 days after the period's end, 10 to dispute, 15 to pay.
    ['economic', { calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 2, trueUpPeriods: 3 } }],
    ['economic', { acceptance: { days: 20, silence: 'accepts' } }],
    ['economic', { payment: { dueDays: 30 } }],
    [
      'governance',
      { parties: { brand: { name: 'Brand', signatories: ['alice', 'ann'] }, provider: { name: 'Agency', signatories: ['bob'] } } },
    ],
    [
      'governance',
      {
        parties: {
          brand: { name: 'Brand', legal: { name: 'Brand, Inc.', taxId: '84-1234567' }, signatories: ['alice'] },
          provider: { name: 'Agency', signatories: ['bob'] },
        },
      },
    ],
    ['economic', july('3.3')],
  ] as const)('%s: %o', (expected, clauses) => {
    expect(amendTo(termsOf(clauses)).class).toBe(expected);
  });

  describe.each(['title', 'label', 'text', 'decimals', 'order', 'by', 'bridge', 'owner', 'access'])(
    'what is named “%s” is what it is',
    (id) => {
      const classes = (clauses: Parameters<typeof termsOf>[0]) =>
        amendTo(termsOf(clauses)).changes.map((change) => [change.path.join('/'), change.kind, change.class, change.favours]);

      test('a fee that is added, changed and taken away', () => {
        const extra = (amount: unknown) => ({ fees: [...CLAUSES.fees, { id, kind: 'retainer', amount }] });
        expect(classes(extra(500))).toEqual([[`fees/${id}`, 'added', 'retroactive', 'provider']]);
        const removed = amendTo(termsOf(), { base: termsOf(extra(500)) });
        expect([removed.class, removed.refused]).toEqual(['retroactive', true]);
        const changed = amendTo(termsOf(extra(600)), { base: termsOf(extra(500)) });
        expect([changed.class, changed.refused]).toEqual(['retroactive', true]);
      });

      test('a measure that is added is a definition, and a person a rule', () => {
        expect(classify({ path: ['measures', id] })).toBe('definition');
        const people = { alice: { name: 'Alice', github: 1 } };
        const [change] = diffDocuments({ people }, { people: { ...people, [id]: { name: 'Bob', github: 2 } } });
        expect(change && [change.path, classify(change)]).toEqual([['people', id], 'governance']);
      });
    },
  );

  test('where messages go and what a new contract begins with moves no money; whose account merges is a rule', () => {
    expect(['notify', 'defaults', 'github'].map((clause) => classify({ path: [clause] }))).toEqual([
      'operational',
      'operational',
      'governance',
    ]);
  });

  test('a measure that takes other rows is a definition; so is what it says in words', () => {
    const words = definitions(true);
    const measures = { ...(words.measures as object), spend: { definition: 'all cost', of: 'ads', sum: 'cost', when: 'ts' } };
    expect(amendTo(termsOf({}, { ...words, measures })).changes.map((change) => [change.path.join('/'), change.class])).toEqual([
      ['measures/spend/definition', 'definition'],
    ]);
  });

  test('a changed text of a period that has begun is retroactive, and refused', () => {
    const amendment = amendTo(termsOf(kpis('roas', { target: '3.3' })));
    expect(amendment.class).toBe('retroactive');
    expect(amendment.refused).toBe(true);
    expect(amendment.findings[0]).toMatchObject({ code: 'begun-period', with: { from: '2026-01', to: '2026-03' } });
  });

  test('a term without a schedule reaches the running period', () => {
    expect(codes(amendTo(termsOf(fees('sales', { mode: 'whole' }))))).toEqual(['begun-period']);
    expect(codes(amendTo(termsOf(fees('sales', { mode: 'whole' })), { asOf: '2025-12-01' }))).toEqual([]);
  });

  test('a fee that is 0 until July reaches July; one that is paid at once the running month', () => {
    const added = (amount: unknown) => termsOf({ fees: [...CLAUSES.fees, { id: 'extra', kind: 'retainer', amount }] });
    const later = amendTo(added({ '2026-01': 0, '2026-07': 500 }));
    expect(later.changes[0]?.reaches[0]).toBe('2026-07');
    expect(later.refused).toBe(false);
    expect(codes(amendTo(added(500)))).toEqual(['begun-period']);
  });

  test('a definition reaches begun periods with a warning, since data must be able to move', () => {
    const words = definitions(true);
    const facts = { ...(words.facts as object), ads: { table: 'shop.ads_v2', grain: ['id'], custodian: 'provider' } };
    const amendment = amendTo(termsOf({}, { ...words, facts }));
    expect(amendment).toMatchObject({ class: 'definition', refused: false, favours: 'unclear' });
    expect(codes(amendment)).toEqual(['definition-reaches-begun']);
  });

  test('an event or statement that is edited is refused', () => {
    expect(amendTo(termsOf(), { recordsChanged: ['contracts/x/events/2026-02-01-a.yaml'] })).toMatchObject({
      class: 'retroactive',
      refused: true,
    });
  });
});

describe('the rules of an amendment', () => {
  test('notice: fourteen days before April are reached on 18 March and missed on the 19th', () => {
    const april = termsOf(kpis('roas', { target: { '2026-01': 3, '2026-04': '3.3' } }));
    expect(codes(amendTo(april, { asOf: '2026-03-18' }))).toEqual([]); // 14 days later is 1 April
    expect(codes(amendTo(april, { asOf: '2026-03-19' }))).toEqual(['notice']);
  });

  test('a step against the value replaced: 20% is allowed, more is not', () => {
    expect(codes(amendTo(termsOf(july('3.6'))))).toEqual([]);
    const over = amendTo(termsOf(july('3.61')));
    expect(over.findings).toMatchObject([
      { code: 'max-target-change', with: { period: '2026-07', before: '3', after: '3.61', limit: '0.2' } },
    ]);
    expect(codes(amendTo(termsOf(july('2.39'))))).toEqual(['max-target-change']);
  });

  test('every broken step and every two that are too close are named at once, each by its first month', () => {
    const base = termsOf(kpis('roas', { target: { '2026-01': '2.9', '2026-10': 3 } }));
    const target = { '2026-01': '2.9', '2026-06': '3.6', '2026-07': '3.7', '2026-10': '3.5', '2026-12': '3.9' };
    const { findings } = amendTo(termsOf(kpis('roas', { target })), { base });
    // 0.7 / 2.9 = 24.14%, 0.8 / 2.9 = 27.59%, 0.5 / 3 = 16.67% is within 20%, 0.9 / 3 = 30%; all are within 40% of the first.
    expect(
      findings.map(({ code, with: { period, before, after, earlier, later } }) => [code, earlier ?? period, later ?? `${before} ${after}`]),
    ).toEqual([
      ['max-target-change', '2026-06', '2.9 3.6'],
      ['max-target-change', '2026-07', '2.9 3.7'],
      ['max-target-change', '2026-12', '3 3.9'],
      ['min-periods-between', '2026-06', '2026-07'],
      ['min-periods-between', '2026-10', '2026-12'],
    ]);
  });

  test('drift against the first signed: three allowed steps are too far together', () => {
    const firstSigned = termsOf();
    const base = termsOf(kpis('roas', { target: '3.6' }));
    const head = termsOf(kpis('roas', { target: { '2026-01': '3.6', '2026-07': '4.25' } }));
    expect(codes(amendTo(head, { base, firstSigned }))).toEqual(['max-drift']); // 4.25 / 3.6 is within 20%, 4.25 / 3 is not within 40%
    expect(codes(amendTo(head, { base }))).toEqual([]);
  });

  test('two steps of one target closer than three periods', () => {
    const twice = (second: string) => termsOf(kpis('roas', { target: { '2026-01': 3, '2026-06': '3.1', [second]: '3.2' } }));
    expect(codes(amendTo(twice('2026-08')))).toEqual(['min-periods-between']);
    expect(codes(amendTo(twice('2026-09')))).toEqual([]);
  });

  test('the rules are those of the text that is replaced', () => {
    const loosened = termsOf({ ...july('6'), amendments: { noticeDays: 0, maxTargetChange: '500%' } });
    expect(codes(amendTo(loosened))).toEqual(['max-target-change', 'max-drift']);
  });

  test('a settled period cannot be changed even where its schedule is moved', () => {
    const ledger = settleDays(termsOf(), [], [{ asOf: '2026-02-10', values: { '2026-01': { revenue: '9000', spend: '3000' } } }]);
    const head = termsOf(kpis('roas', { target: { '2026-01': '2.9', '2026-02': 3 } }));
    const amendment = amendTo(head, { ledger });
    expect(amendment.findings).toMatchObject([{ code: 'settled-period', with: { from: '2026-01', to: '2026-01' } }]);
    expect(amendment.class).toBe('retroactive');
  });

  describe('what can act in settled periods alone is refused', () => {
    const values = {
      '2026-01': { revenue: '9000', spend: '3000' },
      '2026-02': { revenue: '9000', spend: '3000' },
      '2026-03': { revenue: '9000', spend: '3000' },
    };
    const grace = (waives: string, periods = 2) => termsOf({ grace: { from: '2026-01', periods, waives: [waives] } });
    const ledger = settleDays(grace('late'), [], [{ asOf: '2026-04-10', values }]);
    const judged = (head: Parameters<typeof amendTo>[0], base = grace('late')) => {
      const { findings, class: kind, refused } = amendTo(head, { base, ledger, asOf: '2026-04-10' });
      return [kind, refused, findings.map(({ code, with: { from, to, period } }) => [code, from ?? period, to ?? ''])];
    };

    test('grace of January and February, settled up to March', () => {
      expect(judged(grace('reward'))).toEqual(['retroactive', true, [['settled-period', '2026-01', '2026-02']]]);
      expect(judged(termsOf())).toEqual(['retroactive', true, [['settled-period', '2026-01', '2026-02']]]);
      // A fourth and a fifth month of it: only March has been settled without it.
      expect(judged(grace('late', 5))).toEqual(['retroactive', true, [['settled-period', '2026-03', '2026-03']]]);
    });

    test('grace that begins in June', () => {
      const later = (waives: string) => termsOf({ grace: { from: '2026-06', periods: 2, waives: [waives] } });
      expect(judged(later('reward'), later('late'))).toEqual(['economic', false, []]);
    });

    test('a milestone that was due in February', () => {
      const built = (amount: number) =>
        termsOf({
          fees: [
            ...CLAUSES.fees,
            { id: 'site', kind: 'milestone', amount: { '2026-01': 0, '2026-02': amount, '2026-03': 0 }, due: '2026-02-20' },
          ],
        });
      expect(judged(built(800), built(500))).toEqual(['retroactive', true, [['settled-period', '2026-02', '2026-02']]]);
    });

    test('a rule of the whole term, after the last period', () => {
      const short = (rounding: string) => termsOf({ term: { from: '2026-01-01', to: '2026-03-31' }, rounding });
      expect(judged(short('half_up'), short('half_even'))).toEqual(['retroactive', true, [['settled-period', '2026-01', '2026-03']]]);
    });
  });

  test('a contract with statements is not removed', () => {
    const ledger = settleDays(termsOf(), [], [{ asOf: '2026-02-10', values: { '2026-01': { revenue: '9000', spend: '3000' } } }]);
    expect(codes(amendTo(null, { ledger }))).toEqual(['settled-contract-removed']);
    expect(codes(amendTo(null))).toEqual([]);
  });
});

describe('whom a change favours', () => {
  test.each([
    ['brand', 'a higher target of a KPI that counts up', july('3.3')],
    ['provider', 'a lower one', july('2.9')],
    ['provider', 'a higher cap of the score', kpis('gmv', { cap: '160%' })],
    ['brand', 'a higher minimum', kpis('roas', { minimum: { metric: 'gmv', atLeast: 200 } })],
    ['unclear', 'a weight that moves between KPIs', { kpis: CLAUSES.kpis.map((kpi) => ({ ...kpi, weight: '50%' })) }],
    ['unclear', 'a threshold that comes down while the stretch goes up', kpis('gmv', { threshold: '0.7x', stretch: '1.3x' })],
    ['provider', 'a higher retainer', fees('base', { amount: 3100 })],
    ['provider', 'a tier that is higher from 8,000 on', fees('sales', { tiers: { 0: '5%', 8000: '8%' } })],
    ['unclear', 'a tier that is lower first and higher later', fees('sales', { tiers: { 0: '4%', 8000: '9%' } })],
    ['brand', 'whole tiers made marginal', fees('sales', { mode: 'marginal' })],
    [
      'provider',
      'a point of a bonus that starts earlier',
      fees('reward', { points: { '70%': '50%', '80%': '50%', '100%': '100%', '150%': '200%' } }),
    ],
    ['unclear', 'a steeper bonus', fees('reward', { points: { '80%': '40%', '100%': '100%', '150%': '220%' } })],
    ['brand', 'steps instead of a line', fees('reward', { shape: 'step' })],
    ['brand', 'a larger deduction', fees('late', { bands: { '80%': '12%' } })],
    ['brand', 'a lower cap', fees('ceiling', { period: 15000 })],
    ['brand', 'a harder gate before a bonus', { gates: [{ id: 'floor_sales', metric: 'gmv', atLeast: 600, blocks: ['reward'] }] }],
    [
      'unclear',
      'a gate before a bonus and a penalty',
      { gates: [{ id: 'floor_sales', metric: 'gmv', atLeast: 600, blocks: ['reward', 'late'] }] },
    ],
    ['unclear', 'another tax rate', fees('vat', { rate: '9%' })],
    ['neither', 'a title', { title: 'x' }],
    ['provider', 'a grace period for a penalty', { grace: { from: '2026-01', periods: 2, waives: ['late'] } }],
    ['unclear', 'a grace period for a penalty and a bonus', { grace: { from: '2026-01', periods: 2, waives: ['late', 'reward'] } }],
    [
      'brand',
      'a penalty more',
      { fees: [...CLAUSES.fees, { id: 'fine', kind: 'penalty', amount: 100, by: 'gmv', bands: { '50%': '100%' } }] },
    ],
    [
      'unclear',
      'more retainer for a lower cap',
      {
        fees: CLAUSES.fees.map((fee) =>
          fee.id === 'base' ? { ...fee, amount: 4000 } : fee.id === 'ceiling' ? { ...fee, period: 10000 } : fee,
        ),
      },
    ],
  ] as const)('%s: %s', (expected, name, clauses) => {
    const base = name === 'whole tiers made marginal' ? termsOf(fees('sales', { mode: 'whole' })) : termsOf();
    expect(amendTo(termsOf(clauses), { base }).favours).toBe(expected);
  });

  test('a lower target of a KPI that counts down is harder', () => {
    const down = (target: number) => termsOf(kpis('roas', { better: 'lower', threshold: 9, target: { '2026-01': 3, '2026-07': target } }));
    expect(amendTo(down(2), { base: down(3) }).favours).toBe('brand');
  });

  test('a duty that is late only if claimed is easier for whoever owes it', () => {
    const duty = (owes: 'brand' | 'provider', lateIf: 'claimed' | 'unproven') => {
      const scoreAs = owes === 'brand' ? { scoreAs: '100%' } : {};
      return termsOf({ duties: [{ id: 'd', owes, title: 'D', dueDay: 5, lateIf, ifLate: { kpis: ['gmv'], ...scoreAs } }] });
    };
    const favours = (owes: 'brand' | 'provider', from: 'claimed' | 'unproven', to: 'claimed' | 'unproven') =>
      amendTo(duty(owes, to), { base: duty(owes, from) }).favours;
    expect(favours('brand', 'unproven', 'claimed')).toBe('brand');
    expect(favours('provider', 'unproven', 'claimed')).toBe('provider');
    expect(favours('provider', 'claimed', 'unproven')).toBe('brand');
  });

  test('a KPI that no fee follows favours nobody', () => {
    const plain = { gates: [], fees: [{ id: 'base', kind: 'retainer', amount: 1 }] };
    expect(amendTo(termsOf({ ...july('3.3'), ...plain }), { base: termsOf(plain) }).favours).toBe('neither');
  });
});

describe('what the last settled periods would have paid', () => {
  const values = {
    '2026-01': { revenue: '9000', spend: '3000' },
    '2026-02': { revenue: '10000', spend: '3200' },
    '2026-03': { revenue: '12000', spend: '4000' },
    '2026-04': { revenue: '10000', spend: '4000' },
  };
  const ledger = settleDays(termsOf(), [], [{ asOf: '2026-05-06', values }]);
  const shown = (amendment: ReturnType<typeof amendTo>) =>
    amendment.effects.map(({ from, periods, difference }) => ({
      from,
      periods: periods.map((period) => `${period.period} ${period.difference}`),
      difference,
    }));

  test('a retainer that rises by 100 from July on: 106 a month with tax, for the last three', () => {
    const head = termsOf(fees('base', { amount: { '2026-01': 3000, '2026-07': 3100 } }));
    const amendment = amendTo(head, { ledger, asOf: '2026-05-10' });
    expect(amendment.findings).toEqual([]);
    expect(shown(amendment)).toEqual([
      // In April ROAS is 2.5 of 3: scored 83.33%, so nothing is deducted and the whole 100 is paid.
      { from: '2026-07', periods: ['2026-02 106.00', '2026-03 106.00', '2026-04 106.00'], difference: '318.00' },
    ]);
  });

  test('a target of 3.3 instead of 3, by hand', () => {
    const head = termsOf(july('3.3'));
    const [effect] = amendTo(head, { ledger, asOf: '2026-05-10' }).effects;
    const april = effect?.periods.at(-1);
    // gmv 10000 scores 100%. ROAS 2.5: 2.5/3 = 83.33% before, 2.5/3.3 = 75.7575…% after, below the band of 80%.
    // Composite 0.6 + 0.4 × 2.5/3 = 93.33% → pays 50% + (13.33/20) × 50% = 83.33% of 5000 = 4166.67;
    // after 0.6 + 0.4 × 0.757575… = 90.30303% → 75.7575…% of 5000 = 3787.88. Penalty 10% of 3000.
    expect(april?.lines.filter(({ difference }) => difference !== '0.00')).toEqual([
      { line: 'reward', before: '4166.67', after: '3787.88', difference: '-378.79', cause: null },
      { line: 'late', before: '0.00', after: '-300.00', difference: '-300.00', cause: null },
      { line: 'vat', before: '462.40', after: '421.67', difference: '-40.73', cause: null },
    ]);
    expect(april).toMatchObject({ before: '8169.07', after: '7449.55', difference: '-719.52' });
  });

  test('each start of a change in steps has its own effect', () => {
    const head = termsOf(fees('base', { amount: { '2026-01': 3000, '2026-07': 3100, '2026-10': 3200 } }));
    expect(shown(amendTo(head, { ledger, asOf: '2026-05-10' })).map(({ from, difference }) => [from, difference])).toEqual([
      ['2026-07', '318.00'],
      ['2026-10', '636.00'],
    ]);
  });

  test('a new fee that is 0 until September is shown as it is from September on', () => {
    const amount = { '2026-01': 0, '2026-09': 500 };
    const head = termsOf({ fees: [...CLAUSES.fees, { id: 'extra', kind: 'retainer', amount }] });
    expect(shown(amendTo(head, { ledger, asOf: '2026-05-10' })).map(({ from, difference }) => [from, difference])).toEqual([
      ['2026-09', '1590.00'],
    ]);
  });

  test('what came in late is in the period that it belongs to, and is no true-up', () => {
    const late = { ...values, '2026-03': { revenue: '11000', spend: '4000' } };
    const twice = settleDays(
      termsOf(),
      [],
      [
        { asOf: '2026-04-06', values },
        { asOf: '2026-05-06', values: late },
      ],
    );
    const head = termsOf(fees('base', { amount: { '2026-01': 3000, '2026-07': 3100 } }));
    const [effect] = amendTo(head, { ledger: twice, asOf: '2026-05-10' }).effects;
    expect(effect?.periods.flatMap(({ lines }) => lines.map(({ line }) => line)).filter((line) => line.includes('true-up'))).toEqual([]);
    // 5% of 8000 and 7% of 3000, not of the 4000 that March was settled on first.
    expect(effect?.periods[1]?.lines.find(({ line }) => line === 'sales')).toMatchObject({ before: '610.00', after: '610.00' });
  });

  test('a line that is not known hides no other: 106 for February, March and what is known of April, which is named', () => {
    // Without any spend April's ROAS divides by zero: what depends on it is held.
    const held = { ...values, '2026-04': { revenue: '10000', spend: '0' } };
    const partly = settleDays(termsOf(), [], [{ asOf: '2026-05-06', values: held }]);
    const head = termsOf(fees('base', { amount: { '2026-01': 3000, '2026-07': 3100 } }));
    const amendment = amendTo(head, { ledger: partly, asOf: '2026-05-10' });
    expect(shown(amendment)).toEqual([
      { from: '2026-07', periods: ['2026-02 106.00', '2026-03 106.00', '2026-04 null'], difference: '318.00' },
    ]);
    expect(amendment.effects[0]).toMatchObject({ unknown: ['2026-04'], counted: ['2026-02', '2026-03', '2026-04'] });
    const parts = amendmentParts({ amendment, terms: head, access: [], records: [], reads: [] }, 'en');
    expect(parts?.figures).toMatchObject([
      {
        label: 'Had it held in the last 3 settled periods, as it is from 2026-07 on:',
        value: 'USD +318.00',
        notes: [[{}], [{ text: 'Of 2026-04 only the lines that can be computed from the evidence in the ledger are counted.' }]],
      },
    ]);
  });

  test('a month in which nothing known moves is left out, and said so', () => {
    // What changes is paid by ROAS alone, which April does not know: its other lines say nothing of it.
    const held = { ...values, '2026-04': { revenue: '10000', spend: '0' } };
    const partly = settleDays(termsOf(), [], [{ asOf: '2026-05-06', values: held }]);
    const head = termsOf(fees('reward', { pool: { '2026-01': 5000, '2026-07': 5100 } }));
    const amendment = amendTo(head, { ledger: partly, asOf: '2026-05-10' });
    expect(amendment.effects[0]).toMatchObject({ unknown: ['2026-04'], counted: ['2026-02', '2026-03'] });
    expect(JSON.stringify(amendmentParts({ amendment, terms: head, access: [], records: [], reads: [] }, 'en')?.figures)).toContain(
      'Without 2026-04: a line there cannot be computed from the evidence in the ledger.',
    );
  });

  test('a measure that is defined anew is not guessed', () => {
    const words = definitions(true);
    const measures = {
      ...(words.measures as object),
      spend: { definition: 'ad cost', of: 'ads', sum: 'cost', when: 'ts', where: { kind: 'paid' } },
    };
    const [effect] = amendTo(termsOf({}, { ...words, measures }), { ledger, asOf: '2026-05-10' }).effects;
    expect(effect?.unmeasured).toEqual(['spend']);
    expect(effect?.difference).toBeNull();
    const lines = effect?.periods.at(-1)?.lines ?? [];
    expect(lines.find(({ line }) => line === 'sales')).toMatchObject({ difference: '0.00' });
    expect(lines.find(({ line }) => line === 'reward')).toMatchObject({ after: null, difference: null });
  });

  test('a formula over measures that are there is computed', () => {
    const words = definitions(true);
    const metrics = {
      ...(words.metrics as object),
      roas: { title: 'ROAS', formula: 'revenue / (2 * spend)', unit: 'number', type: 'ratio' },
    };
    const [effect] = amendTo(termsOf({}, { ...words, metrics }), { ledger, asOf: '2026-05-10' }).effects;
    expect(effect?.unmeasured).toEqual([]);
    expect(effect?.periods.at(-1)?.lines.find(({ line }) => line === 'late')).toMatchObject({ before: '0.00', after: '-300.00' });
  });

  test('nothing settled, another currency, a new contract: said, not computed', () => {
    expect(amendTo(termsOf(july('3.3'))).noEffect).toBe('nothing-settled');
    expect(amendTo(termsOf({ currency: 'EUR' }), { ledger }).noEffect).toBe('frame-changed');
    expect(amendTo(termsOf({ title: 'x' }), { ledger }).noEffect).toBe('no-money-changed');
    expect(amendTo(null, { ledger }).noEffect).toBe('removed-contract');
  });
});
