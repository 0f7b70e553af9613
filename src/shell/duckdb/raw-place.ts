import { visibleName } from '../../kernel/characters.js';

/** A file, or a view, among those that raw rows were read from in order. */
export interface RawFile {
  readonly label: string;
  /** Rows of the files before it. */
  readonly before: number;
  /** The lines on which these rows begin (0: the first); null where nobody counts lines: Parquet, views. */
  readonly lines: ((rows: readonly number[]) => Promise<ReadonlyMap<number, number>>) | null;
  /** What is counted. */
  readonly unit: Place['unit'];
}

/** A line of a text file as an editor counts it, or a row of a sheet as a person sees it there, with the sheet's name. */
export type LineUnit = '@unit.line' | `@unit.sheet-row:${string}`;

/** Where a raw row came from, for messages: its line, or else the row's number. */
export type Place = { readonly file: string; readonly row: number; readonly unit: LineUnit | '@unit.row' };

/** The rows of a sheet; a phrase holds no bar and no more than so much of a name. */
export function rowsOfSheet(name: string): LineUnit {
  return `@unit.sheet-row:${visibleName(name).replaceAll('|', ' ').slice(0, 60)}`;
}

/** The file, and the row or line in it, of a row of several files that are read as one. @param row from 0 */
export async function placeOf(files: readonly RawFile[], row: number): Promise<Place> {
  const [place] = await placesOf(files, [row]);
  return place ?? { file: '-', row: row + 1, unit: '@unit.row' };
}

/** The places of rows, in their order. */
export async function placesOf(files: readonly RawFile[], rows: readonly number[]): Promise<Place[]> {
  const found = rows.map((row) => ({ row, file: files.filter(({ before }) => before <= row).at(-1) }));
  const lines = new Map<RawFile, ReadonlyMap<number, number>>();
  for (const file of new Set(found.flatMap(({ file: each }) => each ?? []))) {
    const own = found.flatMap((each) => (each.file === file ? [each.row - file.before] : []));
    if (file.lines !== null) lines.set(file, await file.lines(own));
  }
  return found.map(({ row, file }): Place => {
    const own = row - (file?.before ?? 0);
    const line = file === undefined ? undefined : lines.get(file)?.get(own);
    const label = file?.label ?? '-';
    return line === undefined
      ? { file: label, row: own + 1, unit: '@unit.row' }
      : { file: label, row: line, unit: file?.unit ?? '@unit.row' };
  });
}
