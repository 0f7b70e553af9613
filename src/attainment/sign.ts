import type { Expression } from '../contract/model.js';
import { compare, rational, ZERO } from '../kernel/rational.js';
import type { Vocabulary } from './measures.js';

/** Whether a formula can never be negative, whatever is measured: a count cannot, a sum can. */
export function isNeverNegative(words: Vocabulary, expression: Expression): boolean {
  const never = (part: Expression): boolean => isNeverNegative(words, part);
  if ('number' in expression) return compare(rational(expression.number), ZERO) >= 0;
  if ('measure' in expression) {
    const aggregate = words.measures.get(expression.measure)?.aggregate;
    return aggregate !== undefined && !('sum' in aggregate);
  }
  if ('metric' in expression) {
    const formula = words.metrics.get(expression.metric)?.formula;
    return formula !== undefined && never(formula);
  }
  if ('negate' in expression || expression.op === '-') return false;
  if (expression.op === 'max') return never(expression.left) || never(expression.right);
  return never(expression.left) && never(expression.right);
}
