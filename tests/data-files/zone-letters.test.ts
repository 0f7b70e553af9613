import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importFiles } from '../../src/commands/run/import.js';
import { timesOf } from '../../src/intake/times.js';
import { LOCALES } from '../../src/kernel/text.js';
import { endingsOf, zoneEnding, zoneOfLetters } from '../../src/kernel/zone-letters.js';
import { offsetAt, zoneNamed, zoneNames } from '../../src/kernel/zones.js';
import { localExports } from '../../src/shell/duckdb/exports.js';
import { contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';

/* Times of which an export says the zone in letters: read by it where it is one, and said to be unsure where it may be several. */
const folder = mkdtempSync(join(tmpdir(), 'concord-letters-'));
afterAll(() => rmSync(folder, { recursive: true }));

const WORKSPACE = (zone: string) => `people: { alice: { name: Alice, github: 1 }, bob: { name: Bob, github: 2 } }
governance: { brand: [alice], provider: [bob] }
defaults: { timezone: ${zone} }
`;

/** What is said of the zone in both languages, and the zone that is proposed. */
async function zoneOf(letters: string, own: string): Promise<readonly string[]> {
  const file = join(folder, 'x.csv');
  writeFileSync(file, `id,paid,amount\n1,2026/01/04 01:05${letters},10.50\n2,2026/01/31 23:59${letters},20.25\n`);
  const files = memoryFiles(new Map([['contracts/workspace.yaml', WORKSPACE(own)]]));
  const options = { contract: null, table: null, sheet: null, print: true, link: false, replace: [], fewer: false, files: [file] };
  const said: string[] = [];
  for (const locale of LOCALES) {
    const context = { ...contextFor({ root: '/nowhere', asOf: '2026-02-10', locale, format: 'pretty' }), files };
    const { output, crash } = await run(context, (given) => importFiles(given, localExports('/nowhere'), options));
    expect(crash).toBeNull();
    said.push(/^ *((?:Times (?:say|are)|时间(?:标有|不带)).*)$/m.exec(output)?.[1] ?? '', /zone: (\S+)/.exec(output)?.[1] ?? '');
  }
  return said;
}

test('letters of one zone are read by it, whatever the zone of the contract', async () => {
  expect(await zoneOf(' PST', 'America/New_York')).toEqual([
    'Times say PST, which is taken for America/Los_Angeles: write the zone that the platform means, where it is another one.',
    'America/Los_Angeles',
    '时间标有 PST，按 America/Los_Angeles 读取；如平台所指为其他时区，请改写。',
    'America/Los_Angeles',
  ]);
});

test('of several the zone of the contract counts where it is one of them', async () => {
  const [en, zone] = await zoneOf(' CST', 'Asia/Shanghai');
  expect(en).toBe('Times say CST, which is taken for Asia/Shanghai: write the zone that the platform means, where it is another one.');
  expect(zone).toBe('Asia/Shanghai');
  expect(await zoneOf(' CST', 'America/New_York')).toEqual([
    'Times say CST, which does not name one zone: America/New_York stands there and may be hours off. Write the zone that the platform means.',
    'America/New_York',
    '时间标有 CST，但无法据此确定时区；暂写为 America/New_York，可能相差数小时，请写明平台所用时区。',
    'America/New_York',
  ]);
});

test('without letters nothing is known', async () => {
  const [en, zone] = await zoneOf('', 'America/New_York');
  expect(en).toBe('Times are without a zone; America/New_York stands there until you write the zone in which the platform shows them.');
  expect(zone).toBe('America/New_York');
});

test('letters are read in either case and mean zones that there are', () => {
  const meant = ['utc', 'GMT', 'PDT', 'MST', 'MDT', 'CDT', 'EST', 'EDT', 'CET', 'CEST', 'JST', 'KST', 'HKT', 'SGT', 'WIB', 'AEST', 'AEDT'];
  for (const letters of meant) expect(['UTC', ...zoneNames()]).toContain(zoneOfLetters([letters], 'Africa/Cairo'));
  expect(zoneOfLetters(['EST'], 'America/Toronto')).toBe('America/Toronto');
  expect(['CST', 'IST', 'BST', 'XYZ'].map((letters) => zoneOfLetters([letters], 'Africa/Cairo'))).toEqual([null, null, null, null]);
});

/** What is proposed for a column of times, and the zone of its measure. */
async function draftFor(times: readonly string[], own = 'America/New_York') {
  const file = join(folder, 'y.csv');
  writeFileSync(file, `id,paid,amount\n${times.map((time, index) => `A${index},"${time}",1${index}.50\n`).join('')}`);
  const files = memoryFiles(new Map([['contracts/workspace.yaml', WORKSPACE(own)]]));
  const options = { contract: null, table: null, sheet: null, print: true, link: false, replace: [], fewer: false, files: [file] };
  const context = { ...contextFor({ root: '/nowhere', asOf: '2026-02-10', locale: 'en', format: 'pretty' }), files };
  const { output, errors = '' } = await run(context, (given) => importFiles(given, localExports('/nowhere'), options));
  return [/paid: (\{.*\}|paid)/.exec(output)?.[1] ?? errors.split('\n')[1], /zone: (\S+)/.exec(output)?.[1] ?? null];
}

test.each<[readonly string[], string, string]>([
  // the clocks of Los Angeles change on 8 March 2026
  [['2026-03-07 10:00:00 PST', '2026-03-08 23:30:00 PDT'], '{ header: paid, strip: [ PST, PDT ] }', 'America/Los_Angeles'],
  [['2026-03-07 10:00:00 PST'], '{ header: paid, strip: [ PST, PDT ] }', 'America/Los_Angeles'],
  [['2026-07-07T10:00 PDT'], '{ header: paid, strip: [ PST, PDT ] }', 'America/Los_Angeles'],
  [
    ['Mar 7, 2026 1:00:00 PM PST', 'Mar 9, 2026 1:00:00 PM PDT'],
    '{ header: paid, time: "%b %d, %Y %I:%M:%S %p", strip: [ PST, PDT ] }',
    'America/Los_Angeles',
  ],
  [
    ['28.03.2026 10:00:00 CET', '30.03.2026 10:00:00 CEST'],
    '{ header: paid, time: "%d.%m.%Y %H:%M:%S", strip: [ CET, CEST ] }',
    'Europe/Berlin',
  ],
  [['2026-03-01 10:00:00 CST', '2026-03-10 10:00:00 CDT'], '{ header: paid, strip: [ CST, CDT ] }', 'America/Chicago'],
  [['2026-03-01 10:00:00 CST', '2026-03-10 10:00:00 CST'], '{ header: paid, strip: CST }', 'America/New_York'],
  [['2026-03-01 10:00:00 GMT', '2026-04-01 10:00:00 BST'], '{ header: paid, strip: [ GMT, BST ] }', 'Europe/London'],
  [['2026-03-01 10:00:00 GMT'], '{ header: paid, strip: GMT }', 'UTC'],
  [['2026-03-01 10:00:00 (GMT+8)', '2026-03-31 23:30:00 (GMT+8)'], '{ header: paid, strip: (GMT+8) }', 'Asia/Shanghai'],
  [['2026-03-01 10:00:00(UTC+08:00)'], '{ header: paid, strip: (UTC+08:00) }', 'Asia/Shanghai'],
  [['2026-03-01 10:00:00 GMT+5:30'], '{ header: paid, strip: GMT+5:30 }', 'Asia/Kolkata'],
])('%j is taken off by strip', async (times, column, zone) => {
  expect(await draftFor(times)).toEqual([column, zone]);
});

test('letters of several zones, or of some rows alone, are no way of writing times', () => {
  for (const times of [
    ['2026-03-01 10:00:00 PST', '2026-03-01 10:00:00 CET'],
    ['2026-03-01 10:00:00 PST', '2026-03-01 10:00:00'],
    ['2026-03-01 PST'],
  ]) {
    expect(timesOf(times)).toBeNull();
  }
  expect(['1:00 PM', '2026-01-31', '10:00'].map(zoneEnding)).toEqual([null, null, null]);
  expect(endingsOf(['(PST)'])).toEqual(['(PST)', '(PDT)']);
});

test('a distance from Greenwich is a zone that is always so far from it, the contract’s own before others', () => {
  for (let hours = -12; hours <= 14; hours += 1) {
    const name = zoneOfLetters([`GMT${hours < 0 ? '' : '+'}${hours}`], 'Europe/Berlin');
    const zone = zoneNamed(name ?? '');
    for (const day of ['2026-01-15', '2026-07-15']) {
      expect([hours, zone === null ? null : offsetAt(zone, Date.parse(day) / 1000)]).toEqual([hours, hours * 3600]);
    }
  }
  expect(zoneOfLetters(['GMT+8'], 'Asia/Singapore')).toBe('Asia/Singapore');
  // half of the year an hour further
  expect(zoneOfLetters(['UTC+1'], 'Europe/Berlin')).toBe('Etc/GMT-1');
  expect(zoneOfLetters(['UTC+9:17'], 'Europe/Berlin')).toBeNull();
});
