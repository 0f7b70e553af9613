import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { isBundlePath, MOST_BYTES } from '../../src/bundle/paths.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { unzipped } from '../../src/kernel/zip.js';
import { copyOf, emptyPlace, goldenPlace } from '../e2e/place.js';
import { contextFor, run } from '../in-process.js';
import { type CliResult, REPOSITORY, runCli } from '../run-cli.js';

/** `verify.mjs` as the build has made it, run as whoever is sent a bundle runs it: BUNDLE_LEDGERS=all checks every golden ledger. */
const GOLDEN = join(REPOSITORY, 'tests/golden');
const LEDGERS =
  process.env.BUNDLE_LEDGERS === 'all' ? readdirSync(GOLDEN).filter((name) => existsSync(join(GOLDEN, name, 'steps.json'))) : [];
const VERIFIER = join(REPOSITORY, 'dist/verify.mjs');

function node(file: string, args: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}): Promise<CliResult> {
  const env = { PATH: process.env.PATH ?? '', LANG: 'en', ...more };
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { cwd, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr });
    });
  });
}

/** A golden folder, settled as of its last day; the contract and its last period. */
async function settledPlace(name: string): Promise<{ readonly root: string; readonly contract: string; readonly period: string }> {
  const root = goldenPlace(name);
  const steps = JSON.parse(readFileSync(join(GOLDEN, name, 'steps.json'), 'utf8')) as { readonly asOf: string }[];
  const context = contextFor({ root, asOf: steps.at(-1)?.asOf ?? '' });
  const { exitCode, errors } = await run(context, (each) => settleDue(each, { contract: null, period: null, preview: false }));
  expect(exitCode, errors).toBe(0);
  const [contract = ''] = readdirSync(join(root, 'contracts'));
  return {
    root,
    contract,
    period:
      readdirSync(join(root, 'contracts', contract, 'ledger'))
        .sort()
        .at(-1) ?? '',
  };
}

/** The bundle's bytes, as made in some time zone. */
async function bundleOf(place: Awaited<ReturnType<typeof settledPlace>>, into: string, zone = 'UTC'): Promise<Buffer> {
  const { root, contract, period } = place;
  const { code, stdout, stderr } = await runCli(['bundle', contract, period, '--root', root, '--out', into], { TZ: zone });
  expect(code, stderr).toBe(0);
  expect(stdout).toContain(join(into, `${contract}-${period}.zip`));
  return readFileSync(join(into, `${contract}-${period}.zip`));
}

function unpack(zip: Buffer, folder: string): void {
  const files = unzipped(new Uint8Array(zip), { isName: isBundlePath, most: MOST_BYTES });
  if (typeof files === 'string') throw new Error(files);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

describe('verify.mjs', () => {
  let zip = '';
  let folder = '';
  let same: Buffer = Buffer.alloc(0);

  beforeAll(async () => {
    // What it judges up to a day inside a period is counted by the offsets that the evidence names: the file has no zones.
    const place = await settledPlace('milestone-judged-up-to-due');
    const [here, there] = [emptyPlace(), emptyPlace()];
    const [a, b] = await Promise.all([bundleOf(place, here, 'Asia/Shanghai'), bundleOf(place, there, 'America/Los_Angeles')]);
    zip = join(here, `${place.contract}-${place.period}.zip`);
    same = b;
    folder = emptyPlace();
    unpack(a, folder);
  });

  it('comes in a bundle of the same bytes wherever it is made', () => {
    expect(readFileSync(zip).equals(same)).toBe(true);
  });

  it('is one file below 400 kB that imports nothing but what Node has, and nothing of a network', () => {
    const code = readFileSync(VERIFIER, 'utf8');
    expect(Buffer.byteLength(code)).toBeLessThan(400_000);
    const imports = [...code.matchAll(/\bfrom ?"([^"]+)"/g)].map(([, name]) => name);
    expect([...new Set(imports)].sort()).toEqual([
      'module',
      'node:crypto',
      'node:fs',
      'node:module',
      'node:path',
      'node:url',
      'node:worker_threads',
    ]);
    expect(code).not.toContain(REPOSITORY);
    expect(readFileSync(join(folder, 'verify.mjs'), 'utf8')).toBe(code);
  });

  it('says the same of the folder, of the ZIP, and as the engine’s own', async () => {
    const [inside, packed, own] = await Promise.all([
      node('verify.mjs', [], folder),
      node(join(folder, 'verify.mjs'), [zip], '/'),
      node(VERIFIER, [folder, '--locale', 'zh'], '/'),
    ]);
    expect(inside).toMatchObject({ code: 0, stderr: '' });
    expect(inside.stdout).toMatch(/^tea-[a-z-]+ 2026-\d\d\n\n(\S+ +-?[\d.]+ USD {2}same\n)+Total/);
    expect(packed).toEqual(inside);
    expect(own.code).toBe(0);
    expect(own.stdout).toMatch(/一致\n合计 .* 一致\n往来余额 .* 一致\n/);
  });

  it('its page has the digests that it and every tool compare', () => {
    const listed = [...readFileSync(join(folder, 'VERIFY.md'), 'utf8').matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm)];
    expect(listed.length).toBeGreaterThan(8);
    for (const [, digest, path = ''] of listed)
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex'),
      ).toBe(digest);
  });

  it('gives the runner of a workflow no commands, whatever a forged statement calls its lines', async () => {
    const forged = copyOf(folder);
    const [period = ''] = readdirSync(join(forged, 'ledger')).sort().slice(-1);
    const statement = join(forged, 'ledger', period, 'statement.json');
    writeFileSync(statement, readFileSync(statement, 'utf8').replaceAll('"thousand"', '"::stop-commands::x"'));
    const [plain, logged] = await Promise.all([{}, { GITHUB_ACTIONS: 'true' }].map((more) => node(VERIFIER, [forged], '/', more)));
    expect(plain?.stdout).toContain('\n::stop-commands::x ');
    expect(logged?.stdout).toContain('\n\\::stop-commands::x ');
    expect(logged?.stdout).not.toMatch(/^\s*::/m);
  });

  it('ends with 1 where a byte is another, with 2 where there is no bundle or a file is a link', async () => {
    const [spoilt, cut] = [copyOf(folder), join(emptyPlace(), 'cut.zip')];
    const page = join(spoilt, 'statement.md');
    writeFileSync(page, `${readFileSync(page, 'utf8')} `);
    writeFileSync(cut, readFileSync(zip).subarray(0, 1000));
    const link = emptyPlace();
    symlinkSync(join(folder, 'bundle.json'), join(link, 'bundle.json'));
    const [more, linked] = [copyOf(folder), join(emptyPlace(), 'linked')];
    writeFileSync(join(more, 'README.txt'), 'Pay more.');
    writeFileSync(join(more, '.DS_Store'), '');
    symlinkSync(folder, linked);
    const [ended, through] = await Promise.all([node(VERIFIER, [more], '/'), node(VERIFIER, [linked], '/')]);
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('First difference: README.txt is not among the files that bundle.json names.\nDigest');
    expect(through.code).toBe(0);
    const unnamed = copyOf(folder);
    const manifest = readFileSync(join(unnamed, 'bundle.json'), 'utf8');
    writeFileSync(join(unnamed, 'bundle.json'), manifest.replace(/ *\{[^{}]*"path": "statement.md"[^{}]*\},\n/, ''));
    const { stdout } = await node(VERIFIER, [unnamed], '/');
    expect(stdout).toContain(
      'First difference: bundle.json has been changed: it does not name statement.md, which is a file of this bundle.\nDigest',
    );
    const keyless = copyOf(folder);
    writeFileSync(join(keyless, 'bundle.json'), readFileSync(join(keyless, 'bundle.json'), 'utf8').replace('"files"', '"filet"'));
    const told = await Promise.all(['en', 'zh'].map((locale) => node(VERIFIER, [keyless, '--locale', locale], '/')));
    expect(told.map(({ code, stderr }) => [code, stderr])).toEqual([
      [2, `The bundle.json of ${keyless} cannot be read: it has been changed, or it is of no bundle. Ask whoever sent it for it again.\n`],
      [2, `${keyless} 中的 bundle.json 无法读取：已被改动，或不属于核对包。请向发送方重新索取。\n`],
    ]);
    const ends = await Promise.all([
      node(VERIFIER, [spoilt], '/'),
      node(VERIFIER, [link], '/'),
      node(VERIFIER, [cut], '/'),
      node(VERIFIER, ['nowhere'], folder),
      node(VERIFIER, ['--nonsense'], '/'),
    ]);
    expect(ends.map(({ code }) => code)).toEqual([1, 2, 2, 2, 2]);
    expect(ends[0]?.stdout).toContain('First difference: statement.md has been changed: its digest is another.');
    expect(ends.slice(2).map(({ stderr }) => stderr)).toEqual([
      `${cut} is no whole ZIP: its download broke off, or it is another kind of file. Get it again, or name the folder that it was unpacked to.\n`,
      'There is no file or folder nowhere.\n',
      'Usage: node verify.mjs [folder or ZIP of the bundle] [--locale en|zh]\n用法：node verify.mjs [核对包的文件夹或 ZIP] [--locale en|zh]\n',
    ]);
  });
});

test('help and version are answered on standard output, and end with 0', async () => {
  const asked = [['--help'], ['-h'], ['help', '--locale', 'zh'], ['--version'], ['-V']];
  const ends = await Promise.all(asked.map((args) => node(VERIFIER, args, '/')));
  expect(ends.map(({ code, stderr }) => ({ code, stderr }))).toEqual(asked.map(() => ({ code: 0, stderr: '' })));
  for (const { stdout } of ends.slice(0, 3)) {
    expect(stdout).toMatch(/^Usage: node verify.mjs \[folder or ZIP of the bundle\]/);
    expect(stdout).toContain('Ends with 0 where all is the same, 1 where something differs, 2 where there is no bundle.');
    expect(stdout).toContain('退出码：全部一致为 0，有不同为 1，没有核对包为 2。');
  }
  // the program alone is of no bundle
  expect(ends.slice(3).map(({ stdout }) => stdout)).toEqual(['-\n', '-\n']);
});

test.each(LEDGERS)('%s', { timeout: 0 }, async (name) => {
  const place = await settledPlace(name);
  const into = emptyPlace();
  await bundleOf(place, into);
  const { code, stdout, stderr } = await node(VERIFIER, [join(into, `${place.contract}-${place.period}.zip`)], '/');
  expect(code, stdout + stderr).toBe(0);
});
