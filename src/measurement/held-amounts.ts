import type { Measure } from '../contract/model.js';
import type { EvidenceMeasure, EvidencePeriod, EvidenceRate } from '../evidence/model.js';
import type { Issue } from '../kernel/issue.js';
import { isZero, rational } from '../kernel/rational.js';
import type { Check } from '../ports/warehouse.js';
import { dataIssue } from '../query/check-plan.js';
import type { DataIssueCode } from '../words/data-issues.js';

const RATES = {
  none: 'data-no-rate',
  duplicate: 'data-rate-twice',
  not_positive: 'data-rate-not-positive',
} as const satisfies Readonly<Record<NonNullable<EvidenceRate['problem']> | 'none', DataIssueCode>>;

/**
 * Measures of a period that its rows leave undefined, beside what is told of keys and of how far the data has come: amounts or
 * currencies that are NULL, and money without a rate.
 */
export function heldAmounts(evidence: EvidencePeriod, measures: readonly Measure[], currency: string): Check[] {
  return measures.flatMap((measure): Check[] => {
    const entry = evidence.measures.find(({ id }) => id === measure.id);
    if (entry === undefined) return [];
    const issues = [...nulls(evidence, measure, entry), ...rates(evidence, measure, entry, currency)];
    return issues.length === 0 ? [] : [{ kind: 'amounts', name: measure.id, found: null, issues }];
  });
}

function nulls({ period }: EvidencePeriod, { id, nulls: meaning, clause }: Measure, entry: EvidenceMeasure): Issue[] {
  if (entry.nulls === 0 || meaning !== 'undefined') return [];
  return [dataIssue('data-amounts-missing', clause, { measure: id, period, count: entry.nulls })];
}

/** One issue for each currency and kind of trouble: of the days, the first and how many. */
function rates(evidence: EvidencePeriod, { id, clause }: Measure, entry: EvidenceMeasure, own: string): Issue[] {
  const found = new Map<string, { code: (typeof RATES)[keyof typeof RATES]; currency: string; days: string[] }>();
  for (const { day, currency, value } of entry.days) {
    if (currency === undefined || currency === own || value === undefined || isZero(rational(value))) continue;
    const rate = evidence.rates.find((each) => each.currency === currency && each.day === day);
    if (rate?.rate !== undefined) continue;
    const code = RATES[rate?.problem ?? 'none'];
    const key = JSON.stringify([code, currency]);
    const { days } = found.get(key) ?? { days: [] };
    found.set(key, { code, currency, days: [...days, day] });
  }
  return [...found.values()].map(({ code, currency, days }) =>
    dataIssue(code, clause, { measure: id, period: evidence.period, currency, day: days[0] ?? '-', count: days.length }),
  );
}
