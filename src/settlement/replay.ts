import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { periodFolder } from '../contract/paths.js';
import { digest, isDocumentText } from '../kernel/canonical.js';
import { type Issue, inFile } from '../kernel/issue.js';
import { issue } from '../words/issue.js';
import type { LedgerEntry } from './ledger-entry.js';
import { type DocumentShape, inTheirPlaces, isOfPeriod, type LedgerFolder, ledgerFile, readLedger } from './ledger-files.js';
import { misplacedIn, type OwnText } from './misplaced.js';
import type { StatementBody } from './model.js';
import { countedEvents, type EventFiles, evidenceIssues, namesItsFiles, ownIssues, textIssues } from './replay-entry.js';
import { placeIssues } from './replay-target.js';
import { bodyOf, type RenderStatement } from './seal-statement.js';
import { firstDifferenceOf, settleAgain } from './settle-again.js';
import { gathered, type Unproved } from './unproved.js';

/** What replaying needs besides the ledger's own texts. */
export interface ReplayTools {
  readonly events: readonly ContractEvent[];
  readonly files: EventFiles;
  readonly own: OwnText;
  readonly render: RenderStatement;
  readonly shape: DocumentShape;
  /** The version of this engine: only what the same one wrote can be written again to the same words. Null: no page is written again. */
  readonly engine: string | null;
}

/** The result of reading a ledger: its entries as far as they are readable, what is wrong, and what could not be looked at. */
export interface Replay {
  readonly entries: readonly LedgerEntry[];
  readonly issues: readonly Issue[];
  readonly unproved: readonly Unproved[];
}

/** What the statements so far leave to the next one. */
interface Chain {
  /** Every entry that can be read, as it stands. */
  readonly entries: readonly LedgerEntry[];
  /**
   * What the next statement can stand on: the ledger as it stands, and as it should be where a replay says what that is. Nothing
   * where a file is broken so that nobody knows what it held.
   */
  readonly grounds: readonly (readonly LedgerEntry[])[];
  /** The statement just before; null at the beginning and where it cannot be read. */
  readonly previous: LedgerEntry | null;
  /** Whether what stands just before is in order: only then a break of the chain is the next one's. */
  readonly sound: boolean;
}

/**
 * Replays every statement of a ledger from its own files and the events, offline, and finds any changed byte. A broken statement
 * is accused itself; those after it are judged on it as it stands and as it should be, and by themselves where neither is known.
 * @param folders in ascending order of their names.
 */
export function replayLedger(folders: readonly LedgerFolder[], tools: ReplayTools): Replay {
  const issues: Issue[] = [];
  const unproved: Unproved[] = [];
  let chain: Chain = { entries: [], grounds: [[]], previous: null, sound: true };
  const placed = inTheirPlaces(folders, tools.shape);
  issues.push(...misplacedIn([...readLedger(placed, tools.shape)], { own: tools.own, isWhole: namesItsFiles }));
  for (const { folder, ...read } of readLedger(placed, tools.shape)) {
    issues.push(...read.issues);
    if (read.entry === null) {
      if (isOfPeriod(folder)) chain = { ...chain, grounds: [], previous: null, sound: false };
      continue;
    }
    const judged = judge(folder, read.entry, chain, tools);
    issues.push(...judged.issues);
    unproved.push(...judged.unproved);
    const sound = judged.issues.length + read.issues.length === 0;
    chain = { entries: [...chain.entries, judged.entry], grounds: judged.grounds, previous: judged.entry, sound };
  }
  return { entries: chain.entries, issues, unproved: gathered(unproved) };
}

interface Judged {
  /** What was read; where a replay says the same to the byte, made of what that computed. */
  readonly entry: LedgerEntry;
  readonly issues: readonly Issue[];
  readonly unproved: readonly Unproved[];
  readonly grounds: Chain['grounds'];
}

function judge(folder: LedgerFolder, read: LedgerEntry, chain: Chain, tools: ReplayTools): Judged {
  const { statement } = read;
  const counted = countedEvents(folder, read, tools.events, tools.files);
  const { events, isWhole } = counted;
  // The events of another contract are not missing here.
  const isOthers = statement.contract !== tools.own.id && folder.path !== periodFolder(statement.contract, folder.period);
  const eventIssues = isOthers ? [] : counted.issues;
  const isFirst = chain.entries.length === 0 && chain.sound;
  // Replaying other files than the statement names would only repeat what the digests have said.
  const isChanged = !namesItsFiles(read) || !isWhole;
  const place = chain.previous !== null || isFirst ? placeIssues(folder, read, chain.previous, events) : [];
  // Beside a broken statement, or in one, only a gap is certain.
  const placed = place.filter(({ code }) => code === 'ledger-gap' || (chain.sound && !isChanged));
  const hasGap = placed.some(({ code }) => code === 'ledger-gap');
  const grounds = hasGap ? [] : chain.grounds;
  const replay = isChanged ? null : bestReplay(folder, read, grounds, events);
  const entry = replay?.written ?? read;
  const found = digest(replay?.written == null ? bodyOf(statement) : replay.body);
  const isSealed = found === statement.digest;
  const issues = [
    ...ownIssues(folder, entry, replay?.written != null),
    ...eventIssues,
    ...placed,
    ...evidenceIssues(folder, entry, chain.entries),
  ];
  if (chain.sound && !hasGap) issues.push(...chainIssues(folder, entry, chain));
  const unproved: Unproved[] = [];
  const tell = (what: Unproved['what'], params: Unproved['params'] = {}) => unproved.push({ what, periods: [statement.period], params });

  if (replay?.difference != null) {
    const file = ledgerFile(folder, 'statement.json');
    issues.push(issue('ledger-replay-differs', inFile(file), { file, ...replay.difference }));
  }
  // Where no replay could say what was changed in the statement, its own digest still says that something was.
  else if (!isSealed) {
    issues.push(
      issue('ledger-digest', inFile(ledgerFile(folder, 'statement.json')), {
        file: ledgerFile(folder, 'statement.json'),
        found,
        expected: statement.digest,
      }),
    );
  }
  if (replay === null && !isChanged) tell('not-replayed');
  const isOurs = statement.provenance.engine === tools.engine;
  // Beside a statement that was changed, a page that was not is not to blame.
  const isSame = replay?.difference === null && isSealed;
  const render = () => (isSame ? tools.render(entry, replay.ground) : null);
  const written = textIssues(folder, entry, render, isOurs);
  issues.push(...written);
  // What is broken or missing has been told: where that alone keeps its own page from being written again, it is the reason.
  if (!isOurs && written.length === 0) tell('text', { engine: statement.provenance.engine, own: tools.engine ?? '-' });
  return { entry, issues, unproved, grounds: nextGrounds(entry, replay, isSealed) };
}

function chainIssues(folder: LedgerFolder, { statement }: LedgerEntry, { previous }: Chain): Issue[] {
  const [found, expected] = [statement.previousDigest ?? '-', previous?.statement.digest ?? '-'];
  return found === expected
    ? []
    : [issue('ledger-chain', inFile(ledgerFile(folder, 'statement.json')), { period: folder.period, found, expected })];
}

interface FoundReplay {
  readonly ground: readonly LedgerEntry[];
  /** What a replay on it computes; null where the statement's own fields are such that nothing can be computed. */
  readonly body: StatementBody | null;
  readonly difference: ReturnType<typeof firstDifferenceOf>;
  /** The entry as the replay writes it, where its file has these very bytes: nothing else has to be compared. */
  readonly written: LedgerEntry | null;
}

const UNREPLAYABLE = { pointer: '/', found: '@replay.none', expected: '@replay.as-settled' };

/** The replay on the ground that gives the statement as it is, else on the first; null without any ground. */
function bestReplay(
  folder: LedgerFolder,
  entry: LedgerEntry,
  grounds: Chain['grounds'],
  events: readonly ContractEvent[],
): FoundReplay | null {
  let first: FoundReplay | null = null;
  for (const ground of grounds) {
    const body = replayed(entry, ground, events);
    const written = body === null ? null : writtenAs(folder, entry, body);
    if (written !== null) return { ground, body, difference: null, written };
    const difference = body === null ? UNREPLAYABLE : firstDifferenceOf(bodyOf(entry.statement), body, '');
    const found: FoundReplay = { ground, body, difference, written };
    if (difference === null) return found;
    first ??= found;
  }
  return first;
}

/** An entry with the body computed again, if `statement.json` has just these bytes; null where it has others. */
function writtenAs(folder: LedgerFolder, entry: LedgerEntry, body: StatementBody): LedgerEntry | null {
  const { digest: named, provenance } = entry.statement;
  const statement = { ...body, digest: named, provenance };
  return isDocumentText(folder.files.get('statement.json') ?? '', statement) ? { ...entry, statement } : null;
}

/** The statement computed again; null where its own fields (period, dates) are such that nothing can be computed. */
function replayed(entry: LedgerEntry, before: readonly LedgerEntry[], events: readonly ContractEvent[]): StatementBody | null {
  const { asOf, run } = entry.statement;
  try {
    return settleAgain(entry, before, events, { asOf, run });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What the next statement can stand on: this one as a replay says that it should be, and as it stands. */
function nextGrounds(entry: LedgerEntry, replay: FoundReplay | null, isSealed: boolean): Chain['grounds'] {
  if (replay === null) return [];
  const { ground, body, difference } = replay;
  if (body === null) return [];
  const asItStands = [...ground, entry];
  if (difference === null && isSealed) return [asItStands];
  return [[...ground, { ...entry, statement: { ...entry.statement, ...body, digest: digest(body) } }], asItStands];
}
