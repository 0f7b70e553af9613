import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GOLDEN } from '../../scripts/golden.mjs';
import { runCli } from '../run-cli.js';

const FOLDER = join(GOLDEN, 'net-sales-bridge');

/** Rows of the page that were worked out by hand: `WHY | Mix | +152.13 |`. */
const byHand = readFileSync(join(FOLDER, 'hand.txt'), 'utf8')
  .split('\n')
  .flatMap((line) => (line.startsWith('WHY ') ? [line.slice('WHY '.length)] : []));

test('net sales of two markets, by tree, part, bridge and pay: every row as it was worked out by hand', async () => {
  const root = mkdtempSync(join(tmpdir(), 'concord-why-'));
  try {
    for (const folder of ['contracts', 'data']) cpSync(join(FOLDER, folder), join(root, folder), { recursive: true });
    const asked = ['why', 'net-sales-bridge', '2026-02', '--against', 'previous'];
    const { code, stdout, stderr } = await runCli([...asked, '--as-of', '2026-03-05', '--format', 'markdown', '--root', root]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const rows = stdout.split('\n');
    expect(byHand).toHaveLength(13);
    expect(byHand.filter((row) => !rows.includes(row))).toEqual([]);
    expect(stdout).toContain('a unit is a row of paid');
    expect(stdout).not.toMatch(/because|caused by|due to/i);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
