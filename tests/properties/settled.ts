import fc from 'fast-check';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import type { Terms } from '../../src/contract/model.js';
import { type Money, money, sumMoney } from '../../src/kernel/money.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import type { Statement } from '../../src/settlement/model.js';
import { type Day, relationship, settleDays, type Values } from '../settlement/relationship.js';
import { tries } from '../tries.js';
import { contracts, dueDays, events, type GeneratedContract, values, type Without, WORDS } from './arbitraries.js';

/** A contract with events and data that change from one settlement day to the next, settled to its end. */
export interface Relationship {
  readonly contract: GeneratedContract;
  readonly terms: Terms;
  readonly events: readonly ContractEvent[];
  readonly days: readonly Day[];
  readonly ledger: readonly LedgerEntry[];
}

/** Tails that every generated contract is settled for: enough for the window, holds, waiting true-ups and disputes to end. */
export const TAILS = 14;

/** Generated relationships, settled to their end (unless `settled` is false). Data change after they were first settled. */
export function relationships(options: {
  without?: Without;
  known: 'always' | 'mostly';
  events: boolean;
  settled?: boolean;
}): fc.Arbitrary<Relationship> {
  return contracts(options.without).chain((contract) => {
    const days = dueDays(contract, TAILS);
    const history = fc.array(values(contract.periods, options.known), { minLength: 1, maxLength: 3 });
    const filed = options.events ? events(contract) : fc.constant({});
    return fc.tuple(history, filed).map(([states, written]): Relationship => {
      const { terms, events: known } = relationship(contract.clauses, WORDS, written);
      const settling = days.map((asOf, index): Day => ({ asOf, values: stateAt(states, index, contract.periods.length) }));
      return {
        contract,
        terms,
        events: known,
        days: settling,
        ledger: options.settled === false ? [] : settleDays(terms, known, settling),
      };
    });
  });
}

/** Data move on with the periods; in the tails they are what they were last. */
function stateAt(states: readonly Values[], index: number, periods: number): Values {
  const at = Math.min(states.length - 1, Math.floor((index * states.length) / Math.max(1, periods)));
  return states[at] ?? {};
}

export const statementsOf = ({ ledger }: Pick<Relationship, 'ledger'>): Statement[] => ledger.map((entry) => entry.statement);

/** A statement's lines about one period's line: its own, or the true-up of it. */
export function movedIn(statement: Statement, period: string, line: string): Money {
  const { currency } = statement;
  const id = statement.period === period ? line : `true-up/${period}/${line}`;
  return sumMoney(
    statement.lines.filter((each) => each.id === id).map((each) => money(each.amount, currency)),
    currency,
  );
}

/** What has been settled for every line of every period up to a statement: its own amount and all true-ups. */
export function settledUpTo(statements: readonly Statement[]): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const statement of statements) {
    const { currency } = statement;
    for (const line of statement.lines) {
      if (line.kind === 'tax' || line.kind === 'correction') continue;
      const key = line.kind === 'true-up' ? line.id.slice('true-up/'.length) : `${statement.period}/${line.id}`;
      totals.set(key, (totals.get(key) ?? 0n) + money(line.amount, currency).minor);
    }
  }
  return totals;
}

/** A fixed seed, so that a run is the same everywhere; PROPERTY_RUNS tries more. */
export function runs(usual: number, seed = 20260101): { numRuns: number; seed: number } {
  return { numRuns: tries('PROPERTY_RUNS', usual), seed: Number(process.env.PROPERTY_SEED ?? seed) };
}
