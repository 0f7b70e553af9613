import { excerptOf } from '../kernel/text.js';

/** Text from a file as messages show it: in quotes, cut where it is long. */
export function quote(text: string): string {
  return JSON.stringify(excerptOf(text.replace(/\s+/g, ' '), 58));
}
