import { distinct } from '../kernel/objects.js';
import type { Definitions, Fact, FileFormat } from './model.js';

/** How the lines of a table's files are written, and the facts that say so. */
export interface DeclaredLines {
  readonly table: string;
  readonly facts: readonly string[];
  /** What concerns lines and their encoding; what concerns values is a fact's own. */
  readonly format: FileFormat;
}

/** What of a format says where rows begin and end, and in which characters; how values are written a view says itself. */
function linesOf({ decimal, thousands, nulls, rowNumber, ...lines }: FileFormat): FileFormat {
  return Object.fromEntries(Object.entries(lines).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * The tables of which any fact says how their lines are written, for views that read them: their own text cannot say it. A table of which
 * facts say different things is there once for each.
 */
export function declaredLines(facts: readonly Fact[]): DeclaredLines[] {
  const said = facts.flatMap(({ id, source }) =>
    'table' in source ? [{ id, table: source.table, format: linesOf(source.format ?? {}) }] : [],
  );
  const known = said.filter(({ format }) => Object.keys(format).length > 0).map(({ table }) => table);
  return distinct(known).flatMap((table) => {
    const own = said.filter((each) => each.table === table);
    const forms = distinct(own.map(({ format }) => JSON.stringify(format)));
    return forms.flatMap((form) => {
      const alike = own.filter(({ format }) => JSON.stringify(format) === form);
      const [first] = alike;
      return first === undefined ? [] : [{ table, facts: alike.map(({ id }) => id), format: first.format }];
    });
  });
}

/**
 * Whether a view's text names a table, quoted or not, comments aside. Nothing is read by it: it tells a fact that only says how a table is
 * written, or whose it is, from one that nothing has to do with.
 */
export function namesTable({ duckdb, bigquery }: Definitions['views'][number], table: string): boolean {
  const wanted = table.toLowerCase();
  return [duckdb, bigquery].some((text) => {
    const plain = (text ?? '')
      .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
      .replace(/["`]/g, '')
      .replace(/\s*\.\s*/g, '.')
      .toLowerCase();
    return plain.split(/[\s(),;=<>+*/%!|:'[\]{}]+/).some((word) => word === wanted || word.endsWith(`.${wanted}`));
  });
}

/** Two facts that say different things of a table's lines; null: there are none. */
export function unlikeIn(lines: readonly DeclaredLines[], table: string): { readonly fact: string; readonly other: string } | null {
  const [fact, other] = lines.flatMap((each) => (each.table === table ? each.facts.slice(0, 1) : []));
  return fact === undefined || other === undefined ? null : { fact, other };
}
