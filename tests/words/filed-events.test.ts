import { expect, test } from 'vitest';
import { EFFECT_ISSUES } from '../../src/words/effect-issues.js';
import { EVENT_ISSUES } from '../../src/words/event-issues.js';
import { issueTexts } from '../../src/words/every-issue.js';
import { describe } from '../../src/words/issue.js';
import type { IssueEntry } from '../../src/words/issue-entry.js';
import { LEDGER_ISSUES } from '../../src/words/ledger-issues.js';

// An event that is merged is never edited and never taken away. What is only warned of in a file may be of such a one; an error is not merged.
const ALL: readonly (readonly [string, IssueEntry])[] = [EFFECT_ISSUES, EVENT_ISSUES, LEDGER_ISSUES].flatMap((issues) =>
  Object.entries(issues),
);
const warned = ALL.filter(([code, { severity }]) => code in EFFECT_ISSUES || severity === 'warning');

test.each(warned)('what %s tells of a file says what holds once it is merged', (_, { fix }) => {
  if (!/\b(remove|write|correct|take|resolve)\b/i.test(fix.en) || !/删|改|写|更正|了结|去掉/.test(fix.zh)) return;
  expect(fix.en).toMatch(/merged/);
  expect(fix.zh).toMatch(/已合并|尚未合并/);
});

test('of an event that was filed before, no remedy is to edit it or to take it away', () => {
  for (const [code] of ALL) {
    if (issueTexts(code) === null) continue;
    const { fix } = describe({ code, params: { filed: 'contracts/a/events/2026-01-01-b.yaml', corrected: 'on: 2026-01-02' } }, 'en');
    expect(fix).toMatch(/never edited/);
  }
});
