import { meaningOf } from '../attainment/meaning.js';
import type { Terms } from '../contract/model.js';
import type { Evidence, EvidencePeriod } from '../evidence/model.js';
import { digest } from '../kernel/canonical.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';

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
