import { isZero, maximum, minimum, ONE, type Rational, ZERO } from '../kernel/rational.js';

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
  const most = BigInt(STEPS.length - 1);
  return values
    .map((value) => {
      if (value === null) return GAP;
      if (isZero(span)) return MIDDLE;
      const above = value.s * value.n * low.d - low.s * low.n * value.d;
      return STEPS[nearest(above * most * span.d, value.d * low.d * span.n)] ?? GAP;
    })
    .join('');
}

/**
 * A score as a bar from 0 to the cap. A cap above 100% is set off where 100% is: `████████│██░░`. Reads without color.
 * @param cells characters of the bar without the mark
 */
export function scoreBar(score: Rational | null, cap: Rational, cells: number): string {
  const top = maximum(cap, ONE);
  const count = BigInt(cells);
  const part = score === null ? ZERO : minimum(maximum(score, ZERO), top);
  const filled = nearest(part.n * top.d * count, part.d * top.n);
  const bar = '█'.repeat(filled) + (score === null ? GAP : '░').repeat(cells - filled);
  if (top.n === top.d) return bar;
  const mark = nearest(top.d * count, top.n);
  return `${bar.slice(0, mark)}│${bar.slice(mark)}`;
}

/** The whole number nearest to `part ÷ whole`, neither below 0; ties away from it. A fraction that is made would cost a reduction. */
function nearest(part: bigint, whole: bigint): number {
  return Number((2n * part + whole) / (2n * whole));
}
