import { LEDGER_FILES, periodFolder, statementFile } from '../contract/paths.js';
import { ledgerFile } from '../gate/paths.js';
import type { Agreement } from '../settlement/model.js';
import { ACTIONS_BOT } from './bot-account.js';
import { textAt } from './gate-settlement.js';
import type { JudgedMerge, Merged, MergeRecord } from './merge-record.js';
import { proposedEntry } from './settlement-branch.js';

/** The account that GitHub shows in place of deleted ones. */
const GHOST = 10_137;

/**
 * Rule 20: a pull request as it was judged when it was merged, where the forge's record of it has lost an account since. What
 * the app merged it had decided; an agreement on terms is proved by a statement that the app settled under it.
 */
export async function withLastingProof(record: MergeRecord, judged: JudgedMerge | null): Promise<JudgedMerge | null> {
  if (judged === null) return null;
  const { merged, verdict, reviews, app, landed } = judged;
  const isLost = reviews.some(({ user, state }) => state === 'APPROVED' && (user === null || user.id === GHOST));
  // Without an app of its own the account is that of every workflow: its word proves nothing.
  if (verdict.state === 'success' || !isLost || !landed || app === null || app === ACTIONS_BOT.id) return judged;
  if (isSettlementOf(merged, app)) {
    const push = record.pushes.items.find(({ after }) => after === merged.mergeCommit);
    if (push?.actor?.id !== app) return judged;
    return { ...judged, verdict: { ...verdict, state: 'success', basis: 'both-parties' } };
  }
  for (const each of record.merged.items) {
    if (each.mergedAt < merged.mergedAt || !isSettlementOf(each, app)) continue;
    const agreement = await agreementIn(record, each, app);
    if (agreement?.pullRequest !== merged.number || agreement.head !== merged.head.sha) continue;
    return { ...judged, provenBy: agreement, verdict: { ...verdict, state: 'success', basis: 'both-parties' } };
  }
  return judged;
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
