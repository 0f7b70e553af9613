import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { settleDue } from '../../src/commands/run/settle.js';
import { verify } from '../../src/commands/run/verify.js';
import { compareIssues, type Issue } from '../../src/kernel/issue.js';
import type { Finding } from '../../src/settlement/findings.js';
import type { Unproved } from '../../src/settlement/unproved.js';
import { gitHistory } from '../../src/shell/git/history.js';
import { contractFrame } from '../contract-frame.js';
import { contextFor, printed } from '../in-process.js';

/* A contract in a real clone, settled for three months, a commit each; what is broken in a copy of it is verified with its history or without. */

export const FOLDER = 'contracts/forged';
const FILES: Readonly<Record<string, string>> = {
  'contracts/workspace.yaml': `people: { alice: { name: Alice, github: 1 }, bob: { name: Bob, github: 2 } }
governance: { brand: [alice], provider: [bob] }
`,
  [`${FOLDER}/contract.yaml`]: `${contractFrame({ id: 'forged', title: 'Forged', trueUpPeriods: 1 })}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 1000 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 3000 }
  - { id: sales, kind: commission, base: gmv, tiers: { 0: 5% }, mode: marginal, accumulate: period }
`,
  [`${FOLDER}/definitions.yaml`]: `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_on }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`,
  'data/shop/orders.csv': 'id,paid_on,amount\n1,2026-01-05,500\n2,2026-02-02,800\n3,2026-03-01,10\n4,2026-04-02,10\n',
};
export const PAYMENT = 'kind: payment\nparty: brand\namount: 100\non: 2026-02-01\nreference: A-1\n';

export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();

export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

export function commit(folder: string, message: string): string {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '--allow-empty', '-m', message);
  return git(folder, 'rev-parse', 'HEAD');
}

export async function settle(folder: string, asOf: string): Promise<void> {
  const context = { ...contextFor({ root: folder, asOf }), commit: git(folder, 'rev-parse', 'HEAD') };
  const settled = await printed(context, settleDue(context, { contract: null, period: null, preview: false }));
  expect(settled).toMatchObject({ exitCode: 0 });
  expect(settled.errors).toBeUndefined();
}

/** The honest clone: agreed, an event, three statements. */
async function makeClone(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(FILES)) put(folder, path, text);
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder, 'Agreed');
  put(folder, `${FOLDER}/events/2026-02-03-paid.yaml`, PAYMENT);
  commit(folder, 'Paid');
  for (const asOf of ['2026-02-06', '2026-03-06', '2026-04-06']) {
    await settle(folder, asOf);
    commit(folder, `Settled as of ${asOf}`);
  }
}

/** The honest clone of a test file, made before its tests and taken away after them, and copies of it to be broken. */
export function copiesOfClone(name: string): { readonly root: string; readonly honest: string; readonly copy: () => string } {
  const root = mkdtempSync(join(tmpdir(), `concord-${name}-`));
  const honest = join(root, 'honest');
  beforeAll(() => makeClone(honest));
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });
  let copies = 0;
  const copy = () => {
    copies += 1;
    const folder = join(root, `copy-${copies}`);
    cpSync(honest, folder, { recursive: true });
    return folder;
  };
  return { root, honest, copy };
}

export interface Found {
  readonly code: number;
  /** `code place`. */
  readonly issues: readonly string[];
  readonly all: readonly Issue[];
  /** The causes alone, as `code place`. */
  readonly causes: readonly string[];
  readonly unproved: ReadonlyMap<string, readonly string[]>;
}

function periodsByThing(unproved: readonly Unproved[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { what, periods } of unproved) found.set(what, [...(found.get(what) ?? []), ...periods].sort());
  return found;
}

export const shown = ({ code, at }: Issue) => `${code} ${at.path.replace(`${FOLDER}/`, '').replace('ledger/', '')}`;

export async function verified(folder: string, withGit = true): Promise<Found> {
  const context = contextFor({ root: folder, asOf: '2026-05-01' });
  const { exitCode, output } = await printed(context, verify(context, null, withGit ? gitHistory(folder) : null));
  const { contracts } = JSON.parse(output) as { contracts: { issues: Finding[]; unproved: Unproved[] }[] };
  const findings = contracts.flatMap(({ issues }) => issues);
  const all = findings.flatMap((finding) => [finding, ...finding.follows]).sort(compareIssues);
  return {
    code: exitCode,
    all,
    issues: all.map(shown),
    causes: findings.map(shown),
    unproved: periodsByThing(contracts.flatMap(({ unproved }) => unproved)),
  };
}
