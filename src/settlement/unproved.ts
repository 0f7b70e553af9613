import type { PeriodId } from '../kernel/calendar.js';
import type { Params } from '../kernel/text.js';
import type { UnprovedCode } from '../words/unproved.js';

/** Something that a statement says and that whoever looks at it here cannot know. */
export interface Unproved {
  readonly what: UnprovedCode;
  /** The periods whose statements say it, ascending; none where it is of no statement. */
  readonly periods: readonly PeriodId[];
  readonly params: Params;
}

/** The same thing once, with all its periods, in the order in which the things were first met. */
export function gathered(found: readonly Unproved[]): Unproved[] {
  const byThing = new Map<string, Unproved>();
  for (const each of found) {
    const key = JSON.stringify([each.what, each.params]);
    const before = byThing.get(key)?.periods ?? [];
    byThing.set(key, { ...each, periods: [...new Set([...before, ...each.periods])].sort() });
  }
  return [...byThing.values()];
}
