import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { unitOfField } from '../../src/contract/unit-slips.js';
import { isObject } from '../../src/kernel/objects.js';
import { wordsOf } from '../issue-words.js';
import { editedFiles, GOOD_ID } from './good-contract.js';

/* A number with a unit: which number is offered, and where none can be. */

const FOLDER = new URL('../../schemas/', import.meta.url);
const WRITTEN = ['contract', 'definitions', 'workspace', 'stack'];
const NOTICE = 'exit: { noticeDays: 30';
const TRUE_UPS = 'trueUpPeriods: 3';

function answer(find: string, replacement: string): string {
  const { issues } = loadContract(GOOD_ID, editedFiles([['contract.yaml', find, replacement]]));
  return issues.map((each) => `${each.code}: ${wordsOf(each, 'en').fix}`).join(' / ');
}

const notice = (text: string) => answer(NOTICE, `exit: { noticeDays: ${text}`);
const trueUps = (text: string) => answer(TRUE_UPS, `trueUpPeriods: ${text}`);

test.each([
  ['30 days', 30],
  ['30天', 30],
  ['30日', 30],
  ['14 calendar days', 14],
  ['14个自然日', 14],
  ['2 weeks', 14],
  ['1周', 7],
  ['3个星期', 21],
])('%s are %i days', (text, days) => {
  expect(notice(text)).toBe(`value-slip: Write noticeDays: ${days}`);
});

test('a month has no number of days: it is asked for, and thirty are offered as what they are', () => {
  const asked = (days: number) =>
    `other-unit: Write how many calendar days are meant: a month has no fixed number of them. noticeDays: ${days}, if a month is to be thirty days.`;
  expect(notice('3 months')).toBe(asked(90));
  expect(notice('3个月')).toBe(asked(90));
  expect(notice('1 month')).toBe(asked(30));
});

test('working days are no calendar days', () => {
  const asked =
    'other-unit: Write how many calendar days are meant: how many those are depends on weekends and holidays (ten working days are two weeks, 14 days).';
  for (const text of ['10 working days', '10 business days', '10工作日', '10个工作日']) expect(notice(text)).toBe(asked);
});

test('other units have no number of days, and none is offered', () => {
  for (const text of ['1 quarter', '1年', '48 hours', '2 periods', '2期', '1.5 weeks']) {
    expect(notice(text)).toBe('other-unit: Write how many calendar days are meant.');
  }
});

test('periods are those of the calendar: its months are periods, days and weeks are none', () => {
  for (const text of ['2 periods', '2期', '2 months', '2个月']) expect(trueUps(text)).toBe('value-slip: Write trueUpPeriods: 2');
  for (const text of ['60 days', '60天', '8 weeks', '1 quarter']) {
    expect(trueUps(text)).toBe('other-unit: Write how many periods of the contract are meant.');
  }
});

test('where a field counts in no time a month or a week is no number of anything', () => {
  expect(answer('    target: 25', '    target: 3 months')).toMatch(/^wrong-form: Write a number or share/);
  expect(answer('    target: 25', '    target: 2周')).toMatch(/^wrong-form: Write a number or share/);
});

test('every whole number of days or periods in the schemas is known by its name', () => {
  const unknown: string[] = [];
  const look = (node: unknown): void => {
    if (!isObject(node)) return;
    const properties = isObject(node.properties) ? node.properties : {};
    for (const [name, field] of Object.entries(properties)) {
      const { type, description } = isObject(field) ? field : {};
      const isTime = /\b(?:days?|periods?)\b/i.test(String(description)) && !/^Digits|^Lines|^Rows|^Its values/.test(String(description));
      if (type === 'integer' && isTime && unitOfField(name) === null) unknown.push(name);
    }
    for (const each of Object.values(node)) look(each);
  };
  for (const name of WRITTEN) look(JSON.parse(readFileSync(new URL(`${name}.schema.json`, FOLDER), 'utf8')));
  expect(unknown).toEqual([]);
});
