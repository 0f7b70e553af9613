import { LOCALES } from '../kernel/text.js';
import type { ForgePullRequest, ForgeRepository } from '../ports/forge.js';
import type { Forge } from '../ports/forge-writes.js';
import { gateText } from '../words/gate.js';
import { postSticky } from './sticky-comment.js';
import { say } from './telling.js';

/** What is to be open for a branch, into which of its bases. */
export interface Place {
  readonly branch: string;
  readonly bases: readonly string[];
}

/** Open pull requests of a branch of this repository that stand where another one is to stand: GitHub has one of a branch into a base. */
export async function standingIn(forge: Forge, { id }: ForgeRepository, { branch, bases }: Place): Promise<readonly ForgePullRequest[]> {
  const { items } = await forge.pullRequests('open');
  const isOf = ({ head }: ForgePullRequest) => head.repositoryId === id && head.branch === branch;
  return items.filter((each) => isOf(each) && each.base.repositoryId === id && bases.includes(each.base.branch));
}

/**
 * Closes what others have opened in the place of a pull request: whoever can write could else keep it closed by one of their own (rule
 * 18). Their commits stay where they are. That the reason could not be written there stops nothing.
 * @param others none of which files anything that would pass.
 * @throws ShellError where the forge refuses to close one.
 */
export async function makeRoom(forge: Forge, others: readonly ForgePullRequest[]): Promise<void> {
  const now = await forge.now();
  const body = LOCALES.map((locale) => gateText('displaced', locale)).join('\n\n');
  for (const { number } of others) {
    await forge.editPullRequest(number, { state: 'closed' });
    await say(() => postSticky(forge, number, { topic: 'displaced', body, head: null, validAt: now }));
  }
}
