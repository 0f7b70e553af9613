import { type EventKind, eventKinds, kindPhrase } from '../contract/event-kinds/event-kinds.js';
import { type Issue, inNoFile } from '../kernel/issue.js';
import { refusedAfterFinal } from '../settlement/without-effect/without-effect.js';
import { issue } from '../words/issue.js';
import type { ReadContract } from './repository.js';

/** Says that there is nothing such an event could be about, before any of its fields is asked for; null where there is something. */
export function aboutNothing(kind: EventKind, { id, folder, events, ledger }: ReadContract): Issue | null {
  if (folder === null) return null;
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
