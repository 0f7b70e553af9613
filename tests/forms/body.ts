import type { Form } from '../../src/forms/forms.js';

/** The text that GitHub makes of a filled-in form: a heading and the answer for each question; nothing is `_No response_`. */
export function bodyOf(form: Form, answers: Readonly<Record<string, string>>): string {
  return form.questions.map(({ id, label }) => `### ${label}\n\n${answers[id] ?? '_No response_'}`).join('\n\n');
}
