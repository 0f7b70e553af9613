import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { showCalendar } from '../../src/commands/run/calendar.js';
import { writeEvent } from '../../src/commands/run/event.js';
import { settleDue } from '../../src/commands/run/settle.js';
import { showStatus } from '../../src/commands/run/status.js';
import { addDays } from '../../src/kernel/calendar.js';
import { contextFor, printed } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { once } from '../once.js';

/*
 * Whatever has a last day is told with it, and on it what is told can still be done: `concord event` takes it without a warning, and on the
 * day after it does not, or says that it changes nothing.
 *
 * By hand: January is settled on 5 February, and may be disputed for 10 days, until the 15th. A dispute of 6 February has 30 days and lapses
 * on 8 March, so that the 7th is its last; one that is escalated has them twice, lapses on 7 April, and the 6th is its last. A request of 9
 * February has 10 days for its answer, until the 19th. Milestones are due on 20 February. Duties are due on the 10th of a month; that of
 * February may be claimed to have been late until 10 days after the month, 10 March. The term ends on 31 March with 30 days of notice: given on
 * 28 February it ends on 30 March, given on 1 March on the day on which it ends anyway.
 */
const GOLDEN = new URL('../golden/payments-and-corrections/contracts/tea-account/', import.meta.url);
const FOLDER = 'contracts/tea-account';
const data = fileURLToPath(new URL('../../data/', GOLDEN));
const CLAUSES = `duties:
  - { id: photos, owes: brand, title: Photos, dueDay: 10, lateIf: claimed, ifLate: { kpis: [sales], scoreAs: 100% } }
exit: { noticeDays: 30, handoverDays: 15, checklist: [data_export] }
fees:
  - { id: launch, kind: milestone, amount: 500, due: 2026-02-20 }
  - { id: second, kind: milestone, amount: 500, due: 2026-02-20 }
`;

type Texts = Map<string, string>;
const contextOf = (texts: Texts, asOf: string) => ({ ...contextFor({ root: '/nowhere', asOf, data }), files: memoryFiles(texts) });

const settled = once(async (): Promise<Texts> => {
  const texts = new Map(
    ['contract.yaml', 'definitions.yaml'].map((name) => [`${FOLDER}/${name}`, readFileSync(new URL(name, GOLDEN), 'utf8')]),
  );
  texts.set(`${FOLDER}/contract.yaml`, (texts.get(`${FOLDER}/contract.yaml`) ?? '').replace('fees:\n', CLAUSES));
  await settleDue(contextOf(texts, '2026-02-05'), { contract: null, period: null, preview: false });
  return texts;
});

const dispute = 'kind: dispute\nparty: brand\nperiod: 2026-01\nline: base\nclaimed: 900\nevidence: [mail]\nreason: late\n';
const escalated = 'kind: escalation\nparty: brand\nanswers: 2026-02-06-no.yaml\n';
const request = 'kind: acceptance_request\nparty: provider\nmilestone: launch\non: 2026-02-09\n';

/** The contract with January settled, and with more files of events. */
async function world(filed: Readonly<Record<string, string>> = {}): Promise<Texts> {
  return new Map([...(await settled()), ...Object.entries(filed).map(([name, text]) => [`${FOLDER}/events/${name}.yaml`, text] as const)]);
}

/** Whether an event of a day is written, and of what it is warned. */
async function filed(texts: Texts, date: string, kind: string, fields: readonly string[]) {
  const context = contextOf(new Map(texts), date);
  const options = { contract: 'tea-account', kind, fields, date: null, slug: null, repository: null };
  const { ended, issues = [] } = await writeEvent(context, options);
  return ended === 0 && issues.length === 0 ? 'taken' : issues.map(({ code }) => code).join(' ');
}

interface Entry {
  readonly key: string;
  readonly on: string;
  readonly what: object;
}

interface Told {
  readonly task: string;
  readonly on: string | null;
  readonly period?: string;
  readonly overdue?: boolean;
  readonly claimableUntil?: string | null;
}

async function calendar(texts: Texts, asOf: string): Promise<readonly Entry[]> {
  const place = contextOf(new Map(texts), asOf);
  const { output } = await printed(place, showCalendar(place, null));
  return JSON.parse(output).contracts[0].entries;
}

async function tasks(texts: Texts, asOf: string): Promise<readonly Told[]> {
  const place = contextOf(new Map(texts), asOf);
  const { output } = await printed(place, showStatus(place, null, null));
  return JSON.parse(output).contracts[0].tasks;
}

interface Last {
  readonly key: string;
  /** The name of the task; null: `status` does not have it. */
  readonly task: string | null;
  readonly day: string;
  readonly event: readonly [string, ...string[]];
  /** What is said on the day after. */
  readonly after: string;
  readonly events?: Readonly<Record<string, string>>;
  /** The day from which it is looked at. */
  readonly from: string;
}

const CASES: readonly Last[] = [
  {
    ...{ key: 'check/2026-01', task: 'check', day: '2026-02-15', from: '2026-02-06', after: 'dispute-too-late' },
    event: ['dispute', 'party=brand', 'period=2026-01', 'line=base', 'claimed=900', 'reason=late', 'evidence=[mail]'],
  },
  {
    ...{ key: 'resolve/2026-02-06-no.yaml', task: 'resolve', day: '2026-03-07', from: '2026-02-06', after: 'dispute-lapsed' },
    event: ['escalation', 'party=brand', 'answers=2026-02-06-no.yaml'],
    events: { '2026-02-06-no': dispute },
  },
  {
    ...{ key: 'ask/second', task: 'ask', day: '2026-02-20', from: '2026-02-06', after: 'milestone-past-due' },
    event: ['acceptance_request', 'party=provider', 'milestone=second', 'on=2026-02-07'],
  },
  {
    ...{ key: 'answer/2026-02-09-ask.yaml', task: 'answer', day: '2026-02-19', from: '2026-02-09', after: 'milestone-given' },
    event: ['refusal', 'party=brand', 'milestone=launch', 'answers=2026-02-09-ask.yaml', 'on=2026-02-19', 'reason=r'],
    events: { '2026-02-09-ask': request },
  },
  {
    ...{ key: 'duty/2026-02/photos', task: 'duty', day: '2026-02-10', from: '2026-02-06', after: 'duty-done-late' },
    event: ['duty', 'party=brand', 'duty=photos', 'period=2026-02', 'on=2026-02-08', 'evidence=[mail]'],
  },
  {
    ...{ key: 'claim/2026-02/photos', task: 'claim', day: '2026-03-10', from: '2026-02-12', after: 'lateness-untimely' },
    event: ['lateness', 'party=provider', 'duty=photos', 'period=2026-02', 'evidence=[mail]'],
  },
  {
    ...{ key: 'notice', task: null, day: '2026-02-28', from: '2026-02-06', after: 'termination-changes-nothing' },
    event: ['termination', 'party=brand', 'on=2026-03-30', 'cause=c'],
  },
];

/** Whether it still has its day: a duty that nobody has done is told of after it, as one that may be claimed to have been late. */
const inTime = (what: object) => !('claimableUntil' in what && what.claimableUntil !== null);

describe.each(CASES)('$key', ({ key, task, day, from, after, event: [kind, ...fields], events }) => {
  const toldFrom = async () => calendar(await world(events), from);

  test('is told with its last day, in the calendar up to that day', async () => {
    expect((await toldFrom()).find((entry) => entry.key === key)?.on).toBe(day);
    const texts = await world(events);
    expect((await calendar(texts, day)).some((entry) => entry.key === key)).toBe(true);
    expect((await calendar(texts, addDays(day, 1))).some((entry) => entry.key === key && inTime(entry.what))).toBe(false);
  });

  test('on that day it can be done, and on the day after it cannot', async () => {
    const texts = await world(events);
    expect(await filed(texts, day, kind, fields)).toBe('taken');
    const later = kind === 'termination' ? fields.map((field) => field.replace('2026-03-30', '2026-03-31')) : fields;
    expect(await filed(texts, addDays(day, 1), kind, later)).toBe(after);
  });

  test('what status lists is listed on that day, and not on the day after', async () => {
    const texts = await world(events);
    const listed = async (asOf: string) => (await tasks(texts, asOf)).some((each) => each.task === task && each.on === day && inTime(each));
    expect([await listed(day), await listed(addDays(day, 1))]).toEqual(task === null ? [false, false] : [true, false]);
  });
});

test('a dispute that was escalated may be resolved up to the last of its days twice, and is told so', async () => {
  const texts = await world({ '2026-02-06-no': dispute, '2026-02-07-expert': escalated });
  expect((await calendar(texts, '2026-03-01')).find(({ key }) => key.startsWith('resolve/'))?.on).toBe('2026-04-06');
  expect((await tasks(texts, '2026-04-06')).some(({ task }) => task === 'resolve')).toBe(true);
  expect((await tasks(texts, '2026-04-07')).some(({ task }) => task === 'resolve')).toBe(false);
});

test('a duty that is done in time is to be done no more, in calendar and status, before its day either', async () => {
  const done = 'kind: duty\nparty: brand\nduty: photos\nperiod: 2026-02\non: 2026-02-08\nevidence: [mail]\n';
  const texts = await world({ '2026-02-08-duty': done });
  expect((await calendar(texts, '2026-02-07')).map(({ key }) => key)).toContain('duty/2026-02/photos');
  expect((await calendar(texts, '2026-02-08')).map(({ key }) => key)).not.toContain('duty/2026-02/photos');
  const duties = async (asOf: string) =>
    (await tasks(texts, asOf)).flatMap((each) => (each.task === 'duty' ? [`${each.period} ${each.overdue} ${each.claimableUntil}`] : []));
  // nobody has filed January's, which may be claimed to be late until 10 February
  expect(await duties('2026-02-08')).toEqual(['2026-01 false 2026-02-10']);
  expect(await duties('2026-02-11')).toEqual([]);
});

test('a milestone is asked for no more once somebody has asked, and is again once that was refused', async () => {
  const keys = async (texts: Texts, asOf: string) => (await calendar(texts, asOf)).map(({ key }) => key);
  expect(await keys(await world({ '2026-02-09-ask': request }), '2026-02-10')).not.toContain('ask/launch');
  const refusal = 'kind: refusal\nparty: brand\nmilestone: launch\nanswers: 2026-02-09-ask.yaml\non: 2026-02-12\nreason: r\n';
  expect(await keys(await world({ '2026-02-09-ask': request, '2026-02-12-no': refusal }), '2026-02-12')).toContain('ask/launch');
});

test('a settlement is overdue the day after the first on which it can be made, and a payment the day after its last', async () => {
  const texts = await world();
  const overdue = async (asOf: string, task: string) =>
    (await tasks(texts, asOf)).filter((each) => each.task === task).map((each) => ('overdue' in each ? each.overdue : null));
  // February can be settled from 5 March on; January's 1,100.00 with VAT is due on 2 March, 15 days after 15 February.
  expect([await overdue('2026-03-05', 'settle'), await overdue('2026-03-06', 'settle')]).toEqual([[false], [true]]);
  expect([await overdue('2026-03-02', 'pay'), await overdue('2026-03-03', 'pay')]).toEqual([[false], [true]]);
});

test('the handover is to be done from the day after the term to its last day, and overdue after it', async () => {
  const texts = await world();
  const days = async (asOf: string) => (await tasks(texts, asOf)).flatMap(({ task, on }) => (task === 'hand-over' ? [on] : []));
  const late = async (asOf: string) => (await tasks(texts, asOf)).filter((each) => each.task === 'hand-over' && each.overdue).length;
  expect(await days('2026-03-31')).toEqual([]);
  expect(await days('2026-04-01')).toEqual(['2026-04-15']);
  expect(await days('2026-04-15')).toEqual(['2026-04-15']);
  expect(await days('2026-04-16')).toEqual(['2026-04-15']);
  expect([await late('2026-04-15'), await late('2026-04-16')]).toEqual([0, 1]);
  expect((await calendar(texts, '2026-04-15')).filter(({ key }) => key === 'handover')).toHaveLength(1);
});
