import { expect, test } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { type ReportedStanding, statusBlocks } from '../../src/report/status.js';
import type { Standing } from '../../src/settlement/standing.js';

const page = (states: readonly Standing['state'][], locale: Locale) => {
  const contracts = states.map(
    (state, at): ReportedStanding => ({
      ...{ contract: `c${at}`, terms: null, tasks: [] },
      standing: { state, stale: [] } as unknown as Standing,
    }),
  );
  return renderMarkdown(statusBlocks({ days: ['2026-11-30'], contracts, settleRun: null, settler: 'either' }, locale), locale);
};

test('how a running period goes is told where to ask while one runs, and not after the end', () => {
  expect(page(['final', 'running'], 'en')).toContain('How a running period goes needs data');
  expect(page(['final', 'running'], 'zh')).toContain('当前结算期的进度需要取数');
  for (const state of ['final', 'over', 'not_begun'] as const) {
    expect(page([state], 'en')).not.toContain('How a running period goes');
    expect(page([state], 'zh')).not.toContain('当前结算期的进度');
  }
});
