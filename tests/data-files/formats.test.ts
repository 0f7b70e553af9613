import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { score } from '../../src/commands/run/score.js';
import { contextFor, run } from '../in-process.js';
import { REPOSITORY } from '../run-cli.js';

/*
 * The exports of exports.test.ts, each with a declaration of how its files are written (declared.yaml). `base` is worked out by
 * hand from the rows of the file; the commission is a tenth of it.
 */
interface Declared {
  readonly fact: string;
  readonly measure: string;
  readonly base: string;
}

const HERE = join(REPOSITORY, 'tests/data-files');
const DECLARED: Readonly<Record<string, Declared>> = parse(readFileSync(join(HERE, 'declared.yaml'), 'utf8'));

interface Card {
  readonly lines: readonly { readonly id: string; readonly amount: string; readonly held: boolean }[];
}

/** What `score` answers: the commission, `held`, or `issue`. */
async function answer(name: string, { fact, measure }: Declared, change: (bytes: Buffer) => Buffer = (bytes) => bytes): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'concord-formats-'));
  try {
    cpSync(join(HERE, 'exports', name), root, { recursive: true });
    rmSync(join(root, 'contracts/case/views'), { recursive: true, force: true });
    const metrics = 'metrics: { m: { title: M, formula: x, unit: money, type: flow } }';
    writeFileSync(join(root, 'contracts/case/definitions.yaml'), `facts:\n  f: ${fact}\nmeasures:\n  x: ${measure}\n${metrics}\n`);
    const [source = '', table = ''] = (/table: (\w+\.\w+)/.exec(fact)?.[1] ?? '').split('.');
    for (const file of readdirSync(join(root, 'data', source))) {
      const path = join(root, 'data', source, file);
      if (file.startsWith(table)) writeFileSync(path, change(readFileSync(path)));
    }
    const said = await run(contextFor({ root, asOf: '2026-02-10' }), (context) => score(context, { contract: 'case', period: '2026-01' }));
    expect(said.crash).toBeNull();
    if (said.exitCode !== 0) return 'issue';
    const line = (JSON.parse(said.output) as Card).lines.find(({ id }) => id === 'sales');
    return line?.held === true ? 'held' : (line?.amount ?? 'absent');
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** A tenth, to the cent, half to even. */
function tenthOf(base: string): string {
  if (base === 'held') return base;
  const [whole = '', part = ''] = base.split('.');
  const cents = BigInt(`${whole}${part.padEnd(2, '0')}`);
  const [tenth, rest] = [cents / 10n, cents % 10n];
  const due = rest > 5n || (rest === 5n && tenth % 2n === 1n) ? tenth + 1n : tenth;
  return `${due / 100n}.${String(due % 100n).padStart(2, '0')}`;
}

const encodingOf = ({ fact }: Declared): string => /encoding: ([\w-]+)/.exec(fact)?.[1] ?? 'utf-8';
const delimiterOf = ({ fact }: Declared): string => (fact.includes('delimiter: ";"') ? ';' : ',');

/** A change of how a file is written that leaves every value as it is, or makes it unreadable: never another value. */
type Change = readonly [name: string, text: (text: string, declared: Declared, seed: number) => string];

const fieldsOf = (line: string, delimiter: string): string[] => line.split(new RegExp(`${delimiter}(?=(?:[^"]*"[^"]*")*[^"]*$)`));

function columns(change: (fields: string[], seed: number, isHeader: boolean) => string[]): Change[1] {
  return (text, declared, seed) => {
    const delimiter = delimiterOf(declared);
    const lines = text.split(/\r?\n/);
    // a field with a line break in it: such a file is left as it is
    if (lines.some((line) => (line.match(/"/g)?.length ?? 0) % 2 === 1)) return text;
    const width = Math.max(...lines.map((line) => fieldsOf(line, delimiter).length));
    let isHeader = true;
    return lines
      .map((line) => {
        const fields = fieldsOf(line, delimiter);
        if (fields.length < width) return line;
        const changed = change(fields, seed, isHeader).join(delimiter);
        isHeader = false;
        return changed;
      })
      .join('\n');
  };
}

const CHANGES: readonly Change[] = [
  ['another delimiter', (text, declared, seed) => text.replaceAll(delimiterOf(declared), [';', '\t', '|', ','][seed % 4] ?? ',')],
  ['CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
  ['LF', (text) => text.replaceAll('\r\n', '\n')],
  ['no line end at the end', (text) => text.trimEnd()],
  ['empty lines at the end', (text) => `${text}\n\n`],
  ['a line more above', (text) => `Report\n${text}`],
  ['a line less above', (text) => text.slice(text.indexOf('\n') + 1)],
  [
    'columns in another order',
    columns((fields, seed) => [...fields.slice(seed % fields.length), ...fields.slice(0, seed % fields.length)]),
  ],
  ['a column less', columns((fields, seed) => fields.filter((_, index) => index !== seed % fields.length))],
  ['a column twice', columns((fields, seed) => [...fields, fields[seed % fields.length] ?? ''])],
  [
    'a header renamed',
    columns((fields, seed, isHeader) => fields.map((field, index) => (isHeader && index === seed % fields.length ? 'Other' : field))),
  ],
  ['decimal comma', (text) => text.replace(/(\d),(\d{3})\.(\d\d)\b/g, '$1.$2,$3').replace(/(\d)\.(\d\d)\b(?![.\d])/g, '$1,$2')],
  [
    'every field in quotes',
    columns((fields) => fields.map((field) => (/^".*"$/s.test(field) || field === '' || field.includes('"') ? field : `"${field}"`))),
  ],
];

const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text, 'utf8'),
  'utf-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf8'),
  'utf-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  latin1: (text) => Buffer.from(text, 'latin1'),
};

function changed(bytes: Buffer, declared: Declared, [, change]: Change, encoding: string | null, seed: number): Buffer {
  const own = encodingOf(declared);
  const text = new TextDecoder(own).decode(bytes);
  const result = change(text, declared, seed);
  if (encoding !== null) return ENCODINGS[encoding]?.(result) ?? bytes;
  // what cannot be written again in its own encoding stays in UTF-8
  return own === 'utf-16' ? Buffer.from(`\uFEFF${result}`, 'utf16le') : Buffer.from(result, 'utf8');
}

describe('exports with their form declared', () => {
  test.each(Object.entries(DECLARED))('%s', async (name, declared) => {
    expect(await answer(name, declared)).toBe(tenthOf(declared.base));
  });

  test('written otherwise, they give the same figure, are held, or are refused: never another figure', async () => {
    const seen: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.entries(DECLARED).filter(([name]) => !name.includes('xlsx'))),
        fc.constantFrom(...CHANGES),
        fc.constantFrom(null, null, null, ...Object.keys(ENCODINGS)),
        fc.nat(1000),
        async ([name, declared], change, encoding, seed) => {
          const found = await answer(name, declared, (bytes) => changed(bytes, declared, change, encoding, seed));
          const kind = found === tenthOf(declared.base) ? 'same' : found;
          seen[kind] = (seen[kind] ?? 0) + 1;
          expect(['same', 'held', 'issue']).toContain(kind);
        },
      ),
      { numRuns: Number(process.env.CONCORD_EXPORT_CHANGES ?? 60), seed: 20261128 },
    );
    expect(seen.same ?? 0).toBeGreaterThan(10);
    expect(seen.issue ?? 0).toBeGreaterThan(10);
  }, 60_000_000);
});
