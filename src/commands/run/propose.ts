import { localDate } from '../../kernel/calendar.js';
import { digestText } from '../../kernel/canonical.js';
import { seenOf } from '../../kernel/characters.js';
import { distinctIssues, type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import { PARTIES } from '../../kernel/party.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { ReadableFiles, WorkingTree } from '../../ports/files.js';
import type { CommitFiles, ForgePullRequest } from '../../ports/forge.js';
import type { Forge } from '../../ports/forge-writes.js';
import { pullRequestOfBranch } from '../../reading/branch-pull-requests.js';
import { type PolicyText, policyText } from '../../reading/gate-policy.js';
import { type LocalEdit, readLocalEdit, type Subject } from '../../reading/local-edit.js';
import { proposalBlocks, type ReportedProposal } from '../../report/amendment.js';
import { plainText } from '../../report/escape.js';
import { proposeBody } from '../../report/propose-body.js';
import { addedRecords } from '../../running/added-records.js';
import { changedFiles } from '../../running/changed-files.js';
import { checkViews } from '../../running/check-views.js';
import { amendmentOf, proposalDocument, readPairs, workspaceChanges } from '../../running/comparison.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { issue } from '../../words/issue.js';
import { proposeText } from '../../words/propose.js';
import { putOnBranch } from '../../writing/own-branch.js';

export interface ProposeOptions {
  /** One contract, the rules (`contract: null`), or (null) whichever of them was edited. */
  readonly only: Subject | null;
  readonly title: string;
  /** Write nothing. */
  readonly dryRun: boolean;
}

/** What became of a local edit. */
interface Proposed {
  readonly outcome: 'opened' | 'there' | 'planned' | 'refused';
  readonly branch: string;
  readonly pullRequest: ForgePullRequest | null;
  readonly proposal: ReportedProposal;
  /** Whoever opened it and may therefore not approve. */
  readonly notes: readonly Note[];
}

/** What is said, in either language. */
type Note = (locale: Locale) => string;

const MOST_TITLE = 200;

/**
 * `concord propose`: an edit of the checkout becomes a pull request of whoever's token it is, once it passes every check and the
 * contract's own rules. Asked again for the same edit, it finds the pull request that is there.
 */
export async function propose(context: CommandContext, forge: Forge, tree: WorkingTree, options: ProposeOptions): Promise<Outcome> {
  const title = plainText(options.title).trim();
  if (title === '' || [...title].length > MOST_TITLE)
    return failed([issue('propose-title', inNoFile('--title'), { limit: MOST_TITLE })], new Map(), 2);
  const repository = await forge.repository();
  const branch = repository.defaultBranch;
  const tip = await forge.tip(branch);
  if (tip === null) return failed([issue('propose-nothing', inFile('.'), { branch })], new Map(), 1);
  const files = await forge.filesAt(tip);
  const { edit, issues } = await readLocalEdit(tree, context.files, files, { only: options.only, branch });
  if (edit === null) return failed(issues, new Map(), issues.some(isUsage) ? 2 : 1);
  const after = changedFiles(files, edit.paths, edit.changes);
  const checked = await checkEdit(context, forge, files, after, edit);
  if (hasErrors(checked.issues)) return failed(distinctIssues(checked.issues), checked.texts);
  const name = branchName(title, seenOf(options.title.replace(/\s+/gu, ' ')), edit);
  const changed = new Set(edit.changes.map(({ path }) => path));
  const warned = checked.issues.filter(({ at, severity }) => severity === 'warning' && changed.has(at.path));
  const ended = (outcome: Proposed['outcome'], pullRequest: ForgePullRequest | null, notes: readonly Note[] = []): Outcome => {
    const found = resultOf(context, { outcome, branch: name, pullRequest, proposal: checked.proposal, notes });
    return { ...found, issues: warned, texts: checked.texts };
  };
  if (checked.proposal.contracts.some(({ amendment }) => amendment.refused)) return ended('refused', null);
  if (options.dryRun) return ended('planned', null);
  const before = await pullRequestOfBranch(forge, repository, name);
  if (before?.state === 'closed' && before.mergedAt === null) {
    return failed([issue('propose-closed', inFile('.'), { pullRequest: before.number })], new Map(), 1);
  }
  const self = await forge.self();
  await putOnBranch(forge, { branch: name, tip, changes: edit.changes, message: title });
  const body = proposeBody(
    edit.subject.contract,
    edit.changes.map(({ path }) => path),
    self?.login ?? '-',
  );
  const there = before?.state === 'open' ? before : null;
  const opened = there ?? (await forge.openPullRequest({ title, body, branch: name, base: branch, draft: false }));
  const found = opened ?? (await pullRequestOfBranch(forge, repository, name));
  return ended(opened !== null && there === null ? 'opened' : 'there', found, ownAccount(checked.policy, edit.subject, self));
}

/** Mistakes of the call, as against findings about the edit. */
function isUsage({ code }: Issue): boolean {
  return code === 'propose-no-checkout' || code === 'propose-behind';
}

interface Checked {
  readonly proposal: ReportedProposal;
  readonly policy: PolicyText;
  readonly issues: readonly Issue[];
  readonly texts: ReadonlyMap<string, string>;
}

/** What the edit changes, and every error of the text that it would make: of its contract, or after a change of rules of all. */
async function checkEdit(
  context: CommandContext,
  forge: Forge,
  before: CommitFiles,
  after: ReadableFiles,
  { subject }: LocalEdit,
): Promise<Checked> {
  const { contract } = subject;
  const now = await forge.now();
  const pairs = await readPairs(before, after, (id) => contract === null || id === contract);
  const policy = await policyText(after, await forge.repository());
  const own = pairs.flatMap((pair) => pair.after?.issues ?? []);
  const contracts = pairs.flatMap((pair) => {
    const terms = (pair.after ?? pair.before)?.folder?.terms.contract;
    const asOf = context.asOf ?? localDate(now, terms?.calendar.timezone ?? 'UTC');
    return amendmentOf({ ...context, asOf }, pair, true);
  });
  const texts = new Map(pairs.flatMap((pair) => [...(pair.after?.texts ?? [])]));
  const { issues: views } = await checkViews(context, texts);
  return {
    proposal: { contracts, workspace: contract === null ? await workspaceChanges(before, after) : [], added: addedRecords(pairs) },
    policy,
    issues: [...own, ...views, ...(contract === null ? policy.issues : [])],
    texts,
  };
}

/** The same edit under the same title always has the same branch, called by what is seen of it. */
function branchName(title: string, seen: string, { changes }: LocalEdit): string {
  const slug = seen
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  const digest = digestText(JSON.stringify([title, ...changes.map(({ path, text }) => [path, text])])).slice('sha256:'.length);
  return `proposal/${slug === '' ? 'change' : slug}-${digest.slice(0, 8)}`;
}

/** Whoever opens a pull request cannot approve it: said where that leaves a party with others only. */
function ownAccount({ workspace, contracts }: PolicyText, { contract }: Subject, self: Awaited<ReturnType<Forge['self']>>): Note[] {
  const person = self?.kind === 'user' ? workspace?.people.find(({ github }) => github === self.id) : undefined;
  const terms = contract === null ? undefined : contracts.get(contract)?.folder?.terms.contract;
  if (person === undefined || self === null) return [];
  const listOf = (party: (typeof PARTIES)[number]) => terms?.parties[party].signatories ?? workspace?.governance[party] ?? [];
  const party = PARTIES.find((each) => listOf(each).includes(person.id));
  if (party === undefined) return [];
  return [(locale) => proposeText('own-account', locale, { login: self.login, party: proposeText(`party.${party}`, locale) })];
}

function resultOf(context: CommandContext, { outcome, branch, pullRequest, proposal, notes }: Proposed): Outcome {
  const report: Report = {
    document: () => {
      const contracts = proposal.contracts.map(({ amendment }) => amendment);
      const found = pullRequest === null ? null : { number: pullRequest.number, url: pullRequest.url };
      const said = notes.map((note) => note(context.locale));
      return { outcome, branch, pullRequest: found, ...proposalDocument(proposal), contracts, notes: said };
    },
    blocks: (locale) => {
      const params = { branch, pullRequest: pullRequest?.number ?? '-', url: pullRequest?.url ?? '-' };
      const said = [proposeText(`outcome.${outcome}`, locale, params), ...notes.map((note) => note(locale))];
      // The pull request's number and address are links where the medium has them: nothing in these words is anybody's text.
      return [...proposalBlocks(proposal, locale), { kind: 'break' }, { kind: 'markdown', text: said.join('\n') }];
    },
  };
  return { ended: outcome === 'refused' ? 1 : 0, report };
}
