import { describe, expect, it, test } from 'vitest';
import { vocabulary } from '../../src/attainment/measures.js';
import { isNeverNegative } from '../../src/attainment/sign.js';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { kindOf } from '../../src/contract/fee-kinds/fee-kinds.js';
import type { Terms } from '../../src/contract/model.js';
import { addDays, daysInclusive } from '../../src/kernel/calendar.js';
import { moneyValue } from '../../src/kernel/money.js';
import type { TermPeriod } from '../../src/kernel/period.js';
import { termPeriods } from '../../src/kernel/period.js';
import { compare, type Rational, rational, sum, toDecimal } from '../../src/kernel/rational.js';
import { exposureOf } from '../../src/outlook/exposure.js';
import type { End, Range } from '../../src/outlook/exposure-range.js';
import { linesGiven } from '../../src/outlook/given.js';
import { usualPeriod } from '../../src/outlook/levels.js';
import { quoteOf } from '../../src/outlook/quote.js';
import { TEMPLATES, type Template } from '../../src/sample/templates.js';
import type { Line } from '../../src/settlement/model.js';
import { timeline } from '../../src/settlement/timeline.js';
import { termsOf } from '../amendment/clauses.js';
import { Random } from '../oracle/random.js';
import { settleDays, type Values } from '../settlement/relationship.js';
import { templateTerms } from '../template-terms.js';
import { tries } from '../tries.js';
import { termsDrawn } from './drawn-terms.js';

/** Random contracts, each on some random data, as agreed and ended early; `OUTLOOK_CONTRACTS=20000` for the long form. */
const CONTRACTS = tries('OUTLOOK_CONTRACTS', 16);
const FIRST = Number(process.env.OUTLOOK_SEED ?? 1);
const DATA = 2;

/** Values about the usual, none, very many, and for sums below 0. */
function valuesDrawn(terms: Terms, random: Random): Values {
  const periods = termPeriods(terms.contract.term, terms.contract.calendar.every);
  const value = (counts: boolean) => {
    const size = random.pick([0, 1, 3, 30, 100, 300, 400, 1000, 20000, 5000000]);
    const whole = random.int(0, size);
    return counts ? String(whole) : `${random.chance(15) ? '-' : ''}${whole}.${random.pick(['00', '50', '37'])}`;
  };
  const of = () => Object.fromEntries(terms.definitions.measures.map(({ id, aggregate }) => [id, value(!('sum' in aggregate))]));
  return Object.fromEntries(periods.map(({ id }) => [id, of()]));
}

const within = (amount: Rational, { least, most }: Range) => [
  ...(least.open.length === 0 && compare(amount, least.amount) < 0 ? [`${toDecimal(amount)} < ${toDecimal(least.amount)}`] : []),
  ...(most.open.length === 0 && compare(amount, most.amount) > 0 ? [`${toDecimal(amount)} > ${toDecimal(most.amount)}`] : []),
];
const isFee = ({ kind }: Pick<Line, 'kind'>) => !['tax', 'true-up', 'correction', 'excess'].includes(kind);
const feesOf = (lines: readonly Line[]) => sum(lines.filter(isFee).map(({ amount }) => rational(amount)));

/** Ended by either party on some day of the term. */
function ending({ contract: { term } }: Terms, random: Random): ContractEvent {
  const on = addDays(term.from, random.int(0, daysInclusive(term.from, term.to) - 1));
  const party = random.pick(['brand', 'provider'] as const);
  return { kind: 'termination', party, on, cause: 'moves', file: `${term.from}-end.yaml`, date: term.from, digest: '' };
}

function passed(terms: Terms, seed: number): string[] {
  const random = new Random(seed);
  return Array.from({ length: DATA }, (_, run) => run).flatMap((run) => {
    const events = run === 0 ? [] : [ending(terms, random)];
    const exposure = exposureOf(terms, timeline(terms.contract, events));
    const ledger = settleDays({ ...terms, contract: { ...terms.contract, review: null } }, events, [
      { asOf: '2030-01-01', values: valuesDrawn(terms, random) },
    ]);
    const periods = ledger.filter(({ statement }) => !statement.tail);
    const found = periods.flatMap(({ statement: { period, lines } }) => {
      const own = exposure.periods.find((each) => each.period === period);
      if (own === undefined) return [`${period}: no exposure`];
      if (lines.some(({ held }) => held)) return [];
      const byLine = own.lines.flatMap(({ line, range }) => {
        const amount = lines.find(({ id }) => id === line)?.amount;
        return amount === undefined ? [] : within(rational(amount), range).map((what) => `${line}: ${what}`);
      });
      return [...byLine, ...within(feesOf(lines), own.total).map((what) => `total: ${what}`)].map((what) => `${seed} ${period} ${what}`);
    });
    const all = sum(periods.map(({ statement }) => feesOf(statement.lines)));
    const isKnown = !periods.some(({ statement }) => statement.lines.some(({ held }) => held));
    return [...found, ...(isKnown ? within(all, exposure.term).map((what) => `${seed} term ${what}`) : [])];
  });
}

it('no settlement of random data under random contracts passes it', () => {
  const contracts = Array.from({ length: CONTRACTS }, (_, index) => FIRST + index).flatMap((seed) => {
    const terms = termsDrawn(seed);
    return terms === null ? [] : [{ seed, terms }];
  });
  expect(contracts.length).toBeGreaterThan(CONTRACTS / 2);
  expect(contracts.flatMap(({ seed, terms }) => passed(terms, seed))).toEqual([]);
});

const told = ({ amount, open }: End) =>
  `${toDecimal(amount)}${open.map(({ line, side, rate }) => ` ${line} ${side} ${toDecimal(rate)}`).join('')}`;

/** A template's terms; what needs events of people (a milestone's acceptance, a duty done late) is left aside. */
function termsOfTemplate({ name }: Template, withMilestones = false): Terms {
  const terms = templateTerms(name);
  const { contract } = terms;
  return {
    ...terms,
    contract: { ...contract, duties: [], fees: contract.fees.filter(({ kind }) => withMilestones || kind !== 'milestone') },
  };
}

/** Every metric that pay depends on. */
function metricsOf({ contract }: Terms): string[] {
  const named = [
    ...contract.kpis.flatMap(({ metric, minimum }) => [metric, ...(minimum === null ? [] : [minimum.metric])]),
    ...contract.gates.map(({ metric }) => metric),
    ...contract.fees.flatMap((fee) => kindOf(fee).metric?.of(fee) ?? []),
  ];
  return [...new Set(named)];
}

const MUCH = rational(10n ** 9n);

/** Where a line on a metric stops to grow. */
const limitsOn = ({ contract }: Terms, metric: string): Rational[] =>
  contract.fees.flatMap((fee) =>
    fee.kind === 'pass_through' && fee.cost === metric ? (fee.upTo ?? []).map(({ value }) => rational(value)) : [],
  );

/** The farthest that a period comes to, without what has no end: outside of the cap it is taken off, else its metric is at 0: KPIs all very good or all very bad, then one metric after the other. */
function farthest(terms: Terms, period: TermPeriod, open: End['open'], sign: 1 | -1): Rational {
  const words = vocabulary(terms.contract, terms.definitions);
  const fees = terms.contract.fees.filter((fee) => kindOf(fee).step === 'outside');
  const outside = new Set(fees.map(({ id }) => id).filter((id) => open.some(({ line }) => line === id)));
  const closed = (all: ReadonlyMap<string, Rational>) => {
    const inside = open.filter(({ line }) => !outside.has(line)).map(({ metric }) => [metric, rational(0)] as const);
    const lines = linesGiven([], { terms, period, metrics: { all: new Map([...all, ...inside]), byKpi: new Map() } });
    const own = lines.filter((line) => isFee(line) && !outside.has(line.line));
    return sum(own.map(({ amount }) => (amount === null ? rational(0) : moneyValue(amount))));
  };
  const ids = metricsOf(terms);
  const start = (good: boolean) => {
    const kpis = terms.contract.kpis.map(({ metric, better }) => [metric, (better === 'higher') === good ? MUCH : rational(0)] as const);
    return new Map([...ids.map((id) => [id, MUCH] as const), ...kpis]);
  };
  let values = start(sign > 0);
  let best = closed(values);
  for (const id of ids) {
    for (const value of [
      rational(0),
      rational(1),
      ...limitsOn(terms, id),
      ...(isNeverNegative(words, { metric: id }) ? [] : [MUCH.neg()]),
    ]) {
      const tried = new Map([...values, [id, value] as const]);
      const found = closed(tried);
      if (compare(found.mul(sign), best.mul(sign)) > 0) [values, best] = [tried, found];
    }
  }
  return best;
}

describe.each(TEMPLATES.map((template) => [template.name, template] as const))('the template %s', (_, template) => {
  const terms = termsOfTemplate(template);
  const exposure = exposureOf(terms);

  test('reaches its least and its most in a usual period', () => {
    const period = usualPeriod(terms);
    const own = exposure.periods.find((each) => each.period === period?.id);
    if (period === null || own === undefined) throw new Error('no period');
    expect(toDecimal(farthest(terms, period, own.total.most.open, 1))).toBe(toDecimal(own.total.most.amount));
    expect(toDecimal(farthest(terms, period, own.total.least.open, -1))).toBe(toDecimal(own.total.least.amount));
  });
});

describe('by hand', () => {
  test('a retainer of 3,000, 5% and 7% of GMV, a bonus of 5,000, a tenth off the retainer; never above 20,000', () => {
    // GMV scores at most 150%, ROAS 100%: the composite 60% × 150% + 40% × 100% = 130% pays 100% + 100% × 30/50 = 160% of 5,000.
    const [january] = exposureOf(termsOf()).periods;
    expect(january?.lines.map(({ line, range }) => [line, told(range.least), told(range.most)])).toEqual([
      ['base', '3000', '3000'],
      ['sales', '0 sales below -0.05', '0 sales above 0.07'],
      ['reward', '0', '8000'],
      ['late', '-300', '0'],
    ]);
    expect([told(january?.total.least ?? NONE), told(january?.total.most ?? NONE)]).toEqual(['2700 sales below -0.05', '20000']);
    expect(told(exposureOf(termsOf()).term.most)).toBe('240000');
  });

  describe('lines on one metric are told together: it has one value in all of them', () => {
    const media = { id: 'media', kind: 'pass_through', cost: 'gmv', upTo: 40000 };
    const back = { id: 'back', kind: 'rebate', base: 'gmv', tiers: { 0: '2%', 30000: '4%' } };
    const rangeOf = (...fees: object[]) => {
      const [january] = exposureOf(termsOf({ fees, gates: [] })).periods;
      return [told(january?.total.least ?? NONE), told(january?.total.most ?? NONE)];
    };

    test('media up to 40,000 of which 2% and 4% are handed on: 40,000 - 600 - 400 at most; 4% of what is above comes back', () => {
      // below 0 all of it comes back but for 2%: 98%
      expect(rangeOf(media, back)).toEqual(['0 back above -0.04 media below -1 back below 0.02', '39000']);
      expect(rangeOf(back, media)[1]).toBe('39000');
    });

    test('media without a limit goes on by 96%', () => {
      expect(rangeOf({ id: 'media', kind: 'pass_through', cost: 'gmv' }, back)[1]).toBe('0 media above 1 back above -0.04');
    });

    test('a rebate over the term may be 2% of up to 10,000 that was below 0 before and 2% of 30,000 beside it: 40,000 - 800', () => {
      const { periods } = exposureOf(termsOf({ fees: [media, { ...back, accumulate: 'term' }], gates: [] }));
      const ends = periods.map(({ total }) => [told(total.least), told(total.most)]);
      // nothing lies before January: its base is the whole total
      expect(ends[0]).toEqual(['0 back above -0.04 media below -1 back below 0.02', '39000']);
      expect(ends.slice(1)).toEqual(Array(11).fill(['0 back above -0.04 media below -1 back below 0.02', '39200']));
    });

    test('of tiers over the term the first month has the lowest rate below 0, a later one any of them', () => {
      const fee = (tiers: object, mode: string) => ({ id: 'back', kind: 'rebate', base: 'gmv', tiers, mode, accumulate: 'term' });
      const ends = (each: object) => exposureOf(termsOf({ fees: [each], gates: [] })).periods.map(({ total: { most } }) => most.open);
      // 10.00 of each 1,000 in January; after 50,000 and more before, 30.00 of them
      const [january, february] = ends(fee({ 0: '1%', 50000: '3%' }, 'whole'));
      expect(january?.map(({ rate, is }) => [toDecimal(rate), is])).toEqual([['0.01', 'so']]);
      expect(february?.map(({ rate, is }) => [toDecimal(rate), is])).toEqual([['0.03', 'at-most']]);
      const least = exposureOf(termsOf({ fees: [media, fee({ 0: '2%', 30000: '4%' }, 'marginal')], gates: [] })).periods[1]?.total.least;
      // of what is below 0 as much comes back as can be: all of the media less the lowest of the rates
      expect(least?.open.map(({ line, rate, is }) => [line, toDecimal(rate), is])).toEqual([
        ['back', '-0.04', 'at-most'],
        ['media', '-1', 'so'],
        ['back', '0.02', 'at-least'],
      ]);
      // one rate is the same wherever the total stands
      expect(ends(fee({ 0: '1%' }, 'marginal'))[1]?.map(({ rate, is }) => [toDecimal(rate), is])).toEqual([['0.01', 'so']]);
    });

    test('5% of GMV less 2% of it: 3%, above without an end and below; what is cut by a cap is left with what is handed on', () => {
      const sales = { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' } };
      const handed = { id: 'back', kind: 'rebate', base: 'gmv', tiers: { 0: '2%' } };
      expect(rangeOf(sales, handed)).toEqual(['0 sales below -0.05 back below 0.02', '0 sales above 0.05 back above -0.02']);
      const capped = rangeOf(sales, handed, { id: 'ceiling', kind: 'cap', period: 1000 });
      expect(capped[0]).toBe('0 sales below -0.05 back above -0.02');
    });

    test('a rebate of the whole of GMV from 1,000 on: just under it all of 1,000, at it 900; on more the 10% go on', () => {
      const whole = { id: 'back', kind: 'rebate', base: 'gmv', tiers: { 0: '0%', 1000: '10%' }, mode: 'whole' };
      expect(rangeOf({ ...media, upTo: 1000 }, whole)).toEqual(['0 back above -0.1 media below -1', '1000']);
    });

    test('each of three lines may be rounded by half a cent: 0.04 at 1.00, and never more than a whole cent above', () => {
      const twice = [
        { ...back, tiers: { 0: '48%' } },
        { ...back, id: 'more', tiers: { 0: '48%' } },
      ];
      expect(rangeOf({ ...media, upTo: 1 }, ...twice)[1]).toBe('0.05');
    });
  });

  test('a milestone uses up the cap of the term once, whichever month it falls into', () => {
    // 10,000 of earnings at most beside a milestone of 2,500 due 2026-06-22 (with 10 days for an answer: until July)
    const pay = [
      { id: 'base', kind: 'retainer', amount: 4000 },
      {
        id: 'reward',
        kind: 'bonus',
        by: 'composite',
        pool: 3000,
        points: { '80%': '0%', '100%': '100%', '150%': '225%' },
        shape: 'linear',
      },
      { id: 'programme', kind: 'milestone', amount: 2500, due: '2026-06-22' },
      { id: 'ceiling', kind: 'cap', period: 13000, term: 110000 },
    ];
    // the composite of 130% pays 100% + 125% × 30/50 = 175% of 3,000 = 5,250: a month comes to 9,250, with the milestone to 11,750
    const { periods, term } = exposureOf(termsOf({ fees: pay }));
    expect(periods.map((each) => each.leftByCap)).toEqual([...Array(11).fill('all'), 'not-most']);
    expect(periods.map(({ total }) => told(total.most))).toEqual([...Array(7).fill('11750'), ...Array(5).fill('9250')]);
    // by November 11 × 9,250 + 2,500 = 104,250 of 110,000: December has 5,750 left, more than its least
    expect(periods.map(({ total }) => told(total.least))).toEqual(Array(12).fill('4000'));
    // 12 × 9,250 + 2,500 = 113,500, cut to 110,000; without a cap all of it; under one of 10,000 a month 12 × 9,250 + 750
    expect([told(term.least), told(term.most)]).toEqual(['48000', '110000']);
    expect(told(exposureOf(termsOf({ fees: pay.slice(0, 3) })).term.most)).toBe('113500');
    const monthly = [...pay.slice(0, 3), { id: 'ceiling', kind: 'cap', period: 10000 }];
    expect(told(exposureOf(termsOf({ fees: monthly })).term.most)).toBe('111750');
  });

  test('under a cap of the term a period pays nothing only where others used it up: the least of the term is that of a path', () => {
    const pay = [
      { id: 'base', kind: 'retainer', amount: 10000 },
      { id: 'reward', kind: 'bonus', by: 'composite', pool: 5000, points: { '80%': '0%', '100%': '100%' }, shape: 'linear' },
      { id: 'ceiling', kind: 'cap', term: 130000 },
    ];
    // 10,000 to 15,000 a month. Eight months of 15,000 leave 10,000 for September, the ninth; nine use up all of the 130,000.
    const { periods, term } = exposureOf(termsOf({ fees: pay }));
    expect(periods.map(({ total }) => told(total.least))).toEqual([...Array(9).fill('10000'), '0', '0', '0']);
    // 15,000 of eight months leave 10,000 for the ninth: its least, not its most
    expect(periods.map((each) => each.leftByCap)).toEqual([...Array(8).fill('all'), 'not-most', 'nothing', 'nothing', 'nothing']);
    // of 125,000 those leave 5,000
    const nearly = exposureOf(termsOf({ fees: pay.map((fee) => (fee.kind === 'cap' ? { ...fee, term: 125000 } : fee)) })).periods[8];
    expect([nearly?.leftByCap, told(nearly?.total.least ?? NONE)]).toEqual(['less', '5000']);
    expect(periods.map(({ total }) => told(total.most))).toEqual(Array(12).fill('15000'));
    // twelve bad months: 12 × 10,000, below the cap; the best: all of it
    expect([told(term.least), told(term.most)]).toEqual(['120000', '130000']);
    // a cap below the retainers alone is paid in any case
    const low = exposureOf(termsOf({ fees: pay.map((fee) => (fee.kind === 'cap' ? { ...fee, term: 100000 } : fee)) }));
    expect([told(low.term.least), told(low.term.most)]).toEqual(['100000', '100000']);
    // a stepped cap: 20,000 of the first half's 60,000 at least, then up to 50,000 in all: 30,000 of the second half's, come what may
    const stepped = { '2026-01': 20000, '2026-07': 50000 };
    const later = exposureOf(termsOf({ fees: pay.map((fee) => (fee.kind === 'cap' ? { ...fee, term: stepped } : fee)) }));
    expect([told(later.term.least), told(later.term.most)]).toEqual(['50000', '50000']);
    // a rebate is outside of the cap
    const rebate = { id: 'back', kind: 'rebate', base: 'gmv', tiers: { 0: '1%' }, mode: 'whole', accumulate: 'period' };
    const beside = exposureOf(termsOf({ fees: [...pay, rebate] })).term;
    expect([told(beside.least), told(beside.most)].map((end) => end.split(' ')[0])).toEqual(['120000', '130000']);
  });
});

describe('a cap that begins later than the term', () => {
  const BASE = [
    { id: 'base', kind: 'retainer', amount: 3000 },
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%' } },
  ];
  const floor = (amount: number) => ({ id: 'floor', kind: 'guarantee', amount });

  test('months before it have no upper bound and may use up all of it', () => {
    const ceiling = {
      id: 'ceiling',
      kind: 'cap',
      period: { '2026-01': 'none', '2026-04': 9500 },
      term: { '2026-01': 'none', '2026-05': 45000 },
    };
    const { periods, term } = exposureOf(termsOf({ fees: [...BASE, floor(9000), ceiling], gates: [] }));
    // 9,000 of the guarantee until April; from May on nothing is left where January was very good
    expect(periods.map(({ total }) => told(total.least))).toEqual([...Array(4).fill('9000'), ...Array(8).fill('0')]);
    expect(periods.map((each) => each.leftByCap)).toEqual([...Array(4).fill(null), ...Array(8).fill('nothing')]);
    // after four times 9,000 at least, May has 45,000 − 36,000 = 9,000 left; with it all is paid, come what may
    expect(periods.slice(3).map(({ total }) => told(total.most))).toEqual(['9500', '9000', ...Array(7).fill('0')]);
    expect(periods.slice(0, 3).every(({ total }) => total.most.open.length > 0)).toBe(true);
    expect([told(term.least), term.most.open.length > 0]).toEqual(['45000', true]);
  });

  test('of random caps no least is above its most, and no settlement of random data passes either', () => {
    const random = new Random(FIRST);
    const limit = (least: number, most: number) => (random.chance(40) ? 'none' : random.int(least, most));
    const steps = (least: number, most: number) => ({
      '2026-01': limit(least, most),
      '2026-03': limit(least, most),
      '2026-07': limit(least, most),
    });
    const found = Array.from({ length: CONTRACTS }, (_, index) => FIRST + index).flatMap((seed) => {
      const ceiling = { id: 'ceiling', kind: 'cap', period: steps(2000, 15000), term: steps(10000, 90000) };
      const guaranteed = random.chance(60) ? [{ ...floor(random.int(1000, 12000)), recoverable: random.chance(50) }] : [];
      const terms = termsOf({ fees: [...BASE, ...guaranteed, ceiling], gates: [] });
      const { periods, term } = exposureOf(terms);
      const crossed = [...periods.map(({ period, total }) => ({ name: period, range: total })), { name: 'term', range: term }]
        .filter(({ range: { least, most } }) => least.open.length + most.open.length === 0 && compare(least.amount, most.amount) > 0)
        .map(({ name, range }) => `${seed} ${name}: ${told(range.least)} > ${told(range.most)}`);
      return [...crossed, ...passed(terms, seed)];
    });
    expect(found).toEqual([]);
  });
});

describe('a contract that one party has ended', () => {
  const CLAUSES = [
    { id: 'base', kind: 'retainer', amount: 2000 },
    { id: 'floor', kind: 'guarantee', amount: 5000 },
    { id: 'bet', kind: 'wager', metric: 'gmv', better: 'higher', target: 400000, over: 'term', deadband: 0, rate: '10%', limit: 7300 },
  ];
  const quoted = (onEarlyEnd: string, party: 'brand' | 'provider') => {
    const terms = termsOf({ fees: CLAUSES.map((fee) => (fee.kind === 'wager' ? { ...fee, onEarlyEnd } : fee)), gates: [] });
    const end: ContractEvent = {
      kind: 'termination',
      party,
      on: '2026-04-20',
      cause: 'moves',
      file: '2026-03-01-end.yaml',
      date: '2026-03-01',
      digest: '',
    };
    const { exposure, ended, period } = quoteOf(terms, [end]);
    const rows = exposure.periods.map((each) => [each.period, each.least.amount, each.most.amount]);
    return { ended, period, rows, term: [exposure.term.least.amount, exposure.term.most.amount] };
  };
  const WHOLE = ['2026-01', '2026-02', '2026-03'].map((period) => [period, '5000.00', '5000.00']);

  test('ends with its last day: 20 of 30 days of April, 110 of 365 of what the wager may take and give', () => {
    // April: 5,000 × 20/30 = 3,333.33, less or more 7,300 × 110/365 = 2,200; until then 3 × 5,000
    expect(quoted('scale', 'brand')).toEqual({
      ended: { by: 'brand', on: '2026-04-20' },
      period: '2026-01',
      rows: [...WHOLE, ['2026-04', '1133.33', '5533.33']],
      term: ['16133.33', '20533.33'],
    });
  });

  test('a wager that is void pays only where the party that ends it was losing', () => {
    expect(quoted('void', 'brand').rows.at(-1)).toEqual(['2026-04', '3333.33', '5533.33']);
    expect(quoted('void', 'provider').rows.at(-1)).toEqual(['2026-04', '1133.33', '3333.33']);
  });

  test('one that ends within its first month has no usual period', () => {
    const end: ContractEvent = {
      kind: 'termination',
      party: 'brand',
      on: '2026-01-20',
      cause: 'moves',
      file: '',
      date: '2026-01-02',
      digest: '',
    };
    const { period, levels, exposure } = quoteOf(termsOf(), [end]);
    expect([period, levels, exposure.periods.map((each) => each.period)]).toEqual([null, [], ['2026-01']]);
  });

  test('an end on the last day of the term or later is none', () => {
    const end: ContractEvent = {
      kind: 'termination',
      party: 'brand',
      on: '2026-12-31',
      cause: 'moves',
      file: '',
      date: '2026-03-01',
      digest: '',
    };
    expect(quoteOf(termsOf(), [end])).toEqual(quoteOf(termsOf()));
  });
});

test('the template cro: 9 × 10,000 + 2,500 by September, 102,500 of 110,000 by October, all of it by November', () => {
  const cro = TEMPLATES.find(({ name }) => name === 'cro');
  if (cro === undefined) throw new Error('no template cro');
  const { periods } = exposureOf(termsOfTemplate(cro, true));
  expect(periods.map(({ total }) => told(total.least))).toEqual(['4000', '4000', ...Array(9).fill('3600'), '0']);
});

const NONE: End = { amount: rational(0), open: [] };
