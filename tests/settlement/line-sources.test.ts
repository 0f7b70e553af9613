import { expect, test } from 'vitest';
import type { CarriedLine } from '../../src/settlement/line-life.js';
import { sourcesOf } from '../../src/settlement/line-sources.js';
import type { LineKind } from '../../src/settlement/model.js';
import { relationship } from './relationship.js';

const { contract } = relationship({
  fees: [
    { id: 'share', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'term' },
    { id: 'least', kind: 'guarantee', amount: 500, recoverable: true },
    { id: 'ceiling', kind: 'cap', period: 1000, term: 1500 },
  ],
}).terms;

const KINDS: Readonly<Record<string, LineKind>> = { share: 'commission', least: 'guarantee', ceiling: 'cap', 'least/recovery': 'recovery' };

/** Settled lines by `<period>/<line>`. */
function lines(amounts: Readonly<Record<string, string>>): CarriedLine[] {
  return Object.entries(amounts).map(([id, amount]) => {
    const [period, line] = [id.slice(0, 7), id.slice(8)];
    const kind = KINDS[line] ?? 'commission';
    return {
      period,
      line,
      kind,
      life: { state: 'settled', amount, byRule: false },
      standsOn: period,
      ...(line === 'share' ? { base: amount } : {}),
    };
  });
}

/** What a line of February follows from. */
function sources(line: string, before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): string[] {
  const both = { before: lines(before), now: lines({ ...before, ...now }) };
  return sourcesOf(contract, { period: '2026-02', line }, both).map((each) => `${each.period}/${each.line}`);
}

test('a cap follows from earlier periods only where they have moved the room that the term leaves', () => {
  const before = { '2026-01/share': '400.00', '2026-02/share': '1200.00', '2026-02/ceiling': '-200.00' };
  // 1,300 cut to 1,000 as before: January has moved, but the cap of the period is what binds
  expect(sources('ceiling', before, { '2026-01/share': '450.00', '2026-02/share': '1300.00', '2026-02/ceiling': '-300.00' })).toEqual([
    '2026-02/share',
  ]);
  // 600 in January leave 900 of the term's 1,500: 1,200 is cut by 300, with nothing moved in February
  expect(sources('ceiling', before, { '2026-01/share': '600.00', '2026-02/ceiling': '-300.00' })).toEqual(['2026-01/share']);
});

test('what is paid back of a draw follows from the draw where that is less, else from what exceeds the guarantee', () => {
  const before = { '2026-01/least': '100.00', '2026-02/share': '900.00', '2026-02/least/recovery': '-100.00' };
  expect(
    sources('least/recovery', before, { '2026-01/least': '150.00', '2026-02/share': '950.00', '2026-02/least/recovery': '-150.00' }),
  ).toEqual(['2026-01/least']);
  // 540 exceed the 500 by 40, then 560 by 60, of a draw of 100
  const partly = { '2026-01/least': '100.00', '2026-02/share': '540.00', '2026-02/least/recovery': '-40.00' };
  expect(sources('least/recovery', partly, { '2026-02/share': '560.00', '2026-02/least/recovery': '-60.00' })).toEqual(['2026-02/share']);
});

test('a total to date follows from the bases of earlier periods, a guarantee from what was earned beside it', () => {
  const before = { '2026-01/share': '80.00', '2026-02/share': '90.00', '2026-02/least': '410.00' };
  expect(sources('share', before, { '2026-01/share': '81.00', '2026-02/share': '90.00' })).toEqual(['2026-01/share']);
  expect(sources('least', before, { '2026-01/share': '81.00', '2026-02/share': '91.00' })).toEqual(['2026-02/share']);
});
