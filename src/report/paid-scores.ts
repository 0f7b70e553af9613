import { scoreOf } from '../contract/curve.js';
import type { Terms } from '../contract/model.js';
import { exactly } from '../kernel/number-field.js';
import { minimum, type Rational, rational } from '../kernel/rational.js';
import { lineName } from '../settlement/line-names.js';
import type { KpiResult, Line, Scorecard, Trace } from '../settlement/model.js';
import { meanDerivation, scoreDerivation } from './derived.js';
import { percentFigure } from './figures.js';
import { lineOfKpi } from './kpi-figures.js';
import type { Wording } from './wording.js';

/**
 * Scores that fees by a KPI, or the composite, have paid as, other than the one that is shown, each with the rule that made it so and, where
 * what was earned counts, the sum: what is waived pays by what was agreed or earned.
 */
export function paidScores(card: Scorecard, by: string, score: Rational | null, words: Wording): string[] {
  const own = card.lines.filter(({ id }) => lineName(id).period === null);
  return [...new Set(own.flatMap((line) => paidBy(line, by, score, card, words)))];
}

function paidBy({ trace }: Line, by: string, score: Rational | null, card: Scorecard, words: Wording): string[] {
  return trace.inputs.flatMap((input) => {
    if (input.value === null || by !== scoreBy(input) || isShown(input.value, score)) return [];
    const paid = rational(input.value);
    const shown = percentFigure(paid);
    const isRuled = (rule: string) => trace.branches.some((branch) => branch.taken && branch.rule === rule);
    if (isRuled('composite-waived')) return [words.say('paidAsAgreed', { score: shown })];
    const sum = isRuled('brand-late') ? earnedSum(by, card, words) : null;
    return [sum?.endsWith(` ${shown}`) === true ? words.say('paidAsEarned', { score: shown, sum }) : shown];
  });
}

/** Whether an input of a line is a score that fees by it pay as, and not the one that is shown of its KPI or the composite. */
export function isPaidOtherwise(input: Trace['inputs'][number], card: Scorecard): boolean {
  const by = scoreBy(input);
  if (by === null || input.value === null) return false;
  const kpi = card.kpis.find(({ id }) => id === by);
  const score = by === 'composite' ? exactly(card.composite, card.compositeExact) : kpi && exactly(kpi.score, kpi.scoreExact);
  return score !== undefined && !isShown(input.value, score);
}

function isShown(value: string, score: Rational | null): boolean {
  return score !== null && percentFigure(rational(value)) === percentFigure(score);
}

/** Whose score an input is; null where it is none. */
export function scoreBy({ input, with: { by } }: Trace['inputs'][number]): string | null {
  if (input === 'composite-score') return 'composite';
  return input === 'score' && typeof by === 'string' ? by : null;
}

/** How what was earned comes to a score, had a late party been in time; null where nobody knows. */
function earnedSum(by: string, card: Scorecard, { terms, metric }: Wording): string | null {
  const kpi = card.kpis.find(({ id }) => id === by);
  if (kpi !== undefined) {
    const actual = exactly(kpi.actual, kpi.actualExact);
    const line = lineOfKpi(kpi, terms.contract);
    return actual === null || line === null ? null : scoreDerivation(actual, line, metric(kpi.metric)?.unit === 'share');
  }
  const earned = card.kpis.flatMap((each) => {
    const score = earnedScore(each, terms);
    return score === null ? [] : [{ score, weight: rational(each.weight) }];
  });
  return compositeDerivation(earned, terms);
}

/** A KPI's own score, and of one that is waived for a duty of the brand what it would have been in time. */
function earnedScore(kpi: KpiResult, { contract }: Terms): Rational | null {
  const score = exactly(kpi.score, kpi.scoreExact);
  if (kpi.state !== 'waived') return kpi.state === 'held' ? null : score;
  const actual = exactly(kpi.actual, kpi.actualExact);
  const line = lineOfKpi(kpi, contract);
  return actual === null || line === null || kpi.reasons[0]?.code !== 'brand-late' ? null : scoreOf(actual, line);
}

/** How the scores of KPIs come to the composite by its rule. */
export function compositeDerivation(
  scored: readonly { readonly score: Rational; readonly weight: Rational }[],
  { contract }: Terms,
): string | null {
  return contract.composite.rule === 'min' ? smallestOf(scored.map(({ score }) => score)) : meanDerivation(scored);
}

function smallestOf(scores: readonly Rational[]): string | null {
  const [first, ...others] = scores;
  if (first === undefined) return null;
  const smallest = others.reduce((least, score) => minimum(least, score), first);
  return `min(${scores.map(percentFigure).join(', ')}) = ${percentFigure(smallest)}`;
}
