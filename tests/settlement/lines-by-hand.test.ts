import { describe, expect, it } from 'vitest';
import { reason } from '../../src/attainment/value.js';
import { rational, toDecimal } from '../../src/kernel/rational.js';
import { baseOf } from '../../src/settlement/line-base.js';
import { isTaxed, ownLine, taxLines, trueUpLine } from '../../src/settlement/lines.js';
import { TraceNotes } from '../../src/settlement/raw-line.js';
import type { SettledLine } from '../../src/settlement/recompute.js';

const amount = (text: string) => new TraceNotes().amount(rational(text), text, reason('grace', { period: '2026-01' }));
const unknown = new TraceNotes().held([{ reason: reason('stale', { fact: 'sales', freshAt: '-' }), party: 'brand' }]);
const OPEN = {
  state: 'open',
  dispute: { file: 'd.yaml' },
  lapsesOn: '2026-03-12',
  now: true,
  claims: [{ event: 'd.yaml', claimed: '40.00', from: { minor: 0n, currency: 'USD' } }],
};
const line = (life: object, more: object = {}) =>
  ({
    id: 'bonus',
    period: '2026-01',
    kind: 'bonus',
    clause: null,
    raw: amount('100'),
    life,
    previous: null,
    dispute: null,
    why: () => null,
    ...more,
  }) as unknown as SettledLine;
const shown = (of: SettledLine) => {
  const {
    state,
    amount: is,
    computed,
    claimed,
    held,
    trace,
  } = ownLine(of, 'USD') as ReturnType<typeof ownLine> & { computed?: string; claimed?: unknown };
  return { state, is, held, computed: computed ?? '-', claimed: claimed !== undefined, rounded: trace.rounded };
};

describe('a line of the period that is settled', () => {
  it('is payable, held or disputed', () => {
    expect(shown(line({ state: 'settled', amount: '100.00', byRule: false }))).toEqual({
      state: 'payable',
      is: '100.00',
      held: false,
      computed: '-',
      claimed: false,
      rounded: '100.00',
    });
    expect(shown(line({ state: 'held', amount: '0.00', causes: [], since: '2026-02-05', statements: 1 }, { raw: unknown }))).toMatchObject({
      state: 'held',
      held: true,
      rounded: null,
    });
    const disputed = { state: 'disputed', amount: '40.00', computed: '100.00', byRule: false, decided: false };
    expect(shown(line(disputed, { dispute: OPEN }))).toMatchObject({
      state: 'disputed',
      is: '40.00',
      computed: '100.00',
      claimed: true,
      rounded: '100.00',
    });
    expect(shown(line(disputed))).toMatchObject({ state: 'payable', computed: '-', claimed: false });
    // a dispute of what is not set aside changes nothing of what it shows
    expect(shown(line({ state: 'frozen', amount: '100.00', byRule: false }, { dispute: OPEN }))).toMatchObject({
      state: 'payable',
      computed: '-',
      claimed: false,
    });
    expect(shown(line({ state: 'settled', amount: '100.00', byRule: false }, { raw: unknown })).rounded).toBeNull();
  });
});

describe('a line of an earlier period', () => {
  const settled = (text: string) => ({ state: 'settled', amount: text, byRule: false });
  const moved = (life: object, previous: object | null, more: object = {}) => {
    const found = trueUpLine(line(life, { previous, ...more }), 'USD');
    return found === null ? null : `${found.id} ${found.amount} ${found.state}`;
  };

  it('is told where it has moved, by what it has moved', () => {
    expect(moved(settled('120.00'), settled('100.00'))).toBe('true-up/2026-01/bonus 20.00 payable');
    expect(moved(settled('80.00'), settled('100.00'))).toBe('true-up/2026-01/bonus -20.00 payable');
    expect(moved(settled('100.00'), settled('100.00'))).toBeNull();
    expect(moved(settled('100.00'), null)).toBe('true-up/2026-01/bonus 100.00 payable');
  });

  it('is told where an expired hold has decided it, 0.00 included', () => {
    const held = { state: 'held', amount: '0.00', causes: [], since: '2026-02-05', statements: 3 };
    const decided = { state: 'decided', amount: '0.00', byRule: false };
    expect(moved(decided, held)).toBe('true-up/2026-01/bonus 0.00 payable');
    expect(moved(decided, decided)).toBeNull();
    expect(moved(settled('0.00'), held)).toBeNull();
    const disputed = (isDecided: boolean) => ({ state: 'disputed', amount: '0.00', computed: '0.00', byRule: false, decided: isDecided });
    expect([moved(disputed(true), held), moved(disputed(false), held)]).toEqual(['true-up/2026-01/bonus 0.00 payable', null]);
  });

  const waiting = (moves: string) => ({ state: 'waiting', amount: '100.00', byRule: false, since: '2026-03-05', moves });
  const inputs = (before: string, now: string) => [
    { input: 'settled-so-far', with: {}, value: before },
    { input: 'worth-now', with: {}, value: now },
  ];

  it('says what it was worth and is worth now, and why', () => {
    const found = trueUpLine(line(settled('120.00'), { previous: settled('100.00') }), 'USD');
    expect(found).toEqual({
      ...{ id: 'true-up/2026-01/bonus', kind: 'true-up', amount: '20.00', state: 'payable', held: false },
      reason: reason('recomputed', { period: '2026-01', line: 'bonus', before: '100.00', now: '120.00' }),
      trace: {
        ...{ clause: null, inputs: inputs('100.00', '120.00'), formula: '120.00 − 100.00', branches: [] },
        ...{ unrounded: '20', rounded: '20.00' },
      },
    });
    const because = (why: ReturnType<typeof reason>) =>
      trueUpLine(line(settled('120.00'), { previous: settled('100.00'), why: () => why }), 'USD');
    expect(because(reason('dispute-lapsed'))?.reason).toEqual(reason('dispute-lapsed'));
    // what a line says of its own period says nothing of its move
    expect(because(reason('grace', { period: '2026-01' }))?.reason?.code).toBe('recomputed');
  });

  it('is held where a large one waits, for whom it costs', () => {
    const found = trueUpLine(line(waiting('-50.00'), { previous: settled('100.00') }), 'USD');
    expect(found).toMatchObject({ state: 'held', held: true, amount: '0.00' });
    expect(found?.reason).toEqual(
      reason('large-true-up', { moved: '-50.00', period: '2026-01', line: 'bonus', since: '2026-03-05', party: 'provider' }),
    );
    expect(found?.trace).toMatchObject({ inputs: inputs('100.00', '50.00'), formula: '50.00 − 100.00', rounded: '-50.00' });
    expect(trueUpLine(line(waiting('50.00'), { previous: settled('100.00') }), 'USD')?.reason?.with.party).toBe('brand');
    // what a dispute had set aside moves at once, whatever waits besides
    expect(moved(waiting('50.00'), settled('80.00'))).toBe('true-up/2026-01/bonus 20.00 payable');
  });

  it('is disputed where that is new, by what it moves and is claimed to move', () => {
    const disputed = { state: 'disputed', amount: '40.00', computed: '100.00', byRule: false, decided: false };
    const why = () => reason('disputed', { event: 'd.yaml', lapsesOn: '2026-03-12' });
    const of = (previous: object | null) => trueUpLine(line(disputed, { previous, dispute: OPEN, why }), 'USD');
    // 40 of 100 are paid; 10 had been settled
    expect(of(settled('10.00'))).toMatchObject({ state: 'disputed', amount: '30.00', computed: '90.00', claimed: '40.00', reason: why() });
    expect(of(null)).toMatchObject({ state: 'disputed', amount: '40.00', computed: '100.00', claimed: '40.00' });
    // it was disputed before: there is nothing to say
    expect(of(disputed)).toBeNull();
    expect(moved(disputed, settled('10.00'))).toBe('true-up/2026-01/bonus 30.00 payable');
  });

  it('that is decided says what it was held for, and what was known of it', () => {
    const held = { state: 'held', amount: '0.00', causes: [], since: '2026-02-05', statements: 3 };
    const cause = { reason: reason('stale', { fact: 'sales', freshAt: '-' }), party: 'brand' } as const;
    const raw = {
      ...new TraceNotes().input('pool', rational('500')).branch('prorate', false, { days: '31', of: '31' }).held([cause, cause]),
      unreviewed: rational('80'),
    };
    const told = (life: object) => trueUpLine(line(life, { previous: held, raw }), 'USD')?.trace;
    expect(told({ state: 'decided', amount: '50.00' })).toMatchObject({
      inputs: [...inputs('0.00', '50.00'), { input: 'pool', with: {}, value: '500' }, { input: 'unreviewed', with: {}, value: '80' }],
      branches: [
        { rule: 'stale', taken: true, with: { fact: 'sales', freshAt: '-' } },
        { rule: 'prorate', taken: false, with: { days: '31', of: '31' } },
      ],
    });
    // one that is known again says how it was computed, as any other
    expect(told(settled('50.00'))).toMatchObject({
      inputs: inputs('0.00', '50.00'),
      branches: [{ rule: 'prorate', taken: false, with: { days: '31', of: '31' } }],
    });
  });
});

describe('the base that a total over the term counts with', () => {
  const fee = { kind: 'commission', accumulate: 'term', base: 'gmv' } as never;
  const view = { open: true, over: false } as never;
  const base = (measured: string | null, settledOn: string | null, more: object = {}, of = fee) => {
    const found = baseOf(view, of, {
      raw: { base: measured === null ? undefined : rational(measured) } as never,
      life: { state: 'settled' } as never,
      settledOn,
      closed: false,
      ...more,
    });
    return found === null ? null : toDecimal(found);
  };

  it('is what was measured, and what was settled on where nothing may move it', () => {
    expect([base('5', '4'), base('5', null), base(null, '4'), base(null, null)]).toEqual(['5', '5', '4', null]);
    expect([base('5', '4', { closed: true }), base('5', null, { closed: true }), base('5', '4', { life: { state: 'waiting' } })]).toEqual([
      '4',
      '5',
      '4',
    ]);
    expect(base('5', '4', {}, { kind: 'commission', accumulate: 'period', base: 'gmv' } as never)).toBeNull();
  });
});

describe('tax', () => {
  const fee = (id: string, kind: string, more: object = {}) => ({ id, kind, clause: null, ...more });
  const rate = (value: string) => [{ from: '2026-01', value }];
  const terms = (...fees: readonly object[]) => ({ contract: { currency: 'USD', rounding: 'half_even', fees } }) as never;
  const now = terms(fee('base', 'retainer'), fee('media', 'pass_through', { taxed: false }), fee('vat', 'tax', { rate: rate('0.06') }));

  it('is due on a line as its fee says, and so on what corrects it', () => {
    const taxed = (...ids: readonly string[]) => ids.map((id) => isTaxed([now], id));
    expect(taxed('base', 'true-up/2026-01/base', 'correction/2026-01/base')).toEqual([true, true, true]);
    expect(taxed('media', 'media/excess', 'true-up/2026-01/media', 'correction/2026-01/media')).toEqual([false, false, false, false]);
    expect(taxed('true-up/2026-02/correction/2026-01/media', 'true-up/2026-01/media/excess')).toEqual([false, false]);
    // of a fee that nobody knows any more it is due; of one that earlier terms know, as they say
    expect(taxed('gone')).toEqual([true]);
    const before = terms(fee('gone', 'pass_through', { taxed: false }), fee('media', 'pass_through', { taxed: true }));
    expect([isTaxed([now, before], 'gone'), isTaxed([now, before], 'media')]).toEqual([false, false]);
  });

  it('is a share of what is payable, rounded once', () => {
    const payable = [
      { id: 'base', amount: '100.10' },
      { id: 'media', amount: '50.00' },
      { id: 'true-up/2026-01/base', amount: '-0.02' },
    ];
    // 6% of 100.08 is 6.0048
    expect(taxLines([now], '2026-01', payable)).toMatchObject([
      { id: 'vat', kind: 'tax', amount: '6.00', state: 'payable', held: false, reason: reason('tax', { rate: '6%', base: '100.08' }) },
    ]);
    expect(taxLines([terms(fee('base', 'retainer'))], '2026-01', payable)).toEqual([]);
  });
});

it('a score is told as the KPI’s or as the composite', () => {
  const told = (by: string, score: string | null) =>
    new TraceNotes()
      .score(by, score === null ? null : rational(score))
      .held([])
      .told().inputs;
  expect(told('gmv', '0.9')).toEqual([{ input: 'score', with: { by: 'gmv' }, value: '0.9' }]);
  expect(told('composite', null)).toEqual([{ input: 'composite-score', with: {}, value: null }]);
});
