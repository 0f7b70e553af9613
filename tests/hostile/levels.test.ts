import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { amend } from '../../src/amendment/amend.js';
import { lintContract } from '../../src/contract/lint/lint-contract.js';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Terms } from '../../src/contract/model.js';
import type { Issue } from '../../src/kernel/issue.js';

/*
 * Contracts that are right, below every limit of a file, and made to be costly: what is multiplied is levels, KPIs, fees and the periods in
 * which anything changes. Processor time, as in time.test.ts; they once took from 2.3 s to
 * more than 25, when they were stopped.
 */
const ID = 'tea-account';
const FOLDER = new URL(`../golden/payments-and-corrections/contracts/${ID}/`, import.meta.url);
const MOST_MS = 2_000;

const written = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');

/** The contract with texts put in place of others, each of which it has once. */
function loaded(...edits: readonly (readonly [find: string, put: string])[]): Terms {
  const contract = edits.reduce((text, [find, put]) => {
    expect(text.split(find)).toHaveLength(2);
    return text.replace(find, () => put);
  }, written('contract.yaml'));
  expect(contract.length).toBeLessThan(262_144);
  const texts = { 'contract.yaml': contract, 'definitions.yaml': written('definitions.yaml') };
  const { folder, issues } = loadContract(ID, new Map(Object.entries(texts).map(([file, text]) => [`contracts/${ID}/${file}`, text])));
  expect(issues).toEqual([]);
  if (folder === null) throw new Error('no contract');
  return folder.terms;
}

function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const times = (count: number, entry: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => entry(index)).join('');
const week = (index: number): string => `${2026 + Math.floor(index / 52)}-W${String((index % 52) + 1).padStart(2, '0')}`;
const month = (index: number): string => `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

const TERM = 'term: { from: 2026-01-01, to: 2026-03-31 }';
const WEEKS = [
  [TERM, 'term: { from: 2026-01-01, to: 2050-12-31 }'],
  ['every: month', 'every: week'],
] as const;
const EVERY_WEEK = ['amount: 1000', `amount: { ${times(990, (i) => `${week(i)}: ${1000 + i}, `)} }`] as const;
const EVERY_MONTH = ['amount: 1000', `amount: { ${times(290, (i) => `${month(i)}: ${1000 + i}, `)} }`] as const;
const SIXTY_MONTHS = ['amount: 1000', `amount: { ${times(60, (i) => `${month(i)}: ${1000 + i}, `)} }`] as const;
const LONG = [TERM, 'term: { from: 2026-01-01, to: 2050-12-31 }'] as const;

const fees = (count: number, entry: (index: number) => string) =>
  ['fees:\n', `fees:\n${times(count, (i) => `  - { id: f${i}, ${entry(i)} }\n`)}`] as const;
const kpis = (count: number) =>
  [
    ['weight: 100%', `weight: ${100 - count}%`],
    [
      'kpis:\n',
      `kpis:\n${times(count, (i) => `  - { id: k${i}, metric: gmv, owner: provider, better: higher, weight: 1%, target: ${1000 + i}, threshold: 0.5x, stretch: 2x, cap: 150% }\n`)}`,
    ],
  ] as const;
const levels = (count: number, entry: (index: number) => string): string => `{ ${times(count, entry)} }`;

const COSTLY: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'tiers on all of a base': [
    fees(
      9,
      () =>
        `kind: commission, base: gmv, mode: whole, accumulate: period, tiers: ${levels(990, (i) => `from ${i * 17}: ${(i % 7) + 1}.${i}%, `)}`,
    ),
  ],
  'tiers and a change in every month': [
    LONG,
    fees(
      7,
      () =>
        `kind: commission, base: gmv, mode: marginal, accumulate: term, tiers: ${levels(990, (i) => `from ${i * 17}: ${(i % 7) + 1}.${i}%, `)}`,
    ),
    EVERY_MONTH,
  ],
  'points and a change in every month': [
    LONG,
    fees(7, () => `kind: bonus, by: composite, pool: 100, shape: step, points: ${levels(990, (i) => `from ${i / 10}%: ${i}%, `)}`),
    EVERY_MONTH,
  ],
  bands: [
    fees(9, () => `kind: penalty, of: base, by: composite, bands: ${levels(990, (i) => `below ${(i + 1) / 10}%: ${(990 - i) / 10}%, `)}`),
  ],
  'bonuses of many KPIs, and a change in every week': [
    ...WEEKS,
    ...kpis(19),
    fees(20, () => `kind: bonus, by: composite, pool: 100, shape: linear, points: ${levels(9, (i) => `from ${i * 10}%: ${i * 11}%, `)}`),
    EVERY_WEEK,
  ],
  'a hundred KPIs, each with a cliff': [
    ...kpis(99),
    fees(
      190,
      (i) =>
        `kind: bonus, by: ${i < 99 ? `k${i}` : 'composite'}, pool: ${i === 0 ? 1e6 : 100}, shape: step, points: ${levels(50, (k) => `from ${k}%: ${i === 0 && k > 25 ? 100 : k}%, `)}`,
    ),
  ],
  'a hundred KPIs, which move little of many fees': [
    LONG,
    ...kpis(99),
    fees(
      190,
      (i) =>
        `kind: bonus, by: ${i < 9 ? `k${i}` : 'composite'}, pool: ${i === 0 ? 1e6 : 100}, shape: step, points: ${levels(45, (k) => `from ${k}%: ${k}%, `)}`,
    ),
    ['amount: 1000', `amount: { ${times(4, (i) => `${month(i)}: ${1000 + i}, `)} }`],
  ],
  'a hundred KPIs, and a change in every week': [
    ...WEEKS,
    ...kpis(99),
    fees(196, (i) =>
      i < 98
        ? `kind: bonus, by: k${i}, pool: 100, shape: step, points: { from 50%: 0%, from 100%: 100% }`
        : `kind: penalty, of: f${i - 98}, by: k${i - 98}, bands: { below 50%: 10% }`,
    ),
    EVERY_WEEK,
  ],
  'duties, and a thousand weeks': [
    ...WEEKS,
    [
      'payment:',
      `duties:\n${times(900, (i) => `  - { id: d${i}, owes: brand, title: t, dueDay: 5, lateIf: claimed, ifLate: { kpis: [sales], scoreAs: 100% } }\n`)}payment:`,
    ],
  ],
  'gates, and a change in every week': [
    ...WEEKS,
    [
      'fees:\n',
      `gates:\n${times(200, (i) => `  - { id: g${i}, metric: gmv, atLeast: ${i}, blocks: [${times(100, (k) => `f${k}, `)}base] }\n`)}fees:\n${times(150, (i) => `  - { id: f${i}, kind: retainer, amount: 1 }\n`)}`,
    ],
    EVERY_WEEK,
  ],
};

describe('a right contract costs at most two seconds', () => {
  const base = loaded();
  const amendment = { asOf: '2026-01-01', ledger: [], events: [], firstSigned: null, recordsChanged: [] };

  test.each(Object.keys(COSTLY))('%s', (name) => {
    let terms: Terms = base;
    let found: readonly Issue[] = [];
    const edits = COSTLY[name] ?? [];
    expect(
      cost(() => {
        terms = loaded(...edits);
        found = lintContract({ terms });
      }),
    ).toBeLessThan(MOST_MS);
    expect(found.length).toBeLessThan(2500);
    expect(
      cost(() => {
        expect(amend({ base, head: terms, ...amendment }).changes.length).toBeGreaterThan(0);
      }),
    ).toBeLessThan(MOST_MS);
  });
});

describe('many small files cost at most two seconds', () => {
  const payments = (reference: (index: number) => string, amount: (index: number) => string) =>
    new Map(
      Array.from({ length: 2000 }, (_, i) => [
        `contracts/${ID}/events/2026-03-01-x${i}.yaml`,
        `kind: payment\nparty: ${i % 2 === 0 ? 'brand' : 'provider'}\namount: ${amount(i)}\non: 2026-03-01\nreference: ${reference(i)}\n`,
      ]),
    );
  test.each<[string, ReadonlyMap<string, string>]>([
    [
      'payments of one amount',
      payments(
        (i) => `wire ${i * 7919}`,
        () => '100',
      ),
    ],
    [
      'payments of one reference',
      payments(
        () => 'wire',
        (i) => `${i + 1}`,
      ),
    ],
    [
      'references without an end',
      new Map(
        [
          ...payments(
            () => 'x',
            () => '1',
          ),
        ]
          .slice(0, 2)
          .map(([path, text], i) => [path, text.replace('x', `${'ab'.repeat(60_000)}${i}c`)]),
      ),
    ],
  ])('%s', (_, events) => {
    const texts = ['contract.yaml', 'definitions.yaml'].map((file) => [`contracts/${ID}/${file}`, written(file)] as const);
    expect(
      cost(() => {
        loadContract(ID, new Map([...texts, ...events]));
      }),
    ).toBeLessThan(MOST_MS);
  });
});

describe('pay-not-looked-at', () => {
  const said = (terms: Terms) => lintContract({ terms }).flatMap(({ code, params }) => (code === 'pay-not-looked-at' ? [params] : []));

  it('says from which period on, where the periods are too many', () => {
    expect(said(loaded(...(COSTLY['points and a change in every month'] ?? [])))).toEqual([
      { period: '2026-06', stretches: 290, levels: 6933 },
    ]);
  });

  it('says so where one period has too many', () => {
    expect(said(loaded(...(COSTLY['a hundred KPIs, each with a cliff'] ?? [])))).toEqual([
      { period: '2026-01', stretches: 1, levels: 9602 },
    ]);
  });

  it('says nothing of a contract with a change in each of sixty months', () => {
    const bonus = (by: string) =>
      `kind: bonus, by: ${by}, pool: 100, shape: step, points: ${levels(5, (i) => `from ${i * 20}%: ${i * 20}%, `)}`;
    expect(
      said(
        loaded(
          LONG,
          ...kpis(2),
          fees(3, (i) => bonus(i < 2 ? `k${i}` : 'composite')),
          SIXTY_MONTHS,
        ),
      ),
    ).toEqual([]);
  });
});
