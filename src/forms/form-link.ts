import type { Locale } from '../kernel/text.js';
import { formFile } from './form-page.js';
import { FORMS, type FormId } from './forms.js';

/**
 * The address that opens a form with answers filled in. GitHub fills in texts by the ids of questions, and no lists: one that an address
 * names makes it forget the form. What can be chosen from a list so goes into the form's first question, as far as it is known.
 * @param repository the repository's page, without a slash at its end.
 * @param answers by the ids of the form's questions; of lists only those of the form's `about`, without a gap.
 */
export function formLink(repository: string, id: FormId, answers: Readonly<Record<string, string>>): string {
  const form = FORMS.find((each) => each.id === id);
  const linked = form?.about ?? [];
  const gap = linked.findIndex((each) => answers[each] === undefined);
  const about = linked.slice(0, gap === -1 ? linked.length : gap).map((each) => answers[each] ?? '');
  const texts = (form?.questions ?? []).flatMap(({ id: question, list, answer }): [string, string][] => {
    const text = answers[question];
    return text === undefined || list !== null || answer.kind === 'choice' ? [] : [[question, text]];
  });
  const query = new URLSearchParams({
    template: formFile({ id }),
    ...(about.length === 0 ? {} : { about: about.join(' ') }),
    ...Object.fromEntries(texts),
  });
  return `${repository}/issues/new?${query.toString()}`;
}

/** A form's name, to be looked for under *New issue*. */
export function formName(id: FormId, locale: Locale): string {
  return FORMS.find((form) => form.id === id)?.title[locale] ?? id;
}
