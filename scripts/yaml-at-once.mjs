// What makes the lexer and the parser of yaml read a text at once, for the program that the build makes.

/** Modules whose every word goes through up to five generators, one within the other, which takes them half of their time. */
export const AT_ONCE = ['yaml/dist/parse/lexer.js', 'yaml/dist/parse/parser.js'];
/** The methods of theirs that others call: each gives what it has found as a list, which a loop takes as it takes a generator. */
const ASKED = new Set(['lex', 'next', 'end']);

/**
 * Methods that give one thing after the other as ones that put them on a list: the same things in the same order, of a text that is there as a
 * whole. `parse` calls the others, and stays what it is.
 */
export function readAtOnce(code) {
  const [parse = ''] = /^ {4}\*parse\([\s\S]*?^ {4}\}$/m.exec(code) ?? [];
  const text = code
    .replace(parse, () => '@parse')
    .replaceAll(/\byield\* /g, '')
    .replaceAll(/\byield ([\s\S]+?);$/gm, 'this.found.push($1);')
    .replaceAll(/^ {4}\*(\w+)\((.*)\) \{$/gm, (_, name, given) => {
      if (!ASKED.has(name)) return `    ${name}(${given}) {`;
      const passed = given.replaceAll(/ = \w+/g, '');
      const asked = `    ${name}(${given}) {\n        this.found = [];\n        this.${name}All(${passed});\n        return this.found;\n    }`;
      return `${asked}\n    ${name}All(${given}) {`;
    });
  const left = text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  if (/\byield\b|\bfunction\*|^\s*\*/m.test(left)) throw new Error('yaml has a generator of another form');
  return text.replace('@parse', () => parse);
}
