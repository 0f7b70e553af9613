import { CODEOWNERS_FILE, codeowners } from '../../gate/codeowners.js';
import { inFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { toldLines } from '../../report/blocks.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { textsOf } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { issue } from '../../words/issue.js';
import { setupText } from '../../words/setup.js';

/**
 * `concord codeowners`: writes .github/CODEOWNERS, by which the forge asks both parties to review. With `check` it writes
 * nothing and ends with 1 where the file is not what the workspace and the contracts say.
 */
export async function writeCodeowners(context: CommandContext, options: { readonly check: boolean }): Promise<Outcome> {
  const { contracts, issues: missing } = await selectContracts(context, null, 'yet', { evidence: false });
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const { workspace, issues, texts: own } = await readWorkspace(context.files);
  const texts = new Map([...own, ...textsOf(contracts)]);
  const terms = contracts.flatMap(({ folder }) => folder?.terms.contract ?? []);
  if (workspace === null || terms.length < contracts.length) {
    return failed(workspace === null ? issues : contracts.flatMap((contract) => contract.issues), texts);
  }
  const text = codeowners(workspace, terms);
  const changed = (await context.files.read(CODEOWNERS_FILE)) !== text;
  if (changed && options.check) return failed([issue('owners-differ', inFile(CODEOWNERS_FILE), { path: CODEOWNERS_FILE })], texts);
  if (changed) await context.files.write(CODEOWNERS_FILE, text);
  const report: Report = {
    document: () => ({ path: CODEOWNERS_FILE, written: changed, text }),
    blocks: (locale) => [toldLines(setupText(changed ? 'owners-written' : 'owners-same', locale, { path: CODEOWNERS_FILE }))],
  };
  return { ended: 0, report };
}
