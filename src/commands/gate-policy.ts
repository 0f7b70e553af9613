import { loadContract } from '../contract/load-contract.js';
import type { Workspace } from '../contract/load-workspace.js';
import type { Contract } from '../contract/model.js';
import type { GatePolicyResult } from '../gate/decide.js';
import { buildPolicy } from '../gate/policy.js';
import type { Issue } from '../kernel/issue.js';
import type { CommitFiles, Forge, ForgeRepository, ReadableFiles } from '../ports.js';
import { botOf } from './bot-account.js';
import { readWorkspace } from './read-workspace.js';
import { listContracts, type ReadContract, readContract } from './repository.js';

/** What a text of the repository says about who decides: the workspace and all contracts. */
export interface PolicyText {
  readonly result: GatePolicyResult;
  readonly workspace: Workspace | null;
  /** By folder. */
  readonly contracts: ReadonlyMap<string, ReadContract>;
  /** Errors of the workspace and the contracts. */
  readonly issues: readonly Issue[];
}

/** The policy at a commit of the default branch, with everything that it was read from. */
export interface PolicyReading extends PolicyText {
  readonly repository: ForgeRepository;
  readonly files: CommitFiles;
}

/**
 * Reads the policy at a commit of the default branch: nothing else is trusted.
 * @param known the repository, where it has just been asked for.
 * @throws ShellError where the forge refuses, or a file that the policy needs is no text.
 */
export async function readPolicy(forge: Forge, commit: string, known?: ForgeRepository): Promise<PolicyReading> {
  const repository = known ?? (await forge.repository());
  const files = await forge.filesAt(commit);
  return { ...(await policyText(files, repository)), repository, files };
}

/** The policy that a text of the repository would make. */
export async function policyText(files: ReadableFiles, repository: ForgeRepository): Promise<PolicyText> {
  const loaded = await readWorkspace(files);
  // Without the file nobody is named, and what is taken by default names nobody either.
  const workspace = loaded.texts.size === 0 ? null : loaded.workspace;
  const contracts = new Map<string, ReadContract>();
  for (const id of await listContracts(files)) contracts.set(id, await readContract(files, id));
  const result = buildPolicy({
    repositoryId: repository.id,
    defaultBranch: repository.defaultBranch,
    appUserId: workspace === null ? null : botOf(workspace).id,
    workspace,
    contracts: new Map([...contracts].map(([id, contract]) => [id, termsOf(contract)])),
  });
  const issues = [...loaded.issues, ...[...contracts.values()].flatMap((contract) => contract.issues)];
  return { result, workspace, contracts, issues: issues.filter(({ severity }) => severity === 'error') };
}

/** Who signs a contract stands in its terms: a ledger that does not fit them is for the audit to say. */
function termsOf({ id, folder, texts, ledger }: ReadContract): Contract | null {
  if (folder !== null) return folder.terms.contract;
  const settled = ledger.map(({ terms }) => terms);
  return loadContract(id, texts, settled).folder?.terms.contract ?? null;
}
