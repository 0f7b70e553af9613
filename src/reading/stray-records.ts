import type { Unagreed } from '../gate/agreed-text.js';
import type { GateFacts } from '../gate/decide.js';
import type { ChangedFile, PullRequestFacts } from '../gate/facts.js';
import { isRecord } from '../gate/files.js';
import { contractOf, eventDate, namesOf } from '../gate/paths.js';
import { addDays, localDate, type Micros } from '../kernel/calendar.js';
import type { ForgeReads } from '../ports/forge-reads.js';
import type { MergeMemory } from './merge-record.js';
import { openRatifier } from './ratification.js';

/**
 * The facts with the records that may be put back (rule 16). Which those are takes a whole proof of the contract, so it is read only
 * where a pull request does with a record what is never allowed otherwise, or adds one that came before or whose day is over.
 * @throws ShellError where the forge refuses.
 */
export async function withStrays(
  forge: ForgeReads,
  facts: GateFacts,
  { tip, memory }: { readonly tip: string; readonly memory: MergeMemory },
): Promise<GateFacts> {
  const lists = await Promise.all(memory.files.values());
  const merged = new Set(lists.flatMap(({ items }) => items.map(({ path }) => path)));
  const contracts = new Set([facts.pullRequest, ...facts.sameHead].flatMap((each) => contractsPutBack(each, facts.repository.now, merged)));
  if (contracts.size === 0) return facts;
  const proofOf = await openRatifier(forge, tip, memory);
  const strays: Unagreed[] = [];
  for (const contract of contracts) strays.push(...(await proofOf(contract)).strays);
  const withThem = (each: PullRequestFacts): PullRequestFacts => ({ ...each, strays });
  return { ...facts, pullRequest: withThem(facts.pullRequest), sameHead: facts.sameHead.map(withThem) };
}

/** Contracts of whose records a pull request does, and nothing else, what is only allowed where it puts something back. */
function contractsPutBack({ files, author, settlement }: PullRequestFacts, now: Micros, merged: ReadonlySet<string>): string[] {
  const names = files.items.flatMap(namesOf);
  const isProposed = author?.kind === 'bot' && settlement !== null;
  const today = localDate(now, 'UTC');
  const isUsual = ({ path, status }: ChangedFile) => {
    const date = eventDate(path);
    return status === 'added' && !merged.has(path) && date !== null && addDays(today, -1) <= date && date <= addDays(today, 1);
  };
  if (isProposed || !names.every(isRecord) || files.items.every(isUsual)) return [];
  return names.flatMap((path) => contractOf(path) ?? []);
}
