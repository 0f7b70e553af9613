import type { Cause, Reason } from '../attainment/value.js';
import type { Clause } from '../contract/model.js';
import { type Rational, toDecimal, toExact } from '../kernel/rational.js';
import type { InputArgs, InputCode, RuleArgs, RuleCode } from '../words/reasons.js';
import type { Trace } from './model.js';

type Input = Trace['inputs'][number];
type Branch = Trace['branches'][number];

/** What may be said, or how it is made where somebody asks: most lines of a statement were told by an earlier one. */
export type Said<T> = T | (() => T);

/** How an amount came about, for those who read it. */
export interface Told {
  readonly reason: Reason | null;
  readonly inputs: readonly Input[];
  readonly branches: readonly Branch[];
  readonly formula: string;
}

/** What a fee comes to, before holds, disputes and earlier settlements have their say. */
export interface RawLine {
  /** Null where undefined. */
  readonly value: Rational | null;
  /** Why it is undefined; empty where it is known. */
  readonly causes: readonly Cause[];
  /** 0 because a rule says so: never part of a mean. */
  readonly zeroByRule: boolean;
  /** The rule goes by what the data say: where these want a review, so does its 0. */
  readonly asData?: true;
  /** Made when it is asked for: a line that stands as it was is told nowhere. */
  readonly told: () => Told;
  /** The base a commission was computed on. */
  readonly base?: Rational;
  /** What it comes to, where it is held for nothing but a review. */
  readonly unreviewed?: Rational;
}

/** The same line, told otherwise in part. */
export function toldAs(raw: RawLine, otherwise: (told: Told) => Partial<Told>): RawLine {
  return { ...raw, told: () => ({ ...raw.told(), ...otherwise(raw.told()) }) };
}

type Lazily<Args extends readonly unknown[]> = Args | { [K in keyof Args]: () => NonNullable<Args[K]> };

/** Collects what a trace shows while a fee is computed. */
export class TraceNotes {
  private readonly inputs: { readonly input: InputCode; readonly with: Given; readonly value: Rational | string | null }[] = [];
  private readonly branches: { readonly rule: RuleCode; readonly taken: boolean; readonly with: Said<Given> }[] = [];

  input<Code extends InputCode>(code: Code, value: Rational | string | null, ...args: InputArgs<Code>): this;
  input(input: InputCode, value: Rational | string | null, given: Given = {}): this {
    this.inputs.push({ input, with: given, value });
    return this;
  }

  /** The score that a fee goes by: a KPI's, or the composite. */
  score(by: string, score: Rational | null): this {
    return by === 'composite' ? this.input('composite-score', score) : this.input('score', score, { by });
  }

  branch<Code extends RuleCode>(code: Code, taken: boolean, ...args: Lazily<RuleArgs<Code>>): this;
  branch(rule: RuleCode, taken: boolean, given: Said<Given> = {}): this {
    this.branches.push({ rule, taken, with: given });
    return this;
  }

  /** A reason that decided, among the branches. */
  decidedBy({ code, with: given }: Reason): this {
    this.branches.push({ rule: code, taken: true, with: given });
    return this;
  }

  /** What went into another line and which way it went. */
  as({ inputs, branches }: Partial<Pick<Told, 'inputs' | 'branches'>>): this {
    this.inputs.push(...(inputs ?? []));
    this.branches.push(...(branches ?? []));
    return this;
  }

  /** A line whose amount is known. */
  amount(value: Rational, formula: Said<string>, why: Said<Reason | null> = null, base?: Rational): RawLine {
    const line = { value, causes: [], zeroByRule: false, told: this.told(formula, why) };
    return base === undefined ? line : { ...line, base };
  }

  /** A line that is 0 because a rule says so. */
  zero(zero: Rational, why: Said<Reason>): RawLine {
    return { value: zero, causes: [], zeroByRule: true, told: this.told('0', why) };
  }

  /** The same, by a rule that asks the data first. */
  zeroAsData(zero: Rational, why: Said<Reason>): RawLine {
    return { ...this.zero(zero, why), asData: true };
  }

  /** A line that cannot be known yet. */
  held(causes: readonly Cause[], formula = '?'): RawLine {
    return { value: null, causes, zeroByRule: false, told: this.told(formula, causes[0]?.reason ?? null) };
  }

  private told(formula: Said<string>, why: Said<Reason | null>): () => Told {
    return () => ({
      reason: said(why),
      inputs: this.inputs.map((each) => ({ ...each, value: shown(each.value) })),
      branches: this.branches.map((each) => ({ ...each, with: said(each.with) })),
      formula: said(formula),
    });
  }
}

type Given = Readonly<Record<string, string>>;

function said<T extends string | object | null>(what: Said<T>): T {
  return typeof what === 'function' ? what() : what;
}

function shown(value: Rational | string | null): string | null {
  return value === null || typeof value === 'string' ? value : toDecimal(value);
}

/** The trace of a raw line with its rounded value. */
export function traceOf(raw: RawLine, clause: Clause | null, rounded: string | null): Trace {
  const { inputs, formula, branches } = raw.told();
  return {
    clause: clause === null ? null : { file: clause.file, line: clause.line },
    inputs,
    formula,
    branches,
    unrounded: raw.value === null ? null : toExact(raw.value),
    rounded,
  };
}

/** A share as people write it: 0.125 → `12.5%`. */
export function percent(share: Rational): string {
  return `${toDecimal(share.mul(100))}%`;
}
