import { describe, expect, it } from 'vitest';
import { dataOwners, measuresOtherwise } from '../../src/amendment/data-owners.js';
import type { TermChange } from '../../src/amendment/model.js';
import type { Definitions } from '../../src/contract/model.js';
import type { Party } from '../../src/kernel/party.js';

const change = (...path: string[]): TermChange => ({
  path,
  kind: 'changed',
  before: null,
  after: null,
  clauses: { before: null, after: null },
  periods: null,
});
const kept = (...custodians: Party[]): Definitions => ({
  facts: custodians.map((custodian, index) => ({
    id: `fact${index}`,
    source: { table: 'shop.orders' },
    grain: ['id'],
    custodian,
    freshness: null,
    clause: { file: 'definitions.yaml', line: 1 },
  })),
  measures: [],
  metrics: [],
  fx: null,
  reconcile: [],
  views: [],
});

describe('whether a text measures otherwise', () => {
  it.each([
    ['measures', 'revenue', 'where'],
    ['facts', 'orders', 'source'],
    ['views', 'ads', 'duckdb'],
    ['metrics', 'roas', 'formula'],
    ['fx', 'rate'],
    ['reconcile', 'shop', 'tolerance'],
  ])('a change of %s does', (...path) => {
    expect(measuresOtherwise([change(...path)], 0)).toBe(true);
  });

  it.each([['kpis', 'roas', 'target'], ['fees', 'base', 'amount'], ['title'], ['metrics', 'roas', 'title']])(
    'a change of %s does not',
    (...path) => {
      expect(measuresOtherwise([change(...path)], 0)).toBe(false);
    },
  );

  it('an exclusion does', () => {
    expect(measuresOtherwise([], 1)).toBe(true);
  });
});

describe('whom it is to ask', () => {
  it('is whoever keeps any of the data that the old text reads', () => {
    expect(dataOwners(kept('brand'), [change('measures', 'revenue', 'where')])).toEqual(['brand']);
    expect(dataOwners(kept('provider', 'brand', 'provider'), [change('measures', 'revenue', 'where')])).toEqual(['brand', 'provider']);
    expect(dataOwners(kept('provider'), [])).toEqual(['provider']);
  });

  it.each(['facts', 'views', 'fx'])('is both where %s change: a new source can read anybody’s tables', (part) => {
    expect(dataOwners(kept('brand'), [change(part, 'orders')])).toEqual(['brand', 'provider']);
  });
});
