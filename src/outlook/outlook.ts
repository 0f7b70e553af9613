import { measuresOf, type Vocabulary, vocabulary } from '../attainment/measures.js';
import { type Coverage, coverageOf, type RunningEvidence, valueUpTo } from '../attainment/running.js';
import { metricsThatCount } from '../contract/metrics-that-count.js';
import { addDays, daysInclusive, type LocalDate } from '../kernel/calendar.js';
import type { TermPeriod } from '../kernel/period.js';
import { compare, type Rational, rational, ZERO } from '../kernel/rational.js';
import { type RuledKpi, ruledKpi } from '../settlement/ruled-kpis.js';
import { courseOf } from './course.js';
import { toDouble } from './doubles.js';
import { feesOutlook, type Settled, settleScenarios } from './fees-outlook.js';
import { maturingPeriods } from './maturity.js';
import { measureDigits } from './measure-digits.js';
import { partsOf, sumOf } from './metric-parts.js';
import type { GateOutlook, KpiOutlook, Outlook, Reached } from './model.js';
import { neededFor } from './needed.js';
import { measuresThatCount, type OutlookInput, plannedMeasure } from './outlook-input.js';
import type { PaidScenario } from './pay-scenarios.js';
import { forecastOver, knownDays } from './period-forecast.js';
import { decimalOrNull, rangeOf, reachedBy, withoutForecast } from './scenario-ranges.js';
import { inScenarios, type MetricScenarios, metricScenarios, type PeriodForecast } from './scenarios.js';

/** The outlook of a running period (outlook, § 3): what it may come to, how likely, and what that would pay. Pure. */
export function outlookOf(input: OutlookInput): Outlook {
  const { settlement, card, plan } = input;
  const { terms, target, asOf } = settlement;
  const period = target.inForce;
  const evidence = settlement.evidence.periods.find((each) => each.period === target.period);
  if (period === null || evidence === undefined) throw new RangeError(`no evidence for ${target.period}`);
  const { from, to } = period.inForce;
  const words = vocabulary(terms.contract, terms.definitions);
  const coverage = coverageOf(words, evidence, measuresThatCount(terms));
  const { through: covered } = coverage;
  const behind = behindBy(coverage, asOf);
  const through = covered === null || covered < from ? null : covered;
  const daysGone = through === null ? 0 : daysInclusive(from, through);
  const daysLeft = period.daysInForce - daysGone;
  const forecast = periodForecast(input, words, period, covered, { daysGone, daysLeft });
  const settled: Settled = settleScenarios({ settlement, evidence, words, through, period, forecast });
  const asExpected = forecast.asExpected.filter((id) => measuresThatCount(terms).includes(id));
  const { spans } = settlement.evidence;
  const running = { words, evidence, rules: terms.definitions.reconcile, spans };
  const scenariosFor = (metric: string, kpi: string | null, amountOf: AmountOf): MetricScenarios => {
    const forecasts = scenariosOf(words, forecast, metric);
    return settled.paid.length > 0
      ? asSettled(forecasts, settled, amountOf)
      : { ...forecasts, toDate: measuredUpTo(running, metric, kpi, through) };
  };
  const kpis = card.kpis.map((result) => {
    const { id, metric, threshold, target, stretch, cap } = result;
    const ruled = ruledKpi(result, card, terms.contract, settlement.events);
    const kpi = terms.contract.kpis.find((each) => each.id === id);
    const better = kpi?.better ?? 'higher';
    const levels = [
      ...(threshold === null ? [] : [{ level: 'threshold' as const, value: threshold }]),
      { level: 'target' as const, value: target },
      ...(stretch === null ? [] : [{ level: 'stretch' as const, value: stretch }]),
    ];
    const scenarios = scenariosFor(metric, id, (each) => each.kpi(id));
    return {
      ...asRuled(kpiOutlook({ id, metric, better }, levels, { scenarios, words, forecast }), ruled, cap),
      course: courseOf(running, { id, metric }, through),
      ...plannedIn(words, metric, plan),
    };
  });
  const gates = card.gates.map(({ id, metric, limit, value }): GateOutlook => {
    const scenarios = scenariosFor(metric, null, (each) => each.gate(id));
    const levels = [reachedBy(scenarios, 'gate', value, limit === 'atLeast' ? 'higher' : 'lower')];
    const { toDate, expected, none } = scenarios;
    return {
      id,
      metric,
      limit,
      toDate: decimalOrNull(toDate),
      expected: decimalOrNull(expected),
      levels,
      none,
      ...plannedIn(words, metric, plan),
    };
  });
  const measured = [
    ...input.history,
    ...settlement.evidence.periods.filter((each) => !input.history.some((one) => one.period === each.period)),
  ];
  const maturing = maturingPeriods({
    entries: settlement.ledger,
    events: settlement.events,
    measured: measured.sort((a, b) => (a.period < b.period ? -1 : 1)),
  });
  return {
    apiVersion: 'concord/v1',
    kind: 'Outlook',
    contract: terms.contract.id,
    period: target.period,
    from,
    to,
    currency: terms.contract.currency,
    asOf,
    through,
    ...(behind.length === 0 ? {} : { behind }),
    daysGone,
    daysLeft,
    scenarios: settled.paid.length,
    plan: [...plan].map(([metric, value]) => ({ metric, value })),
    kpis,
    gates,
    ...feesOutlook(terms, period, settled),
    ...(asExpected.length === 0 ? {} : { asExpected }),
    ...(maturing.length === 0 ? {} : { maturing }),
  };
}

/** Facts that hold the others back by more than a night: in the morning all are about to load yesterday. */
function behindBy({ through, behind }: Coverage, asOf: LocalDate): Coverage['behind'] {
  return through !== null && through >= addDays(asOf, -1) ? [] : behind;
}

interface KpiGround {
  readonly scenarios: MetricScenarios;
  readonly words: Vocabulary;
  readonly forecast: PeriodForecast;
}

function kpiOutlook(
  { id, metric, better }: Pick<KpiOutlook, 'id' | 'metric' | 'better'>,
  levels: readonly { readonly level: 'threshold' | 'target' | 'stretch'; readonly value: string }[],
  { scenarios, words, forecast }: KpiGround,
): Omit<KpiOutlook, 'course' | 'planned'> {
  const { toDate, expected, none } = scenarios;
  const target = Number(levels.find(({ level }) => level === 'target')?.value ?? '0');
  return {
    id,
    metric,
    better,
    toDate: decimalOrNull(toDate),
    expected: decimalOrNull(expected),
    range: rangeOf(scenarios),
    levels: levels.map(({ level, value }) => reachedBy(scenarios, level, value, better)),
    needed: neededFor(scenarios, sidesOf(words, forecast, metric), { target, better, daysLeft: forecast.daysLeft }),
    none,
  };
}

/** A KPI that a rule has decided: a level that no fee by it goes by any more is neither likely nor needed. */
function asRuled<T extends Pick<KpiOutlook, 'levels' | 'needed'>>(kpi: T, ruled: RuledKpi | null, cap: string): T & { ruled?: RuledKpi } {
  if (ruled === null) return kpi;
  const scores: Partial<Record<Reached['level'], Rational>> = { target: rational(1), stretch: rational(cap) };
  const counts = (level: Reached['level']) => ruled.orMore && compare(scores[level] ?? ZERO, rational(ruled.paysAs ?? '0')) > 0;
  const levels = kpi.levels.map((each) => (counts(each.level) ? each : { ...each, chance: null }));
  return { ...kpi, levels, needed: counts('target') ? kpi.needed : null, ruled };
}

/** What a ratio has above and below its line to date; null of a sum. */
function sidesOf(words: Vocabulary, { measures }: PeriodForecast, metric: string): { over: number; under: number } | null {
  const parts = partsOf(words, metric);
  if (parts === null || parts.under === null) return null;
  const toDate = (id: string): number => measures.get(id)?.toDate ?? 0;
  return { over: sumOf(parts.over, toDate) ?? 0, under: sumOf(parts.under, toDate) ?? 0 };
}

type AmountOf = (scenario: PaidScenario) => Rational | null;

/** A KPI or gate where no scenario can be settled: as its data have it, and not known before a day of the period has all of them. */
function measuredUpTo(running: RunningEvidence, metric: string, kpi: string | null, through: LocalDate | null): number | null {
  const value = through === null ? null : valueUpTo(running, metric, kpi, through);
  return value?.known === true ? toDouble(value.value) : null;
}

/** A KPI or gate as the scenarios that were settled have it, so that it is reached in those in which what hangs on it is paid. */
function asSettled(forecast: MetricScenarios, { paid, toDate }: Settled, amountOf: AmountOf): MetricScenarios {
  const doubles = (scenario: PaidScenario | null): number[] => {
    const value = scenario === null ? null : amountOf(scenario);
    return value === null ? [] : [toDouble(value)];
  };
  const [now = null] = doubles(toDate);
  return { ...forecast, toDate: now, ...inScenarios(paid.flatMap(doubles), null, forecast.expected) };
}

function scenariosOf(words: Vocabulary, forecast: PeriodForecast, metric: string): MetricScenarios {
  const parts = partsOf(words, metric);
  return parts === null ? withoutForecast({ code: 'formula' }) : metricScenarios(forecast, metric, parts);
}

/** Every measure of the definitions, as far as it is known, and what is expected of the days left. */
function periodForecast(
  { settlement, history, plan }: OutlookInput,
  words: Vocabulary,
  period: TermPeriod,
  covered: LocalDate | null,
  days: Pick<PeriodForecast, 'daysGone' | 'daysLeft'>,
): PeriodForecast {
  const evidence = settlement.evidence.periods.filter((each) => each.period === settlement.target.period);
  if (covered === null) {
    const none = { measures: new Map(), counts: new Set<string>(), bonds: new Map(), planned: new Map(), asExpected: [] };
    return { ...days, ...none, digitsOf: measureDigits(words) };
  }
  const known = knownDays(settlement.terms, [...history, ...evidence], covered);
  return { ...forecastOver(known, period.inForce, metricsThatCount(settlement.terms)), planned: plannedMeasures(words, plan) };
}

/** What of a plan a metric is made of. */
function plannedIn(words: Vocabulary, metric: string, plan: OutlookInput['plan']): { readonly planned?: readonly string[] } {
  const own = measuresOf(words, { metric });
  const planned = [...plan.keys()].filter((each) => own.includes(plannedMeasure(words, each)?.id ?? ''));
  return planned.length === 0 ? {} : { planned };
}

/** The measures that a plan says, by metrics of one measure each. */
function plannedMeasures(words: Vocabulary, plan: OutlookInput['plan']): Map<string, number> {
  const planned = new Map<string, number>();
  for (const [metric, value] of plan) {
    const measure = plannedMeasure(words, metric);
    if (measure !== null) planned.set(measure.id, toDouble(value) / measure.times);
  }
  return planned;
}
