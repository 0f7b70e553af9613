import { expressionOf, measuresOf, type Vocabulary } from '../attainment/measures.js';
import { kindOf, type PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';
import { isZero, rational } from '../kernel/rational.js';

/** The measures that an amount of a fee in a period depends on: by its metric, its KPIs and their minimums, its gates, and the fee it is a share of. */
export function measuresOfFee(
  { contract }: Pick<Terms, 'contract'>,
  words: Vocabulary,
  period: PeriodId,
  fee: PeriodFee,
): ReadonlySet<string> {
  const { kpis, composite, gates, fees } = contract;
  const counts = ({ id, weight }: (typeof kpis)[number], by: string) =>
    by === id || (by === 'composite' && (composite.rule === 'min' || !isZero(rational(scheduledAt(weight, period)))));
  const seen = new Set<string>();
  const metricsOf = (of: PeriodFee): (string | null)[] => {
    if (seen.has(of.id)) return [];
    seen.add(of.id);
    const kind = kindOf(of);
    const by = kind.by(of);
    const scored = by === null ? [] : kpis.filter((kpi) => counts(kpi, by));
    const base = fees.find(({ id }) => id === kind.deductsFrom(of));
    return [
      kind.metric?.of(of) ?? null,
      ...scored.flatMap(({ metric, minimum }) => [metric, minimum?.metric ?? null]),
      ...gates.filter(({ blocks }) => blocks.includes(of.id)).map(({ metric }) => metric),
      ...(base === undefined || base.kind === 'tax' ? [] : metricsOf(base)),
    ];
  };
  return new Set(metricsOf(fee).flatMap((metric) => (metric === null ? [] : measuresOf(words, expressionOf(words, metric)))));
}
