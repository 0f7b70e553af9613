import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/kernel/calendar.js';
import { medium } from '../../src/media/terminal.js';
import { linesOf } from '../../src/notification/fact-text.js';
import { factsOf, factsOfToday, isHeardBy } from '../../src/notification/facts.js';
import { toldBlocks } from '../../src/notification/told.js';
import { wording } from '../../src/report/wording.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { remindersOf } from '../../src/settlement/reminders.js';
import { standingOf } from '../../src/settlement/standing.js';
import { tasksOf } from '../../src/settlement/tasks.js';
import { once } from '../once.js';
import { relationship, settleDays } from './relationship.js';

/*
 * What is told on which day, by hand. January is settled on 5 February: disputable until 15 February, due on 2 March. Nobody pays.
 * Photos are the brand's and due on the 3rd of each month; none is ever filed.
 */
const { terms, events } = relationship({
  fees: [{ id: 'base', kind: 'retainer', amount: 1000 }],
  duties: [
    {
      ...{ id: 'photos', owes: 'brand', title: 'Photos\n@everyone', dueDay: 3, lateIf: 'claimed' },
      ifLate: { kpis: ['gmv'], scoreAs: '100%' },
    },
  ],
});
const ledger = once(() => settleDays(terms, events, [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '5000' } } }]));
const on = (asOf: string) => remindersOf({ terms, events, ledger: ledger(), asOf }, 'workflow');
const today = (asOf: string) => factsOfToday('acme', { terms, events, ledger: ledger(), asOf }, 'workflow');
const days = (from: string, count: number) => Array.from({ length: count }, (_, index) => addDays(from, index));
const told = (from: string, count: number, what: RegExp) =>
  days(from, count).flatMap((asOf) => on(asOf).flatMap(({ key, to }) => (what.test(key) ? [`${asOf} ${to} ${key}`] : [])));

test('the end of the time to dispute is told three days and one day ahead, to both', () => {
  expect(told('2026-02-01', 40, /^check/)).toEqual([
    '2026-02-12 both check/2026-01/2026-02-15/3',
    '2026-02-14 both check/2026-01/2026-02-15/1',
  ]);
});

test('a payment is told three days ahead to the payer, on the day after, and then weekly, to both', () => {
  expect(told('2026-02-01', 50, /^pay/)).toEqual([
    '2026-02-27 brand pay/2026-01/2026-03-02/3',
    '2026-03-03 both pay/2026-01/2026-03-02/-1',
    '2026-03-10 both pay/2026-01/2026-03-02/-8',
    '2026-03-17 both pay/2026-01/2026-03-02/-15',
  ]);
});

test('a duty is told two days ahead to whom it is, also before its period has begun, and to both on the day after; a claim to the other', () => {
  expect(told('2026-02-20', 30, /^(duty|claim)/)).toEqual([
    '2026-03-01 brand duty/2026-03/photos/2026-03-03/2',
    '2026-03-04 both duty/2026-03/photos/2026-03-03/-1',
    '2026-03-08 provider claim/2026-02/photos/2026-03-10/2',
  ]);
});

test('notice, the end and the handover are told ahead', () => {
  expect(told('2026-11-01', 70, /^(notice|term-end|handover)/)).toEqual([
    '2026-11-16 both notice/2026-11-30/14',
    '2026-11-27 both notice/2026-11-30/3',
    '2026-12-17 both term-end/2026-12-31/14',
    '2027-01-01 both handover/2027-01-15/14',
  ]);
});

test('nothing is told twice in two years, and a party hears its own and what concerns both', () => {
  const keys = days('2025-12-01', 730).flatMap((asOf) => on(asOf).map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(20);
  const hear = (party: 'brand' | 'provider') => {
    const facts = ['2026-02-12', '2026-02-27', '2026-03-03', '2026-03-08'].flatMap((asOf) => today(asOf));
    return [...new Set(facts.filter((fact) => isHeardBy(fact, party)).flatMap(({ keys }) => keys))];
  };
  expect(hear('brand')).toEqual(['acme/check/2026-01/2026-02-15/3', 'acme/pay/2026-01/2026-03-02/3', 'acme/pay/2026-01/2026-03-02/-1']);
  expect(hear('provider')).toEqual([
    'acme/check/2026-01/2026-02-15/3',
    'acme/pay/2026-01/2026-03-02/3',
    'acme/pay/2026-01/2026-03-02/-1',
    'acme/claim/2026-02/photos/2026-03-10/2',
  ]);
});

/* A dispute of 12 February has 30 days and lapses on 14 March; February is held on 5 March, for want of the brand's data. */
test('a day tells what was disputed, held and found late on it, and no other day does', () => {
  const fees = [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }];
  const dispute = { kind: 'dispute', party: 'brand', period: '2026-01', line: 'sales', claimed: 400, reason: 'r', evidence: ['e'] };
  const own = relationship({ fees }, undefined, { '2026-02-12-no.yaml': dispute });
  const statements = settleDays(own.terms, own.events, [
    { asOf: '2026-02-05', values: { '2026-01': { revenue: '5000' } } },
    { asOf: '2026-03-05', values: { '2026-02': { revenue: null } } },
  ]);
  const said = (asOf: string, locale: 'en' | 'zh' = 'en') => {
    const settledBy = statements.filter(({ statement }) => statement.asOf <= asOf);
    const facts = factsOfToday('acme', { ...own, ledger: settledBy, asOf }, 'workflow');
    return JSON.stringify(toldBlocks([{ contract: 'acme', terms: own.terms, facts }], [asOf], locale));
  };
  expect(said('2026-02-12')).toContain('holds USD 400.00 to be right. Agree by 2026-03-13, that day included, or the dispute lapses.');
  expect(said('2026-02-12', 'zh')).toContain('请在 2026-03-13（含）前达成和解，逾期未和解即失效。');
  expect(said('2026-02-13')).toContain('Nothing to tell');
  expect(said('2026-03-05')).toContain('Held: Commission of 2026-02');
  expect(said('2026-03-05')).toContain('Data was late for the statement of 2026-02: sales (Brand).');
  expect(said('2026-03-06')).not.toContain('Held: ');
  expect(said('2026-03-12')).toContain('Tomorrow, 2026-03-13, both parties: resolve the dispute');
});

test('a message names day, who and what; a quiet day says that it is one', () => {
  const said = (asOf: string, locale: 'en' | 'zh', reader?: 'brand' | 'provider') =>
    JSON.stringify(toldBlocks([{ contract: 'acme', terms, facts: today(asOf) }], [asOf], locale, reader === undefined ? {} : { reader }));
  expect(said('2026-02-14', 'en')).toContain(
    'Tomorrow, 2026-02-15, both parties: check the statement of 2026-01; after that a line can be disputed only once a true-up moves it',
  );
  expect(said('2026-03-03', 'en')).toContain('1 day overdue, 2026-03-02, Brand: pay USD 1,000.00 for 2026-01');
  expect(said('2026-03-10', 'zh')).toContain('已逾期 8 天（2026-03-02）');
  // Whoever waits for it reads what is owed to it.
  expect(said('2026-03-03', 'en', 'brand')).toContain('1 day overdue, 2026-03-02, Brand: pay USD 1,000.00 for 2026-01');
  expect(said('2026-03-03', 'en', 'provider')).toContain(
    'Owed to Agency by Brand: USD 1,000.00 for 2026-01, due on 2026-03-02, 1 day overdue',
  );
  expect(said('2026-03-10', 'zh', 'provider')).toContain(
    '应收款：Brand 应付 Agency 的 2026-01 结算款 USD 1,000.00，已逾期 8 天（到期日 2026-03-02）',
  );
  expect(said('2026-03-05', 'en')).toContain('Nothing to tell on 2026-03-05. `concord calendar` has the days to come');
});

test('Chinese words that meet in a reminder have no space between them', () => {
  const kpis = [
    {
      id: 'sales',
      title: '销售额',
      metric: 'gmv',
      owner: 'provider',
      better: 'higher',
      weight: '100%',
      target: { '2026-01': 1000, '2026-04': 1100 },
    },
  ];
  const own = relationship({ kpis, composite: { rule: 'weighted_mean' }, fees: [{ id: 'base', kind: 'retainer', amount: 1000 }] });
  const facts = factsOfToday('acme', { ...own, ledger: [], asOf: '2026-04-01' }, 'workflow');
  const said = JSON.stringify(toldBlocks([{ contract: 'acme', terms: own.terms, facts }], ['2026-04-01'], 'zh'));
  expect(said).toContain('今天（2026-04-01）：销售额的目标值调整为');
});

test('a title with a line break is text of its own line', () => {
  const reported = [{ contract: 'acme', terms, facts: today('2026-03-01') }];
  const message = medium.print(
    { document: () => null, blocks: (locale) => toldBlocks(reported, ['2026-03-01'], locale) },
    { locale: 'en', color: false, width: 200 },
  );
  expect(message).toContain('Photos @everyone (2026-03): to be done and filed');
  expect(message.split('\n').filter((line) => line.trimStart().startsWith('@'))).toEqual([]);
});

/*
 * January brought more back than it sold, −5,000 at 10%: −500.00, to be paid back by 2 March. February is settled on 5 March, at 200.00: of
 * the 500.00, overdue by then, 300.00 are left.
 */
test('a refund is told as a payment is: three days ahead to the provider, overdue to both, and no more of it than is not set off', () => {
  const fees = [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }];
  const own = relationship({ fees });
  const statements = settleDays(own.terms, own.events, [
    { asOf: '2026-02-05', values: { '2026-01': { revenue: '-5000' } } },
    { asOf: '2026-03-05', values: { '2026-01': { revenue: '-5000' }, '2026-02': { revenue: '2000' } } },
  ]);
  const input = (asOf: string) => ({ ...own, ledger: statements.filter(({ statement }) => statement.asOf <= asOf), asOf });
  const refund = days('2026-02-05', 40).flatMap((asOf) =>
    remindersOf(input(asOf), 'workflow').flatMap(({ key, to }) => (key.startsWith('repay') ? [`${asOf} ${to} ${key}`] : [])),
  );
  expect(refund).toEqual([
    '2026-02-27 provider repay/2026-01/2026-03-02/3',
    '2026-03-03 both repay/2026-01/2026-03-02/-1',
    '2026-03-10 both repay/2026-01/2026-03-02/-8',
  ]);
  const said = (asOf: string, locale: 'en' | 'zh', reader: 'brand' | 'provider') =>
    JSON.stringify(
      toldBlocks([{ contract: 'acme', terms: own.terms, facts: factsOfToday('acme', input(asOf), 'workflow') }], [asOf], locale, {
        reader,
      }),
    );
  expect(said('2026-02-27', 'en', 'provider')).toContain(
    'In 3 days, 2026-03-02, Agency: pay back USD 500.00 of 2026-01, or have it set against later statements',
  );
  expect(said('2026-03-10', 'zh', 'provider')).toContain(
    '已逾期 8 天（2026-03-02），Agency：退还 2026-01 的 USD 300.00，或冲抵以后的结算单',
  );
  expect(said('2026-03-10', 'en', 'brand')).toContain(
    'Owed back to Brand by Agency: USD 300.00 of 2026-01, due on 2026-03-02, 8 days overdue',
  );
  expect(said('2026-03-03', 'zh', 'brand')).toContain(
    '应收款：Agency 应退 Brand 的 2026-01 结算款 USD 500.00，已逾期 1 天（到期日 2026-03-02）',
  );
  const proposed = factsOf('acme', { ...own, ledger: [], asOf: '2026-02-27' }, 'workflow', [
    { entry: statements[0] as LedgerEntry, pullRequest: { number: 7, url: 'https://github.com/acme/kpi/pull/7' } },
  ]);
  // what is only proposed is to be looked at, and not to be paid back
  expect(proposed.flatMap(({ keys }) => keys).filter((key) => key.includes('repay'))).toEqual([]);
});

/* The launch is due on 31 May, asked for on 20 March and refused on the 26th: from then on the provider has until 31 May to ask again. */
describe('a milestone that was refused', () => {
  const fees = [{ id: 'launch', title: 'Launch', kind: 'milestone', amount: 500, due: '2026-05-31' }];
  const filed = {
    '2026-03-20-ask.yaml': { kind: 'acceptance_request', party: 'provider', milestone: 'launch', on: '2026-03-20' },
    '2026-03-26-no.yaml': {
      ...{
        kind: 'refusal',
        party: 'brand',
        milestone: 'launch',
        on: '2026-03-26',
        reason: 'No checkout yet',
        answers: '2026-03-20-ask.yaml',
      },
    },
  };
  const again = { '2026-04-10-ask.yaml': { kind: 'acceptance_request', party: 'provider', milestone: 'launch', on: '2026-04-10' } };
  const at = (asOf: string, events: Parameters<typeof relationship>[2] = filed) => ({
    ...relationship({ fees }, undefined, events),
    ...{ ledger: [], asOf },
  });
  const asked = (asOf: string, events?: Parameters<typeof relationship>[2]) =>
    tasksOf(standingOf(at(asOf, events)), 'workflow').filter(({ task }) => task === 'ask');

  test('is to be asked for again from that day on, whatever the month of its last day', () => {
    expect(asked('2026-03-25')).toEqual([]);
    const refused = { file: '2026-03-26-no.yaml', on: '2026-03-26', reason: 'No checkout yet' };
    expect(asked('2026-03-26')).toEqual([{ task: 'ask', by: 'provider', on: '2026-05-31', milestone: 'launch', refused }]);
    expect(asked('2026-04-10', { ...filed, ...again })).toEqual([]);
    expect(asked('2026-06-01')).toEqual([]);
  });

  test('is told to the provider once, with the reason', () => {
    const facts = factsOfToday('acme', at('2026-03-26'), 'workflow');
    expect(facts.map(({ keys, to }) => [keys, to])).toContainEqual([['acme/2026-03-26/refused/2026-03-26-no.yaml'], 'provider']);
    expect(factsOfToday('acme', at('2026-03-27'), 'workflow').filter(({ what }) => 'refused' in what)).toEqual([]);
    const { terms: own } = at('2026-03-26');
    const words = wording(own, 'en');
    const lines = facts.flatMap((fact) => ('refused' in fact.what ? linesOf(fact, { words, repository: null, reader: 'provider' }) : []));
    expect(lines).toEqual([
      {
        text: 'By 2026-05-31: milestone "Launch" was refused on 2026-03-26: “No checkout yet”; ask again for its acceptance, or dispute its line; after that day it can no longer be asked for.',
      },
    ]);
  });
});
