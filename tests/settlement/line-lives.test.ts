import { describe, expect, test } from 'vitest';
import { type Day, definitions, linesOf, relationship, settleDays, type Values } from './relationship.js';

/* Lives of lines through whole settlements; every figure is worked out by hand. */

type Clauses = Parameters<typeof relationship>[0];
type Events = Parameters<typeof relationship>[2];

const dispute = { kind: 'dispute', party: 'brand', reason: 'returns', evidence: ['list'] };
const sales = { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' };
const month = (trueUpPeriods: number) => ({ every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods });
const gmv = (...sums: readonly (string | null)[]): Values =>
  Object.fromEntries(sums.map((revenue, index) => [`2026-${String(index + 1).padStart(2, '0')}`, { revenue }]));

/** What every statement lists, `asOf` and what was measured by then given; with events by file name. */
function lived(clauses: Clauses, days: readonly Day[], events: Events = {}, words = definitions(false)): string[] {
  const { terms, events: known } = relationship(clauses, words, events);
  return settleDays(terms, known, days).map(
    ({ statement }) => `${statement.period} ${linesOf(statement).join(', ')}${statement.final ? ' final' : ''}`,
  );
}

/** The same, with what each statement says is held. */
function livedWithHolds(clauses: Clauses, days: readonly Day[], events: Events): string[] {
  const { terms, events: known } = relationship(clauses, undefined, events);
  return settleDays(terms, known, days).map(({ statement }) => {
    const held = statement.held.map(({ line }) => line).join(' ');
    return `${statement.period} ${linesOf(statement).join(', ')} [${held}]${statement.final ? ' final' : ''}`;
  });
}

describe('a disputed line whose data become undefined', () => {
  // 100 computed, the brand claims 60: 60 paid, 40 set aside. In March January's sales are stale.
  const disputed = (days: number) => ({
    term: { from: '2026-01-01', to: '2026-02-28' },
    calendar: month(3),
    fees: [sales],
    holds: { maxPeriods: 2 },
    disputes: { days, expert: 'An expert' },
  });
  const filed = {
    '2026-02-01-d.yaml': { ...dispute, period: '2026-01', line: 'sales', claimed: 60 },
    '2026-02-02-e.yaml': { kind: 'escalation', party: 'brand', answers: '2026-02-01-d.yaml' },
  };
  const on = (...january: readonly (string | null)[]) =>
    january.map((sum, index): Day => ({ asOf: `2026-0${index + 2}-05`, values: gmv(sum, '0') }));

  test('is held, and counted; what the dispute set aside is paid when it lapses; it stays as settled when the hold expires', () => {
    // It lapses on 2 April: 40 in that month's run. The second hold is the April run's, so May's decides: as settled, 100.
    expect(livedWithHolds(disputed(30), on('1000', null, null, null, '5000'), filed)).toEqual([
      '2026-01 sales 60.00 disputed []',
      '2026-02 sales 0.00 [2026-01/sales]',
      '2026-03 true-up/2026-01/sales 40.00 [2026-01/sales]',
      '2026-04 true-up/2026-01/sales 0.00 []',
      '2026-05  [] final',
    ]);
  });

  test('is decided as settled while the dispute is open; its end pays the rest', () => {
    // It lapses on 1 June; decided in May at what it was settled at, 100, of which 40 are still disputed.
    expect(livedWithHolds(disputed(60), on('1000', null, null, null, '5000'), filed)).toEqual([
      '2026-01 sales 60.00 disputed []',
      '2026-02 sales 0.00 [2026-01/sales]',
      '2026-03  [2026-01/sales]',
      '2026-04 true-up/2026-01/sales 0.00 []',
      '2026-05 true-up/2026-01/sales 40.00 [] final',
    ]);
  });

  test('stands in every statement’s list of disputes, with what is set aside, until it is over', () => {
    const { terms, events } = relationship(disputed(60), undefined, filed);
    const ledger = settleDays(terms, events, on('1000', null, null, null, '5000'));
    const open = { period: '2026-01', line: 'sales', events: ['2026-02-01-d.yaml'], setAside: '40.00' };
    expect(ledger.map(({ statement }) => statement.disputes)).toEqual([...Array(4).fill([{ ...open, lapsesOn: '2026-06-01' }]), []]);
  });

  test('is disputed again when they come back, and moves after the dispute only', () => {
    // Back at 300 in April: nothing moves before 1 June; then 40, and 200 more wait until 15 June.
    expect(livedWithHolds(disputed(60), on('1000', null, '3000', '3000', '3000', '3000'), filed)).toEqual([
      '2026-01 sales 60.00 disputed []',
      '2026-02 sales 0.00 [2026-01/sales]',
      '2026-03  []',
      '2026-04  []',
      '2026-05 true-up/2026-01/sales 40.00 [true-up/2026-01/sales]',
      '2026-06 true-up/2026-01/sales 200.00 [] final',
    ]);
  });

  test('is fixed by a resolution, held or not', () => {
    const resolved = { ...filed, '2026-03-20-r.yaml': { kind: 'resolution', answers: '2026-02-01-d.yaml', amount: 75 } };
    expect(livedWithHolds(disputed(60), on('1000', null, null, null, '5000'), resolved).slice(1)).toEqual([
      '2026-02 sales 0.00 [2026-01/sales]',
      '2026-03 true-up/2026-01/sales 15.00 []',
      '2026-04  []',
      '2026-05  [] final',
    ]);
  });
});

describe('disputes', () => {
  const clauses = { term: { from: '2026-01-01', to: '2026-02-28' }, calendar: month(3), fees: [sales] };

  test('pay what they had set aside when they lapse; the rest of a large move waits as always', () => {
    // 100 computed, 60 claimed: 60 paid. Lapsed on 12 March: 40 follow. The data says 300 by then: +200 of 100 waits till 15 April.
    const days = [
      { asOf: '2026-02-12', values: gmv('1000', '0') },
      { asOf: '2026-03-14', values: gmv('3000', '0') },
      { asOf: '2026-04-05', values: gmv('3000', '0') },
      { asOf: '2026-05-05', values: gmv('3000', '0') },
    ];
    const filed = { '2026-02-10-d.yaml': { ...dispute, period: '2026-01', line: 'sales', claimed: 60 } };
    expect(lived(clauses, days, filed)).toEqual([
      '2026-01 sales 60.00 disputed',
      '2026-02 sales 0.00, true-up/2026-01/sales 40.00',
      '2026-03 true-up/2026-01/sales 200.00',
      '2026-04 ',
    ]);
  });

  test('by both leave what neither disputes: the provider cannot spend the brand’s by claiming, first, just what is computed', () => {
    // 100 computed. The provider claims 100, the brand 40: 40 paid. Both have lapsed on 12 March: 60 follow.
    const days = ['2026-02-12', '2026-03-14'].map((asOf) => ({ asOf, values: gmv('1000', '0') }));
    const filed = {
      '2026-02-01-p.yaml': { ...dispute, party: 'provider', period: '2026-01', line: 'sales', claimed: 100 },
      '2026-02-10-b.yaml': { ...dispute, period: '2026-01', line: 'sales', claimed: 40 },
    };
    expect(lived(clauses, days, filed)).toEqual(['2026-01 sales 40.00 disputed', '2026-02 sales 0.00, true-up/2026-01/sales 60.00']);
  });

  test('by both name the claim that what is paid follows from', () => {
    // Of 100 the brand’s claim of -1 leaves nothing: no amount has both signs. The provider’s 1 would leave 1.
    const filed = {
      '2026-02-01-p.yaml': { ...dispute, party: 'provider', period: '2026-01', line: 'sales', claimed: 1 },
      '2026-02-02-b.yaml': { ...dispute, period: '2026-01', line: 'sales', claimed: -1 },
    };
    const { terms, events } = relationship(clauses, undefined, filed);
    const [january] = settleDays(terms, events, [{ asOf: '2026-02-05', values: gmv('1000', '0') }]);
    const because = { code: 'disputed', with: { event: '2026-02-02-b.yaml', lapsesOn: '2026-03-04' } };
    expect(january?.statement.lines[0]).toMatchObject({ amount: '0.00', computed: '100.00', claimed: '-1.00', reason: because });
  });

  test('of a correction set it aside, and its lapse pays it', () => {
    const days = ['2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05'].map((asOf) => ({ asOf, values: gmv('1000', '0') }));
    const filed = {
      '2026-02-20-c.yaml': { kind: 'correction', period: '2026-01', line: 'sales', amount: -30, reason: 'agreed' },
      '2026-03-04-d.yaml': { ...dispute, party: 'provider', period: '2026-02', line: 'correction/2026-01/sales', claimed: -10 },
    };
    expect(lived(clauses, days, filed)).toEqual([
      '2026-01 sales 100.00',
      '2026-02 sales 0.00, correction/2026-01/sales -10.00 disputed',
      '2026-03 true-up/2026-02/correction/2026-01/sales -20.00',
      '2026-04 ',
    ]);
  });

  test('of a true-up are resolved at what the true-up is to be', () => {
    // 100, then 96: the true-up of -4 is disputed when it comes up, and resolved at -1: 99 for good, whatever the data say.
    const days = [
      { asOf: '2026-02-05', values: gmv('1000', '0') },
      { asOf: '2026-03-05', values: gmv('960', '0') },
      { asOf: '2026-04-05', values: gmv('910', '0') },
      { asOf: '2026-05-05', values: gmv('910', '0') },
    ];
    const filed = {
      '2026-03-04-d.yaml': { ...dispute, party: 'provider', period: '2026-02', line: 'true-up/2026-01/sales', claimed: 0 },
      '2026-03-20-r.yaml': { kind: 'resolution', answers: '2026-03-04-d.yaml', amount: -1 },
    };
    expect(lived(clauses, days, filed)).toEqual([
      '2026-01 sales 100.00',
      '2026-02 sales 0.00, true-up/2026-01/sales 0.00 disputed',
      '2026-03 true-up/2026-01/sales -1.00',
      '2026-04 ',
    ]);
  });

  test('of a large true-up, filed before the statement that lists it, do not let it pass: it waits as always', () => {
    // 100, then 600. The provider claims all of it on the day February is settled; the brand has acknowledged nothing. 500 from 15 March on,
    // but not while it is disputed (until 4 April): in April's run.
    const days = ['02', '03', '04', '05', '06'].map(
      (at): Day => ({ asOf: `2026-${at}-05`, values: gmv(at === '02' ? '1000' : '6000', '0') }),
    );
    const filed = {
      '2026-03-05-d.yaml': { ...dispute, party: 'provider', period: '2026-02', line: 'true-up/2026-01/sales', claimed: 500 },
    };
    expect(livedWithHolds(clauses, days, filed)).toEqual([
      '2026-01 sales 100.00 []',
      '2026-02 sales 0.00, true-up/2026-01/sales 0.00 held [true-up/2026-01/sales]',
      '2026-03 true-up/2026-01/sales 500.00 []',
      '2026-04  []',
      '2026-05  [] final',
    ]);
  });

  test('of a true-up say nothing of the statements before its own', () => {
    // January and February are settled in one run; the dispute is of what February says of January, and it says nothing.
    const filed = { '2026-03-05-d.yaml': { ...dispute, period: '2026-02', line: 'true-up/2026-01/sales', claimed: 0 } };
    expect(lived(clauses, [{ asOf: '2026-03-05', values: gmv('1000', '0') }], filed)).toEqual([
      '2026-01 sales 100.00',
      '2026-02 sales 0.00',
    ]);
  });

  test('of a line whose hold is decided meanwhile set the decision aside, and pay it for good', () => {
    const hold = { ...clauses, holds: { maxPeriods: 1 }, fees: [{ ...sales, id: 'sales' }, bonus] };
    const days = ['2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05'].map((asOf) => ({ asOf, values: gmv(null, '10000') }));
    const filed = { '2026-02-10-d.yaml': { ...dispute, period: '2026-01', line: 'reward', claimed: 250 } };
    // The brand's data are stale: 100% for the provider, 1000; 250 is undisputed until 11 April. Of the commission nothing was
    // settled before: the mean is 0.
    const escalated = { ...filed, '2026-02-11-e.yaml': { kind: 'escalation', party: 'brand', answers: '2026-02-10-d.yaml' } };
    expect(lived(hold, days, escalated)).toEqual([
      '2026-01 sales 0.00 held, reward 0.00 held',
      '2026-02 sales 1000.00, reward 1000.00, true-up/2026-01/sales 0.00, true-up/2026-01/reward 250.00 disputed',
      '2026-03 ',
      '2026-04 true-up/2026-01/reward 750.00',
    ]);
  });
});

const bonus = { id: 'reward', kind: 'bonus', by: 'gmv', pool: 1000, points: { '100%': '100%' }, shape: 'step' };

describe('holds', () => {
  test('of a settled line stay as settled when they expire, finally', () => {
    const clauses = { term: { from: '2026-01-01', to: '2026-01-31' }, calendar: month(1), holds: { maxPeriods: 2 }, fees: [sales] };
    const days = [
      { asOf: '2026-02-05', values: gmv('1000') },
      { asOf: '2026-03-05', values: gmv(null) },
      { asOf: '2026-04-05', values: gmv(null) },
      { asOf: '2026-05-05', values: gmv(null) },
      { asOf: '2026-06-05', values: gmv('980') },
    ];
    expect(lived(clauses, days)).toEqual(['2026-01 sales 100.00', '2026-02 ', '2026-03 ', '2026-04 true-up/2026-01/sales 0.00 final']);
    // Known again before that, it moves as any line does.
    const back = days.map((day) => (day.asOf >= '2026-04-05' ? { ...day, values: gmv('980') } : day));
    expect(lived(clauses, back)).toEqual(['2026-01 sales 100.00', '2026-02 ', '2026-03 true-up/2026-01/sales -2.00 final']);
  });

  test('do not expire within a run that catches up', () => {
    const clauses = { term: { from: '2026-01-01', to: '2026-04-30' }, calendar: month(1), holds: { maxPeriods: 2 }, fees: [sales] };
    const values = gmv(null, '0', '0', '0');
    const days = ['2026-05-05', '2026-06-03', '2026-06-05'].map((asOf) => ({ asOf, values }));
    expect(lived(clauses, days)).toEqual([
      '2026-01 sales 0.00 held',
      '2026-02 sales 0.00',
      '2026-03 sales 0.00',
      '2026-04 sales 0.00',
      // 30 days after 5 May: the first statement that may decide it; nothing was ever settled, so the mean is 0.
      '2026-05 true-up/2026-01/sales 0.00 final',
    ]);
  });

  test('that end leave the rest of their period closed', () => {
    // Ads are stale, so January's ROAS bonus is held; its commission is settled on 1000. In March, outside the window, the ads come,
    // and the sales say 2000: ROAS 20 pays the bonus, the commission stays, also in April when nothing is held any more.
    const roas = { id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 5 };
    const clauses = {
      term: { from: '2026-01-01', to: '2026-03-31' },
      calendar: month(0),
      kpis: [roas],
      fees: [sales, { ...bonus, by: 'roas' }],
    };
    const at = (january: readonly [string, string | null]): Values => ({
      '2026-01': { revenue: january[0], spend: january[1] },
      '2026-02': { revenue: '500', spend: '100' },
      '2026-03': { revenue: '500', spend: '100' },
    });
    const days = [
      { asOf: '2026-02-05', values: at(['1000', null]) },
      { asOf: '2026-03-05', values: at(['2000', '100']) },
      { asOf: '2026-04-05', values: at(['4000', '100']) },
    ];
    expect(lived(clauses, days, {}, definitions(true))).toEqual([
      '2026-01 sales 100.00, reward 0.00 held',
      '2026-02 sales 50.00, reward 1000.00, true-up/2026-01/reward 1000.00',
      '2026-03 sales 50.00, reward 1000.00 final',
    ]);
  });

  test('for which a gate alone is to blame never cost the party they are decided for', () => {
    // The wager loses 300 for the provider; the gate on it is the brand's stale fact: on target (0) is better for the provider.
    const wager = { metric: 'roas', better: 'higher', target: 8, over: 'term', deadband: 0, onEarlyEnd: 'void' };
    const gate = { id: 'floor', metric: 'gmv', atLeast: 100, blocks: ['bet'] };
    const clauses = (custodianOfGate: 'brand' | 'provider', target: number) => ({
      term: { from: '2026-01-01', to: '2026-01-31' },
      calendar: month(1),
      holds: { maxPeriods: 1 },
      gates: [{ ...gate, metric: custodianOfGate === 'brand' ? 'gmv' : 'ads' }],
      kpis: [{ id: 'ads', metric: 'ads', owner: 'provider', better: 'higher', weight: '100%', target: 100 }],
      fees: [{ id: 'bet', kind: 'wager', ...wager, metric: custodianOfGate === 'brand' ? 'ads' : 'gmv', target, rate: '100%', limit: 500 }],
    });
    const words = definitions(true);
    const both = {
      ...words,
      metrics: {
        gmv: { title: 'GMV', formula: 'revenue', unit: 'money', type: 'flow' },
        ads: { title: 'Ads', formula: 'spend', unit: 'money', type: 'flow' },
      },
    };
    const settled = (custodian: 'brand' | 'provider', target: number) =>
      lived(
        clauses(custodian, target),
        ['2026-02-05', '2026-03-05'].map((asOf) => ({
          asOf,
          values: { '2026-01': custodian === 'brand' ? { revenue: null, spend: '100' } : { revenue: '100', spend: null } },
        })),
        {},
        both,
      );
    expect(settled('brand', 400)).toEqual(['2026-01 bet 0.00 held', '2026-02 true-up/2026-01/bet 0.00 final']);
    expect(settled('brand', 40)).toEqual(['2026-01 bet 0.00 held', '2026-02 true-up/2026-01/bet 60.00 final']);
    expect(settled('provider', 40)).toEqual(['2026-01 bet 0.00 held', '2026-02 true-up/2026-01/bet 0.00 final']);
    expect(settled('provider', 400)).toEqual(['2026-01 bet 0.00 held', '2026-02 true-up/2026-01/bet -300.00 final']);
  });
});

describe('an accumulated base', () => {
  test('that was undefined when its period left the window is known again once its data are', () => {
    // 5% of the total to date up to 1000, 10% above. January is stale until its hold is decided at the mean of nothing, 0.
    const term = { ...sales, tiers: { 0: '5%', 1000: '10%' }, accumulate: 'term' };
    const clauses = { term: { from: '2026-01-01', to: '2026-04-30' }, calendar: month(0), holds: { maxPeriods: 1 }, fees: [term] };
    const provider = { ...definitions(false) };
    const days = [
      { asOf: '2026-02-05', values: gmv(null, '1000', '1000', '1000') },
      { asOf: '2026-03-05', values: gmv(null, '1000', '1000', '1000') },
      { asOf: '2026-04-05', values: gmv('1000', '1000', '1000', '1000') },
      { asOf: '2026-05-05', values: gmv('9000', '1000', '1000', '1000') },
    ];
    // The brand's fact: a commission goes to the mean; February's 1000 is the first base: 50. Known in March's run: 3000 - 2000 at 10%.
    const found = lived(clauses, days, {}, provider);
    expect(found[0]).toBe('2026-01 sales 0.00 held');
    expect(found[1]).toBe('2026-02 sales 50.00, true-up/2026-01/sales 0.00');
    expect(found[2]).toContain('2026-03 sales 100.00');
    expect(found[3]).toContain('2026-04 sales 100.00');
  });

  test('moves a later period’s commission inside the window only: closed periods stay closed', () => {
    // The same. February was settled on a total of 1000, at 5%: 50. In March January's 1000 is known: February's would be 100.
    const term = { ...sales, tiers: { 0: '5%', 1000: '10%' }, accumulate: 'term' };
    const clauses = { term: { from: '2026-01-01', to: '2026-04-30' }, holds: { maxPeriods: 1 }, fees: [term] };
    const days = [null, null, '1000', '1000', '1000'].map(
      (sum, index): Day => ({ asOf: `2026-0${index + 2}-05`, values: gmv(sum, '1000', '1000', '1000') }),
    );
    const first = ['2026-01 sales 0.00 held', '2026-02 sales 50.00, true-up/2026-01/sales 0.00'];
    expect(lived({ ...clauses, calendar: month(0) }, days)).toEqual([...first, '2026-03 sales 100.00', '2026-04 sales 100.00 final']);
    expect(lived({ ...clauses, calendar: month(1) }, days)).toEqual([
      ...first,
      '2026-03 sales 100.00, true-up/2026-02/sales 0.00 held',
      '2026-04 sales 100.00, true-up/2026-02/sales 50.00',
      '2026-05  final',
    ]);
  });
});

describe('a milestone', () => {
  const launch = { id: 'launch', kind: 'milestone', amount: 400, due: '2026-03-31', metric: 'gmv', atLeast: 1000 };
  const clauses = { term: { from: '2026-01-01', to: '2026-03-31' }, calendar: month(0), holds: { maxPeriods: 2 }, fees: [launch] };
  const settled = (days: readonly Day[], events: Events) => livedWithHolds(clauses, days, events);

  test('that is accepted later is held, with every later one, while nobody knows whether it was reached; then it pays once', () => {
    // Accepted on 20 February as of 31 January, when January is closed and stale. In April it is known: 1200, reached in January.
    const days = [
      { asOf: '2026-02-05', values: gmv(null, '100', '100') },
      { asOf: '2026-03-05', values: gmv(null, '100', '100') },
      { asOf: '2026-04-05', values: gmv('1200', '100', '100') },
      { asOf: '2026-05-05', values: gmv('1200', '100', '100') },
    ];
    const accepted = { kind: 'acceptance', party: 'brand', milestone: 'launch', on: '2026-01-31' };
    expect(settled(days, { '2026-02-20-a.yaml': accepted })).toEqual([
      '2026-01 launch 0.00 []',
      '2026-02 launch 0.00 held [launch 2026-01/launch]',
      '2026-03 launch 0.00, true-up/2026-01/launch 400.00 [] final',
    ]);
  });

  test('that silence accepts is held as any line: no statement is final before it is known or its hold has expired', () => {
    // Asked for on 31 March, unanswered until 10 April, given as of the term's last day; January stays stale by the brand's doing. The
    // 0 before the acceptance had settled nothing: decided as reached.
    const days = ['02', '03', '04', '05', '06', '07'].map((at) => ({ asOf: `2026-${at}-05`, values: gmv(null, '100', '100') }));
    const request = { kind: 'acceptance_request', party: 'provider', milestone: 'launch', on: '2026-03-31' };
    expect(settled(days, { '2026-03-31-r.yaml': request })).toEqual([
      '2026-01 launch 0.00 []',
      '2026-02 launch 0.00 []',
      '2026-03 launch 0.00 []',
      '2026-04  [2026-03/launch]',
      '2026-05  [2026-03/launch]',
      '2026-06 true-up/2026-03/launch 400.00 [] final',
    ]);
    // Known in June: 700 in January, 900 to date. Not reached.
    const known = days.map((day) => (day.asOf >= '2026-06-05' ? { ...day, values: gmv('700', '100', '100') } : day));
    expect(settled(known, { '2026-03-31-r.yaml': request }).slice(4)).toEqual(['2026-05  [] final']);
  });
});

describe('a penalty of a line that is resolved outside the window', () => {
  // No KPI is known, and nothing to deduct from: 0. Then both agree on 300 for the milestone.
  const clauses = {
    term: { from: '2026-01-01', to: '2026-01-31' },
    calendar: month(0),
    holds: { maxPeriods: 2 },
    fees: [
      { id: 'launch', kind: 'milestone', amount: 400, due: '2026-01-31' },
      { id: 'late', kind: 'penalty', of: 'launch', by: 'gmv', bands: { '100%': '50%' } },
    ],
  };
  const agreed = {
    '2026-02-10-d.yaml': { ...dispute, party: 'provider', period: '2026-01', line: 'launch', claimed: 400 },
    '2026-02-20-r.yaml': { kind: 'resolution', answers: '2026-02-10-d.yaml', amount: 300 },
  };
  const days = ['02', '03', '04', '05', '06'].map((at): Day => ({ asOf: `2026-${at}-05`, values: gmv(null) }));

  test('by an unknown KPI is held as any, and stays as settled', () => {
    expect(livedWithHolds(clauses, days, agreed)).toEqual([
      '2026-01 launch 0.00, late 0.00 [] final',
      '2026-02 true-up/2026-01/launch 300.00 [2026-01/late]',
      '2026-03  [2026-01/late]',
      '2026-04 true-up/2026-01/late 0.00 [] final',
    ]);
  });

  test('is taken once the KPI is known', () => {
    // 5000 of 10000 is a score of 50%, below 100%: half of 300, after ten days as a large true-up of a line settled at 0.
    const known = days.map((day) => (day.asOf < '2026-04-05' ? day : { ...day, values: gmv('5000') }));
    expect(livedWithHolds(clauses, known, agreed).slice(1)).toEqual([
      '2026-02 true-up/2026-01/launch 300.00 [2026-01/late]',
      '2026-03 true-up/2026-01/late 0.00 held [true-up/2026-01/late]',
      '2026-04 true-up/2026-01/late -150.00 [] final',
    ]);
  });
});

describe('a milestone', () => {
  const launch = { id: 'launch', kind: 'milestone', amount: 400, due: '2026-03-31' };
  const clauses = { term: { from: '2026-01-01', to: '2026-03-31' }, calendar: month(3), fees: [launch] };
  const accepted = (date: string, on: string) => ({ [`${date}-a.yaml`]: { kind: 'acceptance', party: 'brand', milestone: 'launch', on } });
  const asOf = ['2026-02-05', '2026-03-05', '2026-04-05'];

  test('that is paid stays paid where it was, whatever data say later of an earlier month', () => {
    // 500 and 600 reach 1,000 in February; January's were 1,200, as March says
    const reaching = { ...clauses, fees: [{ ...launch, metric: 'gmv', atLeast: 1000 }] };
    const days = asOf.map((day) => ({ asOf: day, values: gmv(day === '2026-04-05' ? '1200' : '500', '600', '0') }));
    expect(lived(reaching, days, accepted('2026-01-15', '2026-01-15'))).toEqual([
      '2026-01 launch 0.00',
      '2026-02 launch 400.00',
      '2026-03 launch 0.00',
    ]);
  });

  test('that waits to be paid is paid by nothing but what data say when its time has passed', () => {
    // accepted after January was settled, it waits from 5 March on; in April January's 1,200 are 500, and nothing has reached 1,000
    const reaching = { ...clauses, fees: [{ ...launch, metric: 'gmv', atLeast: 1000 }] };
    const of = (sum: string) => asOf.map((day) => ({ asOf: day, values: gmv(day === '2026-04-05' ? sum : '1200', '0', '0') }));
    const waits = ['2026-01 launch 0.00', '2026-02 launch 0.00, true-up/2026-01/launch 0.00 held'];
    const late = accepted('2026-02-20', '2026-01-20');
    expect(lived(reaching, of('500'), late)).toEqual([...waits, '2026-03 launch 0.00']);
    expect(lived(reaching, of('1200'), late)).toEqual([...waits, '2026-03 launch 0.00, true-up/2026-01/launch 400.00']);
  });

  test('of which it is not known whether an earlier month pays it is held in the later ones', () => {
    // January's ads are not known until April, and with them its gate: sales of 100 for 50 of ads let it pass
    const gated = { ...clauses, watch: ['roas'], gates: [{ id: 'g', metric: 'roas', atLeast: 1, blocks: ['launch'] }] };
    const other = { revenue: '100', spend: '50' };
    const days = asOf.map((day) => ({
      asOf: day,
      values: { '2026-01': { ...other, spend: day === '2026-04-05' ? '50' : null }, '2026-02': other, '2026-03': other },
    }));
    expect(lived(gated, days, accepted('2026-01-20', '2026-01-20'), definitions(true))).toEqual([
      '2026-01 launch 0.00 held',
      '2026-02 launch 0.00 held',
      '2026-03 launch 0.00, true-up/2026-01/launch 400.00',
    ]);
  });
});

test('a line is held by each cause once, whoever asks for the same data', () => {
  const kpi = (id: string) => ({ id, metric: 'gmv', owner: 'provider', better: 'higher', weight: '50%', target: 10000 });
  const reward = { ...bonus, by: 'composite' };
  const { terms, events } = relationship({ kpis: [kpi('a'), kpi('b')], fees: [reward] });
  const [january] = settleDays(terms, events, [{ asOf: '2026-02-05', values: gmv(null) }]);
  const lives = january?.statement.carried.lines.map(({ life }) => life) ?? [];
  expect(lives.map((life) => (life.state === 'held' ? life.causes.map(({ reason }) => reason.code) : life.state))).toEqual([['stale']]);
});

describe('the acceptance of a milestone', () => {
  const launch = { id: 'launch', kind: 'milestone', amount: 400, due: '2026-03-31' };
  const clauses = { term: { from: '2026-01-01', to: '2026-03-31' }, calendar: month(1), fees: [launch] };
  const request = (on: string) => ({ [`${on}-q.yaml`]: { kind: 'acceptance_request', party: 'provider', milestone: 'launch', on } });
  const accepted = { '2026-04-03-a.yaml': { kind: 'acceptance', party: 'brand', milestone: 'launch', on: '2026-04-03' } };
  const days = ['02', '03', '04', '05'].map((at): Day => ({ asOf: `2026-${at}-05`, values: gmv('0', '0', '0') }));

  test('in answer to a request made by the due day counts although it comes later: a yes never pays less than silence', () => {
    const yes = { ...request('2026-03-30'), ...accepted };
    expect(lived(clauses, days, yes).slice(2)).toEqual(['2026-03 launch 400.00', '2026-04  final']);
    const late = { ...request('2026-04-01'), ...accepted };
    expect(lived(clauses, days, late).slice(2)).toEqual(['2026-03 launch 0.00', '2026-04  final']);
    const refusal = { kind: 'refusal', party: 'brand', milestone: 'launch', on: '2026-04-01', reason: 'r', answers: '2026-03-30-q.yaml' };
    const refused = { ...request('2026-03-30'), '2026-04-01-n.yaml': refusal, ...accepted };
    expect(lived(clauses, days, refused).slice(2)).toEqual(['2026-03 launch 0.00', '2026-04  final']);
  });

  test('by silence takes the days of the statement, for every period', () => {
    // 45 days when January is settled, none from February on: then it was given on 22 January. 400 for a line settled at 0 is large.
    const agreed = (silence: number) => ({ ...clauses, acceptance: { days: silence, silence: 'accepts' } });
    const { terms, events } = relationship(agreed(45), undefined, request('2026-01-22'));
    const later = relationship(agreed(0), undefined, {}).terms;
    const ledger = settleDays(
      terms,
      events,
      days.map((day, index) => (index === 0 ? day : { ...day, terms: later })),
    );
    expect(ledger.map(({ statement }) => linesOf(statement).join(', '))).toEqual([
      'launch 0.00',
      'launch 0.00, true-up/2026-01/launch 0.00 held',
      'launch 0.00, true-up/2026-01/launch 400.00',
      '',
    ]);
  });
});

describe('a termination', () => {
  test('leaves a correction of what was to be a period without effect, and a dispute of a line that no statement has', () => {
    // Both filed before it, for March; it ends the term on 14 February.
    const clauses = {
      term: { from: '2026-01-01', to: '2026-12-31' },
      calendar: month(0),
      fees: [{ id: 'base', kind: 'retainer', amount: 280 }],
    };
    const days = ['02', '03', '04'].map((at): Day => ({ asOf: `2026-${at}-05`, values: gmv('0', '0', '0') }));
    const filed = {
      '2026-01-02-c.yaml': { kind: 'correction', period: '2026-03', line: 'base', amount: 15, reason: 'agreed' },
      '2026-01-03-t.yaml': { kind: 'termination', party: 'brand', on: '2026-02-14', cause: 'moving' },
    };
    const known = relationship(clauses, undefined, filed).events;
    const disputed = relationship(clauses, undefined, {
      '2026-04-01-d.yaml': { ...dispute, period: '2026-03', line: 'base', claimed: 1 },
    });
    const ledger = settleDays(disputed.terms, [...known, ...disputed.events], days);
    expect(ledger.map(({ statement }) => `${linesOf(statement).join(', ')}${statement.final ? ' final' : ''}`)).toEqual([
      'base 280.00',
      'base 140.00 final',
    ]);
  });
});

describe('a termination that comes late', () => {
  test('trues up what was paid beyond it', () => {
    // Filed on 3 January for 14 February, merged after February and March had been settled in full.
    const clauses = {
      term: { from: '2026-01-01', to: '2026-12-31' },
      calendar: month(3),
      fees: [{ id: 'base', kind: 'retainer', amount: 280 }, sales],
    };
    const values = gmv('1000', '1000', '1000', '1000');
    const late = { '2026-01-03-t.yaml': { kind: 'termination', party: 'brand', on: '2026-02-14', cause: 'moving' } };
    const { terms, events } = relationship(clauses, undefined, late);
    const before = settleDays(
      terms,
      [],
      [
        { asOf: '2026-02-05', values },
        { asOf: '2026-03-05', values },
        { asOf: '2026-04-05', values },
      ],
    );
    expect(before.map(({ statement }) => linesOf(statement).join(', '))).toEqual(Array(3).fill('base 280.00, sales 100.00'));
    const after = settleDays(
      terms,
      events,
      [
        { asOf: '2026-05-05', values },
        { asOf: '2026-06-05', values },
      ],
      undefined,
      before,
    );
    // February: 14 of 28 days. March: nothing; its commission of 100 is a large move and waits until 15 May.
    expect(after.slice(3).map(({ statement }) => `${statement.period} ${linesOf(statement).join(', ')}`)).toEqual([
      '2026-04 true-up/2026-02/base -140.00, true-up/2026-03/base -280.00, true-up/2026-03/sales 0.00 held',
      '2026-05 true-up/2026-03/sales -100.00',
    ]);
  });
});
