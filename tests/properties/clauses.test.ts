import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capAt } from '../../src/contract/fee-kinds/cap.js';
import { addDays } from '../../src/kernel/calendar.js';
import { minorDigits } from '../../src/kernel/money.js';
import { scheduledAt } from '../../src/kernel/period.js';
import { compare, maximum, ONE, type Rational, rational, sum, ZERO } from '../../src/kernel/rational.js';
import type { LineKind, Statement } from '../../src/settlement/model.js';
import { type Day, relationship, settleDays } from '../settlement/relationship.js';
import { contracts, dueDays, type GeneratedContract, values, type Without, WORDS } from './arbitraries.js';
import { runs, settledUpTo, TAILS } from './settled.js';

/* What single clauses promise, on data that are known and do not change. */

function steady(without: Without = {}) {
  return contracts(without).chain((contract) => fc.tuple(fc.constant(contract), values(contract.periods, 'always')));
}

type Events = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function settled(contract: GeneratedContract, measured: Day['values'], events: Events = {}): Statement[] {
  const { terms, events: known } = relationship(contract.clauses, WORDS, events);
  const days = dueDays(contract, TAILS).map((asOf): Day => ({ asOf, values: measured }));
  return settleDays(terms, known, days).map((entry) => entry.statement);
}

/** The lines of every statement but tax and those that `ignored` names; only statements with any. */
function linesOf(statements: readonly Statement[], ignored: (id: string) => boolean): string[] {
  return statements.flatMap(({ period, lines }) =>
    lines.filter((line) => line.kind !== 'tax' && !ignored(line.id)).map((line) => `${period} ${line.id} ${line.amount} ${line.state}`),
  );
}

describe('a dispute', () => {
  it('sets a part of its line aside, pays it when it lapses, and changes nothing else', () => {
    const claim = fc.tuple(fc.nat(3), fc.nat(9), fc.integer({ min: -50_000, max: 500_000 }), fc.boolean());
    fc.assert(
      fc.property(steady(), claim, ([contract, measured], [at, which, claimed, escalated]) => {
        const period = contract.periods[at % contract.periods.length];
        const fees = contract.fees.filter((fee) => fee.kind !== 'tax');
        const line = String(fees[which % fees.length]?.id);
        if (period === undefined) throw new Error('a period');
        const file = `${addDays(period.inForce.to, 1)}-dispute.yaml`;
        const dispute = { kind: 'dispute', party: 'brand', period: period.id, line, claimed, reason: 'x', evidence: ['y'] };
        const escalation = { [`${addDays(period.inForce.to, 2)}-up.yaml`]: { kind: 'escalation', party: 'provider', answers: file } };
        const without = settled(contract, measured);
        const withOne = settled(contract, measured, { [file]: dispute, ...(escalated ? escalation : {}) });
        const mine = (id: string) => id === line || id === `true-up/${period.id}/${line}`;
        expect(linesOf(withOne, mine)).toEqual(linesOf(without, mine));
        expect(settledUpTo(withOne)).toEqual(settledUpTo(without));
        expect(withOne.at(-1)?.final).toBe(true);
      }),
      runs(80),
    );
  });
});

describe('payments and corrections', () => {
  it('touch no other line, whatever they amount to', () => {
    fc.assert(
      fc.property(
        steady(),
        fc.integer({ min: 1, max: 900_000 }),
        fc.integer({ min: -900, max: 900_000 }),
        ([contract, measured], paid, by) => {
          fc.pre(by !== 0);
          const [first] = contract.periods;
          const on = addDays(first?.inForce.to ?? '', 1);
          const correction = { kind: 'correction', period: first?.id, line: 'base', amount: by, reason: 'agreed' };
          const events = { [`${on}-pay.yaml`]: { kind: 'payment', amount: paid, on, reference: 'wire' }, [`${on}-fix.yaml`]: correction };
          const corrected = (id: string) => id.startsWith('correction/');
          const withThem = settled(contract, measured, events);
          expect(linesOf(withThem, corrected)).toEqual(linesOf(settled(contract, measured), corrected));
          expect(withThem.flatMap(({ lines }) => lines).filter((line) => line.kind === 'correction')).toHaveLength(1);
        },
      ),
      runs(60, 8),
    );
  });
});

const EARNED: readonly LineKind[] = ['retainer', 'commission', 'bonus', 'milestone'];
const CAPPED: readonly LineKind[] = [...EARNED, 'guarantee', 'wager', 'penalty', 'cap'];

function totalOf({ lines }: Statement, kinds: readonly LineKind[]): Rational {
  return sum(lines.filter((line) => kinds.includes(line.kind)).map((line) => rational(line.amount)));
}

describe('a guarantee and a cap', () => {
  it('are a floor under what is earned and a ceiling over what is paid, to the minor unit', () => {
    fc.assert(
      fc.property(steady({ gates: false, grace: false }), ([contract, measured]) => {
        const { terms } = relationship(contract.clauses, WORDS);
        const statements = settled(contract, measured).filter((statement) => !statement.tail);
        const unit = ONE.div(rational(10n ** BigInt(minorDigits(contract.currency))));
        let draw = ZERO;
        let paid = ZERO;
        for (const [index, statement] of statements.entries()) {
          const period = contract.periods[index];
          if (period === undefined) throw new Error('a period');
          const share = rational(period.daysInForce).div(rational(period.daysInPeriod));
          const subtotal = totalOf(statement, CAPPED);
          const recovered = totalOf(statement, ['recovery']);
          for (const fee of terms.contract.fees) {
            if (fee.kind === 'guarantee') {
              const floor = rational(scheduledAt(fee.amount, period.id)).mul(fee.prorate ? share : ONE);
              expect(compare(totalOf(statement, [...EARNED, 'guarantee']).add(unit), floor)).toBeGreaterThanOrEqual(0);
              draw = draw.add(totalOf(statement, ['guarantee'])).add(recovered);
              if (fee.recoverable) expect(compare(draw, ZERO)).toBeGreaterThanOrEqual(0);
              // What goes back leaves the guarantee.
              if (recovered.n !== 0n) expect(compare(subtotal.add(recovered).add(unit), floor)).toBeGreaterThanOrEqual(0);
            }
            const [most, cap] = fee.kind === 'cap' ? [capAt(fee.period, period.id), capAt(fee.term, period.id)] : [null, null];
            if (fee.kind === 'cap' && most !== null) {
              const room = most.mul(fee.prorate ? share : ONE);
              expect(compare(subtotal, maximum(ZERO, room).add(unit))).toBeLessThanOrEqual(0);
            }
            if (cap !== null) {
              expect(compare(paid.add(subtotal), maximum(cap, paid).add(unit))).toBeLessThanOrEqual(0);
            }
          }
          paid = paid.add(subtotal).add(recovered);
        }
      }),
      runs(120, 9),
    );
  });
});
