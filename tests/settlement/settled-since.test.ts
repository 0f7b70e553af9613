import { expect, test } from 'vitest';
import { reportContext } from '../../src/running/report-context.js';
import { settledSince } from '../../src/settlement/settled-since.js';
import { once } from '../once.js';
import { renderScorecardMarkdown } from '../report/rendered.js';
import { relationship, settleDays } from './relationship.js';

/*
 * January is settled on 5 February: 1,000.00 and 5% of 100,000 = 5,000.00. Measured again it is 96,000: 4,800.00. February's statement lists the 200.00 as
 * a true-up; then nothing differs any more. By then: may be disputed until 15 February, due on 2 March.
 */
const { terms, events } = relationship({
  fees: [
    { id: 'base', kind: 'retainer', amount: 1000 },
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' },
  ],
});
const first = { asOf: '2026-02-05', values: { '2026-01': { revenue: '100000' } } };
const second = { asOf: '2026-03-05', values: { '2026-01': { revenue: '96000' }, '2026-02': { revenue: '0' } } };
const ledger = once(() => settleDays(terms, events, [first, second]));
const january = (revenue: string | null) => {
  const [entry] = settleDays(terms, events, [{ asOf: '2026-02-20', values: { '2026-01': { revenue } } }]);
  if (entry === undefined) throw new Error('nothing settled');
  return { card: { ...entry.statement, kind: 'Scorecard' as const }, context: reportContext(entry, [], events) };
};

test('says at what a period is settled, and which lines come to something else by now', () => {
  const { card } = january('96000');
  expect(settledSince(card, ledger().slice(0, 1))).toEqual({
    ...{ asOf: '2026-02-05', run: 1, total: '6000.00', disputableUntil: '2026-02-15', dueOn: '2026-03-02' },
    lines: [{ line: 'sales', settled: '5000.00', now: '4800.00', stays: false }],
  });
  expect(settledSince(january(null).card, ledger().slice(0, 1))?.lines).toEqual([
    { line: 'sales', settled: '5000.00', now: null, stays: false },
  ]);
});

test('nothing differs once the true-up is settled, and nothing is said of a period that is not settled', () => {
  const { card } = january('96000');
  expect(settledSince(card, ledger())).toMatchObject({ total: '6000.00', lines: [] });
  expect(settledSince(card, [])).toBeNull();
  const [, february] = ledger();
  // its own month's 1,000.00 and January's −200.00
  const own = february === undefined ? null : settledSince({ ...february.statement, kind: 'Scorecard' }, ledger());
  expect(own).toMatchObject({ asOf: '2026-03-05', total: '800.00', lines: [] });
  expect(settledSince({ ...card, period: '2026-03' }, ledger())).toBeNull();
});

test('the scorecard begins with it', () => {
  const { card, context } = january('96000');
  const settled = settledSince(card, ledger().slice(0, 1));
  if (settled === null) throw new Error('not settled');
  const [, ...told] = renderScorecardMarkdown(card, { ...context, settled }, 'en').split('\n\n');
  expect(told.slice(0, 3)).toEqual([
    '**This period is settled: USD 6,000.00 as of 2026-02-05, run 1.**',
    'May be disputed until 2026-02-15; pay by 2026-03-02.',
    'Measured again now, these lines come to something else; the next statement settles it as true-ups.',
  ]);
  expect(told[3]).toContain('| **Commission** · `sales` | 5,000.00 | 4,800.00 | -200.00 |');
  expect(told[4]).toBe('What follows settles nothing.');
  expect(told[5]).toContain('**Would pay, measured now USD 5,800.00**');
  expect(renderScorecardMarkdown(card, { ...context, settled }, 'zh')).toContain(
    '本期已结算：USD 6,000.00（截至 2026-02-05，第 1 次计算）。',
  );
  // without a clause of payment
  const undated = (locale: 'en' | 'zh') => renderScorecardMarkdown(card, { ...context, settled: { ...settled, dueOn: null } }, locale);
  expect(undated('en')).toContain('\n\nMay be disputed until 2026-02-15; the contract names no day to pay by.\n\n');
  expect(undated('zh')).toContain('\n\n争议截止 2026-02-15；合同未约定付款期限。\n\n');
});

/*
 * January's window of three periods is open to April's statement, and no longer to May's. Settled through April at 5,000.00, January's
 * 4,800.00 of later come too late: nothing ever pays back the 200.00.
 */
test('a line that no statement looks back at stays as settled, and is told as that', () => {
  const steps = ['03', '04', '05'].map((month, at) => ({
    asOf: `2026-${month}-05`,
    values: Object.fromEntries(
      ['2026-01', '2026-02', '2026-03', '2026-04'].slice(0, at + 2).map((id, of) => [id, { revenue: of === 0 ? '100000' : '0' }]),
    ),
  }));
  const lives = settleDays(terms, events, [first, ...steps]);
  const { card, context } = january('96000');
  const since = (upTo: number) => settledSince(card, lives.slice(0, upTo));
  expect(since(3)?.lines).toEqual([{ line: 'sales', settled: '5000.00', now: '4800.00', stays: false }]);
  expect(since(4)?.lines).toEqual([{ line: 'sales', settled: '5000.00', now: '4800.00', stays: true }]);
  const settled = since(4);
  if (settled === null) throw new Error('not settled');
  const [, , , said = ''] = renderScorecardMarkdown(card, { ...context, settled }, 'en').split('\n\n');
  expect(said).toBe(
    'Measured again now, these lines come to something else, and stay as settled all the same: they are final, or too old for a true-up.',
  );
});

test('a line that both resolved stays, while it is looked back at', () => {
  const { card } = january('96000');
  const [entry] = ledger();
  if (entry === undefined) throw new Error('nothing settled');
  const carried = entry.statement.carried.lines.map((line) =>
    line.line === 'sales' ? { ...line, life: { state: 'resolved' as const, amount: '5000.00', computed: '5000.00' } } : line,
  );
  const resolved = { ...entry, statement: { ...entry.statement, carried: { lines: carried } } };
  expect(settledSince(card, [resolved])?.lines).toEqual([{ line: 'sales', settled: '5000.00', now: '4800.00', stays: true }]);
});
