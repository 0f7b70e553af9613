import { LIMITS } from '../../src/contract/plain-data.js';
import { dice } from '../../src/sample/dice.js';
import { choose } from '../fuzz/mutate.js';

/*
 * Texts that cost more than they are long, up to the limit of a file: YAML of every kind that its parsers, the limits or the checks once
 * took their time over. A seed mixes several of them into one text.
 */

export const MOST = 262_144;

/** Cut where a file may have no more lines: beyond that it is refused before anything costs. A few are left for what stands around it. */
const inLines = (text: string): string => text.split('\n', LIMITS.lines - 100).join('\n');
const fill = (unit: string, length = MOST - 16): string => inLines(unit.repeat(Math.ceil(length / unit.length)).slice(0, length));
const many = (entry: (index: number) => string, length = MOST - 200): string => {
  const parts: string[] = [];
  for (let index = 0, size = 0; size < length; index++) {
    const part = entry(index);
    parts.push(part);
    size += part.length;
  }
  return inLines(parts.join(''));
};

/** By name; each takes about how long it is to be. */
export const COSTLY: Readonly<Record<string, (length?: number) => string>> = {
  'escapes that are none': (n) => `a: "${fill('\\q', n)}"`,
  'escapes of nothing': (n) => `a: "${fill('\\UFFFFFFFF', n)}"`,
  'lines that go on': (n) => `a: "${fill('x \\\n ', n)}"`,
  'white space at ends': (n) => `a: "${fill('x  \t \n', n)}"`,
  'folded lines': (n) => `a: >\n${fill('  x\n\n   y\n', n)}`,
  'empty lines': (n) => `a: |\n${fill('     \n', n)}`,
  comments: (n) => fill('#   #\n', n),
  documents: (n) => fill('--- a\n', n),
  directives: (n) => many((i) => `%TAG !a${i}! x${i}\n`, n),
  anchors: (n) => many((i) => `- &a${i} x\n`, n),
  aliases: (n) => `- &a x\n${many(() => '- *a\n', n)}`,
  'aliases of a long text': (n = MOST) =>
    `a: &a ${'汉'.repeat(n / 2)}\nl:\n${many((i) => (i % 900 === 0 ? ' - - *a\n' : '   - *a\n'), n / 4)}`,
  'aliases of aliases': () => {
    const rows = Array.from({ length: 200 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(',')}]\n`);
    return `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${rows.join('')}`;
  },
  'merge keys': (n) => `a: &a {b: 1}\n${many((i) => `k${i}: {<<: *a}\n`, n)}`,
  'brackets that open': (n) => fill('[', n),
  'brackets that close': (n) => fill(']', n),
  'brackets that do both': (n) => fill('[]', n),
  'a list on one line': (n) => `a: [${fill('1,', n)}1]`,
  'lists of one': (n) => `a: [${fill('[1],', n)}1]`,
  'lists of quotes': (n) => `a: [${fill('"",', n)}1]`,
  'names on one line': (n) => `a: {${many((i) => `k${i}: 1,`, n)}z: 1}`,
  'question marks': (n) => fill('? ? ?\n', n),
  colons: (n) => fill('a:\n', n),
  dashes: (n) => fill('- ', n),
  tabs: (n) => fill('a:\t\n', n),
  'steps in': (n) => many((i) => `${' '.repeat(i % 30)}k${i}: 1\n`, n),
  depth: (n = MOST) => {
    const rows: string[] = [];
    for (let i = 0, size = 0; size < n - 2000; i++) {
      rows.push(`${' '.repeat(i)}k:\n`);
      size += i + 3;
    }
    return rows.join('');
  },
  'one key': (n) => many((i) => `a: ${i}\n`, n),
  'many keys': (n) => many((i) => `k${i}: ${i}\n`, n),
  'a long word': (n) => `id: ${fill('x', n)}`,
  'a long number': (n) => `id: 1e${fill('9', n)}`,
  tags: (n) => many((i) => `- !a${i} b\n`, n),
  'sets of nothing': (n) => many(() => '- !!set [a]\n', n),
  marks: (n) => `title: a${fill('\u0345\u0301\u0316', n)}`,
  'marks in order': (n) => `title: a${fill('\u0316\u0301', n)}`,
  'halves of characters': (n) => many(() => '- "\\uD800"\n', n),
  exclamations: (n) => fill('! ', n),
  'bars of nothing': (n) => many(() => '- |x\n', n),
  JSON: (n) => `{${many((i) => `"k${i}":{"a":[1,2,{"b":null}]},`, n)}"z":1}`,
  'JSON side by side': (n) => many(() => '{"a":1}', n),
  'quotes that stay open': (n) => many(() => "- 'a\n", n),
  'two values': (n) => many(() => '"a" "b"\n', n),
  'blocks in lists': (n) => many(() => '- [|\n x]\n', n),
  'lines of another system': (n) => fill('a:\r\n', n),
};

/** A text of two to five kinds, each of a random length, up to the limit of a file. */
export function costlyText(seed: number): { readonly kinds: string; readonly text: string } {
  const chance = dice(seed);
  const names: string[] = [];
  let text = '';
  for (let left = chance.between(2, 5); left > 0; left--) {
    const name = choose(chance, Object.keys(COSTLY));
    names.push(name);
    text += `${COSTLY[name]?.(chance.between(100, MOST / 4)) ?? ''}\n`;
  }
  return { kinds: names.join(', '), text: inLines(text.slice(0, MOST)) };
}

/** Queries up to the limit of a view. */
export const COSTLY_VIEWS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    comments: fill('/*', 32_700),
    'comments of a line': `SELECT 1 --${fill('-', 32_700)}`,
    quotes: fill('"\\', 32_700),
    'quotes of three': fill('"""\\', 32_700),
    ticks: fill('`\\', 32_700),
    brackets: `SELECT ${fill('(', 32_700)}`,
    'brackets that close': `SELECT ${'('.repeat(16_000)}1${')'.repeat(16_000)}`,
    sums: `SELECT ${fill('1+', 32_700)}1 FROM s.t`,
    negations: `SELECT ${fill('NOT ', 32_700)}a FROM s.t`,
    columns: `SELECT ${fill('a,', 32_700)}a FROM s.t`,
    'columns of columns': `SELECT ${many((i) => `a${i}+a${i} AS a${i + 1},`, 32_000)} 1 FROM s.t`,
    'names of queries': `WITH q0 AS (SELECT a FROM s.t)${many((i) => `, q${i + 1} AS (SELECT x.a FROM q${i} x, q${i} y)`, 32_000)} SELECT * FROM q3`,
    unions: `SELECT a FROM s.t ${fill('UNION ALL SELECT a FROM s.t ', 32_600)}`,
    joins: `SELECT 1 FROM s.t ${many((i) => `, s.t t${i} `, 32_600)}`,
    cases: `SELECT ${many(() => 'CASE WHEN a THEN ', 20_000)} 1 ${many(() => ' END', 4_700)} FROM s.t`,
    words: `SELECT '${fill('x', 32_700)}' FROM s.t`,
    'in lists': `SELECT a FROM s.t WHERE a IN (${fill('1,', 32_600)}1)`,
    statements: fill('SELECT 1;', 32_700),
    limits: fill('LIMIT 1 ', 32_700),
  }).map(([name, text]) => [name, text.slice(0, 32_768)]),
);
