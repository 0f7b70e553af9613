import { type Rational, rational } from '../kernel/rational.js';
import type { Scorecard, Trace } from '../settlement/model.js';
import { percentFigure } from './figures.js';

/** Scores that fees by a KPI, or the composite, have paid as, other than the one that is shown: what is waived pays by what was agreed or earned. */
export function paidScores({ lines }: Pick<Scorecard, 'lines'>, by: string, score: Rational | null): string[] {
  const inputs = lines.flatMap(({ trace }) => trace.inputs).filter(({ input, with: given }) => by === scoreBy(input, given));
  const scores = new Set(inputs.flatMap(({ value }) => (value === null ? [] : [percentFigure(rational(value))])));
  if (score !== null) scores.delete(percentFigure(score));
  return [...scores];
}

/** Whose score an input is; null where it is none. */
function scoreBy(input: Trace['inputs'][number]['input'], { by }: Trace['inputs'][number]['with']): string | null {
  if (input === 'composite-score') return 'composite';
  return input === 'score' && typeof by === 'string' ? by : null;
}
