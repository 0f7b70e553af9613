import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { readTyped } from '../../src/commands/read-typed.js';
import { quote } from '../../src/commands/run/quote.js';
import type { Locale } from '../../src/kernel/text.js';
import type { Margin } from '../../src/outlook/margin.js';
import type { Quote } from '../../src/outlook/quote.js';
import type { QuotedPast } from '../../src/outlook/quoted-past.js';
import { contextFor, run } from '../in-process.js';

/*
 * A shop from May to November 2025, sales on the 1st (search) and the 30th (social), a tenth of search given back, 400 of ads each month:
 *
 *            May   Jun   Jul   Aug   Sep   Oct   Nov
 * search     600   700   800   900 1,000 1,100 1,200
 * social     400   500   400   600   500   700   800
 * paid     1,000 1,200 1,200 1,500 1,500 1,800 2,000
 * net        940 1,130 1,120 1,410 1,400 1,690 1,880
 * ROAS       2.5   3.0   3.0  3.75  3.75   4.5   5.0
 *
 * and one order of December, which runs.
 */
const MONTHS = ['05', '06', '07', '08', '09', '10', '11'];
const SEARCH = [600, 700, 800, 900, 1000, 1100, 1200];
const SOCIAL = [400, 500, 400, 600, 500, 700, 800];
const CONTRACT: Readonly<Record<string, string>> = {
  'contracts/workspace.yaml':
    'people: { alice: { name: Alice Zhou, github: 1000001 }, bob: { name: Bob Lin, github: 1000002 } }\ngovernance: { brand: [alice], provider: [bob] }\n',
  'contracts/acme/contract.yaml': `apiVersion: concord/v1
kind: Contract
id: acme
title: Acme x Agency
stage: pilot
parties: { brand: { name: Acme, signatories: [alice] }, provider: { name: Agency, signatories: [bob] } }
data: { owner: brand, providerUse: during_term }
term: { from: 2026-01-01, to: 2026-12-31 }
calendar: { every: month, timezone: UTC, lockAfterDays: 15, trueUpPeriods: 3 }
currency: USD
acceptance: { days: 10, silence: accepts }
disputes: { expert: An auditor }
kpis:
  - { id: sales, metric: net, owner: provider, better: higher, weight: 50%, target: { 2026-01: 2100, 2026-07: 3600 }, bridge: [volume, price, refunds] }
  - { id: roas, metric: roas, owner: provider, better: higher, weight: 50%, target: 4 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 100 }
  - { id: share, kind: commission, base: net, tiers: { from 0: 5% } }
`,
  'contracts/acme/definitions.yaml': `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
  ads: { table: shop.ads, grain: [id], custodian: provider }
measures:
  paid: { definition: Paid orders, of: orders, sum: amount, when: paid_on, by: [channel] }
  returned: { definition: Refunds, of: orders, sum: refunded, when: paid_on }
  spend: { definition: Ad spend, of: ads, sum: cost, when: day }
metrics:
  net: { title: { en: Net sales, zh: 净销售额 }, formula: paid - returned, unit: money, type: flow }
  roas: { title: ROAS, formula: paid / spend, unit: number, type: ratio, decimals: 2 }
`,
  'data/shop/orders.csv': [
    'id,paid_on,amount,refunded,channel',
    ...MONTHS.flatMap((month, place) => [
      `${month}-a,2025-${month}-01,${SEARCH[place]},${(SEARCH[place] ?? 0) / 10},search`,
      `${month}-b,2025-${month}-30,${SOCIAL[place]},0,social`,
    ]),
    '12-a,2025-12-01,5,0,search\n',
  ].join('\n'),
  'data/shop/ads.csv': ['id,day,cost', ...MONTHS.map((month) => `${month},2025-${month}-01,400`), '12,2025-12-01,4\n'].join('\n'),
};

let place = '';
const without = (...left: readonly string[]) => {
  const root = mkdtempSync(join(place, 'r-'));
  for (const [path, text] of Object.entries(CONTRACT)) {
    if (left.includes(path)) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
};
const quoted = async (root: string, asOf = '2025-12-03', margin: string | null = null) => {
  const { output, exitCode } = await run(contextFor({ root, asOf }), (context) => quote(context, { contract: 'acme', margin }));
  expect(exitCode).toBe(0);
  const document = JSON.parse(output) as Quote & { past: QuotedPast | null; margin: Margin | null; unread: readonly { code: string }[] };
  const schema = JSON.parse(readFileSync(new URL('../../schemas/quote.schema.json', import.meta.url), 'utf8')) as object;
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
  validate(document);
  expect(validate.errors).toBeNull();
  return document;
};
const page = async (root: string, locale: Locale = 'en', margin: string | null = null) => {
  const context = contextFor({ root, asOf: '2025-12-03', locale, format: 'markdown' });
  return (await run(context, (given) => quote(given, { contract: 'acme', margin }))).output.replaceAll('\\', '');
};

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'concord-quote-'));
});
afterAll(() => rmSync(place, { recursive: true }));

describe('a quote from the data of the past', () => {
  it('has the last six whole months of each metric, measure and channel', async () => {
    const { past } = await quoted(without());
    expect(past).toMatchObject({ from: '2025-05', to: '2025-11', periods: 7 });
    expect(past?.shown).toEqual(['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11']);
    const numbers = (values: readonly { value: string | null }[] = []) => values.map(({ value }) => Number(value));
    expect(numbers(past?.metrics.find(({ id }) => id === 'net')?.values)).toEqual([1130, 1120, 1410, 1400, 1690, 1880]);
    expect(numbers(past?.metrics.find(({ id }) => id === 'roas')?.values)).toEqual([3, 3, 3.75, 3.75, 4.5, 5]);
    const paid = past?.measures.find(({ id }) => id === 'paid');
    expect(paid?.parts.map(({ of, values }) => [of, numbers(values)])).toEqual([
      [['search'], [700, 800, 900, 1000, 1100, 1200]],
      [['social'], [500, 400, 600, 500, 700, 800]],
    ]);
  });

  it('and the rate of refunds only where a KPI says that it has some: 120 of 2,000', async () => {
    const root = without();
    expect((await quoted(root)).past?.refunds).toMatchObject([{ kpi: 'sales' }]);
    expect((await quoted(root)).past?.refunds[0]?.values.at(-1)).toEqual({ value: '0.06' });
    const contract = join(root, 'contracts/acme/contract.yaml');
    writeFileSync(contract, readFileSync(contract, 'utf8').replace(', refunds]', ']'));
    expect((await quoted(root)).past?.refunds).toEqual([]);
  });

  it('holds each target against the past, and the growth it takes against such growth before', async () => {
    const { past } = await quoted(without());
    const told = past?.targets.map(({ kpi, period, ahead, reached, growthExact, growth, moved }) => [
      kpi,
      period,
      ahead,
      `${reached.times} of ${reached.of}`,
      growthExact ?? growth,
      `${moved?.times} of ${moved?.of}`,
    ]);
    /*
     * Sales: the last three are 4,970 ÷ 3; 2,100 is 6,300 ÷ 4,970 = 90 ÷ 71 = 1.2676 of it. Two months on: Sep 1,400 of (940 + 1,130 + 1,120) ÷ 3
     * 1.3166, Oct 1,690 of 3,660 ÷ 3 1.3852, Nov 1,880 of 3,930 ÷ 3 1.4351: 3 of 3. Three: Oct of Jul 1.5893, Nov of Aug 1.5410: 2 of 2.
     * Four: Nov of Jul 1.7680. July asks for 10,800 ÷ 4,970 = 2.1730, eight months on: nothing is so long. ROAS: 4 ÷ (13.25 ÷ 3) = 48 ÷ 53.
     */
    expect(told).toEqual([
      ['sales', '2026-01', 2, '0 of 7', '19/71', '3 of 3'],
      ['sales', '2026-02', 3, '0 of 7', '19/71', '2 of 2'],
      ['sales', '2026-03', 4, '0 of 7', '19/71', '1 of 1'],
      ['sales', '2026-07', 8, '0 of 7', '583/497', '0 of 0'],
      ['sales', '2026-12', 13, '0 of 7', '583/497', '0 of 0'],
      ['roas', '2026-01', 2, '2 of 7', '-5/53', '3 of 3'],
      ['roas', '2026-02', 3, '2 of 7', '-5/53', '2 of 2'],
      ['roas', '2026-03', 4, '2 of 7', '-5/53', '1 of 1'],
      ['roas', '2026-12', 13, '2 of 7', '-5/53', '0 of 0'],
    ]);
  });

  it('counts only what came as far: 2,400 is 7,200 ÷ 4,970 = 1.4487 of the mean, which no two months on reached, both of three did', async () => {
    const root = without();
    const contract = join(root, 'contracts/acme/contract.yaml');
    writeFileSync(contract, readFileSync(contract, 'utf8').replace('2026-01: 2100', '2026-01: 2400'));
    const { past } = await quoted(root);
    expect(past?.targets.slice(0, 2).map(({ moved }) => moved)).toEqual([
      { times: 0, of: 3 },
      { times: 2, of: 2 },
    ]);
  });

  it('leaves out what is not whole: a month that runs, and one that the data begin within', async () => {
    const root = without();
    const orders = join(root, 'data/shop/orders.csv');
    writeFileSync(orders, readFileSync(orders, 'utf8').replace('05-a,2025-05-01', '05-a,2025-05-02'));
    const { past } = await quoted(root);
    expect(past?.targets[0]?.reached).toEqual({ times: 0, of: 6 });
    // on 20 November nothing of November is whole
    expect((await quoted(without(), '2025-11-20')).past?.to).toBe('2025-10');
  });

  it('is told in both languages', async () => {
    const root = without();
    const english = await page(root);
    expect(english).toMatch(/Refunded of Net sales \|.*6%/);
    expect(english).toMatch(/Net sales \| 2026-01 \| USD 2,100.00 \| 0 of 7 \| \+26.8% \| 3 of 3 \| —/);
    expect(english).toContain('Net sales: no chance is told: paid has 1 row of data in the last 28 days, and 20 are needed');
    expect(english).toMatch(/Net sales, USD \|.*1,690.00 \| 1,880.00/);
    expect(english).toContain('Measured from 2025-05 to 2025-11 (7 periods)');
    const chinese = await page(root, 'zh');
    expect(chinese).toMatch(/净销售额的退款率 \|.*6%/);
    expect(chinese).toContain('7 期中 0 期');
    expect(chinese).toContain('无法给出可能性：paid 最近 28 天仅有 1 行数据，至少需要 20 行');
  });

  it('says in one line what is missing where there are none, and tells what the text says', async () => {
    const root = without('data/shop/ads.csv');
    const { past, unread, levels } = await quoted(root);
    expect(past).toBeNull();
    expect(unread.map(({ code }) => code)).toEqual(['data-file-missing']);
    expect(levels.map(({ total }) => total)).toEqual(['100.00', '205.00', '205.00']);
    expect(await page(root)).toMatch(/The data cannot be read: .*ads/);
    expect(await page(root, 'zh')).toContain('无法读取数据：');
    // nor does anything of them lie before the first day
    const early = await quoted(without(), '2025-05-20');
    expect([early.past, early.unread]).toEqual([null, []]);
  });
});

describe('what revenue carries the fees', () => {
  const rangesIn = (margin: Margin | null) => margin?.found?.shares.map(({ share, ranges }) => [share, ranges]);

  it('with 100 a month and 5% of net sales at a margin of half: 100 + 0.05 R is 0.1 R at 2,000 and 0.15 R at 1,000, never 0.05 R', async () => {
    const { margin } = await quoted(without(), '2025-12-03', '0.5');
    expect(rangesIn(margin)).toEqual([
      ['0.1', []],
      ['0.2', [{ from: '2000.00', to: null }]],
      ['0.3', [{ from: '1000.00', to: null }]],
    ]);
    // November: 100 + 5% of 1,880 = 194 of 940
    expect(margin?.found).toMatchObject({ like: '2025-11', period: '2026-01', revenue: '1880.00', fees: '194.00', shareExact: '97/470' });
  });

  it('with 90 and 40% above 1,000: a fifth of half from 900 on, up to 90 + 0.4 (R − 1,000) = 0.1 R, 1,033.33', async () => {
    const root = without();
    const contract = join(root, 'contracts/acme/contract.yaml');
    const text = readFileSync(contract, 'utf8')
      .replace('amount: 100', 'amount: 90')
      .replace('{ from 0: 5% }', '{ from 0: 0%, from 1000: 40% }');
    writeFileSync(contract, text);
    // 30%: 90 is 0.15 R at 600; 0.4 R − 310 is 0.15 R at 1,240, and 1,240.01 still pays 186.00 of 186.0015. 10%: 90 is 0.05 R at 1,800, where
    // 410 are due.
    expect(rangesIn((await quoted(root, '2025-12-03', '0.5')).margin)).toEqual([
      ['0.1', []],
      ['0.2', [{ from: '900.00', to: '1033.33' }]],
      ['0.3', [{ from: '600.00', to: '1240.01' }]],
    ]);
  });

  it('is told in both languages, and where nothing is measured it says so', async () => {
    const root = without();
    expect(await page(root, 'en', '0.5')).toContain('| 20% | from USD 2,000.00 |');
    expect(await page(root, 'en', '0.5')).toContain('as in 2025-11, the terms of 2026-01 would pay USD 194.00: 20.64% of the margin');
    expect(await page(root, 'zh', '0.5')).toContain('| 20% | 不低于 USD 2,000.00 |');
    const empty = without('data/shop/ads.csv');
    expect((await quoted(empty, '2025-12-03', '0.5')).margin).toEqual({ margin: '0.5', found: null, none: 'no-data' });
    expect(await page(empty, 'zh', '0.5')).toContain('无法测算');
  });
});

test.each(['0', '25%', '1.5', '-0.2', '.5', 'abc', '0.0'])('a margin of %s is refused', (typed) => {
  expect(readTyped({ choices: null, parse: 'share' }, typed)).toEqual({ refused: 'not-a-share' });
});
