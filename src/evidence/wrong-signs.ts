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
  return definitions.measures.flatMap(({ id: measure, of }): WrongSign[] => {
    const signs = signsOf(evidence.measures.find(({ id }) => id === measure)?.days ?? [], isWhole(evidence, of) ? 1 : LEAST_DAYS);
    const told = (code: WrongSign['code'], metric: string | undefined) => (metric === undefined ? [] : [{ code, measure, metric }]);
    if (signs === 'positive') return told('data-returns-added', returnsAdded.get(measure));
    if (signs === null) return [];
    const taken = subtracted.get(measure);
    return taken === undefined ? told('data-negative-alone', alone.get(measure)) : told('data-negative-subtracted', taken);
  });
}

/** Days with an amount that tell the sign of a period whose data are still coming: on one day what comes back may well be more than what was sold. */
const LEAST_DAYS = 3;

/** Whether the data of a fact reach the end of the period: then there are no more, be it one row a month. */
function isWhole({ facts }: EvidencePeriod, fact: string): boolean {
  return facts.some(({ id, complete }) => id === fact && complete);
}

/** The sign of all days that are not 0; null where they differ, or there are fewer than that. */
function signsOf(days: EvidenceMeasure['days'], least: number): 'negative' | 'positive' | null {
  const signs = days.flatMap(({ value }) => (value === undefined ? [] : [sign(rational(value))])).filter((each) => each !== 0);
  if (signs.length < least || new Set(signs).size !== 1) return null;
  return signs[0] === -1 ? 'negative' : 'positive';
}
