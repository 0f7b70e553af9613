import { describe, expect, it } from 'vitest';
import { attain } from '../../src/attainment/attain.js';
import type { ContractEvent, EventOf } from '../../src/contract/event-kinds/event-kinds.js';
import type { EvidencePeriod } from '../../src/evidence/model.js';
import { datesOf } from '../../src/kernel/calendar.js';
import { termPeriods } from '../../src/kernel/period.js';
import { calendarOf } from '../../src/query/build.js';
import { anomaliesIn, withPeriod } from '../../src/settlement/flagged.js';
import type { PeriodView } from '../../src/settlement/views.js';
import { definitions, relationship } from './relationship.js';

/*
 * Days that stand out, by hand: sales of about 100 a day, with a row on each; a KPI by sales and one by return on ads. Ads have a row of 10 a
 * day and never stand out.
 */
type Json = Readonly<Record<string, unknown>>;
type Day = Readonly<{ rows: number; value: string }> | null;
const KPIS = [
  { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '50%', target: 3000 },
  { id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '50%', target: 3 },
];
const base = definitions(true);
const WORDS: Json = {
  ...base,
  measures: {
    ...(base.measures as Json),
    revenue: { ...((base.measures as Json).revenue as Json), where: { state: 'paid' } },
    other: { definition: 'costs of another kind', of: 'ads', sum: 'fee', when: 'ts' },
  },
  metrics: { ...(base.metrics as Json), fees: { title: 'Fees', formula: 'other', unit: 'money', type: 'flow' } },
};
const { terms } = relationship(
  { kpis: [...KPIS, { ...KPIS[0], id: 'fees', metric: 'fees', weight: '0%' }], fees: [{ id: 'base', kind: 'retainer', amount: 1 }] },
  WORDS,
);
const PERIODS = termPeriods(terms.contract.term, 'month');
const usual = (day: string): Day => ({ rows: 1, value: String(98 + (Number(day.slice(8)) % 5)) });

function viewOf(
  month: number,
  sales: (day: string) => Day,
  more: { exclusions?: readonly object[]; complete?: boolean; factRows?: number; scans?: readonly object[] } = {},
): PeriodView {
  const period = PERIODS[month];
  if (period === undefined) throw new Error('no period');
  const days = (of: (day: string) => Day) =>
    datesOf(period.inForce).flatMap((day) => {
      const found = of(day);
      return found === null ? [] : [{ day, ...found }];
    });
  const own = { revenue: days(sales), spend: days(() => ({ rows: 1, value: '10' })), other: days(() => ({ rows: 1, value: '10' })) };
  const { complete = true, factRows = 99, scans = [] } = more;
  const scanned = (rows: number, column = 'ts') => ({ column, rows, nullWhen: 0, duplicateKeys: 0, repeatedKeys: [] });
  const evidence = {
    ...{ period: period.id, inForce: period.inForce, calendar: calendarOf({ terms, inForce: period.inForce }), terms: '', exclusions: [] },
    facts: ['sales', 'ads'].map((id) => ({
      ...{ id, complete: id === 'ads' || complete, freshAt: '2099-01-01T00:00:00Z' },
      scans: [...scans.map((each) => ({ ...scanned(5), ...each })), scanned(id === 'ads' ? 99 : factRows)],
    })),
    measures: Object.entries(own).map(([id, found]) => ({ id, rows: found.length, nulls: 0, days: found })),
    ...{ variants: [], rates: [] },
  } as unknown as EvidencePeriod;
  return {
    ...{ period, terms, evidence, exclusions: more.exclusions ?? [] },
    attainment: attain(terms, period, evidence, [], new Map()),
  } as unknown as PeriodView;
}

const review = (date: string, ...acknowledges: readonly string[]) =>
  ({ kind: 'review', date, file: date, acknowledges }) as unknown as ContractEvent;

function flagged(views: readonly PeriodView[], events: readonly ContractEvent[] = [], of = views.length - 1): string[] {
  const view = views[of];
  if (view === undefined) throw new Error('no view');
  return anomaliesIn(views, events)(view, view).map(
    (found) => `${found.id}${'to' in found && found.to !== found.day ? ` to ${found.to}` : ''}${found.reviewed ? ' reviewed' : ''}`,
  );
}

const january = viewOf(0, usual);
const tenfold =
  (on: string) =>
  (day: string): Day =>
    day === on ? { rows: 1, value: '1000' } : usual(day);
const closed =
  (from: string, to: string) =>
  (day: string): Day =>
    day >= from && day <= to ? null : usual(day);

describe('what stands out in a period', () => {
  it('is found beside the days of the periods before', () => {
    expect(flagged([january, viewOf(1, usual)])).toEqual([]);
    expect(flagged([january, viewOf(1, tenfold('2026-02-10'))])).toEqual(['revenue@2026-02-10']);
    // alone, February has 28 days with rows: enough to know what is usual
    expect(flagged([viewOf(1, tenfold('2026-02-10'))])).toEqual(['revenue@2026-02-10']);
    expect(flagged([viewOf(0, tenfold('2026-01-10')), viewOf(1, usual)])).toEqual([]);
    expect(flagged([viewOf(0, tenfold('2026-01-10')), viewOf(1, usual)], [], 0)).toEqual(['revenue@2026-01-10']);
  });

  it('is nothing beside days that lie behind the end of one that was cut', () => {
    // 20 days are too few to know what is usual, whatever else of February was measured
    const whole = viewOf(1, tenfold('2026-02-10'));
    const cut = { ...whole, period: { ...whole.period, inForce: { from: '2026-02-01', to: '2026-02-20' } } };
    expect([flagged([whole]), flagged([cut])]).toEqual([['revenue@2026-02-10'], []]);
  });

  it('is told once where days brought nothing: as a silence, not day by day', () => {
    expect(flagged([january, viewOf(1, closed('2026-02-10', '2026-02-16'))])).toEqual(['revenue@2026-02-10 to 2026-02-16']);
    // a wild day right before and after it stands for itself
    const both = (day: string) =>
      day === '2026-02-09' || day === '2026-02-17' ? tenfold(day)(day) : closed('2026-02-10', '2026-02-16')(day);
    expect(flagged([january, viewOf(1, both)])).toEqual(['revenue@2026-02-10 to 2026-02-16', 'revenue@2026-02-09', 'revenue@2026-02-17']);
  });

  it('is days without a row, whatever their rows add up to', () => {
    const nothing = (day: string): Day => (day >= '2026-02-10' && day <= '2026-02-16' ? { rows: 0, value: '0' } : usual(day));
    expect(flagged([january, viewOf(1, nothing)])).toEqual(['revenue@2026-02-10 to 2026-02-16']);
    const paidBack = (day: string): Day => (day >= '2026-02-10' && day <= '2026-02-16' ? { rows: 2, value: '0' } : usual(day));
    expect(flagged([january, viewOf(1, paidBack)])).toEqual(
      datesOf({ from: '2026-02-10', to: '2026-02-16' }).map((day) => `revenue@${day}`),
    );
  });

  it('is nothing of data that are not known: those are held anyway', () => {
    expect(flagged([january, viewOf(1, closed('2026-02-10', '2026-02-28'), { complete: false })])).toEqual([]);
  });

  it('is told of nothing by a period whose data are not known', () => {
    const none = () => null;
    expect(flagged([viewOf(0, none, { complete: false }), viewOf(1, none)])).toEqual(['revenue@2026-02-01 to 2026-02-28']);
  });

  it('is days of the period alone, whatever was measured of others', () => {
    // closed from the 18th to the 24th: of a period that was cut after the 20th, or begins on the 22nd, these are three days, each an outage
    const view = viewOf(1, closed('2026-02-18', '2026-02-24'));
    const cut = { ...view, period: { ...view.period, inForce: { from: '2026-02-01', to: '2026-02-20' } } };
    const late = { ...view, period: { ...view.period, inForce: { from: '2026-02-22', to: '2026-02-28' } } };
    expect([flagged([january, view]), flagged([january, cut]), flagged([january, late])]).toEqual([
      ['revenue@2026-02-18 to 2026-02-24'],
      ['revenue@2026-02-18', 'revenue@2026-02-19', 'revenue@2026-02-20'],
      ['revenue@2026-02-22', 'revenue@2026-02-23', 'revenue@2026-02-24'],
    ]);
  });

  it('is rows that were never counted, of a fact that has many', () => {
    const none = () => null;
    // many by the very time that the measure goes by
    const other = [{ column: 'paid_at' }, { zone: 'UTC' }];
    expect(flagged([viewOf(0, none, { scans: other })])).toEqual(['revenue@2026-01-01 to 2026-01-31']);
    expect(flagged([viewOf(0, none, { factRows: 9, scans: other.map((each) => ({ ...each, rows: 99 })) })])).toEqual([]);
    expect(flagged([viewOf(0, none)])).toEqual(['revenue@2026-01-01 to 2026-01-31']);
    expect(flagged([viewOf(0, none, { factRows: 9 })])).toEqual([]);
    expect(flagged([viewOf(0, none), viewOf(1, none)])).toEqual(['revenue@2026-01-01 to 2026-02-28']);
  });

  it('goes on from histories that are handed on', () => {
    const views = [january, viewOf(1, usual), viewOf(2, tenfold('2026-03-10'))];
    const histories = views.slice(0, 2).reduce(withPeriod, new Map());
    const [, , march] = views;
    if (march === undefined) throw new Error('no March');
    const ids = (known: Parameters<typeof anomaliesIn>[2]) =>
      anomaliesIn(views, [], known)(march, march).map((found) => `${found.id} ${'median' in found ? found.median : '-'}`);
    expect(ids({ views: 2, histories })).toEqual(ids(undefined));
    expect(ids(undefined)).toHaveLength(1);
    const known = anomaliesIn([viewOf(0, tenfold('2026-01-10')), ...views.slice(1)], [], { views: 2, histories });
    expect(known(january, january)).toEqual([]);
  });
});

describe('what has been looked at', () => {
  const wild = () => viewOf(1, tenfold('2026-02-10'));
  const events = (...all: readonly ContractEvent[]) => flagged([january, wild()], all);

  it('is what a review names, filed after the day', () => {
    expect(events(review('2026-02-11', 'revenue@2026-02-10'))).toEqual(['revenue@2026-02-10 reviewed']);
    expect(events(review('2026-02-10', 'revenue@2026-02-10'))).toEqual(['revenue@2026-02-10']);
    expect(events(review('2026-03-01', 'revenue@2026-02-11', 'other'))).toEqual(['revenue@2026-02-10']);
    expect(events({ ...review('2026-03-01', 'revenue@2026-02-10'), kind: 'payment' } as never)).toEqual(['revenue@2026-02-10']);
  });

  it('is of a silence what was filed after its last day', () => {
    const silent = viewOf(1, closed('2026-02-10', '2026-02-16'));
    const on = (date: string) => flagged([january, silent], [review(date, 'revenue@2026-02-10')]);
    expect(on('2026-02-16')).toEqual(['revenue@2026-02-10 to 2026-02-16']);
    expect(on('2026-02-17')).toEqual(['revenue@2026-02-10 to 2026-02-16 reviewed']);
  });

  it('is of rows that were never counted what was filed after the first period, once', () => {
    const none = () => null;
    const views = [viewOf(0, none), viewOf(1, none)];
    const on = (date: string) => flagged(views, [review(date, 'revenue@2026-01-01')]);
    expect(on('2026-01-31')).toEqual(['revenue@2026-01-01 to 2026-02-28']);
    expect(on('2026-02-01')).toEqual(['revenue@2026-01-01 to 2026-02-28 reviewed']);
  });

  it('is what an exclusion of a KPI by it covers, each of its days', () => {
    const excluded = (kpis: readonly string[], from: string, to: string): Partial<EventOf<'exclusion'>> =>
      ({
        kind: 'exclusion',
        file: 'x',
        date: '2026-02-20',
        kpis,
        treatment: { kind: 'drop', window: { dates: { from, to } }, where: null },
      }) as never;
    const wildOn = (...exclusions: readonly object[]) => flagged([january, viewOf(1, tenfold('2026-02-10'), { exclusions })]);
    expect(wildOn(excluded(['gmv'], '2026-02-10', '2026-02-10'))).toEqual(['revenue@2026-02-10 reviewed']);
    expect(wildOn(excluded(['roas'], '2026-02-09', '2026-02-12'))).toEqual(['revenue@2026-02-10 reviewed']);
    expect(wildOn(excluded(['fees'], '2026-02-10', '2026-02-10'))).toEqual(['revenue@2026-02-10']);
    expect(wildOn(excluded(['nothing'], '2026-02-10', '2026-02-10'))).toEqual(['revenue@2026-02-10']);
    expect(wildOn(excluded(['gmv'], '2026-02-11', '2026-02-12'))).toEqual(['revenue@2026-02-10']);
    const silent = (...exclusions: readonly object[]) =>
      flagged([january, viewOf(1, closed('2026-02-10', '2026-02-16'), { exclusions })]).at(0);
    expect(silent(excluded(['gmv'], '2026-02-10', '2026-02-15'))).toBe('revenue@2026-02-10 to 2026-02-16');
    expect(silent(excluded(['gmv'], '2026-02-10', '2026-02-15'), excluded(['roas'], '2026-02-16', '2026-02-16'))).toBe(
      'revenue@2026-02-10 to 2026-02-16 reviewed',
    );
  });
});
