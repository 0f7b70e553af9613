import type { Issue } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import { type Side, sideBefore } from './levels.js';
import { wideMadePlain } from './meant/characters.js';
import { quote } from './quote.js';
import type { Path, Source } from './source.js';

/** Fields that are a bound by their name, and of which side. */
const BOUNDS: Readonly<Record<string, Side>> = { atLeast: 'start', atMost: 'end', upTo: 'end' };
const OTHER: Readonly<Record<string, string>> = { atLeast: 'atMost', atMost: 'atLeast' };

/**
 * A number with words that bound it from the other side than its field does: `atLeast: <= 30%`. Without them it would be turned round.
 * @param number as it would be written without the words
 */
export function boundSlip(text: string, number: string, path: Path, source: Source): Issue | null {
  const name = path.findLast((part) => typeof part === 'string' && Object.hasOwn(BOUNDS, part));
  const field = String(name ?? '');
  const [, words = ''] = /^([^\d.,+-]*?)\s*[\d.,+-]/u.exec(wideMadePlain(text).trim()) ?? [];
  const side = sideBefore(words);
  if (name === undefined || side === null || side === BOUNDS[field]) return null;
  const params = { found: quote(text), field };
  const other = path[0] === 'gates' && path.at(-1) === field ? OTHER[field] : undefined;
  if (other === undefined) return issue('bound-other-side', source.at(path), params);
  const [corrected, otherwise] = [source.corrected(path, { key: other, value: number }), source.corrected(path, { value: number })];
  return issue('bound-other-side', source.at(path), { ...params, corrected, otherwise });
}
