import { PACK_TITLES } from '../generated/packs.js';
import { localText, type Text } from '../kernel/text.js';
import type { Definitions, Expression, Fact } from './model.js';

/*
 * A pack that a contract uses several times, `use: [{ pack: …, as: de }, …]`: each use's facts, measures and metrics are called
 * `de_…`, and its titles say which use they are of.
 */

/** Between a use's prefix and a view's name: a view of the contract's own is hardly called so. */
const OF_VIEWS = '__';

/** A view's name without the prefix of a use. */
export function bareView(name: string): string {
  const at = name.indexOf(OF_VIEWS);
  return at < 0 ? name : name.slice(at + OF_VIEWS.length);
}

/** The definitions of one use of a pack, under names of its own. */
export function prefixed(definitions: Definitions, as: string): Definitions {
  const rename = (id: string) => `${as}_${id}`;
  const renameView = (name: string) => `${as}${OF_VIEWS}${name}`;
  const sourceOf = ({ source }: Fact): Fact['source'] => ('view' in source ? { view: renameView(source.view) } : source);
  const names = new Set([...definitions.measures, ...definitions.metrics].map(({ id }) => id));
  return {
    ...definitions,
    facts: definitions.facts.map((fact) => ({ ...fact, id: rename(fact.id), source: sourceOf(fact) })),
    measures: definitions.measures.map((measure) => ({
      ...measure,
      id: rename(measure.id),
      of: rename(measure.of),
      ...(measure.title === undefined ? {} : { title: titleOf(measure.title, as) }),
    })),
    metrics: definitions.metrics.map((metric) => ({
      ...metric,
      id: rename(metric.id),
      title: titleOf(metric.title, as),
      formula: renamed(metric.formula, rename),
      // a name in a formula is a word of its own: nothing else is written in letters but min and max
      text: metric.text.replaceAll(/[A-Za-z_]\w*/g, (word) => (names.has(word) ? rename(word) : word)),
    })),
    views: definitions.views.map((view) => ({ ...view, name: renameView(view.name) })),
  };
}

/**
 * What a pack calls a measure of a use of it: as the pack's metric that is this measure alone, which is no part of a contract that does not name
 * it. Null where there is none.
 */
export function packTitle(measure: string): Text | null {
  const own = Object.hasOwn(PACK_TITLES, measure) ? PACK_TITLES[measure] : undefined;
  if (own !== undefined) return own;
  const [, as = '', id = ''] = /^([a-z0-9]+)_(.+)$/.exec(measure) ?? [];
  const title = Object.hasOwn(PACK_TITLES, id) ? PACK_TITLES[id] : undefined;
  return title === undefined ? null : titleOf(title, as);
}

function titleOf(title: Text, as: string): Text {
  return { en: `${localText(title, 'en')} (${as})`, zh: `${localText(title, 'zh')}（${as}）` };
}

function renamed(expression: Expression, rename: (id: string) => string): Expression {
  if ('number' in expression) return expression;
  if ('measure' in expression) return { measure: rename(expression.measure) };
  if ('metric' in expression) return { metric: rename(expression.metric) };
  if ('negate' in expression) return { negate: renamed(expression.negate, rename) };
  return { ...expression, left: renamed(expression.left, rename), right: renamed(expression.right, rename) };
}
