import { decodeRates } from '../evidence/decode-rows.js';
import type { LoadResult, PlanResults, RateRow, ScanResult } from '../evidence/results.js';
import type { Issue } from '../kernel/issue.js';
import type { PlanRunner } from '../ports/engine.js';
import { dataIssue, type Trouble } from '../query/check-plan.js';
import { type Relation, relationAt } from '../query/column-type.js';
import { datedIn, timesIn } from '../query/compile-date-filters.js';
import { compileRates } from '../query/compile-times.js';
import type { LoadScan, QueryPlan, RateScan } from '../query/plan.js';
import { scanContext } from '../query/scan-context.js';
import { foreseenOfLoad, foreseenOfRates, loadReading } from './foreseen.js';
import { Latest } from './latest.js';
import { type RunOptions, ScanRun } from './scan-run.js';
import { dateIssues, firstMisfit } from './value-faults.js';

/**
 * Reads everything that a plan asks for; `relations` follow the plan's sources. Where something cannot be read, the rest
 * is read all the same, and the results hold nothing in its place.
 */
export async function runPlan(
  engine: PlanRunner,
  plan: QueryPlan,
  relations: readonly Relation[],
  options: RunOptions = {},
): Promise<{ readonly results: PlanResults; readonly troubles: readonly Trouble[] }> {
  const troubles: Trouble[] = [];
  const latest = new Latest(engine);
  const guarded = async <T>(what: { source: number; scan?: number }, nothing: T, read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      troubles.push({ ...what, issue: failed(engine, plan, what.source, error), joint: true });
      return nothing;
    }
  };
  const scans: ScanResult[] = [];
  for (const [index, scan] of plan.scans.entries()) {
    const run = new ScanRun(engine, scanContext(engine.dialect, scan, relationAt(relations, scan.source)), options);
    scans.push(await guarded({ source: scan.source, scan: index }, NOTHING, () => run.read(latest)));
    troubles.push(...run.troubles);
  }
  const loads: LoadResult[] = [];
  for (const load of plan.loads) {
    const relation = relationAt(relations, load.source);
    const reading = loadReading(engine.dialect, load, relation);
    const read = async () => {
      await engine.paid?.foresee(foreseenOfLoad(engine.dialect, load, relation));
      troubles.push(...(await datesOnText(engine, load, relation)));
      return latest.reached(reading, load.bounds, null);
    };
    loads.push({ reached: await guarded({ source: load.source }, [], read) });
  }
  const rates: (readonly RateRow[])[] = [];
  for (const scan of plan.rates) {
    rates.push(await guarded({ source: scan.source }, [], () => readRates(engine, scan, relationAt(relations, scan.source), troubles)));
  }
  return { results: { scans, loads, rates }, troubles };
}

/** Dates compared with text that is not written so, where rows of a load log are picked: other rows would be picked than it says. */
async function datesOnText(engine: PlanRunner, load: LoadScan, relation: Relation): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  for (const dated of datedIn(relation, [load])) {
    const [row] = await engine.query(timesIn({ dialect: engine.dialect, relation }, dated.column, null));
    troubles.push(...dateIssues(dated, relation.label, row).map((issue) => ({ issue, source: load.source })));
  }
  return troubles;
}

const NOTHING: ScanResult = { nullWhen: 0, undated: [], tallies: [], divisions: [], distincts: [], grains: [], reached: [] };

function failed(engine: PlanRunner, plan: QueryPlan, index: number, error: unknown): Issue {
  const source = plan.sources[index];
  if (source === undefined) throw new RangeError(`no source ${index}`);
  const table = 'table' in source.from ? source.from.table : source.from.view;
  return engine.fault(error, { clause: source.clause, table });
}

async function readRates(engine: PlanRunner, scan: RateScan, relation: Relation, troubles: Trouble[]): Promise<readonly RateRow[]> {
  await engine.paid?.foresee(foreseenOfRates(engine.dialect, scan, relation));
  const rows = decodeRates(await engine.query(compileRates(engine.dialect, scan, relation)));
  if (rows !== null) return rows;
  troubles.push(await misfitRate(engine, scan, relation));
  return [];
}

async function misfitRate(engine: PlanRunner, scan: RateScan, relation: Relation): Promise<Trouble> {
  const found = await firstMisfit(engine, relation, scan.rate, null);
  return {
    issue: dataIssue('data-not-a-number', scan.clause, { file: relation.label, column: scan.rate, ...found }),
    source: scan.source,
    column: { use: 'number', column: scan.rate },
  };
}
