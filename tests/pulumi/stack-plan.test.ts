import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { WORKSPACE_FILE } from '../../src/contract/paths.js';
import type { Locale } from '../../src/kernel/text.js';
import { planStack, type Stack } from '../../src/running/stack-plan.js';
import { memoryFiles } from '../memory-files.js';
import { type ContractChoices, contractTexts, SETTINGS, WORKSPACE } from '../provision/sample.js';

interface Place {
  readonly contracts?: readonly ContractChoices[];
  readonly workspace?: string;
  /** Settings beyond the sample's, as YAML, in the stack's file. */
  readonly more?: string;
  /** What the engine hands over in place of the file's settings. */
  readonly handed?: string | null;
  readonly keys?: readonly string[];
  readonly encrypted?: readonly string[];
  readonly locale?: Locale;
}

function planOf({ contracts = [{}], workspace = WORKSPACE, more = '', handed, keys = [], encrypted = [], locale = 'en' }: Place) {
  const settings: unknown = parse(SETTINGS + more);
  const texts = new Map(contracts.flatMap((choices) => [...contractTexts(choices)]));
  texts.set(WORKSPACE_FILE, workspace);
  texts.set('Pulumi.production.yaml', stringify({ config: { 'concord:settings': settings } }));
  const stack: Stack = {
    name: 'production',
    settings: handed === undefined ? JSON.stringify(settings) : handed,
    keys: new Set(keys),
    encrypted: new Set(encrypted),
  };
  return planStack(memoryFiles(texts), stack, { locale, today: () => '2026-05-01' });
}

const WAREHOUSE = (warehouse: string) => WORKSPACE.replace(/warehouse: .*/, `warehouse: ${warehouse}`);

const TRANSFER = `sources:
  shop:
    owners: ["group:data@acme.example"]
    transfers: [{ kind: facebook_ads, clientId: "123456", clientSecret: facebookSecret, refreshToken: facebookToken }]
`;

describe('why nothing is made', () => {
  const refused: readonly (readonly [string, Place])[] = [
    ['everybody as a viewer', { contracts: [{ providerAccess: '{ viewer: [allUsers] }' }] }],
    ['data in files', { workspace: WAREHOUSE('{ engine: duckdb }') }],
    ['two locations', { workspace: WAREHOUSE('{ engine: bigquery, project: acme-kpi, location: US }') }],
    ['a setting that is misspelt', { more: 'dataSet: kpi\n' }],
    ['settings that the stack’s file does not hold', { handed: '{"project":"acme-kpi","location":"EU"}' }],
    ['no settings', { handed: null }],
    ['no settings, in Chinese', { handed: null, locale: 'zh' }],
    ['no contracts', { contracts: [] }],
    ['one contract of two with an error', { contracts: [{}, { id: 'acme-de', data: '{ owner: nobody }' }] }],
    ['a workspace with an error', { workspace: WAREHOUSE('{ engine: bigquery }') }],
    ['secrets that are missing or open', { more: TRANSFER, keys: ['facebookToken'] }],
  ];
  test('in words of their own, all at once', async () => {
    const said = await Promise.all(
      refused.map(async ([name, place]) => {
        const { plan, refused: why } = await planOf(place);
        return `=== ${name}\n\n${plan === null ? why : 'made after all'}\n`;
      }),
    );
    await expect(said.join('\n')).toMatchFileSnapshot('golden/refusals.txt');
  });
});

describe('what is planned', () => {
  test('everything, with secrets that are kept encrypted', async () => {
    const keys = ['facebookSecret', 'facebookToken', 'settings'];
    const { plan, refused } = await planOf({ more: TRANSFER, keys, encrypted: ['facebookSecret', 'facebookToken'] });
    expect(refused).toBeNull();
    expect(plan?.specs.filter(({ type }) => type === 'gcp:bigquery/dataTransferConfig:DataTransferConfig').map(({ name }) => name)).toEqual(
      ['raw_data/shop/facebook_ads/123456'],
    );
  });

  test('what is odd but possible is made, and said', async () => {
    const found = await planOf({ more: 'sources:\n  shopp: { owners: ["group:data@acme.example"] }\n' });
    expect(found.refused).toBeNull();
    expect(found.refused === null && found.warnings).toBe(`Pulumi.production.yaml:12:9 warning source-not-read
  no contract reads dataset "shopp"
  12 │         owners:
     │         ^
  fix: Correct the name, or take it out.

1 warning`);
  });
});
