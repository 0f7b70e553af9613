import { expect, it } from 'vitest';
import { canonicalJson } from '../../src/kernel/canonical.js';
import { withLater } from '../../src/kernel/objects.js';

it('computes a later field when it is asked for, once, also where more is put to the object', () => {
  const asked: string[] = [];
  const counted = <T>(name: string, value: T) => {
    asked.push(name);
    return value;
  };
  const first = withLater({ b: 1 }, { a: () => counted('a', [2]) });
  const second = withLater(first, { c: () => counted('c', first.a.length) });
  expect(asked).toEqual([]);
  expect(second.c).toBe(1);
  expect(asked).toEqual(['a', 'c']);
  expect(second.a).toBe(first.a);
  expect(canonicalJson(second)).toBe('{"a":[2],"b":1,"c":1}');
  expect({ ...second }).toEqual({ a: [2], b: 1, c: 1 });
  expect(asked).toEqual(['a', 'c']);
});
