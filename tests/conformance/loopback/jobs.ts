import type { Parameter, Result } from '../evaluator/evaluator.js';
import type { Field } from '../evaluator/schema.js';
import { ApiError } from './api-error.js';
import type { Executor, Prepared, QueryRequest } from './execute.js';

/** The parts of a job that requests carry. */
export interface JobBody {
  readonly jobReference?: { readonly projectId?: string; readonly jobId?: string; readonly location?: string };
  readonly configuration?: {
    readonly dryRun?: boolean;
    readonly labels?: Readonly<Record<string, string>>;
    readonly jobTimeoutMs?: string | number;
    readonly query?: QueryBody;
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

export interface Job {
  readonly id: string;
  readonly location: string;
  readonly body: JobBody;
  readonly prepared: Prepared | null;
  readonly result: Result | null;
  readonly error: ApiError | null;
  /** How often it is still said to be running. */
  pending: number;
  cancelled: boolean;
}

/** Jobs of one project: what was run, and what was paid for. */
export class Jobs {
  private readonly jobs = new Map<string, Job>();
  /** Jobs that ran to their end, in order: each is billed once. */
  readonly paid: {
    readonly id: string;
    readonly sql: string;
    readonly bytes: number;
    readonly labels: Readonly<Record<string, string>>;
  }[] = [];

  constructor(
    private readonly executor: Executor,
    private readonly project: string,
  ) {}

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
  async insert(body: JobBody, fails: { reason: string; message: string } | null, slow: number): Promise<Job> {
    const id = body.jobReference?.jobId ?? `job_${this.jobs.size + 1}`;
    if (!/^[A-Za-z0-9_-]{1,1024}$/.test(id)) throw new ApiError(400, 'invalid', `Invalid job id ${id}`);
    if (this.jobs.has(id)) throw new ApiError(409, 'duplicate', `Already Exists: Job ${this.project}:${id}`);
    const { request, limit } = requestOf(body);
    // the id is taken from now on, as it is while a job runs
    const base = { id, location: request.location, body, pending: slow, cancelled: false };
    this.jobs.set(id, { ...base, prepared: null, result: null, error: null, pending: 1 });
    let job: Job;
    try {
      const prepared = await this.executor.prepare(request);
      if (fails !== null) throw new ApiError(400, fails.reason, fails.message);
      if (limit !== null && prepared.bytes > limit) {
        throw new ApiError(
          400,
          'bytesBilledLimitExceeded',
          `Query exceeded limit for bytes billed: ${limit}. ${prepared.bytes} or higher required.`,
        );
      }
      const result = await this.executor.run(prepared, request.parameters);
      job = { ...base, prepared, result, error: null };
      this.paid.push({ id, sql: request.sql, bytes: prepared.bytes, labels: body.configuration?.labels ?? {} });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      job = { ...base, prepared: null, result: null, error };
    }
    this.jobs.set(id, job);
    return job;
  }
}

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
    configuration: { jobType: 'QUERY', ...job.body.configuration },
    status: {
      state: running ? 'RUNNING' : 'DONE',
      ...(running || errorResult === undefined ? {} : { errorResult, errors: [errorResult] }),
    },
    statistics: {
      totalBytesProcessed: String(job.prepared?.bytes ?? 0),
      query: {
        statementType: job.prepared?.statementType,
        totalBytesProcessed: String(job.prepared?.bytes ?? 0),
        totalBytesBilled: String(job.prepared?.bytes ?? 0),
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
