import { describe, expect, test } from 'vitest';
import { diffTerms } from '../../src/amendment/diff-terms.js';
import { definitions, relationship } from '../settlement/relationship.js';
import { CLAUSES, fees, kpis, termsOf } from './clauses.js';

const brief = (head: ReturnType<typeof termsOf>, base = termsOf()) =>
  diffTerms(base, head).map(({ path, kind, before, after, periods }) => ({
    at: path.join('/'),
    kind,
    before,
    after,
    periods: periods === null ? null : `${periods[0]}..${periods.at(-1)}`,
  }));

describe('what changes between two texts', () => {
  test('nothing, for the same terms written otherwise', () => {
    const spelled = termsOf({ ...kpis('gmv', { target: { '2026-01': 10000, '2026-05': '10000.0' } }), rounding: 'half_even' });
    expect(brief(spelled)).toEqual([]);
  });

  test('a target from July on, in the periods in which it differs', () => {
    expect(brief(termsOf(kpis('roas', { target: { '2026-01': 3, '2026-07': '3.3', '2026-10': '3.5' } })))).toEqual([
      { at: 'kpis/roas/target', kind: 'changed', before: '3', after: '3.3', periods: '2026-07..2026-09' },
      { at: 'kpis/roas/target', kind: 'changed', before: '3', after: '3.5', periods: '2026-10..2026-12' },
    ]);
  });

  test('a schedule that gives a value up and takes it back again', () => {
    const pool = { '2026-01': 5000, '2026-04': 4000, '2026-06': 5000 };
    expect(brief(termsOf(fees('reward', { pool })))).toEqual([
      { at: 'fees/reward/pool', kind: 'changed', before: '5000', after: '4000', periods: '2026-04..2026-05' },
    ]);
  });

  test('a clause that is added, with its place', () => {
    const head = termsOf({ fees: [...CLAUSES.fees, { id: 'extra', kind: 'retainer', amount: 100 }] });
    const [change, ...more] = diffTerms(termsOf(), head);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ path: ['fees', 'extra'], kind: 'added', before: null, clauses: { before: null } });
    expect(change?.clauses.after?.file).toBe('contracts/test-relationship/contract.yaml');
    expect(change?.clauses.after?.line).toBeGreaterThan(1);
  });

  test('another kind of fee under the same name is another fee', () => {
    const head = termsOf(fees('ceiling', { kind: 'guarantee', amount: 1, recoverable: false, period: undefined }));
    expect(brief(head).map(({ at, kind }) => `${kind} ${at}`)).toEqual(['removed fees/ceiling', 'added fees/ceiling']);
  });

  test('an order, and nothing else, where items only move', () => {
    const head = termsOf({ fees: [...CLAUSES.fees].reverse() });
    expect(brief(head).map(({ at }) => at)).toEqual(['fees/@order']);
  });

  test('a formula, shown as it is written', () => {
    const words = definitions(true);
    const metrics = {
      ...(words.metrics as object),
      roas: { title: 'ROAS', formula: 'revenue / (2 * spend)', unit: 'number', type: 'ratio' },
    };
    expect(brief(termsOf({}, { ...words, metrics }))).toEqual([
      { at: 'metrics/roas/formula', kind: 'changed', before: 'revenue / spend', after: 'revenue / (2 * spend)', periods: null },
    ]);
  });

  test('a formula that is only spelled otherwise is a change of its text', () => {
    const words = definitions(true);
    const metrics = { ...(words.metrics as object), roas: { title: 'ROAS', formula: 'revenue/spend', unit: 'number', type: 'ratio' } };
    expect(brief(termsOf({}, { ...words, metrics })).map(({ at }) => at)).toEqual(['metrics/roas/text']);
  });

  test('a whole contract that is new or removed', () => {
    const { terms } = relationship({ fees: [{ id: 'base', kind: 'retainer', amount: 1 }] });
    expect(diffTerms(null, terms)).toMatchObject([{ path: [], kind: 'added', after: 'test-relationship' }]);
    expect(diffTerms(terms, null)).toMatchObject([{ path: [], kind: 'removed', before: 'test-relationship' }]);
    expect(diffTerms(null, null)).toEqual([]);
  });
});
