import type { PublishedRun, PublishedTable } from '../../kernel/published-table.js';
import { bigquery } from '../../query/bigquery.js';
import { bind, render, sql, trusted } from '../../query/sql.js';
import type { BigqueryClient } from './bigquery-client.js';
import { BigqueryFailure } from './bigquery-failure.js';
import type { BigqueryJobs } from './bigquery-jobs.js';

/** A table that has just been made may not be known everywhere yet. */
const INSERT_TRIES = 5;

type Answer = 'there' | 'missing' | 'made';

/**
 * Appends runs to a table, making dataset and table where they are not there. A run that is there is not written again: the
 * table is asked for it first, and rows carry ids by which BigQuery drops what reaches it twice.
 * @returns how many runs were written.
 */
export async function publishRuns(
  client: BigqueryClient,
  jobs: BigqueryJobs,
  dataset: string,
  table: PublishedTable,
  runs: readonly PublishedRun[],
): Promise<number> {
  const made = await makeTable(client, dataset, table);
  let written = 0;
  for (const contract of new Set(runs.map((run) => run.contract))) {
    const known = made ? new Set<string>() : await runsOf(client, jobs, `${dataset}.${table.id}`, contract);
    for (const run of runs) {
      if (run.contract !== contract || known.has(keyOf(run.period, String(run.run)))) continue;
      await insert(client, dataset, table.id, run);
      written += 1;
    }
  }
  return written;
}

const keyOf = (period: string, run: string): string => `${period}/${run}`;

/** @returns whether the table was made now. */
async function makeTable(client: BigqueryClient, dataset: string, table: PublishedTable): Promise<boolean> {
  const target = client.bigquery.dataset(dataset);
  const name = `${dataset}.${table.id}`;
  const location = client.access.location;
  if ((await look(client, dataset, () => target.getMetadata())) === 'missing') {
    await make(client, dataset, () => client.bigquery.createDataset(dataset, { location }));
  }
  if ((await look(client, name, () => target.table(table.id).getMetadata())) === 'there') return false;
  const fields = table.columns.map((column) => ({
    name: column.name,
    type: column.type,
    mode: column.required === true ? 'REQUIRED' : 'NULLABLE',
    description: column.description.en,
  }));
  const options = {
    description: table.description.en,
    schema: { fields },
    timePartitioning: { type: 'DAY', field: table.partitionBy },
    clustering: { fields: [...table.clusterBy] },
  };
  return (await make(client, name, () => target.createTable(table.id, options))) === 'made';
}

function look(client: BigqueryClient, what: string, call: () => Promise<unknown>): Promise<Answer> {
  const there = async (): Promise<Answer> => {
    await call();
    return 'there';
  };
  return client.call({ what, runs: false, readAt: null }, there, ({ status }) => (status === 404 ? 'missing' : null));
}

/** What somebody else has made in the meantime is as good. */
function make(client: BigqueryClient, what: string, call: () => Promise<unknown>): Promise<Answer> {
  const made = async (): Promise<Answer> => {
    await call();
    return 'made';
  };
  return client.call({ what, runs: false, readAt: null }, made, ({ status }) => (status === 409 ? 'there' : null));
}

async function runsOf(client: BigqueryClient, jobs: BigqueryJobs, name: string, contract: string): Promise<ReadonlySet<string>> {
  const table = bigquery.quote(`${client.access.project}.${name}`);
  const asked = sql`SELECT period, CAST(run AS STRING) AS run FROM ${trusted(table)} WHERE contract = ${bind(contract)} GROUP BY period, run`;
  const rows = await jobs.rows(name, render('runs that are published', asked, bigquery.placeholder));
  return new Set(rows.map(({ period, run }) => keyOf(period ?? '', run ?? '')));
}

/** All rows of a run in one call, which BigQuery takes whole or not at all. */
async function insert(
  client: BigqueryClient,
  dataset: string,
  table: string,
  { contract, period, run, rows }: PublishedRun,
): Promise<void> {
  const what = `${dataset}.${table}`;
  const raw = rows.map((json, index) => ({ insertId: `${contract}/${period}/${run}/${index}`, json: { ...json } }));
  const target = client.bigquery.dataset(dataset).table(table);
  for (let attempt = 1; ; attempt++) {
    const done = await look(client, what, () => target.insert(raw, { raw: true }));
    if (done === 'there') return;
    if (attempt === INSERT_TRIES) throw new BigqueryFailure('bigquery-table-missing', { dataset, table }, true);
    await client.wait(attempt);
  }
}
