import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewText } from '../../src/report/settlement-proposal.js';
import { periodFor, scorePeriods } from '../../src/running/period-score.js';
import { readContract } from '../../src/running/repository.js';
import { sampleStory } from '../../src/sample/story.js';
import { contextFor } from '../in-process.js';

/*
 * A month as it is played: what the comment of the settlement's draft says on some of its days, in both languages. Read them as somebody
 * who has never seen one: on each it has to be plain within a minute how the month goes and what is needed.
 */

const CONTRACTS = new URL('../../contracts/', import.meta.url);
const { contract, steps } = sampleStory();
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-month-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const own = ['contract.yaml', 'definitions.yaml', 'views/first_orders.duckdb.sql'].map((name) => `${contract}/${name}`);
  for (const path of ['workspace.yaml', ...own]) write(`contracts/${path}`, readFileSync(new URL(path, CONTRACTS), 'utf8'));
  for (const { events } of steps) for (const event of events) write(`contracts/${contract}/events/${event.file}`, event.yaml);
  for (const [path, csv] of steps.at(-1)?.data ?? []) write(`data/${path}`, csv);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each(['2026-10-01', '2026-10-05', '2026-10-15', '2026-10-25'])(
  'on %s',
  async (asOf) => {
    const context = contextFor({ root, asOf });
    const read = await readContract(context.files, contract);
    const [scored] = await scorePeriods([{ context, contract: read, period: periodFor(context, read, null), outlook: true }]);
    if (scored === undefined || !('card' in scored) || scored.card === null) throw new Error(JSON.stringify(scored));
    await expect(previewText(scored.card, scored.report)).toMatchFileSnapshot(`month/${asOf}.md`);
  },
  120_000,
);
