import { vocabulary } from '../../attainment/measures.js';
import { kindOf } from '../../contract/fee-kinds/fee-kinds.js';
import type { Terms } from '../../contract/model.js';
import type { PeriodId } from '../../kernel/calendar.js';
import { minorDigits, zeroMoney } from '../../kernel/money.js';
import { scheduledAt, type TermPeriod, termPeriods } from '../../kernel/period.js';
import { rational, ZERO } from '../../kernel/rational.js';
import { excessIn } from '../excess.js';
import { SUBTOTAL } from '../fees/guarantee.js';
import { inGrace } from '../gating.js';
import { isTaxed } from '../lines.js';
import { type PaidLine, type PeriodTotals, payTerm } from '../pay-term.js';
import { crossAtFirst, type StepOfPeriod, takeSteps } from '../period-steps.js';
import { closureOf, excessOn, recoveryOn } from './fee-closures.js';
import { PathPeriod, type PathTerm } from './path-period.js';
import { type Cell, type Figure, Reckoning, UNIT } from './reckoning.js';

/** What a path gives and gets, in the order in which its numbers stand. */
export interface PathsOfTerm {
  /** Measures, with the digits after the point that their totals have: of each period in turn, every measure in this order. */
  readonly measures: readonly { readonly id: string; readonly digits: number }[];
  readonly periods: readonly PeriodId[];
  /** Lines of all periods, in the order of settlement. */
  readonly lines: readonly Pick<PaidLine, 'period' | 'line' | 'kind'>[];
  /**
   * What one path pays, in minor units, put into `paid`, one number for each line; NaN where a line is not known.
   * @param waits what of each line waits for a review of the brand, in minor units; 0 of what waits for none. Of a line with any `paid`
   * has NaN.
   * @param totals whole numbers: periods × measures, each in units of its last digit, below 2^53.
   * @returns whether closures computed it; else the exact function has.
   */
  readonly pay: (totals: Float64Array, paid: Float64Array, waits?: Float64Array) => boolean;
}

/**
 * What terms pay on many paths: closures made of their curves where the bounds of their errors let them decide, the exact function
 * ({@link payTerm}) on every other path, so that each is equal to it to the cent. No duty is late, nothing is accepted or excluded.
 * @param unit how far one operation on doubles is taken to be off, for tests of the bounds alone.
 */
export function payPaths(terms: Terms, digitsOf: (measure: string) => number, unit = UNIT): PathsOfTerm {
  const { contract, definitions } = terms;
  const measures = definitions.measures.map(({ id }) => ({ id, digits: digitsOf(id) }));
  const all = termPeriods(contract.term, contract.calendar.every);
  const zeros = new Map(measures.map(({ id }) => [id, ZERO] as const));
  const lines = payTerm(
    terms,
    all.map(({ id }) => ({ period: id, totals: zeros })),
  ).map(({ period, line, kind }) => ({ period, line, kind }));
  const waitingFor = (causes: PaidLine['causes']) => causes.map(({ reason }) => excessIn(reason, contract)).find((each) => each !== null);
  const exact = (totals: Float64Array, paid: Float64Array, waits?: Float64Array): void => {
    const given = all.map(({ id }, place): PeriodTotals => {
      const of = ({ digits }: { digits: number }, index: number) =>
        rational(BigInt(totals[place * measures.length + index] ?? 0)).div(rational(10n ** BigInt(digits)));
      return { period: id, totals: new Map(measures.map((measure, index) => [measure.id, of(measure, index)] as const)) };
    });
    payTerm(terms, given).forEach(({ amount, causes }: PaidLine, index) => {
      paid[index] = amount === null ? Number.NaN : Number(amount.minor);
      if (waits !== undefined) waits[index] = Number(waitingFor(causes)?.minor ?? 0);
    });
  };
  const quick = closuresOf(terms, all, measures, unit);
  return {
    measures,
    periods: all.map(({ id }) => id),
    lines,
    pay: (totals, paid, waits) => {
      // what is above a limit is nothing that a closure decides
      waits?.fill(0);
      if (quick?.(totals, paid) === true) return true;
      exact(totals, paid, waits);
      return false;
    },
  };
}

type Quick = (totals: Float64Array, paid: Float64Array) => boolean;

/** Null where a fee, a score or a metric of some period has no closure. */
function closuresOf(terms: Terms, periods: readonly TermPeriod[], measures: PathsOfTerm['measures'], unit: number): Quick | null {
  const { contract, definitions } = terms;
  // a breach that holds is a question to two sides, not to a curve
  if (definitions.reconcile.some(({ onBreach }) => onBreach === 'hold')) return null;
  const reckoning = new Reckoning(unit);
  const inputs = new Map<string, Figure>(
    periods.flatMap(({ id }) =>
      measures.map((measure) => [`${id} ${measure.id}`, reckoning.input(10n ** BigInt(measure.digits))] as const),
    ),
  );
  const term: PathTerm = {
    terms,
    reckoning,
    periods,
    words: vocabulary(contract, definitions),
    total: (period, measure) => inputs.get(`${period} ${measure}`) ?? null,
    before: { bases: new Map(), tiered: new Map(), capped: reckoning.constant(ZERO), draw: reckoning.constant(ZERO) },
  };
  const results = periods.map((period) => closuresOfPeriod(term, period));
  const found: Cell[] = [];
  for (const result of results) {
    if (result === null) return null;
    found.push(...result);
  }
  const operations = reckoning.taken();
  const given = [...inputs.values()].map(({ cell }) => cell);
  return (totals, paid) => {
    reckoning.doubt = false;
    for (let index = 0; index < given.length; index += 1) put(given[index], totals[index] ?? Number.NaN);
    for (const operation of operations) operation();
    if (reckoning.doubt) return false;
    for (let index = 0; index < found.length; index += 1) {
      const amount = found[index]?.v ?? Number.NaN;
      if (!Number.isSafeInteger(amount)) return false;
      paid[index] = amount;
    }
    return true;
  };
}

function put(cell: Cell | undefined, value: number): void {
  if (cell === undefined) return;
  cell.v = value;
  cell.e = 0;
}

/** The lines of a period as cells, in the order in which settlement takes them; what it leaves to later ones is kept. */
function closuresOfPeriod(term: PathTerm, period: TermPeriod): Cell[] | null {
  const { terms, reckoning } = term;
  const { contract } = terms;
  const digits = minorDigits(contract.currency);
  const { before } = term;
  const at = new PathPeriod(term, period);
  const rounded = (figure: Figure) => reckoning.rounded(figure, digits, contract.rounding);
  const lines: { readonly id: string; readonly figure: Figure }[] = [];
  let recovered = reckoning.constant(ZERO);
  const afterCap = (): Figure => at.sumOfLines(new Set([...SUBTOTAL, 'ceiling']));
  for (const step of stepsOf(terms, period)) {
    const value = lineOf(at, step, afterCap);
    if (value === null) return null;
    const figure = rounded(value);
    at.note(step.id, step.kind, figure);
    lines.push({ id: step.id, figure });
    if (step.kind !== 'recovery') continue;
    recovered = reckoning.plus(recovered, figure);
    before.draw = reckoning.sum([before.draw, at.line(step.fee.id), figure]);
  }
  for (const { id, base } of accumulated(terms)) {
    const figure = at.metric(base);
    if (figure === null) return null;
    before.bases.set(id, at.totalNow(id, figure));
  }
  before.capped = reckoning.sum([before.capped, afterCap(), recovered]);
  const taxed = reckoning.sum(lines.filter(({ id }) => isTaxed([terms], id)).map(({ figure }) => figure));
  const taxes = contract.fees.flatMap((fee) =>
    fee.kind === 'tax' ? [rounded(reckoning.times(taxed, rational(scheduledAt(fee.rate, period.id))))] : [],
  );
  return [...lines.map(({ figure }) => figure), ...taxes].map(({ cell }) => cell);
}

/** Fees that add up their base over the term; they do so whatever makes them 0 in a period. */
function accumulated({ contract }: Terms): { readonly id: string; readonly base: string }[] {
  return contract.fees.flatMap((fee) => {
    const base = kindOf(fee).accumulates(fee);
    return base === null ? [] : [{ id: fee.id, base }];
  });
}

/** What a line comes to before it is rounded: 0 in grace, where nothing is agreed, and where a gate is not passed. */
function lineOf(at: PathPeriod, { fee, kind }: StepOfPeriod, afterCap: () => Figure): Figure | null {
  if (kind === 'recovery') return fee.kind === 'guarantee' ? recoveryOn(fee, at, afterCap()) : null;
  if (inGrace(at, fee.id)) return at.none;
  const open = at.gates(fee.id);
  if (open === null) return null;
  if (kind === 'excess') return fee.kind === 'pass_through' ? excessOn(fee, at, open) : null;
  if (kindOf(fee).saysNothingAgreed(fee, at.period.id)) return at.none;
  const value = closureOf(fee)?.(fee, at) ?? null;
  return value === null || open === 'open' ? value : at.reckoning.where(open, value);
}

/** The lines of a period in the one order that settlement has for them. */
function stepsOf({ contract }: Terms, { id }: TermPeriod): StepOfPeriod[] {
  const found: StepOfPeriod[] = [];
  takeSteps({ period: id, contract, cross: crossAtFirst(), steps: new Map(), acknowledged: () => null }, (step) => {
    found.push(step);
    const nothing = { kind: step.kind, basis: zeroMoney(contract.currency), held: false, causes: [] };
    return { step: nothing, base: null, milestone: 'not taken' };
  });
  return found;
}
