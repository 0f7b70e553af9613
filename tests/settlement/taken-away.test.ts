import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { check } from '../../src/commands/run/check.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { showStatus } from '../../src/commands/run/status.js';
import { verify } from '../../src/commands/run/verify.js';
import type { Issue } from '../../src/kernel/issue.js';
import type { issueData } from '../../src/report/issues.js';
import { gitHistory } from '../../src/shell/git/history.js';
import { contextFor } from '../in-process.js';
import { commit, copiesOfClone, FOLDER, git } from './clone.js';

/* What is settled stands in commits: where its folder is gone, every command says so, and nothing is settled in its place. */
const { root, honest } = copiesOfClone('taken');
const TWO = join(root, 'two');

/** A second contract beside the first that is not settled: with one gone, there is one left. */
beforeAll(() => {
  cpSync(honest, TWO, { recursive: true });
  cpSync(join(TWO, FOLDER), join(TWO, 'contracts/forgotten'), { recursive: true });
  commit(TWO, 'Another one');
  rmSync(join(TWO, 'contracts/forgotten/ledger'), { recursive: true });
  commit(TWO, 'None of its own');
});

let copies = 0;
/** A copy without some folder, in the folder alone. */
function without(gone: string, from = TWO): string {
  copies += 1;
  const folder = join(root, `without-${copies}`);
  cpSync(from, folder, { recursive: true });
  rmSync(join(folder, gone), { recursive: true });
  return folder;
}

/** The places that each command names of what the commit has otherwise. */
async function told(folder: string, of = 'ledger-not-as-committed'): Promise<Readonly<Record<string, readonly string[]>>> {
  const context = contextFor({ root: folder, asOf: '2026-05-06' });
  const history = gitHistory(folder);
  const outcomes = {
    verify: await verify(context, null, history),
    check: await check(context, { contract: null, strict: false, changedSince: null, history }),
    status: await showStatus(context, null, null, history),
    settle: await settleDue(context, { contract: null, period: null, preview: false, history }),
  };
  const said = Object.entries(outcomes).map(([name, { ended, issues, report }]) => {
    const data = report?.document() as { issues?: ReturnType<typeof issueData>[] } | undefined;
    const found = issues?.map(({ code, at }: Issue) => ({ code, path: at.path })) ?? data?.issues ?? [];
    const local = found.flatMap(({ code, path }) => (code === of ? [path] : []));
    return [name, ended === 0 ? ['nothing'] : local];
  });
  return Object.fromEntries(said) as Record<string, string[]>;
}
const all = (...expected: readonly string[]) => ({ verify: expected, check: expected, status: expected, settle: expected });

test.each([
  ['the last period', `${FOLDER}/ledger/2026-03`],
  ['the whole ledger', `${FOLDER}/ledger`],
])('%s', async (_, gone) => {
  const folder = without(gone, honest);
  expect(await told(folder)).toEqual(all(gone));
  expect(existsSync(join(folder, FOLDER, 'ledger/2026-03'))).toBe(false);
  git(folder, 'checkout', 'HEAD', '--', gone);
  expect(await told(folder)).toEqual(all('nothing'));
});

test.each([
  ['the last period', `${FOLDER}/ledger/2026-03`],
  ['the whole ledger', `${FOLDER}/ledger`],
])('%s, taken away by a commit', async (_, gone) => {
  const folder = without(gone, honest);
  commit(folder, 'Gone');
  expect(await told(folder, 'ledger-removed')).toEqual(all(gone));
  expect(existsSync(join(folder, FOLDER, 'ledger/2026-03'))).toBe(false);
  git(folder, 'checkout', 'HEAD~1', '--', gone);
  commit(folder, 'Back');
  expect(await told(folder, 'ledger-removed')).toEqual(all('nothing'));
});

test('a contract taken away by a commit is told by all that look at contracts', async () => {
  const folder = without(FOLDER);
  commit(folder, 'Gone');
  expect(await told(folder, 'ledger-removed')).toMatchObject({ verify: [FOLDER], check: [FOLDER], status: [FOLDER] });
});

test('a period between others is told once', async () => {
  const gone = `${FOLDER}/ledger/2026-02`;
  expect(await told(without(gone, honest))).toEqual(all(gone));
});

test('a contract comes back whole, text and all', async () => {
  const folder = without(FOLDER);
  expect(await told(folder)).toMatchObject({ verify: [FOLDER], check: [FOLDER], status: [FOLDER] });
  git(folder, 'checkout', 'HEAD', '--', FOLDER);
  expect(git(folder, 'status', '--short', '--', FOLDER)).toBe('');
});

test('verify looks for settled contracts where none is left, committed or not', async () => {
  const folder = without('contracts');
  const found = async () => {
    const { issues } = await verify(contextFor({ root: folder, asOf: '2026-05-06' }), null, gitHistory(folder));
    return (issues ?? []).map(({ code, at }) => `${code} ${at.path}`);
  };
  expect(await found()).toEqual([`ledger-not-as-committed ${FOLDER}`]);
  commit(folder, 'Gone');
  expect(await found()).toEqual([`ledger-removed ${FOLDER}`]);
});
