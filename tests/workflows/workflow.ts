import { isPair, isScalar, parseDocument, visit } from 'yaml';

/*
 * A workflow file as data, read strictly: what has an unexpected form is an error of the reading, so that no rule looks away
 * from something that it does not know.
 */

export interface Step {
  /** `owner/name@ref`, or null for a step that runs shell lines. */
  readonly uses: string | null;
  /** The comment beside `uses`. */
  readonly comment: string;
  readonly with: Readonly<Record<string, string>>;
  readonly run: string | null;
  readonly env: Readonly<Record<string, string>>;
  readonly if: string;
  readonly id: string | null;
}

export interface Job {
  readonly id: string;
  /** Null where the job does not say. */
  readonly permissions: Readonly<Record<string, string>> | null;
  readonly environment: string | null;
  readonly timeout: number | null;
  readonly runsOn: string;
  readonly if: string;
  readonly concurrency: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** Everything in it that is text, for rules about expressions. */
  readonly texts: readonly string[];
}

export interface Workflow {
  readonly triggers: readonly string[];
  /** Null where it does not say; a word (`read-all`) as it stands under the empty name. */
  readonly permissions: Readonly<Record<string, string>> | null;
  readonly concurrency: Readonly<Record<string, string>>;
  readonly jobs: readonly Job[];
}

const KEYS = {
  workflow: ['name', 'on', 'permissions', 'concurrency', 'jobs'],
  job: ['needs', 'outputs', 'if', 'concurrency', 'runs-on', 'timeout-minutes', 'environment', 'permissions', 'steps'],
  step: ['name', 'id', 'if', 'uses', 'with', 'run', 'env'],
} as const;

/** Reads a workflow file. @throws Error where it has a key or a form that the rules do not know. */
export function readWorkflow(text: string): Workflow {
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0) throw new Error(document.errors.map(({ message }) => message).join('; '));
  const comments = usesComments(document);
  const data = record(document.toJS() as unknown, 'workflow', KEYS.workflow);
  return {
    triggers: typeof data.on === 'string' ? [data.on] : Array.isArray(data.on) ? data.on.map(String) : Object.keys(record(data.on, 'on')),
    permissions: permissionsOf(data.permissions),
    concurrency: data.concurrency === undefined ? {} : strings(data.concurrency, 'concurrency'),
    jobs: Object.entries(record(data.jobs, 'jobs')).map(([id, job]) => jobOf(id, job, comments)),
  };
}

function jobOf(id: string, value: unknown, comments: ReadonlyMap<string, string>): Job {
  const job = record(value, `job ${id}`, KEYS.job);
  const { steps } = job;
  if (!Array.isArray(steps)) throw new Error(`job ${id} has no steps`);
  return {
    id,
    permissions: permissionsOf(job.permissions),
    environment: typeof job.environment === 'string' ? job.environment : null,
    timeout: typeof job['timeout-minutes'] === 'number' ? job['timeout-minutes'] : null,
    runsOn: String(job['runs-on']),
    if: job.if === undefined ? '' : String(job.if),
    concurrency: job.concurrency === undefined ? {} : strings(job.concurrency, 'concurrency'),
    steps: steps.map((step: unknown) => stepOf(step, comments)),
    texts: textsOf(job),
  };
}

function stepOf(value: unknown, comments: ReadonlyMap<string, string>): Step {
  const step = record(value, 'step', KEYS.step);
  const uses = typeof step.uses === 'string' ? step.uses : null;
  return {
    uses,
    comment: uses === null ? '' : (comments.get(uses) ?? ''),
    with: step.with === undefined ? {} : strings(step.with, 'with'),
    run: typeof step.run === 'string' ? step.run : null,
    env: step.env === undefined ? {} : strings(step.env, 'env'),
    if: step.if === undefined ? '' : String(step.if),
    id: typeof step.id === 'string' ? step.id : null,
  };
}

/** The comment that follows each `uses`; of two different ones the first that differs counts. */
function usesComments(document: ReturnType<typeof parseDocument>): Map<string, string> {
  const comments = new Map<string, string>();
  visit(document, {
    Pair: (_, pair) => {
      if (!isPair(pair) || !isScalar(pair.key) || pair.key.value !== 'uses' || !isScalar(pair.value)) return;
      const { value, comment } = pair.value;
      const said = (comment ?? '').trim();
      const before = comments.get(String(value));
      comments.set(String(value), before === undefined || before === said ? said : `${before} / ${said}`);
    },
  });
  return comments;
}

function permissionsOf(value: unknown): Readonly<Record<string, string>> | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? { '': value } : strings(value, 'permissions');
}

function record(value: unknown, name: string, known?: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${name} is no map`);
  const entries = Object.entries(value);
  const unknown = known === undefined ? undefined : entries.find(([key]) => !known.includes(key));
  if (unknown !== undefined) throw new Error(`${name} has the unknown key ${unknown[0]}`);
  return Object.fromEntries(entries);
}

function strings(value: unknown, name: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record(value, name)).map(([key, entry]) => {
      if (typeof entry === 'object') throw new Error(`${name}.${key} is no plain value`);
      return [key, String(entry)];
    }),
  );
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => [key, ...textsOf(entry)]);
}

/** An expression as a workflow file writes it. */
export function expression(inner: string): string {
  return `$\{{ ${inner} }}`;
}
