import type { ColumnType } from '../../query/column-type.js';

const INTEGERS = new Set(['TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'UTINYINT', 'USMALLINT', 'UINTEGER']);
const WIDE = new Set(['HUGEINT', 'UHUGEINT', 'UBIGINT']);

/** DuckDB's name of a type as measurement tells types apart. */
export function columnType(name: string): ColumnType {
  const decimal = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(name);
  if (decimal?.[1] !== undefined && decimal[2] !== undefined) {
    const [precision, scale] = [Number(decimal[1]), Number(decimal[2])];
    return scale <= 9 && precision - scale <= 29 ? { kind: 'decimal', precision, scale } : { kind: 'wide' };
  }
  if (INTEGERS.has(name)) return { kind: 'integer' };
  if (WIDE.has(name)) return { kind: 'wide' };
  switch (name) {
    case 'VARCHAR':
      return { kind: 'text' };
    case 'BOOLEAN':
      return { kind: 'boolean' };
    case 'FLOAT':
    case 'DOUBLE':
      return { kind: 'float' };
    case 'DATE':
      return { kind: 'date' };
    case 'TIMESTAMP WITH TIME ZONE':
      return { kind: 'instant' };
    case 'TIMESTAMP':
      return { kind: 'wall' };
    default:
      return { kind: 'other' };
  }
}

/** Types that mean one of the others: read through a cast, so that everything after knows only the other. */
export function readAs(name: string): string | null {
  if (/^TIMESTAMP_(S|MS|NS)$/.test(name)) return 'TIMESTAMP';
  if (name === 'UUID' || name.startsWith('ENUM(')) return 'VARCHAR';
  return null;
}
