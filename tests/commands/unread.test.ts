import { describe, expect, test } from 'vitest';
import { showCalendar } from '../../src/commands/run/calendar.js';
import { tellToday } from '../../src/commands/run/notify.js';
import { showWeekly } from '../../src/commands/run/notify-weekly.js';
import type { Locale } from '../../src/kernel/text.js';
import type { Outcome } from '../../src/media/outcome.js';
import { deliveredBlocks } from '../../src/report/delivered.js';
import { type CommandPlace, contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { caseContract, caseKpi, PEOPLE } from '../small-case.js';

/* Of a contract that cannot be read nothing is known: no page says that there is nothing, and each says which it is. */

const DEFINITIONS = `facts: { orders: { table: shop.orders, grain: [id], custodian: brand } }
measures: { revenue: { definition: Paid orders, of: orders, sum: amount, when: day } }
metrics: { gmv: { title: GMV, formula: revenue, unit: money, type: flow } }
`;
const contract = (id: string) => caseContract({ timezone: 'UTC', kpi: caseKpi('sales', 'gmv') }).replace(/^id: \S+/m, `id: ${id}`);
const broken = contract('case-1').replace(/^currency: \S+/m, 'currency: XX');

/** @param whole whether the first contract can be read */
function place(locale: Locale, whole: boolean): CommandPlace {
  const texts: [string, string][] = [
    ['case-0', whole ? contract('case-0') : broken.replace('case-1', 'case-0')] as const,
    ['case-1', broken] as const,
  ].flatMap(([id, text]): [string, string][] => [
    [`contracts/${id}/contract.yaml`, text],
    [`contracts/${id}/definitions.yaml`, DEFINITIONS],
  ]);
  const files = memoryFiles(new Map([['contracts/workspace.yaml', PEOPLE], ...texts]));
  return { ...contextFor({ root: '/nowhere', locale, format: 'pretty', asOf: '2020-01-01' }), files };
}

const UNREAD = {
  en: (id: string) => `${id} cannot be read, so that nothing is said of it: \`concord check ${id}\` lists 1 error to mend`,
  zh: (id: string) => `合同 ${id} 无法读取，因此未列其事项：须先修正 1 处错误，运行 \`concord check ${id}\` 可查看`,
};
const NOTHING = { en: /Nothing to tell|No day lies ahead/, zh: /没有须告知的事项|暂无待到日期/ };

const commands: [string, (context: CommandPlace) => Promise<Outcome>][] = [
  ['notify', (context) => tellToday(context, { contract: null, for: null })],
  ['notify --weekly', (context) => showWeekly(context, { contract: null, for: null })],
  ['calendar', (context) => showCalendar(context, null)],
];

describe.each(commands)('%s', (_, command) => {
  test.each(['en', 'zh'] as const)('names what it could not read, and never says that there is nothing (%s)', async (locale) => {
    const said = async (whole: boolean) => {
      const { output, exitCode } = await run(place(locale, whole), command);
      expect(exitCode).toBe(1);
      return output.replaceAll(/\s+/g, locale === 'en' ? ' ' : '');
    };
    const told = (id: string) => UNREAD[locale](id).replaceAll(/\s+/g, locale === 'en' ? ' ' : '');
    const [one, both] = [await said(true), await said(false)];
    expect(one).toContain(told('case-1'));
    expect(one).not.toContain(told('case-0'));
    for (const id of ['case-0', 'case-1']) expect(both).toContain(told(id));
    for (const output of [one, both]) expect(output).not.toMatch(NOTHING[locale]);
  });
});

test('what is sent says so, too', () => {
  const blocks = deliveredBlocks([], { asOf: '2020-01-01', isAsked: true, unread: [{ contract: 'case-1', errors: 1 }] }, 'en');
  expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text.map(({ text }) => text).join('') : block.kind))).toEqual([
    UNREAD.en('case-1'),
  ]);
});
