import { expect, test } from 'vitest';
import { toldTerms } from '../../src/amendment/told-terms.js';
import { changeItems } from '../../src/report/amendment.js';
import { amendTo, CLAUSES, fees, termsOf } from './clauses.js';

/* A field's name is said as it is meant where it stands: the `term` of a cap is an amount of money, that of a contract a pair of days. */

function titles(clauses: object, locale: 'en' | 'zh', base = termsOf()): string[] {
  const terms = termsOf({ ...clauses });
  const amendment = amendTo(terms, { base, asOf: '2025-12-01' });
  return changeItems({ amendment, terms, access: [], records: [] }, amendment.changes, { locale, most: 400 }).map(({ text }) =>
    text.map((part) => part.text).join(''),
  );
}

test('what a cap allows in a period and over the term', () => {
  const base = termsOf(fees('ceiling', { period: 20000, term: 90000 }));
  const higher = fees('ceiling', { period: 21000, term: 95000 });
  expect(titles(higher, 'en', base)).toEqual([
    'fee Cap (ceiling) · most per period · money',
    'fee Cap (ceiling) · most over the term · money',
  ]);
  expect(titles(higher, 'zh', base)).toEqual(['费用“封顶”（ceiling） · 每期上限 · 金额', '费用“封顶”（ceiling） · 合同期上限 · 金额']);
});

test('a cap that is added says both in full', () => {
  const terms = termsOf({
    fees: [...CLAUSES.fees.filter(({ id }) => id !== 'ceiling'), { id: 'top', kind: 'cap', period: 100, term: 900 }],
  });
  const amendment = amendTo(terms, { base: termsOf({ fees: CLAUSES.fees.filter(({ id }) => id !== 'ceiling') }), asOf: '2025-12-01' });
  const [item] = changeItems({ amendment, terms, access: [], records: [] }, amendment.changes, { locale: 'zh', most: 400 });
  const said = item?.notes.flatMap((note) => note.map((part) => part.text)).join(' ');
  expect(said).toContain('每期上限：USD 100');
  expect(said).toContain('合同期上限：USD 900');
});

test('the term of a contract is its days', () => {
  const [title] = titles({ term: { from: '2026-01-01', to: '2027-03-31' } }, 'zh');
  expect(title).toBe('合同期 · 截止 · 金额');
});

test('what is removed is told by its title', () => {
  const called = { ...CLAUSES.fees[0], id: 'site', title: { en: 'Shop care', zh: '店铺维护' } };
  const [base, head] = [termsOf({ fees: [...CLAUSES.fees, called] }), termsOf()];
  const amendment = amendTo(head, { base, asOf: '2025-12-01' });
  const reported = { amendment, terms: toldTerms(base, head), access: [], records: [] };
  const said = (locale: 'en' | 'zh') =>
    changeItems(reported, amendment.changes, { locale, most: 400 }).map(({ text }) => text.map((part) => part.text).join(''));
  expect(said('en')).toEqual(['fee Shop care (site) · removed · money']);
  expect(said('zh')).toEqual(['费用“店铺维护”（site） · 删除 · 金额']);
});
