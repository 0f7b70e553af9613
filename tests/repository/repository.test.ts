import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadWorkspace } from '../../src/contract/load-workspace.js';
import { isEngine, ownerOf } from '../../src/gate/paths.js';
import { LOCALES } from '../../src/kernel/text.js';
import { isOfRegistry, readEngineSource } from '../../src/repository/engine.js';
import { schemasIn, withSchemas } from '../../src/repository/schemas.js';
import { REPOSITORY } from '../run-cli.js';
import { BIGQUERY, ownLock, PIN, written } from './shipped.js';

test('these files are written, and nothing else', () => {
  const paths = [...written().keys()].filter((path) => !path.startsWith('.github/')).sort();
  expect(paths).toEqual([
    ...['.gitattributes', '.gitignore', '.npmrc', '.vscode/extensions.json', '.vscode/settings.json', 'README.md'],
    ...['contracts/workspace.yaml', 'package-lock.json', 'package.json'],
  ]);
  const cloud = [...written({ warehouse: BIGQUERY }).keys()];
  expect(cloud.filter((path) => !written().has(path))).toEqual(['Pulumi.yaml', '.github/workflows/infra.yml']);
});

test.each(LOCALES)('nothing of the samples, of this repository or of nobody is in it (%s)', (locale) => {
  for (const [path, text] of written({ locale, warehouse: BIGQUERY })) {
    expect(text.match(/acme|linkstar|(?<!\$)\{\{|undefined|\[object/i)?.[0], path).toBeUndefined();
    expect(text.endsWith('\n'), path).toBe(true);
  }
});

test.each(LOCALES)('the workspace says what was answered (%s)', (locale) => {
  for (const warehouse of [{ engine: 'duckdb' } as const, BIGQUERY]) {
    const { workspace, issues } = loadWorkspace(written({ locale, warehouse }));
    expect(issues).toEqual([]);
    expect(workspace).toMatchObject({
      people: [
        { id: 'ana', name: 'Ana', github: 11, login: 'ana' },
        { id: 'bob', name: '李波', github: 21 },
      ],
      governance: { brand: ['ana'], provider: ['bob'] },
      warehouse,
      defaults: { brand: 'Harbour Tea', provider: '北光', currency: 'USD', timezone: 'Asia/Shanghai' },
    });
  }
});

test('names are data, whatever they hold', () => {
  const name = 'A "quoted": #{{brand}} | `x`\n- [y](z) \\';
  const people = [{ id: 'x', name, github: 1, login: null }];
  const files = written({
    parties: { brand: { name, people }, provider: { name: 'B', people: [{ id: 'y', name: 'Y', github: 2, login: null }] } },
  });
  const { workspace } = loadWorkspace(files);
  expect(workspace?.defaults.brand).toBe(name);
  expect(workspace?.people[0]?.name).toBe(name);
  expect(files.get('README.md')?.split('\n')[0]).toBe(
    '# A "quoted": #{{brand}} \\| \\`x\\` - \\[y\\](z) \\\\ and B: what is paid for which result',
  );
});

test('the engine is the one package, and whatever else is locked is below it', () => {
  const files = written();
  const file = JSON.parse(files.get('package.json') ?? '') as { dependencies: object; overrides: object };
  expect(file.dependencies).toEqual({ concord: PIN.spec });
  const lock = JSON.parse(files.get('package-lock.json') ?? '') as { packages: Record<string, Record<string, unknown>> };
  expect(lock.packages['node_modules/concord']).toMatchObject({ version: PIN.version, resolved: PIN.spec, integrity: PIN.integrity });
  const others = Object.entries(lock.packages).filter(([place]) => place !== '' && place !== 'node_modules/concord');
  expect(others.length).toBeGreaterThan(60);
  for (const [place, entry] of others) {
    const { version, integrity } = ownLock().get(place) ?? {};
    expect([entry.version, entry.integrity], place).toEqual([version, integrity]);
    expect([entry.dev, entry.resolved], place).toEqual([undefined, undefined]);
  }
  const heavy = others.filter(([place]) => /duckdb|google-cloud|pulumi/.test(place));
  expect(heavy.filter(([, { optional }]) => optional !== true)).toEqual([]);
  expect(heavy.filter(([place]) => place.includes('pulumi'))).toEqual([]);
});

test('with a cloud its packages are named, for whoever works on the cloud alone', () => {
  const lock = JSON.parse(written({ warehouse: BIGQUERY }).get('package-lock.json') ?? '') as {
    packages: Record<string, Record<string, unknown>>;
  };
  expect(lock.packages['']?.devDependencies).toEqual({ '@pulumi/gcp': '9.37.0', '@pulumi/policy': '1.21.0', '@pulumi/pulumi': '3.248.0' });
  const pulumi = Object.entries(lock.packages).filter(([place]) => place.includes('@pulumi/'));
  expect(pulumi.map(([, { dev }]) => dev)).toEqual([true, true, true]);
});

test('editors are told the schemas that the engine brings', () => {
  const settings = JSON.parse(written().get('.vscode/settings.json') ?? '') as { 'yaml.schemas': Record<string, string> };
  expect(Object.keys(settings['yaml.schemas']).map((path) => path.replace('./node_modules/concord/', ''))).toEqual(
    ['workspace', 'contract', 'definitions', 'event'].map((name) => `schemas/${name}.schema.json`),
  );
});

test('a change of anything that is written but the workspace’s contracts is a change of the rules, which both parties decide', () => {
  const paths = [...written({ warehouse: BIGQUERY }).keys(), 'engine/concord-0.1.0.tgz', '.github/CODEOWNERS'];
  expect(paths.filter((path) => ownerOf(path).kind !== 'governance')).toEqual([]);
  // What was approved before is approved again, but for what nobody runs: prose, and pages of forms.
  expect(paths.filter((path) => !isEngine(path))).toEqual(['README.md', '.github/ISSUE_TEMPLATE/config.yml']);
});

test('Dependabot looks at the one lock file', () => {
  const { updates } = parse(written().get('.github/dependabot.yml') ?? '') as { updates: { directories?: string[]; directory?: string }[] };
  expect(updates.map(({ directories, directory }) => directories ?? directory)).toEqual([['/'], '/']);
});

test('nothing of it comes from a registry by the engine’s name, which there is somebody else’s', () => {
  for (const named of ['0.1.0', 'concord@0.2.4', '^0.1.0', 'latest', 'concord@latest', 'npm:concord@0.2.4', '*', '1.x']) {
    expect(readEngineSource(named), named).toBeNull();
    expect(isOfRegistry(named), named).toBe(true);
  }
  for (const named of ['engine/concord-0.1.0.tgz', `https://git.example/concord.git#${'a'.repeat(40)}`]) {
    expect(readEngineSource(named)).not.toBeNull();
    expect(isOfRegistry(named)).toBe(false);
  }
  // `npx concord` before `npm ci` would fetch it.
  expect(written().get('.npmrc')?.split('\n')).toContain('yes=false');
  expect(readFileSync(join(REPOSITORY, '.npmrc'), 'utf8').split('\n')).toContain('yes=false');
  for (const [path, text] of written({ warehouse: BIGQUERY })) {
    expect(text.match(/npm install concord\b|concord@\d|npx (?!--no )(?:--yes |-y )concord/)?.[0], path).toBeUndefined();
  }
});

describe('the first line of a file names the schema', () => {
  const line = '# yaml-language-server: $schema=../../schemas/contract.schema.json\n';
  const pinned = JSON.stringify({ dependencies: { concord: 'file:engine/concord-0.1.0.tgz' } });

  test.each([
    ['of the engine’s own repository', true, '{"name":"concord"}', line],
    [
      'in the installed package',
      false,
      pinned,
      '# yaml-language-server: $schema=../../node_modules/concord/schemas/contract.schema.json\n',
    ],
    ['nowhere, where none is', false, null, ''],
    ['nowhere, where package.json is broken', false, '{', ''],
  ])('%s', (_, hasOwn, packageFile, expected) => {
    const text = `${line}# schemas/ are named once\nkind: Contract\n`;
    expect(withSchemas(text, schemasIn(hasOwn, packageFile))).toBe(`${expected}# schemas/ are named once\nkind: Contract\n`);
  });

  test('and the schema is there', () => {
    for (const name of ['contract', 'definitions', 'event', 'workspace'])
      expect(existsSync(join(REPOSITORY, `schemas/${name}.schema.json`))).toBe(true);
  });
});
