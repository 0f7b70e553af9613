import { type ContractEvent, type EventKind, eventKinds, kindPhrase } from '../contract/event-kinds/event-kinds.js';
import type { Contract } from '../contract/model.js';
import { addDays, type LocalDate } from '../kernel/calendar.js';
import { type Issue, inNoFile } from '../kernel/issue.js';
import { timeline } from '../settlement/timeline.js';
import { refusedAfterFinal } from '../settlement/without-effect/without-effect.js';
import { issue, ofUnfiled } from '../words/issue.js';
import type { ReadContract } from './repository.js';

/**
 * Says that there is nothing such an event could be about, before any of its fields is asked for; null where there is something.
 * @param date of the event.
 */
export function aboutNothing(kind: EventKind, { id, folder, events, ledger }: ReadContract, date: LocalDate): Issue | null {
  if (folder === null) return null;
  const ended = kind === 'termination' ? nothingToEnd({ contract: folder.terms.contract, events }, date) : null;
  if (ended !== null && ended.params.earliest !== ended.params.to) return ended;
  const final = refusedAfterFinal(kind, { terms: folder.terms, events, ledger });
  if (final !== null) return issue('after-final', inNoFile('event'), { period: final, kind: kindPhrase(kind) });
  const { about, answers } = eventKinds[kind];
  // terms that were settled by count as well: what has left the contract since may still be filed about
  const contracts = [folder.terms, ...ledger.map(({ terms }) => terms)].map(({ contract }) => contract);
  const lacks = {
    duty: () => contracts.every(({ duties }) => duties.length === 0),
    claim: () => contracts.every(({ duties }) => duties.every(({ lateIf }) => lateIf !== 'claimed')),
    exit: () => folder.terms.contract.exit === null,
    milestone: () => contracts.every(({ fees }) => fees.every((fee) => fee.kind !== 'milestone')),
    dispute: () => events.every((event) => event.kind !== 'dispute'),
    // what is accepted is not asked for any more
    request: () => events.every((event) => event.kind !== 'acceptance_request' && event.kind !== 'acceptance'),
  };
  // of no duty at all that is said, and not how one would be late; an acceptance needs no request
  const subjects = [
    ...(about === 'claim' ? (['duty', 'claim'] as const) : about === null ? [] : [about]),
    ...(answers?.kind === 'dispute' ? (['dispute'] as const) : kind === 'refusal' ? (['request'] as const) : []),
  ];
  const subject = subjects.find((each) => lacks[each]());
  if (subject === undefined) return null;
  const [what, remedy] = [`@event.about.${subject}`, `@event.about.${subject}.fix`];
  return issue('event-about-nothing', inNoFile('event'), { kind: kindPhrase(kind), contract: id, what, remedy });
}

/**
 * That the term ends, or has ended, by itself on the first day that keeps the notice, or before it: whatever is settled, no correction would
 * end it earlier. Null where a termination would change something. On that day itself one may be filed, and changes nothing.
 */
export function nothingToEnd(
  { contract, events }: { readonly contract: Contract; readonly events: readonly ContractEvent[] },
  date: LocalDate,
): Issue | null {
  if (contract.exit === null) return null;
  const { end: to } = timeline(contract, events);
  const { noticeDays: days } = contract.exit;
  const earliest = addDays(date, days);
  const at = inNoFile('event');
  return earliest < to ? null : (ofUnfiled([issue('termination-too-late', at, { earliest, days, to })], at.path)[0] ?? null);
}
