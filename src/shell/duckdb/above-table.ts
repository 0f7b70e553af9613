import { isUtf8 } from 'node:buffer';
import type { FileFormat } from '../../contract/model.js';
import { type Above, beginningOf, type Delimited } from './delimited-scan.js';
import { hasMark } from './unpacked.js';

const [LF, CR] = [0x0a, 0x0d];

/**
 * What stands above a table whose format takes nothing else away: then the engine reads the file as it is, from there on. Null where
 * it could count these lines otherwise (quotation marks, other line ends than the table's), or where more has to be done than that.
 */
export async function aboveTable(file: Delimited, format: FileFormat): Promise<Above | null> {
  const { encoding = 'utf-8', skip, headerStartsWith, comment, dropFirst, stopAt, ragged } = format;
  if (encoding !== 'utf-8' || ragged === true || [comment, dropFirst, stopAt].some((each) => each !== undefined)) return null;
  const beginning = await beginningOf(file);
  if (beginning === null) return null;
  const { head, mark } = beginning;
  const beginnings = headerStartsWith === undefined ? [] : [headerStartsWith, `"${headerStartsWith}`].map((each) => Buffer.from(each));
  const isHeader = (at: number, line: number): boolean =>
    headerStartsWith === undefined ? line === (skip ?? 0) : beginnings.some((each) => head.subarray(at, at + each.length).equals(each));
  let [at, lines] = [0, 0];
  while (!isHeader(at, lines)) {
    const end = head.indexOf(LF, at);
    if (end === -1) return null;
    at = end + 1;
    lines += 1;
  }
  const above = head.subarray(0, at);
  const header = head.indexOf(LF, at);
  if (header === -1 || !isPlain(above, head[header - 1] === CR)) return null;
  // a mark right before the header: the engine would not see that the header's first field has quotation marks
  const isMarked = hasMark(head.subarray(at)) || (lines === 0 && mark > 0);
  return isMarked ? null : { lines, bytes: mark + at };
}

/** Whether lines can be told by their ends alone, and all end alike. */
function isPlain(above: Buffer, withCr: boolean): boolean {
  if (above.includes('"') || above.includes(0) || !isUtf8(above)) return false;
  return above.every((byte, at) => (byte === CR ? withCr && above[at + 1] === LF : byte !== LF || !withCr || above[at - 1] === CR));
}
