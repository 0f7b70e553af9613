import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import type { Measured } from './decode.js';
import type { Evidence, EvidenceSpan } from './model.js';

/** What one statement's evidence holds of all that a run measured. */
export interface Slice {
  readonly contract: string;
  /** The period whose statement it is for. */
  readonly period: PeriodId;
  readonly asOf: LocalDate;
  /** The periods that this statement measures now. */
  readonly periods: readonly PeriodId[];
  /** Those of them that it measures by the rules they were settled by, too. */
  readonly byEarlierRules?: readonly PeriodId[];
  readonly spans: readonly Pick<EvidenceSpan, 'measure' | 'terms' | 'from' | 'to'>[];
}

/**
 * One statement's evidence: the same bytes whatever else the run measured, so that settling several periods at once and
 * one after the other gives the same digests.
 */
export function sliceEvidence(measured: Measured, slice: Slice): Evidence {
  const kept = new Set(slice.periods);
  const byEarlierRules = new Set(slice.byEarlierRules ?? []);
  const spanKey = (span: Slice['spans'][number]): string => JSON.stringify([span.measure, span.terms, span.from, span.to]);
  const spans = new Set(slice.spans.map(spanKey));
  return {
    apiVersion: 'concord/v1',
    kind: 'Evidence',
    contract: slice.contract,
    period: slice.period,
    asOf: slice.asOf,
    periods: measured.periods
      .filter(({ period }) => kept.has(period))
      .map(({ underEarlierRules, ...period }) => ({
        ...period,
        ...(underEarlierRules !== undefined && byEarlierRules.has(period.period) ? { underEarlierRules } : {}),
        facts: period.facts.map((fact) => ({
          ...fact,
          scans: fact.scans.map((scan) => ({ ...scan, repeatedKeys: scan.repeatedKeys.filter((repeat) => kept.has(repeat.period)) })),
        })),
      })),
    spans: measured.spans.filter((span) => spans.has(spanKey(span))),
  };
}
