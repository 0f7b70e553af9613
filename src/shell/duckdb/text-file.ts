import type { Clause, FileFormat } from '../../contract/model.js';
import { visibleName } from '../../kernel/characters.js';
import { type HeadRecord, headRecords } from '../../kernel/head-records.js';
import type { Issue } from '../../kernel/issue.js';
import { unfitReport } from '../../kernel/unfit-reports.js';
import { dataIssue } from '../../query/check-plan.js';
import type { DataIssueCode } from '../../words/data-issues.js';
import { aboveTable } from './above-table.js';
import type { DataFile } from './data-files.js';
import { type Fault, type Scan, scanDelimited } from './delimited-scan.js';
import { needsPreparing, prepareText } from './prepared-file.js';
import { type LineUnit, rowsOfSheet } from './raw-place.js';
import { prepareSheet, SHEET_DELIMITER, type SheetFaults } from './read-workbook.js';

/** A text file of a table, sound or not. */
export type TextFile = Extract<DataFile, { format: 'text' }>;

/** A file that was read once from end to end. */
export interface ReadFile {
  /** What the engine reads: the file, or what was made of it. */
  readonly file: TextFile;
  readonly scan: Scan;
  /** The line of the file in which a line of what is read stands; both from 1. */
  readonly lineOf: (line: number) => number;
  /** What its lines are called. */
  readonly unit: LineUnit;
  /** Of a sheet, its cells without a value. */
  readonly faults?: SheetFaults;
}

/** The names of columns that definitions, or the text of a view, ask of a table: lower case. */
export type Asked = ReadonlySet<string>;

const DELIMITERS = [',', ';', '\t', '|'];
const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': '@delimiter.comma',
  ';': '@delimiter.semicolon',
  '\t': '@delimiter.tab',
  '|': '@delimiter.bar',
};
/** A header further down is not looked for. */
const DEEPEST = 60;

const asItIs = (line: number): number => line;

/** Reads a text file as its name says. @param lineOf the line of what it was made of, where it is a copy or has lines above. */
export async function readFile(file: TextFile, lineOf = asItIs, unit: LineUnit = '@unit.line'): Promise<ReadFile> {
  const scan = await scanDelimited(file);
  const { fault } = scan;
  const told = fault !== null && 'line' in fault ? { ...scan, fault: { ...fault, line: lineOf(fault.line) } } : scan;
  return { file, scan: told, lineOf, unit };
}

/** Reads a file as a format says: through a copy at `target` where the engine cannot read it as it is. */
export async function readDeclared(file: Exclude<DataFile, { format: 'parquet' }>, format: FileFormat, target: string): Promise<ReadFile> {
  if (file.format === 'sheet') return readSheet(file, format, target);
  const own = { ...file, delimiter: format.delimiter ?? file.delimiter };
  if (!needsPreparing(format)) return readFile(own);
  const above = await aboveTable(own, format);
  if (above !== null) return readFile({ ...own, above }, (line) => line + above.lines);
  const prepared = await prepareText(own, format, target);
  if ('fault' in prepared) return faulty(own, prepared.fault);
  if (!prepared.sifted.header) return faulty(own, { kind: 'start' }, (await scanDelimited(own)).head);
  return readFile({ ...own, path: target, gzip: false }, prepared.sifted.lineOf);
}

async function readSheet({ path, label }: DataFile, format: FileFormat, target: string): Promise<ReadFile> {
  const file: TextFile = { path: target, label, format: 'text', delimiter: SHEET_DELIMITER, gzip: false };
  const prepared = await prepareSheet(path, format, target);
  if ('problem' in prepared) {
    if (prepared.problem === 'unreadable') return faulty(file, { kind: 'workbook' });
    if (prepared.problem === 'too-large') return faulty(file, { kind: 'workbook-too-large' });
    return faulty(file, { kind: 'sheet', problem: prepared.problem, sheets: prepared.sheets });
  }
  const { sheet, sifted, rowsOf, faults } = prepared;
  if (!sifted.header && format.headerStartsWith !== undefined) return faulty(file, { kind: 'start' });
  return { ...(await readFile(file, (line) => rowsOf(sifted.lineOf(line)), rowsOfSheet(sheet))), faults };
}

function faulty(file: TextFile, fault: Fault, head: Buffer = Buffer.alloc(0)): ReadFile {
  return { file, scan: { head, records: 0, blanks: 0, fault }, lineOf: asItIs, unit: '@unit.line' };
}

/** The names in the header; of a file with nothing in it none. */
export function headerOf({ file, scan }: ReadFile): readonly string[] {
  const [first] = headRecords(scan.head.toString('utf8'), file.delimiter, 1);
  return first === undefined || (first.fields.length === 1 && first.fields[0] === '') ? [] : first.fields;
}

/**
 * What is the matter with a file as a whole, most telling first: not text, another delimiter, a header further down, a line
 * that is not like the others. Null where the engine may read it. No issue holds anything of a line but names that were asked for.
 */
export function fileIssue(read: ReadFile, asked: Asked, clause: Clause): Issue<DataIssueCode> | null {
  const { file, scan } = read;
  const { fault } = scan;
  const at = { file: file.label };
  if (fault?.kind === 'form')
    return dataIssue('data-file-form', clause, { ...at, form: `@form.${fault.form}`, advice: `@advice.form.${fault.form}` });
  if (fault?.kind === 'encoding') {
    return dataIssue('data-file-encoding', clause, {
      ...at,
      line: fault.line,
      encoding: fault.gbk ? '@encoding.gbk' : '@encoding.western',
    });
  }
  if (fault?.kind === 'declared') return dataIssue('data-encoding-declared', clause, { ...at, line: fault.line, encoding: fault.encoding });
  const unfit = unfitIssue(read, asked, clause);
  if (unfit !== null) return unfit;
  if (fault?.kind === 'start') return dataIssue('data-header-start', clause, at);
  if (fault?.kind === 'sheet') {
    const sheets = fault.sheets.map((name) => visibleName(name));
    return dataIssue(fault.problem === 'several' ? 'data-sheet-which' : 'data-sheet-absent', clause, { ...at, sheets });
  }
  if (fault?.kind === 'broken') return dataIssue('data-file-unreadable', clause, { ...at, reason: '@unreadable.broken' });
  if (fault?.kind === 'workbook-too-large') return dataIssue('data-workbook-too-large', clause, at);
  if (fault?.kind === 'workbook') return dataIssue('data-file-unreadable', clause, { ...at, reason: '@unreadable.workbook' });
  if (headerOf(read).length === 0 && scan.records === 0 && fault === null) return dataIssue('data-file-empty', clause, at);
  const excel = excelLine(read);
  if (excel !== null) return dataIssue('data-separator-line', clause, { ...at, separator: DELIMITER_NAMES[excel] ?? '@delimiter.other' });
  const found = delimiterOf(read, asked);
  if (found !== null) {
    const [is, expected] = [DELIMITER_NAMES[found] ?? found, DELIMITER_NAMES[file.delimiter] ?? file.delimiter];
    return dataIssue('data-file-delimiter', clause, {
      ...at,
      separator: is,
      wanted: expected,
      advice: `@advice.delimiter.${delimiterAdvice(found, file.delimiter)}`,
    });
  }
  const header = headerLine(read, asked);
  if (header !== null) return dataIssue('data-header-line', clause, { ...at, line: read.lineOf(header), unit: read.unit });
  return fault === null ? null : lineIssue(fault, read, clause);
}

/** A report that is for reading, where it has not what is asked for. */
function unfitIssue(read: ReadFile, asked: Asked, clause: Clause): Issue<DataIssueCode> | null {
  const kind = unfitReport(read.scan.head.toString('utf8'));
  if (kind === null || matches(headerOf(read), asked) === asked.size) return null;
  return dataIssue('data-report-unfit', clause, { file: read.file.label, report: `@report.${kind}`, advice: `@advice.report.${kind}` });
}

function lineIssue(fault: Fault, { file: { label: file, delimiter }, unit }: ReadFile, clause: Clause): Issue<DataIssueCode> | null {
  switch (fault.kind) {
    case 'fields': {
      const why = fault.found < fault.expected ? 'fewer' : delimiter === '\t' ? 'tab' : 'comma';
      const counts = { count: fault.found, header: fault.expected };
      return dataIssue('data-line-fields', clause, { file, line: fault.line, unit, ...counts, advice: `@advice.fields.${why}` });
    }
    case 'ends':
      return dataIssue('data-line-ends', clause, { file, line: fault.line, end: fault.end, first: fault.first });
    case 'quote':
    case 'unclosed':
    case 'long':
    case 'tabs':
      return dataIssue('data-line', clause, { file, line: fault.line, unit, fault: `@line.${fault.kind}` });
    default:
      return null;
  }
}

/** A file that is what another ending says may get that ending. */
function delimiterAdvice(found: string, own: string): string {
  if (found === ',') return 'comma';
  if (found === '\t') return 'tab';
  return own === ',' ? 'other-comma' : 'other-tab';
}

/** The separator that a first line `sep=;` names, which is Excel's own and no header. */
function excelLine({ scan }: ReadFile): string | null {
  return /^"?sep=(.)"?(\r|\n|$)/.exec(scan.head.subarray(0, 20).toString('utf8'))?.[1] ?? null;
}

function matches(fields: readonly string[], asked: Asked): number {
  return new Set(fields.map((field) => field.trim().toLowerCase()).filter((field) => asked.has(field))).size;
}

/** Another character that separates the header's fields, where that is beyond doubt. */
function delimiterOf({ file, scan }: ReadFile, asked: Asked): string | null {
  const text = scan.head.toString('utf8');
  const read = (delimiter: string): HeadRecord[] => headRecords(text, delimiter, 3);
  const [own, ownNext] = read(file.delimiter);
  if (own === undefined || matches(own.fields, asked) > 0) return null;
  const others = DELIMITERS.filter((delimiter) => delimiter !== file.delimiter);
  const asking = others.find((delimiter) => matches(read(delimiter)[0]?.fields ?? [], asked) > 0);
  if (asking !== undefined) return asking;
  if (own.fields.length > 1 && own.fields.length === ownNext?.fields.length) return null;
  const even = others.find((delimiter) => {
    const [first, ...next] = read(delimiter);
    return (
      first !== undefined && first.fields.length > 2 && next.length > 0 && next.every(({ fields }) => fields.length === first.fields.length)
    );
  });
  return even ?? null;
}

/** The line further down that has the names which the first has not. */
function headerLine({ file, scan }: ReadFile, asked: Asked): number | null {
  if (asked.size === 0) return null;
  const records = headRecords(scan.head.toString('utf8'), file.delimiter, DEEPEST);
  const [first] = records;
  const best = records.reduce<{ line: number; names: number } | null>((found, { line, fields }) => {
    const names = matches(fields, asked);
    return names > (found?.names ?? 0) ? { line, names } : found;
  }, null);
  if (best === null || first === undefined || best.line === first.line || matches(first.fields, asked) > 0) return firstFilled(records);
  return best.line;
}

/** Blank lines before the header count as lines above it. */
function firstFilled(records: readonly HeadRecord[]): number | null {
  const [first] = records;
  const blank = (record: HeadRecord | undefined): boolean => record?.fields.length === 1 && record.fields[0] === '';
  if (!blank(first)) return null;
  return records.find((record) => !blank(record))?.line ?? null;
}
