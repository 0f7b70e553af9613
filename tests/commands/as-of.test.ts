import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { exit } from '../../src/commands/run/exit.js';
import { explain } from '../../src/commands/run/explain.js';
import { writeExport } from '../../src/commands/run/export.js';
import { score } from '../../src/commands/run/score.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { why } from '../../src/commands/run/why.js';
import type { Outcome as Said } from '../../src/media/outcome.js';
import { type CommandPlace, contextFor, run } from '../in-process.js';
import { golden } from '../media/golden-texts.js';
import { memoryFiles } from '../memory-files.js';

/*
 * January is settled on 5 February and February on 5 March. Read as of 20 February, the second statement is not there for anybody who only
 * reads; read without a date, all of the ledger counts, whatever the day.
 */
const { id, texts, folder } = golden('dispute-three-ends');
const data = fileURLToPath(new URL('data', folder));
const place = (asOf: string) => ({ ...contextFor({ root: '/nowhere', data, asOf }), files: memoryFiles(texts) });
const PERIOD = { contract: null, period: null };
const dated = place('2026-02-20');
const undated = { ...dated, asOf: null };

beforeAll(async () => {
  for (const asOf of ['2026-02-05', '2026-03-05']) {
    expect((await run(place(asOf), (context) => settleDue(context, { ...PERIOD, preview: false }))).exitCode).toBe(0);
  }
});

async function said(context: CommandPlace, verb: (context: CommandPlace) => Promise<Said>): Promise<unknown> {
  return JSON.parse((await run(context, verb)).output);
}

test('a statement made after --as-of is owed by nobody, and is not the last one', async () => {
  // By hand: January's four lines are 100 + 200 + 300 + 400 and 10% of tax, February's nothing; nothing is paid.
  const left = (context: CommandPlace) => said(context, (given) => exit(given, null));
  expect(await left(dated)).toMatchObject({ final: { settledTo: '2026-01', balance: '1100.00' } });
  expect(await left(undated)).toMatchObject({ final: { settledTo: '2026-02', balance: '1100.00' } });
  const back = (context: CommandPlace) => said(context, (given) => why(given, { ...PERIOD, against: 'previous' }));
  expect(await back(dated)).toMatchObject({ period: '2026-01', data: [] });
  expect(await back(undated)).toMatchObject({ period: '2026-02' });
  const lines = (context: CommandPlace) => said(context, (given) => explain(given, { ...PERIOD, line: null }));
  expect(await lines(dated)).toMatchObject({ period: '2026-01' });
  expect(await lines(undated)).toMatchObject({ period: '2026-02' });
});

test('a period that was settled after --as-of is one that is measured now', async () => {
  const card = (context: CommandPlace) => said(context, (given) => score(given, { contract: null, period: '2026-02' }));
  expect(await card(dated)).not.toHaveProperty('settled');
  expect(await card(undated)).toMatchObject({ settled: { asOf: '2026-03-05', total: '0.00' } });
});

test('an export without a period, and one of a year, end where --as-of does', async () => {
  const exported = async (context: CommandPlace, year: string | null) => {
    const written = new Map<string, string>();
    const writeBytes = async (path: string, bytes: Uint8Array) => void written.set(path, new TextDecoder().decode(bytes));
    const options = { ...PERIOD, year, format: 'csv', out: null, folder: () => ({ writeBytes }) } as const;
    await run(context, (given) => writeExport(given, options));
    return [...written].map(([path, text]) => [path, /(^|,)2026-02(,|$)/m.test(text)]);
  };
  expect(await exported(dated, null)).toEqual([[`${id}-2026-01.csv`, false]]);
  expect(await exported(dated, '2026')).toEqual([[`${id}-2026.csv`, false]]);
  expect(await exported(undated, '2026')).toEqual([[`${id}-2026.csv`, true]]);
});

test('rows of days after --as-of are not known yet: the one sale of January is of the 5th', async () => {
  const rows = async (asOf: string) => {
    const january = { contract: null, period: '2026-01' };
    const card = (await said(place(asOf), (given) => score(given, january))) as { readonly facts: readonly { readonly rows: number }[] };
    return card.facts.map((fact) => fact.rows);
  };
  expect(await rows('2026-01-04')).toEqual([0]);
  expect(await rows('2026-01-05')).toEqual([1]);
  expect(await rows('2025-12-20')).toEqual([0]);
});
