import { decodeContract } from '../evidence/decode.js';
import { distinctIssues } from '../kernel/issue.js';
import type { Check, Measurement, Outcome } from '../ports/warehouse.js';
import { buildPlan } from '../query/build.js';
import { checkFilters, checkTimes, concerns, type Trouble } from '../query/check-plan.js';
import { type Relation, type TimeKind, type Use, useKey } from '../query/column-type.js';
import type { QueryPlan, Source } from '../query/plan.js';
import type { MeasurementRequest } from '../query/request.js';
import { timeKind } from '../query/scan-context.js';
import { type Engine, type RunOptions, runPlan } from './run-plan.js';

/** A source made ready, or what is wrong with it. */
export type Resolved = { readonly relation: Relation } | { readonly troubles: readonly Trouble[] };

/** A plan whose sources are ready, as far as there are no troubles. */
export interface Ready {
  readonly plan: QueryPlan;
  readonly relations: readonly Relation[];
  readonly troubles: readonly Trouble[];
}

/** An engine over somebody's data. */
export interface Data {
  readonly engine: Engine;
  resolve(source: Source, index: number): Promise<Resolved>;
  /** A source as it is without any rows. */
  empty?(source: Source): Promise<Relation>;
  /** Looks for what can be measured and is still not what was meant. */
  look?(plan: QueryPlan, relations: readonly (Relation | undefined)[]): Promise<readonly Check[]>;
  /** Lets go of what was made ready. */
  release?(): Promise<void>;
}

/** Builds the plan and makes its sources ready. @param absent sources that are taken to have no rows. */
export async function prepare(
  data: Data,
  requests: readonly MeasurementRequest[],
  absent: ReadonlySet<number> = new Set(),
): Promise<Ready> {
  const plan = buildPlan(requests);
  const relations: Relation[] = [];
  const troubles: Trouble[] = [...checkFilters(plan)];
  for (const [index, source] of plan.sources.entries()) {
    const resolved =
      absent.has(index) && data.empty !== undefined ? { relation: await data.empty(source) } : await data.resolve(source, index);
    if ('relation' in resolved) relations[index] = resolved.relation;
    else troubles.push(...resolved.troubles);
  }
  troubles.push(...checkTimes(plan, (source, use, column) => kindIn(relations[source], use, column)));
  return { plan, relations, troubles };
}

/** Measures contracts; one with trouble of its own does not keep the others from being measured. */
export async function measure(data: Data, requests: readonly MeasurementRequest[], options: RunOptions = {}): Promise<Measurement> {
  const each: Outcome[] = [];
  for (const [index, outcome] of (await outcomes(data, requests, options)).entries()) {
    const request = requests[index];
    const again = request?.withoutUnreadable === true && outcome.measured === null ? await withoutUnreadable(data, request, options) : null;
    each.push(again ?? outcome);
  }
  const measured = requests.flatMap(({ contract }, index) => {
    const found = each[index]?.measured ?? null;
    return found === null ? [] : [[contract, found] as const];
  });
  return { each, measured: new Map(measured), issues: distinctIssues(each.flatMap(({ issues }) => issues)) };
}

/** What became of each request, in their order. */
async function outcomes(data: Data, requests: readonly MeasurementRequest[], options: RunOptions): Promise<Outcome[]> {
  const found = new Map<MeasurementRequest, Outcome>();
  let left = requests;
  while (left.length > 0) {
    const { plan, relations, troubles: before } = await prepare(data, left);
    const run = before.length > 0 ? null : await runPlan(data.engine, plan, relations, options);
    await data.release?.();
    const troubles = run?.troubles ?? before;
    const sound: MeasurementRequest[] = [];
    const suspects: MeasurementRequest[] = [];
    for (const [index, request] of left.entries()) {
      const contract = plan.contracts[index];
      if (contract === undefined) throw new RangeError(`no contract ${index}`);
      const own = troubles.filter((trouble) => concerns(trouble, contract));
      if (own.length === 0 && run !== null) found.set(request, { measured: decodeContract(plan, run.results, contract), issues: [] });
      else if (own.length === 0) sound.push(request);
      else if (left.length > 1 && own.some(({ joint }) => joint === true)) suspects.push(request);
      else found.set(request, { measured: null, issues: distinctIssues(own.map(({ issue }) => issue)) });
    }
    // what failed together is asked for in halves, until whoever made it fail is alone
    for (const half of halves(suspects)) {
      const apart = await outcomes(data, half, options);
      half.forEach((request, index) => {
        found.set(request, apart[index] ?? NOT_MEASURED);
      });
    }
    // contracts that the troubles do not concern are measured without the others
    left = run === null && sound.length < left.length ? sound : [];
  }
  return requests.map((request) => found.get(request) ?? NOT_MEASURED);
}

/**
 * One request once more, its unreadable sources without rows; what is wrong with them is told as a warning. Null where that helps
 * nothing: nobody's table is at fault where the engine fails, or where the definitions ask for what cannot be.
 */
async function withoutUnreadable(data: Data, request: MeasurementRequest, options: RunOptions): Promise<Outcome | null> {
  if (data.empty === undefined) return null;
  const absent = new Set<number>();
  const told: Trouble[] = [];
  for (;;) {
    const { plan, relations, troubles: before } = await prepare(data, [request], absent);
    const run = before.length > 0 ? null : await runPlan(data.engine, plan, relations, options);
    await data.release?.();
    const troubles = run?.troubles ?? before;
    const [contract] = plan.contracts;
    if (contract === undefined) return null;
    if (troubles.length === 0 && run !== null) {
      const issues = distinctIssues(told.map(({ issue }) => ({ ...issue, severity: 'warning' as const })));
      return { measured: decodeContract(plan, run.results, contract, absent), issues };
    }
    if (troubles.some(({ issue, source, joint }) => joint === true || !OF_DATA.test(issue.code) || absent.has(source))) return null;
    for (const { source } of troubles) absent.add(source);
    told.push(...troubles);
  }
}

/** Faults that whoever keeps a table can make, and mend: of its files and values, or of what a view that was agreed makes of them. */
const OF_DATA = /^(data-(?!engine-failed)|view-(column|failed|too-slow|out-of-memory)$)/;

const NOT_MEASURED: Outcome = { measured: null, issues: [] };

function halves<T>(items: readonly T[]): (readonly T[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)].filter((half) => half.length > 0);
}

function kindIn(relation: Relation | undefined, use: Use, column: string): TimeKind | null {
  const bound = relation?.columns.get(useKey(use, column));
  return bound === undefined || bound.empty === true ? null : timeKind(bound.type);
}
