import { inCommon, toldTogether } from '../attainment/told-together.js';
import type { Reason } from '../attainment/value.js';
import type { Contract } from '../contract/model.js';
import { addDays, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import { money, moneyText, subtractMoney, sumMoney, zeroMoney } from '../kernel/money.js';
import { otherParty, type Party } from '../kernel/party.js';
import { lastDayToResolve } from './disputes.js';
import { REVIEWED, waitsFor, waitsForData } from './holds.js';
import type { Refused } from './milestones.js';
import type { Scorecard } from './model.js';
import type { Standing, StandingWait } from './standing.js';

/** Who is to do something: a party, each of them, either, or the scheduled workflow. */
export type Doer = Party | 'both' | 'either' | 'workflow';

/**
 * What is to be done next on a contract. Dates are the last day for it, that day included; null where it has none. What is settled has the
 * first day on which it can be.
 */
export type Task = { readonly by: Doer; readonly on: LocalDate | null } & (
  | { readonly task: 'mend'; readonly errors: number }
  | { readonly task: 'ratify' }
  | { readonly task: 'settle'; readonly period: PeriodId; readonly since: LocalDate; readonly overdue: boolean }
  | { readonly task: 'accept'; readonly period: PeriodId; readonly pullRequest: number; readonly url: string }
  | { readonly task: 'pay' | 'repay'; readonly amount: string; readonly period: PeriodId | null; readonly overdue: boolean }
  | { readonly task: 'check'; readonly period: PeriodId }
  | {
      readonly task: 'resolve';
      readonly party: Party;
      readonly period: PeriodId;
      readonly line: string;
      readonly file: string;
      readonly claimed: string;
      readonly reason: string;
      readonly escalatedOn?: LocalDate;
    }
  | {
      readonly task: 'deliver' | 'review';
      readonly lines: readonly string[];
      readonly reason: Reason;
      /** What else holds any of these lines, which this does not put right; absent where nothing does. */
      readonly besides?: readonly Reason[];
    }
  | { readonly task: 'acknowledge'; readonly line: string; readonly moves: string; readonly countsFrom: LocalDate }
  | { readonly task: 'claim'; readonly by: Party; readonly duty: string; readonly period: PeriodId }
  | {
      readonly task: 'duty';
      readonly by: Party;
      readonly duty: string;
      readonly period: PeriodId;
      /** It counts as late, as nothing but both parties' word can change. */
      readonly overdue: boolean;
      /** Its day has passed, nothing says that it was done, and it is late only by a claim: until when; else null. */
      readonly claimableUntil: LocalDate | null;
    }
  | { readonly task: 'answer'; readonly milestone: string; readonly file: string }
  | { readonly task: 'ask'; readonly milestone: string; readonly refused?: Refused }
  | { readonly task: 'examine'; readonly period: PeriodId; readonly count: number }
  | { readonly task: 'hand-over'; readonly overdue: boolean }
);

/** Who settles what is due: the scheduled workflow, or, in a repository without it, whoever of the parties runs it. */
export type Settler = Extract<Doer, 'workflow' | 'either'>;

/** Everything that somebody has to do or may still do, by its day; what is late comes first. */
export function tasksOf(standing: Standing, settler: Settler): Task[] {
  const { asOf, running, due, open, disputable, disputes, waits, duties, milestones, requests, handover } = standing;
  const tasks: Task[] = [
    ...due.map(({ period, since }): Task => ({ task: 'settle', by: settler, on: since, period, since, overdue: since < asOf })),
    ...open.map(({ period, amount, dueOn, overdue }): Task => ({ task: 'pay', by: 'brand', on: dueOn, amount, period, overdue })),
    ...repayments(standing),
    ...disputable.map(({ period, until }): Task => ({ task: 'check', by: 'both', on: until, period })),
    ...disputes.map(({ party, period, line, file, claimed, reason, lapsesOn, escalatedOn }): Task => {
      const more = escalatedOn === undefined ? {} : { escalatedOn };
      return { task: 'resolve', by: 'both', on: lastDayToResolve(lapsesOn), party, period, line, file, claimed, reason, ...more };
    }),
    ...released(standing),
    ...waits
      .filter((wait) => isAwaited(wait, asOf))
      .map(({ line, party, moves, until }): Task => {
        return { task: 'acknowledge', by: party, on: addDays(until, -1), line, moves, countsFrom: until };
      }),
    ...duties.flatMap(({ id, period, owes, dueOn, state, doneOn, claimUntil }): Task[] => {
      const of = { duty: id, period };
      const claimableUntil = state === 'unclaimed' ? claimUntil : null;
      const own: Task = { task: 'duty', by: owes, on: dueOn, ...of, overdue: state === 'late', claimableUntil };
      const claim: Task = { task: 'claim', by: otherParty(owes), on: claimableUntil, ...of };
      return [...(doneOn === null ? [own] : []), ...(claimableUntil === null ? [] : [claim])];
    }),
    ...requests.map(({ milestone, file, givenOn }): Task => ({ task: 'answer', by: 'brand', on: givenOn, milestone, file })),
    ...milestones
      .filter(({ askUntil, refused }) => refused !== undefined || (running !== null && askUntil <= running.to))
      .map(({ milestone, askUntil, refused }): Task => {
        return { task: 'ask', by: 'provider', on: askUntil, milestone, ...(refused === undefined ? {} : { refused }) };
      }),
    ...(handover === null ? [] : [{ task: 'hand-over', by: 'both', on: handover, overdue: handover < asOf } as const]),
  ];
  return inOrder(tasks);
}

type Waiting = Pick<StandingWait, 'until' | 'acknowledged' | 'disputed'>;

/** Whether a large true-up waits for somebody's review: while it is disputed none releases it. */
export function isAwaited(wait: Waiting, asOf: LocalDate): boolean {
  return wait.disputed === undefined && !countsNext(wait, asOf);
}

/** Whether the next statement counts it: once it is acknowledged, and from its day on in any case, unless it is disputed. */
export function countsNext({ until, acknowledged, disputed }: Waiting, asOf: LocalDate): boolean {
  return disputed === undefined && (acknowledged === true || asOf >= until);
}

/**
 * Tasks with what stands out in the running period as it is measured and waits for a review: one that comes before the period's statement
 * keeps it from holding fees.
 */
export function withExamined(
  tasks: readonly Task[],
  { running }: Pick<Standing, 'running'>,
  { anomalies }: Pick<Scorecard, 'anomalies'>,
  { review }: Pick<Contract, 'review'>,
): readonly Task[] {
  const count = new Set(anomalies.filter(({ reviewed }) => !reviewed).map(({ id }) => id)).size;
  if (running === null || review === null || count === 0) return tasks;
  return inOrder([...tasks, { task: 'examine', by: 'either', on: running.settlesOn, period: running.period, count }]);
}

/** Earliest first; what has no day stands where it is most likely forgotten: at the top. */
export function inOrder(tasks: readonly Task[]): Task[] {
  const day = ({ on }: Task) => on ?? '';
  return [...tasks].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** What the provider owes back: of statements by their days; what the brand has paid ahead by none. */
function repayments({ balance, refunds, currency }: Standing): Task[] {
  const owed = subtractMoney(zeroMoney(currency), money(balance, currency));
  const ofStatements = sumMoney(
    refunds.map(({ amount }) => money(amount, currency)),
    currency,
  );
  const ahead = subtractMoney(owed, ofStatements);
  const repay = { task: 'repay', by: 'provider' } as const;
  return [
    ...refunds.map(({ period, amount, dueOn, overdue }): Task => ({ ...repay, on: dueOn, amount, period, overdue })),
    ...(ahead.minor <= 0n ? [] : [{ ...repay, on: null, amount: moneyText(ahead), period: null, overdue: false }]),
  ];
}

/** Whether a task is a duty that nobody has done by its day, whether that counts as late or may be claimed to. */
export function isUndoneDuty(task: Task): boolean {
  return task.task === 'duty' && (task.overdue || task.claimableUntil !== null);
}

/** Whether a task is money that one party owes the other. */
export function isMoney(task: Task): task is Extract<Task, { readonly task: 'pay' | 'repay' }> {
  return task.task === 'pay' || task.task === 'repay';
}

/**
 * What would release held lines, each cause once: data of a party, or a review. What one file or one review puts right is one task; what
 * holds its lines besides is told with it, since nothing is released by one of two.
 */
function released({ holds }: Standing): Task[] {
  const found = new Map<string, Released>();
  const holding = new Map<string, readonly Reason[]>();
  for (const { period, line, causes, decidedFrom } of holds) {
    const open = causes.filter((cause) => cause.released !== true && !waitsForData(cause, causes));
    holding.set(
      `${period}/${line}`,
      open.map(({ reason }) => reason),
    );
    for (const cause of open) {
      const { reason } = cause;
      const of = waitsFor(cause);
      if (of === null) continue;
      const key = inCommon(reason);
      const known = found.get(key);
      found.set(key, {
        task: REVIEWED.has(reason.code) ? 'review' : 'deliver',
        by: known === undefined || known.by === of ? of : 'both',
        on: known !== undefined && known.on < decidedFrom ? known.on : decidedFrom,
        lines: [...new Set([...(known?.lines ?? []), `${period}/${line}`])],
        reasons: [...(known?.reasons ?? []), reason],
      });
    }
  }
  return [...found].flatMap(([key, { reasons, ...task }]) => {
    const besides = toldTogether(task.lines.flatMap((line) => holding.get(line) ?? []).filter((reason) => inCommon(reason) !== key));
    return toldTogether(reasons).map((reason): Task => ({ ...task, reason, ...(besides.length === 0 ? {} : { besides }) }));
  });
}

interface Released {
  readonly task: 'deliver' | 'review';
  readonly by: Doer;
  readonly on: LocalDate;
  readonly lines: readonly string[];
  readonly reasons: readonly Reason[];
}
