import { afterEach, describe, expect, it, vi } from 'vitest';
import { canonicalJson, digest, documentText } from '../../src/kernel/canonical.js';

/*
 * Documents are written by the engine's own JSON, at once, and what has been put in order or looked through is not looked through again:
 * that is what makes a ledger of years affordable. A field that counts how often it is read tells.
 */
afterEach(() => {
  vi.restoreAllMocks();
});

function counted(fields: Readonly<Record<string, unknown>>, key: string) {
  const reads = { times: 0 };
  const data = Object.defineProperty({ ...fields }, key, {
    enumerable: true,
    get: () => {
      reads.times += 1;
      return fields[key];
    },
  });
  const during = (work: () => unknown): number => {
    const before = reads.times;
    work();
    return reads.times - before;
  };
  return { data, during };
}

describe('canonical JSON of plain data', () => {
  it.each([
    ['text', 'a'],
    ['a number', 1],
    ['nothing', null],
    ['a truth', true],
    ['keys in order', { a: 1, b: [null, 'x', { c: false }] }],
    ['keys out of order', { b: [2, { d: 1, c: null }], a: 'x' }],
    ['what is left out', { a: 1, b: undefined, c: () => 1, d: Symbol('x') }],
  ])('is written at once: %s', (_, data) => {
    const stringify = vi.spyOn(JSON, 'stringify');
    const text = canonicalJson(data);
    const { length } = stringify.mock.calls;
    vi.restoreAllMocks();
    expect([text.length > 0, length]).toEqual([true, 1]);
  });

  it('looks through what is in order once', () => {
    for (const fields of [
      { a: 'x', b: 1 },
      { a: 'x', b: [1, 'y', { c: null }], d: { e: true } },
    ]) {
      const { data, during } = counted(fields, 'a');
      expect(during(() => documentText(data))).toBe(2); // looked at, written
      expect(during(() => documentText(data))).toBe(1);
      expect(during(() => canonicalJson(data))).toBe(1);
    }
  });

  it('puts what has parts in order once', () => {
    const { data, during } = counted({ b: { c: 1 }, a: 'x' }, 'a');
    expect(during(() => documentText(data))).toBeGreaterThan(0);
    expect(during(() => documentText(data))).toBe(0);
    expect(documentText(data)).toBe('{\n  "a": "x",\n  "b": {\n    "c": 1\n  }\n}\n');
  });

  it('is digested once', () => {
    const { data, during } = counted({ a: 'x' }, 'a');
    const first = digest(data);
    expect(during(() => expect(digest(data)).toBe(first))).toBe(0);
    expect(digest({ a: 'x' })).toBe(first);
    expect(digest('x')).not.toBe(digest(null));
  });
});
