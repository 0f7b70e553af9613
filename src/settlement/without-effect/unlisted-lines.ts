import type { ContractEvent, EventOf } from '../../contract/event-kinds/event-kinds.js';
import { addDays } from '../../kernel/calendar.js';
import { disputableIn } from '../disputable.js';
import type { Statement } from '../model.js';

/** A dispute or correction of a line that the statement it names does not have. */
export interface UnlistedLine {
  readonly event: EventOf<'dispute'> | EventOf<'correction'>;
  readonly listed: readonly string[];
  /** Whether it had surely not come before the statement, so that whoever filed it could know its lines. */
  readonly isSure: boolean;
}

/** Days by which the date in an event's name may be ahead of the day on which it came. */
const LEEWAY = 1;

/**
 * Disputes and corrections filed after the statement of their period had been settled without their line; and disputes filed before it, until
 * the next statement. A correction that came before is a line by itself.
 */
export function unlistedLines(events: readonly ContractEvent[], statements: readonly Statement[]): UnlistedLine[] {
  return events.flatMap((event): UnlistedLine[] => {
    if (event.kind !== 'dispute' && event.kind !== 'correction') return [];
    const statement = statements.find(({ period }) => period === event.period);
    if (statement === undefined) return [];
    const isOfLast = statement.asOf === statements.at(-1)?.asOf;
    if (event.date <= statement.asOf && (event.kind === 'correction' || !isOfLast)) return [];
    const listed = disputableIn(statement).map(({ id }) => id);
    return listed.includes(event.line) ? [] : [{ event, listed, isSure: event.date > addDays(statement.asOf, LEEWAY) }];
  });
}
