import type { Terms } from '../contract/model.js';
import { canonicalJson } from '../kernel/canonical.js';
import { vocabulary } from './measures.js';

/** All that decides which rows a measure takes and what they add up to; its words and its custodian do not. Null: there is none. */
export function meaningOf(terms: Terms, id: string): string | null {
  const words = vocabulary(terms.contract, terms.definitions);
  const measure = words.measures.get(id);
  const fact = measure === undefined ? undefined : words.facts.get(measure.of);
  if (measure === undefined || fact === undefined) return null;
  const { title: _name, definition: _words, clause: _line, nulls: _nulls, by: _parts, ...rows } = measure;
  const { custodian: _custodian, clause: _place, ...table } = fact;
  const { source } = fact;
  const view = 'view' in source ? (terms.definitions.views.find((each) => each.name === source.view) ?? null) : null;
  const rates = measure.currency === null || words.fx === null ? null : { ...words.fx, clause: null };
  return canonicalJson({ rows, table, view, rates, zone: terms.contract.calendar.timezone });
}
