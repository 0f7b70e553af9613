import type { PeriodId } from '../../kernel/calendar.js';
import type { Issue } from '../../kernel/issue.js';
import { scheduledAt } from '../../kernel/period.js';
import { compare, ONE, type Rational, rational, sum, toDecimal, ZERO } from '../../kernel/rational.js';
import { issue } from '../../words/issue.js';
import type { Kpi, Level, Scheduled } from '../model.js';
import { multipleMeant, sideOf } from '../multiple-meant.js';
import { quote } from '../quote.js';
import type { Path } from '../source.js';
import { writtenLevels } from './levels-written.js';
import type { ContractCheck } from './rule.js';

/** The periods in which any of the schedules changes, none before the term's first. */
function changes(first: PeriodId, schedules: readonly (Scheduled<unknown> | null)[]): PeriodId[] {
  const starts = schedules.flatMap((schedule) => (schedule ?? []).map((entry) => (entry.from < first ? first : entry.from)));
  return [...new Set([first, ...starts])].sort();
}

/** Section 4: the weights of all KPIs sum to exactly 100% in every period. */
export function weightsSumTo100({ contract, written, periods }: ContractCheck): readonly Issue[] {
  const first = periods[0]?.id ?? '';
  const wrong = changes(
    first,
    contract.kpis.map((kpi) => kpi.weight),
  ).flatMap((period) => {
    const weights = contract.kpis.map((kpi) => ({ id: kpi.id, weight: rational(scheduledAt(kpi.weight, period)) }));
    const total = sum(weights.map(({ weight }) => weight));
    return compare(total, ONE) === 0 ? [] : [{ period, total, weights }];
  });
  return wrong.map(({ period, total, weights }) =>
    issue('weights-sum', written.source.keyAt(['kpis']), {
      period,
      found: percent(total),
      each: weights.map(({ id, weight }) => `${id} ${percent(weight)}`),
      difference: `@weights.${compare(total, ONE) < 0 ? 'less' : 'more'}:${percent(total.sub(ONE).abs())}`,
    }),
  );
}

function percent(share: Rational): string {
  return `${toDecimal(share.mul(100))}%`;
}

function levelValue(level: Level, target: Rational): Rational {
  return 'times' in level ? rational(level.times).mul(target) : rational(level.value);
}

/** Path of a scheduled field's entry in force in a period: the entry where it is a map, else the field. */
function entryPath(path: Path, schedule: Scheduled<unknown>, period: PeriodId): Path {
  const entry = schedule.filter(({ from }) => from <= period).at(-1);
  return entry === undefined ? path : [...path, entry.from];
}

/** Section 4: targets are above 0; threshold, target and stretch stand in order, for every stretch of the schedules. */
export function levelsAreInOrder({ contract, written, periods }: ContractCheck): readonly Issue[] {
  const first = periods[0]?.id ?? '';
  const issues: Issue[] = [];
  contract.kpis.forEach((kpi, index) => {
    for (const period of changes(first, [kpi.target, kpi.threshold, kpi.stretch])) {
      const target = rational(scheduledAt(kpi.target, period));
      const at = (field: 'target' | 'threshold' | 'stretch', schedule: Scheduled<unknown>) =>
        written.source.at(entryPath(['kpis', index, field], schedule, period));
      if (compare(target, ZERO) <= 0) {
        issues.push(issue('target-not-positive', at('target', kpi.target), { found: toDecimal(target) }));
        continue;
      }
      for (const field of ['threshold', 'stretch'] as const) {
        const schedule = kpi[field];
        if (schedule === null) continue;
        const value = levelValue(scheduledAt(schedule, period), target);
        const wanted = sideOf(field, kpi.better);
        if (compare(value, target) === wanted) continue;
        issues.push(
          issue('levels-order', at(field, schedule), {
            field,
            period,
            found: toDecimal(value),
            expected: `${wanted < 0 ? '<' : '>'} ${toDecimal(target)}`,
            ...asMultiple(written, index, field, period, toDecimal(target), wanted),
          }),
        );
      }
    }
  });
  return issues;
}

/** The multiple of the target that a level on the wrong side of it was probably meant to be: `stretch: 1.2` beside a target of 3.5. */
function asMultiple(
  { data, source }: ContractCheck['written'],
  index: number,
  field: 'threshold' | 'stretch',
  period: PeriodId,
  target: string,
  side: -1 | 1,
) {
  const kpi = data.kpis[index];
  if (kpi === undefined) return {};
  const levels = writtenLevels(source, kpi, field, ['kpis', index, field]);
  const level = levels.length === 1 ? levels[0] : levels.findLast(({ path }) => String(path.at(-1)) <= period);
  const multiple = level === undefined ? null : multipleMeant(level.text, [target], side);
  return level === undefined || multiple === null ? {} : { corrected: source.corrected(level.path, { value: multiple }) };
}

/** Section 4: `lower` requires a threshold; it cannot be 0, where every actual scores. */
export function lowerHasThreshold({ contract, written }: ContractCheck): readonly Issue[] {
  return contract.kpis.flatMap((kpi, index) =>
    kpi.better === 'lower' && kpi.threshold === null
      ? [issue('lower-needs-threshold', written.source.at(['kpis', index]), { id: quote(kpi.id) })]
      : [],
  );
}

/** Section 4: the cap is at least 100%, the score at the target; `stretch` needs more than that. */
export function capFitsStretch({ contract, written, periods }: ContractCheck): readonly Issue[] {
  const first = periods[0]?.id ?? '';
  return contract.kpis.flatMap((kpi, index) => changes(first, [kpi.cap]).flatMap((period) => capIssue(kpi, period, index, written.source)));
}

function capIssue(kpi: Kpi, period: PeriodId, index: number, source: ContractCheck['written']['source']): Issue[] {
  const cap = rational(scheduledAt(kpi.cap, period));
  const found = `${toDecimal(cap.mul(100))}%`;
  const at = source.at(entryPath(['kpis', index, 'cap'], kpi.cap, period));
  if (compare(cap, ONE) < 0) return [issue('cap-below-100', at, { found, period })];
  if (kpi.stretch !== null && compare(cap, ONE) === 0)
    return [issue('stretch-needs-cap', source.at(['kpis', index, 'stretch']), { found, period })];
  return [];
}
