import { inForm } from '../kernel/text.js';
import { leavesOf } from './filter-leaves.js';
import type { Definitions, Fact } from './model.js';

/** A column that the definitions name, and the clause that names it. */
export interface NamedColumn {
  readonly column: string;
  readonly path: readonly (string | number)[];
}

/** Every column of a fact that the definitions name, once for each clause that names it, in their order. */
export function columnsNamed({ id, grain, freshness }: Fact, { measures, fx }: Definitions): NamedColumn[] {
  const named: NamedColumn[] = grain.map((column, index) => ({ column, path: ['facts', id, 'grain', index] }));
  const add = (column: string, ...path: readonly string[]): void => {
    named.push({ column, path });
  };
  if (freshness !== null && freshness.table === null) {
    add(freshness.column, 'facts', id, 'freshness', 'column');
    for (const { column } of leavesOf(freshness.where)) add(column, 'facts', id, 'freshness', 'where');
  }
  for (const { id: measure, of, aggregate, when, where, currency, by = [] } of measures) {
    if (of !== id) continue;
    if ('sum' in aggregate) add(aggregate.sum, 'measures', measure, 'sum');
    if ('countDistinct' in aggregate) add(aggregate.countDistinct, 'measures', measure, 'countDistinct');
    add(when.column, 'measures', measure, 'when');
    if (typeof currency === 'string') add(currency, 'measures', measure, 'currency');
    for (const { column } of leavesOf(where)) add(column, 'measures', measure, 'where');
    for (const { column } of by) add(column, 'measures', measure, 'by');
  }
  if (fx?.fact === id) for (const field of ['date', 'currency', 'rate'] as const) add(fx[field], 'fx', field);
  return named;
}

/** A header as files are told apart by it: space around it and Unicode's spelling of a letter mean nothing. */
export function headerName(header: string): string {
  return inForm(header, 'NFC').trim();
}
