import { daysInclusive, type Every, type PeriodId, periodDays, periodOf, shiftPeriod } from '../../kernel/calendar.js';
import { shareInForce, termPeriods } from '../../kernel/period.js';
import { type Rational, sum } from '../../kernel/rational.js';
import type { Params } from '../../kernel/text.js';
import type { IssueParams } from '../../words/issue.js';
import type { LintCode } from '../../words/lints.js';
import { type Fee, isPeriodFee } from '../fee-kinds/fee-kinds.js';
import { afterGrace, isWaived } from '../grace.js';
import type { Clause, Contract, Definitions, Fact, Measure, Metric, Scheduled, Terms } from '../model.js';
import { contractFile } from '../paths.js';
import type { PeriodPay } from './period-pay.js';

/** The type that a fact's column has where the data is, as the engine names it. */
export interface ColumnType {
  readonly fact: string;
  readonly column: string;
  readonly type: string;
}

/** What a rule found, before the workspace's severities. */
export interface Finding {
  readonly code: LintCode;
  readonly at: Clause;
  readonly params: Params;
}

/** A stretch of periods in which no scheduled value changes. */
export interface Segment {
  readonly period: PeriodId;
  /** How many periods of the term it holds. */
  readonly periods: number;
  /** The same, those that the term holds in part by the part of their days that is in it. */
  readonly inForce: Rational;
}

/** What every rule reads. */
export interface LintContext {
  readonly contract: Contract;
  readonly definitions: Definitions;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly segments: readonly Segment[];
  /** The first of them, as many as are looked at for how pay moves: what it takes grows with their number and that of the levels. */
  readonly looked: readonly Segment[];
  /** The first that is not; null where all are. */
  readonly unseen: Segment | null;
  /** The contract file's first line: where a clause that is not there is reported. */
  readonly top: Clause;
  readonly columnTypes: readonly ColumnType[];
  readonly settledStages: readonly Contract['stage'][];
  /** Pay rules worked out so far, by period. */
  readonly pays: Map<PeriodId, PeriodPay>;
}

/** What a rule found, filled as its text asks for. */
export function finding<Code extends LintCode>(code: Code, at: Clause, params: IssueParams<Code>): Finding {
  return { code, at, params };
}

/** A lint rule: a small function from checked terms to what it finds. */
export type LintRule = (context: LintContext) => readonly Finding[];

/** What rules look at, made once for all of them. @param settledStages of the terms that statements were settled on */
export function lintContext(terms: Terms, columnTypes: readonly ColumnType[], settledStages: readonly Contract['stage'][]): LintContext {
  const { contract, definitions } = terms;
  const segments = segmentsOf(contract);
  const looked = segments.slice(0, Math.floor(MOST_LEVELS / levelsOf(contract)));
  return {
    contract,
    definitions,
    facts: new Map(definitions.facts.map((fact) => [fact.id, fact])),
    measures: new Map(definitions.measures.map((measure) => [measure.id, measure])),
    metrics: new Map(definitions.metrics.map((metric) => [metric.id, metric])),
    segments,
    looked,
    unseen: segments[looked.length] ?? null,
    top: { file: contract.kpis[0]?.clause.file ?? contractFile(contract.id), line: 1 },
    columnTypes,
    settledStages,
    pays: new Map(),
  };
}

/** Levels of all stretches together: those of a contract with forty change every week for twenty years. */
const MOST_LEVELS = 40_000;

/** The points, bands and tiers that hold at once, at most, and what else is looked at in every stretch. */
export function levelsOf({ kpis, gates, fees }: Contract): number {
  const steps = fees.map((fee) => {
    const schedule = 'points' in fee ? fee.points : 'bands' in fee ? fee.bands : 'tiers' in fee ? fee.tiers : [];
    return Math.max(1, ...schedule.map(({ value }) => value.length));
  });
  return steps.reduce((all, count) => all + count, kpis.length + gates.length);
}

/** The schedules in any part of a contract, however deep. */
export function schedulesWithin(value: unknown): Scheduled<unknown>[] {
  const isEntry = (entry: unknown): entry is Scheduled<unknown>[number] =>
    typeof entry === 'object' && entry !== null && 'from' in entry && 'value' in entry;
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return Object.values(value).flatMap(schedulesWithin);
  const entries: unknown[] = value;
  return entries.every(isEntry) ? [entries] : [];
}

/** The schedules in a fee, whatever its kind; a tax follows from the other lines. */
function schedulesIn(fee: Fee): Scheduled<unknown>[] {
  return isPeriodFee(fee) ? schedulesWithin(fee) : [];
}

/** The schedules of everything that pay rules read. */
function schedulesOf(contract: Contract): Scheduled<unknown>[] {
  const schedules: (Scheduled<unknown> | null)[] = [];
  for (const kpi of contract.kpis) schedules.push(kpi.weight, kpi.target, kpi.threshold, kpi.stretch, kpi.cap);
  for (const gate of contract.gates) schedules.push(gate.value);
  for (const fee of contract.fees) schedules.push(...schedulesIn(fee));
  return schedules.filter((schedule) => schedule !== null);
}

const SOME_MONDAY = '1970-01-05';

/** The place of a period in its calendar, so that a difference counts periods. */
function ordinal(period: PeriodId, every: Every): number {
  const year = Number(period.slice(0, 4));
  if (every === 'month') return year * 12 + Number(period.slice(5));
  if (every === 'quarter') return year * 4 + Number(period.slice(6));
  return (daysInclusive(SOME_MONDAY, periodDays(period, every)?.from ?? SOME_MONDAY) - 1) / 7;
}

/** Whether all days of a period are in the term. */
function isWhole({ term, calendar }: Contract, period: PeriodId): boolean {
  const days = periodDays(period, calendar.every);
  return days !== null && days.from >= term.from && days.to <= term.to;
}

/**
 * The periods of a stretch that what a whole period pays is told of: its first, or the one after where only a part of the first is in the
 * term, since that pays less and at other levels. Where grace waives something then and the stretch goes on after it, the first after grace
 * as well: what is waived pays nothing before, so that nothing of it moves, falls or is out of reach.
 */
function toldIn({ contract }: LintContext, { period, periods }: Segment): readonly PeriodId[] {
  const { every } = contract.calendar;
  const next = shiftPeriod(period, every, 1);
  const first = periods === 1 || isWhole(contract, period) || !isWhole(contract, next) ? period : next;
  const after = afterGrace(contract);
  const last = shiftPeriod(period, every, periods - 1);
  const goesOn = after !== null && after <= last && isWhole(contract, after);
  return goesOn && contract.fees.some(({ id }) => isWaived(contract, id, first)) ? [first, after] : [first];
}

/** All of them, of the stretches that are looked at. */
export function toldPeriods(context: LintContext): readonly PeriodId[] {
  return context.looked.flatMap((segment) => toldIn(context, segment));
}

/** The one of these in which most of the fees pay: what is told of all of them together is told of it. */
export function toldOf(context: LintContext, segment: Segment): PeriodId {
  return toldIn(context, segment).at(-1) ?? segment.period;
}

/** The stretches that are looked at, cut where grace begins and where it is over: what a stretch sums up moves throughout it or not at all. */
export function cutByGrace({ contract, looked }: LintContext): readonly Segment[] {
  const { grace } = contract;
  const after = afterGrace(contract);
  if (grace === null || after === null || grace.waives.length === 0) return looked;
  const last = looked.at(-1);
  const { every } = contract.calendar;
  const end = last === undefined ? '' : shiftPeriod(last.period, every, last.periods - 1);
  const starts = new Set([...looked.map(({ period }) => period), grace.from, after]);
  return stretchesFrom(contract, starts).filter(({ period }) => period <= end);
}

function segmentsOf(contract: Contract): Segment[] {
  return stretchesFrom(contract, new Set(schedulesOf(contract).flatMap((schedule) => schedule.map((entry) => entry.from))));
}

/** The periods of the term in stretches, of which each begins with one of some periods; the first with the term. */
function stretchesFrom(contract: Contract, begun: ReadonlySet<PeriodId>): Segment[] {
  const { every } = contract.calendar;
  const first = periodOf(contract.term.from, every);
  const last = periodOf(contract.term.to, every);
  const inside = [...begun].filter((period) => period > first && period <= last).sort();
  const starts = [first, ...inside];
  const shares = termPeriods(contract.term, every).map(shareInForce);
  return starts.map((period, index) => {
    const next = starts[index + 1];
    const end = next === undefined ? ordinal(last, every) + 1 : ordinal(next, every);
    const periods = end - ordinal(period, every);
    const place = ordinal(period, every) - ordinal(first, every);
    return { period, periods, inForce: sum(shares.slice(place, place + periods)) };
  });
}
