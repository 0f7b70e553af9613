import type { Issue } from '../kernel/issue.js';
import { ShellError } from '../ports/failure.js';

/** Rule 19: what cannot be said (limits, locked or full threads, deleted comments) stops nothing that was decided; it is an issue. */
export async function say(words: () => Promise<unknown>): Promise<Issue[]> {
  try {
    await words();
    return [];
  } catch (error) {
    if (error instanceof ShellError) return [...error.issues];
    throw error;
  }
}
