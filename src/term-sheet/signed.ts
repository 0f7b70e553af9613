import type { Terms } from '../contract/model.js';
import { digestText } from '../kernel/canonical.js';
import { isFields, isObject } from '../kernel/objects.js';
import { type Locale, localText } from '../kernel/text.js';
import { isFilter, withoutLoneGroups } from './filter.js';

/**
 * What a term sheet in one language says of terms, as plain data: texts in that language, the SQL of views by its digest, formulas as
 * they are written; not where a clause stands in a file.
 */
export function signedTerms(terms: Terms, locale: Locale): unknown {
  const { definitions } = terms;
  const { seasons = [], tree = [], ...rest } = definitions;
  const views = definitions.views.map(({ name, duckdb, bigquery }) => ({ name, duckdb: digestOf(duckdb), bigquery: digestOf(bigquery) }));
  const metrics = definitions.metrics.map(({ formula: _, ...metric }) => metric);
  const lists = { views, metrics, ...(seasons.length > 0 ? { seasons } : {}), ...(tree.length > 0 ? { tree } : {}) };
  return told({ ...terms, definitions: { ...rest, ...lists } }, locale);
}

function digestOf(sql: string | null): string | null {
  return sql === null ? null : digestText(sql);
}

function told(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => told(each, locale));
  if (!isObject(value)) return value;
  if (isFilter(value)) return withoutLoneGroups(value);
  if (isFields(value) && typeof value.en === 'string' && typeof value.zh === 'string')
    return localText({ en: value.en, zh: value.zh }, locale);
  const fields = Object.entries(value).filter(([key, each]) => key !== 'clause' && each !== undefined);
  return Object.fromEntries(fields.map(([key, each]) => [key, told(each, locale)]));
}
