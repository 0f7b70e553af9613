import type { Micros, PeriodId } from '../kernel/calendar.js';
import type { Unagreed } from './agreed-text.js';
import type { Landing } from './landing.js';

/*
 * What is known of a pull request when it is decided, as data that whoever asks the forge fills in. Texts of the pull request
 * are untrusted: they are parsed as data and never run. Times are the forge's own, never a commit's.
 */

/** An account as the forge names it; null where it was deleted. */
export interface Actor {
  readonly id: number;
  readonly kind: 'user' | 'bot' | 'other';
}

/** A changed file with both names of a rename. `mode` is the one at the head; null for a removed file. */
export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: string;
  readonly mode: string | null;
  /** The blob at the head; null for a removed file. */
  readonly sha: string | null;
  /** The text at the head, where the decision needs it: contracts and events. */
  readonly text: string | null;
}

/** Whom a commit names as its author is anybody's claim: who pushed it is what counts. */
export interface Commit {
  readonly sha: string;
}

/** The commit that is decided about, and where it comes from. */
export interface Head {
  readonly sha: string;
  /** Null where the fork was deleted. */
  readonly repositoryId: number | null;
  readonly branch: string;
  /** Who made this commit the branch's head, by the forge's own record of pushes; null where the record does not say. */
  readonly pushedBy: Actor | null;
  /**
   * Everybody who has pushed to the branch since it was made or last overwritten, the head's pusher among them: all of its
   * content is theirs. Null where the record does not go back so far.
   */
  readonly pushers: readonly Actor[] | null;
}

export interface Review {
  readonly id: number;
  readonly user: Actor | null;
  readonly state: string;
  readonly commit: string | null;
  readonly submittedAt: Micros | null;
}

export type TimelineEvent =
  | { readonly kind: 'base_changed'; readonly at: Micros }
  | { readonly kind: 'force_pushed'; readonly at: Micros }
  | { readonly kind: 'review_dismissed'; readonly at: Micros; readonly review: number }
  /** Closed or made a draft (opened as one, too), and by whom; null where the forge does not say. A merge is no closing. */
  | { readonly kind: 'put_aside'; readonly at: Micros; readonly by: number | null }
  /** Opened again, or marked as ready. */
  | { readonly kind: 'brought_back'; readonly at: Micros; readonly by: number | null }
  /** Of a kind that decides nothing. */
  | { readonly kind: 'other'; readonly at: Micros };

/** A list that was read to its end, and how long the forge says that it is where it says so. */
export interface Listed<T> {
  readonly items: readonly T[];
  /** Whether every page was read. */
  readonly complete: boolean;
  readonly count: number | null;
}

/** What the trusted engine found of a proposed statement. */
export interface SettlementFacts {
  readonly contract: string;
  readonly period: PeriodId;
  /**
   * Whether the added ledger files are the bytes that the trusted engine writes: on the contract's terms, its ledger and every
   * event that counts by the statement's date. `outdated`: they were, before one of these changed.
   */
  readonly replay: 'same' | 'outdated' | 'differs' | 'not-run';
  /** Disputes of the period, merged or open, that the statement has not counted. */
  readonly unhandledDisputes: readonly string[];
}

export interface PullRequestFacts {
  readonly number: number;
  readonly state: string;
  readonly draft: boolean;
  readonly author: Actor | null;
  /** Who sent the form from which the app opened the pull request; believed only where the app is the author and pushed the head. */
  readonly formAuthor: Actor | null;
  readonly base: { readonly repositoryId: number; readonly branch: string };
  readonly head: Head;
  /**
   * Of a settlement: when it was first ready, no draft, as it asks for what it asks now, by the forge's clock. What was closed, made a
   * draft, deleted or pushed to by people since changes nothing. Null where that is not known, and for everything else.
   */
  readonly readySince: Micros | null;
  readonly files: Listed<ChangedFile>;
  /** What the head's tree has otherwise than where it left the default branch, and the forge's list of files does not name; ascending. */
  readonly unlisted: readonly string[];
  readonly commits: Listed<Commit>;
  readonly reviews: Listed<Review>;
  readonly timeline: Listed<TimelineEvent>;
  /** Both names of every file that the default branch changed since the pull request left it. */
  readonly changedOnDefault: Listed<string>;
  readonly settlement: SettlementFacts | null;
  /** What a merge of this head into the tip of the default branch would make. */
  readonly landing: Landing;
  /** Records of the default branch that are not as they came by right, where the pull request changes any record. */
  readonly strays: readonly Unagreed[];
  /** Pages of issue forms in it that are what the trusted engine writes for the agreed contracts; null where it changes anything else. */
  readonly writtenForms: readonly string[] | null;
  /** What the trusted engine's checks say of the contracts and the workspace as they would be: errors only. */
  readonly faults: readonly Fault[];
}

/** An error in a file as the head has it. */
export interface Fault {
  readonly path: string;
  readonly line: number;
  readonly code: string;
}

/** What does not belong to one pull request. */
export interface RepositoryFacts {
  /** The forge's time of asking. */
  readonly now: Micros;
  /** Every path at the tip of the default branch. */
  readonly paths: Listed<string>;
}
