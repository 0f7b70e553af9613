import { expect, test } from 'vitest';
import { FORMS } from '../../src/forms/forms.js';
import type { Answers } from '../../src/forms/parse-form.js';
import { nextStep } from '../../src/report/next-step.js';

/* What the answer under a form says happens next, with days counted by hand from the contract: 30 for disputes, 10 for acceptance. */

const terms = {
  term: { from: '2026-04-01', to: '2027-03-31' },
  disputes: { days: 30, expert: 'Smith <b>@audit</b>' },
  acceptance: { days: 10, silence: 'accepts' },
} as const;

function next(id: string, given: Readonly<Record<string, string>> = {}, locale: 'en' | 'zh' = 'en'): string {
  const form = FORMS.find((each) => each.id === id);
  if (form === undefined) throw new Error(id);
  const answers: Answers = { texts: new Map(Object.entries(given)), lists: new Map() };
  return nextStep({ form, answers, terms, date: '2026-03-10' }, locale);
}

test('a dispute is resolved, escalated or lapses on its day', () => {
  expect(next('dispute')).toContain('by 2026-04-08, that day included; after it the dispute lapses');
  // A line that is settled is frozen (tests/settlement); until its statement is merged the undisputed part is paid.
  expect(next('dispute')).toContain('of a merged one the line stays as settled.');
  expect(next('dispute', {}, 'zh')).toContain('已合并的，该行维持已结算金额。');
  expect(next('dispute', {}, 'zh')).toContain('请以“就争议达成一致”表单就金额达成一致，或以');
  expect(next('dispute', {}, 'zh')).toContain('均以 2026-04-08（含）为限；逾期争议失效');
  // Twice the days, from the day of the dispute, not of the escalation.
  const escalated = next('escalation', { answers: '2026-03-01-dispute-7.yaml' });
  expect(escalated).toContain('by 2026-04-29, that day included; after it the dispute lapses');
  expect(escalated).not.toContain('<b>');
});

test('a request is answered in time or given', () => {
  expect(next('acceptance', { step: 'acceptance_request', on: '2026-03-09' })).toContain('by 2026-03-20, that day included;');
  expect(next('acceptance', { step: 'refusal', on: '2026-03-09' })).toContain('not accepted');
});

test('what both approve says so, and what comes of it', () => {
  expect(next('target-change', { from: '2026-07' })).toBe(
    'Once both parties have approved and it is merged, the new target holds from 2026-07 on.',
  );
  expect(next('correction', { period: '2026-02', line: 'sales' })).toContain('as the line correction/2026-02/sales.');
  expect(next('notice', { on: '2026-09-30' })).toContain('ends on 2026-09-30');
});

test.each(FORMS.map(({ id, questions }) => ({ id, questions })))('every form has a next step: $id', ({ id, questions }) => {
  const step = questions.find((question) => question.id === 'step')?.answer;
  const steps = step?.kind === 'choice' ? Object.values(step.options) : [null];
  for (const each of steps)
    for (const locale of ['en', 'zh'] as const) expect(next(id, each === null ? {} : { step: each }, locale)).not.toBe('');
});
