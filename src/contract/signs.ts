import { compare, rational, ZERO } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { namesReturns } from './lint/formulas.js';
import { metricsThatCount } from './metrics-that-count.js';
import type { Contract, Definitions, Expression } from './model.js';

/** A measure as a formula takes it: which sign its data must have for that is told by {@link signUses}. */
interface Taken {
  readonly measure: string;
  /** It stands behind a minus. */
  readonly isMinus: boolean;
  /** It is added to others, or taken off them. */
  readonly isBeside: boolean;
  /** Signs before it and before what it is a factor of turn it round. */
  readonly isTurned: boolean;
  /** It is a part of what is divided by. */
  readonly divides: boolean;
}

/** Which metric's formula is wrong about a measure, by the measure, were every day of its data of one sign: the first that is. */
export interface SignUses {
  /** Were it negative: it is taken off others, so that it would be added. */
  readonly subtracted: ReadonlyMap<string, string>;
  /** Were it negative: a metric that the contract goes by is a product or a ratio of it, and would turn round. */
  readonly alone: ReadonlyMap<string, string>;
  /** Were it positive: it is of what comes back, and added to what does not. */
  readonly returnsAdded: ReadonlyMap<string, string>;
}

/** What formulas make of the signs of measures. @param contract null: not known, as of a file that is not in use yet. */
export const signUses = remembered(
  (definitions: Pick<Definitions, 'metrics' | 'measures' | 'facts'>, contract: Contract | null): SignUses => {
    const { metrics } = definitions;
    const formulas = new Map(metrics.map(({ id, formula }) => [id, formula]));
    const taken = new Map(metrics.map(({ id, formula }) => [id, takenIn(formula, formulas)]));
    const counting = contract === null ? [] : metricsThatCount({ contract });
    const returns = returnsIn(definitions);
    const ids = metrics.map(({ id }) => id);
    const first = (of: readonly string[], wrong: (use: Taken, all: readonly Taken[]) => boolean): ReadonlyMap<string, string> => {
      const found = new Map<string, string>();
      for (const id of of) {
        const all = taken.get(id) ?? [];
        for (const use of all) if (!found.has(use.measure) && wrong(use, all)) found.set(use.measure, id);
      }
      return found;
    };
    return {
      subtracted: first(ids, ({ isMinus, isBeside }) => isMinus && isBeside),
      alone: first(counting, ({ isTurned, isBeside }) => !isTurned && !isBeside),
      returnsAdded: first(ids, ({ measure, isMinus, isBeside, divides }, all) => {
        const isAdded = isBeside && !isMinus && !divides && returns.has(measure);
        return isAdded && all.some((other) => other.isBeside && !other.divides && !returns.has(other.measure));
      }),
    };
  },
);

/** Measures of what comes back, by their own names, their facts' or their tables'. */
function returnsIn({ measures, facts }: Pick<Definitions, 'measures' | 'facts'>): ReadonlySet<string> {
  const ofReturns = new Set(
    facts.flatMap(({ id, source }) => {
      const name = 'table' in source ? source.table : source.view;
      return namesReturns(id) || namesReturns(name.split('.').at(-1) ?? '') ? [id] : [];
    }),
  );
  return new Set(measures.flatMap(({ id, of }) => (namesReturns(id) || ofReturns.has(of) ? [id] : [])));
}

/**
 * The measures of a formula, through other metrics. One that is turned round alone (`-refunds`, `0 - refunds`) is taken off nothing: so a
 * formula says that its data are negative. Products are followed where the other factor is a number.
 */
function takenIn(whole: Expression, formulas: ReadonlyMap<string, Expression>): readonly Taken[] {
  const taken: Taken[] = [];
  type Way = Omit<Taken, 'measure'>;
  const turned = (way: Way): Way => ({ ...way, isMinus: !way.isMinus, isTurned: !way.isTurned });
  const walk = (part: Expression, way: Way): void => {
    if ('number' in part) return;
    if ('measure' in part) taken.push({ measure: part.measure, ...way });
    else if ('metric' in part) {
      const formula = formulas.get(part.metric);
      if (formula !== undefined) walk(formula, way);
    } else if ('negate' in part) walk(part.negate, turned(way));
    else if (part.op === '+' || part.op === '-') {
      const beside = { ...way, isBeside: way.isBeside || (!isNumber(part.left) && !isNumber(part.right)) };
      walk(part.left, beside);
      walk(part.right, part.op === '-' ? turned(beside) : beside);
    } else if (part.op === '*' || part.op === '/') {
      const { left, right } = part;
      if (isNumber(right)) walk(left, isBelowNothing(right) ? turned(way) : way);
      else if (isNumber(left) && part.op === '*') walk(right, isBelowNothing(left) ? turned(way) : way);
      else {
        const factor = { ...way, isMinus: false, isBeside: false };
        walk(left, factor);
        walk(right, part.op === '/' ? { ...factor, divides: !way.divides } : factor);
      }
    } else {
      walk(part.left, way);
      walk(part.right, way);
    }
  };
  walk(whole, { isMinus: false, isBeside: false, isTurned: false, divides: false });
  return taken;
}

const isNumber = (part: Expression): boolean => ('negate' in part ? isNumber(part.negate) : 'number' in part);

function isBelowNothing(part: Expression): boolean {
  if ('negate' in part) return !isBelowNothing(part.negate);
  return 'number' in part && compare(rational(part.number), ZERO) < 0;
}
