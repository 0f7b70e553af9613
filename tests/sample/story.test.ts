import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, type LocalDate } from '../../src/kernel/calendar.js';
import { PARTIES } from '../../src/kernel/party.js';
import { factsOf } from '../../src/notification/facts.js';
import { begun, NO_MEMORY, told as toldAt } from '../../src/notification/memory.js';
import { marksOf, placesOf, tellingOf } from '../../src/notification/plan.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import type { Statement } from '../../src/settlement/model.js';
import { remindersOf } from '../../src/settlement/reminders.js';
import { settleStory, wholeStory } from './settle-sample.js';

/*
 * The sample's year, settled by the real parts. The figures were worked out a second time by a program that shares nothing
 * with the product, from the same CSV files.
 */

let ledger: readonly LedgerEntry[] = [];
beforeAll(async () => {
  ledger = await settleStory();
}, 120_000);

function statement(period: string): Statement {
  const entry = ledger.find((each) => each.statement.period === period);
  if (entry === undefined) throw new Error(`no statement for ${period}`);
  return entry.statement;
}

/** The lines that are not simply payable with nothing. */
function lines(period: string): readonly string[] {
  return statement(period)
    .lines.filter((line) => line.amount !== '0.00' || line.state !== 'payable')
    .map((line) => `${line.id} ${line.amount}${line.state === 'payable' ? '' : ` ${line.state}`}`);
}

describe('the sample story', () => {
  test('pays every month what the second computation says, and nothing is left open', () => {
    expect(ledger.map(({ statement: each }) => [each.period, each.total, each.balance])).toEqual([
      ['2026-01', '11677.83', '11677.83'],
      ['2026-02', '13203.44', '13203.44'],
      ['2026-03', '18342.16', '18342.16'],
      ['2026-04', '15252.58', '15252.58'],
      ['2026-05', '3603.30', '3603.30'],
      ['2026-06', '20838.96', '20838.96'],
      ['2026-07', '11679.74', '17518.70'],
      ['2026-08', '9484.81', '9484.81'],
      ['2026-09', '14756.59', '14756.59'],
      ['2026-10', '15529.53', '15529.53'],
      ['2026-11', '19029.41', '19029.41'],
      ['2026-12', '17715.76', '17715.76'],
      ['2027-01', '-73.51', '-73.51'],
      ['2027-02', '0.00', '0.00'],
      ['2027-03', '0.00', '0.00'],
    ]);
    expect(ledger.map(({ statement: each }) => each.final)).toEqual([...Array(14).fill(false), true]);
  });

  test('January is in grace: a score of 75% costs no deduction', () => {
    const roas = statement('2026-01').kpis[0];
    expect(roas?.score?.slice(0, 6)).toBe('0.7538');
    expect(lines('2026-01')).toEqual(['base 5000.00', 'sales 2070.37', 'reward 3946.45', 'vat 661.01']);
  });

  test('February trues January up for refunds that were booked late', () => {
    expect(lines('2026-02')).toContain('true-up/2026-01/sales -2.45');
    expect(lines('2026-02')).toContain('true-up/2026-01/reward -117.17');
  });

  test('March pays the accepted milestone', () => {
    expect(lines('2026-03')).toContain('tagging 4000.00');
  });

  test('April: the outage leaves ROAS and CAC, the gap to analytics is reviewed, the large true-up of March waits', () => {
    const april = statement('2026-04');
    expect(april.kpis.map((kpi) => [kpi.id, kpi.state])).toEqual([
      ['roas', 'scored'],
      ['cac', 'scored'],
      ['refund_rate', 'scored'],
    ]);
    expect(april.reconcile.map((each) => [each.breached, each.reviewed])).toEqual([[true, true]]);
    expect(lines('2026-04')).toEqual([
      'base 5000.00',
      'sales 2086.93',
      'reward 7452.04',
      'true-up/2026-03/sales -149.74',
      'true-up/2026-03/reward 0.00 held',
      'vat 863.35',
    ]);
  });

  test('May: orders exported twice hold what depends on them, and the guarantee tops up', () => {
    expect(statement('2026-05').kpis.map((kpi) => [kpi.id, kpi.state])).toEqual([
      ['roas', 'held'],
      ['cac', 'scored'],
      ['refund_rate', 'held'],
    ]);
    expect(lines('2026-05')).toEqual([
      'base 5000.00',
      'sales 0.00 held',
      'reward 0.00 held',
      'floor 2500.00',
      'shortfall 0.00 held',
      'true-up/2026-03/reward -4006.88',
      'true-up/2026-04/sales -6.44',
      'true-up/2026-04/reward -87.34',
      'vat 203.96',
    ]);
  });

  test('June releases May, takes the top-up back, and sets the disputed part of its commission aside', () => {
    expect(lines('2026-06')).toEqual([
      'base 5000.00',
      'sales 2050.00 disputed',
      'reward 5626.03',
      'true-up/2026-05/sales 2318.83',
      'true-up/2026-05/reward 7164.54',
      'true-up/2026-05/floor -2500.00',
      'vat 1179.56',
    ]);
    const disputed = statement('2026-06').lines.find((line) => line.id === 'sales');
    expect([disputed?.computed, disputed?.claimed]).toEqual(['2235.28', '2050.00']);
  });

  test('July resolves the dispute: 2140.00 less the 2050.00 that were paid', () => {
    expect(lines('2026-07')).toContain('true-up/2026-06/sales 90.00');
    expect(lines('2026-07')).toContain('shortfall -250.00');
  });

  test('September: creatives four days late cost the provider nothing', () => {
    expect(statement('2026-09').kpis.map((kpi) => kpi.state)).toEqual(['waived', 'waived', 'scored']);
    expect(lines('2026-09')).toContain('reward 6000.00');
  });

  test('November is cut to the cap', () => {
    expect(lines('2026-11')).toContain('ceiling -1169.77');
  });
});

test('a year of it is told in at most two messages a week to each party, and nothing twice', () => {
  const { terms, events } = wholeStory();
  const monday: LocalDate = '2025-12-29';
  const days = Array.from({ length: 66 * 7 }, (_, index) =>
    remindersOf({ terms, events, ledger, asOf: addDays(monday, index) }, 'workflow'),
  );
  const keys = days.flat().map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  // Thirteen statements have their two days to dispute each; of the second tail's nothing can be disputed, and the last one is final.
  expect(keys.filter((key) => key.startsWith('check/'))).toHaveLength(26);
  for (const party of PARTIES) {
    const weeks = Array.from({ length: 66 }, (_, week) => {
      return days.slice(week * 7, week * 7 + 7).filter((told) => told.some(({ to }) => to === party || to === 'both' || to === 'either'))
        .length;
    });
    expect(Math.max(...weeks)).toBe(2);
  }
});

test('sent day by day, with what is proposed, disputed, held and late, it is at most two messages a week to each party', () => {
  const { terms, events } = wholeStory();
  const { days: waits } = terms.contract.acceptance;
  const monday: LocalDate = '2025-12-29';
  for (const party of PARTIES) {
    const on = ['proposed', 'due', 'disputed', 'held', 'duty', 'late_data'] as const;
    const at = { path: 'contracts/workspace.yaml', line: 1, column: 1 };
    const channel = { to: 'feishu', secret: 'CONCORD_NOTIFY_X', locale: 'zh', for: party, on, review: false, at } as const;
    const [place] = placesOf({ issue: 1, channels: [channel] });
    if (place === undefined) throw new Error('no place');
    let memory = begun(NO_MEMORY, place.id, monday);
    const weeks: number[] = [];
    const sent: { readonly asOf: LocalDate; readonly topics: readonly string[] }[] = [];
    for (let day = 0; day < 66 * 7; day += 1) {
      const asOf = addDays(monday, day);
      // Silence accepts each statement when its days are over.
      const accepted = ledger.filter(({ statement }) => addDays(statement.asOf, waits) <= asOf);
      const proposed = ledger
        .filter(({ statement }) => statement.asOf <= asOf && addDays(statement.asOf, waits) > asOf)
        .map((entry) => ({ entry, pullRequest: { number: 1, url: 'https://github.com/acme/kpis/pull/1' } }));
      const facts = factsOf('acme-linkstar-us', { terms, events, ledger: accepted, asOf }, 'workflow', proposed);
      const telling = tellingOf(place, facts, memory, asOf);
      if (telling.facts.length === 0) continue;
      memory = toldAt(memory, { place: place.id, marks: marksOf(telling), on: asOf });
      sent.push({ asOf, topics: telling.facts.map(({ what }) => what.topic) });
      weeks[Math.floor(day / 7)] = (weeks[Math.floor(day / 7)] ?? 0) + 1;
    }
    expect(Math.max(...weeks.filter((count) => count !== undefined)), party).toBe(2);
    const told = (day: LocalDate) => sent.filter(({ asOf }) => asOf === day).map(({ topics }) => topics.join(' '));
    // The statement of May is proposed on 15 June, with what it holds; its last day to dispute is the 25th, on which silence accepts it.
    expect(['2026-06-15', '2026-06-22', '2026-06-24', '2026-06-25'].map(told)).toEqual([['proposed held'], ['due'], ['due'], []]);
    expect(told('2026-07-08')).toEqual(['disputed']);
    // June's total of 20,838.96 is the brand's to pay by 9 August, and is paid late: of which the provider hears, too.
    expect(['2026-08-06', '2026-08-10', '2026-08-17'].map(told)).toEqual([party === 'brand' ? ['due'] : [], ['due'], ['due']]);
  }
});
