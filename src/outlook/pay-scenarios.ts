import type { Pay } from '../attainment/kpis.js';
import type { Value } from '../attainment/value.js';
import type { EvidencePeriod } from '../evidence/model.js';
import { type Money, money, sumMoney } from '../kernel/money.js';
import { type Rational, sum } from '../kernel/rational.js';
import { ownLine, taxLines } from '../settlement/lines.js';
import type { Line } from '../settlement/model.js';
import { recompute } from '../settlement/recompute.js';
import type { Resting } from '../settlement/resting.js';
import { type PeriodView, type SettlementInput, viewPeriods } from '../settlement/views.js';
import { waitingOf } from './fee-lines.js';
import { withoutReviews } from './given.js';

/** One scenario settled: what each line pays, and what decided it. */
export interface PaidScenario {
  readonly lines: ReadonlyMap<string, { readonly kind: Line['kind']; readonly amount: Money }>;
  readonly total: Money;
  /** What is above a limit and waits for a review of the brand, by line: in no amount. */
  readonly waits: ReadonlyMap<string, Money>;
  /** Whether nothing else of it is held. */
  readonly known: boolean;
  /** What KPIs and gates came to. */
  readonly kpi: (id: string) => Rational | null;
  readonly gate: (id: string) => Rational | null;
  /** What bonuses pay as, by KPI or composite; what penalties deduct as. */
  readonly pay: (by: string) => Rational | null;
  readonly penalty: (by: string) => Rational | null;
  /** The total that a fee's tiers are of, of the period or of the term so far. */
  readonly base: (fee: string, accumulates: boolean, metric: string) => Rational | null;
}

/** The terms and the periods before the one that is settled in every scenario, taken through once. */
export interface PayGround {
  readonly input: SettlementInput;
  readonly before: Resting;
}

/** What all scenarios share: the terms without what only data that exist can hold, and the periods before. */
export function groundOfScenarios(settlement: SettlementInput): PayGround {
  const input = { ...settlement, terms: withoutReviews(settlement.terms) };
  return { input, before: recompute(input, viewPeriods(input), null, (view) => !view.own).resting };
}

/**
 * What a period itself earns on a scenario's evidence, by the computation that settles it, with nothing written and no digest: no tax,
 * true-ups, corrections or lines of earlier periods.
 */
export function scenarioFees({ input, before }: PayGround, evidence: EvidencePeriod): { readonly view: PeriodView; readonly fees: Line[] } {
  const { terms, target } = input;
  const of: SettlementInput = {
    ...input,
    evidence: { ...input.evidence, periods: [...input.evidence.periods.filter(({ period }) => period !== target.period), evidence] },
  };
  const views = viewPeriods(of, before.views);
  const view = views.find(({ own }) => own);
  if (view === undefined) throw new RangeError(`no period ${target.period}`);
  const fees = recompute(of, views, before)
    .lines.filter(({ period, kind }) => period === target.period && kind !== 'correction')
    .map((line) => ownLine(line, terms.contract.currency));
  return { view, fees };
}

/** Settles a period on a scenario's evidence: {@link scenarioFees} with their tax, and what decided them. */
export function payScenario(ground: PayGround, evidence: EvidencePeriod): PaidScenario {
  const { before } = ground;
  const { terms, target } = ground.input;
  const { currency } = terms.contract;
  const { view, fees } = scenarioFees(ground, evidence);
  const lines = [...fees, ...taxLines([terms], target.period, fees)];
  const amounts = new Map(lines.map(({ id, kind, amount }) => [id, { kind, amount: money(amount, currency) }] as const));
  const waits = new Map(
    fees.flatMap((line) => {
      const amount = waitingOf(line, terms.contract);
      return amount === null ? [] : [[line.id, amount] as const];
    }),
  );
  const paysAs = (by: string, side: 'pay' | 'penalty'): Rational | null => {
    const { kpis, composite } = view.attainment;
    const outcome = by === 'composite' ? composite : kpis.find(({ kpi }) => kpi.id === by);
    return outcome === undefined ? null : scoreOf(outcome[side]);
  };
  return {
    lines: amounts,
    total: sumMoney(
      [...amounts.values()].map(({ amount }) => amount),
      currency,
    ),
    waits,
    known: !lines.some(({ id, held }) => held && !waits.has(id)),
    kpi: (id) => actualOf(view.attainment.kpis.find(({ kpi }) => kpi.id === id)?.actual),
    gate: (id) => actualOf(view.attainment.gates.find(({ gate }) => gate.id === id)?.actual),
    pay: (by) => paysAs(by, 'pay'),
    penalty: (by) => paysAs(by, 'penalty'),
    base: (fee, accumulates, metric) => {
      const own = view.attainment.metric(metric);
      if (!own.known) return null;
      return accumulates ? sum([...(before.cross.bases.get(fee)?.values() ?? []), own.value]) : own.value;
    },
  };
}

function actualOf(value: Value | undefined): Rational | null {
  return value?.known === true ? value.value : null;
}

function scoreOf(pay: Pay): Rational | null {
  return pay.kind === 'score' ? pay.score : null;
}
