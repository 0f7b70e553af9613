import { vocabulary } from '../attainment/measures.js';
import type { Terms } from '../contract/model.js';
import type { Evidence, EvidencePeriod } from '../evidence/model.js';
import { canonicalJson, digest } from '../kernel/canonical.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';

/** All that decides which rows a measure takes and what they add up to; its words and its custodian do not. */
function meaningOf(terms: Terms, id: string): string | null {
  const words = vocabulary(terms.contract, terms.definitions);
  const measure = words.measures.get(id);
  const fact = measure === undefined ? undefined : words.facts.get(measure.of);
  if (measure === undefined || fact === undefined) return null;
  const { definition: _words, clause: _line, nulls: _nulls, ...rows } = measure;
  const { custodian: _custodian, clause: _place, ...table } = fact;
  const { source } = fact;
  const view = 'view' in source ? (terms.definitions.views.find((each) => each.name === source.view) ?? null) : null;
  const rates = measure.currency === null || words.fx === null ? null : { ...words.fx, clause: null };
  return canonicalJson({ rows, table, view, rates, zone: terms.contract.calendar.timezone });
}

/** Says which measures a period's evidence holds as other terms define them. */
export class EvidenceReader {
  private readonly measuredUnder: ReadonlyMap<string, Terms>;

  constructor(ledger: readonly LedgerEntry[]) {
    this.measuredUnder = new Map(ledger.map(({ terms }) => [digest(terms), terms]));
  }

  /** The evidence without what `terms` define otherwise than the terms that it was measured under. */
  usable(evidence: Evidence, terms: Terms): Evidence {
    return {
      ...evidence,
      periods: evidence.periods.map((period) => this.usablePeriod(period, terms)),
      spans: evidence.spans.filter((span) => this.sameMeaning(span.terms, terms, span.measure)),
    };
  }

  /** Measures of `terms` that a period's evidence does not hold. */
  missing(period: EvidencePeriod, terms: Terms): string[] {
    const held = new Set(this.usablePeriod(period, terms).measures.map(({ id }) => id));
    return terms.definitions.measures.map(({ id }) => id).filter((id) => !held.has(id));
  }

  private usablePeriod(period: EvidencePeriod, terms: Terms): EvidencePeriod {
    const keeps = ({ id }: { readonly id: string }) => this.sameMeaning(period.terms, terms, id);
    return { ...period, measures: period.measures.filter(keeps), variants: period.variants.filter(keeps) };
  }

  private sameMeaning(termsDigest: string, terms: Terms, measure: string): boolean {
    const measured = this.measuredUnder.get(termsDigest);
    const meaning = measured === undefined ? null : meaningOf(measured, measure);
    return meaning !== null && meaning === meaningOf(terms, measure);
  }
}
