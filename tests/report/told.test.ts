import { describe, expect, test } from 'vitest';
import { type Locale, localText } from '../../src/kernel/text.js';
import { neededData, needsData } from '../../src/report/needed-data.js';
import { taskWords } from '../../src/report/status.js';
import { wording } from '../../src/report/wording.js';
import { reportContext } from '../../src/running/report-context.js';
import { standingOf } from '../../src/settlement/standing.js';
import { tasksOf } from '../../src/settlement/tasks.js';
import { type CauseCode, reasonText } from '../../src/words/reasons.js';
import { definitions, relationship, settleDays, type Values } from '../settlement/relationship.js';
import { renderExplain, renderStatementMarkdown } from './rendered.js';

/*
 * What statements say of things that no figure tells: who paid, what a true-up comes from, what time has decided. The lives are
 * settled as the program does, and read through its own renderer.
 */

type Relationship = Parameters<typeof relationship>;

interface Life {
  readonly clauses: Relationship[0];
  readonly words?: Relationship[1];
  readonly events?: Relationship[2];
  readonly days: readonly string[];
  readonly values: (asOf: string) => Values;
}

/** The statements of a life, settled day by day, as they are read; and each line as `explain` tells of it. */
function tell({ clauses, words, events = {}, days, values }: Life) {
  const { terms, events: known } = relationship(clauses, words, events);
  const ledger = settleDays(
    terms,
    known,
    days.map((asOf) => ({ asOf, values: values(asOf) })),
  );
  const at = (period: string) => {
    const index = ledger.findIndex((entry) => entry.statement.period === period);
    const entry = ledger[index];
    if (entry === undefined) throw new Error(`no statement of ${period}`);
    return { entry, context: reportContext(entry, ledger.slice(0, index), known) };
  };
  return {
    statement: (period: string, locale: Locale = 'en', preview?: true) => {
      const { entry, context } = at(period);
      return renderStatementMarkdown(entry.statement, preview === undefined ? context : { ...context, preview }, locale);
    },
    explained: (period: string, id: string, locale: Locale = 'en') => {
      const { entry, context } = at(period);
      const line = entry.statement.lines.find((each) => each.id === id);
      if (line === undefined) throw new Error(`no line ${id}`);
      return renderExplain(line, entry.statement, context, locale, false, 400);
    },
  };
}

/** The part of a page under a heading. */
function part(page: string, heading: string): string {
  return page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
}

/** Both parties' facts, with one metric alone. */
function bothFacts(metric: 'gmv' | 'roas') {
  const { facts, measures, metrics } = { facts: {}, measures: {}, metrics: {}, ...definitions(true) };
  return { facts, measures, metrics: Object.fromEntries(Object.entries(metrics).filter(([id]) => id === metric)) };
}

const SALES = { fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }] };
const TERM_SALES = { fees: [{ ...SALES.fees[0], accumulate: 'term' }] };
const REWARD = {
  kpis: [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 2 }],
  fees: [{ id: 'reward', kind: 'bonus', by: 'roas', pool: 1000, points: { '50%': '50%', '100%': '100%' }, shape: 'step' }],
};
const MONTHS = ['2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05', '2026-06-05', '2026-07-05'];
const payment = (party: string, amount: number, on: string, reference: string) => ({ kind: 'payment', party, amount, on, reference });

describe('a dispute that was put to the expert', () => {
  const clauses = { fees: [{ id: 'base', kind: 'retainer', amount: 1000 }] };
  const events = {
    '2026-02-10-no.yaml': {
      ...{ kind: 'dispute', party: 'brand', period: '2026-01', line: 'base', claimed: 900, reason: 'Late', evidence: ['mail'] },
    },
    '2026-02-20-expert.yaml': { kind: 'escalation', party: 'provider', answers: '2026-02-10-no.yaml' },
  };

  test('says so in the statement and among what is to be done', () => {
    const life = tell({ clauses, events, days: ['2026-02-05', '2026-03-05'], values: () => ({}) });
    const { terms, events: filed } = relationship(clauses, undefined, events);
    const expert = { en: localText(terms.contract.disputes.expert, 'en'), zh: localText(terms.contract.disputes.expert, 'zh') };
    expect(life.statement('2026-02')).toContain(`put to the expert (${expert.en}) on 2026-02-20`);
    expect(life.statement('2026-02', 'zh')).toContain(`2026-02-20 已提交专家（${expert.zh}）`);
    const tasksAt = (asOf: string) => {
      const standing = standingOf({ terms, events: filed, ledger: [], asOf });
      return tasksOf(standing, 'workflow').flatMap((task) =>
        task.task === 'resolve' ? [taskWords(task, 'acme', wording(terms, 'zh'), 'zh')] : [],
      );
    };
    expect(tasksAt('2026-02-19')).toEqual([
      '就 Brand 对 2026-01 的固定服务费提出的争议达成和解，逾期未和解即失效：主张 USD 900.00，“Late”',
    ]);
    expect(tasksAt('2026-02-20')).toEqual([
      `就 Brand 对 2026-01 的固定服务费提出的争议（2026-02-20 已提交专家：${expert.zh}）按专家意见达成和解，逾期未和解即失效：主张 USD 900.00，“Late”`,
    ]);
  });
});

test('a cap that says none for a period is no cap there: nothing is said of what is not paid', () => {
  const ceiling = { id: 'ceiling', kind: 'cap', period: { '2026-01': 'none', '2026-02': 900 } };
  const clauses = { fees: [{ id: 'base', kind: 'retainer', amount: 1000 }, ceiling] };
  const life = tell({ clauses, days: ['2026-02-05', '2026-03-05'], values: () => ({}) });
  expect(life.statement('2026-01')).toMatch(/ceiling`? \| 0\.00 \| nothing \| no cap in this period \|/);
  expect(life.statement('2026-01', 'zh')).toMatch(/ceiling`? \| 0\.00 \| 无金额 \| 本期不封顶 \|/);
  expect(life.explained('2026-01', 'ceiling')).toContain('no cap in this period');
  expect(life.explained('2026-01', 'ceiling', 'zh')).toContain('本期不封顶');
  // 1,000 − 900
  expect(life.statement('2026-02')).toMatch(/ceiling`? \| -100\.00 \| deducted \| subtotal 1,000\.00, at most 900\.00/);
});

describe('a reconciliation with a side that is not known', () => {
  const words = {
    ...bothFacts('gmv'),
    reconcile: [{ id: 'shop-vs-ads', left: 'revenue', right: 'spend', tolerance: '5%', onBreach: 'flag' }],
  };
  const told = (right: string | null, onBreach = 'flag') =>
    tell({
      clauses: SALES,
      words: { ...words, reconcile: [{ ...words.reconcile[0], onBreach }] },
      days: ['2026-02-05'],
      values: () => ({ '2026-01': { revenue: '1000', spend: right } }),
    });

  test('cannot be compared: which side, and why', () => {
    const page = told(null).statement('2026-01');
    expect(page).toContain('| `shop-vs-ads` | 1,000.00 | — | — | 5% | cannot be compared: to be reviewed |');
    expect(page).toContain('- `shop-vs-ads`: spend is not known: data of ads is not complete for the period');
    expect(page).not.toContain('breach');
    expect(told(null, 'hold').statement('2026-01')).toContain('| cannot be compared: holds what uses it |');
    expect(told(null).statement('2026-01', 'zh')).toContain('| 无法比对：待复盘 |');
    expect(told(null).statement('2026-01', 'zh')).toContain('- `shop-vs-ads`：spend 未知：ads 的数据尚未覆盖整个结算期');
  });

  test('is a breach only where both are known', () => {
    expect(told('500').statement('2026-01')).toContain('| breach: to be reviewed |');
    expect(told('990').statement('2026-01')).toContain('| agrees |');
  });
});

describe('reviews', () => {
  const words = {
    ...bothFacts('gmv'),
    reconcile: [{ id: 'shop-vs-ads', left: 'revenue', right: 'spend', tolerance: '5%', onBreach: 'flag' }],
  };
  const review = (acknowledges: readonly string[]) => ({
    kind: 'review',
    party: 'brand',
    period: '2026-01',
    findings: ['seen'],
    actions: [],
    acknowledges,
  });
  const told = (events: Relationship[2], days = MONTHS.slice(0, 2)) =>
    tell({
      clauses: { ...SALES, review: { every: 'month' } },
      words,
      events,
      days,
      values: () => ({ '2026-01': { revenue: '1000', spend: '500' } }),
    });

  test('that hold a line are named with what they lack, and the one that releases it too', () => {
    const lacking = told({ '2026-02-03-seen.yaml': review([]) }).statement('2026-01');
    expect(lacking).toContain('The review `2026-02-03-seen.yaml` does not acknowledge `shop-vs-ads`.');
    const released = told({ '2026-02-20-seen.yaml': review(['shop-vs-ads']) }).statement('2026-02');
    expect(part(released, 'What changed since it was settled')).toContain(
      '- **True-up 2026-01 · Commission**: review `2026-02-20-seen.yaml`; known now; it was held because shop-vs-ads in 2026-01 has been flagged',
    );
  });

  test('are named where a breach counts as reviewed', () => {
    const page = told({ '2026-02-03-seen.yaml': review(['shop-vs-ads']) }, MONTHS.slice(0, 1)).statement('2026-01');
    expect(page).toContain('| breach: reviewed |');
    expect(page).toContain('- `shop-vs-ads`: reviewed in `2026-02-03-seen.yaml` · GMV ↔ spend');
  });

  test('of a large true-up are named by the file that acknowledges it', () => {
    const values = (asOf: string): Values => ({ '2026-01': { revenue: asOf > '2026-02-05' ? '2000' : '1000' } });
    const acknowledged = { ...review(['true-up/2026-01/sales']), period: '2026-02' };
    const clauses = { ...SALES, acceptance: { days: 60, silence: 'accepts' } };
    const told = tell({ clauses, events: { '2026-03-20-yes.yaml': acknowledged }, days: MONTHS.slice(0, 3), values });
    expect(told.statement('2026-03')).toContain('acknowledged in a review (2026-03-20-yes.yaml)');
    expect(told.statement('2026-03', 'zh')).toContain('已在复盘中确认（2026-03-20-yes.yaml）');
    expect(part(told.statement('2026-02'), 'What changed since it was settled')).toContain('data of GMV (table below)');
  });
});

describe('a hold', () => {
  const bySide = (asOf: string, stale: readonly string[]): Values[string] => ({
    revenue: stale.includes('revenue') && asOf >= '2026-03-05' ? null : '1000',
    spend: stale.includes('spend') && asOf >= '2026-03-05' ? null : '500',
  });
  const told = (stale: readonly string[], clauses: Relationship[0] = REWARD, events: Relationship[2] = {}) =>
    tell({
      clauses,
      events,
      words: clauses === REWARD ? bothFacts('roas') : definitions(false),
      days: MONTHS,
      values: (asOf) => ({
        '2026-01': { revenue: '1000', spend: '500' },
        '2026-02': bySide(asOf, stale) ?? {},
        '2026-03': { revenue: '1500', spend: '1000' },
        '2026-04': { revenue: '2000', spend: '1000' },
        '2026-05': { revenue: '2000', spend: '1000' },
      }),
    });

  test('whose decision is the mean because both parties keep the data says so, and names the periods of the mean', () => {
    const both = told(['revenue', 'spend']);
    expect(both.statement('2026-02')).toContain(
      'at the mean of its latest settled amounts (2026-01: 1,000.00), because data of both parties is involved.',
    );
    expect(both.statement('2026-02', 'zh')).toContain('因涉及双方的数据，按最近已结算金额的均值（2026-01：1,000.00）计');
    // Held by the statements of 5 March, April and May; decided by that of 5 June.
    const decided = both.statement('2026-05');
    expect(decided).toContain(
      'held too long: the mean of the last settled amounts, final (2026-04: 1,000.00, 2026-03: 500.00, 2026-01: 1,000.00; since data of both parties are involved)',
    );
    expect(part(decided, 'What happened since the last statement')).toContain(
      '- **2026-02 · Bonus**: its hold has lasted as long as agreed: decided for good at USD 833.33.',
    );
    expect(both.explained('2026-05', 'true-up/2026-02/reward')).toContain('2026-04: 1,000.00, 2026-03: 500.00, 2026-01: 1,000.00');
    expect(both.explained('2026-05', 'true-up/2026-02/reward', 'zh')).toContain('2026-01：1,000.00；因涉及双方的数据');
  });

  test('of one party goes for the other; a commission that lacks its base pays the mean', () => {
    expect(told(['spend']).statement('2026-02')).toContain("in the brand's favour, because the provider's data is missing");
    expect(told(['revenue']).statement('2026-02')).toContain("in the provider's favour, because the brand's data is missing");
    const commission = told(['revenue'], SALES);
    expect(commission.statement('2026-02')).toContain(
      "at the mean of its latest settled amounts (2026-01: 100.00), because the brand's data is missing.",
    );
    expect(commission.statement('2026-02')).not.toContain('where only a gate is unknown');
    const gate = { id: 'enough', metric: 'gmv', atLeast: 100, blocks: ['sales'] };
    const gated = told(['revenue'], { ...SALES, gates: [gate] });
    expect(gated.statement('2026-02')).toContain(
      "because the brand's data is missing; where only a gate is unknown, it is decided in the provider's favour.",
    );
    expect(gated.statement('2026-02', 'zh')).toContain('（2026-01：100.00）计；仅前置条件无法判断的，按有利于服务方的金额计');
    // The mean of 200, 150 and 100.
    expect(commission.statement('2026-05')).toContain('| **True-up 2026-02 · Commission** | 150.00 | payable | held too long: the mean');
    expect(commission.statement('2026-05')).not.toContain('since data of both parties');
  });

  test('of a wager counts as exactly on target, whoever keeps the data; one by data of the provider wins it no stake', () => {
    const words = definitions(true);
    const metrics = { ...(words.metrics as object), cost: { title: 'Cost', formula: 'spend', unit: 'money', type: 'flow' } };
    const bet = { id: 'bet', kind: 'wager', better: 'higher', over: 'quarter', deadband: 0, onEarlyEnd: 'scale' };
    const month = (revenue: string | null, spend: string | null) => ({ revenue, spend });
    const wagered = (fee: object, revenue: string | null, spend: string | null, more: object = {}, march: string | null = '1000') =>
      tell({
        clauses: { fees: [{ ...bet, ...fee }], watch: ['roas', 'cost'], ...more },
        words: { ...words, metrics },
        days: MONTHS,
        values: () => ({ '2026-01': month('1000', '500'), '2026-02': month(revenue, spend), '2026-03': month(march, '500') }),
      });

    const sales = { metric: 'gmv', target: 5000, rate: '2%', limit: 200 };
    const byBrand = wagered(sales, null, '500');
    expect(byBrand.statement('2026-03')).toContain("it is counted as exactly on target, because the brand's data is missing.");
    expect(byBrand.statement('2026-03', 'zh')).toContain('因缺失数据由品牌方负责，对赌按恰好达标计');
    expect(byBrand.statement('2026-03', 'zh')).not.toContain('按有利于服务方的金额计');
    // Held by the statements of 5 April, May and June; that of 5 July pays 2% of nothing.
    expect(byBrand.statement('2026-06')).toContain(
      '| **True-up 2026-03 · Wager** | 0.00 | nothing | held too long because of the brand’s data: counts as exactly on target, final',
    );
    expect(byBrand.statement('2026-06', 'zh')).toContain('因品牌方数据长期暂缓结算：对赌按恰好达标了结，不再变动');
    expect(byBrand.explained('2026-06', 'true-up/2026-03/bet')).toContain('counts as exactly on target, final');

    const cost = { metric: 'cost', target: 1200 };
    const byProvider = wagered({ ...cost, rate: '2%', limit: 200 }, '1000', null);
    expect(byProvider.statement('2026-06', 'zh')).toContain('因服务方数据长期暂缓结算：对赌按恰好达标了结，不再变动');
    expect(byProvider.statement('2026-03')).toContain("it is counted as exactly on target, because the provider's data is missing.");
    // A stake of 100 would be won on target.
    const staked = wagered({ ...cost, stake: 100 }, '1000', null);
    expect(staked.statement('2026-03')).toContain("it is decided in the brand's favour, because the provider's data is missing.");
    expect(staked.statement('2026-06')).toContain(
      '| **True-up 2026-03 · Wager** | 0.00 | nothing | held too long because of the provider’s data: counts against the provider, final',
    );
    // a wager that is known, and waited for a gate by the brand's data
    const gate = { id: 'enough', metric: 'gmv', atLeast: 1, blocks: ['bet'] };
    const gated = wagered({ metric: 'cost', target: 500, rate: '2%', limit: 200 }, '1000', '500', { gates: [gate] }, null);
    expect(gated.statement('2026-06')).toContain('counts in the provider’s favour, final');
  });

  test('whose mean takes a disputed line takes what was computed, and says so', () => {
    // of January's 100 the brand holds 60 to be right, on 2 February; escalated, that is open until 3 April
    const page = told(['revenue'], SALES, {
      '2026-02-02-d.yaml': { kind: 'dispute', party: 'brand', period: '2026-01', line: 'sales', claimed: 60, reason: 'r', evidence: ['e'] },
      '2026-02-03-e.yaml': { kind: 'escalation', party: 'brand', answers: '2026-02-02-d.yaml' },
    });
    expect(page.statement('2026-01')).toContain('Computed 100.00, claimed 60.00');
    expect(page.statement('2026-02')).toContain('at the mean of its latest settled amounts (2026-01: computed 100.00), because');
    expect(page.statement('2026-02', 'zh')).toContain('（2026-01：计算金额 100.00）');
  });
});

describe('the balance', () => {
  const told = (events: Relationship[2]) =>
    tell({
      clauses: SALES,
      events,
      days: MONTHS.slice(0, 2),
      values: () => ({ '2026-01': { revenue: '1000' }, '2026-02': { revenue: '2000' } }),
    });
  const balanceOf = (events: Relationship[2]) => part(told(events).statement('2026-02'), 'Payment balance');

  test('lists the payments it counts: what both filed once, a negative one as a repayment', () => {
    const events = {
      '2026-02-10-a.yaml': payment('brand', 130, '2026-02-09', 'TT-1'),
      '2026-02-11-b.yaml': payment('provider', 130, '2026-02-09', 'TT-1'),
      '2026-02-20-c.yaml': payment('provider', -30, '2026-02-19', 'R-1'),
      '2026-03-06-d.yaml': payment('brand', 5, '2026-03-06', 'TT-2'),
    };
    expect(balanceOf(events)).toBe(
      `Payment balance

**Brand owes Agency USD 200.00**

| Open of | Amount (USD) | Due on |
| :-- | --: | :-- |
| 2026-02 | 200.00 | 2026-03-30 |
| **Balance** | **200.00** |  |

**Payments counted**

| Date | Amount (USD) | Payment | Reference | Filed by |
| :-- | --: | :-- | :-- | :-- |
| 2026-02-09 | 130.00 | Brand to Agency | TT-1 | both |
| 2026-02-19 | -30.00 | repayment: Agency to Brand | R-1 | Agency |
| **Paid in all** | **100.00** |  |  |  |

`,
    );
    const zh = part(told(events).statement('2026-02', 'zh'), '往来余额');
    expect(zh).toContain('| 2026-02-19 | -30.00 | 退款：Agency 退 Brand | R-1 | Agency |');
  });

  test('adds up: with what was paid too much, and with what was repaid beyond it', () => {
    expect(balanceOf({ '2026-02-10-a.yaml': payment('brand', 350, '2026-02-09', 'TT-1') })).toContain(
      '| Credit of Brand | -50.00 |  |\n| **Balance** | **-50.00** |  |',
    );
    expect(balanceOf({ '2026-02-10-a.yaml': payment('brand', -20, '2026-02-09', 'R-1') })).toContain(
      '| 2026-01 | 100.00 | 2026-03-02, overdue |\n| 2026-02 | 200.00 | 2026-03-30 |\n| Repaid, and owed again | 20.00 |  |\n| **Balance** | **320.00** |  |',
    );
    expect(balanceOf({ '2026-02-10-a.yaml': payment('brand', 300, '2026-02-09', 'TT-1') })).not.toContain('Open of');
  });

  test('shows hostile references as text', () => {
    const page = balanceOf({ '2026-02-10-a.yaml': payment('brand', 1, '2026-02-09', '| @everyone <b> [x](http://y)') });
    expect(page).toContain('| \\| @&#8203;everyone &lt;b&gt; \\[x\\](http:&#8203;//y) |');
  });
});

describe('disputes', () => {
  const dispute = (period: string, claimed: number) => ({
    kind: 'dispute',
    party: 'brand',
    period,
    line: 'sales',
    claimed,
    reason: 'returns',
    evidence: ['x'],
  });
  const told = (events: Relationship[2]) =>
    tell({
      clauses: SALES,
      events,
      days: MONTHS.slice(0, 3),
      values: () => ({ '2026-01': { revenue: '1000' }, '2026-02': { revenue: '2000' } }),
    });

  test('of what was settled are listed in later statements until they lapse, and then said to have lapsed', () => {
    const { statement } = told({ '2026-02-12-d.yaml': dispute('2026-01', 40) });
    expect(part(statement('2026-02'), 'Disputed')).toContain(
      '- **2026-01 · Commission**: disputed (2026-02-12-d.yaml); lapses unless resolved by 2026-03-13\n' +
        '  - Brand: “returns”\n' +
        '  - Claimed 40.00; until then it stays at USD 100.00 as settled, and is due as settled.',
    );
    expect(part(statement('2026-02', 'zh'), '争议事项')).toContain('主张金额 40.00；在此之前维持已结算的 USD 100.00，照常到期付款。');
    expect(part(statement('2026-03'), 'Disputed')).toBe('');
    expect(part(statement('2026-03'), 'What happened since the last statement')).toContain(
      '- **2026-01 · Commission**: the dispute `2026-02-12-d.yaml` lapsed on 2026-03-14: it had set nothing aside, and the line is no longer frozen.',
    );
  });

  /* 10% of 1000 is 100.00: the brand that claims 150.00 would pay 50.00 more; nothing is set aside, whoever claims more. */
  test('against the interest of whoever files them say so, and set nothing aside', () => {
    const { statement } = told({ '2026-02-04-d.yaml': dispute('2026-01', 150) });
    const said = part(statement('2026-01'), 'Disputed');
    expect(said).toContain('Computed 100.00, claimed 150.00; the computed amount is paid meanwhile, and nothing is set aside.');
    expect(said).toContain('Brand disputes it against itself: by the claim it would be USD 50.00 worse off. A resolution by both ends it.');
    expect(part(statement('2026-01', 'zh'), '争议事项')).toContain('按所主张的金额，将多承担 USD 50.00。');
    expect(part(statement('2026-02'), 'Disputed')).toContain(
      'Computed 100.00, claimed 150.00; the computed amount is paid meanwhile, and nothing is set aside.',
    );
    const own = told({ '2026-02-04-d.yaml': { ...dispute('2026-01', 150), party: 'provider' } }).statement('2026-01');
    expect(part(own, 'Disputed')).toContain('and nothing is set aside.');
    expect(own).not.toContain('against itself');
  });

  /* January comes to 1,200.00 in March, and the term is ended for the end of May: what both fixed at 70.00 is moved by neither. */
  test('that are resolved have moved the line alone, whatever else came', () => {
    const page = tell({
      clauses: { ...SALES, exit: { noticeDays: 10, handoverDays: 5, checklist: ['data_export'] } },
      events: {
        '2026-02-12-d.yaml': dispute('2026-01', 40),
        '2026-02-20-r.yaml': { kind: 'resolution', answers: '2026-02-12-d.yaml', amount: 70 },
        '2026-02-25-t.yaml': { kind: 'termination', party: 'provider', on: '2026-05-31', cause: 'c' },
      },
      days: MONTHS.slice(0, 2),
      values: (asOf) => ({ '2026-01': { revenue: asOf === MONTHS[0] ? '1000' : '1200' }, '2026-02': { revenue: '2000' } }),
    }).statement('2026-02');
    expect(page).toContain('agreed at 70.00');
    expect(part(page, 'What changed since it was settled')).toContain(
      '- **True-up 2026-01 · Commission**: resolution `2026-02-20-r.yaml`\n',
    );
  });

  test('that claim more than was computed set nothing aside, and lapse without an amount', () => {
    const { statement } = told({ '2026-02-04-d.yaml': dispute('2026-01', 140) });
    const third = part(statement('2026-03'), 'What happened since the last statement');
    expect(third).toContain(
      'the dispute `2026-02-04-d.yaml` lapsed on 2026-03-06: it had set nothing aside, and the line is no longer frozen.',
    );
    expect(third).not.toContain('0.00');
    expect(part(statement('2026-03', 'zh'), '上次结算以来的事项')).toContain('已于 2026-03-06 失效：未搁置任何金额，该项不再冻结。');
  });

  test('that set something aside say what stays so, and what counts again', () => {
    const { statement } = told({ '2026-02-04-d.yaml': dispute('2026-01', 40) });
    expect(part(statement('2026-01'), 'Disputed')).toContain(
      'Computed 100.00, claimed 40.00; the undisputed part is paid. USD 60.00 is set aside.',
    );
    const lapsed = statement('2026-02');
    // 4 February and 30 days: 6 March, the day after the second statement.
    expect(part(lapsed, 'Disputed')).toContain('Computed 100.00, claimed 40.00; USD 60.00 stays set aside.');
    const third = statement('2026-03');
    expect(third).toContain(
      '| 60.00 | payable | Commission of 2026-01 is now 100.00, settled 40.00 (the dispute 2026-02-04-d.yaml lapsed on 2026-03-06) |',
    );
    expect(part(third, 'What happened since the last statement')).toContain(
      'the dispute `2026-02-04-d.yaml` lapsed on 2026-03-06: the USD 60.00 it had set aside count again.',
    );
    expect(part(third, 'What changed since it was settled')).toContain('the dispute `2026-02-04-d.yaml` lapsed');
  });
});

test('a termination is named by the statement that first knows of it, and at the head of every later one', () => {
  const events = { '2026-01-20-end.yaml': { kind: 'termination', party: 'provider', on: '2026-02-20', cause: 'moved on' } };
  const { statement } = tell({ clauses: SALES, events, days: MONTHS.slice(0, 2), values: () => ({ '2026-01': { revenue: '1000' } }) });
  const head = '- **Termination**: by the provider with `2026-01-20-end.yaml`: the term ends on 2026-02-20';
  for (const period of ['2026-01', '2026-02']) expect(statement(period)).toContain(head);
  expect(part(statement('2026-01'), 'What happened since the last statement')).toContain(
    'The contract was terminated by the provider with `2026-01-20-end.yaml`; the term ends on 2026-02-20.',
  );
  expect(part(statement('2026-02'), 'What happened since the last statement')).toBe('');
  expect(statement('2026-01', 'zh')).toContain('服务方以 `2026-01-20-end.yaml` 终止合同，合同期于 2026-02-20 结束。');
});

describe('a true-up', () => {
  const changed = (page: string) => part(page, 'What changed since it was settled');

  test('says what changed, however small it is: data, an event, or another line', () => {
    const waive = {
      kind: 'exclusion',
      reason: 'fraud',
      kpis: ['roas'],
      treatment: 'waive',
      periods: ['2026-01'],
      scoreAs: '50%',
      evidence: ['x'],
    };
    const { statement } = tell({
      clauses: {
        ...REWARD,
        exclusions: { fileWithinDays: 60, maxDays: 60 },
        fees: [...REWARD.fees, ...SALES.fees, { id: 'least', kind: 'guarantee', amount: 1050, recoverable: false }],
      },
      words: definitions(true),
      events: { '2026-02-20-waive.yaml': waive },
      days: MONTHS.slice(0, 3),
      values: (asOf) => ({ '2026-01': { revenue: asOf > '2026-03-05' ? '401' : '400', spend: '200' } }),
    });
    const second = changed(statement('2026-02'));
    expect(second).toContain('- **True-up 2026-01 · Bonus**: exclusion `2026-02-20-waive.yaml`');
    const third = changed(statement('2026-03'));
    expect(third).toContain('- **True-up 2026-01 · Commission**: data of GMV (table below)\n');
    // a guarantee is computed from the other lines
    expect(third).toContain('- **True-up 2026-01 · Guarantee**: it follows from True-up 2026-01 · Commission, True-up 2026-01 · Bonus');
    expect(third).toContain('| 2026-01 | GMV · `revenue` | 2026-01-01 | 400.00 | 401.00 | 1 → 1 |');
  });

  test('follows only from lines that it is computed from', () => {
    const back = { id: 'back', kind: 'rebate', base: 'gmv', tiers: { 0: '1%' }, mode: 'marginal', accumulate: 'period' };
    const { statement, explained } = tell({
      clauses: { fees: [...SALES.fees, { id: 'least', kind: 'guarantee', amount: 1300, recoverable: false }, back] },
      days: MONTHS.slice(0, 2),
      // 10% of 12,000 and of 12,500: 1,200.00 and 1,250.00, so that the guarantee adds 100.00, then 50.00; the rebate is in no guarantee.
      values: (asOf) => ({ '2026-01': { revenue: asOf > '2026-02-05' ? '12500' : '12000' } }),
    });
    const second = statement('2026-02');
    expect(second).toContain('| **True-up 2026-01 · Guarantee** | -50.00 |');
    expect(changed(second)).toContain('- **True-up 2026-01 · Commission**, **True-up 2026-01 · Rebate**: data of GMV (table below)\n');
    expect(changed(second)).toContain('- **True-up 2026-01 · Guarantee**: it follows from True-up 2026-01 · Commission\n');
    expect(explained('2026-02', 'true-up/2026-01/least')).toContain('-50.00');
  });

  test('of a cap, after a resolution at what was paid, follows from the line that was resolved', () => {
    const { statement } = tell({
      clauses: { fees: [...SALES.fees, { id: 'ceiling', kind: 'cap', period: 1000, term: 9000 }] },
      days: MONTHS.slice(0, 2),
      events: {
        '2026-02-03-d.yaml': {
          kind: 'dispute',
          party: 'brand',
          period: '2026-01',
          line: 'sales',
          claimed: 900,
          reason: 'x',
          evidence: ['y'],
        },
        '2026-02-20-r.yaml': { kind: 'resolution', party: 'brand', answers: '2026-02-03-d.yaml', amount: 900 },
      },
      // 10% of 12,000 is 1,200.00, of which the cap cuts 200.00 while 900.00 are paid; of 900.00 it cuts nothing.
      values: () => ({ '2026-01': { revenue: '12000' } }),
    });
    const second = statement('2026-02');
    expect(second).toContain('| **True-up 2026-01 · Cap** | 200.00 |');
    expect(changed(second)).toContain('- **True-up 2026-01 · Cap**: it follows from 2026-01 · Commission\n');
    expect(part(second, 'What happened since the last statement')).toContain(
      '- **2026-01 · Commission**: both have resolved the dispute `2026-02-03-d.yaml` with `2026-02-20-r.yaml`: it is fixed at USD 900.00, which is what it stood at.',
    );
    expect(part(statement('2026-02', 'zh'), '上次结算以来的事项')).toContain(
      '双方以 `2026-02-20-r.yaml` 就争议 `2026-02-03-d.yaml` 达成和解：最终定为 USD 900.00，与此前计入的金额相同。',
    );
  });

  test('that a review acknowledges when its days had passed is said to count by itself', () => {
    const review = (acknowledges: string) => ({
      kind: 'review',
      party: 'brand',
      period: '2026-02',
      findings: ['x'],
      acknowledges: [acknowledges],
    });
    const told = (file: string) =>
      changed(
        tell({
          clauses: SALES,
          days: MONTHS.slice(0, 3),
          events: { [file]: review('true-up/2026-01/sales') },
          values: (asOf) => ({ '2026-01': { revenue: asOf > '2026-02-05' ? '2000' : '1000' } }),
        }).statement('2026-03'),
      );
    // 100.00 become 200.00 in the statement as of 5 March: it waits for ten days, and counts by itself from the 15th on
    expect(told('2026-03-14-r.yaml')).toContain('- **True-up 2026-01 · Commission**: review `2026-03-14-r.yaml`\n');
    expect(told('2026-03-15-r.yaml')).toContain(
      '- **True-up 2026-01 · Commission**: not acknowledged within 10 days, so that it counts by itself\n',
    );
  });

  test('that waits on is said to have been listed before', () => {
    const { statement } = tell({
      clauses: { ...SALES, acceptance: { days: 60, silence: 'accepts' } },
      days: MONTHS.slice(0, 3),
      values: (asOf) => ({ '2026-01': { revenue: asOf > '2026-02-05' ? '2000' : '1000' } }),
    });
    expect(changed(statement('2026-03'))).toContain('first listed as of 2026-03-05, and nothing has changed since');
  });
});

test('a milestone that nobody answered is given, not accepted', () => {
  const clauses = { fees: [...SALES.fees, { id: 'launch', kind: 'milestone', amount: 500, due: '2026-06-30' }] };
  const request = { kind: 'acceptance_request', milestone: 'launch', on: '2026-01-10' };
  const told = (events: Relationship[2]) =>
    tell({ clauses, events, days: MONTHS.slice(0, 1), values: () => ({ '2026-01': { revenue: '0' } }) });
  const given = told({ '2026-01-10-asked.yaml': request });
  expect(given.statement('2026-01')).toContain('| 500.00 | payable | reached, and given on 2026-01-20: not answered within 10 days |');
  expect(given.statement('2026-01')).not.toContain('accepted on');
  expect(part(given.statement('2026-01'), 'What happened since the last statement')).toContain(
    '**Milestone** · `launch`: given: the request `2026-01-10-asked.yaml` was not answered within 10 days.',
  );
  expect(given.explained('2026-01', 'launch')).toContain('given on: 2026-01-20');
  expect(given.statement('2026-01', 'zh')).toContain('已达成，并于 2026-01-20 视为验收通过：10 天内未获答复');
  const answer = { kind: 'acceptance', milestone: 'launch', on: '2026-01-12', answers: '2026-01-10-asked.yaml' };
  const accepted = told({ '2026-01-10-asked.yaml': request, '2026-01-12-yes.yaml': answer }).statement('2026-01');
  expect(accepted).toContain('| 500.00 | payable | reached and accepted on 2026-01-12 |');
});

test('a milestone that was accepted after the period and before its statement says where it belongs', () => {
  const clauses = { fees: [...SALES.fees, { id: 'launch', kind: 'milestone', amount: 500, due: '2026-06-30' }] };
  const told = (events: Relationship[2]) =>
    tell({ clauses, events, days: MONTHS.slice(0, 2), values: () => ({ '2026-01': { revenue: '0' }, '2026-02': { revenue: '0' } }) });
  // January's statement is of 5 February
  const yes = { kind: 'acceptance', milestone: 'launch', on: '2026-02-03' };
  const accepted = told({ '2026-02-03-yes.yaml': yes });
  expect(accepted.statement('2026-01')).toContain('| 0.00 | nothing | accepted on 2026-02-03: it belongs to 2026-02 |');
  expect(accepted.statement('2026-01', 'zh')).toContain('已于 2026-02-03 验收，归入 2026-02 结算');
  expect(accepted.statement('2026-02')).toContain('| 500.00 | payable | reached and accepted on 2026-02-03 |');
  // accepted after it: January's statement knows nothing of it
  const later = told({ '2026-02-06-yes.yaml': { ...yes, on: '2026-02-06' } });
  expect(later.statement('2026-01')).toContain('| 0.00 | nothing | not accepted yet |');
  // asked on 24 January, not answered within ten days
  const given = told({ '2026-01-24-asked.yaml': { kind: 'acceptance_request', milestone: 'launch', on: '2026-01-24' } });
  expect(given.statement('2026-01')).toContain('given on 2026-02-03, not answered within 10 days: it belongs to 2026-02 |');
  expect(given.explained('2026-01', 'launch')).toContain('given on: 2026-02-03');
});

test('a total to date says which periods it leaves out', () => {
  const { statement, explained } = tell({
    clauses: TERM_SALES,
    days: MONTHS.slice(0, 3),
    values: () => ({ '2026-01': { revenue: '1000' }, '2026-02': { revenue: null }, '2026-03': { revenue: '500' } }),
  });
  expect(statement('2026-03')).toContain('on 500.00, 1,500.00 in the term so far (without 2026-02, held) · at 10% · 150.00 − 100.00');
  expect(statement('2026-03', 'zh')).toContain('本期基数 500.00，合同期内累计 1,500.00（不含 2026-02（暂缓结算））');
  expect(explained('2026-03', 'sales')).toContain('(without 2026-02, held)');
});

test('amounts in what is said of a line have the currency’s digits, rates and tiers are as they were agreed', () => {
  const { statement, explained } = tell({ clauses: SALES, days: MONTHS.slice(0, 1), values: () => ({ '2026-01': { revenue: '1500.5' } }) });
  // 10% of 1,500.50 is 150.05.
  expect(statement('2026-01')).toContain('| 150.05 | payable | on a base of 1,500.50 · 10% × 1,500.50 |');
  expect(statement('2026-01', 'zh')).toContain('| 应付 | 计提基数 1,500.50 · 10% × 1,500.50 |');
  expect(explained('2026-01', 'sales')).toContain('on a base of 1,500.50');
});

test('a preview is headed as one: no run, no deadlines, no digests', () => {
  const { statement } = tell({ clauses: SALES, days: MONTHS.slice(0, 1), values: () => ({ '2026-01': { revenue: '1000' } }) });
  const preview = statement('2026-01', 'en', true);
  expect(preview).toContain('# Preview of statement 2026-01 · Test\n');
  expect(preview).toContain('Preview: nothing is settled by it; figures may still change.');
  expect(preview).toContain('**Would pay USD 100.00**');
  expect(preview).not.toMatch(/run 1|may be disputed|Digests/);
  expect(statement('2026-01', 'zh', true)).toContain('# 结算单预览 2026-01 · Test\n');
  expect(statement('2026-01')).toContain('· run 1');
});

test('explain says once what the reason says', () => {
  const clauses = { fees: SALES.fees, gates: [{ id: 'enough', metric: 'gmv', atLeast: 5000, blocks: ['sales'] }] };
  const { explained } = tell({ clauses, days: MONTHS.slice(0, 1), values: () => ({ '2026-01': { revenue: '1000' } }) });
  expect(explained('2026-01', 'sales').match(/gate enough failed/g)).toHaveLength(1);
});

describe('a wager tells all that its amount is computed from', () => {
  const bet = (pays: object) => ({
    term: { from: '2026-02-15', to: '2026-06-30' },
    fees: [
      {
        id: 'bet',
        kind: 'wager',
        metric: 'gmv',
        better: 'higher',
        target: 1000,
        over: 'quarter',
        deadband: 100,
        onEarlyEnd: 'void',
        ...pays,
      },
    ],
  });
  const told = (pays: object, revenue: string) => {
    const days = ['2026-03-05', '2026-04-05', '2026-05-05', '2026-06-05', '2026-07-05'];
    const values = () => ({ '2026-04': { revenue: '200' }, '2026-05': { revenue: '300' }, '2026-06': { revenue } });
    return tell({ clauses: bet(pays), days, values });
  };

  test('at the target, inside the deadband and beyond it: the stake, the deadband, and who wins', () => {
    // 200 + 300 + 500 = 1,000: reached.
    expect(told({ stake: 500 }, '500').statement('2026-06')).toContain(
      '| 500.00 | payable | GMV USD 1,000.00 against USD 1,000.00: USD 0.00 (deadband USD 100.00; the stake of 500.00 goes to Agency) |',
    );
    // 900 is 100 short, no more than the deadband.
    expect(told({ stake: 500 }, '400').statement('2026-06')).toContain(
      '| 0.00 | nothing | GMV USD 900.00 against USD 1,000.00: USD -100.00 (deadband USD 100.00; the stake of 500.00 goes to nobody) |',
    );
    expect(told({ stake: 500 }, '399').statement('2026-06')).toContain(
      'USD -101.00 (deadband USD 100.00; the stake of 500.00 goes to Brand)',
    );
    expect(told({ stake: 500 }, '399').statement('2026-06', 'zh')).toContain('（免计区间 USD 100.00；赌注 500.00 归 Brand）');
  });

  test('at a rate: the deadband and the limit, with the currency’s digits', () => {
    // 1,400 is 400 above the target: 10% of 300.
    expect(told({ rate: '10%', limit: 200 }, '900').statement('2026-06')).toContain(
      '| 30.00 | payable | GMV USD 1,400.00 against USD 1,000.00: USD 400.00 (deadband USD 100.00; at most 200.00) · 10% × 300.00, ±200.00 |',
    );
  });

  test('of a quarter that is in force in part, by which days all of it is scaled', () => {
    // 15 February to 31 March are 45 of 90 days: target 500, deadband 50, stake 250. Nothing was sold.
    expect(told({ stake: 500 }, '0').statement('2026-03')).toContain(
      '| -250.00 | deducted | GMV USD 0.00 against USD 500.00: USD -500.00 (deadband USD 50.00; the stake of 500.00 × 45 ÷ 90 days goes to Brand) |',
    );
  });

  test('also while it is disputed', () => {
    const dispute = { kind: 'dispute', party: 'provider', period: '2026-06', line: 'bet', claimed: 500, reason: 'late', evidence: ['x'] };
    const page = tell({
      clauses: { ...bet({ stake: 500 }), disputes: { days: 60, expert: 'An expert' } },
      events: { '2026-07-03-d.yaml': dispute },
      days: ['2026-07-05'],
      values: () => ({}),
    }).statement('2026-06');
    expect(page).toContain('computed -500.00, claimed 500.00; GMV USD 0.00 against USD 1,000.00: USD -1,000.00; deadband USD 100.00');
    expect(page).toContain('Computed -500.00, claimed 500.00; no part of it is undisputed, so nothing is paid meanwhile.');
  });
});

/* Sales of 1,000, 1,500 and 750 in the half of March that a termination leaves: half of a month is not half as good. */
test('a flow of a month that a termination cut short is not compared with that of a whole one', () => {
  const { statement } = tell({
    clauses: { ...SALES, exit: { noticeDays: 10, handoverDays: 5, checklist: ['data_export'] } },
    events: { '2026-02-10-t.yaml': { kind: 'termination', party: 'provider', on: '2026-03-15', cause: 'c' } },
    days: ['2026-02-05', '2026-03-05', '2026-03-20'],
    values: () => ({ '2026-01': { revenue: '1000' }, '2026-02': { revenue: '1500' }, '2026-03': { revenue: '750' } }),
  });
  const trendOf = (period: string) => /^\| \*\*GMV.*$/m.exec(statement(period))?.[0] ?? '';
  expect(trendOf('2026-02')).toContain('+50.0%');
  expect(trendOf('2026-03')).toContain('750.00');
  expect(trendOf('2026-03')).not.toMatch(/-50\.0%/);
});

describe('a final statement', () => {
  const short = { ...SALES, term: { from: '2026-01-01', to: '2026-01-31' } };
  const told = (events: Life['events'] = {}) =>
    tell({
      clauses: short,
      events,
      days: ['2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05'],
      values: () => ({ '2026-01': { revenue: '1000' } }),
    });

  test('says what is still to pay, and that nothing is open only where nothing is', () => {
    const unpaid = told();
    expect(unpaid.statement('2026-04')).toContain(
      '**Final statement: nothing is left to settle. Still to pay: Brand owes Agency USD 100.00.**',
    );
    expect(unpaid.statement('2026-04', 'zh')).toContain('**最终结算单：已无待结算事项；尚待付款：Brand 应付 Agency USD 100.00。**');
    const paid = told({ '2026-02-20-p.yaml': payment('brand', 100, '2026-02-20', 'W') });
    expect(paid.statement('2026-04')).toContain('**Final statement: nothing is left open.**');
  });

  test('of which nothing can be disputed names no day until when, and is accepted all the same', () => {
    const page = told().statement('2026-04');
    expect(page).not.toContain('Dispute until');
    expect(page).toContain(
      '- **Accepted**: once both parties approve its pull request, or on 2026-05-15; on the default branch it is accepted',
    );
    expect(told().statement('2026-04', 'zh')).toContain(
      '- **确认方式**：双方批准其合并请求即为确认，未批准的至 2026-05-15 自动确认；已并入默认分支的即已确认',
    );
    expect(told().statement('2026-01')).toContain('- **Dispute until**: **2026-02-15**');
  });
});

test('what is recovered of a draw is never more than the draw', () => {
  const fees = [...SALES.fees, { id: 'floor', kind: 'guarantee', amount: 400, recoverable: true }];
  const { statement } = tell({
    clauses: { fees },
    days: MONTHS.slice(0, 3),
    values: () => ({ '2026-01': { revenue: '3000' }, '2026-02': { revenue: '9000' }, '2026-03': { revenue: '1000' } }),
  });
  // 300 earned of 400: 100 drawn. 900 in February: 500 above the guarantee, of which the 100.
  expect(statement('2026-02')).toContain(
    '| -100.00 | deducted | recovers 100.00 of the draw of 100.00 · −min(100.00, max(0, 900.00 − 400.00)) |',
  );
  expect(statement('2026-02', 'zh')).toContain('| 应扣 | 保底垫付余额 100.00，本期回收 100.00 · ');
  expect(statement('2026-03')).toContain('no draw to recover');
});

test('a cap of the term says what of it is used, and a total to date by which tiers', () => {
  const capped = { fees: [...SALES.fees, { id: 'ceiling', kind: 'cap', term: 250 }] };
  const values = () => ({ '2026-01': { revenue: '1500' }, '2026-02': { revenue: '1500' } });
  // 150 of 250 are used by January: 100 are left of February's 150.
  expect(tell({ clauses: capped, days: MONTHS.slice(0, 2), values }).statement('2026-02')).toContain(
    '| -50.00 | deducted | subtotal 150.00, at most 100.00 (left of 250.00 for the term, of which 150.00 is used) · −max(0, 150.00 − 100.00) |',
  );
  const tiers = { fees: [{ ...TERM_SALES.fees[0], tiers: { 0: '10%', 2000: '20%' } }] };
  // 3,000 in all: 200 + 20% of 1,000 = 400; 1,500 before: 150.
  expect(tell({ clauses: tiers, days: MONTHS.slice(0, 2), values }).statement('2026-02')).toContain(
    '| 250.00 | payable | on 1,500.00, 3,000.00 in the term so far · each tier on its own part: from 0: 10%, from 2,000: 20% · 400.00 − 150.00 |',
  );
});

describe('what a hold needs', () => {
  const { terms } = relationship(SALES);
  const needed = (codes: readonly CauseCode[], locale: Locale) =>
    neededData(
      codes.map((code) => ({ code, with: {} })),
      wording(terms, locale),
    );

  test('is what was wrong with the data, not always more of it', () => {
    expect(needed(['stale'], 'en')).toBe('complete data');
    expect(needed(['duplicates'], 'en')).toBe('data without doubled rows');
    expect(needed(['repeated-keys', 'duplicates', 'unreviewed'], 'en')).toBe('data without doubled rows');
    expect(needed(['stale', 'nulls'], 'en')).toBe('complete data and data without gaps in amounts and currencies');
    expect(needed(['no-rate'], 'zh')).toBe('提供可用的汇率');
    expect(needed(['stale', 'duplicates'], 'zh')).toBe('补齐数据、提供没有重复行的数据');
  });

  test('is no data where the brand alone has to acknowledge what is above a limit', () => {
    expect((['over-limit', 'over-acknowledged', 'unreviewed'] as const).some((code) => needsData({ code, with: {} }))).toBe(false);
  });
});

test('of data that nobody knows to have arrived no day is told', () => {
  const stale = (locale: Locale) => reasonText({ code: 'stale', with: { fact: 'ads', freshAt: '-' } }, locale);
  expect(stale('en')).toBe('data of ads is not complete for the period (nothing says that any of it has arrived)');
  expect(stale('zh')).toBe('ads 的数据尚未覆盖整个结算期（尚无任何数据到达的记录）');
});
