import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { showCalendar } from '../../src/commands/run/calendar.js';
import { tellToday } from '../../src/commands/run/notify.js';
import { showWeekly } from '../../src/commands/run/notify-weekly.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { writeSite } from '../../src/commands/run/site.js';
import { showStatus } from '../../src/commands/run/status.js';
import type { Locale } from '../../src/kernel/text.js';
import type { Outcome } from '../../src/media/outcome.js';
import { deliveredBlocks } from '../../src/report/delivered.js';
import { type CommandPlace, contextFor, run } from '../in-process.js';
import { golden } from '../media/golden-texts.js';
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
const NOTHING = { en: /Nothing to tell|No day lies ahead/, zh: /没有须告知的事项|此后没有待办日期/ };

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
  const blocks = deliveredBlocks(
    [],
    { asOf: '2020-01-01', isAsked: true, unread: [{ contract: 'case-1', errors: 1, settled: false }] },
    'en',
  );
  expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text.map(({ text }) => text).join('') : block.kind))).toEqual([
    UNREAD.en('case-1'),
  ]);
});

describe('what is settled of it is told all the same', () => {
  // January comes to 1,100.00 on 5 February: disputable until the 15th, due 20 days later. 600.00 are paid on the 12th.
  const { id, folder } = golden('dispute-three-ends');
  const data = fileURLToPath(new URL('data', folder));
  const paid = 'kind: payment\nparty: brand\namount: 600\non: 2026-02-12\nreference: first\n';

  async function spoilt(spoil: (texts: Map<string, string>) => void) {
    const { texts } = golden('dispute-three-ends');
    const at = (asOf: string, locale: Locale = 'en'): CommandPlace => {
      return { ...contextFor({ root: '/nowhere', data, asOf, locale, format: 'pretty' }), files: memoryFiles(texts) };
    };
    const path = `contracts/${id}/contract.yaml`;
    texts.set(path, `${texts.get(path)}payment: { dueDays: 20 }\n`);
    await run(at('2026-02-05'), (context) => settleDue(context, { contract: null, period: null, preview: false }));
    texts.set(`contracts/${id}/events/2026-02-12-first.yaml`, paid);
    spoil(texts);
    const said = async (asOf: string, command: (context: CommandPlace) => Promise<Outcome>) => {
      const { output, exitCode } = await run(at(asOf), command);
      expect(exitCode).toBe(1);
      return output.replaceAll(/\s+/g, ' ');
    };
    return { texts, at, said };
  }

  const typo = (texts: Map<string, string>) => {
    const path = `contracts/${id}/contract.yaml`;
    texts.set(path, `${texts.get(path)}foo: [1, 2\n`);
  };
  const ONLY = `${id} cannot be read, so that only what its statements have fixed is told: \`concord check ${id}\` lists 1 error to mend`;

  test('by calendar, notify and status', async () => {
    const { said } = await spoilt(typo);
    const calendar = await said('2026-02-13', (context) => showCalendar(context, null));
    expect(calendar).toContain(ONLY);
    expect(calendar).toContain('2026-02-15 both parties check the statement of 2026-01');
    expect(calendar).toContain('2026-03-07 Harbour Tea pay USD 500.00 for 2026-01');
    // The days of the terms are told by terms that can be read: by those of before they may be wrong.
    expect(calendar).not.toMatch(/can be settled|the term ends/);
    const tell = (context: CommandPlace) => tellToday(context, { contract: null, for: null });
    expect(await said('2026-02-14', tell)).toContain('Tomorrow, 2026-02-15, both parties: check the statement of 2026-01');
    expect(await said('2026-03-04', tell)).toContain('In 3 days, 2026-03-07, Harbour Tea: pay USD 500.00 for 2026-01');
    const status = await said('2026-03-08', (context) => showStatus(context, null, null));
    expect(status).toContain('mend 1 error');
    expect(status).toContain('2026-03-07, overdue, Harbour Tea: pay USD 500.00 for 2026-01');
    expect(status).not.toContain('settle 2026-02');
    // The week's note needs data, and says that it has nothing.
    expect(await said('2026-02-14', (context) => showWeekly(context, { contract: null, for: null }))).toContain(UNREAD.en(id));
  });

  test('by its pages, which lead to the statement', async () => {
    const { at } = await spoilt(typo);
    const into = new Map<string, string>();
    const out = { name: 'public', files: memoryFiles(into) };
    const options = { contract: null, settled: false, publish: false, repository: null, out };
    expect((await run(at('2026-02-14'), (context) => writeSite(context, options))).exitCode).toBe(1);
    const shown = (path: string) => (into.get(path) ?? '').replace(/<style>.*?<\/style>/s, '').replaceAll(/<[^>]*>/g, '');
    const page = shown(`${id}/index.html`);
    expect(page).toContain('The contract has errors, so nothing is measured or settled until they are mended.');
    expect(page).toContain('2026-03-07, Harbour Tea: pay USD 500.00 for 2026-01');
    expect(page).not.toMatch(/Nothing has been settled yet|not measured on this page|tails follow/);
    expect(into.get(`${id}/index.html`)).toContain('<a href="2026-01.html">2026-01</a>');
    expect(shown(`${id}/2026-01.html`)).toContain('USD 500.00 is still to pay');
    expect(shown('index.html')).toMatch(/has errors.*USD 500\.00/);
    expect(shown(`zh/${id}/index.html`)).toContain('合同有错误，更正之前不取数也不结算。');
  });

  const counted = `contracts/${id}/events/2026-02-01-first.yaml`;
  const early = paid.replace('2026-02-12', '2026-02-01');
  test.each<[string, (texts: Map<string, string>) => void]>([
    ['an event that a statement counted is another now', (texts) => texts.set(counted, early.replace('600', '60'))],
    ['an event that a statement counted cannot be read', (texts) => texts.set(counted, 'kind: [')],
    ['its ledger has a fault', (texts) => texts.set(`contracts/${id}/ledger/2026-01/statement.json`, '{}')],
  ])('and nothing where %s', async (_, spoil) => {
    const { texts } = golden('dispute-three-ends');
    const place = (asOf: string): CommandPlace => {
      return { ...contextFor({ root: '/nowhere', data, asOf, format: 'pretty' }), files: memoryFiles(texts) };
    };
    texts.set(counted, early);
    await run(place('2026-02-05'), (context) => settleDue(context, { contract: null, period: null, preview: false }));
    typo(texts);
    const calendar = async () => (await run(place('2026-02-14'), (context) => showCalendar(context, null))).output.replaceAll(/\s+/g, ' ');
    expect(await calendar()).toContain(ONLY);
    spoil(texts);
    expect(await calendar()).toContain(`${id} cannot be read, so that nothing is said of it`);
  });
});
