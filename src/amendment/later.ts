import { type Fee, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { Scheduled, Steps, Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import type { Later, TermChange } from './model.js';
import { feeBites, type Texts } from './reach.js';

/** What can be done about a change of money that reaches a period which has begun, by what its clause is. */
export function laterOf(change: TermChange, texts: Texts): Later {
  const [list = '', id = ''] = change.path;
  switch (list) {
    case 'grace':
      return 'grace';
    case 'term':
      return 'term';
    case 'gates':
    case 'duties':
      return isScheduled(change) ? 'schedule' : 'of-new-items';
    case 'fees':
    case 'kpis':
      return isScheduled(change) ? 'schedule' : ofItem(change, texts, list, id);
    default:
      return 'next-contract';
  }
}

/** A field that one text does not have has no value which a schedule could give it until then. */
function isScheduled({ periods, before, after }: TermChange): boolean {
  return periods !== null && before !== null && after !== null;
}

function ofItem({ kind }: TermChange, { base, head }: Texts, list: 'fees' | 'kpis', id: string): Later {
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
