import { ledgerFile, ownerOf } from '../gate/paths.js';
import type { Micros } from '../kernel/calendar.js';
import type { CommitFiles, Forge, ForgePullRequest, Push } from '../ports.js';
import type { Statement } from '../settlement/model.js';
import { asksTheSame } from '../settlement/proposed-again.js';
import { textAt } from './gate-settlement.js';
import { ledgerFilesAt, proposedEntry, pushesBy } from './settlement-branch.js';

/**
 * Since when a settlement pull request has asked for what it asks now: the oldest push of the app from which on all that it
 * pushed asks the same. Bringing the branch up to date, counting a payment or setting a disputed part aside gives nobody more
 * time; a changed amount does.
 * @param pushes of the branch, newest first.
 * @returns null where the head is none of the app's, or proposes no statement.
 */
export async function standingSince(
  forge: Forge,
  { head }: ForgePullRequest,
  atHead: CommitFiles,
  pushes: readonly Push[],
  appUserId: number | null,
): Promise<Micros | null> {
  const place = await proposedPlace(atHead, head.branch);
  if (place === null || appUserId === null) return null;
  const own = pushesBy(pushes, appUserId);
  const start = own.findIndex(({ after }) => after === head.sha);
  if (start === -1) return null;
  const statementAt = async (commit: string): Promise<Statement | null> => {
    const files = await ledgerFilesAt({ forge }, commit, place.contract, place.period);
    return proposedEntry(place.contract, place.period, files)?.statement ?? null;
  };
  const asked = await statementAt(head.sha);
  if (asked === null) return null;
  let since: Micros | null = null;
  for (const { after, at } of own.slice(start)) {
    const earlier = after === head.sha ? asked : await statementAt(after);
    if (earlier === null || !asksTheSame(earlier, asked)) break;
    since = at;
  }
  return since;
}

/** The contract and period that a settlement branch is named after, where it has a statement of it. */
async function proposedPlace(atHead: CommitFiles, branch: string): Promise<{ contract: string; period: string } | null> {
  const [, contract = '', period = ''] = /^settlement\/([a-z0-9-]{3,40})\/([^/]+)$/.exec(branch) ?? [];
  const path = `contracts/${contract}/ledger/${period}/statement.json`;
  const known = ownerOf(path).kind === 'contract' && ledgerFile(path) !== null && (await textAt(atHead, path)) !== null;
  return known ? { contract, period } : null;
}
