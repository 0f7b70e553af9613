import { FORMS_BRANCH } from '../../gate/listed-forms.js';
import { localDate } from '../../kernel/calendar.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { Forge } from '../../ports/forge-writes.js';
import { notOfTip } from '../../reading/tip-engine.js';
import { toldLines } from '../../report/blocks.js';
import { inBoth } from '../../report/form-reply.js';
import type { CommandContext } from '../../running/context.js';
import { differingForms } from '../../running/form-pages.js';
import { failed } from '../../running/issue-output.js';
import { formText } from '../../words/form.js';
import { putOnBranch } from '../../writing/own-branch.js';
import { openOwn, ownPullRequest } from '../../writing/own-pull-request.js';

/**
 * `concord forms --open-pr`: where the forms on the default branch are not what its contracts say, one pull request of the app's that
 * makes them so. The gate lets it through without anybody's approval, as long as its bytes are what the engine writes. Asked again, it
 * changes nothing.
 */
export async function proposeForms(context: CommandContext, forge: Forge): Promise<Outcome> {
  const stale = await notOfTip(context, forge);
  if (stale.length > 0) return failed(stale, new Map(), 2);
  const repository = await forge.repository();
  const tip = await forge.tip(repository.defaultBranch);
  if (tip === null) return said('forms.same-there', null);
  const files = await forge.filesAt(tip);
  const now = await forge.now();
  const { differing: changes } = await differingForms(files, (zone) => context.asOf ?? localDate(now, zone));
  if (changes.length === 0) return said('forms.same-there', null);
  const title = formText('forms.title', 'en');
  const put = await putOnBranch(forge, { branch: FORMS_BRANCH, tip, changes, message: title });
  const before = await ownPullRequest(forge, repository, FORMS_BRANCH);
  const open = before?.state === 'open' && put !== 'replaced' ? before : null;
  const body = inBoth((locale) => formText('forms.body', locale));
  const wanted = { title, body, branch: FORMS_BRANCH, base: repository.defaultBranch, draft: false };
  const { number } = open ?? (await openOwn(forge, repository, wanted));
  return said('forms.proposed', number);
}

function said(key: 'forms.same-there' | 'forms.proposed', pullRequest: number | null): Outcome {
  const blocks: Report['blocks'] = (locale) => [toldLines(formText(key, locale, { pullRequest: pullRequest ?? '-' }))];
  return { ended: 0, report: { document: () => ({ pullRequest }), blocks } };
}
