import { describe, expect, test } from 'vitest';
import type { Terms } from '../../src/contract/model.js';
import type { Locale } from '../../src/kernel/text.js';
import { amendmentParts } from '../../src/report/amendment.js';
import { definitions, relationship, settleDays } from '../settlement/relationship.js';
import { amendTo } from './clauses.js';

/* What a change is worth where one month hangs on others: the whole time says who gains, and each row why it differs as it does. */

type Json = Readonly<Record<string, unknown>>;
const KPIS = { kpis: [{ id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 10000 }] };

const termsWith = (fees: readonly Json[], more: Json = {}): Terms => relationship({ ...KPIS, fees, ...more }, definitions(false)).terms;
const commission = (rate: unknown, more: Json = {}) => ({
  id: 'sales',
  kind: 'commission',
  base: 'gmv',
  tiers: rate,
  mode: 'marginal',
  accumulate: 'period',
  ...more,
});
const july = (until: string, then: string) => commission({ '2026-01': { 0: until }, '2026-07': { 0: then } });

/** As many months as there are values, settled on the sixth of the month after the last. */
function settled(terms: Terms, revenues: readonly number[]) {
  const months = revenues.map((_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
  const values = Object.fromEntries(months.map((month, index) => [month, { revenue: String(revenues[index]) }]));
  const asOf = `2026-${String(revenues.length + 1).padStart(2, '0')}-06`;
  return { ledger: settleDays(terms, [], [{ asOf, values }]), asOf };
}

function effectOf(base: Terms, head: Terms, revenues: readonly number[]) {
  const amendment = amendTo(head, { base, ...settled(base, revenues) });
  const [effect] = amendment.effects;
  if (effect === undefined) throw new Error('no effect');
  const told = (locale: Locale) =>
    JSON.stringify(amendmentParts({ amendment, terms: head, access: [], records: [], reads: [] }, locale)).replaceAll(
      /"tone":"\w+",?/g,
      '',
    );
  return { effect, told, differences: effect.periods.map(({ difference }) => difference) };
}

describe('a cap of the term', () => {
  const capped = (rate: string, term: number) => termsWith([july('5%', rate), { id: 'ceiling', kind: 'cap', term }]);
  const SIX = Array.from({ length: 6 }, () => 100000);

  test('reached under both texts: a raise is paid sooner and comes to the same', () => {
    // Old: 5,000 a month, 30,000 in June. New: 7,000 a month, 28,000 after April, then 2,000 and 0.
    const { effect, told, differences } = effectOf(capped('5%', 30000), capped('7%', 30000), SIX);
    expect(differences).toEqual(['2000.00', '2000.00', '2000.00', '2000.00', '-3000.00', '-5000.00']);
    expect(effect).toMatchObject({
      whole: true,
      difference: '0.00',
      capOfTerm: { cap: '30000', before: { reachedIn: '2026-06', left: '0' }, after: { reachedIn: '2026-05', left: '0' } },
    });
    const may = effect.periods[4]?.lines.find(({ line }) => line === 'ceiling');
    expect(may).toMatchObject({
      before: '0.00',
      after: '-5000.00',
      cause: { code: 'cap-used-more', with: { before: '10000', after: '2000' } },
    });
    expect(told('en')).toContain(
      'The cap of the term, USD 30,000.00, is used up from 2026-05 on under the new text, from 2026-06 on under the old one',
    );
    expect(told('en')).toContain('leaves USD 2,000.00 here under the new text instead of USD 10,000.00: earlier periods use more of it.');
    expect(told('en')).toContain(
      'In sum neither Brand nor Agency would have seen a difference: what one period pays more, another pays less.',
    );
    expect(told('zh')).toContain('按新文本自 2026-05 起用尽，按原文本自 2026-06 起用尽');
    expect(told('zh')).toContain('本期的合同期封顶余额按新文本为 USD 2,000.00，按原文本为 USD 10,000.00：此前各期已多用。');
  });

  test('reached under the new text alone: what is left under the old one may still come', () => {
    // 40,000: old 30,000 so far; new 35,000 after May and 5,000 in June.
    const { effect, told, differences } = effectOf(capped('5%', 40000), capped('7%', 40000), SIX);
    expect(differences).toEqual(['2000.00', '2000.00', '2000.00', '2000.00', '2000.00', '0.00']);
    expect(effect.difference).toBe('10000.00');
    expect(effect.capOfTerm).toMatchObject({ before: { reachedIn: null, left: '10000' }, after: { reachedIn: '2026-06', left: '0' } });
    expect(told('en')).toContain('The old one leaves USD 10,000.00 of it after 2026-06');
    expect(told('zh')).toContain('按原文本在 2026-06 之后尚余 USD 10,000.00');
  });

  test('lowered again: the other way round', () => {
    const { effect, told } = effectOf(capped('5%', 50000), capped('4%', 50000), [...SIX, 100000, 100000]);
    // 8 × 5,000 = 40,000 and 8 × 4,000 = 32,000: the cap cuts nothing, so that each month stands for itself.
    expect([effect.whole, effect.difference]).toEqual([false, '-3000.00']);
    expect(told('en')).not.toContain('cap of the term');
    const less = effectOf(capped('5%', 35000), capped('4%', 35000), [...SIX, 100000, 100000]);
    // Old: 35,000 in July, nothing in August; new: 4,000 a month.
    expect(less.differences.slice(-2)).toEqual(['-1000.00', '4000.00']);
    expect(less.effect.periods.at(-1)?.lines.find(({ line }) => line === 'ceiling')?.cause?.code).toBe('cap-used-less');
    expect(less.told('en')).toContain('The new one leaves USD 3,000.00 of it after 2026-08');
  });

  test('that is used up before, or binds in each month alone, says that nothing more is paid', () => {
    const { effect } = effectOf(capped('5%', 10000), capped('7%', 10000), SIX);
    // Old 5,000, 5,000, 0 …; new 7,000, 3,000, 0 …
    expect(effect.periods.map(({ difference }) => difference)).toEqual(['2000.00', '-2000.00', '0.00', '0.00', '0.00', '0.00']);
    expect(effect.periods.at(-1)?.lines.find(({ line }) => line === 'ceiling')?.cause).toEqual({ code: 'cap-reached', with: {} });
    const monthly = (rate: string) => termsWith([july('5%', rate), { id: 'ceiling', kind: 'cap', period: 6000 }]);
    const one = effectOf(monthly('5%'), monthly('7%'), SIX);
    expect([one.effect.whole, one.differences, one.effect.difference]).toEqual([false, ['1000.00', '1000.00', '1000.00'], '3000.00']);
    expect(one.effect.periods[0]?.lines.find(({ line }) => line === 'ceiling')?.cause).toEqual({
      code: 'cap-of-period',
      with: { room: '6000' },
    });
  });

  test('a cap that is raised says itself', () => {
    const raised = (term: unknown) => termsWith([july('5%', '5%'), { id: 'ceiling', kind: 'cap', term }]);
    const { effect, differences } = effectOf(raised(10000), raised({ '2026-01': 10000, '2026-07': 12000 }), SIX);
    expect(differences).toEqual(['0.00', '0.00', '2000.00', '0.00', '0.00', '0.00']);
    expect([effect.difference, effect.capOfTerm]).toEqual(['2000.00', null]);
    expect(effect.periods.flatMap(({ lines }) => lines.flatMap(({ cause }) => cause ?? []))).toEqual([]);
  });

  test('beside one of each month, the one that leaves less is told', () => {
    const both = (rate: string) => termsWith([july('5%', rate), { id: 'ceiling', kind: 'cap', period: 6000, term: 20000 }]);
    const { effect, differences } = effectOf(both('5%'), both('7%'), SIX);
    // Old 5,000 four times; new 6,000 three times, then 2,000.
    expect(differences).toEqual(['1000.00', '1000.00', '1000.00', '-3000.00', '0.00', '0.00']);
    const causes = effect.periods.map(({ lines }) => lines.find(({ line }) => line === 'ceiling')?.cause?.code);
    expect(causes).toEqual(['cap-of-period', 'cap-of-period', 'cap-of-period', 'cap-used-more', 'cap-reached', 'cap-reached']);
  });
});

test('a month with a line that is known under neither text counts with the others: leaving it out would turn the sign', () => {
  // A reward by ROAS, of which February, without any spend, knows nothing.
  const reward = { id: 'reward', kind: 'bonus', by: 'roas', pool: 100, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' };
  const both = (rate: string): Terms =>
    relationship(
      {
        kpis: [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 1 }],
        fees: [july('5%', rate), reward, { id: 'ceiling', kind: 'cap', term: 12000 }],
      },
      definitions(true),
    ).terms;
  const [base, head] = [both('5%'), both('7%')];
  const spent = (spend: string) => ({ revenue: '100000', spend });
  const values = { '2026-01': spent('200000'), '2026-02': spent('0'), '2026-03': spent('200000') };
  const ledger = settleDays(base, [], [{ asOf: '2026-04-06', values }]);
  const amendment = amendTo(head, { base, ledger, asOf: '2026-04-10' });
  const [effect] = amendment.effects;
  // January 5,050 and 7,050; February 5,000 and 4,950 of the 7,000 and 4,950 left; March 1,950 and 0.
  expect(effect?.periods.map(({ difference }) => difference)).toEqual(['2000.00', null, '-1950.00']);
  expect([effect?.unknown, effect?.difference]).toEqual([['2026-02'], '0.00']);
  const told = JSON.stringify(amendmentParts({ amendment, terms: head, access: [], records: [], reads: [] }, 'en'));
  expect(told).toContain('Of 2026-02 only the lines that can be computed from the evidence in the ledger are counted.');
  expect(told).toContain('In sum neither Brand nor Agency would have seen a difference: what one period pays more, another pays less.');
});

describe('a guarantee that is paid back', () => {
  const floor = (amount: unknown, recoverable = true) =>
    termsWith([commission({ 0: '5%' }), { id: 'floor', kind: 'guarantee', amount, recoverable }]);
  const MONTHS = [20000, 20000, 100000, 100000, 100000];

  test('raised, it gives first and takes later: together nothing', () => {
    // Earned 1,000, 1,000, 5,000, 5,000, 5,000. At 2,000: topped up by 1,000 twice, all taken back in March.
    // At 3,000: 2,000 twice; March takes back 2,000, April 2,000.
    const { effect, told, differences } = effectOf(floor(2000), floor({ '2026-01': 2000, '2026-07': 3000 }), MONTHS);
    expect(differences).toEqual(['1000.00', '1000.00', '0.00', '-2000.00', '0.00']);
    expect([effect.whole, effect.difference]).toEqual([true, '0.00']);
    expect(effect.periods[3]?.lines.find(({ line }) => line === 'floor/recovery')?.cause).toEqual({
      code: 'drawn-more',
      with: { before: '0', after: '2000' },
    });
    expect(told('en')).toContain(
      'Of what the guarantee has topped up in earlier periods, USD 2,000.00 is still to be taken back here instead of USD 0.00: more of it is.',
    );
  });

  test('that is not: a higher rate is topped up by less, which is told', () => {
    const fixed = (rate: string) => termsWith([july('5%', rate), { id: 'floor', kind: 'guarantee', amount: 4000, recoverable: false }]);
    const { effect, told, differences } = effectOf(fixed('5%'), fixed('6%'), [20000, 20000, 20000, 100000]);
    expect(differences).toEqual(['0.00', '0.00', '1000.00']);
    expect(effect.periods[0]?.lines.find(({ line }) => line === 'floor')?.cause).toEqual({ code: 'topped-up', with: { floor: '4000' } });
    expect(told('zh')).toContain('两份文本下均保底至 USD 4,000.00');
  });
});

test('a recovery that only one text has stands before the tax', () => {
  const VAT = { id: 'vat', kind: 'tax', rate: '10%', label: 'VAT' };
  const floor = (recoverable: boolean) =>
    termsWith([commission({ 0: '5%' }), { id: 'floor', kind: 'guarantee', amount: 2000, recoverable }, VAT]);
  const { effect, differences } = effectOf(floor(false), floor(true), [20000, 100000]);
  // 1,000 earned, topped up by 1,000, which March's 5,000 pay back, and 10% of it less tax.
  expect(differences).toEqual(['0.00', '-1100.00']);
  expect(effect.periods[1]?.lines.map(({ line }) => line)).toEqual(['sales', 'floor', 'floor/recovery', 'vat']);
});

describe('tiers over the term', () => {
  test('a tier that is reached sooner is paid sooner', () => {
    const whole = (at: number) =>
      termsWith([
        commission(
          at === 300000 ? { 0: '5%', 300000: '6%' } : { '2026-01': { 0: '5%', 300000: '6%' }, '2026-07': { 0: '5%', [at]: '6%' } },
          { mode: 'whole', accumulate: 'term' },
        ),
      ]);
    // To date 100, 200, 300, 400 thousand: old 5,000, 10,000, 18,000, 24,000; new from 200,000 on 6%: 5,000, 12,000, 18,000, 24,000.
    const { effect, told, differences } = effectOf(whole(300000), whole(200000), [100000, 100000, 100000, 100000]);
    expect(differences).toEqual(['0.00', '2000.00', '-2000.00', '0.00']);
    expect([effect.whole, effect.difference]).toEqual([true, '0.00']);
    expect(effect.periods[2]?.lines.find(({ line }) => line === 'sales')?.cause?.code).toBe('to-date');
    expect(told('en')).toContain('From here on the other way: its tiers go by the total to date');
    expect(effect.periods[1]?.lines.find(({ line }) => line === 'sales')?.cause).toBeNull();
  });
});

test('where each month stands for itself, the last three are shown', () => {
  const { effect, told } = effectOf(
    termsWith([july('5%', '5%')]),
    termsWith([july('5%', '7%')]),
    [1, 1, 1, 1].map((each) => each * 1000),
  );
  expect([effect.whole, effect.periods.map(({ period }) => period), effect.difference]).toEqual([
    false,
    ['2026-02', '2026-03', '2026-04'],
    '60.00',
  ]);
  expect(told('en')).toContain('Had it held in the last 3 settled periods, as it is from 2026-07 on:');
});

describe('a guarantee, why its lines differ', () => {
  const retained = (amount: unknown, floor: Json) =>
    termsWith([{ id: 'base', kind: 'retainer', amount }, commission({ 0: '5%' }), { id: 'floor', kind: 'guarantee', ...floor }]);
  const raised = (from: number, to: number) => ({ '2026-01': from, '2026-07': to });
  const causeOf = ({ effect }: ReturnType<typeof effectOf>, month: number, line: string) =>
    effect.periods[month]?.lines.find((each) => each.line === line)?.cause;

  test('it takes back more since more exceeds it, though less is owed', () => {
    const floor = { amount: 5000, recoverable: true };
    // Old: 3,500 + 1,500; 5,000; 7,000 − 1,500. New: 4,000 + 1,000; 5,500 − 500; 7,500 − 500.
    const found = effectOf(retained(2000, floor), retained(raised(2000, 2500), floor), [30000, 60000, 100000]);
    expect(found.differences).toEqual(['0.00', '0.00', '1500.00']);
    expect(causeOf(found, 1, 'floor/recovery')).toEqual({ code: 'room-more', with: { before: '5000', after: '5500' } });
    expect(causeOf(found, 2, 'floor/recovery')).toEqual({ code: 'drawn-less', with: { before: '1500', after: '500' } });
    expect(found.told('en')).toContain('before that this period comes to USD 5,500.00 instead of USD 5,000.00, so more of it is.');
    expect(found.told('en')).toContain('USD 500.00 is still to be taken back here instead of USD 1,500.00: less of it is.');
    expect(found.told('zh')).toContain('本期回收前为 USD 5,500.00（原文本 USD 5,000.00），因此回收较多。');
  });

  test('what is earned reaches it under one text alone', () => {
    // 5% of 24,000 is 1,200: 3,700 is topped up to 4,000, and 4,200 is not.
    const floor = { amount: 4000, recoverable: false };
    const found = effectOf(retained(2500, floor), retained(raised(2500, 3000), floor), [24000]);
    expect(found.differences).toEqual(['200.00']);
    expect(causeOf(found, 0, 'floor')).toEqual({ code: 'floor-passed', with: { floor: '4000', before: '3700', after: '4200' } });
    const back = effectOf(retained(3000, floor), retained(raised(3000, 2500), floor), [24000]);
    expect(back.differences).toEqual(['-200.00']);
    expect(causeOf(back, 0, 'floor')).toEqual({ code: 'floor-missed', with: { floor: '4000', before: '4200', after: '3700' } });
    // 5% of 10,000 is 500: 3,000 and 3,500 are both topped up.
    const both = effectOf(retained(2500, floor), retained(raised(2500, 3000), floor), [10000]);
    expect(causeOf(both, 0, 'floor')).toEqual({ code: 'topped-up', with: { floor: '4000' } });
    // Its row differs, and the month does not: nobody sees a difference, not in sum alone.
    expect(both.told('en')).toContain('Neither Brand nor Agency would have seen a difference.');
  });
});

describe('what is settled in none of the periods that are tried', () => {
  const bet = (limit: unknown) => ({
    ...{ id: 'bet', kind: 'wager', metric: 'gmv', better: 'higher', target: 100000, over: 'term', deadband: 0 },
    ...{ rate: '10%', limit, onEarlyEnd: 'scale' },
  });

  test('a wager over the term, half of whose limit is taken off in July, pays 0 in January to March under both texts', () => {
    const base = termsWith([commission({ 0: '5%' }), bet(30000)]);
    const head = termsWith([commission({ 0: '5%' }), bet({ '2026-01': 30000, '2026-07': 15000 })]);
    const { effect, told } = effectOf(base, head, [9000, 9000, 9000]);
    expect(effect).toMatchObject({ difference: '0.00', notSettled: ['bet'] });
    expect(told('en')).toContain('In these periods neither Brand nor Agency would have seen a difference.');
    expect(told('en')).toContain('Not tried, since none of these periods settles it: Wager.');
    expect(told('zh')).toContain('未能测算：对赌。');
  });

  test('one by the quarter is settled in March, and tried', () => {
    const quarter = (limit: unknown) => ({ ...bet(limit), over: 'quarter', target: 20000 });
    const base = termsWith([commission({ 0: '5%' }), quarter(1000)]);
    const head = termsWith([commission({ 0: '5%' }), quarter({ '2026-01': 1000, '2026-07': 500 })]);
    // 27,000 − 20,000 at 10% are 700, of which 500 are left
    expect(effectOf(base, head, [9000, 9000, 9000]).effect).toMatchObject({ difference: '-200.00', notSettled: [] });
    expect(effectOf(base, head, [9000, 9000]).effect).toMatchObject({ difference: '0.00', notSettled: ['bet'] });
  });

  test('a milestone that nobody has accepted yet', () => {
    const launch = (amount: number) => ({ id: 'launch', kind: 'milestone', amount, due: '2026-09-30' });
    const [base, head] = [launch(400), launch(900)].map((fee) => termsWith([commission({ 0: '5%' }), fee])) as [Terms, Terms];
    expect(effectOf(base, head, [9000, 9000]).effect).toMatchObject({ difference: '0.00', notSettled: ['launch'] });
  });
});

test('two fees of one kind without titles are told apart by their ids', () => {
  const later = (from: string, to: string) => ({ '2026-01': { 0: from }, '2026-07': { 0: to } });
  const base = termsWith([commission({ 0: '5%' })]);
  const head = termsWith([commission(later('5%', '0%')), commission(later('0%', '6%'), { id: 'sales2' })]);
  const { told } = effectOf(base, head, [9000]);
  expect(told('en')).toContain('Commission (sales2)');
  expect(told('en')).toContain('Commission (sales)');
  expect(told('zh')).toContain('提成（sales2）');
});
