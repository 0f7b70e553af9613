import { compare, maximum, type Rational, rational, sum, ZERO } from '../../kernel/rational.js';
import { aboutPercent, amount, names } from './figures.js';
import { type Finding, finding, type LintContext, type LintRule, levelsOf, type Segment, toldOf } from './lint-rule.js';
import {
  boundedLevels,
  comparedLevels,
  type Move,
  mainFee,
  moved,
  movesByActual,
  movesByComposite,
  staysWithin,
  tierMoves,
  wagerMove,
} from './pay-moves.js';
import { feeClause, movesPay, type PeriodPay, paysByVolume, periodPay, usualPay, wagerLimit } from './period-pay.js';

const A_TENTH = rational('0.1');

/** What bonuses, penalties and commissions move in a period between nothing and everything, where the text or the history tells. */
function variablePay(context: LintContext, pay: PeriodPay): { readonly all: Rational; readonly of: ReadonlyMap<string, Rational> } {
  const of = new Map(pay.fees.filter((fee) => paysByVolume(fee)).map((fee) => [fee.id, usualPay(context, fee, pay.period) ?? ZERO]));
  return { all: sum([...pay.scored.map(({ most }) => most), ...of.values()]), of };
}

/** A move, and the variable pay that it is a part of. */
interface Candidate {
  readonly move: Move;
  readonly variable: Rational;
}

/** The largest cliff of a list of moves, per fee. */
function cliffs(context: LintContext, pay: PeriodPay, moves: readonly Candidate[]): readonly Finding[] {
  const worst = new Map<string, Candidate>();
  for (const candidate of moves) {
    const { move, variable } = candidate;
    if (compare(moved(move), variable.mul(A_TENTH)) <= 0) continue;
    const fee = mainFee(move);
    const known = worst.get(fee);
    if (known === undefined || compare(moved(move), moved(known.move)) > 0) worst.set(fee, candidate);
  }
  return [...worst].map(([fee, { move, variable }]) => {
    const params = {
      fee,
      period: pay.period,
      what: move.what,
      at: move.at,
      fees: names(move.low.keys()),
      before: amount(context, move.before),
      after: amount(context, move.after),
      currency: context.contract.currency,
      share: aboutPercent(moved(move).div(variable)),
      variable: amount(context, variable),
    };
    return finding('payout-cliff', feeClause(context, fee), params);
  });
}

/** Fees by a KPI are looked at by its actual, those by the composite by its score; of one KPI the composite is that KPI. */
function scoredMoves(pay: PeriodPay): readonly Move[] {
  const only = pay.kpis.length === 1;
  const direct = pay.kpis.filter((kpi) => movesPay(pay, kpi) && (only || pay.scored.some((scored) => scored.by === kpi.kpi.id)));
  return [...direct.flatMap((kpi) => movesByActual(pay, kpi)), ...(only ? [] : movesByComposite(pay))];
}

function cliffsIn(context: LintContext, pay: PeriodPay, isLast: boolean, isSteady: boolean): readonly Finding[] {
  const { period } = pay;
  const { all: variable, of } = variablePay(context, pay);
  const moves: Candidate[] = isSteady ? [] : scoredMoves(pay).map((move) => ({ move, variable }));
  for (const fee of pay.fees) {
    if ('tiers' in fee) {
      const usual = usualPay(context, fee, period) ?? ZERO;
      const others = variable.sub(of.get(fee.id) ?? ZERO);
      for (const move of tierMoves(fee, period)) moves.push({ move, variable: others.add(maximum(usual, move.after.abs())) });
    } else if ('deadband' in fee && (fee.over === 'quarter' || isLast)) {
      const move = wagerMove(fee, period);
      if (move !== null) moves.push({ move, variable: variable.add(wagerLimit(fee, period)).add(wagerLimit(fee, period)) });
    }
  }
  return cliffs(context, pay, moves);
}

/** Levels that are compared with others in all periods together: a second of work. */
const MOST_COMPARED = 600_000;

/**
 * 0.1% of the actual moves more than a tenth of variable pay: evaluated exactly just below, at and just above every
 * corner of the score line and every point, band and whole tier. Gates and minimums are cliffs on purpose and are left out, as is what a
 * guarantee or cap would soften. One finding per fee, in the first period that has it.
 */
export const payoutCliff: LintRule = (context) => {
  const found = new Map<string, Finding>();
  const last = context.segments.at(-1);
  let compared = 0;
  let beyond = context.unseen;
  for (const segment of context.looked) {
    const pay = periodPay(context, toldOf(context, segment));
    const limit = variablePay(context, pay).all.mul(A_TENTH);
    let isSteady = staysWithin(pay, limit, true);
    if (!isSteady) {
      compared += boundedLevels(pay);
      isSteady = compared <= MOST_COMPARED && staysWithin(pay, limit, false);
      if (!isSteady) compared += comparedLevels(pay);
    }
    if (compared > MOST_COMPARED) {
      beyond = segment;
      break;
    }
    for (const finding of cliffsIn(context, pay, segment === last, isSteady)) {
      const fee = String(finding.params.fee);
      if (!found.has(fee)) found.set(fee, finding);
    }
  }
  return [...found.values(), ...(beyond === null ? [] : [notLookedAt(context, beyond)])];
};

function notLookedAt({ top, contract, segments }: LintContext, { period }: Segment): Finding {
  return finding('pay-not-looked-at', top, { period, stretches: segments.length, levels: levelsOf(contract) });
}
