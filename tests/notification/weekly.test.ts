import { describe, expect, test } from 'vitest';
import { reason } from '../../src/attainment/value.js';
import { weeklyMessage } from '../../src/notification/compose.js';
import { messageText } from '../../src/notification/message.js';
import { heldPoints, MOST_WORDS, type Weekly, weeklyLines, weeklyTitle, wordsIn } from '../../src/report/weekly.js';
import { wording } from '../../src/report/wording.js';
import { agendaOf } from '../../src/settlement/agenda.js';
import { type StandingHold, standingOf } from '../../src/settlement/standing.js';
import { tasksOf } from '../../src/settlement/tasks.js';
import { scorecard } from '../report/fixture.js';
import { definitions, relationship, settleDays } from '../settlement/relationship.js';

/* The week's note: January is settled on 5 February, disputable until 15 February, due on 2 March. What a sample's year says is read by eye. */

function noteOn(asOf: string, duties: readonly object[] = [], title = 'Tea'): Weekly {
  const { terms, events } = relationship({ title, fees: [{ id: 'base', kind: 'retainer', amount: 1000 }], duties });
  const ledger = settleDays(terms, events, [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '5000' } } }]);
  const input = { terms, events, ledger, asOf };
  const standing = standingOf(input);
  const agenda = agendaOf(input, standing, 'workflow');
  return { contract: 'tea-account', terms, events, asOf, card: null, why: null, standing, agenda, tasks: tasksOf(standing, 'workflow') };
}

const duty = (index: number, title: string) => ({
  ...{ id: `photos-${index}`, owes: 'brand', title, dueDay: 20 },
  ifLate: { kpis: ['gmv'], scoreAs: '100%' },
});

test('says what a party has to do by when, and of what the other does the dates alone', () => {
  expect(weeklyLines(noteOn('2026-02-09', [duty(1, 'Photos')]), 'provider', 'en')).toEqual([
    'Next dates:',
    '- 2026-02-20, Brand: Photos (2026-02): to be done and filed',
    '- 2026-03-02, Brand: pay USD 1,000.00 for 2026-01',
    'What we need from Agency:',
    '- by 2026-02-15: check the statement of 2026-01; after that a line can be disputed only once a true-up moves it',
  ]);
  expect(weeklyLines(noteOn('2026-02-09'), 'brand', 'zh')).toEqual([
    '需要 Brand 处理：',
    '- 2026-02-15（含）前：核对 2026-01 结算单；逾期后，仅往期补差所变动的项目可再提出争议',
    '- 2026-03-02（含）前：支付 2026-01 的 USD 1,000.00',
  ]);
});

/* Due on the 5th; of what is late by itself that it is, of what is late only by a claim until when it may be claimed: ten days after February. */
test('a duty that is late only by a claim is told of without being called overdue', () => {
  const photos = { ...duty(1, 'Photos'), dueDay: 5 };
  const told = (each: object, party: 'brand' | 'both', locale: 'en' | 'zh') =>
    weeklyLines(noteOn('2026-02-09', [each]), party, locale).find(
      (line) => line.includes('Photos (2026-02)') || line.includes('Photos（2026-02）'),
    );
  expect(told(photos, 'brand', 'en')).toMatch(/^- due on 2026-02-05, overdue: Photos \(2026-02\): to be done and filed\. It is late: /);
  const claimed = { ...photos, lateIf: 'claimed' };
  expect(told(claimed, 'brand', 'en')).toMatch(
    /^- 2026-02-05: Photos \(2026-02\): not shown to be done by its day; to be done and filed\. Agency may claim until 2026-03-10 that it was late; /,
  );
  expect(told(claimed, 'both', 'zh')).toMatch(
    /^- 2026-02-05，Brand：Photos（2026-02）：到期日已过，尚无履行记录，请完成并提交履行记录。Agency 可在 2026-03-10（含）前主张逾期；/,
  );
});

/* January runs until the 31st, and its data go up to the 30th. */
test('a figure beside a target shows on which side of it it is, and to which day it is known', () => {
  const gmv = { title: 'GMV', formula: 'revenue', unit: 'number', type: 'flow', decimals: 2 };
  const { terms, events } = relationship(
    { fees: [{ id: 'base', kind: 'retainer', amount: 1000 }] },
    { ...definitions(false), metrics: { gmv } },
  );
  const lines = (value: string | null, locale: 'en' | 'zh') => {
    const level = { id: 'gmv', metric: 'gmv', value, target: '2.8', through: '2026-01-30', daysGone: 30, reasons: [] };
    const running = { days: 31, kpis: [level], gates: [], watch: [] };
    const card = { ...scorecard, contract: 'tea-account', period: '2026-01', kpis: [], running };
    return weeklyLines({ ...noteOn('2026-01-31'), terms, events, card }, 'both', locale).slice(0, 2);
  };
  expect(lines('2.7962', 'en')).toEqual([
    '2026-01 to date (data through 2026-01-30):',
    '- GMV: 2.796, target ≥ 2.80 not reached, day 30/31',
  ]);
  expect(lines('2.8', 'en')[1]).toBe('- GMV: 2.80, target ≥ 2.80 reached, day 30/31');
  expect(lines('2.8004', 'zh')).toEqual(['2026-01 截至目前（数据截至 2026-01-30）：', '- GMV：2.8004，目标 ≥ 2.80，目前达标，第 30/31 天']);
  expect(lines(null, 'en')[1]).toBe('- GMV: no data yet, target ≥ 2.80');
});

/* Media of 1,200 of which 1,000 are agreed: 200 wait for the brand. The ads are the provider's own data, and nobody waits for those. */
test('what is held waits for whoever is to review it, not for whoever keeps the data', () => {
  const cost = { title: 'Ad spend', formula: 'spend', unit: 'money', type: 'flow' };
  const words = definitions(true);
  const { gmv } = words.metrics as Readonly<Record<string, object>>;
  const { terms, events } = relationship(
    { fees: [{ id: 'ads', kind: 'pass_through', cost: 'cost', upTo: 1000 }] },
    { ...words, metrics: { gmv, cost } },
  );
  const ledger = settleDays(terms, events, [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '5000', spend: '1200' } } }]);
  const { holds } = standingOf({ terms, events, ledger, asOf: '2026-02-05' });
  expect(heldPoints(holds, wording(terms, 'en'))).toEqual([
    'Pass-through above its limit of 2026-01, decided by the first statement from 2026-05-05 on: 200.00 above the limit of 1,000.00 waits for a review of the brand that acknowledges excess/2026-01/ads (waits for Brand)',
  ]);
});

/* A day far outside the usual holds the fees that go by it, until either party has looked at it; the brand's data, which it is of, are there. */
test('what is flagged waits for either party', () => {
  const causes = [{ reason: reason('unreviewed', { id: 'revenue@2026-01-20', period: '2026-01' }), party: 'brand' as const }];
  const holds = [{ period: '2026-01', line: 'base', causes, statements: 1, decidedFrom: '2026-04-05' }];
  const { terms } = relationship({ fees: [{ id: 'base', title: 'Base', kind: 'retainer', amount: 1000 }] });
  const say = (locale: 'en' | 'zh', held: readonly StandingHold[]) => heldPoints(held, wording(terms, locale));
  expect(say('en', holds)).toEqual([
    'Base of 2026-01, decided by the first statement from 2026-04-05 on: revenue@2026-01-20 in 2026-01 has been flagged and waits for a review (waits for either party)',
  ]);
  expect(say('zh', holds)).toEqual([
    '2026-01 的 Base，由 2026-04-05 起的首份结算单按约定最终了结：2026-01 的 revenue@2026-01-20 已被标记，待复盘确认（等待任一方）',
  ]);
  // two sides that cannot be compared for want of data wait for these data alone, as status says
  const stale = { reason: reason('stale', { fact: 'sales', freshAt: '2026-01-31' }), party: 'brand' as const };
  expect(
    say(
      'en',
      holds.map((hold) => ({ ...hold, causes: [...causes, stale] })),
    ),
  ).toEqual([
    expect.stringMatching(/^Base of 2026-01, decided by the first statement from 2026-04-05 on: [^:;]*sales[^:;]* \(waits for Brand\)$/),
  ]);
});

/* A payment, a check and six duties: of 8 tasks 4 are told, of the 6 days of duties 4; what is money is always told, by its day. */
test('what there is no room for is told by its number', () => {
  const note = noteOn(
    '2026-02-09',
    Array.from({ length: 6 }, (_, index) => duty(index, `Photos ${index}`)),
  );
  const en = weeklyLines(note, 'brand', 'en');
  expect(en.filter((line) => line.includes(' more: '))).toEqual([
    '- 2 more: `concord calendar tea-account`',
    '- 4 more: `concord status tea-account`',
  ]);
  expect(en.slice(en.indexOf('What we need from Brand:')).slice(1, 5)).toEqual([
    '- by 2026-02-15: check the statement of 2026-01; after that a line can be disputed only once a true-up moves it',
    '- by 2026-02-20: Photos 0 (2026-02): to be done and filed',
    '- by 2026-02-20: Photos 1 (2026-02): to be done and filed',
    '- by 2026-03-02: pay USD 1,000.00 for 2026-01',
  ]);
  expect(weeklyLines(note, 'brand', 'zh').at(-1)).toBe('- 另有 4 项：`concord status tea-account`');
});

test('whoever waits for an overdue payment is told that it is', () => {
  expect(weeklyLines(noteOn('2026-03-04'), 'provider', 'en')).toContain(
    '- due on 2026-03-02, overdue, Brand: pay USD 1,000.00 for 2026-01',
  );
  expect(weeklyLines(noteOn('2026-03-04'), 'provider', 'zh')).toContain(
    '- 已逾期（到期日 2026-03-02），Brand：支付 2026-01 的 USD 1,000.00',
  );
  const own = weeklyLines(noteOn('2026-03-04'), 'brand', 'en').filter((line) => line.includes('overdue'));
  expect(own).toEqual(['- due on 2026-03-02, overdue: pay USD 1,000.00 for 2026-01']);
});

test('a note that both read says whose each thing is', () => {
  const lines = (locale: 'en' | 'zh') => weeklyLines(noteOn('2026-03-04'), 'both', locale);
  expect(lines('en').slice(-2)).toEqual(['To be done:', '- due on 2026-03-02, overdue, Brand: pay USD 1,000.00 for 2026-01']);
  expect(lines('zh').slice(-2)).toEqual(['待办事项：', '- 已逾期（到期日 2026-03-02），Brand：支付 2026-01 的 USD 1,000.00']);
  expect(weeklyLines(noteOn('2026-02-09'), 'both', 'en')).toContain(
    '- by 2026-02-15, both parties: check the statement of 2026-01; after that a line can be disputed only once a true-up moves it',
  );
});

test('a party that has nothing to do is told so', () => {
  expect(weeklyLines(noteOn('2026-03-10'), 'provider', 'en').at(-1)).toBe('Nothing is needed from Agency now.');
  const idle = { ...noteOn('2026-03-10'), tasks: [] };
  expect([weeklyLines(idle, 'both', 'en').at(-1), weeklyLines(idle, 'both', 'zh').at(-1)]).toEqual([
    'Nothing is to be done now.',
    '目前没有待办事项。',
  ]);
});

describe.each(['en', 'zh'] as const)('however much there is, in %s', (locale) => {
  const long = 'Photos and videos of every new product in five sizes with captions '.repeat(8);
  const crowded = noteOn(
    '2026-02-09',
    Array.from({ length: 40 }, (_, index) => duty(index, `${long} 素材`.repeat(3))),
    long,
  );

  test('it is at most two hundred words, and still says something of each part', () => {
    for (const party of ['brand', 'provider', 'both'] as const) {
      const lines = weeklyLines(crowded, party, locale);
      expect(wordsIn([weeklyTitle(crowded, locale), ...lines])).toBeLessThanOrEqual(MOST_WORDS[locale]);
      expect(lines.filter((line) => line.startsWith('- ')).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('fits the smallest channel', () => {
    expect(Buffer.byteLength(messageText(weeklyMessage(crowded, 'both', locale)))).toBeLessThanOrEqual(2048);
  });
});

test('words are counted as people count them', () => {
  expect(wordsIn(['Return on ad spend: 2.88, target USD 2,900.00'])).toBe(8);
  expect(wordsIn(['- Tea · Agency: no rate …'])).toBe(6);
  expect(wordsIn(['新客成本：23.92，目标 USD 26.00'])).toBe(9);
});
