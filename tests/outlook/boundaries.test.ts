import { describe, expect, test } from 'vitest';
import { boundariesOf } from '../../src/outlook/boundaries.js';
import { payAtLevels } from '../../src/outlook/levels.js';
import { quoteOf } from '../../src/outlook/quote.js';
import { boundaryBlocks } from '../../src/report/boundaries.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { definitions, relationship } from '../settlement/relationship.js';
import { termsDrawn } from './drawn-terms.js';

/* Worked examples of the contract language (section 8), a cent or a hundredth of a percent on either side of each level. Figures by hand. */

const KPI = { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 10000, threshold: '0.8x' };

function boundaries(fees: readonly object[], more: object = {}, words = definitions(false)): string[] {
  const { terms } = relationship({ kpis: [KPI], fees, ...more }, words);
  return boundariesOf(terms).map(({ of, examples }) => {
    const { kind, ...names } = of;
    const shown = examples.map(({ figure, score, pay }) => [figure, ...(score === null ? [] : [score]), pay].join(' → '));
    return `${kind} ${Object.values(names).join(' ')}: ${shown.join(' | ')}`;
  });
}

const ofFee = (id: string, all: readonly string[]) => all.filter((each) => each.split(':')[0]?.split(' ').includes(id) === true);

test('points of a bonus: nothing below the first, in proportion from it on', () => {
  const bonus = { id: 'reward', kind: 'bonus', by: 'composite', pool: 5000, points: { '80%': '50%', '100%': '100%', '150%': '200%' } };
  expect(ofFee('reward', boundaries([bonus]))).toEqual([
    'score reward: 0.7999 → 0.00 | 0.8 → 2500.00 | 0.8001 → 2501.25',
    'score reward: 0.9999 → 4998.75 | 1 → 5000.00 | 1.0001 → 5001.00',
    'score reward: 1.4999 → 9999.00 | 1.5 → 10000.00 | 1.5001 → 10000.00',
  ]);
});

test('tiers of a commission and of a rebate: exactly at a tier is in it', () => {
  const tiers = { from: { 0: '5%', 100000: '7%' }, back: { 0: '2%', 1000000: '5%' } };
  const fees = [
    { id: 'parts', kind: 'commission', base: 'gmv', tiers: tiers.from, mode: 'marginal' },
    { id: 'whole', kind: 'commission', base: 'gmv', tiers: tiers.from, mode: 'whole', accumulate: 'term' },
    { id: 'back', kind: 'rebate', base: 'gmv', tiers: tiers.back, mode: 'whole' },
  ];
  const all = boundaries(fees);
  expect(ofFee('parts', all)).toEqual(['base parts gmv: 99999.99 → 5000.00 | 100000 → 5000.00 | 100000.01 → 5000.00']);
  expect(ofFee('whole', all)).toEqual(['base whole gmv: 99999.99 → 5000.00 | 100000 → 7000.00 | 100000.01 → 7000.00']);
  expect(ofFee('back', all)).toEqual(['base back gmv: 999999.99 → -20000.00 | 1000000 → -50000.00 | 1000000.01 → -50000.00']);
});

test('a limit is of what is paid: of a cost of 27,200 at gross 15%, and of the first cent whose 1.15 reaches it', () => {
  const media = (more: object) => ofFee('media', boundaries([{ id: 'media', kind: 'pass_through', cost: 'gmv', upTo: 32000, ...more }]));
  // 27,199.99 ÷ 0.85 = 31,999.988…; what 27,200.01 comes to above 32,000 waits
  expect(media({ markup: { gross: '15%' } })).toEqual(['limit media gmv: 27199.99 → 31999.99 | 27200 → 32000.00 | 27200.01 → 32000.00']);
  // 27,826.08 × 1.15 = 31,999.992, 27,826.09 × 1.15 = 32,000.0035
  expect(media({ markup: '15%' })).toEqual(['limit media gmv: 27826.08 → 31999.99 | 27826.09 → 32000.00 | 27826.1 → 32000.00']);
  expect(media({ upTo: undefined })).toEqual([]);
});

test('bands of a penalty: strictly below', () => {
  const fees = [
    { id: 'base', kind: 'retainer', amount: 3000 },
    { id: 'late', kind: 'penalty', of: 'base', by: 'gmv', bands: { '80%': '10%', '60%': '25%' } },
  ];
  expect(ofFee('late', boundaries(fees))).toEqual([
    'score late: 0.5999 → -750.00 | 0.6 → -300.00 | 0.6001 → -300.00',
    'score late: 0.7999 → -300.00 | 0.8 → 0.00 | 0.8001 → 0.00',
  ]);
});

test('what a visit brings is an amount with the digits that it is shown with: 0.85 × 1.50 = 1.275, and a thousandth about it', () => {
  const words = definitions(true) as { metrics: { roas: object } };
  const brings = { ...words, metrics: { ...words.metrics, roas: { ...words.metrics.roas, unit: 'money', decimals: 3 } } };
  const kpi = { ...KPI, id: 'roas', metric: 'roas', target: '1.50', threshold: '0.85x' };
  const { terms } = relationship(
    { kpis: [KPI, kpi].map((each) => ({ ...each, weight: '50%' })), fees: [{ id: 'base', kind: 'retainer', amount: 3000 }] },
    brings,
  );
  const figures = boundariesOf(terms).flatMap(({ of, examples }) =>
    of.kind === 'kpi' ? [[of.kpi, ...examples.map((each) => each.figure)]] : [],
  );
  expect(figures).toEqual([
    ['gmv', '7999.99', '8000', '8000.01'],
    ['gmv', '9999.99', '10000', '10000.01'],
    ['roas', '1.274', '1.275', '1.276'],
    ['roas', '1.499', '1.5', '1.501'],
  ]);
  expect(renderMarkdown(boundaryBlocks(boundariesOf(terms), quoteOf(terms), terms, ['en']), 'en')).toContain('| 1.499 →');
  expect(renderMarkdown(boundaryBlocks(boundariesOf(terms), quoteOf(terms), terms, ['en']), 'en')).toContain('| 1.500 → 100% →');
});

test('a wager turns at its target and where its deadband ends', () => {
  const bet = { metric: 'gmv', better: 'higher', target: 250000, over: 'quarter', deadband: 5000, stake: 2000, onEarlyEnd: 'void' };
  expect(ofFee('bet', boundaries([{ id: 'bet', kind: 'wager', ...bet }]))).toEqual([
    'distance bet gmv: 244999.99 → -2000.00 | 245000 → 0.00 | 245000.01 → 0.00',
    'distance bet gmv: 249999.99 → 0.00 | 250000 → 2000.00 | 250000.01 → 2000.00',
    'distance bet gmv: 254999.99 → 2000.00 | 255000 → 2000.00 | 255000.01 → 2000.00',
  ]);
});

test('levels of a KPI and a gate pay the whole period', () => {
  const fees = [
    { id: 'base', kind: 'retainer', amount: 3000 },
    { id: 'reward', kind: 'bonus', by: 'gmv', pool: 1000, points: { '0%': '0%', '100%': '100%' } },
  ];
  const gates = [{ id: 'enough', metric: 'gmv', atLeast: 9000, blocks: ['reward'] }];
  // 0.01 of the 2000 between threshold and target is 0.0005% of the pool.
  expect(boundaries(fees, { gates })).toEqual([
    'kpi gmv gmv threshold: 7999.99 → 0 → 3000.00 | 8000 → 0 → 3000.00 | 8000.01 → 0.000005 → 3000.00',
    'kpi gmv gmv target: 9999.99 → 0.999995 → 4000.00 | 10000 → 1 → 4000.00 | 10000.01 → 1 → 4000.00',
    // at 9,000 the KPI itself is half way from 8,000 to 10,000
    'gate enough gmv: 8999.99 → 3000.00 | 9000 → 3500.00 | 9000.01 → 3500.00',
    'score reward: 0.9999 → 999.90 | 1 → 1000.00 | 1.0001 → 1000.00',
  ]);
});

describe('a figure is that of everything that goes by its metric', () => {
  const reward = { id: 'reward', kind: 'bonus', by: 'composite', pool: 1000, points: { '0%': '0%', '100%': '100%' } };
  const withRoas = definitions(true);
  const half = { ...KPI, weight: '50%' };
  const roas = { id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '50%', target: '3.0' };
  const minimum = { metric: 'gmv', atLeast: 9000 };

  test('two KPIs with one minimum miss it together, and the KPI of that metric has it too', () => {
    const all = boundaries(
      [reward],
      {
        kpis: [half, { ...roas, minimum, weight: '25%' }, { ...roas, id: 'again', minimum, weight: '25%' }],
      },
      withRoas,
    );
    // below 9,000: 50% × 50% less a two-thousandth of a cent's share; at it 50% × 50% + 50%
    const expected = '8999.99 → 250.00 | 9000 → 750.00 | 9000.01 → 750.00';
    expect(ofFee('minimum', all)).toEqual([`kpi roas gmv minimum: ${expected}`, `kpi again gmv minimum: ${expected}`]);
  });

  test('a level of a KPI is on as much as the minimum of another asks for: 8,000 is below 9,000', () => {
    const all = boundaries([reward], { kpis: [half, { ...roas, minimum }] }, withRoas);
    expect(ofFee('threshold', all)[0]).toBe('kpi gmv gmv threshold: 7999.99 → 0 → 0.00 | 8000 → 0 → 0.00 | 8000.01 → 0.000005 → 0.00');
  });

  test('and what a gate asks for: at 8,000 of 9,000 no bonus, at the target all of it', () => {
    const gates = [{ id: 'enough', metric: 'gmv', atLeast: 9000, blocks: ['reward'] }];
    const all = boundaries([reward], { kpis: [half, roas], gates }, withRoas);
    expect(ofFee('threshold', all)[0]).toContain('8000 → 0 → 0.00');
    expect(ofFee('gmv', all).find((each) => each.includes('target'))).toContain('10000 → 1 → 1000.00');
  });

  test('a minimum of its own metric decides its score: 9,000 of 9,000 is half way, a cent less is nothing', () => {
    const all = boundaries([reward], { kpis: [{ ...KPI, minimum: { ...minimum, atLeast: 9000 } }] });
    expect(ofFee('minimum', all)).toEqual(['kpi gmv gmv minimum: 8999.99 → 0.00 | 9000 → 500.00 | 9000.01 → 500.00']);
    expect(ofFee('threshold', all)[0]).toContain('8000.01 → 0 → 0.00');
  });

  test('two KPIs of one metric have one value of it: 10,000 of 10,000 and half way to 12,000', () => {
    const higher = { ...half, id: 'more', target: 12000, threshold: 8000 };
    const all = boundaries([reward], { kpis: [half, higher] });
    expect(ofFee('target', all)[0]).toContain('10000 → 1 → 750.00');
  });

  test('a gate that blocks a commission by its own base', () => {
    const fees = [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%', 10000: '7%' } }];
    const gates = [{ id: 'enough', metric: 'gmv', atLeast: 10000, blocks: ['sales'] }];
    const all = boundaries(fees, { gates });
    expect(ofFee('base', all)).toEqual(['base sales gmv: 9999.99 → 0.00 | 10000 → 500.00 | 10000.01 → 500.00']);
  });
});

/** Random contracts that the check has passed; `OUTLOOK_CONTRACTS=2000` for the long form. */
const CONTRACTS = Number(process.env.OUTLOOK_CONTRACTS ?? 12);

test('at the target of any KPI a period pays what it pays at target', () => {
  let seen = 0;
  for (let seed = 1; seed <= CONTRACTS; seed++) {
    const terms = termsDrawn(seed);
    if (terms === null) continue;
    const target = payAtLevels(terms)?.levels.find(({ level }) => level === 'target')?.total;
    const at = boundariesOf(terms).flatMap(({ of, examples }) => (of.kind === 'kpi' && of.level === 'target' ? [examples[1].pay] : []));
    seen += at.length;
    // two KPIs of one metric have one value of it where each has its own target
    const metrics = terms.contract.kpis.map(({ metric }) => metric);
    if (new Set(metrics).size === metrics.length) expect(at, `seed ${seed}`).toEqual(at.map(() => target));
  }
  expect(seen).toBeGreaterThan(0);
});
