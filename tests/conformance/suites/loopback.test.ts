import { BigQuery } from '@google-cloud/bigquery';
import { PassThroughClient } from 'google-auth-library';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Evaluator } from '../evaluator/evaluator.js';
import { LoopbackBigquery } from '../loopback/loopback-bigquery.js';

/*
 * The official client, as it is, against the loopback server: what the two say to one another is what BigQuery's REST says.
 */

let evaluator: Evaluator;
let loopback: LoopbackBigquery;
let client: BigQuery;

beforeAll(async () => {
  evaluator = await Evaluator.start();
  loopback = new LoopbackBigquery(evaluator);
  const apiEndpoint = await loopback.start();
  client = new BigQuery({ projectId: loopback.project, apiEndpoint, authClient: new PassThroughClient(), location: 'US' });
});
afterAll(async () => {
  await loopback.stop();
  evaluator.stop();
});

const schema = {
  fields: [
    { name: 'event_date', type: 'STRING' },
    { name: 'user', type: 'INTEGER' },
    { name: 'value', type: 'NUMERIC' },
    {
      name: 'params',
      type: 'RECORD',
      mode: 'REPEATED',
      fields: [
        { name: 'key', type: 'STRING' },
        { name: 'value', type: 'RECORD', fields: [{ name: 'int_value', type: 'INTEGER' }] },
      ],
    },
  ],
};

describe('datasets and tables', () => {
  it('are made once', async () => {
    await client.createDataset('web', { location: 'US' });
    await client.dataset('web').createTable('events_20260301', { schema });
    await client.dataset('web').createTable('events_20260302', { schema });
    await expect(client.createDataset('web')).rejects.toMatchObject({ code: 409 });
    await expect(client.dataset('web').createTable('events_20260301', { schema })).rejects.toMatchObject({ code: 409 });
    expect((await client.getDatasets())[0].map(({ id }) => id)).toEqual(['web']);
    expect((await client.dataset('web').getTables())[0].map(({ id }) => id)).toEqual(['events_20260301', 'events_20260302']);
  });

  it('take rows, and describe themselves', async () => {
    const params = [
      { key: 'ga_session_id', value: { int_value: '7' } },
      { key: 'page', value: null },
    ];
    await client
      .dataset('web')
      .table('events_20260301')
      .insert([{ event_date: '20260301', user: '1', value: '10.5', params }]);
    await client
      .dataset('web')
      .table('events_20260302')
      .insert([{ event_date: '20260302', user: '2', value: '-0.000000001', params: [] }]);
    const [metadata] = await client.dataset('web').table('events_20260301').getMetadata();
    expect(metadata.schema.fields.map(({ name, type, mode }: { name: string; type: string; mode: string }) => [name, type, mode])).toEqual([
      ['event_date', 'STRING', 'NULLABLE'],
      ['user', 'INTEGER', 'NULLABLE'],
      ['value', 'NUMERIC', 'NULLABLE'],
      ['params', 'RECORD', 'REPEATED'],
    ]);
    expect(metadata).toMatchObject({ numRows: '1', location: 'US', streamingBuffer: {} });
  });
});

describe('rows that are streamed in', () => {
  it('are at most 500 and 5 MB in a request', async () => {
    await client.createDataset('stream', { location: 'US' });
    await client.dataset('stream').createTable('rows', { schema: { fields: [{ name: 'note', type: 'STRING' }] } });
    const table = client.dataset('stream').table('rows');
    const notes = (count: number, note: string) => Array.from({ length: count }, () => ({ note }));
    await table.insert(notes(500, 'x'));
    await expect(table.insert(notes(501, 'x'))).rejects.toMatchObject({ code: 400 });
    await expect(table.insert(notes(6, 'x'.repeat(1_000_000)))).rejects.toMatchObject({ code: 413 });
    expect(loopback.store.find('stream.rows', null)?.table.rows).toHaveLength(500);
  });
});

describe('queries', () => {
  it('reach into nested records, and over tables of one prefix', async () => {
    const query = `SELECT _TABLE_SUFFIX AS suffix, user, (SELECT p.value.int_value FROM UNNEST(params) AS p WHERE p.key = 'ga_session_id') AS session
      FROM web.\`events_*\` WHERE _TABLE_SUFFIX BETWEEN '20260301' AND '20260331' ORDER BY suffix`;
    const [rows] = await client.query({ query });
    expect(rows).toEqual([
      { suffix: '20260301', user: 1, session: 7 },
      { suffix: '20260302', user: 2, session: null },
    ]);
  });

  it('take named parameters and give typed values', async () => {
    const query = 'SELECT COUNT(*) AS n, SUM(value) AS total, MAX(event_date) AS last FROM web.events_20260302 WHERE event_date = @day';
    const [rows] = await client.query({ query, params: { day: '20260302' } });
    expect(rows.map((row) => ({ ...row, total: String(row.total) }))).toEqual([{ n: 1, total: '-1e-9', last: '20260302' }]);
  });

  it('are told apart: dry runs, errors, jobs', async () => {
    const query = 'SELECT user FROM web.events_20260301';
    const [job] = await client.createQueryJob({ query, dryRun: true });
    expect(job.metadata.statistics).toMatchObject({ totalBytesProcessed: '8', query: { statementType: 'SELECT' } });
    await expect(client.query({ query: 'SELECT nothing FROM web.events_20260301' })).rejects.toThrow(/Unrecognized name: nothing/);
    await expect(client.query({ query: 'SELECT 1 FROM web.absent' })).rejects.toThrow(/Not found: Table acme-reporting:web.absent/);
    await expect(client.query({ query, location: 'EU' })).rejects.toThrow(/not found in location EU/);
    const id = 'one_of_a_kind';
    const [first] = await client.createQueryJob({ query, jobId: id });
    expect((await first.getQueryResults())[0]).toEqual([{ user: 1 }]);
    await expect(client.createQueryJob({ query, jobId: id })).rejects.toMatchObject({ code: 409 });
  });
});
