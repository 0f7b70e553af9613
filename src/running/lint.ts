import { lintContract } from '../contract/lint/lint-contract.js';
import { loadWorkspace } from '../contract/load-workspace.js';
import type { Issue } from '../kernel/issue.js';
import type { ReadContract } from './repository.js';

/** What the lint says of a contract, by the severities of its workspace; nothing of one with errors. */
export function lintOf(contract: ReadContract): readonly Issue[] {
  if (contract.folder === null) return [];
  const { workspace } = loadWorkspace(contract.texts);
  const settledStages = contract.ledger.map((entry) => entry.terms.contract.stage);
  return lintContract({ terms: contract.folder.terms, settledStages, ...(workspace === null ? {} : { severities: workspace.lint }) });
}
