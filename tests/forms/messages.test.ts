import { describe, expect, test } from 'vitest';
import { FORMS } from '../../src/forms/forms.js';
import { parseForm } from '../../src/forms/parse-form.js';
import type { Issue } from '../../src/kernel/issue.js';
import type { Locale, Params } from '../../src/kernel/text.js';
import { renderIssues } from '../../src/report/issues.js';
import { FORM_ISSUES } from '../../src/words/form-issues.js';
import { PROPOSE_ISSUES } from '../../src/words/propose.js';
import { bodyOf } from './body.js';

/* What people read of each issue, word for word. That each is raised where it should be is shown by the suites. */

const PAYMENT = FORMS.find(({ id }) => id === 'payment');
const GOOD = { contract: 'acme-linkstar', amount: '10', on: '2026-03-09', reference: 'wire' };

function read(change: (body: string) => string): readonly Issue[] {
  if (PAYMENT === undefined) throw new Error('no payment form');
  return parseForm(PAYMENT, 'issue-12', change(bodyOf(PAYMENT, GOOD))).issues;
}

const made = (code: string, params: Params = {}, path = 'issue-12'): readonly Issue[] => [
  { code, severity: 'error', at: { path, line: 1, column: 1 }, params },
];
const REFERENCE = '### Reference · 付款凭证号';

const FORM_CASES: Readonly<Record<keyof typeof FORM_ISSUES, readonly Issue[]>> = {
  'form-too-long': read(() => 'x'.repeat(70_000)),
  'form-hidden-text': read((body) => `${body} <!-- x -->`),
  'form-outside': read((body) => `Hello\n\n${body}`),
  'form-heading-unknown': read((body) => `${body}\n\n### Nothing\n\nx`),
  'form-heading-twice': read((body) => `${body}\n\n${REFERENCE}\n\nx`),
  'form-heading-missing': read((body) => body.replace(/\n\n### Reference[\s\S]*$/, '')),
  'form-heading-order': read((body) =>
    body.split('\n\n### ').reverse().join('\n\n### ').replace('Reference', '### Reference').replace('### ### ', '### '),
  ),
  'form-answer-missing': read((body) => body.replace('wire', '_No response_')),
  'form-answer-long': read((body) => body.replace('wire', 'x'.repeat(201))),
  'form-answer-lines': read((body) => body.replace('wire', 'a\nb')),
  'form-answer-form': read((body) => body.replace('10', '1,000')),
  'form-answer-unread': made('form-answer-unread', {
    label: 'Commission · 提成',
    found: '"about 3"',
    question: '@ask.commission',
    expected: '@answer.tiers',
  }),
  'form-answer-items': made('form-answer-items', { label: 'Findings', found: 51, limit: 50 }),
  'form-answers-differ': made('form-answers-differ', { label: 'Period · 结算期', found: '2026-04', expected: '2026-03' }),
  'form-unknown-contract': made('form-unknown-contract', { found: 'nobody', expected: 'acme-linkstar' }),
  'form-broken-contract': made('form-broken-contract', { contract: 'acme-linkstar' }),
  'form-not-a-signatory': made('form-not-a-signatory', { contract: 'acme-linkstar', expected: ['alice', 'bob'] }),
  'form-nobody': made('form-nobody', { expected: ['alice', 'bob'] }),
  'form-transferred': made('form-transferred'),
  'form-edited-by-other': made('form-edited-by-other'),
  'form-reopened-by-other': made('form-reopened-by-other'),
  'form-unknown-target': made('form-unknown-target', { contract: 'acme-linkstar', found: 'margin', expected: 'sales' }),
  'form-edit-by-hand': made('form-edit-by-hand', { found: 'sales' }),
  'form-changes-nothing': made('form-changes-nothing', { found: 'sales', value: '1000', from: '2026-07' }),
  'form-refused-by-rules': made('form-refused-by-rules', { contract: 'acme-linkstar' }),
  'form-filed-already': made('form-filed-already', { pullRequest: 13 }),
  'form-two-labels': made('form-two-labels', { expected: 'form:payment, form:dispute' }),
  'form-event': made('form-event', { repository: 'acme/kpi' }, 'event'),
  'branch-busy': made('branch-busy', { branch: 'form/12' }, 'form/12'),
};

const PROPOSE_CASES: Readonly<Record<keyof typeof PROPOSE_ISSUES, readonly Issue[]>> = {
  'propose-no-checkout': made('propose-no-checkout', {}, '.'),
  'propose-behind': made('propose-behind', { commit: 'abcdef012345', branch: 'main' }, '.'),
  'propose-nothing': made('propose-nothing', { branch: 'main' }, '.'),
  'propose-mixed': made('propose-mixed', { found: 'acme-linkstar, (rules)' }, '.'),
  'propose-ledger': made('propose-ledger', { path: 'x' }, 'x'),
  'propose-not-text': made('propose-not-text', { path: 'x' }, 'x'),
  'propose-title': made('propose-title', { limit: 200 }, '.'),
  'propose-closed': made('propose-closed', { pullRequest: 13 }, '.'),
};

function told(issues: readonly Issue[], locale: Locale): string[] {
  const text = renderIssues(issues, { format: 'pretty', locale, color: false, sources: new Map() });
  return text
    .split('\n')
    .slice(0, -3)
    .map((line) => line.trim());
}

describe.each([
  ['forms', FORM_CASES, FORM_ISSUES],
  ['proposals', PROPOSE_CASES, PROPOSE_ISSUES],
] as const)('%s', (_, cases, catalogue) => {
  test('every code has its case', () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(catalogue).sort());
  });

  test.each(Object.entries<readonly Issue[]>(cases))('%s', (code, issues) => {
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    const words = { en: told(issues, 'en'), zh: told(issues, 'zh') };
    // No place of a text is left unfilled.
    expect(JSON.stringify(words)).not.toMatch(/\{\w+\}/);
    expect(words).toMatchSnapshot();
  });
});
