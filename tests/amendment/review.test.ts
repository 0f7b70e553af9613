import { describe, expect, test } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import { amendmentParts, changeItems } from '../../src/report/amendment.js';
import { definitions, settleDays } from '../settlement/relationship.js';
import { amendTo, fees, termsOf } from './clauses.js';

/* With reviews agreed, what is flagged holds the variable fees on it until somebody reviews it: to agree on them, or no longer, moves money. */

const BASE = { id: 'base', kind: 'retainer', amount: 3000 };
const SALES = {
  id: 'sales',
  kind: 'commission',
  base: 'gmv',
  tiers: { 0: '5%' },
  mode: 'marginal',
  accumulate: 'period',
};
const LATE = { id: 'late', kind: 'penalty', of: 'base', by: 'gmv', bands: { '80%': '10%' } };
const WORDS = definitions(false);
/** What was paid and what was booked are compared; a difference is flagged and holds nothing by itself. */
const COMPARED = {
  ...WORDS,
  measures: { ...(WORDS.measures as object), booked: { definition: 'booked orders', of: 'sales', sum: 'booked', when: 'ts' } },
  reconcile: [{ id: 'books', left: 'revenue', right: 'booked', tolerance: '5%', onBreach: 'flag' }],
};
const MONTHLY = { every: 'month' };

function terms(fees: readonly object[], review: object | null, more: object = {}) {
  const kpis = [{ id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 10000 }];
  return termsOf({ kpis, gates: [], fees, ...(review === null ? {} : { review }), ...more }, COMPARED);
}

/** Before the term, so that only the class and the side are judged. */
const early = (fees: readonly object[], from: object | null, to: object | null) => {
  const { class: kind, favours, unless, changes, refused } = amendTo(terms(fees, to), { base: terms(fees, from), asOf: '2025-12-01' });
  return [kind, unless === null ? favours : `${unless.favours} unless ${unless.below.join()}`, changes[0]?.reaches.length, refused];
};

describe('class, side and reach', () => {
  test('without reviews a commission is paid sooner, with them later', () => {
    expect(early([BASE, SALES], MONTHLY, null)).toEqual(['economic', 'provider unless gmv', 12, false]);
    expect(early([BASE, SALES], null, MONTHLY)).toEqual(['economic', 'brand unless gmv', 12, false]);
  });

  test('a penalty is held by them too: whose pay it betters depends', () => {
    expect(early([BASE, SALES, LATE], MONTHLY, null)).toEqual(['economic', 'unclear', 12, false]);
    expect(early([BASE, LATE], MONTHLY, null)).toEqual(['economic', 'brand', 12, false]);
  });

  test('they hold no retainer', () => {
    expect(early([BASE], MONTHLY, null)).toEqual(['economic', 'neither', 0, false]);
  });

  test('a commission that begins in July is held from July on', () => {
    const july = { ...SALES, tiers: { '2026-01': { 0: '0%' }, '2026-07': { 0: '5%' } } };
    expect(early([BASE, july], MONTHLY, null)).toEqual(['economic', 'provider unless gmv', 6, false]);
  });

  test('what is flagged is held with any rhythm alike', () => {
    expect(early([BASE, SALES], MONTHLY, { every: 'quarter' })).toEqual(['operational', 'neither', 0, false]);
  });
});

describe('in a running contract', () => {
  // 10,000 paid and 9,000 booked differ by 10% in February, which nobody has reviewed.
  const values = { '2026-01': { revenue: '10000', booked: '10000' }, '2026-02': { revenue: '10000', booked: '9000' } };
  const base = terms([BASE, SALES], MONTHLY);
  const head = terms([BASE, SALES], null);
  const ledger = settleDays(base, [], [{ asOf: '2026-03-06', values }]);
  const amendment = amendTo(head, { base, ledger, asOf: '2026-03-10' });

  test('February pays 5% of 10,000 at once, which was held', () => {
    expect(ledger.map(({ statement }) => statement.total)).toEqual(['3500.00', '3000.00']);
    expect(amendment.effects.map(({ periods, difference }) => [periods.map((each) => each.difference), difference])).toEqual([
      [['0.00', '500.00'], '500.00'],
    ]);
  });

  test('what is held under both texts stays not known; 100 of the retainer beside it are counted in both months', () => {
    const more = terms([{ ...BASE, amount: { '2026-01': 3000, '2026-07': 3100 } }, SALES], MONTHLY);
    const [effect] = amendTo(more, { base, ledger, asOf: '2026-03-10' }).effects;
    expect([effect?.difference, effect?.unknown]).toEqual(['200.00', ['2026-02']]);
  });

  test('the running month is refused; no schedule is offered, since there is none', () => {
    expect(amendment.findings).toMatchObject([{ code: 'begun-period', with: { from: '2026-03', to: '2026-03' } }]);
    const found = (locale: Locale) =>
      JSON.stringify(amendmentParts({ amendment, terms: head, access: [], records: [], reads: [] }, locale)?.findings);
    expect(found('en')).toContain('it is for the next contract.');
    expect(found('en')).not.toContain('schedule');
    expect(found('zh')).toContain('请留待下一份合同。');
  });
});

/** What is said of a change, beside its values. */
function said(from: object, to: object, locale: Locale): string[] {
  const [base, head] = [from, to].map((more) => terms([BASE, SALES], null, more));
  if (base === undefined || head === undefined) throw new Error('no terms');
  const amendment = amendTo(head, { base, asOf: '2025-12-01' });
  const reported = { amendment, terms: head, access: [], records: [], reads: [] };
  return changeItems(reported, amendment.changes, { locale, most: 400 }).flatMap(({ notes }) =>
    notes.slice(1).map((note) => note.map((part) => part.text).join('')),
  );
}

describe('what a change makes possible, and who is protected less', () => {
  const calendar = (lockAfterDays: number) => ({ calendar: { every: 'month', timezone: 'UTC', lockAfterDays, trueUpPeriods: 3 } });
  const acceptance = (days: number) => ({ acceptance: { days, silence: 'accepts' } });
  const payment = (dueDays: number) => ({ payment: { dueDays } });

  test.each([
    [
      'no review',
      { review: MONTHLY },
      {},
      /^Variable fees on flagged figures are paid at once.*the brand is protected less/,
      /^异常数据涉及的浮动费用不再等待复盘确认.*品牌方的保护变弱/,
      'depends (the provider as long as this is never below 0: GMV)',
    ],
    [
      'reviews',
      {},
      { review: MONTHLY },
      /^Variable fees on flagged figures wait.*the provider waits longer/,
      /须待复盘确认后支付.*服务方等待更久/,
      'depends (the brand as long as this is never below 0: GMV)',
    ],
    ['settled sooner', calendar(15), calendar(2), /paid sooner.*fewer refunds are in/, /结算与付款提前.*已到的退款更少/, 'depends'],
    ['settled later', calendar(2), calendar(15), /paid later.*more refunds are in/, /结算与付款推迟.*已到的退款更多/, 'depends'],
    ['disputed for less long', acceptance(10), acceptance(5), /falls due sooner/, /付款也更早到期/, 'depends'],
    [
      'disputed for longer, with no day to pay by',
      { ...acceptance(5), payment: undefined },
      { ...acceptance(10), payment: undefined },
      /^A statement can be disputed for more days: whoever waits for it to be final waits longer, mostly the provider\.$/,
      /^结算单的异议期变长：等待其定稿的一方等待更久，主要是服务方。$/,
      'depends',
    ],
    ['due sooner', payment(15), payment(5), /fall due sooner/, /付款到期提前/, 'the provider'],
    ['due later', payment(5), payment(15), /fall due later/, /付款到期推迟/, 'the brand'],
  ] as const)('%s', (_name, from, to, en, zh, side) => {
    const [sentence, favours] = said(from, to, 'en');
    expect(sentence).toMatch(en);
    expect(favours).toContain(`Favours: ${side}`);
    expect(said(from, to, 'zh')[0]).toMatch(zh);
  });

  test('settled periods are not computed again for other days', () => {
    const ledger = settleDays(termsOf(), [], [{ asOf: '2026-02-10', values: { '2026-01': { revenue: '9000', spend: '3000' } } }]);
    for (const more of [calendar(2), acceptance(5), payment(5)])
      expect(amendTo(termsOf(more), { ledger, asOf: '2026-02-11' })).toMatchObject({ noEffect: 'only-dates', effects: [], refused: false });
    const grace = { grace: { from: '2026-06', periods: 1, waives: ['late'] } };
    const mixed = { ...payment(5), ...grace, ...fees('base', { amount: { '2026-01': 3000, '2026-06': 3300 } }) };
    const both = amendTo(termsOf(mixed), { ledger, asOf: '2026-02-11' });
    expect(both.noEffect).toBeNull();
    expect(both.effects).toHaveLength(1);
    expect(amendTo(termsOf(grace), { ledger, asOf: '2026-02-11' })).toMatchObject({ noEffect: 'own-periods', effects: [], refused: false });
  });
});
