import { expect, test } from 'vitest';
import { reportContext } from '../../src/running/report-context.js';
import { ownPart, settledSince } from '../../src/settlement/settled-since.js';
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
    ...{ asOf: '2026-02-05', run: 1, total: '6000.00', disputableUntil: '2026-02-15', dueOn: '2026-03-02', disputable: true, others: null },
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
    'It could be disputed until 2026-02-15. It is due on 2026-03-02.',
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
  expect(undated('en')).toContain('\n\nIt could be disputed until 2026-02-15. The contract names no day to pay by.\n\n');
  expect(undated('zh')).toContain('\n\n异议截止日 2026-02-15 已过。合同未约定到期日。\n\n');
});

/*
 * With 10% of tax February's statement of 5 March has 1,000.00 of its own, −2,500.00 of January (50,000 instead of 100,000, more than a tenth, so it
 * waits) and 100.00 of tax. Measured again in April, February alone is 1,000.00 and 100.00 of tax still: what waits for January waits since
 * 5 March, and belongs to no scorecard of February.
 */
test('of a settled period only what is its own is scored: true-ups, what waits of other periods and their tax are not', () => {
  const taxed = relationship({
    fees: [
      { id: 'base', kind: 'retainer', amount: 1000 },
      { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' },
      { id: 'vat', kind: 'tax', rate: '10%', label: 'VAT' },
    ],
  });
  const months = (revenue: string) => ({ '2026-01': { revenue }, '2026-02': { revenue: '0' } });
  const lines = ({ lines: all }: { readonly lines: readonly { readonly id: string; readonly amount: string }[] }) =>
    all.map(({ id, amount }) => `${id} ${amount}`);
  for (const [revenue, asListed, others] of [
    ['50000', ['base 1000.00', 'sales 0.00', 'true-up/2026-01/sales 0.00', 'vat 100.00'], '0.00'],
    ['96000', ['base 1000.00', 'sales 0.00', 'true-up/2026-01/sales -200.00', 'vat 80.00'], '-200.00'],
  ] as const) {
    const before = settleDays(taxed.terms, taxed.events, [first, { asOf: '2026-03-05', values: months(revenue) }]);
    const [, again] = settleDays(taxed.terms, taxed.events, [first, { asOf: '2026-04-20', values: months(revenue) }]);
    if (again === undefined) throw new Error('nothing settled');
    const card = { ...again.statement, kind: 'Scorecard' as const };
    expect(lines(card)).toEqual(asListed);
    const own = ownPart(card, taxed.terms, before);
    expect([...lines(own), own.total, ...own.held]).toEqual(['base 1000.00', 'sales 0.00', 'vat 100.00', '1100.00']);
    const settled = settledSince(card, before);
    expect(settled).toMatchObject({ others, lines: [] });
    if (settled === null) throw new Error('not settled');
    const said = renderScorecardMarkdown(own, { ...reportContext(again, before.slice(0, 1), taxed.events), settled }, 'en');
    expect(said).toContain(`Its statement also has USD ${others} of true-ups and corrections, before tax;`);
    expect(said).not.toContain('waits since');
  }
});

test('what its statement lists nothing of cannot be disputed, and what pays nothing is due on no day', () => {
  const { card, context } = january('96000');
  const settled = settledSince(card, ledger().slice(0, 1));
  if (settled === null) throw new Error('not settled');
  const said = (more: Partial<typeof settled>, locale: 'en' | 'zh', asOf = card.asOf) =>
    renderScorecardMarkdown({ ...card, asOf }, { ...context, settled: { ...settled, ...more } }, locale).split('\n\n')[2];
  expect(said({}, 'en', '2026-02-15')).toBe('May be disputed until 2026-02-15. It is due on 2026-03-02.');
  expect(said({ disputable: false, total: '0.00' }, 'en')).toBe('It lists nothing that could be disputed.');
  expect(said({ disputable: false, total: '-5.00' }, 'zh')).toBe('未列任何可争议的项目。');
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

/*
 * The 5,000.00 of January's commission are disputed down to 4,000.00 on 10 February, five days after its statement: settled, they fall due whole and stay
 * so while the dispute lasts, and the month is 6,000.00, before the next statement and after it. Disputed before it is settled, 1,000.00 are set aside.
 */
test('a line that is disputed once it is settled falls due whole', () => {
  const dispute = {
    kind: 'dispute',
    party: 'brand',
    period: '2026-01',
    line: 'sales',
    claimed: 4000,
    reason: 'returns',
    evidence: ['list'],
  };
  const fees = [
    { id: 'base', kind: 'retainer', amount: 1000 },
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' }, mode: 'marginal', accumulate: 'period' },
  ];
  const disputed = relationship({ fees }, undefined, { '2026-02-10-sales.yaml': dispute });
  const values = { '2026-01': { revenue: '100000' } };
  const [again] = settleDays(disputed.terms, disputed.events, [{ asOf: '2026-03-01', values }]);
  if (again === undefined) throw new Error('nothing settled');
  const card = { ...again.statement, kind: 'Scorecard' as const };
  expect(card.lines.map(({ id, amount, state }) => [id, amount, state])).toContainEqual(['sales', '4000.00', 'disputed']);
  const settled = settleDays(disputed.terms, disputed.events, [
    first,
    { asOf: '2026-03-05', values: { ...values, '2026-02': { revenue: '0' } } },
  ]);
  for (const ledger of [settled.slice(0, 1), settled]) {
    const own = ownPart(card, disputed.terms, ledger);
    expect(own.lines.map(({ id, amount, state }) => [id, amount, state])).toContainEqual(['sales', '5000.00', 'payable']);
    expect(own.lines.find(({ id }) => id === 'sales')?.reason).toMatchObject({
      code: 'frozen-by-dispute',
      with: { event: '2026-02-10-sales.yaml' },
    });
    expect(own.total).toBe('6000.00');
  }
  const late = settleDays(disputed.terms, disputed.events, [{ asOf: '2026-02-20', values }]);
  expect(ownPart(card, disputed.terms, late).total).toBe('5000.00');
});

/*
 * January's 1,000.00 were not known on its day, and known when February is measured again in April: its total of 1,500.00 has both, whatever the
 * statement before it held.
 */
test('a total to date leaves out what the measurement at hand does not know, not what an earlier statement held', () => {
  const sales = relationship({
    fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'term' }],
  });
  const [held, again] = settleDays(sales.terms, sales.events, [
    { asOf: '2026-02-05', values: { '2026-01': { revenue: null } } },
    { asOf: '2026-04-20', values: { '2026-01': { revenue: '1000' }, '2026-02': { revenue: '500' } } },
  ]);
  if (held === undefined || again === undefined) throw new Error('nothing settled');
  const { carried, ...measured } = again.statement;
  const card = { ...measured, kind: 'Scorecard' as const };
  const said = renderScorecardMarkdown(card, { ...reportContext(again, [held], sales.events), carried: carried.lines }, 'en');
  expect(said).toContain('on 500.00, 1,500.00 in the term so far · at 10%');
  expect(said).not.toContain('without 2026-01');
});
