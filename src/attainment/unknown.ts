import type { Definitions } from '../contract/model.js';
import type { EvidencePeriod } from '../evidence/model.js';
import { remembered } from '../kernel/remembered.js';
import { measureValue, type Vocabulary } from './measures.js';
import { reconcile } from './reconcile.js';
import type { Value } from './value.js';

/** The measures that a period's evidence leaves unknown: by themselves, or held by a reconciliation that does not hold together. */
export function unknownMeasures(words: Vocabulary, rules: Definitions['reconcile'], evidence: EvidencePeriod): ReadonlySet<string> {
  return unknownIn(evidence, words, rules);
}

const unknownIn = remembered((evidence: EvidencePeriod, words: Vocabulary, rules: Definitions['reconcile']): ReadonlySet<string> => {
  const entries = new Map(evidence.measures.map((entry) => [entry.id, entry]));
  const measured = (id: string): Value => measureValue(words, evidence, id, entries.get(id));
  const unknown = [...words.measures.keys()].filter((id) => !measured(id).known);
  const breached = rules.filter((rule) => rule.onBreach === 'hold').map((rule) => reconcile(words, rule, measured));
  return new Set([...unknown, ...breached.flatMap((found) => (found.breached ? found.measures : []))]);
});
