import { type Fee, kindNamed } from '../contract/fee-kinds/fee-kinds.js';
import type { Party } from '../kernel/party.js';
import { lineName } from '../settlement/line-names.js';
import type { Line } from '../settlement/model.js';
import type { Wording } from './wording.js';

/**
 * Whether a hold that one party's data lengthen is decided as if the fee were exactly on target, its own figure being unknown. A stake that is
 * won on target is not won by data of one's own that lack: that is 0, in the brand's favour.
 */
export function isOnTarget(fee: Fee | null, party: Party | null): boolean {
  if (fee === null || party === null || kindNamed(fee.kind)?.decided !== 'on-target') return false;
  return party === 'brand' || !('pays' in fee && 'stake' in fee.pays);
}

/** Why a line is as an expired hold has decided it, where that was as exactly on target; null where it was otherwise. */
export function onTargetReason({ id, reason, trace }: Line, words: Wording): string | null {
  const party = reason?.code === 'decided-for-provider' ? 'brand' : reason?.code === 'decided-for-brand' ? 'provider' : null;
  const fee = words.terms.contract.fees.find((each) => each.id === lineName(id).line) ?? null;
  // a wager whose own figure is known waited for a gate alone, and that counts for the other party
  const isUnknown = trace.inputs.find(({ input }) => input === 'metric')?.value === null;
  if (!isUnknown || !isOnTarget(fee, party)) return null;
  return words.say(party === 'brand' ? 'decidedOnTargetFinalBrand' : 'decidedOnTargetFinalProvider');
}
