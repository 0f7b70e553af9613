import { type ContractEvent, type EventOf, kindPhrase } from '../../contract/event-kinds/event-kinds.js';
import type { Milestone } from '../../contract/fee-kinds/milestone.js';
import { quote } from '../../contract/quote.js';
import type { LocalDate } from '../../kernel/calendar.js';
import { remembered } from '../../kernel/remembered.js';
import { issue } from '../../words/issue.js';
import { acceptanceDate, acceptanceFacts } from '../acceptance.js';
import { carriedLines } from '../ledger-entry.js';
import { takingLine } from '../milestones.js';
import { EVER, everyTerms, type Judge, type Scene } from './scene.js';

type MilestoneKind = 'acceptance_request' | 'acceptance' | 'refusal';
type MilestoneEvent = EventOf<MilestoneKind>;

/** A milestone with the day from which it is given, without an event and with it. */
interface Compared {
  readonly fee: Milestone;
  readonly before: LocalDate | null;
  readonly after: LocalDate | null;
}

/**
 * An answer or request that leaves the day on which its milestone is given as it is, by whatever terms; or that would move it, after a
 * statement has settled the milestone, as one of the last day to answer does.
 */
export const milestoneWithoutEffect: Judge<MilestoneKind> = (event, scene, at) => {
  const compared = compare(scene, event);
  const [first] = compared;
  if (first === undefined) return [];
  const [id, kind] = [quote(event.milestone), kindPhrase(event.kind)];
  if (compared.some(({ before, after }) => before !== after)) {
    const taken = takingLine(carriedLines(scene.ledger), event.milestone);
    return taken === null ? [] : [issue('milestone-settled', at, { id, kind, period: taken.period })];
  }
  if (first.before === null) return [issue('milestone-past-due', at, { id, kind, due: first.fee.due })];
  const waiting = event.kind === 'acceptance_request' ? requestBefore(scene, event, first) : null;
  if (waiting !== null) return [issue('request-waits', at, { id, file: waiting.file })];
  return [issue('milestone-given', at, { id, kind, on: first.before })];
};

function compare(scene: Scene, event: MilestoneEvent): readonly Compared[] {
  const known = knownWith(scene, event);
  return everyTerms(scene).flatMap(({ contract }) => {
    const given = (fee: Milestone, events: readonly ContractEvent[]) =>
      acceptanceDate(fee, acceptanceFacts(contract, { events, asOf: EVER }));
    return contract.fees.flatMap((fee): Compared[] =>
      fee.kind === 'milestone' && fee.id === event.milestone
        ? [{ fee, before: given(fee, known), after: given(fee, [...known, event]) }]
        : [],
    );
  });
}

/** What was known when an event came: of its own day its likes that stand before it, and a request before its answer. */
function knownWith({ events }: Scene, event: MilestoneEvent): ContractEvent[] {
  return ofMilestones(events).filter((each) => {
    if (each === event || each.date > event.date) return false;
    if (each.date < event.date || each.kind === 'termination') return true;
    if (each.kind === event.kind) return each.file < event.file;
    return each.kind === 'acceptance_request';
  });
}

const ofMilestones = remembered((events: readonly ContractEvent[]) =>
  events.filter((each) => 'milestone' in each || each.kind === 'termination'),
);

/** The earlier request that nobody has answered yet and whose silence would give the milestone; null where an acceptance has given it. */
function requestBefore(scene: Scene, event: MilestoneEvent, { fee }: Compared): EventOf<'acceptance_request'> | null {
  const known = knownWith(scene, event);
  if (known.some((each) => each.kind === 'acceptance' && each.milestone === event.milestone)) return null;
  const isGiven = acceptanceDate(fee, acceptanceFacts(scene.terms.contract, { events: known, asOf: event.date })) !== null;
  const requests = known.filter(
    (each): each is EventOf<'acceptance_request'> =>
      each.kind === 'acceptance_request' &&
      each.milestone === event.milestone &&
      !known.some((other) => other.kind === 'refusal' && other.answers === each.file),
  );
  return isGiven ? null : (requests[0] ?? null);
}
