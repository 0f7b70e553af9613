/** An export's first bytes and its last; of a workbook one sheet, written as comma-separated text in UTF-8. */
export interface ReadExport {
  /** The file's own name, without folders. */
  readonly name: string;
  readonly packed: boolean;
  readonly form: 'text' | 'sheet';
  readonly head: Uint8Array;
  /** The last bytes; null where `head` is the whole file. */
  readonly tail: Uint8Array | null;
  readonly sheet: string | null;
  /** All sheets that hold anything. */
  readonly sheets: readonly string[];
}

/** A file that holds no table which can be read, and what it is: a word of `@form`. */
export interface NoExport {
  readonly name: string;
  readonly isNot:
    | 'xls'
    | 'zip'
    | 'parquet'
    | 'pdf'
    | 'html'
    | 'json'
    | 'binary'
    | 'utf32'
    | 'gzip'
    | 'broken'
    | 'workbook'
    | 'workbook-too-large'
    | 'sheet'
    | 'folder'
    | 'not-excel';
  readonly sheets?: readonly string[];
}

/** Files to be taken into the data folder, and those that give their place to them: paths of {@link Exports.tableFiles}. */
export interface Taking {
  /** `to` is below the data folder. */
  readonly files: readonly { readonly path: string; readonly to: string }[];
  readonly olds: readonly string[];
  /** Linked, not copied. */
  readonly asLink: boolean;
}

/** Why nothing was taken in, and the files of which it is said. `there`: another file stands in its place. `far`: no link reaches there. */
export interface TakingRefused {
  readonly refused: 'there' | 'far';
  readonly files: readonly number[];
}

/** Files that somebody has downloaded, anywhere on this machine; and the data folder. Paths are as typed. */
export interface Exports {
  /** Null where there is no such file. @param sheet of a workbook: this one; null: the one that holds most. */
  read(path: string, sheet: string | null): Promise<ReadExport | NoExport | null>;
  /** Takes files in, and others out in their place: all of it, or nothing. Of each file whether the same one was there before. */
  takeIn(data: string, taking: Taking): Promise<readonly ('placed' | 'same')[] | TakingRefused>;
  /** Files of a table, the newest name last, as paths that can be read. */
  tableFiles(data: string, table: string): Promise<readonly string[]>;
  /** The first of some files that holds the same bytes, each unpacked where it is packed; null: none does. */
  twin(path: string, others: readonly string[]): Promise<string | null>;
  /** A data folder of its own with nothing but that file, and others beside it, until it is taken away again. */
  alone(path: string, to: string, others: readonly string[]): Promise<{ readonly data: string; remove(): Promise<void> }>;
}
