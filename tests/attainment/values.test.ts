import { describe, expect, it } from 'vitest';
import {
  byDivisionAlone,
  type Cause,
  causesOf,
  combine,
  isOfRate,
  known,
  reason,
  undefinedBy,
  type Value,
} from '../../src/attainment/value.js';
import { rational, toExact } from '../../src/kernel/rational.js';

const stale: Cause = { reason: reason('stale', { fact: 'sales', freshAt: '-' }), party: 'brand' };
const nulls: Cause = { reason: reason('nulls', { measure: 'revenue', rows: '2' }), party: 'provider' };
const number = (text: string): Value => known(rational(text));
const shown = (value: Value) =>
  value.known
    ? toExact(value.value)
    : `${value.causes.map(({ reason: { code } }) => code).join(' ')}${value.byDivision ? ' by division' : ''}`;

describe('numbers that are combined', () => {
  it.each([
    ['+', '7', '2', '9'],
    ['-', '7', '2', '5'],
    ['*', '7', '2', '14'],
    ['/', '7', '2', '3.5'],
    ['/', '0', '2', '0'],
    ['min', '7', '2', '2'],
    ['min', '2', '7', '2'],
    ['max', '7', '2', '7'],
    ['max', '2', '7', '7'],
    ['min', '-7', '-7', '-7'],
    ['max', '3', '3', '3'],
  ] as const)('%s of %s and %s is %s', (op, left, right, result) => {
    expect(shown(combine(op, number(left), number(right), 'roas'))).toBe(result);
  });

  it('are undefined by a division by zero, which is nobody’s fault', () => {
    expect(combine('/', number('7'), number('0'), 'roas')).toEqual({
      known: false,
      byDivision: true,
      causes: [{ reason: reason('division-by-zero', { metric: 'roas' }), party: null }],
    });
  });

  it('are undefined where one of them is, by what makes it so, each once', () => {
    const zero = combine('/', number('7'), number('0'), 'roas');
    expect(shown(combine('+', undefinedBy([stale]), number('1'), 'a'))).toBe('stale');
    expect(shown(combine('+', number('1'), undefinedBy([nulls]), 'a'))).toBe('nulls');
    expect(shown(combine('*', undefinedBy([stale, nulls]), undefinedBy([nulls]), 'a'))).toBe('stale nulls');
    expect(shown(combine('+', zero, number('1'), 'a'))).toBe('division-by-zero by division');
    expect(shown(combine('+', zero, undefinedBy([stale]), 'a'))).toBe('division-by-zero stale');
  });

  it('are missing by division alone where nothing else lacks', () => {
    const [zero, gone] = [undefinedBy([], true), undefinedBy([stale])];
    expect([byDivisionAlone([]), byDivisionAlone([number('1'), zero]), byDivisionAlone([zero, gone])]).toEqual([true, true, false]);
    expect(causesOf([number('1'), gone, gone])).toEqual([stale]);
  });

  it('may lack a rate', () => {
    const codes = ['no-rate', 'rate-duplicate', 'rate-not-positive'] as const;
    expect(codes.map((code) => isOfRate(reason(code, { currency: 'EUR', day: '2026-01-01' })))).toEqual([true, true, true]);
    expect(isOfRate(stale.reason)).toBe(false);
  });
});
