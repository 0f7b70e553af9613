import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { grantCommand } from '../../src/provision/foreign-datasets.js';
import { parseStackFile } from '../../src/provision/settings.js';
import { CLOUD_POLICY } from '../../src/words/cloud-policy.js';
import { CLOUD_PROGRAM } from '../../src/words/cloud-program.js';
import { PROVISION_ISSUES } from '../../src/words/provision-issues.js';
import { agreed, plan, settings as sampleSettings } from '../provision/sample.js';
import { REPOSITORY } from '../run-cli.js';
import { Cloud, refusalOf } from './loopback/cloud.js';
import { LoopbackGoogle } from './loopback/google/google.js';
import { runStack } from './stack-place.js';

// The chapter on the cloud, the workflows and the program name the same things.

const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');
const WORKFLOWS = '.github/workflows';
const workflows = readdirSync(join(REPOSITORY, WORKFLOWS)).map((name) => read(`${WORKFLOWS}/${name}`));
const PROJECT = { project: 'acme-kpi', owner: 'user:admin@acme.example' };
const all = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))].sort();

/** What a loopback of Google says where the chapter has it refuse. */
const GOOGLE: readonly string[] = [
  (google: LoopbackGoogle) =>
    google.make('gcp:bigquery/dataset:Dataset', {
      accesses: [{ role: 'OWNER', userByEmail: 'concord-engine@acme-kpi.iam.gserviceaccount.com' }],
    }),
  (google: LoopbackGoogle) => {
    google.caller = 'serviceAccount:concord-deploy@acme-kpi.iam.gserviceaccount.com';
    google.make('gcp:serviceaccount/account:Account', { accountId: 'concord-loader' });
  },
  (google: LoopbackGoogle) => {
    google.caller = 'serviceAccount:concord-deploy@acme-kpi.iam.gserviceaccount.com';
    google.make('gcp:projects/iAMMember:IAMMember', { role: 'roles/owner', member: google.caller });
  },
  (google: LoopbackGoogle) => google.drop('gcp:bigquery/datasetAccess:DatasetAccess', { project: 'acme-web', datasetId: 'ga4' }),
  (google: LoopbackGoogle) => {
    const bucket = { name: 'b', retentionPolicy: { retentionPeriod: '86400', isLocked: true } };
    google.make('gcp:storage/bucket:Bucket', bucket);
    google.change('gcp:storage/bucket:Bucket', { name: 'b', retentionPolicy: { retentionPeriod: '3600' } }, bucket);
  },
  (google: LoopbackGoogle) => {
    const pool = ['gcp:iam/workloadIdentityPool:WorkloadIdentityPool', { workloadIdentityPoolId: 'concord' }] as const;
    google.make(...pool);
    google.drop(...pool);
    google.make(...pool);
  },
].map((refused) => {
  try {
    refused(new LoopbackGoogle({ ...PROJECT, datasets: { 'acme-web.ga4': { tables: [], owners: ['user:web@acme.example'] } } }));
  } catch (error) {
    return refusalOf(error);
  }
  throw new Error('not refused');
});

/** Said where no loopback stands: by Pulumi of what is protected (tests/cloud), and when a job signs in. */
const ELSEWHERE = ['cannot be deleted', 'protected', 'Permission denied on iam.serviceAccounts.getAccessToken'];

describe.each(['17-cloud.en.md', '17-cloud.zh.md'])('%s', (file) => {
  const text = read(`docs/guide/${file}`);
  const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, body = '']) => body);
  const [settings = '', , transfers = ''] = blocks;
  // Section 7 writes one source anew.
  const withTransfers = settings.slice(0, settings.indexOf('      ads:')) + transfers;

  test('shows settings that the program takes', () => {
    const { written, issues } = parseStackFile('Pulumi.production.yaml', settings);
    expect(issues).toEqual([]);
    expect(written?.settings.project).toBe('acme-kpi');
  });

  test('sets every secret that they name', () => {
    const { written, issues } = parseStackFile('Pulumi.production.yaml', withTransfers);
    expect(issues).toEqual([]);
    const keys = (written?.settings.sources ?? []).flatMap(({ transfers }) =>
      transfers.flatMap((each) => (each.kind === 'facebook_ads' ? [each.clientSecret, each.refreshToken] : [])),
    );
    expect(all(text, /config set --secret concord:(\w+)/g)).toEqual(keys);
  });

  test('sets every variable that the workflows read for the cloud, from an output that there is', () => {
    const set = all(text, /gh variable set (\w+)/g);
    const used = all(workflows.join('\n'), /vars\.(CONCORD_\w+)/g).filter((name) => !name.startsWith('CONCORD_APP_'));
    expect(used.filter((name) => !set.includes(name))).toEqual([]);
    expect(set.filter((name) => !used.includes(name))).toEqual([]);
    const outputs = Object.keys(plan([agreed()], '2026-05-01').outputs);
    expect(all(text, /stack output (\w+)/g).filter((name) => !outputs.includes(name))).toEqual([]);
  });

  test('names every refusal as it is said, and has a row for each that the program itself has words for', () => {
    const locale = file.includes('.zh.') ? 'zh' : 'en';
    const table = text.slice(text.lastIndexOf('| --- | --- |'));
    const rows = [...table.matchAll(/^\| (.+?) \| .+ \|$/gm)].map(([, cell = '']) => cell).slice(1);
    const own = Object.values(CLOUD_PROGRAM).map((message) => message[locale].replaceAll(/\{\w+\}/g, '…'));
    const said = [...own, ...Object.keys(PROVISION_ISSUES), ...Object.keys(CLOUD_POLICY), ...GOOGLE, ...ELSEWHERE];
    const parts = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].flatMap(([, words = '']) => words.split('…')));
    const known = (part: string) => said.some((each) => each.includes(part.trim()));
    expect(parts.filter((part) => !known(part))).toEqual([]);
    const refusals = [
      'dataset-denied',
      'dataset-missing',
      'view-denied',
      'view-invalid',
      'views-early',
      'no-secret',
      'open-secret',
    ] as const;
    const told = (key: (typeof refusals)[number]) => parts.some((part) => CLOUD_PROGRAM[key][locale].includes(part.trim()));
    expect(refusals.filter((key) => !told(key))).toEqual([]);
  });

  test('names the grant on a dataset of others as `access` and the refusal do', () => {
    const [, shown = ''] = /```sh\n(bq [\s\S]*?)```/.exec(text) ?? [];
    const foreign = { project: 'acme-web', dataset: 'analytics_263' };
    expect(shown.replace(/\s*\\\n\s*/g, ' ').trim()).toBe(grantCommand(foreign, { ...sampleSettings().settings, project: 'acme-kpi' }));
    expect(text).toContain('bigquery.datasets.update');
    expect(text).toContain('bigquery.tables.getData');
  });

  test('names the Pulumi that the program is written for', () => {
    const manifest: unknown = JSON.parse(read('package.json'));
    expect(manifest).toMatchObject({ devDependencies: { '@pulumi/pulumi': all(text, /\) (3\.\d+\.\d+)/g)[0] } });
  });
});

test('the workflow runs the same Pulumi, with the policy pack, on the program that is built', () => {
  const infra: unknown = parse(read(`${WORKFLOWS}/infra.yml`));
  const step = {
    uses: expect.stringMatching(/^pulumi\/actions@/),
    with: expect.objectContaining({ 'pulumi-version': '3.248.0', policyPacks: 'policy' }),
  };
  for (const job of ['preview', 'up'])
    expect(infra).toHaveProperty(`jobs.${job}.steps`, expect.arrayContaining([expect.objectContaining(step)]));
  const project: unknown = parse(read('Pulumi.yaml'));
  expect(project).toMatchObject({ name: 'concord', main: 'dist/shell/pulumi/program.js' });
  expect(existsSync(join(REPOSITORY, 'dist/shell/pulumi/program.js'))).toBe(true);
  expect(existsSync(join(REPOSITORY, 'policy/PulumiPolicy.yaml'))).toBe(true);
});

test('the chapter’s own settings bring up an empty project in one go, and its transfers after it', async () => {
  const text = read('docs/guide/17-cloud.en.md');
  const [settings = '', , transfers = ''] = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, body = '']) => body);
  const settingsOf = (file: string) => stringify((parse(file) as { config: Record<string, unknown> }).config['concord:settings']);
  const cloud = new Cloud({ ...PROJECT, newFor: 1200, buckets: ['acme-kpi-state'], datasets: { 'acme-kpi.loads': { tables: ['log'] } } });
  const first = await runStack({ contracts: [{}], settings: settingsOf(settings), cloud });
  expect({ exitCode: first.exitCode, ...cloud.counted() }).toMatchObject({ exitCode: 0, updated: 0, deleted: 0 });
  const changed = settings.slice(0, settings.indexOf('      ads:')) + transfers;
  const secrets = { facebookSecret: 'app-secret', facebookToken: 'long-lived' };
  const second = await runStack({ contracts: [{}], settings: settingsOf(changed), secrets, cloud });
  // Two transfers, and the loader owns the dataset that it loads into.
  expect({ exitCode: second.exitCode, ...cloud.counted() }).toMatchObject({ exitCode: 0, created: 2, updated: 1, deleted: 0 });
});
