import type { ScoreLine } from '../contract/curve.js';
import type { Contract, Metric } from '../contract/model.js';
import { exactly } from '../kernel/number-field.js';
import { compare, isZero, type Rational, rational, toDecimal } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import type { KpiResult } from '../settlement/model.js';
import type { Charted, Tone } from './blocks.js';
import { scoreBar } from './charts.js';
import { metricFigure, percentFigure } from './figures.js';

const BAR_CELLS = 10;

/** A score as it is shown: in percent, null where it is not known, and as a bar up to the cap. */
interface ShownScore {
  readonly text: string | null;
  readonly tone: Tone | undefined;
  readonly bar: string;
}

/** What a KPI came to, in figures. */
interface KpiFigures {
  readonly actual: Charted | null;
  readonly target: Charted;
  readonly threshold: Charted | null;
  readonly stretch: Charted | null;
  readonly score: ShownScore;
  readonly attainment: string | null;
  readonly weight: string;
  readonly cap: string;
}

/** The figures of a KPI: the same in each language, and in its row as in its drawing. */
export const kpiFigures = remembered((kpi: KpiResult, metric: Metric | undefined, currency: string): KpiFigures => {
  const charted = (value: Rational, beside: readonly Rational[] = []): Charted => ({
    value: toDecimal(value),
    text: metricFigure(metric, value, currency, beside),
  });
  const target = rational(kpi.targetExact ?? kpi.target);
  const [threshold = null, stretch = null] = [kpi.threshold, kpi.stretch].map((value) => (value === null ? null : rational(value)));
  const marks = [target, ...[threshold, stretch].flatMap((value) => value ?? [])];
  const actual = exactly(kpi.actual, kpi.actualExact);
  const attainment = exactly(kpi.attainment, kpi.attainmentExact);
  const cap = rational(kpi.cap);
  return {
    actual: actual === null ? null : charted(actual, marks),
    target: charted(target),
    threshold: threshold === null ? null : charted(threshold),
    stretch: stretch === null ? null : charted(stretch),
    score: shownScore(exactly(kpi.score, kpi.scoreExact), cap),
    attainment: attainment === null ? null : percentFigure(attainment),
    weight: percentFigure(rational(kpi.weight)),
    cap: percentFigure(cap),
  };
});

/** The line that a KPI is scored by, as a scorecard has it; null where the contract does not name the KPI. */
export function lineOfKpi(kpi: KpiResult, { kpis }: Contract): ScoreLine | null {
  const better = kpis.find(({ id }) => id === kpi.id)?.better;
  if (better === undefined) return null;
  return {
    better,
    threshold: rational(kpi.threshold ?? '0'),
    target: rational(kpi.targetExact ?? kpi.target),
    stretch: kpi.stretch === null ? null : rational(kpi.stretch),
    cap: rational(kpi.cap),
  };
}

/** A score up to a cap, as it is shown. */
export function shownScore(score: Rational | null, cap: Rational): ShownScore {
  return { text: score === null ? null : percentFigure(score), tone: scoreTone(score), bar: scoreBar(score, cap, BAR_CELLS) };
}

/** How a score is shown: nothing of it, all of it, not known. */
function scoreTone(score: Rational | null): Tone | undefined {
  if (score === null) return 'warn';
  if (isZero(score)) return 'bad';
  return compare(score, rational(1)) >= 0 ? 'good' : undefined;
}
