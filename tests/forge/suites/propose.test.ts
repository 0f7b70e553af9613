import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ProposeOptions, propose } from '../../../src/commands/run/propose.js';
import { gitWorkingTree } from '../../../src/shell/git/working-tree.js';
import { contextFor, printed, type Surroundings } from '../../in-process.js';
import { APP, CONTRACT, contractText, forgeAs, runGate, startPlace, TERMS } from '../gate-place.js';
import type { Github } from '../loopback/start-github.js';

let github: Github;
let clone: string;
let scratch: string;

const AMENDMENTS = 'amendments: { noticeDays: 14, maxTargetChange: 20% }\n';
const TEXT = `${contractText()}${AMENDMENTS}`;
const EDITED = TEXT.replace('target: 1000', 'target: { 2026-01: 1000, 2026-07: 1100 }');

beforeEach(async () => {
  github = await startPlace({ files: { [TERMS]: TEXT, '.gitignore': 'data/\n', 'docs/link': { mode: '120000', text: 'nowhere' } } });
  scratch = mkdtempSync(join(tmpdir(), 'concord-propose-'));
  clone = join(scratch, 'clone');
  github.as('bob').git(scratch, 'clone', '--quiet', github.gitFolder, clone);
});
afterEach(async () => {
  rmSync(scratch, { recursive: true, force: true });
  expect(github.violations).toEqual([]);
  await github.stop();
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), text);
}

/** What is told besides: warnings, on standard error. */
async function warnedOf(title: string): Promise<string> {
  const context = contextFor({ root: clone, format: 'pretty' });
  const wanted = { only: null, title, dryRun: true };
  return (await printed(context, propose(context, forgeAs(github, 'bob'), gitWorkingTree(clone), wanted))).errors ?? '';
}

async function run(
  options: Partial<ProposeOptions> = {},
  { login = APP, ...surroundings }: Partial<Surroundings> & { login?: string } = {},
) {
  const context = contextFor({ root: clone, ...surroundings });
  const wanted = { only: null, title: 'Sales 1100 from July on', dryRun: false, ...options };
  const { exitCode, output } = await printed(
    context,
    propose(context, forgeAs(github, login), gitWorkingTree(surroundings.root ?? clone), wanted),
  );
  return { exitCode, output };
}
const json = async (...args: Parameters<typeof run>) => {
  const { exitCode, output } = await run(...args);
  return { exitCode, ...JSON.parse(output) };
};
/** The codes of what was found wrong. */
const codes = async (...args: Parameters<typeof run>) => {
  const { exitCode, output } = await run(...args);
  return [exitCode, ...(JSON.parse(output) as { issues: { code: string }[] }).issues.map(({ code }) => code)];
};
/** What was changed; a question in GraphQL is a POST as well. */
const writes = () =>
  github.log.filter(({ method, operation }) => method !== 'GET' && operation !== 'graphql').map(({ operation }) => operation);

describe('an edit of a contract', () => {
  test('becomes a pull request that both parties can approve', async () => {
    write(TERMS, EDITED);
    const { exitCode, outcome, branch, pullRequest, contracts } = await json();
    expect([exitCode, outcome]).toEqual([0, 'opened']);
    expect(branch).toMatch(/^proposal\/sales-1100-from-july-on-[0-9a-f]{8}$/);
    expect(contracts).toMatchObject([{ class: 'economic', refused: false }]);
    expect(github.file(TERMS, branch)).toBe(EDITED);
    const pull = github.pull(pullRequest.number);
    expect(pull.title).toBe('Sales 1100 from July on');
    expect(pull.body).toContain(`A change of ${CONTRACT}, proposed by concord\\[bot\\] from a local edit.`);
    expect(pull.body).toContain(`- \`${TERMS}\``);
    expect(pull.body).toContain('双方须批准最新提交');
    github.as('alice').approve(pull.number);
    github.as('bob').approve(pull.number);
    expect((await runGate(github, pull.number)).verdict).toMatchObject({ state: 'success', basis: 'both-parties' });
  });

  test('says what it means, in the language of the reader', async () => {
    write(TERMS, EDITED);
    const pretty = await run({}, { format: 'pretty' });
    expect(pretty.output).toContain('Opened #1: ');
    expect(pretty.output).toMatch(/1,?000.*1,?100/);
    const again = await run({}, { format: 'markdown', locale: 'zh' });
    expect(again.output).toContain('#1 已包含此修改');
  });

  test('asked again, it finds what is there and writes nothing', async () => {
    write(TERMS, EDITED);
    await run();
    github.log.length = 0;
    expect(await json()).toMatchObject({ outcome: 'there', pullRequest: { number: 1 } });
    expect(writes()).toEqual([]);
  });

  test('a dry run writes nothing', async () => {
    write(TERMS, EDITED);
    expect(await json({ dryRun: true })).toMatchObject({ exitCode: 0, outcome: 'planned', pullRequest: null });
    expect(writes()).toEqual([]);
  });

  test('opened with a person’s own token it says who cannot approve', async () => {
    write(TERMS, EDITED);
    const { notes } = await json({}, { login: 'bob' });
    expect(notes).toEqual(['It was opened as bob, who therefore cannot approve it; another signatory of the provider has to.']);
  });

  test('an event file goes with its own pull request, and may be filed alone', async () => {
    write(
      `contracts/${CONTRACT}/events/2026-03-10-wire.yaml`,
      'kind: payment\nparty: provider\namount: 10\non: 2026-03-09\nreference: wire\n',
    );
    expect(await warnedOf('Wire')).toContain('The payment of 10.00 USD is more than the 0.00 USD that is open by the statements so far');
    const { pullRequest } = await json({ title: '收到付款' }, { login: 'bob' });
    expect(github.pull(pullRequest.number).headBranch).toMatch(/^proposal\/change-[0-9a-f]{8}$/);
    expect((await runGate(github, pullRequest.number)).verdict).toMatchObject({ state: 'success', basis: 'filed-alone' });
  });

  test('closed unmerged it is not opened again behind anybody’s back', async () => {
    write(TERMS, EDITED);
    await run();
    github.as('alice').closePullRequest(1);
    expect(await codes()).toEqual([1, 'propose-closed']);
    expect(await json({ title: 'Again, with reasons' })).toMatchObject({ outcome: 'opened', pullRequest: { number: 2 } });
  });

  test('a failure after every single call, then a rerun: one pull request', async () => {
    write(TERMS, EDITED);
    const start = github.moment();
    await run();
    const calls = github.log.length;
    for (let call = 1; call <= calls; call++) {
      github.restore(start);
      github.faults.failCall(call, 'after', { status: 500 });
      await run().catch(() => undefined);
      github.faults.clear();
      const { pullRequest, branch } = await json();
      expect(github.pulls().map(({ number }) => number)).toEqual([pullRequest.number]);
      expect(github.file(TERMS, branch)).toBe(EDITED);
    }
  });
});

describe('an edit that cannot be proposed', () => {
  test('nothing was edited; what git ignores is no edit', async () => {
    write('data/orders.csv', 'id\n');
    expect(await codes()).toEqual([1, 'propose-nothing']);
  });

  test('two subjects at once, unless one is named', async () => {
    write(TERMS, EDITED);
    write('docs/notes.md', 'hello\n');
    expect(await codes()).toEqual([1, 'propose-mixed']);
    const contract = await json({ only: { contract: CONTRACT } });
    expect(github.file('docs/notes.md', contract.branch)).toBeNull();
    const rules = await json({ only: { contract: null }, title: 'Notes' });
    expect(github.file('docs/notes.md', rules.branch)).toBe('hello\n');
    expect(github.file(TERMS, rules.branch)).toBe(TEXT);
    expect(github.pull(rules.pullRequest.number).body).toContain('A change of the rules around the contracts');
  });

  test('errors, with their place', async () => {
    write(TERMS, TEXT.replace('weight: 100%', 'weight: 90%'));
    const { exitCode, output } = await run();
    expect(exitCode).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ issues: [{ code: 'weights-sum', path: TERMS }] });
  });

  test('a workspace after which no contract can be decided', async () => {
    write(
      'contracts/workspace.yaml',
      (github.file('contracts/workspace.yaml', 'main') ?? '').replace('  carol: { name: Carol Zhao, github: 22 }\n', ''),
    );
    expect((await codes())[0]).toBe(1);
    expect(github.pulls()).toEqual([]);
  });

  test('what the contract’s own rules refuse', async () => {
    write(TERMS, TEXT.replace('target: 1000', 'target: { 2026-01: 1000, 2026-07: 1500 }'));
    expect(await json()).toMatchObject({ exitCode: 1, outcome: 'refused', pullRequest: null });
    expect(writes()).toEqual([]);
  });

  test('a record that is edited or left out', async () => {
    const event = `contracts/${CONTRACT}/events/2026-03-01-wire.yaml`;
    github.as('root').push('main', { [event]: 'kind: payment\nparty: brand\namount: 10\non: 2026-02-28\nreference: wire\n' });
    github.as('bob').git(clone, 'pull', '--quiet');
    write(event, 'kind: payment\nparty: brand\namount: 11\non: 2026-02-28\nreference: wire\n');
    expect(await json()).toMatchObject({ exitCode: 1, outcome: 'refused' });
    rmSync(join(clone, event));
    expect(await json()).toMatchObject({ exitCode: 1, outcome: 'refused' });
    expect(writes()).toEqual([]);
  });

  test('ledger files', async () => {
    write(`contracts/${CONTRACT}/ledger/2026-01/statement.json`, '{}');
    expect(await codes()).toEqual([1, 'propose-ledger']);
  });

  test('links, which could carry a file of this machine away, and bytes that are no text', async () => {
    writeFileSync(join(scratch, 'secret'), 'key\n');
    mkdirSync(join(clone, `contracts/${CONTRACT}/views`), { recursive: true });
    symlinkSync(join(scratch, 'secret'), join(clone, `contracts/${CONTRACT}/views/x.duckdb.sql`));
    expect(await codes()).toEqual([1, 'propose-not-text']);
    rmSync(join(clone, `contracts/${CONTRACT}/views`), { recursive: true });
    writeFileSync(join(clone, `contracts/${CONTRACT}/scan.pdf`), Buffer.from([0x25, 0x50, 0xff, 0xfe, 0x00]));
    expect(await codes()).toEqual([1, 'propose-not-text']);
    expect(writes()).toEqual([]);
  });

  test('a checkout that lacks what others have merged: nothing is taken back by accident', async () => {
    write(TERMS, EDITED);
    github.as('root').push('main', { 'docs/other.md': 'merged since\n' });
    expect(await codes()).toEqual([2, 'propose-behind']);
    github.as('bob').git(clone, 'pull', '--quiet');
    expect(await json()).toMatchObject({ outcome: 'opened' });
  });

  test('no checkout, or a folder below its top', async () => {
    expect(await codes({}, { root: scratch })).toEqual([2, 'propose-no-checkout']);
    expect(await codes({}, { root: join(clone, 'contracts') })).toEqual([2, 'propose-no-checkout']);
  });

  test.each(['', '   ', 'x'.repeat(201)])('a title that is none: "%s"', async (title) => {
    write(TERMS, EDITED);
    expect(await codes({ title })).toEqual([2, 'propose-title']);
  });
});

test('titles and paths that would be markup, options or other branches stay words', async () => {
  write(`contracts/${CONTRACT}/notes <b>@alice.md`, 'x\n');
  const { branch, pullRequest } = await json({ title: '--force ../../main\n`$(touch x)` {{ secrets }} \u202e@bob' });
  expect(branch).toMatch(/^proposal\/force-main-touch-x-secrets-bob-[0-9a-f]{8}$/);
  const pull = github.pull(pullRequest.number);
  expect(pull.title).toBe('--force ../../main `$(touch x)` {{ secrets }} ⟨U+202E⟩@bob');
  expect(pull.body).toContain('notes &lt;b&gt;@&#8203;alice.md');
  expect(readFileSync(join(clone, TERMS), 'utf8')).toBe(TEXT);
});
