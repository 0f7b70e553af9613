import type { Reason } from '../attainment/value.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { otherParty, type Party } from '../kernel/party.js';
import { REVIEWED, waitsForData } from './holds.js';
import type { Standing } from './standing.js';

/** Who is to do something: a party, each of them, either, or the scheduled workflow. */
export type Doer = Party | 'both' | 'either' | 'workflow';

/** What is to be done next on a contract. Dates are the last day for it; null where it has none. */
export type Task = { readonly by: Doer; readonly on: LocalDate | null } & (
  | { readonly task: 'mend'; readonly errors: number }
  | { readonly task: 'ratify' }
  | { readonly task: 'settle'; readonly period: PeriodId; readonly since: LocalDate }
  | { readonly task: 'accept'; readonly period: PeriodId; readonly pullRequest: number; readonly url: string }
  | { readonly task: 'pay' | 'repay'; readonly amount: string; readonly period: PeriodId | null; readonly overdue: boolean }
  | { readonly task: 'check'; readonly period: PeriodId }
  | { readonly task: 'resolve'; readonly period: PeriodId; readonly line: string; readonly file: string }
  | { readonly task: 'deliver' | 'review'; readonly lines: readonly string[]; readonly reason: Reason }
  | { readonly task: 'acknowledge'; readonly line: string; readonly moves: string }
  | { readonly task: 'duty' | 'claim'; readonly duty: string; readonly period: PeriodId }
  | { readonly task: 'answer'; readonly milestone: string; readonly file: string }
);

/** Who settles what is due: the scheduled workflow, or, in a repository without it, whoever of the parties runs it. */
export type Settler = Extract<Doer, 'workflow' | 'either'>;

/** Everything that somebody has to do or may still do, by its day; what is late comes first. */
export function tasksOf(standing: Standing, settler: Settler): Task[] {
  const { asOf, due, open, disputable, disputes, waits, duties, requests } = standing;
  const tasks: Task[] = [
    ...due.map(({ period, since }): Task => ({ task: 'settle', by: settler, on: since, period, since })),
    ...open.map(({ period, amount, dueOn, overdue }): Task => ({ task: 'pay', by: 'brand', on: dueOn, amount, period, overdue })),
    ...repayment(standing),
    ...disputable.map(({ period, until }): Task => ({ task: 'check', by: 'both', on: until, period })),
    ...disputes.map(({ period, line, file, lapsesOn }): Task => ({ task: 'resolve', by: 'both', on: lapsesOn, period, line, file })),
    ...released(standing),
    // From its day on it counts whether anybody acknowledges it or not.
    ...waits
      .filter(({ until }) => asOf < until)
      .map(({ line, party, moves, until }): Task => ({ task: 'acknowledge', by: party, on: until, line, moves })),
    ...duties.flatMap(({ id, period, owes, dueOn, state, claimUntil }): Task[] => {
      if (state === 'due') return [{ task: 'duty', by: owes, on: dueOn, duty: id, period }];
      return state === 'unclaimed' && claimUntil !== null
        ? [{ task: 'claim', by: otherParty(owes), on: claimUntil, duty: id, period }]
        : [];
    }),
    ...requests.map(({ milestone, file, givenOn }): Task => ({ task: 'answer', by: 'brand', on: givenOn, milestone, file })),
  ];
  return inOrder(tasks);
}

/** Earliest first; what has no day stands where it is most likely forgotten: at the top. */
export function inOrder(tasks: readonly Task[]): Task[] {
  const day = ({ on }: Task) => on ?? '';
  return [...tasks].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

function repayment({ balance }: Standing): Task[] {
  if (!balance.startsWith('-') || !/[1-9]/.test(balance)) return [];
  return [{ task: 'repay', by: 'provider', on: null, amount: balance.slice(1), period: null, overdue: false }];
}

/** What would release held lines, each cause once: data of a party, or a review. */
function released({ holds }: Standing): Task[] {
  const found = new Map<string, { readonly task: Task; readonly lines: readonly string[] }>();
  for (const { period, line, causes, decidedFrom } of holds) {
    for (const cause of causes) {
      if (waitsForData(cause, causes)) continue;
      const { reason, party } = cause;
      const reviewer = REVIEWED.get(reason.code);
      const of = reviewer ?? party;
      if (of === null) continue;
      const key = JSON.stringify(reason);
      const known = found.get(key)?.task;
      const by: Doer = known === undefined || known.by === of ? of : 'both';
      const lines = [...new Set([...(found.get(key)?.lines ?? []), `${period}/${line}`])];
      const on = known?.on != null && known.on < decidedFrom ? known.on : decidedFrom;
      found.set(key, { task: { task: reviewer === undefined ? 'deliver' : 'review', by, on, lines, reason }, lines });
    }
  }
  return [...found.values()].map(({ task }) => task);
}
