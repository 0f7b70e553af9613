import { describe, expect, test } from 'vitest';
import { disputableLines } from '../../src/settlement/disputable.js';
import { checkAgainstLedger } from '../../src/settlement/ledger-rules.js';
import { standingOf } from '../../src/settlement/standing.js';
import { releasedBy } from '../../src/settlement/without-effect/reviews.js';
import { EFFECT_ISSUES } from '../../src/words/effect-issues.js';
import { describe as inWords } from '../../src/words/issue.js';
import { wordsOf } from '../issue-words.js';
import { definitions, relationship, settleDays } from './relationship.js';

/*
 * What events say and nobody is paid otherwise by. A retainer of 1000, a commission of 10% and a rebate of 2% of 3000, settled five days after each
 * month; what was filed after the last of them is what is told of.
 */
const FOLDER = 'contracts/test-relationship';
const clauses = {
  term: { from: '2026-01-01', to: '2026-06-30' },
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 1 },
  fees: [
    { id: 'base', kind: 'retainer', amount: 1000 },
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' },
    { id: 'back', kind: 'rebate', base: 'gmv', tiers: { 0: '2%' }, mode: 'marginal', accumulate: 'period' },
    { id: 'launch', kind: 'milestone', amount: 400, due: '2026-03-31' },
  ],
  duties: [
    { id: 'photos', owes: 'brand', title: 'Photos', dueDay: 5, ifLate: { kpis: ['gmv'], scoreAs: '100%' } },
    { id: 'plan', owes: 'provider', title: 'Plan', dueDay: 10, lateIf: 'claimed', ifLate: { kpis: ['gmv'] } },
  ],
};
type Filed = Parameters<typeof relationship>[2];

const ASOF = { '2026-01': '2026-02-05', '2026-02': '2026-03-05', '2026-03': '2026-04-05' } as const;
const values = { '2026-01': { revenue: '3000' }, '2026-02': { revenue: '3000' }, '2026-03': { revenue: '3000' } };

/** What is told where the months up to one are settled: code and severity in a check, then where the last file is being written. */
function told(settledTo: keyof typeof ASOF | null, filed: Filed, more = {}): string[] {
  const { terms, events } = relationship({ ...clauses, ...more }, undefined, filed);
  const days = Object.entries(ASOF).flatMap(([period, asOf]) => (settledTo !== null && period <= settledTo ? [{ asOf, values }] : []));
  const ledger = settleDays(terms, events, days);
  const written = `${FOLDER}/events/${Object.keys(filed ?? {}).at(-1)}`;
  const refused = new Set(
    checkAgainstLedger(FOLDER, terms, events, ledger, written).flatMap((each) => (each.severity === 'error' ? each.code : [])),
  );
  return checkAgainstLedger(FOLDER, terms, events, ledger).map((each) => {
    expect(each.severity).toBe('warning');
    return `${refused.has(each.code) ? 'refused' : 'warned of'}: ${inWords(each, 'en').text}`;
  });
}

const dispute = (party: string, line: string, claimed: number, period = '2026-02') => ({
  ...{ kind: 'dispute', party, period, line, claimed },
  ...{ reason: 'r', evidence: ['e'] },
});
const payment = (amount: number, party = 'brand') => ({ kind: 'payment', party, amount, on: '2026-03-06', reference: `${party}${amount}` });
const asked = (on: string) => ({ kind: 'acceptance_request', party: 'provider', milestone: 'launch', on });
const accepted = (on: string) => ({ kind: 'acceptance', party: 'brand', milestone: 'launch', on });
const refusal = (on: string, answers: string) => ({ kind: 'refusal', party: 'brand', milestone: 'launch', on, reason: 'r', answers });
const duty = (period: string, on: string, more = {}) => ({
  kind: 'duty',
  party: 'brand',
  duty: 'photos',
  period,
  on,
  evidence: ['e'],
  ...more,
});
const plan = (period: string, on: string) => ({ kind: 'duty', party: 'provider', duty: 'plan', period, on, evidence: ['e'] });
const lateness = (period: string) => ({ kind: 'lateness', party: 'brand', duty: 'plan', period, evidence: ['e'] });

describe('a dispute', () => {
  test('against one’s own interest says what it would do to the money', () => {
    // 10% of 3000; a claim of 350 is 50 more, one of 260 is 40 less; 2% of 3000 go back, at −80 it is 20 more
    expect(told('2026-02', { '2026-03-06-d.yaml': dispute('brand', 'sales', 350) })).toEqual([
      'warned of: The brand disputes the line "sales" of 2026-02 against itself: it comes to 300.00 USD; at 350.00 USD, as claimed, the brand would pay 50.00 USD more',
    ]);
    expect(told('2026-02', { '2026-03-06-d.yaml': dispute('provider', 'sales', 260) })).toEqual([
      'warned of: The provider disputes the line "sales" of 2026-02 against itself: it comes to 300.00 USD; at 260.00 USD, as claimed, the provider would get 40.00 USD less',
    ]);
    expect(told('2026-02', { '2026-03-06-d.yaml': dispute('provider', 'back', -80) })).toEqual([
      'warned of: The provider disputes the line "back" of 2026-02 against itself: it comes to -60.00 USD; at -80.00 USD, as claimed, the provider would get 20.00 USD less',
    ]);
  });

  test('in one’s own interest is told of in no way', () => {
    expect(told('2026-02', { '2026-03-06-d.yaml': dispute('brand', 'sales', 260) })).toEqual([]);
    expect(told('2026-02', { '2026-03-06-d.yaml': dispute('provider', 'sales', 350) })).toEqual([]);
    expect(told('2026-02', { '2026-03-06-d.yaml': dispute('brand', 'back', -80) })).toEqual([]);
    expect(told('2026-02', { '2026-03-06-d.yaml': dispute('provider', 'launch', 400) })).toEqual([]);
  });

  test('of what the line comes to anyway, or of a period that no statement has listed yet', () => {
    expect(told('2026-02', { '2026-03-06-d.yaml': dispute('brand', 'launch', 0) })).toEqual([
      'warned of: The line "launch" of 2026-02 comes to 0.00 USD, and that is what the dispute claims: whichever way it ends, the line stays',
    ]);
    expect(told('2026-01', { '2026-03-01-d.yaml': dispute('brand', 'sales', 9000) })).toEqual([]);
  });

  test('that is counted has been told of', () => {
    expect(told('2026-03', { '2026-03-06-d.yaml': dispute('brand', 'sales', 350) })).toEqual([]);
  });

  test('that came before its statement is told of from that one on, until the next or a resolution', () => {
    const early = { '2026-03-02-d.yaml': dispute('brand', 'sales', 350) };
    const against =
      'warned of: The brand disputes the line "sales" of 2026-02 against itself: it comes to 300.00 USD; at 350.00 USD, as claimed, the brand would pay 50.00 USD more';
    expect(told('2026-01', early)).toEqual([]);
    expect(told('2026-02', early)).toEqual([against]);
    expect(told('2026-03', early)).toEqual([]);
    expect(told('2026-02', { '2026-03-02-d.yaml': dispute('brand', 'sales', 300) })).toEqual([
      'warned of: The line "sales" of 2026-02 comes to 300.00 USD, and that is what the dispute claims: whichever way it ends, the line stays',
    ]);
    expect(told('2026-02', { '2026-03-02-d.yaml': dispute('brand', 'sales', 260) })).toEqual([]);
    const resolution = { kind: 'resolution', answers: '2026-03-02-d.yaml', amount: 300 };
    expect(told('2026-02', { ...early, '2026-03-04-r.yaml': resolution })).toEqual([]);
  });

  test('that came before its statement, of a line that it then does not list', () => {
    const recoverable = {
      ...{ holds: { maxPeriods: 3 }, duties: [] },
      fees: [...clauses.fees.slice(0, 2), { id: 'draw', kind: 'guarantee', amount: 100, recoverable: true }],
    };
    const listed = told('2026-02', { '2026-03-02-d.yaml': dispute('brand', 'true-up/2026-01/base', 5) }, recoverable);
    expect(listed).toEqual([
      'warned of: The statement of 2026-02 has no line true-up/2026-01/base; it has base, sales, draw, draw/recovery',
    ]);
  });

  /* Filed on 03-06, it lapses on 04-05; escalated, on 05-05. */
  test('that has lapsed is resolved all the same, with a warning', () => {
    const filed = { '2026-03-06-d.yaml': dispute('brand', 'sales', 260) };
    const resolution = { kind: 'resolution', answers: '2026-03-06-d.yaml', amount: 280 };
    expect(told('2026-02', { ...filed, '2026-04-04-r.yaml': resolution })).toEqual([]);
    expect(told('2026-02', { ...filed, '2026-04-05-r.yaml': resolution })).toEqual([
      'warned of: The dispute "2026-03-06-d.yaml" lapsed on 2026-04-05, and "sales" of 2026-02 pays as computed; this resolution fixes it at 280.00 USD all the same, for good',
    ]);
    const escalation = { kind: 'escalation', party: 'brand', answers: '2026-03-06-d.yaml' };
    expect(told('2026-02', { ...filed, '2026-03-07-e.yaml': escalation, '2026-04-05-r.yaml': resolution })).toEqual([]);
  });

  test('that is resolved outside of what the line came to and what was claimed is asked about', () => {
    // 10% of 3000 is 300, and 260 is claimed
    const resolved = (
      amount: number,
      filed: Filed = { '2026-03-06-d.yaml': dispute('brand', 'sales', 260) },
      to: keyof typeof ASOF = '2026-02',
    ) => told(to, { ...filed, '2026-03-08-r.yaml': { kind: 'resolution', answers: '2026-03-06-d.yaml', amount } });
    for (const amount of [260, 275, 300]) expect(resolved(amount)).toEqual([]);
    for (const amount of [975, 259.99, 300.01, 27.5, -275]) {
      expect(resolved(amount)).toEqual([
        `warned of: This resolution fixes "sales" of 2026-02 at ${amount.toFixed(2)} USD, outside of what was computed and claimed (260.00, 300.00 USD)`,
      ]);
    }
    // both dispute it: between their claims
    const both = { '2026-03-06-d.yaml': dispute('brand', 'sales', 260), '2026-03-06-e.yaml': dispute('provider', 'sales', 350) };
    expect(resolved(340, both)).toEqual([]);
    expect(resolved(351, both)).toEqual([
      'warned of: This resolution fixes "sales" of 2026-02 at 351.00 USD, outside of what was computed and claimed (260.00, 300.00, 350.00 USD)',
    ]);
    // no statement lists the line: nothing is known but the claim, and only ten times it is asked about
    const early = { '2026-03-06-d.yaml': dispute('brand', 'sales', 260) };
    expect(resolved(2599.99, early, '2026-01')).toEqual([]);
    expect(resolved(2600, early, '2026-01')).toEqual([
      'warned of: This resolution fixes "sales" of 2026-02 at 2,600.00 USD, outside of what was computed and claimed (260.00 USD)',
    ]);
    expect(resolved(2600, { '2026-03-06-d.yaml': dispute('brand', 'sales', 0) }, '2026-01')).toEqual([]);
  });

  test('of a line that both have fixed is refused, of itself or of a true-up, and so asks for no resolution; another resolution takes its place', () => {
    const fixed = {
      '2026-03-06-d.yaml': dispute('brand', 'sales', 260),
      '2026-03-06-e.yaml': dispute('provider', 'sales', 350),
      '2026-03-10-r.yaml': { kind: 'resolution', answers: '2026-03-06-d.yaml', amount: 280 },
    };
    const refused = (line: string, period: string) =>
      `refused: Both parties have fixed the line "${line}" of ${period} for good by 2026-03-10-r.yaml: this dispute sets nothing aside, and its lapse pays nothing else`;
    const { '2026-03-06-e.yaml': other, ...alone } = fixed;
    expect(told('2026-02', fixed)).toEqual([]);
    expect(told('2026-02', { ...alone, '2026-03-11-f.yaml': other })).toEqual([refused('sales', '2026-02')]);
    expect(told('2026-02', { ...alone, '2026-03-09-f.yaml': other })).toEqual([]);
    // 280 for the 300 of February is a line of March's statement, of 5 April
    expect(told('2026-03', { ...alone, '2026-04-06-f.yaml': dispute('provider', 'true-up/2026-02/sales', 10, '2026-03') })).toEqual([
      refused('true-up/2026-02/sales', '2026-03'),
    ]);
    expect(told('2026-02', { ...fixed, '2026-03-12-r.yaml': { kind: 'resolution', answers: '2026-03-06-e.yaml', amount: 290 } })).toEqual([
      'warned of: Both parties have fixed "sales" of 2026-02 by 2026-03-10-r.yaml already; this resolution takes its place and fixes it at 290.00 USD',
    ]);
    const { terms, events } = relationship(clauses, undefined, fixed);
    const ledger = settleDays(terms, events, [
      { asOf: ASOF['2026-01'], values },
      { asOf: ASOF['2026-02'], values },
    ]);
    const disputes = (asOf: string) => standingOf({ terms, events, ledger, asOf }).disputes.map(({ file }) => file);
    expect(disputes('2026-03-09')).toEqual(['2026-03-06-d.yaml', '2026-03-06-e.yaml']);
    expect(disputes('2026-03-10')).toEqual([]);
    const offered = disputableLines(
      terms.contract,
      events,
      ledger.map(({ statement }) => statement),
      '2026-03-11',
    );
    expect(offered.filter(({ period }) => period === '2026-02').map(({ line }) => line)).not.toContain('sales');
    expect(offered.filter(({ period }) => period === '2026-02').map(({ line }) => line)).toContain('base');
  });

  test('is not escalated once it is resolved', () => {
    const resolved = {
      '2026-03-06-d.yaml': dispute('brand', 'sales', 260),
      '2026-03-10-r.yaml': { kind: 'resolution', answers: '2026-03-06-d.yaml', amount: 280 },
    };
    const escalation = { kind: 'escalation', party: 'brand', answers: '2026-03-06-d.yaml' };
    expect(told('2026-02', { ...resolved, '2026-03-11-e.yaml': escalation })).toEqual([
      'refused: The dispute "2026-03-06-d.yaml" is resolved by 2026-03-10-r.yaml: there is nothing to escalate',
    ]);
    expect(told('2026-02', { ...resolved, '2026-03-09-e.yaml': escalation })).toEqual([]);
  });
});

describe('a period', () => {
  test('is measured anew only once it is due, and before it is accepted', () => {
    const remeasure = (period: string) => ({ kind: 'remeasure', period, reason: 'r' });
    expect(told('2026-02', { '2026-03-20-m.yaml': remeasure('2026-02') })).toEqual([
      'refused: The statement of 2026-02 is accepted: it is not measured anew',
    ]);
    expect(told('2026-02', { '2026-04-04-m.yaml': remeasure('2026-03') })).toEqual([
      'refused: 2026-03 has no statement to measure anew: it is due on 2026-04-05, and this remeasure is of 2026-04-04',
    ]);
    expect(told('2026-02', { '2026-04-05-m.yaml': remeasure('2026-03') })).toEqual([]);
    // of a tail, too, and before anything is settled
    expect(told(null, { '2026-08-04-m.yaml': remeasure('2026-07') })).toEqual([
      'refused: 2026-07 has no statement to measure anew: it is due on 2026-08-05, and this remeasure is of 2026-08-04',
    ]);
  });

  test('that is not settled has nothing to correct yet', () => {
    const correction = (period: string) => ({ kind: 'correction', period, line: 'base', amount: -5, reason: 'r' });
    expect(told('2026-02', { '2026-03-20-c.yaml': correction('2026-02') })).toEqual([]);
    expect(told('2026-02', { '2026-03-20-c.yaml': correction('2026-04') })).toEqual([
      'warned of: 2026-04 is not settled yet: this correction of -5.00 USD waits for its statement, and is added to whatever "base" comes to there',
    ]);
    // it waits on while other months are settled, and in vain once the term is ended before its own
    expect(told('2026-03', { '2026-03-01-c.yaml': correction('2026-04') })).toEqual([
      'warned of: 2026-04 is not settled yet: this correction of -5.00 USD waits for its statement, and is added to whatever "base" comes to there',
    ]);
    const end = { '2026-03-04-t.yaml': { kind: 'termination', party: 'brand', on: '2026-04-10', cause: 'c' } };
    expect(told('2026-03', { '2026-03-01-c.yaml': correction('2026-05'), ...end })).toEqual([
      'warned of: By 2026-03-04-t.yaml the term ends on 2026-04-10: 2026-05 gets no statement with lines, so this correction of -5.00 USD of "base" never counts',
    ]);
    expect(told('2026-03', { '2026-03-01-c.yaml': correction('2026-03'), ...end })).toEqual([]);
  });

  const unreached = (kind: string) =>
    `refused: 2026-01 is settled and not measured again, so this ${kind} has no effect on it: true-ups look back at 2026-02 and later`;

  test('that is measured no more is out of reach', () => {
    // after February's statement March is next, and one month is looked back at
    expect(told('2026-02', { '2026-03-20-d.yaml': duty('2026-01', '2026-01-05', { agreed: true }) })).toEqual([unreached('duty')]);
    expect(told('2026-02', { '2026-03-20-d.yaml': duty('2026-02', '2026-02-05', { agreed: true }) })).toEqual([]);
    const exclusion = { kind: 'exclusion', reason: 'fraud', kpis: ['gmv'], evidence: ['e'] };
    const window = (from: string, to: string) => ({ ...exclusion, treatment: 'prorate', window: { from, to } });
    expect(told('2026-02', { '2026-03-20-x.yaml': window('2026-01-30', '2026-01-31') })).toEqual([unreached('exclusion')]);
    expect(told('2026-02', { '2026-03-20-x.yaml': window('2026-01-31', '2026-02-01') })).toEqual([]);
    expect(told('2026-02', { '2026-03-20-x.yaml': { ...exclusion, treatment: 'waive', periods: ['2026-01'], scoreAs: '100%' } })).toEqual([
      unreached('exclusion'),
    ]);
    // days to come are excluded when they are measured
    expect(told('2026-02', { '2026-03-20-x.yaml': window('2026-05-01', '2026-05-02') })).toEqual([]);
  });

  test('after the term was ended has nothing to exclude; one that both end with has', () => {
    const exclusion = { kind: 'exclusion', reason: 'fraud', kpis: ['gmv'], evidence: ['e'] };
    const window = (from: string, to: string) => ({ ...exclusion, treatment: 'prorate', window: { from, to } });
    const end = { '2026-03-06-t.yaml': { kind: 'termination', party: 'brand', on: '2026-04-30', cause: 'c' } };
    const after =
      'refused: By 2026-03-06-t.yaml the term ends on 2026-04-30: this exclusion is of days or periods after it and leaves nothing out';
    expect(told('2026-02', { ...end, '2026-03-20-x.yaml': window('2026-05-01', '2026-05-02') })).toEqual([after]);
    expect(told('2026-02', { ...end, '2026-03-20-x.yaml': window('2026-05-01T00:00:00Z', '2026-05-01T02:00:00Z') })).toEqual([after]);
    expect(told('2026-02', { ...end, '2026-03-20-x.yaml': window('2026-04-30', '2026-05-02') })).toEqual([]);
    const waive = (...periods: string[]) => ({ ...exclusion, treatment: 'waive', periods, scoreAs: '100%' });
    expect(told('2026-02', { ...end, '2026-03-20-x.yaml': waive('2026-05', '2026-06') })).toEqual([after]);
    expect(told('2026-02', { ...end, '2026-03-20-x.yaml': waive('2026-04', '2026-05') })).toEqual([]);
    // agreed before anybody ended the term
    expect(told('2026-02', { '2026-03-06-a.yaml': waive('2026-05'), ...end })[0]).toContain(
      'this exclusion is of days or periods after it',
    );
  });

  test('that is out of reach is so with a disputed line too, which is paid as it was computed', () => {
    const open = {
      '2026-03-01-a.yaml': dispute('brand', 'sales', 260, '2026-01'),
      '2026-03-20-d.yaml': duty('2026-01', '2026-01-05', { agreed: true }),
    };
    expect(told('2026-02', open, { acceptance: { days: 30, silence: 'accepts' } })).toEqual([unreached('duty')]);
  });

  test('that is out of reach is reached by duties and waivers while a large true-up of it waits', () => {
    // 3,000 of 10,000 are 300.00 of 1,000, and by the claim 1,000.00: that waits for thirty days from 2026-03-05 on
    const more = {
      fees: [{ id: 'reward', kind: 'bonus', by: 'gmv', pool: 1000, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' }],
      duties: [{ ...clauses.duties[0], lateIf: 'claimed' }],
      acceptance: { days: 30, silence: 'accepts' },
    };
    const claim = { kind: 'lateness', party: 'provider', duty: 'photos', period: '2026-01', evidence: ['e'] };
    const reached = (event: Readonly<Record<string, unknown>>) =>
      told('2026-02', { '2026-02-08-c.yaml': claim, '2026-03-20-d.yaml': event }, more);
    const exclusion = { kind: 'exclusion', reason: 'fraud', kpis: ['gmv'], evidence: ['e'] };
    expect(reached(duty('2026-01', '2026-01-05', { agreed: true }))).toEqual([]);
    expect(reached({ ...exclusion, treatment: 'waive', periods: ['2026-01'], scoreAs: '50%' })).toEqual([]);
    // rows that leave would have to be measured
    expect(reached({ ...exclusion, treatment: 'prorate', window: { from: '2026-01-30', to: '2026-01-31' } })).toEqual([
      unreached('exclusion'),
    ]);
  });
});

describe('a milestone', () => {
  test('that is given is not asked for, accepted or refused again', () => {
    const given = { '2026-02-10-a.yaml': accepted('2026-02-10') };
    expect(told('2026-02', { ...given, '2026-03-20-q.yaml': asked('2026-03-20') })).toEqual([
      'refused: The milestone "launch" is given since 2026-02-10: this acceptance_request changes nothing',
    ]);
    // by silence: ten days after the request
    const silent = { '2026-02-10-q.yaml': asked('2026-02-10') };
    expect(told('2026-01', { ...silent, '2026-03-01-a.yaml': accepted('2026-03-01') })).toEqual([
      'refused: The milestone "launch" is given since 2026-02-20: this acceptance changes nothing',
    ]);
    expect(told('2026-01', { ...silent, '2026-03-01-r.yaml': refusal('2026-03-01', '2026-02-10-q.yaml') })).toEqual([
      'refused: The milestone "launch" is given since 2026-02-20: this refusal changes nothing',
    ]);
    expect(told('2026-01', { ...silent, '2026-02-19-a.yaml': accepted('2026-02-19') })).toEqual([]);
    expect(told('2026-01', { ...silent, '2026-02-20-r.yaml': refusal('2026-02-20', '2026-02-10-q.yaml') })).toEqual([]);
  });

  test('that a statement of the last day to answer has given is not refused after it, nor accepted at another day', () => {
    // asked on 23 February with ten days: 5 March, which counts as the term's last day and pays 400 in the statement of that 5 March
    const launch = { id: 'launch', kind: 'milestone', amount: 400, due: '2026-02-28' };
    const short = { ...clauses, term: { from: '2026-01-01', to: '2026-02-28' }, fees: [launch], duties: [] };
    const request = { '2026-02-23-q.yaml': asked('2026-02-23') };
    const toldAfter = (filed: Filed) => {
      const { terms, events } = relationship(short, undefined, { ...request, ...filed });
      const inTime = events.filter(({ file }) => file in request);
      const ledger = settleDays(terms, inTime, [
        { asOf: ASOF['2026-01'], values },
        { asOf: ASOF['2026-02'], values },
      ]);
      expect(ledger.at(-1)?.statement.total).toBe('400.00');
      const open = standingOf({ terms, events: inTime, ledger, asOf: ASOF['2026-02'] }).requests;
      const [file] = Object.keys(filed ?? {});
      const issues = checkAgainstLedger(FOLDER, terms, events, ledger, `${FOLDER}/events/${file}`);
      return { open, issues: issues.map((each) => `${each.severity}: ${inWords(each, 'en').text}`) };
    };
    const settled = 'error: The milestone "launch" is settled as given in the statement of 2026-02: this';
    expect(toldAfter({ '2026-03-05-r.yaml': refusal('2026-03-05', '2026-02-23-q.yaml') })).toEqual({
      open: [],
      issues: [`${settled} refusal changes nothing`],
    });
    expect(toldAfter({ '2026-03-05-a.yaml': accepted('2026-02-27') }).issues).toEqual([`${settled} acceptance changes nothing`]);
    // the statement before it still waits for the answer
    expect(told('2026-01', { ...request, '2026-03-05-r.yaml': refusal('2026-03-05', '2026-02-23-q.yaml') }, short)).toEqual([]);
  });

  test('that is due is given only where it was asked for by then', () => {
    expect(told('2026-02', { '2026-04-01-q.yaml': asked('2026-04-01') })).toEqual([
      'refused: The milestone "launch" was due on 2026-03-31: this acceptance_request changes nothing, since no request was made by then that still waits for an answer',
    ]);
    expect(told('2026-02', { '2026-04-01-a.yaml': accepted('2026-04-01') })).toEqual([
      'refused: The milestone "launch" was due on 2026-03-31: this acceptance changes nothing, since no request was made by then that still waits for an answer',
    ]);
    expect(told('2026-02', { '2026-03-31-q.yaml': asked('2026-03-31'), '2026-04-01-a.yaml': accepted('2026-04-01') })).toEqual([]);
    expect(told('2026-02', { '2026-04-01-a.yaml': accepted('2026-03-31') })).toEqual([]);
  });

  test('is asked for once, and again after a refusal; on one day its answer comes after the request, whatever their names', () => {
    const first = { '2026-03-10-q.yaml': asked('2026-03-10') };
    expect(told('2026-02', { ...first, '2026-03-12-q.yaml': asked('2026-03-12') })).toEqual([
      'warned of: The milestone "launch" has been asked for by 2026-03-10-q.yaml already: its days go on. Should it be refused, this request counts from its own day',
    ]);
    const refused = { ...first, '2026-03-11-r.yaml': refusal('2026-03-11', '2026-03-10-q.yaml') };
    expect(told('2026-02', { ...refused, '2026-03-12-q.yaml': asked('2026-03-12') })).toEqual([]);
    expect(told('2026-02', { '2026-03-10-a.yaml': accepted('2026-03-10'), '2026-03-10-q.yaml': asked('2026-03-10') })).toEqual([]);
    expect(told('2026-02', { '2026-03-10-a.yaml': refusal('2026-03-10', '2026-03-10-q.yaml'), ...first })).toEqual([]);
  });
});

describe('a duty', () => {
  test('is done once, and in time only where it was; both may say so later', () => {
    const done = { '2026-03-03-d.yaml': duty('2026-03', '2026-03-02') };
    expect(told('2026-01', { ...done, '2026-03-04-d.yaml': duty('2026-03', '2026-03-04') })).toEqual([
      'warned of: The duty "photos" of 2026-03 counts as done in time by 2026-03-03-d.yaml: this event changes nothing',
    ]);
    expect(told('2026-02', { '2026-03-08-d.yaml': duty('2026-03', '2026-03-04') })).toEqual([
      'warned of: The duty "photos" of 2026-03 was due on 2026-03-05 and counts as done on 2026-03-08: this event alone does not make it done in time',
    ]);
    expect(told('2026-02', { '2026-03-08-d.yaml': duty('2026-03', '2026-03-04', { agreed: true }) })).toEqual([]);
    expect(told('2026-02', { '2026-03-08-d.yaml': duty('2026-05', '2026-03-08') })).toEqual([]);
  });

  test('of a month in which it does not fall due is nobody’s', () => {
    const from = { term: { from: '2026-01-08', to: '2026-06-30' } };
    expect(told(null, { '2026-01-09-d.yaml': duty('2026-01', '2026-01-09') }, from)).toEqual([
      'refused: The duty "photos" is not owed in 2026-01: this duty changes nothing',
    ]);
  });

  test('that was done in time, or is claimed to be late already, is not claimed late', () => {
    expect(told('2026-02', { '2026-03-09-d.yaml': plan('2026-03', '2026-03-09'), '2026-03-12-l.yaml': lateness('2026-03') })).toEqual([
      'refused: The duty "plan" of 2026-03 was done on 2026-03-09, in time (2026-03-10): the claim has no effect',
    ]);
    expect(told('2026-02', { '2026-03-11-l.yaml': lateness('2026-03'), '2026-03-12-l.yaml': lateness('2026-03') })).toEqual([
      'refused: That the duty "plan" of 2026-03 was late is claimed already, by 2026-03-11-l.yaml: this claim changes nothing',
    ]);
    expect(told('2026-02', { '2026-03-12-l.yaml': lateness('2026-03') })).toEqual([]);
  });
});

describe('a payment', () => {
  // 1000 + 300 − 60 in January and in February: 2480 are open
  test('of more than is open is paid ahead', () => {
    expect(told('2026-02', { '2026-03-06-p.yaml': payment(2480) })).toEqual([]);
    expect(told('2026-02', { '2026-03-06-p.yaml': payment(2480), '2026-03-07-q.yaml': payment(10.5) })).toEqual([
      'warned of: The payment of 10.50 USD is more than the 0.00 USD that is open by the statements so far: 10.50 USD of it is paid ahead',
    ]);
    expect(told('2026-02', { '2026-03-06-p.yaml': payment(2600) })).toEqual([
      'warned of: The payment of 2,600.00 USD is more than the 2,480.00 USD that is open by the statements so far: 120.00 USD of it is paid ahead',
    ]);
    expect(told(null, { '2026-03-06-p.yaml': payment(5) })).toHaveLength(1);
  });

  // 2480 are open and 2500 paid: 20 are owed back, and one of 20 without a minus makes 40 of them
  test('of the brand where the provider owes is told how a refund is written, whoever files it', () => {
    const paid = { '2026-03-06-p.yaml': payment(2500) };
    const [over] = told('2026-02', paid);
    const again = { ...payment(20), party: 'provider', reference: 'back' };
    expect(told('2026-02', { ...paid, '2026-03-07-q.yaml': again })).toEqual([
      over,
      'warned of: The provider owes 20.00 USD by the statements so far, and this is a payment of the brand, of 20.00 USD: the provider then owes 40.00 USD',
    ]);
    const { fix } = inWords({ code: 'payment-while-owed-back', params: { amount: '20.00' } }, 'en');
    expect(fix).toContain('Where the provider has paid back write it with a minus: amount=-20.00.');
  });

  test('that both have filed is one', () => {
    const both = { ...payment(2480), reference: 'wire' };
    expect(told('2026-02', { '2026-03-06-p.yaml': both, '2026-03-07-q.yaml': { ...both, party: 'provider' } })).toEqual([]);
  });

  test('back of more than was paid too much is owed again', () => {
    const back = { ...payment(-30), reference: 'back' };
    const filed = { '2026-03-06-p.yaml': payment(2490), '2026-03-07-a.yaml': back, '2026-03-07-b.yaml': { ...back, party: 'provider' } };
    expect(told('2026-02', filed)).toEqual([
      'warned of: The payment of 2,490.00 USD is more than the 2,480.00 USD that is open by the statements so far: 10.00 USD of it is paid ahead',
      'warned of: The repayment of -30.00 USD is more than the 10.00 USD that the provider owes by the statements so far: the brand then owes 20.00 USD more',
    ]);
  });
});

test('a termination for the day on which the term ends anyway, or after the other party’s', () => {
  const end = (party: string, on: string) => ({ kind: 'termination', party, on, cause: 'c' });
  expect(told('2026-02', { '2026-03-06-t.yaml': end('brand', '2026-06-30') })).toEqual([
    'warned of: The term ends on 2026-06-30 without this termination: it is for 2026-06-30 and changes nothing',
  ]);
  expect(told('2026-02', { '2026-03-06-t.yaml': end('brand', '2026-05-31'), '2026-03-07-t.yaml': end('provider', '2026-06-15') })).toEqual([
    'warned of: The term ends on 2026-05-31 without this termination: it is for 2026-06-15 and changes nothing',
  ]);
  expect(told('2026-02', { '2026-03-06-t.yaml': end('brand', '2026-05-31'), '2026-03-07-t.yaml': end('provider', '2026-05-15') })).toEqual(
    [],
  );
});

test('a witness who says `same` of other evidence than the statement’s', () => {
  const witness = (result: string, digit: string) => ({
    ...{ kind: 'witness', party: 'provider', period: '2026-02', result, engine: '0.1.0' },
    evidenceDigest: `sha256:${digit.repeat(64)}`,
  });
  const [found, ...more] = told('2026-02', { '2026-03-06-w.yaml': witness('same', '0') });
  expect([found?.includes(`says that sha256:${'0'.repeat(64)} is the same`), more]).toEqual([true, []]);
  expect(told('2026-02', { '2026-03-06-w.yaml': witness('different', '0') })).toEqual([]);
  expect(told('2026-01', { '2026-03-06-w.yaml': witness('same', '0') })).toEqual([]);
  // one that came before the statement is told of once it is there, until the party says something else of it, or the next statement
  const early = { '2026-03-02-w.yaml': witness('same', '0') };
  expect(told('2026-01', early)).toEqual([
    'refused: 2026-02 has no statement that could be witnessed: it is due on 2026-03-05, and this witness is of 2026-03-02',
  ]);
  expect(told('2026-01', { '2026-03-05-w.yaml': witness('same', '0') })).toEqual([]);
  expect(told('2026-02', early)).toEqual([found]);
  expect(told('2026-02', { ...early, '2026-03-06-w.yaml': witness('different', '1') })).toEqual([]);
  expect(told('2026-03', early)).toEqual([]);
});

test('nothing but payments, witnesses and what brings tails back counts after the final statement', () => {
  const short = {
    term: { from: '2026-01-01', to: '2026-01-31' },
    calendar: { ...clauses.calendar, trueUpPeriods: 0 },
    fees: clauses.fees.slice(0, 1),
    duties: [],
  };
  const review = { kind: 'review', party: 'brand', period: '2026-01', findings: ['f'] };
  expect(told('2026-01', { '2026-02-20-v.yaml': review }, short)).toEqual([
    'refused: The statement of 2026-01 is final: this review has no effect any more',
  ]);
  expect(told('2026-01', { '2026-03-06-p.yaml': payment(1000) }, short)).toEqual([]);
  expect(told('2026-01', { '2026-02-08-d.yaml': dispute('brand', 'base', 900, '2026-01') }, short)).toEqual([]);
  expect(
    told('2026-01', { '2026-02-20-c.yaml': { kind: 'correction', period: '2026-01', line: 'base', amount: 5, reason: 'r' } }, short),
  ).toEqual([]);
});

/* January is settled at 100 and measured at 300 in February: +200, which costs the brand, waits for its review. */
describe('what a review acknowledges without effect', () => {
  const fees = [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }];
  const kpis = [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 5 }];
  const words = {
    ...definitions(true),
    reconcile: [{ id: 'ads-vs-sales', left: 'revenue', right: 'spend', tolerance: '5%', onBreach: 'hold' }],
  };
  const days = [
    { asOf: '2026-02-05', values: { '2026-01': { revenue: '1000', spend: '1000' } } },
    { asOf: '2026-03-05', values: { '2026-01': { revenue: '3000', spend: '3000' }, '2026-02': { revenue: '0', spend: '0' } } },
  ];
  const idle = (party: 'brand' | 'provider', acknowledges: readonly string[], date = '2026-03-06', counted = false): string[] => {
    const review = { kind: 'review', party, period: '2026-02', findings: ['f'], actions: ['a'], acknowledges };
    const { terms, events } = relationship({ term: { from: '2026-01-01', to: '2026-03-31' }, fees, kpis }, words, {
      [`${date}-v.yaml`]: review,
    });
    return checkAgainstLedger(FOLDER, terms, events, settleDays(terms, counted ? events : [], days)).map(({ code, params }) => {
      if (code === 'acknowledged-by-other') return `${params.id}: ${params.party}`;
      if (code === 'acknowledged-early') return `${params.id}: listed on ${params.since}, reviewed on ${params.date}`;
      if (code === 'nothing-to-acknowledge') return `${params.id}: nothing waits`;
      expect(code).toBe('acknowledges-nothing');
      return `${params.id}: ${params.ids}`;
    });
  };
  const WAITS = 'true-up/2026-01/sales (brand)';

  test('a day that an earlier statement listed and the last does not list as open', () => {
    const flagged = (day: string, reviewed: boolean) => ({
      ...{ id: `revenue@${day}`, measure: 'revenue', day, value: '9', median: '1', z: '9', reviewed },
    });
    const listed = [
      [flagged('2026-01-10', false), flagged('2026-01-11', false), flagged('2026-01-12', false)],
      // the 10th is as usual by now, the 11th has been reviewed, the 12th is open
      [flagged('2026-01-11', true), flagged('2026-01-12', false)],
    ];
    const acknowledges = ['revenue@2026-01-10', 'revenue@2026-01-11', 'revenue@2026-01-12'];
    const review = { kind: 'review', party: 'brand', period: '2026-02', findings: ['f'], actions: ['a'], acknowledges };
    const filed = { '2026-03-06-v.yaml': review };
    const { terms, events } = relationship({ term: { from: '2026-01-01', to: '2026-03-31' }, fees, kpis }, words, filed);
    const ledger = settleDays(terms, [], days).map((entry, index) => ({
      ...entry,
      statement: { ...entry.statement, anomalies: listed[index] ?? [] },
    }));
    const found = checkAgainstLedger(FOLDER, terms, events, ledger);
    expect(found.map((each) => wordsOf(each, 'en').text)).toEqual(
      ['10', '11'].map(
        (day) =>
          `After the statement of 2026-02 revenue@2026-01-${day} waits for no review any more: it has been reviewed, or its data are others now; this review counts only should later data show it again`,
      ),
    );
    expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    const [event] = events;
    if (event?.kind !== 'review') return expect.unreachable();
    expect(releasedBy(event, { terms, events, ledger })).toEqual(['revenue@2026-01-12']);
  });

  test('a true-up that waits for the other party, or does not wait', () => {
    expect(idle('brand', ['true-up/2026-01/sales'])).toEqual([]);
    expect(idle('provider', ['true-up/2026-01/sales'])).toEqual(['true-up/2026-01/sales: @side.brand']);
    expect(idle('brand', ['true-up/2026-02/sales'])).toEqual([`true-up/2026-02/sales: ${WAITS}`]);
  });

  test('a true-up that counts by itself: its 10 days are over on 15 March, so that 14 March is the last day for a word', () => {
    expect(idle('brand', ['true-up/2026-01/sales'], '2026-03-14')).toEqual([]);
    for (const party of ['brand', 'provider'] as const)
      expect(idle(party, ['true-up/2026-01/sales'], '2026-03-15')).toEqual(['true-up/2026-01/sales: nothing waits']);
  });

  test('a true-up that was listed later: a review counts from that statement on', () => {
    const early = ['true-up/2026-01/sales: listed on 2026-03-05, reviewed on 2026-03-04'];
    expect(idle('brand', ['true-up/2026-01/sales'], '2026-03-04')).toEqual(early);
    // also once that statement has counted it
    expect(idle('brand', ['true-up/2026-01/sales'], '2026-03-04', true)).toEqual(early);
    expect(idle('provider', ['true-up/2026-01/sales'], '2026-03-04')).toEqual(['true-up/2026-01/sales: @side.brand']);
  });

  test('an anomaly of a day that its statement then found nothing in', () => {
    expect(idle('brand', ['revenue@2026-02-20'], '2026-03-04', true)).toEqual([`revenue@2026-02-20: ${WAITS}`]);
    // told of before
    expect(idle('brand', ['revenue@2026-01-20'], '2026-03-04', true)).toEqual([]);
  });

  test('where nothing waits, that is said', () => {
    const { terms, events } = relationship(clauses, undefined, {
      '2026-03-06-v.yaml': { kind: 'review', party: 'brand', period: '2026-02', findings: ['f'], acknowledges: ['true-up/2026-01/sales'] },
    });
    const ledger = settleDays(
      terms,
      [],
      [
        { asOf: '2026-02-05', values },
        { asOf: '2026-03-05', values },
      ],
    );
    expect(checkAgainstLedger(FOLDER, terms, events, ledger).map((each) => [inWords(each, 'en').text, inWords(each, 'zh').text])).toEqual([
      [
        'Nothing waits for the acknowledgement of true-up/2026-01/sales; after the statement of 2026-02 nothing at all waits for a review',
        '没有等待确认的 true-up/2026-01/sales；2026-02 结算单之后没有任何内容待复盘确认',
      ],
    ]);
  });

  test('an anomaly of a settled day that no statement lists, or of a day that is not over; one of a day since may still be found', () => {
    expect(idle('brand', ['revenue@2026-01-20'])).toEqual([`revenue@2026-01-20: ${WAITS}`]);
    expect(idle('brand', ['revenue@2026-03-02'])).toEqual([]);
    expect(idle('brand', ['revenue@2026-03-06', 'revenue@2026-05-01'])).toEqual([
      `revenue@2026-03-06: ${WAITS}`,
      `revenue@2026-05-01: ${WAITS}`,
    ]);
  });

  test('a reconciliation that holds: data release it, no review', () => {
    expect(idle('brand', ['ads-vs-sales'])).toEqual([`ads-vs-sales: ${WAITS}`]);
  });
});

describe('a review of a running month', () => {
  const words = (onBreach: string) => ({
    ...definitions(true),
    reconcile: [{ id: 'ads-vs-sales', left: 'revenue', right: 'spend', tolerance: '5%', onBreach }],
  });
  const kpis = [{ id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '100%', target: 5 }];
  const said = (date: string, onBreach = 'flag', more: object = { review: { every: 'month' } }, settled = false) => {
    const review = { kind: 'review', party: 'brand', period: '2026-02', findings: ['f'], actions: ['a'], acknowledges: ['ads-vs-sales'] };
    const filed = { [`${date}-v.yaml`]: review };
    const { terms, events } = relationship({ ...clauses, duties: [], kpis, ...more }, words(onBreach), filed);
    const both = { revenue: '3000', spend: '3000' };
    const days = settled ? [{ asOf: '2026-02-05', values: { '2026-01': both } }] : [];
    return checkAgainstLedger(FOLDER, terms, events, settleDays(terms, [], days)).map((each) => [each.code, inWords(each, 'en').text]);
  };
  const AHEAD =
    'ads-vs-sales of 2026-02 is acknowledged before the period ends on 2026-02-28: however far its two sides lie apart by then, this review releases what depends on them';

  test('acknowledges a comparison of it whatever that comes to, and is told so up to its last day', () => {
    expect(said('2026-02-10')).toEqual([['acknowledged-ahead', AHEAD]]);
    expect(said('2026-02-10', 'flag', undefined, true)).toEqual([['acknowledged-ahead', AHEAD]]);
    expect(said('2026-02-28')).toEqual([['acknowledged-ahead', AHEAD]]);
    expect(said('2026-03-01')).toEqual([]);
  });

  test('is told of no comparison that holds by itself, nor where nothing waits for reviews', () => {
    expect(said('2026-02-10', 'hold')).toEqual([]);
    expect(said('2026-02-10', 'flag', {})).toEqual([]);
  });
});

test('a review of what exceeds a limit, where the brand does not file it or nothing has such a limit', () => {
  // 3000 of cost, up to 2000: the brand is asked about the rest of January and February
  const media = { fees: [...clauses.fees, { id: 'media', kind: 'pass_through', cost: 'gmv', upTo: 2000 }] };
  const review = (party: string, id: string) => ({ kind: 'review', party, period: '2026-02', findings: ['f'], acknowledges: [id] });
  const waits = 'excess/2026-01/media (brand), excess/2026-02/media (brand)';
  const idle = (id: string) =>
    `warned of: Nothing waits for the acknowledgement of ${id}; after the statement of 2026-02 this waits for a review: ${waits}`;
  expect(told('2026-02', { '2026-03-06-v.yaml': review('brand', 'excess/2026-02/media') }, media)).toEqual([]);
  expect(told('2026-02', { '2026-03-06-v.yaml': review('provider', 'excess/2026-02/media') }, media)).toEqual([
    'warned of: excess/2026-02/media waits for a review of the brand: one of the other party does not acknowledge it',
  ]);
  expect(told('2026-02', { '2026-03-06-v.yaml': review('brand', 'excess/2026-02/base') }, media)).toEqual([idle('excess/2026-02/base')]);
  // ahead of any statement
  expect(told('2026-02', { '2026-03-06-v.yaml': review('brand', 'excess/2026-03/media') }, media)).toEqual([]);
  // a second one, until a statement has counted the first and told what has come since
  const again = {
    '2026-03-06-v.yaml': review('brand', 'excess/2026-02/media'),
    '2026-03-07-v.yaml': review('brand', 'excess/2026-02/media'),
  };
  expect(told('2026-02', again, media)).toEqual([
    'warned of: 2026-03-06-v.yaml acknowledges excess/2026-02/media already, and the next statement counts that: this review changes nothing of it',
  ]);
  // one of the other party acknowledged nothing
  const other = {
    '2026-03-06-v.yaml': review('provider', 'excess/2026-02/media'),
    '2026-03-07-v.yaml': review('brand', 'excess/2026-02/media'),
  };
  expect(told('2026-02', other, media)).toEqual([
    'warned of: excess/2026-02/media waits for a review of the brand: one of the other party does not acknowledge it',
  ]);
});

test('every way to have no effect is refused or warned of as it stands in the list', () => {
  const warned = Object.entries(EFFECT_ISSUES).flatMap(([code, entry]) => ('severity' in entry ? code : []));
  expect(warned).toEqual([
    ...['dispute-claims-computed', 'dispute-against-brand', 'resolution-again', 'resolution-far', 'resolution-after-lapse'],
    'dispute-against-provider',
    ...['correction-waits', 'correction-after-end'],
    ...[
      'payment-exceeds',
      'payment-while-owed-back',
      'repayment-exceeds',
      'request-waits',
      'duty-done-already',
      'duty-done-late',
      'termination-changes-nothing',
      'witness-of-other',
    ],
    ...['nothing-to-acknowledge', 'acknowledged-by-other', 'acknowledged-already', 'acknowledged-early', 'acknowledged-ahead'],
    ...['acknowledges-closed', 'acknowledges-nothing'],
  ]);
});
