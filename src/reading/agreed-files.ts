import type { Unagreed } from '../gate/agreed-text.js';
import { unagreedIn } from '../gate/agreed-text.js';
import { contractOf, namesOf } from '../gate/paths.js';
import type { CommitFiles } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import { type MergeRecord, newMemory, readMergeRecord } from './merge-record.js';
import { openRatifier } from './ratification.js';
import { readTrustHistory, type TrustHistory } from './trust-history.js';
import { blobsOf, type PutFile, trustedFiles, withPut } from './trusted-files.js';

/** The contracts of the default branch as both parties agreed to them, and what stands there otherwise. */
export interface AgreedFiles {
  /** The workspace and every contract by its last agreed text, with the events and the ledger that came by right. */
  readonly files: CommitFiles;
  /** Paths whose text on the default branch nobody agreed to, ascending. */
  readonly unagreed: readonly string[];
  /** Whether a file of the rules around the contracts is, on the default branch, as it was agreed last. */
  readonly isRuleAgreed: (path: string) => Promise<boolean>;
}

/**
 * What may be acted on without asking anybody: a text that somebody has pushed, or merged by the press of a button, counts for
 * nothing, and the contract goes on as it was agreed last. A contract that was never agreed to is not there.
 * @returns null where the forge does not show enough of what was merged to tell.
 * @throws ShellError where the forge refuses.
 */
export async function readAgreedFiles(forge: ForgeReads): Promise<AgreedFiles | null> {
  const { defaultBranch } = await forge.repository();
  const tip = await forge.tip(defaultBranch);
  if (tip === null) return null;
  const memory = newMemory();
  const record = await readMergeRecord(forge, memory);
  const trust = await readTrustHistory(record);
  if (!trust.complete || !record.merged.complete) return null;
  const base = await forge.filesAt(tip);
  const isRuleAgreed = async (path: string) => {
    const agreed = await agreedRule(record, trust, path);
    return agreed === undefined || agreed === ((await blobsOf(base)).get(path) ?? null);
  };
  // Before anything was merged the repository is being set up, by whoever brings up the cloud as well.
  if (!trust.now.known) return { files: base, unagreed: [], isRuleAgreed };
  const proofOf = await openRatifier(forge, tip, memory);
  const put: PutFile[] = [];
  const unagreed = unagreedIn(await blobsOf(base), trust.now).map(({ path }) => path);
  for (const contract of trust.now.contracts.keys()) {
    const { strays, merged } = await proofOf(contract);
    const heads = merged.map((each) => each.merged.head.sha);
    for (const stray of strays) put.push(await asItCame(forge, heads, stray));
    unagreed.push(...strays.map(({ path }) => path));
  }
  const isThere = (path: string): boolean => {
    const contract = contractOf(path);
    return contract === null || trust.now.contracts.has(contract);
  };
  const files = withPut(forge, await trustedFiles(forge, base, trust.now), { put, isKept: isThere });
  return { files: await files, unagreed: unagreed.sort(), isRuleAgreed };
}

/** A record with a commit at which its rightful bytes can be read. */
async function asItCame(forge: ForgeReads, heads: readonly string[], { path, agreed }: Unagreed): Promise<PutFile> {
  if (agreed === null) return { path, file: null };
  for (const commit of heads) {
    if ((await blobsOf(await forge.filesAt(commit))).get(path) === agreed) return { path, file: { blob: agreed, commit } };
  }
  return { path, file: null };
}

/**
 * The blob of a file outside the contracts by the newest pull request on the rules that both parties agreed to, which covers what came
 * before; else as the first merge found it. Null: there was none; undefined: nothing was merged yet.
 */
async function agreedRule(record: MergeRecord, trust: TrustHistory, path: string): Promise<string | null | undefined> {
  const { items } = record.merged;
  const blobAt = async (commit: string) => (await blobsOf(await record.forge.filesAt(commit))).get(path) ?? null;
  for (const each of items) {
    const touched = (await record.filesOf(each)).items.flatMap(namesOf);
    if (!touched.some((name) => contractOf(name) === null)) continue;
    const judged = await trust.judge(each);
    if (judged?.landed === true && judged.verdict.basis === 'both-parties') return blobAt(each.head.sha);
  }
  const [oldest] = items.slice(-1);
  const before = oldest === undefined ? null : await record.commitBefore(oldest);
  return before === null ? undefined : blobAt(before);
}
