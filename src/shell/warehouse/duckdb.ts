import { resolve } from 'node:path';
import { decodeContract, type Measured } from '../../evidence/decode.js';
import type { TextRow } from '../../evidence/decode-rows.js';
import type { Issue } from '../../kernel/issue.js';
import type { Measurement, Warehouse } from '../../ports.js';
import { buildPlan } from '../../query/build.js';
import { checkFilters, checkTimes, concerns, type Trouble } from '../../query/check-plan.js';
import { type Relation, type TimeKind, type Use, useKey } from '../../query/column-type.js';
import { duckdb } from '../../query/duckdb.js';
import type { QueryPlan } from '../../query/plan.js';
import type { MeasurementRequest } from '../../query/request.js';
import { timeKind } from '../../query/scan-context.js';
import type { Statement } from '../../query/sql.js';
import { engineDetail, openSession, type Session, type SessionOptions } from './duckdb-session.js';
import { Sources } from './duckdb-sources.js';
import { type Engine, type RunOptions, runPlan } from './run-plan.js';

export type DuckdbOptions = SessionOptions & RunOptions;

/**
 * DuckDB over a folder of files: table `shop.orders` is `shop/orders.parquet`, `shop/orders.csv` or the files in
 * `shop/orders/`. It reads nothing outside the folder and writes nothing but its own spill files.
 */
export async function openDuckdb(options: DuckdbOptions): Promise<Warehouse> {
  const dataFolder = resolve(options.dataFolder);
  const session = await openSession({ ...options, dataFolder });
  const warehouse = new DuckdbWarehouse(session, dataFolder, options);
  return {
    name: 'duckdb',
    measure: (requests) => warehouse.measure(requests),
    explain: (requests) => warehouse.explain(requests),
    close: () => session.close(),
  };
}

type Ready = { readonly plan: QueryPlan; readonly relations: readonly Relation[]; readonly troubles: readonly Trouble[] };

class DuckdbWarehouse {
  private readonly sources: Sources;
  private readonly engine: Engine;

  constructor(
    private readonly session: Session,
    dataFolder: string,
    private readonly options: RunOptions,
  ) {
    this.sources = new Sources(session, dataFolder);
    this.engine = {
      dialect: duckdb,
      query: (statement) => session.query(statement),
      detail: (error) => engineDetail(error, dataFolder),
    };
  }

  async measure(requests: readonly MeasurementRequest[]): Promise<Measurement> {
    const issues: Issue[] = [];
    const measured = new Map<string, Measured>();
    let left = requests;
    while (left.length > 0) {
      const ready = await this.prepare(left);
      const { plan } = ready;
      const run = ready.troubles.length > 0 ? null : await runPlan(this.engine, plan, ready.relations, this.options);
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

  async explain(requests: readonly MeasurementRequest[]): Promise<{ statements: Statement[]; issues: Issue[] }> {
    const { plan, relations, troubles } = await this.prepare(requests);
    const issues = distinctIssues(troubles.map((trouble) => trouble.issue));
    const statements: Statement[] = [];
    if (issues.length > 0) return { statements, issues };
    const query = async (statement: Statement): Promise<TextRow[]> => {
      if (statement.purpose === 'profile') return this.session.query(statement);
      statements.push(statement);
      return [];
    };
    await runPlan({ ...this.engine, query }, plan, relations, this.options);
    return { statements, issues };
  }

  /** Builds the plan and makes its sources ready. */
  private async prepare(requests: readonly MeasurementRequest[]): Promise<Ready> {
    const plan = buildPlan(requests);
    const relations: Relation[] = [];
    const troubles: Trouble[] = [...checkFilters(plan)];
    for (const [index, source] of plan.sources.entries()) {
      const resolved = await this.sources.resolve(source, index);
      if ('relation' in resolved) relations[index] = resolved.relation;
      else troubles.push(...resolved.troubles);
    }
    troubles.push(...checkTimes(plan, (source, use, column) => kindIn(relations[source], use, column)));
    return { plan, relations, troubles };
  }
}

function kindIn(relation: Relation | undefined, use: Use, column: string): TimeKind | null {
  const bound = relation?.columns.get(useKey(use, column));
  return bound === undefined || bound.empty === true ? null : timeKind(bound.type);
}

function distinctIssues(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}
