import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job, Table } from '@google-cloud/bigquery';
import { digest } from '../../kernel/canonical.js';
import type { PublishedRun, PublishedTable } from '../../kernel/published-table.js';
import { bigquery } from '../../query/dialects/bigquery.js';
import { render, sql, trusted } from '../../query/sql.js';
import type { BigqueryClient } from './client.js';
import { type ApiTrouble, apiTrouble, BigqueryFailure, failureOf, isTransient } from './failure.js';
import type { BigqueryJobs } from './jobs.js';

/** A table that has just been made may not be known everywhere for minutes: about four, with the client's waits. */
const TRIES = 16;
/** About as much as one load job is given. */
const MOST_BYTES = 50_000_000;

/**
 * Appends runs to a table, making dataset and table where they are not there. What is there is not written again, whoever else
 * publishes at the same time: a load job writes all of its rows or none, and its id is told by what was in the table when it was
 * asked for. Of two writers who saw the same table only one gets that id; the other looks again.
 * @returns how many of the runs were not there before.
 */
export async function publishRuns(
  client: BigqueryClient,
  jobs: BigqueryJobs,
  dataset: string,
  table: PublishedTable,
  runs: readonly PublishedRun[],
): Promise<number> {
  const target = await makeTable(client, dataset, table);
  if (runs.length === 0) return 0;
  const look = () => runsIn(client, jobs, dataset, table.id);
  let known = await look();
  const missing = () => runs.filter((run) => !known.has(keyOf(run)));
  const before = missing().length;
  // of a state of the table that was met before (rows were deleted), the next id
  let turn = 1;
  let hidden = 0;
  for (let left = missing(); left.length > 0; left = missing()) {
    const batch = firstOf(left);
    const became = await load({ client, target, what: `${dataset}.${table.id}`, known, turn }, batch);
    if (became === 'written') {
      known = new Set([...known, ...batch.map(keyOf)]);
      turn = 1;
      continue;
    }
    const now = await look();
    const isSame = now.size === known.size && [...now].every((key) => known.has(key));
    if (!isSame) turn = 1;
    else if (became === 'earlier') turn += 1;
    else {
      hidden += 1;
      if (hidden === TRIES) throw BigqueryFailure.of('bigquery-publishing', { table: `${dataset}.${table.id}` }, true);
      await client.wait(hidden);
    }
    known = now;
  }
  return before;
}

const keyOf = ({ contract, period, run }: Pick<PublishedRun, 'contract' | 'period' | 'run'>): string => `${contract}/${period}/${run}`;

/** As many of the runs, in their order, as one job is given. */
function firstOf(runs: readonly PublishedRun[]): PublishedRun[] {
  const batch: PublishedRun[] = [];
  let bytes = 0;
  for (const run of runs) {
    if (bytes > MOST_BYTES) break;
    batch.push(run);
    bytes += JSON.stringify(run.rows).length;
  }
  return batch;
}

/** Makes dataset and table where they are not there. */
async function makeTable(client: BigqueryClient, dataset: string, table: PublishedTable): Promise<Table> {
  const { location } = client.access;
  const target = client.bigquery.dataset(dataset, { location });
  if (!(await isThere(client, dataset, () => target.getMetadata()))) {
    await make(client, dataset, () => client.bigquery.createDataset(dataset, { location }));
  }
  const found = target.table(table.id);
  if (await isThere(client, `${dataset}.${table.id}`, () => found.getMetadata())) return found;
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
  await make(client, `${dataset}.${table.id}`, () => target.createTable(table.id, options));
  return found;
}

function isThere(client: BigqueryClient, what: string, call: () => Promise<unknown>): Promise<boolean> {
  const asked = { what, runs: false, readAt: null, writes: true as const };
  return client.call(
    asked,
    () => call().then(() => true),
    ({ status }) => (status === 404 ? false : null),
  );
}

/** What somebody else has made in the meantime is as good. */
function make(client: BigqueryClient, what: string, call: () => Promise<unknown>): Promise<boolean> {
  const asked = { what, runs: false, readAt: null, writes: true as const };
  return client.call(
    asked,
    () => call().then(() => true),
    ({ status }) => (status === 409 ? true : null),
  );
}

/** The runs that are in a table now. */
async function runsIn(client: BigqueryClient, jobs: BigqueryJobs, dataset: string, table: string): Promise<ReadonlySet<string>> {
  const path = trusted(bigquery.quote(`${client.access.project}.${dataset}.${table}`));
  const asked = sql`SELECT contract, period, CAST(run AS STRING) AS run FROM ${path} GROUP BY contract, period, run`;
  const statement = render('runs that are published', asked, bigquery.placeholder);
  for (let tries = 1; ; tries++) {
    try {
      const rows = await jobs.rows(`${dataset}.${table}`, statement, 'now');
      return new Set(rows.map(({ contract, period, run }) => `${contract ?? ''}/${period ?? ''}/${run ?? ''}`));
    } catch (error) {
      const isNew = error instanceof BigqueryFailure && error.code === 'bigquery-table-missing';
      if (!isNew || tries === TRIES) throw error;
      await client.wait(tries);
    }
  }
}

interface Place {
  readonly client: BigqueryClient;
  readonly target: Table;
  readonly what: string;
  /** What is in the table. */
  readonly known: ReadonlySet<string>;
  readonly turn: number;
}

/**
 * - `written`: all rows are in the table.
 * - `earlier`: a job of this id had ended before.
 * - `hidden`: there is one of somebody else's, and nobody says how it stands.
 */
type Became = 'written' | 'earlier' | 'hidden';

/** Writes runs with one job, unless there is one already for the table as it was seen. */
async function load(place: Place, runs: readonly PublishedRun[]): Promise<Became> {
  const { client, what, known, turn } = place;
  const name = `concord_publish_${digest([client.access.project, what, [...known].sort(), turn]).slice('sha256:'.length, 'sha256:'.length + 40)}`;
  const asked = { what, runs: false, readAt: null, writes: true as const };
  let failed = 0;
  for (let attempt = 1; ; attempt++) {
    const id = attempt === 1 ? name : `${name}_${attempt}`;
    const isOwn = await client.call(
      asked,
      () => upload(place, id, runs).then(() => true),
      ({ status }) => (status === 409 ? false : null),
    );
    const ended = await endOf(client, asked, client.job(id));
    if (ended === 'hidden') return 'hidden';
    if (ended === null) return isOwn ? 'written' : 'earlier';
    // nothing of it was written; what failed in this call and need not fail again is tried again
    if (!isOwn) continue;
    failed += 1;
    const passes = isTransient(ended) || ended.reason === 'notFound';
    if (!passes || failed === TRIES) throw failureOf(ended, { ...asked, ...client.access, tries: failed });
    await client.wait(failed);
  }
}

async function upload({ target }: Place, jobId: string, runs: readonly PublishedRun[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-publish-'));
  try {
    const file = join(folder, 'rows.json');
    await writeFile(file, runs.flatMap(({ rows }) => rows.map((row) => `${JSON.stringify(row)}\n`)).join(''));
    const how = { writeDisposition: 'WRITE_APPEND', createDisposition: 'CREATE_NEVER', sourceFormat: 'NEWLINE_DELIMITED_JSON' };
    await target.createLoadJob(file, { jobId, ...how });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How a job ended: null where it did what it was to do. */
async function endOf(
  client: BigqueryClient,
  asked: Parameters<BigqueryClient['call']>[0],
  job: Job,
): Promise<ApiTrouble | 'hidden' | null> {
  for (let tries = 1; ; tries++) {
    const found = await client.call<unknown>(
      asked,
      async () => (await job.getMetadata())[0],
      (trouble) => {
        return trouble.status === 403 && !isTransient(trouble) ? 'hidden' : null;
      },
    );
    if (found === 'hidden') return 'hidden';
    const { status } = found as { readonly status?: { readonly state?: string; readonly errorResult?: { readonly reason?: string } } };
    if (status?.state !== 'DONE') {
      await client.wait(Math.min(tries, 4));
      continue;
    }
    const { errorResult } = status;
    return errorResult === undefined ? null : apiTrouble({ code: errorResult.reason === 'notFound' ? 404 : 400, errors: [errorResult] });
  }
}
