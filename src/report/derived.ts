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

/** What a figure says. */
function valueIn(figure: string): Rational {
  const plain = figure.replaceAll(',', '');
  return plain.endsWith('%') ? rational(plain.slice(0, -1)).div(100) : rational(plain);
}

/** `=` where every number stands with all its digits, `≈` where one is rounded. */
function equals(figures: readonly string[], values: readonly Rational[]): '=' | '≈' {
  return values.every((value, index) => valueIn(figures[index] ?? '0').equals(value)) ? '=' : '≈';
}

/** No number of a derivation has more digits after the point: a trace has no more of them either. */
const LAST_DIGITS = 12;

/**
 * Numbers as they stand in a derivation: short, but with as many digits as it takes that whoever computes with what is printed comes to
 * the result that is printed.
 * @param result what the derivation makes of the numbers, as it is printed; null where nothing comes of them.
 */
function figuresOf(values: readonly Rational[], figure: Figure, result: (values: readonly Rational[]) => string | null): string[] {
  const wanted = result(values);
  let figures = values.map(figure);
  for (let digits = 3; digits <= LAST_DIGITS && result(figures.map(valueIn)) !== wanted; digits += 1)
    figures = figures.map((short, index) => longer(short, values[index] ?? ZERO, digits));
  return figures;
}

/** A figure with some digits after the point, where these are more than it has. */
function longer(short: string, value: Rational, digits: number): string {
  const unit = short.endsWith('%') ? '%' : '';
  const [, part = ''] = short.replace('%', '').split('.');
  if (part.length >= digits) return short;
  return `${grouped(toFixed(unit === '' ? value : value.mul(100), digits).replace(/\.?0+$/, ''))}${unit}`;
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
  const along = ([x = ZERO, y = ZERO, z = ZERO]: readonly Rational[]) => divide(x.sub(y), z.sub(y));
  const rise = line.cap.sub(ONE);
  const [a = '', b = '', c = ''] = figuresOf(values, figure, (shown) => {
    const share = along(shown);
    return share === undefined ? null : percentFigure(aboveTarget ? ONE.add(share.mul(rise)) : share);
  });
  // What is better when it is lower is counted down from the level that is worse.
  const ratio = line.better === 'higher' ? `(${a} − ${b}) ÷ (${c} − ${b})` : `(${b} − ${a}) ÷ (${b} − ${c})`;
  if (aboveTarget) {
    const rest = `(${shareFigure(line.cap)} − 100%)`;
    return `100% + ${ratio} × ${rest} ${equals([a, b, c], values)} ${percentFigure(score)}`;
  }
  const share = along(values) ?? ONE;
  const sum = `${ratio} ${equals([a, b, c], values)} ${percentFigure(share)}`;
  return share.equals(score) ? sum : `${sum} → ${percentFigure(score)}`;
}

/** How the scores of KPIs come to their mean: `(50.52% × 60% + 100% × 40%) ÷ (60% + 40%) = 70.31%`. */
export function meanDerivation(parts: readonly { readonly score: Rational; readonly weight: Rational }[]): string | null {
  const weights = sum(parts.map(({ weight }) => weight));
  const meanOf = (scores: readonly Rational[]) => divide(sum(parts.map(({ weight }, at) => weight.mul(scores[at] ?? ZERO))), weights);
  const exact = parts.map(({ score }) => score);
  const mean = meanOf(exact);
  if (mean === undefined) return null;
  const scores = figuresOf(exact, percentFigure, (shown) => percentFigure(meanOf(shown) ?? ZERO));
  const products = parts.map(({ weight }, index) => `${scores[index] ?? ''} × ${shareFigure(weight)}`);
  const sign = equals(scores, exact);
  const over = weights.equals(ONE) ? '' : ` ÷ (${parts.map(({ weight }) => shareFigure(weight)).join(' + ')})`;
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
  const figures = figuresOf(
    parts.map(({ part }) => part),
    numberFigure,
    (shown) => numberFigure(sum(parts.map(({ rate }, at) => rate.mul(shown[at] ?? ZERO)))),
  );
  const products = parts.map(({ rate }, at) => `${shareFigure(rate)} × ${figures[at] ?? ''}`);
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
  const paysOf = (of: Rational) => {
    const share = divide(of.sub(reached.at), next.at.sub(reached.at)) ?? ZERO;
    return percentFigure(reached.value.add(share.mul(next.value.sub(reached.value))));
  };
  const [figure = shown] = figuresOf([score], percentFigure, ([of = score]) => paysOf(of));
  const ratio = `(${figure} − ${shareFigure(reached.at)}) ÷ (${shareFigure(next.at)} − ${shareFigure(reached.at)})`;
  const rise = `(${shareFigure(next.value)} − ${shareFigure(reached.value)})`;
  return `${shareFigure(reached.value)} + ${ratio} × ${rise} ${equals([figure], [score])} ${paysOf(score)}`;
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
