import type { Measure } from '../contract/model.js';
import type { EvidenceMeasure, EvidencePeriod, EvidenceRate } from '../evidence/model.js';
import type { Issue } from '../kernel/issue.js';
import { isZero, rational } from '../kernel/rational.js';
import type { Filler } from '../kernel/text.js';
import type { Check } from '../ports/warehouse.js';
import { dataIssue } from '../query/check-plan.js';
import type { DataIssueCode } from '../words/data-issues.js';

const RATES = {
  none: 'data-no-rate',
  duplicate: 'data-rate-twice',
  not_positive: 'data-rate-not-positive',
} as const satisfies Readonly<Record<NonNullable<EvidenceRate['problem']> | 'none', DataIssueCode>>;

type RateIssueCode = (typeof RATES)[keyof typeof RATES] | 'data-no-fx';

/** What a period was measured by. */
interface Measured {
  readonly measures: readonly Measure[];
  readonly currency: string;
  /** Whether the contract has exchange rates. */
  readonly converts: boolean;
  /** Where the first rows of a measure stand that have no amount or no currency. */
  readonly places: (measure: string) => Promise<Filler>;
}

/**
 * Measures of a period that its rows leave undefined, beside what is told of keys and of how far the data has come: amounts or
 * currencies that are NULL, and money without a rate.
 */
export async function heldAmounts(evidence: EvidencePeriod, { measures, places, ...money }: Measured): Promise<Check[]> {
  const checks: Check[] = [];
  for (const measure of measures) {
    const entry = evidence.measures.find(({ id }) => id === measure.id);
    if (entry === undefined) continue;
    const issues = [...(await nulls(evidence, measure, entry, places)), ...rates(evidence, measure, entry, money)];
    if (issues.length > 0) checks.push({ kind: 'amounts', name: measure.id, found: null, issues });
  }
  return checks;
}

async function nulls(
  { period }: EvidencePeriod,
  { id, nulls: meaning, clause }: Measure,
  entry: EvidenceMeasure,
  places: Measured['places'],
): Promise<Issue[]> {
  if (entry.nulls === 0 || meaning !== 'undefined') return [];
  return [dataIssue('data-amounts-missing', clause, { measure: id, period, count: entry.nulls, places: await places(id) })];
}

/** One issue for each currency and kind of trouble: of the days, the first and how many. */
function rates(
  evidence: EvidencePeriod,
  { id, clause }: Measure,
  entry: EvidenceMeasure,
  { currency: own, converts }: Pick<Measured, 'currency' | 'converts'>,
): Issue[] {
  const found = new Map<string, { code: RateIssueCode; currency: string; days: string[] }>();
  for (const { day, currency, value } of entry.days) {
    if (currency === undefined || currency === own || value === undefined || isZero(rational(value))) continue;
    const rate = evidence.rates.find((each) => each.currency === currency && each.day === day);
    if (rate?.rate !== undefined) continue;
    const code = converts ? RATES[rate?.problem ?? 'none'] : 'data-no-fx';
    const key = JSON.stringify([code, currency]);
    const { days } = found.get(key) ?? { days: [] };
    found.set(key, { code, currency, days: [...days, day] });
  }
  return [...found.values()].map(({ code, currency, days }) =>
    dataIssue(code, clause, { measure: id, period: evidence.period, currency, day: days[0] ?? '-', count: days.length }),
  );
}
