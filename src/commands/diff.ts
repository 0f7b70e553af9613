import { amend } from '../amendment/amend.js';
import { classify } from '../amendment/classify.js';
import { diffDocuments } from '../amendment/diff-terms.js';
import { loadWorkspace, WORKSPACE_FILE } from '../contract/load-workspace.js';
import { parseYaml } from '../contract/parse-yaml.js';
import { documentText } from '../kernel/canonical.js';
import { compareIssues, type Issue } from '../kernel/issue.js';
import type { ReadableFiles, Revisions } from '../ports.js';
import {
  type ReportedAmendment,
  type ReportedProposal,
  renderProposal,
  renderProposalMarkdown,
  type WorkspaceChange,
} from '../report/amendment.js';
import { commandIssue } from './command-issue.js';
import type { CommandContext, CommandResult } from './context.js';
import { failed, hasErrors } from './issue-output.js';
import { listContracts, type ReadContract, readContract } from './repository.js';

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
export async function diff(context: CommandContext, ports: DiffPorts, options: DiffOptions): Promise<CommandResult> {
  const [base, head] = [await openSide(ports, options.base), await openSide(ports, options.head)];
  if (base === null || head === null) {
    const unknown = [base === null ? options.base : null, head === null ? options.head : null].flatMap((found) => found ?? []);
    return failed(
      context,
      unknown.map((found) => commandIssue('unknown-text', '.', { found })),
      new Map(),
      2,
    );
  }
  const read = await readPairs(base, head);
  // The folder of one contract is a text, not a history: what it does not bring was not removed.
  const histories = base.contract === null && head.contract === null;
  const issues = read.flatMap(({ before, after }) => [...(before?.issues ?? []), ...(after?.issues ?? [])]);
  if (hasErrors(issues)) {
    const texts = new Map(read.flatMap(({ before, after }) => [...(before?.texts ?? []), ...(after?.texts ?? [])]));
    return failed(context, distinct(issues), texts);
  }
  const proposal: ReportedProposal = {
    contracts: read.flatMap((pair) => amendmentOf(context, pair, histories)),
    workspace: histories ? await workspaceChanges(base.files, head.files) : [],
  };
  const exitCode = proposal.contracts.some(({ amendment }) => amendment.refused) ? 1 : 0;
  return { exitCode, output: outputOf(context, proposal) };
}

function outputOf(context: CommandContext, proposal: ReportedProposal): string {
  const { format, locale, color, width } = context;
  if (format === 'json') {
    return documentText({ contracts: proposal.contracts.map(({ amendment }) => amendment), workspace: proposal.workspace });
  }
  return format === 'markdown' ? renderProposalMarkdown(proposal, locale) : renderProposal(proposal, locale, { color, width });
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

interface Pair {
  readonly before: ReadContract | null;
  readonly after: ReadContract | null;
}

/** The contracts of both texts, paired by id; two single folders are paired whatever they are called. */
async function readPairs(base: Side, head: Side): Promise<Pair[]> {
  if (base.contract !== null && head.contract !== null) {
    return [{ before: await readContract(base.files, base.contract), after: await readContract(head.files, head.contract) }];
  }
  const only = base.contract ?? head.contract;
  const [old, now] = [await listContracts(base.files), await listContracts(head.files)];
  const ids = [...new Set([...old, ...now])].filter((id) => only === null || id === only).sort();
  const pairs: Pair[] = [];
  for (const id of ids) {
    const before = old.includes(id) ? await readContract(base.files, id) : null;
    const after = now.includes(id) ? await readContract(head.files, id) : null;
    pairs.push({ before, after });
  }
  return pairs;
}

/** The amendment of one contract; nothing where neither its terms nor its records differ. */
function amendmentOf(context: CommandContext, { before, after }: Pair, histories: boolean): ReportedAmendment[] {
  const [base, head] = [before?.folder?.terms ?? null, after?.folder?.terms ?? null];
  const terms = head ?? base;
  if (terms === null) return [];
  // A repository whose ledger lies only on one side is compared with that history.
  const history = before !== null && before.ledger.length > 0 ? before : (after ?? before);
  const amendment = amend({
    base,
    head,
    asOf: context.asOf ?? context.today(terms.contract.calendar.timezone),
    ledger: history?.ledger ?? [],
    events: history?.events ?? [],
    firstSigned: null,
    recordsChanged: !histories || before === null || after === null ? [] : changedRecords(before, after),
  });
  const quiet = amendment.class === null && sameTerms(before, after);
  return quiet ? [] : [{ amendment, terms }];
}

/** Events and statements of the old text that the new one edits or leaves out. */
function changedRecords(before: ReadContract, after: ReadContract): string[] {
  const records = ({ id, texts, ledgerFolders }: ReadContract) => {
    const events = [...texts].filter(([path]) => path.startsWith(`contracts/${id}/events/`));
    const ledger = ledgerFolders.flatMap(({ path, files }) => [...files].map(([file, text]) => [`${path}/${file}`, text] as const));
    return new Map([...events, ...ledger]);
  };
  const now = records(after);
  return [...records(before)].filter(([path, text]) => now.get(path) !== text).map(([path]) => path);
}

function sameTerms(before: ReadContract | null, after: ReadContract | null): boolean {
  const text = (side: ReadContract | null, file: string) => side?.texts.get(`contracts/${side.id}/${file}`);
  return ['contract.yaml', 'definitions.yaml'].every((file) => text(before, file) === text(after, file));
}

async function workspaceChanges(base: ReadableFiles, head: ReadableFiles): Promise<WorkspaceChange[]> {
  const read = async (files: ReadableFiles) => {
    const text = await files.read(WORKSPACE_FILE);
    const { workspace } = loadWorkspace(text === null ? new Map() : new Map([[WORKSPACE_FILE, text]]));
    return workspace === null ? null : { ...workspace, people: Object.fromEntries(workspace.people.map((person) => [person.id, person])) };
  };
  const [before, after] = [await read(base), await read(head)];
  if (before === null || after === null) return [];
  return diffDocuments(before, after).map((change) => ({ ...change, class: classify(change) }));
}

/** The workspace's issues come with every contract, and with both texts; they are shown once. */
function distinct(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()].sort(compareIssues);
}
