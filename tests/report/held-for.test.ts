import { expect, test } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import { taskWords } from '../../src/report/status.js';
import { wording } from '../../src/report/wording.js';
import { scorecardOf } from '../../src/running/period-score.js';
import { reportContext } from '../../src/running/report-context.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { standingOf } from '../../src/settlement/standing.js';
import { tasksOf } from '../../src/settlement/tasks.js';
import { definitions, linesOf, relationship, settleDays, type Values } from '../settlement/relationship.js';
import { renderScorecardMarkdown, renderStatementMarkdown } from './rendered.js';

/* What a held line waits for: all of it, and nothing that may turn out not to be needed. */

const words = {
  ...definitions(true),
  reconcile: [{ id: 'sales-vs-spend', left: 'revenue', right: 'spend', tolerance: '5%', onBreach: 'flag' }],
};
const { terms, events } = relationship(
  {
    kpis: [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 1 }],
    fees: [{ id: 'reward', kind: 'bonus', by: 'roas', pool: 1000, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' }],
    review: { every: 'month' },
    watch: ['gmv'],
  },
  words,
);

const settled = (asOf: string, values: Values, before: readonly LedgerEntry[] = []) =>
  settleDays(terms, events, [{ asOf, values }], undefined, before);

function told(ledger: readonly LedgerEntry[], locale: Locale): string {
  const entry = ledger.at(-1);
  return entry === undefined ? '' : renderStatementMarkdown(entry.statement, reportContext(entry, ledger.slice(0, -1), []), locale);
}

const january = (revenue: string | null, spend: string | null) => ({ '2026-01': { revenue, spend } });

test('a comparison that lacks a side asks for a review only where it does not agree once the data are there', () => {
  const first = settled('2026-02-05', january(null, '10000'));
  const english = told(first, 'en');
  const needed =
    'Needed: complete data from Brand; where `sales-vs-spend` still does not agree then, a review that acknowledges it as well';
  expect(english).toContain(needed);
  expect(english).toContain('Where `sales-vs-spend` still does not agree within its tolerance then, a review');
  expect(told(first, 'zh')).toContain('所需：Brand 补齐数据；届时 `sales-vs-spend` 仍超出容差的，另须复盘确认');

  const standing = standingOf({ terms, events, ledger: first, asOf: '2026-02-10' });
  const tasks = tasksOf(standing, 'either').map(({ task, by }) => `${task} ${by}`);
  expect(tasks).toContain('deliver brand');
  expect(tasks).not.toContain('review either');

  // 10,000 ÷ 10,000 reaches the target of 1: 1,000.00, and nobody has reviewed anything
  const values = { ...january('10000', '10000'), '2026-02': { revenue: '10000', spend: '10000' } };
  const second = settled('2026-03-05', values, first).at(-1);
  expect(second === undefined ? [] : linesOf(second.statement)).toEqual(['reward 1000.00', 'true-up/2026-01/reward 1000.00']);
});

test('a scorecard says of what is held all that the statement of that day says', () => {
  const entry = settled('2026-02-05', january(null, '10000')).at(-1);
  if (entry === undefined) throw new Error('nothing settled');
  const context = { ...reportContext(entry, [], []), carried: entry.statement.carried.lines };
  const page = (locale: Locale) => renderScorecardMarkdown(scorecardOf(entry), context, locale);
  expect(page('en')).toContain(
    'Needed: complete data from Brand; where `sales-vs-spend` still does not agree then, a review that acknowledges it as well',
  );
  expect(page('zh')).toContain('所需：Brand 补齐数据；届时 `sales-vs-spend` 仍超出容差的，另须复盘确认');
  // nothing is settled by it, so no statement has held the line yet
  expect(page('en')).not.toContain('Held for the');
  const both = settled('2026-02-05', january(null, null)).at(-1);
  if (both === undefined) throw new Error('nothing settled');
  const all = { ...reportContext(both, [], []), carried: both.statement.carried.lines };
  expect(renderScorecardMarkdown(scorecardOf(both), all, 'en')).toContain('complete data from Brand, Agency');
});

test('numbers that lie apart wait for a review alone', () => {
  const ledger = settled('2026-02-05', january('8000', '10000'));
  expect(told(ledger, 'en')).toContain('Needed: a review that acknowledges `sales-vs-spend`');
  expect(tasksOf(standingOf({ terms, events, ledger, asOf: '2026-02-10' }), 'either').map(({ task }) => task)).toContain('review');
});

test('a line that several facts hold names all of them, in the head, beside its amount and where it is released', () => {
  const text = told(settled('2026-02-05', january(null, null)), 'en');
  const both = /data of sales is not complete for the period \([^)]*\); data of ads is not complete for the period/g;
  expect(text.match(both)).toHaveLength(3);
  expect(text).toContain('Needed: complete data from Brand, Agency');
});

test('what either party is to do of a line that both hold says what the other holds it for: one of two releases nothing', () => {
  const ledger = settled('2026-02-05', january(null, null));
  const tasks = tasksOf(standingOf({ terms, events, ledger, asOf: '2026-02-10' }), 'either').filter(({ task }) => task === 'deliver');
  const said = (locale: Locale) => tasks.map((task) => taskWords(task, 'tea', wording(terms, locale), locale));
  const [sales, ads] = ['sales', 'ads'].map((fact) => `data of ${fact} is not complete for the period (it reaches 2099-01-01 00:00)`);
  expect(said('en')).toEqual([
    `put right what holds 2026-01 · Bonus: ${sales}; held besides because: ${ads}; the first statement from that day on decides`,
    `put right what holds 2026-01 · Bonus: ${ads}; held besides because: ${sales}; the first statement from that day on decides`,
  ]);
  expect(said('zh')[0]).toMatch(
    /^补齐或更正数据，以解除 2026-01 · 绩效奖金的暂缓结算：sales .*；此外还因：ads .*；自该日起的首份结算单按约定最终了结$/,
  );
});
