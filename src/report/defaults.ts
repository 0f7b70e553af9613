import type { HoldingDefault } from '../contract/defaults.js';
import { type Locale, listSeparator } from '../kernel/text.js';
import { commandText } from '../words/command-text.js';
import { type Block, toldLine, toldLines } from './blocks.js';
import { parenthesis } from './punctuation.js';

/** What holds in a contract without being written there: each default once, as it would be written, with whose it is. */
export function defaultsBlocks(id: string, defaults: readonly HoldingDefault[], locale: Locale): Block[] {
  if (defaults.length === 0) return [];
  const owners = new Map<string, string[]>();
  for (const { path, value } of defaults) {
    // an entry of a list is named: kpis, roas, cap
    const [first = '', ...rest] = path;
    const owner = rest.length > 1 ? rest.slice(0, -1).join('.') : null;
    const field = owner === null ? path.join('.') : `${first}.${rest.at(-1)}`;
    const said = `${field}: ${value}`;
    owners.set(said, [...(owners.get(said) ?? []), ...(owner === null ? [] : [owner])]);
  }
  const lines = [...owners].map(([said, of]) => {
    const whose = of.length === 0 ? '' : parenthesis(of.join(listSeparator(locale)), locale);
    return toldLine([{ text: said, code: true }, ...(whose === '' ? [] : [{ text: whose, tone: 'dim' as const }])], 1);
  });
  return [toldLines(commandText('defaults-hold', locale, { id }), ...lines)];
}
