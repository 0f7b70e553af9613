import { compare, maximum, minimum, ONE, type Rational, rational, roundScaled, ZERO } from '../kernel/rational.js';

const STEPS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const MIDDLE = '▄';
const GAP = '·';

/** A line of block characters, lowest to highest value; a gap for what is undefined. Values that are all equal are level. */
export function sparkline(values: readonly (Rational | null)[]): string {
  const known = values.filter((value): value is Rational => value !== null);
  const [first] = known;
  if (first === undefined) return '';
  const low = known.reduce(minimum, first);
  const span = known.reduce(maximum, first).sub(low);
  return values
    .map((value) => {
      if (value === null) return GAP;
      if (compare(span, ZERO) === 0) return MIDDLE;
      return (
        STEPS[
          whole(
            value
              .sub(low)
              .div(span)
              .mul(rational(STEPS.length - 1)),
          )
        ] ?? GAP
      );
    })
    .join('');
}

/**
 * A score as a bar from 0 to the cap. A cap above 100% is set off where 100% is: `████████│██░░`. Reads without color.
 * @param cells characters of the bar without the mark
 */
export function scoreBar(score: Rational | null, cap: Rational, cells: number): string {
  const top = maximum(cap, ONE);
  const filled = score === null ? 0 : whole(minimum(maximum(score, ZERO), top).div(top).mul(rational(cells)));
  const empty = score === null ? GAP : '░';
  const bar: string[] = Array.from({ length: cells }, (_, index) => (index < filled ? '█' : empty));
  if (compare(top, ONE) > 0) bar.splice(whole(ONE.div(top).mul(rational(cells))), 0, '│');
  return bar.join('');
}

function whole(value: Rational): number {
  return Number(roundScaled(value, 0, 'half_up'));
}
