import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, test } from 'vitest';
import { explain } from '../../src/commands/run/explain.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { why } from '../../src/commands/run/why.js';
import type { Locale } from '../../src/kernel/text.js';
import type { Format } from '../../src/media/formats.js';
import { goldenPlace } from '../e2e/place.js';
import { contextFor, run } from '../in-process.js';

/*
 * January is settled on 5 February. The last load before 20 February is of the 16th at 06:00: the 15th is the last whole day that it covers.
 * February's own last load, of 1 March, covers all of it; February can be settled from 5 March on.
 */

let root = '';

beforeAll(async () => {
  root = goldenPlace('payments-and-corrections');
  appendFileSync(join(root, 'data/shop/loads.csv'), '2026-02-16T06:00:00Z\n');
  const settled = await run(contextFor({ root, asOf: '2026-02-05' }), (context) =>
    settleDue(context, { contract: null, period: null, preview: false }),
  );
  expect(settled.exitCode, settled.errors).toBe(0);
});

async function explained(asOf: string, period: string, locale: Locale = 'en', format: Format = 'markdown'): Promise<string> {
  const { output } = await run(contextFor({ root, asOf, locale, format }), (context) =>
    explain(context, { contract: null, period, line: 'base' }),
  );
  return output;
}

const firstLine = (output: string) => output.split('\n', 1)[0];

test('a line of a month that runs is told as a preview first, with the day that all data reach', async () => {
  expect(firstLine(await explained('2026-02-20', '2026-02'))).toBe(
    '**Preview as of 2026-02-20: 2026-02 is running until 2026-02-28. Its data reach through 2026-02-15. Nothing of it is settled or owed; every figure may still change.**',
  );
  expect(firstLine(await explained('2026-02-20', '2026-02', 'zh'))).toBe(
    '**预览（截至 2026-02-20）：2026-02 尚在进行，截止日为 2026-02-28。各数据表均已更新至 2026-02-15。以下内容不构成结算，也不产生应付，数字仍可能变化。**',
  );
  expect(await explained('2026-02-20', '2026-02', 'en', 'html')).toContain(
    '<time>2026-02</time> is running until <time>2026-02-28</time>.',
  );
});

test('a month without a whole day of data, one that has not begun, one that is over', async () => {
  expect(firstLine(await explained('2026-02-14', '2026-02'))).toContain('No day of it has all its data yet. Nothing of it is settled');
  expect(firstLine(await explained('2026-02-20', '2026-03'))).toContain('2026-03 begins on 2026-03-01 and has no data yet. Nothing');
  expect(firstLine(await explained('2026-03-02', '2026-02'))).toContain('2026-02 is not settled yet. Its data are complete. Nothing');
});

test('a settled month is no preview', async () => {
  expect(await explained('2026-02-20', '2026-01')).not.toContain('Preview');
  expect(JSON.parse(await explained('2026-02-20', '2026-01', 'en', 'json'))).not.toHaveProperty('preview');
});

test('a program reads the same of it', async () => {
  expect(JSON.parse(await explained('2026-02-20', '2026-02', 'en', 'json'))).toMatchObject({
    preview: { period: '2026-02', asOf: '2026-02-20', from: '2026-02-01', to: '2026-02-28', through: '2026-02-15' },
  });
});

test('why says it of the same months', async () => {
  const asked = async (period: string) => {
    const { output } = await run(contextFor({ root, asOf: '2026-02-20', format: 'pretty' }), (context) =>
      why(context, { contract: null, period, against: 'target' }),
    );
    return output;
  };
  const schema = JSON.parse(readFileSync(new URL('../../schemas/why.schema.json', import.meta.url), 'utf8')) as object;
  const { output } = await run(contextFor({ root, asOf: '2026-02-20', format: 'json' }), (context) =>
    why(context, { contract: null, period: '2026-02', against: 'target' }),
  );
  expect(JSON.parse(output)).toHaveProperty('preview.through', '2026-02-15');
  expect(new Ajv2020({ strict: false }).validate(schema, JSON.parse(output))).toBe(true);
  expect(await asked('2026-02')).toContain('2026-02 is running until 2026-02-28. Its data reach through 2026-02-15.');
  expect(await asked('2026-01')).not.toContain('Preview');
});
