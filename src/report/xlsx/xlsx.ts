import { bytesOfText, zipOf } from '../../kernel/zip.js';
import type { Workbook } from '../workbook/model.js';
import { xmlText } from './escape-xml.js';
import { definedNames, sheetXml, Texts } from './sheet-xml.js';
import { Styles } from './styles.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook as an Office Open XML file (ECMA-376). The same workbook gives the same bytes on every machine: it has no date, author or
 * program in it. Whoever opens it reckons its formulas anew; what they came to stands beside them for readers that do not.
 */
export function xlsxOf(workbook: Workbook): Uint8Array {
  const [styles, texts] = [new Styles(), new Texts()];
  const sheets = workbook.sheets.map((sheet, at) => sheetXml(sheet, styles, texts, at === 0));
  const parts = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/_rels/workbook.xml.rels', relations(workbookRelations(sheets.length))],
    ['xl/workbook.xml', workbookXml(workbook)],
    ['xl/styles.xml', styles.xml()],
    ['xl/sharedStrings.xml', texts.xml()],
    ...sheets.map((xml, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, xml]),
  ]);
  return zipOf(new Map([...parts].map(([name, text]) => [name, bytesOfText(text)])));
}

function contentTypes(count: number): string {
  const overrides = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/styles.xml', 'styles'],
    ['/xl/sharedStrings.xml', 'sharedStrings'],
    ...Array.from({ length: count }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet']),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${TYPE}.${type}+xml"/>`);
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

function workbookRelations(count: number): (readonly [string, string])[] {
  const sheets = Array.from({ length: count }, (_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]);
  return [...sheets, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']];
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const xml = targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${xml.join('')}</Relationships>`;
}

function workbookXml({ sheets }: Workbook): string {
  const listed = sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const names = sheets.flatMap(definedNames);
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>` +
    `${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
  );
}
