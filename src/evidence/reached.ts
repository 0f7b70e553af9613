import { addDays, dateOfDayNumber, type Micros, startOfDay } from '../kernel/calendar.js';
import { wallInstant } from '../query/clock.js';
import type { TimeKind } from '../query/column-type.js';

/**
 * The instant that data reaches whose latest `when` or load time is `latest` (microseconds, or a day's number): a DATE as
 * `when` reaches the end of its day, as a load time only its start (contract language, section 6).
 */
export function reachedInstant(
  latest: bigint,
  kind: TimeKind,
  use: 'time' | 'load',
  zones: { readonly contract: string; readonly wall: string | null },
): Micros {
  if (kind === 'date') return startOfDay(addDays(dateOfDayNumber(Number(latest)), use === 'time' ? 1 : 0), zones.contract);
  return zones.wall === null ? latest : wallInstant(latest, zones.wall);
}
