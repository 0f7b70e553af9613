import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenPrOptions, settleByPullRequest } from '../../../src/commands/run/settle-open-pr.js';
import type { Printed as PrintedWords } from '../../../src/media/print.js';
import type { Warehouse, WarehouseSettings } from '../../../src/ports/warehouse.js';
import type { WholeForge } from '../../../src/ports/whole-forge.js';
import { openGithub } from '../../../src/shell/github/github-forge.js';
import { contractFrame } from '../../contract-frame.js';
import { contextFor, printed } from '../../in-process.js';
import { type Github, startGithub } from '../loopback/start-github.js';

/* One ratified contract of three months on a loopback GitHub, with its data in files. */

export const CONTRACT_ID = 'tea-account';

const WORKSPACE = `people:
  mei: { name: Mei, github: 11 }
  tom: { name: Tom, github: 12 }
governance: { brand: [mei], provider: [tom] }
github: { app: { user: 98765432, id: 424242 } }
`;

const FRAME = contractFrame({
  id: 'tea-account',
  title: 'Tea',
  stage: 'live',
  brand: '{ name: Harbour Tea, signatories: [mei] }',
  provider: '{ name: Northlight, signatories: [tom] }',
  term: '{ from: 2026-01-01, to: 2026-03-31 }',
  trueUpPeriods: 1,
});
const CONTRACT = `${FRAME}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 1000 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 1000 }
  - { id: share, kind: commission, base: gmv, tiers: { 0: 10% }, mode: marginal, accumulate: period }
payment: { dueDays: 15 }
review: { every: month }
`;

const DEFINITIONS = `facts:
  sales: { table: shop.sales, grain: [id], custodian: brand, freshness: { table: shop.loads, column: loaded_at } }
measures:
  revenue: { definition: Paid orders, of: sales, sum: amount, when: paid_at }
metrics:
  gmv: { title: Sales, formula: revenue, unit: money, type: flow }
`;

export interface Scene {
  readonly github: Github;
  /** A client of its own for every run, as every process has one. */
  readonly forge: (login?: string) => WholeForge;
  /** How many requests there were each time that the warehouse was asked. */
  readonly asked: number[];
  readonly settle: (options?: Partial<OpenPrOptions>, login?: string) => Promise<Settled>;
  /** The same as people read it. */
  readonly told: (locale: 'en' | 'zh', options?: Partial<OpenPrOptions>) => Promise<string>;
  /** Sales by day; what is written replaces what was there. */
  readonly sell: (amounts: Readonly<Record<string, string>>) => void;
  /** An event on the default branch: of a party that files it alone, or (`eve`) opened by somebody else and agreed by both. */
  readonly file: (login: 'mei' | 'tom' | 'eve', name: string, text: string) => void;
  readonly stop: () => Promise<void>;
}

export interface Settled extends PrintedWords {
  /** `tea-account 2026-01 #2 draft preview,open,label`, a line per period. */
  readonly lines: readonly string[];
}

interface Printed {
  readonly contracts: readonly {
    readonly contract: string;
    readonly periods: readonly {
      readonly period: string;
      readonly state: string;
      readonly pullRequest: number | null;
      readonly did: readonly string[];
      readonly next: string | null;
    }[];
    readonly issues: readonly { readonly code: string }[];
  }[];
}

/** @param ratify whether both parties agreed to the contract; else it was pushed by somebody alone. */
export async function settlementScene(ratify = true): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-settlement-'));
  const contract = {
    [`contracts/${CONTRACT_ID}/contract.yaml`]: CONTRACT,
    [`contracts/${CONTRACT_ID}/definitions.yaml`]: DEFINITIONS,
  };
  const github = await startGithub({
    now: '2025-12-20T09:00:00Z',
    people: [
      { login: 'mei', id: 11, role: 'write' },
      { login: 'tom', id: 12, role: 'write' },
      { login: 'eve', id: 13, role: 'write' },
    ],
    files: { 'contracts/workspace.yaml': WORKSPACE },
  });
  if (ratify) {
    github.as('eve').push('proposal/tea', contract);
    agree(github, github.as('eve').openPullRequest({ head: 'proposal/tea' }));
  } else github.as('eve').push('main', contract);

  const sell = (amounts: Readonly<Record<string, string>>) => {
    mkdirSync(join(folder, 'data/shop'), { recursive: true });
    const rows = Object.entries(amounts).map(([day, amount], index) => `${index + 1},${day}T12:00:00Z,${amount}`);
    writeFileSync(join(folder, 'data/shop/sales.csv'), ['id,paid_at,amount', ...rows, ''].join('\n'));
    writeFileSync(
      join(folder, 'data/shop/loads.csv'),
      `loaded_at\n${['02', '03', '04', '05', '06'].map((month) => `2026-${month}-01T06:00:00Z\n`).join('')}`,
    );
  };
  sell({ '2026-01-10': '1000.00', '2026-02-10': '2000.00', '2026-03-10': '3000.00' });

  const forge = (login = 'concord[bot]') =>
    openGithub({
      repository: github.repository,
      apiUrl: github.url,
      token: github.tokenOf(login),
      version: '0.0.0',
      bot: async () => ({ id: 98765432, login: 'concord[bot]', kind: 'bot' }),
    });
  const asked: number[] = [];
  const settle = async (options: Partial<OpenPrOptions> = {}, login?: string): Promise<Settled> => {
    const own = contextFor({ root: folder });
    const context = {
      ...own,
      openWarehouse: async (settings: WarehouseSettings): Promise<Warehouse> => {
        const warehouse = await own.openWarehouse(settings);
        const measure: Warehouse['measure'] = (requests) => {
          asked.push(requests.length);
          return warehouse.measure(requests);
        };
        return { ...warehouse, measure };
      },
    };
    const result = await printed(context, settleByPullRequest(context, forge(login), { contract: null, dryRun: false, ...options }));
    return { ...result, lines: result.output.startsWith('{"contracts"') || result.output.startsWith('{\n') ? linesOf(result.output) : [] };
  };
  const told: Scene['told'] = async (locale, options = {}) => {
    const context = contextFor({ root: folder, format: 'pretty', locale });
    return (await printed(context, settleByPullRequest(context, forge(), { contract: null, dryRun: false, ...options }))).output;
  };
  const file: Scene['file'] = (login, name, text) => {
    const branch = `event/${name}`;
    github.as(login).push(branch, { [`contracts/${CONTRACT_ID}/events/${name}.yaml`]: text });
    const number = github.as(login).openPullRequest({ head: branch });
    if (login === 'eve') agree(github, number);
    else github.as(login).mergePullRequest(number);
  };
  const stop = async () => {
    rmSync(folder, { recursive: true, force: true });
    await github.stop();
  };
  return { github, forge, asked, settle, told, sell, file, stop };
}

/** Both parties approve the head, and somebody merges it. */
export function agree(github: Github, number: number): void {
  github.as('mei').approve(number);
  github.as('tom').approve(number);
  github.as('mei').mergePullRequest(number);
}

function linesOf(output: string): string[] {
  const { contracts }: Partial<Printed> = JSON.parse(output);
  // A run that is refused as a whole names its issues alone.
  if (contracts === undefined) return [];
  return contracts.flatMap(({ contract, periods, issues }) => [
    ...issues.map(({ code }) => `${contract} ${code}`),
    ...periods.map(({ period, state, pullRequest, did, next }) =>
      [contract, period, pullRequest === null ? '-' : `#${pullRequest}`, state, next ?? did.join(',')].join(' ').trim(),
    ),
  ]);
}
