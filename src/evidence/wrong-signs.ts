import type { Contract, Definitions } from '../contract/model.js';
import { signUses } from '../contract/signs.js';
import { rational, sign } from '../kernel/rational.js';
import type { EvidenceMeasure, EvidencePeriod } from './model.js';

/** A measure whose data of a period all have the sign that a formula does not expect, and the metric of that formula. */
export interface WrongSign {
  readonly code: 'data-negative-subtracted' | 'data-negative-alone' | 'data-returns-added';
  readonly measure: string;
  readonly metric: string;
}

/**
 * Measures whose every day has the wrong sign for what a formula makes of them, once each: exports of refunds or of costs that have their
 * minus already, or refunds without one that are added. Nothing is held for it: data are read as they stand.
 */
export function wrongSigns(contract: Contract, definitions: Definitions, evidence: EvidencePeriod): WrongSign[] {
  const { subtracted, alone, returnsAdded } = signUses(definitions, contract);
  return definitions.measures.flatMap(({ id: measure }): WrongSign[] => {
    const signs = signsOf(evidence.measures.find(({ id }) => id === measure)?.days ?? []);
    const told = (code: WrongSign['code'], metric: string | undefined) => (metric === undefined ? [] : [{ code, measure, metric }]);
    if (signs === 'positive') return told('data-returns-added', returnsAdded.get(measure));
    if (signs === null) return [];
    const taken = subtracted.get(measure);
    return taken === undefined ? told('data-negative-alone', alone.get(measure)) : told('data-negative-subtracted', taken);
  });
}

/** The sign of all days that are not 0; null where they differ, or there are none. */
function signsOf(days: EvidenceMeasure['days']): 'negative' | 'positive' | null {
  const signs = new Set(days.flatMap(({ value }) => (value === undefined ? [] : [sign(rational(value))])).filter((each) => each !== 0));
  if (signs.size !== 1) return null;
  return signs.has(-1) ? 'negative' : 'positive';
}
