import type { Fact } from './model.js';
import { isPackView } from './pack.js';

type Fresh = Pick<Fact, 'source' | 'freshness'>;

/** A table of load times, and the column that has them. */
export interface LoadLog {
  readonly log: string;
  readonly column: string;
}

/** Where a fact's rows come from, by name. */
export function sourceOf({ source }: Pick<Fact, 'source'>): string {
  return 'table' in source ? source.table : source.view;
}

/** The table that a fact is told fresh by; null where none is named, and of a pack's view, which names what it reads itself. */
export function freshBy({ source, freshness }: Fresh): string | null {
  return 'view' in source && isPackView(source.view) ? null : (freshness?.table ?? null);
}

/** The load log that tells how far a fact has come; null where rows of its own do, as of a table that carries its load times. */
export function loadLogOf(fact: Fresh): LoadLog | null {
  const log = freshBy(fact);
  return fact.freshness === null || log === null || log === sourceOf(fact) ? null : { log, column: fact.freshness.column };
}
