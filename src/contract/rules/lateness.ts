import { addDays } from '../../kernel/calendar.js';
import type { Issue } from '../../kernel/issue.js';
import { issue } from '../../words/issue.js';
import { dutyDueOn, lastClaimDay } from '../duty-days.js';
import { quote } from '../quote.js';
import { type EventsCheck, eventsOf, periodsKnownOn } from './event-check.js';
import type { Rule } from './rule.js';

/** A claim is about a duty that needs one: where the duty says `unproven`, it is late without. */
function claimsAreNeeded(check: EventsCheck): readonly Issue[] {
  const duties = check.everyTerms.flatMap((terms) => terms.contract.duties);
  return eventsOf(check, 'lateness').flatMap(({ event, source }) => {
    const named = duties.filter(({ id }) => id === event.duty);
    if (named.length === 0 || named.some(({ lateIf }) => lateIf === 'claimed')) return [];
    return [issue('lateness-not-claimed', source.at(['duty']), { id: quote(event.duty) })];
  });
}

/**
 * Section 6: a claim is filed after the due day and within `acceptance.days` after the period's end, by any terms that held; a duty that needs
 * no claim has no such days.
 */
function claimsAreTimely(check: EventsCheck): readonly Issue[] {
  return eventsOf(check, 'lateness').flatMap(({ event, source }): Issue[] => {
    const period = periodsKnownOn(check, event.date).find(({ id }) => id === event.period);
    if (period === undefined) return [];
    const windows = check.everyTerms.flatMap(({ contract }) =>
      contract.duties
        .filter(({ id, lateIf }) => id === event.duty && lateIf === 'claimed')
        .map((duty) => ({ dueOn: dutyDueOn(duty, period), until: lastClaimDay(contract, period) })),
    );
    const owed = windows.flatMap(({ dueOn, until }) => (dueOn === null ? [] : [{ from: addDays(dueOn, 1), until }]));
    const [window] = owed;
    if (window === undefined) {
      const isKnown = windows.length > 0;
      return isKnown ? [issue('lateness-not-owed', source.at(['period']), { id: quote(event.duty), found: quote(event.period) })] : [];
    }
    if (owed.some(({ from, until }) => event.date >= from && event.date <= until)) return [];
    return [issue('lateness-untimely', source.at(['period']), { found: event.date, from: window.from, to: window.until })];
  });
}

/** Rules about claims that a duty was late. */
export const LATENESS_RULES: readonly Rule<EventsCheck>[] = [claimsAreNeeded, claimsAreTimely];
