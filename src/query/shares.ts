import type { ColumnType } from './column-type.js';
import type { Dialect } from './dialects/dialect.js';
import type { Sql } from './sql.js';

/** One of as many shares of some keys, each key in one of them. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** All shares, where so many rows are held at once at most; none where that needs no shares. */
export function sharesOf(rows: number, most: number): readonly (Share | null)[] {
  const of = Math.ceil(rows / most);
  return of <= 1 ? [null] : Array.from({ length: of }, (_, part) => ({ part, of }));
}

/** Whether a row's key is in a share of all keys. @throws RangeError where the engine reads all at once: a mistake of the caller. */
export function inShare(dialect: Dialect, keys: readonly { readonly sql: Sql; readonly type: ColumnType }[], share: Share): Sql {
  if (dialect.rereading === null) throw new RangeError(`${dialect.name} reads all at once`);
  return dialect.rereading.isInShare(dialect.keyHash(keys), share.part, share.of);
}
