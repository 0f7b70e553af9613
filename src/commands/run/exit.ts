import { DEFAULT_WORKSPACE, loadWorkspace } from '../../contract/load-workspace.js';
import { print } from '../../media/print.js';
import { exitPlan } from '../../provision/exit-plan.js';
import { renderExit, renderExitMarkdown } from '../../report/exit.js';
import type { TerminalOptions } from '../../report/terminal.js';
import type { CommandContext, CommandResult } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { selectContract } from '../../running/select.js';

/** `concord exit`: what is to be done when a contract ends, by which date, and how far its settlement has come. */
export async function exit(context: CommandContext, id: string): Promise<CommandResult> {
  const { contract, issues } = await selectContract(context, id);
  if (contract === null) return failed(context, issues, new Map(), 2);
  if (contract.folder === null) return failed(context, contract.issues, contract.texts);
  const { folder, texts, ledger } = contract;
  const { workspace } = loadWorkspace(texts);
  const asOf = context.asOf ?? context.today(folder.terms.contract.calendar.timezone);
  const statements = ledger.map(({ statement }) => statement);
  const plan = exitPlan({ folder, texts }, statements, (workspace ?? DEFAULT_WORKSPACE).warehouse, asOf);
  const { locale } = context;
  const terms = folder.terms.contract;
  const report = {
    document: () => plan,
    text: (options: TerminalOptions) => renderExit(plan, terms, locale, options),
    page: () => renderExitMarkdown(plan, terms, locale),
  };
  return print({ ended: 0, report }, context);
}
