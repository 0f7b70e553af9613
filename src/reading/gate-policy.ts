import type { Workspace } from '../contract/load-workspace.js';
import { type Trust, unagreedIn } from '../gate/agreed-text.js';
import type { GatePolicyResult } from '../gate/decide.js';
import { buildPolicy, type PolicyProblem } from '../gate/policy.js';
import type { Issue } from '../kernel/issue.js';
import type { ReadableFiles } from '../ports/files.js';
import type { CommitFiles, ForgeRepository } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import { readWorkspace } from '../running/read-workspace.js';
import { listContracts, type ReadContract, readContract } from '../running/repository.js';
import { botOf } from './bot-account.js';
import { blobsOf, trustedFiles } from './trusted-files.js';

/** What a text of the repository says about who decides: the workspace and all contracts. */
export interface PolicyText {
  readonly result: GatePolicyResult;
  /** What is wrong with who signs one contract: it stops that contract alone. */
  readonly contractProblems: ReadonlyMap<string, readonly PolicyProblem[]>;
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
  /** The same with every text that says who decides as it was agreed last. */
  readonly trusted: CommitFiles;
}

/**
 * Reads the policy at a commit of the default branch: nothing else is trusted, and of it no text that was not agreed (rule 16).
 * @param trust what was agreed last.
 * @param known the repository, where it has just been asked for.
 * @throws ShellError where the forge refuses, or a file that the policy needs is no text.
 */
export async function readPolicy(forge: ForgeReads, commit: string, trust: Trust, known?: ForgeRepository): Promise<PolicyReading> {
  const repository = known ?? (await forge.repository());
  const files = await forge.filesAt(commit);
  const trusted = await trustedFiles(forge, files, trust);
  const text = await policyText(trusted, repository);
  const { policy } = text.result;
  const unagreed = unagreedIn(await blobsOf(files), trust);
  const result = policy === null ? text.result : { ...text.result, policy: { ...policy, unagreed } };
  return { ...text, result, repository, files, trusted };
}

/** The policy that a text of the repository would make. */
export async function policyText(files: ReadableFiles, repository: ForgeRepository): Promise<PolicyText> {
  const loaded = await readWorkspace(files);
  // Without the file nobody is named, and what is taken by default names nobody either.
  const workspace = loaded.texts.size === 0 ? null : loaded.workspace;
  const contracts = new Map<string, ReadContract>();
  for (const id of await listContracts(files)) contracts.set(id, await readContract(files, id));
  const { contractProblems, ...result } = buildPolicy({
    repositoryId: repository.id,
    defaultBranch: repository.defaultBranch,
    appUserId: workspace === null ? null : botOf(workspace).id,
    workspace,
    // who signs stands in the terms: a ledger that does not fit them is for the audit to say
    contracts: new Map([...contracts].map(([id, { contract }]) => [id, contract])),
  });
  const issues = [...loaded.issues, ...[...contracts.values()].flatMap((contract) => contract.issues)];
  return { result, contractProblems, workspace, contracts, issues: issues.filter(({ severity }) => severity === 'error') };
}
