import { measuresOf, vocabulary } from '../attainment/measures.js';
import { coverageOf, distinctUpTo } from '../attainment/running.js';
import { metricsThatCount } from '../contract/metrics-that-count.js';
import type { Measured } from '../evidence/decode.js';
import type { MeasurementRequest, RequestedSpan } from '../query/request.js';
import { distinctOnes, distinctSpans, shownMetrics } from './measurement.js';

/**
 * Distinct counts of running periods to the days that their data reach, as far as nobody has counted to these: how far data reach is known
 * only once they were measured. Of each metric that is shown, and of all together, which a forecast goes by.
 */
export function spansReached({ asOf, periods }: MeasurementRequest, measured: Measured): RequestedSpan[] {
  const spans = periods.flatMap(({ period, inForce, terms, termsDigest }): RequestedSpan[] => {
    const evidence = measured.periods.find((each) => each.period === period);
    if (evidence === undefined || asOf > inForce.to) return [];
    const words = vocabulary(terms.contract, terms.definitions);
    const usedBy = (metrics: readonly string[]) => [...new Set(metrics.flatMap((metric) => [...measuresOf(words, { metric })]))];
    const groups = [...shownMetrics(terms).map((metric) => [metric]), metricsThatCount(terms)].map(usedBy);
    return groups.flatMap((used) => {
      const { through } = coverageOf(words, evidence, used);
      if (through === null || through < inForce.from) return [];
      const uncounted = distinctOnes(words, used).filter((id) => {
        const entry = evidence.measures.find((each) => each.id === id);
        return entry !== undefined && distinctUpTo(evidence, measured.spans, entry, through) === undefined;
      });
      return uncounted.map((measure) => ({ measure, terms, termsDigest, span: { from: inForce.from, to: through } }));
    });
  });
  return distinctSpans(spans);
}
