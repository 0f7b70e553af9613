import { dayNumber, type LocalDate } from '../../kernel/calendar.js';
import { isFormulaLike } from '../csv-text.js';
import { plainText } from '../escape.js';
import { cellXml, xmlText } from '../office/escape-xml.js';
import { XML_HEAD } from '../office/package.js';
import { address, type Cell, columnName, type RepeatedPrint, rangeOf, type SheetRow, type WorkSheet } from '../workbook/model.js';
import type { Styles } from './styles.js';

/** Texts of all sheets, each once: cells name them by number, so that none can be taken for a formula. */
export class Texts {
  readonly #numbers = new Map<string, number>();
  #cells = 0;

  of(text: string): number {
    const known = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, known);
    this.#cells += 1;
    return known;
  }

  xml(): string {
    const items = [...this.#numbers.keys()].map((text) => `<si><t xml:space="preserve">${cellXml(text)}</t></si>`);
    return (
      `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
      `count="${this.#cells}" uniqueCount="${items.length}">${items.join('')}</sst>`
    );
  }
}

/** What a cell of a spreadsheet can hold of a text. */
const MOST_SIGNS = 32_767;
/** Signs of the usual font across a page of A4 on its side, printed at two thirds of their size, which can still be read. */
const SIGNS_ACROSS = 220;
/** Day 1 of a spreadsheet's calendar, which has a day too many in February 1900: right from March 1900 on. */
const DAY_ZERO = dayNumber('1899-12-30');

/** One sheet as its part of the file. @param isFirst shown when the file is opened */
export function sheetXml(sheet: WorkSheet, styles: Styles, texts: Texts, isFirst: boolean): string {
  const { columns, rows, merged, filtered, print, judged } = sheet;
  const isOnePage = print !== null && 'onOnePage' in print;
  return [
    XML_HEAD,
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    viewXml(sheet, isFirst),
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.map((row, at) => rowXml(row, at, styles, texts)).join('')}</sheetData>`,
    filtered === undefined ? '' : `<autoFilter ref="${filtered}"/>`,
    merged.length === 0
      ? ''
      : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`,
    judged === undefined ? '' : judgedXml(judged),
    '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    isOnePage ? pageXml('portrait', 1, 1) : pageXml('landscape', pagesAcross(sheet), 0),
    isOnePage ? '' : '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('');
}

/** @param high pages; 0: as many as there are rows for */
function pageXml(orientation: 'portrait' | 'landscape', wide: number, high: number): string {
  const order = wide > 1 ? ' pageOrder="overThenDown"' : '';
  return `<pageSetup paperSize="9"${order} orientation="${orientation}" fitToWidth="${wide}" fitToHeight="${high}"/>`;
}

/** On how many pages beside each other all columns can be read; those that are repeated stand on each. */
function pagesAcross({ columns, print }: WorkSheet): number {
  const widthOf = (of: readonly { readonly width: number }[]) => of.reduce((sum, { width }) => sum + width, 0);
  const [from, to] = print !== null && 'repeatedColumns' in print ? print.repeatedColumns : [0, -1];
  const repeated = widthOf(columns.slice(from, to + 1));
  return Math.max(1, Math.ceil((widthOf(columns) - repeated) / (SIGNS_ACROSS - repeated)));
}

function viewXml({ frozen, print }: WorkSheet, isFirst: boolean): string {
  const grid = print !== null && 'onOnePage' in print ? ' showGridLines="0"' : '';
  const pane = frozen === undefined ? '' : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `<sheetViews><sheetView${grid}${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

/** FALSE stands out. */
function judgedXml(range: string): string {
  const [first = range] = range.split(':');
  return `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="0" priority="1"><formula>${first}=FALSE</formula></cfRule></conditionalFormatting>`;
}

function rowXml({ cells, height }: SheetRow, at: number, styles: Styles, texts: Texts): string {
  const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  const xml = cells.map((cell, column) => (cell === null ? '' : cellOf(cell, address(column, at), styles, texts))).join('');
  return `<row r="${at + 1}"${high}>${xml}</row>`;
}

function cellOf(cell: Cell, at: string, styles: Styles, texts: Texts): string {
  if ('text' in cell) {
    const text = withinCell(plainText(cell.text));
    const style = styles.of(cell.look, isFormulaLike(text));
    return text === '' ? `<c r="${at}" s="${style}"/>` : `<c r="${at}" s="${style}" t="s"><v>${texts.of(text)}</v></c>`;
  }
  const style = styles.of(cell.look);
  if ('number' in cell) return `<c r="${at}" s="${style}"><v>${numberText(cell.number)}</v></c>`;
  if ('date' in cell) return `<c r="${at}" s="${style}"><v>${serialOf(cell.date)}</v></c>`;
  if ('blank' in cell) return `<c r="${at}" s="${style}"/>`;
  const { formula, cached } = cell;
  const [type, value] = typeof cached === 'boolean' ? [' t="b"', cached ? '1' : '0'] : ['', numberText(cached)];
  return `<c r="${at}" s="${style}"${type}><f>${xmlText(formula)}</f><v>${value}</v></c>`;
}

function withinCell(text: string): string {
  return text.length <= MOST_SIGNS ? text : `${text.slice(0, MOST_SIGNS - 1).toWellFormed()}…`;
}

/** Only what is a number stands as one. */
function numberText(decimal: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) throw new RangeError(`no decimal: ${decimal}`);
  return decimal;
}

function serialOf(date: LocalDate): number {
  return dayNumber(date) - DAY_ZERO;
}

function repeatedIn(quoted: string, { repeatedRow, repeatedColumns: [from, to] }: RepeatedPrint): string {
  return `${quoted}!$${columnName(from)}:$${columnName(to)},${quoted}!$${repeatedRow}:$${repeatedRow}`;
}

/** The sheet's names that a spreadsheet reads its printing and its filter from. */
export function definedNames({ name, print, filtered }: WorkSheet, index: number): string[] {
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const fixed = (range: string) => rangeOf(name, range);
  const named = (id: string, to: string, more = '') =>
    `<definedName name="_xlnm.${id}" localSheetId="${index}"${more}>${xmlText(to)}</definedName>`;
  return [
    ...(filtered === undefined ? [] : [named('_FilterDatabase', fixed(filtered), ' hidden="1"')]),
    ...(print !== null && 'area' in print ? [named('Print_Area', fixed(print.area))] : []),
    ...(print !== null && 'repeatedRow' in print ? [named('Print_Titles', repeatedIn(quoted, print))] : []),
  ];
}
