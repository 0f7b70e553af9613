import type { Text } from '../kernel/text.js';
import type { Definitions, Expression } from './model.js';

/*
 * A pack that a contract uses under a name of its own (`as: de`): everything that it defines has that name before its own, so that the
 * same pack can be there for every shop or account.
 */

/**
 * A pack's definitions with `as` and `_` before each of their names, in formulas as well; titles and definitions tell whose they are.
 * Names of tables and columns are the source's and stay.
 */
export function prefixed(definitions: Definitions, as: string): Definitions {
  const name = (id: string) => `${as}_${id}`;
  const titled = (text: Text): Text =>
    typeof text === 'string' ? `${text} (${as})` : { en: `${text.en} (${as})`, zh: `${text.zh}（${as}）` };
  const own = new Set([...definitions.measures, ...definitions.metrics].map(({ id }) => id));
  return {
    ...definitions,
    facts: definitions.facts.map((fact) => ({
      ...fact,
      id: name(fact.id),
      source: 'view' in fact.source ? { view: name(fact.source.view) } : fact.source,
    })),
    measures: definitions.measures.map((measure) => ({
      ...measure,
      id: name(measure.id),
      of: name(measure.of),
      definition: titled(measure.definition),
    })),
    metrics: definitions.metrics.map((metric) => ({
      ...metric,
      id: name(metric.id),
      title: titled(metric.title),
      formula: renamed(metric.formula, name),
      text: metric.text.replace(/[A-Za-z_][A-Za-z0-9_]*/g, (word) => (own.has(word) ? name(word) : word)),
    })),
    views: definitions.views.map((view) => ({ ...view, name: name(view.name) })),
  };
}

function renamed(expression: Expression, name: (id: string) => string): Expression {
  if ('number' in expression) return expression;
  if ('measure' in expression) return { measure: name(expression.measure) };
  if ('metric' in expression) return { metric: name(expression.metric) };
  if ('negate' in expression) return { negate: renamed(expression.negate, name) };
  return { ...expression, left: renamed(expression.left, name), right: renamed(expression.right, name) };
}
