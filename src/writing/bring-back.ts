import { judgeFiledAlone } from '../gate/alone.js';
import { type GatePolicy, partyOf } from '../gate/policy.js';
import type { Micros } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import type { ForgePullRequest, ForgeRepository } from '../ports/forge.js';
import type { Forge } from '../ports/forge-writes.js';
import { readPullRequestFacts } from '../reading/gate-facts.js';
import type { PolicyReading } from '../reading/gate-policy.js';
import { say } from './telling.js';

/** Longer ago nobody has opened what still carries the day of today. */
const MOST_DAYS = 31n;
const DAY: Micros = 86_400_000_000n;
/** Of each party, and of the app: whoever opens and closes by the hundred uses up nobody else's turn. */
const MOST_EACH = 20;

/**
 * Puts back what one party files alone and somebody else has put aside: closed, made a draft, given another base, its branch deleted.
 * Such a dispute would else be stopped until silence has accepted, and such a refusal until the milestone is given (rule 18). What
 * the party itself has taken back stays so.
 * @param number one pull request; null: all of them.
 * @param read the policy of the default branch, asked for only where something is put aside.
 * @returns what the forge refused: one that stays aside keeps none of the others there.
 * @throws ShellError where the forge does not answer.
 */
export async function bringBack(forge: Forge, number: number | null, read: () => Promise<PolicyReading>): Promise<Issue[]> {
  const repository = await forge.repository();
  const now = await forge.now();
  const listed = number === null ? (await forge.pullRequests('all')).items : [await forge.pullRequest(number)];
  const aside = listed.flatMap((each) => (each !== null && isAside(repository, each, now) ? [each] : []));
  if (aside.length === 0) return [];
  const reading = await read();
  const { policy } = reading.result;
  if (policy === null) return [];
  const issues: Issue[] = [];
  const counts = new Map<string, number>();
  for (const each of aside.sort((a, b) => b.number - a.number)) {
    const whose = each.author?.id === policy.appUserId ? 'app' : partyOf(policy, each.author?.id ?? null);
    const count = counts.get(whose ?? '') ?? 0;
    if (whose === null || count >= MOST_EACH) continue;
    counts.set(whose, count + 1);
    const restored = async () => ((await isFiled(forge, { reading, policy, now }, each)) ? putBack(forge, repository, each) : undefined);
    issues.push(...(await say(restored)));
  }
  return issues;
}

function isAside({ id, defaultBranch }: ForgeRepository, pullRequest: ForgePullRequest, now: Micros): boolean {
  const { state, draft, base, head, mergedAt, createdAt } = pullRequest;
  const isPut = state === 'closed' || draft || base.branch !== defaultBranch;
  const isOurs = head.repositoryId === id && base.repositoryId === id;
  return mergedAt === null && isPut && isOurs && createdAt > now - MOST_DAYS * DAY;
}

/** Whether it would be filed alone if nobody had put it aside. */
async function isFiled(
  forge: Forge,
  { reading, policy, now }: { readonly reading: PolicyReading; readonly policy: GatePolicy; readonly now: Micros },
  { number }: ForgePullRequest,
): Promise<boolean> {
  const whole = await forge.pullRequest(number);
  if (whole === null) return false;
  const base = { ...whole.base, branch: reading.repository.defaultBranch };
  const facts = await readPullRequestFacts(forge, reading, { ...whole, state: 'open', draft: false, base });
  return facts.faults.length === 0 && judgeFiledAlone(policy, facts, { now }).state === 'passed';
}

async function putBack(forge: Forge, { defaultBranch }: ForgeRepository, pullRequest: ForgePullRequest): Promise<void> {
  const { number, head, state, draft, base } = pullRequest;
  let made = false;
  if (state === 'closed') {
    if ((await forge.tip(head.branch)) === null) await forge.createBranch(head.branch, head.sha);
    // Deleting a base closes what asks for it. Closed it takes no other base, and it opens only where its base is there.
    if ((await forge.tip(base.branch)) === null) made = await forge.createBranch(base.branch, base.sha);
    await forge.editPullRequest(number, { state: 'open' });
  }
  if (base.branch !== defaultBranch) await forge.editPullRequest(number, { base: defaultBranch });
  if (made) await forge.deleteBranch(base.branch);
  if (draft) await forge.markReady(pullRequest);
}
