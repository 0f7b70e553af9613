import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { medium as html } from '../../src/media/html.js';
import { medium as markdown } from '../../src/media/markdown.js';
import { medium } from '../../src/media/terminal.js';
import { statusBlocks } from '../../src/report/status.js';
import { agendaOf } from '../../src/settlement/agenda.js';
import { filedSince } from '../../src/settlement/filed-since.js';
import { standingOf } from '../../src/settlement/standing.js';
import { type Task, tasksOf } from '../../src/settlement/tasks.js';
import { relationship, settleDays } from './relationship.js';

/*
 * Where a contract stands on a day, by hand. January is settled on 5 February (lock: 5 days): the retainer of 1,000.00 is payable, the bonus is
 * held since the brand's sales are not complete. May be disputed until 5 + 10 = 15 February, due 15 days later, on 2 March. The hold
 * is listed on 5 February, 5 March and 5 April, three times, and decided by the fourth statement: that of 5 May. Photos are due on the 3rd of each month; that of January may be claimed
 * late until 31 January + 10 = 10 February, that of February until 10 March.
 */
const { terms, events } = relationship({
  kpis: [
    {
      ...{ id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%' },
      target: { '2026-01': 10000, '2026-07': 12000 },
    },
  ],
  fees: [
    { id: 'base', kind: 'retainer', amount: 1000 },
    { id: 'reward', kind: 'bonus', by: 'gmv', pool: 500, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' },
  ],
  duties: [
    {
      ...{ id: 'photos', owes: 'brand', title: 'Photos', dueDay: 3, lateIf: 'claimed' },
      ifLate: { kpis: ['gmv'], scoreAs: '100%' },
    },
  ],
});
/** For each test anew: what runs when the file is loaded is of no test. */
const settled = () => settleDays(terms, events, [{ asOf: '2026-02-05', values: { '2026-01': { revenue: null } } }]);
const on = (asOf: string) => standingOf({ terms, events, ledger: settled(), asOf });
const told = (asOf: string) => tasksOf(on(asOf), 'workflow').map(({ on: day, by, task }) => `${day} ${by} ${task}`);

describe('a contract a month after it began', () => {
  test('stands where its files say', () => {
    expect(on('2026-02-10')).toMatchObject({
      state: 'running',
      running: { period: '2026-02', from: '2026-02-01', to: '2026-02-28', settlesOn: '2026-03-05' },
      settled: { period: '2026-01', total: '1000.00', disputableUntil: '2026-02-15', dueOn: '2026-03-02' },
      due: [],
      next: { period: '2026-02', on: '2026-03-05' },
      balance: '1000.00',
      open: [{ period: '2026-01', amount: '1000.00', dueOn: '2026-03-02', overdue: false }],
      holds: [{ period: '2026-01', line: 'reward', causes: [{ party: 'brand' }], statements: 1, decidedFrom: '2026-05-05' }],
      stale: [{ fact: 'sales', custodian: 'brand' }],
    });
  });

  test('says what is to be done by whom and by when, the earliest first', () =>
    expect(told('2026-02-10')).toEqual([
      // nobody has filed that January's or February's photos were delivered
      '2026-01-03 brand duty',
      '2026-02-03 brand duty',
      '2026-02-10 provider claim',
      '2026-02-15 both check',
      '2026-03-02 brand pay',
      '2026-03-10 provider claim',
      '2026-05-05 brand deliver',
    ]));

  test('says later what is overdue, and that nothing has been settled since', () => {
    expect(on('2026-03-20')).toMatchObject({
      due: [{ period: '2026-02', since: '2026-03-05' }],
      next: { period: '2026-03', on: '2026-04-05' },
      open: [{ overdue: true }],
      disputable: [],
    });
    expect(told('2026-03-20')).toEqual([
      '2026-03-02 brand pay',
      '2026-03-03 brand duty',
      '2026-03-05 workflow settle',
      '2026-04-10 provider claim',
      '2026-05-05 brand deliver',
    ]);
  });

  test('asks on a day before a late settlement for none that has been made since', () => {
    const late = settleDays(terms, events, [{ asOf: '2026-02-09', values: { '2026-01': { revenue: null } } }]);
    const before = { terms, events, asOf: '2026-02-07' };
    expect(standingOf({ ...before, ledger: [] })).toMatchObject({ due: [{ period: '2026-01', since: '2026-02-05' }] });
    expect(standingOf({ ...before, ledger: late })).toMatchObject({ due: [], settled: null, open: [], balance: '0.00' });
  });

  test('knows nothing on a day of what came after it', () => {
    expect(on('2026-02-04')).toMatchObject({ settled: null, open: [], holds: [], balance: '0.00' });
    expect(on('2025-12-31')).toMatchObject({ state: 'not_begun', running: null, next: null });
  });
});

test('its days: settlements, duties, the new target, the last day for notice, the end and the handover', () => {
  const input = { terms, events, ledger: settled(), asOf: '2026-02-10' };
  const days = agendaOf(input, standingOf(input), 'workflow').map(({ key, on: day }) => `${day} ${key}`);
  expect(days.filter((each) => !/settles|duty/.test(each))).toEqual([
    '2026-02-10 claim/2026-01/photos',
    '2026-02-15 check/2026-01',
    '2026-03-02 pay/2026-01',
    '2026-03-10 claim/2026-02/photos',
    expect.stringMatching(/^2026-05-05 deliver\/stale\/sales/),
    '2026-07-01 target/gmv/2026-07',
    '2026-11-30 notice',
    '2026-12-31 term-end',
    '2027-01-15 handover',
  ]);
  // eleven periods that are left of the term, and the three tails of its window: December's is settled on 5 January
  const settles = days.filter((each) => each.includes('settles'));
  expect(settles).toHaveLength(14);
  expect(settles.slice(-4)).toEqual([
    '2027-01-05 settles/2026-12',
    '2027-02-05 settles/2027-01',
    '2027-03-05 settles/2027-02',
    '2027-04-05 settles/2027-03',
  ]);
  expect(days.filter((each) => each.includes('duty')).slice(0, 4)).toEqual([
    '2026-01-03 duty/2026-01/photos',
    '2026-02-03 duty/2026-02/photos',
    '2026-03-03 duty/2026-03/photos',
    '2026-04-03 duty/2026-04/photos',
  ]);
  expect(new Set(days.map((each) => each.slice(11))).size).toBe(days.length);
});

test('what was filed since the last statement and stands on no page yet', () => {
  const since = (...filed: readonly (readonly [string, object])[]) => {
    const fees = [{ id: 'base', kind: 'retainer', amount: 1000 }];
    const known = relationship({ fees }, undefined, Object.fromEntries(filed) as Record<string, Readonly<Record<string, unknown>>>).events;
    const { paidAlone, differs } = filedSince(known, new Set(['2026-02-07-counted.yaml']), '2026-02-20', 'USD');
    return [paidAlone ?? null, (differs ?? []).map(({ period, party }) => `${period} ${party}`)];
  };
  const paid = (party: string, amount: number, reference: string) => ({ kind: 'payment', party, amount, on: '2026-02-06', reference });
  expect(since(['2026-02-08-a.yaml', paid('brand', 600, 'W1')], ['2026-02-09-b.yaml', paid('brand', 400, 'W2')])).toEqual(['1000.00', []]);
  // the provider says the same of one; what it files itself it has got; what a statement has counted stands there
  expect(since(['2026-02-08-a.yaml', paid('brand', 600, 'W1')], ['2026-02-09-b.yaml', paid('provider', 600, 'W1')])).toEqual([null, []]);
  expect(since(['2026-02-08-a.yaml', paid('provider', 600, 'W1')], ['2026-02-07-counted.yaml', paid('brand', 5, 'W0')])).toEqual([
    null,
    [],
  ]);
  const found = (result: string) => ({
    ...{ kind: 'witness', party: 'provider', period: '2026-01', evidenceDigest: `sha256:${'0'.repeat(64)}` },
    ...{ result, engine: '0.1.0' },
  });
  expect(since(['2026-02-08-w.yaml', found('different')])).toEqual([null, ['2026-01 provider']]);
  expect(since(['2026-02-08-w.yaml', found('different')], ['2026-02-09-w.yaml', found('same_money')])).toEqual([null, []]);
});

test('status says who alone has filed a payment, and who has measured something else', () => {
  const standing = {
    ...on('2026-02-10'),
    paidAlone: '1000.00',
    differs: [{ period: '2026-01', party: 'provider' as const, file: 'w.yaml' }],
  };
  const page = (locale: 'en' | 'zh') => {
    const contracts = [{ contract: 'test-relationship', terms, standing, tasks: [] }];
    const blocks = () => statusBlocks({ days: ['2026-02-10'], contracts, settleRun: null, settler: 'either' }, locale);
    return markdown.print({ document: () => null, blocks }, { locale, color: false, width: 100 });
  };
  expect(page('en')).toContain('USD 1,000.00 filed as paid by Brand alone, on no statement yet');
  expect(page('en')).toContain('Agency has measured 2026-01 and found it different');
  expect(page('zh')).toContain('USD 1,000.00 仅由 Brand 申报已付，尚未列入结算单');
});

test('the document is as its schema says', () => {
  const schema: unknown = JSON.parse(readFileSync(new URL('../../schemas/status.schema.json', import.meta.url), 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error('no schema');
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, keywords: ['description-zh'] });
  const isStatus = ajv.compile(schema);
  for (const asOf of ['2025-12-31', '2026-02-10', '2026-03-20']) {
    const standing = on(asOf);
    const contracts = [
      { contract: 'test-relationship', tasks: tasksOf(standing, 'workflow'), standing },
      { contract: 'broken', tasks: [{ task: 'mend', by: 'both', on: null, errors: 2 }], standing: null },
    ];
    expect(isStatus({ apiVersion: 'concord/v1', kind: 'Status', asOf, contracts, settleRun: null }), JSON.stringify(isStatus.errors)).toBe(
      true,
    );
  }
});

test('periods that are all due are one line of the page, however many, and the first of what is late', () => {
  const standing = on('2026-07-20');
  expect(standing.due.map(({ period }) => period)).toEqual(['2026-02', '2026-03', '2026-04', '2026-05', '2026-06']);
  const contracts = [{ contract: 'acme', terms, standing, tasks: tasksOf(standing, 'workflow') }];
  const page = JSON.stringify(statusBlocks({ days: ['2026-07-20'], contracts, settleRun: null, settler: 'workflow' }, 'en'));
  expect(page.match(/settle 2026-\d\d[^"]*/g)).toEqual(['settle 2026-02 to 2026-06, 5 periods']);
  expect(JSON.stringify(statusBlocks({ days: ['2026-07-20'], contracts, settleRun: null, settler: 'workflow' }, 'zh'))).toContain(
    '结算 2026-02 至 2026-06，共 5 期',
  );
});

test.each(['en', 'zh'] as const)('what is to be done has most of the width, whatever else there is to say: %s', (locale) => {
  const standing = on('2026-07-20');
  const overdue = standing.open.filter((each) => each.overdue);
  expect(overdue.length).toBeGreaterThan(0);
  const contracts = [{ contract: 'acme-linkstar-us', terms, standing, tasks: tasksOf(standing, 'workflow') }];
  const report = {
    document: () => null,
    blocks: () => statusBlocks({ days: ['2026-07-20'], contracts, settleRun: null, settler: 'workflow' }, locale),
  };
  const lines = medium.print(report, { locale, color: false, width: 100 }).split('\n');
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(100);
  // The title and its rule, the columns on one line and theirs, then the contract on two at the most.
  expect(lines[2]).toContain(locale === 'en' ? 'Next: by when, who, what  ' : '下一步：期限、责任方、事项  ');
  const below = lines.findIndex((line) => line.startsWith(locale === 'en' ? '  To be dealt with: overdue ' : '  待处理：逾期 '));
  expect(below).toBeLessThanOrEqual(6);
  expect(below).toBeGreaterThan(3);
});

/*
 * Five statements to check and two payments that are due after them, 9 tasks with a settlement and a refund. Among other contracts 7 lines
 * are told: the settlement and the three about money stand, so that three of the five checks do and two are left. Alone all are told.
 */
test.each(['en', 'zh'] as const)('of many tasks those about money stand, and how many are left out is said: %s', (locale) => {
  const standing = on('2026-02-10');
  const tasks: Task[] = [
    { task: 'repay', by: 'provider', on: null, amount: '3.00', period: null, overdue: false },
    { task: 'settle', by: 'either', on: '2026-02-05', period: '2026-07', since: '2026-02-05', overdue: true },
    ...['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'].map(
      (period): Task => ({ task: 'check', by: 'both', on: '2026-02-15', period }),
    ),
    { task: 'pay', by: 'brand', on: '2026-03-02', amount: '10.00', period: '2026-01', overdue: false },
    { task: 'pay', by: 'brand', on: '2026-03-02', amount: '20.00', period: '2026-02', overdue: false },
  ];
  const many = { contract: 'acme', terms, standing, tasks };
  const page = (contracts: readonly (typeof many)[], print = medium) => {
    const blocks = () => statusBlocks({ days: ['2026-02-10' as const], contracts, settleRun: null, settler: 'either' as const }, locale);
    return print.print({ document: () => null, blocks }, { locale, color: false, width: 200 });
  };
  const check = locale === 'en' ? /check the statement/g : /结算单；逾期/g;
  const more = locale === 'en' ? '2 more: `concord status acme`' : '另有 2 项：`concord status acme`';
  const among = page([many, { ...many, contract: 'other', tasks: [] }]);
  expect(among.match(check)).toHaveLength(3);
  for (const told of ['USD 3.00', 'USD 10.00', 'USD 20.00', more]) expect(among).toContain(told);
  const alone = page([many]);
  expect(alone.match(check)).toHaveLength(5);
  expect(alone).not.toContain(locale === 'en' ? 'more:' : '另有');
  const pages = [markdown, html].map((each) => page([many, { ...many, contract: 'other', tasks: [] }], each));
  for (const each of pages) expect(each).toContain(locale === 'en' ? '2 more' : '另有 2 项');
});

test('where no workflow settles, none is named: either party does, and how is said', () => {
  const standing = on('2026-03-20');
  const tasks = tasksOf(standing, 'either');
  const contracts = [{ contract: 'acme', terms, standing, tasks }];
  const page = (locale: 'en' | 'zh') =>
    JSON.stringify(statusBlocks({ days: ['2026-03-20'], contracts, settleRun: null, settler: 'either' }, locale));
  expect(page('en')).toContain('2026-03-05, overdue, either party: settle 2026-02: run `concord settle`');
  expect(page('en')).not.toContain('the workflow settle');
  expect(page('zh')).toContain('任一方：结算 2026-02：请运行 `concord settle`');
  expect(page('zh')).not.toContain('工作流 settle');
  const settles = agendaOf({ terms, events, ledger: settled(), asOf: '2026-03-20' }, standing, 'either').flatMap(({ what }) =>
    'day' in what && what.day === 'settles' ? [what.by] : [],
  );
  expect(new Set(settles)).toEqual(new Set(['either']));
});

test('a statement of which nothing can be disputed is not to be checked', () => {
  // The term is January; its tail of February has a tax of nothing, as every statement has, and no other line.
  const fees = [
    { id: 'base', kind: 'retainer', amount: 1000 },
    { id: 'vat', kind: 'tax', rate: '6%', label: 'VAT' },
  ];
  const over = relationship({ term: { from: '2026-01-01', to: '2026-01-31' }, fees });
  const ledger = settleDays(over.terms, over.events, [
    { asOf: '2026-02-05', values: {} },
    { asOf: '2026-03-05', values: {} },
  ]);
  expect(ledger.map(({ statement }) => statement.lines.map(({ id }) => id))).toEqual([['base', 'vat'], ['vat']]);
  const disputable = (asOf: string) => standingOf({ ...over, ledger, asOf }).disputable;
  expect(disputable('2026-02-15')).toEqual([{ period: '2026-01', until: '2026-02-15' }]);
  expect(disputable('2026-03-10')).toEqual([]);
});
