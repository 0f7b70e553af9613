import { gitBlobId } from '../../kernel/git-blob.js';
import { ShellError } from '../../ports/failure.js';
import type { GithubClient } from './client.js';

/** A blob of a tree. */
export interface BlobEntry {
  readonly path: string;
  readonly sha: string;
  /** Null where the forge does not say. */
  readonly size: number | null;
}

/** So many are asked for at once, each no larger than this: evidence of years is asked for by itself. */
const MOST_AT_ONCE = 100;
const MOST_BYTES_EACH = 64 * 1024;

interface Answer {
  readonly repository: Readonly<Record<string, { readonly text?: string | null } | null>> | null;
}

/**
 * The entries that are worth asking for together with one of them: whoever reads one file of a folder reads the others, and a
 * question for each would let one party's many small events use up the forge's limit for both.
 */
export function readTogether(wanted: BlobEntry, files: Iterable<BlobEntry>, isKnown: (sha: string) => boolean): BlobEntry[] {
  const folder = folderOf(wanted.path);
  const small = ({ size }: BlobEntry) => size !== null && size <= MOST_BYTES_EACH;
  if (!small(wanted)) return [];
  const chosen = new Map([[wanted.sha, wanted]]);
  for (const entry of files) {
    if (chosen.size >= MOST_AT_ONCE) break;
    if (folderOf(entry.path) === folder && small(entry) && !isKnown(entry.sha)) chosen.set(entry.sha, entry);
  }
  return chosen.size < 2 ? [] : [...chosen.values()];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/**
 * Texts by their hashes, with one question of GitHub's other interface. What it does not have, has in another encoding or cuts is left
 * out, and so is everything where it refuses: it is then asked for one by one.
 */
export async function askTexts(client: GithubClient, entries: readonly BlobEntry[]): Promise<ReadonlyMap<string, string>> {
  const fields = entries.map(({ sha }, index) => `b${index}: object(oid: "${sha}") { ... on Blob { text } }`);
  const query = `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields.join(' ')} } }`;
  const ask = async () => ({ data: await client.octokit.graphql<Answer>(query, { ...client.at }) });
  const answer = await client.call(ask).catch((error: unknown) => {
    if (error instanceof ShellError) return null;
    throw error;
  });
  const texts = new Map<string, string>();
  entries.forEach(({ sha }, index) => {
    const text = answer?.repository?.[`b${index}`]?.text ?? null;
    // The hash is what was asked for; it says whether these are its very bytes.
    if (text !== null && gitBlobId(text) === sha) texts.set(sha, text);
  });
  return texts;
}
