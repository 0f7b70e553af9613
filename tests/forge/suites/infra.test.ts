import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Provisioning } from '../../../src/provision/model.js';
import { agreedStack } from '../../../src/reading/agreed-stack.js';
import { planStack } from '../../../src/running/stack-plan.js';
import { memoryFiles } from '../../memory-files.js';
import { type ContractChoices, contractTexts, SETTINGS } from '../../provision/sample.js';
import { type ProgramRun, runProgram } from '../../pulumi/loopback/engine.js';
import { REPOSITORY } from '../../run-cli.js';
import { forgeAs } from '../gate-place.js';
import type { Changes } from '../loopback/person.js';
import { type Github, startGithub } from '../loopback/start-github.js';

/*
 * What `infra` applies: the compiled program, run by Pulumi's own runner, on a checkout of the default branch and with the token of a
 * workflow. Whoever approves an environment approves a commit; what nobody agreed to is not applied all the same.
 */

const WORKSPACE = `people:
  alice: { name: Alice, github: 11 }
  bob: { name: Bob, github: 21 }
governance: { brand: [alice], provider: [bob] }
warehouse: { engine: bigquery, project: acme-kpi, location: EU }
github: { app: { user: 98765432, id: 424242 } }
`;
const FILE = 'Pulumi.production.yaml';
const stack = (more = '') => stringify({ config: { 'concord:settings': parse(SETTINGS + more) as unknown } });
const US = contractTexts({});
const DE = contractTexts({ id: 'acme-de', providerAccess: '{ viewer: ["group:de@linkstar.example"] }' });
const TERMS = 'contracts/acme-us/contract.yaml';
const EVENTS = 'contracts/acme-us/events';

const us = (choices: ContractChoices) => contractTexts(choices).get(TERMS) ?? '';
const MORE_READERS = us({ providerAccess: '{ analyst: ["group:everybody@linkstar.example"] }' });

let github: Github;
let root: string;

beforeEach(async () => {
  github = await startGithub({
    now: '2026-03-10T08:00:00Z',
    people: [
      { login: 'alice', id: 11, role: 'write' },
      { login: 'bob', id: 21, role: 'write' },
      { login: 'root', id: 31, role: 'admin' },
    ],
    files: { ...Object.fromEntries([...US, ...DE]), 'contracts/workspace.yaml': WORKSPACE, [FILE]: stack() },
  });
  root = mkdtempSync(join(tmpdir(), 'concord-infra-'));
  agreed({ [TERMS]: us({ providerAccess: '{ viewer: ["group:acme@linkstar.example"] }', stage: 'pilot' }) });
});
afterEach(async () => {
  rmSync(root, { recursive: true, force: true });
  expect(github.violations).toEqual([]);
  await github.stop();
});

let branches = 0;
function request(changes: Changes, login = 'concord[bot]'): number {
  branches += 1;
  github.as(login).push(`proposal/${branches}`, changes);
  return github.as(login).openPullRequest({ head: `proposal/${branches}`, title: 'A change' });
}

function agreed(changes: Changes): number {
  const number = request(changes);
  github.as('alice').approve(number);
  github.as('bob').approve(number);
  github.as('root').mergePullRequest(number);
  return number;
}

/** The texts of the default branch, as a workflow checks them out. */
const checkedOut = () => new Map(github.files('main').map((path) => [path, github.file(path, 'main') ?? '']));
const settingsOf = (texts: ReadonlyMap<string, string>) =>
  JSON.stringify((parse(texts.get(FILE) ?? '') as { config: Record<string, unknown> }).config['concord:settings']);

/** What the program plans, and what it says, without a process of its own. */
async function up(locale: 'en' | 'zh' = 'en'): Promise<{ readonly said: string | null; readonly plan: Provisioning | null }> {
  const local = memoryFiles(checkedOut());
  const found = await agreedStack(local, forgeAs(github, 'alice'), 'production', locale);
  if (found.files === null) return { said: found.refused, plan: null };
  const stack = { name: 'production', settings: settingsOf(checkedOut()), keys: new Set<string>(), encrypted: new Set<string>() };
  const planned = await planStack(found.files, stack, { locale, today: () => '2026-05-01' });
  return planned.plan === null ? { said: planned.refused, plan: null } : { said: found.said, plan: planned.plan };
}

/** The compiled program, run by Pulumi's own runner on a checkout of the default branch. */
async function program(
  environment: Record<string, string> = {},
  preview = false,
): Promise<ProgramRun & { readonly said: readonly string[] }> {
  for (const [path, text] of checkedOut()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { CONCORD_TOKEN = '', GITHUB_API_URL = '', GITHUB_REPOSITORY = '' } = github.environment('alice');
  const run = await runProgram({
    root,
    program: { folder: join(REPOSITORY, 'dist/shell/pulumi'), file: 'program.js' },
    stack: 'production',
    config: { settings: settingsOf(checkedOut()) },
    secretKeys: [],
    preview,
    environment: {
      BIGQUERY_EMULATOR_HOST: 'http://127.0.0.1:1',
      CONCORD_AS_OF: '2026-05-01',
      GITHUB_ACTIONS: 'true',
      ...{ CONCORD_TOKEN, GITHUB_API_URL, GITHUB_REPOSITORY },
      ...environment,
    },
    project: 'acme-kpi',
  });
  const said = run.log.filter(({ severity, text }) => severity !== 'debug' && !text.includes('CONCORD_AS_OF')).map(({ text }) => text);
  return { ...run, said };
}

/** Everything that is made, as one text to look into. */
const made = ({ plan }: { readonly plan: Provisioning | null }) => JSON.stringify(plan);
const shares = ({ plan }: { readonly plan: Provisioning | null }) =>
  plan?.specs
    .map(({ name }) => name)
    .filter((name) => name.endsWith('/share'))
    .sort() ?? null;
const NOT_AGREED = (...paths: readonly string[]) =>
  [
    'Nobody agreed to these texts of the default branch. They are not applied: their contracts stay as both parties agreed to them last.',
    ...paths.map((path) => `  ${path}`),
  ].join('\n');

test('what both parties agreed to is applied, and nothing is said', async () => {
  const run = await up();
  expect({ said: run.said, shares: shares(run) }).toEqual({ said: null, shares: ['acme-de/share', 'acme-us/share'] });
});

describe('what nobody agreed to is not applied, and the other contract goes on', () => {
  const ways: readonly (readonly [string, () => void])[] = [
    ['pushed', () => void github.as('root').push('main', { [TERMS]: MORE_READERS })],
    [
      'merged by an administrator with one party’s approval',
      () => {
        const number = request({ [TERMS]: MORE_READERS });
        github.as('bob').approve(number);
        github.as('root').mergePullRequest(number);
      },
    ],
    [
      'pushed with a list of signatories of its own, who then approve',
      () => {
        github.as('root').push('main', { [TERMS]: MORE_READERS.replace('signatories: [alice]', 'signatories: [bob]') });
      },
    ],
  ];
  test.each(ways)('readers of a contract, %s', async (_, come) => {
    agreed({ 'contracts/acme-de/contract.yaml': DE.get('contracts/acme-de/contract.yaml')?.replace('group:de@', 'group:berlin@') ?? '' });
    const before = made(await up());
    come();
    const run = await up();
    expect(run.said).toBe(NOT_AGREED(TERMS));
    expect(made(run)).toBe(before);
    expect(before).toContain('berlin@linkstar.example');
    expect(before).not.toContain('everybody@linkstar.example');
  });

  test('a contract that was never agreed to', async () => {
    const before = made(await up());
    const fr = contractTexts({ id: 'acme-fr', providerAccess: '{ analyst: ["group:fr@linkstar.example"] }' });
    fr.delete('contracts/workspace.yaml');
    github.as('root').push('main', Object.fromEntries(fr));
    const run = await up();
    expect(run.said).toBe(NOT_AGREED('contracts/acme-fr/contract.yaml', 'contracts/acme-fr/definitions.yaml'));
    expect(made(run)).toBe(before);
  });

  test('a contract that somebody took away, and one that nobody can read any more', async () => {
    const before = made(await up());
    github.as('root').push('main', { [TERMS]: null, 'contracts/acme-de/contract.yaml': 'kind: {{ broken' });
    const run = await up();
    expect(run.said).toBe(NOT_AGREED('contracts/acme-de/contract.yaml', TERMS));
    expect(made(run)).toBe(before);
  });

  test('a workspace that names another project', async () => {
    const before = made(await up());
    github.as('root').push('main', { 'contracts/workspace.yaml': WORKSPACE.replace('acme-kpi', 'other-kpi') });
    const run = await up();
    expect(run.said).toBe(NOT_AGREED('contracts/workspace.yaml'));
    expect(made(run)).toBe(before);
  });

  test('notice in the other party’s name, which would end its access; notice that came by right ends it', async () => {
    const notice = `${EVENTS}/2026-03-10-notice.yaml`;
    const text = (party: string) => `kind: termination\nparty: ${party}\non: 2026-04-10\ncause: The shop closes\n`;
    const before = made(await up());
    github.as('root').push('main', { [notice]: text('provider') });
    const pushed = await up();
    expect(pushed.said).toBe(NOT_AGREED(notice));
    expect(made(pushed)).toBe(before);
    github.as('root').push('main', { [notice]: null });
    const number = request({ [notice]: text('brand') }, 'alice');
    github.as('root').mergePullRequest(number);
    const ended = await up();
    expect({ said: ended.said, shares: shares(ended) }).toEqual({ said: null, shares: ['acme-de/share'] });
    // Taken away again by a push, it still ends it; edited, its own bytes count.
    for (const change of [null, text('brand').replace('2026-04-10', '2026-12-10')]) {
      github.as('root').push('main', { [notice]: change });
      const still = await up();
      expect({ said: still.said, shares: shares(still) }).toEqual({ said: NOT_AGREED(notice), shares: ['acme-de/share'] });
    }
  });
});

describe('the settings of the stack', () => {
  const MORE = 'sources:\n  shop: { owners: ["group:data@linkstar.example"] }\n';
  test('pushed by an administrator, they change nothing, and put back they hold again', async () => {
    github.as('root').push('main', { [FILE]: stack(MORE) });
    expect(await up()).toEqual({
      said: `Nothing is changed in the cloud: both parties have not agreed to ${FILE} as it stands here. Put the agreed text back, or let both approve this one by a pull request.`,
      plan: null,
    });
    expect((await up('zh')).said).toBe(
      `云资源未作任何更改：当前的 ${FILE} 未经双方议定。请恢复议定文本，或通过合并请求由双方批准现有文本。`,
    );
    github.as('root').push('main', { [FILE]: stack() });
    expect((await up()).said).toBeNull();
  });

  test('agreed to, they are applied', async () => {
    agreed({ [FILE]: stack(MORE) });
    const run = await up();
    expect(run.said).toBeNull();
    expect(made(run)).toContain('data@linkstar.example');
  });
});

describe('the program itself', () => {
  test('in a workflow plans what was agreed', async () => {
    github.as('root').push('main', { [TERMS]: MORE_READERS });
    const run = await program();
    expect({ exitCode: run.exitCode, said: run.said }).toEqual({ exitCode: 0, said: [NOT_AGREED(TERMS)] });
    const inputs = JSON.stringify(run.registrations.map(({ inputs: of }) => of));
    expect(inputs).toContain('acme@linkstar.example');
    expect(inputs).not.toContain('everybody@linkstar.example');
  });

  test('in a workflow without a token previews what its branch has, and applies nothing', async () => {
    github.as('root').push('main', { [TERMS]: MORE_READERS });
    const preview = await program({ CONCORD_TOKEN: '' }, true);
    expect({ exitCode: preview.exitCode, said: preview.said }).toEqual({ exitCode: 0, said: [] });
    expect(JSON.stringify(preview.registrations.map(({ inputs }) => inputs))).toContain('everybody@linkstar.example');
    const refused = await program({ CONCORD_TOKEN: '', CONCORD_LOCALE: 'zh' });
    expect({ exitCode: refused.exitCode, said: refused.said, made: refused.registrations.length }).toEqual({
      exitCode: 32,
      said: ['云资源未作任何更改：工作流需要 CONCORD_TOKEN 才能判断哪些文本已经议定。请采用本版本附带的 `infra.yml`。'],
      made: 0,
    });
  });

  test('applies nothing where the forge refuses', async () => {
    const run = await program({ CONCORD_TOKEN: 'nobody' });
    expect({ exitCode: run.exitCode, made: run.registrations.length }).toEqual({ exitCode: 32, made: 0 });
    expect(run.said).toEqual([
      expect.stringMatching(/forge-credentials[\s\S]*\nNothing is changed in the cloud: what both parties agreed to could not be read\.$/),
    ]);
  });
});

test('what it asks of GitHub: some thirty questions, and eleven for each pull request of a contract since its terms were agreed', async () => {
  const asked = async () => {
    github.log.length = 0;
    expect((await up()).said).toBeNull();
    return github.log.length;
  };
  const paid = (count: number) => `kind: payment\nparty: brand\namount: ${count}\non: 2026-03-09\nreference: wire-${count}\n`;
  const first = await asked();
  expect(first).toBeLessThan(35);
  for (let count = 1; count <= 4; count++) agreed({ [`${EVENTS}/2026-03-10-paid-${count}.yaml`]: paid(count) });
  // `tests/workflows/minutes.test.ts` reckons with this number.
  expect(Math.floor(((await asked()) - first) / 4)).toBe(11);
});
