import { dutyOutcomes } from '../attainment/duties.js';
import { inCommon } from '../attainment/told-together.js';
import type { Contract } from '../contract/model.js';
import { addDays, type LocalDate, type PeriodId, periodDays } from '../kernel/calendar.js';
import type { Exact } from '../kernel/rational.js';
import { targetsAhead } from './proposal.js';
import { eventsAsOf, type RunInput } from './run.js';
import type { Standing } from './standing.js';
import { isUndoneDuty, type Settler, type Task, tasksOf } from './tasks.js';
import { type EarlyEnd, timeline } from './timeline.js';

/** A day on which something is due, ends or begins, by the contract's files. */
export interface AgendaEntry {
  /** Stays the same whatever day it moves to. */
  readonly key: string;
  readonly on: LocalDate;
  readonly what: Task | Milepost;
}

/** Days that the terms themselves name. */
export type Milepost =
  | { readonly day: 'settles'; readonly period: PeriodId; readonly by: Settler }
  | { readonly day: 'duty'; readonly duty: string; readonly period: PeriodId }
  | { readonly day: 'target'; readonly kpi: string; readonly metric: string; readonly value: Exact }
  | { readonly day: 'ask'; readonly milestone: string }
  | { readonly day: 'notice'; readonly end: LocalDate }
  | { readonly day: 'term-end'; readonly ended: EarlyEnd | null }
  | { readonly day: 'handover' };

/** Every day from `asOf` on, and what was to be done before it and is not, in order. */
export function agendaOf(input: RunInput, standing: Standing, settler: Settler): AgendaEntry[] {
  const { contract } = input.terms;
  const tasks = tasksOf(standing, settler).flatMap((task): AgendaEntry[] => {
    // the days of the terms end with the day itself: what was to be done by one is told on
    if (task.on === null || (OF_THE_TERMS.has(task.task) && !isUndoneDuty(task))) return [];
    return [{ key: taskKey(task), on: task.on, what: task }];
  });
  const own = (input.settledOnly === true ? [] : milepostsOf(contract, input, standing, settler)).filter(({ on }) => on >= standing.asOf);
  return [...tasks, ...own].sort((a, b) => order(a.on, b.on) || order(a.key, b.key));
}

/** Tasks that have their days from the terms, with those of periods to come. */
const OF_THE_TERMS: ReadonlySet<Task['task']> = new Set(['duty', 'ask', 'hand-over']);

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What tells a task from every other of its contract. */
function taskKey(task: Task): string {
  switch (task.task) {
    case 'deliver':
    case 'review':
      return `${task.task}/${inCommon(task.reason)}`;
    case 'acknowledge':
      return `acknowledge/${task.line}`;
    case 'resolve':
    case 'answer':
      return `${task.task}/${task.file}`;
    case 'duty':
    case 'claim':
      return `${task.task}/${task.period}/${task.duty}`;
    case 'ask':
      return `${task.task}/${task.milestone}`;
    case 'mend':
    case 'ratify':
    case 'hand-over':
      return task.task;
    case 'settle':
      return `settles/${task.period}`;
    default:
      return `${task.task}/${task.period ?? ''}`;
  }
}

function milepostsOf(contract: Contract, input: RunInput, { due, milestones, ended }: Standing, settler: Settler): AgendaEntry[] {
  const { exit, calendar, kpis } = contract;
  const events = eventsAsOf(input.events, input.asOf);
  const line = timeline(contract, events);
  const known = { ...input, ledger: input.ledger.filter(({ statement }) => statement.asOf <= input.asOf) };
  const ahead = targetsAhead(known).filter((target) => !due.some(({ period }) => period === target.period));
  const targets = kpis.flatMap(({ id, metric, target }) =>
    target.slice(1).flatMap(({ from, value }): AgendaEntry[] => {
      const days = periodDays(from, calendar.every);
      return days === null || days.from > line.end
        ? []
        : [{ key: `target/${id}/${from}`, on: days.from, what: { day: 'target', kpi: id, metric, value } }];
    }),
  );
  const isRunning = line.termination === null;
  return [
    ...ahead.map(
      ({ period, dueOn }): AgendaEntry => ({ key: `settles/${period}`, on: dueOn, what: { day: 'settles', period, by: settler } }),
    ),
    ...line.periods.flatMap((period) =>
      dutyOutcomes(contract, events, period, input.asOf)
        .filter(({ state }) => state === 'due')
        .map(({ duty: { id }, dueOn }): AgendaEntry => {
          return { key: `duty/${period.id}/${id}`, on: dueOn, what: { day: 'duty', duty: id, period: period.id } };
        }),
    ),
    ...milestones.map(({ milestone, askUntil }): AgendaEntry => {
      return { key: `ask/${milestone}`, on: askUntil, what: { day: 'ask', milestone } };
    }),
    ...targets,
    ...(exit === null || !isRunning
      ? []
      : // The notice that is given on it ends the term on the day before it would end anyway.
        [{ key: 'notice', on: addDays(line.end, -exit.noticeDays - 1), what: { day: 'notice', end: line.end } as const }]),
    { key: 'term-end', on: line.end, what: { day: 'term-end', ended } },
    ...(exit === null ? [] : [{ key: 'handover', on: addDays(line.end, exit.handoverDays), what: { day: 'handover' } as const }]),
  ];
}
