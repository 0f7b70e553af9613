import { randomUUID } from 'node:crypto';
import type { TextRow } from '../../evidence/decode-rows.js';
import { distinctIssues } from '../../kernel/issue.js';
import { diagnose } from '../../measurement/diagnose.js';
import { foreseenOfLoad, foreseenOfRates, foreseenOfScan, loadReading } from '../../measurement/foreseen.js';
import { type Data, measure, prepare } from '../../measurement/measure.js';
import { type Engine, type RunOptions, relationAt } from '../../measurement/run-plan.js';
import { ShellError } from '../../ports/failure.js';
import type { Check, Cost, Explained, Warehouse } from '../../ports/warehouse.js';
import { bigquery, inOne } from '../../query/bigquery.js';
import type { QueryPlan } from '../../query/plan.js';
import type { MeasurementRequest } from '../../query/request.js';
import { scanContext } from '../../query/scan-context.js';
import { render, type Statement } from '../../query/sql.js';
import { engineFault } from '../duckdb/engine-error.js';
import { type BigqueryAccess, BigqueryClient } from './client.js';
import { BigqueryFailure } from './failure.js';
import { BigqueryJobs, MOST_LISTED, type TableName, type TablesKnown } from './jobs.js';
import { publishRuns } from './publisher.js';
import { BigquerySources, BigqueryTables, pathOf } from './sources.js';

export interface BigqueryOptions extends BigqueryAccess, RunOptions {
  /** Most that one query may read; null: no limit of the user's own. */
  readonly maxBytes: bigint | null;
  /** An instant with its offset, as of which tables are read; null: as they are. */
  readonly readAt: string | null;
}

/** Past this many tables their states are not asked for one by one. */
const MOST_TABLES = 20;

/**
 * BigQuery: table `shop.orders` is the table of that dataset in the project. It reads with the account's own rights,
 * writes nothing but what `publish` is given, and runs one job per fact and `when`, however many KPIs read it.
 */
export async function openBigquery(options: BigqueryOptions): Promise<Warehouse> {
  const client = await BigqueryClient.open(options);
  const used: string[] = [];
  const asked = async <T>(requests: readonly MeasurementRequest[], work: (run: Run) => Promise<T>): Promise<T> => {
    const run = new Run(client, requests, options);
    try {
      return await work(run);
    } catch (error) {
      throw await run.ended(error);
    } finally {
      used.push(...run.jobs.used);
    }
  };
  return {
    name: 'bigquery',
    measure: (requests) => asked(requests, (run) => measure(run.data, requests, options)),
    explain: (requests) => asked(requests, (run) => run.explain(requests)),
    diagnose: (request, ended) =>
      asked([request], async (run) => {
        const connection = await run.connection();
        if (connection.issues.length > 0) return { checks: [connection] };
        return { checks: [connection, ...(await diagnose(run.data, request, ended)).checks] };
      }),
    publish: (dataset, table, runs) => asked([], (run) => publishRuns(client, run.jobs, dataset, table, runs)),
    provenance: () => ({ warehouse: options.readAt === null ? 'bigquery' : `bigquery as of ${options.readAt}`, jobs: used }),
    close: () => Promise.resolve(),
  };
}

/** One call's jobs, with what they have in common. */
class Run {
  readonly jobs: BigqueryJobs;
  readonly data: Data;
  /** Rows that were read before they were asked for, by statement. */
  private readonly read = new Map<string, readonly TextRow[]>();

  constructor(
    private readonly client: BigqueryClient,
    requests: readonly MeasurementRequest[],
    private readonly options: BigqueryOptions,
  ) {
    const tables = new BigqueryTables(client);
    const known: TablesKnown = {
      content: (names) => stateOf(tables, names, options.readAt),
      count: (names) => (names.length < MOST_LISTED ? Promise.resolve(names.length) : tables.countOf(names)),
    };
    this.jobs = new BigqueryJobs(client, { ...termsOf(requests), maxBytes: options.maxBytes, readAt: options.readAt }, known);
    const sources = new BigquerySources(client, this.jobs, tables, options.readAt);
    const engine: Engine = {
      dialect: bigquery,
      query: async (statement) => this.read.get(keyOf(statement)) ?? this.jobs.rows(statement.label, statement),
      foresee: (statements) => this.foresee(statements),
      detail: engineFault,
      issue: (error, clause) => {
        if (error instanceof BigqueryFailure && error.ofSource) return error.issue(clause);
        throw error;
      },
    };
    this.data = { engine, resolve: (source, index) => sources.resolve(source, index) };
  }

  /** Reads several statements as one job, or as few as BigQuery takes. */
  private async foresee(statements: readonly Statement[]): Promise<void> {
    const fresh = [...new Map(statements.map((statement) => [keyOf(statement), statement])).values()].filter(
      (statement) => !this.read.has(keyOf(statement)),
    );
    for (const job of inJobs(fresh)) {
      const whole = together(job);
      const rows = await this.jobs.rows(whole.label, whole);
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

  async explain(requests: readonly MeasurementRequest[]): Promise<Explained> {
    const { plan, relations, troubles } = await prepare(this.data, requests);
    const issues = distinctIssues(troubles.map((trouble) => trouble.issue));
    if (issues.length > 0) return { statements: [], issues };
    const jobs = (source: number, foreseen: readonly Statement[]): Statement[] =>
      inJobs(foreseen).map((job) => named(plan, source, together(job)));
    const statements = [
      ...plan.scans.flatMap((scan) => {
        const context = scanContext(bigquery, scan, relationAt(relations, scan.source));
        return jobs(scan.source, foreseenOfScan(context, this.options.route ?? 'groups'));
      }),
      ...plan.loads.flatMap((load) => {
        const reading = loadReading(bigquery, load, relationAt(relations, load.source));
        return jobs(load.source, foreseenOfLoad(reading, load));
      }),
      ...plan.rates.flatMap((scan) => jobs(scan.source, foreseenOfRates(bigquery, scan, relationAt(relations, scan.source)))),
    ];
    const costs: Cost[] = [];
    for (const statement of statements) {
      const looked = await this.jobs.dryRun(statement.label, statement);
      costs.push({ bytes: looked.bytes, billed: (await this.jobs.billed(looked)).most });
    }
    return { statements, costs, issues };
  }

  /** Whether credentials, project and the right to run queries are there: asked with a query that reads nothing. */
  async connection(): Promise<Check> {
    const { project, location } = this.client.access;
    const check = { kind: 'connection' as const, name: `${project} (${location})`, found: null };
    try {
      await this.jobs.dryRun('SELECT 1', { sql: 'SELECT 1', params: [] });
      return { ...check, issues: [] };
    } catch (error) {
      if (error instanceof BigqueryFailure) return { ...check, issues: [error.issue(null)] };
      throw error;
    }
  }

  /** What a run's end means; jobs that still run are cancelled. */
  async ended(error: unknown): Promise<unknown> {
    if (this.client.access.signal.aborted) {
      const jobs = await this.jobs.cancel();
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
  const labels = [...new Set(statements.map(({ label }) => label))].join('; ');
  return render(labels, inOne(statements.map(({ query }) => query)), bigquery.placeholder);
}

/** A statement under the name of its fact's table or view, for `concord plan`. */
function named(plan: QueryPlan, index: number, statement: Statement): Statement {
  const source = plan.sources[index];
  const name = source === undefined ? '-' : 'table' in source.from ? source.from.table : `view ${source.from.view}`;
  return { ...statement, label: `${name}: ${statement.label}` };
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
