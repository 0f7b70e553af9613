import type { Issue } from '../kernel/issue.js';
import { excerptOf, type Message } from '../kernel/text.js';
import type { Form } from './forms.js';
import { answersIn } from './parse-form.js';
import { BEFORE_TITLE, type Question } from './question.js';

/** A question of a form as people see it, and what was answered. */
export interface Asked {
  readonly question: Message;
  /** Empty where there is no answer. */
  readonly answer: string;
}

/** A form as it was sent, and the event file that was made of it, if one was. */
export interface Sent {
  readonly form: Form;
  readonly body: string;
  readonly drafted: { readonly path: string; readonly text: string } | null;
}

/** More of an answer than its beginning is not needed to find it. */
const MOST = 120;

/** The question that an issue is about: the one it names, or the one whose answer stands where it points; null: it is about none alone. */
export function askedIn({ form, body, drafted }: Sent, { at, params }: Issue): Asked | null {
  const field = drafted !== null && at.path === drafted.path ? fieldAt(drafted.text, at.line) : null;
  const question = form.questions.find(({ id, label }) => label === params.label || (field !== null && id === field));
  if (question === undefined) return null;
  return { question: inBoth(question), answer: excerptOf((answersIn(body).get(question.label) ?? '').replace(/\s+/g, ' '), MOST) };
}

/** A label has both languages, English first; one that has no stroke is the same in both. */
function inBoth({ label }: Question): Message {
  const at = label.indexOf(BEFORE_TITLE);
  return at < 0 ? { en: label, zh: label } : { en: label.slice(0, at), zh: label.slice(at + BEFORE_TITLE.length) };
}

/** The field that a line of an event file belongs to; of a window the one of its days. */
function fieldAt(text: string, line: number): string | null {
  const above = text.split('\n').slice(0, line).reverse();
  for (const each of above) {
    const [, field] = /^ *(\w+):/.exec(each) ?? [];
    if (field !== undefined) return field === 'window' ? 'from' : field;
  }
  return null;
}
