import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/commands/run/check.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { showStatus } from '../../src/commands/run/status.js';
import { verify } from '../../src/commands/run/verify.js';
import { issueData } from '../../src/report/issues.js';
import { readContract } from '../../src/running/repository.js';
import { gitHistory } from '../../src/shell/git/history.js';
import { contextFor } from '../in-process.js';
import { commit, copiesOfClone, git, put, settle } from './clone.js';

/* A folder of the ledger that stands where another belongs: every command names that folder, once, and accuses no other. */
const { root, honest } = copiesOfClone('misplaced');
const TWO = join(root, 'two');
const OTHER_PAID = 'kind: payment\nparty: brand\namount: 50\non: 2026-02-01\nreference: B-1\n';

/** A second contract beside the first, with an event of its own, settled for the same months. */
beforeAll(async () => {
  cpSync(honest, TWO, { recursive: true });
  cpSync(join(TWO, 'contracts/forged'), join(TWO, 'contracts/other'), { recursive: true });
  for (const gone of ['ledger', 'events']) rmSync(join(TWO, 'contracts/other', gone), { recursive: true });
  const text = await readFile(join(TWO, 'contracts/other/contract.yaml'), 'utf8');
  writeFileSync(join(TWO, 'contracts/other/contract.yaml'), text.replace('id: forged', 'id: other'));
  put(TWO, 'contracts/other/events/2026-02-03-wire.yaml', OTHER_PAID);
  commit(TWO, 'Another one');
  await settle(TWO, '2026-02-06');
  for (const asOf of ['2026-03-06', '2026-04-06']) await settle(TWO, asOf);
  commit(TWO, 'Settled');
});

let copies = 0;
function copyOfTwo(): string {
  copies += 1;
  const folder = join(root, `two-${copies}`);
  cpSync(TWO, folder, { recursive: true });
  return folder;
}

const swap = (folder: string, one: string, other: string) => {
  renameSync(join(folder, one), join(folder, 'aside'));
  renameSync(join(folder, other), join(folder, one));
  renameSync(join(folder, 'aside'), join(folder, other));
};

/** What each command says is wrong: code, place and what is to be done, the errors alone. */
async function told(folder: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const context = contextFor({ root: folder, asOf: '2026-05-06' });
  const history = gitHistory(folder);
  const outcomes = {
    verify: await verify(context, null, history),
    check: await check(context, { contract: null, strict: false, changedSince: null, history }),
    settle: await settleDue(context, { contract: null, period: null, preview: true, history }),
    status: await showStatus(context, null, null, history),
  };
  const said = Object.entries(outcomes).map(([name, { issues, report }]) => {
    // what a check finds is its report
    const data = report?.document() as { issues?: ReturnType<typeof issueData>[] } | undefined;
    const found = issues?.map(issueData) ?? data?.issues ?? [];
    const errors = found.filter(({ severity }) => severity === 'error');
    return [
      name,
      errors.map(({ code, message }) => `${code} ${(message.en?.fix ?? '').replace(/( from version|, and commit).*/, '')}`).sort(),
    ];
  });
  return Object.fromEntries(said) as Record<string, string[]>;
}
const all = (...expected: readonly string[]) => ({ verify: expected, check: expected, settle: expected, status: expected });

describe('every command says the same of a ledger that stands elsewhere', () => {
  test('two ledgers in each other’s contract', async () => {
    const folder = copyOfTwo();
    swap(folder, 'contracts/forged/ledger', 'contracts/other/ledger');
    expect(await told(folder)).toEqual(
      all('ledger-of-another Restore the folder contracts/forged/ledger', 'ledger-of-another Restore the folder contracts/other/ledger'),
    );
    git(folder, 'checkout', 'HEAD', '--', 'contracts/forged/ledger', 'contracts/other/ledger');
    expect(await told(folder)).toEqual(all());
  });

  test('a period of the neighbour in the place of one’s own', async () => {
    const folder = copyOfTwo();
    rmSync(join(folder, 'contracts/forged/ledger/2026-03'), { recursive: true });
    cpSync(join(folder, 'contracts/other/ledger/2026-03'), join(folder, 'contracts/forged/ledger/2026-03'), { recursive: true });
    expect(await told(folder)).toEqual(all('ledger-of-another Restore the folder contracts/forged/ledger/2026-03'));
  });

  test('two periods in each other’s place', async () => {
    const folder = copyOfTwo();
    swap(folder, 'contracts/forged/ledger/2026-01', 'contracts/forged/ledger/2026-02');
    expect(await told(folder)).toEqual(
      all(
        'ledger-of-another Restore the folder contracts/forged/ledger/2026-01',
        'ledger-of-another Restore the folder contracts/forged/ledger/2026-02',
      ),
    );
  });

  test('the folder of a contract under another name, alone and beside itself', async () => {
    const folder = copyOfTwo();
    renameSync(join(folder, 'contracts/forged'), join(folder, 'contracts/acme'));
    expect(await told(folder)).toEqual(all('ledger-misplaced Rename the folder contracts/acme to contracts/forged'));
    cpSync(join(folder, 'contracts/acme'), join(folder, 'contracts/forged'), { recursive: true });
    expect(await told(folder)).toEqual(all('ledger-of-another Restore the folder contracts/acme'));
    rmSync(join(folder, 'contracts/acme'), { recursive: true });
    expect(await told(folder)).toEqual(all());
  });

  test('a contract that was begun as a copy of another, ledger and all', async () => {
    const folder = copyOfTwo();
    cpSync(join(folder, 'contracts/forged'), join(folder, 'contracts/newer'), { recursive: true });
    const text = await readFile(join(folder, 'contracts/newer/contract.yaml'), 'utf8');
    put(folder, 'contracts/newer/contract.yaml', text.replace('id: forged', 'id: newer'));
    expect(await told(folder)).toEqual(all('ledger-of-another Restore the folder contracts/newer/ledger'));
  });

  test('what was a copy in a commit is taken away, as told, and nothing is left to tell', async () => {
    const folder = copyOfTwo();
    const path = (name: string) => join(folder, 'contracts', name);
    cpSync(path('forged'), path('acme'), { recursive: true });
    cpSync(path('other/ledger/2026-03'), path('forged/ledger/2026-04'), { recursive: true });
    commit(folder, 'Copies');
    expect(await told(folder)).toEqual(
      all('ledger-of-another Restore the folder contracts/acme', 'ledger-of-another Restore the folder contracts/forged/ledger/2026-04'),
    );
    for (const copy of ['acme', 'forged/ledger/2026-04']) rmSync(path(copy), { recursive: true });
    commit(folder, 'Removed');
    expect(await told(folder)).toEqual(all());
    // a rename and its way back
    for (const [from = '', to = ''] of [
      ['forged', 'acme'],
      ['acme', 'forged'],
    ]) {
      renameSync(path(from), path(to));
      commit(folder, `To ${to}`);
    }
    expect(await told(folder)).toEqual(all());
  });

  test('one month exchanged between two contracts accuses no later month of either', async () => {
    const folder = copyOfTwo();
    swap(folder, 'contracts/forged/ledger/2026-02', 'contracts/other/ledger/2026-02');
    expect(await told(folder)).toEqual(
      all(
        'ledger-of-another Restore the folder contracts/forged/ledger/2026-02',
        'ledger-of-another Restore the folder contracts/other/ledger/2026-02',
      ),
    );
  });

  test('the first period is gone: it is missing, and the contract’s calendar is not to blame', async () => {
    const folder = copyOfTwo();
    rmSync(join(folder, 'contracts/forged/ledger/2026-01'), { recursive: true });
    expect(await told(folder)).toEqual(
      all('ledger-not-as-committed Take it from the commit: `git checkout HEAD -- contracts/forged/ledger/2026-01`'),
    );
    expect(existsSync(join(folder, 'contracts/forged/ledger/2026-02'))).toBe(true);
  });
});

test('whoever reads no evidence is told the same', async () => {
  const folder = copyOfTwo();
  swap(folder, 'contracts/forged/ledger/2026-01', 'contracts/forged/ledger/2026-02');
  const { files } = contextFor({ root: folder, asOf: '2026-05-06' });
  const codes = async (evidence: boolean) => (await readContract(files, 'forged', { evidence })).issues.map(({ code }) => code);
  expect(await codes(false)).toEqual(await codes(true));
});
