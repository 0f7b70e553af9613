import { rational } from '../../dist/kernel/rational.js';
import { ratioRange } from '../../dist/outlook/ratio-range.js';
import { dayNumber, RATIOS } from './series.mjs';

/*
 * What the 80% range of a channel's ratio is worth: made of every other day of a month, does it hold the ratio of the days between? And of
 * a whole month, does it hold the next month's?
 */

const exact = (value) => rational(String(Math.round(value * 100))).div(100);

function monthsOf({ from, to }) {
  const months = [];
  for (let date = new Date(`${from}T00:00:00Z`); ; ) {
    const next = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
    const [first, after] = [date, next].map((each) => each.getTime() / 86_400_000 - dayNumber(from));
    if (after - 1 > dayNumber(to) - dayNumber(from)) return months;
    months.push(Array.from({ length: after - first }, (_, day) => first + day));
    date = next;
  }
}

/** By ratio: how many ranges there were, and how many held the other days of the month, and the next month. */
export async function measureChannelRanges(read) {
  const rows = [];
  for (const ratio of RATIOS) {
    const [over, under] = [await read(ratio.days, ratio.over), await read(ratio.days, ratio.under)];
    const sumsOf = (days) => days.map((day) => ({ top: exact(over.values[day]), bottom: exact(under.values[day]) }));
    const holds = (days, others) => {
      const range = ratioRange(sumsOf(days));
      const [top, bottom] = [over, under].map(({ values }) => others.reduce((sum, day) => sum + values[day], 0));
      return range === null || bottom === 0 ? [] : [top / bottom >= range.low.valueOf() && top / bottom <= range.high.valueOf() ? 1 : 0];
    };
    const months = monthsOf(ratio.days);
    const odd = (parity) => (_day, place) => place % 2 === parity;
    rows.push({
      name: ratio.name,
      within: months.flatMap((days) => holds(days.filter(odd(0)), days.filter(odd(1)))),
      next: months.slice(0, -1).flatMap((days, place) => holds(days, months[place + 1])),
    });
  }
  return rows;
}
