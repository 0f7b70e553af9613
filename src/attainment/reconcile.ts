import type { Definitions } from '../contract/model.js';
import { compare, divide, maximum, type Rational, rational, ZERO } from '../kernel/rational.js';
import { evaluate, expressionOf, measuresOf, type Vocabulary } from './measures.js';
import { byDivisionAlone, type Cause, causesOf, reason, type Value } from './value.js';

type Rule = Definitions['reconcile'][number];

/** A reconciliation of one period, always on whole data without exclusions. */
export interface Reconciliation {
  readonly rule: Rule;
  readonly left: Value;
  readonly right: Value;
  /** |left − right| ÷ the larger magnitude. */
  readonly gap: Rational | null;
  readonly breached: boolean;
  /** Who a breach is due to: the side that is undefined, else both sides' custodians. */
  readonly causes: readonly Cause[];
  /** Whether it is breached only since a side divides by zero. */
  readonly byDivision: boolean;
  /** Measures on either side: metrics that use one are undefined under `onBreach: hold`. */
  readonly measures: readonly string[];
}

/** The measures on either side of a reconciliation, each once. */
export function sidesOf(words: Vocabulary, rule: Rule): string[] {
  return [...new Set([rule.left, rule.right].flatMap((name) => measuresOf(words, expressionOf(words, name))))];
}

/** Breach when |l−r| > tolerance × max(|l|,|r|), or a side is undefined (section 3, Reconcile). */
export function reconcile(words: Vocabulary, rule: Rule, measure: (id: string) => Value): Reconciliation {
  const side = (name: string) => evaluate(words, expressionOf(words, name), measure, name);
  const [left, right] = [side(rule.left), side(rule.right)];
  const measures = sidesOf(words, rule);
  if (!left.known || !right.known) {
    return {
      rule,
      left,
      right,
      gap: null,
      breached: true,
      causes: causesOf([left, right]),
      byDivision: byDivisionAlone([left, right]),
      measures,
    };
  }
  const difference = left.value.sub(right.value).abs();
  const larger = maximum(left.value.abs(), right.value.abs());
  const breached = compare(difference, rational(rule.tolerance).mul(larger)) > 0;
  const gap = divide(difference, larger) ?? ZERO;
  return { rule, left, right, gap, breached, causes: breached ? breachCauses(words, rule, measures) : [], byDivision: false, measures };
}

function breachCauses(words: Vocabulary, rule: Rule, measures: readonly string[]): Cause[] {
  const custodians = new Set(
    measures.map((id) => {
      const fact = words.measures.get(id)?.of;
      return fact === undefined ? null : (words.facts.get(fact)?.custodian ?? null);
    }),
  );
  return [...custodians].sort().map((party) => ({ reason: reason('reconcile-breach', { id: rule.id }), party }));
}
