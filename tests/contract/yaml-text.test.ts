import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseYaml } from '../../src/contract/parse-yaml.js';
import { yamlOf } from '../../src/contract/yaml-text.js';
import { yamlString } from '../../src/kernel/text.js';

/* What is written for somebody is never what the check refuses: signs that end a line to some readers alone are escapes. */

// Trimmed, as answers are.
const text = fc
  .string({ unit: fc.constantFrom('a', ' ', '"', '#', ':', '\\', '\r', '\n', '\u0085', '\u2028', '\u2029', '中') })
  .map((each) => each.trim());

test('any text comes back as it was, and no sign of it may end a line', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const written = yamlOf({ reason: one, list: [other] }, { lineWidth: 0 });
      expect(written).not.toMatch(/[\u0085\u2028\u2029]|\r(?!\n)/);
      const { file, issues } = parseYaml('a.yaml', written);
      expect(issues).toEqual([]);
      expect(file?.data).toEqual({ reason: one, list: [other] });
    }),
  );
});

test('so does a scalar in double quotes', () => {
  expect(yamlString('a\u2028"b\u0085')).toBe(String.raw`"a\u2028\"b\u0085"`);
  fc.assert(
    fc.property(text, (one) => {
      expect(parseYaml('a.yaml', `x: ${yamlString(one)}\n`).file?.data).toEqual({ x: one });
    }),
  );
});

test('what needs no quotes has none', () => {
  expect(yamlOf({ a: 'plain 中文', b: ['x'] })).toBe('a: plain 中文\nb:\n  - x\n');
});
