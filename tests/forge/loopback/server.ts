import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, Call, type Handlers, requireNeeds } from './call.js';
import { type Match, matchOperation, requestFaults, responseFaults } from './description.js';
import type { Effect, Faults } from './faults.js';
import { answerGraphql, type GraphqlRequest } from './graphql.js';
import { ApiError } from './model.js';
import { accounts } from './operations/accounts.js';
import { gitData } from './operations/git-data.js';
import { history } from './operations/history.js';
import { issues } from './operations/issues.js';
import { pulls } from './operations/pulls.js';
import { settings } from './operations/settings.js';
import type { Actor, World } from './world.js';

const handlers: Handlers = { ...accounts, ...gitData, ...history, ...issues, ...pulls, ...settings };

export const served: readonly string[] = Object.keys(handlers);

/** One call as it happened. */
export interface LoggedCall {
  readonly method: string;
  readonly path: string;
  /** The description's name of the operation, or `graphql`; null for what the description does not know. */
  readonly operation: string | null;
  readonly login: string | null;
  readonly status: number | 'dropped';
  readonly body: unknown;
}

export interface Watch {
  readonly world: World;
  readonly faults: Faults;
  readonly log: LoggedCall[];
  /** Calls and answers that GitHub's description does not allow: a test that ends with one has failed. */
  readonly violations: string[];
  readonly actorOf: (token: string) => Actor | null;
}

interface Incoming {
  readonly method: string;
  readonly url: URL;
  /** Below the API's root. */
  readonly path: string;
  readonly body: unknown;
  readonly token: string | null;
}

/** Serves the API on a free port of this machine, at `/` and, as GitHub Enterprise has it, at `/api/v3`. */
export async function serve(watch: Watch): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    answer(watch, request, response).catch((error: unknown) => {
      watch.violations.push(
        `the loopback failed at ${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`,
      );
      send(watch, response, { status: 500, body: { message: 'Server Error' } });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}` };
}

async function answer(watch: Watch, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const incoming = await read(request);
  const match = incoming.path === '/graphql' ? null : matchOperation(incoming.method, incoming.path);
  const operation = incoming.path === '/graphql' ? 'graphql' : (match?.operation.id ?? null);
  const actor = incoming.token === null ? null : watch.actorOf(incoming.token);
  const { method, path, body } = incoming;
  const log = (status: LoggedCall['status']) =>
    watch.log.push({ method, path: `${path}${incoming.url.search}`, operation, login: actor?.account.login ?? null, status, body });

  const before = await watch.faults.at(operation ?? '', 'before');
  if (before !== null) {
    log(spoil(watch, response, before));
    return;
  }
  const given = await perform(watch, incoming, match, actor);
  const after = await watch.faults.at(operation ?? '', 'after');
  if (after !== null) {
    log(spoil(watch, response, after));
    return;
  }
  log(given.status);
  send(watch, response, given);
}

async function read(request: IncomingMessage): Promise<Incoming> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const path = url.pathname.replace(/^\/api\/graphql$/, '/graphql').replace(/^\/api\/v3(?=\/)/, '');
  const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  return { method: request.method ?? 'GET', url, path, body: text === '' ? undefined : JSON.parse(text), token };
}

/** The call as GitHub would answer it. */
async function perform(watch: Watch, incoming: Incoming, match: Match | null, actor: Actor | null): Promise<Answer> {
  const { world, violations } = watch;
  const { method, path } = incoming;
  if (actor === null) {
    return refusal(new ApiError(401, incoming.token === null ? 'Requires authentication' : 'Bad credentials'));
  }
  if (path === '/graphql') return { status: 200, body: await answerGraphql(world, actor, incoming.body as GraphqlRequest) };
  const handler = match === null ? undefined : handlers[match.operation.id];
  if (match === null || handler === undefined) {
    violations.push(
      `${method} ${path}: ${match === null ? 'no operation of the description' : `the loopback has no ${match.operation.id}`}`,
    );
    return { status: 500, body: { message: 'No such operation' } };
  }
  const query = Object.fromEntries(incoming.url.searchParams);
  const asked = requestFaults(match, query, incoming.body);
  if (asked.length > 0) {
    violations.push(...asked.map((fault) => `${match.operation.id}: ${fault}`));
    return { status: 500, body: { message: `Not described: ${asked.join('; ')}` } };
  }
  const given = attempt(() => {
    if (handler.needs !== null) requireRepository(world, match);
    if (handler.needs !== null) requireNeeds(world, actor, handler.needs);
    return handler.run(new Call(world, actor, match.path, query, incoming.body, incoming.url));
  });
  const told = responseFaults(match, given.status, given.body === undefined ? undefined : JSON.parse(JSON.stringify(given.body)));
  if (told.length > 0) {
    violations.push(...told.map((fault) => `${match.operation.id} answers ${given.status}: ${fault}`));
    return { status: 500, body: { message: `Answer not described: ${told.join('; ')}` } };
  }
  return given;
}

function attempt(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApiError) return refusal(error);
    throw error;
  }
}

function refusal({ status, message, errors }: ApiError): Answer {
  const more = errors.length === 0 ? {} : { errors };
  return { status, body: { message, ...more, documentation_url: 'https://docs.github.com/rest', status: String(status) } };
}

function requireRepository(world: World, { path }: Match): void {
  const owner = world.account(world.state.repository.ownerId)?.login.toLowerCase();
  const { owner: askedOwner, repo } = path;
  const same = String(askedOwner).toLowerCase() === owner && String(repo).toLowerCase() === world.state.repository.name.toLowerCase();
  if (askedOwner !== undefined && !same) throw new ApiError(404, 'Not Found');
}

/** Answers as a fault says; what the log notes of it. */
function spoil(watch: Watch, response: ServerResponse, effect: Effect): LoggedCall['status'] {
  if (effect === 'drop') {
    response.destroy();
    return 'dropped';
  }
  send(watch, response, { status: effect.status, body: { message: effect.message ?? 'Server Error' }, headers: effect.headers ?? {} });
  return effect.status;
}

function send(watch: Watch, response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.destroyed || response.headersSent) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    date: new Date(watch.world.now).toUTCString(),
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    'x-github-request-id': `L00P:${watch.log.length}`,
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-reset': String(Math.floor(watch.world.now / 1000) + 3600),
    ...headers,
  });
  response.end(text);
}
