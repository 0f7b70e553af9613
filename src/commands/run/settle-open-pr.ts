import { localDate, type Micros, type PeriodId } from '../../kernel/calendar.js';
import { compareIssues, type Issue, inFile } from '../../kernel/issue.js';
import { LOCALES, type Locale, listSeparator } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { ShellError } from '../../ports/failure.js';
import type { BinaryFiles, Files } from '../../ports/files.js';
import type { Forge } from '../../ports/forge-writes.js';
import { ACTIONS_BOT, botOf } from '../../reading/bot-account.js';
import { openRatifier, type RatificationReading } from '../../reading/ratification.js';
import { type FoundProposal, findProposal } from '../../reading/settlement-branch.js';
import { notOfTip } from '../../reading/tip-engine.js';
import { toldLines } from '../../report/blocks.js';
import { pageHtml } from '../../report/html/page.js';
import { labelled, parenthesis } from '../../report/punctuation.js';
import { proposedPage } from '../../report/site-period.js';
import { workbookOf } from '../../report/workbook/workbook.js';
import { xlsxOf } from '../../report/xlsx/xlsx.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { wholeReportContext } from '../../running/report-context.js';
import { heldOf, type ReadContract, readContract } from '../../running/repository.js';
import { selectIds } from '../../running/select.js';
import { obstaclesTo } from '../../running/settle-contracts.js';
import { type Run, runTogether, withoutBulk } from '../../running/settlement-run.js';
import { workbookInput } from '../../running/workbook-input.js';
import { type PlannedPeriod, planPeriods } from '../../settlement/proposal.js';
import { commandText } from '../../words/command-text.js';
import { issue } from '../../words/issue.js';
import { type ProposalTextKey, proposalText } from '../../words/proposal.js';
import { runFor, runKey } from '../../writing/settlement-content.js';
import { type ProposedPeriod, proposePeriod, stepOf } from '../../writing/settlement-steps.js';
import type { ProposalWork } from '../../writing/settlement-work.js';

export interface OpenPrOptions {
  readonly contract: string | null;
  /** Change nothing; say what would be done next. */
  readonly dryRun: boolean;
  /** Where each proposed statement is written as a workbook, in both languages; nowhere where it is left out. */
  readonly workbooks?: BinaryFiles;
  /** Where each is written as a page, in both languages; nowhere where it is left out. */
  readonly pages?: Pick<Files, 'write'>;
}

/** What became of one contract. */
interface ProposedContract {
  readonly contract: string;
  readonly periods: readonly ProposedPeriod[];
  /** Why nothing was proposed at all. */
  readonly issues: readonly Issue[];
  /** Whether the forge or the warehouse failed, so that it is not known how things stand. */
  readonly broken: boolean;
}

/**
 * `concord settle --open-pr`: settlements as pull requests. Everything is read at the tip of the default branch; a contract
 * whose text is not ratified is refused, and the others go on.
 */
export async function settleByPullRequest(context: CommandContext, forge: Forge, options: OpenPrOptions): Promise<Outcome> {
  const stale = options.dryRun ? [] : await notOfTip(context, forge);
  if (stale.length > 0) return failed(stale, new Map(), 2);
  const repository = await forge.repository();
  const now = await forge.now();
  const tip = await forge.tip(repository.defaultBranch);
  const files = tip === null ? { read: async () => null, list: async () => [] } : await forge.filesAt(tip);
  const { ids, issues: missing } = await selectIds({ files }, options.contract, 'yet');
  if (tip === null || missing.length > 0) return failed(missing, new Map(), 2);
  const { workspace } = await readWorkspace(files);
  const bot = workspace === null ? ACTIONS_BOT : botOf(workspace);
  const self = await forge.self();
  // Whoever may read may look what would be done.
  if (!options.dryRun && self?.id !== bot.id) {
    const params = { found: self?.login ?? '-', expected: bot.login === '' ? String(bot.id) : bot.login };
    return failed([issue('proposal-not-the-app', inFile('contracts/workspace.yaml'), params)], new Map(), 2);
  }
  const scene: ProposalWork['scene'] = { forge, repository, tip, bot, pushed: new Map() };
  const ratificationOf = await openRatifier(forge, tip);
  const planned: PlannedContract[] = [];
  const texts = new Map<string, string>();
  for (const id of ids) {
    const contract = await readContract(files, id);
    const again = async () => (ids.length === 1 ? contract : readContract(files, id));
    for (const [file, text] of contract.texts) texts.set(file, text);
    planned.push(await planContract(context, { ...scene, ratificationOf }, contract, again, now, options.dryRun));
  }
  await measureTogether(planned);
  const results: ProposedContract[] = [];
  for (const each of planned) {
    // One after the other is whole, as each was when it was planned.
    const work = each.work === null || each.periods.length === 0 ? null : { ...each.work, contract: await each.again() };
    results.push(await proposeContract(each, work));
    if (options.workbooks !== undefined && work !== null) await writeWorkbooks(work, options.workbooks);
    if (options.pages !== undefined && work !== null) await writePages(work, options.pages, repository.url);
  }
  return resultOf(texts, results);
}

/** A contract with what there is of its periods' proposals; null where nothing is proposed, and why. */
interface PlannedContract extends Pick<ProposedContract, 'contract' | 'issues' | 'broken'> {
  readonly work: Omit<ProposalWork, 'contract'> | null;
  readonly periods: readonly PlannedProposal[];
  /** Reads the contract again: all of them whole would be much memory. */
  readonly again: () => Promise<ReadContract>;
}

interface PlannedProposal {
  readonly planned: PlannedPeriod;
  readonly looked: FoundProposal | null;
  /** What its next step has to have measured. */
  readonly asked: { readonly key: string; readonly run: Run } | null;
}

async function planContract(
  context: CommandContext,
  { ratificationOf, ...scene }: ProposalWork['scene'] & { readonly ratificationOf: (contract: string) => Promise<RatificationReading> },
  contract: ReadContract,
  again: () => Promise<ReadContract>,
  now: Micros,
  dryRun: boolean,
): Promise<PlannedContract> {
  const refused = (issues: readonly Issue[], broken = false): PlannedContract => {
    return { contract: contract.id, work: null, periods: [], issues, broken, again };
  };
  try {
    const obstacles = obstaclesTo(contract, context.version);
    if (contract.folder === null || obstacles.length > 0) return refused(obstacles);
    const { ratification, agreement } = await ratificationOf(contract.id);
    if (ratification.state !== 'ratified') return refused(ratification.issues);
    const { terms, events } = contract.folder;
    const asOf = context.asOf ?? localDate(now, terms.contract.calendar.timezone);
    const own = { ...context, asOf, agreement };
    const work: ProposalWork = { context: own, scene, contract, terms, events, now, dryRun, foreseen: new Map(), proposed: new Map() };
    const periods: PlannedProposal[] = [];
    for (const planned of planPeriods({ terms, events, ledger: contract.ledger, asOf })) {
      const looked = await lookAt(work, planned.period);
      periods.push({ planned, looked, asked: dryRun || looked === null ? null : askedFor(work, again, planned, looked) });
    }
    const { contract: _, ...held } = work;
    return { contract: contract.id, work: held, periods, issues: [], broken: false, again };
  } catch (error) {
    if (error instanceof ShellError) return refused(error.issues, true);
    throw error;
  }
}

/** What there is of a period's proposal; null where the forge does not say: whoever proposes it asks again, and says so. */
async function lookAt({ scene, contract }: ProposalWork, period: PeriodId): Promise<FoundProposal | null> {
  try {
    return await findProposal(scene, contract, period);
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    return null;
  }
}

/** What the next step of a period has to have measured; null where it measures nothing. */
function askedFor(
  work: ProposalWork,
  again: () => Promise<ReadContract>,
  planned: PlannedPeriod,
  looked: FoundProposal,
): PlannedProposal['asked'] {
  const step = stepOf(work, planned, looked);
  const of = (contract: ReadContract) => runFor({ ...work, contract }, planned.period, step);
  const run = of(work.contract);
  if (run === null) return null;
  const whole = async () => of(await again()) ?? run;
  return { key: runKey(planned.period, step), run: withoutBulk(run, heldOf(work.contract), whole) };
}

/** Measures with one request what the next steps of all contracts need, so that rows which several of them count are asked for once. */
async function measureTogether(planned: readonly PlannedContract[]): Promise<void> {
  const asked = planned.flatMap(({ work, periods }) =>
    periods.flatMap(({ asked }) => (work === null || asked === null ? [] : [{ work, ...asked }])),
  );
  const results = await runTogether(asked.map(({ run }) => run));
  asked.forEach(({ work, key }, index) => {
    const result = results[index];
    if (result !== undefined) work.foreseen.set(key, result);
  });
}

async function proposeContract(
  { contract, periods: planned, issues, broken }: PlannedContract,
  work: ProposalWork | null,
): Promise<ProposedContract> {
  if (work === null) return { contract, periods: [], issues, broken };
  try {
    const periods: ProposedPeriod[] = [];
    for (const each of planned) periods.push(await proposePeriod(work, each.planned, each.looked));
    return { contract, periods, issues: [], broken: periods.some((period) => period.broken) };
  } catch (error) {
    if (error instanceof ShellError) return { contract, periods: [], issues: error.issues, broken: true };
    throw error;
  }
}

/** A workbook of every statement that is open for approval; nothing of it goes onto the branch, where only the ledger's own files count. */
async function writeWorkbooks({ contract, proposed }: ProposalWork, into: BinaryFiles): Promise<void> {
  for (const [period, entry] of proposed) {
    const before = contract.ledger.filter(({ statement }) => statement.period < period);
    const input = workbookInput(contract, [...before, entry], (each) => each === entry, null);
    for (const locale of LOCALES) await into.writeBytes(`${contract.id}-${period}.${locale}.xlsx`, xlsxOf(workbookOf(input, locale)));
  }
}

/** The page of every statement that is open for approval, as its contract's pages will have it when it is accepted. */
async function writePages({ contract, proposed }: ProposalWork, into: Pick<Files, 'write'>, repository: string): Promise<void> {
  for (const [period, entry] of proposed) {
    const before = contract.ledger.filter(({ statement }) => statement.period < period);
    const report = { ...wholeReportContext(entry, before, contract.events), repository };
    for (const locale of LOCALES) {
      const page = proposedPage({ statement: entry.statement, report }, locale);
      await into.write(page.path, pageHtml(page));
    }
  }
}

function resultOf(texts: ReadonlyMap<string, string>, results: readonly ProposedContract[]): Outcome {
  const issues = results.flatMap((result) => [...result.issues, ...result.periods.flatMap((period) => period.issues)]);
  const ended = results.some(({ broken }) => broken) ? 2 : hasErrors(issues) ? 1 : 0;
  const report: Report = {
    document: () => ({ contracts: results }),
    blocks: (locale) => [
      toldLines(
        ...(results.length === 0 ? [commandText('no-contract-yet', locale)] : results.flatMap((result) => linesOf(result, locale))),
      ),
    ],
  };
  return { ended, report, issues: [...issues].sort(compareIssues), texts };
}

function linesOf({ contract, periods, issues }: ProposedContract, locale: Locale): string[] {
  const say = (key: ProposalTextKey, params = {}) => proposalText(key, locale, params);
  if (periods.length === 0) return [labelled(contract, say(issues.length === 0 ? 'contract-settled' : 'contract-refused'), locale)];
  return periods.map(({ period, state, pullRequest, did, next, dueOn, after }) => {
    const step = next === null ? '' : say(`step.${next}`);
    const said = say(`state.${state}`, { dueOn, after: after ?? '', step });
    const done = did.length === 0 ? '' : parenthesis(did.map((each) => say(`step.${each}`)).join(listSeparator(locale)), locale);
    return labelled(`${contract} ${period}${pullRequest === null ? '' : ` #${pullRequest}`}`, `${said}${done}`, locale);
  });
}
