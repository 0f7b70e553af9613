import { metricToDate } from '../attainment/to-date.js';
import type { FeeContext } from './fee-context.js';
import { spansOf } from './ledger-entry.js';
import type { PeriodView, SettlementInput } from './views.js';

/** How the fees of a period evaluate a metric over several periods: each of them on its own evidence, under its own terms. */
export function toDate(input: SettlementInput, views: readonly PeriodView[], view: PeriodView): FeeContext['metricToDate'] {
  const spans = spansOf(input.ledger, input.evidence);
  const { words } = view.attainment;
  return (metric, from, upTo) => {
    const parts = views
      .filter((part) => part.period.inForce.from <= upTo && part.period.inForce.to >= from)
      .map((part) => ({ words: part.attainment.words, evidence: part.evidence, rules: part.terms.definitions.reconcile }));
    return metricToDate(words, parts, spans, metric, { from, to: upTo });
  };
}
