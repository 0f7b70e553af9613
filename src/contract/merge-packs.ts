import type { WrittenDefinitions } from '../generated/written.js';
import type { Issue, Position } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import type { Definitions, Expression } from './model.js';
import type { UsedPack } from './pack.js';
import type { Written } from './parse-written.js';
import { quote } from './quote.js';

/** A name that a file or a pack gives to something. */
interface Named {
  readonly id: string;
  readonly space: 'fact' | 'view' | 'name';
  readonly kind: string;
}

const named = (definitions: Definitions): Named[] => [
  ...definitions.facts.map(({ id }): Named => ({ id, space: 'fact', kind: '@kind.fact' })),
  ...definitions.measures.map(({ id }): Named => ({ id, space: 'name', kind: '@kind.measure' })),
  ...definitions.metrics.map(({ id }): Named => ({ id, space: 'name', kind: '@kind.metric' })),
  ...definitions.views.map(({ name }): Named => ({ id: name, space: 'view', kind: '@kind.view' })),
];

/** Names that formulas of the contract may use although its own file does not define them. */
export function offeredNames(packs: readonly UsedPack[]): string[] {
  return packs.flatMap(({ definitions }) => named(definitions).filter(({ space }) => space !== 'view')).map(({ id }) => id);
}

/**
 * The contract's definitions with what they and the contract name of their packs; the rest of a pack is left out.
 * @param metrics the metrics that the contract names; null where it cannot be read: then nothing is left out.
 * Issues: a name that two of them define, since neither may silently win; a pack of which nothing is used.
 */
export function mergePacks(
  own: Definitions,
  packs: readonly UsedPack[],
  written: Written<WrittenDefinitions>,
  metrics: readonly string[] | null,
): { readonly definitions: Definitions; readonly issues: readonly Issue[] } {
  const issues = clashes(own, packs, written);
  if (packs.length === 0 || issues.length > 0) return { definitions: own, issues };
  const offered = packs.map(({ definitions }) => definitions);
  const used = usedOf(own, offered, metrics ?? offeredNames(packs));
  const taken = offered.map((definitions): Definitions => {
    const facts = definitions.facts.filter(({ id }) => used.facts.has(id));
    const views = new Set(facts.flatMap(({ source }) => ('view' in source ? [source.view] : [])));
    return {
      ...definitions,
      facts,
      measures: definitions.measures.filter(({ id }) => used.names.has(id)),
      metrics: definitions.metrics.filter(({ id }) => used.names.has(id)),
      views: definitions.views.filter(({ name }) => views.has(name)),
    };
  });
  packs.forEach(({ name, at }, index) => {
    if (metrics !== null && (taken[index]?.facts.length ?? 0) === 0)
      issues.push(issue('unused-id', at, { kind: '@kind.pack', id: quote(name) }));
  });
  const definitions: Definitions = {
    ...own,
    facts: [...own.facts, ...taken.flatMap((part) => part.facts)],
    measures: [...own.measures, ...taken.flatMap((part) => part.measures)],
    metrics: [...own.metrics, ...taken.flatMap((part) => part.metrics)],
    views: [...own.views, ...taken.flatMap((part) => part.views)].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
  return { definitions, issues };
}

function clashes(own: Definitions, packs: readonly UsedPack[], written: Written<WrittenDefinitions>): Issue[] {
  const { source } = written;
  const owners = new Map<string, string>();
  const key = ({ space, id }: Named) => `${space} ${id}`;
  for (const name of named(own)) owners.set(key(name), '@own');
  const issues: Issue[] = [];
  for (const pack of packs) {
    for (const name of named(pack.definitions)) {
      const owner = owners.get(key(name));
      if (owner === undefined) owners.set(key(name), quote(pack.name));
      else
        issues.push(
          issue('pack-name-twice', placeOf(name, owner), { kind: name.kind, id: quote(name.id), other: owner, pack: quote(pack.name) }),
        );

      function placeOf({ space, id }: Named, by: string): Position {
        if (by !== '@own' || space === 'view') return pack.at;
        const list = space === 'fact' ? 'facts' : Object.hasOwn(written.data.metrics ?? {}, id) ? 'metrics' : 'measures';
        return source.keyAt([list, id]);
      }
    }
  }
  return issues;
}

/** What the contract and its own definitions name of packs, over however many steps. */
function usedOf(
  own: Definitions,
  offered: readonly Definitions[],
  metrics: readonly string[],
): { readonly names: ReadonlySet<string>; readonly facts: ReadonlySet<string> } {
  const formulas = new Map([own, ...offered].flatMap((part) => part.metrics.map((metric) => [metric.id, metric.formula])));
  const facts = new Set([...own.measures.map(({ of }) => of), ...(own.fx === null ? [] : [own.fx.fact])]);
  const factOf = new Map(offered.flatMap((part) => part.measures.map((measure) => [measure.id, measure.of])));
  const names = new Set<string>();
  const reconciled = own.reconcile.flatMap(({ left, right }) => [left, right]);
  const inTrees = (own.tree ?? []).flatMap(({ metric, factors }) => [metric, ...factors.map((factor) => factor.metric)]);
  // no recursion: chains of metrics may be long
  const open = [...metrics, ...own.metrics.map(({ id }) => id), ...reconciled, ...inTrees];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (names.has(name)) continue;
    names.add(name);
    const fact = factOf.get(name);
    if (fact !== undefined) facts.add(fact);
    const formula = formulas.get(name);
    if (formula !== undefined) open.push(...namesOf(formula));
  }
  return { names, facts };
}

/** Measures and metrics that a formula names. */
export function namesOf(expression: Expression): string[] {
  if ('number' in expression) return [];
  if ('measure' in expression) return [expression.measure];
  if ('metric' in expression) return [expression.metric];
  if ('negate' in expression) return namesOf(expression.negate);
  return [...namesOf(expression.left), ...namesOf(expression.right)];
}
