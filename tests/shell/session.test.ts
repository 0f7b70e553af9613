import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { EngineError } from '../../src/shell/duckdb/engine-error.js';
import { openSession, type Session } from '../../src/shell/duckdb/session.js';

/* The engine as it is handed to statements: closed in before the first of them, so that none can open it again. */

let folder: string;
let session: Session;

beforeAll(async () => {
  // Not the machine's own zone.
  vi.stubEnv('TZ', 'Asia/Tokyo');
  folder = mkdtempSync(join(tmpdir(), 'concord-session-'));
  writeFileSync(join(folder, 'inside.csv'), 'a\n1\n');
  session = await openSession({ dataFolder: folder });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = (sql: string) => session.query({ sql, params: [] });

test('reads files of the data folder, in UTC', async () => {
  expect(await rows(`SELECT a::VARCHAR AS a FROM read_csv('${join(folder, 'inside.csv')}')`)).toEqual([{ a: '1' }]);
  const clock = `SELECT current_setting('TimeZone') AS zone, strftime(TIMESTAMPTZ '2026-07-01T00:30:00Z', '%Y-%m-%d %H:%M') AS local`;
  expect(await rows(clock)).toEqual([{ zone: 'UTC', local: '2026-07-01 00:30' }]);
});

describe('no statement gets out of it', () => {
  const outside = join(tmpdir(), `concord-session-outside-${process.pid}.csv`);
  test.each([
    ['a file elsewhere', `SELECT * FROM read_csv('${outside}')`, /Permission Error/],
    ['a file that is written elsewhere', `COPY (SELECT 1 AS a) TO '${outside}'`, /Permission Error/],
    ['another database', `ATTACH '${outside}' AS other`, /Permission Error/],
    ['an address', `SELECT * FROM read_csv('https://example.com/a.csv')`, /Permission Error|httpfs|Missing Extension/],
    ['an extension', 'INSTALL httpfs', /Permission Error/],
    ['access switched on again', 'SET enable_external_access = true', /locked|Cannot change/],
    ['the lock taken off', 'SET lock_configuration = false', /locked|Cannot change/],
    ['another zone', `SET TimeZone = 'Asia/Shanghai'`, /locked|Cannot change/],
  ])('%s', async (_, sql, message) => {
    const refused: unknown = await session.execute(sql).catch((error: unknown) => error);
    if (!(refused instanceof EngineError)) throw new Error('it was done');
    expect(refused.ofText()).toMatch(message);
  });
});
