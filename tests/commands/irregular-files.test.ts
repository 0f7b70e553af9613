import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { verify } from '../../src/commands/run/verify.js';
import { listContracts, readContract } from '../../src/running/repository.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { GOOD_ID, goodFiles } from '../contract/good-contract.js';
import { contextFor } from '../in-process.js';

/*
 * What has the name of a text that counts and is no regular file is refused by its name: passed over, an event would look as if it
 * had never been filed.
 */
let root = '';

function repository(): string {
  root = mkdtempSync(join(tmpdir(), 'concord-irregular-'));
  for (const [path, text] of goodFiles()) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return join(root, 'contracts', GOOD_ID);
}

afterEach(() => rmSync(root, { recursive: true, force: true }));

async function refused() {
  const { folder, issues: found } = await readContract(localFiles(root), GOOD_ID);
  // its events wait for statements, which is told and refuses nothing
  const issues = found.filter(({ severity }) => severity === 'error');
  expect(folder === null).toBe(issues.length > 0);
  return issues.map(({ code, at, params }) => `${code} ${at.path.replace(`contracts/${GOOD_ID}/`, '')} ${params.what}`);
}

const PAYMENT = 'kind: payment\nparty: brand\namount: 100\non: 2026-02-01\nreference: A-1\n';

async function verified() {
  const { ended, issues = [] } = await verify(contextFor({ root, asOf: '2026-05-01' }), GOOD_ID);
  return [ended, ...issues.map(({ code, at }) => `${code} ${at.path.replace(`contracts/${GOOD_ID}/`, '')}`)];
}

describe.skipIf(sep !== '/')('refused by name', () => {
  test('links, pipes and folders in the place of an event', async () => {
    const contract = repository();
    expect(await refused()).toEqual([]);
    symlinkSync(join(contract, 'contract.yaml'), join(contract, 'events/2026-04-01-link.yaml'));
    symlinkSync('nowhere', join(contract, 'events/2026-04-02-broken.yaml'));
    execFileSync('mkfifo', [join(contract, 'events/2026-04-03-pipe.yaml')]);
    mkdirSync(join(contract, 'events/2026-04-04-folder.yaml'));
    expect(await refused()).toEqual([
      'not-a-file events/2026-04-01-link.yaml @entry.irregular',
      'not-a-file events/2026-04-02-broken.yaml @entry.irregular',
      'not-a-file events/2026-04-03-pipe.yaml @entry.irregular',
      'not-a-file events/2026-04-04-folder.yaml @entry.folder',
    ]);
  });

  test('a file in the place of a folder, and what verify says of it', async () => {
    const contract = repository();
    rmSync(join(contract, 'events'), { recursive: true });
    writeFileSync(join(contract, 'events'), '');
    expect(await refused()).toEqual(['not-a-file events @entry.file']);
    expect(await verified()).toEqual([1, 'not-a-file events']);
    rmSync(join(contract, 'events'));
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(contract, 'ledger'));
    expect(await verified()).toEqual([1, 'not-a-file ledger']);
    rmSync(join(contract, 'ledger'));
    // what is beside the record is for check
    rmSync(join(contract, 'views'), { recursive: true });
    symlinkSync(join(root, 'elsewhere'), join(contract, 'views'));
    expect(await verified()).toEqual([0]);
  });

  test('an event under an ending that was mistyped, or that Windows hides', async () => {
    const contract = repository();
    const names = ['2026-04-01-paid.yaml.txt', '2026-04-02-paid.yam', '2026-04-03-paid.ymal', '2026-04-04-paid.yml'];
    for (const name of names) writeFileSync(join(contract, 'events', name), PAYMENT);
    for (const name of ['2026-04-05-mail.eml', '2026-04-06-note.txt', '2026-04-07-old.yaml.bak'])
      writeFileSync(join(contract, 'events', name), '-');
    expect(await refused()).toEqual(names.map((name) => `event-file-name events/${name} undefined`));
    const { issues } = await readContract(localFiles(root), GOOD_ID);
    expect(issues.flatMap(({ code, params }) => (code === 'event-file-name' ? [params.example] : []))).toEqual(
      ['01', '02', '03', '04'].map((day) => `2026-04-${day}-paid.yaml`),
    );
  });

  test('a link in the place of a folder, of the contract and of the workspace', async () => {
    const contract = repository();
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(contract, 'ledger'));
    expect(await refused()).toEqual(['not-a-file ledger @entry.irregular']);
    rmSync(join(contract, 'ledger'));
    symlinkSync(contract, join(root, 'contracts/another'));
    expect(await listContracts(localFiles(root))).toEqual(['another', GOOD_ID].sort());
    expect((await readContract(localFiles(root), 'another')).issues.map(({ code }) => code)).toEqual(['not-a-file']);
    rmSync(join(root, 'contracts/workspace.yaml'), { force: true });
    symlinkSync('/etc/hostname', join(root, 'contracts/workspace.yaml'));
    expect(await refused()).toEqual(['not-a-file contracts/workspace.yaml @entry.irregular']);
  });

  test('evidence of another kind may be a link', async () => {
    const contract = repository();
    symlinkSync('/etc/hostname', join(contract, 'events/scan.pdf'));
    expect(await refused()).toEqual([]);
  });
});
