import { defaultsOf } from '../../contract/defaults.js';
import { loadWorkspace } from '../../contract/load-workspace.js';
import { eventFile } from '../../contract/paths.js';
import { addDays } from '../../kernel/calendar.js';
import { distinctIssues, type Issue, inFile, inNoFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import type { ReadableFiles, Revisions } from '../../ports/files.js';
import { accessIssues, withoutText } from '../../provision/checks.js';
import { toldLines } from '../../report/blocks.js';
import { defaultsBlocks } from '../../report/defaults.js';
import { issueData } from '../../report/issues.js';
import { checkViews, unnamedReads } from '../../running/check-views.js';
import type { CommandContext } from '../../running/context.js';
import { engineIssues } from '../../running/engine-files.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { lintOf } from '../../running/lint.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { listContracts, type ReadContract, readContract, textsOf } from '../../running/repository.js';
import { type Selection, selectContracts } from '../../running/select.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';

export interface CheckOptions {
  readonly contract: string | null;
  /** Warnings are findings too. */
  readonly strict: boolean;
  /** What came with the program; without it nothing is said of the repository's engine. */
  readonly shipped?: ReadableFiles;
  /** A revision: only contracts that differ from it are checked, so that one broken contract stops nobody's change of another. */
  readonly changedSince: { readonly revision: string; readonly revisions: Revisions } | null;
}

/** `concord check`: schema, cross-field rules and lint of contracts and events, and access in the cloud; all issues at once. */
export async function check(context: CommandContext, options: CheckOptions): Promise<Outcome> {
  const { contracts, issues: missing } = await selectChanged(context, options);
  if (missing.length > 0) return failed(missing, new Map(), 2);
  // Before the first contract there are its people to check.
  const people = (await listContracts(context.files)).length === 0 ? await readWorkspace(context.files) : null;
  const texts = new Map([...(people?.texts ?? []), ...textsOf(contracts)]);
  const own = contracts.flatMap((contract) => [...lintOf(contract), ...inTheCloud(contract), ...contract.issues]);
  const views = await checkViews(context, texts);
  const reads = contracts.flatMap(({ folder }) => (folder === null ? [] : unnamedReads(folder.terms, views.tables)));
  const ahead = contracts.flatMap((contract) => eventsAhead(context, contract));
  const engine = options.shipped === undefined ? [] : await engineIssues(context.files, options.shipped, context.version);
  const found = [...engine, ...(people?.issues ?? []), ...own, ...ahead, ...views.issues, ...reads];
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

/** The contracts that are asked for, as far as they differ from the revision that is named. */
async function selectChanged(context: CommandContext, { contract, changedSince }: CheckOptions): Promise<Selection> {
  const selected = await selectContracts(context, contract, 'yet');
  if (changedSince === null || selected.issues.length > 0) return selected;
  const before = await changedSince.revisions.open(changedSince.revision);
  if (before === null)
    return { contracts: [], issues: [issue('unknown-revision', inNoFile('--changed-since'), { found: changedSince.revision })] };
  const known = await listContracts(before);
  const changed: ReadContract[] = [];
  for (const each of selected.contracts) {
    const same = known.includes(each.id) && sameTexts((await readContract(before, each.id)).texts, each.texts);
    if (!same) changed.push(each);
  }
  return { contracts: changed, issues: [] };
}

/** Events are filed when something has happened, a few days ahead at most. */
const MOST_DAYS_AHEAD = 31;

/** Events whose file has a date that is still far ahead, most often a slip in the year: until then they count for nothing. */
function eventsAhead(context: CommandContext, { folder }: ReadContract): readonly Issue[] {
  if (folder === null) return [];
  const today = context.asOf ?? context.today(folder.terms.contract.calendar.timezone);
  return folder.events
    .filter(({ date }) => date > addDays(today, MOST_DAYS_AHEAD))
    .map(({ date, file }) => issue('event-ahead', inFile(eventFile(folder.id, file)), { found: date }));
}

function sameTexts(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}

/** What only BigQuery refuses, where it is what measures: access that cannot be given, and views that it has no text of. */
function inTheCloud({ folder, texts }: ReadContract): readonly Issue[] {
  if (folder === null || loadWorkspace(texts).workspace?.warehouse.engine !== 'bigquery') return [];
  const { facts, views } = folder.terms.definitions;
  return [...accessIssues({ folder, texts }), ...facts.flatMap((fact) => withoutText(fact, views))];
}
