import { isDate } from '../kernel/calendar.js';
import type { Params } from '../kernel/text.js';
import type { UsageKey } from '../words/usage.js';
import type { Kind, Typed } from './verb.js';

/** What was typed, as the verb gets it; or why it cannot be that. */
export type ReadTyped = { readonly value: unknown } | { readonly refused: UsageKey; readonly params?: Params };

const UNITS: Readonly<Record<string, bigint>> = { '': 1n, KB: 1_000n, MB: 1_000_000n, GB: 1_000_000_000n, TB: 1_000_000_000_000n };

const READERS: { readonly [K in Kind]: (text: string) => ReadTyped } = {
  text: (text) => ({ value: text }),
  date: (text) => {
    if (isDate(text)) return { value: text };
    return { refused: /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'no-such-day' : 'not-a-date' };
  },
  number: (text) => (/^[1-9]\d{0,8}$/.test(text) ? { value: Number(text) } : { refused: 'not-a-number' }),
  instant: (text) => {
    const isInstant =
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
      isDate(text.slice(0, 10)) &&
      !Number.isNaN(Date.parse(text));
    return isInstant ? { value: text } : { refused: 'not-an-instant' };
  },
  share: (text) => (/^(0\.\d{1,9}|1(\.0{1,9})?)$/.test(text) && Number(text) > 0 ? { value: text } : { refused: 'not-a-share' }),
  size: (text) => {
    const [, digits = '', unit = ''] = /^(\d{1,15})\s*([KMGT]B)?$/i.exec(text) ?? [];
    const size = UNITS[unit.toUpperCase()];
    return digits === '' || size === undefined ? { refused: 'not-a-size' } : { value: BigInt(digits) * size };
  },
};

/** Reads a word that was typed for an argument or option. */
export function readTyped({ choices, parse }: Pick<Typed<unknown>, 'choices' | 'parse'>, text: string): ReadTyped {
  if (choices === null) return READERS[parse](text);
  return choices.includes(text) ? { value: text } : { refused: 'not-a-choice', params: { choices } };
}
