import { LineCounter } from 'yaml';
import { compose, isTooLong } from '../contract/compose-yaml.js';
import { type ContractEvent, eventKinds } from '../contract/event-kinds/event-kinds.js';
import { normalizeEvent } from '../contract/normalize-event.js';
import { plainData } from '../contract/plain-data.js';
import { Source } from '../contract/source.js';
import type { WrittenEvent } from '../generated/written.js';
import { isFields } from '../kernel/objects.js';

/**
 * An event by its file, as settlement read it; null where it can be none. Its schema is not asked again, whose validator alone is larger
 * than all else that checks a bundle: the statement names the file's digest, and it was accepted before it was counted.
 */
export function readEvent(name: string, text: string): ContractEvent | null {
  if (isTooLong(text)) return null;
  const lines = new LineCounter();
  const composed = compose(text, lines);
  if ('beyond' in composed || composed.faults.length > 0) return null;
  const { document } = composed;
  const numbers = new Map<object, Map<string, string>>();
  let faults = 0;
  const data = plainData(
    document,
    numbers,
    () => {
      faults += 1;
    },
    (offset) => lines.linePos(offset).line,
  );
  if (faults > 0 || !isWritten(data)) return null;
  try {
    return normalizeEvent({ name, date: name.slice(0, 10), text }, { data, source: new Source(name, document, lines, numbers, text) });
  } catch {
    // a field that its schema asks for is not there, or is of another kind
    return null;
  }
}

function isWritten(data: unknown): data is WrittenEvent {
  return isFields(data) && typeof data.kind === 'string' && Object.hasOwn(eventKinds, data.kind);
}
