import { type ContractEvent, eventKindOf } from '../contract/event-kinds/event-kinds.js';
import { readableEvents } from '../contract/load-contract.js';
import { localDate, type Micros } from '../kernel/calendar.js';
import type { Party } from '../kernel/party.js';
import { authorOf, isWithdrawn, judgeObjections, userText } from './approvals.js';
import type { ChangedFile, PullRequestFacts, RepositoryFacts } from './facts.js';
import { eventDate, eventName, ownerOf } from './paths.js';
import { type ContractPolicy, type GatePolicy, speakersOf } from './policy.js';
import { all, type Judgement, type Sight, sight, unless } from './verdict.js';

/**
 * The person who files: the author, or who sent the form where the repository's own app opened the pull request and what is in
 * it is the app's own work.
 */
export function filerOf(policy: GatePolicy, facts: PullRequestFacts): number | null {
  const author = authorOf(policy, facts);
  if (author !== null) return facts.author?.kind === 'user' ? author : null;
  const byApp = policy.appUserId !== null && facts.author?.id === policy.appUserId && isPushedByApp(policy, facts);
  return byApp && facts.formAuthor?.kind === 'user' ? facts.formAuthor.id : null;
}

/** Whether the head is the app's own work, by the forge's record of pushes. */
export function isPushedByApp(policy: GatePolicy, { head }: PullRequestFacts): boolean {
  return policy.appUserId !== null && head.pushedBy?.id === policy.appUserId;
}

/**
 * Rule 12: which events the party that they are filed for may file without the other (contract language, section 6). A duty that
 * both are said to have agreed on needs both, and so does whatever takes effect only by agreement.
 */
export function mayFileAlone(event: ContractEvent, contract: Pick<ContractPolicy, 'duties'>): boolean {
  return eventKindOf(event).alone(event, contract.duties);
}

/** The event in a file of the pull request, read as data; null where it is none. */
function eventIn(contract: string, file: ChangedFile): ContractEvent | null {
  return file.text === null ? null : (readableEvents(contract, new Map([[file.path, file.text]]))[0] ?? null);
}

/** Events that one party files with one pull request; more of them together need both. */
const MOST_ALONE = 100;

/** A pull request that only adds events of the filing person's own party needs nobody else. */
export function judgeFiledAlone(policy: GatePolicy, facts: PullRequestFacts, { now }: Pick<RepositoryFacts, 'now'>): Judgement {
  const filer = filerOf(policy, facts);
  const judged = facts.files.items.map((file) => judgeFile(policy, file, { filer, now }));
  const against = judged.flatMap(({ against: found }) => found ?? []);
  const party = judged[0]?.party ?? null;
  const others = party === null ? [] : foreignPushes(policy, facts, party);
  if (filer === null) against.unshift(sight('alone-no-filer'));
  // Whoever files by the thousands makes every reading of the contract long, for both.
  if (judged.length > MOST_ALONE) against.unshift(sight('alone-too-many', { count: String(judged.length), most: String(MOST_ALONE) }));
  const withdrawn = party !== null && isWithdrawn(policy, facts, party) ? [sight('alone-withdrawn', { party })] : [];
  const filed = unless('filed-alone', 'refused', [...against, ...others, ...withdrawn]);
  const own = party === null ? [] : [judgeObjections(policy, facts, [party])];
  if (filed.state !== 'passed') return filed;
  return { ...all('filed-alone', [filed, ...own]), saw: judged.flatMap(({ filed: found }) => found ?? []), children: own };
}

interface FileJudgement {
  readonly party: Party | null;
  readonly against: Sight | null;
  readonly filed: Sight | null;
}

function judgeFile(
  policy: GatePolicy,
  file: ChangedFile,
  { filer, now }: { readonly filer: number | null; readonly now: Micros },
): FileJudgement {
  const { path } = file;
  const against = (found: Sight): FileJudgement => ({ party: null, against: found, filed: null });
  const owner = ownerOf(path);
  const contract = owner.kind === 'contract' ? policy.contracts.find(({ id }) => id === owner.contract) : undefined;
  const date = eventDate(path);
  if (contract === undefined || date === null || file.status !== 'added' || file.previousPath !== null) {
    return against(sight('alone-other-files', { path }));
  }
  const event = eventIn(contract.id, file);
  if (event === null) return against(sight('alone-unreadable', { path }));
  const user = userText(filer);
  const party = partyIn(contract, filer);
  if (party === null || event.party !== party) return against(sight('alone-not-own', { path, user }));
  if (!mayFileAlone(event, contract)) return against(sight('alone-kind', { kind: event.kind }));
  // A statement of today cannot count it yet: merged beside one, it would be about a statement that nobody has drawn up with it.
  const today = localDate(now, contract.timezone);
  if (date > today) return { ...against(sight('alone-tomorrow', { file: eventName(path), date, today })), party };
  return { party, against: null, filed: sight('alone-filed', { file: eventName(path), kind: event.kind, user, party }) };
}

function partyIn(contract: ContractPolicy, user: number | null): Party | null {
  if (user === null) return null;
  if (contract.parties.brand.signatories.includes(user)) return 'brand';
  return contract.parties.provider.signatories.includes(user) ? 'provider' : null;
}

/**
 * What somebody else has pushed is not what this party files. Whom a commit names as its author says nothing about that. On a
 * branch of its own the app replaces whatever others have put there, so that all of its head is its own.
 */
function foreignPushes(policy: GatePolicy, facts: PullRequestFacts, party: Party): Sight[] {
  const { pushedBy, pushers } = facts.head;
  const isOfApp = authorOf(policy, facts) === null && isPushedByApp(policy, facts);
  if (isOfApp) return [];
  if (pushedBy === null || pushers === null) return [sight('alone-pusher-unknown')];
  const own = speakersOf(policy, party);
  const others = [pushedBy, ...pushers].filter(({ id }) => !own.has(id) && id !== policy.appUserId);
  return [...new Set(others.map(({ id }) => id))].map((id) => sight('alone-other-pusher', { user: userText(id) }));
}
