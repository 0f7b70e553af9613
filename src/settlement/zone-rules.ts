import { type ContractEvent, eventKindOf } from '../contract/event-kinds/event-kinds.js';
import type { EvidenceFact, EvidencePeriod, EvidenceRate } from '../evidence/model.js';
import { canonicalJson } from '../kernel/canonical.js';
import { type LedgerEntry, lastEvidence } from './ledger-entry.js';
import type { PeriodView } from './views.js';

/**
 * Whether what has changed in earlier periods since the last statement is the doing of the zones' rules alone: a country
 * changed its clocks, and rows lie in other days than they were settled in. No party is answerable for that, so it is
 * never a party's large true-up (contract language, section 9). Counted by the rules that they were settled by, all
 * periods must be as they were, and no event has come that moves money.
 */
export function movedByZoneRulesAlone(
  views: readonly PeriodView[],
  { events, ledger }: { readonly events: readonly ContractEvent[]; readonly ledger: readonly LedgerEntry[] },
): boolean {
  const again = views.flatMap(({ own, period, fresh }) => (own || fresh === null ? [] : [{ period, evidence: fresh.evidence }]));
  if (!again.some(({ evidence }) => evidence.underEarlierRules !== undefined)) return false;
  const counted = new Set((ledger.at(-1)?.statement.events ?? []).map(({ file }) => file));
  if (events.some((event) => !counted.has(event.file) && eventKindOf(event).movesSettled)) return false;
  return again.every(({ period, evidence }) => {
    const before = lastEvidence(ledger, period.id);
    return before !== null && sameData(before, evidence);
  });
}

/** Whether all that money depends on is as it was, by the rules that it was settled by. */
function sameData(before: EvidencePeriod, now: EvidencePeriod): boolean {
  const { measures, variants } = now.underEarlierRules ?? now;
  const rates = new Set(now.rates.map(keyOf));
  const known = new Set(before.rates.map(keyOf));
  return (
    isSame([before.measures, before.variants, before.exclusions], [measures, variants, now.exclusions]) &&
    isSame(before.facts.map(completeness), now.facts.map(completeness)) &&
    // A day that only one of them has needs a rate that the other did not look for.
    isSame(
      before.rates.filter((rate) => rates.has(keyOf(rate))),
      now.rates.filter((rate) => known.has(keyOf(rate))),
    )
  );
}

const keyOf = ({ currency, day }: EvidenceRate): string => `${currency} ${day}`;
const completeness = ({ id, complete }: EvidenceFact): readonly [string, boolean] => [id, complete];

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
