import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Lexer, Parser } from 'yaml';
import { AT_ONCE, readAtOnce } from '../../scripts/yaml-at-once.mjs';
import { REPOSITORY } from '../run-cli.js';

/*
 * The program reads YAML by the library's own lexer and parser, made to read a text at once: of every text they give what the library gives,
 * where it is no YAML as well.
 */

/** A module of the library as the program has it. */
function asBuilt(path: string): object {
  const file = join(REPOSITORY, 'node_modules', path);
  const within = createRequire(file);
  const module = { exports: {} };
  new Function('exports', 'module', 'require', '__dirname', readAtOnce(readFileSync(file, 'utf8')))(
    module.exports,
    module,
    within,
    dirname(file),
  );
  return module.exports;
}

const built = Object.assign({}, ...AT_ONCE.map(asBuilt)) as { Lexer: typeof Lexer; Parser: typeof Parser };

/** What a lexer and a parser make of a text, lexeme by lexeme as a contract is read. */
function readBy(library: { Lexer: typeof Lexer; Parser: typeof Parser }, text: string) {
  const lines: number[] = [];
  const parser = new library.Parser((offset) => lines.push(offset));
  const lexemes = [...new library.Lexer().lex(text)];
  const tokens = lexemes.map((lexeme) => ({ found: [...parser.next(lexeme)], offset: parser.offset }));
  return { lexemes, tokens, end: [...parser.end()], lines };
}

function same(text: string): void {
  expect(readBy(built, text)).toEqual(readBy({ Lexer, Parser }, text));
}

const FOLDERS = ['contracts', 'packs', 'templates', 'tests/bad', 'tests/golden'];
const TEXTS = FOLDERS.flatMap((folder) =>
  readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name): [string, string] => [`${folder}/${name}`, readFileSync(join(REPOSITORY, folder, name), 'utf8')]),
);

describe('YAML that is read at once', () => {
  test('gives no generator, and is what the program has', () => {
    expect(Array.isArray(new built.Lexer().lex('a: 1\n'))).toBe(true);
    expect(Array.isArray(new built.Parser().end())).toBe(true);
    const start = join(REPOSITORY, 'dist/start');
    const chunks = readdirSync(start).filter((name) => name.startsWith('check-') && name.endsWith('.cjs'));
    expect(chunks.filter((name) => readFileSync(join(start, name), 'utf8').includes('this.lexAll('))).toHaveLength(1);
  });

  test('of every file of the repository, whole and cut off anywhere', () => {
    expect(TEXTS.length).toBeGreaterThan(200);
    for (const [, text] of TEXTS) {
      same(text);
      for (const part of [0.13, 0.37, 0.61, 0.89]) same(text.slice(0, Math.floor(text.length * part)));
    }
  });

  test('of whatever is made of the signs of YAML', () => {
    const sign = fc.constantFrom(
      ...'ab1-:?,[]{}#&*!|>\'"%@` \n\t\r\\~',
      '\n  ',
      '- ',
      ': ',
      '? ',
      '---\n',
      '...\n',
      '|\n',
      '&a ',
      '*a',
      '!!str ',
      '值',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => same(signs.join(''))),
      { numRuns: 3000, seed: 20261129 },
    );
  });

  test('a library that has a generator of another form is refused', () => {
    expect(() => readAtOnce('class A {\n    * other() {\n        yield 1;\n    }\n}\n')).toThrow('yaml has a generator of another form');
  });
});
