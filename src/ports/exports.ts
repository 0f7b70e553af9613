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

/** Files that somebody has downloaded, anywhere on this machine; and the data folder. Paths are as typed. */
export interface Exports {
  /** Null where there is no such file. @param sheet of a workbook: this one; null: the one that holds most. */
  read(path: string, sheet: string | null): Promise<ReadExport | NoExport | null>;
  /** What is at `to`, below the data folder: nothing, the same as the file, or another file. */
  standing(path: string, data: string, to: string): Promise<'free' | 'same' | 'there'>;
  /** Takes away what was placed at `to`. */
  unplace(data: string, to: string): Promise<void>;
  /** Copies or links a file to `to`, below the data folder. `there`: another file stands there. `far`: no link reaches there. */
  place(path: string, data: string, to: string, link: boolean): Promise<'placed' | 'same' | 'there' | 'far'>;
  /** The same in the place of `old`, a path of {@link tableFiles}, which is there until the new file is. */
  replace(path: string, data: string, to: string, old: string, link: boolean): Promise<'placed' | 'there' | 'far'>;
  /** Files of a table, the newest name last, as paths that can be read. */
  tableFiles(data: string, table: string): Promise<readonly string[]>;
  /** A data folder of its own with nothing but that file, until it is taken away again. */
  alone(path: string, to: string): Promise<{ readonly data: string; remove(): Promise<void> }>;
}
