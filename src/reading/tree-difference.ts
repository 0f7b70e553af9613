import type { ForgeReads } from '../ports/forge-reads.js';

/**
 * The paths that two commits have otherwise, by git's own trees, ascending; a moved file under both names. The forge's list of a
 * pull request's files ends at 3,000 and is made a moment after a push.
 */
export async function differingPaths(
  forge: ForgeReads,
  before: string,
  after: string,
): Promise<{ readonly paths: readonly string[]; readonly complete: boolean }> {
  const [old, now] = [await entriesOf(forge, before), await entriesOf(forge, after)];
  const all = [...new Set([...old.entries.keys(), ...now.entries.keys()])].sort();
  const paths = all.filter((path) => old.entries.get(path) !== now.entries.get(path));
  return { paths, complete: old.complete && now.complete };
}

/** What each path holds: its mode and the hash of its bytes. */
async function entriesOf(
  forge: ForgeReads,
  commit: string,
): Promise<{ readonly entries: ReadonlyMap<string, string>; readonly complete: boolean }> {
  const { items, complete } = await (await forge.filesAt(commit)).entries();
  return { entries: new Map(items.map(({ path, mode, sha }) => [path, `${mode} ${sha}`])), complete };
}
