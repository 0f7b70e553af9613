import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filter } from '../../src/contract/model.js';
import { normalizeFilter } from '../../src/contract/normalize-filter.js';
import { parseYaml } from '../../src/contract/parse-yaml.js';
import { isFields } from '../../src/kernel/objects.js';
import { writtenFilter } from '../../src/report/written-filter.js';

/** What a contract that is written so comes to. */
function read(written: string): Filter {
  const { file } = parseYaml('definitions.yaml', `where: ${written}\n`);
  const where = isFields(file?.data) ? file.data.where : undefined;
  if (file == null || !isFields(where)) throw new Error(written);
  return normalizeFilter(file.source, where);
}

test.each([
  '{ state: [paid, shipped], amount: { gte: 5, lt: 10.50 } }',
  '{ state: paid }',
  '{ any: [{ state: paid }, { refunded: { isNull: true }, note: { not: "no" } }] }',
  '{ code: "1", day: { between: [2026-01-01, 2026-02-01] }, live: true }',
  '{ state: { not: [a, "", "x y"] } }',
])('a filter stands as it was written: %s', (written) => {
  const shown = writtenFilter(read(written));
  expect(shown).not.toBeNull();
  expect(read(shown ?? '')).toEqual(read(written));
  if (!written.includes('10.50') && !written.includes('2026')) expect(shown).toBe(written);
});

test('whatever the values are, what is shown reads as the same filter', () => {
  const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('true', 'null', 'no', '~', '1', '1e3', '#', "it's", '{', 'a: b'));
  const leaf = fc.oneof(
    fc.record({
      column: fc.constant('state'),
      op: fc.constantFrom('in' as const, 'notIn' as const),
      values: fc.array(text, { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ column: fc.constant('state'), op: fc.constant('eq' as const), value: text }),
  );
  fc.assert(
    fc.property(leaf, (each) => {
      const of = (value: string) => ({ type: 'string' as const, value: value.normalize('NFC') });
      const filter: Filter = 'values' in each ? { ...each, values: each.values.map(of) } : { ...each, value: of(each.value) };
      expect(read(writtenFilter(filter) ?? '')).toEqual(filter);
    }),
    { numRuns: 200 },
  );
});
