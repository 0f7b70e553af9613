import type { Filter, Literal, Metric } from '../model.js';
import { measuresReturns, measureUses, namesReturns } from './formulas.js';
import { type Finding, finding, type LintContext, type LintRule } from './lint-rule.js';

/** Tiers that differ, counted anew every period, on a base that refunds of other periods are taken off. */
const periodTiersWithRefunds: LintRule = (context) => {
  return context.contract.fees.flatMap((fee): Finding[] => {
    if (!('tiers' in fee) || fee.accumulate !== 'period') return [];
    const tiers = fee.tiers.map((entry) => entry.value).find((steps) => new Set(steps.map((step) => step.value)).size > 1);
    const refund = measureUses(context, fee.base).find((use) => use.subtracted && measuresReturns(context, use.measure));
    if (tiers === undefined || refund === undefined) return [];
    const params = { fee: fee.id, tiers: tiers.length, measure: refund.measure.id };
    return [finding('period-tiers-with-refunds', fee.clause, params)];
  });
};

const says = (literal: Literal) => literal.type === 'string' && namesReturns(literal.value);

/**
 * The part of a filter that leaves refunded rows out, as text: `status not refunded`, `is_returned false`,
 * `refunded_at isNull true`. A list of wanted states says nothing about refunds and is not looked at.
 */
function leavesReturnsOut(filter: Filter): string | null {
  if ('all' in filter) return filter.all.map(leavesReturnsOut).find((part) => part !== null) ?? null;
  if ('any' in filter) return null; // an alternative may still let them in
  if (filter.op === 'notIn') {
    const value = filter.values.find(says);
    return value === undefined ? null : `${filter.column} not ${value.value}`;
  }
  if (filter.op === 'eq' && filter.value.type === 'boolean' && !filter.value.value && namesReturns(filter.column)) {
    return `${filter.column} false`;
  }
  return filter.op === 'isNull' && filter.value && namesReturns(filter.column) ? `${filter.column} isNull true` : null;
}

function nettedTwice(context: LintContext, metric: Metric): Finding | null {
  const uses = measureUses(context, metric.id).filter((use) => !use.divides);
  const refund = uses.find((use) => use.subtracted && measuresReturns(context, use.measure));
  if (refund === undefined) return null;
  for (const { measure, subtracted } of uses) {
    const filter = subtracted || measure.where === null ? null : leavesReturnsOut(measure.where);
    if (filter === null) continue;
    const params = { metric: metric.id, measure: measure.id, refund: refund.measure.id, filter };
    return finding('refunds-netted-twice', metric.clause, params);
  }
  return null;
}

/** Only in the metric that subtracts, not again in those that are built on it. */
const refundsNettedTwice: LintRule = (context) => {
  const found = context.definitions.metrics.flatMap((metric) => nettedTwice(context, metric) ?? []);
  const builtOn = (metric: Metric) => JSON.stringify(metric.formula);
  return found.filter((finding) => {
    const metric = context.metrics.get(String(finding.params.metric));
    return metric === undefined || !found.some((other) => builtOn(metric).includes(JSON.stringify({ metric: other.params.metric })));
  });
};

const BINARY = /^(FLOAT(4|8|16|32|64)?|DOUBLE( PRECISION)?|REAL)$/i;

/** Columns that are summed although the engine holds them as binary fractions. */
const floatMoney: LintRule = (context) => {
  return context.definitions.measures.flatMap((measure): Finding[] => {
    if (!('sum' in measure.aggregate)) return [];
    const column = measure.aggregate.sum;
    const found = context.columnTypes.find((type) => type.fact === measure.of && type.column === column);
    if (found === undefined || !BINARY.test(found.type)) return [];
    return [finding('float-money', measure.clause, { measure: measure.id, column, type: found.type })];
  });
};

export const REFUND_RULES: readonly LintRule[] = [periodTiersWithRefunds, refundsNettedTwice, floatMoney];
