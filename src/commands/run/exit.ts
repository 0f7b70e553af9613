import { DEFAULT_WORKSPACE, loadWorkspace } from '../../contract/load-workspace.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { exitPlan } from '../../provision/exit-plan.js';
import { exitBlocks } from '../../report/exit.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { selectContract } from '../../running/select.js';

/** `concord exit`: what is to be done when a contract ends, by which date, and how far its settlement has come. */
export async function exit(context: CommandContext, id: string | null): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, id, { until: context.asOf });
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const { folder, texts, ledger } = contract;
  const { workspace } = loadWorkspace(texts);
  const asOf = context.asOf ?? context.today(folder.terms.contract.calendar.timezone);
  const statements = ledger.map(({ statement }) => statement);
  const plan = exitPlan({ folder, texts }, statements, (workspace ?? DEFAULT_WORKSPACE).warehouse, asOf);
  const report: Report = { document: () => plan, blocks: (locale) => exitBlocks(plan, folder.terms.contract, locale) };
  return { ended: 0, report };
}
