import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { type ContractFolder, loadContract, misnamed, READ_FOLDERS, readableEvents, writtenId } from '../contract/load-contract.js';
import type { Contract } from '../contract/model.js';
import {
  CONTRACTS,
  contractFile,
  contractFolder,
  EVIDENCE_FILE,
  eventFile,
  ledgerFolder,
  PAGE_FILE,
  WORKSPACE_FILE,
} from '../contract/paths.js';
import type { LocalDate } from '../kernel/calendar.js';
import { compareIssues, distinctIssues, type Issue, inFile } from '../kernel/issue.js';
import type { ReadableFiles } from '../ports/files.js';
import { settledBefore } from '../settlement/disputable.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import { entryWithoutEvidence, inTheirPlaces, type LedgerFolder, readEntry, readLedger } from '../settlement/ledger-files.js';
import { checkAgainstLedger } from '../settlement/ledger-rules.js';
import { misplacedIn, type OwnText } from '../settlement/misplaced.js';
import type { Statement } from '../settlement/model.js';
import { namesItsFiles, namesItsTerms } from '../settlement/replay-entry.js';
import { issue, ofFiled } from '../words/issue.js';
import { hasErrors } from './issue-output.js';

/** A contract's folder as read from the repository. */
export interface ReadContract {
  readonly id: string;
  /** Null when the contract or one of its events has an error. */
  readonly folder: ContractFolder | null;
  /** What the texts alone say, also where the ledger or a file beside them has an error. */
  readonly contract: Contract | null;
  /** The events that can be read, also where the contract has an error. */
  readonly events: readonly ContractEvent[];
  readonly ledger: readonly LedgerEntry[];
  readonly ledgerFolders: readonly LedgerFolder[];
  readonly own: OwnText;
  /** Statements made after the day that it is read as of; absent where nothing was left out. */
  readonly later?: readonly LedgerEntry[];
  readonly issues: readonly Issue[];
  /** Texts by root-relative path, for showing source lines beside issues. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What is held of a contract beside those of many others. */
export type HeldContract = Omit<ReadContract, 'ledgerFolders'>;

/** The texts of several contracts, for showing source lines beside issues. */
export function textsOf(contracts: readonly Pick<ReadContract, 'texts'>[]): Map<string, string> {
  return new Map(contracts.flatMap(({ texts }) => [...texts]));
}

/** The files of a contract's ledger by root-relative path. */
export function ledgerTextsOf({ ledgerFolders }: Pick<ReadContract, 'ledgerFolders'>): Map<string, string> {
  return new Map(ledgerFolders.flatMap(({ path, files }) => [...files].map(([file, text]) => [`${path}/${file}`, text] as const)));
}

/** Whether two folders hold the same files with the same texts. */
export function sameTexts(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, text]) => other.get(path) === text);
}

/** What of a contract is read. */
export interface Reading {
  readonly evidence?: boolean;
  readonly until?: LocalDate | null;
  readonly written?: string | null;
}

/** Ids of all contracts in the repository: the folders under `contracts/`. */
export async function listContracts(files: ReadableFiles): Promise<string[]> {
  const folders = (await files.list(CONTRACTS)).filter((entry) => entry.directory).map((entry) => entry.name);
  // One that is a link is refused by its name, not passed over.
  const links = ((await files.irregular?.(CONTRACTS)) ?? []).filter((name) => /^[a-z0-9-]+$/.test(name));
  return [...folders, ...links].sort();
}

/** What the engine reads, also under an ending that was mistyped. Beside it may lie what people keep as evidence: scans, mails, tables. */
const READ = /\.(y[aml]{1,3}(\.txt)?|json|sql|md)$/i;

/** Names under which the engine looks for something: texts of its kinds, and folders. */
const LOOKED_FOR = /^[^.]+$|\.(ya?ml|json|sql|md)$/i;

/** What of a ledger is left unread for whoever only asks where a contract stands: nearly all of its bytes. */
const UNREAD: ReadonlySet<string> = new Set([EVIDENCE_FILE, PAGE_FILE]);

/** Reads the texts below a folder; what has a text's name and is no file, or could be a folder and is none, is put aside. */
async function readFolder(
  files: ReadableFiles,
  path: string,
  texts: Map<string, string>,
  aside: Issue[],
  evidence: boolean,
): Promise<void> {
  const entries = await files.list(path);
  aside.push(...(await irregularIn(files, path, (name) => LOOKED_FOR.test(name))));
  await Promise.all(
    entries.map(async (entry) => {
      const full = `${path}/${entry.name}`;
      if (entry.directory && READ.test(entry.name)) aside.push(issue('not-a-file', inFile(full), { file: full, what: '@entry.folder' }));
      if (!entry.directory && isContractsFolder(full)) aside.push(issue('not-a-file', inFile(full), { file: full, what: '@entry.file' }));
      if (entry.directory) return readFolder(files, full, texts, aside, evidence);
      // In the ledger every file counts: one that settlement has not written is an issue.
      if (!READ.test(entry.name) && !full.includes('/ledger/')) return;
      const isLeft = !evidence && UNREAD.has(entry.name) && full.includes('/ledger/');
      const text = isLeft ? '' : await files.read(full);
      if (text !== null) texts.set(full, text);
    }),
  );
}

/** Whether a path is that of a folder in which the engine looks for files of a contract. */
function isContractsFolder(path: string): boolean {
  const [, , part = '', ...below] = path.split('/');
  return below.length === 0 && READ_FOLDERS.includes(part);
}

/** Links, pipes and the like: nobody who looks at the repository sees what stands behind them. */
async function irregularIn(files: ReadableFiles, folder: string, isWanted: (name: string) => boolean): Promise<Issue[]> {
  const names = (await files.irregular?.(folder)) ?? [];
  return names.filter(isWanted).map((name) => {
    const file = `${folder}/${name}`;
    return issue('not-a-file', inFile(file), { file, what: '@entry.irregular' });
  });
}

/**
 * Reads a contract with its events and ledger; nothing is thrown for what is wrong in them.
 * @param evidence false for whoever only asks where it stands: evidence and pages, most of a ledger, are left unread, and asking for evidence
 * is a fault.
 * @param until the day that it is read as of, see {@link knownAt}; null: all that is there.
 * @param written the event that is being filed, see {@link checkAgainstLedger}; null: none is.
 */
export async function readContract(
  files: ReadableFiles,
  id: string,
  { evidence = true, until = null, written = null }: Reading = {},
): Promise<ReadContract> {
  const contract = await readWhole(files, id, evidence, written);
  return until === null ? contract : knownAt(contract, until);
}

/**
 * A contract that was read without evidence, with that of some of its statements. What cannot be read is an issue of the contract, and its
 * statement no part of the ledger, as where all evidence is read.
 */
export async function withEvidence(
  files: ReadableFiles,
  contract: ReadContract,
  isAsked: (statement: Statement) => boolean,
): Promise<ReadContract> {
  if (!contract.ledger.some(({ statement }) => isAsked(statement))) return contract;
  const { documentShape } = await import('../contract/document-shape.js');
  const ledger: LedgerEntry[] = [];
  const issues: Issue[] = [];
  for (const entry of contract.ledger) {
    const folder = isAsked(entry.statement) ? contract.ledgerFolders.find(({ period }) => period === entry.statement.period) : undefined;
    if (folder === undefined) {
      ledger.push(entry);
      continue;
    }
    const text = await files.read(`${folder.path}/${EVIDENCE_FILE}`);
    const own = text === null ? folder : { ...folder, files: new Map([...folder.files, [EVIDENCE_FILE, text]]) };
    const read = readEntry(own, documentShape);
    issues.push(...read.issues);
    if (read.entry !== null) ledger.push(read.entry);
  }
  const refused = issues.length > 0;
  return { ...contract, folder: refused ? null : contract.folder, ledger, issues: distinctIssues([...contract.issues, ...issues]) };
}

/** A contract that was read whole, without the texts of its ledger and its evidence. */
export function heldOf({ ledgerFolders, ...contract }: ReadContract): HeldContract {
  const { later } = contract;
  const left = later === undefined ? {} : { later: later.map(entryWithoutEvidence) };
  return { ...contract, ledger: contract.ledger.map(entryWithoutEvidence), ...left };
}

async function readWhole(files: ReadableFiles, id: string, evidence: boolean, written: string | null): Promise<ReadContract> {
  const path = contractFolder(id);
  const all = new Map<string, string>();
  const aside = await irregularIn(files, CONTRACTS, (name) => name === id || `${CONTRACTS}/${name}` === WORKSPACE_FILE);
  if (aside.length > 0)
    return {
      id,
      folder: null,
      contract: null,
      events: [],
      ledger: [],
      ledgerFolders: [],
      own: NOBODYS,
      issues: aside,
      texts: all,
    };
  const workspace = await files.read(WORKSPACE_FILE);
  if (workspace !== null) all.set(WORKSPACE_FILE, workspace);
  else aside.push(...(await misnamedWorkspace(files)));
  await readFolder(files, path, all, aside, evidence);
  const inLedger = (file: string) => file.startsWith(`${ledgerFolder(id)}/`);
  const texts = new Map([...all].filter(([file]) => !inLedger(file)).sort(([a], [b]) => (a < b ? -1 : 1)));
  const ledgerFolders = foldersOf(ledgerFolder(id), new Map([...all].filter(([file]) => inLedger(file))));
  // Only a ledger can be another contract's: of one that nobody has settled no text is read twice.
  const own = ledgerFolders.length === 0 ? NOBODYS : await ownTextOf(files, id, texts);
  const { ledger, issues: ledgerIssues } = await ledgerOf(ledgerFolders, evidence, own);
  const { folder, issues: found } = loadContract(id, texts, settledBefore(ledger), written);
  // Where the whole folder was renamed or copied its place is what is wrong, and not the id in it.
  const isElsewhere = ledgerIssues.some(({ params }) => params.folder === path);
  const issues = asGone(
    found.filter(({ code }) => !(isElsewhere && code === 'id-is-not-folder')),
    ledgerFolders,
  );
  if (folder !== null && ledgerIssues.length === 0)
    ledgerIssues.push(...checkAgainstLedger(path, folder.terms, folder.events, ledger, written));
  const refused = hasErrors([...ledgerIssues, ...aside]);
  const events = folder?.events ?? readableEvents(id, texts);
  return {
    id,
    folder: refused ? null : folder,
    contract: folder?.terms.contract ?? null,
    events,
    ledger,
    ledgerFolders,
    own,
    issues: [...ofCounted(id, issues, events, ledger), ...ledgerIssues, ...aside.sort(compareIssues)],
    texts,
  };
}

/**
 * The same issues, where files are missing beside a ledger: they were there when it was settled, so that they are to be brought back, all of
 * them together, and nothing is to be created.
 */
function asGone(issues: readonly Issue[], ledgerFolders: readonly LedgerFolder[]): readonly Issue[] {
  const period = ledgerFolders.findLast((folder) => folder.period !== '')?.period;
  const missing = issues.filter(({ code }) => code === 'file-missing');
  const [first] = missing;
  if (period === undefined || first === undefined) return issues;
  const files = missing.map(({ at }) => at.path);
  const gone = issue('settled-file-gone', first.at, { file: files, period, paths: files.join(' ') });
  return [gone, ...issues.filter((each) => !missing.includes(each))];
}

/** The same issues, where the ledger shows that an event was filed and right: a statement has counted it as it stands. */
function ofCounted(
  id: string,
  issues: readonly Issue[],
  events: readonly ContractEvent[],
  ledger: readonly LedgerEntry[],
): readonly Issue[] {
  if (!hasErrors(issues)) return issues;
  const counted = new Set(ledger.flatMap(({ statement }) => statement.events.map(({ file, digest }) => `${file} ${digest}`)));
  const filed = new Set(events.filter(({ file, digest }) => counted.has(`${file} ${digest}`)).map(({ file }) => eventFile(id, file)));
  return ofFiled(issues, ({ at }) => filed.has(at.path));
}

/**
 * What was known of a contract on a day: statements made later, and events filed later, say nothing of it. The whole is checked all the
 * same, and a period that was settled later is still measured on the terms that it was settled on.
 */
function knownAt(contract: ReadContract, day: LocalDate): ReadContract {
  const later = contract.ledger.filter(({ statement }) => statement.asOf > day);
  const hidden = new Set(later.map(({ statement }) => statement.period));
  const isFiled = ({ date }: ContractEvent): boolean => date <= day;
  const { folder } = contract;
  return {
    ...contract,
    folder: folder === null ? null : { ...folder, events: folder.events.filter(isFiled) },
    events: contract.events.filter(isFiled),
    ledger: contract.ledger.filter(({ statement }) => statement.asOf <= day),
    ledgerFolders: contract.ledgerFolders.filter(({ period }) => !hidden.has(period)),
    later,
  };
}

const NOBODYS: OwnText = { id: null, isCopy: false };

/** Whose text stands in a contract's folder: that of another is looked for in its own. */
async function ownTextOf(files: ReadableFiles, folder: string, texts: ReadonlyMap<string, string>): Promise<OwnText> {
  const id = writtenId(folder, texts);
  if (id === null || id === folder || !/^[a-z0-9-]{3,40}$/.test(id)) return { id, isCopy: false };
  const text = await files.read(contractFile(id));
  return { id, isCopy: text !== null && writtenId(id, new Map([[contractFile(id), text]])) === id };
}

/** The ledger, entry by entry. Its validators are half of all code that starting loads, and a contract that nobody has settled needs none. */
async function ledgerOf(
  folders: readonly LedgerFolder[],
  evidence: boolean,
  own: OwnText,
): Promise<{ ledger: LedgerEntry[]; issues: Issue[] }> {
  if (folders.length === 0) return { ledger: [], issues: [] };
  const { documentShape } = await import('../contract/document-shape.js');
  const read = [...readLedger(inTheirPlaces(folders, documentShape, evidence), documentShape, evidence)];
  const misplaced = misplacedIn(read, { own, isWhole: evidence ? namesItsFiles : namesItsTerms });
  return { ledger: read.flatMap(({ entry }) => entry ?? []), issues: [...misplaced, ...read.flatMap(({ issues }) => issues)] };
}

/** The workspace under another name: it would be taken for none. */
async function misnamedWorkspace(files: ReadableFiles): Promise<Issue[]> {
  const names = (await files.list(CONTRACTS)).filter(({ directory }) => !directory).map(({ name }) => `${CONTRACTS}/${name}`);
  const found = misnamed(names, WORKSPACE_FILE);
  return found === null ? [] : [found];
}

function foldersOf(path: string, texts: ReadonlyMap<string, string>): LedgerFolder[] {
  const folders = new Map<string, Map<string, string>>();
  for (const [file, text] of texts) {
    const [first = '', ...inner] = file.slice(path.length + 1).split('/');
    // What lies beside the folders is of no period.
    const [period, ...rest] = inner.length === 0 ? ['', first] : [first, ...inner];
    const files = folders.get(period) ?? new Map<string, string>();
    files.set(rest.join('/'), text);
    folders.set(period, files);
  }
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, files]) => ({ period, path: period === '' ? path : `${path}/${period}`, files }));
}
