import { vocabulary } from '../attainment/measures.js';
import { isNeverNegative } from '../attainment/sign.js';
import { type Fee, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import { BRAND, numberOrder, PROVIDER } from '../contract/fee-kinds/judging.js';
import type { Contract, Duty, Gate, Kpi } from '../contract/model.js';
import { compareScores, invert, joinOrders, type Order, scoreLine } from '../contract/orders.js';
import { type LocalDate, type PeriodId, periodDays, periodOf } from '../kernel/calendar.js';
import { remembered } from '../kernel/remembered.js';
import { classify } from './classify.js';
import type { Favour, Favoured, TermChange } from './model.js';
import { type Moved, paidBy } from './paid-by.js';
import { feeBites, kpiBites, periodsOf, sameCalendar, type Texts, variableIn, waivedIn } from './reach.js';

/*
 * Whom a change favours: decided only where what is paid up to any period is never lower (or never higher) for any data, each change
 * taken by itself on the old text, with all that may stand in its way in either text. Here is found which lines move and which way;
 * what that is to the whole is found in paid-by.ts. What trades one outcome against another, or what is measured, is unclear, and said
 * to be.
 */

/** What a change is judged with. */
interface Judging {
  readonly change: TermChange;
  readonly texts: Texts;
  /** The periods that it is about. */
  readonly periods: readonly PeriodId[];
  /** Whether a metric can never be below 0. */
  readonly neverNegative: (metric: string) => boolean;
}

/** What a change moves; null where nobody can say. */
type Moves = readonly Moved[] | null;

const NOTHING: readonly Moved[] = [];
const UNCLEAR: Favoured = { favours: 'unclear', unless: null };

function favourOf(order: Order): Favour {
  return order === null ? 'unclear' : order === PROVIDER ? 'provider' : order === BRAND ? 'brand' : 'neither';
}

/** Whom one change favours. */
export function favouredBy(change: TermChange, texts: Texts | null): Favoured {
  const kind = classify(change);
  if (kind === 'editorial') return { favours: 'neither', unless: null };
  if (kind === 'definition' || texts === null || change.path.length === 0) return UNCLEAR;
  if (kind === 'governance' || kind === 'operational') return { favours: 'neither', unless: null };
  const periods = change.periods ?? periodsOf(texts).map(({ id }) => id);
  const never = neverNegativeIn(texts);
  const below = new Set<string>();
  const asked = (suppose: boolean) => (metric: string) => {
    if (never(metric)) return true;
    below.add(metric);
    return suppose;
  };
  const certain = payOrder({ change, texts, periods, neverNegative: asked(false) });
  if (certain !== null) return { favours: favourOf(certain), unless: null };
  const supposed = below.size === 0 ? null : payOrder({ change, texts, periods, neverNegative: asked(true) });
  if (supposed === null || supposed === 0) return UNCLEAR;
  return { favours: 'unclear', unless: { favours: supposed === PROVIDER ? 'provider' : 'brand', below: [...below] } };
}

const neverNegativeIn = remembered(({ base, head }: Texts): ((metric: string) => boolean) => {
  const words = [base, head].map(({ contract, definitions }) => vocabulary(contract, definitions));
  return (metric) => words.every((each) => !each.metrics.has(metric) || isNeverNegative(each, { metric }));
});

/** Whom several changes favour together: somebody only where nothing speaks for the other. */
export function favouredByAll(all: readonly Favoured[]): Favoured {
  const sides = new Set(all.map(({ favours, unless }) => unless?.favours ?? favours).filter((side) => side !== 'neither'));
  const below = [...new Set(all.flatMap(({ unless }) => unless?.below ?? []))];
  const [only, ...more] = sides;
  if (only === undefined) return { favours: 'neither', unless: null };
  if (more.length > 0 || only === 'unclear') return UNCLEAR;
  return below.length > 0 ? { favours: 'unclear', unless: { favours: only, below } } : { favours: only, unless: null };
}

/** 1: the provider is never paid less. */
function payOrder(judging: Judging): Order {
  const { change, texts } = judging;
  const [list = '', id = ''] = change.path;
  // Later due days cost the provider time, not money that a statement names.
  if (list === 'payment') return id === 'dueDays' ? invert(numberOrder(change)) : null;
  // What is agreed for a period is agreed for another one where the calendar is another.
  if (!sameCalendar(texts)) return null;
  const moves = movesOf(judging);
  return moves === null ? null : paidBy(moves, texts);
}

/** The lines that a change moves. */
function movesOf(judging: Judging): Moves {
  const { change, texts } = judging;
  const [list = '', id = '', ...field] = change.path;
  switch (list) {
    case 'fees':
      return feeMoves(judging, id, field);
    case 'kpis':
      return kpiMoves(judging, id, field);
    case 'gates':
      return gateMoves(judging, id, field);
    case 'duties':
      return dutyMoves(judging, id, field);
    case 'composite':
      // The smallest of the scores is never above their weighted mean.
      return id === 'rule' ? byScore(change.after === 'min' ? BRAND : PROVIDER, ['composite'], judging) : null;
    case 'grace':
      return graceMoves(judging);
    case 'review':
      return reviewMoves(judging, texts);
    default:
      return null;
  }
}

function joined(all: readonly Moves[]): Moves {
  return all.some((moves) => moves === null) ? null : all.flatMap((moves) => moves ?? []);
}

/** What a flagged anomaly would have held is paid at once without reviews: a fee to the provider sooner, and a deduction too. */
function reviewMoves(judging: Judging, { base, head }: Texts): Moves {
  const { path, after } = judging.change;
  if (path.length > 1) return NOTHING;
  const agreed = after === null ? base : head;
  const held = new Set(judging.periods.flatMap((id) => variableIn(agreed, id).map((fee) => fee.id)));
  return blocked([...held], after === null ? 'freed' : 'blocked', agreed.contract, judging);
}

/** What grace waives more, and what it waives no longer, in every period. */
function graceMoves(judging: Judging): Moves {
  const { base, head } = judging.texts;
  const periods = periodsOf(judging.texts);
  return joined(
    periods.flatMap(({ id }) => {
      const [old, now] = [waivedIn(base, periods, id), waivedIn(head, periods, id)];
      const more = now.filter((fee) => !old.includes(fee));
      const less = old.filter((fee) => !now.includes(fee));
      return [blocked(more, 'blocked', head.contract, judging), blocked(less, 'freed', base.contract, judging)];
    }),
  );
}

function feeMoves(judging: Judging, id: string, field: readonly string[]): Moves {
  const { change, texts, periods } = judging;
  const find = ({ contract }: Texts['base']) => contract.fees.find((fee) => fee.id === id);
  const [old, now] = [find(texts.base), find(texts.head)];
  // A guarantee of 0 still tops up what is earned below it.
  const bites = (fee: Fee | undefined) =>
    fee !== undefined && (kindOf(fee).step === 'floor' || periods.some((period) => feeBites(fee, period)));
  if (field.length === 0) {
    const fee = change.kind === 'added' ? now : old;
    if (fee === undefined || !bites(fee)) return NOTHING;
    return onOneSide(fee, 'there', change.kind === 'added' ? PROVIDER : BRAND, judging);
  }
  if (old === undefined || now === undefined) return null;
  if (!bites(old) && !bites(now)) return NOTHING;
  if (old.kind !== now.kind) return null;
  const name = field.join('.');
  const { every } = texts.base.contract.calendar;
  const endsPeriod = (day: LocalDate) => periodDays(periodOf(day, every), every)?.to === day;
  const neverNegative = [old, now].every((fee) => isNeverBelow(fee, judging));
  const { before, after } = change;
  const order = kindOf(old).judge({ field: name, periods, before, after, neverNegative, endsPeriod }, old, now);
  const by = { field: name };
  return [{ fee: old, order, shifts: kindOf(old).shifts(old, by) || kindOf(now).shifts(now, by) }];
}

/** Whether what a fee is measured by can never be below 0; nothing can of one that is not measured. */
function isNeverBelow(fee: Fee, { neverNegative }: Judging): boolean {
  const metric = kindOf(fee).metric?.of(fee) ?? null;
  return metric === null || neverNegative(metric);
}

/** More (1) or less (-1) of a fee, whose line is to one side alone; null where it may be to either. */
function onOneSide(fee: Fee, by: 'there' | 'blocked', order: Order, judging: Judging): Moves {
  const { favours, oneWay, shifts } = kindOf(fee);
  if (favours === null || !oneWay(fee, isNeverBelow(fee, judging), by)) return null;
  return [{ fee, order: favours === 'provider' ? order : invert(order), shifts: shifts(fee, by) }];
}

/** Fees that are 0 more often, or less often. */
function blocked(fees: readonly string[], way: 'blocked' | 'freed', contract: Contract, judging: Judging): Moves {
  return joined(
    fees.map((id): Moves => {
      const fee = contract.fees.find((each) => each.id === id);
      return fee === undefined ? NOTHING : onOneSide(fee, 'blocked', way === 'blocked' ? BRAND : PROVIDER, judging);
    }),
  );
}

/** A higher score (1) pays more unless a fee by it says otherwise; one that no fee follows moves nothing. */
function byScore(order: Order, scores: readonly string[], { texts, periods }: Judging): Moves {
  if (order === null) return null;
  const fees = [texts.base, texts.head].flatMap(({ contract }) =>
    contract.fees.filter((fee) => scores.includes(kindOf(fee).by(fee) ?? '') && periods.some((id) => feeBites(fee, id))),
  );
  const odd = fees.some((fee) => {
    const { shape } = kindOf(fee);
    return shape.pays === 'score' && shape.steps(fee).some(({ value }) => !shape.rises(value));
  });
  return odd ? null : fees.map((fee) => ({ fee, order, shifts: false }));
}

const LEVELS: ReadonlySet<string> = new Set(['target', 'threshold', 'stretch', 'cap']);

const levelsThatChange = remembered(
  (old: Kpi, now: Kpi): number =>
    (['target', 'threshold', 'stretch', 'cap'] as const).filter((level) => JSON.stringify(old[level]) !== JSON.stringify(now[level]))
      .length,
);

function kpiMoves(judging: Judging, id: string, field: readonly string[]): Moves {
  const { change, texts, periods } = judging;
  const { base, head } = texts;
  const old = base.contract.kpis.find((kpi) => kpi.id === id);
  const now = head.contract.kpis.find((kpi) => kpi.id === id);
  const bites = (contract: Contract, kpi: Kpi | undefined) =>
    kpi !== undefined && periods.some((period) => kpiBites(contract, kpi, period));
  if (!bites(base.contract, old) && !bites(head.contract, now)) return NOTHING;
  if (old === undefined || now === undefined) return null;
  const [name = ''] = field;
  if (LEVELS.has(name)) {
    const alone: Kpi = { ...old, [name]: now[name as 'target'] };
    // The level by itself, and with the others that change.
    const tried = levelsThatChange(old, now) > 1 ? [alone, now] : [alone];
    const orders = periods.flatMap((period) => tried.map((kpi) => compareScores(scoreLine(old, period), scoreLine(kpi, period))));
    return byScore(joinOrders(orders), [id, 'composite'], judging);
  }
  if (name !== 'minimum') return null;
  // Under a minimum that is not reached the score is 0, which is never more.
  const harder = change.before === null ? PROVIDER : change.after === null ? BRAND : field[1] === 'atLeast' ? numberOrder(change) : null;
  return byScore(invert(harder), [id, 'composite'], judging);
}

function gateMoves(judging: Judging, id: string, [field = '']: readonly string[]): Moves {
  const { base, head } = judging.texts;
  const find = (contract: Contract): Gate | undefined => contract.gates.find((gate) => gate.id === id);
  const [old, now] = [find(base.contract), find(head.contract)];
  if (old === undefined) return now === undefined ? NOTHING : blocked(now.blocks, 'blocked', head.contract, judging);
  if (now === undefined) return blocked(old.blocks, 'freed', base.contract, judging);
  if (field === 'value') {
    const harder = old.limit === 'atLeast' ? numberOrder(judging.change) : invert(numberOrder(judging.change));
    if (harder === null || harder === 0) return harder === null ? null : NOTHING;
    return blocked(old.blocks, harder === 1 ? 'blocked' : 'freed', base.contract, judging);
  }
  if (field !== 'blocks') return null;
  const added = now.blocks.filter((fee) => !old.blocks.includes(fee));
  const freed = old.blocks.filter((fee) => !now.blocks.includes(fee));
  return joined([blocked(added, 'blocked', head.contract, judging), blocked(freed, 'freed', base.contract, judging)]);
}

function dutyMoves(judging: Judging, id: string, field: readonly string[]): Moves {
  const { base, head } = judging.texts;
  const find = (contract: Contract): Duty | undefined => contract.duties.find((duty) => duty.id === id);
  const [old, now] = [find(base.contract), find(head.contract)];
  const duty = old ?? now;
  if (duty === undefined) return null;
  const kpis = [...new Set([old, now].flatMap((each) => each?.ifLate.kpis ?? []))];
  return byScore(dutyOrder(judging.change, duty, { old, now, field: field.join('.') }), [...kpis, 'composite'], judging);
}

/** What a duty is to the scores that it governs: late with it, the provider's are 0, and the brand's other than agreed for it. */
function dutyOrder(
  change: TermChange,
  { owes }: Duty,
  { old, now, field }: { readonly old: Duty | undefined; readonly now: Duty | undefined; readonly field: string },
): Order {
  const owed = owes === 'brand' ? PROVIDER : BRAND;
  if (old === undefined) return owed;
  if (now === undefined) return invert(owed);
  // by a claim alone the party that it is owed to has to speak up
  if (field === 'lateIf') return now.lateIf === 'claimed' ? invert(owed) : owed;
  if (field === 'dueDay') return numberOrder(change) === 1 ? invert(owed) : owed;
  return field === 'ifLate.scoreAs' ? numberOrder(change) : null;
}
