import { formLink, formName } from '../forms/form-link.js';
import type { FormId } from '../forms/forms.js';
import type { Inline } from './blocks.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/**
 * A link to a form with its answers filled in, under the form's name; nothing where there is no forge to open it on, as in the ledger.
 * @param answers by the ids of the form's questions
 */
export function linkToForm(
  { repository }: Pick<ReportContext, 'repository'>,
  id: FormId,
  answers: Readonly<Record<string, string>>,
  { locale }: Pick<Wording, 'locale'>,
): Inline {
  return repository === undefined ? [] : [{ text: formName(id, locale), href: formLink(repository, id, answers) }];
}

/** The same after what it is about. */
export function thenLink(link: Inline): Inline {
  return link.length === 0 ? [] : [{ text: ' · ' }, ...link];
}
