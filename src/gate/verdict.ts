import type { Party } from '../kernel/party.js';
import type { GateRule, GateSight } from '../words/gate.js';

/** Ordered by what beats what: one error makes the whole an error, whatever else passed. */
export type JudgementState = 'passed' | 'pending' | 'refused' | 'error';

/** Something that was seen, in a code of the catalogue. */
export interface Sight {
  readonly code: GateSight;
  readonly with: Readonly<Record<string, string>>;
}

/** One rule with what it saw; a rule over others carries all of them, also those that passed. */
export interface Judgement {
  readonly rule: GateRule;
  readonly state: JudgementState;
  readonly with: Readonly<Record<string, string>>;
  readonly saw: readonly Sight[];
  readonly children: readonly Judgement[];
}

/** What is required of one party for one contract or for the repository's rules, and what was found. */
export interface PartyVerdict {
  /** A contract's id, or null for the repository's rules. */
  readonly contract: string | null;
  readonly party: Party;
  readonly required: number;
  /** User ids whose approval of the head counts. */
  readonly approved: readonly number[];
  /** User ids who could still approve. */
  readonly missing: readonly number[];
}

export type Basis = 'both-parties' | 'filed-alone' | 'deemed-accepted' | 'restored' | 'forms';

export interface Verdict {
  readonly apiVersion: 'concord/v1';
  readonly kind: 'Verdict';
  readonly pullRequest: number;
  /** The commit that the verdict is about: a status belongs to a commit. */
  readonly head: string;
  readonly state: 'success' | 'pending' | 'failure' | 'error';
  /** What a success rests on. */
  readonly basis: Basis | null;
  readonly parties: readonly PartyVerdict[];
  readonly judgement: Judgement;
}

const ORDER: readonly JudgementState[] = ['passed', 'pending', 'refused', 'error'];

function worst(states: readonly JudgementState[]): JudgementState {
  return ORDER[Math.max(0, ...states.map((state) => ORDER.indexOf(state)))] ?? 'error';
}

/** Something that was seen, by its code in `words/gate.ts`; `params` fill the places of its sentence. */
export function sight(code: GateSight, params: Readonly<Record<string, string>> = {}): Sight {
  return { code, with: params };
}

/** A rule that holds where nothing was seen against it; else `otherwise`. */
export function unless(rule: GateRule, otherwise: Exclude<JudgementState, 'passed'>, saw: readonly Sight[]): Judgement {
  return { rule, state: saw.length === 0 ? 'passed' : otherwise, with: {}, saw, children: [] };
}

/** Passes where every one does. */
export function all(rule: GateRule, children: readonly Judgement[], params: Readonly<Record<string, string>> = {}): Judgement {
  return { rule, state: worst(children.map(({ state }) => state)), with: params, saw: [], children };
}

/** Passes where one does, unless one could not be decided: an alternative never hides an error. */
export function any(rule: GateRule, children: readonly Judgement[]): Judgement {
  const states = children.map(({ state }) => state);
  const state = states.includes('error')
    ? 'error'
    : states.includes('passed')
      ? 'passed'
      : states.includes('pending')
        ? 'pending'
        : 'refused';
  return { rule, state, with: {}, saw: [], children };
}
