import { type Fee, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import { BRAND, numberOrder, PROVIDER } from '../contract/fee-kinds/judging.js';
import type { Contract, Duty, Gate, Kpi, Scheduled, Steps } from '../contract/model.js';
import { compareScores, invert, joinOrders, type Order, scoreLine } from '../contract/orders.js';
import type { PeriodId } from '../kernel/calendar.js';
import { compare, ONE, rational } from '../kernel/rational.js';
import { classify } from './classify.js';
import type { Favour, TermChange } from './model.js';
import { feeBites, kpiBites, periodsOf, type Texts, variableIn, waivedIn } from './reach.js';

/*
 * Whom a change favours: decided only where the pay is never lower (or never higher) for any data, each change taken by
 * itself on the old text. What trades one outcome against another, or what is measured, is unclear, and said to be.
 */

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
    case 'review':
      return reviewOrder(change, texts, periods);
    default:
      return null;
  }
}

/** What a flagged anomaly would have held is paid at once without reviews: a fee to the provider sooner, and a deduction too. */
function reviewOrder({ path, after }: TermChange, { base, head }: Texts, periods: readonly PeriodId[]): Order {
  if (path.length > 1) return 0;
  const agreed = after === null ? base : head;
  const held = new Set(periods.flatMap((id) => variableIn(agreed, id).map((fee) => fee.id)));
  const order = blocking(agreed.contract, [...held]);
  return after === null ? invert(order) : order;
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

/** The steps of a fee by a score; none of another. */
function stepsOf(fee: Fee): Scheduled<Steps> {
  const { shape } = kindOf(fee);
  return shape.pays === 'score' ? shape.steps(fee) : [];
}

/** A deduction of more than the whole line would make the provider poorer by earning more. */
function deductsTooMuch(contract: Contract, fee: string): boolean {
  return contract.fees.some(
    (each) =>
      kindOf(each).deductsFrom(each) === fee &&
      stepsOf(each).some(({ value }) => value.some((band) => compare(rational(band.value), ONE) > 0)),
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
  if (old.kind !== now.kind) return null;
  const { before, after } = change;
  return kindOf(old).judge({ field: field.join('.'), period: change.periods?.[0] ?? '', before, after }, old, now);
}

function signed(fee: Fee, order: Order): Order {
  const { favours } = kindOf(fee);
  return favours === null ? null : favours === 'provider' ? order : invert(order);
}

/** A higher score pays more unless a fee says otherwise; one that no fee follows pays nothing. */
function throughScore(order: Order, contract: Contract, by: string, periods: readonly PeriodId[]): Order {
  const fees = contract.fees.filter((fee) => kindOf(fee).by(fee) === by && periods.some((id) => feeBites(fee, id)));
  const odd = fees.some((fee) => {
    const { shape } = kindOf(fee);
    return shape.pays === 'score' && shape.steps(fee).some(({ value }) => !shape.rises(value));
  });
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
  // by a claim alone the party that it is owed to has to speak up
  if (name === 'lateIf') return now.lateIf === 'claimed' ? invert(owed) : owed;
  if (name === 'dueDay') return numberOrder(change) === 1 ? invert(owed) : owed;
  return name === 'ifLate.scoreAs' ? numberOrder(change) : null;
}
