import { expect, test } from 'vitest';
import { cloudLack } from '../../src/repository/cloud.js';
import { cloudOf } from '../../src/repository/lock.js';
import { BIGQUERY, filesBelow, ownLock, PIN, written } from './shipped.js';

/* A repository that began with files and measures on BigQuery now, or whose cloud came with another engine. */

const SHIPPED = {
  templates: new Map([...filesBelow('templates/repository')].map(([path, text]) => [path.split('/').at(-1) ?? '', text])),
  lock: ownLock(),
  cloud: cloudOf(ownLock()),
};
const [files, cloud] = [written(), written({ warehouse: BIGQUERY })];
const of = (texts: ReadonlyMap<string, string>) => ({
  program: texts.get('Pulumi.yaml') ?? null,
  packages: texts.get('package.json') ?? '',
  lock: texts.get('package-lock.json') ?? null,
});
const lack = (present: ReturnType<typeof of>, version = PIN.version) => cloudLack(present, SHIPPED, version);

test('it comes to the very files that one has which began with BigQuery', () => {
  const { files: come, byHand } = lack(of(files));
  expect(byHand).toEqual([]);
  expect([...come.keys()].sort()).toEqual(['Pulumi.yaml', 'package-lock.json', 'package.json']);
  for (const [path, text] of come) expect(text, path).toBe(cloud.get(path));
});

test('which lacks nothing, whatever its program was changed to', () => {
  expect(lack(of(cloud))).toEqual({ files: new Map(), byHand: [] });
  expect(lack({ ...of(cloud), program: 'name: ours\n' }).files.size).toBe(0);
});

test('packages of another engine come in this one’s versions', () => {
  const older = (text = '') => text.replaceAll('3.248.0', '3.240.0');
  const { files: come } = lack({ ...of(cloud), packages: older(cloud.get('package.json')), lock: older(cloud.get('package-lock.json')) });
  expect(come).toEqual(new Map(['package.json', 'package-lock.json'].map((path) => [path, cloud.get(path)])));
});

const { packages } = of(files);
const npms = ['@pulumi/gcp@9.37.0', '@pulumi/policy@1.21.0', '@pulumi/pulumi@3.248.0'];
test.each([
  ['a package of its own', { packages: packages.replace('"dependencies": {', '"dependencies": {\n    "left-pad": "1.3.0",') }],
  ['one for its own work', { packages: packages.replace('"private"', '"devDependencies": { "prettier": "3.0.0" },\n  "private"') }],
  ['no lock file', { lock: null }],
  ['one that is being merged', { lock: '<<<<<<< HEAD\n' }],
])('with %s they are for npm to bring', (_, changed) => {
  const { files: come, byHand } = lack({ ...of(files), ...changed });
  expect([[...come.keys()], byHand]).toEqual([['Pulumi.yaml'], npms]);
});

test('so they are where another engine runs than is locked', () => {
  expect(lack(of(files), '0.2.0').byHand).toEqual(npms);
});
