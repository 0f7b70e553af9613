import { boundColumn, type Relation, relationAt } from '../query/column-type.js';
import { compileTimesInText, datedColumns, datedIn, timesIn } from '../query/compile-date-filters.js';
import { compileDistincts, distinctGroups } from '../query/compile-distincts.js';
import { compileProof } from '../query/compile-grains.js';
import { compileTallies, type Route } from '../query/compile-tallies.js';
import { compileLatest, compileNulls, compileRates, recentRanges, type TimeReading } from '../query/compile-times.js';
import type { Dialect } from '../query/dialects/dialect.js';
import type { GrainCheck, LoadScan, QueryPlan, RateScan, Scan } from '../query/plan.js';
import { type ScanContext, scanContext, timeKind } from '../query/scan-context.js';
import type { Statement } from '../query/sql.js';

/*
 * What surely will be asked of a scan, a load time or a rate table: an engine that is paid by the job is told before, and
 * reads it in one. What turns out to be needed besides (values that do not fit, keys that repeat) is asked on its own.
 */

/** The `when` of a scan as it is read for freshness. */
export function scanReading({ dialect, scan, relation, time }: ScanContext): TimeReading {
  return { dialect, relation, use: 'time', column: scan.column, kind: time.kind, where: null };
}

/** The load time of a source as it is read for freshness. */
export function loadReading(dialect: Dialect, load: LoadScan, relation: Relation): TimeReading {
  const { column, where } = load;
  return { dialect, relation, use: 'load', column, kind: timeKind(boundColumn(relation, 'load', column).type), where };
}

/** All that a plan surely asks, in the order in which it is asked: by part, with the source that it is asked of. */
export function foreseenOf(
  dialect: Dialect,
  plan: QueryPlan,
  relations: readonly Relation[],
  route: Route,
): { readonly source: number; readonly statements: readonly Statement[] }[] {
  const on = ({ source }: { readonly source: number }): Relation => relationAt(relations, source);
  return [
    ...plan.scans.map((scan) => ({ source: scan.source, statements: foreseenOfScan(scanContext(dialect, scan, on(scan)), route) })),
    ...plan.loads.map((load) => ({ source: load.source, statements: foreseenOfLoad(dialect, load, on(load)) })),
    ...plan.rates.map((scan) => ({ source: scan.source, statements: foreseenOfRates(dialect, scan, on(scan)) })),
  ];
}

/** What is surely asked of the rows of one scan. */
export function foreseenOfScan(context: ScanContext, route: Route): Statement[] {
  const { scan } = context;
  const reading = scanReading(context);
  return [
    ...compileTallies(context, route, () => false),
    ...distinctGroups(scan.distincts).map((group) => compileDistincts(context, group, null)),
    ...grainGroups(scan).map((checks) => compileProof(context, checks, null)),
    ...latest(reading, scan.bounds, scan.zone),
    compileNulls(reading),
    ...datedColumns(context).map(({ column }) => compileTimesInText(context, column)),
  ];
}

/** What is surely asked of a log of loads. */
export function foreseenOfLoad(dialect: Dialect, load: LoadScan, relation: Relation): Statement[] {
  return [
    ...datedIn(relation, [load]).map(({ column }) => timesIn({ dialect, relation }, column, null)),
    ...latest(loadReading(dialect, load, relation), load.bounds, null),
  ];
}

/** What is surely asked of exchange rates. */
export function foreseenOfRates(dialect: Dialect, scan: RateScan, relation: Relation): Statement[] {
  return [compileRates(dialect, scan, relation)];
}

function latest(reading: TimeReading, bounds: Scan['bounds'], wall: string | null): Statement[] {
  return bounds.flatMap((bound) => recentRanges(reading.kind, bound, wall).map((range) => compileLatest(reading, range)));
}

/** The grain checks of a scan, those of the same columns together: one proof serves them all. */
export function grainGroups(scan: Scan): GrainCheck[][] {
  const groups = new Map<string, GrainCheck[]>();
  for (const check of scan.grains) {
    const key = JSON.stringify(check.columns);
    groups.set(key, [...(groups.get(key) ?? []), check]);
  }
  return [...groups.values()];
}
