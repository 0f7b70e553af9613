import { describe, expect, test } from 'vitest';
import { weeklyMessage } from '../../src/notification/compose.js';
import { messageText } from '../../src/notification/message.js';
import { MOST_WORDS, type Weekly, weeklyLines, wordsIn } from '../../src/report/weekly.js';
import { agendaOf } from '../../src/settlement/agenda.js';
import { standingOf } from '../../src/settlement/standing.js';
import { tasksOf } from '../../src/settlement/tasks.js';
import { relationship, settleDays } from '../settlement/relationship.js';

/* The week's note: January is settled on 5 February, disputable until 15 February, due on 2 March. What a sample's year says is read by eye. */

function noteOn(asOf: string, duties: readonly object[] = [], title = 'Tea'): Weekly {
  const { terms, events } = relationship({ title, fees: [{ id: 'base', kind: 'retainer', amount: 1000 }], duties });
  const ledger = settleDays(terms, events, [{ asOf: '2026-02-05', values: { '2026-01': { revenue: '5000' } } }]);
  const input = { terms, events, ledger, asOf };
  const standing = standingOf(input);
  const agenda = agendaOf(input, standing, 'workflow');
  return { contract: 'tea-account', terms, asOf, card: null, why: null, standing, agenda, tasks: tasksOf(standing, 'workflow') };
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
    '- by 2026-02-15: check the statement of 2026-01; after that no line of it can be disputed',
  ]);
  expect(weeklyLines(noteOn('2026-02-09'), 'brand', 'zh')).toEqual([
    '需要 Brand 处理：',
    '- 2026-02-15（含）前：核对 2026-01 结算单，逾期不能再提出争议',
    '- 2026-03-02（含）前：支付 2026-01 的 USD 1,000.00',
  ]);
});

test('whoever waits for an overdue payment is told that it is', () => {
  expect(weeklyLines(noteOn('2026-03-04'), 'provider', 'en')).toContain('- overdue since 2026-03-02, Brand: pay USD 1,000.00 for 2026-01');
  expect(weeklyLines(noteOn('2026-03-04'), 'provider', 'zh')).toContain('- 已逾期（2026-03-02），Brand：支付 2026-01 的 USD 1,000.00');
  const own = weeklyLines(noteOn('2026-03-04'), 'brand', 'en').filter((line) => line.includes('overdue'));
  expect(own).toEqual(['- overdue since 2026-03-02: pay USD 1,000.00 for 2026-01']);
});

test('a note that both read says whose each thing is', () => {
  const lines = (locale: 'en' | 'zh') => weeklyLines(noteOn('2026-03-04'), 'both', locale);
  expect(lines('en').slice(-2)).toEqual([
    'What we need from both parties:',
    '- overdue since 2026-03-02, Brand: pay USD 1,000.00 for 2026-01',
  ]);
  expect(lines('zh').slice(-2)).toEqual(['需要双方处理：', '- 已逾期（2026-03-02），Brand：支付 2026-01 的 USD 1,000.00']);
  expect(weeklyLines(noteOn('2026-02-09'), 'both', 'en')).toContain(
    '- by 2026-02-15: check the statement of 2026-01; after that no line of it can be disputed',
  );
});

test('a party that has nothing to do is told so', () => {
  expect(weeklyLines(noteOn('2026-03-10'), 'provider', 'en').at(-1)).toBe('Nothing is needed from Agency now.');
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
      expect(wordsIn(lines)).toBeLessThanOrEqual(MOST_WORDS[locale]);
      expect(lines.filter((line) => line.startsWith('- ')).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('fits the smallest channel', () => {
    expect(Buffer.byteLength(messageText(weeklyMessage(crowded, 'both', locale)))).toBeLessThanOrEqual(2048);
  });
});

test('words are counted as people count them', () => {
  expect(wordsIn(['Return on ad spend: 2.88, target USD 2,900.00'])).toBe(8);
  expect(wordsIn(['新客成本：23.92，目标 USD 26.00'])).toBe(9);
});
