import { inFile } from '../kernel/issue.js';
import { LOCALES } from '../kernel/text.js';
import { type Memory, memoryText, NO_MEMORY, readMemory, together } from '../notification/memory.js';
import { ShellError } from '../ports/failure.js';
import type { Account } from '../ports/forge.js';
import type { Forge } from '../ports/forge-writes.js';
import { parseMarker, stickyText } from '../report/sticky.js';
import { issue } from '../words/issue.js';
import { notifyText } from '../words/notify.js';

/** What of a forge the memory needs. */
export type RememberingForge = Pick<Forge, 'now' | 'comments' | 'commentEdits' | 'createComment' | 'updateComment' | 'deleteComment'>;

/** The memory as it stands in its issue. */
export interface KeptMemory {
  readonly memory: Memory;
  /** `none`: there is none yet, or no more; `changed`: somebody else has written there, so that nothing of it counts. */
  readonly found: 'kept' | 'none' | 'changed';
  /** Own comments that hold it: the first one stays. */
  readonly comments: readonly number[];
}

/** What stands in an issue that nobody has written to. */
export const NOTHING_KEPT: KeptMemory = { memory: NO_MEMORY, found: 'none', comments: [] };

const TOPIC = 'notify-memory';

/**
 * Reads what has been told. Only what the app's own account wrote last counts: whoever can write to the repository can edit every
 * comment, and could make the other party be told nothing.
 * @throws ShellError where the forge refuses, or where not every comment could be read.
 */
export async function readNotifyMemory(forge: RememberingForge, number: number, self: Account): Promise<KeptMemory> {
  const { items, complete } = await forge.comments(number);
  const own = items.filter(({ author, body }) => author?.id === self.id && parseMarker(body)?.topic === TOPIC);
  if (own.length === 0) {
    if (!complete) throw new ShellError([issue('comments-not-read', inFile(`#${number}`), { number, read: items.length })]);
    return NOTHING_KEPT;
  }
  const edits = new Map((await forge.commentEdits(number)).items.map(({ id, edited }) => [id, edited]));
  const memories = own.map(({ id, body }) => {
    const edited = edits.get(id);
    const isOwn = edited !== undefined && (edited === null || edited.by?.id === self.id);
    return isOwn ? readMemory(body) : null;
  });
  const sound = memories.flatMap((memory) => memory ?? []);
  const comments = own.map(({ id }) => id);
  // Of two that runs at once have left both count; one that somebody changed makes all of it doubtful.
  return sound.length < own.length
    ? { memory: NO_MEMORY, found: 'changed', comments }
    : { memory: together(sound), found: 'kept', comments };
}

/** Writes what has been told. @throws ShellError where the forge refuses: then nothing may be sent. */
export async function writeNotifyMemory(forge: RememberingForge, number: number, kept: KeptMemory, memory: Memory): Promise<KeptMemory> {
  const [first, ...others] = kept.comments;
  const validAt = await forge.now();
  const [title, text] = (['memory.title', 'memory.text'] as const).map((key) => LOCALES.map((locale) => notifyText(key, locale)));
  const body = `### ${title?.join(' / ')}\n\n${text?.join('\n\n')}\n\n${memoryText(memory)}`;
  const whole = stickyText({ topic: TOPIC, body, head: null, validAt });
  if (first === undefined) {
    const { id } = await forge.createComment(number, whole);
    return { memory, found: 'kept', comments: [id] };
  }
  await forge.updateComment(first, whole);
  for (const id of others) await forge.deleteComment(id);
  return { memory, found: 'kept', comments: [first] };
}
