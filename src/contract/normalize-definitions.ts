import type { WrittenDefinitions, Fact as WrittenFact, Measure as WrittenMeasure } from '../generated/written.js';
import type { Issue } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import { type FormulaProblem, parseFormula, resolveNames, type WrittenExpression } from './formula.js';
import { meantFormula } from './meant/formula.js';
import type { Definitions, Dimension, Expression, Fact, Measure, Metric, MetricTree, TableColumn, TableSource } from './model.js';
import { normalizeFilter } from './normalize-filter.js';
import { normalizeSeasons } from './normalize-seasons.js';
import { clauseAt, exactOfText } from './normalize-value.js';
import type { Written } from './parse-written.js';
import type { Source } from './source.js';
import { correctedBy } from './value-slips.js';

/** A view's texts by engine. */
export type Views = Definitions['views'];

/** The formulas of metrics as they are written, with the places of their names; those that cannot be read are absent. */
export type Formulas = ReadonlyMap<string, WrittenExpression>;

/**
 * The definitions with formulas parsed and filters as trees.
 * @param packMetrics metrics of the packs in use: formulas may name them.
 * Issues: formulas that cannot be read.
 */
export function normalizeDefinitions(
  written: Written<WrittenDefinitions>,
  views: Views,
  packMetrics: ReadonlySet<string> = new Set(),
): { readonly definitions: Definitions; readonly formulas: Formulas; readonly issues: readonly Issue[] } {
  const { data, source } = written;
  const issues: Issue[] = [];
  const formulas = new Map<string, WrittenExpression>();
  const own = data.metrics ?? {};
  const isMetric = (name: string) => Object.hasOwn(own, name) || packMetrics.has(name);
  const metrics = Object.entries(own).map(([id, metric]): Metric => {
    const parsed = parseFormula(metric.formula);
    if ('problem' in parsed) issues.push(formulaIssue(source, id, metric.formula, parsed.problem));
    else formulas.set(id, parsed.expression);
    const formula: Expression = 'problem' in parsed ? { number: '0' } : resolveNames(parsed.expression, isMetric);
    return {
      id,
      title: metric.title,
      formula,
      text: metric.formula,
      unit: metric.unit,
      type: metric.type,
      decimals: metric.decimals ?? null,
      clause: clauseAt(source, ['metrics', id]),
    };
  });
  const definitions: Definitions = {
    facts: Object.entries(data.facts ?? {}).map(([id, fact]) => normalizeFact(source, id, fact)),
    measures: Object.entries(data.measures ?? {}).map(([id, measure]) => normalizeMeasure(source, id, measure)),
    metrics,
    fx: data.fx === undefined ? null : { ...data.fx, inverted: data.fx.inverted ?? false, clause: clauseAt(source, ['fx']) },
    reconcile: (data.reconcile ?? []).map((rule, index) => ({
      ...rule,
      tolerance: exactOfText(rule.tolerance),
      clause: clauseAt(source, ['reconcile', index]),
    })),
    views,
    ...(data.seasons === undefined ? {} : { seasons: normalizeSeasons(source, data.seasons) }),
    ...(data.tree === undefined ? {} : { tree: normalizeTrees(source, data.tree) }),
  };
  return { definitions, formulas, issues };
}

function formulaIssue(source: Source, metric: string, text: string, problem: FormulaProblem): Issue {
  const found = text.slice(problem.index, problem.index + 1);
  return issue('formula-syntax', source.inside(['metrics', metric, 'formula'], problem.index), {
    problem: `@formula.${problem.problem}`,
    found: found === '' ? '@end' : JSON.stringify(found),
    ...correctedBy(source, ['metrics', metric, 'formula'], [meantFormula(text) ?? '']),
  });
}

function normalizeFact(source: Source, id: string, fact: WrittenFact): Fact {
  return {
    id,
    source: fact.table === undefined ? { view: fact.view ?? '' } : normalizeTable(fact.table, fact),
    grain: fact.grain ?? [],
    custodian: fact.custodian,
    freshness: fact.freshness === undefined ? null : normalizeFreshness(source, fact.freshness),
    clause: clauseAt(source, ['facts', id]),
  };
}

function normalizeTable(table: string, { format, columns }: WrittenFact): TableSource {
  return {
    table,
    ...(format === undefined ? {} : { format }),
    ...(columns === undefined ? {} : { columns: Object.entries(columns).map(([name, column]) => normalizeColumn(name, column)) }),
  };
}

function normalizeColumn(name: string, column: NonNullable<WrittenFact['columns']>[string]): TableColumn {
  if (typeof column === 'string') return { name, header: column, time: null, strip: [] };
  const { header, time, strip = [], round, fill } = column;
  const marks = typeof strip === 'string' ? [strip] : strip;
  const more = { ...(round === undefined ? {} : { round }), ...(fill === undefined ? {} : { fill }) };
  return { name, header, time: time ?? null, strip: marks, ...more };
}

function normalizeFreshness(source: Source, { table, column, where }: NonNullable<WrittenFact['freshness']>): Fact['freshness'] {
  return { table: table ?? null, column, where: where === undefined ? null : normalizeFilter(source, where) };
}

function normalizeMeasure(source: Source, id: string, measure: WrittenMeasure): Measure {
  return {
    id,
    ...(measure.title === undefined ? {} : { title: measure.title }),
    definition: measure.definition,
    of: measure.of,
    aggregate: aggregateOf(measure),
    when: typeof measure.when === 'string' ? { column: measure.when, zone: null } : measure.when,
    where: measure.where === undefined ? null : normalizeFilter(source, measure.where),
    currency: measure.currency ?? null,
    nulls: measure.nulls ?? 'undefined',
    ...(measure.by === undefined ? {} : { by: measure.by.map(normalizeDimension) }),
    clause: clauseAt(source, ['measures', id]),
  };
}

function normalizeTrees(source: Source, trees: NonNullable<WrittenDefinitions['tree']>): readonly MetricTree[] {
  return Object.entries(trees).map(([metric, factors]) => ({
    metric,
    factors: factors.map((factor) => (typeof factor === 'string' ? { metric: factor, per: false } : { metric: factor.per, per: true })),
    clause: clauseAt(source, ['tree', metric]),
  }));
}

/** How many values are apart where nothing is said of it. */
const TOP = 20;

function normalizeDimension(written: NonNullable<WrittenMeasure['by']>[number]): Dimension {
  const { column, top = TOP, values, lag } = typeof written === 'string' ? { column: written } : written;
  if (lag !== undefined) return { column, lag };
  return values === undefined ? { column, top } : { column, values };
}

function aggregateOf(measure: WrittenMeasure): Measure['aggregate'] {
  if (measure.sum !== undefined) return { sum: measure.sum };
  if (measure.countDistinct !== undefined) return { countDistinct: measure.countDistinct };
  return { count: 'rows' };
}
