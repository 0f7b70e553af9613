import { dutyOutcomes, lateDuties } from '../../src/attainment/duties.js';
import { measureValue, vocabulary } from '../../src/attainment/measures.js';
import type { DateRange } from '../../src/kernel/calendar.js';
import { digest } from '../../src/kernel/canonical.js';
import { moneyText } from '../../src/kernel/money.js';
import { termPeriods } from '../../src/kernel/period.js';
import { type Rational, rational } from '../../src/kernel/rational.js';
import { type LedgerEntry, settledEvidence } from '../../src/settlement/ledger-entry.js';
import { type PaidLine, type PeriodTotals, payTerm } from '../../src/settlement/pay-term.js';

/** Lines that only the plain computation has brought about: complete periods, no event that moves money, one version of the terms. */
function isPlain(ledger: readonly LedgerEntry[]): boolean {
  const [first] = ledger;
  const last = ledger.at(-1);
  if (first === undefined || last === undefined || last.statement.events.length > 0) return false;
  const isSteady = ledger.every(({ statement }) => statement.held.length === 0 && statement.disputes.length === 0);
  const lives = last.statement.carried.lines.map(({ life }) => life.state);
  return isSteady && ledger.every(({ terms }) => digest(terms) === digest(first.terms)) && lives.every((state) => PLAIN.has(state));
}

const PLAIN: ReadonlySet<string> = new Set(['settled', 'accepted']);

/** What each period was settled on, as totals. */
function totalsOf(ledger: readonly LedgerEntry[], { terms }: LedgerEntry): PeriodTotals[] {
  const words = vocabulary(terms.contract, terms.definitions);
  return termPeriods(terms.contract.term, terms.contract.calendar.every).flatMap((period) => {
    const settled = settledEvidence(ledger, period.id);
    if (settled === null) return [];
    const totals = new Map<string, Rational>();
    for (const entry of settled.evidence.measures) {
      const value = measureValue(words, settled.evidence, entry.id, entry);
      if (value.known) totals.set(entry.id, value.value);
    }
    return [{ period: period.id, totals, late: lateDuties(dutyOutcomes(terms.contract, [], period, settled.entry.statement.asOf)) }];
  });
}

/** A measure over other days than whole periods, as the evidence has it. */
function overDays(ledger: readonly LedgerEntry[], { terms }: LedgerEntry) {
  const words = vocabulary(terms.contract, terms.definitions);
  return (measure: string, { from, to }: DateRange): Rational | undefined => {
    const isDistinct = 'countDistinct' in (words.measures.get(measure)?.aggregate ?? {});
    const spans = [...ledger].reverse().flatMap(({ evidence }) => evidence.spans);
    const counted = spans.find((span) => span.measure === measure && span.from === from && span.to === to);
    if (counted !== undefined) return rational(counted.distinct);
    const within = ledger.flatMap(({ statement }) => settledEvidence(ledger, statement.period)?.evidence ?? []);
    const evidence = within.find(({ inForce }) => inForce.from === from && inForce.to >= to);
    const entry = evidence?.measures.find(({ id }) => id === measure);
    if (evidence === undefined || entry === undefined) return undefined;
    const value = measureValue(words, evidence, measure, entry, to < evidence.inForce.to ? to : null);
    // of a distinct count up to a day only that it can be known is in a period's evidence, as settlement has it
    return value.known && (!isDistinct || to < evidence.inForce.to) ? value.value : undefined;
  };
}

const amountOf = ({ amount }: PaidLine) => (amount === null ? 'not known' : moneyText(amount));

/** Lines of a ledger beside those of the plain reckoning; null where something besides the plain computation was at work. */
export function paidAsSettled(
  ledger: readonly LedgerEntry[],
): { readonly settled: readonly string[]; readonly paid: readonly string[] } | null {
  const last = ledger.at(-1);
  if (last === undefined || !isPlain(ledger)) return null;
  const totals = totalsOf(ledger, last);
  // Where data were not known in time a value to date is read on what became known later: no plain reckoning of totals.
  if (totals.some((each) => each.totals.size < last.terms.definitions.measures.length)) return null;
  const all = payTerm(last.terms, totals, { over: overDays(ledger, last) });
  // Tax is of a statement, not of a period: comparable where the statement had no line of another period.
  const alone = ledger.filter(
    ({ statement }) =>
      !statement.tail && statement.lines.every(({ id, amount, kind }) => kind === 'tax' || isStill(last, statement.period, id, amount)),
  );
  const taxes = alone.flatMap(({ statement }) =>
    statement.lines.flatMap(({ id, kind, amount }) => (kind === 'tax' ? [`${statement.period} ${id} ${amount}`] : [])),
  );
  const lines = last.statement.carried.lines.map(({ period, line, life }) => `${period} ${line} ${life.amount}`);
  const comparable = new Set(alone.map(({ statement }) => statement.period));
  const paid = all.filter(({ kind, period }) => kind !== 'tax' || comparable.has(period));
  return {
    settled: [...lines, ...taxes].sort(),
    paid: paid.map((line) => `${line.period} ${line.line} ${amountOf(line)}`).sort(),
  };
}

/** Whether a line of a statement is its own period's and has never moved since. */
function isStill({ statement }: LedgerEntry, period: string, id: string, amount: string): boolean {
  return statement.carried.lines.some((line) => line.period === period && line.line === id && line.life.amount === amount);
}
