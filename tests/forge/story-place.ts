import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMS, type FormId } from '../../src/forms/forms.js';
import type { WholeForge } from '../../src/ports/whole-forge.js';
import { openGithub } from '../../src/shell/github/github-forge.js';
import { contractFrame } from '../contract-frame.js';
import { bodyOf } from '../forms/body.js';
import { type CommandPlace, contextFor } from '../in-process.js';
import { type CliResult, REPOSITORY, runCli, runWarm } from '../run-cli.js';
import { type Github, startGithub } from './loopback/start-github.js';

/*
 * A repository as two parties would have it, on a loopback GitHub, and the built CLI as the workflows run it: in a process of its
 * own, on a fresh checkout of the default branch, with the app's token.
 */

export const ID = 'harbour-tea';
export const HERE = `contracts/${ID}`;
export const APP = 'concord[bot]';

const WORKSPACE = `people:
  ana: { name: Ana, github: 11 }
  ann: { name: Ann, github: 12 }
  bob: { name: Bob, github: 21 }
  bea: { name: Bea, github: 22 }
governance: { brand: [ana, ann], provider: [bob, bea] }
github: { app: { user: 98765432, id: 424242 } }
`;

const FRAME = contractFrame({
  id: ID,
  title: 'Harbour Tea x Northlight',
  stage: 'live',
  brand: '{ name: Harbour Tea, signatories: [ana, ann] }',
  provider: '{ name: Northlight, signatories: [bob, bea] }',
  term: '{ from: 2026-01-01, to: 2026-06-30 }',
  trueUpPeriods: 2,
});

/** From 5000 on sales earn a part of the pool, at the target all of it; every sale earns its share. */
export const CONTRACT = `${FRAME}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 10000, threshold: 0.5x }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 1000 }
  - { id: share, kind: commission, base: gmv, tiers: { 0: 10% }, mode: marginal, accumulate: period }
  - { id: reward, kind: bonus, by: sales, pool: 1000, points: { 0%: 0%, 100%: 100% }, shape: linear }
payment: { dueDays: 15 }
amendments: { noticeDays: 14, maxTargetChange: 20%, maxDrift: 40%, minPeriodsBetween: 3 }
`;

export const DEFINITIONS = `facts:
  sales: { table: shop.sales, grain: [id], custodian: brand, freshness: { table: shop.loads, column: loaded_at } }
measures:
  revenue: { definition: Paid orders, of: sales, sum: amount, when: paid_at }
metrics:
  gmv: { title: Sales, formula: revenue, unit: money, type: flow }
`;

/** The repository's own files below a folder, as it ships them to those who use it. */
function shipped(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(REPOSITORY, folder)).map((name) => [`${folder}/${name}`, readFileSync(join(REPOSITORY, folder, name), 'utf8')]),
  );
}

export interface Place {
  readonly github: Github;
  /** Runs the CLI on a fresh checkout of the default branch; by default as the app. Its process can be stopped by `signal`. */
  readonly run: (args: readonly string[], options?: RunOptions) => Promise<CliResult>;
  /** The forge as one run of the app sees it, and the surroundings of a command, for runs in this process. */
  readonly forge: () => WholeForge;
  readonly context: () => CommandPlace;
  /** Sales as day and amount; what is written replaces what was there, as a later export does. */
  readonly sell: (sales: Readonly<Record<string, string>>) => void;
  /** Writes the event that an issue woke the workflow with. @returns its path */
  readonly eventFile: (issue: number, action?: 'opened' | 'edited') => string;
  readonly stop: () => Promise<void>;
}

export interface RunOptions {
  readonly login?: string;
  readonly signal?: AbortSignal;
}

/** @param contract whether the contract is there from the start, agreed by nobody. */
export async function openPlace(files: Readonly<Record<string, string>> = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-story-'));
  const checkout = join(folder, 'checkout');
  const data = join(folder, 'data');
  mkdirSync(join(data, 'shop'), { recursive: true });
  const github = await startGithub({
    now: '2025-12-10T09:00:00Z',
    private: true,
    people: [
      { login: 'ana', id: 11, role: 'write' },
      { login: 'ann', id: 12, role: 'write' },
      { login: 'bob', id: 21, role: 'write' },
      { login: 'bea', id: 22, role: 'write' },
      { login: 'root', id: 31, role: 'admin' },
    ],
    files: { 'contracts/workspace.yaml': WORKSPACE, ...shipped('.github/rulesets'), ...shipped('.github/ISSUE_TEMPLATE'), ...files },
  });
  github.as('root').git(folder, 'clone', '--quiet', github.gitFolder, checkout);
  // the brand's shop loads its orders every midnight
  const load = () => writeFileSync(join(data, 'shop/loads.csv'), `loaded_at\n${github.clock.now().slice(0, 10)}T00:00:00Z\n`);
  const run = (args: readonly string[], { login = APP, signal }: RunOptions = {}) => {
    github.as('root').git(checkout, 'fetch', '--quiet', 'origin', 'main');
    github.as('root').git(checkout, 'reset', '--quiet', '--hard', 'origin/main');
    load();
    const settings = { ...github.environment(login), GITHUB_SERVER_URL: '', GITHUB_RUN_ID: '' };
    const words = [...args, '--root', checkout, '--data', data];
    return signal === undefined ? runWarm(words, settings) : runCli(words, settings, signal);
  };
  const forge = () =>
    openGithub({
      repository: github.repository,
      apiUrl: github.url,
      token: github.tokenOf(APP),
      version: '0.0.0',
      bot: async () => ({ id: 98765432, login: APP, kind: 'bot' }),
    });
  const context = () => {
    load();
    return contextFor({ root: checkout, data });
  };
  const sell = (sales: Readonly<Record<string, string>>) => {
    const rows = Object.entries(sales).map(([day, amount], index) => `${index + 1},${day}T12:00:00Z,${amount}`);
    writeFileSync(join(data, 'shop/sales.csv'), `${['id,paid_at,amount', ...rows].join('\n')}\n`);
  };
  sell({});
  const eventFile = (issue: number, action: 'opened' | 'edited' = 'opened') => {
    const path = join(folder, `event-${issue}.json`);
    writeFileSync(path, JSON.stringify(github.issueEvent(issue, action)));
    return path;
  };
  const stop = async () => {
    rmSync(folder, { recursive: true, force: true });
    await github.stop();
  };
  return { github, run, forge, context, sell, eventFile, stop };
}

/** What GitHub makes of a filled-in form, its answers by the ids of its questions; what the form does not ask is a fault of the test. */
export function filled(id: FormId, answers: Readonly<Record<string, string>>): string {
  const form = FORMS.find((each) => each.id === id);
  const strange = Object.keys(answers).filter((name) => !form?.questions.some((question) => question.id === name));
  if (form === undefined || strange.length > 0) throw new Error(`${id} does not ask ${strange.join(', ')}`);
  return bodyOf(form, answers);
}

/** Approvals of the head. */
export function agreed(github: Github, number: number, people: readonly string[]): void {
  for (const login of people) github.as(login).approve(number);
}

/** What a statement says of money; a line names its state where that is not to be paid. */
export function statement(github: Github, period: string, at = 'main') {
  const text = github.file(`${HERE}/ledger/${period}/statement.json`, at);
  const { run, total, lines }: Written = JSON.parse(text ?? 'null');
  return { run, total, lines: lines.map(({ id, amount, state }) => [id, amount, ...(state === 'payable' ? [] : [state])].join(' ')) };
}

interface Written {
  readonly run: number;
  readonly total: string;
  readonly lines: readonly { readonly id: string; readonly amount: string; readonly state: string }[];
}
