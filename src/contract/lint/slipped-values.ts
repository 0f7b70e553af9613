import { addDays } from '../../kernel/calendar.js';
import { grouped } from '../../kernel/grouped.js';
import { scheduledAt } from '../../kernel/period.js';
import { compare, isZero, maximum, type Rational, rational, toDecimal } from '../../kernel/rational.js';
import { LOCALES, localText } from '../../kernel/text.js';
import { capAt } from '../fee-kinds/cap.js';
import type { Fee } from '../fee-kinds/fee-kinds.js';
import { amountAt } from '../fee-kinds/record.js';
import type { Gate, Metric, Scheduled, Steps } from '../model.js';
import { about, amount, percent } from './figures.js';
import { type Finding, finding, type LintRule } from './lint-rule.js';
import { numbersIn } from './written-numbers.js';

/* Values that the language allows, each of which a careful reader would ask about. */

/** A share, what it is a share of, and more than what is hardly ever agreed. */
interface BoundShare {
  readonly what: string;
  readonly most: Rational;
  readonly values: readonly string[];
}

const share = (what: string, most: string, values: readonly string[]): BoundShare => ({
  what: `@share.${what}`,
  most: rational(most),
  values,
});
const valuesOf = (schedule: Scheduled<string>): readonly string[] => schedule.map(({ value }) => value);
const paysOf = (schedule: Scheduled<Steps>): readonly string[] => schedule.flatMap(({ value }) => value.map((step) => step.value));

function sharesOf(fee: Fee): readonly BoundShare[] {
  switch (fee.kind) {
    case 'tax':
      return [share('tax', '0.5', valuesOf(fee.rate))];
    case 'pass_through':
      return 'onCost' in fee.markup ? [share('markup', '1', valuesOf(fee.markup.onCost))] : [];
    case 'commission':
    case 'rebate':
      return [share('rate', '1', paysOf(fee.tiers))];
    case 'bonus':
      return [share('points', '4', paysOf(fee.points))];
    case 'penalty':
      return [share('bands', '1', paysOf(fee.bands))];
    default:
      return [];
  }
}

/** A limit of a metric that is a share of a whole, as a refund rate is. */
function sharesOfGate(gate: Gate, metric: Metric | undefined): readonly BoundShare[] {
  return metric?.unit === 'share' ? [share('gate', '2', valuesOf(gate.value))] : [];
}

const shareBeyondWhole: LintRule = ({ contract, metrics }) => {
  const told = (of: Fee | Gate, shares: readonly BoundShare[]) =>
    shares.flatMap(({ what, most, values }): Finding[] => {
      const largest = values.map(rational).reduce(maximum, most);
      if (compare(largest, most) === 0) return [];
      return [finding('share-beyond-whole', of.clause, { what, of: of.id, found: percent(largest), most: percent(most) })];
    });
  return [
    ...contract.fees.flatMap((fee) => told(fee, sharesOf(fee))),
    ...contract.gates.flatMap((gate) => told(gate, sharesOfGate(gate, metrics.get(gate.metric)))),
  ];
};

/** A label may name no rate, or the one of any period. */
const taxLabelDiffers: LintRule = ({ contract }) =>
  contract.fees.flatMap((fee): Finding[] => {
    if (fee.kind !== 'tax') return [];
    const rates = fee.rate.map(({ value }) => percent(rational(value)));
    const wrong = LOCALES.map((locale) => localText(fee.label, locale)).find((label) => {
      const named = numbersIn(label).sure.filter((number) => number.endsWith('%'));
      return named.length > 0 && !named.some((number) => rates.includes(number));
    });
    return wrong === undefined
      ? []
      : [finding('tax-label-differs', fee.clause, { fee: fee.id, label: JSON.stringify(wrong), rate: rates })];
  });

/** A zero or a point that slipped makes ten times as much, or a tenth. */
const LEAP = rational(8);

const targetLeaps: LintRule = ({ contract }) =>
  contract.kpis.flatMap((kpi): Finding[] =>
    kpi.target.flatMap(({ from, value }, index): Finding[] => {
      const before = kpi.target[index - 1];
      if (before === undefined) return [];
      const [old, now] = [rational(before.value), rational(value)];
      const times = maximum(now.div(old), old.div(now));
      if (compare(times, LEAP) < 0) return [];
      const params = { kpi: kpi.id, old: toDecimal(old), now: toDecimal(now), period: from, times: about(times) };
      return [finding('target-leaps', kpi.clause, params)];
    }),
  );

/** Tiers are of what is sold: one that begins below the fixed fee was mostly counted in thousands. */
const tierSmall: LintRule = (context) => {
  const { contract, segments } = context;
  return contract.fees.flatMap((fee): Finding[] => {
    if (fee.kind !== 'commission') return [];
    for (const { period } of segments) {
      const fixed = contract.fees
        .filter((each) => each.kind === 'retainer')
        .reduce((most, each) => maximum(most, amountAt(each.amount, period)), rational(0));
      const small = scheduledAt(fee.tiers, period).find(
        ({ at }) => compare(rational(at), rational(0)) > 0 && compare(rational(at), fixed) <= 0,
      );
      if (small === undefined) continue;
      const params = { fee: fee.id, from: small.at, currency: contract.currency, amount: amount(context, fixed) };
      return [finding('tier-small', fee.clause, params)];
    }
    return [];
  });
};

/** Two limits of which one leaves the other nothing to limit, in the first period in which it is so. */
const limitsContradict: LintRule = (context) => {
  const { contract, segments } = context;
  const cap = contract.fees.find((fee) => fee.kind === 'cap') ?? null;
  const told = (fee: Fee, name: string, pair: (period: string) => readonly [Rational | null, Rational | null], least: 0 | 1): Finding[] => {
    for (const { period } of segments) {
      const [one, other] = pair(period);
      if (one === null || other === null || compare(one, other) < least) continue;
      const limits = `@limits.${name}:${grouped(toDecimal(one))}|${grouped(toDecimal(other))}`;
      return [finding('limits-contradict', fee.clause, { fee: fee.id, limits })];
    }
    return [];
  };
  return contract.fees.flatMap((fee): Finding[] => {
    if (fee.kind === 'cap') return told(fee, 'cap', (period) => [capAt(fee.period, period), capAt(fee.term, period)], 1);
    if (fee.kind === 'guarantee')
      return told(fee, 'guarantee', (period) => [amountAt(fee.amount, period), capAt(cap?.period ?? null, period)], 1);
    if (fee.kind !== 'wager') return [];
    return told(fee, 'deadband', (period) => [amountAt(fee.deadband, period), orNone(amountAt(fee.target, period).abs())], 0);
  });
};

/** A target of 0, as of a profit, is near to nothing: no distance from it is too wide. */
function orNone(target: Rational): Rational | null {
  return isZero(target) ? null : target;
}

/** Of a ratio so many times its target is no milestone, but the number of another metric. */
const FAR_BEYOND = rational(20);

const milestoneOutOfReach: LintRule = ({ contract, metrics }) =>
  contract.fees.flatMap((fee): Finding[] => {
    const reached = fee.kind === 'milestone' ? fee.reach : null;
    const kpi = contract.kpis.find(({ metric }) => metric === reached?.metric);
    if (reached === null || kpi === undefined || metrics.get(kpi.metric)?.type !== 'ratio') return [];
    const target = kpi.target.map(({ value }) => rational(value)).reduce(maximum);
    const found = reached.atLeast.map(({ value }) => rational(value)).reduce(maximum);
    if (compare(found, target.mul(FAR_BEYOND)) < 0) return [];
    const params = { fee: fee.id, at: toDecimal(found), metric: kpi.metric, target: toDecimal(target), kpi: kpi.id };
    return [finding('milestone-out-of-reach', fee.clause, params)];
  });

/** A term that ends on the day of the month on which it began: the day after its last month. Terms of weeks end on any. */
const termDayMore: LintRule = ({ contract: { term, calendar }, top }) => {
  if (calendar.every === 'week' || term.to.slice(8) !== term.from.slice(8) || term.to === term.from) return [];
  return [finding('term-day-more', top, { to: term.to, last: addDays(term.to, -1) })];
};

export const SLIPPED_VALUE_RULES: readonly LintRule[] = [
  shareBeyondWhole,
  taxLabelDiffers,
  targetLeaps,
  tierSmall,
  limitsContradict,
  milestoneOutOfReach,
  termDayMore,
];
