import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseStackFile } from '../../src/provision/settings.js';
import { agreed, plan } from '../provision/sample.js';
import { REPOSITORY } from '../run-cli.js';

// The chapter on the cloud, the workflows and the program name the same things.

const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8');
const WORKFLOWS = '.github/workflows';
const workflows = readdirSync(join(REPOSITORY, WORKFLOWS)).map((name) => read(`${WORKFLOWS}/${name}`));
const all = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))].sort();

describe.each(['17-cloud.en.md', '17-cloud.zh.md'])('%s', (file) => {
  const text = read(`docs/guide/${file}`);
  const [settings = ''] = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, body = '']) => body);

  test('shows settings that the program takes', () => {
    const { written, issues } = parseStackFile('Pulumi.production.yaml', settings);
    expect(issues).toEqual([]);
    expect(written?.settings.project).toBe('acme-kpi');
  });

  test('sets every secret that they name', () => {
    const { written } = parseStackFile('Pulumi.production.yaml', settings);
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

  test('names the Pulumi that the program is written for', () => {
    const manifest: unknown = JSON.parse(read('package.json'));
    expect(manifest).toMatchObject({ optionalDependencies: { '@pulumi/pulumi': all(text, /\) (3\.\d+\.\d+)/g)[0] } });
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
