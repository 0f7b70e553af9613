import { addDays, datesOf, type LocalDate, weekday } from '../kernel/calendar.js';
import { scaledText } from '../kernel/rational.js';
import { dice } from './dice.js';
import { EXPORT_DAYS } from './market.js';
import type { TimedTable } from './timed-table.js';

/** US dollars per Canadian dollar in ten-thousandths, for every bank day: weekends have no rate. */
export function cadRates(seed: number): ReadonlyMap<LocalDate, number> {
  const chance = dice(seed);
  const rates = new Map<LocalDate, number>();
  let rate = 7180;
  for (const day of datesOf(EXPORT_DAYS)) {
    if (weekday(day) > 5) continue;
    // A walk that leans back to 0.7250, as exchange rates of a year roughly do.
    rate += chance.around(-22, 22) + Math.trunc((7250 - rate) / 60);
    rates.set(day, rate);
  }
  return rates;
}

/** `fx/rates.csv`: published in the evening, so seen the next day. */
export function fxTable(rates: ReadonlyMap<LocalDate, number>): TimedTable {
  return {
    path: 'fx/rates.csv',
    header: 'day,ccy,usd_per_unit',
    rows: [...rates].map(([day, rate]) => ({ text: `${day},CAD,${scaledText(BigInt(rate), 4)}`, seenOn: addDays(day, 1), goneOn: null })),
  };
}
