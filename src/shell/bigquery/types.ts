import type { ColumnType } from '../../query/column-type.js';
import type { RestField } from './jobs.js';

/** A column of BigQuery as measurement tells types apart; metadata uses both the older and the GoogleSQL names. */
export function columnType({ type, mode, precision, scale }: RestField): ColumnType {
  if (mode === 'REPEATED') return { kind: 'other' };
  switch (type) {
    case 'STRING':
      return { kind: 'text' };
    case 'BOOLEAN':
    case 'BOOL':
      return { kind: 'boolean' };
    case 'INTEGER':
    case 'INT64':
      return { kind: 'integer' };
    case 'FLOAT':
    case 'FLOAT64':
      return { kind: 'float' };
    case 'NUMERIC':
      return { kind: 'decimal', precision: Number(precision ?? 38), scale: Number(scale ?? (precision === undefined ? 9 : 0)) };
    case 'BIGNUMERIC':
      return { kind: 'wide' };
    case 'DATE':
      return { kind: 'date' };
    case 'DATETIME':
      return { kind: 'wall' };
    case 'TIMESTAMP':
      return { kind: 'instant' };
    default:
      return { kind: 'other' };
  }
}

/** A column's type as BigQuery's own documentation writes it. */
export function typeName({ type = '-', mode, precision, scale }: RestField): string {
  const names: Readonly<Record<string, string>> = { INTEGER: 'INT64', FLOAT: 'FLOAT64', BOOLEAN: 'BOOL', RECORD: 'STRUCT' };
  const digits = precision === undefined ? '' : `(${precision}${scale === undefined ? '' : `, ${scale}`})`;
  const name = `${names[type] ?? type}${digits}`;
  return mode === 'REPEATED' ? `ARRAY<${name}>` : name;
}
