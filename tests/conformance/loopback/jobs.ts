import type { Parameter, Result } from '../evaluator/evaluator.js';
import type { Cell, Field } from '../evaluator/schema.js';
import { ApiError } from './api-error.js';
import type { Executor, Prepared, QueryRequest } from './execute.js';
import type { Store } from './store.js';

/** The parts of a job that requests carry. */
export interface JobBody {
  readonly jobReference?: { readonly projectId?: string; readonly jobId?: string; readonly location?: string };
  readonly configuration?: {
    readonly dryRun?: boolean;
    readonly labels?: Readonly<Record<string, string>>;
    readonly jobTimeoutMs?: string | number;
    readonly query?: QueryBody;
    readonly load?: LoadBody;
  };
}

export interface QueryBody {
  readonly query?: string;
  readonly useLegacySql?: boolean;
  readonly parameterMode?: string;
  readonly maximumBytesBilled?: string;
  readonly queryParameters?: readonly {
    readonly name?: string;
    readonly parameterType?: { readonly type?: string };
    readonly parameterValue?: { readonly value?: string | boolean | null };
  }[];
}

export interface LoadBody {
  readonly destinationTable?: { readonly datasetId?: string; readonly tableId?: string };
  readonly sourceFormat?: string;
  readonly writeDisposition?: string;
  readonly createDisposition?: string;
}

export interface Job {
  readonly id: string;
  /** Whoever started it. */
  readonly account: string;
  readonly location: string;
  readonly body: JobBody;
  readonly prepared: Prepared | null;
  readonly result: Result | null;
  readonly error: ApiError | null;
  /** How often it is still said to be running. */
  pending: number;
  cancelled: boolean;
  /** Results are kept for a day, ids for half a year. */
  expired: boolean;
}

/** Jobs of one project: what was run, and what was paid for. */
export class Jobs {
  private readonly jobs = new Map<string, Job>();
  /** Jobs that ran to their end, in order: each is billed once. */
  readonly paid: {
    readonly id: string;
    readonly sql: string;
    readonly bytes: number;
    readonly billed: number;
    readonly labels: Readonly<Record<string, string>>;
  }[] = [];

  constructor(
    private readonly executor: Executor,
    private readonly project: string,
    private readonly store: Store,
  ) {}

  /** A day goes by: no results are left, the ids are. */
  expire(): void {
    for (const job of this.jobs.values()) job.expired = true;
  }

  /** Makes a job somebody else's: as it is, or one that has run without anybody's knowing. */
  give(id: string, account: string): void {
    const none = { location: 'US', body: {}, prepared: null, result: null, error: null, pending: 0, cancelled: false, expired: false };
    this.jobs.set(id, { ...(this.jobs.get(id) ?? none), id, account });
  }

  /** A job's own; whoever did not start it has no right to see it. */
  findFor(id: string, account: string): Job {
    const job = this.find(id);
    if (job.account === account) return job;
    const what = `${this.project}:${job.location}.${id}`;
    throw new ApiError(403, 'accessDenied', `Access Denied: Job ${what}: User does not have bigquery.jobs.get permission for job ${what}.`);
  }

  find(id: string): Job {
    const job = this.jobs.get(id);
    if (job === undefined) throw new ApiError(404, 'notFound', `Not found: Job ${this.project}:${id}`);
    return job;
  }

  forget(id: string): void {
    this.jobs.delete(id);
  }

  async dryRun(body: JobBody): Promise<Prepared> {
    const { request } = requestOf(body);
    return this.executor.prepare(request);
  }

  /** Starts a job; an id that was used before is refused, as everywhere. */
  async insert(body: JobBody, fails: { reason: string; message: string } | null, slow: number, account: string): Promise<Job> {
    const id = this.freeId(body);
    const { request, limit } = requestOf(body);
    // the id is taken from now on, as it is while a job runs
    const base = { id, account, location: request.location, body, pending: slow, cancelled: false, expired: false };
    this.jobs.set(id, { ...base, prepared: null, result: null, error: null, pending: 1 });
    let job: Job;
    try {
      const prepared = await this.executor.prepare(request);
      if (fails !== null) throw new ApiError(400, fails.reason, fails.message);
      if (limit !== null && prepared.billed > limit) {
        throw new ApiError(
          400,
          'bytesBilledLimitExceeded',
          `Query exceeded limit for bytes billed: ${limit}. ${prepared.billed} or higher required.`,
        );
      }
      const result = await this.executor.run(prepared, request.parameters);
      job = { ...base, prepared, result, error: null };
      this.paid.push({ id, sql: request.sql, bytes: prepared.bytes, billed: prepared.billed, labels: body.configuration?.labels ?? {} });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      job = { ...base, prepared: null, result: null, error };
    }
    this.jobs.set(id, job);
    return job;
  }

  /** Appends rows of JSON, all of them or none. */
  load(body: JobBody, text: string, fails: { reason: string; message: string } | null, slow: number, account: string): Job {
    const id = this.freeId(body);
    const { load } = body.configuration ?? {};
    const location = body.jobReference?.location ?? 'US';
    let error: ApiError | null = null;
    try {
      if (fails !== null) throw new ApiError(400, fails.reason, fails.message);
      this.append(load ?? {}, text);
    } catch (refused) {
      if (!(refused instanceof ApiError)) throw refused;
      error = refused;
    }
    const job = { id, account, location, body, pending: slow, cancelled: false, expired: false, prepared: null, result: null, error };
    this.jobs.set(id, job);
    return job;
  }

  private append({ destinationTable, sourceFormat, writeDisposition }: LoadBody, text: string): void {
    if (sourceFormat !== 'NEWLINE_DELIMITED_JSON' || writeDisposition !== 'WRITE_APPEND')
      throw new ApiError(400, 'invalid', 'not loaded here');
    const path = `${destinationTable?.datasetId}.${destinationTable?.tableId}`;
    const found = this.store.find(path, null);
    if (found === null) throw new ApiError(404, 'notFound', `Not found: Table ${this.project}:${path}`);
    const { fields } = found.table;
    const rows = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line, index): Cell[] => {
        const json = JSON.parse(line) as Readonly<Record<string, Cell>>;
        const unknown = Object.keys(json).find((name) => !fields.some((field) => field.name === name));
        if (unknown !== undefined) throw new ApiError(400, 'invalid', `Error while reading data, row ${index}: No such field: ${unknown}.`);
        return fields.map((field) => {
          const cell = json[field.name] ?? null;
          if (cell === null && field.mode === 'REQUIRED')
            throw new ApiError(400, 'invalid', `row ${index}: Missing required field: ${field.name}.`);
          const isWrong = cell !== null && !(FORMS[field.type] ?? /[\s\S]*/).test(String(cell));
          if (isWrong) throw new ApiError(400, 'invalid', `row ${index}: Could not convert value '${String(cell)}' to ${field.type}.`);
          return cell ?? (field.mode === 'REPEATED' ? [] : null);
        });
      });
    this.store.put(path, { fields, rows: [...found.table.rows, ...rows] }, found.options);
  }

  private freeId(body: JobBody): string {
    const id = body.jobReference?.jobId ?? `job_${this.jobs.size + 1}`;
    if (!/^[A-Za-z0-9_-]{1,1024}$/.test(id)) throw new ApiError(400, 'invalid', `Invalid job id ${id}`);
    if (this.jobs.has(id)) throw new ApiError(409, 'duplicate', `Already Exists: Job ${this.project}:${id}`);
    return id;
  }
}

/** What values of a type look like as text. */
const FORMS: Readonly<Partial<Record<Field['type'], RegExp>>> = {
  INT64: /^-?\d{1,19}$/,
  NUMERIC: /^-?\d{1,29}(\.\d{1,9})?$/,
  DATE: /^\d{4}-\d{2}-\d{2}$/,
  BOOL: /^(true|false)$/,
};

function requestOf(body: JobBody): { request: QueryRequest; limit: number | null } {
  const { query } = body.configuration ?? {};
  if (query?.query === undefined) throw new ApiError(400, 'invalid', 'Required parameter is missing: query');
  if (query.useLegacySql !== false) throw new ApiError(400, 'invalid', 'legacy SQL is not spoken here');
  const parameters = (query.queryParameters ?? []).map((parameter): Parameter => {
    const type = parameter.parameterType?.type;
    if (parameter.name === undefined || (type !== 'STRING' && type !== 'BOOL' && type !== 'INT64')) {
      throw new ApiError(400, 'invalid', `a parameter without name or type: ${JSON.stringify(parameter)}`);
    }
    const value = parameter.parameterValue?.value;
    return { name: parameter.name, type, value: value === undefined || value === null ? null : String(value) };
  });
  const limit = query.maximumBytesBilled === undefined ? null : Number(query.maximumBytesBilled);
  const location = body.jobReference?.location ?? 'US';
  return { request: { sql: query.query, parameters, location }, limit };
}

/** A job's metadata as REST gives it. */
export function jobResource(project: string, job: Job): object {
  const running = job.pending > 0 && !job.cancelled;
  const errorResult = job.cancelled
    ? { reason: 'stopped', message: 'Job execution was cancelled: User requested cancellation' }
    : job.error?.result;
  return {
    kind: 'bigquery#job',
    id: `${project}:${job.location}.${job.id}`,
    jobReference: { projectId: project, jobId: job.id, location: job.location },
    user_email: job.account,
    configuration: { jobType: job.body.configuration?.load === undefined ? 'QUERY' : 'LOAD', ...job.body.configuration },
    status: {
      state: running ? 'RUNNING' : 'DONE',
      ...(running || errorResult === undefined ? {} : { errorResult, errors: [errorResult] }),
    },
    statistics: {
      totalBytesProcessed: String(job.prepared?.bytes ?? 0),
      query: {
        statementType: job.prepared?.statementType,
        totalBytesProcessed: String(job.prepared?.bytes ?? 0),
        totalBytesBilled: String(job.prepared?.billed ?? 0),
        cacheHit: false,
      },
    },
  };
}

const REST_TYPE: Readonly<Partial<Record<Field['type'], string>>> = {
  INT64: 'INTEGER',
  FLOAT64: 'FLOAT',
  BOOL: 'BOOLEAN',
  STRUCT: 'RECORD',
};

/** A column as table metadata and results give it, by its older names. */
export function restField(field: Field): object {
  return {
    name: field.name,
    type: REST_TYPE[field.type] ?? field.type,
    mode: field.mode ?? 'NULLABLE',
    ...(field.precision === undefined ? {} : { precision: field.precision }),
    ...(field.scale === undefined ? {} : { scale: field.scale }),
    ...(field.collation === undefined ? {} : { collation: field.collation }),
    ...(field.fields === undefined ? {} : { fields: field.fields.map(restField) }),
  };
}
