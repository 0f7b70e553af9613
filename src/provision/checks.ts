import { columnsNamed } from '../contract/fact-columns.js';
import type { Workspace } from '../contract/load-workspace.js';
import type { Definitions, Fact } from '../contract/model.js';
import { presetOfClause } from '../contract/pack.js';
import { contractFile, WORKSPACE_FILE } from '../contract/paths.js';
import { quote } from '../contract/quote.js';
import { type Issue, inFile, type Position } from '../kernel/issue.js';
import { otherParty, PARTIES } from '../kernel/party.js';
import { localText } from '../kernel/text.js';
import { isBigqueryColumn } from '../query/dialects/bigquery-column.js';
import { bigqueryViewIssues } from '../query/dialects/bigquery-view.js';
import { viewFile } from '../query/view/place.js';
import { issue } from '../words/issue.js';
import { type AgreedContract, placesIn } from './agreed.js';
import { memberFault } from './member.js';
import { datasetKey, readsOf } from './reads.js';
import { AUDIT_DATASET } from './safeguards.js';
import type { WrittenSettings } from './settings.js';

/** The workspace with the text it was read from. */
export interface AgreedWorkspace {
  readonly workspace: Workspace;
  readonly texts: ReadonlyMap<string, string>;
}

/** What keeps these contracts from being provisioned with these settings; empty where nothing does. */
export function checkProvisioning(workspace: AgreedWorkspace, contracts: readonly AgreedContract[], settings: WrittenSettings): Issue[] {
  return [
    ...warehouseIssues(workspace, settings),
    ...contracts.flatMap((contract) => [
      ...accessIssues(contract),
      ...fileColumns(contract.folder.terms.definitions),
      ...factIssues(contract, settings),
    ]),
    ...sourceIssues(contracts, settings),
  ];
}

function warehouseIssues({ workspace, texts }: AgreedWorkspace, { settings, at }: WrittenSettings): Issue[] {
  const { warehouse } = workspace;
  if (warehouse.engine !== 'bigquery') {
    return [issue('cloud-not-bigquery', placesIn(texts, WORKSPACE_FILE)(['warehouse', 'engine']), { found: warehouse.engine })];
  }
  const { project, location } = warehouse;
  const differing: Issue[] = [];
  if (settings.project !== project) {
    differing.push(issue('cloud-project-differs', at(['project']), { found: settings.project, expected: project }));
  }
  if (settings.location.toUpperCase() !== location.toUpperCase()) {
    differing.push(issue('cloud-location-differs', at(['location']), { found: settings.location, expected: location }));
  }
  return differing;
}

/** Members that are public, are no accounts, or are of both parties; analysts who may not use what they would see. */
export function accessIssues({ folder, texts }: AgreedContract): Issue[] {
  const { contract } = folder.terms;
  const place = placesIn(texts, contractFile(contract.id));
  return PARTIES.flatMap((party) =>
    (['analyst', 'viewer'] as const).flatMap((role) =>
      contract.parties[party].access[role].flatMap((member, index): Issue[] => {
        const at = place(['parties', party, 'access', role, index]);
        const found = quote(member);
        const fault = memberFault(member);
        if (fault !== null) return [issue(fault === 'public' ? 'access-public' : 'access-member', at, { found })];
        const other = contract.parties[otherParty(party)].access;
        const both = [...other.analyst, ...other.viewer].includes(member);
        const unused =
          party === 'provider' && role === 'analyst' && contract.data.owner === 'brand' && contract.data.providerUse === 'none';
        return [
          ...(both && party === 'provider' ? [issue('access-both-parties', at, { found })] : []),
          ...(unused ? [issue('access-without-use', at, { found })] : []),
        ];
      }),
    ),
  );
}

/** Facts that BigQuery cannot show, and facts that read what Concord makes for others. */
function factIssues({ folder }: AgreedContract, { settings }: WrittenSettings): Issue[] {
  const { definitions } = folder.terms;
  const own = (dataset: string): boolean => dataset === settings.dataset || isOwnName(dataset);
  return definitions.facts.flatMap((fact): Issue[] => {
    const at = inFile(fact.clause.file, fact.clause.line);
    const reads = readsOf({ ...folder.terms, definitions: { ...definitions, facts: [fact] } }, settings.project);
    return [
      ...tableIssues(fact, at),
      ...viewIssues(fact, folder.terms.definitions.views, at),
      ...reads
        .filter(({ project, dataset }) => project === null && own(dataset))
        .map(({ dataset }) => issue('fact-reads-results', at, { fact: fact.id, dataset })),
    ];
  });
}

function tableIssues({ source, freshness }: Fact, at: Position): Issue[] {
  const tables = [
    ...('table' in source ? [source.table] : []),
    ...(freshness === null || freshness.table === null ? [] : [freshness.table]),
  ];
  return tables.filter((table) => !table.includes('.')).map((table) => issue('bigquery-no-dataset', at, { table }));
}

type Views = Definitions['views'];

const textOf = (view: string, views: Views): string | null => views.find(({ name }) => name === view)?.bigquery ?? null;

/** That BigQuery has no text of the view that a fact reads. */
export function withoutText({ source, clause }: Fact, views: Views): Issue[] {
  if ('table' in source || textOf(source.view, views) !== null) return [];
  return [issue('view-engine-missing', inFile(clause.file, clause.line), { view: source.view, engine: 'BigQuery' })];
}

/** What delivers to BigQuery what an export has, under names of its own. */
const DELIVERED: Readonly<Record<string, string>> = {
  'meta-ads-export@1': 'facebook-ads@1',
  'google-ads-export@1': 'google-ads@1',
  'tiktok-ads-export@1': 'tiktok-ads@1',
};

/** Columns that definitions read and that no table of BigQuery can have, by the names that files give them. */
export function fileColumns(definitions: Definitions): Issue[] {
  return definitions.facts.flatMap((fact): Issue[] => {
    const { source, clause } = fact;
    const headers = 'table' in source ? (source.columns ?? []) : [];
    const read = new Set(columnsNamed(fact, definitions).map(({ column }) => column));
    const pack = presetOfClause(clause);
    const fits = pack === null ? undefined : DELIVERED[pack];
    const advice = fits === undefined ? '@advice.column-file' : `@advice.column-pack:${pack}|${fits}`;
    return headers
      .filter(({ name, header }) => read.has(name) && !isBigqueryColumn(header))
      .map(({ header }) => issue('bigquery-no-column', inFile(clause.file, clause.line), { fact: fact.id, column: quote(header), advice }));
  });
}

function viewIssues(fact: Fact, views: Views, at: Position): Issue[] {
  const { source } = fact;
  const text = 'table' in source ? null : textOf(source.view, views);
  if ('table' in source || text === null) return withoutText(fact, views);
  return bigqueryViewIssues({
    view: source.view,
    file: viewFile({ file: at.path }, source.view, 'bigquery'),
    text,
  });
}

/** Whether a dataset's name is one that shared views or the record of access have. */
function isOwnName(dataset: string): boolean {
  return dataset === AUDIT_DATASET || /^(share|facts)_/.test(dataset);
}

/** Datasets of raw data whose owners are not who they should be. */
function sourceIssues(contracts: readonly AgreedContract[], { settings, at }: WrittenSettings): Issue[] {
  return settings.sources.flatMap(({ dataset, owners, transfers }): Issue[] => {
    const where = at(['sources', dataset]);
    const refused = transfers.findIndex(({ kind }) => kind === 'shopify');
    if (refused >= 0) return [issue('transfer-not-offered', at(['sources', dataset, 'transfers', refused, 'kind']), { dataset })];
    if (dataset === settings.dataset || isOwnName(dataset)) return [issue('source-name-taken', where, { dataset })];
    const readers = contracts.filter(({ folder }) => readsOf(folder.terms, settings.project).some((read) => datasetKey(read) === dataset));
    if (readers.length === 0) return [issue('source-not-read', where, { dataset })];
    return [
      ...twoOwners(dataset, readers, where),
      ...owners.flatMap((owner, index) => foreignOwner(dataset, owner, readers, at(['sources', dataset, 'owners', index]))),
    ];
  });
}

function twoOwners(dataset: string, readers: readonly AgreedContract[], where: Position): Issue[] {
  const named = readers.map(({ folder }) => {
    const { contract } = folder.terms;
    return { contract: contract.id, owner: localText(contract.parties[contract.data.owner].name, 'en') };
  });
  const [first, ...rest] = named;
  const other = rest.find(({ owner }) => owner !== first?.owner);
  if (first === undefined || other === undefined) return [];
  const params = { dataset, contract: first.contract, owner: quote(first.owner), second: other.contract, other: quote(other.owner) };
  return [issue('source-two-owners', where, params)];
}

function foreignOwner(dataset: string, owner: string, readers: readonly AgreedContract[], where: Position): Issue[] {
  return readers.flatMap(({ folder }): Issue[] => {
    const { contract } = folder.terms;
    const party = otherParty(contract.data.owner);
    const { analyst, viewer } = contract.parties[party].access;
    if (![...analyst, ...viewer].includes(owner)) return [];
    const params = { found: quote(owner), dataset, party: `@${party}`, contract: contract.id, owner: `@${contract.data.owner}` };
    return [issue('source-owner-other-party', where, params)];
  });
}
