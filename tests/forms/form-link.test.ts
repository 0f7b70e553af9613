import { expect, test } from 'vitest';
import { formLink } from '../../src/forms/form-link.js';

const at = (id: Parameters<typeof formLink>[1], answers: Readonly<Record<string, string>>) =>
  Object.fromEntries(new URL(formLink('https://github.com/acme/terms', id, answers)).searchParams);

test('what is chosen from a list goes into the text that links fill in, and no list is named', () => {
  const chosen = { contract: 'media-2026', period: '2026-03', line: 'true-up/2026-02/sales' };
  expect(at('dispute', { ...chosen, claimed: '10' })).toEqual({
    template: '03-dispute.yml',
    about: 'media-2026 2026-03 true-up/2026-02/sales',
    claimed: '10',
  });
  expect(at('payment', { contract: 'media-2026', amount: '4200.00' })).toEqual({
    template: '06-payment.yml',
    about: 'media-2026',
    amount: '4200.00',
  });
});

test('only what is known without a gap is named: a line alone would be read as the period', () => {
  expect(at('dispute', { contract: 'media-2026', line: 'sales' })).toEqual({ template: '03-dispute.yml', about: 'media-2026' });
  expect(at('duty', { step: 'It was done' })).toEqual({ template: '09-duty.yml' });
});
