import { toldTogether } from '../attainment/told-together.js';
import type { Reason } from '../attainment/value.js';
import type { Wording } from './wording.js';

/** Reasons in words: those that are told together as one, each text once. */
export function reasonTexts(reasons: readonly Reason[], words: Pick<Wording, 'reason'>): string[] {
  return [...new Set(toldTogether(reasons).map((reason) => words.reason(reason)))];
}
