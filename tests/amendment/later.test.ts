import { describe, expect, test } from 'vitest';
import { AMENDMENT_TEXT } from '../../src/words/amendment.js';
import { amendTo, CLAUSES, fees, kpis, termsOf } from './clauses.js';

/* What is told of a change that comes too late, and that it can be done: on 2026-03-10, from July on. */

type Json = Readonly<Record<string, unknown>>;

const JULY = (until: unknown, then: unknown) => ({ '2026-01': until, '2026-07': then });
const lateOf = (more: Json, base: Json = {}) => amendTo(termsOf(more), { base: termsOf(base) }).findings.map(({ later }) => later);
const isAllowed = (more: Json, base: Json = {}) => {
  const { findings, refused } = amendTo(termsOf(more), { base: termsOf(base) });
  return !refused && findings.length === 0;
};
const feesAnd = (...more: object[]) => ({ fees: [...CLAUSES.fees, ...more] });

describe('a scheduled field', () => {
  test('takes a schedule', () => {
    expect(lateOf(fees('base', { amount: 3300 }))).toEqual(['schedule']);
    expect(isAllowed(fees('base', { amount: JULY(3000, 3300) }))).toBe(true);
  });

  test('that is not there yet has no value until then', () => {
    expect(lateOf(kpis('roas', { stretch: '4.0', cap: '120%' }))).toContain('replace');
  });
});

describe('a field without a schedule', () => {
  const step = { id: 'again', kind: 'bonus', by: 'composite', points: { '80%': '50%', '100%': '100%', '150%': '200%' }, shape: 'step' };

  test('of a fee that can be 0: the old one runs out beside a new one', () => {
    expect(lateOf(fees('reward', { shape: 'step' }))).toEqual(['replace']);
    const both = fees('reward', { pool: JULY(5000, 0) });
    expect(isAllowed({ fees: [...(both.fees as object[]), { ...step, pool: JULY(0, 5000) }] })).toBe(true);
  });

  test('of a milestone: its day', () => {
    const site = { id: 'site', kind: 'milestone', amount: 800, due: '2026-09-30' };
    expect(lateOf(feesAnd({ ...site, due: '2026-10-31' }), feesAnd(site))).toEqual(['replace']);
    const later = { ...site, id: 'site_later', due: '2026-10-31', amount: JULY(0, 800) };
    expect(isAllowed(feesAnd({ ...site, amount: JULY(800, 0) }, later), feesAnd(site))).toBe(true);
  });

  test('of a fee that a contract has once, or that is never 0: the next contract', () => {
    const floor = { id: 'floor', kind: 'guarantee', amount: 4000, recoverable: false };
    expect(lateOf(feesAnd({ ...floor, recoverable: true }), feesAnd(floor))).toEqual(['next-contract']);
    const media = { id: 'media', kind: 'pass_through', cost: 'gmv' };
    expect(lateOf(feesAnd({ ...media, taxed: true }), feesAnd(media))).toEqual(['next-contract']);
  });

  test('of a KPI: its weight runs out', () => {
    expect(lateOf(kpis('roas', { better: 'lower', threshold: '4.0' }))).toContain('replace');
    const [gmv, roas] = CLAUSES.kpis;
    const next = { ...roas, id: 'roas_next', minimum: { metric: 'gmv', atLeast: 200 }, weight: JULY('0%', '40%') };
    const moved = { kpis: [gmv, { ...roas, weight: JULY('40%', '0%') }, next], fees: CLAUSES.fees.filter(({ id }) => id !== 'late') };
    expect(isAllowed(moved, { fees: moved.fees })).toBe(true);
    expect(lateOf({ composite: { rule: 'min' }, ...kpis('roas', { whenMissing: 'zero' }) }, { composite: { rule: 'min' } })).toEqual([
      'next-contract',
    ]);
  });
});

describe('an item', () => {
  const extra = { id: 'extra', kind: 'retainer', amount: 500 };

  test('that comes is 0 until then, one that goes is 0 from then on', () => {
    expect(lateOf(feesAnd(extra))).toEqual(['new-item']);
    expect(isAllowed(feesAnd({ ...extra, amount: JULY(0, 500) }))).toBe(true);
    expect(lateOf({}, feesAnd(extra))).toEqual(['run-out']);
    expect(isAllowed(feesAnd({ ...extra, amount: JULY(500, 0) }), feesAnd(extra))).toBe(true);
    expect(lateOf(feesAnd({ id: 'media', kind: 'pass_through', cost: 'gmv' }))).toEqual(['next-contract']);
  });

  test('a duty or a gate acts on what it names: it can name new items', () => {
    const duty = { id: 'photos', owes: 'brand', title: 'Photos', dueDay: 5, ifLate: { kpis: ['roas'], scoreAs: '100%' } };
    const duties = (fields: Json) => ({ duties: [{ ...duty, ...fields }] });
    expect(lateOf(duties({ dueDay: 6 }), duties({}))).toEqual(['of-new-items']);
    expect(lateOf(duties({ ifLate: { kpis: ['roas'], scoreAs: '90%' } }), duties({}))).toEqual(['of-new-items']);
    expect(lateOf(duties({}))).toEqual(['of-new-items']);
    const [gate] = CLAUSES.gates;
    expect(lateOf({ gates: [{ ...gate, atLeast: 600 }] })).toEqual(['schedule']);
    expect(lateOf({ gates: [{ ...gate, blocks: ['reward', 'sales'] }] })).toEqual(['of-new-items']);
    // as its sentence shows: a second KPI takes over the weight, and the duty names it
    const [gmv, roas] = CLAUSES.kpis;
    const both = [gmv, { ...roas, weight: JULY('40%', '0%') }, { ...roas, id: 'roas-later', weight: JULY('0%', '40%') }];
    expect(isAllowed({ kpis: both, ...duties({ ifLate: { kpis: ['roas-later'], scoreAs: '100%' } }) })).toBe(true);
    const [finding] = amendTo(termsOf(duties({})), { base: termsOf() }).findings;
    expect(finding?.with).toMatchObject({ start: '2026-01', first: '2026-04' });
    const later = { ...extra, amount: JULY(0, 500) };
    expect(isAllowed({ ...feesAnd(later), gates: [gate, { ...gate, id: 'second', blocks: ['extra'] }] })).toBe(true);
  });
});

test('grace has no schedule; what it says of later periods may change', () => {
  const grace = (periods: number, ...waives: string[]) => ({ grace: { from: '2026-01', periods, waives } });
  expect(lateOf(grace(2, 'late', 'reward'), grace(2, 'late'))).toEqual(['grace-over']);
  expect(lateOf(grace(4, 'late', 'reward'), grace(4, 'late'))).toEqual(['grace']);
  expect(isAllowed(grace(5, 'late'), grace(4, 'late'))).toBe(true);
});

test('the days of the term, and rules of the whole of it', () => {
  expect(lateOf({ term: { from: '2026-02-01', to: '2026-12-31' } })).toContain('term');
  expect(lateOf({ rounding: 'half_up' })).toEqual(['next-contract']);
});

test('a schedule is offered in words only where a field takes one', () => {
  const offering = Object.entries(AMENDMENT_TEXT).flatMap(([key, { en, zh }]) =>
    key.startsWith('later.') && (en.includes('with a schedule') || zh.includes('请使用分期取值')) ? [key] : [],
  );
  expect(offering).toEqual(['later.schedule']);
});

describe('a cap', () => {
  const without = { fees: CLAUSES.fees.filter(({ id }) => id !== 'ceiling') };

  test('that comes says none until then, one that goes none from then on', () => {
    expect(lateOf({}, without)).toEqual(['new-cap']);
    expect(lateOf(fees('ceiling', { period: JULY(1000000, 20000) }), without)).toEqual(['new-cap']);
    expect(isAllowed(fees('ceiling', { period: JULY('none', 20000) }), without)).toBe(true);
    expect(lateOf(without)).toEqual(['end-of-cap']);
    expect(isAllowed(fees('ceiling', { period: JULY(20000, 'none') }))).toBe(true);
  });

  test('may have one of the term beside it from later on', () => {
    expect(lateOf(fees('ceiling', { term: 90000 }))).toEqual(['schedule']);
    expect(isAllowed(fees('ceiling', { term: JULY('none', 90000) }))).toBe(true);
  });

  test('favours as a number does: none is more than any', () => {
    const favoured = (more: Json, base: Json) => amendTo(termsOf(more), { base: termsOf(base) }).favours;
    expect(favoured(fees('ceiling', { period: JULY('none', 20000) }), without)).toBe('brand');
    expect(favoured(fees('ceiling', { period: JULY(20000, 'none') }), {})).toBe('provider');
  });
});
