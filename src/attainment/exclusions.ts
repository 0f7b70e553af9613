import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import { addDays, type DateRange, datesOf, daysInclusive, intersect, startOfDay, type ZoneLike } from '../kernel/calendar.js';
import { maximum, type Rational, rational, ZERO } from '../kernel/rational.js';

type Exclusion = EventOf<'exclusion'>;

/** Whether an event is an exclusion. */
export function isExclusion(event: ContractEvent): event is Exclusion {
  return event.kind === 'exclusion';
}

/** The exclusions that waive a KPI in a period. */
export function waiversOf(exclusions: readonly Exclusion[], kpi: string, period: string): Exclusion[] {
  return exclusions.filter(
    (event) => event.kpis.includes(kpi) && event.treatment.kind === 'waive' && event.treatment.periods.includes(period),
  );
}

/** Whether an exclusion's window touches the days. */
export function touches(event: Exclusion, days: DateRange, zone: ZoneLike): boolean {
  if (event.treatment.kind === 'waive') return false;
  const { window } = event.treatment;
  if ('dates' in window) return intersect(window.dates, days) !== null;
  const from = startOfDay(days.from, zone);
  const to = startOfDay(addDays(days.to, 1), zone);
  return BigInt(window.instants.from) < to && BigInt(window.instants.to) > from;
}

/**
 * Local days that remain to a KPI after its exclusions (section 6): whole days for dates, a part of a day by its elapsed
 * share for instants. A `drop` with `where` removes rows, not time.
 */
export function remainingDays(exclusions: readonly Exclusion[], kpi: string, days: DateRange, zone: ZoneLike): Rational {
  let left = rational(daysInclusive(days.from, days.to));
  for (const event of exclusions) {
    if (!event.kpis.includes(kpi) || event.treatment.kind === 'waive') continue;
    if (event.treatment.kind === 'drop' && event.treatment.where !== null) continue;
    const { window } = event.treatment;
    if ('dates' in window) {
      const both = intersect(window.dates, days);
      if (both !== null) left = left.sub(rational(daysInclusive(both.from, both.to)));
      continue;
    }
    for (const day of datesOf(days)) left = left.sub(shareOfDay(day, zone, window.instants));
  }
  return maximum(ZERO, left);
}

/** The share of a local day (23 to 25 hours) that lies in a half-open interval of instants. */
function shareOfDay(day: string, zone: ZoneLike, instants: { readonly from: string; readonly to: string }): Rational {
  const start = startOfDay(day, zone);
  const end = startOfDay(addDays(day, 1), zone);
  const from = BigInt(instants.from) > start ? BigInt(instants.from) : start;
  const to = BigInt(instants.to) < end ? BigInt(instants.to) : end;
  return to <= from ? ZERO : rational(to - from).div(rational(end - start));
}
