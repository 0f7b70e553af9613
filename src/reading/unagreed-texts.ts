import { termsOf, unagreedIn } from '../gate/agreed-text.js';
import { localDate, type Micros } from '../kernel/calendar.js';
import type { CommitFiles } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import type { UnagreedText } from '../report/unagreed-comment.js';
import { amendmentOf, readPairs, workspaceChanges } from '../running/comparison.js';
import type { CommandContext } from '../running/context.js';
import { unreadable } from './gate-faults.js';
import { readMergeRecord } from './merge-record.js';
import { readTrustHistory } from './trust-history.js';
import { blobsOf, trustedFiles } from './trusted-files.js';

/**
 * Which of these contracts, and of the workspace, the default branch has otherwise than was agreed last, with the difference.
 * @param base the default branch.
 * @throws ShellError where the forge refuses.
 */
export async function unagreedTexts(
  context: CommandContext,
  forge: ForgeReads,
  base: CommitFiles,
  wanted: readonly string[],
): Promise<UnagreedText[]> {
  const trust = (await readTrustHistory(await readMergeRecord(forge))).now;
  const paths = new Map<string | null, string[]>();
  for (const { path } of unagreedIn(await blobsOf(base), trust)) {
    const contract = termsOf(path);
    if (contract === null || wanted.includes(contract)) paths.set(contract, [...(paths.get(contract) ?? []), path]);
  }
  if (paths.size === 0) return [];
  const agreed = await trustedFiles(forge, base, trust);
  const found: UnagreedText[] = [];
  for (const [contract, files] of paths) {
    const difference = contract === null ? null : await differenceOf(context, agreed, base, contract);
    found.push({ contract, paths: files, difference, workspace: contract === null ? await workspaceChanges(agreed, base) : [] });
  }
  return found;
}

/** The same by their names, as of a moment of the forge's clock; all of them, where the workspace is not as it was agreed. */
export async function unagreedAmong(
  context: CommandContext & { readonly now: Micros },
  forge: ForgeReads,
  base: CommitFiles,
  wanted: readonly string[],
): Promise<ReadonlySet<string> | 'all'> {
  const today = (zone: string) => localDate(context.now, zone);
  const ids = (await unagreedTexts({ ...context, today }, forge, base, wanted)).map(({ contract }) => contract);
  return ids.includes(null) ? 'all' : new Set(ids.flatMap((id) => id ?? []));
}

async function differenceOf(context: CommandContext, agreed: CommitFiles, base: CommitFiles, contract: string) {
  try {
    const [pair] = await readPairs(agreed, base, (id) => id === contract);
    const isReadable = pair?.before?.folder != null && pair.after?.folder != null;
    return isReadable ? (amendmentOf(context, pair, false)[0] ?? null) : null;
  } catch (error) {
    if (unreadable(error) === null) throw error;
    return null;
  }
}
