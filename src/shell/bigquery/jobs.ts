import { randomUUID } from 'node:crypto';
import type { Job } from '@google-cloud/bigquery';
import type { TextRow } from '../../evidence/decode-rows.js';
import { digest } from '../../kernel/canonical.js';
import type { Filler } from '../../kernel/text.js';
import type { Cost } from '../../ports/warehouse.js';
import { type Billed, billedBytes } from '../../query/scan-price.js';
import type { Param, Statement } from '../../query/sql.js';
import type { BigqueryClient } from './client.js';
import { type ApiTrouble, apiTrouble, BigqueryFailure, failureOf, isTransient, JobLost } from './failure.js';

/** What every job of a run has in common. */
export interface JobTerms {
  /** Starts job ids and labels them: a contract's id, or that there are several. */
  readonly contract: string;
  readonly periods: string;
  /** Whatever else makes results differ: contracts with their terms and `asOf`. */
  readonly state: unknown;
  /** Most that one query may read; null: what its dry run said, with room for what is loaded meanwhile. */
  readonly maxBytes: bigint | null;
  readonly readAt: string | null;
}

/** A query's price and shape, before it runs. */
export interface DryRun {
  readonly bytes: bigint;
  readonly statementType: string;
  /** Columns with BigQuery's types. */
  readonly fields: readonly RestField[];
  readonly tables: readonly TableName[];
  /** Functions and procedures that are none of BigQuery's own: `project.dataset.routine`. */
  readonly routines: readonly string[];
  /** The account that asked; null where BigQuery does not say. */
  readonly account: string | null;
}

/** What is known of tables, beyond what a dry run says. */
export interface TablesKnown {
  /** Changes whenever their content may have changed. */
  content(tables: readonly TableName[]): Promise<unknown>;
  /** How many they are: BigQuery's list of them need not be whole. */
  count(tables: readonly TableName[]): Promise<number>;
}

/** BigQuery names no more tables of a query than these: beyond them nobody knows what it reads. */
export const MOST_LISTED = 50;

export interface TableName {
  readonly project: string;
  readonly dataset: string;
  readonly table: string;
}

/** A column in table metadata. */
export interface RestField {
  readonly name?: string;
  readonly type?: string;
  readonly mode?: string;
  readonly precision?: string;
  readonly scale?: string;
  readonly collation?: string;
}

/** Room above a dry run's estimate, for rows that are loaded between it and the run. */
const ROOM = 100n * 1024n * 1024n;
/** Jobs of this run that may fail inside BigQuery before it gives up; failed ones are not billed. */
const ATTEMPTS = 4;
const PAGE = 50_000;

/** Runs queries as jobs with ids of their own, so that no query is paid for twice. */
export class BigqueryJobs {
  /** Jobs whose results were used: `project:location.id`. */
  readonly used: string[] = [];
  /** What each of them read, whether or not it was there before. */
  readonly costs: Cost[] = [];
  private readonly running = new Set<Job>();

  constructor(
    private readonly client: BigqueryClient,
    private readonly terms: JobTerms,
    private readonly known: TablesKnown,
  ) {}

  /** What a query would read, and its columns; nothing is run or billed. */
  async dryRun(what: Filler, statement: Pick<Statement, 'sql' | 'params'>): Promise<DryRun> {
    const { location } = this.client.access;
    const asked = { what, runs: true, dry: true as const, readAt: this.terms.readAt };
    const [, metadata] = await this.client.call(asked, () =>
      this.client.bigquery.createJob({ location, configuration: { dryRun: true, query: queryOf(statement) } }),
    );
    const query = metadata.statistics?.query;
    const account: unknown = metadata.user_email;
    return {
      account: typeof account === 'string' ? account : null,
      bytes: BigInt(query?.totalBytesProcessed ?? '0'),
      statementType: query?.statementType ?? '',
      fields: query?.schema?.fields ?? [],
      tables: (query?.referencedTables ?? []).map(({ projectId = '', datasetId = '', tableId = '' }) => ({
        project: projectId,
        dataset: datasetId,
        table: tableId,
      })),
      routines: (query?.referencedRoutines ?? []).map(({ projectId = '', datasetId = '', routineId = '' }) =>
        [projectId, datasetId, routineId].filter((part) => part !== '').join('.'),
      ),
    };
  }

  /** What a dry run's query would read, and the most that it would be billed. */
  async cost(looked: DryRun): Promise<Cost> {
    return { bytes: looked.bytes, billed: (await this.billed(looked)).most };
  }

  private async billed({ bytes, tables }: DryRun): Promise<Billed> {
    return billedBytes(bytes, await this.known.count(tables));
  }

  /**
   * All rows of a statement whose columns are all text.
   * @param as `now`: as the tables are at this moment; an answer that was paid for before does not do.
   */
  async rows(what: Filler, statement: Pick<Statement, 'sql' | 'params'>, as: 'now' | 'paid' = 'paid'): Promise<TextRow[]> {
    const looked = await this.dryRun(what, statement);
    const limit = await this.limitOf(what, looked);
    const name = this.nameOf(statement, looked, as === 'now' ? randomUUID() : await this.known.content(looked.tables));
    let failed = 0;
    for (let attempt = 1; ; attempt++) {
      const id = attempt === 1 ? name : `${name}_${attempt}`;
      const job = this.client.job(id);
      // from before it is there until it is known to have ended: whatever interrupts this, it can be told to stop
      this.running.add(job);
      try {
        const found = await this.start(what, job, statement, limit);
        const rows = await this.read(what, job, found);
        this.running.delete(job);
        this.used.push(`${this.client.access.project}:${this.client.access.location}.${id}`);
        this.costs.push(await this.cost(looked));
        return rows;
      } catch (error) {
        if (!(error instanceof JobLost)) throw error;
        this.running.delete(job);
        // a job keeps its id for half a year, its results for a day and for whoever ran it: the next one needs another, however
        // many there are
        if (error.earlier) continue;
        failed += 1;
        if (failed === ATTEMPTS)
          throw failureOf(error.trouble, { what, runs: true, ...this.client.access, readAt: this.terms.readAt, tries: failed });
        await this.client.wait(failed);
      }
    }
  }

  /** The most that a query may be billed: what the user says, or what its dry run does, with room for rows that come meanwhile. */
  private async limitOf(what: Filler, looked: DryRun): Promise<bigint> {
    const { maxBytes } = this.terms;
    const { least } = await this.billed(looked);
    if (maxBytes === null) return (await this.billed({ ...looked, bytes: looked.bytes * 2n + ROOM })).most;
    if (least > maxBytes) {
      throw BigqueryFailure.of('bigquery-over-limit', { what, bytes: String(least), limit: String(maxBytes) }, true);
    }
    return maxBytes;
  }

  /** Tells running jobs to stop; returns how many were told. */
  async cancel(): Promise<number> {
    const told = await Promise.allSettled([...this.running].map((job) => job.cancel()));
    return told.filter(({ status }) => status === 'fulfilled').length;
  }

  /** The id is the same for the same question of the same account on the same data: asked again, BigQuery gives what was paid for. */
  private nameOf({ sql, params }: Pick<Statement, 'sql' | 'params'>, { account }: DryRun, content: unknown): string {
    const { project, location } = this.client.access;
    const state = { project, location, account, sql, params: params.map(({ value }) => value), terms: this.terms.state, content };
    return `concord_${this.terms.contract}_${digest(state).slice('sha256:'.length, 'sha256:'.length + 40)}`;
  }

  /** Starts a job; tells whether there was one of this id before. */
  private async start(what: Filler, job: Job, statement: Pick<Statement, 'sql' | 'params'>, limit: bigint): Promise<boolean> {
    const asked = { what, runs: true, readAt: this.terms.readAt };
    const configuration = {
      labels: { 'concord-contract': this.terms.contract, 'concord-period': this.terms.periods },
      query: { ...queryOf(statement), maximumBytesBilled: String(limit) },
    };
    const { location } = this.client.access;
    const jobId = job.id ?? '';
    const isThere = (trouble: ApiTrouble): true | null => (trouble.status === 409 ? true : null);
    const insert = async (): Promise<boolean> => {
      await this.client.bigquery.createJob({ jobId, location, configuration }).catch(unlessAccepted);
      return false;
    };
    return this.client.call(asked, insert, isThere);
  }

  /** Waits for the job and reads every page; less than all rows is nothing. */
  private async read(what: Filler, job: Job, found: boolean): Promise<TextRow[]> {
    const asked = { what, runs: true, readAt: this.terms.readAt };
    const rows: TextRow[] = [];
    let pageToken: string | undefined;
    let missed = 0;
    for (;;) {
      const options = { autoPaginate: false, maxResults: PAGE, skipParsing: true, ...(pageToken === undefined ? {} : { pageToken }) };
      const [page, , response] = await this.client.call(asked, () =>
        job.getQueryResults(options).catch((error: unknown) => this.lost(what, job, found, error)),
      );
      if (response?.jobComplete !== true) continue;
      const names = (response.schema?.fields ?? []).map((field) => field.name ?? '');
      rows.push(...page.map((row) => textRow(names, row)));
      pageToken = response.pageToken ?? undefined;
      if (pageToken !== undefined) continue;
      const total = Number(response.totalRows ?? 0);
      if (rows.length === total) return rows;
      missed += 1;
      if (missed === ATTEMPTS) throw BigqueryFailure.of('bigquery-incomplete', { found: rows.length, expected: total }, false);
      rows.length = 0;
      await this.client.wait(missed);
    }
  }

  /** Results that cannot be had although BigQuery answered: is it the call, or has the job itself failed? */
  private async lost(what: Filler, job: Job, found: boolean, error: unknown): Promise<never> {
    const trouble = apiTrouble(error);
    if (trouble.status === null) throw error;
    const isHidden = found && (trouble.status === 403 || trouble.reason === 'accessDenied') && !isTransient(trouble);
    if (trouble.status === 404 || trouble.reason === 'stopped' || isHidden) throw new JobLost(trouble, found);
    const [metadata] = await job.getMetadata();
    const failed: unknown = metadata?.status?.errorResult;
    if (failed === undefined || failed === null) throw error;
    const own = apiTrouble({ code: trouble.status, errors: [failed] });
    // a job found by its id may have failed for what has been put right since
    if (found || isTransient(own)) throw new JobLost(own, found);
    throw failureOf(own, { what, runs: true, ...this.client.access, readAt: this.terms.readAt, tries: 1 });
  }
}

/** The client raises the errors of a job that was accepted and failed: reading its results tells more. */
function unlessAccepted(error: unknown): void {
  const { response } = error as { readonly response?: { readonly jobReference?: object } };
  if (response?.jobReference === undefined) throw error;
}

function queryOf({ sql, params }: Pick<Statement, 'sql' | 'params'>) {
  const queryParameters = params.map(({ type, value }: Param, index) => ({
    name: `p${index + 1}`,
    parameterType: { type: type === 'boolean' ? 'BOOL' : 'STRING' },
    parameterValue: { value: String(value) },
  }));
  return { query: sql, useLegacySql: false, ...(params.length === 0 ? {} : { parameterMode: 'NAMED', queryParameters }) };
}

function textRow(names: readonly string[], row: unknown): TextRow {
  const cells = (row as { readonly f?: readonly { readonly v?: unknown }[] }).f;
  if (cells === undefined || cells.length !== names.length) throw new RangeError('a row of a result does not follow its schema');
  return Object.fromEntries(cells.map(({ v }, index) => [names[index] ?? '', asText(v)]));
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  throw new RangeError('a column of a result is not text');
}
