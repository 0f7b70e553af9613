import type { WrittenEvent } from '../generated/written.js';
import { digestText } from '../kernel/canonical.js';
import { linesEndAlike } from '../kernel/text.js';
import { type ContractEvent, eventKinds } from './event-kinds/event-kinds.js';
import type { EventKindRecord } from './event-kinds/record.js';
import { exactOfText } from './normalize-value.js';
import type { Written } from './parse-written.js';

/** An event file: its name, the date in it, and its text. */
export interface EventFile {
  readonly name: string;
  readonly date: string;
  readonly text: string;
}

/** A written event as the model has it. Expects the schema to have accepted it. */
export function normalizeEvent(file: EventFile, written: Written<WrittenEvent>): ContractEvent {
  const { data, source } = written;
  const base = { file: file.name, date: file.date, party: data.party ?? null, digest: eventDigest(file.text) };
  const record: EventKindRecord<ContractEvent> = eventKinds[data.kind];
  return record.normalize(data, { amount: (key) => exactOfText(source.written(data, key)), written }, base);
}

/** The digest by which statements name an event: of its file's text, whatever its line ends. */
export function eventDigest(text: string): string {
  return digestText(linesEndAlike(text));
}
