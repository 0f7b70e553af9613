import { statementFile } from '../contract/paths.js';
import { ledgerFile, ownerOf } from '../gate/paths.js';
import type { Micros } from '../kernel/calendar.js';
import type { CommitFiles, ForgePullRequest, ForgeTimelineEvent, Push } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import type { Statement } from '../settlement/model.js';
import { asksTheSame } from '../settlement/proposed-again.js';
import type { PolicyReading } from './gate-policy.js';
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
  forge: ForgeReads,
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

/**
 * When a settlement that stands since some moment was first ready: the first moment from then on at which one of the app's pull
 * requests of its branch was no draft. Whatever happened after it takes no day away (rule 18).
 * @param since null where that is not known.
 */
export async function firstReady(
  forge: ForgeReads,
  { repository, result }: PolicyReading,
  { head }: ForgePullRequest,
  since: Micros | null,
): Promise<Micros | null> {
  const app = result.policy?.appUserId ?? null;
  if (since === null || app === null || head.repositoryId !== repository.id) return null;
  const moments: Micros[] = [];
  // Whatever base somebody has given them since.
  for (const each of (await forge.pullRequests('all', head.branch)).items) {
    if (each.author?.id !== app || each.head.repositoryId !== repository.id) continue;
    const ready = readyFrom(each, (await forge.timeline(each.number)).items, since);
    if (ready !== null) moments.push(ready);
  }
  return moments.reduce<Micros | null>((first, each) => (first === null || each < first ? each : first), null);
}

const DRAFTING: ReadonlySet<string> = new Set(['ready_for_review', 'convert_to_draft']);

/** The first moment from `since` on at which a pull request was no draft; null where it never was. */
export function readyFrom(
  { createdAt, draft }: Pick<ForgePullRequest, 'createdAt' | 'draft'>,
  timeline: readonly Pick<ForgeTimelineEvent, 'event' | 'at'>[],
  since: Micros,
): Micros | null {
  const changes = timeline
    .flatMap(({ event, at }) => (at !== null && DRAFTING.has(event) ? [{ ready: event === 'ready_for_review', at }] : []))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const [first] = changes;
  // It was opened as what its first change changed it from.
  const opened = { ready: first === undefined ? !draft : !first.ready, at: createdAt };
  const states = [opened, ...changes];
  for (const [index, { ready, at }] of states.entries()) {
    const end = states[index + 1]?.at ?? null;
    if (ready && (end === null || end > since)) return at > since ? at : since;
  }
  return null;
}

/** The contract and period that a settlement branch is named after, where it has a statement of it. */
async function proposedPlace(atHead: CommitFiles, branch: string): Promise<{ contract: string; period: string } | null> {
  const [, contract = '', period = ''] = /^settlement\/([a-z0-9-]{3,40})\/([^/]+)$/.exec(branch) ?? [];
  const path = statementFile(contract, period);
  const known = ownerOf(path).kind === 'contract' && ledgerFile(path) !== null && (await textAt(atHead, path)) !== null;
  return known ? { contract, period } : null;
}
