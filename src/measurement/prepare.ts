import type { EngineSession } from '../ports/engine.js';
import { buildPlan } from '../query/build.js';
import { checkFilters, checkTimes, type Trouble } from '../query/check-plan.js';
import { type Relation, type TimeKind, type Use, useKey } from '../query/column-type.js';
import type { QueryPlan } from '../query/plan.js';
import type { MeasurementRequest } from '../query/request.js';
import { timeKind } from '../query/scan-context.js';

/** A plan whose sources are ready, as far as there are no troubles. */
export interface Ready {
  readonly plan: QueryPlan;
  readonly relations: readonly Relation[];
  readonly troubles: readonly Trouble[];
}

/** Builds the plan and makes its sources ready. @param absent sources that are taken to have no rows. */
export async function prepare(
  session: Pick<EngineSession, 'resolve' | 'empty'>,
  requests: readonly MeasurementRequest[],
  absent: ReadonlySet<number> = new Set(),
): Promise<Ready> {
  const plan = buildPlan(requests);
  const relations: Relation[] = [];
  const troubles: Trouble[] = [...checkFilters(plan)];
  for (const [index, source] of plan.sources.entries()) {
    const resolved =
      absent.has(index) && session.empty !== null ? { relation: await session.empty(source) } : await session.resolve(source, index);
    if ('relation' in resolved) relations[index] = resolved.relation;
    else troubles.push(...resolved.troubles);
  }
  troubles.push(...checkTimes(plan, (source, use, column) => kindIn(relations[source], use, column)));
  return { plan, relations, troubles };
}

function kindIn(relation: Relation | undefined, use: Use, column: string): TimeKind | null {
  const bound = relation?.columns.get(useKey(use, column));
  return bound === undefined || bound.empty === true ? null : timeKind(bound.type);
}
