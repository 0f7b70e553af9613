import { scheduledAt } from '../../kernel/period.js';
import { maximum, minimum, ONE, type Rational, rational, sum, ZERO } from '../../kernel/rational.js';
import { type Cap, capAt } from '../fee-kinds/cap.js';
import { type Fee, kindOf } from '../fee-kinds/fee-kinds.js';
import { amountAt } from '../fee-kinds/record.js';
import type { Clause } from '../model.js';
import { cutByGrace, type LintContext, type Segment, toldOf } from './lint-rule.js';
import { COMPOSITE, type KpiLine, movesPay, type PeriodPay, paidByScore, periodPay, usualPay, wagerLimit } from './period-pay.js';

/*
 * How much money a metric moves over the term: bonuses and penalties between its worst and its best score, commissions on the expected base,
 * wagers to both sides, milestones. A cap leaves to all that is earned what retainers do not use of it; what is deducted, and what is beside
 * the cap, comes to that. What grace waives moves nothing while it does.
 */

/** How much a metric can move over the term: null is no limit. */
export interface Swing {
  readonly metric: string;
  readonly at: Clause;
  readonly fees: readonly string[];
  readonly money: Rational | null;
}

/** What one fee adds to what a metric moves. */
interface Part {
  readonly metric: string;
  readonly at: Clause;
  readonly fees: readonly string[];
  /** What is earned within a cap; null is no limit. */
  readonly earned: Rational | null;
  /** What a cap does not cut: deductions, and lines outside it. */
  readonly beside: Rational;
}

/** What is paid more at a KPI's best score than at its worst, in a whole period: by fees that go by the day, and by the others. */
interface Moves {
  readonly byDay: Rational;
  readonly whole: Rational;
}

/** The same of one KPI, the others at 100%, of what is earned and of what is deducted; none where no fee follows it. */
interface KpiMoves {
  readonly earned: Moves;
  readonly deducted: Moves;
}

const NO_MOVES: Moves = { byDay: ZERO, whole: ZERO };

function kpiMoves(context: LintContext, pay: PeriodPay, subject: KpiLine): KpiMoves {
  if (!movesPay(pay, subject)) return { earned: NO_MOVES, deducted: NO_MOVES };
  const [best, worst] = [subject.line.cap, ZERO].map((score) => paidByScore(pay, subject, score, ONE));
  const movesOf = (favours: 'provider' | 'brand'): Moves => {
    const moved = pay.scored
      .filter(({ fee }) => kindOf(fee).favours === favours)
      .map(({ fee }) => ({ fee, money: (best?.get(fee.id) ?? ZERO).sub(worst?.get(fee.id) ?? ZERO) }));
    const byDay = sum(moved.flatMap(({ fee, money }) => (isByDay(context, fee) ? [money] : [])));
    return { byDay, whole: sum(moved.map(({ money }) => money)).sub(byDay) };
  };
  return { earned: movesOf('provider'), deducted: movesOf('brand') };
}

/** What moves in a stretch of periods: in one that the term cuts a part, where the fee is by the day. */
function over({ byDay, whole }: Moves, { periods, inForce }: Segment): Rational {
  return byDay.mul(inForce).add(whole.mul(rational(periods)));
}

/** Whether a fee is for as many days as are in force; a penalty is a part of its base, whose days count. */
function isByDay({ contract }: LintContext, fee: Fee): boolean {
  const base = kindOf(fee).deductsFrom(fee);
  const own = base === null ? fee : contract.fees.find(({ id }) => id === base);
  return own !== undefined && (!('prorate' in own) || own.prorate);
}

/** Whether two periods pay the same for the same scores: targets may differ, weights and amounts do not. */
function paysAlike(a: PeriodPay, b: PeriodPay): boolean {
  return (
    a.kpis.every(({ weight, line }, index) => {
      const other = b.kpis[index];
      return other !== undefined && weight.equals(other.weight) && line.cap.equals(other.line.cap);
    }) &&
    a.scored.length === b.scored.length &&
    a.scored.every(({ steps, base }, index) => {
      const other = b.scored[index];
      return other !== undefined && steps === other.steps && base.equals(other.base);
    })
  );
}

/** What bonuses and penalties by each KPI move in a stretch. */
function scoredParts(pay: PeriodPay, moves: readonly KpiMoves[], segment: Segment): Part[] {
  return pay.kpis.flatMap((subject, index): Part[] => {
    const { kpi } = subject;
    const own = moves[index];
    if (own === undefined || !movesPay(pay, subject)) return [];
    const fees = pay.scored.filter(({ by }) => by === kpi.id || by === COMPOSITE).map(({ fee }) => fee.id);
    const [earned, deducted] = [over(own.earned, segment), over(own.deducted, segment)];
    return [{ metric: kpi.metric, at: kpi.clause, fees, earned: maximum(ZERO, earned), beside: deducted.add(minimum(ZERO, earned)).abs() }];
  });
}

/** What is paid on what is expected of a metric; what is expected of a flow is expected of its days. */
function volumeParts(context: LintContext, { period, fees }: PeriodPay, { inForce }: Segment): Part[] {
  return fees.flatMap((fee): Part[] => {
    const { shape, metric, step } = kindOf(fee);
    const name = metric?.of(fee) ?? null;
    if ((shape.pays !== 'volume' && shape.pays !== 'cost') || name === null) return [];
    const money = usualPay(context, fee, period)?.abs().mul(inForce) ?? null;
    const part = { metric: name, at: fee.clause, fees: [fee.id] };
    // nothing cuts what is beside the cap and that nobody expects anything of
    return [step === 'earned' || money === null ? { ...part, earned: money, beside: ZERO } : { ...part, earned: ZERO, beside: money }];
  });
}

/** Wagers and milestones, which are settled in periods of their own. */
function onceParts({ contract, segments }: LintContext): Part[] {
  const periods = segments.reduce((all, segment) => all + segment.periods, 0);
  const perQuarter = { month: 3, quarter: 1, week: 13 }[contract.calendar.every];
  const last = segments.at(-1)?.period ?? '';
  return contract.fees.flatMap((fee): Part[] => {
    const part = { at: fee.clause, fees: [fee.id] };
    if ('deadband' in fee) {
      const horizons = fee.over === 'term' ? 1 : Math.max(1, Math.floor(periods / perQuarter));
      const toOneSide = wagerLimit(fee, last).mul(rational(horizons));
      return [{ ...part, metric: fee.metric, earned: toOneSide, beside: toOneSide }];
    }
    if (!('reach' in fee) || fee.reach === null) return [];
    return [{ ...part, metric: fee.reach.metric, earned: rational(scheduledAt(fee.amount, last)), beside: ZERO }];
  });
}

/** What the cap of each period leaves to all that is earned in a stretch, beside retainers; null without one. */
function roomInPeriods(cap: Cap | undefined, pay: PeriodPay, segment: Segment): Rational | null {
  const limit = cap === undefined ? null : capAt(cap.period, pay.period);
  if (cap === undefined || limit === null) return null;
  const room = over(byDays(limit, cap.prorate), segment).sub(retained(pay, segment));
  return maximum(ZERO, room);
}

function retained({ fees, period }: PeriodPay, segment: Segment): Rational {
  const retainers = fees.flatMap((fee) => (fee.kind === 'retainer' ? [byDays(amountAt(fee.amount, period), fee.prorate)] : []));
  return sum(retainers.map((moves) => over(moves, segment)));
}

function byDays(amount: Rational, prorate: boolean): Moves {
  return prorate ? { byDay: amount, whole: ZERO } : { byDay: ZERO, whole: amount };
}

/** The parts of each metric as one: what is earned together, as far as there is room. */
function asOne(parts: readonly Part[], room: Rational | null): Part[] {
  const found = new Map<string, Part>();
  for (const part of parts) {
    const known = found.get(part.metric);
    if (known === undefined) found.set(part.metric, part);
    else {
      const earned = known.earned === null || part.earned === null ? null : known.earned.add(part.earned);
      found.set(part.metric, { ...known, fees: [...known.fees, ...part.fees], earned, beside: known.beside.add(part.beside) });
    }
  }
  return [...found.values()].map((part) => ({ ...part, earned: within(part.earned, room) }));
}

function within(earned: Rational | null, room: Rational | null): Rational | null {
  if (earned === null || room === null) return earned ?? room;
  return minimum(earned, room);
}

/** What every metric moves over the term, in the order of KPIs and fees. */
export function swings(context: LintContext): readonly Swing[] {
  const cap = context.contract.fees.find((fee) => fee.kind === 'cap');
  const parts: Part[] = [];
  let used = ZERO;
  let last: { pay: PeriodPay; moves: readonly KpiMoves[] } | null = null;
  for (const segment of cutByGrace(context)) {
    const pay = periodPay(context, toldOf(context, segment));
    const moves: readonly KpiMoves[] =
      last !== null && paysAlike(last.pay, pay) ? last.moves : pay.kpis.map((kpi) => kpiMoves(context, pay, kpi));
    last = { pay, moves };
    const own = [...scoredParts(pay, moves, segment), ...volumeParts(context, pay, segment)];
    parts.push(...asOne(own, roomInPeriods(cap, pay, segment)));
    used = used.add(retained(pay, segment));
  }
  const limit = cap === undefined ? null : capAt(cap.term, context.segments.at(-1)?.period ?? '');
  const room = limit === null ? null : maximum(ZERO, limit.sub(used));
  return asOne([...parts, ...onceParts(context)], room).map(({ metric, at, fees, earned, beside }) => {
    return { metric, at, fees, money: earned === null ? null : earned.add(beside) };
  });
}
