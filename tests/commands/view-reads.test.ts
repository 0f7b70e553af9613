import { expect, test } from 'vitest';
import { amend } from '../../src/amendment/amend.js';
import { withViewReads } from '../../src/running/check-views.js';
import { contextFor } from '../in-process.js';
import { terms } from '../lint/build-terms.js';

test('the views of several contracts are read in one session, each under its own contract', async () => {
  const context = contextFor({ root: '.' });
  let sessions = 0;
  const counted: typeof context = {
    ...context,
    checkViews: async (views) => {
      sessions += 1;
      return { issues: [], tables: new Map(views.map(({ file }) => [file, [`shop.${file.split('/')[1]}`]])) };
    },
  };
  const changed = ['one-account', 'two-account'].map((id) => {
    const built = terms();
    const views = [{ name: 'v', duckdb: 'select 1', bigquery: null }];
    const of = { ...built, contract: { ...built.contract, id }, definitions: { ...built.definitions, views } };
    const amendment = amend({ base: built, head: of, asOf: '2026-03-01', ledger: [], events: [], firstSigned: null, recordsChanged: [] });
    return { terms: of, amendment, access: [], records: [] };
  });
  const found = await withViewReads(counted, changed);
  expect(sessions).toBe(1);
  expect(found.map(({ reads }) => reads?.map(({ tables }) => tables.map(({ table }) => table)))).toEqual([
    [['shop.one-account']],
    [['shop.two-account']],
  ]);
});
