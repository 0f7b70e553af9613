import { createHash } from 'node:crypto';

/** What names a mutant from one run to the next: where it is and what it puts there. `fileName` is seen from the repository. */
export const keyOf = ({ fileName, location: { start, end }, mutatorName, replacement }) =>
  [fileName, `${start.line}:${start.column}-${end.line}:${end.column}`, mutatorName, replacement].join('|');

/** Whether a mutant is in the sample: each is drawn by itself, by the hash of its name, so that the same seed draws the same again. */
export function isDrawn(key, { rate, seed }) {
  const hash = createHash('sha256').update(`${seed}|${key}`).digest();
  return hash.readUIntBE(0, 6) / 2 ** 48 < rate;
}
