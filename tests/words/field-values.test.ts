import { describe, expect, test } from 'vitest';
import schema from '../../schemas/contract.schema.json' with { type: 'json' };
import { LOCALES } from '../../src/kernel/text.js';
import { fieldValue } from '../../src/words/field-values.js';

/** Fields with their choices, as the schema lists them; of a field of a reference, the choices there. */
function choices(node: unknown, field = '', found = new Map<string, Set<string>>()): Map<string, Set<string>> {
  if (typeof node !== 'object' || node === null) return found;
  if ('enum' in node && Array.isArray(node.enum)) {
    for (const each of node.enum) if (typeof each === 'string') found.set(field, (found.get(field) ?? new Set()).add(each));
  }
  if ('$ref' in node && (node.$ref === '#/$defs/party' || node.$ref === '#/$defs/every')) {
    const { enum: values } = schema.$defs[node.$ref === '#/$defs/party' ? 'party' : 'every'];
    for (const each of values) found.set(field, (found.get(field) ?? new Set()).add(each));
  }
  for (const [key, inner] of Object.entries(node)) {
    if (key === 'properties') for (const [name, value] of Object.entries(inner as object)) choices(value, name, found);
    else if (key === '$defs') for (const value of Object.values(inner as object)) choices(value, '', found);
    else choices(inner, field, found);
  }
  return found;
}

const PAIRS = [...choices(schema)].flatMap(([field, values]) => [...values].map((value) => [field, value] as const));

describe('every choice of a contract’s field has words', () => {
  test('the schema has choices', () => expect(PAIRS.length).toBeGreaterThan(30));
  // Whether a review is every month says the rhythm itself; the list that is handed over has sentences of its own.
  test.each(PAIRS.filter(([field]) => field !== '' && field !== 'checklist'))('%s: %s', (field, value) => {
    for (const locale of LOCALES) expect(fieldValue(field, value, locale)).not.toBeNull();
    expect(fieldValue(field, value, 'zh')).toMatch(/\p{Script=Han}/u);
  });
});

test('what people write is no choice', () => {
  expect(fieldValue('title', 'brand', 'zh')).toBeNull();
  expect(fieldValue('owner', 'constructor', 'zh')).toBeNull();
  expect(fieldValue('constructor', 'name', 'zh')).toBeNull();
});
