import type { EventOf } from '../../contract/event-kinds/event-kinds.js';
import { quote } from '../../contract/quote.js';
import { addDays, type LocalDate, periodDays } from '../../kernel/calendar.js';
import { money, moneyText } from '../../kernel/money.js';
import { issue } from '../../words/issue.js';
import { timeline } from '../timeline.js';
import { awaited, type Judge, type Scene, timelineOf } from './scene.js';

const isSettled = ({ ledger }: Scene, period: string) => ledger.some(({ statement }) => statement.period === period);

/** A remeasure of what is accepted, or was not due yet. */
export const remeasureWithoutEffect: Judge<'remeasure'> = (event, scene, at) => {
  const { period, date } = event;
  if (isSettled(scene, period)) return [issue('remeasure-settled', at, { period })];
  const dueOn = notDueOn(event, scene);
  return dueOn === null ? [] : [issue('remeasure-not-due', at, { period, dueOn, date })];
};

/** The day from which the statement of a period can be there, where an event came before that day. */
function notDueOn({ period, date }: EventOf<'remeasure' | 'witness'>, scene: Scene): LocalDate | null {
  const { every, lockAfterDays } = scene.terms.contract.calendar;
  const days = timelineOf(scene).periods.find(({ id }) => id === period)?.inForce ?? periodDays(period, every);
  const dueOn = days === null ? date : addDays(days.to, lockAfterDays);
  return date < dueOn ? dueOn : null;
}

/** Which statement has a correction: the next, that of its own period where that is not settled, or none where the term ends before it. */
export function correctionCounts({ period }: EventOf<'correction'>, scene: Scene): 'next' | 'with-its-period' | 'never' {
  if (isSettled(scene, period)) return 'next';
  const { periods, termination } = timelineOf(scene);
  return termination !== null && period > (periods.at(-1)?.id ?? period) ? 'never' : 'with-its-period';
}

/** A correction of what is not settled yet waits for it: in vain where the term has been ended before that. */
export const correctionWithoutEffect: Judge<'correction'> = (event, scene, at) => {
  const { period, line, amount } = event;
  const { currency } = scene.terms.contract;
  const counts = correctionCounts(event, scene);
  if (counts === 'next') return [];
  const { end, termination } = timelineOf(scene);
  const params = { period, line: quote(line), amount: moneyText(money(amount, currency)), currency };
  return [
    counts === 'never'
      ? issue('correction-after-end', at, { ...params, end, file: termination?.file ?? '' })
      : issue('correction-waits', at, params),
  ];
};

/** A termination for a day on which the term ends without it. */
export const terminationWithoutEffect: Judge<'termination'> = (event, { terms, events }, at) => {
  const others = events.filter((each) => each.kind === 'termination' && each !== event && each.date <= event.date);
  const { end } = timeline(terms.contract, others);
  return event.on < end ? [] : [issue('termination-changes-nothing', at, { on: event.on, end })];
};

/** A witness of a period that no statement can be of yet, or who says `same` of other evidence than the statement's. */
export const witnessWithoutEffect: Judge<'witness'> = (event, scene, at) => {
  const { period, result, evidenceDigest: found, date } = event;
  const expected = scene.ledger.find(({ statement }) => statement.period === period)?.statement.evidenceDigest;
  const dueOn = expected === undefined ? notDueOn(event, scene) : null;
  if (dueOn !== null) return [issue('witness-not-due', at, { period, dueOn, date })];
  if (expected === undefined || result !== 'same' || expected === found) return [];
  return [issue('witness-of-other', at, { period, found, expected })];
};

/** The same of a witness who came before the statement, once that is there, until the party says something else of it. */
export const earlyWitness: Judge<'witness'> = (event, scene, at) => {
  const isReplaced = scene.events.some(
    (each) => each.kind === 'witness' && each.period === event.period && each.party === event.party && each.file > event.file,
  );
  return isReplaced || !awaited(scene, event) ? [] : witnessWithoutEffect(event, scene, at);
};
