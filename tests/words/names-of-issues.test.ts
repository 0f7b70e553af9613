import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fill } from '../../src/kernel/text.js';
import { unprovedLine } from '../../src/report/verify.js';
import { describe } from '../../src/words/issue.js';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));

test('several items are a list of the language, and what people have typed stays as it is', () => {
  const unfounded = { code: 'no-baseline', params: { kpis: ['roas', 'cac'] } } as const;
  expect(describe(unfounded, 'en').text).toContain('roas, cac');
  expect(describe(unfounded, 'zh').text).toContain('roas、cac 的目标');
  const missing = { code: 'unknown-contract', params: { found: 'acme, uk', expected: ['acme-uk', 'acme-us'] } } as const;
  expect(describe(missing, 'zh')).toEqual({ text: '没有合同“acme, uk”。', fix: '可用的合同：acme-uk、acme-us。' });
  const near = { code: 'unknown-reference', params: { kind: 'kpi', id: '"x"', known: ['"a"', '"b"'] } } as const;
  expect(describe(near, 'zh').text).toMatch(/可用的有："a"、"b"。$/);
  expect(describe(near, 'en').text).toMatch(/Known here: "a", "b"\.$/);
});

test('an item of a list may be a phrase', () => {
  const params = { field: '"fees"', place: ['@place.top', 'workspace.yaml'] };
  const said = describe({ code: 'field-elsewhere', params }, 'zh').text;
  expect(said).not.toContain('@');
  expect(said).toContain('、workspace.yaml');
  expect(fill({ en: 'of {names}', zh: '{names} 中' }, 'zh', { names: ['甲', '乙'] })).toBe('甲、乙中');
});

/**
 * Where a list is joined by commas in every language: texts for programs (SQL, YAML, code, files that are written in English), and what a
 * digest holds. Whatever people read is given as a list, which `fill` says as its language does, or joined by `listSeparator`.
 */
const FOR_PROGRAMS = [
  'attainment/composite.ts',
  'attainment/told-together.ts',
  'commands/command-line.ts',
  'commands/run/demo.ts',
  'commands/run/import-other-way.ts',
  'contract/event-kinds/review.ts',
  'contract/field-form.ts',
  'contract/flow-text.ts',
  'contract/metric-tree.ts',
  'drafting/answers.ts',
  'drafting/contract-text.ts',
  'drafting/definitions-text.ts',
  'drafting/questions.ts',
  'drafting/read-answer.ts',
  'forms/set-baseline.ts',
  'gate/codeowners.ts',
  'ports/failure.ts',
  'provision/spec.ts',
  'query/',
  'report/check-sections.ts',
  'report/paid-scores.ts',
  'report/written-filter.ts',
  'repository/repository.ts',
  'running/import-place.ts',
  'sample/templates.ts',
  'settlement/corrections.ts',
  'settlement/evidence-faults.ts',
  'settlement/fees/',
  'shell/bigquery/sources.ts',
  'shell/duckdb/declared-values.ts',
  'shell/duckdb/sources.ts',
  'shell/duckdb/stage.ts',
  'shell/duckdb/tables.ts',
  'shell/duckdb/typed-reading.ts',
  'shell/duckdb/value-fault.ts',
  'term-sheet/proved.ts',
];

test('no list that people read is joined before its language is known', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.ts$/.test(path) && !/^generated/.test(path),
  );
  const joined = files.filter((path) => readFileSync(`${SOURCES}${path}`, 'utf8').includes("join(', ')"));
  expect(joined.filter((path) => !FOR_PROGRAMS.some((each) => path.startsWith(each)))).toEqual([]);
  expect(FOR_PROGRAMS.filter((each) => !joined.some((path) => path.startsWith(each)))).toEqual([]);
});

test('accounts that approved are a list of the language where verify says what it cannot prove', () => {
  const agreement = { what: 'agreement', periods: ['2026-01'], params: { pullRequest: 7, accounts: ['1', '2'] } } as const;
  expect(unprovedLine(agreement, 'en')).toContain('1, 2');
  expect(unprovedLine(agreement, 'zh')).toContain('1、2');
});
