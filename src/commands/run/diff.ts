import { parseYaml } from '../../contract/parse-yaml.js';
import { distinctIssues, inNoFile } from '../../kernel/issue.js';
import type { Outcome } from '../../media/outcome.js';
import type { ReadableFiles, Revisions } from '../../ports/files.js';
import { proposalBlocks, type ReportedProposal } from '../../report/amendment.js';
import { addedRecords } from '../../running/added-records.js';
import { withViewReads } from '../../running/check-views.js';
import { amendmentOf, type Pair, proposalDocument, readPairs, workspaceChanges } from '../../running/comparison.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { listContracts, readContract } from '../../running/repository.js';
import { issue } from '../../words/issue.js';

/** How the two texts are found. */
export interface DiffPorts {
  readonly revisions: Revisions;
  /** Files below any folder of this machine. */
  readonly folder: (path: string) => ReadableFiles;
}

export interface DiffOptions {
  readonly base: string;
  readonly head: string;
}

/** One of the two texts: a repository with all its contracts, or the folder of one contract. */
interface Side {
  readonly files: ReadableFiles;
  /** The contract whose folder it is; null for a repository. */
  readonly contract: string | null;
}

/**
 * `concord diff`: what changes between two texts, whether the contract's own rules allow it, whom it favours and what it is
 * worth. Exit code 1 where the rules refuse it or a text has errors.
 */
export async function diff(context: CommandContext, ports: DiffPorts, options: DiffOptions): Promise<Outcome> {
  const [base, head] = [await openSide(ports, options.base), await openSide(ports, options.head)];
  if (base === null || head === null) {
    const unknown = [base === null ? options.base : null, head === null ? options.head : null].flatMap((found) => found ?? []);
    return failed(
      unknown.map((found) => issue('unknown-text', inNoFile('diff'), { found })),
      new Map(),
      2,
    );
  }
  const read = await pairsOf(base, head);
  const histories = base.contract === null && head.contract === null;
  const issues = read.flatMap(({ before, after }) => [...(before?.issues ?? []), ...(after?.issues ?? [])]);
  if (hasErrors(issues)) {
    const texts = new Map(read.flatMap(({ before, after }) => [...(before?.texts ?? []), ...(after?.texts ?? [])]));
    return failed(distinctIssues(issues), texts);
  }
  const proposal: ReportedProposal = {
    contracts: await withViewReads(
      context,
      read.flatMap((pair) => amendmentOf(context, pair, histories)),
    ),
    workspace: histories ? await workspaceChanges(base.files, head.files) : [],
    added: addedRecords(read),
  };
  const ended = proposal.contracts.some(({ amendment }) => amendment.refused) ? 1 : 0;
  return { ended, report: { document: () => proposalDocument(proposal), blocks: (locale) => proposalBlocks(proposal, locale) } };
}

/** A contract's folder or file, a repository's folder, or else a revision. What is there as a file is not taken for a revision. */
async function openSide(ports: DiffPorts, name: string): Promise<Side | null> {
  if (name === '') return null;
  const folder = name.replace(/(^|\/)contract\.yaml$/, '$1.');
  const files = ports.folder(folder);
  const contract = await files.read('contract.yaml');
  if (contract !== null) return contractSide(files, contract);
  if ((await listContracts(files)).length > 0) return { files, contract: null };
  const revision = await ports.revisions.open(name);
  return revision === null ? null : { files: revision, contract: null };
}

/** A contract's folder, seen as the repository that it would be alone. */
function contractSide(files: ReadableFiles, text: string): Side {
  const data = parseYaml('contract.yaml', text).file?.data;
  const written = typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string' ? data.id : '';
  const id = /^[a-z0-9-]{3,40}$/.test(written) ? written : 'contract';
  const root = `contracts/${id}`;
  const inside = (path: string) => (path === root ? '.' : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null);
  const read = async (path: string) => {
    const own = inside(path);
    return own === null ? null : files.read(own);
  };
  const list = async (folder: string) => {
    const own = inside(folder);
    return own === null ? (folder === 'contracts' ? [{ name: id, directory: true }] : []) : files.list(own);
  };
  return { files: { read, list }, contract: id };
}

/** The contracts of both texts, paired by id; two single folders are paired whatever they are called. */
async function pairsOf(base: Side, head: Side): Promise<Pair[]> {
  if (base.contract !== null && head.contract !== null) {
    return [{ before: await readContract(base.files, base.contract), after: await readContract(head.files, head.contract) }];
  }
  const only = base.contract ?? head.contract;
  return readPairs(base.files, head.files, (id) => only === null || id === only);
}
