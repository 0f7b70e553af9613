import { vocabulary } from '../attainment/measures.js';
import { sidesOf } from '../attainment/reconcile.js';
import type { Reason } from '../attainment/value.js';
import type { Terms } from '../contract/model.js';
import type { Party } from '../kernel/party.js';
import type { Trace } from '../settlement/model.js';

/** Why a value is undefined, among the branches of a trace. */
const CAUSES: ReadonlySet<string> = new Set([
  'stale',
  'duplicates',
  'repeated-keys',
  'nulls',
  'no-rate',
  'rate-duplicate',
  'rate-not-positive',
  'division-by-zero',
  'not-measured',
  'reconcile-breach',
  'unreviewed',
  'too-little-weight',
]);

/** A cause of a hold, and whose data it is in; null where it is nobody's. */
export interface NamedCause {
  readonly reason: Reason;
  readonly party: Party | null;
}

/** What had held a line that a trace tells of, each with whoever answers for it; a breach is both custodians'. */
export function causesIn({ branches }: Trace, terms: Terms): NamedCause[] {
  return branches
    .filter(({ rule }) => CAUSES.has(rule))
    .flatMap(({ rule, with: params }): NamedCause[] => {
      const reason = { code: rule, with: params };
      const parties = custodiansOf(reason, terms);
      return parties.length === 0 ? [{ reason, party: null }] : parties.map((party) => ({ reason, party }));
    });
}

/** Whose data a reason is about: of a breach whoever keeps either side. */
function custodiansOf({ code, with: params }: Reason, terms: Terms): Party[] {
  const { contract, definitions } = terms;
  const custodian = (fact: string | undefined) => definitions.facts.filter(({ id }) => id === fact).map((each) => each.custodian);
  const ofMeasure = (measure: string) => custodian(definitions.measures.find(({ id }) => id === measure)?.of);
  if (params.fact !== undefined) return custodian(params.fact);
  if (params.measure !== undefined) return ofMeasure(params.measure);
  if (code === 'no-rate' || code.startsWith('rate-')) return custodian(definitions.fx?.fact);
  const rule = code === 'reconcile-breach' ? definitions.reconcile.find(({ id }) => id === params.id) : undefined;
  if (rule === undefined) return [];
  return [...new Set(sidesOf(vocabulary(contract, definitions), rule).flatMap(ofMeasure))];
}
