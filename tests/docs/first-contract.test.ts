import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPOSITORY, runCli } from '../run-cli.js';

/** Blocks of a chapter whose first line names a file, written below a new folder: what a reader does by copying them. */
function copyFiles(chapter: string): string {
  const root = mkdtempSync(join(tmpdir(), 'concord-guide-'));
  const text = readFileSync(join(REPOSITORY, 'docs/guide', chapter), 'utf8');
  for (const [, path = '', body = ''] of text.matchAll(/```(?:yaml|csv)\n# (\S+)\n([\s\S]*?)```/g)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), body);
  }
  return root;
}

describe.each(['07-first-contract.en.md', '07-first-contract.zh.md'])('the files of %s', (chapter) => {
  const root = copyFiles(chapter);
  const at = ['--root', root, '--as-of', '2026-02-10'];

  test('pass the check, with advice', async () => {
    const { code, stdout } = await runCli([...at, '--format', 'json', 'check', 'first']);
    const {
      issues,
      defaults,
    }: { issues: { code: string; severity: string }[]; defaults: Record<string, { path: string[]; value: string }[]> } = JSON.parse(stdout);
    expect(defaults.first?.map(({ path, value }) => `${path.join('.')}: ${value}`)).toEqual([
      'parties.brand.required: 1',
      'parties.provider.required: 1',
      'kpis.roas.cap: 100%',
      'kpis.roas.whenMissing: hold',
      'composite.minWeightLeft: 0%',
      'fees.base.prorate: true',
      'fees.reward.prorate: true',
    ]);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(issues.map((issue) => issue.code)).toEqual(
      expect.arrayContaining(['single-kpi', 'ratio-without-minimum', 'uncapped-exposure', 'no-review', 'no-exit']),
    );
    expect(code).toBe(0);
  });

  test('settle to the figures worked out by hand, and replay', async () => {
    const { stdout } = await runCli([...at, '--format', 'json', 'settle', 'first']);
    const { statements } = JSON.parse(stdout);
    expect(statements).toHaveLength(1);
    const [january] = statements;
    expect(january.kpis[0]).toMatchObject({ actual: '2.7', score: '0.5', state: 'scored' });
    const lines = january.lines.map((line: { id: string; amount: string }) => [line.id, line.amount]);
    expect(lines).toEqual([
      ['base', '2000.00'],
      ['sales', '1350.00'],
      ['reward', '500.00'],
    ]);
    expect(january.total).toBe('3850.00');
    expect((await runCli([...at, 'verify', 'first'])).code).toBe(0);
  });

  test('are scored and explained as chapter 8 shows it', async () => {
    const reading = chapter.replace('07-first-contract', '08-reading-a-statement');
    const shown = readFileSync(join(REPOSITORY, 'docs/guide', reading), 'utf8');
    const locale = ['--locale', chapter.includes('.zh.') ? 'zh' : 'en'];
    const explained = await runCli(['--root', root, ...locale, 'explain', 'first', '2026-01', 'sales']);
    expect(shown).toContain(`${chapter.includes('.zh.') ? ' --locale zh' : 'sales'}\n${explained.stdout}\`\`\``);
    const scored = await runCli([...at, ...locale, 'score', 'first', '--period', '2026-01']);
    const [kpis = ''] = /\n\S+ +(?:Actual|实际值)[\s\S]*?(?:Revenue|销售额) \/ ad_cost\n/.exec(scored.stdout) ?? [];
    expect(shown).toContain(`\`\`\`${kpis.replace(/^─+\n/gm, '')}\`\`\``);
  });

  test('without the order of February, January is not known to be complete', async () => {
    const incomplete = copyFiles(chapter);
    const orders = join(incomplete, 'data/shop/orders.csv');
    writeFileSync(orders, readFileSync(orders, 'utf8').replace(/^1005.*\n/m, ''));
    const { stdout } = await runCli(['--root', incomplete, '--as-of', '2026-02-10', '--format', 'json', 'settle', 'first']);
    const { lines, total } = JSON.parse(stdout).statements[0];
    expect(lines.map((line: { id: string; state: string }) => [line.id, line.state])).toEqual([
      ['base', 'payable'],
      ['sales', 'held'],
      ['reward', 'held'],
    ]);
    expect(total).toBe('2000.00');
  });
});
