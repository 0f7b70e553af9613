import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { isBroken, unpacked } from './unpacked.js';

const isPacked = (path: string): boolean => /\.gz$/i.test(path);

/**
 * The first of some files that holds the same bytes as another, each unpacked where its name says that it is packed; null: none does. Of
 * plain files only those of the same length are read.
 */
export async function twinOf(path: string, others: readonly string[]): Promise<string | null> {
  const { size } = await stat(path);
  let own: string | null = null;
  for (const other of others) {
    if (!isPacked(path) && !isPacked(other) && (await stat(other)).size !== size) continue;
    own ??= await contentOf(path);
    if (own !== null && (await contentOf(other)) === own) return other;
  }
  return null;
}

/** What a file holds, as a digest; null where it cannot be unpacked. */
async function contentOf(path: string): Promise<string | null> {
  const { stream, close } = unpacked(path, isPacked(path));
  const hash = createHash('sha256');
  try {
    for await (const chunk of stream) hash.update(Buffer.from(chunk));
    return hash.digest('hex');
  } catch (error) {
    if (isBroken(error)) return null;
    throw error;
  } finally {
    close();
  }
}
