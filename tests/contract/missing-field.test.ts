import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { describe } from '../../src/words/issue.js';
import { editedFiles, GOOD_ID, goodFiles, rootPath } from './good-contract.js';

/** What is expected where a clause of one line is not there. */
function expected(clause: string): unknown {
  const files = goodFiles();
  const path = rootPath('contract.yaml');
  files.set(path, (files.get(path) ?? '').replace(new RegExp(`^${clause}: .*\\n`, 'm'), ''));
  const { issues } = loadContract(GOOD_ID, files);
  return issues.find(({ code, params }) => code === 'missing-field' && params.field === `"${clause}"`)?.params.expected;
}

test.each(['kpis: []', 'kpis:', 'kpis: {}', ''])('a contract without a KPI is told one thing: %j', (written) => {
  const files = goodFiles();
  const path = rootPath('contract.yaml');
  files.set(path, (files.get(path) ?? '').replace(/^kpis:\n(?: .*\n)+/m, written === '' ? '' : `${written}\n`));
  expect(loadContract(GOOD_ID, files).issues.map(({ code }) => code)).toEqual(['kpi-needed']);
});

test('what an event names and is not there is named, and not to be defined; an event without KPIs is no contract without them', () => {
  const found = (event: string) =>
    loadContract(GOOD_ID, editedFiles([], { 'events/2026-03-10-x.yaml': event })).issues.map((each) => [
      each.code,
      describe(each, 'en').fix,
    ]);
  const fix = 'Write a name that is there: an event is about what is agreed and settled already, and defines nothing.';
  const dispute =
    '{ kind: dispute, party: brand, period: 2026-01, line: nothing, claimed: 5, reason: x, evidence: ["https://a.example/b"] }';
  expect(found(dispute)).toEqual([['unknown-reference', fix]]);
  expect(found('{ kind: exclusion, party: brand, reason: stockout }').map(([code]) => code)).not.toContain('kpi-needed');
});

test.each([
  ['calendar', 'calendar: { every: month | quarter | week, timezone: …, lockAfterDays: …, trueUpPeriods: … }'],
  ['acceptance', 'acceptance: { days: …, silence: accepts | waits }'],
  ['disputes', 'disputes: { expert: … }'],
  ['stage', 'stage: pilot | live | ended'],
  ['currency', '@currencyCode'],
])('a clause that is missing is told as it is written: %s', (clause, form) => {
  expect(expected(clause)).toBe(form);
});
