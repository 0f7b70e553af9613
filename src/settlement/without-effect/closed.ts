import { touches } from '../../attainment/exclusions.js';
import { type ContractEvent, kindPhrase } from '../../contract/event-kinds/event-kinds.js';
import type { PeriodId } from '../../kernel/calendar.js';
import type { Issue, Position } from '../../kernel/issue.js';
import type { TermPeriod } from '../../kernel/period.js';
import { issue } from '../../words/issue.js';
import { closedBefore, type Judge, type Scene, timelineOf } from './scene.js';

/** What is said of an event where every period that it is about is settled and measured no more. */
export function closedIssues(event: ContractEvent, periods: readonly PeriodId[], scene: Scene, at: Position): readonly Issue[] {
  const closed = periods.flatMap((period) => {
    const from = closedBefore(scene, event, period);
    return from === null ? [] : [{ period, from }];
  });
  const [first] = closed;
  if (first === undefined || closed.length < periods.length) return [];
  return [issue('period-closed', at, { kind: kindPhrase(event.kind), period: closed.map(({ period }) => period), from: first.from })];
}

/** An exclusion of what is measured no more, or never will be; one of days to come counts when they are measured. */
export const exclusionWithoutEffect: Judge<'exclusion'> = (event, scene, at) => {
  const { treatment } = event;
  const { timezone } = scene.terms.contract.calendar;
  const { periods, end, termination } = timelineOf(scene);
  const isLeftOut = ({ id, inForce }: TermPeriod) =>
    treatment.kind === 'waive' ? treatment.periods.includes(id) : touches(event, inForce, timezone);
  const touched = periods.filter(isLeftOut).map(({ id }) => id);
  if (touched.length === 0 && termination !== null) return [issue('excludes-after-end', at, { end, file: termination.file })];
  return closedIssues(event, touched, scene, at);
};
