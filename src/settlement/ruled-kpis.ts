import type { Reason } from '../attainment/value.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Contract } from '../contract/model.js';
import { type Exact, maximum, rational, toDecimal, ZERO } from '../kernel/rational.js';
import type { KpiResult, Scorecard } from './model.js';

/** A KPI that a rule has decided before its period is over, whatever its figures come to. */
export interface RuledKpi {
  readonly reason: Reason;
  /** What fees by it pay as; null: nothing. */
  readonly paysAs: Exact | null;
  /** Whether they pay as at what it earns where that is more. */
  readonly orMore: boolean;
}

/**
 * What an agreed waiver, days that are all excluded or a late duty make of a KPI (section 4); null where its figures decide.
 * @param events with those that its scorecard counted.
 */
export function ruledKpi(
  { id, reasons: [reason] }: Pick<KpiResult, 'id' | 'reasons'>,
  { duties = [] }: Pick<Scorecard, 'duties'>,
  contract: Pick<Contract, 'duties'>,
  events: readonly ContractEvent[],
): RuledKpi | null {
  switch (reason?.code) {
    case 'waived':
      return { reason, paysAs: agreedScore(events, reason.with.event), orMore: false };
    case 'no-time-left':
      return { reason, paysAs: null, orMore: false };
    case 'provider-late':
      return { reason, paysAs: '0', orMore: false };
    case 'brand-late': {
      const late = new Set(duties.filter(({ state, owes }) => state === 'late' && owes === 'brand').map((duty) => duty.id));
      const scores = contract.duties.flatMap(({ id: duty, ifLate: { kpis, scoreAs } }) =>
        late.has(duty) && kpis.includes(id) && scoreAs !== null ? [rational(scoreAs)] : [],
      );
      return { reason, paysAs: toDecimal(scores.reduce(maximum, ZERO)), orMore: true };
    }
    default:
      return null;
  }
}

function agreedScore(events: readonly ContractEvent[], file: string | undefined): Exact | null {
  const event = events.find((each) => each.file === file);
  if (event?.kind !== 'exclusion' || event.treatment.kind !== 'waive' || event.treatment.scoreAs === 'none') return null;
  return event.treatment.scoreAs;
}
