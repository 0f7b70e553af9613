import type { EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Contract } from '../contract/model.js';
import type { FormedKind } from '../forms/event-text.js';
import { formName } from '../forms/form-link.js';
import type { Form } from '../forms/forms.js';
import type { Answers } from '../forms/parse-form.js';
import { type Locale, listSeparator, localText } from '../kernel/text.js';
import { answerableUntil, countedPayment, dutyDoneOn, resolvableUntil } from '../settlement/filed.js';
import { correctionCounts } from '../settlement/without-effect/periods.js';
import { releasedBy } from '../settlement/without-effect/reviews.js';
import { type Scene, timelineOf } from '../settlement/without-effect/scene.js';
import { nextStepText } from '../words/next-steps.js';
import { markdownInline } from './escape.js';

/** What is needed to say what happens next with a form. */
export interface FiledAnswers {
  readonly form: Form;
  readonly answers: Answers;
  readonly terms: Pick<Contract, 'term'>;
  /** The event that it files; absent where it files none. */
  readonly filing?: Filing;
}

/** An event that is filed, and all that what becomes of it is judged by. */
export interface Filing {
  readonly event: EventOf<FormedKind>;
  /** With the event in it. */
  readonly scene: Scene;
}

/** What happens once it is merged, and what is left to do for whom by when. Texts of the contract are escaped. */
export function nextStep({ form, answers, terms, filing }: FiledAnswers, locale: Locale): string {
  if (form.id === 'target-change') return nextStepText('target', locale, { from: answers.texts.get('from') ?? '–' });
  if (form.id === 'cooperation') return nextStepText('cooperation', locale, { from: terms.term.from });
  if (filing === undefined) throw new RangeError(`the form ${form.id} files an event`);
  return eventStep(filing, markdownInline, locale);
}

/**
 * What happens once an event is merged, by the rules that settlement goes by.
 * @param escaped texts of the contract as they stand where it is read.
 * @returns nothing where nothing comes of it.
 */
export function eventStep({ event, scene }: Filing, escaped: (text: string) => string, locale: Locale): string {
  const { terms } = scene;
  const forms = { resolution: formName('resolution', locale), escalation: formName('escalation', locale) };
  switch (event.kind) {
    case 'dispute': {
      const isSettled = scene.ledger.some(({ statement }) => statement.period === event.period);
      return nextStepText(isSettled ? 'dispute.settled' : 'dispute', locale, { ...forms, on: resolvableUntil(scene, event.file) ?? '–' });
    }
    case 'escalation':
      return nextStepText('escalation', locale, {
        resolution: forms.resolution,
        expert: escaped(localText(terms.contract.disputes.expert, locale)),
        on: resolvableUntil(scene, event.answers) ?? '–',
      });
    case 'acceptance_request': {
      const on = answerableUntil(scene, event);
      return on === null ? '' : nextStepText('acceptance_request', locale, { on });
    }
    case 'duty': {
      const on = dutyDoneOn(scene, event);
      return on === null ? '' : nextStepText('duty', locale, { on, period: event.period });
    }
    case 'correction': {
      const { period } = event;
      const counts = correctionCounts(event, scene);
      const key = counts === 'with-its-period' ? 'correction.waits' : 'correction';
      return counts === 'never' ? '' : nextStepText(key, locale, { line: `correction/${period}/${event.line}`, period });
    }
    case 'review':
      return reviewStep(releasedBy(event, scene), event.acknowledges, locale);
    case 'payment': {
      const counted = countedPayment(scene, event);
      return counted === event ? nextStepText('payment', locale) : nextStepText('payment.counted', locale, { file: counted.file });
    }
    case 'termination':
      return nextStepText('termination', locale, { on: timelineOf(scene).end });
    case 'lateness':
    case 'remeasure':
      return nextStepText(event.kind, locale, { period: event.period });
    case 'exclusion':
    case 'resolution':
    case 'acceptance':
    case 'refusal':
      return nextStepText(event.kind, locale);
  }
}

/** What a review releases, by name where it is not all that it acknowledges. */
function reviewStep(released: readonly string[], acknowledged: readonly string[], locale: Locale): string {
  if (released.length === 0) return nextStepText('review.none', locale);
  if (released.length === acknowledged.length) return nextStepText('review', locale);
  return nextStepText('review.some', locale, { ids: released.join(listSeparator(locale)) });
}
