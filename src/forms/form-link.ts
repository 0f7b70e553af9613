import type { Locale } from '../kernel/text.js';
import { FORMS, type FormId } from './forms.js';

/** The page of a form, as `.github/ISSUE_TEMPLATE/` names it. */
function formFile(id: FormId): string {
  return `${FORMS.findIndex((form) => form.id === id) + 1}-${id}.yml`;
}

/**
 * The address that opens a form with answers filled in.
 * @param repository the repository's page, without a slash at its end; @param answers by the ids of the form's questions.
 */
export function formLink(repository: string, id: FormId, answers: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ template: formFile(id), ...answers });
  return `${repository}/issues/new?${query.toString()}`;
}

/** A form's name, to be looked for under *New issue*. */
export function formName(id: FormId, locale: Locale): string {
  return FORMS.find((form) => form.id === id)?.title[locale] ?? id;
}
