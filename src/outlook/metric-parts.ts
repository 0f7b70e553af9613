import type { Vocabulary } from '../attainment/measures.js';
import { toDouble } from './doubles.js';
import { type Sum, shapeOf } from './shape.js';

/** A sum of measures, each times a number: what can be added up day by day. */
export type LinearSum = ReadonlyMap<string, number>;

/** A formula as one sum, or as one over another. */
export interface MetricParts {
  readonly over: LinearSum;
  /** Null: the metric is a sum itself. */
  readonly under: LinearSum | null;
}

/** The parts of a metric; null where its formula is neither: `min`, `max`, products of measures, an amount for the whole period. */
export function partsOf(words: Vocabulary, metric: string): MetricParts | null {
  const shape = shapeOf(words, metric);
  if (shape === null || shape.top.size === 0) return null;
  return { over: linear(shape.top), under: shape.bottom === null ? null : linear(shape.bottom) };
}

function linear(sum: Sum): LinearSum {
  return new Map([...sum].map(([measure, count]) => [measure, toDouble(count)]));
}

/** A sum with a value for each measure; null where one has none. */
export function sumOf(sum: LinearSum, amountOf: (measure: string) => number | null): number | null {
  let total = 0;
  for (const [measure, factor] of sum) {
    const value = amountOf(measure);
    if (value === null) return null;
    total += factor * value;
  }
  return total;
}

/** Every measure that the parts name. */
export function measuresIn({ over, under }: MetricParts): string[] {
  return [...new Set([...over.keys(), ...(under?.keys() ?? [])])];
}
