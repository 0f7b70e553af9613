import type { Measure } from '../contract/model.js';
import type { EvidenceMeasure, EvidencePeriod, EvidenceRate } from '../evidence/model.js';
import type { Issue } from '../kernel/issue.js';
import { isZero, rational } from '../kernel/rational.js';
import { someOf } from '../kernel/some-of.js';
import type { Check } from '../ports/warehouse.js';
import { dataIssue } from '../query/check-plan.js';
import type { DataIssueCode } from '../words/data-issues.js';

const RATES = {
  none: 'data-no-rate',
  duplicate: 'data-rate-twice',
  not_positive: 'data-rate-not-positive',
} as const satisfies Readonly<Record<NonNullable<EvidenceRate['problem']> | 'none', DataIssueCode>>;

type RateIssueCode = (typeof RATES)[keyof typeof RATES] | 'data-no-fx';

/** A period as it was measured, and what by. */
export interface MeasuredPeriod {
  readonly evidence: EvidencePeriod;
  readonly measures: readonly Measure[];
  readonly currency: string;
  /** Whether the contract has exchange rates. */
  readonly converts: boolean;
  /** Where the first rows of a measure stand that have no amount or no currency; none where that is not known. */
  readonly places: (measure: string) => Promise<readonly string[]>;
}

/** A measure in a period. */
interface Entry extends MeasuredPeriod {
  readonly measure: Measure;
  readonly entry: EvidenceMeasure;
}

/** Places that are named. */
const NAMED = 6;

/**
 * Measures that rows leave undefined, beside what is told of keys and of how far the data has come: amounts or currencies that are NULL,
 * and money without a rate. One issue for each measure and kind of trouble, whatever the number of periods that have it.
 */
export async function heldAmounts(periods: readonly MeasuredPeriod[]): Promise<Check[]> {
  const checks: Check[] = [];
  for (const id of new Set(periods.flatMap(({ measures }) => measures.map((measure) => measure.id)))) {
    const entries = periods.flatMap((period): Entry[] => {
      const measure = period.measures.find((each) => each.id === id);
      const entry = period.evidence.measures.find((each) => each.id === id);
      return measure === undefined || entry === undefined ? [] : [{ ...period, measure, entry }];
    });
    const issues = [...(await nulls(id, entries)), ...rates(id, entries)];
    if (issues.length > 0) checks.push({ kind: 'amounts', name: id, found: null, issues });
  }
  return checks;
}

async function nulls(id: string, entries: readonly Entry[]): Promise<Issue[]> {
  const lacking = entries.filter(({ entry, measure }) => entry.nulls > 0 && measure.nulls === 'undefined');
  const [first] = lacking;
  if (first === undefined) return [];
  const places: string[] = [];
  for (const each of lacking) {
    if (places.length < NAMED) places.push(...(await each.places(id)));
  }
  const count = lacking.reduce((sum, { entry }) => sum + entry.nulls, 0);
  const named = places.length === 0 ? '-' : places.slice(0, NAMED);
  return [dataIssue('data-amounts-missing', first.measure.clause, { measure: id, period: periodsOf(lacking), count, places: named })];
}

/** One issue for each currency and kind of trouble: of the days, the first and how many. */
function rates(id: string, entries: readonly Entry[]): Issue[] {
  const found = new Map<string, { code: RateIssueCode; currency: string; days: string[]; of: Entry[] }>();
  for (const of of entries) {
    const { entry, evidence, currency: own, converts } = of;
    for (const { day, currency, value } of entry.days) {
      if (currency === undefined || currency === own || value === undefined || isZero(rational(value))) continue;
      const rate = evidence.rates.find((each) => each.currency === currency && each.day === day);
      if (rate?.rate !== undefined) continue;
      const code = converts ? RATES[rate?.problem ?? 'none'] : 'data-no-fx';
      const key = JSON.stringify([code, currency]);
      const known = found.get(key) ?? { days: [], of: [] as Entry[] };
      found.set(key, { code, currency, days: [...known.days, day], of: known.of.includes(of) ? known.of : [...known.of, of] });
    }
  }
  return [...found.values()].flatMap(({ code, currency, days, of }) => {
    const [first] = of;
    if (first === undefined) return [];
    const params = { measure: id, period: periodsOf(of), currency, day: days[0] ?? '-', count: days.length };
    return [dataIssue(code, first.measure.clause, params)];
  });
}

/** The periods' names, some of many. */
export const periodsOf = (entries: readonly MeasuredPeriod[]): readonly string[] => someOf(entries.map(({ evidence }) => evidence.period));
