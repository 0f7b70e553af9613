import type { TableColumn } from '../contract/model.js';
import type { ColumnSight } from './columns.js';

/** Whether times can be as they are declared: read without a word they are as ISO 8601 has them. */
export function isTimeSo({ time: declared, strip }: Pick<TableColumn, 'time' | 'strip'>, column: ColumnSight | undefined): boolean {
  if (column === undefined || column.kind !== 'time') return true;
  // a declaration may hold the letters of a zone as they stand: `%d.%m.%Y UTC`
  const [, own = declared, letters = null] = /^(.*) ([A-Z]{3,4})$/.exec(declared ?? '') ?? [];
  if (column.either !== null) return own !== null && column.either.includes(own);
  const { format = null, letters: seen = [] } = column.time ?? {};
  if (format === null) return own === null || own.startsWith('%Y-%m-%d');
  const isEndedSo = letters === null ? seen.every((each) => strip.includes(each)) : seen.length === 1 && seen[0] === letters;
  return format === own && isEndedSo;
}
