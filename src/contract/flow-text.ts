/* Lists and maps on one line, as a contract writes them: what a remedy shows, no list of words that people read. */

/** `[alice, ann]`. */
export function flowList(entries: readonly string[]): string {
  return `[${entries.join(', ')}]`;
}

/**
 * `{ from 0: 5%, from 100000: 7% }`.
 * @param entries each a name, a colon and a value
 */
export function flowMap(entries: readonly string[]): string {
  return `{ ${flowPieces(entries)} }`;
}

/** What stands in brackets, piece by piece: as YAML parts it. */
export function flowPieces(pieces: readonly string[]): string {
  return pieces.join(', ');
}
