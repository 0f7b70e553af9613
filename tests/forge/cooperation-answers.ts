import { draftOf } from '../../src/drafting/draft.js';
import { dealOf, type QuestionId } from '../../src/drafting/questions.js';
import { FORMS } from '../../src/forms/forms.js';
import { addDays } from '../../src/kernel/calendar.js';
import { inNoFile } from '../../src/kernel/issue.js';
import { bodyOf } from '../forms/body.js';

/* A form "Prepare a cooperation" as somebody fills it in, an agreed contract that measures the same, and the shop's orders behind both. */

/** Answers that are understood. */
export const ANSWERS: Readonly<Partial<Record<QuestionId | 'language', string>>> = {
  language: 'English',
  id: 'spring',
  brand: 'Acme',
  provider: 'Linkstar',
  currency: 'US dollars',
  timezone: 'New York',
  from: '1 April 2026',
  to: '12 months',
  exports: 'Shopify orders',
  retainer: '$3,000',
  commission: '3% up to 400,000, 4% above',
  kpis: 'revenue at least 5,000',
  brandSigns: 'alice',
  providerSigns: 'Bob Li',
};
const PEOPLE = ['alice', 'ann', 'bob', 'carol'];

/** A contract of 2025 that measures the same, as both have agreed to it. */
export function lastYear(over: Partial<Record<QuestionId, string>> = {}): Readonly<Record<string, string>> {
  const given = {
    ...ANSWERS,
    language: undefined,
    id: 'last-year',
    from: '2025-01-01',
    to: '2025-12-31',
    providerSigns: 'bob',
    ...over,
  };
  const setting = {
    ...{ language: 'en' as const, today: '2024-12-01', contracts: [], people: PEOPLE, fullNames: {}, data: 'data', known: {} },
    ...{ brandPeople: ['alice'], providerPeople: ['bob'] },
  };
  const answers = new Map(Object.entries(given).flatMap(([id, text]) => (text === undefined ? [] : [[id as QuestionId, text] as const])));
  const { deal, issues } = dealOf(answers, setting, () => inNoFile('init'));
  if (deal === null) throw new Error(JSON.stringify(issues));
  return Object.fromEntries(draftOf(deal, setting));
}

const HEAD =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Cancelled at';

/** One order a day from 2025-01-01 to the day before yesterday, of 100 in 2025 and of 150 in 2026. */
export function ordersFile(): string {
  const rows = [HEAD];
  for (let day = '2025-01-01', number = 1; day <= '2026-03-08'; day = addDays(day, 1), number += 1) {
    const amount = day < '2026' ? '100.00' : '150.00';
    const at = `${day} 12:00:00 -0500`;
    rows.push(`#${number},a@example.com,paid,${at},fulfilled,USD,${amount},0.00,0.00,${amount},${at},1,Tea,`);
  }
  return `${rows.join('\n')}\n`;
}

/** The form's text with some answers. */
export function cooperationBody(answers: Readonly<Partial<Record<string, string>>>): string {
  const form = FORMS.find(({ id }) => id === 'cooperation');
  if (form === undefined) throw new Error('no form');
  return bodyOf(form, Object.fromEntries(Object.entries(answers).flatMap(([id, text]) => (text === undefined ? [] : [[id, text]]))));
}
