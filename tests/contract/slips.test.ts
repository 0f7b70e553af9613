import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Issue } from '../../src/kernel/issue.js';
import type { Locale } from '../../src/kernel/text.js';
import { renderIssues } from '../../src/report/issues.js';
import { readContract } from '../../src/running/repository.js';
import { wordsOf } from '../issue-words.js';
import { memoryFiles } from '../memory-files.js';
import { editedFiles, GOOD_ID, rootPath } from './good-contract.js';

/*
 * What people write who know contracts and spreadsheets and no YAML: each slip of tests/contract/slips.yaml, made in the good
 * contract, is answered by one issue, exactly so, in both languages, text and remedy. What is `fine` is read as if it had not been made.
 */

interface Slip {
  readonly slip: string;
  readonly edit?: { readonly file: string; readonly find: string; readonly with: string };
  readonly write?: { readonly file: string; readonly text: string };
  readonly rename?: { readonly file: string; readonly to: string };
  readonly encode?: { readonly file: string; readonly as: Encoding };
  readonly fine?: boolean;
  readonly at?: string;
  readonly code?: string;
  readonly en?: readonly [text: string, fix: string];
  readonly zh?: readonly [text: string, fix: string];
}

type Encoding = 'gbk' | 'utf-16le' | 'utf-8-bom' | 'crlf';

const SLIPS = parse(readFileSync(new URL('slips.yaml', import.meta.url), 'utf8')) as readonly Slip[];

/** GBK, by turning Node's decoder round. */
function gbkBytes(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((each) => (each < '\x80' ? [each.charCodeAt(0)] : (bytes.get(each) ?? []))));
}

const ENCODED: Readonly<Record<Encoding, (text: string) => Buffer>> = {
  gbk: gbkBytes,
  'utf-16le': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-8-bom': (text) => Buffer.from(`\uFEFF${text}`),
  crlf: (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
};

function slipped({ edit, write, rename, encode }: Slip): Map<string, string> {
  const edits = edit === undefined ? [] : [[edit.file, edit.find, edit.with] as const];
  const files = editedFiles(edits, write === undefined ? {} : { [write.file]: write.text });
  const textOf = (file: string) => files.get(rootPath(file)) ?? '';
  if (rename !== undefined) {
    files.set(rootPath(rename.file).replace(rename.file, rename.to), textOf(rename.file));
    files.delete(rootPath(rename.file));
  }
  // Files are read as UTF-8, whatever they are.
  if (encode !== undefined) files.set(rootPath(encode.file), ENCODED[encode.as](textOf(encode.file)).toString('utf8'));
  return files;
}

function told(issue: Issue) {
  const { path, line, column } = issue.at;
  const words = (locale: Locale) => {
    const { text, fix } = wordsOf(issue, locale);
    return [text, fix];
  };
  return {
    at: `${path.replace(`contracts/${GOOD_ID}/`, '').replace('contracts/', '')}:${line}:${column}`,
    code: issue.code,
    en: words('en'),
    zh: words('zh'),
  };
}

/** What the good contract's events wait for: its statements, of which it has none. */
const WAITING: ReadonlySet<string> = new Set(['payment-exceeds', 'payment-while-owed-back', 'correction-waits']);

test('there are more than sixty, each once', () => {
  expect(SLIPS.length).toBeGreaterThan(60);
  expect(new Set(SLIPS.map(({ slip }) => slip)).size).toBe(SLIPS.length);
});

test.each(SLIPS.map((slip) => [slip.slip, slip] as const))('%s', async (_, slip) => {
  const files = slipped(slip);
  const { issues: found, folder } = await readContract(memoryFiles(files), GOOD_ID);
  const issues = found.filter(({ code }) => !WAITING.has(code));
  const { at, code, en, zh, fine } = slip;
  expect(issues.map(told)).toEqual(fine === true ? [] : [{ at, code, en, zh }]);
  expect(folder === null).toBe(fine !== true);
  // As `check` prints them: text and remedy stand as they are, whatever they hold.
  const printed = (locale: Locale) => renderIssues(issues, { format: 'pretty', locale, color: false, sources: files });
  for (const text of en ?? []) expect(printed('en')).toContain(text.replace(/[\u200B]/g, ''));
});
