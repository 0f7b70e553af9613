import { scoreLine } from '../attainment/kpis.js';
import type { Vocabulary } from '../attainment/measures.js';
import { isNeverNegative } from '../attainment/sign.js';
import { deductionOf, paysOf, scoreOf } from '../contract/curve.js';
import type { Kpi, Steps } from '../contract/model.js';
import { scheduledAt, type TermPeriod } from '../kernel/period.js';
import { compare, isZero, maximum, minimum, type Rational, rational, sum, ZERO } from '../kernel/rational.js';

/** More KPIs than these that may drop out of a composite are not tried one by one. */
const MOST_LEAVING = 10;

/** The highest score that a fee by a KPI, or the composite, can go by in a period; the lowest is 0. */
export function mostScore(words: Vocabulary, by: string, period: TermPeriod): Rational {
  const { kpis } = words.contract;
  if (by === 'composite') return mostComposite(words, period);
  const kpi = kpis.find(({ id }) => id === by);
  return kpi === undefined ? ZERO : maximum(mostOf(words, kpi, period), mostAsLate(words, [kpi.id]));
}

/** The cap; or what 0 scores, where the metric cannot be lower and less is better. */
function mostOf(words: Vocabulary, kpi: Kpi, period: TermPeriod): Rational {
  const line = scoreLine({ words, period }, kpi, rational(period.daysInForce));
  if (kpi.better === 'lower' && isNeverNegative(words, { metric: kpi.metric })) return scoreOf(ZERO, line);
  return line.cap;
}

/** What fees by KPIs pay as at least where the brand is late with a duty. */
function mostAsLate({ contract }: Vocabulary, kpis: readonly string[]): Rational {
  const agreed = contract.duties.flatMap(({ owes, ifLate }) => {
    const concerns = owes === 'brand' && ifLate.kpis.some((id) => kpis.includes(id));
    return concerns && ifLate.scoreAs !== null ? [rational(ifLate.scoreAs)] : [];
  });
  return agreed.reduce(maximum, ZERO);
}

/** Over what may be left of the composite: a late brand's KPIs leave it, and those without a value where that was agreed. */
function mostComposite(words: Vocabulary, period: TermPeriod): Rational {
  const { kpis, duties, composite } = words.contract;
  const late = new Set(duties.flatMap(({ owes, ifLate }) => (owes === 'brand' ? ifLate.kpis : [])));
  const scores = kpis.map((kpi) => ({
    most: mostOf(words, kpi, period),
    weight: rational(scheduledAt(kpi.weight, period.id)),
    leaves: late.has(kpi.id) || kpi.whenMissing === 'exclude',
  }));
  const floor = mostAsLate(
    words,
    kpis.map(({ id }) => id),
  );
  const leaving = scores.filter(({ leaves }) => leaves);
  if (leaving.length > MOST_LEAVING) return scores.reduce((most, { most: each }) => maximum(most, each), floor);
  let most = floor;
  for (let set = 0; set < 1 << leaving.length; set += 1) {
    const gone = new Set(leaving.filter((_, place) => (set & (1 << place)) !== 0));
    const left = scores.filter((each) => !gone.has(each));
    const weight = sum(left.map((each) => each.weight));
    if (left.length === 0) continue;
    if (composite.rule === 'min') most = maximum(most, left.map((each) => each.most).reduce(minimum));
    else if (!isZero(weight)) most = maximum(most, sum(left.map((each) => each.most.mul(each.weight))).div(weight));
  }
  return most;
}

/** The least and the most of a pool that points pay, for scores from 0 to a highest one. */
export function paysBetween(points: Steps, shape: 'step' | 'linear', highest: Rational): readonly [Rational, Rational] {
  return ends(scoresOf(points, highest).map((score) => paysOf(score, points, shape)));
}

/** The least and the most that bands deduct, for scores from 0 to a highest one. */
export function deductedBetween(bands: Steps, highest: Rational): readonly [Rational, Rational] {
  return ends(scoresOf(bands, highest).map((score) => deductionOf(score, bands)));
}

/** Where a table of levels can turn, 0 and the highest score among them. */
function scoresOf(steps: Steps, highest: Rational): Rational[] {
  const levels = steps.map(({ at }) => rational(at)).filter((at) => compare(at, ZERO) > 0 && compare(at, highest) <= 0);
  return [ZERO, ...levels, highest];
}

function ends(values: readonly Rational[]): readonly [Rational, Rational] {
  return [values.reduce(minimum), values.reduce(maximum)];
}
