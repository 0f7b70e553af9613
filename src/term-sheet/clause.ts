import type { Phrase } from './phrase.js';

/** Sentences of which one is said: the first that fits; none where none does. */
export type Slot = readonly Phrase[];

/** What is said of an item of a list of the terms, one sentence after the other; the first opens it. */
export interface Clause {
  readonly opening: Slot;
  readonly slots: readonly Slot[];
  /** What an item has of which nothing is said. */
  readonly silent: Readonly<Record<string, unknown>>;
}

/**
 * The sentences about an item, by the field that they tell. A field of the model without a sentence does not compile.
 * @param opening sentences that tell the fields `Opened` together.
 */
export function clause<Item, Opened extends keyof Item>(
  opening: Slot,
  slots: { readonly [F in Exclude<keyof Item, Opened | 'clause' | 'kind'>]-?: Slot },
  silent: Readonly<Record<string, unknown>> = {},
): Clause {
  return { opening, slots: Object.values<Slot>(slots), silent };
}
