import type { LocalDate } from '../kernel/calendar.js';

/** A line of a CSV file and when an export holds it: from `seenOn` on, and no longer from `goneOn` on. */
export interface TimedRow {
  readonly text: string;
  readonly seenOn: LocalDate;
  readonly goneOn: LocalDate | null;
}

/** A table whose content depends on the day one looks at it, as real exports do. */
export interface TimedTable {
  /** Below the data folder: `shop/orders.csv`. */
  readonly path: string;
  readonly header: string;
  readonly rows: readonly TimedRow[];
}

/** The CSV files as they are found on a date, by path below the data folder. */
export function stateAt(tables: readonly TimedTable[], date: LocalDate): ReadonlyMap<string, string> {
  return new Map(
    tables.map((table) => {
      const rows = table.rows.filter((row) => row.seenOn <= date && (row.goneOn === null || date < row.goneOn));
      return [table.path, `${[table.header, ...rows.map((row) => row.text)].join('\n')}\n`];
    }),
  );
}
