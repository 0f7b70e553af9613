import { headerName } from '../contract/fact-columns.js';
import type { TableSource } from '../contract/model.js';
import { meantName } from '../contract/suggestion.js';
import { visibleName } from '../kernel/characters.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { distinct } from '../kernel/objects.js';
import { someOf } from '../kernel/some-of.js';
import { issue } from '../words/issue.js';
import { numbersLike } from './columns.js';
import { delimiterByName, isBelowOthers, isEncodedSo, type Sight } from './sight.js';
import { isTimeSo } from './time-so.js';

/** What a file is compared with. */
export interface Against {
  readonly source: TableSource;
  /** Headers that definitions read. */
  readonly used: readonly string[];
  /** The latest file of the table; null: there is none. */
  readonly previous: Sight | null;
}

/** What of a file is written otherwise than declared, or than in the file before it. What reading it for real finds is not here. */
export function differencesOf(sight: Sight, against: Against): Issue[] {
  return [...formIssues(sight, against), ...writtenIssues(sight, against.source), ...columnIssues(sight, against)];
}

/**
 * Totals that what is declared reads as rows: with a day they count as such.
 * @param preset the pack that says how the file is written; null: the contract does
 * @param apart headers that conditions of measures look at: they leave out which rows they mean to.
 */
export function totalIssues(
  sight: Sight,
  { source, apart, preset }: { readonly source: TableSource; readonly apart: readonly string[]; readonly preset: string | null },
): Issue[] {
  const { name, form, totals, totalsAmong } = sight;
  const unit = form === 'sheet' ? '@unit.row' : '@unit.line';
  const { stopAt, comment } = source.format ?? {};
  const told = apart.map(headerName);
  const among = totalsAmong.filter(({ header }) => !told.includes(headerName(header)));
  const kept = totals === null || stopAt !== undefined || comment !== undefined ? [] : [totals];
  return [...kept, ...among].map(({ count, place }) =>
    ofPreset(issue('import-totals', inFile(name, place), { file: name, count, unit, row: place }), preset),
  );
}

/** Why a file cannot be read as its table's files are: another form, or a header that is read and not there. */
export function unreadable(
  sight: Sight,
  {
    table,
    previous,
    wanted,
    preset,
  }: { readonly table: string; readonly previous: Sight | null; readonly wanted: readonly string[]; readonly preset: string | null },
): Issue[] {
  const { name, header, headerLine } = sight;
  const own = new Set(header.map(headerName));
  const gone = distinct(wanted.filter((each) => !own.has(headerName(each))).map((each) => `"${visibleName(each)}"`));
  const other = preset ?? previous?.name ?? 'definitions.yaml';
  const params = { file: name, column: someOf(gone), count: gone.length, other };
  return [
    ...formIssues(sight, { source: { table }, previous }),
    ...(gone.length === 0 ? [] : [ofPreset(issue('import-column-gone', inFile(name, headerLine), params), preset)]),
  ];
}

/** What keeps a file from being what a preset describes: columns that it reads and the file lacks, with those that may be meant, and what is written otherwise. */
export function differencesFrom(
  sight: Sight,
  { pack, source, wanted }: { readonly pack: string; readonly source: TableSource; readonly wanted: readonly string[] },
): Issue[] {
  const { name, header, headerLine } = sight;
  const at = inFile(name, headerLine);
  const own = header.map(headerName).filter((each) => each !== '');
  const others = own.filter((each) => !wanted.map(headerName).includes(each)).map(visibleName);
  const gone = wanted.filter((each) => !own.includes(headerName(each))).map(visibleName);
  const found = [
    ...gone.flatMap((each) => {
      const meant = meantName(each, others);
      return [
        issue('import-column-gone', at, { file: name, column: `"${each}"`, count: 1, other: pack }),
        ...(meant === null ? [] : [issue('import-column-new', at, { file: name, column: `"${meant}"`, count: 1, other: pack })]),
      ];
    }),
    ...writtenIssues(sight, source),
  ];
  return found.map((each) => ofPreset(each, pack));
}

/** An issue, with what is to be done about a file that a preset describes. */
const ofPreset = (found: Issue, preset: string | null): Issue =>
  preset === null ? found : { ...found, params: { ...found.params, preset } };

function formIssues(
  { name, form }: Sight,
  { source, previous }: { readonly source: Pick<TableSource, 'table'>; readonly previous: Sight | null },
): Issue[] {
  if (previous === null || previous.form === form) return [];
  const word = (each: Sight['form']): string => (each === 'sheet' ? 'XLSX' : 'CSV');
  return [issue('import-form', inFile(name), { file: name, table: source.table, found: word(form), expected: word(previous.form) })];
}

const MARKS: Readonly<Record<string, string>> = {
  ',': '@delimiter.comma',
  ';': '@delimiter.semicolon',
  '\t': '@delimiter.tab',
  '|': '@delimiter.bar',
};

function writtenIssues(sight: Sight, { format = {}, columns: declared = [] }: TableSource): Issue[] {
  const { name, form, encoding, isAscii, delimiter, format: seen, headerLine, columns } = sight;
  const issues: Issue[] = [];
  const add = (what: string, found: string, expected: string): void => {
    if (found !== expected)
      issues.push(issue('import-written', inFile(name, headerLine), { file: name, what: `@written.${what}`, found, expected }));
  };
  if (form === 'text') {
    if (!isEncodedSo({ encoding, isAscii }, format.encoding)) add('encoding', encoding ?? 'utf-8', format.encoding ?? 'utf-8');
    const wanted = format.delimiter ?? delimiterByName(name);
    add('delimiter', MARKS[delimiter] ?? delimiter, MARKS[wanted] ?? wanted);
  }
  if (isBelowOthers(sight, format)) add(form === 'sheet' ? 'header-row' : 'header', String(headerLine), '1');
  if (format.skip !== undefined) add(form === 'sheet' ? 'header-row' : 'header', String(headerLine), String(format.skip + 1));
  // numbers that can be read in one way only, and not in the declared one
  const [found, expected] = [numbersLike(seen ?? {}), numbersLike(format) ?? '1234.50'];
  const isOther = found !== null && (seen?.decimal ?? '.') !== (format.decimal ?? '.');
  if (isOther) add('numbers', found, expected);
  for (const each of declared) {
    const { header, time } = each;
    const column = columns.find((own) => headerName(own.header) === headerName(header));
    if (column?.time == null || time === null || column.time.format === null || isTimeSo(each, column)) continue;
    add(`time:${header.slice(0, 40).replaceAll('|', ' ')}`, [column.time.format, ...column.time.letters].join(' '), time);
  }
  return issues;
}

/** Columns that one of the two files has and the other has not; those that are used are found when the file is read. */
function columnIssues({ name, header, headerLine }: Sight, { used, previous }: Against): Issue[] {
  if (previous === null) return [];
  const [mine, others] = [header.map(headerName), previous.header.map(headerName)];
  const read = new Set(used.map(headerName));
  const at = inFile(name, headerLine);
  const shown = (column: string): string => `"${visibleName(column)}"`;
  const gone = others.filter((column) => column !== '' && !mine.includes(column) && !read.has(column));
  const added = mine.filter((column) => column !== '' && !others.includes(column));
  // together: a report with more columns ticked has thirty of them
  const told = (code: 'import-column-gone' | 'import-column-new', columns: readonly string[]): Issue[] =>
    columns.length === 0
      ? []
      : [issue(code, at, { file: name, column: someOf(columns.map(shown)), count: columns.length, other: previous.name })];
  return [...told('import-column-gone', gone), ...told('import-column-new', added)];
}
