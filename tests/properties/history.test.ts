import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/kernel/calendar.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { type Day, relationship, settleDays } from '../settlement/relationship.js';
import { contracts, dueDays, type GeneratedContract, values, WORDS } from './arbitraries.js';
import { relationships, runs, settledUpTo, statementsOf, TAILS } from './settled.js';

/** A contract whose true-up window holds all of its periods, with time for large true-ups to be paid. */
function widely(contract: GeneratedContract): GeneratedContract {
  const { calendar } = contract.clauses as { calendar: object };
  const trueUpPeriods = contract.periods.length + 3;
  const clauses = { ...contract.clauses, calendar: { ...calendar, trueUpPeriods }, acceptance: { days: 1, silence: 'accepts' } };
  return { ...contract, trueUpPeriods, clauses };
}

const statements = (ledger: readonly LedgerEntry[]) => statementsOf({ ledger });

describe('month by month', () => {
  it('provisional statements and their true-ups come to what one settlement at the end says', () => {
    const known = contracts().chain((contract) =>
      fc.tuple(fc.constant(widely(contract)), fc.array(values(contract.periods, 'always'), { minLength: 2, maxLength: 3 })),
    );
    fc.assert(
      fc.property(known, ([contract, states]) => {
        const { terms } = relationship(contract.clauses, WORDS);
        const last = states.at(-1) ?? {};
        const days = dueDays(contract, contract.trueUpPeriods);
        const early = days.map(
          (asOf, index): Day => ({ asOf, values: index < contract.periods.length ? (states[index % states.length] ?? {}) : last }),
        );
        const atOnce = settleDays(terms, [], [{ asOf: days[contract.periods.length - 1] ?? '', values: last }]);
        const stepwise = settleDays(terms, [], early);
        expect(statements(atOnce).flatMap((statement) => statement.held)).toEqual([]);
        expect(stepwise.at(-1)?.statement.final).toBe(true);
        expect(settledUpTo(statements(stepwise))).toEqual(settledUpTo(statements(atOnce)));
      }),
      runs(60),
    );
  });

  it('what was held and released comes to what was never held', () => {
    const made = contracts({ kinds: ['milestone'] }).chain((contract) =>
      fc.tuple(fc.constant(widely(contract)), values(contract.periods, 'always'), fc.constantFrom('revenue', 'spend')),
    );
    fc.assert(
      fc.property(made, ([contract, complete, fact]) => {
        const clauses = { ...contract.clauses, holds: { maxPeriods: 30 } };
        const { terms } = relationship(clauses, WORDS);
        const stale = Object.fromEntries(Object.entries(complete).map(([period, each]) => [period, { ...each, [fact]: null }]));
        const days = dueDays(contract, contract.trueUpPeriods);
        const late = days.map((asOf, index): Day => ({ asOf, values: index < contract.periods.length ? stale : complete }));
        const never = days.map((asOf): Day => ({ asOf, values: complete }));
        expect(settledUpTo(statements(settleDays(terms, [], late)))).toEqual(settledUpTo(statements(settleDays(terms, [], never))));
      }),
      runs(60, 4),
    );
  });
});

describe('a later amendment', () => {
  it('leaves the periods before it alone', () => {
    const made = relationships({ known: 'mostly', events: true, settled: false }).filter(({ contract }) => contract.periods.length >= 2);
    fc.assert(
      fc.property(made, fc.integer({ min: 1, max: 300 }), fc.boolean(), ({ contract, events, days }, percent, more) => {
        const [first, second] = contract.periods;
        if (first === undefined || second === undefined) throw new Error('two periods');
        const fees = contract.fees.map((fee) =>
          fee.id === 'base' ? { ...fee, amount: { [first.id]: firstOf(fee.amount), [second.id]: percent * 7 } } : fee,
        );
        const kpis = (contract.clauses.kpis as { target: unknown }[]).map((kpi, index) =>
          index === 0 ? { ...kpi, target: { [first.id]: firstOf(kpi.target), [second.id]: percent * 11 } } : kpi,
        );
        const added = more ? [...fees, { id: 'added', kind: 'retainer', amount: 5 }] : fees;
        // An expired hold is decided by the mean of other periods, later ones too: here none expires.
        const patient = { ...contract.clauses, holds: { maxPeriods: 30 } };
        const { terms } = relationship(patient, WORDS);
        const amended = relationship({ ...patient, fees: added, kpis }, WORDS).terms;
        const before = days.slice(0, contract.periods.length + 1);
        const kept = statements(settleDays(terms, events, before));
        const after = before.map((day, index) => (index === 0 ? day : { ...day, terms: amended }));
        const changed = statements(settleDays(terms, events, after));
        const about = (ledger: typeof kept) =>
          ledger.map((statement) =>
            statement.lines
              .filter((line) => (statement.period === first.id && line.kind !== 'tax') || line.id.startsWith(`true-up/${first.id}/`))
              .map((line) => `${line.id} ${line.amount} ${line.state}`),
          );
        expect(about(changed)).toEqual(about(kept));
        expect(changed[0]?.digest).toBe(kept[0]?.digest);
      }),
      runs(60, 5),
    );
  });
});

/** The value of a scheduled field in the first period. */
function firstOf(field: unknown): unknown {
  return typeof field === 'object' && field !== null ? Object.values(field)[0] : field;
}

describe('a settlement', () => {
  it('of nothing that is due writes nothing, however often it is asked for', () => {
    fc.assert(
      fc.property(relationships({ known: 'mostly', events: true }), ({ terms, events, days, ledger }) => {
        const eager = days.flatMap((day) => [{ ...day, asOf: addDays(day.asOf, -1) }, day, day]);
        const periods = statements(
          settleDays(
            terms,
            events,
            eager.sort((a, b) => (a.asOf < b.asOf ? -1 : 1)),
          ),
        ).map((statement) => statement.period);
        expect(new Set(periods).size).toBe(periods.length);
        expect(periods.slice(0, ledger.length)).toEqual(
          statements(ledger)
            .map((statement) => statement.period)
            .slice(0, periods.length),
        );
      }),
      runs(30, 6),
    );
  });

  it(`ends within ${TAILS} tails`, () => {
    fc.assert(
      fc.property(relationships({ known: 'mostly', events: false }), ({ ledger, contract }) => {
        expect(ledger.at(-1)?.statement.final).toBe(true);
        expect(ledger.filter((entry) => entry.statement.final)).toHaveLength(1);
        expect(ledger.length - contract.periods.length).toBeLessThanOrEqual(TAILS);
      }),
      runs(60, 7),
    );
  });
});
