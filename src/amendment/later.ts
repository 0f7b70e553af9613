import { type Fee, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { Scheduled, Steps, Terms } from '../contract/model.js';
import { addDays, type PeriodId } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';
import type { Later, TermChange } from './model.js';
import { type Agreed, openPeriods, periodsBeyond } from './open-periods.js';
import { feeBites, movesIn, periodsOf, type Texts, waivedIn } from './reach.js';
import { closeSteps, isWithin, movedIn, targetIn } from './target-steps.js';

/** What can be done, with what its sentence names. */
export interface Remedy {
  readonly later: Later;
  readonly with: Readonly<Record<string, string>>;
}

/** What can be done about a change of money that comes too late for a period, by what its clause is and what is left of the term. */
export function laterOf(change: TermChange, texts: Texts, agreed: Agreed): Remedy {
  const way = wayOf(change, texts);
  switch (way) {
    case 'next-contract':
      return { later: way, with: {} };
    case 'grace':
      return graceLater(texts, agreed);
    case 'term':
      return termLater(texts, agreed);
    case 'schedule':
      return targetIn(texts.head.contract, change.path) === null
        ? startsIn(way, texts, agreed, scheduleMoves(change.path, texts))
        : laterTarget(change.path, texts, agreed);
    default:
      return startsIn(way, texts, agreed, () => true);
  }
}

/** How a change can begin later, were there any later period. */
type Way = 'schedule' | 'new-item' | 'new-cap' | 'end-of-cap' | 'run-out' | 'replace' | 'of-new-items' | 'grace' | 'term' | 'next-contract';

function wayOf(change: TermChange, texts: Texts): Way {
  const [list = '', id = ''] = change.path;
  switch (list) {
    case 'grace':
      return 'grace';
    case 'term':
      return 'term';
    case 'gates':
    case 'duties':
      return isScheduled(change, texts) ? 'schedule' : 'of-new-items';
    case 'fees':
    case 'kpis':
      return isScheduled(change, texts) ? 'schedule' : ofItem(change, texts, list, id);
    default:
      return 'next-contract';
  }
}

type Asked = (period: PeriodId) => boolean;

/** The first open period that will do; else the first after the term that would, if the term went on; else none is left. */
function startsIn(way: Way | 'grace-from', texts: Texts, agreed: Agreed, willDo: Asked, beyond = 1): Remedy {
  const first = openPeriods(texts.head, texts, agreed).find(({ id }) => willDo(id));
  const [start] = periodsOf(texts);
  if (first !== undefined)
    return { later: way, with: { first: first.id, ...(way === 'of-new-items' && start ? { start: start.id } : {}) } };
  const next = periodsBeyond(texts.head, texts, agreed.asOf, beyond).find(willDo);
  if (next === undefined) return { later: 'none-left', with: {} };
  return { later: 'longer-term', with: { first: next, end: texts.head.contract.term.to } };
}

function scheduleMoves([list = '', id = '']: readonly string[], texts: Texts): Asked {
  return movesIn(texts, list, id);
}

/** Where a new value of a target can begin, by the contract's own rules about its steps too. */
export function laterTarget(path: readonly string[], texts: Texts, agreed: Agreed): Remedy {
  const [base, head] = [texts.base, texts.head].map(({ contract }) => targetIn(contract, path));
  const { amendments, calendar } = texts.base.contract;
  const every = periodsOf(texts).map(({ id }) => id);
  const [wanted] = base == null || head == null ? [] : movedIn(every, base, head);
  if (base == null || head == null || wanted === undefined) return { later: 'none-left', with: {} };
  const limit = amendments?.minPeriodsBetween ?? 0;
  const most = amendments?.maxTargetChange ?? null;
  const beyond = Math.max(limit, 1);
  const all = [...every, ...periodsBeyond(texts.head, texts, agreed.asOf, beyond)];
  const value = scheduledAt(head, wanted);
  const isStep = (period: PeriodId) => most === null || isWithin(most, scheduledAt(base, period), value);
  // A value that is too far from the old one is so in every period, and told by itself.
  const isSmall = isStep(wanted);
  const moves = scheduleMoves(path, texts);
  const willDo = (period: PeriodId): boolean => {
    if (period <= wanted || !moves(period) || (isSmall && !isStep(period))) return false;
    const later = [
      ...base.filter(({ from }) => from < period),
      { from: period, value },
      // What the new text says of the time after that stays.
      ...head.filter(({ from }) => from > period),
    ];
    return movedIn(all, base, later)[0] === period && closeSteps(limit, all, base, later, calendar.every).length === 0;
  };
  return startsIn('schedule', texts, agreed, willDo, beyond);
}

/** Grace is one stretch of periods: what it waives in the first of them that cannot be changed any more, it waives in all. */
function graceLater(texts: Texts, agreed: Agreed): Remedy {
  const periods = periodsOf(texts);
  const [open] = openPeriods(texts.head, texts, agreed);
  const stretch = periods.filter(({ id }) => waivedIn(texts.base, periods, id).length > 0).map(({ id }) => id);
  const isFixed = (id: PeriodId) => open === undefined || id < open.id;
  const waived = stretch.filter(isFixed);
  if (waived.length === 0) return startsIn('grace-from', texts, agreed, () => true);
  const goesOn = waived.at(-1) === periods.filter(({ id }) => isFixed(id)).at(-1)?.id;
  if (open === undefined) return startsIn('grace', texts, agreed, () => goesOn);
  return goesOn
    ? { later: 'grace', with: { first: open.id, least: String(waived.length) } }
    : { later: 'grace-over', with: { first: open.id } };
}

/** The days of the periods that cannot be changed any more are the least of a term. */
function termLater(texts: Texts, agreed: Agreed): Remedy {
  const [open] = openPeriods(texts.base, texts, agreed);
  if (open !== undefined) return { later: 'term', with: { end: addDays(open.inForce.from, -1) } };
  const longer = periodsBeyond(texts.base, texts, agreed.asOf, 1).length > 0;
  return longer ? { later: 'term-longer', with: { end: texts.base.contract.term.to } } : { later: 'none-left', with: {} };
}

/** A field that one text does not have has no value which a schedule could give it until then; that of a cap can say that there is none. */
function isScheduled({ path, periods, before, after }: TermChange, { head }: Texts): boolean {
  if (periods === null) return false;
  return (before !== null && after !== null) || isCap(head, path[1] ?? '');
}

function isCap({ contract }: Terms, id: string): boolean {
  return contract.fees.some((fee) => fee.kind === 'cap' && fee.id === id);
}

function ofItem({ kind }: TermChange, { base, head }: Texts, list: 'fees' | 'kpis', id: string): Way {
  if (kind === 'added' && isCap(head, id)) return 'new-cap';
  if (kind === 'removed' && isCap(base, id)) return 'end-of-cap';
  const [old, now] = [base, head].map((terms) => restsOf(terms, list, id));
  if (kind === 'added') return now?.rests === true ? 'new-item' : 'next-contract';
  if (kind === 'removed') return old?.rests === true ? 'run-out' : 'next-contract';
  return old?.rests === true && !old.once ? 'replace' : 'next-contract';
}

/** Whether an item can be there and pay nothing for some periods, and whether there may be no other beside it. */
function restsOf({ contract }: Terms, list: 'fees' | 'kpis', id: string): { readonly rests: boolean; readonly once: boolean } {
  if (list === 'kpis') return { rests: contract.composite.rule !== 'min', once: false };
  const fee = contract.fees.find((each) => each.id === id);
  if (fee === undefined) return { rests: false, once: false };
  const [period] = startsOf(fee);
  return { rests: period !== undefined && !feeBites(atNothing(fee), period), once: kindOf(fee).once };
}

type Schedule = Scheduled<string | Steps>;

function schedulesOf(fee: Fee): readonly Schedule[] {
  const found = (value: unknown): Schedule[] =>
    isSchedule(value) ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(found) : [];
  return found(fee);
}

function startsOf(fee: Fee): readonly PeriodId[] {
  return schedulesOf(fee).flatMap((schedule) => schedule.map(({ from }) => from));
}

/** A fee whose every schedule says 0. */
function atNothing(fee: Fee): Fee {
  // every schedule stays one, so the result is a fee of the same kind
  return zeroed(fee) as Fee;
}

function zeroed(value: unknown): unknown {
  if (isSchedule(value)) {
    return value.map((entry) => ({
      ...entry,
      value: typeof entry.value === 'string' ? '0' : entry.value.map((step) => ({ ...step, value: '0' })),
    }));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, zeroed(inner)]));
}

function isSchedule(value: unknown): value is Schedule {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((entry: unknown) => typeof entry === 'object' && entry !== null && 'from' in entry && 'value' in entry)
  );
}
