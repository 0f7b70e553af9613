import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';

/*
 * GitHub's own OpenAPI description, cut down by scripts/subset.mjs: which call is which operation, and whether what is asked and
 * answered has the shape that GitHub promises.
 */

type Json = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Json;
}

/** What is wrong with a value; made when it is first asked, since a suite uses few of all operations and each takes long to compile. */
type Check = (value: unknown) => readonly ErrorObject[];

/** One operation with its validators. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly names: readonly string[];
  readonly pattern: RegExp;
  readonly parameters: readonly Parameter[];
  readonly checkPath: Check;
  readonly checkQuery: Check;
  readonly checkBody: Check | null;
  /** Keys that a body may have; null where the description leaves that open. */
  readonly bodyKeys: ReadonlySet<string> | null;
  readonly bodyRequired: boolean;
  readonly checkResponse: ReadonlyMap<string, Check | null>;
}

/** A call that was recognised. */
export interface Match {
  readonly operation: Operation;
  readonly path: Record<string, unknown>;
}

const document = JSON.parse(readFileSync(new URL('../openapi/api.github.com.subset.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>;
};

/**
 * Where GitHub's answers are known to depart from its description; seen in its public answers. The head of a pull request whose
 * fork is gone has neither repository nor, with a deleted account, a user.
 */
const DEPARTURES: ReadonlySet<string> = new Set([
  'pull-request/properties/head/properties/repo',
  'pull-request/properties/head/properties/user',
  'pull-request-simple/properties/head/properties/repo',
  // null for a label that was made by being put on something
  'pull-request-simple/properties/labels/items/properties/description',
  // null for an event that nobody is left for
  'state-change-issue-event/properties/actor',
]);

/** OpenAPI 3.0 as JSON Schema: `nullable` is a type of its own there. */
function asJsonSchema(value: unknown, at: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => asJsonSchema(item, `${at}/${index}`));
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as { readonly nullable?: unknown } & Json;
  const schema = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, asJsonSchema(inner, `${at}/${key}`)]));
  if (typeof schema.$ref === 'string') schema.$ref = schema.$ref.replace('#/components/schemas/', 'github#/definitions/');
  const orNull = (nullable === true && !('properties' in rest && 'nullable' in (rest.properties as Json))) || DEPARTURES.has(at);
  return orNull ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function resolved(value: Json): Json {
  if (typeof value.$ref !== 'string') return value;
  const [, , kind = '', name = ''] = value.$ref.split('/');
  const component = document.components[kind]?.[name];
  if (component === undefined) throw new Error(`the description has no ${value.$ref}`);
  return component;
}

function newAjv(coerceTypes: boolean): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes, validateFormats: true, code: { optimize: false } });
  const addFormats = addFormatsModule as unknown as (to: Ajv) => void;
  addFormats(ajv);
  ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
  ajv.addFormat('repo.nwo', /^[^/]+\/[^/]+$/);
  ajv.addSchema({ $id: 'github', definitions: definitions() });
  return ajv;
}

let converted: Json | null = null;
function definitions(): Json {
  converted ??= Object.fromEntries(
    Object.entries(document.components.schemas ?? {}).map(([name, schema]) => [name, asJsonSchema(schema, name)]),
  );
  return converted;
}

const strictAjv = newAjv(false);
const coercingAjv = newAjv(true);

function checkOf(ajv: Ajv, schema: Json): Check {
  let compiled: ValidateFunction | null = null;
  return (value) => {
    compiled ??= ajv.compile(schema);
    return compiled(value) ? [] : (compiled.errors ?? []);
  };
}

const jsonOf = (holder: Json | undefined): Json | null => {
  const content = holder?.content as Readonly<Record<string, Json>> | undefined;
  const schema = content?.['application/json']?.schema;
  return schema === undefined ? null : (schema as Json);
};

function parametersSchema(parameters: readonly Parameter[], where: 'path' | 'query'): Json {
  const of = parameters.filter((parameter) => parameter.in === where);
  return {
    type: 'object',
    properties: Object.fromEntries(of.map(({ name, schema }) => [name, asJsonSchema(schema, '')])),
    required: of.filter(({ required }) => required === true || where === 'path').map(({ name }) => name),
    additionalProperties: false,
  };
}

function bodyKeys(schema: Json | null): ReadonlySet<string> | null {
  if (schema === null) return null;
  const plain = resolved(schema);
  const open = plain.type !== 'object' || plain.properties === undefined || plain.additionalProperties === true;
  return open || plain.oneOf !== undefined || plain.anyOf !== undefined ? null : new Set(Object.keys(plain.properties as Json));
}

function readOperation(path: string, method: string, written: Json): Operation {
  const parameters = ((written.parameters ?? []) as readonly Json[]).map((parameter) => resolved(parameter) as unknown as Parameter);
  const body = written.requestBody === undefined ? null : resolved(written.requestBody as Json);
  const bodySchema = jsonOf(body ?? undefined);
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '');
  // a ref may have slashes in it, and so may a path of contents
  const source = path
    .replaceAll('.', '\\.')
    .replace(/\{(\w+)\}/g, (_, name: string) => (/^(ref|path|basehead)$/.test(name) ? '(.+)' : '([^/]+)'));
  const responses = new Map<string, Check | null>();
  for (const [status, response] of Object.entries((written.responses ?? {}) as Readonly<Record<string, Json>>)) {
    const schema = jsonOf(resolved(response));
    responses.set(status, schema === null ? null : checkOf(strictAjv, asJsonSchema(schema, '') as Json));
  }
  return {
    id: String(written.operationId),
    method: method.toUpperCase(),
    path,
    names,
    pattern: new RegExp(`^${source}$`),
    parameters,
    checkPath: checkOf(coercingAjv, parametersSchema(parameters, 'path')),
    checkQuery: checkOf(coercingAjv, parametersSchema(parameters, 'query')),
    checkBody: bodySchema === null ? null : checkOf(strictAjv, asJsonSchema(bodySchema, '') as Json),
    bodyKeys: bodyKeys(bodySchema),
    bodyRequired: body?.required === true,
    checkResponse: responses,
  };
}

const operations: readonly Operation[] = Object.entries(document.paths)
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, written]) => ({ path, method, written })))
  // the more fixed parts a path has, the earlier it is tried: `/pulls/{number}/merge` before `/contents/{path}`
  .sort((a, b) => fixedParts(b.path) - fixedParts(a.path))
  .map(({ path, method, written }) => readOperation(path, method, written));

function fixedParts(path: string): number {
  return path.split('/').filter((part) => part !== '' && !part.startsWith('{')).length;
}

export const operationIds: readonly string[] = operations.map(({ id }) => id).sort();

/** The operation that a call is; null where the description (or our part of it) has none. */
export function matchOperation(method: string, path: string): Match | null {
  for (const operation of operations) {
    if (operation.method !== method) continue;
    const found = operation.pattern.exec(path);
    if (found === null) continue;
    const values = operation.names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')] as const);
    return { operation, path: Object.fromEntries(values) };
  }
  return null;
}

const told = (where: string, errors: readonly ErrorObject[]): string[] =>
  errors.slice(0, 8).map(({ instancePath, message, params }) => `${where}${instancePath} ${message} ${JSON.stringify(params)}`);

/** What is wrong with a request; changes path and query values to their types. */
export function requestFaults({ operation, path }: Match, query: Record<string, unknown>, body: unknown): string[] {
  const faults: string[] = [];
  faults.push(...told('path', operation.checkPath(path)), ...told('query', operation.checkQuery(query)));
  if (body === undefined) {
    if (operation.bodyRequired) faults.push('body is missing');
  } else if (operation.checkBody === null) faults.push('body where none is described');
  else {
    faults.push(...told('body', operation.checkBody(body)));
    const { bodyKeys } = operation;
    if (bodyKeys !== null)
      faults.push(...Object.keys(body as Json).flatMap((key) => (bodyKeys.has(key) ? [] : [`body has ${key}, which is not described`])));
  }
  return faults;
}

/** No sign-in, no right, nothing to be seen, a limit: these can happen to any call, and the description leaves them out of most. */
const OF_ANY_CALL: ReadonlySet<number> = new Set([401, 403, 404, 429]);
/** Refusals that GitHub's documentation or answers have of one call, and its description has not. */
const UNDESCRIBED: Readonly<Record<string, number>> = {
  // "Attempts to create more than 1000 statuses will result in a validation error"; the same for a commit that is not there.
  'repos/create-commit-status': 422,
  'repos/list-pull-requests-associated-with-commit': 422,
  'actions/create-repo-variable': 409,
  'actions/create-environment-variable': 409,
};

/** What is wrong with an answer: a refusal, too, is one that the description has for that very call. */
export function responseFaults({ operation }: Match, status: number, body: unknown): string[] {
  const check = operation.checkResponse.get(String(status));
  if (check === undefined) {
    const isKnown = OF_ANY_CALL.has(status) || status >= 500 || UNDESCRIBED[operation.id] === status;
    return isKnown ? [] : [`status ${status} is not described`];
  }
  // every refusal says why, also where the description leaves its body out
  if (check === null) return body === undefined || status >= 400 ? [] : ['a body where none is described'];
  return told('response', check(body));
}
