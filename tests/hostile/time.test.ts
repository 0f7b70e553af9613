import { describe, expect, it, test } from 'vitest';
import { documentShape } from '../../src/contract/document-shape.js';
import { lintContract } from '../../src/contract/lint/lint-contract.js';
import { loadContract } from '../../src/contract/load-contract.js';
import { parseYaml } from '../../src/contract/parse-yaml.js';
import type { Issue } from '../../src/kernel/issue.js';
import { bigqueryViewIssues } from '../../src/query/dialects/bigquery-view.js';
import { readEntry } from '../../src/settlement/ledger-files.js';
import { replayLedger } from '../../src/settlement/replay.js';
import { checkDuckdbViews } from '../../src/shell/duckdb/view-check.js';
import { editedFiles, GOOD_ID, goodFiles, rootPath } from '../contract/good-contract.js';
import { events, foldersOf, LEDGER_ALONE, settleSample } from '../settlement/sample-ledger.js';
import { tries } from '../tries.js';
import { COSTLY, COSTLY_VIEWS, costlyText, MOST } from './costly-texts.js';

/*
 * No text of 256 KiB takes more than two seconds of a processor, whatever it is read as. Processor time, not time by the clock: what else
 * the machine does is no text's fault. COST_RUNS and COST_SEED try more mixtures than the usual; a finding prints its seed.
 */
const RUNS = tries('COST_RUNS', 8);
const SEED = Number(process.env.COST_SEED ?? 1);
const MOST_MS = 2_000;

async function cost(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** As `check` looks at a text: what is wrong, then what is unwise. */
function checked(files: ReadonlyMap<string, string>): readonly Issue[] {
  const { issues, folder } = loadContract(GOOD_ID, files);
  return folder === null ? issues : [...issues, ...lintContract({ terms: folder.terms })];
}

const FILES = ['contract.yaml', 'definitions.yaml', 'events/2026-01-20-stockout.yaml', 'workspace.yaml'];

/** A contract with one of its files replaced. */
function load(file: string, text: string): number {
  return checked(new Map([...goodFiles(), [rootPath(file), text]])).length;
}

describe('a text up to the limit of a file costs at most two seconds', () => {
  test.each(Object.keys(COSTLY))('%s', async (name) => {
    const text = COSTLY[name]?.() ?? '';
    expect(text.length).toBeGreaterThan(name === 'aliases of aliases' ? 1000 : 100_000);
    expect(await cost(() => parseYaml('contract.yaml', text.slice(0, MOST)))).toBeLessThan(MOST_MS);
  });

  it(`in ${RUNS} mixtures, as any file of a contract`, { timeout: RUNS * 8000 }, async () => {
    const slow: string[] = [];
    for (let run = 0; run < RUNS; run++) {
      const seed = SEED * 1_000_000 + run;
      const { kinds, text } = costlyText(seed);
      const file = FILES[run % FILES.length] ?? '';
      const took = await cost(() => load(file, text));
      if (took > MOST_MS) slow.push(`seed ${seed}, ${file}: ${kinds}: ${Math.round(took)} ms`);
    }
    expect(slow).toEqual([]);
  });
});

test.each([
  ['lists in lists', '- '],
  ['keys in keys', '? '],
  ['both', '- ? '],
])('%s that end at once are too deep, and no end of the process', (_, unit) => {
  for (const end of ['\n--- a\n', '\na:\n', '\n%TAG !a! x\n', '']) {
    const { issues } = parseYaml('contract.yaml', `${unit.repeat(60_000)}${end}`);
    expect(issues.map(({ code, at }) => `${code} ${at.line}:${at.column}`)).toEqual([`file-too-deep 1:${41 * 2 + 1}`]);
  }
});

describe('a text in two languages costs at most two seconds', () => {
  const long = (unit: string, size = 119_000): string => unit.repeat(Math.floor(size / unit.length));
  const numbered = Array.from({ length: 20_000 }, (_, index) => index).join(' ');
  test.each<[string, string, string]>([
    ['one number of so many digits', long('1'), long('2')],
    ['one share of so many digits', `${long('9')}%`, `${long('9')}9%`],
    ['groups of three', `1${long(',000')}`, `1${long('，000')}`],
    ['a range without an end', `${long('1', 60_000)}-${long('2', 60_000)}`, `${long('2', 60_000)}-${long('1', 60_000)}`],
    ['numbers', numbered, `${numbered} 1`],
    ['many of a multiple', `one ${long('million ')}`, long('一亿')],
    ['Chinese numerals', long('one half '), long('三分之一')],
    ['numerals without an end', long('twenty-'), `${long('千', 60_000)}分之${long('万', 60_000)}`],
    ['blanks between', `1${long(' ')}%`, `1${long('\u3000')}2`],
    ['fractions', long('½'), long('1⁄')],
    ['rhythms', long('every calendar day weekly '), long('每个自然月按周')],
    ['quarters', long('Q1 first quarter '), long('第二季度一')],
  ])('%s', async (_, en, zh) => {
    const files = editedFiles([['contract.yaml', '\ntitle: ', `\ntitle: ${JSON.stringify({ en, zh })} # `]]);
    let found: readonly Issue[] = [];
    expect(
      await cost(() => {
        found = checked(files);
      }),
    ).toBeLessThan(MOST_MS);
    const told = found.filter(({ code }) => code === 'languages-differ');
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(told.length).toBeLessThan(2);
    expect(JSON.stringify(told).length).toBeLessThan(1000);
  });
});

describe('a view costs at most two seconds', () => {
  test.each(Object.entries(COSTLY_VIEWS))('%s', async (_, text) => {
    const view = { view: 'v', file: 'contracts/x/views/v.duckdb.sql', text };
    expect(await cost(() => checkDuckdbViews([view]))).toBeLessThan(MOST_MS);
    expect(await cost(() => bigqueryViewIssues(view))).toBeLessThan(MOST_MS);
  });
});

describe('a ledger costs at most two seconds', () => {
  const folders = foldersOf(settleSample());
  const long = (unit: string) => unit.repeat(Math.floor(MOST / unit.length));
  test.each<[string, (text: string) => string, string?]>([
    ['nested', () => long('[')],
    ['objects', () => `{"a":${long('{"a":')}`],
    ['numbers', () => `[${long('1,')}1]`],
    ['unknown fields', (text) => text.replace('{', `{${Array.from({ length: 12_000 }, (_, i) => `"k${i}": [1],`).join('')}`)],
    ['halves of characters', () => `"${long('\\\\')}"`],
    ['lines', (text) => text.replace('"lines": [', `"lines": [${long('{"id": "x"},')}`)],
    [
      'events',
      (text) =>
        text.replace(
          /"events": \[[^\]]*\]/,
          `"events": [${Array.from({ length: 2500 }, (_, i) => `{"digest": "sha256:${'0'.repeat(64)}", "file": "2026-01-01-e${i}.yaml"}`).join(',')}]`,
        ),
    ],
    ['jobs', (text) => text.replace('"jobs": []', `"jobs": [${long('"x",')}"x"]`)],
    ['a long number', (text) => text.replace(/"total": "[^"]*"/, `"total": "${long('9')}"`)],
    ['a far period', (text) => text.replace(/"period": "2026-02"/, '"period": "9999-12"')],
    ['a far day', (text) => text.replace(/"asOf": "[^"]*"/, '"asOf": "9999-12-31"')],
    [
      'terms of eight thousand years of weeks',
      (text) => text.replace(/"to": "[^"]*"/, '"to": "9999-12-31"').replace('"every": "month"', '"every": "week"'),
      'terms.json',
    ],
    ['terms of a long formula', (text) => text.replace(/"formula": \{[^}]*\}/, `"formula": ${long('{"op":"+","left":')}`), 'terms.json'],
    ['evidence of a long number', (text) => text.replace(/"value": "[^"]*"/, `"value": "${long('9')}"`), 'evidence.json'],
    ['evidence that is nested', (text) => text.replace('{', `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)},`), 'evidence.json'],
  ])('%s', async (_, change, file = 'statement.json') => {
    const changed = folders.map((folder) => {
      if (folder.period !== '2026-02') return folder;
      const text = change(folder.files.get(file) ?? '');
      expect(text).not.toBe(folder.files.get(file));
      return { ...folder, files: new Map([...folder.files, [file, text]]) };
    });
    const tools = { events, ...LEDGER_ALONE, render: () => '', shape: documentShape, engine: null };
    const read = await cost(() => changed.map((folder) => readEntry(folder, documentShape)));
    const took = await cost(() => replayLedger(changed, tools));
    expect(Math.max(read, took)).toBeLessThan(MOST_MS);
    expect(replayLedger(changed, tools).issues.length).toBeGreaterThan(0);
  });
});
