import type { Params } from '../kernel/text.js';
import type { DifferenceKey } from '../words/bundle.js';

/** What is not as it should be, as a key of the words and what fills them. */
export interface Difference {
  readonly what: DifferenceKey;
  readonly params: Params;
}

/** A difference that a bundle shows, by what differs and where. */
export function differs(what: DifferenceKey, params: Params): Difference {
  return { what, params };
}
