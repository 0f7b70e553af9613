import { termsOf, type Unagreed } from './agreed-text.js';
import type { PullRequestFacts } from './facts.js';
import { ownerOf } from './paths.js';
import type { GatePolicy } from './policy.js';
import { type Judgement, sight, unless } from './verdict.js';

/** Everything that may be put back. */
function astrayIn({ unagreed }: GatePolicy, { strays }: PullRequestFacts): readonly Unagreed[] {
  return [...unagreed, ...strays];
}

/** Whether there is something to put back. */
export function isAnythingAstray(policy: GatePolicy, facts: PullRequestFacts): boolean {
  return astrayIn(policy, facts).length > 0;
}

/**
 * Rule 16: the way back is open. What only puts the last agreed text of a contract (or of the workspace) back, byte for byte and
 * whole, was agreed already; so was what only takes away a record that came by nobody's right, or puts back one that did.
 */
export function judgeRestored(policy: GatePolicy, facts: PullRequestFacts): Judgement {
  const now = new Map<string, string | null>();
  for (const { path, previousPath, status, sha } of facts.files.items) {
    if (status === 'renamed' && previousPath !== null) now.set(previousPath, null);
    now.set(path, status === 'removed' ? null : sha);
  }
  const wanted = new Map(astrayIn(policy, facts).map(({ path, agreed }) => [path, agreed]));
  const other = [...now].find(([path, blob]) => !wanted.has(path) || wanted.get(path) !== blob);
  const touched = new Set([...now.keys()].flatMap(textOf));
  const left = policy.unagreed.find(({ path }) => textOf(path).some((text) => touched.has(text)) && !now.has(path));
  const found = other?.[0] ?? left?.path ?? null;
  if (now.size === 0 || found !== null) return unless('restored', 'refused', [sight('not-restored', { path: found ?? '-' })]);
  return { rule: 'restored', state: 'passed', with: {}, saw: [sight('restored')], children: [] };
}

/** The text that a path is a part of, which is only put back whole: a contract's terms, or (null) the workspace; none for a record. */
function textOf(path: string): (string | null)[] {
  const terms = termsOf(path);
  return terms === null && ownerOf(path).kind === 'contract' ? [] : [terms];
}
