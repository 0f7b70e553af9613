import type { Cause, Reason } from '../attainment/value.js';
import type { Clause } from '../contract/model.js';
import { type Rational, toDecimal, toExact } from '../kernel/rational.js';
import type { InputArgs, InputCode, RuleArgs, RuleCode } from '../words/reasons.js';
import type { Trace } from './model.js';

type Input = Trace['inputs'][number];
type Branch = Trace['branches'][number];

/** How a fee's amount came about, before holds, disputes and earlier settlements have their say. */
export interface RawLine {
  /** Null where undefined. */
  readonly value: Rational | null;
  /** Why it is undefined; empty where it is known. */
  readonly causes: readonly Cause[];
  readonly reason: Reason | null;
  /** 0 because a rule says so: known whatever the data say, and never part of a mean. */
  readonly zeroByRule: boolean;
  readonly inputs: readonly Input[];
  readonly branches: readonly Branch[];
  readonly formula: string;
  /** The base a commission was computed on. */
  readonly base?: Rational;
  /** What it comes to, where it is held for nothing but a review. */
  readonly unreviewed?: Rational;
}

/** Collects what a trace shows while a fee is computed. */
export class TraceNotes {
  private readonly inputs: Input[] = [];
  private readonly branches: Branch[] = [];

  input<Code extends InputCode>(code: Code, value: Rational | string | null, ...args: InputArgs<Code>): this;
  input(input: InputCode, value: Rational | string | null, given: Readonly<Record<string, string>> = {}): this {
    this.inputs.push({ input, with: given, value: value === null || typeof value === 'string' ? value : toDecimal(value) });
    return this;
  }

  /** The score that a fee goes by: a KPI's, or the composite. */
  score(by: string, score: Rational | null): this {
    return by === 'composite' ? this.input('composite-score', score) : this.input('score', score, { by });
  }

  branch<Code extends RuleCode>(code: Code, taken: boolean, ...args: RuleArgs<Code>): this;
  branch(rule: RuleCode, taken: boolean, given: Readonly<Record<string, string>> = {}): this {
    this.branches.push({ rule, taken, with: given });
    return this;
  }

  /** A reason that decided, among the branches. */
  decidedBy({ code, with: given }: Reason): this {
    this.branches.push({ rule: code, taken: true, with: given });
    return this;
  }

  /** What went into another line and which way it went. */
  as({ inputs, branches }: Partial<Pick<RawLine, 'inputs' | 'branches'>>): this {
    this.inputs.push(...(inputs ?? []));
    this.branches.push(...(branches ?? []));
    return this;
  }

  /** A line whose amount is known. */
  amount(value: Rational, formula: string, why: Reason | null = null, base?: Rational): RawLine {
    const line = { value, causes: [], reason: why, zeroByRule: false, inputs: this.inputs, branches: this.branches, formula };
    return base === undefined ? line : { ...line, base };
  }

  /** A line that is 0 because a rule says so. */
  zero(zero: Rational, why: Reason): RawLine {
    return {
      value: zero,
      causes: [],
      reason: why,
      zeroByRule: true,
      inputs: this.inputs,
      branches: this.branches,
      formula: '0',
    };
  }

  /** A line that cannot be known yet. */
  held(causes: readonly Cause[], formula = '?'): RawLine {
    const why = causes[0]?.reason ?? null;
    return { value: null, causes, reason: why, zeroByRule: false, inputs: this.inputs, branches: this.branches, formula };
  }
}

/** The trace of a raw line with its rounded value. */
export function traceOf(raw: RawLine, clause: Clause | null, rounded: string | null): Trace {
  return {
    clause: clause === null ? null : { file: clause.file, line: clause.line },
    inputs: raw.inputs,
    formula: raw.formula,
    branches: raw.branches,
    unrounded: raw.value === null ? null : toExact(raw.value),
    rounded,
  };
}

/** A share as people write it: 0.125 → `12.5%`. */
export function percent(share: Rational): string {
  return `${toDecimal(share.mul(100))}%`;
}
