import { termsOf } from './agreed-text.js';
import type { PullRequestFacts } from './facts.js';
import type { GatePolicy } from './policy.js';
import { type Judgement, sight, unless } from './verdict.js';

/**
 * Rule 16: the way back is open. What only puts the last agreed text of a contract (or of the workspace) back, byte for byte and
 * whole, was agreed already.
 */
export function judgeRestored({ unagreed }: GatePolicy, { files }: PullRequestFacts): Judgement {
  const now = new Map<string, string | null>();
  for (const { path, previousPath, status, sha } of files.items) {
    if (status === 'renamed' && previousPath !== null) now.set(previousPath, null);
    now.set(path, status === 'removed' ? null : sha);
  }
  const wanted = new Map(unagreed.map(({ path, agreed }) => [path, agreed]));
  const other = [...now].find(([path, blob]) => !wanted.has(path) || wanted.get(path) !== blob);
  const touched = new Set([...now.keys()].map(termsOf));
  const left = unagreed.find(({ path }) => touched.has(termsOf(path)) && !now.has(path));
  const found = other?.[0] ?? left?.path ?? null;
  if (now.size === 0 || found !== null) return unless('restored', 'refused', [sight('not-restored', { path: found ?? '-' })]);
  return { rule: 'restored', state: 'passed', with: {}, saw: [...touched].map(() => sight('restored')).slice(0, 1), children: [] };
}
