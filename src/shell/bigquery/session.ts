import { randomUUID } from 'node:crypto';
import type { TextRow } from '../../evidence/decode-rows.js';
import type { Issue } from '../../kernel/issue.js';
import type { AskedFor, EngineSession, PaidJobs, Resolved } from '../../ports/engine.js';
import { ShellError } from '../../ports/failure.js';
import type { Check, Cost } from '../../ports/warehouse.js';
import { bigquery, inOne } from '../../query/dialects/bigquery.js';
import type { Source } from '../../query/plan.js';
import type { MeasurementRequest } from '../../query/request.js';
import { render, type Statement } from '../../query/sql.js';
import type { BigqueryAccess, BigqueryClient } from './client.js';
import { BigqueryFailure } from './failure.js';
import { BigqueryJobs, MOST_LISTED, type TableName, type TablesKnown } from './jobs.js';
import { BigquerySources, BigqueryTables, pathOf } from './sources.js';

export interface BigqueryOptions extends BigqueryAccess {
  /** Most that one query may read; null: no limit of the user's own. */
  readonly maxBytes: bigint | null;
  /** An instant with its offset, as of which tables are read; null: as they are. */
  readonly readAt: string | null;
}

/** Past this many tables their states are not asked for one by one. */
const MOST_TABLES = 20;

/** One call's jobs, with what they have in common. */
export class BigquerySession implements EngineSession, PaidJobs {
  readonly dialect = bigquery;
  readonly paid = this;
  readonly empty = null;
  readonly look = null;
  readonly emptyAmounts = null;
  readonly withRows = null;
  readonly runner: BigqueryJobs;
  private readonly sources: BigquerySources;
  /** Rows that were read before they were asked for, by statement. */
  private readonly read = new Map<string, readonly TextRow[]>();

  constructor(
    private readonly client: BigqueryClient,
    requests: readonly MeasurementRequest[],
    options: BigqueryOptions,
  ) {
    const { maxBytes, readAt } = options;
    const tables = new BigqueryTables(client);
    const known: TablesKnown = {
      content: (names) => stateOf(tables, names, readAt),
      count: (names) => (names.length < MOST_LISTED ? Promise.resolve(names.length) : tables.countOf(names)),
    };
    this.runner = new BigqueryJobs(client, { ...termsOf(requests), maxBytes, readAt }, known);
    this.sources = new BigquerySources(client, this.runner, tables, readAt);
  }

  /** Whether credentials, project and the right to run queries are there: asked with a query that reads nothing. */
  async connection(): Promise<Check> {
    const { project, location } = this.client.access;
    const check = { kind: 'connection' as const, name: `${project} (${location})`, found: null };
    try {
      await this.runner.dryRun('SELECT 1', { sql: 'SELECT 1', params: [] });
      return { ...check, issues: [] };
    } catch (error) {
      if (error instanceof BigqueryFailure) return { ...check, issues: [error.issue(null)] };
      throw error;
    }
  }

  resolve(source: Source, index: number): Promise<Resolved> {
    return this.sources.resolve(source, index);
  }

  async query(statement: Statement): Promise<readonly TextRow[]> {
    return this.read.get(keyOf(statement)) ?? this.runner.rows(statement.titles, statement);
  }

  async foresee(statements: readonly Statement[]): Promise<void> {
    const fresh = [...new Map(statements.map((statement) => [keyOf(statement), statement])).values()].filter(
      (statement) => !this.read.has(keyOf(statement)),
    );
    for (const job of inJobs(fresh)) {
      const whole = together(job);
      const rows = await this.runner.rows(whole.titles, whole);
      const [only] = job;
      if (only !== undefined && job.length === 1) {
        this.read.set(keyOf(only), rows);
        continue;
      }
      const parts: TextRow[][] = job.map(() => []);
      for (const { part, data } of rows) parts[Number(part)]?.push(JSON.parse(data ?? '{}') as TextRow);
      job.forEach((statement, index) => {
        this.read.set(keyOf(statement), parts[index] ?? []);
      });
    }
  }

  jobs(statements: readonly Statement[]): Statement[] {
    return inJobs(statements).map(together);
  }

  async cost(job: Statement): Promise<Cost> {
    return this.runner.cost(await this.runner.dryRun(job.titles, job));
  }

  fault(error: unknown, { clause }: AskedFor): Issue {
    if (error instanceof BigqueryFailure && error.ofSource) return error.issue(clause);
    throw error;
  }

  /** Nothing is made: tables and views are read where they are. */
  release(): Promise<void> {
    return Promise.resolve();
  }

  /** What a session's end means; jobs that still run are cancelled. */
  async ended(error: unknown): Promise<unknown> {
    if (this.client.access.signal.aborted) {
      const jobs = await this.runner.cancel();
      return new ShellError([BigqueryFailure.of('bigquery-cancelled', { jobs }, false).issue(null)]);
    }
    return error instanceof BigqueryFailure ? new ShellError([error.issue(null)]) : error;
  }
}

function keyOf({ sql, params }: Statement): string {
  return JSON.stringify([sql, params]);
}

/** Statements that become one job each: as many together as BigQuery takes. */
function inJobs(statements: readonly Statement[]): Statement[][] {
  const jobs: Statement[][] = [];
  let length = 0;
  for (const statement of statements) {
    const last = jobs.at(-1);
    if (last !== undefined && length + statement.sql.length <= bigquery.longest) last.push(statement);
    else {
      jobs.push([statement]);
      length = 0;
    }
    length += statement.sql.length;
  }
  return jobs;
}

/** Statements as one; a single one stays as it is. */
function together(statements: readonly Statement[]): Statement {
  const [only] = statements;
  if (only !== undefined && statements.length === 1) return only;
  const titles = [...new Set(statements.flatMap((each) => each.titles))];
  return render(titles, inOne(statements.map(({ query }) => query)), bigquery.placeholder);
}

/** Changes with the content of the tables; where that cannot be told, it is never the same again. */
async function stateOf(tables: BigqueryTables, names: readonly TableName[], readAt: string | null): Promise<unknown> {
  if (readAt !== null) return { readAt };
  if (names.length > MOST_TABLES) return randomUUID();
  const states: string[] = [];
  for (const name of names) states.push(`${pathOf(name)} ${(await tables.facts(name)).content ?? randomUUID()}`);
  return states.sort();
}

/** What the jobs of a call are named and labelled by. */
function termsOf(requests: readonly MeasurementRequest[]): { contract: string; periods: string; state: unknown } {
  const contracts = [...new Set(requests.map((request) => request.contract))];
  const periods = requests.flatMap((request) => request.periods.map((period) => period.period)).sort();
  const [first = 'none'] = periods;
  const last = periods.at(-1) ?? first;
  const [only = 'none'] = contracts;
  return {
    contract: contracts.length === 1 ? only : 'several',
    periods: (first === last ? first : `${first}_${last}`).toLowerCase(),
    state: requests.map(({ contract, asOf, periods: each, spans }) => ({
      contract,
      asOf,
      terms: each.map((period) => [period.period, period.termsDigest]),
      spans: spans.map((span) => [span.measure, span.termsDigest, span.span.from, span.span.to]),
    })),
  };
}
