import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentText } from '../../src/kernel/canonical.js';
import { parseSharing } from '../../src/kernel/shared-json.js';

const INDENT = ' '.repeat(4);

/** What a reading comes to: the value, or the words of its error. */
function outcome(read: () => unknown): unknown {
  try {
    return { value: read() };
  } catch (error) {
    return { error: String(error) };
  }
}

const both = (text: string) => [outcome(() => parseSharing(text, INDENT, new Map())), outcome(() => JSON.parse(text))];

describe('a document whose parts are shared', () => {
  const part = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 });
  const document = fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.array(part, { maxLength: 4 }));

  it('says what the text says, and is as wrong as the text', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.constantFrom('', '"', '{', '}', ',', '\n', '0', ':'), (value, at, sign) => {
        const text = documentText(value);
        const [read, asItIs] = both(text);
        expect(read).toEqual(asItIs);
        const broken = text.slice(0, at % text.length) + sign + text.slice((at % text.length) + 1);
        const [readBroken, brokenAsItIs] = both(broken);
        expect(readBroken).toEqual(brokenAsItIs);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a name that stands twice', '{\n  "x": [\n    {\n      "a": 1\n    }\n  ],\n  "x": 1\n}'],
    ['a part that is a name', '{\n    {\n      "a": 1\n    }: 1\n}'],
    ['what looks like a place', '{\n  "x": [\n    {\n      "a": 1\n    },\n    "@part 0"\n  ]\n}'],
    ['what reads as a place', '{\n  "x": [\n    {\n      "a": 1\n    },\n    "\\u0040part 0"\n  ]\n}'],
    ['a name of the language', '{\n  "__proto__":\n    {\n      "a": 1\n    }\n}'],
    ['a part without end', '{\n  "x": [\n    {\n      "a": 1\n'],
    ['names that come first as numbers', '{\n  "b": [\n    {\n      "a": 1\n    }\n  ],\n  "1": [\n    {\n      "a": 2\n    }\n  ]\n}'],
  ])('takes no place for another: %s', (_, text) => {
    const [read, asItIs] = both(text);
    expect(read).toEqual(asItIs);
  });

  it('reads equal parts as one object, in whatever text they stand', () => {
    const known = new Map<string, unknown>();
    const read = (value: unknown) => parseSharing(documentText(value), INDENT, known) as { readonly x: readonly unknown[] };
    const [one, other] = [read({ x: [{ a: [1] }, { a: [2] }] }), read({ x: [{ a: [2] }, { a: [3] }, { a: [2] }] })];
    expect(other.x[0]).toBe(one.x[1]);
    expect(other.x[2]).toBe(one.x[1]);
    expect(other.x).toEqual([{ a: [2] }, { a: [3] }, { a: [2] }]);
  });
});
