/** What spreadsheets take for the beginning of a formula, also in full width, and what they pass over before it. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** By which spreadsheets know that a file is UTF-8: without it they show Chinese as they would an old code page. */
export const CSV_MARK = '\uFEFF';

export type CsvValue = string | boolean | null | undefined;

/**
 * Rows as CSV (RFC 4180); null is an empty field. Text that a spreadsheet would reckon with begins with an apostrophe, by which it is
 * shown as it is; numbers stay numbers.
 */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: CsvValue): string {
  const raw = value === null || value === undefined ? '' : String(value);
  const text = isFormulaLike(raw) ? `'${raw}` : raw;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Whether a spreadsheet would take a text for a formula, were it typed; a number is none. */
export function isFormulaLike(text: string): boolean {
  return FORMULA.test(text) && !NUMBER.test(text);
}
