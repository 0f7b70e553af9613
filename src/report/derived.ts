import { type ScoreLine, scoreOf, tierParts } from '../contract/curve.js';
import type { Steps } from '../contract/model.js';
import { grouped } from '../kernel/grouped.js';
import { compare, divide, isZero, ONE, type Rational, rational, sum, toDecimal, toFixed, ZERO } from '../kernel/rational.js';
import { percentFigure } from './figures.js';

/*
 * How a figure is derived, in numbers: `(2.613 − 2.32) ÷ (2.9 − 2.32) = 50.52%`. No words, so that both languages share them.
 */

/** Digits after the point of a number in a derivation; a longer one is rounded, and the derivation says ≈. */
const MOST_DIGITS = 6;

/** How a level or an actual is written: in percent, or as a number. */
type Figure = (value: Rational) => string;

/** A number with all its digits, as far as a reader follows them. */
function numberFigure(value: Rational): string {
  const whole = toDecimal(value);
  const [, part = ''] = whole.split('.');
  return grouped(part.length <= MOST_DIGITS ? whole : toFixed(value, MOST_DIGITS).replace(/\.?0+$/, ''));
}

const shareFigure: Figure = (value) => `${numberFigure(value.mul(100))}%`;

/** `=` where every number stands with all its digits, `≈` where one is rounded. */
function equals(figures: readonly string[], values: readonly Rational[]): '=' | '≈' {
  const isExact = values.every((value, index) => {
    const shown = (figures[index] ?? '').replaceAll(',', '');
    return rational(shown.replace('%', '')).equals(shown.endsWith('%') ? value.mul(100) : value);
  });
  return isExact ? '=' : '≈';
}

/**
 * How an actual comes to its score: the straight line between the two levels that it lies between, or the level beyond which it is.
 * @param isShare whether the metric is read in percent.
 */
export function scoreDerivation(actual: Rational, line: ScoreLine, isShare: boolean): string {
  const figure: Figure = isShare ? shareFigure : numberFigure;
  const turn = rational(line.better === 'higher' ? 1 : -1);
  const reaches = (level: Rational) => compare(actual.mul(turn), level.mul(turn)) >= 0;
  const [notBeyond, beyond] = line.better === 'higher' ? ['≤', '≥'] : ['≥', '≤'];
  const score = scoreOf(actual, line);
  if (!reaches(line.threshold) || actual.equals(line.threshold)) return `${figure(actual)} ${notBeyond} ${figure(line.threshold)} → 0%`;
  if (line.stretch !== null && reaches(line.stretch))
    return `${figure(actual)} ${beyond} ${figure(line.stretch)} → ${percentFigure(line.cap)}`;
  const aboveTarget = line.stretch !== null && reaches(line.target) && !actual.equals(line.target);
  const [from, to] = aboveTarget ? [line.target, line.stretch ?? line.target] : [line.threshold, line.target];
  const values = [actual, from, to];
  const [a = '', b = '', c = ''] = values.map(figure);
  // What is better when it is lower is counted down from the level that is worse.
  const ratio = line.better === 'higher' ? `(${a} − ${b}) ÷ (${c} − ${b})` : `(${b} − ${a}) ÷ (${b} − ${c})`;
  if (aboveTarget) {
    const rest = `(${percentFigure(line.cap)} − 100%)`;
    return `100% + ${ratio} × ${rest} ${equals([a, b, c], values)} ${percentFigure(score)}`;
  }
  const share = divide(actual.sub(from), to.sub(from)) ?? ONE;
  const sum = `${ratio} ${equals([a, b, c], values)} ${percentFigure(share)}`;
  return share.equals(score) ? sum : `${sum} → ${percentFigure(score)}`;
}

/** How the scores of KPIs come to their mean: `(50.52% × 60% + 100% × 40%) ÷ (60% + 40%) = 70.31%`. */
export function meanDerivation(parts: readonly { readonly score: Rational; readonly weight: Rational }[]): string | null {
  const weights = sum(parts.map(({ weight }) => weight));
  const mean = divide(sum(parts.map(({ score, weight }) => score.mul(weight))), weights);
  if (mean === undefined) return null;
  const scores = parts.map(({ score }) => percentFigure(score));
  const products = parts.map(({ weight }, index) => `${scores[index] ?? ''} × ${percentFigure(weight)}`);
  const sign = equals(
    scores,
    parts.map(({ score }) => score),
  );
  const over = weights.equals(ONE) ? '' : ` ÷ (${parts.map(({ weight }) => percentFigure(weight)).join(' + ')})`;
  return `${over === '' ? products.join(' + ') : `(${products.join(' + ')})`}${over} ${sign} ${percentFigure(mean)}`;
}

/** What tiers make of a total: `5% × 100,000 + 7% × 50,000 = 8,500`. */
export function tierDerivation(
  total: Rational,
  tiers: Steps,
  mode: 'marginal' | 'whole',
): { readonly text: string; readonly value: Rational } {
  const parts = tierParts(total, tiers, mode);
  const value = sum(parts.map(({ rate, part }) => rate.mul(part)));
  const products = parts.map(({ rate, part }) => `${shareFigure(rate)} × ${numberFigure(part)}`);
  const text = parts.length === 0 ? '0' : products.join(' + ');
  return { text: `${text} ${sameValue(value)} ${numberFigure(value)}`, value };
}

function sameValue(value: Rational): '=' | '≈' {
  return equals([numberFigure(value)], [value]);
}

/** What a score pays between two points of a bonus, or at the point that it has reached. */
export function pointDerivation(score: Rational, points: Steps, shape: 'step' | 'linear'): string {
  const at = points.map((point) => ({ at: rational(point.at), value: rational(point.value) }));
  const reached = at.filter((point) => compare(score, point.at) >= 0).at(-1);
  const next = at.find((point) => compare(score, point.at) < 0);
  const shown = percentFigure(score);
  if (reached === undefined) return next === undefined ? `${shown} → 0%` : `${shown} < ${shareFigure(next.at)} → 0%`;
  if (next === undefined) return `${shown} ≥ ${shareFigure(reached.at)} → ${shareFigure(reached.value)}`;
  if (shape === 'step' || isZero(score.sub(reached.at))) {
    return `${shareFigure(reached.at)} ≤ ${shown} < ${shareFigure(next.at)} → ${shareFigure(reached.value)}`;
  }
  const share = divide(score.sub(reached.at), next.at.sub(reached.at)) ?? ZERO;
  const pays = reached.value.add(share.mul(next.value.sub(reached.value)));
  const ratio = `(${shown} − ${shareFigure(reached.at)}) ÷ (${shareFigure(next.at)} − ${shareFigure(reached.at)})`;
  const rise = `(${shareFigure(next.value)} − ${shareFigure(reached.value)})`;
  return `${shareFigure(reached.value)} + ${ratio} × ${rise} ${equals([shown], [score])} ${percentFigure(pays)}`;
}

/** What a score deducts: `142.58% ≥ 80% → 0%`, or the lowest band that it is strictly below, `59.9% < 60% → 25%`. */
export function bandDerivation(score: Rational, bands: Steps): string {
  const shown = percentFigure(score);
  const sorted = bands.map((band) => ({ at: rational(band.at), value: rational(band.value) })).sort((a, b) => compare(a.at, b.at));
  const hit = sorted.find((band) => compare(score, band.at) < 0);
  const highest = sorted.at(-1);
  if (hit !== undefined) return `${shown} < ${shareFigure(hit.at)} → ${shareFigure(hit.value)}`;
  return highest === undefined ? `${shown} → 0%` : `${shown} ≥ ${shareFigure(highest.at)} → 0%`;
}
