import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { Contract } from '../contract/model.js';
import { addDays, instantText, type LocalDate, startOfDay } from '../kernel/calendar.js';
import { timeline } from '../settlement/timeline.js';

/** How a contract ends, as of a date. */
export interface Exit {
  /** The last day in force. */
  readonly endsOn: LocalDate;
  /** The last day on which anybody may see its data: the handover's. */
  readonly accessUntil: LocalDate;
  /** The first instant after that day, in UTC. */
  readonly expiresAt: string;
  /** `over`: nobody has access any more. */
  readonly state: 'in_force' | 'handover' | 'over';
  readonly termination: EventOf<'termination'> | null;
}

/**
 * When a contract ends and access with it: on the term's last day, or that of a termination, and the days of handover after
 * it (contract language, section 1, `exit`). A contract whose stage is `ended` before that has no handover to wait for.
 */
export function exitOf(contract: Contract, events: readonly ContractEvent[], asOf: LocalDate): Exit {
  const { end: endsOn, termination } = timeline(contract, events);
  const accessUntil = addDays(endsOn, contract.exit?.handoverDays ?? 0);
  const expiresAt = instantText(startOfDay(addDays(accessUntil, 1), contract.calendar.timezone));
  const state = asOf > accessUntil ? 'over' : asOf > endsOn ? 'handover' : contract.stage === 'ended' ? 'over' : 'in_force';
  return { endsOn, accessUntil, expiresAt, state, termination };
}
