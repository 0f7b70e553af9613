/** Whose words a commit of the app files, and which: it stands in the commit, which nobody can edit. */
export interface FormPin {
  readonly issue: number;
  /** The numeric id of the issue's author. */
  readonly author: number;
  /** The digest of the text that was read. */
  readonly text: string;
}

const PIN = /^Form: #([1-9]\d{0,8}) by user ([1-9]\d{0,14}), text (sha256:[0-9a-f]{64})$/m;

/** The line of a commit's message. */
export function formPin({ issue, author, text }: FormPin): string {
  return `Form: #${issue} by user ${author}, text ${text}`;
}

/** @returns null where the message has no such line. */
export function readFormPin(message: string): FormPin | null {
  const [, issue, author, text] = PIN.exec(message) ?? [];
  return issue === undefined || author === undefined || text === undefined ? null : { issue: Number(issue), author: Number(author), text };
}
