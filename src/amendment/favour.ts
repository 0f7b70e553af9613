import type { Contract, Duty, Fee, Gate, Kpi } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';
import { compare, ONE, rational } from '../kernel/rational.js';
import { classify } from './classify.js';
import { compareBands, comparePoints, compareScores, compareTiers, invert, joinOrders, type Order, rises, scoreLine } from './curves.js';
import type { Favour, TermChange } from './model.js';
import { feeBites, kpiBites, periodsOf, type Texts, waivedIn } from './reach.js';

/*
 * Whom a change favours: decided only where the pay is never lower (or never higher) for any data, each change taken by
 * itself on the old text. What trades one outcome against another, or what is measured, is unclear, and said to be.
 */

const PROVIDER = 1;
const BRAND = -1;

function favourOf(order: Order): Favour {
  return order === null ? 'unclear' : order === PROVIDER ? 'provider' : order === BRAND ? 'brand' : 'neither';
}

/** Whom one change favours. */
export function favouredBy(change: TermChange, texts: Texts | null): Favour {
  const kind = classify(change);
  if (kind === 'editorial') return 'neither';
  if (kind === 'definition' || texts === null || change.path.length === 0) return 'unclear';
  if (kind === 'governance' || kind === 'operational') return 'neither';
  const periods = change.periods ?? periodsOf(texts).map(({ id }) => id);
  return favourOf(payOrder(change, texts, periods));
}

/** Whom several changes favour together: somebody only where nothing speaks for the other. */
export function favouredByAll(favours: readonly Favour[]): Favour {
  const sides = new Set(favours.filter((favour) => favour !== 'neither'));
  const [only, ...more] = sides;
  return only === undefined ? 'neither' : more.length > 0 ? 'unclear' : only;
}

/** 1: the provider is never paid less. */
function payOrder(change: TermChange, texts: Texts, periods: readonly PeriodId[]): Order {
  const [list = '', id = '', ...field] = change.path;
  const { contract } = texts.base;
  switch (list) {
    case 'fees':
      return feeOrder(change, texts, id, field, periods);
    case 'kpis':
      return kpiOrder(change, texts, id, field, periods);
    case 'gates':
      return gateOrder(change, texts, id, field);
    case 'duties':
      return dutyOrder(change, texts, id, field);
    case 'payment':
      // Later due days cost the provider time, not money that a statement names.
      return id === 'dueDays' ? invert(numberOrder(change)) : null;
    case 'composite': {
      // The smallest of the scores is never above their weighted mean.
      const falls = id === 'rule' ? (change.after === 'min' ? BRAND : PROVIDER) : null;
      return falls === null ? null : throughScore(falls, contract, 'composite', periods);
    }
    case 'grace':
      return graceOrder(texts);
    default:
      return null;
  }
}

/** What grace waives more, and what it waives no longer, in every period. */
function graceOrder(texts: Texts): Order {
  const periods = periodsOf(texts);
  const { base, head } = texts;
  return joinOrders(
    periods.flatMap(({ id }) => {
      const [old, now] = [waivedIn(base, periods, id), waivedIn(head, periods, id)];
      const more = now.filter((fee) => !old.includes(fee));
      const less = old.filter((fee) => !now.includes(fee));
      return [blocking(head.contract, more), invert(blocking(base.contract, less))];
    }),
  );
}

function numberOrder({ before, after }: Pick<TermChange, 'before' | 'after'>): Order {
  const value = (side: unknown) => (typeof side === 'string' ? rational(side) : typeof side === 'number' ? rational(side) : null);
  const [old, now] = [value(before), value(after)];
  return old === null || now === null ? null : compare(now, old);
}

/** What a fee is to the provider: paid, deducted, or either. */
const SIGN: Readonly<Record<Fee['kind'], 1 | -1 | null>> = {
  retainer: PROVIDER,
  commission: PROVIDER,
  bonus: PROVIDER,
  milestone: PROVIDER,
  guarantee: PROVIDER,
  penalty: BRAND,
  cap: BRAND,
  wager: null,
  tax: null,
};

/** A deduction of more than the whole line would make the provider poorer by earning more. */
function deductsTooMuch(contract: Contract, fee: string): boolean {
  return contract.fees.some(
    (each) =>
      each.kind === 'penalty' &&
      'fee' in each.of &&
      each.of.fee === fee &&
      each.bands.some(({ value }) => value.some((band) => compare(rational(band.value), ONE) > 0)),
  );
}

function feeOrder(change: TermChange, { base, head }: Texts, id: string, field: readonly string[], periods: readonly PeriodId[]): Order {
  const old = base.contract.fees.find((fee) => fee.id === id);
  const now = head.contract.fees.find((fee) => fee.id === id);
  const bites = (fee: Fee | undefined) => fee !== undefined && periods.some((period) => feeBites(fee, period));
  if (field.length === 0) {
    const [fee, order] = change.kind === 'added' ? [now, PROVIDER as Order] : [old, BRAND as Order];
    if (fee === undefined || !bites(fee)) return 0;
    return signed(fee, order);
  }
  if (old === undefined || now === undefined) return null;
  if (!bites(old) && !bites(now)) return 0;
  if (deductsTooMuch(base.contract, id) || deductsTooMuch(head.contract, id)) return null;
  return fieldOrder(change, old, now, field.join('.'));
}

function signed(fee: Fee, order: Order): Order {
  const sign = SIGN[fee.kind];
  return sign === null ? null : sign === PROVIDER ? order : invert(order);
}

function fieldOrder(change: TermChange, old: Fee, now: Fee, field: string): Order {
  const period = change.periods?.[0] ?? '';
  if (old.kind === 'commission' && now.kind === 'commission') {
    if (field === 'tiers') {
      const at = (fee: typeof old) => ({ tiers: scheduledAt(fee.tiers, period), mode: old.mode });
      return compareTiers(at(old), at(now));
    }
    return field === 'mode'
      ? joinOrders(old.tiers.map(({ value: tiers }) => compareTiers({ tiers, mode: old.mode }, { tiers, mode: now.mode })))
      : null;
  }
  if (old.kind === 'bonus' && now.kind === 'bonus') {
    if (field === 'points') {
      const at = (fee: typeof old) => ({ points: scheduledAt(fee.points, period), shape: old.shape });
      return comparePoints(at(old), at(now));
    }
    if (field === 'shape') {
      return joinOrders(old.points.map(({ value: points }) => comparePoints({ points, shape: old.shape }, { points, shape: now.shape })));
    }
  }
  if (old.kind === 'penalty' && now.kind === 'penalty' && field === 'bands') {
    return invert(compareBands(scheduledAt(old.bands, period), scheduledAt(now.bands, period)));
  }
  if (old.kind === 'milestone') {
    if (field === 'due') return String(change.after) > String(change.before) ? PROVIDER : BRAND;
    if (field === 'reach.atLeast') return invert(numberOrder(change));
  }
  if (old.kind === 'wager' && field === 'target') return old.better === 'higher' ? invert(numberOrder(change)) : numberOrder(change);
  if (old.kind === 'cap' && (field === 'period' || field === 'term')) return capOrder(change);
  // A share of the days can only be less than the whole; of a cap, that is less room.
  if (field === 'prorate')
    return old.kind === 'penalty' ? signed(old, change.after === false ? PROVIDER : BRAND) : change.after === false ? PROVIDER : BRAND;
  if (field === 'recoverable') return change.after === true ? BRAND : PROVIDER;
  if (field === 'amount' || field === 'pool' || field === 'of.amount') return signed(old, numberOrder(change));
  return null;
}

/** A cap that is raised or given up favours the provider. */
function capOrder(change: TermChange): Order {
  if (change.before === null) return BRAND;
  if (change.after === null) return PROVIDER;
  return numberOrder(change);
}

/** A higher score pays more unless a fee says otherwise; one that no fee follows pays nothing. */
function throughScore(order: Order, contract: Contract, by: string, periods: readonly PeriodId[]): Order {
  const fees = contract.fees.filter(
    (fee) => (fee.kind === 'bonus' || fee.kind === 'penalty') && fee.by === by && periods.some((id) => feeBites(fee, id)),
  );
  const odd = fees.some((fee) =>
    fee.kind === 'bonus'
      ? fee.points.some(({ value }) => !rises(value))
      : fee.kind === 'penalty' && fee.bands.some(({ value }) => !rises([...value].reverse())),
  );
  return fees.length === 0 ? 0 : odd ? null : order;
}

function scorePays(order: Order, contract: Contract, kpi: string, periods: readonly PeriodId[]): Order {
  return joinOrders([throughScore(order, contract, kpi, periods), throughScore(order, contract, 'composite', periods)]);
}

const LEVELS: ReadonlySet<string> = new Set(['target', 'threshold', 'stretch', 'cap']);

function kpiOrder(change: TermChange, { base, head }: Texts, id: string, field: readonly string[], periods: readonly PeriodId[]): Order {
  const old = base.contract.kpis.find((kpi) => kpi.id === id);
  const now = head.contract.kpis.find((kpi) => kpi.id === id);
  const bites = (contract: Contract, kpi: Kpi | undefined) =>
    kpi !== undefined && periods.some((period) => kpiBites(contract, kpi, period));
  if (!bites(base.contract, old) && !bites(head.contract, now)) return 0;
  if (old === undefined || now === undefined) return null;
  const [name = ''] = field;
  if (LEVELS.has(name)) {
    const changed: Kpi = { ...old, [name]: now[name as 'target'] };
    const orders = periods.map((period) => compareScores(scoreLine(old, period), scoreLine(changed, period)));
    return scorePays(joinOrders(orders), base.contract, id, periods);
  }
  if (name !== 'minimum') return null;
  // Under a minimum that is not reached the score is 0, which is never more.
  const harder = change.before === null ? PROVIDER : change.after === null ? BRAND : field[1] === 'atLeast' ? numberOrder(change) : null;
  return scorePays(invert(harder), base.contract, id, periods);
}

/** What it is to the provider that these fees are 0 more often. */
function blocking(contract: Contract, fees: readonly string[]): Order {
  const signs = fees.map((id): Order => {
    const fee = contract.fees.find((each) => each.id === id);
    return fee === undefined ? 0 : signed(fee, BRAND);
  });
  return joinOrders(signs);
}

function gateOrder(change: TermChange, { base, head }: Texts, id: string, [field = '']: readonly string[]): Order {
  const find = (contract: Contract): Gate | undefined => contract.gates.find((gate) => gate.id === id);
  const [old, now] = [find(base.contract), find(head.contract)];
  if (old === undefined || now === undefined) {
    const gate = old ?? now;
    const order = gate === undefined ? 0 : blocking((now === undefined ? base : head).contract, gate.blocks);
    return now === undefined ? invert(order) : order;
  }
  if (field === 'value') {
    const harder = old.limit === 'atLeast' ? numberOrder(change) : invert(numberOrder(change));
    return harder === null || harder === 0
      ? harder
      : harder === 1
        ? blocking(base.contract, old.blocks)
        : invert(blocking(base.contract, old.blocks));
  }
  if (field !== 'blocks') return null;
  const added = now.blocks.filter((fee) => !old.blocks.includes(fee));
  const freed = old.blocks.filter((fee) => !now.blocks.includes(fee));
  return joinOrders([blocking(head.contract, added), invert(blocking(base.contract, freed))]);
}

function dutyOrder(change: TermChange, { base, head }: Texts, id: string, field: readonly string[]): Order {
  const find = (contract: Contract): Duty | undefined => contract.duties.find((duty) => duty.id === id);
  const [old, now] = [find(base.contract), find(head.contract)];
  const duty = old ?? now;
  if (duty === undefined) return null;
  const owed = duty.owes === 'brand' ? PROVIDER : BRAND;
  if (old === undefined) return owed;
  if (now === undefined) return invert(owed);
  const name = field.join('.');
  if (name === 'dueDay') return numberOrder(change) === 1 ? invert(owed) : owed;
  return name === 'ifLate.scoreAs' ? numberOrder(change) : null;
}
