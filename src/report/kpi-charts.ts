import { exactly } from '../kernel/number-field.js';
import { compare, isZero, type Rational, rational, toDecimal } from '../kernel/rational.js';
import type { KpiResult } from '../settlement/model.js';
import type { Bar, Tone } from './blocks.js';
import { metricFigure } from './figures.js';
import type { Wording } from './wording.js';

/** Where a KPI's actual stands between its levels, in the figures of its table. */
export function kpiBar(kpi: KpiResult, words: Wording): Bar {
  const metric = words.metric(kpi.metric);
  const target = rational(kpi.targetExact ?? kpi.target);
  const [threshold, stretch] = [kpi.threshold, kpi.stretch].map((value) => (value === null ? null : rational(value)));
  const marks = [target, ...[threshold, stretch].flatMap((value) => value ?? [])];
  const actual = exactly(kpi.actual, kpi.actualExact);
  const level = (name: 'threshold' | 'target' | 'stretch', value: Rational | null | undefined) =>
    value == null
      ? []
      : [{ level: name, value: toDecimal(value), text: words.say(name === 'target' ? 'targetOf' : name, { value: figure(value) }) }];
  const figure = (value: Rational, beside: readonly Rational[] = []) => metricFigure(metric, value, words.currency, beside);
  return {
    label: words.kpiTitle(kpi.id),
    value: actual === null ? null : { value: toDecimal(actual), text: figure(actual, marks) },
    levels: [...level('threshold', threshold), ...level('target', target), ...level('stretch', stretch)],
    ...toned(scoreTone(exactly(kpi.score, kpi.scoreExact))),
  };
}

function toned(tone: Tone | undefined): { readonly tone?: Tone } {
  return tone === undefined ? {} : { tone };
}

/** How a score is shown: nothing of it, all of it, not known. */
export function scoreTone(score: Rational | null): Tone | undefined {
  if (score === null) return 'warn';
  if (isZero(score)) return 'bad';
  return compare(score, rational(1)) >= 0 ? 'good' : undefined;
}
