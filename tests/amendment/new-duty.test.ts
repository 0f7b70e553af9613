import { describe, expect, test } from 'vitest';
import type { Terms } from '../../src/contract/model.js';
import type { Locale } from '../../src/kernel/text.js';
import { amendmentParts } from '../../src/report/amendment.js';
import { definitions, relationship, settleDays } from '../settlement/relationship.js';
import { amendTo } from './clauses.js';

/* What a duty is worth in months in which nobody owed it so: who was not late then would not have been. */

type Json = Readonly<Record<string, unknown>>;
const KPIS = { kpis: [{ id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 10000 }] };
const REWARD = { id: 'reward', kind: 'bonus', by: 'gmv', pool: 1000, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' };
const PHOTOS = { id: 'photos', owes: 'brand', title: { en: 'Photos', zh: '照片' }, dueDay: 10, ifLate: { kpis: ['gmv'], scoreAs: '100%' } };
const REPORT = { id: 'report', owes: 'provider', title: 'Report', dueDay: 5, ifLate: { kpis: ['gmv'] } };
const VALUES = { '2026-01': { revenue: '5000' }, '2026-02': { revenue: '5000' } };

const clauses = (duties: readonly Json[], more: Json = {}) => ({
  ...KPIS,
  fees: [REWARD],
  ...(duties.length === 0 ? {} : { duties }),
  ...more,
});
const termsWith = (...duties: Json[]): Terms => relationship(clauses(duties), definitions(false)).terms;
const eventsOf = ({ contract }: Terms, events: Readonly<Record<string, Json>>) => {
  const duties = contract.duties.map(({ lateIf }) => ({ ...PHOTOS, lateIf }));
  return relationship(clauses(duties), definitions(false), events).events;
};

/** January and February, of which 5,000 of 10,000 earn half of 1,000, with what was filed; on the old text and the new one. */
function worthOf(base: Terms, head: Terms, filed: Readonly<Record<string, Json>> = {}) {
  const events = eventsOf(base, filed);
  const ledger = settleDays(base, events, [{ asOf: '2026-03-15', values: VALUES }]);
  const amendment = amendTo(head, { base, ledger, events, asOf: '2026-03-20' });
  const [effect] = amendment.effects;
  const told = (locale: Locale) =>
    JSON.stringify(amendmentParts({ amendment, terms: head, access: [], records: [], reads: [] }, locale)?.figures);
  return {
    paid: ledger.map(({ statement }) => statement.total),
    differences: effect?.periods.map(({ difference }) => difference),
    takenAsDone: effect?.takenAsDone,
    told,
  };
}

const done = (period: string, on: string) => ({ kind: 'duty', duty: 'photos', period, on, evidence: ['x'] });
const claim = (period: string) => ({ kind: 'lateness', party: 'provider', duty: 'photos', period, evidence: ['x'] });

describe('a duty that is new', () => {
  test.each([
    ['the brand', PHOTOS],
    ['the provider', REPORT],
  ] as const)('of %s is taken to be done in time, and that is told', (_, duty) => {
    const { paid, differences, takenAsDone, told } = worthOf(termsWith(), termsWith(duty));
    expect([paid, differences, takenAsDone]).toEqual([['500.00', '500.00'], ['0.00', '0.00'], [duty.id]]);
    expect(told('en')).toContain(
      `Taken to be done in time in periods in which nobody owed it so: ${duty === PHOTOS ? 'Photos' : 'Report'}.`,
    );
    expect(told('zh')).toContain(`一律视为按时履行：${duty === PHOTOS ? '照片' : 'Report'}。`);
  });

  test('of the other party than before is new', () => {
    const { differences, takenAsDone } = worthOf(termsWith(PHOTOS), termsWith({ ...REPORT, id: 'photos' }));
    // The brand was late in both months: 1,000 was paid; the provider is not.
    expect([differences, takenAsDone]).toEqual([['-500.00', '-500.00'], ['photos']]);
  });
});

describe('a duty that was there', () => {
  const filed = { '2026-01-08-photos.yaml': done('2026-01', '2026-01-08') };

  test('and was late is late: what it costs changes', () => {
    const higher = termsWith({ ...PHOTOS, ifLate: { kpis: ['gmv'], scoreAs: '80%' } });
    const { paid, differences, takenAsDone } = worthOf(termsWith(PHOTOS), higher, filed);
    expect([paid, differences, takenAsDone]).toEqual([['500.00', '1000.00'], ['0.00', '-200.00'], []]);
  });

  test('and was in time by a later day is in time by an earlier one too', () => {
    const { differences, takenAsDone } = worthOf(termsWith(PHOTOS), termsWith({ ...PHOTOS, dueDay: 5 }), filed);
    expect([differences, takenAsDone]).toEqual([['0.00', '0.00'], ['photos']]);
  });

  test('and was late by an earlier day may be in time by a later one', () => {
    const { differences } = worthOf(termsWith({ ...PHOTOS, dueDay: 5 }), termsWith(PHOTOS), filed);
    expect(differences).toEqual(['-500.00', '0.00']);
  });

  test('late by a claim or without one: nobody had to claim, nobody had to file', () => {
    const claimed = termsWith({ ...PHOTOS, lateIf: 'claimed' });
    // Late in February without a claim: one would have been filed.
    expect(worthOf(termsWith(PHOTOS), claimed, filed).differences).toEqual(['0.00', '0.00']);
    // In both months nothing was filed; only February was claimed.
    const lateInFebruary = { '2026-02-12-late.yaml': claim('2026-02') };
    const { paid, differences, takenAsDone } = worthOf(claimed, termsWith(PHOTOS), lateInFebruary);
    expect([paid, differences, takenAsDone]).toEqual([['500.00', '1000.00'], ['0.00', '0.00'], ['photos']]);
  });

  test('removed: what was late is not', () => {
    expect(worthOf(termsWith(PHOTOS), termsWith(), filed).differences).toEqual(['0.00', '-500.00']);
  });
});

test('a duty that came after the first months is not late in them, whatever else changes', () => {
  const [first, then] = [termsWith(), termsWith(PHOTOS)];
  const january = settleDays(first, [], [{ asOf: '2026-02-06', values: VALUES }]);
  const filed = { '2026-02-08-photos.yaml': done('2026-02', '2026-02-08') };
  const events = relationship(clauses([PHOTOS]), definitions(false), filed).events;
  const ledger = settleDays(then, events, [{ asOf: '2026-03-06', values: VALUES }], undefined, january);
  const head = relationship(
    clauses([PHOTOS], { fees: [{ ...REWARD, pool: { '2026-01': 1000, '2026-07': 1200 } }] }),
    definitions(false),
  ).terms;
  const [effect] = amendTo(head, { base: then, ledger, events, asOf: '2026-03-20' }).effects;
  // Half of 200 in each month.
  expect(effect?.periods.map(({ before, after }) => [before, after])).toEqual([
    ['500.00', '600.00'],
    ['500.00', '600.00'],
  ]);
});

test('a milestone that is new pays nothing in months in which nobody could ask for it, and that is told', () => {
  const base = termsWith();
  const site = {
    id: 'site',
    title: { en: 'New site', zh: '新网站' },
    kind: 'milestone',
    amount: { '2026-01': 0, '2026-06': 800 },
    due: '2026-09-30',
  };
  const head = relationship({ ...KPIS, fees: [REWARD, site] }, definitions(false)).terms;
  const { differences, told } = worthOf(base, head);
  expect(differences).toEqual(['0.00', '0.00']);
  expect(told('en')).toContain('Counted as not reached, since nobody could ask for acceptance yet: New site');
  expect(told('zh')).toContain('视为未达成：新网站');
});

test('a duty that begins in mid-term comes with weights that depend: the head says which change speaks for whom', () => {
  const reward = { ...REWARD, by: 'composite' };
  const [sales] = KPIS.kpis;
  const later = [
    { ...sales, weight: { '2026-01': '100%', '2026-07': '90%' } },
    { ...sales, id: 'report', weight: { '2026-01': '0%', '2026-07': '10%' } },
  ];
  const base = relationship(clauses([], { fees: [reward] }), definitions(false)).terms;
  const duties = [{ ...REPORT, id: 'monthly', ifLate: { kpis: ['report'] } }];
  const head = relationship(clauses(duties, { kpis: later, fees: [reward] }), definitions(false)).terms;
  const amendment = amendTo(head, { base, asOf: '2026-03-20' });
  const favours = (locale: Locale) => {
    const summary = amendmentParts({ amendment, terms: head, access: [], records: [], reads: [] }, locale)?.summary;
    return summary?.kind === 'pairs' ? summary.pairs[2]?.value.map((span) => span.text).join('') : null;
  };
  expect(favours('en')).toBe('depends (for the brand: duty Report (monthly); on what comes: KPI GMV (gmv) · weight, KPI GMV (report))');
  expect(favours('zh')).toBe(
    '不确定（有利于品牌方：义务“Report”（monthly）；取决于实际结果：考核指标“GMV”（gmv） · 权重、考核指标“GMV”（report））',
  );
});
