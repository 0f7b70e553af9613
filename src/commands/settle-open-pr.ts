import { loadWorkspace } from '../contract/load-workspace.js';
import { localDate, type Micros } from '../kernel/calendar.js';
import { documentText } from '../kernel/canonical.js';
import { type ProposalTextKey, proposalText } from '../kernel/catalogue/proposal.js';
import { compareIssues, type Issue } from '../kernel/issue.js';
import { type Forge, ShellError } from '../ports.js';
import { planPeriods } from '../settlement/proposal.js';
import { ACTIONS_BOT, botOf } from './bot-account.js';
import type { CommandContext, CommandResult } from './context.js';
import { failed, hasErrors, issuesOutput } from './issue-output.js';
import { openRatifier, type RatificationReading } from './ratification.js';
import type { ReadContract } from './repository.js';
import { selectContracts } from './select.js';
import { obstaclesTo } from './settle.js';
import { type ProposalScene, proposalIssue } from './settlement-branch.js';
import { type ProposedPeriod, proposePeriod } from './settlement-steps.js';
import { notOfTip } from './tip-engine.js';

export interface OpenPrOptions {
  readonly contract: string | null;
  /** Change nothing; say what would be done next. */
  readonly dryRun: boolean;
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
export async function settleByPullRequest(context: CommandContext, forge: Forge, options: OpenPrOptions): Promise<CommandResult> {
  const stale = options.dryRun ? [] : await notOfTip(context, forge);
  if (stale.length > 0) return failed(context, stale, new Map(), 2);
  const repository = await forge.repository();
  const now = await forge.now();
  const tip = await forge.tip(repository.defaultBranch);
  const files = tip === null ? { read: async () => null, list: async () => [] } : await forge.filesAt(tip);
  const { contracts, issues: missing } = await selectContracts({ files }, options.contract);
  if (tip === null || missing.length > 0) return failed(context, missing, new Map(), 2);
  const { workspace } = loadWorkspace(contracts[0]?.texts ?? new Map());
  const bot = workspace === null ? ACTIONS_BOT : botOf(workspace);
  const self = await forge.self();
  if (self?.id !== bot.id) {
    const params = { found: self?.login ?? '-', expected: bot.login === '' ? String(bot.id) : bot.login };
    return failed(context, [proposalIssue('proposal-not-the-app', 'contracts/workspace.yaml', params)], new Map(), 2);
  }
  const scene: ProposalScene = { forge, repository, tip, bot, pushed: new Map() };
  const ratificationOf = await openRatifier(forge, tip);
  const results: ProposedContract[] = [];
  for (const contract of contracts) {
    results.push(await proposeContract(context, { ...scene, ratificationOf }, contract, now, options.dryRun));
  }
  return resultOf(context, contracts, results);
}

async function proposeContract(
  context: CommandContext,
  { ratificationOf, ...scene }: ProposalScene & { readonly ratificationOf: (contract: string) => Promise<RatificationReading> },
  contract: ReadContract,
  now: Micros,
  dryRun: boolean,
): Promise<ProposedContract> {
  const refused = (issues: readonly Issue[], broken = false): ProposedContract => ({ contract: contract.id, periods: [], issues, broken });
  try {
    const obstacles = obstaclesTo(contract, context.version);
    if (contract.folder === null || obstacles.length > 0) return refused(obstacles);
    const { ratification, agreement } = await ratificationOf(contract.id);
    if (ratification.state !== 'ratified') return refused(ratification.issues);
    const { terms, events } = contract.folder;
    const asOf = context.asOf ?? localDate(now, terms.contract.calendar.timezone);
    const planned = planPeriods({ terms, events, ledger: contract.ledger, asOf });
    const work = { context: { ...context, asOf, agreement }, scene, contract, terms, events, now, dryRun };
    const periods: ProposedPeriod[] = [];
    for (const each of planned) periods.push(await proposePeriod(work, each));
    return { contract: contract.id, periods, issues: [], broken: periods.some((period) => period.broken) };
  } catch (error) {
    if (error instanceof ShellError) return refused(error.issues, true);
    throw error;
  }
}

function resultOf(context: CommandContext, contracts: readonly ReadContract[], results: readonly ProposedContract[]): CommandResult {
  const issues = results.flatMap((result) => [...result.issues, ...result.periods.flatMap((period) => period.issues)]);
  const exitCode = results.some(({ broken }) => broken) ? 2 : hasErrors(issues) ? 1 : 0;
  const texts = new Map(contracts.flatMap((contract) => [...contract.texts]));
  const errors = issues.length === 0 ? {} : { errors: issuesOutput(context, [...issues].sort(compareIssues), texts, 'pretty') };
  if (context.format === 'json') return { exitCode, output: documentText({ contracts: results }), ...errors };
  return { exitCode, output: `${results.flatMap((result) => linesOf(context, result)).join('\n')}\n`, ...errors };
}

function linesOf(context: CommandContext, { contract, periods, issues }: ProposedContract): string[] {
  const say = (key: ProposalTextKey, params = {}) => proposalText(key, context.locale, params);
  if (periods.length === 0) return [`${contract}: ${say(issues.length === 0 ? 'contract-settled' : 'contract-refused')}`];
  return periods.map(({ period, state, pullRequest, did, next, dueOn, after }) => {
    const step = next === null ? '' : say(`step.${next}`);
    const said = say(`state.${state}`, { dueOn, after: after ?? '', step });
    const done = did.length === 0 ? '' : ` (${did.map((each) => say(`step.${each}`)).join(', ')})`;
    return `${contract} ${period}${pullRequest === null ? '' : ` #${pullRequest}`}: ${said}${done}`;
  });
}
