import type { Job } from '@google-cloud/bigquery';
import type { TextRow } from '../../evidence/decode-rows.js';
import { digest } from '../../kernel/canonical.js';
import type { Param, Statement } from '../../query/sql.js';
import type { BigqueryClient } from './bigquery-client.js';
import { type ApiTrouble, apiTrouble, BigqueryFailure, failureOf, isTransient, JobLost } from './bigquery-failure.js';

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
}

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
/** Jobs that may fail inside BigQuery before a run gives up; failed ones are not billed. */
const ATTEMPTS = 4;
const PAGE = 50_000;

/** Runs queries as jobs with ids of their own, so that no query is paid for twice. */
export class BigqueryJobs {
  /** Jobs whose results were used: `project:location.id`. */
  readonly used: string[] = [];
  private readonly running = new Set<Job>();

  constructor(
    private readonly client: BigqueryClient,
    private readonly terms: JobTerms,
    /** Changes whenever a table's content may have changed. */
    private readonly contentOf: (tables: readonly TableName[]) => Promise<unknown>,
  ) {}

  /** What a query would read, and its columns; nothing is run or billed. */
  async dryRun(what: string, statement: Pick<Statement, 'sql' | 'params'>): Promise<DryRun> {
    const { location } = this.client.access;
    const asked = { what, runs: true, dry: true as const, readAt: this.terms.readAt };
    const [, metadata] = await this.client.call(asked, () =>
      this.client.bigquery.createJob({ location, configuration: { dryRun: true, query: queryOf(statement) } }),
    );
    const query = metadata.statistics?.query;
    return {
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

  /** All rows of a statement whose columns are all text. */
  async rows(what: string, statement: Pick<Statement, 'sql' | 'params'>): Promise<TextRow[]> {
    const { bytes, tables } = await this.dryRun(what, statement);
    const { maxBytes } = this.terms;
    if (maxBytes !== null && bytes > maxBytes) {
      throw new BigqueryFailure('bigquery-over-limit', { what, bytes: String(bytes), limit: String(maxBytes) }, true);
    }
    const name = await this.nameOf(statement, tables);
    for (let attempt = 1; ; attempt++) {
      const id = attempt === 1 ? name : `${name}_${attempt}`;
      const job = this.client.job(id);
      // from before it is there until it is known to have ended: whatever interrupts this, it can be told to stop
      this.running.add(job);
      try {
        const found = await this.start(what, job, statement, maxBytes ?? bytes * 2n + ROOM);
        const rows = await this.read(what, job, found);
        this.running.delete(job);
        this.used.push(`${this.client.access.project}:${this.client.access.location}.${id}`);
        return rows;
      } catch (error) {
        // a job that failed, or whose results have expired, keeps its id: the next one needs another
        if (!(error instanceof JobLost)) throw error;
        this.running.delete(job);
        if (attempt === ATTEMPTS)
          throw failureOf(error.trouble, { what, runs: true, ...this.client.access, readAt: this.terms.readAt, tries: attempt });
        await this.client.wait(attempt);
      }
    }
  }

  /** Tells running jobs to stop; returns how many were told. */
  async cancel(): Promise<number> {
    const told = await Promise.allSettled([...this.running].map((job) => job.cancel()));
    return told.filter(({ status }) => status === 'fulfilled').length;
  }

  /** The id is the same for the same question on the same data: asked again, BigQuery gives what was paid for. */
  private async nameOf({ sql, params }: Pick<Statement, 'sql' | 'params'>, tables: readonly TableName[]): Promise<string> {
    const { project, location } = this.client.access;
    const content = await this.contentOf(tables);
    const state = { project, location, sql, params: params.map(({ value }) => value), terms: this.terms.state, content };
    return `concord_${this.terms.contract}_${digest(state).slice('sha256:'.length, 'sha256:'.length + 40)}`;
  }

  /** Starts a job; tells whether there was one of this id before. */
  private async start(what: string, job: Job, statement: Pick<Statement, 'sql' | 'params'>, limit: bigint): Promise<boolean> {
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
  private async read(what: string, job: Job, found: boolean): Promise<TextRow[]> {
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
      if (missed === ATTEMPTS) throw new BigqueryFailure('bigquery-incomplete', { found: rows.length, expected: total }, false);
      rows.length = 0;
      await this.client.wait(missed);
    }
  }

  /** Results that cannot be had although BigQuery answered: is it the call, or has the job itself failed? */
  private async lost(what: string, job: Job, found: boolean, error: unknown): Promise<never> {
    const trouble = apiTrouble(error);
    if (trouble.status === null) throw error;
    if (trouble.status === 404 || trouble.reason === 'stopped') throw new JobLost(trouble);
    const [metadata] = await job.getMetadata();
    const failed: unknown = metadata?.status?.errorResult;
    if (failed === undefined || failed === null) throw error;
    const own = apiTrouble({ code: trouble.status, errors: [failed] });
    // a job found by its id may have failed for what has been put right since
    if (found || isTransient(own)) throw new JobLost(own);
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
