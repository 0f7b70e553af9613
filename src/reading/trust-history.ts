import { WORKSPACE_FILE } from '../contract/paths.js';
import { afterAgreement, asFound, isTrusted, NOTHING_KNOWN, type Trust, unagreedIn } from '../gate/agreed-text.js';
import { namesOf } from '../gate/paths.js';
import { withLastingProof } from './lasting-proof.js';
import { type JudgedMerge, judgeAsMerged, type Merged, type MergeRecord } from './merge-record.js';
import { blobsOf } from './trusted-files.js';

/** Which texts were agreed, one after the other: who approves stands in them, so a proof is worth as much as they are. */
export interface TrustHistory {
  /** What is agreed now. */
  readonly now: Trust;
  /** What the gate would have said of a merged pull request, by what was agreed then; null where that is not known. */
  readonly judge: (pullRequest: Merged) => Promise<JudgedMerge | null>;
  /** What was agreed once a merged pull request had been agreed to; null where it was not. */
  readonly after: (pullRequest: number) => Trust | null;
  /** Whether the workspace of a commit is the agreed one. */
  readonly isWorkspaceAgreed: (commit: string) => Promise<boolean>;
  readonly complete: boolean;
}

/**
 * What the repository had when its first pull request was merged is taken as both parties found it; from then on each contract's
 * text and the workspace change only by pull requests that landed and that the people of the last agreed texts agreed to.
 * @throws ShellError where the forge refuses.
 */
export async function readTrustHistory(record: MergeRecord): Promise<TrustHistory> {
  const { forge, merged, memory } = record;
  const before = new Map<number, Trust>();
  const after = new Map<number, Trust>();
  let trust = NOTHING_KNOWN;
  let { complete } = merged;
  const judge = async (each: Merged): Promise<JudgedMerge | null> => {
    const known = memory.judged.get(each.number);
    if (known !== undefined) return known;
    const then = before.get(each.number);
    const commit = then === undefined ? null : await record.commitBefore(each);
    const isKnown = then !== undefined && commit !== null;
    const judged = isKnown
      ? await withLastingProof(
          record,
          await judgeAsMerged(record, each, { before: commit, arrivedAs: await record.arrivedAs(each), trust: then }),
        )
      : null;
    memory.judged.set(each.number, judged);
    return judged;
  };
  for (const each of [...merged.items].reverse()) {
    if (!trust.known) {
      const commit = await record.commitBefore(each);
      if (commit !== null) trust = asFound(await blobsOf(await forge.filesAt(commit)), commit);
    }
    before.set(each.number, trust);
    // What the app settles brings no terms: the gate refuses it with any, and what nobody agreed to changes no trust.
    if (each.head.branch.startsWith('settlement/')) continue;
    const files = await record.filesOf(each);
    complete &&= files.complete;
    const touched = new Set(files.items.flatMap(namesOf));
    if (![...touched].some(isTrusted)) continue;
    const judged = await judge(each);
    if (judged === null || !judged.landed || judged.verdict.basis !== 'both-parties') continue;
    const head = each.head.sha;
    trust = afterAgreement(trust, { touched, files: await blobsOf(await forge.filesAt(head)), head });
    after.set(each.number, trust);
  }
  const now = trust;
  const isWorkspaceAgreed = async (commit: string) => {
    const found = unagreedIn(await blobsOf(await forge.filesAt(commit)), now);
    return found.every(({ path }) => path !== WORKSPACE_FILE);
  };
  return { now, judge, after: (number) => after.get(number) ?? null, isWorkspaceAgreed, complete };
}
