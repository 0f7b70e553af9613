import { buildSchema, graphql } from 'graphql';
import { setDraft } from './discussion.js';
import { ApiError } from './model.js';
import { nodeId } from './present.js';
import type { Actor, PullRequest, World } from './world.js';

/** The few words of GitHub's GraphQL schema that have no counterpart in its other API, as that schema has them. */
const schema = buildSchema(`
  scalar URI
  enum PullRequestState { CLOSED MERGED OPEN }
  type PullRequest { id: ID! number: Int! isDraft: Boolean! state: PullRequestState! title: String! headRefOid: String! }
  input MarkPullRequestReadyForReviewInput { clientMutationId: String pullRequestId: ID! }
  type MarkPullRequestReadyForReviewPayload { clientMutationId: String pullRequest: PullRequest }
  input ConvertPullRequestToDraftInput { clientMutationId: String pullRequestId: ID! }
  type ConvertPullRequestToDraftPayload { clientMutationId: String pullRequest: PullRequest }
  type User { login: String! databaseId: Int }
  type Query { viewer: User! }
  type Mutation {
    markPullRequestReadyForReview(input: MarkPullRequestReadyForReviewInput!): MarkPullRequestReadyForReviewPayload
    convertPullRequestToDraft(input: ConvertPullRequestToDraftInput!): ConvertPullRequestToDraftPayload
  }
`);

interface Input {
  readonly input: { readonly clientMutationId?: string | null; readonly pullRequestId: string };
}

export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Answers a GraphQL call; refusals are in the answer, as GitHub has them. */
export async function answerGraphql(world: World, actor: Actor, request: GraphqlRequest): Promise<unknown> {
  const change =
    (draft: boolean) =>
    ({ input }: Input) => {
      const pr = world.pulls().find(({ id }) => nodeId('PR', id) === input.pullRequestId);
      if (pr === undefined) throw refusal('NOT_FOUND', `Could not resolve to a node with the global id of '${input.pullRequestId}'`);
      if (!mayChange(world, actor, pr))
        throw refusal('FORBIDDEN', `${actor.account.login} does not have the correct permissions to execute this`);
      if (pr.state !== 'open') throw refusal('UNPROCESSABLE', 'Pull request is closed');
      world.tick();
      setDraft(world, actor, pr, draft);
      return { clientMutationId: input.clientMutationId ?? null, pullRequest: present(pr) };
    };
  const rootValue = {
    viewer: { login: actor.account.login, databaseId: actor.account.id },
    markPullRequestReadyForReview: change(false),
    convertPullRequestToDraft: change(true),
  };
  const { data, errors } = await graphql({ schema, source: request.query, rootValue, variableValues: request.variables ?? {} });
  if (errors === undefined) return { data };
  return { data: data ?? null, errors: errors.map((error) => ({ ...error.toJSON(), ...typeOf(error.originalError) })) };
}

class Refusal extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

const refusal = (type: string, message: string) => new Refusal(type, message);
const typeOf = (error: unknown) =>
  error instanceof Refusal ? { type: error.type } : error instanceof ApiError ? { type: 'UNPROCESSABLE' } : {};

function mayChange(world: World, actor: Actor, pr: PullRequest): boolean {
  if (actor.appId !== null) return world.state.apps.find(({ id }) => id === actor.appId)?.permissions.pull_requests === 'write';
  return pr.authorId === actor.account.id || world.hasRole(actor.account, 'write');
}

function present(pr: PullRequest) {
  const state = pr.pull.mergedAt !== null ? 'MERGED' : pr.state === 'open' ? 'OPEN' : 'CLOSED';
  return { id: nodeId('PR', pr.id), number: pr.number, isDraft: pr.pull.draft, state, title: pr.title, headRefOid: pr.pull.headSha };
}
