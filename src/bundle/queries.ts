import { fill, LOCALES, linesEndAlike, type Params } from '../kernel/text.js';
import { type ColumnType, type Relation, type Use, useKey } from '../query/column-type.js';
import { bigquery } from '../query/dialects/bigquery.js';
import type { Dialect } from '../query/dialects/dialect.js';
import { duckdb } from '../query/dialects/duckdb.js';
import type { QueryPlan } from '../query/plan.js';
import type { Statement } from '../query/sql.js';
import { QUERIES_TEXT } from '../words/bundle.js';
import { phrase } from '../words/phrases.js';
import type { About } from './manifest.js';

/** Both engines: a bundle is checked by whoever has either. */
export const DIALECTS: Readonly<Record<Dialect['name'], Dialect>> = { duckdb, bigquery };

/**
 * The sources of a plan with the types that the definitions use their columns as. Whoever makes a bundle need not have the data, and all
 * make the same.
 */
export function assumedRelations({ sources, scans }: Pick<QueryPlan, 'sources' | 'scans'>): Relation[] {
  return sources.map(({ from, uses }, index) => {
    const isWall = (column: string): boolean => scans.some((scan) => scan.source === index && scan.column === column && scan.zone !== null);
    const label = 'table' in from ? from.table : from.view;
    const columns = uses.map(({ column, use }) => {
      const type = use === 'time' && isWall(column) ? ({ kind: 'wall' } as const) : TYPES[use];
      return [useKey(use, column), { name: column, type }] as const;
    });
    return { label, path: 'table' in from ? label.split('.') : [label], columns: new Map(columns) };
  });
}

const TYPES: Readonly<Record<Use, ColumnType>> = {
  time: { kind: 'instant' },
  load: { kind: 'instant' },
  date: { kind: 'date' },
  number: { kind: 'decimal', precision: 38, scale: 9 },
  text: { kind: 'text' },
  boolean: { kind: 'boolean' },
  key: { kind: 'text' },
  presence: { kind: 'text' },
};

/** Engines by the names that their makers give them. */
const NAMES: Readonly<Record<Dialect['name'], string>> = { duckdb: 'DuckDB', bigquery: 'BigQuery' };

/** A file of SQL: the views that were agreed, then what is asked, each with its bound values. */
export function queriesText({ name, placeholder }: Dialect, about: About, plan: QueryPlan, statements: readonly Statement[]): string {
  const { contract, period } = about;
  const views = plan.sources.flatMap(({ from }) => {
    const text = 'view' in from ? from[name] : null;
    return text === null || !('view' in from) ? [] : [`${comment('view', { view: from.view })}${linesEndAlike(text).trimEnd()}\n`];
  });
  const asked = statements.map(({ titles, sql, params }) => {
    const bound = params.map((param, index) => `-- ${placeholder(index + 1)} = ${JSON.stringify(param.value)}\n`).join('');
    const said = LOCALES.map((locale) => `-- ${titles.map((each) => phrase(each, locale)).join('; ')}\n`).join('');
    return `${said}${sql};\n${bound}`;
  });
  return [comment('about', { engine: NAMES[name], contract, period }), ...views, ...asked].join('\n');
}

function comment(key: keyof typeof QUERIES_TEXT, params: Params): string {
  return LOCALES.map((locale) => `-- ${fill(QUERIES_TEXT[key], locale, params)}\n`).join('');
}
