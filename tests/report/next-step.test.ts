import { expect, test } from 'vitest';
import { FORM_OF, isFormedEvent } from '../../src/forms/event-text.js';
import { FORMS } from '../../src/forms/forms.js';
import type { Answers } from '../../src/forms/parse-form.js';
import { eventStep, nextStep } from '../../src/report/next-step.js';
import { definitions, relationship, settleDays } from '../settlement/relationship.js';

/*
 * What the answer under a form, and `concord event`, say happens next: by the rules that settlement goes by, with days counted by hand from the
 * contract: 30 for disputes, 10 for acceptance. January is settled on 5 February: of media of 1,200 up to 1,000 the rest of 200 waits for the
 * brand, and February on 5 March.
 */

type Event = Readonly<Record<string, unknown>>;

const { gmv } = definitions(true).metrics as Readonly<Record<string, object>>;
const WORDS = { ...definitions(true), metrics: { gmv, cost: { title: 'Ad spend', formula: 'spend', unit: 'money', type: 'flow' } } };
const CLAUSES = {
  disputes: { days: 30, expert: 'Smith <b>@audit</b>' },
  duties: [{ id: 'photos', owes: 'brand', title: 'Photos', dueDay: 5, lateIf: 'claimed', ifLate: { kpis: ['gmv'], scoreAs: '100%' } }],
  fees: [
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 'from 0': '10%' } },
    { id: 'launch', kind: 'milestone', amount: 500, due: '2026-05-31' },
    { id: 'ads', kind: 'pass_through', cost: 'cost', upTo: 1000 },
  ],
};
const values = { '2026-01': { revenue: '5000', spend: '1200' }, '2026-02': { revenue: '5000', spend: '900' } };

/** What is said of the last of some events, which are filed in this order; the others are there before. */
function said(locale: 'en' | 'zh', events: Readonly<Record<string, Event>>, clauses: object = {}): string {
  const [file = ''] = Object.keys(events).slice(-1);
  const { terms, events: all } = relationship({ ...CLAUSES, ...clauses }, WORDS, events);
  const ledger = settleDays(
    terms,
    [],
    [
      { asOf: '2026-02-05', values },
      { asOf: '2026-03-05', values },
    ],
  );
  const event = all.find((each) => each.file === file);
  if (event === undefined || !isFormedEvent(event)) throw new Error(file);
  return eventStep({ event, scene: { terms, events: all, ledger } }, (text) => text.replace(/[<>]/g, ''), locale);
}

const en = (events: Readonly<Record<string, Event>>) => said('en', events);
const dispute = { kind: 'dispute', party: 'brand', period: '2026-02', line: 'sales', claimed: 80, reason: 'r', evidence: ['e'] };

test('a dispute is resolved, escalated or lapses on its day', () => {
  expect(en({ '2026-03-10-d.yaml': dispute })).toContain('by 2026-04-08, that day included; after it the dispute lapses');
  // A line that is settled is frozen (tests/settlement); until it is, the undisputed part is paid.
  expect(en({ '2026-03-10-d.yaml': dispute })).toMatch(/^The line stays as settled\. Agree on/);
  const zh = said('zh', { '2026-03-10-d.yaml': dispute });
  expect(zh).toMatch(/^该项目维持已结算金额。/);
  const ahead = { '2026-04-02-d.yaml': { ...dispute, period: '2026-03' } };
  expect(en(ahead)).toContain(
    'before the period is settled, only the undisputed part of the line is paid; after that the line stays as settled.',
  );
  expect(said('zh', ahead)).toMatch(/^本期结算前生效的，该项目仅支付无争议部分；结算后生效的，该项目维持已结算金额。/);
  expect(zh).toContain('请以“就争议达成一致”表单就金额达成一致，或以');
  expect(zh).toContain('均以 2026-04-08（含）为限；逾期争议失效');
  // Twice the days, from the day of the dispute, not of the escalation.
  const escalation = { kind: 'escalation', party: 'brand', answers: '2026-03-01-dispute-7.yaml' };
  const escalated = en({ '2026-03-01-dispute-7.yaml': dispute, '2026-03-10-e.yaml': escalation });
  expect(escalated).toContain('by 2026-04-29, that day included; after it the dispute lapses');
  expect(escalated).not.toContain('<b>');
});

const request = (on: string) => ({ kind: 'acceptance_request', milestone: 'launch', on });

test('a request is answered in time or given, by the days of the first that waits', () => {
  // a request counts from the later of its day and its file's
  expect(en({ '2026-03-10-r.yaml': request('2026-03-09') })).toContain('by 2026-03-20, that day included;');
  const second = { '2026-03-10-r.yaml': request('2026-03-09'), '2026-03-12-r.yaml': request('2026-03-12') };
  expect(en(second)).toContain('by 2026-03-20, that day included;');
  const refused = { kind: 'refusal', milestone: 'launch', on: '2026-03-11', answers: '2026-03-10-r.yaml', reason: 'Slow' };
  expect(en({ '2026-03-10-r.yaml': request('2026-03-09'), '2026-03-11-a.yaml': refused })).toContain('not accepted');
  // once the first is refused, the days of the second run from its own
  const after = { '2026-03-10-r.yaml': request('2026-03-09'), '2026-03-11-a.yaml': refused, '2026-03-12-r.yaml': request('2026-03-12') };
  expect(en(after)).toContain('by 2026-03-22, that day included;');
});

const duty = (on: string, more: object = {}) => ({ kind: 'duty', duty: 'photos', period: '2026-03', on, evidence: ['e'], ...more });

test('a duty counts as done on the day that settlement counts', () => {
  // on the day on which it is filed, whatever its event says, unless both approve it
  expect(en({ '2026-03-21-d.yaml': duty('2026-03-04') })).toBe('The duty counts as done on 2026-03-21, as the scorecard of 2026-03 shows.');
  expect(said('zh', { '2026-03-21-d.yaml': duty('2026-03-04') })).toBe('该义务计为于 2026-03-21 履行，见 2026-03 的计分卡。');
  expect(en({ '2026-03-21-d.yaml': duty('2026-03-04', { agreed: true }) })).toContain('done on 2026-03-04,');
  // on the first day that anybody says
  expect(en({ '2026-03-05-d.yaml': duty('2026-03-05'), '2026-03-21-d.yaml': duty('2026-03-21') })).toContain('done on 2026-03-05,');
});

const review = (party: string, ...acknowledges: string[]) => ({ kind: 'review', party, period: '2026-02', acknowledges, findings: ['f'] });

test('a review releases what it may release, and no more is said', () => {
  expect(en({ '2026-03-10-v.yaml': review('brand', 'excess/2026-01/ads') })).toBe(
    'The next statement releases what it acknowledges; anything else stays as it is.',
  );
  const others = { '2026-03-10-v.yaml': review('provider', 'excess/2026-01/ads') };
  expect(en(others)).toBe('It stays as a record and releases nothing.');
  expect(said('zh', others)).toBe('该复盘留作记录，不解除任何暂缓结算。');
  const mixed = { '2026-03-10-v.yaml': review('brand', 'excess/2026-01/ads', 'revenue@2026-01-20') };
  expect(en(mixed)).toBe('The next statement releases excess/2026-01/ads alone; anything else stays as it is.');
  expect(said('zh', mixed)).toBe('下一份结算单仅解除 excess/2026-01/ads 的暂缓结算；其余不变。');
});

const payment = (party: string) => ({ kind: 'payment', party, amount: 100, on: '2026-03-09', reference: 'TT-1' });

test('a payment that the other party has filed counts once', () => {
  expect(en({ '2026-03-10-p.yaml': payment('brand') })).toBe('The next statement sets it against what is owed, the oldest first.');
  const both = { '2026-03-10-p.yaml': payment('brand'), '2026-03-11-p.yaml': payment('provider') };
  expect(en(both)).toBe('Both parties have filed the same payment: it counts once, as 2026-03-10-p.yaml has it.');
  expect(said('zh', both)).toBe('双方提交的是同一笔付款，只计一次，以 2026-03-10-p.yaml 为准。');
});

const correction = (period: string) => ({ kind: 'correction', party: 'brand', period, line: 'sales', amount: 10, reason: 'r' });
const termination = (party: string, on: string) => ({ kind: 'termination', party, on, cause: 'c' });

test('what both approve says so, and what comes of it', () => {
  expect(en({ '2026-03-10-c.yaml': correction('2026-02') })).toContain('the next statement has it as the line correction/2026-02/sales.');
  expect(en({ '2026-03-10-c.yaml': correction('2026-04') })).toContain(
    'the statement of 2026-04 has it as the line correction/2026-04/sales.',
  );
});

test('a contract ends on the earliest of its terminations', () => {
  expect(en({ '2026-03-10-t.yaml': termination('brand', '2026-09-30') })).toContain('ends on 2026-09-30');
  expect(
    en({ '2026-03-10-t.yaml': termination('brand', '2026-09-30'), '2026-03-11-t.yaml': termination('provider', '2026-10-31') }),
  ).toContain('ends on 2026-09-30');
});

test('what files no event of its own', () => {
  const of = (id: string, given: Readonly<Record<string, string>>) => {
    const form = FORMS.find((each) => each.id === id);
    if (form === undefined) throw new Error(id);
    const answers: Answers = { texts: new Map(Object.entries(given)), lists: new Map() };
    return nextStep({ form, answers, terms: { term: { from: '2026-04-01', to: '2027-03-31' } } }, 'en');
  };
  expect(of('target-change', { from: '2026-07' })).toBe(
    'Once both parties have approved and it is merged, the new target holds from 2026-07 on.',
  );
  expect(of('cooperation', {})).toContain('the contract runs from 2026-04-01 on');
  // every other form files one
  const others = FORMS.map(({ id }) => id).filter((id) => id !== 'target-change' && id !== 'cooperation');
  expect(new Set(Object.values(FORM_OF))).toEqual(new Set([...others, null]));
});
