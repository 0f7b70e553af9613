import { measureValue, type Vocabulary, vocabulary } from '../attainment/measures.js';
import { undefinedBy, type Value } from '../attainment/value.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { EvidencePeriod } from '../evidence/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { moneyValue } from '../kernel/money.js';
import type { Rational } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { evidenceIn, type LedgerEntry } from '../settlement/ledger-entry.js';
import type { Line } from '../settlement/model.js';
import { periodInForce, timeline } from '../settlement/timeline.js';
import { sumOfLines } from './fee-lines.js';
import { groundOfScenarios, type PayGround, scenarioFees } from './pay-scenarios.js';

/** A period in force with all that its statement was computed from. */
export interface SettledPeriod {
  readonly entry: LedgerEntry;
  readonly evidence: EvidencePeriod;
  /** The statements before it. */
  readonly before: readonly LedgerEntry[];
  /** The events that the statement counted. */
  readonly events: readonly ContractEvent[];
}

/** @returns null for a tail, which has no days and no measures. */
export function settledPeriod(entry: LedgerEntry, before: readonly LedgerEntry[], events: readonly ContractEvent[]): SettledPeriod | null {
  const evidence = evidenceIn(entry, entry.statement.period);
  if (entry.statement.tail || evidence === null) return null;
  const counted = new Set(entry.statement.events.map(({ file }) => file));
  return { entry, evidence, before, events: events.filter(({ file }) => counted.has(file)) };
}

/** Every period of some statements by its name; null where it has none, or no days. */
export function settledPeriods(
  entries: readonly LedgerEntry[],
  events: readonly ContractEvent[],
): (period: PeriodId) => SettledPeriod | null {
  return (period) => {
    const index = entries.findIndex(({ statement }) => statement.period === period);
    const entry = entries[index];
    return entry === undefined ? null : settledPeriod(entry, entries.slice(0, index), events);
  };
}

/** The measures and metrics that a settled period goes by. */
export function wordsOf({ entry: { terms } }: SettledPeriod): Vocabulary {
  return vocabulary(terms.contract, terms.definitions);
}

/** A measure of the period: on the rows that a KPI keeps, or on all of them. */
export function measured(period: SettledPeriod, id: string, kpi: string | null = null): Value {
  const { evidence } = period;
  const words = wordsOf(period);
  if (!words.measures.has(id)) return undefinedBy([]);
  const variant = kpi === null ? undefined : evidence.variants.find((each) => each.kpi === kpi && each.id === id);
  return measureValue(words, evidence, id, variant ?? evidence.measures.find((each) => each.id === id));
}

/**
 * A period under definitions, those before it taken through once for all the evidence that is tried: whichever of it comes first. All
 * that the statement counted counts: what was agreed or decided of earlier periods is in what they leave of a cap or of an advance.
 */
const groundOf = remembered(
  ({ entry, before, events, evidence }: SettledPeriod, definitions: Terms['definitions'], first: EvidencePeriod): PayGround => {
    const { statement, terms } = entry;
    const periods = entry.evidence.periods.map((each) => (each.period === evidence.period ? first : each));
    return groundOfScenarios({
      terms: { ...terms, definitions },
      events,
      ledger: before,
      evidence: { ...entry.evidence, periods },
      asOf: statement.asOf,
      run: statement.run,
      timeline: timeline(terms.contract, events),
      target: {
        period: statement.period,
        inForce: periodInForce(statement.period, terms.contract.calendar.every, evidence.inForce),
        dueOn: statement.asOf,
      },
    });
  },
  (definitions) => [definitions],
);

/**
 * What the fees of the period come to on other evidence, as settlement computes them on the statements before it; without tax,
 * true-ups and corrections. What waits for a review or for a reconciliation counts as computed.
 * @param trial other definitions; the clauses are those of the statement.
 * @returns null where a line cannot be known.
 */
export function feesOn(period: SettledPeriod, evidence: EvidencePeriod, trial: Terms['definitions'] | null = null): Rational | null {
  const { contract } = period.entry.terms;
  const fees = linesOn(period, evidence, trial);
  return fees.some(({ held }) => held) ? null : moneyValue(sumOfLines(fees, contract.currency));
}

/** The lines of the period that cannot be known, as {@link feesOn} computes them on its own evidence. */
export function unknownFees(period: SettledPeriod): string[] {
  return linesOn(period, period.evidence, null).flatMap(({ id, held }) => (held ? [id] : []));
}

function linesOn(period: SettledPeriod, evidence: EvidencePeriod, trial: Terms['definitions'] | null): readonly Line[] {
  return scenarioFees(groundOf(period, trial ?? period.entry.terms.definitions, evidence), evidence).fees;
}
