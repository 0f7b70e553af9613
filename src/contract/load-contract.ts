import type { WrittenContract, WrittenDefinitions } from '../generated/written.js';
import { type DateRange, isDate, type PeriodId } from '../kernel/calendar.js';
import { asWarning, compareIssues, type Issue, inFile } from '../kernel/issue.js';
import type { TermPeriod } from '../kernel/period.js';
import { linesEndAlike } from '../kernel/text.js';
import { issue } from '../words/issue.js';
import type { ContractEvent } from './event-kinds/event-kinds.js';
import { KnownNames } from './known-names.js';
import { loadWorkspace, type Person } from './load-workspace.js';
import { meantDate } from './meant/date.js';
import { mergePacks, offeredNames } from './merge-packs.js';
import { metricUses } from './metric-uses.js';
import type { Contract, Definitions, Terms } from './model.js';
import { normalizeContract } from './normalize-contract.js';
import { normalizeDefinitions, type Views } from './normalize-definitions.js';
import { type EventFile, normalizeEvent } from './normalize-event.js';
import { usedPacks } from './pack.js';
import { parseWritten, type Written } from './parse-written.js';
import { parseYaml } from './parse-yaml.js';
import { CONTRACT_NAME, contractFolder, DEFINITIONS_NAME, WORKSPACE_FILE } from './paths.js';
import { quote } from './quote.js';
import { CONTRACT_RULES, SCHEDULE_RULES } from './rules/contract-rules.js';
import { withoutCopies } from './rules/copied-events.js';
import { DEFINITIONS_RULES } from './rules/definitions-rules.js';
import type { CheckedEvent } from './rules/event-check.js';
import { EVENT_RULES } from './rules/event-rules.js';
import { checkFrame } from './rules/frame.js';
import { runRules } from './rules/rule.js';
import { TERMS_RULES } from './rules/terms-rules.js';

/** A contract's folder without its ledger: what was agreed and what happened. */
export interface ContractFolder {
  readonly id: string;
  readonly stage: Contract['stage'];
  /** contract.yaml as it is written, whatever holds besides. */
  readonly written: WrittenContract;
  readonly terms: Terms;
  /** Ascending by file name, and so by date. */
  readonly events: readonly ContractEvent[];
}

interface Loaded<T> {
  readonly value: T | null;
  readonly issues: readonly Issue[];
}

/** What events may name of settled periods. */
export interface SettledBefore {
  /** The terms that they were settled on. */
  readonly terms: readonly Terms[];
  /** The lines of their statements that may be named, by period. */
  readonly listed: ReadonlyMap<PeriodId, readonly string[]>;
  /** The event files that they have counted. */
  readonly counted: ReadonlySet<string>;
}

const NOTHING_SETTLED: SettledBefore = { terms: [], listed: new Map(), counted: new Set() };

/**
 * Parses, normalizes and checks a contract.
 * @param files root-relative path → text: contracts/workspace.yaml and everything under contracts/<id>/ but the ledger.
 * @param settled what the ledger says of settled periods: events may name what only it still has.
 * @param filed path of the event that is being filed: what only repeats another is refused there, and set aside where it stands.
 * @returns the folder, null when there is an error, and all issues in the order of the files, the workspace's among them.
 */
export function loadContract(
  id: string,
  files: ReadonlyMap<string, string>,
  settled: SettledBefore = NOTHING_SETTLED,
  filed: string | null = null,
): { readonly folder: ContractFolder | null; readonly issues: readonly Issue[] } {
  const root = contractFolder(id);
  const known = () => knownNames(root, files, settled);
  const contractFile = readFile(files, 'contract', `${root}/${CONTRACT_NAME}`, known);
  const definitionsFile = readFile(files, 'definitions', `${root}/${DEFINITIONS_NAME}`, known);
  const { workspace, issues: workspaceIssues } = loadWorkspace(files);
  const issues: Issue[] = [...workspaceIssues, ...contractFile.issues, ...definitionsFile.issues, ...unreadFiles(root, files)];

  const contract = checkContract(id, contractFile.value, files.has(WORKSPACE_FILE) ? (workspace?.people ?? null) : null);
  const definitions = checkDefinitions(root, definitionsFile.value, viewsOf(root, files), {
    term: contract.value?.contract.term ?? null,
    metrics: contractFile.value === null ? null : metricUses(contractFile.value.data).map(({ metric }) => metric),
  });
  issues.push(...contract.issues, ...definitions.issues);

  let terms: Terms | null = null;
  if (contract.value !== null && definitions.value !== null && contractFile.value !== null && definitionsFile.value !== null) {
    terms = { apiVersion: 'concord/v1', kind: 'Terms', contract: contract.value.contract, definitions: definitions.value.definitions };
    const check = {
      ...terms,
      writtenContract: contractFile.value,
      definitionsSource: definitionsFile.value.source,
      offered: definitions.value.offered,
    };
    issues.push(...withoutMeant(runRules(TERMS_RULES, check)));
  }
  const events = checkEvents({ files: eventFilesOf(root, files), filed }, terms, settled, contract.value?.periods ?? [], known);
  issues.push(...events.issues);

  const sorted = [...issues].sort(compareIssues);
  const folder =
    refuses(sorted) || terms === null || events.value === null || contractFile.value === null
      ? null
      : { id, stage: terms.contract.stage, written: contractFile.value.data, terms, events: events.value };
  return { folder, issues: sorted };
}

/** Without what is unused because its name is misspelt where it is used: that is said there. */
function withoutMeant(issues: readonly Issue[]): readonly Issue[] {
  const meant = new Set(issues.flatMap(({ code, params }) => (code === 'unknown-reference' ? [params.suggestion] : [])));
  return issues.filter(({ code, params }) => code !== 'unused-id' || !meant.has(params.id));
}

function readFile<K extends 'contract' | 'definitions'>(
  files: ReadonlyMap<string, string>,
  kind: K,
  path: string,
  known: () => KnownNames,
): Loaded<Written<{ contract: WrittenContract; definitions: WrittenDefinitions }[K]>> {
  const text = files.get(path);
  if (text === undefined)
    return { value: null, issues: [misnamed(files.keys(), path) ?? issue('file-missing', inFile(path), { file: path })] };
  const { value: written, issues } = parseWritten(kind, path, text, known);
  return { value: written, issues };
}

/** What the files of a contract name, whatever else may be wrong with them; read again, where something is. */
function knownNames(root: string, files: ReadonlyMap<string, string>, { listed }: SettledBefore): KnownNames {
  const dataOf = (path: string) => parseYaml(path, files.get(path) ?? '').file?.data ?? null;
  return new KnownNames(dataOf(`${root}/${CONTRACT_NAME}`), dataOf(`${root}/${DEFINITIONS_NAME}`), dataOf(WORKSPACE_FILE), listed);
}

/** The id that a contract's text says, whatever may be wrong with it or its folder's name; null where it says none. */
export function writtenId(folder: string, files: ReadonlyMap<string, string>): string | null {
  const path = `${contractFolder(folder)}/${CONTRACT_NAME}`;
  const data = parseYaml(path, files.get(path) ?? '').file?.data;
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string' ? data.id : null;
}

function checkContract(
  folder: string,
  written: Written<WrittenContract> | null,
  people: readonly Person[] | null,
): Loaded<{ contract: Contract; periods: readonly TermPeriod[] }> {
  if (written === null) return { value: null, issues: [] };
  const frame = checkFrame(written);
  if (frame.periods === null) return { value: null, issues: frame.issues };
  const contract = normalizeContract(written, frame.periods);
  const check = { folder, contract, written, periods: frame.periods, people: people?.map((person) => person.id) ?? null };
  const schedules = runRules(SCHEDULE_RULES, check);
  // The other rules look values up in schedules, which must be in order for that.
  const found = schedules.length > 0 ? schedules : runRules(CONTRACT_RULES, check);
  const issues = [...frame.issues, ...found];
  return { value: refuses(issues) ? null : { contract, periods: frame.periods }, issues };
}

/** Whether an error is among them: a warning refuses nothing. */
function refuses(issues: readonly Issue[]): boolean {
  return issues.some((issue) => issue.severity === 'error');
}

/** What of a contract its packs depend on; null where it cannot be read. */
interface Named {
  readonly term: DateRange | null;
  readonly metrics: readonly string[] | null;
}

function checkDefinitions(
  root: string,
  written: Written<WrittenDefinitions> | null,
  views: Views,
  named: Named,
): Loaded<{ readonly definitions: Definitions; readonly offered: readonly string[] }> {
  if (written === null) return { value: null, issues: [] };
  const { packs, issues, warnings } = usedPacks(written, named.term);
  // What packs define is not there where they cannot be used: nothing more can be said about names.
  if (issues.length > 0) return { value: null, issues };
  const packMetrics = new Set(packs.flatMap((pack) => pack.definitions.metrics.map(({ id }) => id)));
  const { definitions: own, formulas, issues: unread } = normalizeDefinitions(written, views, packMetrics);
  const { definitions, issues: unmerged } = mergePacks(own, packs, written, named.metrics);
  const offered = offeredNames(packs);
  const found = [...unread, ...unmerged];
  if (unmerged.length === 0) found.push(...runRules(DEFINITIONS_RULES, { definitions, formulas, written, offered, root }));
  return { value: refuses(found) ? null : { definitions, offered }, issues: [...found, ...warnings] };
}

/** The names of a view's files below `views/`: `orders.duckdb.sql`. */
export const VIEW_FILE = /^([A-Za-z_][A-Za-z0-9_]{0,62})\.(duckdb|bigquery)\.sql$/;

/** The view files of a contract, by name. */
function viewsOf(root: string, files: ReadonlyMap<string, string>): Views {
  const views = new Map<string, { name: string; duckdb: string | null; bigquery: string | null }>();
  for (const [path, text] of files) {
    const match = path.startsWith(`${root}/views/`) ? VIEW_FILE.exec(path.slice(`${root}/views/`.length)) : null;
    const name = match?.[1];
    if (name === undefined) continue;
    const view = views.get(name) ?? { name, duckdb: null, bigquery: null };
    // terms are the same, and so is their digest, wherever the repository was cloned
    const sql = linesEndAlike(text);
    views.set(name, match?.[2] === 'duckdb' ? { ...view, duckdb: sql } : { ...view, bigquery: sql });
  }
  return [...views.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A file that is meant and named otherwise: contract.yml, Contract.yaml, contract.yaml.txt as Windows hides it. */
export function misnamed(names: Iterable<string>, path: string): Issue | null {
  const wanted = bareName(path);
  for (const name of names) {
    if (name !== path && bareName(name) === wanted) return issue('file-misnamed', inFile(name), { found: name, expected: path });
  }
  return null;
}

function bareName(path: string): string {
  return path.toLowerCase().replace(/\.ya?ml(?:\.txt)?$/, '');
}

/** Files of the contract's folder that say something in YAML and that nothing reads: an event beside `events/` would never count. */
function unreadFiles(root: string, files: ReadonlyMap<string, string>): Issue[] {
  const read = [CONTRACT_NAME, DEFINITIONS_NAME].map((name) => bareName(`${root}/${name}`));
  return [...files.keys()].flatMap((path) => {
    const [part = '', ...rest] = path.startsWith(`${root}/`) ? path.slice(root.length + 1).split('/') : [];
    const known = part === '' || read.includes(bareName(path)) || (rest.length > 0 && READ_FOLDERS.includes(part));
    if (known || !/\.ya?ml(?:\.txt)?$/i.test(path)) return [];
    const name = rest.at(-1) ?? part;
    const isEvent = /^\d{4}/.test(name) || /^kind:\s*[a-z_]+\s*$/m.test(files.get(path) ?? '');
    const found = issue('file-unread', inFile(path), {
      found: path,
      expected: isEvent ? `${root}/events/${name}` : `${root}/${CONTRACT_NAME}`,
    });
    return [isEvent ? found : asWarning(found)];
  });
}

export const READ_FOLDERS: readonly string[] = ['events', 'views', 'ledger'];

interface FoundFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** Also an ending that was mistyped, and the one that Windows hides: such a file is refused by its name, and not passed over. */
const MEANT_AS_EVENT = /\.(y[aml]{1,3}(\.txt)?|json)$/i;

/** Files of the events folder that hold data; others, such as a note or a scan that serves as evidence, are left alone. */
function eventFilesOf(root: string, files: ReadonlyMap<string, string>): FoundFile[] {
  const folder = `${root}/events/`;
  return [...files]
    .filter(([path]) => path.startsWith(folder) && MEANT_AS_EVENT.test(path))
    .map(([path, text]) => ({ path, name: path.slice(folder.length), text }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const EVENT_FILE = /^((?:19[7-9]\d|2\d{3})-\d{2}-\d{2})-[a-z0-9][a-z0-9-]{0,79}\.yaml$/;

/**
 * The events of a contract as far as their files can be read, whatever may be wrong with the contract's own text now: what
 * a replay of its ledger needs.
 */
export function readableEvents(id: string, files: ReadonlyMap<string, string>): readonly ContractEvent[] {
  return parseEvents(eventFilesOf(contractFolder(id), files)).events.map(({ event }) => event);
}

function checkEvents(
  { files, filed }: { readonly files: readonly FoundFile[]; readonly filed: string | null },
  terms: Terms | null,
  settled: SettledBefore,
  periods: readonly TermPeriod[],
  known: () => KnownNames,
): Loaded<readonly ContractEvent[]> {
  const { events: parsed, issues } = parseEvents(files, known);
  const { events, copies } = withoutCopies(parsed, settled.counted, filed);
  issues.push(...copies);
  // Without terms nothing can be said about what events name.
  if (terms !== null) {
    const { listed, counted } = settled;
    issues.push(...runRules(EVENT_RULES, { terms, everyTerms: [terms, ...settled.terms], listed, counted, periods, events }));
  }
  return { value: refuses(issues) ? null : events.map(({ event }) => event), issues };
}

/** The name that an event's file was probably meant to have: its date as year-month-day, in small letters, with the ending that is read. */
function eventFileMeant(name: string, text: string): string {
  // In a folder below, the file's own name is the one that was meant.
  const [stem = ''] = name.replace(/^.*\//, '').split(/\.y[aml]{1,3}(?![a-z])/i);
  const [, head = '', rest = ''] = /^(\d[\d./_年月-]*\d日?)?[-_ ]*(.*)$/u.exec(stem) ?? [];
  const date = meantDate(head)?.written ?? /^on:\s*(\d{4}-\d{2}-\d{2})\s*$/m.exec(text)?.[1] ?? '';
  const slug = rest
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const meant = `${date}-${slug === '' ? 'event' : slug}.yaml`;
  return EVENT_FILE.test(meant) && isDate(date) ? meant : '2026-02-10-returns.yaml';
}

function parseEvents(files: readonly FoundFile[], known?: () => KnownNames): { events: CheckedEvent[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const events: CheckedEvent[] = [];
  for (const { path, name, text } of files) {
    const date = EVENT_FILE.exec(name)?.[1];
    if (date === undefined || !isDate(date))
      issues.push(issue('event-file-name', inFile(path), { found: quote(name), example: eventFileMeant(name, text) }));
    const { value: written, issues: found } = parseWritten('event', path, text, known);
    issues.push(...found);
    if (written === null || date === undefined) continue;
    const file: EventFile = { name, date, text };
    events.push({ event: normalizeEvent(file, written), written: written.data, source: written.source });
  }
  return { events, issues };
}
