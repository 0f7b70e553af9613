import { formPin } from '../forms/form-pin.js';
import { formBranch } from '../forms/forms.js';
import { type GatePolicy, partyOf } from '../gate/policy.js';
import { digestText } from '../kernel/canonical.js';
import type { Issue } from '../kernel/issue.js';
import { LOCALES } from '../kernel/text.js';
import type { ForgePullRequest, ForgeRepository } from '../ports/forge.js';
import type { Forge } from '../ports/forge-writes.js';
import { isAside, isLately, newestOfEach } from '../reading/aside.js';
import { filedAlone } from '../reading/gate-facts.js';
import type { PolicyReading } from '../reading/gate-policy.js';
import { markdownCode } from '../report/escape.js';
import { gateText } from '../words/gate.js';
import { makeRoom, standingIn } from './make-room.js';
import { putOnBranch } from './own-branch.js';
import { say } from './telling.js';

/**
 * Puts back what one party files alone and somebody else has put aside: closed, made a draft, given another base (and merged there), its
 * branch deleted, another pull request opened in its place.
 * Such a dispute would else be stopped until silence has accepted, and such a refusal until the milestone is given (rule 18). What
 * the party itself has taken back stays so.
 * @param number one pull request; null: all of them.
 * @param read the policy of the default branch, asked for only where something is put aside.
 * @returns which were brought back, and what the forge refused: one that stays aside keeps none of the others there.
 * @throws ShellError where the forge does not answer.
 */
export async function bringBack(
  forge: Forge,
  number: number | null,
  read: () => Promise<PolicyReading>,
): Promise<{ readonly numbers: readonly number[]; readonly issues: readonly Issue[] }> {
  const repository = await forge.repository();
  const now = await forge.now();
  const listed = number === null ? (await forge.pullRequests('all')).items : [await forge.pullRequest(number)];
  const aside = listed.flatMap((each) => (each !== null && isAside(repository, each) && isLately(each, now) ? [each] : []));
  const nothing = { numbers: [], issues: [] };
  if (aside.length === 0) return nothing;
  const reading = await read();
  const { policy } = reading.result;
  if (policy === null) return nothing;
  const issues: Issue[] = [];
  const numbers: number[] = [];
  for (const each of newestOfEach(policy, aside)) {
    const found = await say(async () => {
      if (await restore(forge, { reading, policy }, each)) numbers.push(each.number);
    });
    issues.push(...found);
  }
  return { numbers, issues };
}

interface Scene {
  readonly reading: PolicyReading;
  readonly policy: GatePolicy;
}

async function filedBy(forge: Forge, { reading }: Scene, { number }: ForgePullRequest): Promise<number | null> {
  const whole = await forge.pullRequest(number);
  return whole === null ? null : filedAlone(forge, reading, whole);
}

/** @returns whether it was brought back as itself. */
async function restore(forge: Forge, scene: Scene, pullRequest: ForgePullRequest): Promise<boolean> {
  const { repository } = scene.reading;
  const filer = await filedBy(forge, scene, pullRequest);
  if (filer === null) return false;
  const { number, head, base, mergedAt } = pullRequest;
  // Whoever asks for another branch themselves files nothing here.
  if (base.branch !== repository.defaultBranch && !(await isMovedByOthers(forge, scene.policy, number, filer))) return false;
  const bases = [...new Set([repository.defaultBranch, base.branch])];
  const others = (await standingIn(forge, repository, { branch: head.branch, bases })).filter((each) => each.number !== number);
  for (const other of others) if ((await filedBy(forge, scene, other)) !== null) return false;
  await makeRoom(forge, others);
  if (mergedAt === null) await putBack(forge, repository, pullRequest);
  else await refile(forge, scene, { pullRequest, filer });
  return mergedAt === null;
}

/** Whether it was given its base by nobody of the party that files it. */
async function isMovedByOthers(forge: Forge, policy: GatePolicy, number: number, filer: number): Promise<boolean> {
  const { items } = await forge.timeline(number);
  const moved = items.findLast(({ event }) => event === 'base_ref_changed');
  return moved !== undefined && partyOf(policy, moved.actor?.id ?? null) !== partyOf(policy, filer);
}

/**
 * Files once more what was merged into a branch that somebody else had made its base: no forge opens that again. The app's commit names
 * whose it is, as that of a form does.
 */
async function refile(
  forge: Forge,
  { reading, policy }: Scene,
  { pullRequest, filer }: { readonly pullRequest: ForgePullRequest; readonly filer: number },
): Promise<void> {
  const { number, head, author, base } = pullRequest;
  const { defaultBranch } = reading.repository;
  const isOfApp = author?.id === policy.appUserId;
  const branch = isOfApp ? head.branch : formBranch(number);
  if ((await forge.pullRequests('all', branch)).items.some((each) => each.number > number && each.base.branch === defaultBranch)) return;
  const say = (key: 'refiled-title' | 'refiled-body') =>
    LOCALES.map((locale) => gateText(key, locale, { number, base: markdownCode(base.branch) }));
  const changes = await missingFiles(forge, reading, pullRequest);
  if (changes.length === 0) return;
  if (!isOfApp) {
    const pin = formPin({ issue: number, author: filer, text: digestText(changes.map(({ text }) => text).join('')) });
    await putOnBranch(forge, { branch, tip: reading.files.commit, changes, message: `${say('refiled-title')[0]}\n\n${pin}` });
  } else if ((await forge.tip(branch)) === null) await forge.createBranch(branch, head.sha);
  await forge.openPullRequest({
    title: say('refiled-title').join(' · '),
    body: say('refiled-body').join('\n\n'),
    branch,
    base: defaultBranch,
    draft: false,
  });
}

/** What it files and the default branch does not have. */
async function missingFiles(
  forge: Forge,
  { files: here }: PolicyReading,
  { number, head }: ForgePullRequest,
): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const there = await forge.filesAt(head.sha);
  const missing: { path: string; text: string }[] = [];
  for (const { path } of (await forge.files(number)).items) {
    const text = await there.read(path);
    if (text !== null && (await here.read(path)) !== text) missing.push({ path, text });
  }
  return missing;
}

/** Opens it again, for the default branch, ready. */
export async function putBack(forge: Forge, { defaultBranch }: ForgeRepository, pullRequest: ForgePullRequest): Promise<void> {
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
