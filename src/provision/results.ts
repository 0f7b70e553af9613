import type { PublishedTable } from '../kernel/published-table.js';
import { PUBLISHED_TABLES } from '../kernel/published-tables.js';
import type { ResourceSpec, StackSettings } from './model.js';
import { accountEntry, labelsOf, NAMES, output, ownerEntries, specOf, viewsEntry } from './spec.js';

/**
 * The dataset that `concord publish` writes to: results of all contracts, which no party reads. Each contract's share
 * dataset shows its own rows.
 * @param shares contracts whose share datasets may read it.
 */
export function resultSpecs(settings: StackSettings, shares: readonly string[]): ResourceSpec[] {
  const { project, location, dataset } = settings;
  const because = ['stack: dataset'];
  return [
    specOf({
      name: NAMES.results,
      type: 'gcp:bigquery/dataset:Dataset',
      inputs: {
        project,
        location,
        datasetId: dataset,
        description: 'Results of all contracts; parties read the views of their contract',
        labels: labelsOf('results'),
        accesses: [
          ...ownerEntries(settings),
          accountEntry('WRITER', NAMES.engine),
          ...shares.map((contract) => viewsEntry(project, NAMES.share(contract))),
        ],
        deletionPolicy: 'PREVENT',
      },
      protect: true,
      because,
    }),
    ...PUBLISHED_TABLES.map((table) =>
      specOf({
        name: `${NAMES.results}/${table.id}`,
        type: 'gcp:bigquery/table:Table',
        inputs: {
          project,
          datasetId: output(NAMES.results, 'datasetId'),
          tableId: table.id,
          description: table.description.en,
          labels: labelsOf('results'),
          schema: schemaOf(table),
          timePartitioning: { type: 'DAY', field: table.partitionBy },
          clusterings: [...table.clusterBy],
          deletionProtection: true,
        },
        protect: true,
        because,
      }),
    ),
  ];
}

/** The columns as BigQuery has them: the same that publishing makes where nobody provisioned the table. */
function schemaOf({ columns }: PublishedTable): string {
  return JSON.stringify(
    columns.map(({ name, type, required, description }) => ({
      name,
      type,
      mode: required === true ? 'REQUIRED' : 'NULLABLE',
      description: description.en,
    })),
  );
}
