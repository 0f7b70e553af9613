import { loadContract } from '../../src/contract/load-contract.js';
import { loadWorkspace } from '../../src/contract/load-workspace.js';
import { WORKSPACE_FILE } from '../../src/contract/paths.js';
import type { AgreedContract } from '../../src/provision/agreed.js';
import type { AgreedWorkspace } from '../../src/provision/checks.js';
import type { Provisioning } from '../../src/provision/model.js';
import { provision } from '../../src/provision/provision.js';
import { parseSettings, type WrittenSettings } from '../../src/provision/settings.js';

/* Contracts small enough to be read beside the plans that come of them. */

export const WORKSPACE = `people:
  alice: { name: Alice, github: 1 }
  bob: { name: Bob, github: 2 }
warehouse: { engine: bigquery, project: acme-kpi, location: EU }
`;

export const SETTINGS = `project: acme-kpi
location: EU
repository: { id: 1001, ownerId: 2002, name: acme/kpi }
deployer: user:admin@acme.example
`;

export interface ContractChoices {
  readonly id?: string;
  readonly stage?: string;
  readonly brand?: string;
  readonly provider?: string;
  readonly brandAccess?: string;
  readonly providerAccess?: string;
  readonly data?: string;
  readonly term?: string;
  readonly zone?: string;
  readonly exit?: string | null;
  readonly facts?: string;
  readonly measures?: string;
  readonly formula?: string;
  /** Views by file name. */
  readonly views?: Readonly<Record<string, string>>;
  /** Events by file name. */
  readonly events?: Readonly<Record<string, string>>;
}

export function contractTexts(choices: ContractChoices = {}): Map<string, string> {
  const { id = 'acme-us', exit = '{ noticeDays: 30, handoverDays: 15, checklist: [data_export] }' } = choices;
  const contract = `apiVersion: concord/v1
kind: Contract
id: ${id}
title: Acme x Linkstar
stage: ${choices.stage ?? 'live'}
parties:
  brand:
    name: ${choices.brand ?? 'Acme'}
    signatories: [alice]
    access: ${choices.brandAccess ?? '{ analyst: ["group:kpi@acme.example"] }'}
  provider:
    name: ${choices.provider ?? 'Linkstar'}
    signatories: [bob]
    access: ${choices.providerAccess ?? '{ viewer: ["group:acme@linkstar.example"] }'}
data: ${choices.data ?? '{ owner: brand, providerUse: during_term }'}
term: ${choices.term ?? '{ from: 2026-01-01, to: 2026-12-31 }'}
calendar: { every: month, timezone: ${choices.zone ?? 'America/New_York'}, lockAfterDays: 15, trueUpPeriods: 3 }
currency: USD
rounding: half_even
acceptance: { days: 10, silence: accepts }
disputes: { days: 30, expert: An auditor }
holds: { maxPeriods: 3 }
kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 100%, target: 1000 }
composite: { rule: weighted_mean }
fees:
  - { id: base, kind: retainer, amount: 3000 }
${exit === null ? '' : `exit: ${exit}\n`}`;
  const definitions = `facts:
${choices.facts ?? '  orders: { table: shop.orders, grain: [order_id], custodian: brand, freshness: { table: loads.log, column: at } }'}
measures:
${choices.measures ?? '  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_at, where: { is_test: false } }'}
metrics:
  gmv: { title: GMV, formula: ${choices.formula ?? 'revenue'}, unit: money, type: flow }
`;
  const root = `contracts/${id}`;
  return new Map([
    [WORKSPACE_FILE, WORKSPACE],
    [`${root}/contract.yaml`, contract],
    [`${root}/definitions.yaml`, definitions],
    ...Object.entries(choices.views ?? {}).map(([name, text]) => [`${root}/views/${name}`, text] as const),
    ...Object.entries(choices.events ?? {}).map(([name, text]) => [`${root}/events/${name}`, text] as const),
  ]);
}

export function agreed(choices: ContractChoices = {}): AgreedContract {
  const texts = contractTexts(choices);
  const { folder, issues } = loadContract(choices.id ?? 'acme-us', texts);
  if (folder === null) throw new Error(JSON.stringify(issues, null, 1));
  return { folder, texts };
}

export function workspace(text = WORKSPACE): AgreedWorkspace {
  const texts = new Map([[WORKSPACE_FILE, text]]);
  const { workspace: read } = loadWorkspace(texts);
  if (read === null) throw new Error('the workspace has errors');
  return { workspace: read, texts };
}

export function settings(more = ''): WrittenSettings {
  const { written, issues } = parseSettings('Pulumi.test.yaml', SETTINGS + more);
  if (written === null) throw new Error(JSON.stringify(issues, null, 1));
  return written;
}

export function plan(contracts: readonly AgreedContract[], today: string, more = ''): Provisioning {
  return provision(workspace(), contracts, settings(more), () => today);
}
