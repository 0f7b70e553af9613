import { describe, expect, it } from 'vitest';
import { isExclusion, remainingDays, touches, waiversOf } from '../../src/attainment/exclusions.js';
import type { ContractEvent, EventOf } from '../../src/contract/event-kinds/event-kinds.js';
import { parseInstant } from '../../src/kernel/calendar.js';
import { toExact } from '../../src/kernel/rational.js';

type Exclusion = EventOf<'exclusion'>;
const exclusion = (treatment: unknown, kpis = ['gmv']) => ({ kind: 'exclusion', kpis, treatment }) as unknown as Exclusion;
const dates = (from: string, to: string) => ({ dates: { from, to } });
const instants = (from: string, to: string) => ({ instants: { from: String(parseInstant(from)), to: String(parseInstant(to)) } });
const dropped = (window: unknown, where: unknown = null, kpis = ['gmv']) => exclusion({ kind: 'drop', window, where }, kpis);
const prorated = (window: unknown, kpis = ['gmv']) => exclusion({ kind: 'prorate', window }, kpis);
const waived = (periods: readonly string[], kpis = ['gmv']) => exclusion({ kind: 'waive', periods, scoreAs: 'none' }, kpis);

const MARCH = { from: '2026-03-01', to: '2026-03-31' };
const left = (exclusions: readonly Exclusion[], days = MARCH, zone = 'Europe/Berlin') =>
  toExact(remainingDays(exclusions, 'gmv', days, zone));

describe('days that remain to a KPI', () => {
  it('are all of them, without what is agreed', () => {
    expect(left([])).toBe('31');
    expect(isExclusion(prorated(dates('2026-03-01', '2026-03-02')))).toBe(true);
    expect(isExclusion({ kind: 'review' } as unknown as ContractEvent)).toBe(false);
  });

  it('are fewer by the days of a window that lie in the period', () => {
    expect(left([prorated(dates('2026-03-10', '2026-03-12'))])).toBe('28');
    expect(left([dropped(dates('2026-02-20', '2026-03-02'))])).toBe('29');
    expect(left([prorated(dates('2026-04-01', '2026-04-02'))])).toBe('31');
    expect(left([prorated(dates('2026-03-10', '2026-03-12')), dropped(dates('2026-03-31', '2026-04-20'))])).toBe('27');
  });

  it('are not fewer for another KPI, by what drops rows, or by a waiver', () => {
    expect(left([prorated(dates('2026-03-10', '2026-03-12'), ['roas'])])).toBe('31');
    expect(left([dropped(dates('2026-03-10', '2026-03-12'), { column: 'source' })])).toBe('31');
    expect(left([waived(['2026-03'])])).toBe('31');
  });

  it('are never fewer than none', () => {
    const whole = prorated(dates('2026-03-01', '2026-03-31'));
    expect(left([whole])).toBe('0');
    expect(left([whole, whole])).toBe('0');
  });

  it('are fewer by the part of a day that passes between two instants', () => {
    // 06:00 to 12:00 of a day of 24 hours
    expect(left([prorated(instants('2026-03-10T05:00:00Z', '2026-03-10T11:00:00Z'))])).toBe('30.75');
    // the day on which summer time begins has 23 hours: from midnight, which is 23:00Z, to 04:00Z are 5 of them
    const five = toExact(
      remainingDays([prorated(instants('2026-03-28T23:00:00Z', '2026-03-29T04:00:00Z'))], 'gmv', MARCH, 'Europe/Berlin'),
    );
    expect(five).toBe('708/23'); // 31 − 5 ÷ 23
    // over a month's end only what lies in it: 12 hours of the 1st
    expect(left([prorated(instants('2026-02-10T00:00:00Z', '2026-03-01T11:00:00Z'))])).toBe('30.5');
    expect(left([prorated(instants('2026-03-31T10:00:00Z', '2026-05-01T00:00:00Z'))])).toBe('30.5');
    expect(left([prorated(instants('2026-04-10T00:00:00Z', '2026-04-11T00:00:00Z'))])).toBe('31');
  });
});

describe('whether a window touches days', () => {
  const day = { from: '2026-03-10', to: '2026-03-10' };
  it.each([
    ['dates around it', prorated(dates('2026-03-09', '2026-03-11')), true],
    ['its own date', prorated(dates('2026-03-10', '2026-03-10')), true],
    ['dates after it', prorated(dates('2026-03-11', '2026-03-12')), false],
    ['instants up to its beginning', prorated(instants('2026-03-09T00:00:00Z', '2026-03-09T23:00:00Z')), false],
    ['instants a little longer', prorated(instants('2026-03-09T00:00:00Z', '2026-03-09T23:00:01Z')), true],
    ['instants from its end on', prorated(instants('2026-03-10T23:00:00Z', '2026-03-12T00:00:00Z')), false],
    ['instants from a little before its end on', prorated(instants('2026-03-10T22:59:59Z', '2026-03-12T00:00:00Z')), true],
    ['a waiver', waived(['2026-03']), false],
  ])('%s', (_, event, touched) => {
    expect(touches(event, day, 'Europe/Berlin')).toBe(touched);
  });
});

it('a KPI is waived in the periods that a waiver of it names', () => {
  const [own, other, later] = [waived(['2026-02', '2026-03']), waived(['2026-03'], ['roas']), waived(['2026-04'])];
  expect(waiversOf([own, other, later, prorated(dates('2026-03-01', '2026-03-31'))], 'gmv', '2026-03')).toEqual([own]);
});
