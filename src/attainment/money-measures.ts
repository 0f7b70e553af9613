import type { Contract, Definitions, Expression, Measure } from '../contract/model.js';
import { remembered } from '../kernel/remembered.js';
import { expressionOf, type Vocabulary, vocabulary } from './measures.js';

type Kind = 'money' | 'plain';

/**
 * Measures whose values are amounts of money. A column does not say what it holds: a currency does, and the units of the metrics that a
 * measure is part of. Revenue in a share or in a plain number, as of a return on spend, is divided by money.
 */
export const moneyMeasures = remembered((contract: Contract, definitions: Definitions): ReadonlySet<string> => {
  const words = vocabulary(contract, definitions);
  const kinds = new Kinds(words);
  for (const unit of ['money', 'share', 'number'] as const) {
    const formulas = definitions.metrics.filter((metric) => metric.unit === unit).map(({ formula }) => formula);
    kinds.settle(() => {
      for (const formula of formulas) kinds.want(formula, unit === 'money' ? 'money' : 'plain');
    });
  }
  // what is reconciled is of one kind
  kinds.settle(() => {
    for (const rule of definitions.reconcile) {
      const [left, right] = [expressionOf(words, rule.left), expressionOf(words, rule.right)];
      kinds.want(left, kinds.of(right));
      kinds.want(right, kinds.of(left));
    }
  });
  return new Set(definitions.measures.flatMap(({ id }) => (kinds.of({ measure: id }) === 'money' ? [id] : [])));
});

/** What is known of measures so far; what was found first stays. */
class Kinds {
  private readonly words: Vocabulary;
  private readonly known = new Map<string, Kind>();

  constructor(words: Vocabulary) {
    this.words = words;
    for (const { id, aggregate, currency } of words.measures.values()) {
      if (!('sum' in aggregate)) this.known.set(id, 'plain');
      else if (currency !== null) this.know(id, 'money');
    }
  }

  /** Repeats what finds kinds until it finds no more. */
  settle(find: () => void): void {
    for (let before = -1; before !== this.known.size; ) {
      before = this.known.size;
      find();
    }
  }

  of(part: Expression): Kind | null {
    if ('number' in part) return null;
    if ('measure' in part) return this.known.get(part.measure) ?? null;
    if ('metric' in part) return this.words.metrics.get(part.metric)?.unit === 'money' ? 'money' : 'plain';
    if ('negate' in part) return this.of(part.negate);
    const [left, right] = [this.of(part.left), this.of(part.right)];
    if (part.op !== '*' && part.op !== '/') return left ?? right;
    if ('number' in part.right) return left;
    if ('number' in part.left) return part.op === '*' ? right : null;
    if (left === null || right === null) return null;
    if (part.op === '*') return left === 'money' || right === 'money' ? 'money' : 'plain';
    return left === 'money' && right === 'plain' ? 'money' : 'plain';
  }

  /** A part of a formula is of a kind, so that its measures are of the kinds that make it so. */
  want(part: Expression, kind: Kind | null): void {
    if (kind === null || 'number' in part || 'metric' in part) return;
    if ('measure' in part) this.know(part.measure, kind);
    else if ('negate' in part) this.want(part.negate, kind);
    else if (part.op === '*') this.wantFactors(part.left, part.right, kind);
    else if (part.op === '/') this.wantQuotient(part.left, part.right, kind);
    else for (const side of [part.left, part.right]) this.want(side, kind);
  }

  private wantFactors(left: Expression, right: Expression, kind: Kind): void {
    for (const [one, other] of [[left, right] as const, [right, left] as const]) {
      if ('number' in one || kind === 'plain') this.want(other, kind);
      else if (this.of(one) !== null) this.want(other, this.of(one) === 'money' ? 'plain' : 'money');
    }
  }

  private wantQuotient(over: Expression, under: Expression, kind: Kind): void {
    if ('number' in under) {
      this.want(over, kind);
    } else if (kind === 'money') {
      this.want(over, 'money');
      this.want(under, 'plain');
    } else {
      this.want(under, this.of(over));
      this.want(over, this.of(under));
    }
  }

  /** Measures on one column are of one kind. */
  private know(id: string, kind: Kind): void {
    const measure = this.words.measures.get(id);
    for (const each of this.words.measures.values()) {
      if (each.id !== id && !isOfColumn(each, measure)) continue;
      if (!this.known.has(each.id)) this.known.set(each.id, kind);
    }
  }
}

function isOfColumn({ of, aggregate }: Measure, other: Measure | undefined): boolean {
  if (other === undefined || other.of !== of) return false;
  return 'sum' in aggregate && 'sum' in other.aggregate && aggregate.sum === other.aggregate.sum;
}
