import type { Column, Inline, Row, Span } from '../blocks.js';
import { plainText } from '../escape.js';
import { xmlText } from '../office/escape-xml.js';
import { contentTypesXml, packageOf, relationsXml, XML_HEAD } from '../office/package.js';
import type { SheetBlock } from '../term-sheet.js';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A page of A4 and its margins, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 850 };
const ROOM = PAGE.width - 2 * PAGE.margin;
/** The column of numbers beside sentences. */
const NUMBERS = 620;

/**
 * A term sheet as an Office Open XML text (ECMA-376). The same sheet gives the same bytes on every machine: it has no date, author or program
 * in it, and no field, link or macro.
 */
export function docxOf(blocks: readonly SheetBlock[]): Uint8Array {
  return packageOf([
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', relationsXml([['officeDocument', 'word/document.xml']])],
    ['word/_rels/document.xml.rels', relationsXml([['styles', 'styles.xml']])],
    ['word/styles.xml', STYLES],
    ['word/document.xml', documentXml(blocks)],
  ]);
}

function documentXml(blocks: readonly SheetBlock[]): string {
  const { width, height, margin } = PAGE;
  const margins = ['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${margin}"`).join(' ');
  return (
    `${XML_HEAD}<w:document xmlns:w="${MAIN}"><w:body>${blocks.map(blockXml).join('')}` +
    `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar ${margins} w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:body></w:document>`
  );
}

function blockXml(block: SheetBlock): string {
  switch (block.kind) {
    case 'title':
      return `${paragraph(block.text, 'Title')}${paragraph(block.subtitle, 'Subtitle')}`;
    case 'heading':
      return paragraph([{ text: block.text }], 'Heading1');
    case 'paragraph':
      return paragraph(block.text, 'Note');
    case 'table':
      return tableXml(block.columns, block.rows);
  }
}

function paragraph(inline: Inline, style: string, align: Column['align'] = 'left'): string {
  const side = align === 'right' ? '<w:jc w:val="right"/>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${side}</w:pPr>${inline.map(runXml).join('')}</w:p>`;
}

function runXml({ text, tone, code }: Span): string {
  const looks = [
    code === true ? '<w:rStyle w:val="Term"/>' : '',
    tone === 'strong' ? '<w:b/>' : '',
    tone === 'dim' ? '<w:color w:val="595959"/>' : '',
  ].join('');
  return `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${xmlText(plainText(text))}</w:t></w:r>`;
}

/** Rows are not parted by the end of a page, and titles stand again at the head of the next. */
function tableXml(columns: readonly Column[], rows: readonly Row[]): string {
  const widths = widthsOf(columns, rows);
  const cell = (inline: Inline, index: number, style: string): string => {
    const align = columns[index]?.align ?? 'left';
    return `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(inline, style, align)}</w:tc>`;
  };
  const row = (cells: readonly Inline[], style: string, properties: string): string =>
    `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells.map((each, index) => cell(each, index, style)).join('')}</w:tr>`;
  const head = row(
    columns.map(({ title }) => [{ text: title, tone: 'strong' }]),
    'Cell',
    '<w:tblHeader/>',
  );
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="${ROOM}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${head}` +
    `${rows.map(({ cells }) => row(cells, 'Cell', '')).join('')}</w:tbl>${paragraph([], 'Note')}`
  );
}

/** What stands beside numbers of clauses shares the room they leave; other tables give their first column a wider share. */
function widthsOf(columns: readonly Column[], rows: readonly Row[]): number[] {
  const longest = Math.max(0, ...rows.map(({ cells }) => (cells[0] ?? []).reduce((length, { text }) => length + text.length, 0)));
  const first = longest <= LONGEST_NUMBER ? NUMBERS : Math.floor((ROOM * FIRST_PERCENT) / 100);
  const others = Math.floor((ROOM - first) / Math.max(1, columns.length - 1));
  return columns.map((_, index) => (index === 0 ? first : others));
}

/** `6.104`. */
const LONGEST_NUMBER = 5;
const FIRST_PERCENT = 28;

const CONTENT_TYPES = contentTypesXml(TYPE, [
  ['word/document.xml', 'document.main'],
  ['word/styles.xml', 'styles'],
]);

const FONTS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="SimSun" w:cs="Calibri"/>';

function style(id: string, size: number, more: string, spacing: string): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="Normal"/><w:pPr>${spacing}</w:pPr>` +
    `<w:rPr>${more}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`
  );
}

const BORDERS = ['top', 'bottom', 'insideH'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>`).join('');

/** Sizes in half points. */
const STYLES =
  `${XML_HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${FONTS}<w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:rPrDefault></w:docDefaults>` +
  `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
  style('Title', 30, '<w:b/>', '<w:spacing w:after="20"/>') +
  style('Subtitle', 20, '', '<w:spacing w:after="120"/>') +
  style('Heading1', 20, '<w:b/>', '<w:keepNext/><w:spacing w:before="80" w:after="40"/><w:outlineLvl w:val="0"/>') +
  style('Note', 14, '', '<w:spacing w:after="40"/>') +
  style('Cell', 15, '', '<w:spacing w:before="10" w:after="10"/>') +
  `<w:style w:type="character" w:styleId="Term"><w:name w:val="Term"/><w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/></w:rPr></w:style>` +
  `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders>` +
  '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>';
