import type { Contract } from '../contract/model.js';
import { daysInclusive, type LocalDate } from '../kernel/calendar.js';
import { type AgendaEntry, agendaOf, type Milepost } from './agenda.js';
import type { RunInput } from './run.js';
import { standingOf } from './standing.js';
import { type Doer, isMoney, isUndoneDuty, type Settler, type Task } from './tasks.js';

/*
 * What people are told on which day: a duty two days ahead, the end of a time to object or to answer three days and one day ahead, a
 * payment three days ahead, and what is overdue the day after and then weekly, to payer and payee. Of the contract's files and the day alone, so that every
 * clone says the same, and the same day never says more.
 */

/** One thing that people are told on a day. */
export interface Reminder {
  /** The same for the same thing said for the same reason: of one contract no two days have one key. */
  readonly key: string;
  /** Days until its day; negative: it has passed so many days ago. */
  readonly inDays: number;
  readonly to: Exclude<Doer, 'workflow'>;
  readonly entry: AgendaEntry;
}

/** Days of a week: how often what is overdue is told again. */
const WEEK = 7;

/** What is told on `input.asOf`, by its day. */
export function remindersOf(input: RunInput, settler: Settler): Reminder[] {
  const standing = standingOf(input);
  return agendaOf(input, standing, settler).flatMap((entry): Reminder[] => {
    const { what, on, key } = entry;
    const inDays = daysBetween(standing.asOf, on);
    const to = 'task' in what ? hearerOfTask(what) : hearerOf(what, input.terms.contract);
    if (to === 'workflow') return [];
    const isSaid = inDays < 0 ? isAgain(what, -inDays) : leadDays(what).includes(inDays);
    return isSaid ? [{ key: `${key}/${on}/${inDays}`, inDays, to, entry }] : [];
  });
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return daysInclusive(from, to) - 1;
}

/** Only a payment is pressed for when its day has passed: the rest decides itself on it. That a duty was not done is told once. */
function isAgain(what: Task | Milepost, days: number): boolean {
  if (!('task' in what)) return false;
  return isMoney(what) ? days % WEEK === 1 : what.task === 'duty' && days === 1;
}

/** Whoever has to do it; of a payment or a duty whose day has passed also whoever waits for it. */
function hearerOfTask(task: Task): Doer {
  return (isMoney(task) && task.overdue) || isUndoneDuty(task) ? 'both' : task.by;
}

/** Who hears of a day of the terms. */
function hearerOf(post: Milepost, { duties }: Contract): Exclude<Doer, 'workflow'> {
  switch (post.day) {
    case 'duty':
      return duties.find(({ id }) => id === post.duty)?.owes ?? 'both';
    case 'ask':
      return 'provider';
    default:
      return 'both';
  }
}

/** How many days before it something is told. */
function leadDays(what: Task | Milepost): readonly number[] {
  if ('day' in what) {
    switch (what.day) {
      // What is to be done then is told when it is due.
      case 'settles':
        return [];
      case 'duty':
        return [2];
      case 'target':
        return [0];
      case 'ask':
      case 'notice':
        return [14, 3];
      case 'term-end':
      case 'handover':
        return [14];
    }
  }
  switch (what.task) {
    case 'pay':
    case 'repay':
      return [3];
    // Its last day is the one before that of the statement that it waits in: both are told at once.
    case 'acknowledge':
      return [2];
    case 'check':
    case 'resolve':
    case 'answer':
      return [3, 1];
    case 'claim':
      return [2];
    case 'deliver':
    case 'review':
      return [7];
    default:
      return [];
  }
}
