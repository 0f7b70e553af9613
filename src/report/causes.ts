import { vocabulary } from '../attainment/measures.js';
import { sidesOf } from '../attainment/reconcile.js';
import { isOfRate, type Reason } from '../attainment/value.js';
import type { Terms } from '../contract/model.js';
import type { Party } from '../kernel/party.js';
import type { Trace } from '../settlement/model.js';
import { isCauseCode } from '../words/reasons.js';

/** A cause of a hold, and whose data it is in; null where it is nobody's. */
export interface NamedCause {
  readonly reason: Reason;
  readonly party: Party | null;
}

/** What had held a line that a trace tells of, each with whoever answers for it; a breach is both custodians'. */
export function causesIn({ branches }: Trace, terms: Terms): NamedCause[] {
  return branches.flatMap(({ rule, with: params }): NamedCause[] => {
    if (!isCauseCode(rule)) return [];
    const reason = { code: rule, with: params };
    const parties = custodiansOf(reason, terms);
    return parties.length === 0 ? [{ reason, party: null }] : parties.map((party) => ({ reason, party }));
  });
}

/** Whose data a reason is about: of a breach whoever keeps either side. */
export function custodiansOf(reason: Reason, terms: Terms): Party[] {
  const { code, with: params } = reason;
  const { contract, definitions } = terms;
  const custodian = (fact: string | undefined) => definitions.facts.filter(({ id }) => id === fact).map((each) => each.custodian);
  const ofMeasure = (measure: string) => custodian(definitions.measures.find(({ id }) => id === measure)?.of);
  if (params.fact !== undefined) return custodian(params.fact);
  if (params.measure !== undefined) return ofMeasure(params.measure);
  if (isOfRate(reason)) return custodian(definitions.fx?.fact);
  const rule = code === 'reconcile-breach' ? definitions.reconcile.find(({ id }) => id === params.id) : undefined;
  if (rule === undefined) return [];
  return [...new Set(sidesOf(vocabulary(contract, definitions), rule).flatMap(ofMeasure))];
}
