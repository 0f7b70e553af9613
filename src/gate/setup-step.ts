import type { Workspace } from '../contract/load-workspace.js';
import type { Params } from '../kernel/text.js';
import type { SetupLimitCode, SetupNoteCode } from '../words/setup.js';
import type { Ruleset, RulesetDrift } from './rulesets.js';
import type { Seen } from './setup-found.js';

/** Where the jobs with secrets run: only code of the default branch gets in. */
export const TRUSTED_ENVIRONMENT = 'concord';
/** Where the cloud is changed. */
export const CLOUD_ENVIRONMENT = 'production';
/** Whether anything is brought up in a cloud: files have none, so that nobody has to look at changes of one. */
export const hasCloud = ({ warehouse }: Workspace): boolean => warehouse.engine === 'bigquery';
export const APP_KEY_SECRET = 'CONCORD_APP_PRIVATE_KEY';

/** A request to the forge, below the repository. */
export interface SetupRequest {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

export type SetupSubject =
  | 'ruleset'
  | 'merging'
  | 'workflow-token'
  | 'environment'
  | 'reviewers'
  | 'label'
  | 'variable'
  | 'secret'
  | 'access';

/**
 * `to-do`: the requests do it; `by-hand`: only people can; `unknown`: the token may not look; `not-here`: this repository
 * cannot have it, and the limits say what follows.
 */
export type SetupState = 'done' | 'to-do' | 'by-hand' | 'unknown' | 'not-here';

export interface SetupNote {
  readonly code: SetupNoteCode;
  readonly with: Params;
}

export interface SetupStep {
  readonly subject: SetupSubject;
  /** Which one of them. */
  readonly name: string;
  readonly state: SetupState;
  readonly note: SetupNote | null;
  /** Of a ruleset: where the forge has something else. */
  readonly drift: readonly RulesetDrift[];
  readonly requests: readonly SetupRequest[];
}

/** Something that the forge does not enforce here, whatever else is set up. */
export interface SetupLimit {
  readonly code: SetupLimitCode;
  readonly with: Params;
}

/** What both parties agreed to in the repository, and what the caller gives. */
export interface WantedSettings {
  readonly workspace: Workspace;
  readonly rulesets: readonly Ruleset[];
  /** Labels of the issue forms. */
  readonly labels: readonly string[];
  /** Values of variables. */
  readonly variables: ReadonlyMap<string, string>;
}

interface Outcome {
  readonly note?: SetupNote;
  readonly drift?: readonly RulesetDrift[];
  readonly requests?: readonly SetupRequest[];
}

/** A step of setting up in a state, with what came of it. */
export function stepOf(subject: SetupSubject, name: string, state: SetupState, outcome: Outcome = {}): SetupStep {
  return { subject, name, state, note: outcome.note ?? null, drift: outcome.drift ?? [], requests: outcome.requests ?? [] };
}

/** A step that is done where nothing has to be asked of the forge. */
export function settledBy(subject: SetupSubject, name: string, requests: readonly SetupRequest[], outcome: Outcome = {}): SetupStep {
  return stepOf(subject, name, requests.length === 0 ? 'done' : 'to-do', { ...outcome, requests });
}

/** A step that only people can take. */
export function byHand(subject: SetupSubject, name: string, code: SetupNoteCode, params: Params): SetupStep {
  return stepOf(subject, name, 'by-hand', { note: { code, with: params } });
}

/** The step that follows from what was seen; unknown where the forge refused to show it. */
export function whenSeen<T>(subject: SetupSubject, name: string, seen: Seen<T>, step: (value: T) => SetupStep): SetupStep {
  if (!('refused' in seen)) return step(seen.value);
  return stepOf(subject, name, 'unknown', { note: { code: 'refused', with: { detail: seen.refused } } });
}
