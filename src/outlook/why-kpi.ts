import { remainingDays } from '../attainment/exclusions.js';
import { evaluate } from '../attainment/measures.js';
import type { Value } from '../attainment/value.js';
import type { Kpi } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { exactly, numberField } from '../kernel/number-field.js';
import { compare, type Rational, rational, toDecimal } from '../kernel/rational.js';
import { recordedZone } from '../kernel/zone-record.js';
import { evidenceIn, type LedgerEntry } from '../settlement/ledger-entry.js';
import type { KpiResult } from '../settlement/model.js';
import { periodInForce } from '../settlement/timeline.js';
import { exclusionsIn } from '../settlement/views.js';
import { type Against, otherPeriod } from './against.js';
import type { BridgePart } from './bridge.js';
import { kpiBridge, type NoBridge } from './kpi-bridge.js';
import { kpiMoves, type NotTold } from './kpi-moves.js';
import { type KpiSegments, kpiSegments } from './kpi-segments.js';
import { type TreeMoves, treeFromTarget, treeSince } from './kpi-tree.js';
import type { Presence } from './segments.js';
import { measured, type SettledPeriod, wordsOf } from './settled-period.js';

/** A measure of a KPI, what it was and is, and what of the KPI moved with it. */
export interface WhyDriver {
  readonly measure: string;
  readonly before: string;
  readonly after: string;
  readonly moved: string;
  readonly movedExact?: string;
}

/** A part of a KPI's measures, and what of the KPI moved with it; `rate` and `mix` are of a ratio. */
export interface WhySegment {
  /** By the columns; null: all others. */
  readonly of: readonly (string | null)[];
  readonly presence: Presence;
  readonly moved: string;
  readonly movedExact?: string;
  readonly rate: string | null;
  readonly rateExact?: string;
  readonly mix: string | null;
  readonly mixExact?: string;
}

/** A metric of a KPI's tree, and what of the KPI moved with it. */
export interface WhyNode {
  readonly metric: string;
  /** How far below the KPI: 0 for its own factors. */
  readonly depth: number;
  /** Whether what is above is divided by it. */
  readonly per: boolean;
  readonly before: string;
  readonly beforeExact?: string;
  readonly after: string;
  readonly afterExact?: string;
  readonly moved: string;
  readonly movedExact?: string;
}

export interface WhyTree {
  /** What it is compared with; a null period: the KPI's target, and those of its factors. */
  readonly than: { readonly period: PeriodId | null; readonly value: string; readonly valueExact?: string } | null;
  /** A node stands before those below it; the ones without any below them add up to the difference exactly. */
  readonly nodes: readonly WhyNode[];
  /** Why there are none. */
  readonly untold: NotTold | null;
}

export interface WhyBridge {
  /** The measures whose rows are the units. */
  readonly units: readonly string[];
  /** In the order of the chain from units to net money; `rest`: all that is not declared. Together exactly the difference. */
  readonly drivers: readonly { readonly driver: BridgePart; readonly moved: string; readonly movedExact?: string }[];
  readonly untold: NoBridge | null;
}

export interface WhyKpi {
  readonly kpi: string;
  readonly metric: string;
  readonly state: KpiResult['state'];
  readonly actual: string | null;
  readonly actualExact?: string;
  readonly target: string;
  readonly targetExact?: string;
  readonly missed: boolean;
  /** What a later statement measured of it; absent where none did, or to the same. */
  readonly since?: { readonly in: PeriodId; readonly value: string; readonly valueExact?: string };
  /** Days that count for it, in the period that it is compared with and in this one; only where they are not as many. */
  readonly days?: { readonly before: string; readonly beforeExact?: string; readonly after: string; readonly afterExact?: string };
  /** What it is compared with; null where there is nothing. */
  readonly than: { readonly period: PeriodId; readonly value: string; readonly valueExact?: string } | null;
  readonly drivers: readonly WhyDriver[];
  /** By what its measures are divided; null where they are not alike. Together exactly the difference. */
  readonly segments: { readonly columns: readonly string[]; readonly parts: readonly WhySegment[] } | null;
  /** Why there are no drivers. */
  readonly untold: NotTold | 'nothing-to-compare' | 'metric-alone' | null;
  /** Only where definitions have one of its metric. */
  readonly tree?: WhyTree;
  /** Only where the KPI declares one, and there is a period to compare with. */
  readonly bridge?: WhyBridge;
}

/** Whether a KPI was missed: scored, below its target. */
export function isMissed({ score, scoreExact }: Pick<KpiResult, 'score' | 'scoreExact'>): boolean {
  const exact = exactly(score, scoreExact);
  return exact !== null && compare(exact, rational(1)) < 0;
}

/**
 * What a KPI moved with between two periods; against its target a tree alone, where its factors have targets too.
 * @param later the statements after it
 */
export function whyKpi(
  result: KpiResult,
  now: SettledPeriod,
  then: SettledPeriod | null,
  against: Against,
  later: readonly LedgerEntry[],
): WhyKpi {
  const { id, metric, state, actual, actualExact, target, targetExact } = result;
  const base = {
    kpi: id,
    metric,
    state,
    actual,
    ...(actualExact === undefined ? {} : { actualExact }),
    target,
    ...(targetExact === undefined ? {} : { targetExact }),
    missed: isMissed(result),
    ...sinceOf(result, now, later),
  };
  const kpi = now.entry.terms.contract.kpis.find((each) => each.id === id);
  const none = { ...base, than: null, drivers: [], segments: null };
  if (against === 'baseline') return { ...none, than: baselineOf(metric, now), untold: 'metric-alone' };
  if (kpi === undefined) return { ...none, untold: 'nothing-to-compare' };
  const tree = treeOf(kpi, now, then, against);
  if (then === null) return { ...none, untold: 'nothing-to-compare', ...tree };
  const bridged = { ...daysOf(id, now, then), ...bridgeOf(kpi, now, then) };
  const moves = kpiMoves(kpi, now, then);
  if (!moves.told) return { ...none, untold: moves.why, ...tree, ...bridged };
  const than = { period: then.entry.statement.period, ...numberField('value', moves.before) };
  const drivers = moves.drivers.map(({ id: measure, before, after, moved }) => ({
    measure,
    before: toDecimal(before),
    after: toDecimal(after),
    ...numberField('moved', moved),
  }));
  return { ...base, than, drivers, segments: segmentsOf(kpiSegments(kpi, now, then)), untold: null, ...tree, ...bridged };
}

/** What the last of the statements after a period measured of a KPI in it, by the same terms. */
function sinceOf(result: KpiResult, now: SettledPeriod, later: readonly LedgerEntry[]): Pick<WhyKpi, 'since'> {
  const settled = exactly(result.actual, result.actualExact);
  const entry = later.findLast((each) => evidenceIn(each, now.entry.statement.period) !== null);
  const evidence = entry === undefined ? null : evidenceIn(entry, now.entry.statement.period);
  if (settled === null || entry === undefined || evidence === null || evidence.terms !== now.evidence.terms) return {};
  const [before, after] = [valueOn(result, now), valueOn(result, { ...now, evidence })];
  // What was settled on more than its own measures is not told by them.
  if (!before.known || !after.known || compare(before.value, settled) !== 0 || compare(after.value, settled) === 0) return {};
  return { since: { in: entry.statement.period, ...numberField('value', after.value) } };
}

function valueOn({ id, metric }: KpiResult, period: SettledPeriod): Value {
  return evaluate(wordsOf(period), { metric }, (measure) => measured(period, measure, id), metric);
}

function daysOf(kpi: string, now: SettledPeriod, then: SettledPeriod): Pick<WhyKpi, 'days'> {
  const [before, after] = [daysThatCount(kpi, then), daysThatCount(kpi, now)];
  return compare(before, after) === 0 ? {} : { days: { ...numberField('before', before), ...numberField('after', after) } };
}

/** The days of a period that exclusions leave of a KPI. */
function daysThatCount(kpi: string, { entry, evidence, events }: SettledPeriod): Rational {
  const { every, timezone } = entry.terms.contract.calendar;
  const zone = recordedZone(evidence.calendar, timezone);
  const period = periodInForce(entry.statement.period, every, evidence.inForce);
  const excluded = exclusionsIn(events, period, zone).filter(({ file }) => evidence.exclusions.includes(file));
  return remainingDays(excluded, kpi, evidence.inForce, zone);
}

function treeOf(kpi: Kpi, now: SettledPeriod, then: SettledPeriod | null, against: Against): Pick<WhyKpi, 'tree'> {
  const planned = against === 'target' ? treeFromTarget(kpi, now) : null;
  if (planned !== null) return { tree: toldTree(planned, null) };
  const since = then === null ? null : treeSince(kpi, now, then);
  if (then === null || since === null) return {};
  if (!since.told) return { tree: { than: null, nodes: [], untold: since.why } };
  return { tree: toldTree(since.moves, then.entry.statement.period) };
}

function toldTree({ before, nodes }: TreeMoves, period: PeriodId | null): WhyTree {
  return {
    than: { period, ...numberField('value', before) },
    nodes: nodes.map(({ metric, depth, per, before: old, after, moved }) => ({
      metric,
      depth,
      per,
      ...numberField('before', old),
      ...numberField('after', after),
      ...numberField('moved', moved),
    })),
    untold: null,
  };
}

function bridgeOf(kpi: Kpi, now: SettledPeriod, then: SettledPeriod): Pick<WhyKpi, 'bridge'> {
  const found = kpiBridge(kpi, now, then);
  if (found === null) return {};
  if (!found.told) return { bridge: { units: [], drivers: [], untold: found.why } };
  const drivers = found.drivers.map(({ driver, moved }) => ({ driver, ...numberField('moved', moved) }));
  return { bridge: { units: found.units, drivers, untold: null } };
}

function segmentsOf(found: KpiSegments | null): WhyKpi['segments'] {
  if (found === null) return null;
  const parts = found.moves.map(({ of, presence, moved, split }) => ({
    of,
    presence,
    ...numberField('moved', moved),
    ...numberField('rate', split?.rate ?? null),
    ...numberField('mix', split?.mix ?? null),
  }));
  return { columns: found.columns, parts };
}

/** The same period a year before where the baseline has it, else the latest that it has. */
function baselineOf(metric: string, { entry }: SettledPeriod): WhyKpi['than'] {
  const { contract } = entry.terms;
  const values = contract.baseline.find((each) => each.metric === metric)?.values ?? [];
  const yearAgo = otherPeriod(entry.statement.period, 'year', contract.calendar.every);
  const found = values.find(({ period }) => period === yearAgo) ?? values.at(-1);
  return found === undefined ? null : { period: found.period, ...numberField('value', rational(found.value)) };
}
