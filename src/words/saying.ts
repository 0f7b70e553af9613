import { fill, type Locale, type Message, type Params } from '../kernel/text.js';

/**
 * Says the entries of one catalogue: an entry in a language, its places filled. A place that no parameter fills stays visible, so that a
 * forgotten one is noticed.
 */
export function saying<Key extends string>(
  catalogue: Readonly<Record<Key, Message>>,
): (key: Key, locale: Locale, params?: Params) => string {
  return (key, locale, params = {}) => fill(catalogue[key], locale, params);
}
