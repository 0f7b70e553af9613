import type { Account, CommentEdit, ForgeList, IssueText } from '../../ports/forge.js';
import type { GithubClient } from './client.js';
import type { Refusal } from './failure.js';

/* Who edited an issue or a comment last only GitHub's other interface says. */

interface FoundAccount {
  readonly __typename: string;
  readonly login: string;
  readonly databaseId?: number | null;
}

interface FoundEdit {
  readonly editor: FoundAccount | null;
}

/** What a text carries of its edits. */
interface Edited {
  readonly lastEditedAt: string | null;
  readonly editor: FoundAccount | null;
  readonly userContentEdits: { readonly nodes: readonly (FoundEdit | null)[] | null } | null;
}

interface Answer {
  readonly repository: { readonly issue: (Edited & { readonly body: string; readonly author: FoundAccount | null }) | null } | null;
}

interface CommentsAnswer {
  readonly repository: {
    readonly issue: {
      readonly comments: { readonly totalCount: number; readonly nodes: readonly (CommentFound | null)[] | null };
    } | null;
  } | null;
}

interface CommentFound extends Edited {
  readonly databaseId: number | null;
}

const ACCOUNT = '__typename login ... on User { databaseId } ... on Bot { databaseId }';
const EDITED = `lastEditedAt editor { ${ACCOUNT} } userContentEdits(first: 1) { nodes { editor { ${ACCOUNT} } } }`;
const COMMENTS_QUERY = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    issue(number: $number) { comments(first: 100) { totalCount nodes { databaseId ${EDITED} } } }
  }
}`;
const QUERY = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    issue(number: $number) {
      body
      author { ${ACCOUNT} }
      ${EDITED}
    }
  }
}`;

/** Asks for the text of an issue, who wrote it, and who edited it last. @throws the error of the client */
export async function askIssueText(client: GithubClient, number: number): Promise<{ readonly data: Answer }> {
  return { data: await client.octokit.graphql<Answer>(QUERY, { ...client.at, number }) };
}

/** What a refusal means where there is no such issue. */
export function notResolved({ status, message }: Refusal): null | undefined {
  return status === 422 && /could not resolve/i.test(message) ? null : undefined;
}

/** The text of an issue, of that answer; null where there is no such issue. */
export function issueTextOf(answer: Answer | null): IssueText | null {
  const issue = answer?.repository?.issue ?? null;
  if (issue === null) return null;
  return { body: issue.body, author: accountIn(issue.author), edited: editOf(issue) };
}

/** Who wrote a text last; null where it was never edited. */
function editOf({ lastEditedAt, editor, userContentEdits }: Edited): IssueText['edited'] {
  const latest = userContentEdits?.nodes?.[0] ?? null;
  if (lastEditedAt === null && editor === null && latest === null) return null;
  // Two fields say the same; where they do not agree, nobody is known to have written it last.
  const [by, other] = [accountIn(editor), latest === null ? accountIn(editor) : accountIn(latest.editor)];
  return { by: by?.id === other?.id ? by : null };
}

/** Asks who edited the comments of an issue. @throws the error of the client */
export async function askCommentEdits(client: GithubClient, number: number): Promise<{ readonly data: CommentsAnswer }> {
  return { data: await client.octokit.graphql<CommentsAnswer>(COMMENTS_QUERY, { ...client.at, number }) };
}

/** Who edited which comment, of that answer, and whether there are more. */
export function commentEditsOf(answer: CommentsAnswer | null): ForgeList<CommentEdit> {
  const { totalCount = 0, nodes = null } = answer?.repository?.issue?.comments ?? {};
  const found = nodes ?? [];
  const items = found.flatMap((node): CommentEdit[] => {
    return node?.databaseId == null ? [] : [{ id: node.databaseId, edited: editOf(node) }];
  });
  return { items, complete: items.length >= totalCount };
}

function accountIn(found: FoundAccount | null): Account | null {
  const id = found?.databaseId ?? null;
  if (found === null || id === null) return null;
  return { id, login: found.login, kind: found.__typename === 'User' ? 'user' : found.__typename === 'Bot' ? 'bot' : 'other' };
}
