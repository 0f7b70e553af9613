import type { Issue } from '../../kernel/issue.js';
import { issue } from '../../words/issue.js';
import { namesOf } from '../merge-packs.js';
import { proveTree } from '../metric-tree.js';
import type { Definitions } from '../model.js';
import { quote } from '../quote.js';
import { suggestion } from '../suggestion.js';
import type { Rule, TermsCheck } from './rule.js';

/** Metrics that trees name are defined, and each is the product of its factors. */
function treesHold({ definitions, definitionsSource: source, offered }: TermsCheck): readonly Issue[] {
  const known = definitions.metrics.map(({ id }) => id);
  return (definitions.tree ?? []).flatMap((tree): Issue[] => {
    const path = ['tree', tree.metric];
    const named = [
      { id: tree.metric, at: source.keyAt(path) },
      ...tree.factors.map(({ metric, per }, index) => ({ id: metric, at: source.at([...path, index, ...(per ? ['per'] : [])]) })),
    ];
    const unknown = named.filter(({ id }) => !known.includes(id));
    if (unknown.length > 0)
      return unknown.map(({ id, at }) =>
        issue('unknown-reference', at, { kind: '@kind.metric', id: quote(id), ...suggestion(id, [...known, ...offered]) }),
      );
    const proof = proveTree(definitions, tree);
    if (proof.kind === 'same') return [];
    if (proof.kind === 'too-large') return [issue('tree-too-large', source.keyAt(path), { id: quote(tree.metric) })];
    return [issue('tree-differs', source.keyAt(path), { id: quote(tree.metric), found: proof.over })];
  });
}

/** A bridge names what the KPI's measures have: parts for a mix, currencies for their rates. */
function bridgesHaveDrivers({ contract, definitions, writtenContract }: TermsCheck): readonly Issue[] {
  return contract.kpis.flatMap(({ id, metric, bridge = [] }, index) => {
    const measures = measuresUnder(definitions, metric);
    const lacking = {
      mix: !measures.some(({ by }) => by !== undefined),
      fx: !measures.some(({ currency }) => typeof currency === 'string'),
    };
    return bridge.flatMap((driver, place) => {
      if ((driver !== 'mix' && driver !== 'fx') || !lacking[driver]) return [];
      const at = writtenContract.source.at(['kpis', index, 'bridge', place]);
      return [issue('bridge-without', at, { id: quote(id), driver, reason: `@bridge.${driver}` })];
    });
  });
}

/** The measures that a metric is made of, over however many steps. */
function measuresUnder({ measures, metrics }: Definitions, metric: string): Definitions['measures'] {
  const formulas = new Map(metrics.map(({ id, formula }) => [id, formula]));
  const seen = new Set<string>();
  const open = [metric];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const formula = formulas.get(name);
    if (formula !== undefined) open.push(...namesOf(formula));
  }
  return measures.filter(({ id }) => seen.has(id));
}

/** Rules about what a metric is read by. */
export const TREE_RULES: readonly Rule<TermsCheck>[] = [treesHold, bridgesHaveDrivers];
