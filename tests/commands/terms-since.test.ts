import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { explain } from '../../src/commands/run/explain.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { verify } from '../../src/commands/run/verify.js';
import type { Locale } from '../../src/kernel/text.js';
import { goldenPlace } from '../e2e/place.js';
import { contextFor, run } from '../in-process.js';

/*
 * February is settled on a text that both have changed since January's statement, after February was over: another target, another retainer
 * in February and one in March alone, a duty, and a title. A statement names the digest of its terms and nothing else of that.
 */

let root = '';
const settled: string[] = [];

const place = (asOf: string, locale: Locale = 'en') => contextFor({ root, asOf, locale, format: 'pretty' });
const settleOn = async (asOf: string) => {
  const options = { contract: null, period: null, preview: false };
  const { exitCode, errors, output } = await run(place(asOf), (context) => settleDue(context, options));
  expect(exitCode, errors).toBe(0);
  settled.push(output);
};

beforeAll(async () => {
  root = goldenPlace('payments-and-corrections');
  await settleOn('2026-02-05');
  const file = join(root, 'contracts/tea-account/contract.yaml');
  const text = readFileSync(file, 'utf8');
  const changed = text
    .replace('target: 1000', 'target: 900')
    .replace('amount: 1000', 'amount: { 2026-01: 1000, 2026-02: 1200, 2026-03: 1300 }')
    .replace('what is still owed', 'what is owed')
    .replace(
      'payment:',
      'duties: [{ id: photos, owes: brand, title: Photos, dueDay: 5, ifLate: { kpis: [sales], scoreAs: 100% } }]\npayment:',
    );
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
  await settleOn('2026-03-05');
});

const EN = [
  'Agreed since the statement of 2026-01, and in force for 2026-02:',
  '- duty Photos (photos) · added',
  '- fee Retainer (base) · amount (USD 1,000.00 → USD 1,200.00)',
  '- KPI Sales (sales) · target (USD 1,000.00 → USD 900.00)\n',
];

test('settle names the clauses on which it settled otherwise than before', () => {
  expect(settled[0]).not.toContain('Agreed since');
  expect(settled[1]).toContain(EN.join('\n'));
});

test('verify and explain name them, for the period and of no wording', async () => {
  const verified = await run(place('2026-03-06'), (context) => verify(context, null));
  expect(verified.exitCode).toBe(0);
  expect(verified.output).toContain(EN.join('\n'));
  const explained = async (period: string, locale: Locale) => {
    const { output } = await run(place('2026-03-06', locale), (context) => explain(context, { contract: null, period, line: null }));
    return output;
  };
  expect(await explained('2026-02', 'en')).toContain(EN.join('\n'));
  expect(await explained('2026-01', 'en')).not.toContain('Agreed since');
  expect(await explained('2026-02', 'zh')).toContain(
    [
      '2026-01 结算单之后变更、且适用于 2026-02 的条款：',
      '- 义务“Photos”（photos） · 新增',
      '- 费用“固定服务费”（base） · 金额（USD 1,000.00 → USD 1,200.00）',
      '- 考核指标“Sales”（sales） · 目标值（USD 1,000.00 → USD 900.00）\n',
    ].join('\n'),
  );
});
