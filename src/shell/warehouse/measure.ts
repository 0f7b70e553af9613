import { decodeContract, type Measured } from '../../evidence/decode.js';
import { distinctIssues, type Issue } from '../../kernel/issue.js';
import type { Check, Measurement } from '../../ports.js';
import { buildPlan } from '../../query/build.js';
import { checkFilters, checkTimes, concerns, type Trouble } from '../../query/check-plan.js';
import { type Relation, type TimeKind, type Use, useKey } from '../../query/column-type.js';
import type { QueryPlan, Source } from '../../query/plan.js';
import type { MeasurementRequest } from '../../query/request.js';
import { timeKind } from '../../query/scan-context.js';
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
  /** Looks for what can be measured and is still not what was meant. */
  look?(plan: QueryPlan, relations: readonly (Relation | undefined)[]): Promise<readonly Check[]>;
  /** Lets go of what was made ready. */
  release?(): Promise<void>;
}

/** Builds the plan and makes its sources ready. */
export async function prepare(data: Data, requests: readonly MeasurementRequest[]): Promise<Ready> {
  const plan = buildPlan(requests);
  const relations: Relation[] = [];
  const troubles: Trouble[] = [...checkFilters(plan)];
  for (const [index, source] of plan.sources.entries()) {
    const resolved = await data.resolve(source, index);
    if ('relation' in resolved) relations[index] = resolved.relation;
    else troubles.push(...resolved.troubles);
  }
  troubles.push(...checkTimes(plan, (source, use, column) => kindIn(relations[source], use, column)));
  return { plan, relations, troubles };
}

/** Measures contracts; one with trouble of its own does not keep the others from being measured. */
export async function measure(data: Data, requests: readonly MeasurementRequest[], options: RunOptions = {}): Promise<Measurement> {
  const issues: Issue[] = [];
  const measured = new Map<string, Measured>();
  let left = requests;
  while (left.length > 0) {
    const ready = await prepare(data, left);
    const { plan } = ready;
    const run = ready.troubles.length > 0 ? null : await runPlan(data.engine, plan, ready.relations, options);
    await data.release?.();
    const troubles = run?.troubles ?? ready.troubles;
    issues.push(...troubles.map((trouble) => trouble.issue));
    const sound = plan.contracts.filter((contract) => !troubles.some((trouble) => concerns(trouble, contract)));
    if (run !== null) {
      for (const contract of sound) measured.set(contract.contract, decodeContract(plan, run.results, contract));
      break;
    }
    // contracts that the troubles do not concern are measured without the others
    const names = new Set(sound.map((contract) => contract.contract));
    left = names.size === left.length ? [] : left.filter((request) => names.has(request.contract));
  }
  return { measured, issues: distinctIssues(issues) };
}

function kindIn(relation: Relation | undefined, use: Use, column: string): TimeKind | null {
  const bound = relation?.columns.get(useKey(use, column));
  return bound === undefined || bound.empty === true ? null : timeKind(bound.type);
}
