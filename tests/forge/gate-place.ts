import { tmpdir } from 'node:os';
import { gate } from '../../src/commands/run/gate.js';
import type { Judgement, Verdict } from '../../src/gate/verdict.js';
import type { Printed } from '../../src/media/print.js';
import type { WholeForge } from '../../src/ports/whole-forge.js';
import { openGithub } from '../../src/shell/github/github-forge.js';
import { contractFrame } from '../contract-frame.js';
import { contextFor, printed } from '../in-process.js';
import { type Github, type GithubOptions, startGithub } from './loopback/start-github.js';

/*
 * A repository with one contract between a brand (alice, ann) and an agency (bob, carol), and the app that decides there.
 */

export const CONTRACT = 'acme-linkstar';
export const TERMS = `contracts/${CONTRACT}/contract.yaml`;
export const APP = 'concord[bot]';

const WORKSPACE = `people:
  alice: { name: Alice Chen, github: 11 }
  ann: { name: Ann Wu, github: 12 }
  bob: { name: Bob Li, github: 21 }
  carol: { name: Carol Zhao, github: 22 }
governance: { brand: [alice, ann], provider: [bob, carol] }
github: { app: { user: 98765432, id: 424242 } }
`;

/** The contract's text; what a test changes of it is one line. */
export function contractText(retainer = '3000', brand = '[alice, ann]'): string {
  const frame = contractFrame({
    id: CONTRACT,
    title: 'Acme x Linkstar',
    brand: `{ name: Acme, signatories: ${brand} }`,
    provider: '{ name: Linkstar, signatories: [bob, carol] }',
    lockAfterDays: 15,
  });
  return `${frame}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 1000 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: ${retainer} }
`;
}

export const DEFINITIONS = `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_on }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
`;

/** Two people of each party, and who set the repository up. */
export const MEMBERS = [
  { login: 'alice', id: 11, role: 'write' },
  { login: 'ann', id: 12, role: 'write' },
  { login: 'bob', id: 21, role: 'write' },
  { login: 'carol', id: 22, role: 'write' },
  { login: 'root', id: 31, role: 'admin' },
] as const;

export function startPlace(options: GithubOptions = {}): Promise<Github> {
  return startGithub({
    now: '2026-03-10T08:00:00Z',
    people: [...MEMBERS, { login: 'mallory', id: 66, role: 'write' }],
    ...options,
    files: {
      'contracts/workspace.yaml': WORKSPACE,
      [TERMS]: contractText(),
      [`contracts/${CONTRACT}/definitions.yaml`]: DEFINITIONS,
      ...options.files,
    },
  });
}

/** The forge as the product sees it with somebody's token. */
export function forgeAs(github: Github, login = APP): WholeForge {
  return openGithub({
    repository: github.repository,
    apiUrl: github.url,
    token: github.tokenOf(login),
    version: '0.0.0',
    bot: async () => ({ id: 98765432, login: APP, kind: 'bot' }),
  });
}

export interface GateRun {
  readonly exitCode: number;
  readonly verdict: Verdict;
}

/** `concord gate --pr`, in this process, as the app. */
export async function runGate(
  github: Github,
  number: number,
  { merge = false, dryRun = false, forge = forgeAs(github) }: { merge?: boolean; dryRun?: boolean; forge?: WholeForge } = {},
): Promise<GateRun> {
  const context = contextFor({ root: tmpdir(), format: 'json' });
  const { exitCode, output } = await printed(context, gate(context, forge, { subject: number, merge, dryRun, locales: ['en', 'zh'] }));
  return { exitCode, verdict: JSON.parse(output) as Verdict };
}

/** `concord gate --all`, in this process, as the app. */
export function runAll(github: Github): Promise<Printed> {
  const context = contextFor({ root: tmpdir(), format: 'json' });
  return printed(context, gate(context, forgeAs(github), { subject: 'all', merge: false, dryRun: false, locales: ['en'] }));
}

/** Every code that was seen, anywhere in the tree. */
export function codesOf({ judgement }: Verdict): string[] {
  const walk = ({ saw, children }: Judgement): string[] => [...saw.map(({ code }) => code), ...children.flatMap(walk)];
  return [...new Set(walk(judgement))];
}

/** A pull request of the app that changes the retainer. @returns its number */
export function proposeChange(github: Github, branch = 'proposal/retainer', login = APP): number {
  github.as(login).push(branch, { [TERMS]: contractText('3500') });
  return github.as(login).openPullRequest({ head: branch, title: 'Raise the retainer' });
}
