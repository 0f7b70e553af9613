import type { Issue } from '../../kernel/issue.js';
import { isCurrency } from '../../kernel/money.js';
import type { Filler } from '../../kernel/text.js';
import { issue } from '../../words/issue.js';
import { namesTable } from '../declared-lines.js';
import { kindOf } from '../fee-kinds/fee-kinds.js';
import { namesOf } from '../merge-packs.js';
import { metricUses } from '../metric-uses.js';
import type { Expression, Fact, Metric } from '../model.js';
import { exactOfText, fieldOf, isSchedule } from '../normalize-value.js';
import { quote } from '../quote.js';
import { shareParams } from '../share-meant.js';
import type { Path, Source } from '../source.js';
import { suggestedAt, titledOf } from '../suggestion.js';
import { correctedBy } from '../value-slips.js';
import type { Rule, TermsCheck } from './rule.js';
import { TREE_RULES } from './trees.js';

/** Every metric that the contract names is defined. */
function metricsExist(check: TermsCheck): readonly Issue[] {
  const known = check.definitions.metrics.map((metric) => metric.id);
  const { source } = check.writtenContract;
  return metricUses(check.writtenContract.data)
    .filter(({ metric }) => !known.includes(metric))
    .map(({ metric, path }) => {
      const at = path[0] === 'baseline' ? source.keyAt(path) : source.at(path);
      return issue('unknown-reference', at, {
        kind: '@kind.metric',
        id: quote(metric),
        ...suggestedAt(source, path, metric, [...known, ...check.offered], check.definitions.metrics.map(titledOf)),
      });
    });
}

/** Levels of a share are written with `%`; those of money are not. */
function levelsFitTheirUnit(check: TermsCheck): readonly Issue[] {
  const units = new Map(check.definitions.metrics.map((metric) => [metric.id, metric.unit]));
  const { source } = check.writtenContract;
  return metricUses(check.writtenContract.data).flatMap(({ metric, levels }) =>
    levels.flatMap(({ holder, key, path }) => {
      const value = fieldOf(holder, key);
      const entries = isSchedule(value)
        ? Object.keys(value).map((period) => ({ path: [...path, period], text: source.written(value, period) }))
        : [{ path, text: source.written(holder, key) }];
      return entries.flatMap((entry): Issue[] => {
        if (entry.text.endsWith('x')) return [];
        const percent = entry.text.endsWith('%');
        const unit = units.get(metric);
        if (unit === 'share' && !percent) return [issue('share-without-percent', source.at(entry.path), shareParams(entry.text))];
        const times = isRelative(key) ? correctedBy(source, entry.path, [`${exactOfText(entry.text)}x`]) : {};
        if (unit === 'money' && percent)
          return [issue('money-with-percent', source.at(entry.path), { found: entry.text, id: quote(metric), ...times })];
        return percent && isRelative(key) ? besideNumber(source, holder, key, entry) : [];
      });
    }),
  );
}

/** Levels that may be said as a multiple of the target. */
function isRelative(key: string): boolean {
  return key === 'threshold' || key === 'stretch';
}

/** `threshold: 80%` beside `target: 3.0` is 0.8, and nearly always meant as 80% of the target. */
function besideNumber(source: Source, holder: object, key: string, entry: { readonly path: Path; readonly text: string }): Issue[] {
  const target = fieldOf(holder, 'target');
  if (typeof target === 'object' || target === undefined) {
    const targets = Object.keys(Object(target)).map((period) => source.written(Object(target), period));
    if (targets.length === 0 || targets.some((each) => each.endsWith('%'))) return [];
    return [besideIssue(source, key, entry, targets)];
  }
  const written = source.written(holder, 'target');
  return written.endsWith('%') ? [] : [besideIssue(source, key, entry, written)];
}

function besideIssue(source: Source, field: string, { path, text }: { readonly path: Path; readonly text: string }, target: Filler): Issue {
  const value = exactOfText(text);
  const params = { field, found: text, value, target, ...correctedBy(source, path, [`${value}x`, value]) };
  return issue('percent-beside-number', source.at(path), params);
}

/** Section 5: what a fee is paid on is a flow, of money where a rate is applied to it. */
function basesAreMoney({ contract, definitions, writtenContract }: TermsCheck): readonly Issue[] {
  return contract.fees.flatMap((fee, index) => {
    const measured = kindOf(fee).metric;
    if (measured === null || measured.needs === 'any') return [];
    const metric = definitions.metrics.find(({ id }) => id === measured.of(fee));
    const fits = metric?.type === 'flow' && (measured.needs === 'flow' || metric.unit === 'money');
    if (metric === undefined || fits) return [];
    return [
      issue(measured.needs === 'flow' ? 'quantity-flow' : 'commission-base', writtenContract.source.at(['fees', index, measured.field]), {
        id: quote(metric.id),
        found: [`unit: ${metric.unit}`, `type: ${metric.type}`],
      }),
    ];
  });
}

/** A wager on money pays a share of it; a bare number would pay that many times the distance. */
function wagerRatesFitTheirUnit({ definitions, writtenContract: { data, source } }: TermsCheck): readonly Issue[] {
  return data.fees.flatMap((fee, index) => {
    if (fee.kind !== 'wager' || fee.rate === undefined) return [];
    if (definitions.metrics.find(({ id }) => id === fee.metric)?.unit !== 'money') return [];
    const path: Path = ['fees', index, 'rate'];
    const entries = isSchedule(fee.rate)
      ? Object.keys(fee.rate).map((key) => ({ holder: fee.rate, key, path: [...path, key] }))
      : [{ holder: fee, key: 'rate', path }];
    return entries.flatMap(({ holder, key, path: at }) => {
      const text = typeof holder === 'object' ? source.written(holder, key) : '';
      return text.endsWith('%') ? [] : [issue('share-without-percent', source.at(at), shareParams(text))];
    });
  });
}

/** What a formula adds up: measures times constants, or something else. Constants alone have no measure. */
type Linear = 'constant' | 'sum' | 'other';

function linearityOf(formula: Expression, definitions: TermsCheck['definitions']): Linear {
  const known = new Map<string, Linear>();
  const metricOf = (id: string): Linear => {
    const metric = definitions.metrics.find((candidate) => candidate.id === id);
    const found = known.get(id);
    if (metric === undefined || found !== undefined) return found ?? 'other';
    known.set(id, 'other'); // while it is open: a cycle is none
    const linear = linearity(metric.formula);
    known.set(id, linear);
    return linear;
  };
  const linearity = (expression: Expression): Linear => {
    if ('number' in expression) return 'constant';
    if ('negate' in expression) return linearity(expression.negate);
    if ('metric' in expression) return metricOf(expression.metric);
    if ('measure' in expression) {
      const measure = definitions.measures.find(({ id }) => id === expression.measure);
      return measure !== undefined && 'countDistinct' in measure.aggregate ? 'other' : 'sum';
    }
    const left = linearity(expression.left);
    const right = linearity(expression.right);
    if (left === 'constant' && right === 'constant') return 'constant';
    if (expression.op === '+' || expression.op === '-') return left === 'sum' && right === 'sum' ? 'sum' : 'other';
    if (expression.op === '*') return [left, right].sort().join() === 'constant,sum' ? 'sum' : 'other';
    return expression.op === '/' && left === 'sum' && right === 'constant' ? 'sum' : 'other';
  };
  return linearity(formula);
}

/** Section 5: with `accumulate: term` the base is a sum of measures, so that totals to date are sums of periods. */
function termBasesAddUp({ contract, definitions, writtenContract }: TermsCheck): readonly Issue[] {
  return contract.fees.flatMap((fee, index) => {
    const base = kindOf(fee).accumulates(fee);
    const metric = definitions.metrics.find(({ id }) => id === base);
    if (metric === undefined || metric.unit !== 'money' || linearityOf(metric.formula, definitions) === 'sum') return [];
    return [issue('term-base', writtenContract.source.at(['fees', index, 'base']), { id: quote(metric.id), found: quote(metric.text) })];
  });
}

/**
 * Section 1: unused ids are errors: facts, measures and metrics that nothing in the contract depends on. A view depends on the facts of the
 * tables that it reads: they say how these are written, and whose they are.
 */
function definitionsAreUsed(check: TermsCheck): readonly Issue[] {
  const { definitions, definitionsSource: source } = check;
  const metrics = new Map<string, Metric>(definitions.metrics.map((metric) => [metric.id, metric]));
  const used = new Set<string>();
  const use = (name: string) => {
    if (used.has(name)) return;
    used.add(name);
    const metric = metrics.get(name);
    if (metric !== undefined) for (const inner of namesOf(metric.formula)) use(inner);
  };
  for (const { metric } of metricUses(check.writtenContract.data)) use(metric);
  for (const { left, right } of definitions.reconcile) [left, right].forEach(use);
  for (const { factors } of definitions.tree ?? []) for (const { metric } of factors) use(metric);
  // A fact that only an unused measure reads is not reported too: one mistake, one issue.
  const facts = new Set([...definitions.measures.map(({ of }) => of), ...(definitions.fx === null ? [] : [definitions.fx.fact])]);
  const isOfView = ({ source: from }: Fact): boolean => 'table' in from && definitions.views.some((view) => namesTable(view, from.table));
  return [
    ...definitions.facts
      .filter((fact) => !facts.has(fact.id) && !isOfView(fact))
      .map(({ id }) => ({ id, list: 'facts', kind: '@kind.fact' })),
    ...definitions.measures.filter(({ id }) => !used.has(id)).map(({ id }) => ({ id, list: 'measures', kind: '@kind.measure' })),
    ...definitions.metrics.filter(({ id }) => !used.has(id)).map(({ id }) => ({ id, list: 'metrics', kind: '@kind.metric' })),
  ]
    .filter(({ id, list }) => source.keys([list]).includes(id)) // what a pack brings is there because it is used
    .map(({ id, list, kind }) => issue('unused-id', source.keyAt([list, id]), { kind, id: quote(id) }));
}

/** Money in one other currency than the contract's can be converted; where nothing gives rates, every period would be held. */
function oneCurrencyHasRates({ contract, definitions, definitionsSource: source }: TermsCheck): readonly Issue[] {
  return definitions.measures.flatMap(({ id, currency, clause }) => {
    if (currency === null || typeof currency === 'string' || currency.code === contract.currency || definitions.fx !== null) return [];
    const isOwn = source.keys(['measures']).includes(id);
    const at = isOwn ? source.at(['measures', id, 'currency', 'code']) : { path: clause.file, line: clause.line, column: 1 };
    const params = { id: quote(id), found: quote(currency.code), currency: quote(contract.currency) };
    return [issue(isCurrency(currency.code) ? 'code-needs-fx' : 'unknown-currency', at, params)];
  });
}

/** Rules about contract and definitions together. */
export const TERMS_RULES: readonly Rule<TermsCheck>[] = [
  metricsExist,
  levelsFitTheirUnit,
  basesAreMoney,
  wagerRatesFitTheirUnit,
  termBasesAddUp,
  definitionsAreUsed,
  oneCurrencyHasRates,
  ...TREE_RULES,
];
