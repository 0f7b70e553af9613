import { describe, expect, test } from 'vitest';
import type { Terms } from '../../src/contract/model.js';
import type { Locale } from '../../src/kernel/text.js';
import { dutyReminders, dutySection } from '../../src/report/duty-section.js';
import { renderMarkdown } from '../../src/report/markdown.js';
import { taskWords } from '../../src/report/status.js';
import { wording } from '../../src/report/wording.js';
import type { DutyResult, Scorecard } from '../../src/settlement/model.js';
import { scorecard, terms } from './fixture.js';

const clause = { file: 'contract.yaml', line: 60 };
const WITH_DUTIES: Terms = {
  ...terms,
  contract: {
    ...terms.contract,
    duties: [
      {
        id: 'photos',
        owes: 'brand',
        title: { en: 'Photos', zh: '商品图片' },
        dueDay: 5,
        lateIf: 'claimed',
        ifLate: { kpis: ['roas'], scoreAs: '0.9' },
        clause,
      },
      {
        id: 'report',
        owes: 'provider',
        title: { en: 'Report', zh: '月报' },
        dueDay: 10,
        lateIf: 'unproven',
        ifLate: { kpis: ['roas'], scoreAs: null },
        clause,
      },
    ],
  },
};

const photos: DutyResult = {
  id: 'photos',
  owes: 'brand',
  lateIf: 'claimed',
  dueOn: '2026-03-05',
  state: 'due',
  doneOn: null,
  claim: null,
  claimUntil: '2026-04-10',
  costs: null,
};
const report: DutyResult = { ...photos, id: 'report', owes: 'provider', lateIf: 'unproven', dueOn: '2026-03-10', claimUntil: null };
const claim = { file: '2026-03-08-late.yaml', on: '2026-03-08' };

const cardOf = (duties: readonly DutyResult[], asOf = '2026-04-05'): Scorecard => ({ ...scorecard, asOf, duties });
const rowsOf = (duties: readonly DutyResult[], locale: Locale = 'en', asOf?: string) =>
  renderMarkdown(dutySection(cardOf(duties, asOf), {}, wording(WITH_DUTIES, locale)), locale)
    .split('\n')
    .filter((line) => /^(\| \*\*|- )/.test(line));

describe('the section of duties', () => {
  test('does not call what is to come held: what being late costs is known once the period is over', () => {
    const late = { ...report, state: 'late' } as const;
    const running = { days: 31, kpis: [], gates: [], watch: [] };
    const costs = (card: Scorecard, locale: Locale) => {
      const page = renderMarkdown(dutySection(card, {}, wording(WITH_DUTIES, locale)), locale).split('\n');
      return page
        .find((line) => line.startsWith('| **'))
        ?.split(' | ')
        .at(-1);
    };
    const card = cardOf([late]);
    expect(costs({ ...card, running }, 'en')).toBe('known once the period is over |');
    expect(costs({ ...card, running }, 'zh')).toBe('结算期结束后方可确定 |');
    expect(costs(card, 'en')).toBe('not known while a line is held |');
    expect(costs(card, 'zh')).toBe('有款项暂缓结算，尚无法确定 |');
  });

  test('is not there where none falls due', () => {
    expect(dutySection(scorecard, {}, wording(WITH_DUTIES, 'en'))).toEqual([]);
  });

  test('says of each whether it is due, done or late, and what that costs', () => {
    const late = { ...report, state: 'late', costs: '1300.00' } as const;
    expect(rowsOf([{ ...photos, state: 'done', doneOn: '2026-03-04' }, late])).toEqual([
      '| **Photos** · `photos` | Acme Home | 2026-03-05 | done on 2026-03-04 |  |',
      '| **Report** · `report` | Linkstar | 2026-03-10 | late: not shown to be done in time | 1,300.00 |',
      '- **Report** · `report`: If late, scored 0: Return on ad spend.',
    ]);
    expect(rowsOf([{ ...photos, state: 'late', claim }], 'zh')).toEqual([
      '| **商品图片** · `photos` | 安可家居 | 2026-03-05 | 逾期（2026-03-08 主张） | 有款项暂缓结算，尚无法确定 |',
      '- **商品图片** · `photos`：逾期时，广告投产比不计入综合得分；按其计算的费用至少按得分 90% 支付，并免除相关扣款与最低量要求。',
    ]);
  });

  test('says until when it may be claimed to be late, and that a claim is of no effect', () => {
    const unclaimed = { ...photos, state: 'unclaimed', doneOn: '2026-03-07' } as const;
    expect(rowsOf([unclaimed], 'en', '2026-04-10')).toEqual([
      '| **Photos** · `photos` | Acme Home | 2026-03-05 | done on 2026-03-07, after its day |  |',
      expect.stringMatching(
        /: Linkstar may claim until 2026-04-10 that it was late; unclaimed, it costs nothing\. · If late, the composite score leaves Return on ad spend out/,
      ),
    ]);
    expect(rowsOf([unclaimed], 'en', '2026-04-11')[1]).toMatch(/: Nobody claimed by 2026-04-10 that it was late: it costs nothing\. · /);
    expect(rowsOf([{ ...photos, state: 'done', doneOn: '2026-03-04', claim }])[1]).toBe(
      '- **Photos** · `photos`: The claim `2026-03-08-late.yaml` is of no effect: it was done in time.',
    );
  });
});

describe('a reminder', () => {
  const remindedOn = (asOf: string, duty: DutyResult = photos, locale: Locale = 'en') =>
    renderMarkdown(dutyReminders(cardOf([duty], asOf), {}, wording(WITH_DUTIES, locale)), locale).trim();

  test('begins two days before the due day and ends with it, or when it is done', () => {
    expect(remindedOn('2026-03-02')).toBe('');
    const reminder = '**Photos** · `photos` is due on 2026-03-05: Acme Home has until then to file that it is done.';
    expect(remindedOn('2026-03-03')).toBe(reminder);
    expect(remindedOn('2026-03-05')).toBe(reminder);
    expect(remindedOn('2026-03-06', { ...photos, state: 'unclaimed' })).toBe('');
    expect(remindedOn('2026-03-04', { ...photos, state: 'done', doneOn: '2026-03-03' })).toBe('');
    expect(remindedOn('2026-03-04', photos, 'zh')).toBe(
      '**商品图片** · `photos` 将于 2026-03-05 到期：请安可家居在当日（含）前完成并提交履行记录。',
    );
  });
});

test('one that was done late says on which day', () => {
  const late = { ...report, state: 'late', doneOn: '2026-03-12' } as const;
  expect(rowsOf([late])[0]).toContain('late: done on 2026-03-12');
  expect(rowsOf([late], 'zh')[0]).toContain('逾期：于 2026-03-12 履行');
  const claimed = { ...photos, state: 'late', doneOn: '2026-03-12', claim } as const;
  expect(rowsOf([claimed])[0]).toContain('late, claimed on 2026-03-08: done on 2026-03-12');
});

test('one that was not done by its day says what that does: what is late already, and what a claim would make of it', () => {
  const words = (locale: Locale) => wording(WITH_DUTIES, locale);
  const task = { task: 'duty', by: 'brand', on: '2026-03-05', duty: 'photos', period: '2026-03' } as const;
  const late = { ...task, overdue: true, claimableUntil: null } as const;
  expect(taskWords(late, 'acme', words('en'), 'en')).toBe(
    'Photos (2026-03): to be done and filed. It is late: the composite score leaves Return on ad spend out, and fees by what is left out pay as at 90% or more, without penalties and minimums.',
  );
  const claimable = { ...task, overdue: false, claimableUntil: '2026-04-10' } as const;
  expect(taskWords(claimable, 'acme', words('en'), 'en')).toBe(
    'Photos (2026-03): not shown to be done by its day; to be done and filed. Linkstar may claim until 2026-04-10 that it was late; unclaimed, it costs nothing. If late, the composite score leaves Return on ad spend out, and fees by what is left out pay as at 90% or more, without penalties and minimums.',
  );
  expect(taskWords(claimable, 'acme', words('zh'), 'zh')).toBe(
    '商品图片（2026-03）：到期日已过，尚无履行记录，请完成并提交履行记录。领星代运营可在 2026-04-10（含）前主张逾期；未主张的，不影响金额。逾期时，广告投产比不计入综合得分；按其计算的费用至少按得分 90% 支付，并免除相关扣款与最低量要求。',
  );
  const own = { ...late, by: 'provider', duty: 'report' } as const;
  expect(taskWords(own, 'acme', words('en'), 'en')).toBe(
    'Report (2026-03): to be done and filed. It is late: scored 0: Return on ad spend.',
  );
});
