import { xmlText } from '../office/escape-xml.js';
import { XML_HEAD } from '../office/package.js';
import type { Look } from '../workbook/model.js';

const FONT = 'Arial';
const SIZE = 10;
const COLORS = { head: 'FFD9E2EC', sum: 'FFF0F4F8', label: 'FFF7F9FB' } as const;
/** Numbers below it are a spreadsheet's own. */
const FIRST_FORMAT = 164;

/** The styles of a workbook, each look once, in the order in which cells ask for them. */
export class Styles {
  readonly #fonts = new Kinds();
  readonly #fills = new Kinds();
  readonly #borders = new Kinds();
  readonly #formats = new Kinds();
  readonly #cells = new Kinds();

  constructor() {
    this.#fonts.of(fontXml({}));
    // The first two are a spreadsheet's own, whatever stands there.
    this.#fills.of('<fill><patternFill patternType="none"/></fill>');
    this.#fills.of('<fill><patternFill patternType="gray125"/></fill>');
    this.#borders.of(borderXml(undefined));
    this.#cells.of(cellXf({ font: 0, fill: 0, border: 0, format: 0 }, {}, false));
  }

  /** The number of a look. @param isQuoted the text would be a formula, were it typed */
  of(look: Look = {}, isQuoted = false): number {
    const parts = {
      font: this.#fonts.of(fontXml(look)),
      fill: look.fill === undefined ? 0 : this.#fills.of(fillXml(COLORS[look.fill])),
      border: this.#borders.of(borderXml(look.border)),
      format: look.format === undefined ? 0 : FIRST_FORMAT + this.#formats.of(xmlText(look.format)),
    };
    return this.#cells.of(cellXf(parts, look, isQuoted));
  }

  xml(): string {
    const formats = this.#formats.all.map((code, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${code}"/>`);
    return [
      XML_HEAD,
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length === 0 ? '' : listXml('numFmts', formats),
      listXml('fonts', this.#fonts.all),
      listXml('fills', this.#fills.all),
      listXml('borders', this.#borders.all),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      listXml('cellXfs', this.#cells.all),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '<dxfs count="1"><dxf><font><b/><color rgb="FFFFFFFF"/></font><fill><patternFill patternType="solid"><bgColor rgb="FFC62828"/></patternFill></fill></dxf></dxfs>',
      '</styleSheet>',
    ].join('');
  }
}

/** Texts of XML, each once. */
class Kinds {
  readonly #numbers = new Map<string, number>();

  of(xml: string): number {
    const known = this.#numbers.get(xml) ?? this.#numbers.size;
    this.#numbers.set(xml, known);
    return known;
  }

  get all(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

function listXml(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function fontXml({ bold, dim, size = SIZE }: Look): string {
  const color = dim === true ? 'FF52606D' : 'FF1F2933';
  return `<font>${bold === true ? '<b/>' : ''}<sz val="${size}"/><color rgb="${color}"/><name val="${FONT}"/><family val="2"/></font>`;
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(border: Look['border']): string {
  const side = (name: string, isDrawn: boolean) => (isDrawn ? `<${name} style="thin"><color rgb="FF9AA5B1"/></${name}>` : `<${name}/>`);
  const isAll = border === 'all';
  const sides = [
    side('left', isAll),
    side('right', isAll),
    side('top', isAll || border === 'top'),
    side('bottom', isAll || border === 'bottom'),
  ];
  return `<border>${sides.join('')}<diagonal/></border>`;
}

interface Parts {
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly format: number;
}

function cellXf({ font, fill, border, format }: Parts, { align, wrap, border: framed }: Look, isQuoted: boolean): string {
  // What is set to a side stands off its line, and off what begins in the next column.
  const side = align ?? (framed === 'all' && wrap === true ? 'left' : undefined);
  const indent = side !== 'center' && side !== undefined ? ' indent="1"' : '';
  const horizontal = side === undefined ? '' : ` horizontal="${side}"${indent}`;
  const wrapped = wrap === true ? ' wrapText="1"' : '';
  const quoted = isQuoted ? ' quotePrefix="1"' : '';
  return (
    `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${quoted} applyNumberFormat="1" ` +
    `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment${horizontal} vertical="center"${wrapped}/></xf>`
  );
}
