import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importFiles } from '../../src/commands/run/import.js';
import { zoneOfLetters } from '../../src/intake/zone-letters.js';
import { LOCALES } from '../../src/kernel/text.js';
import { zoneNames } from '../../src/kernel/zones.js';
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
  const options = { contract: null, table: null, sheet: null, print: true, link: false, replace: [], files: [file] };
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
  for (const letters of meant) expect(['UTC', ...zoneNames()]).toContain(zoneOfLetters(letters, 'Africa/Cairo'));
  expect(zoneOfLetters('EST', 'America/Toronto')).toBe('America/Toronto');
  expect(['CST', 'IST', 'BST', 'XYZ'].map((letters) => zoneOfLetters(letters, 'Africa/Cairo'))).toEqual([null, null, null, null]);
});
