import type { Evidence, EvidencePeriod } from '../evidence/model.js';
import { isAlike } from '../kernel/alike.js';

/*
 * Every statement measures the periods of its window again, and nearly all that it finds is what the statement before found. What is
 * alike becomes the same object, so that what follows from it is computed once (kernel/remembered.ts). Nothing that it says changes.
 */

/** Evidence in which all that an earlier one says of the same period alike is that one's own. */
export function sharingWith(evidence: Evidence, earlier: (period: string) => EvidencePeriod | null): Evidence {
  const periods = evidence.periods.map((now) => {
    const before = earlier(now.period);
    return before === null ? now : periodSharing(now, before);
  });
  return { ...evidence, periods };
}

function periodSharing(now: EvidencePeriod, before: EvidencePeriod): EvidencePeriod {
  const known = new Map(before.measures.map((entry) => [entry.id, entry]));
  const variants = new Map(before.variants.map((entry) => [`${entry.kpi} ${entry.id}`, entry]));
  return {
    ...now,
    measures: eitherList(
      now.measures.map((entry) => either(entry, known.get(entry.id))),
      before.measures,
    ),
    variants: eitherList(
      now.variants.map((entry) => either(entry, variants.get(`${entry.kpi} ${entry.id}`))),
      before.variants,
    ),
    rates: either(now.rates, before.rates),
  };
}

function eitherList<T>(now: readonly T[], before: readonly T[]): readonly T[] {
  return now.length === before.length && now.every((each, at) => each === before[at]) ? before : now;
}

function either<T>(now: T, before: T | undefined): T {
  return before !== undefined && isAlike(now, before) ? before : now;
}
