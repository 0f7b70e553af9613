import { ledgerFolder } from '../contract/paths.js';
import { type AgreedText, termsOf, type Unagreed } from '../gate/agreed-text.js';
import type { MergedPullRequest } from '../gate/came-by-right.js';
import type { Review } from '../gate/facts.js';
import { contractOf, namesOf } from '../gate/paths.js';
import { type FileChange, needsOlder, type Ratification, type RatificationFacts, ratify } from '../gate/ratify.js';
import { straysIn } from '../gate/strays.js';
import { instantText } from '../kernel/calendar.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import { readContract } from '../running/repository.js';
import type { Agreement } from '../settlement/model.js';
import { type JudgedMerge, type MergeRecord, newMemory, readMergeRecord } from './merge-record.js';
import { readTrustHistory, type TrustHistory } from './trust-history.js';

/** What a contract's text rests on, with everything that was looked at. */
export interface RatificationReading {
  readonly ratification: Ratification;
  /** By which both parties agreed to the text; null where they have not. */
  readonly agreement: Agreement | null;
  /** Merged pull requests that changed the contract's folder, newest first, as far back as was needed. */
  readonly merged: readonly JudgedMerge[];
  /** Records that are not as they came by right; none where not everything could be read. */
  readonly strays: readonly Unagreed[];
}

/**
 * Whether the text of a contract at a commit of the default branch is what both parties agreed to, every event was filed by
 * right, and the ledger is what accepted settlements wrote.
 * @throws ShellError where the forge refuses.
 */
export async function readRatification(forge: ForgeReads, commit: string, contract: string): Promise<Ratification> {
  return (await (await openRatifier(forge, commit))(contract)).ratification;
}

/** As {@link readRatification} for several contracts, which share everything that is read of the repository. */
export async function openRatifier(
  forge: ForgeReads,
  commit: string,
  memory = newMemory(),
): Promise<(contract: string) => Promise<RatificationReading>> {
  const record = await readMergeRecord(forge, memory);
  const trust = await readTrustHistory(record);
  return (contract) => readProof(record, trust, { commit, contract, all: false });
}

export interface ProofWanted {
  readonly commit: string;
  readonly contract: string;
  /** Read every pull request there ever was, not only as many as the proof needs. */
  readonly all: boolean;
}

/** As {@link readRatification}, with what it rests on. */
export async function readProof(record: MergeRecord, trust: TrustHistory, wanted: ProofWanted): Promise<RatificationReading> {
  const { commit, contract, all } = wanted;
  const { forge } = record;
  const files = await blobsIn(forge, commit, contract);
  const ledger = await forge.history(commit, ledgerFolder(contract));
  const { ledger: statements } = await readContract(await forge.filesAt(commit), contract);
  const counted = new Set(statements.flatMap(({ statement }) => statement.events.map(({ file }) => file)));
  const judged: JudgedMerge[] = [];
  const merged: MergedPullRequest[] = [];
  const doubted = new Set<string>();
  let complete = record.merged.complete && ledger.complete && trust.complete;
  for (const each of record.merged.items) {
    if (!all && !needsOlder({ files, counted, merged }, ledger.items.length > 0)) break;
    const touched = await record.filesOf(each);
    complete &&= touched.complete;
    if (!touched.items.flatMap(namesOf).some((path) => isIn(contract, path))) continue;
    const judgement = await trust.judge(each);
    if (judgement === null || isDoubtful(judgement)) for (const path of touched.items.flatMap(namesOf)) doubted.add(path);
    if (judgement === null) continue;
    judged.push(judgement);
    merged.push(await mergedIn(forge, trust, wanted, judgement));
  }
  const facts = { contract, commit, files, counted, merged, complete, peopleAgreed: await trust.isWorkspaceAgreed(commit) };
  // Who changed what is only asked of files that something is wrong with.
  const doubtful = ratify({ ...facts, changeOf: () => UNKNOWN }).issues.map(({ at }) => at.path);
  const changes = new Map<string, FileChange>();
  for (const path of new Set(doubtful)) changes.set(path, await latestChange(record, commit, path));
  const whole: RatificationFacts = { ...facts, changeOf: (path) => changes.get(path) ?? UNKNOWN };
  const ratification = ratify(whole);
  const agreed = judged.find(({ merged: { number } }) => number === ratification.agreedBy);
  const strays = complete ? straysIn(whole, doubted) : [];
  return { ratification, agreement: agreed === undefined ? null : agreementIn(agreed), merged: judged, strays };
}

/** Whether something may have come by right that does not show it any more: a name that would count is missing in its record. */
function isDoubtful({ merged, reviews, verdict, pushersKnown }: JudgedMerge): boolean {
  const isNameless = ({ user, state, commit }: Review) => user === null && state === 'APPROVED' && commit === merged.head.sha;
  const isKnown = merged.author !== null && pushersKnown && !reviews.some(isNameless);
  return verdict.state !== 'success' && (!isKnown || verdict.state === 'error');
}

/** Whose approvals of the head counted, and when they were given. */
function agreementIn({ merged, verdict, reviews, provenBy }: JudgedMerge): Agreement {
  if (provenBy !== null) return provenBy;
  const { number, head } = merged;
  const people = new Set(verdict.parties.flatMap(({ approved }) => approved));
  const approvals = reviews.flatMap(({ user, state, commit, submittedAt }) => {
    const counts = user !== null && people.has(user.id) && state === 'APPROVED' && commit === head.sha && submittedAt !== null;
    return counts ? [{ user: user.id, at: instantText(submittedAt) }] : [];
  });
  return { pullRequest: number, head: head.sha, approvals };
}

const UNKNOWN: FileChange = { commit: '-', by: null, pullRequest: null };

function isIn(contract: string, path: string): boolean {
  return contractOf(path) === contract;
}

/** A judged pull request as one contract sees it. */
async function mergedIn(
  forge: ForgeReads,
  trust: TrustHistory,
  { commit, contract }: ProofWanted,
  { merged, verdict, landed, files }: JudgedMerge,
): Promise<MergedPullRequest> {
  const { number, mergedAt, mergeCommit, head } = merged;
  return {
    number,
    mergedAt,
    mergeCommit,
    head: head.sha,
    touched: new Set(files.flatMap(namesOf).filter((path) => isIn(contract, path))),
    added: new Set(files.filter(({ status, path }) => status === 'added' && isIn(contract, path)).map(({ path }) => path)),
    files: withAgreed(await blobsIn(forge, head.sha, contract), trust.after(number)?.contracts.get(contract)),
    verdict,
    landed,
    reached: (await forge.compare(mergeCommit, commit)).mergeBase === mergeCommit,
  };
}

/** A contract's folder with its terms as they were agreed; as they are where nobody agreed. */
function withAgreed(files: ReadonlyMap<string, string>, agreed: AgreedText | undefined): ReadonlyMap<string, string> {
  if (agreed === undefined) return files;
  const others = [...files].filter(([path]) => termsOf(path) === null);
  return new Map([...others, ...[...agreed].map(([path, { blob }]) => [path, blob] as const)]);
}

/** A contract's folder at a commit: path → blob. */
async function blobsIn(forge: ForgeReads, commit: string, contract: string): Promise<ReadonlyMap<string, string>> {
  const { items } = await (await forge.filesAt(commit)).entries();
  return new Map(items.flatMap(({ path, sha }) => (isIn(contract, path) ? [[path, sha] as const] : [])));
}

/** The commit that last changed a file, by the history that the forge shows, and how it got onto the default branch. */
async function latestChange({ forge, branch, merged, pushes }: MergeRecord, commit: string, path: string): Promise<FileChange> {
  const [latest] = (await forge.history(commit, path)).items;
  if (latest === undefined) return UNKNOWN;
  const came = (await forge.pullRequestsOf(latest.sha)).items.find(({ mergedAt, base }) => mergedAt !== null && base.branch === branch);
  const landed = merged.items.find(({ number }) => number === came?.number)?.mergeCommit ?? latest.sha;
  const pusher = pushes.items.findLast(({ after }) => after === landed)?.actor ?? null;
  return { commit: latest.sha, by: pusher?.login ?? latest.author?.login ?? null, pullRequest: came?.number ?? null };
}
