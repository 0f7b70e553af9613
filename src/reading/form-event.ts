import { isFields } from '../kernel/objects.js';

/** What GitHub says when an issue is opened or edited, as far as it decides anything. */
export interface IssueEvent {
  readonly action: string;
  readonly repositoryId: number;
  readonly senderId: number;
  readonly issue: {
    readonly number: number;
    readonly state: string;
    readonly body: string;
    readonly labels: readonly string[];
    /** Null for a deleted account. */
    readonly author: { readonly id: number; readonly kind: 'user' | 'other' } | null;
    readonly isPullRequest: boolean;
  };
  /** Whether an edit changed the text; true of every other action. */
  readonly textChanged: boolean;
}

/** Reads the payload of an `issues` event; null where it is none. */
export function readIssueEvent(text: string): IssueEvent | null {
  const payload = parseObject(text);
  const [issue, sender, repository] = [payload?.issue, payload?.sender, payload?.repository];
  if (payload === null || !isFields(issue) || !isFields(sender) || !isFields(repository)) return null;
  const { action, changes } = payload;
  const { number, state, body, labels, user } = issue;
  if (typeof action !== 'string' || typeof state !== 'string' || !isId(number) || !isId(sender.id) || !isId(repository.id)) return null;
  if (!(typeof body === 'string' || body === null || body === undefined) || !Array.isArray(labels)) return null;
  return {
    action,
    repositoryId: repository.id,
    senderId: sender.id,
    issue: {
      number,
      state,
      body: body ?? '',
      labels: labels.flatMap((label: unknown) => (isFields(label) && typeof label.name === 'string' ? [label.name] : [])),
      author: isFields(user) && isId(user.id) ? { id: user.id, kind: user.type === 'User' ? 'user' : 'other' } : null,
      isPullRequest: issue.pull_request !== undefined,
    },
    textChanged: action !== 'edited' || !isFields(changes) || changes.body !== undefined,
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const data: unknown = JSON.parse(text);
    return isFields(data) ? data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
