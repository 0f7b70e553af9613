import type { Contract } from '../contract/model.js';
import { eventKindIn, type FormedKind } from '../forms/event-text.js';
import { formName } from '../forms/form-link.js';
import type { Form } from '../forms/forms.js';
import type { Answers } from '../forms/parse-form.js';
import { addDays, isDate, type LocalDate } from '../kernel/calendar.js';
import { type Locale, localText } from '../kernel/text.js';
import { lastDayToResolve } from '../settlement/disputes.js';
import { nextStepText } from '../words/next-steps.js';
import { markdownInline } from './escape.js';

/** What is needed to say what happens next with a form. */
export interface FiledAnswers {
  readonly form: Form;
  readonly answers: Answers;
  readonly terms: Pick<Contract, 'disputes' | 'acceptance' | 'term'>;
  /** The day from which an event counts. */
  readonly date: LocalDate;
}

/** What happens once it is merged, and what is left to do for whom by when. Texts of the contract are escaped. */
export function nextStep({ form, answers, terms, date }: FiledAnswers, locale: Locale): string {
  const answer = (id: string) => answers.texts.get(id) ?? '–';
  if (form.id === 'target-change') return nextStepText('target', locale, { from: answer('from') });
  if (form.id === 'cooperation') return nextStepText('cooperation', locale, { from: terms.term.from });
  return eventStep(eventKindIn(form, answers), { answer, terms, date, escaped: markdownInline }, locale);
}

/** What is known of an event that was filed. */
export interface FiledEvent {
  /** The text of a field. */
  readonly answer: (id: string) => string;
  readonly terms: Pick<Contract, 'disputes' | 'acceptance'>;
  /** The day from which it counts. */
  readonly date: LocalDate;
  /** Texts of the contract as they stand where it is read. */
  readonly escaped: (text: string) => string;
}

/** What happens once an event of a kind that a form asks for is merged. */
export function eventStep(kind: FormedKind, { answer, terms, date, escaped }: FiledEvent, locale: Locale): string {
  const forms = { resolution: formName('resolution', locale), escalation: formName('escalation', locale) };
  switch (kind) {
    case 'dispute':
      return nextStepText('dispute', locale, { ...forms, on: lastDayToResolve(addDays(date, terms.disputes.days)) });
    case 'escalation':
      return nextStepText('escalation', locale, {
        resolution: forms.resolution,
        expert: escaped(localText(terms.disputes.expert, locale)),
        on: twiceAfter(answer('answers'), terms.disputes.days),
      });
    case 'acceptance_request':
      return nextStepText('acceptance_request', locale, { on: addDays(later(answer('on'), date), terms.acceptance.days) });
    case 'duty':
      return nextStepText('duty', locale, { on: answer('on'), period: answer('period') });
    case 'lateness':
      return nextStepText('lateness', locale, { period: answer('period') });
    case 'correction':
      return nextStepText('correction', locale, { line: `correction/${answer('period')}/${answer('line')}` });
    case 'remeasure':
      return nextStepText('remeasure', locale, { period: answer('period') });
    case 'termination':
      return nextStepText('termination', locale, { on: answer('on') });
    case 'exclusion':
      return nextStepText('exclusion', locale);
    case 'resolution':
      return nextStepText('resolution', locale);
    case 'acceptance':
      return nextStepText('acceptance', locale);
    case 'refusal':
      return nextStepText('refusal', locale);
    case 'review':
      return nextStepText('review', locale);
    case 'payment':
      return nextStepText('payment', locale);
  }
}

/** The last day of an escalated dispute: it has its days twice, counted from the day in its file's name. */
function twiceAfter(file: string, days: number): string {
  const filed = file.slice(0, 10);
  return isDate(filed) ? lastDayToResolve(addDays(filed, 2 * days)) : '–';
}

function later(on: string, date: LocalDate): LocalDate {
  return isDate(on) && on > date ? on : date;
}
