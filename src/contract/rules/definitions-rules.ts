import type { Issue } from '../../kernel/issue.js';
import { distinct } from '../../kernel/objects.js';
import { issue } from '../../words/issue.js';
import { FUNCTIONS, namesIn } from '../formula.js';
import { growthOf } from '../growth.js';
import { hyphenated } from '../meant/formula.js';
import { quote } from '../quote.js';
import { meantName, suggestion } from '../suggestion.js';
import { correctedBy } from '../value-slips.js';
import { FILE_FORM_RULES } from './file-forms.js';
import { metricNamesAreSeen } from './names.js';
import type { DefinitionsCheck, Rule } from './rule.js';
import { seasonDatesExist, seasonsDoNotOverlap, seasonsMakeSense } from './seasons.js';
import { zoneIssues } from './zones.js';

/** Section 3: a name is a measure or a metric, never both, and never one that formulas keep for themselves. */
function namesAreClear({ definitions, written }: DefinitionsCheck): readonly Issue[] {
  const measures = new Set(definitions.measures.map((measure) => measure.id));
  const named = [
    ...definitions.measures.map(({ id }) => ({ id, path: ['measures', id] })),
    ...definitions.metrics.map(({ id }) => ({ id, path: ['metrics', id] })),
  ];
  return named.flatMap(({ id, path }): Issue[] => {
    if (FUNCTIONS.includes(id)) return [issue('reserved-name', written.source.keyAt(path), { id: quote(id) })];
    if (path[0] === 'metrics' && measures.has(id)) return [issue('measure-and-metric', written.source.keyAt(path), { id: quote(id) })];
    return [];
  });
}

/** Facts that measures and rates name, and measures that reconciliations name, exist. */
function definitionsExist({ definitions, written, offered }: DefinitionsCheck): readonly Issue[] {
  const facts = definitions.facts.map((fact) => fact.id);
  const measures = definitions.measures.map((measure) => measure.id);
  const references = [
    ...definitions.measures.map(({ id, of }) => ({ name: of, path: ['measures', id, 'of'], kind: '@kind.fact', candidates: facts })),
    ...definitions.measures.flatMap(({ id, by = [] }) =>
      by.flatMap((each, index) =>
        'lag' in each
          ? [{ name: each.lag.of, path: ['measures', id, 'by', index, 'lag', 'of'], kind: '@kind.measure', candidates: measures }]
          : [],
      ),
    ),
    ...(definitions.fx === null ? [] : [{ name: definitions.fx.fact, path: ['fx', 'fact'], kind: '@kind.fact', candidates: facts }]),
    ...definitions.reconcile.flatMap((rule, index) =>
      (['left', 'right'] as const).map((side) => ({
        name: rule[side],
        path: ['reconcile', index, side],
        kind: '@kind.measure',
        candidates: measures,
      })),
    ),
  ];
  return references
    .filter(({ name, candidates }) => !candidates.includes(name))
    .map(({ name, path, kind, candidates }) =>
      issue('unknown-reference', written.source.at(path), { kind, id: quote(name), ...suggestion(name, [...candidates, ...offered]) }),
    );
}

/** A reconciliation compares two different measures, and its id is its own. */
function reconciliationsMakeSense({ definitions, written }: DefinitionsCheck): readonly Issue[] {
  return definitions.reconcile.flatMap((rule, index) => {
    const issues: Issue[] = [];
    if (definitions.reconcile.findIndex((other) => other.id === rule.id) !== index) {
      issues.push(issue('duplicate-id', written.source.at(['reconcile', index, 'id']), { kind: '@kind.reconcile', id: quote(rule.id) }));
    }
    if (rule.left === rule.right)
      issues.push(issue('reconcile-itself', written.source.at(['reconcile', index, 'right']), { id: quote(rule.left) }));
    return issues;
  });
}

/** Every name in a formula is a measure or a metric. */
function formulaNamesExist({ definitions, formulas, written, offered }: DefinitionsCheck): readonly Issue[] {
  const known = [...definitions.measures.map(({ id }) => id), ...definitions.metrics.map(({ id }) => id)];
  const all = new Set(known);
  const unknown = [...formulas].flatMap(([metric, formula]) =>
    namesIn(formula)
      .filter(({ name }) => !all.has(name))
      .map((found) => ({ ...found, metric })),
  );
  const names = [...known, ...offered];
  const issues = unknown.slice(0, MOST_SHOWN).map(({ metric, name, index }) => {
    const path = ['metrics', metric, 'formula'];
    const formula = written.data.metrics?.[metric]?.formula ?? '';
    // `net-revenue` reads as net minus revenue: one slip, not two names
    const whole = hyphenated(formula, index);
    const found = whole !== null && names.includes(whole.name.replaceAll('-', '_')) ? whole : { name, index };
    const meant = meantName(found.name, names);
    const corrected = meant === null ? '' : formula.slice(0, found.index) + meant + formula.slice(found.index + found.name.length);
    return issue('unknown-reference', written.source.inside(path, found.index), {
      kind: '@kind.measure-or-metric',
      id: quote(found.name),
      ...suggestion(found.name, names),
      ...correctedBy(written.source, path, [corrected]),
    });
  });
  return distinct(issues);
}

/** No metric is made of itself, over however many steps. */
function formulasHaveNoCycle({ formulas, written }: DefinitionsCheck): readonly Issue[] {
  const uses = new Map([...formulas].map(([metric, formula]) => [metric, namesIn(formula).map(({ name }) => name)]));
  const done = new Set<string>();
  const issues: Issue[] = [];
  // the metrics that are open, each with those it names that are still to be looked at: no recursion, chains may be long
  const way: { readonly id: string; readonly left: string[] }[] = [];
  const open = (id: string): void => {
    if (done.has(id) || !uses.has(id)) return;
    const start = way.findIndex((step) => step.id === id);
    if (start < 0) {
      way.push({ id, left: [...(uses.get(id) ?? [])].reverse() });
      return;
    }
    const cycle = [...way.slice(start).map((step) => step.id), id].join(' → ');
    issues.push(issue('formula-cycle', written.source.at(['metrics', id, 'formula']), { found: cycle }));
  };
  for (const id of uses.keys()) {
    open(id);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const next = step.left.pop();
      if (next !== undefined) open(next);
      else done.add(way.pop()?.id ?? '');
    }
  }
  return issues;
}

/** Names in formulas of which nothing is known: looking for what was meant costs more than it helps after so many. */
const MOST_SHOWN = 50;
/** Most names and numbers that a metric may stand for when everything that it names is written out. */
const MOST_PARTS = 1000;

/**
 * A metric that names another twice, which names a third twice, is as large as two to the power of their number: what it costs
 * to evaluate, and how many digits come out, is bounded before anything is.
 */
function formulasAreBounded({ formulas, written }: DefinitionsCheck): readonly Issue[] {
  const sizes = new Map<string, number>();
  const issues: Issue[] = [];
  const uses = new Map([...formulas].map(([metric, formula]) => [metric, namesIn(formula).map(({ name }) => name)]));
  const sizeOf = (id: string): number => 1 + (uses.get(id) ?? []).reduce((sum, name) => sum + (sizes.get(name) ?? 1), 0);
  // those that a metric names come before it; a cycle, which is an issue of its own, is cut where it closes
  const pending: string[] = [...uses.keys()].reverse();
  const begun = new Set<string>();
  for (let id = pending.at(-1); id !== undefined; id = pending.at(-1)) {
    const inner = begun.has(id) ? [] : (uses.get(id) ?? []).filter((name) => uses.has(name) && !begun.has(name));
    begun.add(id);
    if (inner.length > 0) {
      pending.push(...new Set(inner));
      continue;
    }
    pending.pop();
    if (sizes.has(id)) continue;
    const size = sizeOf(id);
    sizes.set(id, size);
    // said once, of the first that is too large, and not of what is built on it
    if (size > MOST_PARTS && (uses.get(id) ?? []).every((name) => (sizes.get(name) ?? 1) <= MOST_PARTS)) {
      issues.push(
        issue('formula-too-large', written.source.at(['metrics', id, 'formula']), { id: quote(id), found: size, limit: MOST_PARTS }),
      );
    }
  }
  return issues;
}

/**
 * `currency` and `nulls` belong to sums; a currency needs rates; a zone exists. Money of a pack names its currency without
 * rates too: the contract's own needs none, and any other is undefined.
 */
function measuresMakeSense({ definitions, written }: DefinitionsCheck): readonly Issue[] {
  const own = written.data.measures ?? {};
  return definitions.measures.flatMap((measure) => {
    if (!Object.hasOwn(own, measure.id)) return [];
    const issues: Issue[] = [];
    const at = (field: string) => written.source.keyAt(['measures', measure.id, field]);
    const sums = 'sum' in measure.aggregate;
    if (!sums && measure.currency !== null) issues.push(issue('only-for-sums', at('currency'), { field: '"currency"' }));
    if (!sums && measure.nulls === 'zero') issues.push(issue('only-for-sums', at('nulls'), { field: '"nulls"' }));
    if (typeof measure.currency === 'string' && definitions.fx === null)
      issues.push(issue('currency-needs-fx', at('currency'), { id: quote(measure.id) }));
    const { zone } = measure.when;
    if (zone !== null) issues.push(...zoneIssues(zone, ['measures', measure.id, 'when', 'zone'], written.source));
    (measure.by ?? []).forEach(({ column }, index, by) => {
      const given = own[measure.id]?.by?.[index];
      const path = ['measures', measure.id, 'by', index];
      if (by.findIndex((other) => other.column === column) !== index)
        issues.push(issue('divided-twice', written.source.at(path), { id: quote(measure.id), column: quote(column) }));
      if (typeof given === 'object' && given.top !== undefined && given.values !== undefined)
        issues.push(issue('top-and-values', written.source.keyAt([...path, 'values']), { column: quote(column) }));
      if (typeof given === 'object' && given.lag !== undefined && (by.length > 1 || given.top !== undefined || given.values !== undefined))
        issues.push(issue('lag-alone', written.source.keyAt([...path, 'lag']), { column: quote(column) }));
    });
    return issues;
  });
}

/** Rates that nothing is converted at: the measure that should be has no `currency`, and its money would be added up unconverted. */
function ratesAreUsed({ definitions, written }: DefinitionsCheck): readonly Issue[] {
  const unused = definitions.fx !== null && definitions.measures.every(({ currency }) => currency === null);
  return unused ? [issue('fx-unused', written.source.keyAt(['fx']))] : [];
}

/** A table says what identifies a row: without it nobody would notice rows that are loaded twice. */
function tablesHaveGrain({ definitions, written }: DefinitionsCheck): readonly Issue[] {
  return definitions.facts.flatMap((fact) =>
    'table' in fact.source && fact.grain.length === 0
      ? [issue('table-needs-grain', written.source.keyAt(['facts', fact.id]), { id: quote(fact.id) })]
      : [],
  );
}

/**
 * Section 3: a flow grows with time. A quotient does not: as a flow its levels would shrink with the days in force (section 4), and a period that
 * is half in force would be scored against half of its target. Nor does a share, whatever it is made of.
 */
function flowsGrow({ definitions, written }: DefinitionsCheck): readonly Issue[] {
  const growth = growthOf(definitions);
  return definitions.metrics.flatMap(({ id, unit, type, text }) => {
    if (type !== 'flow') return [];
    const grows = (growth(id)?.most ?? 1) >= 1;
    if (grows && unit !== 'share') return [];
    const path = ['metrics', id, 'type'];
    const params = { id: quote(id), ...correctedBy(written.source, path, ['ratio']) };
    const at = written.source.at(path);
    return [grows ? issue('share-is-no-flow', at, params) : issue('quotient-is-no-flow', at, { ...params, found: quote(text) })];
  });
}

/** A view that a fact names has a file, and a file's view is used. */
function viewsExist({ definitions, written, root }: DefinitionsCheck): readonly Issue[] {
  const names = definitions.views.map((view) => view.name);
  const used = new Set<string>();
  const issues: Issue[] = [];
  for (const fact of definitions.facts) {
    if (!('view' in fact.source)) continue;
    const { view } = fact.source;
    used.add(view);
    if (names.includes(view)) continue;
    issues.push(
      issue('view-missing', written.source.at(['facts', fact.id, 'view']), {
        id: quote(view),
        expected: `${root}/views/${view}.duckdb.sql | ${root}/views/${view}.bigquery.sql`,
        ...suggestion(view, names),
      }),
    );
  }
  const meant = issues.map((issue) => issue.params.suggestion);
  for (const view of definitions.views) {
    // A view whose name is misspelt where it is used is not unused as well.
    if (used.has(view.name) || meant.includes(quote(view.name))) continue;
    const path = `${root}/views/${view.name}.${view.duckdb === null ? 'bigquery' : 'duckdb'}.sql`;
    issues.push(issue('unused-id', { path, line: 1, column: 1 }, { kind: '@kind.view', id: quote(view.name) }));
  }
  return issues;
}

/** Rules about definitions.yaml alone. */
export const DEFINITIONS_RULES: readonly Rule<DefinitionsCheck>[] = [
  namesAreClear,
  metricNamesAreSeen,
  definitionsExist,
  reconciliationsMakeSense,
  formulaNamesExist,
  formulasHaveNoCycle,
  formulasAreBounded,
  measuresMakeSense,
  ratesAreUsed,
  tablesHaveGrain,
  flowsGrow,
  viewsExist,
  seasonDatesExist,
  seasonsDoNotOverlap,
  seasonsMakeSense,
  ...FILE_FORM_RULES,
];
