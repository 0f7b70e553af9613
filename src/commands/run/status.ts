import type { LocalDate } from '../../kernel/calendar.js';
import { compareIssues, type Issue } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { ShellError } from '../../ports/failure.js';
import type { History } from '../../ports/files.js';
import type { ForgeReads } from '../../ports/forge-reads.js';
import type { SettingReads } from '../../ports/forge-settings.js';
import { openRatifier } from '../../reading/ratification.js';
import { readSettleRun } from '../../reading/settle-run.js';
import { settlementOn } from '../../reading/settlement-branch.js';
import { type ReportedStanding, type SettleRun, statusBlocks } from '../../report/status.js';
import type { CommandContext } from '../../running/context.js';
import { filedInput } from '../../running/filed-contracts.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { asCommitted, contractsRemovedHere } from '../../running/local-ledger.js';
import { reckonedFor } from '../../running/reckoned.js';
import { asCounted } from '../../running/replay-proposed.js';
import { type ReadContract, readContract } from '../../running/repository.js';
import { selectIds } from '../../running/select.js';
import { settlerIn } from '../../running/settler.js';
import { standingOf } from '../../settlement/standing.js';
import { inOrder, type Settler, type Task, tasksOf } from '../../settlement/tasks.js';

/** What the forge knows besides the files: what waits for approval, what nobody agreed to, whether the workflow runs. */
interface ForgeFacts {
  readonly settleRun: SettleRun | null;
  readonly tasksOf: (contract: string) => readonly Task[];
}

/**
 * `concord status`: where every contract stands, by the repository's files alone and, where it is asked, by the forge's record.
 * @param history what is settled by the commit that is checked out; null without git.
 */
export async function showStatus(
  context: CommandContext,
  forge: (ForgeReads & SettingReads) | null,
  only: string | null,
  history: History | null = null,
): Promise<Outcome> {
  const { ids, issues: missing } = await selectIds(context, only, 'yet');
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const facts = forge === null ? null : await readFacts(forge, ids);
  const settleRun = facts?.settleRun ?? null;
  const settler = settleRun === null ? await settlerIn(context.files) : settleRun.state === null ? 'either' : 'workflow';
  const reported: ReportedStanding[] = [];
  const issues: Issue[] = [];
  const texts = new Map<string, string>();
  for (const id of ids) {
    // One after the other: a ledger of years is large, and only where it stands is kept.
    const contract = asCounted(await asCommitted(history, await readContract(context.files, id, { evidence: false })));
    reported.push(standingIn(context, contract, settler, facts));
    if (contract.folder !== null) continue;
    issues.push(...contract.issues);
    for (const [path, text] of contract.texts) texts.set(path, text);
  }
  if (only === null) issues.push(...(await contractsRemovedHere(history, ids, issues)));
  const { days, asOf } = reckonedFor(
    context,
    reported.map(({ terms }) => terms),
  );
  const report: Report = {
    document: () => documentOf(asOf, reported, settleRun),
    blocks: (locale) => statusBlocks({ days, contracts: reported, settleRun, settler }, locale),
  };
  return { ended: hasErrors(issues) ? 1 : 0, report, issues: issues.sort(compareIssues), texts };
}

/** Where one contract stands. @param facts null: the forge was not asked */
export function standingIn(context: CommandContext, contract: ReadContract, settler: Settler, facts: ForgeFacts | null): ReportedStanding {
  const { id, folder, issues, ledger, later = [] } = contract;
  const errors = folder === null ? issues.filter(({ severity }) => severity === 'error').length : 0;
  const mend: Task[] = folder === null ? [{ task: 'mend', by: 'both', on: null, errors }] : [];
  const asked = [...mend, ...(facts?.tasksOf(id) ?? [])];
  const input = filedInput(context, contract);
  const unread = folder === null ? { isUnread: true as const } : {};
  if (input === null) return { contract: id, ...unread, terms: null, standing: null, tasks: inOrder(asked) };
  const standing = standingOf({ ...input, ledger: [...ledger, ...later] });
  const proposed = new Set(asked.flatMap((task) => (task.task === 'accept' ? [task.period] : [])));
  const own = tasksOf(standing, settler).filter((task) => task.task !== 'settle' || !proposed.has(task.period));
  return { contract: id, ...unread, terms: input.terms, standing, tasks: inOrder([...asked, ...own]) };
}

/** Null where the token may not see Actions: everything else is still worth saying. */
async function settleRunOf(forge: SettingReads): Promise<SettleRun | null> {
  try {
    return await readSettleRun(forge, 'UTC');
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    return null;
  }
}

/** Settlements that are proposed and wait for the parties, and contracts whose text nobody has agreed to. */
async function readFacts(forge: ForgeReads & SettingReads, contracts: readonly string[]): Promise<ForgeFacts> {
  const { defaultBranch } = await forge.repository();
  const settleRun = await settleRunOf(forge);
  const { items } = await forge.pullRequests('open');
  const accept = items.flatMap(({ number, draft, url, head, base }): readonly { readonly contract: string; readonly task: Task }[] => {
    const on = settlementOn(head.branch);
    if (draft || base.branch !== defaultBranch || on === null) return [];
    const { contract, period } = on;
    return [{ contract, task: { task: 'accept', by: 'both', on: null, period, pullRequest: number, url } }];
  });
  const tip = await forge.tip(defaultBranch);
  const ratificationOf = tip === null ? null : await openRatifier(forge, tip);
  const unratified = new Set<string>();
  for (const id of contracts) {
    if (ratificationOf !== null && (await ratificationOf(id)).ratification.state !== 'ratified') unratified.add(id);
  }
  return {
    settleRun,
    tasksOf: (contract) => [
      ...(unratified.has(contract) ? [{ task: 'ratify', by: 'both', on: null } as const] : []),
      ...accept.filter((each) => each.contract === contract).map(({ task }) => task),
    ],
  };
}

function documentOf(asOf: LocalDate, reported: readonly ReportedStanding[], settleRun: SettleRun | null) {
  return {
    apiVersion: 'concord/v1',
    kind: 'Status',
    asOf,
    contracts: reported.map(({ contract, standing, tasks }) => ({ contract, tasks, standing })),
    settleRun,
  };
}
