import { scaledLevel, scoreLine } from '../../attainment/kpis.js';
import { isDistinct, type Vocabulary } from '../../attainment/measures.js';
import { scoreOf } from '../../contract/curve.js';
import { kindNamed } from '../../contract/fee-kinds/fee-kinds.js';
import type { FeeStep } from '../../contract/fee-kinds/record.js';
import type { Contract, Expression, Kpi, Steps, Terms } from '../../contract/model.js';
import type { LocalDate } from '../../kernel/calendar.js';
import { scheduledAt, type TermPeriod } from '../../kernel/period.js';
import { compare, isZero, rational, sum, ZERO } from '../../kernel/rational.js';
import type { LineKind } from '../model.js';
import { curveOf, type Figure, type Reckoning } from './reckoning.js';

/** What every period of a term reckons with. */
export interface PathTerm {
  readonly terms: Terms;
  readonly words: Vocabulary;
  readonly reckoning: Reckoning;
  /** A measure's total in a period, as a path gives it. */
  readonly total: (period: string, measure: string) => Figure | null;
  readonly periods: readonly TermPeriod[];
  readonly before: SoFar;
}

/** What earlier periods leave to later ones, while their closures are made in order. */
export interface SoFar {
  /** Fees whose tiers are on the term's total: that total, and what tiers have come to on it. */
  readonly bases: Map<string, Figure>;
  readonly tiered: Map<string, { readonly tiers: Steps; readonly total: Figure; readonly rounded: Figure }>;
  /** Σ of earlier subtotals after their cap, less recoveries. */
  capped: Figure;
  /** Top-ups not yet recovered. */
  draw: Figure;
}

/** One period as closures are made for it: what it measures and scores, and the lines so far. */
export class PathPeriod {
  private readonly metrics = new Map<string, Figure | null>();
  private readonly scores = new Map<string, Figure | null>();
  private readonly totals = new Map<string, Figure>();
  private readonly lines = new Map<string, { readonly kind: LineKind; readonly figure: Figure }>();
  readonly terms: Terms;
  readonly contract: Contract;
  readonly words: Vocabulary;
  readonly reckoning: Reckoning;
  readonly before: SoFar;
  readonly none: Figure;

  constructor(
    private readonly term: PathTerm,
    readonly period: TermPeriod,
  ) {
    this.terms = term.terms;
    this.contract = term.terms.contract;
    this.words = term.words;
    this.reckoning = term.reckoning;
    this.before = term.before;
    this.none = term.reckoning.constant(ZERO);
  }

  /** A metric of the period; null where it cannot be reckoned so. */
  metric(id: string): Figure | null {
    const known = this.metrics.get(id);
    if (known !== undefined) return known;
    const figure = this.formula({ metric: id }, (measure) => this.term.total(this.period.id, measure));
    this.metrics.set(id, figure);
    return figure;
  }

  /** A metric on the sums of all periods from a day on; null where a measure cannot be added up. */
  metricSince(id: string, from: LocalDate): Figure | null {
    const { periods, words } = this.term;
    const within = periods.filter(({ inForce }) => inForce.to >= from && inForce.from <= this.period.inForce.to);
    return this.formula({ metric: id }, (measure) => {
      const parts = within.map((period) => this.term.total(period.id, measure));
      return isDistinct(words, measure) ? null : this.all(parts, (known) => this.reckoning.sum(known));
    });
  }

  /** The score of a KPI or of the composite. */
  score(by: string): Figure | null {
    const known = this.scores.get(by);
    if (known !== undefined) return known;
    const kpi = this.contract.kpis.find(({ id }) => id === by);
    const figure = kpi === undefined ? this.composite() : this.scoreOfKpi(kpi);
    this.scores.set(by, figure);
    return figure;
  }

  /** Whether every gate before a fee lets it pass, asked when it is run; `open` where there is none, null where there is no way to know. */
  gates(fee: string): (() => boolean) | 'open' | null {
    const open: { passed: boolean }[] = [];
    for (const gate of this.contract.gates.filter(({ blocks }) => blocks.includes(fee))) {
      const actual = this.metric(gate.metric);
      if (actual === null) return null;
      const limit = this.scaled(gate.metric, rational(scheduledAt(gate.value, this.period.id)));
      const one = { passed: false };
      this.reckoning.compared(actual, limit, (order) => {
        one.passed = gate.limit === 'atLeast' ? order >= 0 : order <= 0;
      });
      open.push(one);
    }
    return open.length === 0 ? 'open' : () => open.every(({ passed }) => passed);
  }

  /** A fee's base over the term, up to the period before and up to this one. */
  totalBefore(fee: string): Figure {
    return this.before.bases.get(fee) ?? this.none;
  }

  totalNow(fee: string, base: Figure): Figure {
    const total = this.totals.get(fee) ?? this.reckoning.plus(this.totalBefore(fee), base);
    this.totals.set(fee, total);
    return total;
  }

  note(id: string, kind: LineKind, figure: Figure): void {
    this.lines.set(id, { kind, figure });
  }

  /** A line so far, 0 where there is none. */
  line(id: string): Figure {
    return this.lines.get(id)?.figure ?? this.none;
  }

  sumOfLines(steps: ReadonlySet<FeeStep>): Figure {
    const found = [...this.lines.values()].filter(({ kind }) => {
      const step = kindNamed(kind)?.step;
      return step !== undefined && steps.has(step);
    });
    return this.reckoning.sum(found.map(({ figure }) => figure));
  }

  private scaled(metric: string, level: ReturnType<typeof rational>) {
    return scaledLevel(this.words, metric, level, rational(this.period.daysInForce), this.period);
  }

  private scoreOfKpi(kpi: Kpi): Figure | null {
    const { period, reckoning, words } = this;
    const actual = this.metric(kpi.metric);
    const line = scoreLine({ words, period }, kpi, rational(period.daysInForce));
    const { threshold, target, stretch, cap } = line;
    const atCap = threshold.add(target.sub(threshold).mul(cap));
    const curve = curveOf([threshold, target, atCap, ...(stretch === null ? [] : [stretch])], (x) => scoreOf(x, line));
    if (actual === null || curve === null) return null;
    const score = reckoning.on(curve, actual);
    if (kpi.minimum === null) return score;
    const least = this.metric(kpi.minimum.metric);
    if (least === null) return null;
    const minimum = { reached: false };
    reckoning.compared(least, this.scaled(kpi.minimum.metric, rational(scheduledAt(kpi.minimum.atLeast, period.id))), (order) => {
      minimum.reached = order >= 0;
    });
    return reckoning.where(() => minimum.reached, score);
  }

  private composite(): Figure | null {
    const { contract, reckoning, period } = this;
    const { rule, minWeightLeft } = contract.composite;
    const weighed = contract.kpis.map((kpi) => ({ score: this.score(kpi.id), weight: rational(scheduledAt(kpi.weight, period.id)) }));
    const whole = sum(weighed.map(({ weight }) => weight));
    if (isZero(whole) || compare(whole, rational(minWeightLeft)) < 0) return null;
    const parts = weighed.map(({ score, weight }) =>
      score === null ? null : rule === 'min' ? score : reckoning.times(score, weight.div(whole)),
    );
    return this.all(parts, (known) =>
      rule === 'min' ? known.slice(1).reduce((a, b) => reckoning.least(a, b), known[0] ?? this.none) : reckoning.sum(known),
    );
  }

  private formula(expression: Expression, measure: (id: string) => Figure | null): Figure | null {
    const { reckoning } = this;
    if ('number' in expression) return reckoning.constant(rational(expression.number));
    if ('measure' in expression) return measure(expression.measure);
    if ('metric' in expression) {
      const metric = this.words.metrics.get(expression.metric);
      return metric === undefined ? null : this.formula(metric.formula, measure);
    }
    if ('negate' in expression) {
      const inner = this.formula(expression.negate, measure);
      return inner === null ? null : reckoning.times(inner, rational(-1));
    }
    return this.all([this.formula(expression.left, measure), this.formula(expression.right, measure)], ([left, right]) => {
      if (left === undefined || right === undefined) return null;
      switch (expression.op) {
        case '+':
          return reckoning.plus(left, right);
        case '-':
          return reckoning.minus(left, right);
        case '*':
          return reckoning.product(left, right);
        case '/':
          return reckoning.ratio(left, right);
        case 'min':
          return reckoning.least(left, right);
        case 'max':
          return reckoning.most(left, right);
      }
    });
  }

  private all(figures: readonly (Figure | null)[], put: (known: readonly Figure[]) => Figure | null): Figure | null {
    const known = figures.flatMap((figure) => (figure === null ? [] : [figure]));
    return known.length === figures.length ? put(known) : null;
  }
}
