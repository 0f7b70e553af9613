import { expect, test } from 'vitest';
import { askedIn } from '../../src/forms/asked.js';
import { FORMS } from '../../src/forms/forms.js';
import { parseForm } from '../../src/forms/parse-form.js';
import type { Issue } from '../../src/kernel/issue.js';
import { formRefused } from '../../src/report/form-reply.js';
import { bodyOf } from './body.js';

/* Whoever fills in a form is told the question and the answer, in both languages; no file, line or code. */

const form = FORMS.find(({ id }) => id === 'payment');
if (form === undefined) throw new Error('no payment form');
const BODY = bodyOf(form, { contract: 'acme-linkstar', amount: '1,000', on: '2026-03-09' });

test('an answer in another form is told below its question', () => {
  const { issues } = parseForm(form, 'issue-30', BODY);
  const reply = formRefused(issues, { form, body: BODY, drafted: null });
  expect(reply).toContain('- **Amount, in the currency of the contract**: “1,000”\n');
  expect(reply).toContain('- **金额（合同币种）**：“1,000”\n');
  expect(reply).toContain('- **Reference**: no answer\n');
  expect(reply).toContain('- **付款凭证号**：未填写\n');
  expect(reply).not.toMatch(/issue-30|form-answer|error|错误/);
});

test('what the rules of events refuse is told below the answer that the event has it from', () => {
  const drafted = {
    path: 'contracts/acme/events/2026-03-10-payment-30.yaml',
    text: 'kind: payment\nparty: brand\namount: 1000\non: 2026-03-09\n',
  };
  const at = (line: number): Issue => ({ code: 'type', severity: 'error', at: { path: drafted.path, line, column: 9 }, params: {} });
  expect(askedIn({ form, body: BODY, drafted }, at(3))).toEqual({
    question: { en: 'Amount, in the currency of the contract', zh: '金额（合同币种）' },
    answer: '1,000',
  });
  // Who sent it is none of the answers; the place of another file names no question.
  expect(askedIn({ form, body: BODY, drafted }, at(2))).toBe(null);
  expect(askedIn({ form, body: BODY, drafted: null }, at(3))).toBe(null);
});

test('beside errors no warning of the contract is told, since nothing waits for it', () => {
  const of = (severity: Issue['severity'], code: string): Issue => ({ code, severity, at: { path: 'x', line: 1, column: 1 }, params: {} });
  const both = formRefused([of('warning', 'form-transferred'), of('error', 'form-edited-by-other')], null);
  expect(both).not.toContain('another repository');
  expect(both.match(/^- /gm)).toHaveLength(2);
});
