import { CONTRACTS, isTermsName } from '../contract/paths.js';
import { ROW_ENDINGS } from '../kernel/row-files.js';
import { endlessMarks, inForm } from '../kernel/text.js';

/** What a path belongs to. Whatever is not clearly part of a contract is governance: both parties' approvers decide on it. */
export type PathOwner =
  | { readonly kind: 'contract'; readonly contract: string; readonly part: 'terms' | 'event' | 'ledger' | 'other' }
  | { readonly kind: 'governance' };

const IN_CONTRACT = /^contracts\/([a-z0-9-]{3,40})\/(.+)$/;
const EVENT = /^events\/(\d{4}-\d{2}-\d{2})-[a-z0-9][a-z0-9-]{0,79}\.yaml$/;
const LEDGER = /^ledger\/([^/]+)\/([^/]+)$/;

/** What a root-relative path belongs to: the part of one contract, or the rules of the repository. */
export function ownerOf(path: string): PathOwner {
  const match = IN_CONTRACT.exec(path);
  const [contract, rest] = [match?.[1], match?.[2]];
  if (contract === undefined || rest === undefined || isControl(rest)) return { kind: 'governance' };
  const part = rest.startsWith('ledger/') ? 'ledger' : rest.startsWith('events/') ? 'event' : isTermsName(rest) ? 'terms' : 'other';
  return { kind: 'contract', contract, part };
}

/** Files that change how others are shown, taken or owned, wherever they lie: they could hide a change from who approves it. */
function isControl(rest: string): boolean {
  return rest.split('/').some((part) => part.startsWith('.git') || part === 'CODEOWNERS' || part === '.editorconfig');
}

/** The date in an event file's name; null where the name is none of an event. */
export function eventDate(path: string): string | null {
  return EVENT.exec(IN_CONTRACT.exec(path)?.[2] ?? '')?.[1] ?? null;
}

/** The name of the file at a path, without its folders. */
export function eventName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The period and file of a ledger path; null where it is none. */
export function ledgerFile(path: string): { readonly period: string; readonly file: string } | null {
  const match = LEDGER.exec(IN_CONTRACT.exec(path)?.[2] ?? '');
  return match?.[1] === undefined || match[2] === undefined ? null : { period: match[1], file: match[2] };
}

/** Prose, tests and pages of forms: a change of them on the default branch does not change what was approved. */
const NOT_ENGINE = /^(docs|tests|bench|\.github\/ISSUE_TEMPLATE)\/|^[^/]+\.md$/;

/** Whether a change of a path on the default branch may change what an approval stood on, for every contract. */
export function isEngine(path: string): boolean {
  return ownerOf(path).kind === 'governance' && !NOT_ENGINE.test(path);
}

/** A table of the folder that `concord new` names, by an ending that is read as rows and that nothing is installed or run from. */
const TABLE = new RegExp(`^data/(?:[^/]+/)+[^/]+\\.(?:${ROW_ENDINGS.map((each) => each.replace('.', '\\.')).join('|')})$`, 'i');

/** The contract whose folder a path is in; null for one that belongs to the rules of the repository. */
export function contractOf(path: string): string | null {
  const owner = ownerOf(path);
  return owner.kind === 'contract' ? owner.contract : null;
}

/**
 * Rule 8: whether a change of a path on the default branch leaves what was approved for some contracts out of date. The month's rows do
 * not: they are neither a text nor the program, and what was measured of them is frozen as evidence.
 */
export function outdates(path: string, contracts: ReadonlySet<string>): boolean {
  const contract = contractOf(path);
  return contract === null ? isEngine(path) && !TABLE.test(path) : contracts.has(contract);
}

/** Both names of a rename or a copy: what is moved away is changed too. */
export function namesOf({ path, previousPath }: { readonly path: string; readonly previousPath: string | null }): string[] {
  return previousPath === null ? [path] : [path, previousPath];
}

/** What two names look like to a file system that ignores case or a reader who cannot tell characters apart. */
export function foldedPath(path: string): string {
  return inForm(inForm(path, 'NFKC').toLowerCase(), 'NFKC');
}

/** A path that a tree has more than once: its further entries are read under a name with two slashes (`pathsApart`), as no file has. */
export function isFurtherEntry(path: string): boolean {
  return path.includes('//');
}

/** The paths that a tree has more than once, by the names of their further entries. */
export function pathsTwice(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.filter(isFurtherEntry).map((path) => path.replace(/\/+/g, '/')));
}

/** Characters and parts of a path that show something else than they are, or lead somewhere else. */
export function isOddPath(path: string): boolean {
  const parts = path.split('/');
  const odd = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\]/u.test(path) || endlessMarks(path) >= 0 || path !== inForm(path, 'NFC');
  const elsewhere = parts.some((part) => part === '' || foldedPath(part) === '.git' || /[. ]$/.test(part)); // `.` and `..` among the last
  // `Contracts/` is `contracts/` to some machines and not to others.
  const inside = foldedPath(path).startsWith(`${CONTRACTS}/`) && !path.startsWith(`${CONTRACTS}/`);
  return odd || elsewhere || inside;
}
