import { lintContract } from '../contract/lint/lint-contract.js';
import { loadWorkspace } from '../contract/load-workspace.js';
import { commandText } from '../kernel/catalogue/command-text.js';
import { compareIssues, type Issue } from '../kernel/issue.js';
import { accessIssues } from '../provision/checks.js';
import { viewIssues } from './check-views.js';
import type { CommandContext, CommandResult } from './context.js';
import { failed, hasErrors, issuesOutput } from './issue-output.js';
import type { ReadContract } from './repository.js';
import { selectContracts } from './select.js';

export interface CheckOptions {
  readonly contract: string | null;
  /** Annotations for GitHub instead of text. */
  readonly github: boolean;
  /** Warnings are findings too. */
  readonly strict: boolean;
}

/** `concord check`: schema, cross-field rules and lint of contracts and events, and access in the cloud; all issues at once. */
export async function check(context: CommandContext, options: CheckOptions): Promise<CommandResult> {
  const { contracts, issues: missing } = await selectContracts(context, options.contract);
  if (missing.length > 0) return failed(context, missing, new Map(), 2);
  const texts = new Map(contracts.flatMap((contract) => [...contract.texts]));
  const own = contracts.flatMap((contract) => [...lintOf(contract), ...cloudAccessOf(contract), ...contract.issues]);
  const found = [...own, ...(await viewIssues(context, texts))];
  const issues = distinct(found).sort(compareIssues);
  const findings = hasErrors(issues) || (options.strict && issues.some((issue) => issue.severity === 'warning'));
  const format = options.github ? 'github' : context.format === 'json' ? 'json' : 'pretty';
  const output = issuesOutput(context, issues, texts, format);
  const done = commandText(issues.length === 0 ? 'check-good' : 'check-done', context.locale, { contracts: contracts.length });
  const summary = format === 'pretty' ? `${done}\n` : '';
  return { exitCode: findings ? 1 : 0, output: `${output}${summary}` };
}

/** What the lint says of a contract, by the severities of its workspace; nothing of one with errors. */
export function lintOf(contract: ReadContract): readonly Issue[] {
  if (contract.folder === null) return [];
  const { workspace } = loadWorkspace(contract.texts);
  const settledStages = contract.ledger.map((entry) => entry.terms.contract.stage);
  return lintContract({ terms: contract.folder.terms, settledStages, ...(workspace === null ? {} : { severities: workspace.lint }) });
}

/** Access that cannot be given, where it is given by what is written: the update of the cloud would refuse the whole contract. */
function cloudAccessOf({ folder, texts }: ReadContract): readonly Issue[] {
  return folder === null || loadWorkspace(texts).workspace?.warehouse.engine !== 'bigquery' ? [] : accessIssues({ folder, texts });
}

/** The workspace's issues come with every contract; they are shown once. */
function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}
