import { countedIn, metricToDate, partOn } from '../attainment/to-date.js';
import type { FeeContext } from './fee-context.js';
import { spansOf } from './ledger-entry.js';
import type { PeriodView, SettlementInput, Sight } from './views.js';

/**
 * How the fees of a period evaluate a metric over several periods: each of them on its own evidence, under its own terms; the
 * period itself on what the line stands on.
 */
export function toDate(input: SettlementInput, views: readonly PeriodView[], view: PeriodView, sight: Sight): FeeContext['metricToDate'] {
  const { words } = sight.attainment;
  return (metric, from, upTo) => {
    const spans = spansOf(input.ledger, input.evidence, sight.of);
    const parts = views
      .filter((part) => !part.over && part.period.inForce.from <= upTo && part.period.inForce.to >= from)
      .map((part) => {
        const main = part === view && sight.of !== view.of ? sight : null;
        return partOn(main === null ? part.toDate : () => main.evidence, {
          words: part.attainment.words,
          inForce: (main ?? part).evidence.inForce,
          rules: part.terms.definitions.reconcile,
        });
      });
    return metricToDate(words, parts, countedIn(spans), metric, { from, to: upTo });
  };
}
