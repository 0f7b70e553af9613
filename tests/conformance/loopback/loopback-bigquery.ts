import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Evaluator } from '../evaluator/evaluator.js';
import type { Cell, Field } from '../evaluator/schema.js';
import { ApiError } from './api-error.js';
import { Executor } from './execute.js';
import { type Effect, Faults, type Operation } from './faults.js';
import { type JobBody, Jobs, jobResource, type QueryBody, restField } from './jobs.js';
import { Store } from './store.js';

/** One call, for tests that look at what was asked. */
export interface Logged {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

interface Call {
  readonly method: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** What is uploaded with it. */
  readonly upload: string | null;
}

type Answer = { readonly body: object; readonly effect: Effect | null };

/**
 * BigQuery's REST as far as the official client uses it for queries, on the loopback interface only. Queries run in the
 * GoogleSQL evaluator; jobs keep their ids, results have pages, and every call can be made to go wrong.
 */
export class LoopbackBigquery {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly faults = new Faults();
  readonly log: Logged[] = [];
  /** Rows of a page of results. */
  pageSize = 1000;
  /** Whoever asks. */
  account = 'engine@acme-reporting.iam.gserviceaccount.com';
  private server: Server | null = null;

  constructor(
    evaluator: Evaluator,
    readonly project = 'acme-reporting',
    estimates = true,
  ) {
    this.store = new Store(project);
    this.jobs = new Jobs(new Executor(evaluator, this.store, estimates), project, this.store);
  }

  /** Starts to listen; returns the address for BIGQUERY_EMULATOR_HOST. */
  async start(): Promise<string> {
    const server = createServer((request, response) => void this.serve(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address !== 'object') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const call = await readCall(request);
      const answer = await this.answer(call);
      send(response, 200, answer.body, answer.effect);
    } catch (error) {
      if (error === DROPPED) request.socket.destroy();
      else if (error instanceof ApiError) send(response, error.status, error.body, null);
      else send(response, 500, new ApiError(500, 'internalError', error instanceof Error ? error.message : String(error)).body, null);
    }
  }

  /** Takes note of a call and raises what is to go wrong with it. */
  private enter(operation: Operation, call: Call): Effect | null {
    this.log.push({ operation, method: call.method, path: call.path.join('/'), body: call.body });
    const effect = this.faults.next(operation);
    if (effect === 'drop') throw DROPPED;
    if (effect !== null && typeof effect === 'object' && 'status' in effect) {
      throw new ApiError(effect.status, effect.reason, effect.message ?? effect.reason);
    }
    return effect;
  }

  private async answer(call: Call): Promise<Answer> {
    const [root, project, kind, id, inner, name, verb] = call.path;
    if (root !== 'projects' || project !== this.project) throw new ApiError(403, 'accessDenied', `Access Denied: Project ${project}`);
    const { method } = call;
    if (kind === 'jobs' && id === undefined && method === 'POST' && call.upload !== null) return this.load(call, call.upload);
    if (kind === 'jobs' && id === undefined && method === 'POST') return this.insert(call, call.body as JobBody);
    if (kind === 'jobs' && id !== undefined && inner === 'cancel' && method === 'POST') return this.cancel(call, id);
    if (kind === 'jobs' && id !== undefined && method === 'GET') return this.job(call, id);
    if (kind === 'queries' && id === undefined && method === 'POST') return this.query(call);
    if (kind === 'queries' && id !== undefined && method === 'GET') return this.results(call, id);
    if (kind === 'datasets' && id === undefined) return this.datasets(call);
    if (kind === 'datasets' && id !== undefined && inner === undefined && method === 'GET') return this.dataset(call, id);
    if (kind === 'datasets' && id !== undefined && inner === 'tables') {
      if (name === undefined) return method === 'GET' ? this.tables(call, id) : this.createTable(call, id);
      if (verb === 'insertAll') return this.insertAll(call, `${id}.${name}`);
      if (method === 'GET') return this.table(call, id, name);
    }
    throw new ApiError(404, 'notFound', `no such call: ${method} ${call.path.join('/')}`);
  }

  private routine(name: string) {
    const [datasetId, routineId] = name.split('.');
    return { projectId: this.project, datasetId, routineId };
  }

  private async insert(call: Call, body: JobBody): Promise<Answer> {
    if (body.configuration?.dryRun === true) {
      const effect = this.enter('dryRun', call);
      const prepared = await this.jobs.dryRun(body);
      const tables = prepared.references.map((reference) => {
        const [datasetId, tableId] = reference.split('.');
        return { projectId: this.project, datasetId, tableId };
      });
      const query = {
        statementType: prepared.statementType,
        totalBytesProcessed: String(prepared.bytes),
        totalBytesProcessedAccuracy: 'PRECISE',
        // a longer list is not given whole
        referencedTables: tables.slice(0, 50),
        ...(prepared.routines.length === 0 ? {} : { referencedRoutines: prepared.routines.map((name) => this.routine(name)) }),
        schema: { fields: prepared.fields.map(restField) },
        ...(effect !== null && typeof effect === 'object' && 'says' in effect ? effect.says : {}),
      };
      const statistics = { totalBytesProcessed: String(prepared.bytes), query };
      const reference = { projectId: this.project, location: body.jobReference?.location ?? 'US' };
      return {
        effect,
        body: {
          kind: 'bigquery#job',
          user_email: this.account,
          jobReference: reference,
          configuration: body.configuration,
          status: { state: 'DONE' },
          statistics,
        },
      };
    }
    const effect = this.enter('insert', call);
    const fails = effect !== null && typeof effect === 'object' && 'jobFails' in effect ? effect.jobFails : null;
    const slow = effect !== null && typeof effect === 'object' && 'slow' in effect ? effect.slow : 0;
    const job = await this.jobs.insert(body, fails, slow, this.account);
    return { effect, body: jobResource(this.project, job) };
  }

  /** A load job with its rows in the same request. */
  private load(call: Call, rows: string): Answer {
    const effect = this.enter('load', call);
    const fails = effect !== null && typeof effect === 'object' && 'jobFails' in effect ? effect.jobFails : null;
    const slow = effect !== null && typeof effect === 'object' && 'slow' in effect ? effect.slow : 0;
    const job = this.jobs.load(call.body as JobBody, rows, fails, slow, this.account);
    return { effect, body: jobResource(this.project, job) };
  }

  private job(call: Call, id: string): Answer {
    const effect = this.enter('job', call);
    const job = this.jobs.findFor(id, this.account);
    const body = jobResource(this.project, job);
    if (job.pending > 0) job.pending -= 1;
    return { effect, body };
  }

  private cancel(call: Call, id: string): Answer {
    const effect = this.enter('cancel', call);
    const job = this.jobs.findFor(id, this.account);
    if (job.pending > 0) job.cancelled = true;
    return { effect, body: { kind: 'bigquery#jobCancelResponse', job: jobResource(this.project, job) } };
  }

  /** `jobs.query`: a job and its first page in one call. */
  private async query(call: Call): Promise<Answer> {
    const { location, requestId, labels, ...query } = call.body as QueryBody & {
      location?: string;
      requestId?: string;
      labels?: Readonly<Record<string, string>>;
    };
    const reference = {
      ...(location === undefined ? {} : { location }),
      ...(requestId === undefined ? {} : { jobId: `request_${requestId}` }),
    };
    const body: JobBody = { jobReference: reference, configuration: { ...(labels === undefined ? {} : { labels }), query } };
    const effect = this.enter('insert', call);
    const job = await this.jobs.insert(body, null, 0, this.account);
    return { effect, body: this.page(job.id, new URLSearchParams(), effect) };
  }

  private results(call: Call, id: string): Answer {
    const effect = this.enter('results', call);
    return { effect, body: this.page(id, call.query, effect) };
  }

  private page(id: string, query: URLSearchParams, effect: Effect | null): object {
    const job = this.jobs.findFor(id, this.account);
    const head = { kind: 'bigquery#getQueryResultsResponse', jobReference: { projectId: this.project, jobId: id, location: job.location } };
    if (job.pending > 0 && !job.cancelled) {
      job.pending -= 1;
      return { ...head, jobComplete: false };
    }
    if (job.cancelled) throw new ApiError(499, 'stopped', 'Job execution was cancelled: User requested cancellation');
    if (job.error !== null) throw job.error;
    if (job.expired) throw new ApiError(404, 'notFound', `Not found: Table ${this.project}:_0a1b2c3d4e5f.anon9c8b7a6d5e4f`);
    const rows = job.result?.rows ?? [];
    const from = Number(query.get('pageToken') ?? query.get('startIndex') ?? 0);
    const size = Math.min(this.pageSize, Number(query.get('maxResults') ?? this.pageSize));
    const to = Math.min(from + size, rows.length);
    const short = effect === 'short-page' ? 1 : 0;
    const more = to < rows.length && short === 0;
    return {
      ...head,
      jobComplete: true,
      schema: { fields: (job.result?.fields ?? []).map(restField) },
      totalRows: String(rows.length),
      totalBytesProcessed: String(job.prepared?.bytes ?? 0),
      cacheHit: false,
      rows: rows.slice(from, to - short),
      ...(more ? { pageToken: String(to) } : {}),
    };
  }

  private datasets(call: Call): Answer {
    const effect = this.enter('dataset', call);
    if (call.method === 'POST') {
      const { datasetReference, location } = call.body as { datasetReference: { datasetId: string }; location?: string };
      if (this.store.location(datasetReference.datasetId) !== null) {
        throw new ApiError(409, 'duplicate', `Already Exists: Dataset ${this.project}:${datasetReference.datasetId}`);
      }
      this.store.createDataset(datasetReference.datasetId, location ?? 'US');
      return { effect, body: this.datasetResource(datasetReference.datasetId) };
    }
    return { effect, body: { kind: 'bigquery#datasetList', datasets: this.store.datasetIds().map((id) => this.datasetResource(id)) } };
  }

  private datasetResource(id: string): object {
    return { kind: 'bigquery#dataset', datasetReference: { projectId: this.project, datasetId: id }, location: this.store.location(id) };
  }

  private dataset(call: Call, id: string): Answer {
    const effect = this.enter('dataset', call);
    if (this.store.location(id) === null) throw new ApiError(404, 'notFound', `Not found: Dataset ${this.project}:${id}`);
    return { effect, body: this.datasetResource(id) };
  }

  private tables(call: Call, id: string): Answer {
    const effect = this.enter('table', call);
    const tables = this.store
      .tableIds(id)
      .map((tableId) => ({ tableReference: { projectId: this.project, datasetId: id, tableId }, type: 'TABLE' }));
    return { effect, body: { kind: 'bigquery#tableList', tables, totalItems: tables.length } };
  }

  private createTable(call: Call, id: string): Answer {
    const effect = this.enter('table', call);
    const { tableReference, schema } = call.body as { tableReference: { tableId: string }; schema?: { fields: readonly RestField[] } };
    const path = `${id}.${tableReference.tableId}`;
    if (this.store.find(path, null) !== null) throw new ApiError(409, 'duplicate', `Already Exists: Table ${this.project}:${path}`);
    this.store.put(path, { fields: (schema?.fields ?? []).map(fieldFrom), rows: [] });
    return { effect, body: this.tableResource(id, tableReference.tableId) };
  }

  private table(call: Call, id: string, name: string): Answer {
    const effect = this.enter('table', call);
    return { effect, body: this.tableResource(id, name) };
  }

  private tableResource(dataset: string, name: string): object {
    const path = `${dataset}.${name}`;
    if (this.store.location(dataset) === null) throw new ApiError(404, 'notFound', `Not found: Dataset ${this.project}:${dataset}`);
    const found = this.store.find(path, null);
    if (found === null) throw new ApiError(404, 'notFound', `Not found: Table ${this.project}:${path}`);
    const { options, table, modified } = found;
    if (options.forbidden === true) {
      throw new ApiError(
        403,
        'accessDenied',
        `Access Denied: Table ${this.project}:${path}: Permission bigquery.tables.get denied on table ${this.project}:${path} (or it may not exist).`,
      );
    }
    return {
      kind: 'bigquery#table',
      id: `${this.project}:${path}`,
      tableReference: { projectId: this.project, datasetId: dataset, tableId: name },
      schema: { fields: table.fields.filter((field) => field.pseudo !== true).map(restField) },
      numRows: String(table.rows.length),
      lastModifiedTime: String(modified),
      location: this.store.location(dataset),
      type: 'TABLE',
      ...(options.partitionedBy === undefined ? {} : { timePartitioning: { type: 'DAY', field: options.partitionedBy } }),
      ...(options.requirePartitionFilter === true ? { requirePartitionFilter: true } : {}),
      ...(options.streaming === true ? { streamingBuffer: { estimatedRows: '1', oldestEntryTime: String(modified) } } : {}),
    };
  }

  private insertAll(call: Call, path: string): Answer {
    const effect = this.enter('insertAll', call);
    const found = this.store.find(path, null);
    if (found === null) throw new ApiError(404, 'notFound', `Not found: Table ${this.project}:${path}`);
    const text = JSON.stringify(call.body);
    if (text.length > 5_000_000) throw new ApiError(413, 'uploadTooLarge', 'Request Entity Too Large');
    const { rows } = call.body as { rows: readonly { readonly insertId?: string; readonly json: Readonly<Record<string, Cell>> }[] };
    if (rows.length > 500) throw new ApiError(400, 'invalid', `Too many rows present in the request, limit is 500, got ${rows.length}`);
    this.store.append(
      path,
      rows.map(({ json }) => found.table.fields.map((field) => json[field.name] ?? (field.mode === 'REPEATED' ? [] : null))),
    );
    return { effect, body: { kind: 'bigquery#tableDataInsertAllResponse' } };
  }
}

interface RestField {
  readonly name: string;
  readonly type: string;
  readonly mode?: Field['mode'];
  readonly fields?: readonly RestField[];
}

const OLDER_NAMES: Readonly<Record<string, Field['type']>> = { INTEGER: 'INT64', FLOAT: 'FLOAT64', BOOLEAN: 'BOOL', RECORD: 'STRUCT' };

function fieldFrom(field: RestField): Field {
  const type = OLDER_NAMES[field.type] ?? (field.type as Field['type']);
  return {
    name: field.name,
    type,
    ...(field.mode === undefined ? {} : { mode: field.mode }),
    ...(field.fields === undefined ? {} : { fields: field.fields.map(fieldFrom) }),
  };
}

const DROPPED = new Error('dropped');

async function readCall(request: IncomingMessage): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const isUpload = url.pathname.startsWith('/upload/');
  const path = url.pathname
    .replace(/^(\/upload)?\/bigquery\/v2/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  const [head = '', upload = null] = isUpload ? related(text, request.headers['content-type'] ?? '') : [text];
  return { method: request.method ?? 'GET', path, query: url.searchParams, body: head === '' ? {} : (JSON.parse(head) as unknown), upload };
}

/** The parts of a `multipart/related` body, without their headers. */
function related(text: string, type: string): string[] {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1] ?? '';
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => part.replace(/^\r\n/, '').replace(/\r\n$/, ''))
    .map((part) => part.slice(part.indexOf('\r\n\r\n') + 4));
}

function send(response: ServerResponse, status: number, body: object, effect: Effect | null): void {
  const bytes = Buffer.from(JSON.stringify(body));
  if (effect === 'drop-answer') {
    response.socket?.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', 'content-length': bytes.length });
  if (effect === 'half-answer') {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
    return;
  }
  response.end(bytes);
}
