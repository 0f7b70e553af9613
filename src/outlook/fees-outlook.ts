import type { Vocabulary } from '../attainment/measures.js';
import { type Fee, isPeriodFee, kindOf } from '../contract/fee-kinds/fee-kinds.js';
import { metricsThatCount } from '../contract/metrics-that-count.js';
import type { Terms } from '../contract/model.js';
import type { EvidencePeriod } from '../evidence/model.js';
import { addDays, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import { type Money, zeroMoney } from '../kernel/money.js';
import { scheduledAt, type TermPeriod } from '../kernel/period.js';
import { compare, type Rational, rational } from '../kernel/rational.js';
import { inGrace } from '../settlement/gating.js';
import type { SettlementInput } from '../settlement/views.js';
import type { FeeOutlook, NoRange, Outlook, Reached, WaitingOutlook } from './model.js';
import { measuresThatCount } from './outlook-input.js';
import { groundOfScenarios, type PaidScenario, payScenario } from './pay-scenarios.js';
import { type ScenarioGround, scenarioEvidence, scenarioGround } from './scenario-evidence.js';
import { moneyRanges, rangeOfMoney, shareOf } from './scenario-ranges.js';
import { noneOf, originsOf, type PeriodForecast, type Rests, ratioNoneOf, restsAt } from './scenarios.js';

/** The scenarios of a period, each settled; none, and why. */
export interface Settled {
  readonly paid: readonly PaidScenario[];
  /** As if the days left brought nothing: what has been reached so far. */
  readonly toDate: PaidScenario | null;
  readonly none: NoRange | null;
}

/** What scenarios are settled from. */
export interface SettleGround {
  readonly settlement: SettlementInput;
  readonly evidence: EvidencePeriod;
  readonly words: Vocabulary;
  readonly through: LocalDate | null;
  readonly period: TermPeriod;
  readonly forecast: PeriodForecast;
}

/** Settles the period once for each past day that all of its measures were forecast on (outlook, § 3, 4 and 7). */
export function settleScenarios(ground: SettleGround): Settled {
  const { settlement, forecast, words, evidence, period } = ground;
  const ids = measuresThatCount(settlement.terms);
  const [none = null] = [
    noneOf(forecast, ids),
    ...metricsThatCount(settlement.terms).map((metric) => ratioNoneOf(forecast, metric)),
  ].filter((each) => each !== null);
  if (none !== null) return { paid: [], toDate: null, none };
  const shared = groundOfScenarios(settlement);
  const through = ground.through ?? addDays(period.inForce.from, -1);
  const known = { words, evidence, spans: settlement.evidence.spans, through };
  const ahead = scenarioGround(known, period.inForce, 'forecast');
  const settle = (from: ScenarioGround, rests: Rests): PaidScenario => payScenario(shared, scenarioEvidence(from, rests));
  const paid = originsOf(forecast, ids).map((origin) => settle(ahead, restsAt(forecast, origin)));
  if (paid.some((each) => !each.known)) return { paid: [], toDate: null, none: { code: 'held' } };
  return { paid, toDate: ground.through === null ? null : settle(scenarioGround(known, period.inForce, 'unknown'), new Map()), none: null };
}

/** What is paid over all scenarios: by line, and together. */
export function feesOutlook(
  terms: Terms,
  period: TermPeriod,
  { paid, none }: Pick<Settled, 'paid' | 'none'>,
): Pick<Outlook, 'fees' | 'total' | 'none' | 'waits'> {
  if (none !== null) return { fees: [], total: null, none };
  const { currency } = terms.contract;
  const lines = [...new Set(paid.flatMap((each) => [...each.lines.keys()]))];
  const amountsOf = (id: string) => paid.map((each): Money => each.lines.get(id)?.amount ?? zeroMoney(currency));
  const ranges = moneyRanges(
    lines.map((id) => ({ id, amounts: amountsOf(id) })),
    paid.map(({ total }) => total),
    currency,
  );
  const fees = [...ranges.lines].map(([id, range]): FeeOutlook => {
    const kind = paid.map((each) => each.lines.get(id)?.kind).find((each) => each !== undefined) ?? 'retainer';
    const fee = terms.contract.fees.find((each) => each.id === id);
    const levels = fee === undefined ? [] : levelsOf(fee, period.id, paid);
    const told = { id, kind, ...range, chance: shareOf(amountsOf(id), ({ minor }) => minor !== 0n) };
    if (!inGrace({ terms, period }, id)) return { ...told, levels };
    // Whichever of them is reached, the line is 0.
    return { ...told, levels: levels.map((each) => ({ ...each, chance: null })), grace: true };
  });
  return { fees, total: ranges.total, none, ...waitsIn(paid, currency) };
}

/** What waits for a review of the brand in any scenario. */
function waitsIn(paid: readonly PaidScenario[], currency: string): Pick<Outlook, 'waits'> {
  const lines = [...new Set(paid.flatMap((each) => [...each.waits.keys()]))];
  if (lines.length === 0) return {};
  const waits = lines.map((id): WaitingOutlook => {
    const amounts = paid.map((each) => each.waits.get(id) ?? zeroMoney(currency));
    return { id, ...rangeOfMoney(amounts, currency), chance: shareOf(amounts, ({ minor }) => minor !== 0n) };
  });
  return { waits };
}

/** The tiers, points and bands of a fee, and how often each is reached. */
function levelsOf(fee: Fee, period: PeriodId, paid: readonly PaidScenario[]): Reached[] {
  const at = (level: Reached['level'], value: string, holds: (each: PaidScenario, mark: Rational) => boolean): Reached => {
    const mark = rational(value);
    return { level, value, chance: shareOf(paid, (each) => holds(each, mark)) };
  };
  if (fee.kind === 'bonus') {
    return scheduledAt(fee.points, period).map(({ at: mark }) => at('point', mark, (each, level) => isAtLeast(each.pay(fee.by), level)));
  }
  if (fee.kind === 'penalty') {
    return scheduledAt(fee.bands, period).map(({ at: mark }) => at('band', mark, (each, level) => isBelow(each.penalty(fee.by), level)));
  }
  if (!('tiers' in fee) || !isPeriodFee(fee)) return [];
  const accumulates = kindOf(fee).accumulates(fee) !== null;
  return scheduledAt(fee.tiers, period)
    .filter((tier) => Number(tier.at) > 0)
    .map(({ at: mark }) => at('tier', mark, (each, level) => isAtLeast(each.base(fee.id, accumulates, fee.base), level)));
}

function isAtLeast(value: Rational | null, mark: Rational): boolean {
  return value !== null && compare(value, mark) >= 0;
}

function isBelow(value: Rational | null, mark: Rational): boolean {
  return value !== null && compare(value, mark) < 0;
}
