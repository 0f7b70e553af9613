import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { comment } from '../../../src/commands/run/comment.js';
import { loadContract } from '../../../src/contract/load-contract.js';
import { parseMarker } from '../../../src/report/sticky.js';
import { ledgerTexts } from '../../../src/settlement/seal-statement.js';
import { localFiles } from '../../../src/shell/files/local-files.js';
import { openGithub } from '../../../src/shell/github/github-forge.js';
import { contractFrame } from '../../contract-frame.js';
import { type CommandPlace, contextFor, type Outcome, run, type Surroundings } from '../../in-process.js';
import { settleDays } from '../../settlement/relationship.js';
import { type Github, startGithub } from '../loopback/start-github.js';

/* A contract with three settled months on a loopback GitHub, its data in files beside the checkout of the default branch. */

export const ID = 'acme-linkstar';
export const HERE = `contracts/${ID}`;
export const CONTRACT = `${HERE}/contract.yaml`;
export const DEFINITIONS = `${HERE}/definitions.yaml`;
/** The app's account. */
const BOT = 98765432;

export const contractText = (
  target = '10000',
  amount = '3000',
  title = 'Acme x Linkstar',
) => `${contractFrame({ id: ID, title: JSON.stringify(title), stage: 'live', brand: '{ name: Acme, signatories: [ana] }' })}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: ${target}, threshold: 0.5x }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: ${amount} }
  - { id: reward, kind: bonus, by: sales, pool: 1000, points: { 0%: 0%, 100%: 100% }, shape: linear }
amendments: { noticeDays: 14, maxTargetChange: 20%, maxDrift: 40%, minPeriodsBetween: 3 }
`;

export const definitionsText = (where = '', table = 'shop.orders') => `facts:
  orders: { table: ${table}, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: ts${where} }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`;

export const WORKSPACE = `people:
  ana: { name: Ana, github: 11 }
  bob: { name: Bob, github: 12 }
governance: { brand: [ana], provider: [bob] }
github: { app: { user: 98765432, id: 424242 } }
`;

/** A target that rises from July on: allowed, in favour of the brand, 900.00 less in three months. */
export const RAISED = contractText('{ 2026-01: 10000, 2026-07: 12000 }');

export interface CommentScene {
  readonly github: Github;
  /** The checkout of the default branch with the data beside it. */
  readonly folder: string;
  /** Runs `concord comment` as a process of its own would: with a client of its own. */
  readonly say: (number: number, around?: Partial<SayOptions>) => Promise<Outcome>;
  /** A branch with these changes and its pull request. */
  readonly propose: (branch: string, changes: Readonly<Record<string, string | null>>, login?: string) => number;
  /** The app's own comments of a thread by topic. @throws Error where there are two of one. */
  readonly said: (number: number) => Readonly<Record<string, string>>;
  /** The commit that a pull request of this repository stands at. */
  readonly headOf: (number: number) => string;
  /** What has been written to comments, and as whom. */
  readonly writes: () => readonly string[];
  readonly stop: () => Promise<void>;
}

export interface SayOptions extends Omit<Surroundings, 'root'> {
  readonly login: string;
  readonly dryRun: boolean;
  readonly only: 'en' | 'zh' | null;
  readonly output: string | null;
  readonly runUrl: string | null;
  readonly wrap: (context: CommandPlace) => CommandPlace;
}

/** A scene for each test of a file, made anew; what the forge refused, or has left of its faults, fails the test. */
export function sceneForEach(take: (scene: CommentScene) => void): void {
  let scene: CommentScene;
  beforeEach(async () => {
    scene = await commentScene();
    take(scene);
  });
  afterEach(async () => {
    expect(scene.github.violations).toEqual([]);
    expect(scene.github.faults.spent).toBe(true);
    await scene.stop();
  });
}

/** @param settled whether the first three months are in the ledger. */
export async function commentScene({ settled = true } = {}): Promise<CommentScene> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-comment-'));
  const texts = new Map([
    ['contracts/workspace.yaml', WORKSPACE],
    [`${HERE}/contract.yaml`, contractText()],
    [`${HERE}/definitions.yaml`, definitionsText()],
  ]);
  const { folder: terms } = loadContract(ID, texts);
  if (terms === null) throw new Error('the contract of this suite has an error');
  const values = { '2026-01': { revenue: '8000' }, '2026-02': { revenue: '9000' }, '2026-03': { revenue: '10000' } };
  const ledger = settleDays(terms.terms, [], [{ asOf: '2026-04-06', values }]);
  const history = ledger.flatMap((entry, index) =>
    [...ledgerTexts(entry, ledger.slice(0, index), () => '')].map(
      ([name, text]) => [`${HERE}/ledger/${entry.statement.period}/${name}`, text] as const,
    ),
  );
  const files = Object.fromEntries([...texts, ...(settled ? history : [])]);
  const github = await startGithub({
    now: '2026-04-10T09:00:00Z',
    people: [
      { login: 'ana', id: 11, role: 'write' },
      { login: 'bob', id: 12, role: 'write' },
      { login: 'eve', id: 13, role: 'write' },
      { login: 'stranger', id: 14 },
    ],
    files,
  });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  write(
    'data/shop/orders.csv',
    [
      'id,ts,amount,region',
      '1,2026-01-10T10:00:00Z,8000,eu',
      '2,2026-02-10T10:00:00Z,9000,eu',
      '3,2026-03-02T10:00:00Z,7000,eu',
      '4,2026-03-09T23:00:00Z,3000,us',
      '5,2026-04-09T23:00:00Z,1500,us',
      '',
    ].join('\n'),
  );
  write('data/other/secrets.csv', 'id,ts,amount\n1,2026-04-02T10:00:00Z,777777\n');

  const say = async (number: number, around: Partial<SayOptions> = {}): Promise<Outcome> => {
    const {
      login = 'concord[bot]',
      dryRun = false,
      only = null,
      output = null,
      runUrl = null,
      wrap = (same) => same,
      ...surroundings
    } = around;
    const forge = openGithub({
      repository: github.repository,
      apiUrl: github.url,
      token: github.tokenOf(login),
      version: '0.0.0',
      bot: async () => ({ id: 98765432, login: 'concord[bot]', kind: 'bot' }),
    });
    const context = contextFor({ root: folder, asOf: '2026-04-10', format: 'pretty', ...surroundings });
    const files = output === null ? null : localFiles(output);
    return run(wrap(context), (own) => comment(own, forge, { number, locale: only, dryRun, output: files, runUrl }));
  };
  const propose = (branch: string, changes: Readonly<Record<string, string | null>>, login = 'eve') => {
    github.as(login).push(branch, changes);
    return github.as(login).openPullRequest({ head: branch });
  };
  const said = (number: number) => {
    const texts = new Map<string, string>();
    for (const { userId, body } of github.comments(number)) {
      const topic = userId === BOT ? parseMarker(body)?.topic : undefined;
      if (topic === undefined) continue;
      if (texts.has(topic)) throw new Error(`two comments of ${topic} under #${number}`);
      texts.set(topic, body);
    }
    return Object.fromEntries(texts);
  };
  const stop = async () => {
    rmSync(folder, { recursive: true, force: true });
    await github.stop();
  };
  const headOf = (number: number) => github.pull(number).headSha;
  const writes = () =>
    github.log
      .filter(({ method, path }) => method !== 'GET' && path.includes('/comments'))
      .map(({ method, login }) => `${method} ${login}`);
  return { github, folder, say, propose, said, headOf, writes, stop };
}
