import type { MergedPullRequest } from '../gate/ratify.js';
import { type FileChange, needsOlder, type Ratification, type RatificationFacts, ratify } from '../gate/ratify.js';
import type { Forge } from '../ports.js';
import { blobsIn, isIn, judgeMerged, type MergeRecord, readMergeRecord } from './merged-requests.js';
import { readContract } from './repository.js';

/** What a contract's text rests on, with everything that was looked at. */
export interface RatificationReading {
  readonly ratification: Ratification;
  /** Merged pull requests that changed the contract's folder, newest first, as far back as was needed. */
  readonly merged: readonly MergedPullRequest[];
}

/**
 * Whether the text of a contract at a commit of the default branch is what both parties agreed to, every event was filed by
 * right, and the ledger is what accepted settlements wrote.
 * @throws ShellError where the forge refuses.
 */
export async function readRatification(forge: Forge, commit: string, contract: string): Promise<Ratification> {
  return (await readProof(forge, await readMergeRecord(forge), { commit, contract, all: false })).ratification;
}

export interface ProofWanted {
  readonly commit: string;
  readonly contract: string;
  /** Read every pull request there ever was, not only as many as the proof needs. */
  readonly all: boolean;
}

/** As {@link readRatification}, with a record of merges that several contracts share. */
export async function readProof(forge: Forge, record: MergeRecord, { commit, contract, all }: ProofWanted): Promise<RatificationReading> {
  const files = await blobsIn(forge, commit, contract);
  const ledger = await forge.history(commit, `contracts/${contract}/ledger`);
  const { ledger: statements } = await readContract(await forge.filesAt(commit), contract);
  const counted = new Set(statements.flatMap(({ statement }) => statement.events.map(({ file }) => file)));
  const merged: MergedPullRequest[] = [];
  let complete = record.merged.complete && ledger.complete;
  for (const each of record.merged.items) {
    if (!all && !needsOlder({ files, counted, merged }, ledger.items.length > 0)) break;
    const touched = await record.filesOf(each.number);
    complete &&= touched.complete;
    if (!touched.items.some(({ path, previousPath }) => isIn(contract, path) || (previousPath !== null && isIn(contract, previousPath))))
      continue;
    const judged = await judgeMerged(forge, record, each, { commit, contract });
    if (judged !== null) merged.push(judged);
  }
  const facts = { contract, commit, files, counted, merged, complete };
  // Who changed what is only asked of files that something is wrong with.
  const doubtful = ratify({ ...facts, changeOf: () => UNKNOWN }).issues.map(({ at }) => at.path);
  const changes = new Map<string, FileChange>();
  for (const path of new Set(doubtful)) changes.set(path, await latestChange(forge, record, commit, path));
  return { ratification: ratify({ ...facts, changeOf: (path) => changes.get(path) ?? UNKNOWN } satisfies RatificationFacts), merged };
}

const UNKNOWN: FileChange = { commit: '-', by: null, pullRequest: null };

/** The commit that last changed a file, by the history that the forge shows, and how it got onto the default branch. */
async function latestChange(forge: Forge, { branch, merged, pushes }: MergeRecord, commit: string, path: string): Promise<FileChange> {
  const [latest] = (await forge.history(commit, path)).items;
  if (latest === undefined) return UNKNOWN;
  const came = (await forge.pullRequestsOf(latest.sha)).items.find(({ mergedAt, base }) => mergedAt !== null && base.branch === branch);
  const landed = merged.items.find(({ number }) => number === came?.number)?.mergeCommit ?? latest.sha;
  const pusher = pushes.items.find(({ after }) => after === landed)?.actor ?? null;
  return { commit: latest.sha, by: pusher?.login ?? latest.author?.login ?? null, pullRequest: came?.number ?? null };
}
