import { leavesOf } from '../../../src/contract/filter-leaves.js';
import type { Definitions, Filter } from '../../../src/contract/model.js';
import type { Use } from '../../../src/query/column-type.js';
import { useOfLeaf } from '../../../src/query/filter-uses.js';

/** What definitions use the columns of each table for; `exclusions` are filters of events. */
export function columnUses(definitions: Definitions, exclusions: readonly Filter[] = []): Map<string, Map<string, Set<Use>>> {
  const tables = new Map<string, Map<string, Set<Use>>>();
  const add = (table: string | null, column: string, use: Use): void => {
    if (table === null) return;
    const columns = tables.get(table) ?? new Map<string, Set<Use>>();
    tables.set(table, columns);
    columns.set(column, (columns.get(column) ?? new Set<Use>()).add(use));
  };
  const tableOf = (fact: string): string | null => {
    const source = definitions.facts.find((candidate) => candidate.id === fact)?.source;
    return source !== undefined && 'table' in source ? source.table : null;
  };
  for (const fact of definitions.facts) {
    for (const column of fact.grain) add(tableOf(fact.id), column, 'key');
    if (fact.freshness !== null) add(fact.freshness.table ?? tableOf(fact.id), fact.freshness.column, 'load');
  }
  for (const measure of definitions.measures) {
    const table = tableOf(measure.of);
    add(table, measure.when.column, 'time');
    if ('sum' in measure.aggregate) add(table, measure.aggregate.sum, 'number');
    if ('countDistinct' in measure.aggregate) add(table, measure.aggregate.countDistinct, 'key');
    if (typeof measure.currency === 'string') add(table, measure.currency, 'text');
    for (const filter of [measure.where, ...exclusions]) for (const leaf of leavesOf(filter)) add(table, leaf.column, useOfLeaf(leaf));
  }
  const { fx } = definitions;
  if (fx !== null) {
    add(tableOf(fx.fact), fx.date, 'date');
    add(tableOf(fx.fact), fx.currency, 'text');
    add(tableOf(fx.fact), fx.rate, 'number');
  }
  return tables;
}
