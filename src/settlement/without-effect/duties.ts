import { type DutyOutcome, dutyOutcomes } from '../../attainment/duties.js';
import { type ContractEvent, type EventOf, kindPhrase } from '../../contract/event-kinds/event-kinds.js';
import { quote } from '../../contract/quote.js';
import type { Issue, Position } from '../../kernel/issue.js';
import { issue } from '../../words/issue.js';
import { closedIssues } from './closed.js';
import { EVER, filedBefore, type Judge, type Scene, termsOf, timelineOf } from './scene.js';

type DutyKind = 'duty' | 'lateness';

/** A duty that is not owed, was done in time already, or is late whatever its event says. */
export const dutyWithoutEffect: Judge<'duty'> = (event, scene, at) => {
  const unowed = unowedIssues(event, scene, at);
  if (unowed !== null) return unowed;
  const known = { id: quote(event.duty), period: event.period };
  const earlier = filedBefore(scene, 'duty', event.file).filter(({ duty, period }) => duty === event.duty && period === event.period);
  const inTime = earlier.find((each) => outcomeOf(each, scene, [each])?.state === 'done');
  if (inTime !== undefined) return [issue('duty-done-already', at, { ...known, file: inTime.file })];
  const outcome = outcomeOf(event, scene, [event]);
  if (outcome === null || outcome.state === 'done' || event.agreed) return [];
  return [issue('duty-done-late', at, { ...known, dueOn: outcome.dueOn, doneOn: outcome.doneOn ?? event.on })];
};

/** A claim of a duty that is not owed, was done in time, or is claimed already. */
export const latenessWithoutEffect: Judge<'lateness'> = (event, scene, at) => {
  const unowed = unowedIssues(event, scene, at);
  if (unowed !== null) return unowed;
  const known = { id: quote(event.duty), period: event.period };
  const earlier = filedBefore(scene, 'lateness', event.file).find(({ duty, period }) => duty === event.duty && period === event.period);
  if (earlier !== undefined) return [issue('lateness-claimed', at, { ...known, file: earlier.file })];
  const outcome = outcomeOf(event, scene, scene.events);
  if (outcome?.state !== 'done' || outcome.doneOn === null) return [];
  return [issue('lateness-done', at, { ...known, dueOn: outcome.dueOn, doneOn: outcome.doneOn })];
};

/** What is said where the duty is nobody's in that period, or the period is out of reach; null where it is owed. */
function unowedIssues(event: EventOf<DutyKind>, scene: Scene, at: Position): readonly Issue[] | null {
  const closed = closedIssues(event, [event.period], scene, at);
  if (closed.length > 0) return closed;
  if (outcomeOf(event, scene, []) !== null) return null;
  return [issue('duty-not-owed', at, { id: quote(event.duty), period: event.period, kind: kindPhrase(event.kind) })];
}

/** What has become of the duty in the end, by some events; null where it is not owed. */
export function outcomeOf(
  { duty: id, period: name }: EventOf<DutyKind>,
  scene: Scene,
  events: readonly ContractEvent[],
): DutyOutcome | null {
  const period = timelineOf(scene).periods.find((each) => each.id === name);
  if (period === undefined) return null;
  return dutyOutcomes(termsOf(scene, name).contract, events, period, EVER).find(({ duty }) => duty.id === id) ?? null;
}
