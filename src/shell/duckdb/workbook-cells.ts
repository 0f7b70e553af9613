/*
 * Cells of a sheet that hold no value: an error (`#N/A`), or a formula that no spreadsheet has computed yet. The workbook's reader
 * passes both over as if they were empty, and what is empty may count as 0. So they are written over before it reads, as text that no
 * cell of anybody begins with, and told apart afterwards.
 */

/** A noncharacter of Unicode: no text has it. */
const MARK = '\ufdd0';
/** What a formula without a stored value is read as; no error of a spreadsheet is called so. */
export const UNSTORED = '=';

/** A cell without a value: the error's name, `#DIV/0!`, or {@link UNSTORED}; null where a cell has a value. */
export function faultIn(cell: string): string | null {
  return cell.startsWith(MARK) ? cell.slice(MARK.length) : null;
}

const TYPE = /\st\s*=\s*["'](\w*)["']/;
const VALUE = /<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)<\//;
const FORMULA = /<(?:\w+:)?f[\s/>]/;
const HAS_VALUE = /<(?:\w+:)?v[\s/>]/;
const ERROR = /^#[A-Z0-9/!?_]{2,20}$/;
/** A day or time of day without a zone. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T[\d:.]+$/;

/**
 * A sheet's text with its cells without a value written over, byte by byte the same else.
 * @param isOpen whether a spreadsheet is asked to compute all formulas when it opens the workbook: then a program has written it that
 * computes none, and a stored 0 stands for nothing.
 */
export function withFaults(sheet: Buffer, isOpen: boolean): Buffer {
  const text = sheet.toString('latin1');
  if (!FORMULA.test(text) && !/\st\s*=\s*["'][ed]["']/.test(text)) return sheet;
  const prefix = /<(\w+:)?sheetData[\s/>]/.exec(text)?.[1] ?? '';
  const close = `</${prefix}c>`;
  // behind the last cell's end no cell ends: whoever looked for one there would look to the end of the text each time
  const end = text.lastIndexOf(close) + close.length;
  const cells = new RegExp(`<${prefix}c(\\s[^<>]*)?(?<!/)>(.*?)${close}`, 'gs');
  const written = text.slice(0, end).replace(cells, (cell: string, attributes = '', content: string) => {
    const type = TYPE.exec(attributes)?.[1] ?? 'n';
    const value = VALUE.exec(content)?.[1]?.trim() ?? '';
    // a moment without a zone would be read in the zone of this machine
    if (type === 'd' && LOCAL.test(value)) return cell.replace(value, `${value}Z`);
    const fault = faultOf(type, value, content, isOpen);
    if (fault === null) return cell;
    const own = attributes.replace(TYPE, '');
    return `<${prefix}c${own} t="str"><${prefix}v>${Buffer.from(MARK).toString('latin1')}${fault}</${prefix}v></${prefix}c>`;
  });
  return written.length === end && text.startsWith(written) ? sheet : Buffer.from(written + text.slice(end), 'latin1');
}

function faultOf(type: string, value: string, content: string, isOpen: boolean): string | null {
  if (type === 'e') return ERROR.test(value) ? value : '#?';
  if (!FORMULA.test(content)) return null;
  // a formula may well give an empty text
  if (value === '') return type === 'str' && HAS_VALUE.test(content) ? null : UNSTORED;
  return isOpen && type === 'n' && Number(value) === 0 ? UNSTORED : null;
}

/** Whether a workbook's own part asks for all formulas to be computed when it is opened. */
export function isToBeComputed(workbook: Buffer): boolean {
  return /<(?:\w+:)?calcPr\s[^>]*\bfullCalcOnLoad\s*=\s*["'](?:1|true)["']/.test(workbook.toString('latin1'));
}
