import { describe, expect, it } from 'vitest';
import { reason } from '../../src/attainment/value.js';
import { addDays } from '../../src/kernel/calendar.js';
import { money, moneyValue } from '../../src/kernel/money.js';
import { ZERO } from '../../src/kernel/rational.js';
import { nextLife } from '../../src/settlement/line-happenings.js';
import type { LineLife } from '../../src/settlement/line-life.js';
import type { LineFacts } from '../../src/settlement/line-states.js';
import { TraceNotes } from '../../src/settlement/raw-line.js';

/*
 * A line of January in the statement of 5 March, state by state, by hand (section 6): what it is afterwards, and why. What it moves by
 * counts as large beyond a tenth; a hold is decided in its third statement, 60 days after the first; a large move waits ten days.
 */
const usd = (text: string) => money(text, 'USD');
const commission = (text: string) => new TraceNotes().amount(moneyValue(usd(text)), text, reason('commission', { base: text }));
const byGrace = new TraceNotes().zero(ZERO, reason('grace', { period: '2026-01' }));
const stale = new TraceNotes().held([{ reason: reason('stale', { fact: 'sales', freshAt: '-' }), party: 'brand' }]);

/** Computed as an amount, or not known. */
const computed = (text: string | null): Partial<LineFacts> =>
  text === null ? { raw: stale, computed: null } : { raw: commission(text), computed: usd(text) };
/** Disputed until 1 April, by one who says what it should be; of a true-up that a statement listed for it on top of `from`. */
const disputed = (claimed: string, more: { now?: boolean; line?: string; from?: string } = {}): Partial<LineFacts> => {
  const { now = true, line = 'sales', from = '0.00' } = more;
  const claims = [{ event: 'd.yaml', claimed, from: usd(from) }];
  return { dispute: { state: 'open', dispute: { file: 'd.yaml', line }, lapsesOn: '2026-04-01', claims, now } as never };
};
const resolved = (amount: string): Partial<LineFacts> => ({
  dispute: { state: 'resolved', resolution: { file: 'r.yaml' }, amount: usd(amount) } as never,
});

const FACTS: LineFacts = {
  ...{ kind: 'commission', asOf: '2026-03-05', currency: 'USD', dispute: { state: 'none' }, closed: false, wasDue: true },
  ...{ raw: commission('120.00'), computed: usd('120.00'), zoneRulesAlone: false, acceptanceDays: 10, acknowledged: () => false },
  ...{ maxPeriods: 3, decidedFrom: (since) => addDays(since, 60) },
  decide: () => ({ amount: usd('90.00'), why: reason('decided-for-provider') }),
};

/** `state amount, what else there is; why`. */
function becomes(life: LineLife | null, ...given: readonly Partial<LineFacts>[]): string {
  const { life: now, why } = nextLife(
    life,
    given.reduce<LineFacts>((so, more) => ({ ...so, ...more }), FACTS),
  );
  const { state, amount, ...more } = now;
  const said = Object.entries(more).flatMap(([name, value]) => {
    if (value === false) return [];
    if (value === true) return [name];
    return [`${name} ${name === 'causes' ? stale.causes === value : String(value)}`];
  });
  const because = why === null ? '-' : [why.code, ...Object.values(why.with)].join(' ');
  return `${[`${state} ${amount}`, ...said].join(', ')}; ${because}`;
}

const lies = <L extends LineLife>(life: L): L => life;
const settled = (amount: string, byRule = false) => lies({ state: 'settled', amount, byRule });
const frozen = (amount: string, byRule = false) => lies({ state: 'frozen', amount, byRule });
const waiting = (amount: string, moves: string, since = '2026-02-23', byRule = false) =>
  lies({ state: 'waiting', amount, byRule, since, moves });
const aside = (amount: string, of: string, more: { byRule?: boolean; decided?: boolean } = {}) =>
  lies({ state: 'disputed', amount, computed: of, byRule: false, decided: false, ...more });
const held = (amount: string, more: object = {}): LineLife =>
  ({ state: 'held', amount, wasSettled: true, byRule: false, since: '2026-02-05', statements: 1, causes: [], ...more }) as LineLife;
const milestone: Partial<LineFacts> = { kind: 'milestone' };
const outside: Partial<LineFacts> = { closed: true };

const HELD = 'since 2026-03-05, statements 1, causes true; stale sales -';
const LISTED = 'd.yaml 2026-04-01';

describe('a line that there was not before', () => {
  it('is settled as computed, or 0 by a rule', () => {
    expect(becomes(null)).toBe('settled 120.00; commission 120.00');
    expect(becomes(null, { raw: byGrace, computed: usd('0.00') })).toBe('settled 0.00, byRule; grace 2026-01');
  });

  it('is final where it is a milestone that pays', () => {
    expect(becomes(null, milestone)).toBe('accepted 120.00; commission 120.00');
    expect(becomes(null, milestone, computed('0.00'))).toBe('settled 0.00; commission 0.00');
  });

  it('is held where it is not known, and set aside where it is disputed', () => {
    expect(becomes(null, computed(null))).toBe(`held 0.00, ${HELD}`);
    expect(becomes(null, disputed('40.00'))).toBe(`disputed 40.00, computed 120.00; disputed ${LISTED}`);
    expect(becomes(null, disputed('40.00'), { raw: byGrace, computed: usd('0.00') })).toBe(
      `disputed 0.00, computed 0.00, byRule; disputed ${LISTED}`,
    );
    expect(becomes(null, disputed('40.00'), computed(null))).toBe(`held 0.00, ${HELD}`);
  });

  it('is fixed by a resolution, with what was computed', () => {
    expect(becomes(null, resolved('75.00'))).toBe('resolved 75.00, computed 120.00; resolved r.yaml 75.00');
    expect(becomes(null, resolved('75.00'), computed(null))).toBe('resolved 75.00, computed null; resolved r.yaml 75.00');
  });
});

describe('a line settled at 100.00', () => {
  it('moves by a tenth at once, and by more once it has waited', () => {
    expect(becomes(settled('100.00'), computed('110.00'))).toBe('settled 110.00; commission 110.00');
    expect(becomes(settled('100.00'), computed('110.01'))).toBe('waiting 100.00, since 2026-03-05, moves 10.01; commission 110.01');
    expect(becomes(settled('100.00'), computed('89.99'))).toBe('waiting 100.00, since 2026-03-05, moves -10.01; commission 89.99');
    expect(becomes(settled('0.00', true))).toBe('waiting 0.00, byRule, since 2026-03-05, moves 120.00; commission 120.00');
    // a retainer waits for nobody, and rules of zones are nobody's doing
    expect(becomes(settled('100.00'), { kind: 'retainer' })).toBe('settled 120.00; commission 120.00');
    expect(becomes(settled('100.00'), { zoneRulesAlone: true })).toBe('settled 120.00; zone-rules');
  });

  it('stays outside the window', () => {
    expect(becomes(settled('100.00'), outside)).toBe('settled 100.00; outside-the-window');
    expect(becomes(settled('100.00'), outside, computed(null))).toBe('settled 100.00; outside-the-window');
  });

  it('is held where it is not known, as settled if it was due', () => {
    expect(becomes(settled('100.00'), computed(null))).toBe(`held 100.00, wasSettled, ${HELD}`);
    expect(becomes(settled('0.00', true), computed(null), { wasDue: false })).toBe(`held 0.00, byRule, ${HELD}`);
  });

  it('is frozen by a dispute of what was said before, and set aside by one of what is said now', () => {
    expect(becomes(settled('100.00'), disputed('40.00', { now: false }))).toBe(`frozen 100.00; frozen-by-dispute ${LISTED}`);
    expect(becomes(settled('0.00', true), disputed('40.00', { now: false }))).toBe(`frozen 0.00, byRule; frozen-by-dispute ${LISTED}`);
    expect(becomes(settled('100.00'), disputed('40.00'), computed('105.00'))).toBe(`disputed 40.00, computed 105.00; disputed ${LISTED}`);
    // large and disputed at once: it waits
    expect(becomes(settled('100.00'), disputed('40.00'))).toBe('waiting 100.00, since 2026-03-05, moves 20.00; commission 120.00');
    // of a true-up that there is not nothing is set aside, but of a correction
    const ofTrueUp = disputed('2.00', { line: 'true-up/2026-01/sales', from: '100.00' });
    expect(becomes(settled('100.00'), ofTrueUp, computed('100.00'))).toBe('settled 100.00; commission 100.00');
    expect(becomes(settled('100.00'), ofTrueUp, computed('105.00'))).toBe(`disputed 102.00, computed 105.00; disputed ${LISTED}`);
    expect(becomes(settled('100.00'), ofTrueUp, computed('100.00'), { kind: 'correction' })).toBe(
      `disputed 100.00, computed 100.00; disputed ${LISTED}`,
    );
    expect(becomes(settled('100.00'), disputed('40.00'), computed('100.00'))).toBe(`disputed 40.00, computed 100.00; disputed ${LISTED}`);
  });

  it('is fixed by a resolution, with what it had come to', () => {
    expect(becomes(settled('100.00'), resolved('75.00'))).toBe('resolved 75.00, computed 100.00; resolved r.yaml 75.00');
    // where it had come to nothing, or less, with what is computed
    expect(becomes(settled('0.00'), resolved('75.00'))).toBe('resolved 75.00, computed 120.00; resolved r.yaml 75.00');
    expect(becomes(settled('-5.00'), resolved('75.00'))).toBe('resolved 75.00, computed 120.00; resolved r.yaml 75.00');
  });
});

describe('a line held at 100.00', () => {
  it('is held on in the next statement, until enough of them and their days have passed', () => {
    const on = (statements: number, since: string, more: object = {}, ...given: Partial<LineFacts>[]) =>
      becomes(held('100.00', { statements, since, ...more }), computed(null), ...given);
    expect(on(2, '2026-01-04')).toBe('held 100.00, wasSettled, since 2026-01-04, statements 3, causes true; stale sales -');
    expect(on(3, '2026-01-05')).toBe('held 100.00, wasSettled, since 2026-01-05, statements 4, causes true; stale sales -');
    // 60 days after 4 January is 5 March
    expect(on(3, '2026-01-04')).toBe('decided 100.00; decided-as-settled');
    expect(on(3, '2026-01-04', { wasSettled: false })).toBe('decided 90.00; decided-for-provider');
    expect(on(3, '2026-01-04', { wasSettled: false }, disputed('40.00'))).toBe(
      'disputed 40.00, computed 90.00, decided; decided-for-provider',
    );
  });

  it('goes on with what a dispute has set aside: paid when that ends, set aside still while it is open', () => {
    const part = held('40.00', { computed: '100.00' });
    expect(becomes(part, computed(null))).toBe('held 100.00, wasSettled, since 2026-02-05, statements 2, causes true; stale sales -');
    expect(becomes(part, computed(null), disputed('40.00'))).toBe(
      'held 40.00, wasSettled, since 2026-02-05, statements 2, causes true, computed 100.00; stale sales -',
    );
    const expired = held('40.00', { computed: '100.00', byRule: true, statements: 3, since: '2026-01-04' });
    expect(becomes(expired, computed(null), disputed('40.00'))).toBe(
      'disputed 40.00, computed 100.00, byRule, decided; decided-as-settled',
    );
    expect(becomes(part, disputed('40.00'))).toBe(`disputed 40.00, computed 100.00; frozen-by-dispute ${LISTED}`);
    expect(becomes(part, computed('105.00'))).toBe('settled 105.00; commission 105.00');
  });

  it('is paid when it is known again; one that had been settled waits for much', () => {
    expect(becomes(held('100.00'), computed('105.00'))).toBe('settled 105.00; commission 105.00');
    expect(becomes(held('100.00', { byRule: true }))).toBe('waiting 100.00, byRule, since 2026-03-05, moves 20.00; commission 120.00');
    expect(becomes(held('100.00'), { zoneRulesAlone: true })).toBe('settled 120.00; zone-rules');
    expect(becomes(held('0.00', { wasSettled: false }))).toBe('settled 120.00; commission 120.00');
  });

  it('known again and disputed is frozen where it had been settled, else set aside', () => {
    expect(becomes(held('100.00'), disputed('40.00'))).toBe(`frozen 100.00; frozen-by-dispute ${LISTED}`);
    expect(becomes(held('0.00', { wasSettled: false }), disputed('40.00'))).toBe(`disputed 40.00, computed 120.00; disputed ${LISTED}`);
  });

  it('is fixed by a resolution, with what is computed by now', () => {
    expect(becomes(held('100.00'), resolved('75.00'))).toBe('resolved 75.00, computed 120.00; resolved r.yaml 75.00');
    expect(becomes(held('100.00'), resolved('75.00'), computed(null))).toBe('resolved 75.00, computed null; resolved r.yaml 75.00');
  });
});

describe('a line of 100.00 that waits to move', () => {
  it('waits on from the same day, by what it moves now', () => {
    // ten days from 23 February are over on 5 March, from the 24th they are not
    expect(becomes(waiting('100.00', '30.00', '2026-02-24'))).toBe('waiting 100.00, since 2026-02-24, moves 20.00; commission 120.00');
    expect(becomes(waiting('100.00', '30.00'))).toBe('settled 120.00; true-up-time-passed');
    expect(becomes(waiting('100.00', '30.00'), computed('110.00'))).toBe('settled 110.00; commission 110.00');
  });

  it('moves when the party that it costs has seen it: the brand where it is more, the provider where it is less', () => {
    const seenBy = (party: string): Partial<LineFacts> => ({ acknowledged: (costs, since) => costs === party && since === '2026-02-24' });
    const of = (text: string, party: string) =>
      becomes(waiting('100.00', Number(text) > 100 ? '1.00' : '-1.00', '2026-02-24'), computed(text), seenBy(party));
    expect(of('120.00', 'brand')).toBe('settled 120.00; true-up-acknowledged');
    expect(of('120.00', 'provider')).toBe('waiting 100.00, since 2026-02-24, moves 20.00; commission 120.00');
    expect(of('80.00', 'provider')).toBe('settled 80.00; true-up-acknowledged');
    expect(of('80.00', 'brand')).toBe('waiting 100.00, since 2026-02-24, moves -20.00; commission 80.00');
  });

  it('waits anew where it costs the other party than it did as it was listed, whoever has seen it and however long that is ago', () => {
    const seen: Partial<LineFacts> = { acknowledged: () => true };
    expect(becomes(waiting('100.00', '-30.00'))).toBe('waiting 100.00, since 2026-03-05, moves 20.00; commission 120.00');
    expect(becomes(waiting('100.00', '-30.00'), seen)).toBe('waiting 100.00, since 2026-03-05, moves 20.00; commission 120.00');
    expect(becomes(waiting('100.00', '30.00'), computed('80.00'), seen)).toBe(
      'waiting 100.00, since 2026-03-05, moves -20.00; commission 80.00',
    );
    // a dispute of it in between is of what it moves then
    expect(becomes(waiting('100.00', '-30.00'), disputed('40.00'))).toBe(
      'waiting 100.00, since 2026-03-05, moves 20.00; commission 120.00',
    );
    // a move of 10.00 waits for nobody
    expect(becomes(waiting('100.00', '-30.00'), computed('110.00'))).toBe('settled 110.00; commission 110.00');
  });

  it('is held where it is not known any more, and waits for as long as it is disputed', () => {
    expect(becomes(waiting('100.00', '30.00', '2026-02-23', true), computed(null))).toBe(`held 100.00, wasSettled, byRule, ${HELD}`);
    expect(becomes(waiting('100.00', '30.00'), disputed('40.00'))).toBe('waiting 100.00, since 2026-02-23, moves 20.00; commission 120.00');
    expect(becomes(waiting('100.00', '30.00'), resolved('75.00'))).toBe('resolved 75.00, computed 100.00; resolved r.yaml 75.00');
  });
});

describe('a line of 100.00 of which a dispute has set 60.00 aside', () => {
  const line = aside('40.00', '100.00');

  it('stays while the dispute is open', () => {
    expect(becomes(line, disputed('40.00'))).toBe(`disputed 40.00, computed 100.00; frozen-by-dispute ${LISTED}`);
    expect(becomes(line, disputed('40.00'), outside, computed(null))).toBe(`disputed 40.00, computed 100.00; frozen-by-dispute ${LISTED}`);
  });

  it('is paid when it ends: as computed now, or as it was where nothing may move it', () => {
    expect(becomes(line, computed('110.00'))).toBe('settled 110.00; commission 110.00');
    expect(becomes(line)).toBe('waiting 100.00, since 2026-03-05, moves 20.00; commission 120.00');
    expect(becomes(line, { zoneRulesAlone: true })).toBe('settled 120.00; zone-rules');
    expect(becomes(line, outside)).toBe('settled 100.00; dispute-lapsed');
    expect(becomes(aside('0.00', '0.00', { byRule: true }), outside)).toBe('settled 0.00, byRule; dispute-lapsed');
    expect(becomes(aside('40.00', '100.00', { decided: true }))).toBe('decided 100.00; dispute-lapsed');
    expect(becomes(line, milestone)).toBe('accepted 100.00; dispute-lapsed');
    expect(becomes(aside('0.00', '0.00'), milestone, outside)).toBe('settled 0.00; dispute-lapsed');
    expect(becomes(aside('0.00', '0.00'), milestone, computed('0.00'))).toBe('settled 0.00; commission 0.00');
  });

  it('is held where it is not known: with what is set aside while the dispute is open, all of it after', () => {
    expect(becomes(line, computed(null), disputed('40.00'))).toBe(`held 40.00, wasSettled, computed 100.00, ${HELD}`);
    expect(becomes(line, computed(null))).toBe(`held 100.00, wasSettled, ${HELD}`);
    expect(becomes(aside('0.00', '0.00', { byRule: true }), computed(null), { wasDue: false })).toBe(`held 0.00, byRule, ${HELD}`);
    // not one that is decided, nor a milestone that pays
    expect(becomes(aside('40.00', '100.00', { decided: true }), computed(null))).toBe('decided 100.00; dispute-lapsed');
    expect(becomes(line, milestone, computed(null))).toBe('accepted 100.00; dispute-lapsed');
  });

  it('is fixed by a resolution, with all that it had come to', () => {
    expect(becomes(line, resolved('75.00'))).toBe('resolved 75.00, computed 100.00; resolved r.yaml 75.00');
  });
});

describe('a line frozen at 100.00', () => {
  it('stays while the dispute is open, and moves when it has ended', () => {
    expect(becomes(frozen('100.00'), disputed('40.00', { now: false }))).toBe(`frozen 100.00; frozen-by-dispute ${LISTED}`);
    expect(becomes(frozen('100.00'), computed('110.00'))).toBe('settled 110.00; commission 110.00');
    expect(becomes(frozen('0.00', true))).toBe('waiting 0.00, byRule, since 2026-03-05, moves 120.00; commission 120.00');
    expect(becomes(frozen('100.00'), { zoneRulesAlone: true })).toBe('settled 120.00; zone-rules');
  });

  it('is held where it is not known, unless nothing may move it', () => {
    expect(becomes(frozen('100.00'), computed(null))).toBe(`held 100.00, wasSettled, ${HELD}`);
    expect(becomes(frozen('0.00', true), computed(null), { wasDue: false })).toBe(`held 0.00, byRule, ${HELD}`);
    expect(becomes(frozen('0.00', true), computed(null), outside)).toBe('settled 0.00, byRule; -');
    expect(becomes(frozen('100.00'), resolved('75.00'))).toBe('resolved 75.00, computed 100.00; resolved r.yaml 75.00');
  });
});

describe('a line that is final', () => {
  const accepted: LineLife = { state: 'accepted', amount: '100.00' };
  const decided: LineLife = { state: 'decided', amount: '100.00' };
  const fixed = (amount: string, computedAs: string | null): LineLife => ({ state: 'resolved', amount, computed: computedAs });

  it('stays, whatever is computed, disputed or not known', () => {
    for (const given of [{}, computed(null), disputed('40.00'), outside]) {
      expect(becomes(accepted, given)).toBe('accepted 100.00; milestone-final');
      expect(becomes(decided, given)).toBe('decided 100.00; decided');
      expect(becomes(fixed('75.00', '100.00'), given)).toBe('resolved 75.00, computed 100.00; -');
    }
  });

  it('is fixed by a resolution all the same, with what it had come to by itself', () => {
    expect(becomes(accepted, resolved('75.00'))).toBe('resolved 75.00, computed 100.00; resolved r.yaml 75.00');
    expect(becomes(decided, resolved('75.00'))).toBe('resolved 75.00, computed 100.00; resolved r.yaml 75.00');
    expect(becomes(fixed('75.00', '100.00'), resolved('70.00'))).toBe('resolved 70.00, computed 75.00; resolved r.yaml 70.00');
    // fixed at nothing before: with what it was computed as then, not with what is computed now
    expect(becomes(fixed('0.00', '100.00'), resolved('70.00'))).toBe('resolved 70.00, computed 100.00; resolved r.yaml 70.00');
    expect(becomes(fixed('0.00', null), resolved('70.00'))).toBe('resolved 70.00, computed null; resolved r.yaml 70.00');
  });
});
