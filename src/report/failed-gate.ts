import type { Line } from '../settlement/model.js';
import type { Wording } from './wording.js';

/** The gate for which the line that a true-up is about is nothing now: whether it waits or counts, that it moves says not why. */
export function failedGate({ kind, trace }: Line, words: Wording): string | null {
  const failed = kind === 'true-up' ? trace.branches.find(({ rule, taken }) => taken && rule === 'gate-failed') : undefined;
  return failed === undefined ? null : words.rule(failed);
}
