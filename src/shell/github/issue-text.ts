import type { Account, IssueText } from '../../ports/forge.js';
import type { GithubClient } from './client.js';
import type { Refusal } from './failure.js';

/* Who edited an issue last only GitHub's other interface says. */

interface FoundAccount {
  readonly __typename: string;
  readonly login: string;
  readonly databaseId?: number | null;
}

interface FoundEdit {
  readonly editor: FoundAccount | null;
}

interface Answer {
  readonly repository: {
    readonly issue: {
      readonly body: string;
      readonly author: FoundAccount | null;
      readonly lastEditedAt: string | null;
      readonly editor: FoundAccount | null;
      readonly userContentEdits: { readonly nodes: readonly (FoundEdit | null)[] | null } | null;
    } | null;
  } | null;
}

const ACCOUNT = '__typename login ... on User { databaseId } ... on Bot { databaseId }';
const QUERY = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    issue(number: $number) {
      body
      author { ${ACCOUNT} }
      lastEditedAt
      editor { ${ACCOUNT} }
      userContentEdits(first: 1) { nodes { editor { ${ACCOUNT} } } }
    }
  }
}`;

export async function askIssueText(client: GithubClient, number: number): Promise<{ readonly data: Answer }> {
  return { data: await client.octokit.graphql<Answer>(QUERY, { ...client.at, number }) };
}

/** What a refusal means where there is no such issue. */
export function notResolved({ status, message }: Refusal): null | undefined {
  return status === 422 && /could not resolve/i.test(message) ? null : undefined;
}

export function issueTextOf(answer: Answer | null): IssueText | null {
  const issue = answer?.repository?.issue ?? null;
  if (issue === null) return null;
  const latest = issue.userContentEdits?.nodes?.[0] ?? null;
  const isEdited = issue.lastEditedAt !== null || issue.editor !== null || latest !== null;
  // Two fields say the same; where they do not agree, nobody is known to have written it last.
  const [by, other] = [accountIn(issue.editor), latest === null ? accountIn(issue.editor) : accountIn(latest.editor)];
  return { body: issue.body, author: accountIn(issue.author), edited: isEdited ? { by: by?.id === other?.id ? by : null } : null };
}

function accountIn(found: FoundAccount | null): Account | null {
  const id = found?.databaseId ?? null;
  if (found === null || id === null) return null;
  return { id, login: found.login, kind: found.__typename === 'User' ? 'user' : found.__typename === 'Bot' ? 'bot' : 'other' };
}
