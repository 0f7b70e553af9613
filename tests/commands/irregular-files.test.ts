import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { listContracts, readContract } from '../../src/running/repository.js';
import { localFiles } from '../../src/shell/files/local-files.js';
import { GOOD_ID, goodFiles } from '../contract/good-contract.js';

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
