import type { Sql } from './sql.js';

/** What a definition uses a column for: decides what its values must be. */
export type Use =
  /** The event's time: `when`. */
  | 'time'
  /** A load time: `freshness`. */
  | 'load'
  /** A date of a rate table. */
  | 'date'
  /** Summed, converted with, or compared with numbers. */
  | 'number'
  | 'text'
  | 'boolean'
  /** Identity only: grain and distinct counts. */
  | 'key'
  /** Only asked whether it is NULL. */
  | 'presence';

/** A column's type, as far as measurement tells types apart. Both engines' types map onto these. */
export type ColumnType =
  | { readonly kind: 'text' | 'boolean' | 'integer' | 'float' | 'date' | 'instant' | 'wall' | 'other' }
  /** Exact numbers; `wide` ones do not always fit DECIMAL(38,9). */
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'wide' };

export type ColumnKind = ColumnType['kind'];

/** The kinds that serve a use as they are; text serves all but times and numbers only after its values were checked. */
export const KINDS: Readonly<Record<Use, readonly ColumnKind[]>> = {
  time: ['instant', 'wall', 'date'],
  load: ['instant', 'wall', 'date'],
  date: ['date'],
  number: ['integer', 'decimal', 'float', 'wide'],
  text: ['text', 'date'],
  boolean: ['boolean'],
  key: ['text', 'boolean', 'integer', 'decimal', 'float', 'wide', 'date', 'instant', 'wall'],
  presence: ['text', 'boolean', 'integer', 'decimal', 'float', 'wide', 'date', 'instant', 'wall', 'other'],
};

/** How `when` and load times are read. */
export type TimeKind = 'instant' | 'wall' | 'date';

/** A column as a statement reads it. */
export interface BoundColumn {
  /** The column's name in the relation: the source's own, or a typed copy's. */
  readonly name: string;
  readonly type: ColumnType;
  /** No value was there to tell a text column's type by. */
  readonly empty?: boolean;
}

/** A source as statements read it: a table, a view or a typed copy, with a column for every use the plan has. */
export interface Relation {
  /** What people call it: the table, or the view. */
  readonly label: string;
  /** Quoted path: every part is an identifier that was checked. */
  readonly path: readonly string[];
  /** What stands after FROM, where it is more than the path: an engine's own words, or the text of a checked view. */
  readonly from?: Sql;
  /** By `use column`: the same text column may serve as a number for one measure and as text for another. */
  readonly columns: ReadonlyMap<string, BoundColumn>;
}

/** A use of a column, as the keys of a relation's columns write it. */
export function useKey(use: Use, column: string): string {
  return `${use} ${column}`;
}

/** A use of a source's column, across the plan. */
export function columnKey(source: number, use: Use, column: string): string {
  return `${source} ${useKey(use, column)}`;
}

/** The column that serves a use; the sources were resolved before anything is compiled. */
export function boundColumn(relation: Relation, use: Use, column: string): BoundColumn {
  const found = relation.columns.get(useKey(use, column));
  if (found === undefined) throw new RangeError(`unresolved column ${column} as ${use}`);
  return found;
}

/** What a source of the plan is read from, once all of them are ready. */
export function relationAt(relations: readonly Relation[], index: number): Relation {
  const relation = relations[index];
  if (relation === undefined) throw new RangeError(`no relation for source ${index}`);
  return relation;
}
