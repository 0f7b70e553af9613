import { xmlText } from '../office/escape-xml.js';
import { contentTypesXml, OFFICE, packageOf, relationsXml, XML_HEAD } from '../office/package.js';
import type { Workbook } from '../workbook/model.js';
import { definedNames, sheetXml, Texts } from './sheet-xml.js';
import { Styles } from './styles.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook as an Office Open XML file (ECMA-376). The same workbook gives the same bytes on every machine: it has no date, author or
 * program in it. Whoever opens it reckons its formulas anew; what they came to stands beside them for readers that do not.
 */
export function xlsxOf(workbook: Workbook): Uint8Array {
  const [styles, texts] = [new Styles(), new Texts()];
  const sheets = workbook.sheets.map((sheet, at) => sheetXml(sheet, styles, texts, at === 0));
  return packageOf([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relationsXml([['officeDocument', 'xl/workbook.xml']])],
    ['xl/_rels/workbook.xml.rels', relationsXml(workbookRelations(sheets.length))],
    ['xl/workbook.xml', workbookXml(workbook)],
    ['xl/styles.xml', styles.xml()],
    ['xl/sharedStrings.xml', texts.xml()],
    ...sheets.map((xml, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, xml]),
  ]);
}

function contentTypes(count: number): string {
  return contentTypesXml(TYPE, [
    ['xl/workbook.xml', 'sheet.main'],
    ['xl/styles.xml', 'styles'],
    ['xl/sharedStrings.xml', 'sharedStrings'],
    ...Array.from({ length: count }, (_, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, 'worksheet']),
  ]);
}

function workbookRelations(count: number): (readonly [string, string])[] {
  const sheets = Array.from({ length: count }, (_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]);
  return [...sheets, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']];
}

function workbookXml({ sheets }: Workbook): string {
  const listed = sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const names = sheets.flatMap(definedNames);
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>` +
    `${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
  );
}
