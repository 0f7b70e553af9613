import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { score } from '../../src/commands/run/score.js';
import type { Scorecard } from '../../src/settlement/model.js';
import { contextFor, run } from '../in-process.js';

/*
 * February of the golden folder `watched-and-divided` while it runs, loaded on the 13th at 06:00: through the 12th, two orders of 800 and 200 by
 * two customers. On the 13th a third customer has bought for 64 already.
 */
const GOLDEN = fileURLToPath(new URL('../golden/watched-and-divided/', import.meta.url));
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'concord-running-'));
  for (const folder of ['contracts', 'data']) cpSync(join(GOLDEN, folder), join(root, folder), { recursive: true });
  writeFileSync(join(root, 'data/shop/loads.csv'), 'loaded_at\n2026-02-13T06:00:00Z\n');
  appendFileSync(join(root, 'data/shop/sales.csv'), 's6,2026-02-13T05:00:00Z,dan,google,DE,64\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function scored(asOf: string, format: 'json' | 'markdown' = 'json', locale: 'en' | 'zh' = 'en'): Promise<string> {
  const context = contextFor({ root, asOf, format, locale });
  return (await run(context, (place) => score(place, { contract: 'tea-watched', period: '2026-02' }))).output;
}

const cardOf = async (asOf: string): Promise<Scorecard> => JSON.parse(await scored(asOf)) as Scorecard;

describe('a period that is not over', () => {
  test('has no lines, nothing held and no total, as its page: that would be read as what it owes', async () => {
    const card = await cardOf('2026-02-14');
    expect(['lines', 'held', 'total'].filter((field) => field in card)).toEqual([]);
    // settled from 5 March on
    expect(await cardOf('2026-03-06')).toMatchObject({ total: expect.any(String), lines: expect.any(Array), held: expect.any(Array) });
  });

  test('is shown through the last day that all data of a metric covers, not through today', async () => {
    const { running } = await cardOf('2026-02-14');
    const through = { through: '2026-02-12', daysGone: 12, reasons: [] };
    expect(running).toEqual({
      days: 28,
      kpis: [{ id: 'sales', metric: 'gmv', target: '1000', value: '1000', ...through }],
      gates: [],
      watch: [
        { metric: 'aov', value: '500', ...through },
        { metric: 'visits', value: null, through: null, daysGone: 0, reasons: [] },
        // counted through the 12th: dan's row is of a later day
        { metric: 'buyers_total', value: '2', ...through },
      ],
    });
  });

  test('is not told to run before it begins', async () => {
    expect(await scored('2026-01-31', 'markdown')).toContain(
      'The period begins on 2026-02-01: nothing is measured, scored, owed or held yet.',
    );
    expect(await scored('2026-01-31', 'markdown', 'zh')).toContain('本期自 2026-02-01 开始，尚未取数、计分，也不产生应付或暂缓结算。');
  });

  test('is never told as if it were over: no score, no amount, nothing held', async () => {
    const page = await scored('2026-02-14', 'markdown');
    expect(page).toContain('The period is running until 2026-02-28: nothing is scored, owed or held yet.');
    expect(page).toContain('| **Sales** · `sales` | USD 1,000.00 | ≥ USD 1,000.00 | 100% | 42.86% | 2026-02-12 | running |');
    expect(page).not.toMatch(/Would pay|held \||breached|Retainer|Bonus/);
    expect(await scored('2026-02-14', 'markdown', 'zh')).toContain(
      '| 考核指标 | 截至目前 | 本期目标 | 达成进度 | 时间进度 | 数据截至日 | 状态 |',
    );
  });

  test('says through which day its data reach: none of them can reach its end yet', async () => {
    const page = await scored('2026-02-14', 'markdown');
    expect(page).toContain('2026-02-13 06:00 | through 2026-02-12 |');
    expect(page).not.toContain('stale');
    expect(await scored('2026-02-14', 'markdown', 'zh')).toContain('| 数据至 2026-02-12 |');
    expect(await scored('2026-03-01', 'markdown')).toContain('2026-02-13 06:00 | stale |');
  });

  test('is over the day after its last', async () => {
    expect((await cardOf('2026-02-28')).running).toBeDefined();
    const { running, watch } = await cardOf('2026-03-01');
    expect(running).toBeUndefined();
    expect(watch?.map(({ value }) => value)).toEqual([null, null, null]);
  });
});
