/*
 * Where everything of a repository stands, in one place: paths below its root, with `/`. Folders end without one.
 */

/** The folder of all contracts, and of what they share. */
export const CONTRACTS = 'contracts';
/** People, governance, warehouse, severities: what all contracts share. */
export const WORKSPACE_FILE = `${CONTRACTS}/workspace.yaml`;

/** The workflow that settles what is due, below the folder of workflows: the forge knows it by this name. */
export const SETTLE_WORKFLOW = 'settle.yml';

/** A contract's names of its own files, below its folder. */
export const CONTRACT_NAME = 'contract.yaml';
export const DEFINITIONS_NAME = 'definitions.yaml';

/** The views of a contract, one file each. */
const VIEWS_NAME = 'views';
export const EVIDENCE_FILE = 'evidence.json';
/** A settled period as people read it: the same that the statement says, in both languages. */
export const PAGE_FILE = 'statement.md';
/** What a settled period's folder holds, in the order in which it is written. */
export const LEDGER_FILES = ['terms.json', EVIDENCE_FILE, 'statement.json', PAGE_FILE] as const;
/** Where a contract's terms begin: the files and the folder whose change is a change of terms. */
export const TERMS_NAMES = [CONTRACT_NAME, DEFINITIONS_NAME, `${VIEWS_NAME}/`] as const;

/** The folder of a contract, as every path here from the root of the repository. */
export const contractFolder = (id: string): string => `${CONTRACTS}/${id}`;
/** The commercial terms. */
export const contractFile = (id: string): string => `${contractFolder(id)}/${CONTRACT_NAME}`;
/** The folder of the SQL that its definitions name. */
export const viewsFolder = (id: string): string => `${contractFolder(id)}/${VIEWS_NAME}`;
/** The folder of what happened, a file an event. */
export const eventsFolder = (id: string): string => `${contractFolder(id)}/events`;
/** An event by the name of its file. */
export const eventFile = (id: string, name: string): string => `${eventsFolder(id)}/${name}`;
/** The folder of all settled periods. */
export const ledgerFolder = (id: string): string => `${contractFolder(id)}/ledger`;
/** The folder of one settled period: terms, evidence and statement. */
export const periodFolder = (id: string, period: string): string => `${ledgerFolder(id)}/${period}`;
/** The statement of a settled period. */
export const statementFile = (id: string, period: string): string => `${periodFolder(id, period)}/statement.json`;

/** Whether a file, by its name below its contract's folder, is part of the terms: the contract, its definitions, a view. */
export const isTermsName = (name: string): boolean =>
  name === CONTRACT_NAME || name === DEFINITIONS_NAME || name.startsWith(`${VIEWS_NAME}/`);
