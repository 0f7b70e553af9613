import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { explain } from '../../src/commands/run/explain.js';
import { type CommandPlace, contextFor, run } from '../in-process.js';
import { golden } from '../media/golden-texts.js';

/* Orders that stand twice in an export: whoever sits before it is shown a few of them, and nobody else. */

const { id, texts } = golden('dispute-three-ends');
const root = mkdtempSync(join(tmpdir(), 'concord-keys-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** With a fee that is computed from no data. */
for (const [path, text] of texts) put(path, text.replace(/^fees:$/m, 'fees:\n  - { id: base, kind: retainer, amount: 5 }'));
put('data/shop/loads.csv', 'loaded_at\n2026-02-01T06:00:00Z\n');

/** Seven orders in January, of which six stand twice and the seventh three times; one in December that does as well. */
const TWICE = ['s1', 's2', 's3', 's4', 's5', 's6'];
const rows = [...TWICE, ...TWICE, 's7', 's7', 's7'].map((key) => `${key},2026-01-05T12:00:00Z,1000`);
const SALES = ['id,paid_at,amount', ...rows, 'old,2025-12-05T12:00:00Z,1', 'old,2025-12-05T12:00:00Z,1', 'sole,2026-01-09T12:00:00Z,1'];

const shown = async (more: Partial<CommandPlace>, line: string | null = null) => {
  const context = { ...contextFor({ root, data: join(root, 'data'), asOf: '2026-02-02', format: 'pretty' }), ...more };
  const { exitCode, output, errors, crash } = await run(context, (each) => explain(each, { contract: id, period: '2026-01', line }));
  expect([exitCode, crash], errors).toEqual([0, null]);
  return output;
};

test('the owner is shown five, those of the most rows first', async () => {
  put('data/shop/sales.csv', `${SALES.join('\n')}\n`);
  const output = await shown({ eyes: 'owner' });
  expect([...output.matchAll(/^ *(\w+): (\d) rows$/gm)].map(([, key, count]) => `${key} ${count}`)).toEqual([
    's7 3',
    's1 2',
    's2 2',
    's3 2',
    's4 2',
  ]);
  expect(output).toContain('Shown on this screen only');
});

test('nobody else is: no JSON, no Markdown, no screen that is not the owner’s', async () => {
  for (const more of [{}, { format: 'json' }, { format: 'markdown' }] as const) expect(await shown(more)).not.toMatch(/\bs[1-7]\b/);
  // and whoever keeps what is printed is told where they are
  const said = async (locale: 'en' | 'zh') => (await shown({ locale })).replaceAll(/\s+/g, ' ');
  expect(await said('en')).toContain('Which keys stand more than once is shown on a screen alone: run it in a terminal where the data are');
  expect((await said('zh')).replaceAll(' ', '')).toContain('哪些主键重复，只在屏幕上显示：请在有数据的机器上直接在终端运行');
});

test('a line that is computed from other data, or from none, says nothing of them', async () => {
  const said = 'Which keys stand more than once';
  expect(await shown({}, 'base')).not.toContain(said);
  expect(await shown({ eyes: 'owner' }, 'base')).not.toContain('s7');
  // a commission on it, and the tax on all of them
  for (const line of ['a', 'vat']) expect(await shown({}, line)).toContain(said);
});

test('a duplicate of another month is none of this one', async () => {
  put('data/shop/sales.csv', `${SALES.filter((row) => !/^s[2-7]/.test(row)).join('\n')}\n`);
  const output = await shown({ eyes: 'owner' });
  expect(output).toContain('s1: 2 rows');
  expect(output).not.toContain('old');
});
