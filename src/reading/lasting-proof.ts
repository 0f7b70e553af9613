import { LEDGER_FILES, periodFolder, statementFile } from '../contract/paths.js';
import { decide } from '../gate/decide.js';
import { asItCanHaveBeen, hasLostAccount, isGone } from '../gate/gone.js';
import { ledgerFile } from '../gate/paths.js';
import { STATUS_CONTEXT } from '../gate/rulesets.js';
import type { Basis } from '../gate/verdict.js';
import type { Micros } from '../kernel/calendar.js';
import type { Agreement } from '../settlement/model.js';
import { ACTIONS_BOT } from './bot-account.js';
import { textAt } from './gate-settlement.js';
import type { JudgedMerge, Merged, MergeRecord } from './merge-record.js';
import { proposedEntry } from './settlement-branch.js';

/**
 * Rule 20: a pull request as it was judged when it was merged, where the forge's record of it has lost an account since. What
 * the app merged it had decided; an agreement on terms is proved by a statement that the app settled under it, and before there is
 * one by the app's own status on the head, which nobody takes away.
 */
export async function withLastingProof(record: MergeRecord, judged: JudgedMerge | null): Promise<JudgedMerge | null> {
  if (judged === null) return null;
  const { merged, verdict, facts, app, landed } = judged;
  // Without an app of its own the account is that of every workflow: its word proves nothing.
  if (verdict.state === 'success' || !hasLostAccount(facts.pullRequest) || !landed || app === null || app === ACTIONS_BOT.id) return judged;
  const byApp = record.pushes.items.find(({ after }) => after === merged.mergeCommit)?.actor?.id === app;
  if (byApp && isSettlementOf(merged, app)) return { ...judged, verdict: { ...verdict, state: 'success', basis: 'both-parties' } };
  for (const each of record.merged.items) {
    if (each.mergedAt < merged.mergedAt || !isSettlementOf(each, app)) continue;
    const agreement = await agreementIn(record, each, app);
    if (agreement?.pullRequest !== merged.number || agreement.head !== merged.head.sha) continue;
    return { ...judged, provenBy: agreement, verdict: { ...verdict, state: 'success', basis: 'both-parties' } };
  }
  const basis = basisThen(judged, byApp ? merged.mergedAt : await passedAt(record, merged, app));
  return basis === null ? judged : { ...judged, verdict: { ...verdict, state: 'success', basis } };
}

/**
 * When the app said that a pull request may be merged, where that was its last word on the head before the merge; null where it was
 * not. A status cannot be changed or deleted, and only the app writes one in its name.
 */
async function passedAt({ forge }: MergeRecord, { head, createdAt, mergedAt }: Merged, app: number): Promise<Micros | null> {
  const { items } = await forge.statuses(head.sha);
  // Newest first. What was said of the same commit before this pull request was opened was said of another.
  const last = items.find((each) => each.context === STATUS_CONTEXT && each.creator?.id === app && each.createdAt <= mergedAt);
  return last?.state === 'success' && last.createdAt >= createdAt ? last.createdAt : null;
}

/**
 * On what a pull request that the app let pass can have rested by every rule that its record still shows; null where on nothing.
 * The verdict's own list of approvals stays as the record has it: nobody is named whose word is not known.
 * @param passed when the app said so; approvals given later had no part in it.
 */
function basisThen({ policy: result, facts }: JudgedMerge, passed: Micros | null): Basis | null {
  if (result.policy === null || passed === null) return null;
  const { pullRequest } = facts;
  const given = pullRequest.reviews.items.filter(
    ({ user, submittedAt }) => !isGone(user) || (submittedAt !== null && submittedAt <= passed),
  );
  const then = { ...pullRequest, reviews: { ...pullRequest.reviews, items: given, count: null } };
  for (const each of asItCanHaveBeen(result.policy, then)) {
    const { state, basis } = decide(result, { ...facts, pullRequest: each });
    if (state === 'success') return basis;
  }
  return null;
}

function isSettlementOf({ author, head }: Merged, app: number): boolean {
  return author?.id === app && head.branch.startsWith('settlement/');
}

/** The agreement that a merged statement names; null where it names none, or where somebody else pushed it. */
async function agreementIn({ forge, arrivedAs }: MergeRecord, settled: Merged, app: number): Promise<Agreement | null> {
  const [, contract = '', period = ''] = /^settlement\/([a-z0-9-]{3,40})\/([^/]+)$/.exec(settled.head.branch) ?? [];
  if (ledgerFile(statementFile(contract, period)) === null) return null;
  const push = (await forge.pushes(settled.head.branch)).items.find(({ after }) => after === settled.head.sha);
  if (push?.actor?.id !== app) return null;
  const arrived = await forge.filesAt(await arrivedAs(settled));
  const head = await forge.filesAt(settled.head.sha);
  const texts = new Map<string, string>();
  for (const file of LEDGER_FILES) {
    const at = `${periodFolder(contract, period)}/${file}`;
    const text = await textAt(head, at);
    if (text === null || text !== (await textAt(arrived, at))) return null;
    texts.set(file, text);
  }
  return proposedEntry(contract, period, texts)?.statement.provenance.agreement ?? null;
}
