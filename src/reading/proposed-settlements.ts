import type { Proposed } from '../notification/facts.js';
import type { Account } from '../ports/forge.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import type { ReadContract } from '../running/repository.js';
import { findProposal, proposedEntry, settlementOn } from './settlement-branch.js';

/** Statements that the app has proposed and that wait for the parties, by contract; what others pushed or opened is none. */
export async function proposedSettlements(
  forge: ForgeReads,
  bot: Account,
  contracts: readonly ReadContract[],
): Promise<ReadonlyMap<string, readonly Proposed[]>> {
  const repository = await forge.repository();
  const tip = await forge.tip(repository.defaultBranch);
  const found = new Map<string, Proposed[]>();
  if (tip === null) return found;
  for (const { author, base, draft, head } of (await forge.pullRequests('open')).items) {
    const on = settlementOn(head.branch);
    const contract = contracts.find((each) => each.id === on?.contract && each.folder !== null);
    if (draft || author?.id !== bot.id || base.branch !== repository.defaultBranch || contract === undefined || on === null) continue;
    const { files, pullRequest } = await findProposal({ forge, repository, tip, bot, pushed: new Map() }, contract, on.period);
    const entry = proposedEntry(contract.id, on.period, files);
    if (entry === null || pullRequest === null) continue;
    found.set(contract.id, [
      ...(found.get(contract.id) ?? []),
      { entry, pullRequest: { number: pullRequest.number, url: pullRequest.url } },
    ]);
  }
  return found;
}
