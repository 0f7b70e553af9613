import { expect, test } from 'vitest';
import type { Locale } from '../../src/kernel/text.js';
import { medium } from '../../src/media/terminal.js';
import { factsOfToday } from '../../src/notification/facts.js';
import { toldBlocks } from '../../src/notification/told.js';
import { calendarBlocks } from '../../src/report/calendar.js';
import { runningText } from '../../src/report/status.js';
import { wording } from '../../src/report/wording.js';
import { agendaOf } from '../../src/settlement/agenda.js';
import { standingOf } from '../../src/settlement/standing.js';
import { relationship } from '../settlement/relationship.js';

/*
 * A contract to the end of March that the brand ends on 15 March by a notice of 1 February. The handover takes 15 days.
 */
const clauses = {
  term: { from: '2026-01-01', to: '2026-03-31' },
  fees: [{ id: 'base', kind: 'retainer', amount: 1000 }],
  exit: { noticeDays: 30, handoverDays: 15, checklist: ['data_export'] },
};
const NOTICE = { '2026-02-01-end.yaml': { kind: 'termination', party: 'brand', on: '2026-03-15', cause: 'convenience' } };

function at(asOf: string, events: Parameters<typeof relationship>[2] = NOTICE) {
  const { terms, events: filed } = relationship(clauses, undefined, events);
  const input = { terms, events: filed, ledger: [], asOf };
  const standing = standingOf(input);
  const entries = agendaOf(input, standing, 'workflow');
  const shown = (blocks: Parameters<typeof medium.print>[0]['blocks'], locale: Locale) =>
    medium.print({ document: () => null, blocks }, { locale, width: 100, color: false });
  return {
    ended: standing.ended,
    running: (locale: Locale) => runningText(standing, wording(terms, locale), locale),
    calendar: (locale: Locale) => shown(() => calendarBlocks([{ contract: 'acme', terms, asOf, entries }], [asOf], locale), locale),
    told: (locale: Locale) => {
      const facts = factsOfToday('acme', input, 'workflow');
      return shown(() => toldBlocks([{ contract: 'acme', terms, facts }], [asOf], locale), locale);
    },
  };
}

test('a calendar says of the last day who has ended the contract, and of a term that runs its time that it ends', () => {
  expect(at('2026-03-10').calendar('zh')).toMatch(/2026-03-15 +双方 +提前终止（Brand 提出）：最后有效日/);
  expect(at('2026-03-10').calendar('en')).toMatch(/2026-03-15 +both parties +ended early by Brand: last day in force/);
  expect(at('2026-03-10', {}).calendar('zh')).toMatch(/2026-03-31 +双方 +合同期届满/);
});

test('a calendar begins on its day, and says what is overdue', () => {
  expect(at('2026-03-10').calendar('zh')).toContain('日历 · 自 2026-03-10 起');
  expect(at('2026-03-10').calendar('en')).toContain('Calendar · from 2026-03-10 on');
  // January could be settled on 5 February
  expect(at('2026-03-10').calendar('zh')).toMatch(/已逾期（到期日 2026-02-05） +工作流 settle +结算 2026-01/);
  expect(at('2026-03-10').calendar('en')).toMatch(/2026-02-05, overdue +the workflow settle +settle 2026-01/);
});

test('status says it from the day of the notice on, before and after the last day', () => {
  expect(at('2026-01-31').ended).toBeNull();
  expect(at('2026-02-01').ended).toEqual({ by: 'brand', on: '2026-03-15', file: '2026-02-01-end.yaml', noticed: '2026-02-01' });
  expect(at('2026-01-31').running('zh')).toBe('2026-01，2026-02-05 起结算');
  // March ends on the 15th, and can be settled five days later
  expect(at('2026-03-15').running('zh')).toBe('2026-03，2026-03-20 起结算；Brand 已提前终止，最后有效日 2026-03-15');
  expect(at('2026-03-15').running('en')).toBe('2026-03, settled from 2026-03-20 on; ended early by Brand, last day in force 2026-03-15');
  expect(at('2026-03-16').running('zh')).toBe('Brand 已提前终止，最后有效日 2026-03-15，尾期结算中；2026-03 已结束，2026-03-20 起结算');
});

test('both parties are told on the day of the notice', () => {
  expect(at('2026-02-01').told('zh')).toContain('Brand 已提前终止合同，最后有效日为 2026-03-15。');
  expect(at('2026-02-01').told('en')).toContain('Brand has ended the contract early: its last day in force is 2026-03-15.');
  expect(at('2026-02-02').told('zh')).not.toContain('提前终止');
});
