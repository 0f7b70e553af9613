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
  scalar DateTime
  interface Actor { login: String! }
  type User implements Actor { login: String! databaseId: Int }
  type Bot implements Actor { login: String! databaseId: Int }
  type UserContentEdit { editor: Actor editedAt: DateTime! }
  type UserContentEditConnection { nodes: [UserContentEdit] totalCount: Int! }
  type Issue { number: Int! body: String! author: Actor editor: Actor lastEditedAt: DateTime userContentEdits(first: Int): UserContentEditConnection comments(first: Int): IssueCommentConnection! }
  type IssueComment { databaseId: Int body: String! author: Actor editor: Actor lastEditedAt: DateTime userContentEdits(first: Int): UserContentEditConnection }
  type IssueCommentConnection { nodes: [IssueComment] totalCount: Int! }
  scalar GitObjectID
  interface GitObject { oid: GitObjectID! }
  type Blob implements GitObject { oid: GitObjectID! text: String isTruncated: Boolean! }
  type Repository { issue(number: Int!): Issue object(oid: GitObjectID): GitObject }
  type Query { viewer: User! repository(owner: String!, name: String!): Repository }
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
    viewer: { __typename: 'User', login: actor.account.login, databaseId: actor.account.id },
    repository: () => ({
      issue: ({ number }: { readonly number: number }) => issueText(world, number),
      object: ({ oid }: { readonly oid: string }) => blobText(world, oid),
    }),
    markPullRequestReadyForReview: change(false),
    convertPullRequestToDraft: change(true),
  };
  const { data, errors } = await graphql({ schema, source: request.query, rootValue, variableValues: request.variables ?? {} });
  if (errors === undefined) return { data };
  return { data: data ?? null, errors: errors.map((error) => ({ ...error.toJSON(), ...typeOf(error.originalError) })) };
}

const MOST_TEXT = 512 * 1000;

/** A blob as text: nothing of one that is binary, cut where it is long, and with whatever cannot be read of its encoding replaced. */
function blobText({ git }: World, oid: string) {
  if (git.typeOf(oid) !== 'blob') return null;
  const bytes = git.blob(oid);
  const text = bytes.includes(0) ? null : bytes.subarray(0, MOST_TEXT).toString('utf8');
  return { __typename: 'Blob', oid, text, isTruncated: bytes.length > MOST_TEXT };
}

/** An issue's text with its edit history, newest edit first; a deleted account is nobody. */
function issueText(world: World, number: number) {
  const issue = world.state.issues.find((one) => one.number === number && one.pull === null);
  if (issue === undefined) throw refusal('NOT_FOUND', `Could not resolve to an Issue with the number of ${number}.`);
  return {
    number,
    body: issue.body ?? '',
    author: accountIn(world, issue.authorId),
    ...history(world, issue.edits),
    comments: ({ first = 100 }: { readonly first?: number }) => {
      const all = world.state.comments.filter((one) => one.number === number);
      const nodes = all.slice(0, first).map((one) => ({
        databaseId: one.id,
        body: one.body,
        author: accountIn(world, one.userId),
        ...history(world, one.edits),
      }));
      return { nodes, totalCount: all.length };
    },
  };
}

function accountIn(world: World, id: number) {
  const found = world.account(id);
  return found === null ? null : { __typename: found.kind === 'Bot' ? 'Bot' : 'User', login: found.login, databaseId: found.id };
}

/** Who edited a text, newest first. */
function history(world: World, edited: readonly { readonly editorId: number; readonly at: number }[]) {
  const edits = [...edited]
    .reverse()
    .map(({ editorId, at }) => ({ editor: accountIn(world, editorId), editedAt: new Date(at).toISOString() }));
  const [latest] = edits;
  return {
    editor: latest?.editor ?? null,
    lastEditedAt: latest?.editedAt ?? null,
    userContentEdits: ({ first = 100 }: { readonly first?: number }) => ({ nodes: edits.slice(0, first), totalCount: edits.length }),
  };
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
