/** A measure day by day, without gaps: what a forecast is made from. */
export interface DailySeries {
  /** The number of its first day (kernel/calendar, dayNumber). */
  readonly start: number;
  /** What each day brought, in the measure's unit or the contract's currency. */
  readonly values: Float64Array;
  /** How many rows each day had. */
  readonly rows: Float64Array;
  /** 1 on days of a declared event: they leave weights, levels and errors. */
  readonly events: Uint8Array;
}

/** The days that are left of a period: what a normal day of each is multiplied by; an event's factor, 1 on all others. */
export type DaysLeft = readonly number[];

/** Days that are forecast: how many, after how many that are not asked about. */
export interface DaysAhead {
  readonly skipped: number;
  readonly count: number;
}

/** Which day of the week a day of a series is: 0 to 6, alike for all series. */
export function weekdayAt({ start }: Pick<DailySeries, 'start'>, place: number): number {
  return (((start + place) % 7) + 7) % 7;
}
