import type { Micros } from '../kernel/calendar.js';
import { eventName, ledgerFile, ownerOf } from './paths.js';
import type { Verdict } from './verdict.js';

/* What of a contract's folder came about by right, by the pull requests that were merged. */

/** A pull request that was merged into the default branch, judged as it was when that happened. */
export interface MergedPullRequest {
  readonly number: number;
  readonly mergedAt: Micros;
  /** The commit of the default branch that it became. */
  readonly mergeCommit: string;
  readonly head: string;
  /** Both names of every file that it changed in the contract's folder. */
  readonly touched: ReadonlySet<string>;
  /** Those of them that it added. */
  readonly added: ReadonlySet<string>;
  /** The contract's folder at its head, where it was agreed to with the terms as they were agreed then: path → blob. */
  readonly files: ReadonlyMap<string, string>;
  readonly verdict: Verdict;
  /** Whether all that it changed is in its merge: what the forge calls merged and never arrived is ignored (rule 17). */
  readonly landed: boolean;
  /** Whether the text in question has it in its history. */
  readonly reached: boolean;
}

/** A contract's folder, and what was merged into it. */
export interface FolderRecord {
  /** The contract's folder at the commit in question: path → blob. */
  readonly files: ReadonlyMap<string, string>;
  /** Events that the ledger's statements have counted, by file name. */
  readonly counted: ReadonlySet<string>;
  /** Merged pull requests that changed the contract's folder, newest first, back to where nothing is open any more. */
  readonly merged: readonly MergedPullRequest[];
}

/** Whether both parties agreed to the head. */
function isAgreed({ verdict, landed }: MergedPullRequest): boolean {
  return landed && verdict.basis === 'both-parties';
}

/**
 * Whether it was merged by right: agreed, filed alone, or accepted by silence. What a party files and what was computed say what they
 * say whatever the default branch has changed meanwhile: nobody makes them nobody's by pressing the button a moment before the gate
 * has looked again.
 */
function isRight({ verdict, landed }: MergedPullRequest): boolean {
  const { children } = verdict.judgement;
  const isLateOnly = children.length > 0 && children.every(({ rule, state }) => state === 'passed' || rule === 'up-to-date');
  return landed && (verdict.state === 'success' || isLateOnly);
}

/** The newest pull request on the terms that both parties agreed to. */
export function agreedTerms(merged: readonly MergedPullRequest[]): MergedPullRequest | null {
  return merged.find((each) => isAgreed(each) && [...each.touched].some((path) => isPart(path, 'terms'))) ?? null;
}

/** The newest one in which both agreed to the whole text of the contract: only contract.yaml stands for all that is in the folder. */
function agreedWhole(merged: readonly MergedPullRequest[]): MergedPullRequest | null {
  return merged.find((each) => isAgreed(each) && [...each.touched].some((path) => /^contracts\/[^/]+\/contract\.yaml$/.test(path))) ?? null;
}

/** The newest settlement that was accepted. */
export function acceptedLedger(merged: readonly MergedPullRequest[]): MergedPullRequest | null {
  return merged.find((each) => isRight(each) && [...each.touched].some(isStatement)) ?? null;
}

/** The ledger as it has to be; what was settled before settlements came by pull requests counts as agreed with the whole text. */
export function rightfulLedger({ merged }: FolderRecord): MergedPullRequest | null {
  return acceptedLedger(merged) ?? agreedWhole(merged);
}

/** Files under `events/` that no statement has counted. */
function openEvents({ files, counted }: FolderRecord): string[] {
  return [...files.keys()].filter((path) => isPart(path, 'event') && !counted.has(eventName(path)));
}

/**
 * The bytes with which an event came by right, or stood in the folder when both parties agreed to the contract's whole text, which is
 * how one that came otherwise can be mended. Null where neither is so.
 */
export function rightfulEvent({ merged, files }: FolderRecord, path: string): string | null {
  const came = merged.find((each) => isRight(each) && each.added.has(path))?.files.get(path);
  const agreed = agreedWhole(merged)?.files.get(path);
  const found = files.get(path);
  return (agreed !== undefined && agreed === found ? agreed : (came ?? agreed)) ?? null;
}

/** Events that are not as they came by right, or came by nobody's. */
export function unprovenEvents(record: FolderRecord): string[] {
  return openEvents(record).filter((path) => rightfulEvent(record, path) !== record.files.get(path));
}

/** Events that came by right and are gone: removed, or left out by a default branch that was moved back. */
export function lostEvents({ merged, files }: FolderRecord): { readonly path: string; readonly cameWith: MergedPullRequest }[] {
  return merged
    .filter(isRight)
    .flatMap((cameWith) =>
      [...cameWith.added].filter((path) => isPart(path, 'event') && !files.has(path)).map((path) => ({ path, cameWith })),
    );
}

/** Paths of a part that are in one of two folders only, or differ. */
export function differing(now: ReadonlyMap<string, string>, then: ReadonlyMap<string, string>, part: 'terms' | 'ledger'): string[] {
  return [...new Set([...now.keys(), ...then.keys()])].filter((path) => isPart(path, part) && now.get(path) !== then.get(path)).sort();
}

function isPart(path: string, part: 'terms' | 'event' | 'ledger'): boolean {
  const owner = ownerOf(path);
  return owner.kind === 'contract' && owner.part === part;
}

function isStatement(path: string): boolean {
  return ledgerFile(path)?.file === 'statement.json';
}
