import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import type { EvidencePeriod } from '../../src/evidence/model.js';
import { compare, type Rational, rational, sum, toExact } from '../../src/kernel/rational.js';
import { givenMeasure, givenVariant } from '../../src/outlook/given.js';
import { measured, type SettledPeriod, settledPeriods } from '../../src/outlook/settled-period.js';
import { type Why, whyOf } from '../../src/outlook/why.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import type { Statement } from '../../src/settlement/model.js';
import { planNext, settleRun } from '../../src/settlement/run.js';
import { sealStatement } from '../../src/settlement/seal-statement.js';

/** What `why` says fees were, beside what settlement settled. */
export interface Told {
  readonly of: string;
  readonly told: string;
  readonly settled: string;
}

/** Kinds of lines that are no fee of the period itself. */
const BESIDES = new Set(['tax', 'true-up', 'correction']);

/** The fees of a statement's own period; null where one is held. */
function feesOf({ lines }: Statement): Rational | null {
  const own = lines.filter(({ kind }) => !BESIDES.has(kind));
  if (own.some(({ held }) => held)) return null;
  return sum(own.map(({ amount }) => rational(amount)));
}

/** Settles the period anew, as it was, on other evidence of its own days. */
function settledOn({ entry, before, events }: SettledPeriod, evidence: EvidencePeriod): Statement | null {
  const { terms, statement } = entry;
  const input = { terms, events, ledger: before, asOf: statement.asOf };
  const periods = entry.evidence.periods.map((each) => (each.period === evidence.period ? evidence : each));
  const from = { engine: 'test', warehouse: 'none', commit: null, jobs: [] };
  const [made] = settleRun(
    input,
    planNext(input),
    () => ({ ...entry.evidence, periods }),
    (body, of, earlier) => sealStatement(body, of, earlier, () => '', from),
  );
  return made?.statement.period === statement.period ? made.statement : null;
}

/** The period's evidence with every measure as it was in another, where it was another. */
function asThen(now: SettledPeriod, then: SettledPeriod): EvidencePeriod {
  const { evidence } = now;
  const old = (id: string, kpi: string | null = null): Rational | null => {
    const [before, after] = [measured(then, id, kpi), measured(now, id, kpi)];
    return before.known && !(after.known && compare(before.value, after.value) === 0) ? before.value : null;
  };
  return {
    ...evidence,
    measures: evidence.measures.map((each) => {
      const value = old(each.id);
      return value === null ? each : givenMeasure(evidence, each.id, value);
    }),
    variants: evidence.variants.map((each) => {
      const value = old(each.id) === null ? null : old(each.id, each.kpi);
      return value === null ? each : givenVariant(evidence, each.kpi, each.id, value);
    }),
  };
}

const decimal = (amount: Rational) => toExact(amount);
const summed = (...texts: readonly string[]) => decimal(sum(texts.map((text) => rational(text))));

/**
 * Of every settled period of a ledger whose fees are all known: the fees that `why` says there were, before and now, beside those of the statements;
 * and those with every measure as it was before, beside a settlement on such evidence.
 */
export function whyAsSettled(ledger: readonly LedgerEntry[], events: readonly ContractEvent[]): Told[] {
  const at = settledPeriods(ledger, events);
  return ledger.flatMap(({ statement }) => {
    const { period } = statement;
    const now = at(period);
    const fees = now === null ? null : feesOf(statement);
    if (now === null || fees === null) return [];
    const target = whyOf({ entries: ledger, events, period, against: 'target' });
    const previous = whyOf({ entries: ledger, events, period, against: 'previous' });
    return [...nowTold('target', target, fees), ...nowTold('previous', previous, fees), ...beforeTold(previous, now, at)];
  });
}

function nowTold(against: string, why: Why | null, fees: Rational): Told[] {
  if (why === null || why.pay === null) return [];
  const { before, after, terms, drivers } = why.pay;
  const rows = summed(before, terms, ...drivers.map(({ moved }) => moved));
  const of = `${why.period} against ${against}`;
  return [
    { of: `${of}: fees`, told: summed(after), settled: decimal(fees) },
    { of: `${of}: rows`, told: rows, settled: decimal(fees) },
  ];
}

function beforeTold(why: Why | null, now: SettledPeriod, at: (period: string) => SettledPeriod | null): Told[] {
  const then = why?.than == null ? null : at(why.than);
  if (then === null || why === null || why.pay === null) return [];
  const was = feesOf(then.entry.statement);
  const anew = settledOn(now, asThen(now, then));
  const fees = anew === null ? null : feesOf(anew);
  return [
    ...(was === null ? [] : [{ of: `${why.period} against previous: before`, told: summed(why.pay.before), settled: decimal(was) }]),
    ...(fees === null
      ? []
      : [
          {
            of: `${why.period} against previous: its measures as before`,
            told: summed(why.pay.before, why.pay.terms),
            settled: decimal(fees),
          },
        ]),
  ];
}
