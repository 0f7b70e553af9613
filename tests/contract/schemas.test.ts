import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { documentShape } from '../../src/contract/document-shape.js';
import { PHRASES } from '../../src/words/phrases.js';

const FOLDER = new URL('../../schemas/', import.meta.url);
const NAMES = readdirSync(FOLDER).map((file) => file.replace('.schema.json', ''));
const WRITTEN = ['contract', 'definitions', 'event', 'workspace', 'stack'];

type Node = Readonly<Record<string, unknown>>;

function schemaOf(name: string): Node {
  return JSON.parse(readFileSync(new URL(`${name}.schema.json`, FOLDER), 'utf8')) as Node;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every schema node below one, with its place; `properties` and the like are maps of nodes, not nodes. */
function nodesOf(node: Node, place = '#'): { readonly place: string; readonly node: Node; readonly field: boolean }[] {
  const below = Object.entries(node).flatMap(([key, value]) => {
    if (['properties', 'patternProperties', '$defs'].includes(key) && isNode(value)) {
      return Object.entries(value).flatMap(([name, child]) =>
        isNode(child)
          ? [
              { place: `${place}/${key}/${name}`, node: child, field: key !== 'patternProperties' },
              ...nodesOf(child, `${place}/${key}/${name}`).slice(1),
            ]
          : [],
      );
    }
    if (key === 'items' && isNode(value)) return nodesOf(value, `${place}/items`);
    if (['oneOf', 'anyOf'].includes(key) && Array.isArray(value))
      return value.filter(isNode).flatMap((child, index) => nodesOf(child, `${place}/${key}/${index}`));
    return [];
  });
  return [{ place, node, field: false }, ...below];
}

test('there is a schema for every file and document', () => {
  expect(NAMES.sort()).toEqual([
    'bundle',
    'channels',
    'contract',
    'definitions',
    'event',
    'evidence',
    'outlook',
    'quote',
    'score',
    'simulation',
    'stack',
    'statement',
    'status',
    'terms',
    'why',
    'workspace',
  ]);
});

describe.each(NAMES)('%s', (name) => {
  const schema = schemaOf(name);
  const nodes = nodesOf(schema);

  test('is a valid schema of draft 2020-12', () => {
    const ajv = new Ajv2020({
      strict: true,
      strictTypes: false,
      strictRequired: false,
      discriminator: true,
      keywords: ['description-zh', 'x-scheduled'],
    });
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(() => ajv.compile(schema)).not.toThrow();
  });

  test('describes every field in English and Chinese', () => {
    const bare = nodes.filter(
      ({ field, node }) => field && (typeof node.description !== 'string' || typeof node['description-zh'] !== 'string'),
    );
    expect(bare.map(({ place }) => place)).toEqual([]);
    const notChinese = nodes.filter(
      ({ node }) =>
        typeof node['description-zh'] === 'string' && node.description === node['description-zh'] && /\s/.test(String(node.description)),
    );
    expect(notChinese.map(({ place }) => place)).toEqual([]);
  });

  test('lets no object have fields that it does not name', () => {
    const open = nodes.filter(
      ({ node }) => [node.type].flat().includes('object') && node.additionalProperties === undefined && node.oneOf === undefined,
    );
    expect(open.map(({ place }) => place)).toEqual([]);
  });
});

test('definitions of one name are the same in every schema that people write', () => {
  const seen = new Map<string, string>();
  for (const name of WRITTEN) {
    for (const [key, value] of Object.entries(schemaOf(name).$defs ?? {})) {
      expect(seen.get(key) ?? JSON.stringify(value), `${name} ${key}`).toBe(JSON.stringify(value));
      seen.set(key, JSON.stringify(value));
    }
  }
});

test('a text with a form of its own is a definition with a name, so that its remedy can be said', () => {
  const unnamed = WRITTEN.flatMap((name) =>
    nodesOf(schemaOf(name))
      .filter(({ place, node }) => node.pattern !== undefined && !/^#\/\$defs\/[^/]+$/.test(place))
      .map(({ place }) => `${name} ${place}`),
  );
  expect(unnamed).toEqual([]);
});

test('what a field expects can be said in both languages', () => {
  const expecting = WRITTEN.flatMap((name) => Object.entries(schemaOf(name).$defs ?? {}))
    .filter(([, node]) => isNode(node) && (node.pattern !== undefined || Array.isArray(node.type)))
    .map(([key]) => key);
  expect([...new Set(expecting)].filter((key) => PHRASES[key] === undefined)).toEqual([]);
});

test('the scheduled fields are those that the language names', () => {
  const marked = nodesOf(schemaOf('contract'))
    .filter(({ node }) => node['x-scheduled'] === true)
    .map(({ place }) => place.replace('#/$defs/', '').replaceAll('/properties/', '.'));
  expect(marked.sort()).toEqual(
    [
      'bonus.points',
      'bonus.pool',
      'cap.period',
      'cap.term',
      'commission.tiers',
      'gate.atLeast',
      'gate.atMost',
      'guarantee.amount',
      'kpi.cap',
      'kpi.minimum.atLeast',
      'kpi.stretch',
      'kpi.target',
      'kpi.threshold',
      'kpi.weight',
      'milestone.amount',
      'markup.gross',
      'milestone.atLeast',
      'pass_through.upTo',
      'penalty.amount',
      'penalty.bands',
      'rebate.tiers',
      'retainer.amount',
      'tax.rate',
      'unit_price.price',
      'wager.deadband',
      'wager.limit',
      'wager.rate',
      'wager.stake',
      'wager.target',
    ].sort(),
  );
});

describe('documents', () => {
  const evidence = {
    apiVersion: 'concord/v1',
    kind: 'Evidence',
    contract: 'acme',
    period: '2026-01',
    asOf: '2026-02-15',
    periods: [],
    spans: [],
  };

  test('of the right shape have no problem', () => {
    expect(documentShape('evidence', evidence)).toBeNull();
  });

  test('name the first thing that is wrong', () => {
    expect(documentShape('evidence', { ...evidence, asOf: 'soon' })).toBe('/asOf: pattern');
    expect(documentShape('evidence', { ...evidence, more: 1 })).toBe('/more: additionalProperties');
    expect(documentShape('evidence', { ...evidence, spans: [{}] })).toBe('/spans/0/measure: required');
    expect(documentShape('statement', evidence)).toMatch(/: (required|const)$/);
    expect(documentShape('terms', null)).toBe(': type');
  });
});
