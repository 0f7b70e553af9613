import type { ContractFolder } from '../contract/load-contract.js';
import { loadWorkspace } from '../contract/load-workspace.js';
import type { Issue } from '../kernel/issue.js';
import { accessIssues, fileColumns, withoutText } from '../provision/checks.js';

/** What only BigQuery refuses, where it measures: access that cannot be given, views that it has no text of, and columns that it cannot have. */
export function cloudIssues(folder: ContractFolder, texts: ReadonlyMap<string, string>): readonly Issue[] {
  if (loadWorkspace(texts).workspace?.warehouse.engine !== 'bigquery') return [];
  const { definitions } = folder.terms;
  const { facts, views } = definitions;
  return [...accessIssues({ folder, texts }), ...facts.flatMap((fact) => withoutText(fact, views)), ...fileColumns(definitions)];
}
