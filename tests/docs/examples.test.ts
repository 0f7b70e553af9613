import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { REPOSITORY } from '../run-cli.js';

// Every YAML fragment of the guide against the part of the schema that it is an example of.
const ajv = new Ajv2020({ strict: false, discriminator: true });
const schema = (name: string) => JSON.parse(readFileSync(join(REPOSITORY, `schemas/${name}.schema.json`), 'utf8'));
const schemas = {
  contract: schema('contract'),
  definitions: schema('definitions'),
  workspace: schema('workspace'),
  event: schema('event'),
};
for (const each of Object.values(schemas)) ajv.addSchema(each);

/** What a fragment is wrong about: nothing, or the validator's words. */
function problems(of: keyof typeof schemas, pointer: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(`${schemas[of].$id}#${pointer}`);
  if (validate === undefined) return [`no ${pointer} in the schema of ${of}`];
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${of}${pointer}${instancePath} ${message}`);
}

function check(fragment: unknown): readonly string[] {
  if (Array.isArray(fragment)) return problems('contract', '/properties/fees', fragment);
  const fields = fragment as Readonly<Record<string, unknown>>;
  if (typeof fields.kind === 'string' && fields.kind !== 'Contract') return problems('event', '', fields);
  return Object.entries(fields).flatMap(([field, value]) => {
    const of = (['contract', 'definitions', 'workspace'] as const).find((name) => field in schemas[name].properties);
    // A schedule outside its field is shown in the first chapter as "target".
    if (field === 'target') return problems('contract', '/$defs/kpi/properties/target', value);
    return of === undefined ? [`${field} is a field of nothing`] : problems(of, `/properties/${field}`, value);
  });
}

const chapters = [
  '01-how-a-contract-is-read',
  '02-clauses',
  '03-fees',
  '04-settlement',
  '05-events',
  '06-data',
  '11-bigquery',
  '13-setting-up-github',
];

describe.each(chapters.flatMap((name) => [`${name}.en.md`, `${name}.zh.md`]))('the examples of %s', (file) => {
  const text = readFileSync(join(REPOSITORY, 'docs/guide', file), 'utf8');
  const fragments = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, body = '']) => body.replace('9f…', '9f'.repeat(32)));

  test('there are some', () => expect(fragments.length).toBeGreaterThan(0));

  test.each(fragments.map((body) => [body.split('\n')[0], body]))('%s', (_, body) => {
    const parsed: unknown = parse(body);
    if (parsed !== null) expect(check(parsed)).toEqual([]);
  });
});
