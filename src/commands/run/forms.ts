import { FORMS_FOLDER } from '../../forms/form-page.js';
import { inNoFile } from '../../kernel/issue.js';
import { someOf } from '../../kernel/some-of.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { code, toldLine, toldLines } from '../../report/blocks.js';
import type { CommandContext } from '../../running/context.js';
import { differingForms } from '../../running/form-pages.js';
import { failed } from '../../running/issue-output.js';
import { asOfFor } from '../../running/reckoned.js';
import { formText } from '../../words/form.js';
import { issue } from '../../words/issue.js';

/**
 * `concord forms`: writes the issue forms with the lists of what the contracts have. With `check` it writes nothing and ends with 1
 * where a form is not what it would write on the day (`--as-of`, else today). A contract with an error is left out and named.
 */
export async function writeForms(context: CommandContext, options: { readonly check: boolean }): Promise<Outcome> {
  const { files } = context;
  const { pages, without, differing } = await differingForms(files, (zone) => asOfFor(context, zone));
  const paths = differing.map(({ path }) => path);
  if (options.check && paths.length > 0) {
    return failed([issue('forms-differ', inNoFile(`${FORMS_FOLDER}/`), { files: listed(paths) })]);
  }
  for (const { path, text } of differing) await files.write(path, text);
  const blocks: Report['blocks'] = (locale) => [
    toldLines(
      formText(paths.length === 0 ? 'forms.same' : 'forms.written', locale, { folder: FORMS_FOLDER }),
      ...paths.map((path) => toldLine(code(path), 1)),
      ...(without.length === 0 ? [] : [formText('forms.without', locale, { contracts: without })]),
    ),
  ];
  return { ended: 0, report: { document: () => ({ folder: FORMS_FOLDER, forms: [...pages.keys()], written: paths, without }), blocks } };
}

/** So many forms are named; of more the rest is counted. */
const MOST_LISTED = 4;

function listed(paths: readonly string[]): readonly string[] {
  return someOf(
    paths.map((path) => path.slice(FORMS_FOLDER.length + 1)),
    MOST_LISTED,
  );
}
