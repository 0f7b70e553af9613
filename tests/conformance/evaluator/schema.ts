/** Types of columns, by their GoogleSQL names. */
export type SqlType =
  | 'STRING'
  | 'BYTES'
  | 'INT64'
  | 'FLOAT64'
  | 'NUMERIC'
  | 'BIGNUMERIC'
  | 'BOOL'
  | 'DATE'
  | 'DATETIME'
  | 'TIME'
  | 'TIMESTAMP'
  | 'JSON'
  | 'STRUCT';

/** A column as BigQuery's table metadata declares it. */
export interface Field {
  readonly name: string;
  readonly type: SqlType;
  readonly mode?: 'NULLABLE' | 'REQUIRED' | 'REPEATED';
  /** Of a STRUCT. */
  readonly fields?: readonly Field[];
  /** Of NUMERIC(p, s). */
  readonly precision?: string;
  readonly scale?: string;
  readonly collation?: string;
  /** Can be asked for by name, but is not among `*`. */
  readonly pseudo?: boolean;
}

/** A value as text, as JSON exports write it; STRUCTs are objects, arrays are arrays. */
export type Cell = string | boolean | null | readonly Cell[] | { readonly [field: string]: Cell };

export interface Table {
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly Cell[])[];
}
