import { loadContract } from '../../src/contract/load-contract.js';
import type { Terms } from '../../src/contract/model.js';
import { digest } from '../../src/kernel/canonical.js';
import type { MeasurementRequest } from '../../src/query/request.js';
import type { Content } from '../shell/data-folder.js';
import { duckdbSelect, type Table } from './tables.js';

/** A pack as a contract uses it, on rows of the source's form; told once for both engines. */
export interface Scenario {
  readonly name: string;
  /** The entry of `use`. */
  readonly use: Readonly<Record<string, string>>;
  /** Metrics of the pack that the contract names. */
  readonly metrics: readonly [string, ...string[]];
  /** By `dataset.table`. */
  readonly tables: ReadonlyMap<string, Table>;
}

const PERSON = { brand: ['alice'], provider: ['bob'] };

/** A small contract over April 2026 to March 2027 in UTC and US dollars that names the scenario's metrics, by path. */
export function contractFiles(
  { use, metrics }: Pick<Scenario, 'use' | 'metrics'>,
  fee: Readonly<Record<string, unknown>> = { id: 'base', kind: 'retainer', amount: 1 },
): ReadonlyMap<string, string> {
  const kpis = metrics.map((metric, index) => ({
    id: `k${index}`,
    metric,
    owner: 'provider',
    better: 'higher',
    weight: index === 0 ? `${100 - 10 * (metrics.length - 1)}%` : '10%',
    target: metric.endsWith('_rate') ? '1%' : 1,
  }));
  const contract = {
    apiVersion: 'concord/v1',
    kind: 'Contract',
    id: 'shop',
    title: 't',
    stage: 'live',
    parties: { brand: { name: 'B', signatories: PERSON.brand }, provider: { name: 'P', signatories: PERSON.provider } },
    data: { owner: 'brand', providerUse: 'during_term' },
    term: { from: '2026-04-01', to: '2027-03-31' },
    calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 1 },
    currency: 'USD',
    rounding: 'half_even',
    acceptance: { days: 10, silence: 'accepts' },
    disputes: { days: 60, expert: 'x' },
    holds: { maxPeriods: 3 },
    kpis,
    composite: { rule: 'weighted_mean', minWeightLeft: '50%' },
    fees: [fee],
    exit: { noticeDays: 30, handoverDays: 15, checklist: ['data_export'] },
  };
  const people = { alice: { name: 'Alice', github: 1 }, bob: { name: 'Bob', github: 2 } };
  return new Map([
    ['contracts/workspace.yaml', JSON.stringify({ people, governance: PERSON })],
    ['contracts/shop/contract.yaml', JSON.stringify(contract)],
    ['contracts/shop/definitions.yaml', JSON.stringify({ use: [use] })],
  ]);
}

export function termsOf(scenario: Pick<Scenario, 'use' | 'metrics'>): Terms {
  const { folder, issues } = loadContract('shop', contractFiles(scenario));
  if (folder === null) throw new Error(JSON.stringify(issues));
  return folder.terms;
}

/** What April is asked for. */
export function april(terms: Terms): MeasurementRequest {
  const inForce = { from: '2026-04-01', to: '2026-04-30' };
  const period = { period: '2026-04', inForce, terms, termsDigest: digest(terms), exclusions: [] };
  return { contract: 'shop', asOf: '2026-05-15', periods: [period], spans: [] };
}

/** The tables as files of a data folder. */
export function filesOf(tables: ReadonlyMap<string, Table>): Record<string, Content> {
  return Object.fromEntries([...tables].map(([name, each]) => [`${name.replace('.', '/')}.parquet`, { parquet: duckdbSelect(each) }]));
}
