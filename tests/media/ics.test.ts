import { expect, test } from 'vitest';
import { inNoFile } from '../../src/kernel/issue.js';
import { medium } from '../../src/media/ics.js';
import { print } from '../../src/media/print.js';
import type { Calendar } from '../../src/report/calendar.js';
import { failed } from '../../src/running/issue-output.js';
import { issue } from '../../src/words/issue.js';

const printed = (calendar: Calendar) =>
  medium.print({ document: () => null, blocks: () => [], calendar: () => calendar }, { locale: 'en', color: false, width: 80 });
const entry = (summary: string): Calendar => ({
  name: 'x',
  asOf: '2026-02-10',
  entries: [{ uid: 'a/pay/2026-01@concord', on: '2026-02-28', summary, description: 'Who: Brand\na', remindDays: 3 }],
});

test('a day is a whole day with a reminder; a later calendar has the later version', () => {
  const lines = printed(entry('Pay 1,000; now \\ later')).split('\r\n');
  expect(lines.slice(6, 21)).toEqual([
    'BEGIN:VEVENT',
    'UID:a/pay/2026-01@concord',
    'DTSTAMP:20260210T000000Z',
    'SEQUENCE:2232', // 2,192 days of 2020 to 2025, two leap days in them, 31 of January and 9 of February
    'DTSTART;VALUE=DATE:20260228',
    'DTEND;VALUE=DATE:20260301',
    'SUMMARY:Pay 1\\,000\\; now \\\\ later',
    'DESCRIPTION:Who: Brand\\na',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'DESCRIPTION:Pay 1\\,000\\; now \\\\ later',
    'TRIGGER:-P3D',
    'END:VALARM',
    'END:VEVENT',
  ]);
});

test('no line is longer than 75 octets, none is cut within a character, none is added by a text', () => {
  const title = '结算单'.repeat(30) + 'é'.repeat(60) + '😀'.repeat(40);
  const text = printed(entry(`${title}\r\nBEGIN:VEVENT`));
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
});

test('what is wrong is told beside, since a calendar has no place for it', async () => {
  const outcome = failed([issue('unknown-contract', inNoFile('contract'), { found: 'tea', expected: ['acme'] })], new Map(), 2);
  const { output, errors, exitCode } = await print(outcome, { format: 'ics', locale: 'en', color: false, width: 80 });
  expect([output, exitCode]).toEqual(['', 2]);
  expect(errors).toContain('There is no contract "tea".');
});
