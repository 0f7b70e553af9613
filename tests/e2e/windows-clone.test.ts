import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractFrame } from '../contract-frame.js';
import { REPOSITORY, runCli } from '../run-cli.js';

/*
 * A relationship settled on one machine and cloned by Git for Windows, which turns line ends into CRLF, with and without the
 * .gitattributes that this repository has.
 */
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-clone-'));
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const FILES: Readonly<Record<string, string>> = {
  'contracts/workspace.yaml': `people: { alice: { name: Alice, github: 1 }, bob: { name: Bob, github: 2 } }
governance: { brand: [alice], provider: [bob] }
`,
  'contracts/win-x/contract.yaml': `${contractFrame({ id: 'win-x', title: 'Windows', trueUpPeriods: 1 })}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 1000 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 3000 }
`,
  'contracts/win-x/definitions.yaml': `facts:
  orders: { view: paid, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_on }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`,
  'contracts/win-x/views/paid.duckdb.sql': 'SELECT id, paid_on,\n  amount\nFROM shop.orders\n',
  'contracts/win-x/events/2026-02-03-paid.yaml': 'kind: payment\nparty: brand\namount: 100\non: 2026-02-01\nreference: A-1\n',
  'data/shop/orders.csv': 'id,paid_on,amount\n1,2026-01-05,500\n2,2026-02-01,10\n3,2026-03-01,10\n',
};

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { encoding: 'utf8', stdio: 'pipe' });
const concord = (folder: string, ...args: string[]) =>
  runCli(['--root', folder, '--data', join(folder, 'data'), '--locale', 'en', ...args]);

async function settled(name: string, attributes: boolean): Promise<string> {
  const folder = join(root, name);
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  if (attributes) cpSync(join(REPOSITORY, '.gitattributes'), join(folder, '.gitattributes'));
  expect(await concord(folder, 'settle', '--as-of', '2026-02-06')).toMatchObject({ code: 0, stderr: '' });
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'Settled');
  return cloned(name, `${name}-clone`);
}

function cloned(name: string, as: string): string {
  const clone = join(root, as);
  git(root, 'clone', '-q', '-c', 'core.autocrlf=true', join(root, name), clone);
  git(clone, 'config', 'user.name', 'A');
  git(clone, 'config', 'user.email', 'a@example.com');
  return clone;
}

/** The two commands of the remedy, as a reader copies them. */
function commandsOf(told: string): [string, string] {
  const [, restores = '', commits = ''] = /`(git rm .*?)`.*`(git add .*?)`/s.exec(told) ?? [];
  return [restores, commits];
}

const WRITES = 'echo "contracts/** -text" >> .gitattributes';
const sh = (folder: string, command: string) => execFileSync('sh', ['-c', command], { cwd: folder, stdio: 'pipe' });

test('with .gitattributes a clone is the same bytes and verifies', async () => {
  const clone = await settled('with', true);
  expect(readFileSync(join(clone, 'contracts/win-x/ledger/2026-01/statement.json'), 'utf8')).not.toContain('\r');
  expect(await concord(clone, 'verify')).toMatchObject({ code: 0, stderr: '' });
  expect((await concord(clone, 'settle', '--as-of', '2026-03-06')).code).toBe(0);
});

test('without, verify and settle name the cause and the command that mends it, and it does', async () => {
  const clone = await settled('without', false);
  const statement = join(clone, 'contracts/win-x/ledger/2026-01/statement.json');
  expect(readFileSync(statement, 'utf8')).toContain('\r\n');
  const verified = await concord(clone, 'verify');
  expect(verified.code).toBe(1);
  const codes = [...verified.stderr.matchAll(/error (\S+)/g)].map(([, code]) => code);
  // four files, and one thing that git has done
  expect(codes).toEqual(['ledger-line-ends']);
  expect(verified.stderr).toContain('as it was written but for its line ends');
  const REMEDY = 'git rm -r -q --cached contracts && git -c core.autocrlf=false -c core.eol=lf checkout HEAD -- contracts';
  const said = {
    en: `  fix: Commit what you have changed: what is not committed below contracts is lost by this command. Run: \`${REMEDY}\`. Where \`contracts/** -text\` is not in .gitattributes, put it there only then, and commit that file alone: \`git add .gitattributes && git commit -m "Keep line ends" -- .gitattributes\`.`,
    zh: `  修改建议：请先提交您的改动：contracts 下未提交的改动会被以下命令丢弃。运行：\`${REMEDY}\`。若 .gitattributes 中还没有 \`contracts/** -text\`，完成后再写入，并只提交这一个文件：\`git add .gitattributes && git commit -m "Keep line ends" -- .gitattributes\`。`,
  };
  for (const [locale, fix] of Object.entries(said)) {
    expect((await runCli(['--root', clone, '--locale', locale, 'verify'])).stderr).toContain(fix);
  }
  const refused = await concord(clone, 'settle', '--as-of', '2026-03-06');
  expect(refused.code).not.toBe(0);
  expect(refused.stdout + refused.stderr).toContain('ledger-line-ends');
  const [restores, commits] = commandsOf(verified.stderr);
  // what is restored is safe however .gitattributes is committed
  sh(clone, restores);
  expect(await concord(clone, 'verify')).toMatchObject({ code: 0, stderr: '' });
  sh(clone, `${WRITES}; git add -A; git commit -q -m Mine`);
  expect(await concord(clone, 'verify')).toMatchObject({ code: 0, stderr: '' });
  // and what is committed alone takes no line end along, in either order
  for (const order of [
    [WRITES, commits, restores],
    [WRITES, restores, commits],
    [restores, WRITES, commits],
  ]) {
    const other = cloned('without', `without-${order.join('').length}-${order.indexOf(WRITES)}-${order.indexOf(commits)}`);
    for (const command of order) sh(other, command);
    expect(await concord(other, 'verify')).toMatchObject({ code: 0, stderr: '' });
    expect(git(other, 'diff', '--name-only', 'origin/main', 'HEAD')).toBe('.gitattributes\n');
    // what is cloned from it stays as it is
    const again = join(root, `${basename(other)}-again`);
    git(root, 'clone', '-q', '-c', 'core.autocrlf=true', other, again);
    expect(await concord(again, 'verify')).toMatchObject({ code: 0, stderr: '' });
  }
  // one file alone
  const text = readFileSync(statement, 'utf8');
  writeFileSync(statement, text.replaceAll('\n', '\r\n'));
  const partly = await concord(clone, 'verify');
  expect([...partly.stderr.matchAll(/error (\S+)/g)].map(([, code]) => code)).toEqual(['ledger-line-ends']);
});

test('terms have one digest, whatever the line ends of their files', async () => {
  const clone = await settled('digest', false);
  expect(readFileSync(join(clone, 'contracts/win-x/views/paid.duckdb.sql'), 'utf8')).toContain('\r\n');
  const scored = async (folder: string) => {
    const { stdout } = await concord(folder, '--format', 'json', 'score', 'win-x', '--period', '2026-02', '--as-of', '2026-03-06');
    return JSON.parse(stdout) as unknown;
  };
  expect(await scored(clone)).toEqual(await scored(join(root, 'digest')));
});
