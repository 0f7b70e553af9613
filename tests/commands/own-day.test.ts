import { expect, test } from 'vitest';
import { showCalendar } from '../../src/commands/run/calendar.js';
import { writeSite } from '../../src/commands/run/site.js';
import { showStatus } from '../../src/commands/run/status.js';
import type { Locale } from '../../src/kernel/text.js';
import type { Outcome } from '../../src/media/outcome.js';
import { type CommandPlace, contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { caseContract, caseKpi, PEOPLE } from '../small-case.js';

/*
 * The day that commands over several contracts are of: today in the contract's zone, as help says. It is 01:14 in UTC on 30 November:
 * 20:14 of the 29th in New York, 09:14 of the 30th in Shanghai.
 */

const DAYS: Readonly<Record<string, string>> = { 'America/New_York': '2026-11-29', 'Asia/Shanghai': '2026-11-30', UTC: '2026-11-30' };

const DEFINITIONS = `facts: { orders: { table: shop.orders, grain: [id], custodian: brand } }
measures: { revenue: { definition: Paid orders, of: orders, sum: amount, when: day } }
metrics: { gmv: { title: GMV, formula: revenue, unit: money, type: flow } }
`;

function place(zones: readonly string[], locale: Locale): CommandPlace {
  const texts = zones.flatMap((timezone, index): [string, string][] => [
    [
      `contracts/case-${index}/contract.yaml`,
      caseContract({ timezone, kpi: caseKpi('sales', 'gmv') }).replace(/^id: \S+/m, `id: case-${index}`),
    ],
    [`contracts/case-${index}/definitions.yaml`, DEFINITIONS],
  ]);
  const files = memoryFiles(new Map([['contracts/workspace.yaml', PEOPLE], ...texts]));
  return { ...contextFor({ root: '/nowhere', locale, format: 'pretty' }), asOf: null, today: (zone) => DAYS[zone] ?? zone, files };
}

async function said(zones: readonly string[], locale: Locale, command: (context: CommandPlace) => Promise<Outcome>): Promise<string> {
  const { output, crash } = await run(place(zones, locale), command);
  expect(crash).toBeNull();
  return output;
}

const [NEW_YORK, SHANGHAI] = ['America/New_York', 'Asia/Shanghai'];
const BOTH = {
  en: '2026-11-29, 2026-11-30 (each contract by its own zone)',
  zh: '2026-11-29、2026-11-30（各合同按自身时区）',
};

test.each<[string, (context: CommandPlace) => Promise<Outcome>, (day: string) => string, (day: string) => string]>([
  ['status', (context) => showStatus(context, null, null), (day) => `as of ${day}\n`, (day) => `截至 ${day}\n`],
  [
    'calendar',
    (context) => showCalendar(context, null),
    (day) => `from ${day} on\n`,
    (day) => `自 ${day}${day.endsWith('）') ? '' : ' '}起\n`,
  ],
])('%s is of the day in the zone of its contract, and of two days where contracts have two', async (_, command, en, zh) => {
  expect(await said([NEW_YORK], 'en', command)).toContain(en('2026-11-29'));
  expect(await said([NEW_YORK, NEW_YORK], 'zh', command)).toContain(zh('2026-11-29'));
  expect(await said([NEW_YORK, SHANGHAI], 'en', command)).toContain(en(BOTH.en));
  expect(await said([NEW_YORK, SHANGHAI], 'zh', command)).toContain(zh(BOTH.zh));
});

test('a site says on each page the day of its contract, and on the first all of them', async () => {
  const pages = new Map<string, string>();
  const out = { name: 'public', files: memoryFiles(pages) };
  const options = { contract: null, settled: true, publish: false, repository: null, out };
  await said([NEW_YORK, SHANGHAI], 'en', (context) => writeSite(context, options));
  const foot = (path: string) => /As of ([^.]*)\. Made by/.exec(pages.get(path) ?? '')?.[1];
  expect(foot('index.html')).toBe('2026-11-29, 2026-11-30 (each contract by its own zone)');
  expect([foot('case-0/index.html'), foot('case-1/index.html')]).toEqual(['2026-11-29', '2026-11-30']);
  expect(pages.get('zh/index.html')).toContain(BOTH.zh);
});
