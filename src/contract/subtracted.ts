import { compare, rational, ZERO } from '../kernel/rational.js';
import type { Definitions, Expression } from './model.js';

/** Which metric's formula takes a measure off others, by the measure: the first that does. */
export function subtractedIn({ metrics }: Pick<Definitions, 'metrics'>): ReadonlyMap<string, string> {
  const formulas = new Map(metrics.map(({ id, formula }) => [id, formula]));
  const found = new Map<string, string>();
  for (const { id, formula } of metrics) {
    for (const measure of takenOff(formula, formulas)) if (!found.has(measure)) found.set(measure, id);
  }
  return found;
}

/**
 * Measures that stand with a minus beside others. One that is turned round alone (`-refunds`, `0 - refunds`) is taken off nothing: so a
 * formula says that its data are negative. Products are followed where the other factor is a number.
 */
function takenOff(whole: Expression, formulas: ReadonlyMap<string, Expression>): readonly string[] {
  const measures: string[] = [];
  const walk = (part: Expression, isMinus: boolean, isBeside: boolean): void => {
    if ('number' in part) return;
    if ('measure' in part) {
      if (isMinus && isBeside) measures.push(part.measure);
    } else if ('metric' in part) {
      const formula = formulas.get(part.metric);
      if (formula !== undefined) walk(formula, isMinus, isBeside);
    } else if ('negate' in part) walk(part.negate, !isMinus, isBeside);
    else if (part.op === '+' || part.op === '-') {
      const areBoth = !isNumber(part.left) && !isNumber(part.right);
      walk(part.left, isMinus, isBeside || areBoth);
      walk(part.right, part.op === '-' ? !isMinus : isMinus, isBeside || areBoth);
    } else if (part.op === '*' || part.op === '/') {
      const { left, right } = part;
      if (isNumber(right)) walk(left, isBelowNothing(right) ? !isMinus : isMinus, isBeside);
      else if (isNumber(left) && part.op === '*') walk(right, isBelowNothing(left) ? !isMinus : isMinus, isBeside);
      else {
        walk(left, false, false);
        walk(right, false, false);
      }
    } else {
      walk(part.left, isMinus, isBeside);
      walk(part.right, isMinus, isBeside);
    }
  };
  walk(whole, false, false);
  return measures;
}

const isNumber = (part: Expression): boolean => ('negate' in part ? isNumber(part.negate) : 'number' in part);

function isBelowNothing(part: Expression): boolean {
  if ('negate' in part) return !isBelowNothing(part.negate);
  return 'number' in part && compare(rational(part.number), ZERO) < 0;
}
