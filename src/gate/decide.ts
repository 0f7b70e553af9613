import { PARTIES } from '../kernel/party.js';
import { judgeFiledAlone } from './alone.js';
import { judgeObjections, judgeParty } from './approvals.js';
import { judgeFacts, judgeSound, judgeSubject } from './complete.js';
import type { PullRequestFacts, RepositoryFacts } from './facts.js';
import { judgeAppendOnly, judgeEventDates, judgePaths, judgeSeparate, judgeUpToDate } from './files.js';
import { judgeLanding } from './landing.js';
import { isFormPage, judgeForms } from './listed-forms.js';
import type { GatePolicy, PolicyProblem } from './policy.js';
import { isAnythingAstray, judgeRestored } from './restored.js';
import { scopesOf } from './scope.js';
import { isSettlement, judgeDeemed, judgeSettlement } from './settlement.js';
import { all, any, type Basis, type Judgement, type JudgementState, type PartyVerdict, sight, unless, type Verdict } from './verdict.js';

/** What is decided on: one pull request, and every other open one with the same commit. */
export interface GateFacts {
  readonly repository: RepositoryFacts;
  readonly pullRequest: PullRequestFacts;
  /** Other open pull requests whose head is the same commit: a status belongs to a commit, not to a pull request. */
  readonly sameHead: readonly PullRequestFacts[];
}

/** The policy of the default branch, or why there is none. */
export interface GatePolicyResult {
  readonly policy: GatePolicy | null;
  readonly problems: readonly PolicyProblem[];
}

const STATES: Readonly<Record<JudgementState, Verdict['state']>> = {
  passed: 'success',
  pending: 'pending',
  refused: 'failure',
  error: 'error',
};

/**
 * Whether a pull request may be merged, as a tree that carries what was seen and what was required. Every rule is always judged
 * and the worst decides, so that the success of one never hides the error of another. Pure: the same facts, the same verdict.
 */
export function decide({ policy, problems }: GatePolicyResult, facts: GateFacts): Verdict {
  const { pullRequest } = facts;
  const head = { apiVersion: 'concord/v1', kind: 'Verdict', pullRequest: pullRequest.number, head: pullRequest.head.sha } as const;
  if (policy === null || problems.length > 0) {
    const saw =
      problems.length > 0 ? problems.map((problem) => sight(problem.code, problem.with)) : [sight('policy-missing', { file: '-' })];
    return { ...head, state: 'error', basis: null, parties: [], judgement: all('both-parties', [unless('policy', 'error', saw)]) };
  }
  const own = judgeOne(policy, pullRequest, facts.repository);
  // What the app merges itself waits for no status, so nobody holds it by opening the same commit once more.
  const others = isMergedByApp(policy, pullRequest, own.basis) ? [] : facts.sameHead;
  const twins = others
    .filter(({ number }) => number !== pullRequest.number)
    .map((twin) => judgeTwin(policy, pullRequest, twin, facts.repository));
  const judgement = all('both-parties', [unless('policy', 'error', []), ...own.judgements, all('twins', twins)]);
  const state = STATES[judgement.state];
  return { ...head, state, basis: state === 'success' ? own.basis : null, parties: own.parties, judgement };
}

/**
 * Whether the app merges it once it is agreed: it is a settlement that the app has opened, and belongs to no person; or one party
 * files it alone, which it does by opening it; or it is the issue forms, which nobody has written. Left for somebody to press, a dispute would hold a statement for as long as its author
 * likes, anything else would be pressed by the other party, after its day or beside what it does not go with.
 */
export function isMergedByApp(policy: GatePolicy, facts: PullRequestFacts, basis: Basis | null): boolean {
  const byApp = policy.appUserId !== null && facts.author?.id === policy.appUserId;
  return basis === 'filed-alone' || basis === 'forms' || (byApp && facts.settlement !== null);
}

interface Judged {
  readonly judgements: readonly Judgement[];
  readonly parties: readonly PartyVerdict[];
  readonly basis: Basis | null;
}

function judgeTwin(policy: GatePolicy, pullRequest: PullRequestFacts, twin: PullRequestFacts, repository: RepositoryFacts): Judgement {
  // What is said to have the same head and has not was read at another time.
  if (twin.head.sha !== pullRequest.head.sha) {
    return unless('twins', 'error', [sight('head-differs', { found: twin.head.sha, expected: pullRequest.head.sha })]);
  }
  const { state } = all('twins', judgeOne(policy, twin, repository).judgements);
  return state === 'passed' ? unless('twins', 'pending', []) : unless('twins', state, [sight('twin', { number: String(twin.number) })]);
}

function judgeOne(policy: GatePolicy, facts: PullRequestFacts, repository: RepositoryFacts): Judged {
  const restored = judgeRestored(policy, facts);
  // What is put back has its own days and its own statement, and stands on nobody's approval that could be out of date.
  const isBack = isAnythingAstray(policy, facts) && restored.state === 'passed';
  const settles = isSettlement(facts) && !isBack;
  const consent = judgeConsent(policy, facts, repository, { settles, restored });
  const judgements = [
    judgeSubject(policy, facts),
    judgeFacts(facts, repository),
    judgePaths(facts, repository),
    judgeSeparate(facts),
    judgeSound(facts),
    ...(isBack ? [] : [judgeAppendOnly(facts), judgeEventDates(policy, facts, repository), judgeUpToDate(facts)]),
    ...(settles ? [judgeSettlement(policy, facts)] : []),
    judgeLanding(facts),
    consent.judgement,
  ];
  return { judgements, parties: consent.parties, basis: consent.basis };
}

/** Rules 4 to 7, and the two ways in which something is agreed without both parties' approval (11 and 12). */
function judgeConsent(
  policy: GatePolicy,
  facts: PullRequestFacts,
  repository: RepositoryFacts,
  { settles, restored }: { readonly settles: boolean; readonly restored: Judgement },
): { readonly judgement: Judgement; readonly parties: readonly PartyVerdict[]; readonly basis: Basis | null } {
  const { scopes, problems } = scopesOf(policy, facts);
  const parties = scopes.map((scope) => judgeParty(policy, facts, scope));
  // An empty list of parties would be agreed by nobody.
  const known = unless('by-parties', 'refused', problems);
  const nobody = scopes.length === 0 ? [unless('by-parties', 'pending', [sight('no-files')])] : [];
  const byParties = all('by-parties', [
    ...(problems.length > 0 ? [known] : []),
    ...nobody,
    ...parties.map(({ judgement }) => judgement),
    judgeObjections(policy, facts, PARTIES),
  ]);
  const alone = settles
    ? [judgeDeemed(policy, facts, repository)]
    : problems.length > 0
      ? []
      : [judgeFiledAlone(policy, facts, repository)];
  // Of either it is only spoken where it can be meant.
  const isForms = facts.files.items.length > 0 && facts.files.items.every(({ path }) => isFormPage(path));
  const forms = isForms ? [judgeForms(policy, facts)] : [];
  const others = [...alone, ...(isAnythingAstray(policy, facts) ? [restored] : []), ...forms];
  const judgement = any('consent', [byParties, ...others]);
  const basis: Basis | null =
    byParties.state === 'passed'
      ? 'both-parties'
      : isAnythingAstray(policy, facts) && restored.state === 'passed'
        ? 'restored'
        : settles
          ? 'deemed-accepted'
          : isForms
            ? 'forms'
            : 'filed-alone';
  return { judgement, parties: parties.map(({ verdict }) => verdict), basis: judgement.state === 'passed' ? basis : null };
}
