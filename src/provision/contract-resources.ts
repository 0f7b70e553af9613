import type { Fact } from '../contract/model.js';
import { DASHBOARD_TABLES } from '../kernel/published-tables.js';
import { bigquery } from '../query/dialects/bigquery.js';
import type { AgreedContract } from './agreed.js';
import { factQuery } from './fact-view.js';
import type { Grant, InputValue, ResourceSpec, StackSettings } from './model.js';
import { datasetKey, readsOf } from './reads.js';
import { datasetId, labelsOf, memberEntry, NAMES, output, ownerEntries, specOf, untilExit } from './spec.js';

/** A contract with what it grants; nothing is made for one that grants nothing any more. */
export interface GrantingContract {
  readonly agreed: AgreedContract;
  readonly grants: readonly Grant[];
}

/** Everything that serves one contract alone: what its parties read, and the right to ask. */
export function contractSpecs({ agreed, grants }: GrantingContract, settings: StackSettings): ResourceSpec[] {
  const { contract } = agreed.folder.terms;
  const results = grants.filter(({ what }) => what.kind === 'results');
  if (results.length === 0) return [];
  return [
    ...shareSpecs(contract.id, results, settings),
    ...(showsFacts(grants) ? factsSpecs(agreed, grants, settings) : []),
    ...results.filter(({ role }) => role === 'analyst').map((grant) => jobSpec(grant, settings)),
  ];
}

/** Whether somebody may see facts: only then are there views of them. */
export function showsFacts(grants: readonly Grant[]): boolean {
  return grants.some(({ what }) => what.kind === 'fact');
}

function shareSpecs(id: string, grants: readonly Grant[], settings: StackSettings): ResourceSpec[] {
  const share = NAMES.share(id);
  const because = grants.map((grant) => grant.because);
  const views = DASHBOARD_TABLES.map((table): ResourceSpec => {
    const columns = table.columns.map(({ name }) => `  ${bigquery.quote(name)}`).join(',\n');
    const from = bigquery.quote(`${settings.project}.${settings.dataset}.${table.id}`);
    return viewSpec(
      {
        name: `${share}/${table.id}`,
        dataset: share,
        view: table.id,
        description: table.description.en,
        // An id of a contract is lower-case letters, digits and dashes: nothing in it can end the literal.
        query: `SELECT\n${columns}\nFROM ${from}\nWHERE contract = '${id}'`,
        after: [NAMES.results, `${NAMES.results}/${table.id}`],
        contract: id,
        because,
      },
      settings,
    );
  });
  return [datasetSpec('share', id, grants, 'Scorecards, statements and outlooks of one contract, for its parties', settings), ...views];
}

function factsSpecs({ folder }: AgreedContract, grants: readonly Grant[], settings: StackSettings): ResourceSpec[] {
  const { contract, definitions } = folder.terms;
  const facts = NAMES.facts(contract.id);
  const managed = new Set(settings.sources.map(({ dataset }) => dataset));
  const rowsRead = (fact: Fact): string[] =>
    readsOf({ ...folder.terms, definitions: { ...definitions, facts: [fact] } }, settings.project)
      .filter(({ rows }) => rows)
      .map((read) => (managed.has(datasetKey(read)) ? NAMES.source(read.dataset) : `${NAMES.source(datasetKey(read))}/${facts}`));
  const views = definitions.facts.flatMap((fact): ResourceSpec[] => {
    const query = factQuery(fact, definitions, settings.project);
    if (query === null) return [];
    const clause = `${fact.clause.file}:${fact.clause.line}`;
    return [
      viewSpec(
        {
          name: `${facts}/${fact.id}`,
          dataset: facts,
          view: fact.id,
          description: `Rows of the fact ${fact.id}, by the columns that the definitions use`,
          query,
          after: rowsRead(fact),
          contract: contract.id,
          because: [clause],
        },
        settings,
      ),
    ];
  });
  const [first] = grants.filter(({ what }) => what.kind === 'fact').map(({ what }) => (what.kind === 'fact' ? what.fact : ''));
  // Who sees one fact sees all of them: the dataset's entries are those of its first.
  const entries = grants.filter(({ what }) => what.kind === 'fact' && what.fact === first);
  return [datasetSpec('facts', contract.id, entries, 'Facts of one contract, for its analysts', settings), ...views];
}

/** A dataset that members read until the exit date. */
function datasetSpec(
  kind: 'share' | 'facts',
  contract: string,
  grants: readonly Grant[],
  description: string,
  settings: StackSettings,
): ResourceSpec {
  const readers = grants.map((grant): InputValue => memberEntry('READER', grant.member, exitOfGrant(grant)));
  return specOf({
    name: NAMES[kind](contract),
    type: 'gcp:bigquery/dataset:Dataset',
    inputs: {
      project: settings.project,
      location: settings.location,
      datasetId: datasetId(kind, contract),
      description,
      labels: labelsOf(kind, contract),
      accesses: [...ownerEntries(settings), ...readers],
    },
    contract,
    because: grants.map((grant) => grant.because),
  });
}

interface View {
  readonly name: string;
  /** Name of the spec of its dataset. */
  readonly dataset: string;
  readonly view: string;
  readonly description: string;
  readonly query: string;
  readonly after: readonly string[];
  readonly contract: string;
  readonly because: readonly string[];
}

function viewSpec({ name, dataset, view, description, query, after, contract, because }: View, { project }: StackSettings): ResourceSpec {
  return specOf({
    name,
    type: 'gcp:bigquery/table:Table',
    inputs: {
      project,
      datasetId: output(dataset, 'datasetId'),
      tableId: view,
      description,
      labels: labelsOf('view', contract),
      view: { query, useLegacySql: false },
      // A view holds no data: protecting it would only keep what was agreed from being changed.
      deletionProtection: false,
    },
    dependsOn: after,
    contract,
    because,
  });
}

/** Analysts run queries, which the project pays for; viewers read what is drawn for them. */
function jobSpec(grant: Grant, { project }: StackSettings): ResourceSpec {
  return specOf({
    name: `${grant.contract}/jobs/${grant.member}`,
    type: 'gcp:projects/iAMMember:IAMMember',
    inputs: { project, role: 'roles/bigquery.jobUser', member: grant.member, condition: exitOfGrant(grant) },
    contract: grant.contract,
    because: [grant.because],
  });
}

function exitOfGrant({ contract, expiresAt, until }: Grant) {
  return untilExit(contract, { expiresAt, accessUntil: until });
}
