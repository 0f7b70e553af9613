import { DEFAULT_WORKSPACE, loadWorkspace } from '../contract/load-workspace.js';
import { documentText } from '../kernel/canonical.js';
import { exitPlan } from '../provision/exit-plan.js';
import { renderExit, renderExitMarkdown } from '../report/exit.js';
import type { CommandContext, CommandResult } from './context.js';
import { failed } from './issue-output.js';
import { selectContract } from './select.js';

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
  const { format, locale, color, width } = context;
  if (format === 'json') return { exitCode: 0, output: documentText(plan) };
  const terms = folder.terms.contract;
  const output = format === 'markdown' ? renderExitMarkdown(plan, terms, locale) : renderExit(plan, terms, locale, { color, width });
  return { exitCode: 0, output };
}
