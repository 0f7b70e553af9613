import { contractOf, namesOf } from '../gate/paths.js';
import { instantText, type Micros } from '../kernel/calendar.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { PARTIES } from '../kernel/party.js';
import type { ForgeFile, Push } from '../ports/forge.js';
import { issue } from '../words/issue.js';
import type { JudgedMerge, Merged, MergeRecord } from './merge-record.js';
import type { TrustHistory } from './trust-history.js';

/** How the rules around the contracts came to be what they are. */
export interface RulesProof {
  /** The newest pull request on the rules to which both parties agreed: it covers what came before. */
  readonly agreedBy: number | null;
  readonly issues: readonly Issue[];
}

/**
 * Changes of what lies outside the contracts that nobody agreed to, since it was last agreed. Before the first pull request was
 * merged, the repository was being set up.
 */
export async function readRulesProof(record: MergeRecord, trust: TrustHistory, commit: string): Promise<RulesProof> {
  const issues: Issue[] = [];
  let agreed: Merged | null = null;
  for (const each of record.merged.items) {
    const { items } = await record.filesOf(each);
    if (!items.some(isRule)) continue;
    const judged = await trust.judge(each);
    // Pages of forms as this engine writes them are nobody's change.
    if (judged !== null && judged.verdict.basis === 'forms' && judged.landed) continue;
    if (judged !== null && judged.verdict.basis === 'both-parties' && judged.landed) {
      agreed = each;
      break;
    }
    issues.push(issue('rules-merged', inFile('.'), { pullRequest: each.number, date: dayOf(each.mergedAt), missing: missingIn(judged) }));
  }
  const since = agreed?.mergedAt ?? record.merged.items.at(-1)?.mergedAt ?? null;
  // A branch that is moved back to a merge comes to the same commit by another push.
  const merges = new Set(record.merged.items.map((each) => record.pushes.items.findLast(({ after }) => after === each.mergeCommit)));
  for (const push of record.pushes.items) {
    if (since === null || push.at <= since || merges.has(push)) continue;
    if (await changesRules(record, push)) {
      const params = { commit: push.after.slice(0, 12), branch: record.branch, by: push.actor?.login ?? '@somebody', date: dayOf(push.at) };
      issues.push(issue('rules-pushed', inFile('.'), params));
    }
  }
  const incomplete = !record.merged.complete || !record.pushes.complete;
  if (incomplete) issues.push(issue('history-incomplete', inFile('.'), { contract: commit.slice(0, 12) }));
  return { agreedBy: agreed?.number ?? null, issues };
}

function isRule(file: ForgeFile): boolean {
  return namesOf(file).some((name) => contractOf(name) === null);
}

/** A push that takes something back is a change too, whatever it leaves. */
async function changesRules({ forge }: MergeRecord, { before, after }: Push): Promise<boolean> {
  if (/^0*$/.test(before) || /^0*$/.test(after)) return true;
  const { mergeBase, files } = await forge.compare(before, after);
  return mergeBase !== before || !files.complete || files.items.some(isRule);
}

function missingIn(judged: JudgedMerge | null): string {
  const parties = judged?.verdict.parties.filter(({ contract }) => contract === null) ?? [];
  const missing = PARTIES.filter((party) => parties.some((each) => each.party === party && each.approved.length < each.required));
  return missing.length === 1 ? `@${missing[0]}` : '@parties';
}

function dayOf(instant: Micros): string {
  return instantText(instant).slice(0, 10);
}
