import { datasetsIn } from '../query/dialects/bigquery-view.js';
import type { GrantingContract } from './contract-resources.js';
import { showsFacts } from './contract-resources.js';
import type { InputFields, InputValue, ResourceSpec, SourceSettings, StackSettings, TransferSettings } from './model.js';
import { datasetKey, readsOf } from './reads.js';
import { accountEntry, authorized, labelsOf, memberEntry, NAMES, output, ownerEntries, secret, specOf, viewsEntry } from './spec.js';

/** Who reads a dataset of raw data: service accounts, and the views of facts. Never a party. */
interface Readers {
  readonly project: string | null;
  readonly dataset: string;
  readonly accounts: ReadonlyMap<string, readonly string[]>;
  /** Specs of facts datasets → why. */
  readonly views: ReadonlyMap<string, readonly string[]>;
}

/**
 * Raw data: datasets that Concord makes, with their transfers, and one additive entry per reader on those that it does not
 * make. A source that several contracts share is one dataset with the readers of all.
 * @param measured contracts that are still measured, over or not.
 */
export function sourceSpecs(
  contracts: readonly GrantingContract[],
  measured: readonly GrantingContract[],
  settings: StackSettings,
): ResourceSpec[] {
  const readers = readersOf(contracts, measured, settings);
  const made = settings.sources.flatMap((source) => madeSource(source, readers.get(source.dataset) ?? null, settings));
  const names = new Set(settings.sources.map(({ dataset }) => dataset));
  const left = [...readers].filter(([key]) => !names.has(key)).flatMap(([key, each]) => foreignSource(key, each, settings));
  return [...made, ...left];
}

function readersOf(
  contracts: readonly GrantingContract[],
  measured: readonly GrantingContract[],
  settings: StackSettings,
): ReadonlyMap<string, Readers> {
  const found = new Map<
    string,
    { project: string | null; dataset: string; accounts: Map<string, string[]>; views: Map<string, string[]> }
  >();
  const at = (place: { readonly project: string | null; readonly dataset: string }) => {
    const known = found.get(datasetKey(place)) ?? { ...place, accounts: new Map<string, string[]>(), views: new Map<string, string[]>() };
    found.set(datasetKey(place), known);
    return known;
  };
  const add = (list: Map<string, string[]>, key: string, because: string) => list.set(key, [...(list.get(key) ?? []), because]);
  for (const { agreed } of measured) {
    for (const read of readsOf(agreed.folder.terms, settings.project)) add(at(read).accounts, NAMES.engine, read.because);
  }
  for (const { agreed, grants } of contracts) {
    if (!showsFacts(grants)) continue;
    const facts = NAMES.facts(agreed.folder.id);
    for (const read of readsOf(agreed.folder.terms, settings.project)) if (read.rows) add(at(read).views, facts, read.because);
  }
  for (const { dataset, transfers } of settings.sources) {
    for (const transfer of transfers) {
      if (transfer.kind !== 'scheduled_query') continue;
      for (const written of datasetsIn(transfer.query)) {
        const [first = '', second] = written.split('.');
        const place = second === undefined ? { project: null, dataset: first } : { project: first, dataset: second };
        if (datasetKey(place) !== dataset) add(at(place).accounts, NAMES.loader, `stack: sources/${dataset}`);
      }
    }
  }
  return found;
}

function madeSource(source: SourceSettings, readers: Readers | null, settings: StackSettings): ResourceSpec[] {
  const { project, location } = settings;
  const name = NAMES.source(source.dataset);
  const stack = `stack: sources/${source.dataset}`;
  const loaded = source.transfers.some(runsAsLoader);
  const accounts = [...(readers?.accounts.keys() ?? [])].filter((account) => account !== NAMES.loader || !loaded);
  const views = [...(readers?.views.keys() ?? [])];
  const because = [stack, ...new Set([...(readers?.accounts.values() ?? []), ...(readers?.views.values() ?? [])].flat())];
  const dataset = specOf({
    name,
    type: 'gcp:bigquery/dataset:Dataset',
    inputs: {
      project,
      location,
      datasetId: source.dataset,
      description: 'Raw data: they stay with their owner, parties see views',
      labels: labelsOf('source'),
      accesses: [
        ...ownerEntries(settings),
        ...source.owners.filter((owner) => owner !== settings.deployer).map((owner): InputValue => memberEntry('OWNER', owner)),
        ...accounts.map((account) => accountEntry('READER', account)),
        // A transfer changes its target's settings too: `datasets.update`, which only owners have.
        ...(loaded ? [accountEntry('OWNER', NAMES.loader)] : []),
        ...views.map((facts) => viewsEntry(project, facts)),
      ],
      deletionPolicy: 'PREVENT',
    },
    protect: true,
    because,
  });
  return [dataset, ...source.transfers.map((transfer) => transferSpec(source.dataset, transfer, settings))];
}

/** One entry per reader, added to whatever is there: the dataset's own list stays its owner's. */
function foreignSource(key: string, { project, dataset, accounts, views }: Readers, settings: StackSettings): ResourceSpec[] {
  const base = { project: project ?? settings.project, datasetId: dataset };
  const entry = (reader: string, inputs: InputFields, because: readonly string[], contract: string | null): ResourceSpec =>
    specOf({
      name: `${NAMES.source(key)}/${reader}`,
      type: 'gcp:bigquery/datasetAccess:DatasetAccess',
      inputs: { ...base, ...inputs },
      contract,
      because,
    });
  return [
    ...[...accounts].map(([account, because]) => entry(account, accountEntry('READER', account), [...new Set(because)], null)),
    ...[...views].map(([facts, because]) =>
      entry(facts, { authorizedDataset: authorized(settings.project, facts) }, [...new Set(because)], facts.slice(0, facts.indexOf('/'))),
    ),
  ];
}

/** Whether Google lets a transfer of this kind run as a service account; all others run as whoever set them up. */
export function runsAsLoader({ kind }: TransferSettings): boolean {
  return kind === 'google_ads' || kind === 'scheduled_query';
}

function transferSpec(dataset: string, transfer: TransferSettings, { project, location }: StackSettings): ResourceSpec {
  const { id, params, refreshDays } = parametersOf(transfer);
  const name = `${NAMES.source(dataset)}/${id}`;
  const asLoader = runsAsLoader(transfer);
  return specOf({
    name,
    type: 'gcp:bigquery/dataTransferConfig:DataTransferConfig',
    inputs: {
      project,
      location,
      displayName: `concord ${dataset} ${id}`,
      dataSourceId: transfer.kind,
      destinationDatasetId: output(NAMES.source(dataset), 'datasetId'),
      schedule: transfer.schedule,
      params,
      ...(asLoader ? { serviceAccountName: output(NAMES.loader, 'email') } : {}),
      ...(refreshDays === null ? {} : { dataRefreshWindowDays: refreshDays }),
    },
    dependsOn: [...(asLoader ? [`${NAMES.loader}/bigquery.jobUser`] : []), `${NAMES.deploy}/transfers`],
    because: [`stack: sources/${dataset}`],
  });
}

/** What the transfer service is told, by the names of its own documentation. */
function parametersOf(transfer: TransferSettings): {
  readonly id: string;
  readonly params: InputFields;
  readonly refreshDays: number | null;
} {
  switch (transfer.kind) {
    case 'google_ads':
      return {
        id: `google_ads/${transfer.customer}`,
        params: { customer_id: transfer.customer, include_pmax: String(transfer.performanceMax) },
        refreshDays: transfer.refreshDays,
      };
    case 'facebook_ads':
      return {
        id: `facebook_ads/${transfer.clientId}`,
        params: {
          assets: JSON.stringify(['AdAccounts', 'AdInsights', 'AdInsightsActions']),
          'connector.authentication.oauth.clientId': transfer.clientId,
          'connector.authentication.oauth.clientSecret': secret(transfer.clientSecret),
          'connector.authentication.oauth.refreshToken': secret(transfer.refreshToken),
          // What the shipped pack reads: values of actions, by their type.
          'connector.actionCollections': JSON.stringify(['ActionValues']),
          'connector.actionBreakdowns': JSON.stringify(['ActionType']),
        },
        refreshDays: transfer.refreshDays,
      };
    case 'shopify':
      throw new RangeError('a transfer that was refused before');
    case 'scheduled_query':
      return {
        id: `scheduled_query/${transfer.name}`,
        params: { query: transfer.query, destination_table_name_template: transfer.table, write_disposition: 'WRITE_TRUNCATE' },
        refreshDays: null,
      };
  }
}
