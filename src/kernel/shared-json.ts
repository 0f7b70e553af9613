/*
 * Documents of a ledger repeat much of the ones before them, text for text: evidence measures a period again and finds the same. What is
 * read of such a part is read once, and is the same object wherever it stands, so that what is made of it is made once
 * (kernel/remembered.ts).
 */

/** What stands for a part while the rest is read. */
const PLACE = '@part ';

/**
 * `JSON.parse`, with the same values and the same errors, in which equal parts of texts are one object.
 * @param indent the white space before each part: parts are the objects that stand so far in, in the one byte form of documents.
 * @param known what has been read of parts, by their texts; what is new is added.
 */
export function parseSharing(text: string, indent: string, known: Map<string, unknown>): unknown {
  const cut = withoutParts(text, indent);
  if (cut === null) return JSON.parse(text);
  try {
    const whole: unknown = JSON.parse(cut.rest);
    const parts = cut.parts.map((part) => parsed(part, known));
    // Each place is a value of the rest, where its part was: a place that is none (a key, or twice) is counted out.
    if (filled({ whole }, parts) === parts.length) return whole;
  } catch {
    // Told as of the whole text.
  }
  return JSON.parse(text);
}

/** A text with a place instead of each part; null where there are none, or where places could be mistaken. */
function withoutParts(text: string, indent: string): { readonly rest: string; readonly parts: readonly string[] } | null {
  if (text.includes('\\') || text.includes(PLACE)) return null;
  const [open, close] = [`\n${indent}{\n`, `\n${indent}}`];
  const parts: string[] = [];
  let rest = '';
  let at = 0;
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, at)) {
    const from = start + 1 + indent.length;
    const end = text.indexOf(close, from);
    if (end === -1) return null;
    rest += `${text.slice(at, from)}"${PLACE}${parts.length}"`;
    at = end + close.length;
    parts.push(text.slice(from, at));
  }
  return parts.length === 0 ? null : { rest: rest + text.slice(at), parts };
}

function parsed(text: string, known: Map<string, unknown>): unknown {
  const found = known.get(text);
  if (found !== undefined) return found;
  const value: unknown = JSON.parse(text);
  known.set(text, value);
  return value;
}

/** Puts parts into their places; how many there were. */
function filled(value: object, parts: readonly unknown[]): number {
  let count = 0;
  for (const [key, each] of Object.entries(value)) {
    if (typeof each === 'string' && each.startsWith(PLACE)) {
      Object.assign(value, { [key]: parts[Number(each.slice(PLACE.length))] });
      count += 1;
    } else if (typeof each === 'object' && each !== null) count += filled(each, parts);
  }
  return count;
}
