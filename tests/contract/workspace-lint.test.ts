import { expect, test } from 'vitest';
import { loadWorkspace } from '../../src/contract/load-workspace.js';
import { WORKSPACE_FILE } from '../../src/contract/paths.js';
import { wordsOf } from '../issue-words.js';

const loaded = (lint: string) => loadWorkspace(new Map([[WORKSPACE_FILE, `lint: ${lint}\n`]]));

test('a rule that there is gets another severity', () => {
  expect(loaded('{ single-kpi: info, no-exit: error }').workspace?.lint).toEqual({ 'single-kpi': 'info', 'no-exit': 'error' });
});

test('the zone of new contracts is held against the same rule as that of a contract, and stops nothing', () => {
  const of = (zone: string) => loadWorkspace(new Map([[WORKSPACE_FILE, `defaults: { timezone: ${zone} }\n`]]));
  const found = (zone: string) => of(zone).issues.map(({ code, severity, at, params }) => [code, severity, at.line, params.corrected]);
  expect(found('Asia/Shanghai')).toEqual([]);
  expect(found('Etc/GMT+8')).toEqual([['zone-all-year', 'warning', 1, 'timezone: America/Los_Angeles']]);
  expect(found('GMT+8')).toEqual([['unknown-zone', 'warning', 1, 'timezone: Asia/Shanghai']]);
  expect(of('GMT+8').workspace?.defaults.timezone).toBe('GMT+8');
});

test('a rule that there is not is refused, with the one that was meant', () => {
  const { workspace, issues } = loaded('{ single-kpis: off, constructor: info }');
  expect(workspace).toBeNull();
  expect(issues.map(({ code, at, params }) => [code, at.column, params.id, params.suggestion])).toEqual([
    ['unknown-reference', 9, '"single-kpis"', '"single-kpi"'],
    ['unknown-reference', 27, '"constructor"', undefined],
  ]);
  expect(issues.map((each) => wordsOf(each, 'en').text)[0]).toBe('There is no rule of the lint "single-kpis". Did you mean "single-kpi"?');
  expect(issues.map((each) => wordsOf(each, 'zh').text)[0]).toContain('检查规则 "single-kpis" 不存在。');
});
