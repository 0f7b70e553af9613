import { open, readFile } from 'node:fs/promises';
import type { FileFormat } from '../../contract/model.js';
import { LineSieve, type Sifted } from './sift-lines.js';
import { soundWorkbook } from './workbook-parts.js';

/** What a cell may hold: numbers come as the text that is stored. */
type Cell = string | boolean | Date | null;

/** A sheet rewritten as delimited text, or what keeps it from being read. */
export type PreparedSheet =
  | { readonly sheet: string; readonly sifted: Sifted; readonly rowsOf: (line: number) => number }
  | { readonly problem: 'unreadable' }
  | { readonly problem: 'too-large' }
  | { readonly problem: 'none-such' | 'several'; readonly sheets: readonly string[] };

/** The delimiter of what is written; cells may hold any character. */
export const SHEET_DELIMITER = ',';

/**
 * Rewrites a sheet of an Excel workbook to `target`: text as it stands, numbers as they are stored, dates by the workbook's own
 * epoch as `2026-01-31`, or with the time where any cell of the column has one.
 */
export async function prepareSheet(path: string, format: FileFormat, target: string): Promise<PreparedSheet> {
  // loaded when it is asked for: most data folders hold no workbook
  const { default: readWorkbook } = await import('read-excel-file/node');
  const sound = soundWorkbook(await readFile(path));
  if (sound === 'too-large') return { problem: sound };
  const sheets = sound === null ? null : await readWorkbook<string>(sound, { parseNumber: plainNumber, trim: false }).catch(() => null);
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
  let line = 1;
  try {
    let block = '';
    for (const row of rows) {
      begins.push(line);
      // an empty row is nothing, as an empty line is
      const fields = row.every((cell) => cell === null)
        ? []
        : Array.from({ length: width }, (_, at) => field(row[at] ?? null, withTime.has(at)));
      line += 1 + fields.reduce((sum, each) => sum + (each.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      block += sieve.feed(`${fields.join(SHEET_DELIMITER)}\n`);
      if (block.length > 1 << 20) {
        await output.write(block);
        block = '';
      }
    }
    await output.write(block + sieve.end());
  } finally {
    await output.close();
  }
  return { sheet: only?.sheet ?? '', sifted: sieve.sifted(), rowsOf: (at) => begins.findLastIndex((begin) => begin <= at) + 1 };
}

/** A stored number without an exponent: exactly the same number. */
function plainNumber(stored: string): string {
  const [, sign = '', whole = '', part = '', exponent = ''] = /^([+-]?)(\d*)\.?(\d*)[eE]([+-]?\d{1,3})$/.exec(stored) ?? [];
  if (exponent === '') return stored;
  const digits = whole + part;
  const point = whole.length + Number(exponent);
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(1, point);
  const rest = padded.slice(at).replace(/0+$/, '');
  return `${sign}${padded.slice(0, at).replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

function columnsWithTime(rows: readonly (readonly Cell[])[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const row of rows) {
    row.forEach((cell, index) => {
      if (cell instanceof Date && cell.getTime() % 86_400_000 !== 0) found.add(index);
    });
  }
  return found;
}

/** A field in quotation marks, whatever it holds; nothing where the cell is empty. */
function field(cell: Cell, withTime: boolean): string {
  if (cell === null) return '';
  if (cell instanceof Date)
    return withTime
      ? cell
          .toISOString()
          .replace('T', ' ')
          .replace(/(\.000)?Z$/, '')
      : cell.toISOString().slice(0, 10);
  const text = String(cell);
  return /^[^\s",=+@-][^",\r\n]*$/.test(text) || text === '' ? text : `"${text.replaceAll('"', '""')}"`;
}
