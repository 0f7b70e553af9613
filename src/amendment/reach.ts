import { type Fee, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { Contract, Kpi, Scheduled, Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { scheduledAt, type TermPeriod, termPeriods } from '../kernel/period.js';
import { isZero, rational } from '../kernel/rational.js';
import { ORDER, type TermChange } from './model.js';

/** Both texts of a contract and the periods that either of them has. */
export interface Texts {
  readonly base: Terms;
  readonly head: Terms;
}

/** Every period of either text, ascending; where both have it, as the new text has it. */
export function periodsOf({ base, head }: Texts): TermPeriod[] {
  const found = new Map<PeriodId, TermPeriod>();
  for (const { contract } of [base, head]) {
    for (const period of termPeriods(contract.term, contract.calendar.every)) found.set(period.id, period);
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const nonZero = (schedule: Scheduled<string>, period: PeriodId): boolean => !isZero(rational(scheduledAt(schedule, period)));

/** Whether a fee can be other than 0 in a period: a fee that is agreed at 0 until July changes nothing before July. */
export function feeBites(fee: Fee, period: PeriodId): boolean {
  return kindOf(fee).bites(fee, period);
}

/** Whether a score can move money in a period: by a fee of its own, or through the composite. */
export function kpiBites(contract: Contract, kpi: Kpi, period: PeriodId): boolean {
  const paid = (by: string) => contract.fees.some((fee) => kindOf(fee).by(fee) === by && feeBites(fee, period));
  const counts = contract.composite.rule === 'min' || nonZero(kpi.weight, period);
  return paid(kpi.id) || (counts && paid('composite'));
}

function compositeBites(contract: Contract, period: PeriodId): boolean {
  return contract.fees.some((fee) => kindOf(fee).by(fee) === 'composite' && feeBites(fee, period));
}

function itemBites({ contract }: Terms, list: string, id: string, period: PeriodId): boolean {
  const feeOf = (fee: string) => contract.fees.some((each) => each.id === fee && feeBites(each, period));
  switch (list) {
    case 'kpis':
      return contract.kpis.some((kpi) => kpi.id === id && kpiBites(contract, kpi, period));
    case 'fees':
      return feeOf(id);
    case 'gates':
      return contract.gates.some((gate) => gate.id === id && gate.blocks.some(feeOf));
    case 'duties':
      return contract.duties.some(
        (duty) =>
          duty.id === id &&
          duty.ifLate.kpis.some((name) => contract.kpis.some((kpi) => kpi.id === name && kpiBites(contract, kpi, period))),
      );
    default:
      return true;
  }
}

/** The fees that grace waives in a period, ascending. */
export function waivedIn({ contract }: Terms, periods: readonly TermPeriod[], period: PeriodId): string[] {
  const { grace } = contract;
  if (grace === null) return [];
  const first = periods.findIndex(({ id }) => id >= grace.from);
  const index = periods.findIndex(({ id }) => id === period);
  return first >= 0 && index >= first && index < first + grace.periods ? [...grace.waives].sort() : [];
}

const LISTS: ReadonlySet<string> = new Set(['kpis', 'fees', 'gates', 'duties']);
const DEFINITIONS: ReadonlySet<string> = new Set(['facts', 'measures', 'metrics', 'fx', 'reconcile', 'views']);
/** Terms of a period as a whole; the rest holds for the next statement or moves no money. */
const OF_EVERY_PERIOD: ReadonlySet<string> = new Set(['currency', 'rounding']);

/**
 * The periods whose settlement a change can move, ascending. A scheduled field says so itself. Any other term reaches every
 * period that is not settled yet and in which it bites: a settled one keeps the text it was settled on (section 6).
 */
export function reachOf(change: TermChange, texts: Texts, settled: ReadonlySet<PeriodId>): PeriodId[] {
  if (change.periods !== null) return [...change.periods];
  const [list = '', name = ''] = change.path;
  const { base, head } = texts;
  const open = periodsOf(texts).filter(({ id }) => !settled.has(id));
  const where = (holds: (period: TermPeriod) => boolean) => open.filter(holds).map(({ id }) => id);
  if (name === ORDER) return [];
  if (LISTS.has(list)) return where(({ id }) => itemBites(base, list, name, id) || itemBites(head, list, name, id));
  if (DEFINITIONS.has(list) || OF_EVERY_PERIOD.has(list)) return where(() => true);
  switch (list) {
    case 'composite':
      return where(({ id }) => compositeBites(base.contract, id) || compositeBites(head.contract, id));
    case 'calendar':
      return name === 'every' || name === 'timezone' ? where(() => true) : [];
    case 'grace': {
      const all = periodsOf(texts);
      return where(({ id }) => waivedIn(base, all, id).join(' ') !== waivedIn(head, all, id).join(' '));
    }
    case 'term': {
      const days = ({ contract }: Terms, id: PeriodId) => {
        const found = termPeriods(contract.term, contract.calendar.every).find((period) => period.id === id);
        return found === undefined ? '' : `${found.inForce.from} ${found.inForce.to}`;
      };
      // Here a settled period counts too: its days cannot be given or taken.
      return periodsOf(texts).flatMap(({ id }) => (days(base, id) === days(head, id) ? [] : [id]));
    }
    default:
      return [];
  }
}
