import { defaultsOf } from '../../contract/defaults.js';
import { eventFile } from '../../contract/paths.js';
import { addDays } from '../../kernel/calendar.js';
import { distinctIssues, type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { History, ReadableFiles, Revisions } from '../../ports/files.js';
import { toldLines } from '../../report/blocks.js';
import { defaultsBlocks } from '../../report/defaults.js';
import { issueData } from '../../report/issues.js';
import { checkViews, unlikeLines, unnamedReads } from '../../running/check-views.js';
import { cloudIssues } from '../../running/cloud-issues.js';
import type { CommandContext } from '../../running/context.js';
import { engineIssues } from '../../running/engine-files.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { lintOf } from '../../running/lint.js';
import { asCommitted, contractsRemovedHere, withdrawnHere } from '../../running/local-ledger.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { asCounted } from '../../running/replay-proposed.js';
import { listContracts, type ReadContract, readContract, sameTexts, textsOf } from '../../running/repository.js';
import { selectIds } from '../../running/select.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface CheckOptions {
  readonly contract: string | null;
  /** Warnings are findings too. */
  readonly strict: boolean;
  /** What came with the program; without it nothing is said of the repository's engine. */
  readonly shipped?: ReadableFiles;
  /** What is settled by the commit that is checked out; absent without git. */
  readonly history?: History;
  /** A revision: only contracts that differ from it are checked, so that one broken contract stops nobody's change of another. */
  readonly changedSince: { readonly revision: string; readonly revisions: Revisions } | null;
}

/** `concord check`: schema, cross-field rules and lint of contracts and events, and access in the cloud; all issues at once. */
export async function check(context: CommandContext, options: CheckOptions): Promise<Outcome> {
  const { contracts, issues: missing } = await checkedContracts(context, options);
  if (missing.length > 0) return failed(missing, new Map(), 2);
  // Before the first contract there are its people to check.
  const ids = await listContracts(context.files);
  const people = ids.length === 0 ? await readWorkspace(context.files) : null;
  const texts = new Map([...(people?.texts ?? []), ...textsOf(contracts)]);
  const own = contracts.flatMap((contract) => contract.issues);
  const views = await checkViews(context, texts);
  const reads = contracts.flatMap(({ folder }) =>
    folder === null ? [] : [...unnamedReads(folder.terms, views.tables), ...unlikeLines(folder.terms, views.tables)],
  );
  const ahead = contracts.flatMap((contract) => eventsAhead(context, contract));
  const engine = options.shipped === undefined ? [] : await engineIssues(context.files, options.shipped, context.version);
  const gone = options.contract === null ? await contractsRemovedHere(options.history ?? null, ids, own) : [];
  const found = [...engine, ...(people?.issues ?? []), ...own, ...gone, ...ahead, ...views.issues, ...reads];
  const issues = distinctIssues(found);
  const findings = hasErrors(issues) || (options.strict && issues.some((issue) => issue.severity === 'warning'));
  const key = issues.length === 0 ? 'check-good' : 'check-done';
  const defaults = contracts.flatMap(({ id, folder }) =>
    folder === null ? [] : [{ id, hold: defaultsOf(folder.written, folder.terms.contract) }],
  );
  const report: Report = {
    document: () => ({ issues: issues.map(issueData), defaults: Object.fromEntries(defaults.map((each) => [each.id, each.hold])) }),
    blocks: (locale) => [
      { kind: 'issues', issues, texts },
      ...defaults.flatMap(({ id, hold }) => defaultsBlocks(id, hold, locale)),
      toldLines(commandText(key, locale, { contracts: contracts.length })),
    ],
  };
  return { ended: findings ? 1 : 0, report };
}

/** A contract that was looked at: of its ledger nothing is kept, for the ledgers of many contracts are more than one can hold. */
interface Checked extends Pick<ReadContract, 'id' | 'folder' | 'texts' | 'issues'> {
  /** Files of the events that its statements count. */
  readonly counted: ReadonlySet<string>;
}

/** The contracts that are asked for, as far as they differ from the revision that is named, each with all that it says alone. */
async function checkedContracts(
  context: CommandContext,
  { contract, changedSince, history }: CheckOptions,
): Promise<{ readonly contracts: readonly Checked[]; readonly issues: readonly Issue[] }> {
  const { ids, issues } = await selectIds(context, contract, 'yet');
  if (issues.length > 0) return { contracts: [], issues };
  const before = changedSince === null ? null : await changedSince.revisions.open(changedSince.revision);
  if (changedSince !== null && before === null)
    return { contracts: [], issues: [issue('unknown-revision', inNoFile('--changed-since'), { found: changedSince.revision })] };
  const known = before === null ? [] : await listContracts(before);
  const contracts: Checked[] = [];
  for (const id of ids) {
    const read = await readContract(context.files, id);
    const isSame = before !== null && known.includes(id) && sameTexts((await readContract(before, id)).texts, read.texts);
    if (!isSame) contracts.push(checked(asCounted(await asCommitted(history ?? null, read)), await withdrawnHere(history ?? null, read)));
  }
  return { contracts, issues: [] };
}

function checked(contract: ReadContract, withdrawn: readonly Issue[]): Checked {
  const { id, folder, texts, ledger } = contract;
  const counted = new Set(ledger.flatMap(({ statement }) => statement.events.map(({ file }) => file)));
  const cloud = folder === null ? [] : cloudIssues(folder, texts);
  return { id, folder, texts, counted, issues: [...lintOf(contract), ...cloud, ...contract.issues, ...withdrawn] };
}

/** Events are filed when something has happened, a few days ahead at most. */
const MOST_DAYS_AHEAD = 31;

/**
 * Events whose file has a date that is still far ahead, most often a slip in the year: until then they count for nothing. One that a
 * statement counts (made as of a day that is still ahead, too) keeps its name.
 */
function eventsAhead(context: CommandContext, { folder, counted }: Checked): readonly Issue[] {
  if (folder === null) return [];
  const today = context.asOf ?? context.today(folder.terms.contract.calendar.timezone);
  return folder.events
    .filter(({ date, file }) => date > addDays(today, MOST_DAYS_AHEAD) && !counted.has(file))
    .map(({ date, file }) => issue('event-ahead', inFile(eventFile(folder.id, file)), { found: date }));
}
