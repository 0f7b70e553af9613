import { expect, test } from 'vitest';
import type { Party } from '../../src/kernel/party.js';
import type { Locale } from '../../src/kernel/text.js';
import { factsOf, isHeardBy } from '../../src/notification/facts.js';
import { subjectOf } from '../../src/notification/subject.js';
import { relationship, settleDays } from '../settlement/relationship.js';

/*
 * First lines of a day's message, by hand. January is settled on 5 February: disputable until 15 February, due on 2 March. Nobody pays.
 * Photos are the brand's and due on the 3rd of each month.
 */
const { terms, events } = relationship({
  fees: [{ id: 'base', kind: 'retainer', amount: 1000 }],
  duties: [
    {
      ...{ id: 'photos', owes: 'brand', title: { en: 'Photos', zh: '提供照片' }, dueDay: 3, lateIf: 'claimed' },
      ifLate: { kpis: ['gmv'], scoreAs: '100%' },
    },
  ],
});
const ledger = settleDays(terms, events, [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '5000' } } }]);

function subject(asOf: string, reader: Party | 'both', locale: Locale): string {
  const facts = factsOf('acme', { terms, events, ledger, asOf }, 'workflow', []).filter((fact) => isHeardBy(fact, reader));
  const telling = { today: asOf, terms: new Map([['acme', terms]]), repository: null };
  return subjectOf(facts, telling, { locale, reader });
}

test('the first thing to do comes first, with how many there are and its day', () => {
  expect(subject('2026-02-12', 'provider', 'en')).toBe('1 thing to do by 2026-02-15: check the statement of 2026-01 (Concord, 2026-02-12)');
  expect(subject('2026-03-01', 'brand', 'en')).toBe(
    '2 things to do, first by 2026-03-02: pay USD 1,000.00 for 2026-01 (Concord, 2026-03-01)',
  );
  expect(subject('2026-03-01', 'brand', 'zh')).toBe(
    '2 项待办，最近一项 2026-03-02 截止：支付 2026-01 的 USD 1,000.00（Concord 2026-03-01）',
  );
});

test('where both read it, whose it is stands with it', () => {
  expect(subject('2026-03-01', 'both', 'en')).toContain('first by 2026-03-02: Brand: pay USD 1,000.00');
  expect(subject('2026-02-12', 'both', 'zh')).toBe('1 项待办，2026-02-15 截止：核对 2026-01 结算单（Concord 2026-02-12）');
});

test('what is overdue is said so to the payer; the payee has nothing to do, and reads what is owed to it', () => {
  expect(subject('2026-03-17', 'brand', 'en')).toBe(
    '1 thing to do, due on 2026-03-02, overdue: pay USD 1,000.00 for 2026-01 (Concord, 2026-03-17)',
  );
  expect(subject('2026-03-17', 'brand', 'zh')).toBe(
    '1 项待办，已逾期（到期日 2026-03-02）：支付 2026-01 的 USD 1,000.00（Concord 2026-03-17）',
  );
  expect(subject('2026-03-17', 'provider', 'en')).toBe(
    'Owed to Agency by Brand: USD 1,000.00 for 2026-01, due on 2026-03-02, 15 days overdue (Concord, 2026-03-17)',
  );
});

/* February's photos were due on the 3rd, nobody has filed them, and nobody has claimed that they were late. */
test('a duty that is late only by a claim is not overdue before there is one', () => {
  expect(subject('2026-02-04', 'brand', 'en')).toMatch(
    /^1 thing to do, which was due on 2026-02-03: Photos \(2026-02\): not shown to be done by its day; to be done and filed\. /,
  );
  expect(subject('2026-02-04', 'brand', 'zh')).toMatch(
    /^1 项待办，到期日 2026-02-03 已过：提供照片（2026-02）：到期日已过，尚无履行记录，请完成并提交履行记录。/,
  );
  expect(subject('2026-02-04', 'provider', 'zh')).toMatch(/^1 天前（2026-02-03），Brand：提供照片（2026-02）：到期日已过，尚无履行记录/);
});

/* January was due on 2 March; the claim that the photos of February were late is open to 10 March, and told on the 8th. */
test('money that is overdue comes before what its payee has to do', () => {
  expect(subject('2026-03-09', 'provider', 'en')).toBe(
    'Owed to Agency by Brand: USD 1,000.00 for 2026-01, due on 2026-03-02, 7 days overdue; 1 thing to do, by 2026-03-10 (Concord, 2026-03-09)',
  );
  expect(subject('2026-03-09', 'provider', 'zh')).toBe(
    '应收款：Brand 应付 Agency 的 2026-01 结算款 USD 1,000.00，已逾期 7 天（到期日 2026-03-02）；另有 1 项待办，2026-03-10 截止（Concord 2026-03-09）',
  );
});

test('a message without a fact has its day alone', () => {
  expect(subjectOf([], { today: '2026-02-05', terms: new Map(), repository: null }, { locale: 'zh', reader: 'brand' })).toBe(
    'Concord 2026-02-05',
  );
});
