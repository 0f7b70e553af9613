import { describe, expect, it } from 'vitest';
import type { ContractEvent, EventOf } from '../../src/contract/event-kinds/event-kinds.js';
import type { Contract } from '../../src/contract/model.js';
import { money, moneyText } from '../../src/kernel/money.js';
import { rational, toDecimal } from '../../src/kernel/rational.js';
import {
  disputeOf,
  isAbout,
  isLarge,
  lapseDate,
  lateDisputes,
  leastClaim,
  type OpenDispute,
  trueUpId,
  undisputed,
} from '../../src/settlement/disputes.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import type { Statement } from '../../src/settlement/model.js';

/* Disputes lapse after 30 days, escalated ones after 60; they may be filed until 10 days after a statement that listed the line. */
const contract = { currency: 'USD', disputes: { days: 30 }, acceptance: { days: 10 } } as unknown as Contract;
type Dispute = EventOf<'dispute'>;
const dispute = (file: string, date: string, claimed = '40.00', more: Partial<Dispute> = {}): Dispute =>
  ({ kind: 'dispute', file, date, party: 'brand', period: '2026-01', line: 'bonus', claimed, ...more }) as unknown as Dispute;
const answer = (kind: string, answers: string, date: string, amount = '70.00') =>
  ({ kind, answers, date, amount, file: `${kind}-${answers}` }) as unknown as ContractEvent;
const UP = 'true-up/2026-01/bonus';
const settled = (period: string, amount: string, line = 'bonus') =>
  ({
    statement: { period, carried: { lines: [{ period: '2026-01', line, life: { state: 'settled', amount } }] } },
  }) as unknown as LedgerEntry;

describe('when a dispute lapses', () => {
  const a = dispute('a', '2026-02-01');
  it.each([
    ['after its days', [], '2026-03-03'],
    ['twice that where it was escalated before', [answer('escalation', 'a', '2026-03-02')], '2026-04-02'],
    ['after its days where it was escalated on the day itself', [answer('escalation', 'a', '2026-03-03')], '2026-03-03'],
    ['after its days where another was escalated', [answer('escalation', 'b', '2026-02-02')], '2026-03-03'],
    ['after its days where it was answered otherwise', [answer('resolution', 'a', '2026-02-02')], '2026-03-03'],
  ] as const)('%s', (_, events, date) => {
    expect(lapseDate(a, events, 30)).toBe(date);
  });
});

describe('the dispute of a line', () => {
  const state = (
    events: readonly ContractEvent[],
    { asOf = '2026-02-20', target = '2026-02', ledger = [] as readonly LedgerEntry[] } = {},
  ) => {
    const found = disputeOf({ contract, events, ledger, target, asOf }, '2026-01', 'bonus');
    if (found.state === 'none') return 'none';
    if (found.state === 'resolved') return `resolved ${moneyText(found.amount)} by ${found.resolution.date}`;
    const claims = found.claims.map(({ event, claimed, from }) => `${event} ${claimed} from ${moneyText(from)}`).join(', ');
    return `open ${found.dispute.file} until ${found.lapsesOn}${found.now ? ' now' : ''}: ${claims}`;
  };

  it('is none without one, or with others’', () => {
    expect(state([])).toBe('none');
    expect(
      state([dispute('a', '2026-02-01', '40.00', { line: 'sales' }), dispute('b', '2026-02-01', '40.00', { period: '2026-02' })]),
    ).toBe('none');
    expect(isAbout(dispute('a', '2026-02-01', '1.00', { period: '2026-03', line: UP }), '2026-01', 'bonus')).toBe(true);
    expect(trueUpId('2026-01', 'bonus')).toBe(UP);
  });

  it('is open until its day, and then over', () => {
    const a = dispute('a', '2026-02-01');
    expect(state([a], { asOf: '2026-03-02' })).toBe('open a until 2026-03-03: a 40.00 from 0.00');
    expect(state([a], { asOf: '2026-03-03' })).toBe('none');
    expect(state([a], { target: '2026-01' })).toBe('open a until 2026-03-03 now: a 40.00 from 0.00');
  });

  it('of several is the smaller claim, open until the last has lapsed', () => {
    const [a, b] = [dispute('a', '2026-02-01', '40.00'), dispute('b', '2026-02-05', '-30.00', { party: 'provider' })];
    expect(state([a, b])).toBe('open b until 2026-03-07: a 40.00 from 0.00, b -30.00 from 0.00');
    expect(state([b, a])).toBe('open b until 2026-03-07: b -30.00 from 0.00, a 40.00 from 0.00');
    // of equal ones the first
    expect(state([a, { ...b, claimed: '40.00' }])).toMatch(/^open a until 2026-03-07/);
    // one has lapsed
    expect(state([a, b], { asOf: '2026-03-05' })).toBe('open b until 2026-03-07: b -30.00 from 0.00');
  });

  it('of a true-up is on top of what was settled before its statement, and says nothing of statements before that', () => {
    const a = dispute('a', '2026-02-10', '15.00', { period: '2026-02', line: UP });
    const ledger = [settled('2026-01', '100.00'), settled('2026-02', '120.00')];
    expect(state([a], { target: '2026-01' })).toBe('none');
    expect(state([a], { ledger })).toBe('open a until 2026-03-12 now: a 15.00 from 100.00');
    expect(state([a], { target: '2026-03', ledger })).toBe('open a until 2026-03-12: a 15.00 from 100.00');
    expect(state([{ ...a, period: '2026-03' } as Dispute], { target: '2026-03', ledger })).toBe(
      'open a until 2026-03-12 now: a 15.00 from 120.00',
    );
    expect(state([a], { ledger: [settled('2026-01', '100.00', 'sales')] })).toContain('from 0.00');
    expect(state([a, answer('resolution', 'a', '2026-02-12', '5.00')], { ledger })).toBe('resolved 105.00 by 2026-02-12');
  });

  it('is resolved for good, by the latest of several', () => {
    const [a, b] = [dispute('a', '2026-02-01'), dispute('b', '2026-02-05')];
    const [first, second] = [answer('resolution', 'a', '2026-02-10', '70.00'), answer('resolution', 'b', '2026-02-12', '80.00')];
    expect(state([a, first])).toBe('resolved 70.00 by 2026-02-10');
    expect(state([a, first], { asOf: '2027-01-01' })).toBe('resolved 70.00 by 2026-02-10');
    expect(state([a, b, first, second])).toBe('resolved 80.00 by 2026-02-12');
    expect(state([b, a, first, second])).toBe('resolved 80.00 by 2026-02-12');
    expect(state([a, b, first])).toBe('resolved 70.00 by 2026-02-10');
    // of one day the one of the later dispute
    const sameDay = answer('resolution', 'b', '2026-02-10', '80.00');
    expect(state([a, b, first, sameDay])).toBe('resolved 80.00 by 2026-02-10');
    expect(state([a, answer('escalation', 'a', '2026-02-10')])).toMatch(/^open/);
  });
});

describe('what nobody disputes', () => {
  it.each([
    ['100', '40', '40'],
    ['40', '100', '40'],
    ['-100', '-40', '-40'],
    ['-40', '-100', '-40'],
    ['100', '-40', '0'],
    ['-100', '40', '0'],
    ['0', '40', '0'],
    ['100', '0', '0'],
  ])('of %s computed and %s claimed is %s', (computed, claimed, left) => {
    expect(toDecimal(undisputed(rational(computed), rational(claimed)))).toBe(left);
  });

  const least = (computed: string, ...claims: readonly (readonly [event: string, claimed: string, from?: string])[]) => {
    const open = {
      claims: claims.map(([event, claimed, from = '0.00']) => ({ event, claimed, from: money(from, 'USD') })),
    } as unknown as OpenDispute;
    const { claim, payable } = leastClaim(open, money(computed, 'USD'));
    return `${claim.event} ${moneyText(payable)}`;
  };

  it('follows from the claim that leaves the least, the smaller among equals', () => {
    expect(least('100.00', ['a', '40.00'], ['b', '30.00'])).toBe('b 30.00');
    expect(least('100.00', ['a', '30.00'], ['b', '40.00'])).toBe('a 30.00');
    expect(least('100.00', ['a', '-40.00'], ['b', '-30.00'])).toBe('b 0.00');
    expect(least('100.00', ['a', '300.00'], ['b', '200.00'])).toBe('b 100.00');
    expect(least('100.00', ['a', '30.00'], ['b', '30.00'])).toBe('a 30.00');
    // on top of what was settled: 120 is 20 more than 100, of which 15 are claimed
    expect(least('120.00', ['a', '15.00', '100.00'])).toBe('a 115.00');
    expect(least('80.00', ['a', '15.00', '100.00'])).toBe('a 100.00');
  });
});

describe('a dispute that comes too late', () => {
  const statement = (period: string, asOf: string, ...lines: readonly string[]) =>
    ({ period, asOf, lines: lines.map((id) => ({ id })) }) as unknown as Statement;
  const first = statement('2026-01', '2026-02-05', 'bonus');
  const late = (event: ContractEvent, ...statements: readonly Statement[]) =>
    lateDisputes([event], statements, contract).map(({ lastDay }) => lastDay);

  it('is filed more days after its statement than it may be', () => {
    expect(late(dispute('a', '2026-02-15'), first)).toEqual([]);
    expect(late(dispute('a', '2026-02-16'), first)).toEqual(['2026-02-15']);
    expect(late({ ...dispute('a', '2026-02-16'), kind: 'review' } as unknown as ContractEvent, first)).toEqual([]);
  });

  it('has its time again with each true-up of the line, and none where it is listed nowhere', () => {
    expect(late(dispute('a', '2026-03-14'), first, statement('2026-02', '2026-03-05', UP))).toEqual([]);
    expect(late(dispute('a', '2026-03-16'), first, statement('2026-02', '2026-03-05', UP))).toEqual(['2026-03-15']);
    expect(late(dispute('a', '2026-02-16'), first, statement('2026-02', '2026-02-16', UP))).toEqual(['2026-02-15']);
    expect(late(dispute('a', '2026-03-16'), statement('2026-01', '2026-02-05', 'sales'))).toEqual([]);
    expect(late(dispute('a', '2026-03-16', '1.00', { period: '2026-02', line: UP }), statement('2026-02', '2026-03-05', UP))).toEqual([
      '2026-03-15',
    ]);
  });
});

it('a true-up is large where it moves more than a tenth', () => {
  const large = (before: string, after: string) => isLarge(money(before, 'USD'), money(after, 'USD'));
  expect([large('100.00', '110.00'), large('100.00', '110.01'), large('100.00', '89.99'), large('100.00', '90.00')]).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect([large('-100.00', '-110.01'), large('-100.00', '-109.00'), large('0.00', '0.01'), large('0.00', '0.00')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
