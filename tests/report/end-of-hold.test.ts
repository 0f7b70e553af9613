import { expect, test } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import { reportContext } from '../../src/running/report-context.js';
import { holdSince } from '../../src/settlement/end-of-hold.js';
import { definitions, linesOf, relationship, settleDays, statementOf } from '../settlement/relationship.js';
import { renderExplain, renderStatementMarkdown } from './rendered.js';

/*
 * A bonus by ROAS, nothing below 2 and all of it at 4, and a commission on revenue alone. The provider's spend of January is late. Known, it is
 * 5,000 for 10,000 of revenue: ROAS 2 scores 0%, so that the hold ends at 0.00 and moves nothing.
 */
const { terms } = relationship(
  {
    kpis: [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 4, threshold: 2 }],
    fees: [
      { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' },
      { id: 'reward', kind: 'bonus', by: 'roas', pool: 1000, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' },
    ],
  },
  definitions(true),
);
const january = (revenue: string, spend: string | null) => ({
  '2026-01': { revenue, spend },
  '2026-02': { revenue: '8000', spend: '2000' },
});
const first = { asOf: '2026-02-05', values: january('10000', null) };
const held = { asOf: '2026-03-05', values: january('10000', null) };

function told(ledger: ReturnType<typeof settleDays>, locale: Locale): string {
  const entry = ledger.at(-1);
  return entry === undefined ? '' : renderStatementMarkdown(entry.statement, reportContext(entry, ledger.slice(0, -1), []), locale);
}

test('a hold that ends at 0.00 is told of in the statement that ends it', () => {
  const ledger = settleDays(terms, [], [first, { asOf: '2026-03-05', values: january('10000', '5000') }]);
  expect(linesOf(statementOf(ledger, '2026-01'))).toEqual(['sales 500.00', 'reward 0.00 held']);
  expect(linesOf(statementOf(ledger, '2026-02'))).toEqual(['sales 400.00', 'reward 1000.00']);
  expect(told(ledger, 'en')).toContain(
    '- **2026-01 · Bonus**: its hold has ended: it is known now and comes to USD 0.00, which is what it stood at.',
  );
  expect(told(ledger, 'zh')).toContain('- **2026-01 · 绩效奖金**：已解除暂缓结算：现已能计算，为 USD 0.00');
});

test('one that pays has a line of its own, and is not told of twice', () => {
  // 10,000 ÷ 2,500 reaches the target of 4
  const ledger = settleDays(terms, [], [first, { asOf: '2026-03-05', values: january('10000', '2500') }]);
  expect(linesOf(statementOf(ledger, '2026-02'))).toContain('true-up/2026-01/reward 1000.00');
  expect(told(ledger, 'en')).not.toContain('its hold has ended');
});

test('`explain` says what later statements have made of a held line', () => {
  const ledger = settleDays(terms, [], [first, held, { asOf: '2026-04-05', values: january('10000', '5000') }]);
  const statements = ledger.map(({ statement }) => statement);
  expect(holdSince(statements.slice(1, 2), '2026-01', 'reward')).toMatchObject({ by: '2026-02', state: 'held' });
  expect(holdSince(statements.slice(1), '2026-01', 'reward')).toMatchObject({ by: '2026-03', state: 'ended', amount: '0.00' });
  expect(holdSince([], '2026-01', 'reward')).toBeNull();
  const [entry] = ledger;
  const line = entry?.statement.lines.find(({ id }) => id === 'reward');
  const since = holdSince(statements.slice(1), '2026-01', 'reward');
  if (entry === undefined || line === undefined || since === null) throw new Error('nothing held');
  const context = { ...reportContext(entry, [], []), holds: new Map([['reward', since]]) };
  expect(renderExplain(line, entry.statement, context, 'en', false, 200)).toContain(
    'since then: its hold ended with the statement of 2026-03 (as of 2026-04-05): USD 0.00 settled for it',
  );
});

test('a hold that has expired is told to be decided', () => {
  const days = ['2026-03-05', '2026-04-05', '2026-05-05'].map((asOf) => ({ asOf, values: january('10000', null) }));
  const statements = settleDays(terms, [], [first, ...days]).map(({ statement }) => statement);
  expect(holdSince(statements.slice(1), '2026-01', 'reward')).toMatchObject({ by: '2026-04', state: 'decided', amount: '0.00' });
});

test('a true-up names the data that its line is computed from, and no other', () => {
  const before = { asOf: '2026-02-05', values: january('10000', '5000') };
  // both have changed: the commission goes by revenue alone, the bonus by both: 9,900 ÷ 3,300 = 3 scores 50%
  const ledger = settleDays(terms, [], [before, { asOf: '2026-03-05', values: january('9900', '3300') }]);
  expect(linesOf(statementOf(ledger, '2026-02')).slice(2)).toEqual(['true-up/2026-01/sales -5.00', 'true-up/2026-01/reward 0.00 held']);
  expect(told(ledger, 'en')).toContain('- **True-up 2026-01 · Commission**: data of GMV (table below)\n');
  expect(told(ledger, 'en')).toMatch(/- \*\*True-up 2026-01 · Bonus\*\*: data of (GMV, `?spend`?|`?spend`?, GMV) \(table below\)\n/);
});
