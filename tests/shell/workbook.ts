import { zipSync } from 'fflate';

/** A cell: text, a number as it is stored, a date's serial, an error, a formula with what is stored of it, as XML, or nothing. */
export type Cell =
  | string
  | { readonly number: string }
  | { readonly date: string }
  | { readonly time: string }
  | { readonly error: string }
  | { readonly formula: string; readonly stored?: string; readonly type?: 'str' | 'b' | 'd' }
  | null;

const TYPES =
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Styles: none, a date with its time (22), a date (14). */
const STYLES = `<styleSheet xmlns="${MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** An Excel workbook as programs write it. @param toBeComputed whether it asks for its formulas to be computed when it is opened. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>, epoch1904 = false, toBeComputed = false): Buffer {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types">${TYPES}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><workbookPr${epoch1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets>${toBeComputed ? '<calcPr calcId="124519" fullCalcOnLoad="1"/>' : ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${names
      .map((_, index) => `<Relationship Id="rId${index + 1}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)
      .join('')}<Relationship Id="rId99" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  };
  Object.values(sheets).forEach((rows, index) => {
    const body = rows
      .map((row, at) => `<row r="${at + 1}">${row.map((cell, column) => cellText(cell, column, at + 1)).join('')}</row>`)
      .join('');
    parts[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData></worksheet>`;
  });
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)]))));
}

function cellText(cell: Cell, column: number, row: number): string {
  const at = `${String.fromCharCode(65 + column)}${row}`;
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`;
  if ('formula' in cell) {
    const type = cell.type === undefined ? '' : ` t="${cell.type}"`;
    const formula = cell.formula === '' ? '' : `<f>${cell.formula}</f>`;
    return `<c r="${at}"${type}>${formula}${cell.stored ?? ''}</c>`;
  }
  if ('number' in cell) return `<c r="${at}"><v>${cell.number}</v></c>`;
  return 'date' in cell ? `<c r="${at}" s="2"><v>${cell.date}</v></c>` : `<c r="${at}" s="1"><v>${cell.time}</v></c>`;
}
