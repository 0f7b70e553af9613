import { expect, test } from 'vitest';
import { diffTerms } from '../../src/amendment/diff-terms.js';
import type { Terms } from '../../src/contract/model.js';
import { definitions, relationship, settleDays, type Values } from '../settlement/relationship.js';
import { everyWhich } from '../tries.js';
import { amendTo, CLAUSES } from './clauses.js';

/*
 * No change that moves money is told as one of words, of presentation or of how people work together: every field of a contract with
 * every kind of fee is changed in every way that still makes a contract, and three months are settled on both texts. CI tries every
 * eleventh way; CLASS_RUNS=all tries them all.
 */
const EVERY = everyWhich('CLASS_RUNS', 11);

type Json = Readonly<Record<string, unknown>>;

const WORDS = definitions(true);
const RICH: Json = {
  kpis: [CLAUSES.kpis[0], { ...CLAUSES.kpis[1], title: 'Return' }],
  gates: CLAUSES.gates,
  fees: [
    ...CLAUSES.fees.filter(({ kind }) => kind !== 'cap'),
    { id: 'piece', kind: 'unit_price', quantity: 'gmv', price: '0.01' },
    { id: 'media', kind: 'pass_through', cost: 'spending', markup: '10%', upTo: 900 },
    { id: 'back', kind: 'rebate', base: 'spending', tiers: { 0: '2%', 500: '5%' }, mode: 'whole', accumulate: 'period' },
    { id: 'floor', kind: 'guarantee', amount: 6000, recoverable: true },
    {
      id: 'bet',
      kind: 'wager',
      metric: 'gmv',
      better: 'higher',
      target: 27000,
      over: 'quarter',
      deadband: 10,
      stake: 50,
      onEarlyEnd: 'void',
    },
    { id: 'ceiling', kind: 'cap', period: 20000 },
  ],
  duties: [{ id: 'files', owes: 'brand', title: 'Files', dueDay: 5, lateIf: 'unproven', ifLate: { kpis: ['roas'], scoreAs: '100%' } }],
  grace: { from: '2026-01', periods: 1, waives: ['late'] },
  watch: ['clicks'],
  amendments: CLAUSES.amendments,
  review: { every: 'month' },
  exclusions: { fileWithinDays: 10, maxDays: 30 },
  payment: { dueDays: 15 },
  dashboard: { share: ['brand'] },
};
const RICH_WORDS: Json = {
  facts: WORDS.facts,
  measures: {
    ...(WORDS.measures as Json),
    revenue: { definition: 'paid orders', of: 'sales', sum: 'amount', when: 'ts', by: ['shop'] },
    visits: { definition: 'visits', of: 'ads', sum: 'clicks', when: 'ts' },
  },
  metrics: {
    ...(WORDS.metrics as Json),
    spending: { title: 'Spend', formula: 'spend', unit: 'money', type: 'flow' },
    clicks: { title: 'Clicks', formula: 'visits', unit: 'number', type: 'flow', decimals: 0 },
  },
  seasons: [{ name: 'Festival', days: ['2026-03-03'], factor: '1.5' }],
};
const VALUES: Values = {
  '2026-01': { revenue: '9000', spend: '3100', visits: '40' },
  '2026-02': { revenue: '7900', spend: '800', visits: '50' },
  '2026-03': { revenue: '12100', spend: '4000', visits: '60' },
};

/** What a text settles over three months, statement by statement. */
function paid(terms: Terms): string {
  const days = ['2026-02-20', '2026-03-20', '2026-04-20'].map((asOf) => ({ asOf, values: VALUES }));
  return settleDays(terms, [], days)
    .map(({ statement: { period, total, lines } }) => `${period} ${total} ${lines.map(({ id, amount }) => `${id} ${amount}`).join(' ')}`)
    .join('\n');
}

const WORDS_TO_TRY = [
  ...['brand', 'provider', 'higher', 'lower', 'whole', 'marginal', 'period', 'term', 'step', 'linear', 'half_up', 'min', 'hold', 'zero'],
  ...['exclude', 'undefined', 'claimed', 'accepts', 'waits', 'pilot', 'ended', 'month', 'quarter', 'gmv', 'roas', 'clicks', 'spending'],
  ...[
    'spend',
    'revenue',
    'visits',
    'ads',
    'sales',
    'composite',
    'base',
    'Asia/Shanghai',
    'EUR',
    '2026-02',
    '2026-02-01',
    '2026-06-30',
    '7%',
    '60%',
    '1.1x',
  ],
];

/** Everything that a value may be instead. */
function others(value: unknown): unknown[] {
  if (typeof value === 'number') return [value * 2, value + 1, Math.max(0, value - 1), 0];
  if (typeof value === 'boolean') return [!value];
  return typeof value === 'string' ? WORDS_TO_TRY.filter((word) => word !== value) : [];
}

/** Every document that differs from one in a single value, or lacks a single field or item. */
function* variants(value: unknown, at: string): Generator<readonly [string, unknown]> {
  for (const other of others(value)) yield [`${at} = ${JSON.stringify(other)}`, other];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const put = (changed: unknown): unknown =>
      Array.isArray(value) ? value.map((each: unknown, index) => (String(index) === key ? changed : each)) : { ...value, [key]: changed };
    const rest = Array.isArray(value)
      ? value.filter((_, index) => String(index) !== key)
      : Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    yield [`${at}/${key} gone`, rest];
    for (const [where, changed] of variants(inner, `${at}/${key}`)) yield [where, put(changed)];
  }
}

function termsOr(clauses: Json, words: Json): Terms | null {
  try {
    return relationship(clauses, words).terms;
  } catch {
    return null; // no contract: nobody can agree to it
  }
}

test('every change that moves money has a class and a side of its own', { timeout: 600_000 }, () => {
  const base = relationship(RICH, RICH_WORDS).terms;
  const before = paid(base);
  const tried = { contracts: 0, moving: 0 };
  const hidden: string[] = [];
  const all = [
    ...[...variants(RICH, '')].map(([where, clauses]) => [where, clauses as Json, RICH_WORDS] as const),
    ...[...variants(RICH_WORDS, 'definitions')].map(([where, words]) => [where, RICH, words as Json] as const),
  ];
  for (const [where, clauses, words] of all.filter((_, index) => index % EVERY === 0)) {
    const head = termsOr(clauses, words);
    if (head === null || diffTerms(base, head).length === 0) continue;
    tried.contracts += 1;
    if (paid(head) === before) continue;
    tried.moving += 1;
    const { class: kind, changes } = amendTo(head, { base, asOf: '2025-12-01' });
    const isTold = kind === 'economic' || kind === 'definition' || kind === 'retroactive';
    const isNeither = changes.every(({ favours }) => favours === 'neither');
    if (!isTold || isNeither) hidden.push(`${where}: ${kind}`);
  }
  expect(hidden).toEqual([]);
  expect(tried.contracts).toBeGreaterThan(400 / EVERY);
  expect(tried.moving).toBeGreaterThan(150 / EVERY);
  if (process.env.CLASS_TOLD) process.stdout.write(`${tried.contracts} contracts, ${tried.moving} with other money\n`);
});
