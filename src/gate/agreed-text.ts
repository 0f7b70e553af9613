import { contractFile, WORKSPACE_FILE } from '../contract/paths.js';
import { ownerOf } from './paths.js';

/** A file as it was agreed: its bytes, and a commit at which they can be read. */
export interface AgreedFile {
  readonly blob: string;
  readonly commit: string;
}

/** The last agreed text of one contract: path → file. */
export type AgreedText = ReadonlyMap<string, AgreedFile>;

/** What was agreed last, at some moment (rule 16: a chain per contract, as for the workspace). */
export interface Trust {
  /** False before anything was merged: then whatever stands there is as both parties found it. */
  readonly known: boolean;
  readonly workspace: AgreedFile | null;
  readonly contracts: ReadonlyMap<string, AgreedText>;
}

export const NOTHING_KNOWN: Trust = { known: false, workspace: null, contracts: new Map() };

/** A path whose text on the default branch is not the one that was agreed last; null: it had none. */
export interface Unagreed {
  readonly path: string;
  readonly agreed: string | null;
}

/** The contract of whose terms a path is a part; null for any other. */
export function termsOf(path: string): string | null {
  const owner = ownerOf(path);
  return owner.kind === 'contract' && owner.part === 'terms' ? owner.contract : null;
}

/** Whether who decides is said in a file: the workspace, or a contract's terms. */
export function isTrusted(path: string): boolean {
  return path === WORKSPACE_FILE || termsOf(path) !== null;
}

/** A text as both parties found it. */
export function asFound(files: ReadonlyMap<string, string>, commit: string): Trust {
  const workspace = files.get(WORKSPACE_FILE);
  const contracts = new Map<string, Map<string, AgreedFile>>();
  for (const [path, blob] of files) {
    const contract = termsOf(path);
    if (contract === null) continue;
    const text = contracts.get(contract) ?? new Map<string, AgreedFile>();
    contracts.set(contract, text.set(path, { blob, commit }));
  }
  return { known: true, workspace: workspace === undefined ? null : { blob: workspace, commit }, contracts };
}

/**
 * What is agreed after both parties agreed to a pull request. Whoever agrees to a change of contract.yaml agrees to the whole
 * text, whose unagreed parts stood at the head of the comments; every other change agrees to its own files alone.
 * @param touched both names of every file that it changed.
 * @param files every file at its head: path → blob.
 */
export function afterAgreement(
  trust: Trust,
  { touched, files, head }: { readonly touched: ReadonlySet<string>; readonly files: ReadonlyMap<string, string>; readonly head: string },
): Trust {
  const contracts = new Map(trust.contracts);
  for (const contract of new Set([...touched].flatMap((path) => termsOf(path) ?? []))) {
    const before = contracts.get(contract) ?? new Map<string, AgreedFile>();
    const isWhole = before.size === 0 || touched.has(contractFile(contract));
    const kept = isWhole ? [] : [...before].filter(([path]) => !touched.has(path));
    const agreed = [...files].filter(([path]) => termsOf(path) === contract && (isWhole || touched.has(path)));
    const text = new Map([...kept, ...agreed.map(([path, blob]) => [path, { blob, commit: head }] as const)]);
    if (text.size === 0) contracts.delete(contract);
    else contracts.set(contract, text);
  }
  const blob = files.get(WORKSPACE_FILE);
  const workspace = !touched.has(WORKSPACE_FILE) ? trust.workspace : blob === undefined ? null : { blob, commit: head };
  return { known: true, workspace, contracts };
}

/** Where a text is not the agreed one, ascending by path. */
export function unagreedIn(files: ReadonlyMap<string, string>, trust: Trust): Unagreed[] {
  if (!trust.known) return [];
  const agreed = agreedFiles(trust);
  const paths = new Set([...files.keys()].filter(isTrusted).concat([...agreed.keys()]));
  return [...paths]
    .filter((path) => files.get(path) !== agreed.get(path)?.blob)
    .sort()
    .map((path) => ({ path, agreed: agreed.get(path)?.blob ?? null }));
}

/** Every file that was agreed, of all contracts and the workspace. */
export function agreedFiles({ workspace, contracts }: Trust): ReadonlyMap<string, AgreedFile> {
  const own = workspace === null ? [] : [[WORKSPACE_FILE, workspace] as const];
  return new Map([...own, ...[...contracts.values()].flatMap((text) => [...text])]);
}
