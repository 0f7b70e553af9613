import { measuresOf, type Vocabulary, vocabulary } from '../attainment/measures.js';
import { metricsThatCount } from '../contract/metrics-that-count.js';
import type { Terms } from '../contract/model.js';
import type { EvidencePeriod } from '../evidence/model.js';
import type { Scorecard } from '../settlement/model.js';
import type { SettlementInput } from '../settlement/views.js';
import { partsOf } from './metric-parts.js';

/** What an outlook of a running period is made from; nothing else is read. */
export interface OutlookInput {
  /** As the period would be settled now. */
  readonly settlement: SettlementInput;
  /** The levels that hold for the days in force, and what rules have made of KPIs. */
  readonly card: Pick<Scorecard, 'kpis' | 'gates' | 'duties'>;
  /** The periods before it, measured by the same terms: ascending, without gaps. */
  readonly history: readonly EvidencePeriod[];
  /** Metrics of one measure that are planned, with their values at the period's end as decimal text. */
  readonly plan: ReadonlyMap<string, string>;
}

/** The measures that the metrics are made of by which a contract goes. */
export function measuresThatCount(terms: Terms): string[] {
  const words = vocabulary(terms.contract, terms.definitions);
  return [...new Set(metricsThatCount(terms).flatMap((metric) => measuresOf(words, { metric })))].sort();
}

/** The one measure that a metric is, with the number it is multiplied by: such a metric can be planned. Null: it is none, or of several. */
export function plannedMeasure(words: Vocabulary, metric: string): { readonly id: string; readonly times: number } | null {
  const parts = words.metrics.has(metric) ? partsOf(words, metric) : null;
  const [only, ...others] = parts === null || parts.under !== null ? [] : [...parts.over];
  return only === undefined || others.length > 0 || only[1] === 0 ? null : { id: only[0], times: only[1] };
}
