import { measuresOf, type Vocabulary } from '../attainment/measures.js';
import { minorDigits } from '../kernel/money.js';

const OTHER_DIGITS = 6;

/**
 * Digits after the point of what is supposed of a measure: a count is whole, money that a metric says to be money is told to the cent, and
 * what is neither to the millionth.
 */
export function measureDigits(words: Vocabulary): (measure: string) => number {
  const metrics = [...words.metrics.values()].filter(({ unit }) => unit === 'money');
  const money = new Set(metrics.flatMap(({ id }) => measuresOf(words, { metric: id })));
  return (id) => {
    const aggregate = words.measures.get(id)?.aggregate;
    if (aggregate !== undefined && !('sum' in aggregate)) return 0;
    return money.has(id) ? minorDigits(words.contract.currency) : OTHER_DIGITS;
  };
}
