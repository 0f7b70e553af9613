import type { Expression, Measure } from '../model.js';
import type { LintContext } from './lint-rule.js';

/** A measure as a formula uses it. */
export interface MeasureUse {
  readonly measure: Measure;
  /** It lowers the formula's value: it stands behind a minus, or divides. */
  readonly subtracted: boolean;
  readonly divides: boolean;
}

/** The measures of a metric (or of a measure's own name), through other metrics, in the order of the formula. */
export function measureUses(context: LintContext, name: string): readonly MeasureUse[] {
  const uses: MeasureUse[] = [];
  const seen = new Set<string>();
  const visit = (expression: Expression, subtracted: boolean, divides: boolean): void => {
    if ('number' in expression) return;
    if ('measure' in expression) {
      const measure = context.measures.get(expression.measure);
      if (measure !== undefined) uses.push({ measure, subtracted, divides });
    } else if ('metric' in expression) {
      const metric = context.metrics.get(expression.metric);
      // once in each way of using it, however often it is named
      const way = `${expression.metric} ${subtracted} ${divides}`;
      if (metric !== undefined && !seen.has(way)) {
        seen.add(way);
        visit(metric.formula, subtracted, divides);
      }
    } else if ('negate' in expression) {
      visit(expression.negate, !subtracted, divides);
    } else {
      visit(expression.left, subtracted, divides);
      visit(expression.right, expression.op === '-' ? !subtracted : subtracted, expression.op === '/' ? !divides : divides);
    }
  };
  visit(context.measures.has(name) ? { measure: name } : { metric: name }, false, false);
  return uses;
}

/** Ids of a metric's measures, once each. */
export function measureIds(context: LintContext, name: string): readonly string[] {
  return [...new Set(measureUses(context, name).map((use) => use.measure.id))];
}

const RETURN_WORD = /^(refund|return|chargeback|reversal|cancel|cancell)(s|ed|ation|ations)?$|^reversed$/;

/**
 * Whether a name speaks of money or goods that come back (`refunded_amount`, `orderReturns`). By words, so that
 * `returning_customers` is none. A heuristic: it is only asked about what a formula subtracts or a filter leaves out.
 */
export function namesReturns(name: string): boolean {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some((word) => RETURN_WORD.test(word));
}

/** Whether a measure counts what comes back, by its own name, its fact's, or its table's. */
export function measuresReturns(context: LintContext, measure: Measure): boolean {
  const fact = context.facts.get(measure.of);
  const source = fact === undefined ? '' : 'table' in fact.source ? fact.source.table : fact.source.view;
  return namesReturns(measure.id) || namesReturns(measure.of) || namesReturns(source.split('.').at(-1) ?? '');
}
