import type { ColumnType, Relation } from '../../query/column-type.js';
import { numbersDeclared, type PlainValue, plainNumber, plainTime } from './declared-values.js';
import type { Session } from './session.js';
import {
  asItIs,
  castOf,
  needsTyping,
  pointsIn,
  type RawColumn,
  readAs,
  SHAPES,
  sqlType,
  type Typed,
  textOf,
  typedTable,
  typeOf,
} from './stage.js';

/*
 * Text that gets its types while it is read: no copy of it as text is made and looked at column by column (stage.ts). How a column
 * is written is told by its first rows, for what they have the whole column has: that kind of time, so many digits after the
 * point, a number that shows that points are no separators. A value that would make it any other type ends the reading, and then
 * the whole text is looked at as ever. So what comes of it is the same, or nothing.
 */

/** Rows that tell how a column is written; of a text that has no more, all are looked at. */
const FEW = 10_000;

/** Text to be read: anything that can stand after FROM, its rows, and the columns of it that are read, quoted. */
export interface ToBeRead {
  readonly from: string;
  readonly rows: number;
  readonly names: readonly string[];
  readonly columns: readonly RawColumn[];
  readonly name: string;
  readonly label: string;
}

/** Makes the typed copy `stage.<name>` of a text in one go; null where the whole text has to be looked at. */
export async function typedReading(session: Session, text: ToBeRead, few = FEW): Promise<Relation | null> {
  const { from, rows, names, columns, ...made } = text;
  if (names.length === 0 || rows <= few) return null;
  const all = `SELECT ${names.join(', ')} FROM ${from}`;
  const first = `stage.few_${made.name}`;
  await session.execute(`CREATE TABLE ${first} AS ${all} LIMIT ${few}`);
  const typed: Typed[] = [];
  for (const column of columns) {
    const each = needsTyping(column.type, column.use) ? await plainly(session, first, column) : asItIs(column);
    if (each === null) break;
    typed.push(each);
  }
  await session.execute(`DROP TABLE ${first}`);
  if (typed.length < columns.length) return null;
  // whatever the engine stumbled over, the whole text will be looked at
  return typedTable(session, { ...made, from: `(${all})` }, typed).catch(() => null);
}

/** A column whose every value is written as those in a few rows are, or else ends the statement. */
async function plainly(session: Session, few: string, column: RawColumn): Promise<Typed | null> {
  const found = await typeOf(session, { table: few, files: [] }, column);
  if (!('select' in found)) return null;
  const ways = found.empty ? [] : await waysOf(session, few, column, found.type);
  if (ways === null) return null;
  const value = textOf(column.column);
  const arms = ways.map(({ is, text }) => `WHEN ${is} THEN CAST(${text} AS ${sqlType(found.type)})`).join(' ');
  return { ...found, select: `CAST(CASE WHEN ${value} IS NULL THEN NULL ${arms} ELSE error('-') END AS ${sqlType(found.type)})` };
}

/** How values of a type may be written so that it is surely theirs; the first is how most are, and read quickest. */
async function waysOf(session: Session, few: string, column: RawColumn, type: ColumnType): Promise<readonly PlainValue[] | null> {
  const value = textOf(column.column);
  if (type.kind === 'decimal') {
    const way = plainNumber(value, column.spelling, await placesOf(session, few, column, type.scale));
    return way === null ? null : [way];
  }
  const is = SHAPES[column.use]?.kinds[type.kind]?.(readAs(column));
  if (is === undefined) return null;
  const any: PlainValue = { is, text: castOf(column, type) };
  const time = column.spelling?.time ?? null;
  if (time !== null && column.use !== 'boolean') return [plainTime(value, time), any];
  // what is no day of the calendar ends the reading by itself
  if (type.kind === 'date') return [{ is: `regexp_full_match(${value}, '${DAY}')`, text: value }];
  if (type.kind === 'instant') return [{ is: `regexp_full_match(${value}, '${SECOND}${OFFSET}')`, text: withoutSpace(value) }, any];
  if (type.kind === 'wall') return [{ is: `regexp_full_match(${value}, '${SECOND}')`, text: value }, any];
  return [any];
}

const DAY = '[0-9]{4}-[0-9]{2}-[0-9]{2}';
const SECOND = `${DAY}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?`;
const OFFSET = `(?:Z| UTC| ?[+-](?:0[0-9]|1[0-8])(?::?[0-5][0-9])?)`;
const withoutSpace = (value: string): string => `replace(replace(${value}, ' +', '+'), ' -', '-')`;

/** The digits after the point that numbers may have: none, not even a point, where nothing shows that points are no separators. */
async function placesOf(session: Session, few: string, column: RawColumn, scale: number): Promise<number | null> {
  const isTold = column.inThousandths === true || (column.spelling !== undefined && numbersDeclared(column.spelling));
  if (isTold) return scale;
  const values = `(SELECT ${readAs(column)} AS v FROM ${few}) AS t WHERE v IS NOT NULL`;
  return (await pointsIn(session, values)).pointed > 0 ? scale : null;
}
