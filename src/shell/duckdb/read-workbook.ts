import { open, readFile } from 'node:fs/promises';
import type { FileFormat } from '../../contract/model.js';
import { LineSieve, type Sifted } from './sift-lines.js';
import { faultIn } from './workbook-cells.js';
import { soundWorkbook } from './workbook-parts.js';

/** What a cell may hold: numbers come as the text that is stored. */
type Cell = string | boolean | Date | null;

/** Cells of a column that hold no value: an error, `#N/A`, or a formula that nobody computed. */
export interface CellFault {
  /** The column, from 0. */
  readonly column: number;
  /** As it is written to the text. */
  readonly text: string;
  /** The sheet's row of the first. */
  readonly row: number;
  readonly count: number;
}

/** Such cells of a sheet. */
export interface SheetFaults {
  readonly sheet: string;
  readonly cells: readonly CellFault[];
}

/** A sheet rewritten as delimited text, or what keeps it from being read. */
export type PreparedSheet =
  | { readonly sheet: string; readonly sifted: Sifted; readonly rowsOf: (line: number) => number; readonly faults: SheetFaults }
  | { readonly problem: 'unreadable' }
  | { readonly problem: 'too-large' }
  | { readonly problem: 'none-such' | 'several'; readonly sheets: readonly string[] };

/** The delimiter of what is written; cells may hold any character. */
export const SHEET_DELIMITER = ',';

/**
 * Rewrites a sheet of an Excel workbook to `target`: text as it stands, numbers as they were meant, dates by the workbook's own
 * epoch as `2026-01-31`, or with the time where any cell of the column has one.
 */
export async function prepareSheet(path: string, format: FileFormat, target: string): Promise<PreparedSheet> {
  // loaded when it is asked for: most data folders hold no workbook
  const { default: readWorkbook } = await import('read-excel-file/node');
  const sound = soundWorkbook(await readFile(path));
  if (sound === 'too-large') return { problem: sound };
  const sheets = sound === null ? null : await readWorkbook<string>(sound, { parseNumber: meantNumber, trim: false }).catch(() => null);
  if (sheets === null) return { problem: 'unreadable' };
  const filled = sheets.filter(({ data }) => data.length > 0);
  const chosen = format.sheet === undefined ? filled : sheets.filter(({ sheet }) => sheet === format.sheet);
  const [only, other] = chosen;
  if (only === undefined && format.sheet !== undefined) return { problem: 'none-such', sheets: sheets.map(({ sheet }) => sheet) };
  if (other !== undefined) return { problem: 'several', sheets: filled.map(({ sheet }) => sheet) };
  const rows = (only?.data ?? []) as readonly (readonly Cell[])[];
  const withTime = columnsWithTime(rows);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const sieve = new LineSieve(format, SHEET_DELIMITER);
  const output = await open(target, 'w');
  /** Line of the text on which each row begins: a cell may hold line breaks. */
  const begins: number[] = [];
  const faults = new Map<string, CellFault>();
  let line = 1;
  let hasHeader = false;
  try {
    let block = '';
    for (const row of rows) {
      begins.push(line);
      // an empty row is nothing, as an empty line is
      const fields = row.every((cell) => cell === null)
        ? []
        : Array.from({ length: width }, (_, at) => field(row[at] ?? null, withTime.has(at)));
      line += 1 + fields.reduce((sum, each) => sum + (each.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      const kept = sieve.feed(`${fields.join(SHEET_DELIMITER)}\n`);
      if (hasHeader && kept !== '') noteFaults(row, begins.length, faults);
      hasHeader ||= kept.trim() !== '';
      block += kept;
      if (block.length > 1 << 20) {
        await output.write(block);
        block = '';
      }
    }
    await output.write(block + sieve.end());
  } finally {
    await output.close();
  }
  const rowsOf = (at: number): number => begins.findLastIndex((begin) => begin <= at) + 1;
  const sheet = only?.sheet ?? '';
  return { sheet, sifted: sieve.sifted(), rowsOf, faults: { sheet, cells: [...faults.values()] } };
}

function noteFaults(cells: readonly Cell[], row: number, faults: Map<string, CellFault>): void {
  cells.forEach((cell, column) => {
    const fault = typeof cell === 'string' ? faultIn(cell) : null;
    if (fault === null) return;
    const known = faults.get(`${column} ${fault}`);
    faults.set(`${column} ${fault}`, { column, text: fault, row: known?.row ?? row, count: (known?.count ?? 0) + 1 });
  });
}

/**
 * A stored number as it was meant, without an exponent. A workbook's numbers are doubles, which programs store with the digits that
 * tell one double from all others and more: 64.1 as `64.099999999999994`. Meant is the shortest that is the same double, which is also
 * what is shown. A whole number stays as it is, digit by digit: an id may have more than a double holds.
 */
function meantNumber(stored: string): string {
  if (/^[+-]?\d+$/.test(stored) || !Number.isFinite(Number(stored))) return stored;
  return plainNumber(String(Number(stored)));
}

/** A number without an exponent: exactly the same number. */
function plainNumber(number: string): string {
  const [, sign = '', whole = '', part = '', exponent = ''] = /^(-?)(\d+)\.?(\d*)e([+-]\d+)$/.exec(number) ?? [];
  if (exponent === '') return number;
  const digits = whole + part;
  const point = whole.length + Number(exponent);
  return point > 0 ? `${sign}${digits.padEnd(point, '0')}` : `${sign}0.${'0'.repeat(-point)}${digits}`;
}

/**
 * A cell's moment. It is stored as a part of a day, and 16:00 is `.666666666664`: cut off to milliseconds by the reader that would be
 * 15:59:59.999, in Shanghai another day.
 */
function momentOf(cell: Date): Date {
  const time = cell.getTime();
  return time % 1000 === 999 ? new Date(time + 1) : cell;
}

function columnsWithTime(rows: readonly (readonly Cell[])[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const row of rows) {
    row.forEach((cell, index) => {
      if (cell instanceof Date && momentOf(cell).getTime() % 86_400_000 !== 0) found.add(index);
    });
  }
  return found;
}

/** A field in quotation marks, whatever it holds; nothing where the cell is empty. */
function field(cell: Cell, withTime: boolean): string {
  if (cell === null) return '';
  if (cell instanceof Date) {
    const written = momentOf(cell).toISOString();
    return withTime ? written.replace('T', ' ').replace(/(\.000)?Z$/, '') : written.slice(0, 10);
  }
  const text = typeof cell === 'string' ? (faultIn(cell) ?? cell) : String(cell);
  return /^[^\s",=+@-][^",\r\n]*$/.test(text) || text === '' ? text : `"${text.replaceAll('"', '""')}"`;
}
