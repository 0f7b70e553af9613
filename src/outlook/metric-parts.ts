import type { Vocabulary } from '../attainment/measures.js';
import type { Expression } from '../contract/model.js';
import { toDouble } from './doubles.js';

/** A sum of measures, each times a number: what can be added up day by day. */
export type LinearSum = ReadonlyMap<string, number>;

/** A formula as one sum, or as one over another. */
export interface MetricParts {
  readonly over: LinearSum;
  /** Null: the metric is a sum itself. */
  readonly under: LinearSum | null;
}

/** A part while a formula is read; `constant` is a number that stands alone. */
interface Part {
  readonly over: LinearSum;
  readonly constant: number;
  readonly under: LinearSum | null;
}

const NOTHING: LinearSum = new Map();
const number = (constant: number): Part => ({ over: NOTHING, constant, under: null });
const isNumber = ({ over, under }: Part): boolean => over.size === 0 && under === null;

/** The parts of a metric; null where its formula is neither: `min`, `max`, products of measures, an amount for the whole period. */
export function partsOf(words: Vocabulary, metric: string): MetricParts | null {
  const read = (expression: Expression): Part | null => {
    if ('number' in expression) return number(toDouble(expression.number));
    if ('measure' in expression) return { over: new Map([[expression.measure, 1]]), constant: 0, under: null };
    if ('negate' in expression) return times(read(expression.negate), -1);
    if ('metric' in expression) {
      const named = words.metrics.get(expression.metric);
      return named === undefined ? null : read(named.formula);
    }
    return combined(expression.op, read(expression.left), read(expression.right));
  };
  const part = read({ metric });
  return part === null || part.constant !== 0 || part.over.size === 0 ? null : { over: part.over, under: part.under };
}

function combined(op: '+' | '-' | '*' | '/' | 'min' | 'max', left: Part | null, right: Part | null): Part | null {
  if (left === null || right === null) return null;
  if (op === '+') return plus(left, right);
  if (op === '-') return plus(left, times(right, -1));
  if (op === '*') {
    if (isNumber(right)) return times(left, right.constant);
    return isNumber(left) ? times(right, left.constant) : null;
  }
  if (op !== '/') return null;
  if (isNumber(right)) return right.constant === 0 ? null : times(left, 1 / right.constant);
  const isSum = left.under === null && right.under === null && left.constant === 0 && right.constant === 0;
  return isSum ? { over: left.over, constant: 0, under: right.over } : null;
}

function plus(left: Part | null, right: Part | null): Part | null {
  if (left === null || right === null || left.under !== null || right.under !== null) return null;
  const over = new Map(left.over);
  for (const [measure, times] of right.over) over.set(measure, (over.get(measure) ?? 0) + times);
  return { over, constant: left.constant + right.constant, under: null };
}

function times(part: Part | null, by: number): Part | null {
  if (part === null) return null;
  const over = new Map([...part.over].map(([measure, factor]) => [measure, factor * by] as const));
  return { over, constant: part.constant * by, under: part.under };
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
