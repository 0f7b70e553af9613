import { contractFolder, periodFolder } from '../contract/paths.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import type { LedgerEntry } from './ledger-entry.js';
import { type LedgerFolder, ledgerFile } from './ledger-files.js';
import { namesItsFiles } from './replay-entry.js';

interface Read {
  readonly folder: LedgerFolder;
  readonly entry: LedgerEntry | null;
}

/**
 * Statements that stand elsewhere than they belong. A whole ledger of another contract is one folder that was renamed, and told once; what
 * was renamed goes back, and what stands beside its own place, or beside files of another period, is a copy.
 */
export function misplacedIn(ledger: readonly Read[]): Issue[] {
  const read = ledger.flatMap(({ folder, entry }) => (entry === null ? [] : [{ folder, entry }]));
  const names = new Set(ledger.map(({ folder }) => folder.path));
  const [first] = read;
  if (first === undefined) return [];
  const { contract } = first.entry.statement;
  const root = rootOf(first.folder);
  const isRenamed = root !== contractFolder(contract) && read.every(({ entry }) => entry.statement.contract === contract);
  return read.flatMap(({ folder, entry }): Issue[] => {
    const { statement } = entry;
    const file = ledgerFile(folder, 'statement.json');
    const found = `${statement.contract} ${statement.period}`;
    const home = periodFolder(statement.contract, statement.period);
    const place = isRenamed ? home.replace(contractFolder(contract), root) : home;
    if (folder.path !== place) {
      const isBeside = names.has(place) || !namesItsFiles(entry);
      const about = { file, found, expected: home, folder: folder.path };
      return [isBeside ? issue('ledger-of-another', inFile(file), about) : issue('ledger-misplaced', inFile(file), { ...about, home })];
    }
    if (!isRenamed || entry !== first.entry) return [];
    return [issue('ledger-misplaced', inFile(file), { file, found, expected: home, folder: root, home: contractFolder(contract) })];
  });
}

/** The folder of the contract in whose ledger a period's folder lies. */
function rootOf({ path }: LedgerFolder): string {
  return path.replace(/\/ledger\/[^/]*$/, '');
}
