import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { wordsOf } from '../issue-words.js';
import { editedFiles, GOOD_ID } from './good-contract.js';

function answer(zone: string): string {
  const { issues } = loadContract(GOOD_ID, editedFiles([['contract.yaml', 'Asia/Shanghai', zone]]));
  return issues.map((each) => `${each.severity} ${each.code}: ${wordsOf(each, 'en').fix}`).join(' / ');
}

test.each([
  ['EST', 'Write timezone: America/New_York (or timezone: America/Panama, if that was meant)'],
  ['est', 'Write timezone: America/New_York (or timezone: America/Panama, if that was meant)'],
  ['MST', 'Write timezone: America/Denver (or timezone: America/Phoenix, if that was meant)'],
  ['HST', 'Write timezone: Pacific/Honolulu'],
  // the sign counts westwards, and many who write it do not know that
  ['Etc/GMT-8', 'Write timezone: Asia/Shanghai (or timezone: America/Los_Angeles, if that was meant)'],
  ['Etc/GMT+8', 'Write timezone: America/Los_Angeles (or timezone: Asia/Shanghai, if that was meant)'],
  ['Etc/GMT+5', 'Write timezone: America/New_York'],
  ['Etc/GMT+12', 'Write the zone of a place, such as America/New_York.'],
])('%s is a time and no place', (zone, fix) => {
  expect(answer(zone)).toBe(`warning zone-all-year: ${fix}`);
});

test.each(['America/New_York', 'America/Phoenix', 'UTC', 'GMT', 'Etc/UTC', 'EST5EDT', 'CET', 'PRC'])('%s is one', (zone) => {
  expect(answer(zone)).toBe('');
});

test.each([
  ['America/NewYork', 'America/New_York'],
  ['america/new york', 'America/New_York'],
  ['America/New-York', 'America/New_York'],
  ['America/New_Yrok', 'America/New_York'],
  ['Asia/Shangai', 'Asia/Shanghai'],
  ['Toronto', 'America/Toronto'],
  ['PST', 'America/Los_Angeles'],
])('%s is near to one', (zone, meant) => {
  expect(answer(zone)).toBe(`error unknown-zone: Write timezone: ${meant}`);
});

test.each(['America/Boston', 'Europe/Munich', 'Asia/Mumbai'])('%s is another city than those that look like it', (zone) => {
  expect(answer(zone)).toBe('error unknown-zone: Write a zone such as Asia/Shanghai or UTC.');
});
