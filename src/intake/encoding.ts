import { isKorean, shareInWords } from './korean.js';

/*
 * How the bytes of a text file are probably written. This proposes and nothing more: what is declared decides when money is
 * measured, and bytes that are not so written are an issue then.
 */

/** A file's beginning as characters, and the encoding to declare; null: UTF-8, which needs no word. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string | null;
}

/** @param bytes the file's beginning; its last character may be cut. */
export function decode(bytes: Uint8Array): Decoded {
  const wide = wideOf(bytes);
  if (wide !== null) return { text: read(wide, bytes, false) ?? '', encoding: 'utf-16' };
  const plain = read('utf-8', bytes, true);
  if (plain !== null) return { text: plain, encoding: null };
  const likely = likelyOf(bytes);
  const text = read(likely, bytes, true);
  const encoding = text === null ? 'windows-1252' : likely;
  return { text: text ?? read(encoding, bytes, false) ?? '', encoding };
}

/** The same of a later piece, by the encoding that the beginning has: characters cut at its ends may be wrong. */
export function decodeAs(encoding: string | null, bytes: Uint8Array, head: Uint8Array): string {
  return read(encoding === 'utf-16' ? (wideOf(head) ?? 'utf-16le') : (encoding ?? 'utf-8'), bytes, false) ?? '';
}

function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const first = bytes.subarray(0, 200);
  const zeros = (from: number) => first.filter((byte, index) => byte === 0 && index % 2 === from).length;
  // of plain characters every second byte is 0
  if (zeros(1) * 3 > first.length) return 'utf-16le';
  return zeros(0) * 3 > first.length ? 'utf-16be' : null;
}

/** The characters, without a byte order mark; null where some bytes are none and that matters. */
function read(encoding: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    // a character that is cut off at the end is waited for
    return new TextDecoder(encoding, { fatal }).decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

/** Half of the characters in words is more than a text in another encoding comes to, also with characters that are used less. */
const MOSTLY = 0.5;

/** Pairs of bytes beyond ASCII, with what tells the encodings of East Asia apart. */
function likelyOf(bytes: Uint8Array): string {
  let [pairs, everyday, hangul, kana, low] = [0, 0, 0, 0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]];
    if (lead < 0x81) continue;
    at += 1;
    pairs += 1;
    // GB 2312 puts the characters that are used most first, and so does the Korean standard with its syllables
    if (trail >= 0xa1 && lead >= 0xa1 && (lead <= 0xa9 || (lead >= 0xb0 && lead <= 0xd7))) everyday += 1;
    if (trail >= 0xa1 && (lead <= 0xa9 || (lead >= 0xb0 && lead <= 0xc8))) hangul += 1;
    if ((lead === 0x82 && trail >= 0x9f) || lead === 0x83) kana += 1;
    if (trail >= 0x40 && trail <= 0x7e && lead >= 0xa4 && lead <= 0xc6) low += 1;
  }
  // the sign of the euro alone makes no pair, and no text Chinese
  if (pairs === 0) return 'windows-1252';
  if (kana * 10 > pairs) return 'shift_jis';
  const chinese = read('gb18030', bytes, true) ?? '';
  const isPossible = pairs >= 8 && hangul === pairs;
  if (isPossible && isKorean({ korean: read('euc-kr', bytes, false) ?? '', chinese })) return 'euc-kr';
  if (everyday * 10 >= pairs * 8 || shareInWords(chinese) >= MOSTLY) return 'gb18030';
  return low * 5 > pairs ? 'big5' : 'windows-1252';
}
