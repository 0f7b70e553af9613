import { decide, type GateFacts, isMergedByApp } from '../../gate/decide.js';
import { keepsChanging } from '../../gate/moving.js';
import { STATUS_CONTEXT } from '../../gate/rulesets.js';
import type { Verdict } from '../../gate/verdict.js';
import type { Micros } from '../../kernel/calendar.js';
import type { Issue } from '../../kernel/issue.js';
import { inFile } from '../../kernel/issue.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { ShellError } from '../../ports/failure.js';
import type { ForgePullRequest } from '../../ports/forge.js';
import type { Forge } from '../../ports/forge-writes.js';
import { readGateFacts, type Standing } from '../../reading/gate-facts.js';
import { type PolicyReading, readPolicy } from '../../reading/gate-policy.js';
import { type MergeMemory, newMemory, readMergeRecord } from '../../reading/merge-record.js';
import { withStrays } from '../../reading/stray-records.js';
import { notOfTip } from '../../reading/tip-engine.js';
import { readTrustHistory } from '../../reading/trust-history.js';
import { type Block, below, toldLines } from '../../report/blocks.js';
import type { CommentLocales } from '../../report/changes-comment.js';
import { fitSections } from '../../report/comment-sections.js';
import { type NameOf, verdictBlocks, verdictSections, verdictSummary } from '../../report/verdict.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { gateText } from '../../words/gate.js';
import { issue } from '../../words/issue.js';
import { bringBack } from '../../writing/bring-back.js';
import { freshHead } from '../../writing/fresh-head.js';
import { type Merged, merge } from '../../writing/merging.js';
import { withOneList } from '../../writing/one-list.js';
import { postSticky } from '../../writing/sticky-comment.js';
import { say } from '../../writing/telling.js';

export interface GateOptions {
  /** A pull request, or every open one. */
  readonly subject: number | 'all';
  /** Merge what people do not: accepted settlements, what one party files alone, and the issue forms. */
  readonly merge: boolean;
  readonly dryRun: boolean;
  /** The languages of the comment. */
  readonly locales: CommentLocales;
}

const SETTLEMENTS = 'settlement/';

/** One run; what was merged long ago is read once for all pull requests. */
interface Run extends GateOptions {
  readonly memory: MergeMemory;
  /** Lets the list of pull requests be asked for again: what this run merges is decided on what was opened until then. */
  readonly forget: () => void;
  /** Whether the pull request has just been given a new commit. */
  readonly isFresh?: boolean;
  /** How often it was decided anew because the default branch had moved before it could be merged. */
  readonly again?: number;
  /** How pull requests are read. */
  readonly standing: Standing;
}

/** What became of one pull request. */
export interface Gated extends Merged {
  readonly number: number;
  /** Null where it could not be decided. */
  readonly verdict: Verdict | null;
  readonly nameOf: NameOf;
  readonly issues: readonly Issue[];
}

/**
 * `concord gate`: decides about pull requests, posts the status and a comment that names who is missing. Exit code 0 where a
 * pull request passes or waits, 1 where one is refused or in error, 2 where one could not be decided.
 */
export async function gate(context: CommandContext, asked: Forge, given: GateOptions): Promise<Outcome> {
  const { subject } = given;
  const { forge, forget } = subject === 'all' ? withOneList(asked) : { forge: asked, forget: () => undefined };
  const options: Run = { ...given, memory: newMemory(), forget, standing: 'as it is' };
  const stale = options.dryRun ? [] : await notOfTip(context, forge);
  if (stale.length > 0) return failed(stale, new Map(), 2);
  const acts = options.merge && !options.dryRun;
  const nothing = { numbers: [], issues: [] };
  const aside = acts ? await bringBack(forge, await backFor(forge, subject), () => policyNow(forge, options)) : nothing;
  if (subject !== 'all') {
    const gated = await gateOne(context, forge, subject, options);
    return resultOf([gated], gated.verdict, aside.issues);
  }
  const { defaultBranch } = await forge.repository();
  const back = new Set(acts ? [...aside.numbers, ...(await closedSettlements(forge))] : []);
  const listed = await forge.pullRequests('all');
  const wanted = listed.items.filter(
    ({ number, state, base, mergedAt }) => base.branch === defaultBranch && (state === 'open' || (mergedAt === null && back.has(number))),
  );
  const all: Gated[] = [];
  // Oldest first: what was filed first is merged first. But settlements before all: whoever opens pull requests by the hundred lets
  // the run's time pass.
  const turn = ({ head }: ForgePullRequest) => (head.branch.startsWith(SETTLEMENTS) ? 0 : 1);
  for (const { number } of [...wanted].sort((a, b) => turn(a) - turn(b) || a.number - b.number))
    all.push(await gateSafely(context, forge, number, options));
  return resultOf(all, { verdicts: all.flatMap(({ verdict }) => verdict ?? []) }, aside.issues);
}

/** What is brought back before a subject is decided: itself; before a settlement everything (null), since a dispute of it may be among it. */
async function backFor(forge: Forge, subject: GateOptions['subject']): Promise<number | null> {
  if (subject === 'all') return null;
  return (await forge.pullRequest(subject))?.head.branch.startsWith(SETTLEMENTS) === true ? null : subject;
}

/** The newest pull request of each settlement's branch that this account has opened, where somebody has closed it again. */
async function closedSettlements(forge: Forge): Promise<number[]> {
  const { id, defaultBranch } = await forge.repository();
  const self = await forge.self();
  const { items } = await forge.pullRequests('all');
  const own = items.filter(
    ({ author, head, base }) =>
      author?.id === self?.id && head.repositoryId === id && head.branch.startsWith(SETTLEMENTS) && base.branch === defaultBranch,
  );
  const newest = own.filter(({ head, number }) => !own.some((other) => other.head.branch === head.branch && other.number > number));
  return newest.filter(({ state, mergedAt }) => state === 'closed' && mergedAt === null).map(({ number }) => number);
}

/** One pull request that cannot be decided keeps no other from being decided. */
async function gateSafely(context: CommandContext, forge: Forge, number: number, options: Run): Promise<Gated> {
  try {
    return await gateOne(context, forge, number, options);
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    return { number, verdict: null, nameOf: () => null, merged: null, mergeRefused: null, issues: error.issues };
  }
}

async function gateOne(context: CommandContext, forge: Forge, number: number, options: Run): Promise<Gated> {
  context.progress(gateText('reading', context.locale, { number }));
  const decided = await decideNow(forge, number, options);
  if (!options.merge || options.dryRun || !isAsideOnly(decided)) return act(context, forge, decided, options);
  // Decided while it is put aside, it is opened for no longer than a merge takes.
  const back: Run = { ...options, standing: 'brought back' };
  const standing = await decideNow(forge, number, back);
  const isMerged = isMergedHere(standing.policy, standing.facts, standing.verdict);
  return act(context, forge, isMerged ? standing : decided, isMerged ? back : options);
}

/** Whether nothing but being put aside keeps the app from merging it, as far as that can be told without its merge. */
function isAsideOnly({ policy, facts }: Decided): boolean {
  const { pullRequest } = facts;
  if (pullRequest.state === 'open' && !pullRequest.draft) return false;
  const brought = { ...facts, pullRequest: { ...pullRequest, state: 'open', draft: false, landing: { kind: 'exact' } as const } };
  return isMergedHere(policy, brought, decide(policy.result, brought));
}

/** Says what was decided, and merges what the app merges. */
async function act(context: CommandContext, forge: Forge, decided: Decided, options: Run): Promise<Gated> {
  const { policy, facts, verdict } = decided;
  const { number } = facts.pullRequest;
  const nameOf = namesIn(policy);
  const gated: Gated = { number, verdict, nameOf, merged: null, mergeRefused: null, issues: [] };
  // A commit whose pull request has ended keeps the status that it had then.
  if (options.dryRun || facts.pullRequest.state !== 'open') return gated;
  // A rule of the forge may ask for the status before it merges, and a run that is cut short after the merge would not come back to
  // say what was decided. Neither can stop the merge (rule 19): what cannot be said is an issue.
  const unsaid = await say(() => postStatus(forge, verdict, nameOf));
  const issues = [
    ...unsaid,
    ...(await say(() => postComment(forge, verdict, nameOf, { validAt: facts.repository.now, locales: options.locales }))),
  ];
  const isMerged = options.merge && isMergedHere(policy, facts, verdict);
  // Two of one party's own events may each be right and break the contract together: what was decided on another tip is decided anew.
  if (isMerged && (await forge.tip(policy.repository.defaultBranch)) !== policy.files.commit) {
    const again = (options.again ?? 0) + 1;
    return again < MOST_READINGS ? gateOne(context, forge, number, { ...options, again }) : { ...gated, issues };
  }
  const asked = { repository: policy.repository, facts: facts.pullRequest, title: mergeTitle(facts, verdict), standing: options.standing };
  const merged = isMerged ? await merge(forge, asked) : null;
  const isFull = merged?.mergeRefused != null && unsaid.length > 0 && !options.isFresh;
  if (isFull && (await freshHead(forge, policy, facts.pullRequest))) return gateOne(context, forge, number, { ...options, isFresh: true });
  return { ...gated, ...merged, issues };
}

interface Decided {
  readonly policy: PolicyReading;
  readonly facts: GateFacts;
  readonly verdict: Verdict;
}

/** Facts are read again before anything is posted (rule 13), so often: what keeps changing is decided later. */
const MOST_READINGS = 4;

/** Decides on facts that two readings in a row agree on. */
async function decideNow(forge: Forge, number: number, run: Run): Promise<Decided> {
  let last = await read(forge, number, run);
  if (run.merge && isMergedHere(last.policy, last.facts, last.verdict)) run.forget();
  for (let reading = 1; reading < MOST_READINGS; reading++) {
    const again = await read(forge, number, run);
    if (isSame(last, again) || isMergedAlike(last, again)) return again;
    last = again;
  }
  return { ...last, verdict: keepsChanging(last.verdict) };
}

async function read(forge: Forge, number: number, run: Pick<Run, 'memory' | 'forget' | 'standing'>): Promise<Decided> {
  const { memory, standing } = run;
  const policy = await policyNow(forge, run);
  const tip = policy.files.commit;
  const facts = await withStrays(forge, await readGateFacts(forge, policy, number, standing), { tip, memory });
  return { policy, facts, verdict: decide(policy.result, facts) };
}

async function policyNow(forge: Forge, { memory, forget }: Pick<Run, 'memory' | 'forget'>): Promise<PolicyReading> {
  const repository = await forge.repository();
  const { defaultBranch } = repository;
  const tip = await forge.tip(defaultBranch);
  if (tip === null) throw new ShellError([noBranch(defaultBranch)]);
  // The tip has moved since: somebody has merged what the list of then still has open.
  if (!memory.trust.has(tip) && memory.trust.size > 0) forget();
  const trust = memory.trust.get(tip) ?? (await readTrustHistory(await readMergeRecord(forge, memory))).now;
  memory.trust.set(tip, trust);
  return readPolicy(forge, tip, trust, repository);
}

function noBranch(branch: string): Issue {
  return issue('forge-no-branch', inFile(branch), { branch });
}

/**
 * Whether two readings of what the app merges itself decide the same of the same commits. Whoever keeps commenting or objecting keeps
 * nothing from being merged that is merged whatever they say (rule 18).
 */
function isMergedAlike(a: Decided, b: Decided): boolean {
  const isAlike =
    a.policy.files.commit === b.policy.files.commit && a.verdict.head === b.verdict.head && a.verdict.basis === b.verdict.basis;
  return isAlike && [a, b].every(({ policy, facts, verdict }) => isMergedHere(policy, facts, verdict));
}

/** Whether two readings saw the same, but for the time of asking. */
function isSame(a: Decided, b: Decided): boolean {
  const text = ({ policy, facts }: Decided) =>
    JSON.stringify([policy.files.commit, policy.result, facts.pullRequest, facts.sameHead], (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
  return text(a) === text(b);
}

/** Names are for reading: the workspace's of the people that it knows. */
function namesIn({ workspace }: PolicyReading): NameOf {
  const names = new Map(workspace?.people.map(({ github, name }) => [github, name]) ?? []);
  return (user) => names.get(user) ?? null;
}

/** Posts the status, unless it is the newest there by the same account: a commit takes only so many. */
async function postStatus(forge: Forge, verdict: Verdict, nameOf: NameOf): Promise<void> {
  const self = await forge.self();
  const { items } = await forge.statuses(verdict.head);
  const [latest] = items.filter(({ context }) => context === STATUS_CONTEXT);
  const description = verdictSummary(verdict, nameOf, 'en');
  const isThere = latest?.state === verdict.state && latest.description === description && latest.creator?.id === self?.id;
  if (isThere && self !== null) return;
  await forge.setStatus(verdict.head, { context: STATUS_CONTEXT, state: verdict.state, description, url: null });
}

async function postComment(
  forge: Forge,
  verdict: Verdict,
  nameOf: NameOf,
  { validAt, locales }: { readonly validAt: Micros; readonly locales: CommentLocales },
): Promise<void> {
  const body = fitSections(verdictSections(verdict, nameOf, locales), { url: null, locale: locales[0] });
  await postSticky(forge, verdict.pullRequest, { topic: 'verdict', body, head: verdict.head, validAt });
}

/** People merge what they have opened; what the app has opened for nobody in particular is merged where it is accepted. */
function isMergedHere({ result: { policy } }: PolicyReading, { pullRequest }: GateFacts, { state, basis }: Verdict): boolean {
  return state === 'success' && policy !== null && isMergedByApp(policy, pullRequest, basis);
}

function mergeTitle({ pullRequest }: GateFacts, { pullRequest: number, basis }: Verdict): string {
  const { settlement } = pullRequest;
  const what =
    basis === 'forms' ? 'Issue forms' : settlement === null ? 'Event' : `Settlement of ${settlement.contract} ${settlement.period}`;
  return `${what}: ${basis ?? ''} (#${number})`;
}

function resultOf(all: readonly Gated[], document: unknown, aside: readonly Issue[]): Outcome {
  const issues = [...aside, ...all.flatMap((gated) => gated.issues)];
  const refused = all.some(({ verdict }) => verdict?.state === 'failure' || verdict?.state === 'error');
  const ended = issues.length > 0 ? 2 : refused ? 1 : 0;
  const report: Report = {
    document: () => document,
    blocks: (locale) => {
      if (all.length === 0) return [toldLines(gateText('nothing-open', locale))];
      return below(
        all.map((gated) =>
          gated.verdict === null ? [] : [...verdictBlocks(gated.verdict, gated.nameOf, locale), ...mergeBlocks(locale, gated)],
        ),
      );
    },
  };
  return { ended, report, issues };
}

function mergeBlocks(locale: Locale, { merged, mergeRefused }: Gated): Block[] {
  const said = [
    ...(merged === null ? [] : [gateText('merged', locale, { commit: merged.slice(0, 12) })]),
    ...(mergeRefused === null ? [] : [gateText('not-merged', locale, { reason: oneLine(mergeRefused) })]),
  ];
  return said.flatMap((each): Block[] => [{ kind: 'break' }, toldLines(each)]);
}

/** What the forge says, without what a terminal could take for more than text. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}
