import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/contract/parse-yaml.js';
import { LIMITS } from '../../src/contract/plain-data.js';

function codes(text: string): string[] {
  return parseYaml('f.yaml', text).issues.map((issue) => `${issue.at.line}:${issue.at.column} ${issue.code}`);
}

function data(text: string): unknown {
  const { file, issues } = parseYaml('f.yaml', text);
  expect(issues).toEqual([]);
  return file?.data;
}

describe('numbers', () => {
  test('keep the text in which they are written, beyond what a double holds', () => {
    const { file } = parseYaml('f.yaml', 'a: 3.0\nb: 0.1\nc: 12345678901234567890.123\nd: 1e3\ne: [1.50, 7]\nf: -0.30\n');
    const holder = file?.data as { e: object };
    expect(['a', 'b', 'c', 'd', 'f'].map((key) => file?.source.written(holder, key))).toEqual([
      '3.0',
      '0.1',
      '12345678901234567890.123',
      '1e3',
      '-0.30',
    ]);
    expect(['0', '1'].map((key) => file?.source.written(holder.e, key))).toEqual(['1.50', '7']);
  });

  test('as keys keep their text and are told apart by it', () => {
    const { file } = parseYaml('f.yaml', '{ 100000.50: 7%, 1e5: 6%, 0: 5% }');
    expect(Object.keys(file?.data ?? {}).sort()).toEqual(['0', '100000.50', '1e5']);
    expect(file?.source.keys([])).toEqual(['100000.50', '1e5', '0']);
  });

  test('in other than decimal form are refused', () => {
    expect(codes('a: 0x10\nb: 0o17\nc: .inf\nd: .nan\ne: 1e999\n')).toEqual([
      '1:4 number-form',
      '2:4 number-form',
      '3:4 number-form',
      '4:4 number-form',
      '5:4 number-form',
    ]);
    expect(codes(`a: ${'1'.repeat(40)}\nb: ${'1'.repeat(41)}`)).toEqual(['2:4 number-form']);
  });

  test('that are no decimals in the core schema are text', () => {
    expect(data('a: 2026-01-01\nb: 1_000\nc: 12:30\nd: 40%\ne: 0.8x\n')).toEqual({
      a: '2026-01-01',
      b: '1_000',
      c: '12:30',
      d: '40%',
      e: '0.8x',
    });
  });
});

describe('YAML 1.2 core', () => {
  test('half a character, which an escape can write, is refused: no digest could cover it', () => {
    expect(codes('a: "\\uD800"\n"\\uDC00b": [1, "\\uD83D\\uDE00"]\n')).toEqual(['1:4 yaml-syntax', '2:1 yaml-syntax']);
    expect(data('a: "\\uD83D\\uDE00"')).toEqual({ a: '😀' });
  });

  test('yes, no, on and off are text; the version directive changes nothing', () => {
    expect(data('%YAML 1.1\n---\na: yes\nb: no\nc: on\nd: true\ne: ~\n')).toEqual({ a: 'yes', b: 'no', c: 'on', d: true, e: null });
  });

  test('JSON is YAML', () => {
    expect(data('{"a": [1, "2", true, null], "b": {"c": "d"}}')).toEqual({ a: [1, '2', true, null], b: { c: 'd' } });
  });

  test('a byte order mark and Windows line ends move no position', () => {
    expect(codes('\uFEFFa: 1\r\nb: 2\r\nb: 3\r\n')).toEqual(['3:1 duplicate-key']);
  });

  test('an empty file is nothing', () => {
    expect(data('')).toBeNull();
    expect(data('# only a comment\n')).toBeNull();
  });
});

describe('what could deceive', () => {
  test('duplicate keys, also under another spelling of the same text', () => {
    expect(codes('a: 1\n"a": 2\n')).toEqual(['2:1 duplicate-key']);
    expect(codes('{ 1: a, "1": b }')).toEqual(['1:9 duplicate-key']);
  });

  test('merge keys are a field like any other, and __proto__ changes no prototype', () => {
    expect(data('a: &x { b: 1 }\nc: { <<: *x }\n')).toEqual({ a: { b: 1 }, c: { '<<': { b: 1 } } });
    const result = data('{ "__proto__": { "polluted": true } }') as object;
    expect(Object.keys(result)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('tags, unknown or not', () => {
    expect(codes('a: !!str 5\nb: !secret x\nc: !!binary aGk=\n')).toEqual(['1:10 tag', '2:12 tag', '3:13 tag']);
  });

  test('aliases stand for a copy; unknown and circular ones are refused', () => {
    expect(data('a: &x [1, 2]\nb: *x\n')).toEqual({ a: [1, 2], b: [1, 2] });
    expect(codes('a: *x\n')).toEqual(['1:4 alias']);
    expect(codes('a: &x [*x]\n')).toEqual(['1:8 alias']);
    expect(codes('a: &x { b: { c: *x } }\n')).toEqual(['1:17 alias']);
  });

  // A YAML 1.2 reader ends a line at a lone CR, one of 1.1 at the others too: they see the second field, where this one saw a comment.
  test.each(['\r', '\u0085', '\u2028', '\u2029'])('a sign that ends a line to some readers: %j', (sign) => {
    expect(codes(`a: 1\nb: 2 # once${sign}c: 3\n`)).toEqual(['2:12 line-end-alone']);
    expect(codes(`a: "x${sign}y"\n`)).toEqual(['1:6 line-end-alone']);
    expect(codes('a: 1\r\nb: 2 # once\r\n')).toEqual([]);
  });

  test('keys that are no text', () => {
    expect(codes('? [a]\n: 1\n')).toEqual(['1:3 key-form']);
    expect(codes('{ : 1 }')).toEqual(['1:2 key-form']);
  });

  test('several documents', () => {
    expect(codes('a: 1\n---\nb: 2\n')).toEqual(['2:1 yaml-syntax']);
  });
});

describe('limits', () => {
  test('of characters', () => {
    expect(codes(`a: "${'x'.repeat(LIMITS.characters)}"`)).toEqual(['1:1 file-too-large']);
  });

  test('of lines', () => {
    expect(codes(`a: "${'\\\n'.repeat(LIMITS.lines + 1)}"`)).toEqual(['1:1 file-too-large']);
    expect(codes(`a: 1${'\n'.repeat(LIMITS.lines)}`)).toEqual([]);
  });

  test('of values, aliases counted as what they stand for', () => {
    const levels = Array.from({ length: 9 }, (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}*l${level}]`);
    const text = `l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n${levels.join('\n')}\n`;
    const found = parseYaml('f.yaml', text).issues;
    expect(found.map((issue) => issue.code)).toEqual(['file-too-large']);
  });

  test('of depth, far beyond the stack too', () => {
    expect(codes(`${'['.repeat(LIMITS.depth)}${']'.repeat(LIMITS.depth)}`)).toEqual([]);
    expect(codes(`${'['.repeat(LIMITS.depth + 2)}${']'.repeat(LIMITS.depth + 2)}`).map((code) => code.split(' ')[1])).toEqual([
      'file-too-deep',
    ]);
    for (const deep of ['['.repeat(100_000), '- '.repeat(100_000), '{a: '.repeat(60_000), '? '.repeat(100_000)]) {
      const { file, issues } = parseYaml('f.yaml', deep);
      expect(file).toBeNull();
      expect(issues.length).toBeGreaterThan(0);
    }
  });
});

describe('positions', () => {
  const text = 'kpis:\n  - id: roas\n    target: { 2026-01: 3.0,\n      2026-07: 3.3 }\nnote: "a: b"\n多: 字\n';
  const source = parseYaml('f.yaml', text).file?.source;

  test('of values, keys and the nearest written part', () => {
    expect(source?.at(['kpis', 0, 'target', '2026-07'])).toEqual({ path: 'f.yaml', line: 4, column: 16 });
    expect(source?.keyAt(['kpis', 0, 'target', '2026-07'])).toEqual({ path: 'f.yaml', line: 4, column: 7 });
    expect(source?.at(['kpis', 0])).toEqual({ path: 'f.yaml', line: 2, column: 5 });
    expect(source?.at(['kpis', 0, 'stretch', '2026-07'])).toEqual({ path: 'f.yaml', line: 2, column: 5 });
    expect(source?.at(['多'])).toEqual({ path: 'f.yaml', line: 6, column: 4 });
    expect(source?.at(['nowhere'])).toEqual({ path: 'f.yaml', line: 1, column: 1 });
  });

  test('inside texts on one line', () => {
    expect(source?.inside(['kpis', 0, 'id'], 2)).toEqual({ path: 'f.yaml', line: 2, column: 11 });
    expect(source?.inside(['note'], 3)).toEqual({ path: 'f.yaml', line: 5, column: 11 });
    const escaped = parseYaml('f.yaml', 'a: "x\\ty z"\n').file?.source;
    expect(escaped?.inside(['a'], 4)).toEqual({ path: 'f.yaml', line: 1, column: 4 });
    const folded = parseYaml('f.yaml', 'a: >-\n  x y\n').file?.source;
    expect(folded?.inside(['a'], 2)).toEqual({ path: 'f.yaml', line: 1, column: 4 });
  });
});

describe('a full-width colon', () => {
  const told = (text: string) => parseYaml('f.yaml', text).issues.map(({ at, params }) => `${at.line}:${at.column} ${params.problem}`);

  test.each([
    ['a: 1\nb：2\nc: 3\n', '2:2 @yaml.WIDE_COLON'],
    ['a: 1\nb：2\n', '2:2 @yaml.WIDE_COLON'],
    ['x：\n  y: 3\nz: 2\n', '1:2 @yaml.WIDE_COLON'],
    ['x:\n  - id：a\n    kind: cap\n', '2:7 @yaml.WIDE_COLON'],
    ['a: 1\nb ：2\nc: 3\n', '2:3 @yaml.WIDE_COLON'],
  ])('after a name is told as what it is: %j', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  test('in text is text', () => {
    expect(data('a: 口径：已支付\n')).toEqual({ a: '口径：已支付' });
    expect(told('a: 1\nb\nc: 3\n')).toEqual(['2:2 @yaml.NO_COLON']);
  });
});

describe('a text that a # cuts', () => {
  const cut = (text: string) => parseYaml('f.yaml', text).file?.source.cutTexts();

  test('is told where the # touches a word, with all that it cuts off', () => {
    expect(cut('a:\n  b: Orders of store #2 only, no tests\n')).toEqual([
      { path: ['a', 'b'], text: 'Orders of store', rest: ' #2 only, no tests' },
    ]);
    expect(cut('- Deal #1 # the first\n- x\n')).toEqual([{ path: [0], text: 'Deal', rest: ' #1' }]);
    expect(cut('a: { b: One\n  #two\n}\n')).toEqual([]);
  });

  test('comments with a space, texts in quotes and numbers are left alone', () => {
    expect(cut('a: Deal # 1\nb: "Deal" #1\nc: 3 #4\nd: Deal#1\ne: | #x\n  y\n#f: g\n')).toEqual([]);
  });
});
