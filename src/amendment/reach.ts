import { type Fee, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { Contract, Kpi, Scheduled, Terms } from '../contract/model.js';
import { type LocalDate, minDate, type PeriodId } from '../kernel/calendar.js';
import { kept } from '../kernel/kept.js';
import { scheduledAt, type TermPeriod, termPeriods } from '../kernel/period.js';
import { isZero, rational } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { ORDER, type TermChange } from './model.js';

/** Both texts of a contract and the periods that either of them has. */
export interface Texts {
  readonly base: Terms;
  readonly head: Terms;
  /** The last day in force, where a termination ends the contract whatever its term says. */
  readonly ends: LocalDate | null;
}

/** Whether both texts are settled in the same kind of periods: else none of one is one of the other. */
export function sameCalendar({ base, head }: Pick<Texts, 'base' | 'head'>): boolean {
  return base.contract.calendar.every === head.contract.calendar.every;
}

/** The periods of one text's term, up to a termination. */
export function periodsIn({ term, calendar }: Contract, { ends }: Pick<Texts, 'ends'>): readonly TermPeriod[] {
  const to = ends === null ? term.to : minDate(term.to, ends);
  return to < term.from ? [] : termPeriods({ from: term.from, to }, calendar.every);
}

/** Every period of either text, ascending; where both have it, as the new text has it. With another calendar, those of the old text. */
export const periodsOf = remembered((texts: Texts): readonly TermPeriod[] => {
  const found = new Map<PeriodId, TermPeriod>();
  for (const { contract } of sameCalendar(texts) ? [texts.base, texts.head] : [texts.base]) {
    for (const period of periodsIn(contract, texts)) found.set(period.id, period);
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
});

const nonZero = (schedule: Scheduled<string>, period: PeriodId): boolean => !isZero(rational(scheduledAt(schedule, period)));

/** Asked of a period. */
type Bites = (period: PeriodId) => boolean;

// A term may have a thousand periods, and every change asks for all of them: what is asked again is remembered.
const feeBitesIn = remembered((fee: Fee): Bites => kept((period) => kindOf(fee).bites(fee, period)));

/** Whether a fee can be other than 0 in a period: a fee that is agreed at 0 until July changes nothing before July. */
export function feeBites(fee: Fee, period: PeriodId): boolean {
  return feeBitesIn(fee)(period);
}

function anyBites(fees: readonly Fee[]): Bites {
  return (period) => fees.some((fee) => feeBites(fee, period));
}

const compositeBites = remembered((contract: Contract): Bites => kept(anyBites(feesBy(contract, 'composite'))));

function feesBy({ fees }: Contract, by: string): Fee[] {
  return fees.filter((fee) => kindOf(fee).by(fee) === by);
}

const kpiBitesIn = remembered((kpi: Kpi, contract: Contract): Bites => {
  const own = anyBites(feesBy(contract, kpi.id));
  const counts = (period: PeriodId) => contract.composite.rule === 'min' || nonZero(kpi.weight, period);
  return kept((period) => own(period) || (counts(period) && compositeBites(contract)(period)));
});

/** Whether a score can move money in a period: by a fee of its own, or through the composite. */
export function kpiBites(contract: Contract, kpi: Kpi, period: PeriodId): boolean {
  return kpiBitesIn(kpi, contract)(period);
}

/** Whether an item of a list moves money in a period; one that is not there moves none. */
function itemBites({ contract }: Terms, list: string, id: string): Bites {
  const named = <T extends { readonly id: string }>(items: readonly T[], ids: readonly string[]) =>
    items.filter((item) => ids.includes(item.id));
  const kpis = (ids: readonly string[]): Bites => {
    const found = named(contract.kpis, ids);
    return (period) => found.some((kpi) => kpiBites(contract, kpi, period));
  };
  switch (list) {
    case 'kpis':
      return kpis([id]);
    case 'fees':
      return anyBites(named(contract.fees, [id]));
    case 'gates': {
      const blocked = named(contract.gates, [id]).flatMap((gate) => gate.blocks);
      return anyBites(named(contract.fees, blocked));
    }
    case 'duties':
      return kpis(named(contract.duties, [id]).flatMap((duty) => duty.ifLate.kpis));
    default:
      return () => true;
  }
}

/** Whether an item of a list moves money in a period under either text. */
export function movesIn({ base, head }: Texts, list: string, id: string): Bites {
  const [before, after] = [itemBites(base, list, id), itemBites(head, list, id)];
  return (period) => before(period) || after(period);
}

/** The fees that grace waives in a period, ascending. */
export function waivedIn({ contract }: Terms, periods: readonly TermPeriod[], period: PeriodId): string[] {
  const { grace } = contract;
  if (grace === null) return [];
  const first = periods.findIndex(({ id }) => id >= grace.from);
  const index = periods.findIndex(({ id }) => id === period);
  return first >= 0 && index >= first && index < first + grace.periods ? [...grace.waives].sort() : [];
}

/** The fees that a flagged anomaly holds in a period where reviews are agreed. */
export function variableIn({ contract }: Terms, period: PeriodId): Fee[] {
  return contract.fees.filter((fee) => kindOf(fee).variable(fee) && feeBites(fee, period));
}

const LISTS: ReadonlySet<string> = new Set(['kpis', 'fees', 'gates', 'duties']);
const DEFINITIONS: ReadonlySet<string> = new Set(['facts', 'measures', 'metrics', 'fx', 'reconcile', 'views']);
/** Terms of a period as a whole; the rest holds for the next statement or moves no money. */
const OF_EVERY_PERIOD: ReadonlySet<string> = new Set(['currency', 'rounding']);

/**
 * The periods whose settlement a change can move, ascending. A scheduled field says so itself. Any other term reaches every
 * period that is not settled yet and in which it bites: a settled one keeps the text it was settled on (section 6). What bites in
 * settled ones alone can never act: it reaches them, so that the policy refuses it.
 */
export function reachOf(change: TermChange, texts: Texts, settled: ReadonlySet<PeriodId>): PeriodId[] {
  const all = periodsOf(texts);
  if (change.periods !== null) {
    const left = new Set(all.map(({ id }) => id));
    return change.periods.filter((id) => left.has(id));
  }
  const [list = '', name = ''] = change.path;
  const { base, head } = texts;
  const open = all.filter(({ id }) => !settled.has(id));
  const idsOf = (periods: readonly TermPeriod[]) => periods.map(({ id }) => id);
  const where = (holds: Bites) => {
    const acts = open.filter(({ id }) => holds(id));
    return idsOf(acts.length > 0 ? acts : all.filter(({ id }) => holds(id)));
  };
  if (name === ORDER) return [];
  if (LISTS.has(list)) {
    return where(movesIn(texts, list, name));
  }
  // After the last period data may still have to move for the tail.
  if (DEFINITIONS.has(list)) return idsOf(open);
  if (OF_EVERY_PERIOD.has(list)) return where(() => true);
  switch (list) {
    case 'composite':
      return where((id) => compositeBites(base.contract)(id) || compositeBites(head.contract)(id));
    case 'calendar':
      return name === 'every' || name === 'timezone' ? where(() => true) : [];
    case 'grace':
      // Grace names its periods itself, as a schedule does: a settled one counts too.
      return idsOf(all).filter((id) => waivedIn(base, all, id).join(' ') !== waivedIn(head, all, id).join(' '));
    case 'review':
      return name === '' ? where((id) => variableIn(base, id).length > 0 || variableIn(head, id).length > 0) : [];
    case 'term': {
      const [old, now] = [base, head].map(({ contract }) => daysInForce(periodsIn(contract, texts)));
      // Here a settled period counts too: its days cannot be given or taken.
      return all.flatMap(({ id }) => (old?.get(id) === now?.get(id) ? [] : [id]));
    }
    default:
      return [];
  }
}

/** The days in force of each period, as text. */
function daysInForce(periods: readonly TermPeriod[]): ReadonlyMap<PeriodId, string> {
  return new Map(periods.map(({ id, inForce }) => [id, `${inForce.from} ${inForce.to}`]));
}
