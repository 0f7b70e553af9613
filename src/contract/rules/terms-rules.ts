import { asWarning, type Issue } from '../../kernel/issue.js';
import { isCurrency } from '../../kernel/money.js';
import { issue } from '../../words/issue.js';
import { namesTable } from '../declared-lines.js';
import { kindOf } from '../fee-kinds/fee-kinds.js';
import { namesOf } from '../merge-packs.js';
import { metricUses } from '../metric-uses.js';
import type { Expression, Fact, Metric } from '../model.js';
import { exactOfText } from '../normalize-value.js';
import { percentAlone, percentBeside } from '../percent-meant.js';
import { quote } from '../quote.js';
import { shareParams } from '../share-meant.js';
import type { Source } from '../source.js';
import { suggestedAt, titledOf } from '../suggestion.js';
import { correctedBy } from '../value-slips.js';
import { type WrittenLevel, writtenLevels } from './levels-written.js';
import { plainLevelsAreNear } from './multiples.js';
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

/** Levels of a share are written with `%`; those of money and of a number are not. */
function levelsFitTheirUnit(check: TermsCheck): readonly Issue[] {
  const units = new Map(check.definitions.metrics.map((metric) => [metric.id, metric.unit]));
  const { source } = check.writtenContract;
  return metricUses(check.writtenContract.data).flatMap(({ metric, levels }) =>
    levels.flatMap(({ holder, key, path }) => {
      const targets = isRelative(key) ? writtenLevels(source, holder, 'target', []).map(({ text }) => text) : null;
      return writtenLevels(source, holder, key, path).flatMap((level): readonly Issue[] => {
        const unit = units.get(metric);
        if (level.text.endsWith('x') || unit === undefined) return [];
        if (!level.text.endsWith('%'))
          return unit === 'share'
            ? [issue('share-without-percent', source.at(level.path), shareParams(level.text, level.path, check.writtenContract.data))]
            : [];
        return unit === 'share' ? [] : percentIssue(source, key, { ...level, metric, unit, targets });
      });
    }),
  );
}

/** Levels that may be said as a multiple of the target. */
function isRelative(key: string): boolean {
  return key === 'threshold' || key === 'stretch';
}

/** A level with `%` of a metric that is no share. */
interface PercentLevel extends WrittenLevel {
  readonly metric: string;
  readonly unit: 'money' | 'number';
  /** Those that it stands beside, where it may be a multiple of them. */
  readonly targets: readonly string[] | null;
}

/** `target: 3.0%` of a number is 0.03; `threshold: 80%` beside `target: 3.0` is 0.8, and nearly always meant as 80% of the target. */
function percentIssue(source: Source, field: string, { path, text, metric, unit, targets }: PercentLevel): readonly Issue[] {
  const value = exactOfText(text);
  // a target with % is told itself, and what it is decides what its threshold was meant to be
  const isBesideNumber = targets?.every((each) => !each.endsWith('%')) === true;
  const beside = (otherwise: readonly string[]) => correctedBy(source, path, percentBeside(text, targets ?? [], otherwise));
  if (unit === 'money') {
    const meant = isBesideNumber ? beside([`${value}x`]) : {};
    return [issue('money-with-percent', source.at(path), { found: text, id: quote(metric), ...meant })];
  }
  if (targets !== null && !isBesideNumber) return [];
  if (targets === null) {
    const corrected = correctedBy(source, path, percentAlone(text));
    const found = issue('number-with-percent', source.at(path), { found: text, id: quote(metric), value, ...corrected });
    // of a ratio that is a part of a whole, as new customers of all orders, 30% is a fair limit; what a KPI is scored against is not
    return [field === 'target' ? found : asWarning(found)];
  }
  const target = targets.length === 1 ? (targets[0] ?? '') : targets;
  return [issue('percent-beside-number', source.at(path), { field, found: text, value, target, ...beside([`${value}x`, value]) })];
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
    return writtenLevels(source, fee, 'rate', ['fees', index, 'rate']).flatMap(({ path, text }) =>
      text.endsWith('%') ? [] : [issue('share-without-percent', source.at(path), shareParams(text, path, data))],
    );
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
  plainLevelsAreNear,
  basesAreMoney,
  wagerRatesFitTheirUnit,
  termBasesAddUp,
  definitionsAreUsed,
  oneCurrencyHasRates,
  ...TREE_RULES,
];
