import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/kernel/issue.js';
import { parseSettings, parseStackFile } from '../../src/provision/settings.js';
import { renderIssues } from '../../src/report/issues.js';
import { SETTINGS, settings } from './sample.js';

const words = (issues: readonly Issue[]) =>
  renderIssues(issues, { format: 'pretty', locale: 'en', color: false, sources: new Map() })
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.trim());

/** The settings as they stand in a stack's file. */
const stack = (text: string) =>
  `config:\n  gcp:project: acme-kpi\n  concord:settings:\n${text.replace(/^(?=.)/gm, '    ')}  concord:facebookToken:\n    secure: v1:abc\n`;

describe('a stack’s file', () => {
  test('its settings are the same as alone, and places are those of the file', () => {
    const { written, issues } = parseStackFile('Pulumi.prod.yaml', stack(SETTINGS));
    expect(issues).toEqual([]);
    expect(written?.settings).toEqual(settings().settings);
    expect(written?.at(['location'])).toEqual({ path: 'Pulumi.prod.yaml', line: 5, column: 15 });
  });

  test('every mistake is told at its place in the file', () => {
    const wrong = `project: Acme
location: EU
repository: { id: "1001", ownerId: 2002, name: acme }
deployer: admin@acme.example
bucket: x
budget: { billingAccount: 01AB23, projectNumber: 5, amount: "0", currency: USD }
sources:
  my-shop: { owners: [] }
`;
    expect(words(parseStackFile('Pulumi.prod.yaml', stack(wrong)).issues)).toEqual([
      'Pulumi.prod.yaml:4:14 error wrong-form',
      'This does not fit here: "Acme".',
      'fix: Write a Google Cloud project id.',
      'Pulumi.prod.yaml:6:23 error value-slip',
      '"1001" stands in quotes; numbers are written without.',
      'fix: Write id: 1001',
      'Pulumi.prod.yaml:6:52 error wrong-form',
      'This does not fit here: "acme".',
      'fix: Write a repository: owner/name.',
      'Pulumi.prod.yaml:7:15 error wrong-form',
      'This does not fit here: "admin@acme.example".',
      'fix: Write user:, group: or serviceAccount: with an address, such as group:kpi@acme.example.',
      'Pulumi.prod.yaml:8:5 error unknown-field',
      'The field "bucket" is not known here.',
      'fix: Write budget: x',
      'Pulumi.prod.yaml:9:31 error wrong-form',
      'This does not fit here: "01AB23".',
      'fix: Write a billing account such as 01AB23-CD45EF-678901.',
      'Pulumi.prod.yaml:9:54 error value-slip',
      '5 is read as a number, or as true or false; in quotes it is text.',
      'fix: Write projectNumber: "5"',
      'Pulumi.prod.yaml:9:65 error wrong-form',
      'This does not fit here: "0".',
      'fix: Write a whole amount in quotes, such as "200".',
      'Pulumi.prod.yaml:11:7 error wrong-key',
      '"my-shop" cannot stand here: expected a name: letters, digits and _, no digit first (at most 63).',
      'fix: Correct the name before the colon.',
      '9 errors',
    ]);
  });

  test('without settings it says which key is missing', () => {
    for (const text of ['config: {}\n', 'config: [1]\n', '{}\n', 'config:\n  concord:setting: {}\n']) {
      const { written, issues } = parseStackFile('Pulumi.prod.yaml', text);
      expect([text, written, issues.map(({ code, params }) => [code, params.field])]).toEqual([
        text,
        null,
        [['missing-field', '"concord:settings"']],
      ]);
    }
  });

  test('secrets never stand in it: only the names under which the stack keeps them', () => {
    const written = `${SETTINGS}sources:
  ads:
    owners: ["group:data@acme.example"]
    transfers:
      - { kind: facebook_ads, clientId: "123456", clientSecret: appSecret, refreshToken: "EAAB0123-secret" }
`;
    expect(parseSettings('x.yaml', written).issues.map(({ code, params }) => [code, params.expected])).toEqual([
      ['wrong-form', '@secretKey'],
    ]);
  });
});

test('what is left out has its default', () => {
  expect(settings().settings).toEqual({
    project: 'acme-kpi',
    location: 'EU',
    repository: { id: 1001, ownerId: 2002, name: 'acme/kpi', defaultBranch: 'main' },
    environments: { engine: 'concord', deploy: 'production' },
    deployer: 'user:admin@acme.example',
    dataset: 'concord',
    budget: null,
    stateBucket: null,
    evidence: { retentionDays: 3653, locked: false },
    audit: { retentionDays: 400 },
    sources: [],
  });
});

test('as JSON, as a stack hands them to its program, they are the same', () => {
  const json = JSON.stringify({
    project: 'acme-kpi',
    location: 'EU',
    repository: { id: 1001, ownerId: 2002, name: 'acme/kpi' },
    deployer: 'user:admin@acme.example',
    sources: { shop: { owners: ['group:data@acme.example'], transfers: [{ kind: 'google_ads', customer: '4152637485' }] } },
  });
  expect(parseSettings('settings', json).written?.settings.sources).toEqual([
    {
      dataset: 'shop',
      owners: ['group:data@acme.example'],
      transfers: [{ kind: 'google_ads', customer: '4152637485', schedule: 'every 24 hours', performanceMax: true, refreshDays: null }],
    },
  ]);
});
