import { contractFolder, periodFolder } from '../contract/paths.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import type { LedgerEntry } from './ledger-entry.js';
import { type LedgerFolder, ledgerFile } from './ledger-files.js';

interface Read {
  readonly folder: LedgerFolder;
  readonly entry: LedgerEntry | null;
}

/** What the text of the contract beside a ledger says of itself. */
export interface OwnText {
  /** The id in it; null where it says none. */
  readonly id: string | null;
  /** Whether the contract of that id stands in its own folder, which is another one. */
  readonly isCopy: boolean;
}

/** What tells a folder that was renamed from a copy, besides where it stands. */
export interface MisplacedTools {
  readonly own: OwnText;
  /** Whether the files of a folder belong together. */
  readonly isWhole: (entry: LedgerEntry) => boolean;
}

/**
 * Statements that stand elsewhere than they belong. A whole ledger of another contract is told once: with that contract's text beside it, and
 * nowhere else, its folder was renamed, and goes back. Else it is a copy, as is what stands beside its own place, in another contract's
 * ledger, or beside files of another period.
 */
export function misplacedIn(ledger: readonly Read[], { own, isWhole }: MisplacedTools): Issue[] {
  const read = ledger.flatMap(({ folder, entry }) => (entry === null ? [] : [{ folder, entry }]));
  const names = new Set(ledger.map(({ folder }) => folder.path));
  const [first] = read;
  if (first === undefined) return [];
  const { contract } = first.entry.statement;
  const root = rootOf(first.folder);
  const isOthers = root !== contractFolder(contract) && read.every(({ entry }) => entry.statement.contract === contract);
  if (isOthers) return [wholeLedger(first, root, own)];
  return read.flatMap(({ folder, entry }): Issue[] => {
    const { statement } = entry;
    const home = periodFolder(statement.contract, statement.period);
    if (folder.path === home) return [];
    const isCopy = root !== contractFolder(statement.contract) || names.has(home) || !isWhole(entry);
    const file = ledgerFile(folder, 'statement.json');
    const about = { file, found: `${statement.contract} ${statement.period}`, expected: home, folder: folder.path };
    return [isCopy ? issue('ledger-of-another', inFile(file), about) : issue('ledger-misplaced', inFile(file), { ...about, home })];
  });
}

/** A ledger all of whose statements are another contract's: told at its first. */
function wholeLedger({ folder, entry }: Read & { readonly entry: LedgerEntry }, root: string, own: OwnText): Issue {
  const { contract, period } = entry.statement;
  const file = ledgerFile(folder, 'statement.json');
  const about = { file, found: `${contract} ${period}`, expected: periodFolder(contract, period) };
  // With the contract's text beside it the whole folder is what was renamed or copied, else the ledger alone was copied.
  const isWith = own.id === contract;
  if (isWith && !own.isCopy) return issue('ledger-misplaced', inFile(file), { ...about, folder: root, home: contractFolder(contract) });
  const ledger = folder.path.slice(0, folder.path.lastIndexOf('/'));
  return issue('ledger-of-another', inFile(file), { ...about, folder: isWith ? root : ledger });
}

/** The folder of the contract in whose ledger a period's folder lies. */
function rootOf({ path }: LedgerFolder): string {
  return path.replace(/\/ledger\/[^/]*$/, '');
}
