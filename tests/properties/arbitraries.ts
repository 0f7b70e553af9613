import fc from 'fast-check';
import {
  addDays,
  type DateRange,
  daysInclusive,
  type Every,
  type LocalDate,
  type PeriodId,
  periodDays,
  shiftPeriod,
} from '../../src/kernel/calendar.js';
import { minorDigits } from '../../src/kernel/money.js';
import { type TermPeriod, termPeriods } from '../../src/kernel/period.js';
import { scaledText } from '../../src/kernel/rational.js';
import { definitions, type Values } from '../settlement/relationship.js';

type Json = Readonly<Record<string, unknown>>;

/** A generated contract: its clauses as written, and what a test needs to know of its calendar. */
export interface GeneratedContract {
  readonly clauses: Json;
  readonly every: Every;
  readonly periods: readonly TermPeriod[];
  readonly lock: number;
  readonly trueUpPeriods: number;
  readonly fees: readonly Json[];
  readonly currency: string;
}

/** What the generator leaves out for properties that hold only without it. */
export interface Without {
  readonly kinds?: readonly string[];
  readonly gates?: boolean;
  readonly grace?: boolean;
}

const cents = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 100);
const share = (min: number, max: number) => fc.integer({ min, max }).map((value) => `${value / 10}%`);
const currency = fc.constantFrom('USD', 'EUR', 'CNY', 'JPY', 'KWD');
const by = fc.constantFrom('sales', 'roas', 'thrift', 'composite');

/** A value, or one that changes from the second period on. */
function scheduled<T>(value: fc.Arbitrary<T>, periods: readonly TermPeriod[]): fc.Arbitrary<T | Record<PeriodId, T>> {
  const [first, second] = periods;
  if (first === undefined || second === undefined) return value;
  const changing = fc.tuple(value, value).map(([a, b]) => ({ [first.id]: a, [second.id]: b }));
  return fc.oneof({ arbitrary: value, weight: 3 }, { arbitrary: changing, weight: 1 });
}

/** Keys ascending from a first one, each with a value. */
function table(first: fc.Arbitrary<number>, step: readonly [number, number], value: fc.Arbitrary<number>, sort: 'up' | 'down' | null) {
  return fc
    .tuple(first, fc.array(fc.tuple(fc.integer({ min: step[0], max: step[1] }), value), { minLength: 1, maxLength: 3 }))
    .map(([start, steps]) => {
      const values = steps.map(([, each]) => each);
      if (sort !== null) values.sort((a, b) => (sort === 'up' ? a - b : b - a));
      let key = start;
      return steps.map(([width], index) => {
        const entry = [key, values[index] ?? 0] as const;
        key += width;
        return entry;
      });
    });
}

/** Tiers with ascending rates: pay rises with the base in both modes. Keys with digits, which objects keep in order. */
const tiers = table(fc.constant(0), [10_000, 900_000], fc.integer({ min: 0, max: 200 }), 'up').map((steps) =>
  Object.fromEntries(steps.map(([at, rate]) => [(at / 100).toFixed(2), `${rate / 10}%`])),
);
/** Points with ascending values, bands with deductions that fall as the score rises. */
const points = table(fc.integer({ min: 0, max: 90 }), [5, 40], fc.integer({ min: 0, max: 200 }), 'up').map((steps) =>
  Object.fromEntries(steps.map(([at, pays]) => [`${at}%`, `${pays}%`])),
);
const bands = table(fc.integer({ min: 10, max: 60 }), [5, 40], fc.integer({ min: 0, max: 100 }), 'down').map((steps) =>
  Object.fromEntries(steps.map(([at, deducts]) => [`${at}%`, `${deducts}%`])),
);

/** Fees of every kind; a retainer `base` is always among them. */
function feesOf(periods: readonly TermPeriod[], every: Every, without: Without): fc.Arbitrary<Json[]> {
  const of = <T>(value: fc.Arbitrary<T>) => scheduled(value, periods);
  const last = periods.at(-1)?.inForce.to ?? '';
  const fee = (kind: string, fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) => fc.record({ kind: fc.constant(kind), ...fields });
  const flow = fc.constantFrom('gmv', 'cost');
  const kinds: Readonly<Record<string, fc.Arbitrary<Json>>> = {
    retainer: fee('retainer', { amount: of(cents(0, 900_000)), prorate: fc.boolean() }),
    commission: fee('commission', {
      base: flow,
      tiers: of(tiers),
      mode: fc.constantFrom('marginal', 'whole'),
      accumulate: fc.constantFrom('period', 'term'),
    }),
    bonus: fee('bonus', {
      pool: of(cents(0, 500_000)),
      by,
      points: of(points),
      shape: fc.constantFrom('step', 'linear'),
      prorate: fc.boolean(),
    }),
    milestone: fee('milestone', { amount: cents(1, 300_000), due: fc.constant(last) }),
    wager: fc
      .oneof(
        fee('wager', { metric: flow, deadband: cents(0, 50_000), rate: share(0, 300), limit: cents(0, 100_000) }),
        fee('wager', { metric: fc.constantFrom('roas', 'gmv'), deadband: fc.constant(0), stake: cents(1, 100_000) }),
      )
      .chain((wager) =>
        fc
          .record({
            better: fc.constantFrom('higher', 'lower'),
            target: cents(1, 900_000),
            over: fc.constantFrom('term', ...(every === 'week' ? [] : ['quarter'])),
            onEarlyEnd: fc.constantFrom('void', 'scale'),
          })
          .map((rest) => ({ ...wager, ...rest })),
      ),
    guarantee: fee('guarantee', { amount: of(cents(0, 900_000)), recoverable: fc.boolean(), prorate: fc.boolean() }),
    penalty: fc.oneof(
      fee('penalty', { of: fc.constant('base'), by, bands: of(bands) }),
      fee('penalty', { amount: cents(0, 200_000), by, bands: of(bands) }),
    ),
    cap: fc.oneof(
      fee('cap', { period: of(cents(0, 1_500_000)), prorate: fc.boolean() }),
      fee('cap', { term: cents(0, 3_000_000) }),
      fee('cap', { period: cents(0, 1_500_000), term: cents(0, 3_000_000) }),
    ),
    tax: fee('tax', { rate: of(share(0, 200)), label: fc.constant('VAT') }),
  };
  const wanted = Object.entries(kinds).filter(([kind]) => without.kinds?.includes(kind) !== true && kind !== 'retainer');
  const most = (kind: string) => (['commission', 'bonus', 'penalty'].includes(kind) ? 2 : 1);
  const lists = wanted.map(([kind, one]) => fc.array(one, { minLength: 0, maxLength: most(kind) }));
  return fc
    .tuple(kinds.retainer ?? fc.constant({}), fc.tuple(...lists))
    .map(([retainer, many]) => [{ id: 'base', ...retainer }, ...many.flat().map((each, index) => ({ id: `fee-${index}`, ...each }))]);
}

/** A term of one to four periods, whose first and last may be partly in force. */
const terms: fc.Arbitrary<{ every: Every; term: DateRange }> = fc
  .record({
    every: fc.constantFrom<Every>('month', 'month', 'month', 'quarter', 'week'),
    start: fc.integer({ min: 0, max: 300 }),
    count: fc.integer({ min: 0, max: 3 }),
    late: fc.boolean(),
    early: fc.boolean(),
    cut: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ every, start, count, late, early, cut }) => {
    const from = addDays('2026-01-01', start);
    const [first] = termPeriods({ from, to: from }, every);
    const firstDay = late || first === undefined ? from : first.calendar.from;
    const end = periodDays(shiftPeriod(first?.id ?? '', every, count), every)?.to ?? firstDay;
    const back = early ? Math.min(cut, daysInclusive(firstDay, end) - 1, every === 'week' ? 5 : 20) : 0;
    return { every, term: { from: firstDay, to: addDays(end, -back) } };
  });

/** Contracts with three KPIs (a flow, a ratio, one that is to fall), gates, grace and fees of every kind. */
export function contracts(without: Without = {}): fc.Arbitrary<GeneratedContract> {
  return terms.chain(({ every, term }) => {
    const periods = termPeriods(term, every);
    return fc
      .record({
        currency,
        rounding: fc.constantFrom('half_even', 'half_up'),
        lock: fc.integer({ min: 0, max: 12 }),
        trueUpPeriods: fc.integer({ min: 0, max: 4 }),
        maxPeriods: fc.integer({ min: 1, max: 3 }),
        days: fc.integer({ min: 1, max: 40 }),
        weights: fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 49 })),
        rule: fc.constantFrom('weighted_mean', 'weighted_mean', 'min'),
        targets: fc.tuple(scheduled(cents(1000, 900_000), periods), fc.integer({ min: 1, max: 60 }), cents(1000, 500_000)),
        stretch: fc.boolean(),
        cap: fc.integer({ min: 100, max: 200 }),
        minimum: fc.option(cents(0, 300_000), { nil: undefined }),
        whenMissing: fc.constantFrom('hold', 'zero', 'exclude'),
        fees: feesOf(periods, every, without),
        gated: fc.option(fc.tuple(fc.constantFrom('gmv', 'roas', 'cost'), fc.constantFrom('atLeast', 'atMost'), cents(0, 600_000)), {
          nil: null,
        }),
        grace: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
        picks: fc.infiniteStream(fc.boolean()).map((stream) => [...stream.take(12)]),
      })
      .map((made): GeneratedContract => {
        const blockable = made.fees.filter((fee) => fee.kind !== 'cap' && fee.kind !== 'tax').map((fee) => fee.id);
        const blocks = blockable.filter((_, index) => made.picks[index] === true);
        const [first, second] = made.weights;
        const capped = made.stretch && made.cap > 100;
        const clauses = {
          term,
          calendar: { every, timezone: 'UTC', lockAfterDays: made.lock, trueUpPeriods: made.trueUpPeriods },
          currency: made.currency,
          rounding: made.rounding,
          acceptance: { days: made.days, silence: 'accepts' },
          disputes: { days: made.days + 5, expert: 'An expert' },
          holds: { maxPeriods: made.maxPeriods },
          kpis: [
            {
              id: 'sales',
              metric: 'gmv',
              owner: 'provider',
              better: 'higher',
              weight: `${first}%`,
              target: made.targets[0],
              cap: `${made.cap}%`,
            },
            {
              id: 'roas',
              metric: 'roas',
              owner: 'provider',
              better: 'higher',
              weight: `${second}%`,
              target: made.targets[1],
              threshold: '0.5x',
              ...(capped ? { stretch: '1.5x' } : {}),
              cap: `${made.cap}%`,
              whenMissing: made.whenMissing,
              ...(made.minimum === undefined ? {} : { minimum: { metric: 'cost', atLeast: made.minimum } }),
            },
            {
              id: 'thrift',
              metric: 'cost',
              owner: 'provider',
              better: 'lower',
              weight: `${100 - first - second}%`,
              target: made.targets[2],
              threshold: '2x',
              ...(capped ? { stretch: '0.5x' } : {}),
              cap: `${made.cap}%`,
            },
          ],
          composite: { rule: made.rule },
          fees: made.fees,
          ...(made.gated === null || blocks.length === 0 || without.gates === false
            ? {}
            : { gates: [{ id: 'gate', metric: made.gated[0], [made.gated[1]]: made.gated[2], blocks }] }),
          ...(made.grace === null || blocks.length === 0 || without.grace === false
            ? {}
            : { grace: { from: periods[0]?.id, periods: made.grace, waives: blocks.slice(0, 2) } }),
        };
        return { clauses, every, periods, lock: made.lock, trueUpPeriods: made.trueUpPeriods, fees: made.fees, currency: made.currency };
      });
  });
}

/** The words of those contracts: revenue is the brand's, spend the provider's. */
export const WORDS: Json = {
  ...definitions(true),
  metrics: { ...(definitions(true).metrics as Json), cost: { title: 'Ad spend', formula: 'spend', unit: 'money', type: 'flow' } },
};

const amount = (min: number, max: number) => fc.integer({ min, max }).map((value) => scaledText(BigInt(value), 2));

/** What each period measures; `null` is a stale fact. Revenue may be negative, spend may be nothing. */
export function values(periods: readonly TermPeriod[], known: 'always' | 'mostly'): fc.Arbitrary<Values> {
  const measured = fc.record({ revenue: amount(-20_000, 1_000_000), spend: fc.oneof(amount(1, 300_000), fc.constant('0')) });
  const one =
    known === 'always'
      ? fc.record({ revenue: amount(-20_000, 1_000_000), spend: amount(1, 300_000) })
      : fc.oneof(
          { arbitrary: measured, weight: 5 },
          { arbitrary: fc.record({ revenue: fc.constant(null), spend: amount(1, 300_000) }), weight: 1 },
          { arbitrary: fc.record({ revenue: amount(0, 1_000_000), spend: fc.constant(null) }), weight: 1 },
        );
  return fc
    .tuple(...periods.map(() => one))
    .map((each) => Object.fromEntries(periods.map((period, index) => [period.id, each[index] ?? {}])));
}

/** The days on which a contract's statements fall due, then those of `tails` tails. */
export function dueDays({ periods, every, lock }: GeneratedContract, tails: number): LocalDate[] {
  const last = periods.at(-1)?.id ?? '';
  const after = Array.from({ length: tails }, (_, index) => periodDays(shiftPeriod(last, every, index + 1), every)?.to ?? '');
  return [...periods.map((period) => period.inForce.to), ...after].map((day) => addDays(day, lock));
}

/** Events of a contract that an event may be about: payments, corrections, disputes and their ends, acceptances, waivers. */
export function events(contract: GeneratedContract): fc.Arbitrary<Readonly<Record<string, Json>>> {
  const { periods, fees, lock, clauses } = contract;
  const digits = minorDigits(contract.currency);
  const whole = fc.integer({ min: -90_000, max: 900_000 }).filter((value) => value !== 0);
  const money = whole.map((value) => scaledText(BigInt(value), digits));
  const period = fc.constantFrom(...periods);
  const line = fc.constantFrom(...fees.filter((fee) => fee.kind !== 'tax').map((fee) => String(fee.id)));
  const lapse = (clauses.disputes as { days: number }).days;
  const dated = (day: LocalDate, slug: string, event: Json): [string, Json] => [`${day}-${slug}.yaml`, event];
  const payment = fc.tuple(period, fc.integer({ min: 0, max: 60 }), money).map(([at, days, paid]) => {
    const on = addDays(at.inForce.to, days);
    return [dated(on, `pay-${days}`, { kind: 'payment', party: 'brand', amount: paid, on, reference: `wire ${on} ${days}` })];
  });
  const correction = fc.tuple(period, line, fc.integer({ min: 0, max: 90 }), money).map(([at, id, days, by]) => [
    dated(addDays(at.inForce.to, days), `fix-${days}-${id}`, {
      kind: 'correction',
      period: at.id,
      line: id,
      amount: by,
      reason: 'agreed',
    }),
  ]);
  const dispute = fc
    .tuple(period, line, fc.integer({ min: 0, max: lock + 1 }), money, fc.constantFrom('lapse', 'escalate', 'resolve'), money)
    .map(([at, id, days, claimed, end, agreed]) => {
      const day = addDays(at.inForce.to, days);
      const name = `dispute-${at.id.toLowerCase()}-${id}`;
      const filed = dated(day, name, {
        kind: 'dispute',
        party: 'brand',
        period: at.id,
        line: id,
        claimed,
        reason: 'returns',
        evidence: ['list'],
      });
      const answer = addDays(day, Math.min(3, lapse - 1));
      if (end === 'escalate') return [filed, dated(answer, `${name}-up`, { kind: 'escalation', party: 'provider', answers: filed[0] })];
      if (end === 'resolve')
        return [filed, dated(addDays(day, lapse + 10), `${name}-end`, { kind: 'resolution', answers: filed[0], amount: agreed })];
      return [filed];
    });
  const waiver = fc
    .tuple(period, fc.constantFrom('sales', 'roas', 'thrift'), fc.option(share(0, 1200), { nil: 'none' }))
    .map(([at, kpi, scoreAs]) => [
      dated(at.inForce.to, `waive-${kpi}-${at.id.toLowerCase()}`, {
        kind: 'exclusion',
        reason: 'force_majeure',
        kpis: [kpi],
        evidence: ['x'],
        treatment: 'waive',
        periods: [at.id],
        scoreAs,
      }),
    ]);
  const milestones = fees.filter((fee) => fee.kind === 'milestone').map((fee) => String(fee.id));
  const acceptance = fc
    .tuple(period, fc.constantFrom(...(milestones.length === 0 ? [''] : milestones)))
    .map(([at, id]) =>
      id === '' ? [] : [dated(at.inForce.to, `accept-${id}`, { kind: 'acceptance', party: 'brand', milestone: id, on: at.inForce.to })],
    );
  const one = fc.oneof(payment, correction, dispute, waiver);
  return fc.tuple(fc.array(one, { maxLength: 6 }), fc.option(acceptance, { nil: [] })).map(([many, accepted]) => {
    const found = new Map<string, Json>();
    const disputed = new Set<string>();
    for (const group of [...many, accepted]) {
      const [first] = group;
      if (first === undefined || found.has(first[0])) continue;
      const about = `${String(first[1].period)} ${String(first[1].line)}`;
      if (first[1].kind === 'dispute' && disputed.has(about)) continue;
      if (first[1].kind === 'dispute') disputed.add(about);
      for (const [file, event] of group) found.set(file, event);
    }
    return Object.fromEntries(found);
  });
}
