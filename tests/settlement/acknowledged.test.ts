import { describe, expect, test } from 'vitest';
import { inlineText } from '../../src/report/blocks.js';
import { lineReason } from '../../src/report/line-reason.js';
import { waitingCell } from '../../src/report/status.js';
import { heldPoints } from '../../src/report/weekly.js';
import { wording } from '../../src/report/wording.js';
import { reportContext } from '../../src/running/report-context.js';
import { standingOf } from '../../src/settlement/standing.js';
import { tasksOf } from '../../src/settlement/tasks.js';
import { definitions, relationship, settleDays, statementOf } from './relationship.js';

/*
 * What a review that was filed releases is not asked for again, and the next statement releases it: January has media of 1,200 up to 1,000, of
 * which 200 wait for the brand, and shop revenue of 5,000 beside 4,000 of another tool, which holds the commission until either party has
 * looked at it. In February's run January's revenue is 9,000: a true-up of 400 that the brand has to acknowledge, once the commission of 500 is paid.
 */

const gmv = { title: 'GMV', formula: 'revenue', unit: 'money', type: 'flow' };
const words = {
  facts: definitions(true).facts,
  measures: { ...(definitions(true).measures as object), other: { definition: 'of a tool', of: 'sales', sum: 'tool', when: 'ts' } },
  metrics: { gmv, cost: { title: 'Ad spend', formula: 'spend', unit: 'money', type: 'flow' } },
  reconcile: [{ id: 'shop-vs-tool', left: 'revenue', right: 'other', tolerance: '5%', onBreach: 'flag' }],
};
const clauses = {
  review: { every: 'month' },
  fees: [
    { id: 'sales', title: 'Sales', kind: 'commission', base: 'gmv', tiers: { 'from 0': '10%' } },
    { id: 'ads', title: 'Ads', kind: 'pass_through', cost: 'cost', upTo: 1000 },
  ],
};
const january = { '2026-01': { revenue: '5000', other: '4000', spend: '1200' } };

const review = (party: string, ...acknowledges: string[]) => ({ kind: 'review', party, period: '2026-01', acknowledges, findings: ['f'] });

type Reviews = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Days = Parameters<typeof settleDays>[2];

/** Where the contract stands on a day: what is asked for, and what is said to be held, as a list of lines. */
function asked(reviews: Reviews, asOf: string, days: Days = [{ asOf: '2026-02-05', values: january }]) {
  const { terms, events } = relationship(clauses, words, reviews);
  const ledger = settleDays(terms, events, days);
  const standing = standingOf({ terms, events, ledger, asOf });
  const tasks = tasksOf(standing, 'workflow').flatMap((task) => {
    if (task.task === 'acknowledge') return [`${task.by} acknowledge ${task.line}`];
    return task.task === 'review' ? [`${task.by} review ${task.lines.join(', ')}`] : [];
  });
  return { terms, events, standing, tasks, ledger };
}

const cell = ({ terms, standing }: ReturnType<typeof asked>, locale: 'en' | 'zh') =>
  inlineText(waitingCell(standing, wording(terms, locale), locale));
const EXCESS = '2026-02-06-v.yaml';

describe('a review that was filed', () => {
  test('what it does not acknowledge is asked for', () => {
    const now = asked({}, '2026-02-07');
    expect(now.tasks).toEqual(['either review 2026-01/sales', 'brand review 2026-01/ads/excess']);
    expect(cell(now, 'en')).toBe('2 held');
    // the word of the other party releases nothing
    expect(asked({ [EXCESS]: review('provider', 'excess/2026-01/ads') }, '2026-02-07').tasks).toEqual(now.tasks);
    // nor does one of the day after that for which it is asked
    expect(asked({ '2026-02-08-v.yaml': review('brand', 'excess/2026-01/ads') }, '2026-02-07').tasks).toEqual(now.tasks);
  });

  test('what exceeds a limit is asked for no more, and counts in the next statement', () => {
    const days = [{ asOf: '2026-02-05', values: january }];
    const now = asked({ [EXCESS]: review('brand', 'excess/2026-01/ads') }, '2026-02-07', days);
    expect(now.tasks).toEqual(['either review 2026-01/sales']);
    expect(cell(now, 'en')).toBe('1 held · 1 hold has been reviewed: the next statement counts it');
    expect(cell(now, 'zh')).toBe('暂缓结算 1 项 · 已提交复盘 1 项，下一份结算单计入');
    const points = heldPoints(now.standing.holds, wording(now.terms, 'zh'));
    expect(points.filter((point) => point.includes('excess/2026-01/ads'))).toEqual([
      expect.stringMatching(/：超出限额 1,000.00 的 200.00 待品牌方在复盘中确认 excess\/2026-01\/ads（已提交复盘，下一份结算单计入）$/),
    ]);
    const after = asked({ [EXCESS]: review('brand', 'excess/2026-01/ads') }, '2026-03-05', [
      ...days,
      { asOf: '2026-03-05', values: january },
    ]);
    expect(statementOf(after.ledger, '2026-02').lines.find(({ id }) => id === 'true-up/2026-01/ads/excess')?.amount).toBe('200.00');
  });

  test('what is flagged is asked for no more of either party', () => {
    const now = asked({ [EXCESS]: review('provider', 'shop-vs-tool') }, '2026-02-07');
    expect(now.tasks).toEqual(['brand review 2026-01/ads/excess']);
  });

  test('a large true-up is asked for no more once the party that it costs has acknowledged it', () => {
    const first = review('brand', 'excess/2026-01/ads', 'shop-vs-tool');
    const more = { '2026-01': { revenue: '9000', other: '9000', spend: '1200' } };
    const days = [
      { asOf: '2026-02-05', values: january },
      { asOf: '2026-03-05', values: january },
      { asOf: '2026-04-05', values: more },
    ];
    const id = 'true-up/2026-01/sales';
    expect(asked({ [EXCESS]: first }, '2026-04-06', days).tasks).toEqual([`brand acknowledge ${id}`]);
    expect(asked({ [EXCESS]: first, '2026-04-06-v.yaml': review('provider', id) }, '2026-04-06', days).tasks).toEqual([
      `brand acknowledge ${id}`,
    ]);
    const now = asked({ [EXCESS]: first, '2026-04-06-v.yaml': review('brand', id) }, '2026-04-06', days);
    expect(now.tasks).toEqual([]);
    expect(cell(now, 'en')).toBe('1 true-up counts in the next statement');
  });
});

/* February's run lists 400 on January's sales, which the brand disputes on 7 April: until 7 May neither a day nor a review counts it. */
describe('a large true-up that is disputed', () => {
  const first = review('brand', 'excess/2026-01/ads', 'shop-vs-tool');
  const more = { '2026-01': { revenue: '9000', other: '9000', spend: '1200' } };
  const days = [
    { asOf: '2026-02-05', values: january },
    { asOf: '2026-03-05', values: january },
    { asOf: '2026-04-05', values: more },
  ];
  const id = 'true-up/2026-01/sales';
  const dispute = { kind: 'dispute', party: 'brand', period: '2026-03', line: id, claimed: '0', reason: 'Returned', evidence: ['mail'] };
  const filed = { [EXCESS]: first, '2026-04-07-d.yaml': dispute };

  test('is asked for of nobody and counts in no next statement, also after its day', () => {
    for (const asOf of ['2026-04-08', '2026-04-20']) {
      const now = asked(filed, asOf, days);
      expect(now.tasks).toEqual([]);
      expect(cell(now, 'en')).toBe('1 held · 1 disputed');
      expect(now.standing.waits).toMatchObject([{ line: id, disputed: { file: '2026-04-07-d.yaml', lapsesOn: '2026-05-07' } }]);
    }
  });

  test('says in the next statement that the dispute keeps it, and until when', () => {
    const { terms, events, ledger } = asked(filed, '2026-05-05', [...days, { asOf: '2026-05-05', values: more }]);
    const entry = ledger.at(-1);
    const line = entry?.statement.lines.find((each) => each.id === id);
    if (entry === undefined || line === undefined) throw new Error('no such line');
    const context = reportContext(entry, ledger.slice(0, -1), events);
    const said = (locale: 'en' | 'zh') => lineReason(line, entry.statement, context, wording(terms, locale));
    expect(line).toMatchObject({ state: 'held', amount: '0.00', reason: { code: 'large-true-up' } });
    expect(said('en')).toBe(
      '400.00 on Sales of 2026-01 is more than a tenth, and disputed (2026-04-07-d.yaml): waits until the dispute is resolved, or lapses on 2026-05-07',
    );
    expect(said('zh')).toBe(
      '2026-01 的 Sales 变动 400.00，超过十分之一，且处于争议中（2026-04-07-d.yaml）：待双方和解，或至 2026-05-07 争议失效',
    );
  });
});
