import { describe, expect, test } from 'vitest';
import { amendmentParts } from '../../src/report/amendment.js';
import { definitions, relationship, settleDays } from '../settlement/relationship.js';
import { amendTo } from './clauses.js';

/* A termination on 2026-04-20 ends a term that says 2026-06-30: nothing can be agreed for May and June any more. */

type Json = Readonly<Record<string, unknown>>;

const KPIS = { kpis: [{ id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 10000 }] };
const ENDED = { '2026-03-15-end.yaml': { kind: 'termination', party: 'brand', on: '2026-04-20', cause: 'sold' } };
const fees = (amount: unknown): Json => ({ fees: [{ id: 'base', kind: 'retainer', amount }] });
const read = (more: Json, to = '2026-06-30') =>
  relationship({ ...KPIS, term: { from: '2026-01-01', to }, ...more }, definitions(false), ENDED);

function proposed(head: Json, asOf: string, to?: string) {
  const { terms: base, events } = read(fees(2000));
  const days = ['2026-02-06', '2026-03-06', '2026-04-06', '2026-05-06']
    .filter((day) => day <= asOf)
    .map((day) => ({ asOf: day, values: {} }));
  const terms = read(head, to).terms;
  return { terms, amendment: amendTo(terms, { base, events, asOf, ledger: settleDays(base, events, days) }) };
}

const codes = (head: Json, asOf: string, to?: string) =>
  proposed(head, asOf, to).amendment.findings.map(({ code, later, with: given }) => [code, later, given.from, given.to, given.end]);

describe('after the last day', () => {
  test('there is no June to agree on', () => {
    expect(codes(fees({ '2026-01': 2000, '2026-06': 2500 }), '2026-05-06')).toEqual([
      ['after-end', undefined, '2026-06', '2026-06', '2026-04-20'],
    ]);
  });

  test('a longer term does not bring the contract back', () => {
    expect(codes(fees(2000), '2026-05-06', '2026-12-31')).toEqual([['after-end', undefined, '2026-07', '2026-12', '2026-04-20']]);
  });

  test('what reaches settled periods has no later one to begin in', () => {
    expect(codes(fees(2500), '2026-05-06')).toEqual([['settled-period', 'none-left', '2026-01', '2026-04', undefined]]);
  });

  test('it is tried on nothing, and said why, in both languages', () => {
    const { terms, amendment } = proposed(fees({ '2026-01': 2000, '2026-06': 2500 }), '2026-05-06');
    expect(amendment).toMatchObject({ refused: true, effects: [], noEffect: 'after-end' });
    const told = (locale: 'en' | 'zh') => JSON.stringify(amendmentParts({ amendment, terms, access: [], records: [], reads: [] }, locale));
    expect(told('en')).toContain('it would hold in 2026-06, but the contract ends on 2026-04-20 by its termination');
    expect(told('zh')).toContain('将适用于 2026-06，但合同已通知于 2026-04-20 终止');
  });
});

test('before it, what begins in April is agreed for April alone', () => {
  const { amendment } = proposed(fees({ '2026-01': 2000, '2026-04': 2500 }), '2026-03-20');
  expect(amendment.refused).toBe(false);
  expect(amendment.changes.map(({ periods, reaches }) => [periods, reaches])).toEqual([[['2026-04'], ['2026-04']]]);
});
