import type { Notify } from '../../contract/load-workspace.js';
import { WORKSPACE_FILE } from '../../contract/paths.js';
import type { LocalDate } from '../../kernel/calendar.js';
import { type Issue, inFile } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { type Composing, compose } from '../../notification/compose.js';
import { type Fact, factsOf, weeklyFact } from '../../notification/facts.js';
import { placesOf } from '../../notification/plan.js';
import type { Account } from '../../ports/forge.js';
import type { Forge } from '../../ports/forge-writes.js';
import type { Outbox } from '../../ports/outbox.js';
import { botOf } from '../../reading/bot-account.js';
import { proposedSettlements } from '../../reading/proposed-settlements.js';
import { notOfTip } from '../../reading/tip-engine.js';
import { deliveredBlocks, draftBlocks } from '../../report/delivered.js';
import type { CommandContext } from '../../running/context.js';
import { filedContracts } from '../../running/filed-contracts.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { type ReadContract, textsOf } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { settlerIn } from '../../running/settler.js';
import { issue } from '../../words/issue.js';
import { type Delivered, deliver } from '../../writing/deliver.js';
import { type Draft, writeDrafts } from '../../writing/weekly-drafts.js';
import { weeklyNotes } from './notify-weekly.js';

export interface SendOptions {
  /** Whether nothing is sent and nothing written. */
  readonly dryRun: boolean;
  /** Whether the week's notes are sent in place of the day's facts. */
  readonly weekly: boolean;
}

/** Where and as whom is sent. */
interface Sender {
  readonly notify: Notify;
  readonly bot: Account;
}

/**
 * `concord notify --send`: tells every channel of the workspace what it has not been told.
 * @throws ShellError where the forge refuses: then nothing more is sent, since it could not be remembered.
 */
export async function sendNotices(context: CommandContext, forge: Forge, outbox: Outbox, options: SendOptions): Promise<Outcome> {
  const { dryRun } = options;
  const stale = dryRun ? [] : await notOfTip(context, forge);
  if (stale.length > 0) return failed(stale, new Map(), 2);
  const { workspace, issues: wrong, texts } = await readWorkspace(context.files);
  if (workspace === null) return failed(wrong, texts, 2);
  const { notify } = workspace;
  // Most repositories tell nobody, and have the workflow all the same.
  if (notify === null) {
    const today = context.asOf ?? context.today('UTC');
    return { ended: 0, report: reportOf([], [], today, dryRun), issues: wrong, texts };
  }
  const bot = botOf(workspace);
  const self = await forge.self();
  if (!dryRun && self?.id !== bot.id) {
    const params = { found: self?.login ?? '-', expected: bot.login === '' ? String(bot.id) : bot.login };
    return failed([issue('notify-not-the-app', inFile(WORKSPACE_FILE), params)], texts, 2);
  }
  return send(context, forge, outbox, { notify, bot }, options);
}

async function send(
  context: CommandContext,
  forge: Forge,
  outbox: Outbox,
  { notify, bot }: Sender,
  options: SendOptions,
): Promise<Outcome> {
  const { dryRun, weekly } = options;
  const { contracts, issues: missing } = await selectContracts(context, null, 'yet', { evidence: weekly, until: context.asOf });
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const { facts, issues } = weekly ? await factsOfWeek(context, contracts) : await factsOfDay(context, forge, bot, contracts);
  const today = context.asOf ?? context.today('UTC');
  const terms = new Map(contracts.flatMap(({ id, folder }) => (folder === null ? [] : [[id, folder.terms] as const])));
  const composing: Composing = { today, terms, issue: notify.issue, repository: (await forge.repository()).url };
  const places = placesOf(notify);
  const delivered = await deliver({
    ...{ forge, outbox, self: bot, today, facts, dryRun, issue: notify.issue, places },
    compose: (saying) => compose(saying, composing),
  });
  const notes = facts.flatMap(({ what }) => ('weekly' in what ? [what.weekly] : []));
  const drafts = weekly && !dryRun ? await writeDrafts(forge, notify.issue, places, notes) : [];
  const found: Issue[] = [...issues, ...delivered.flatMap((each) => each.issues)];
  const texts = textsOf(contracts);
  return { ended: hasErrors(found) ? 1 : 0, report: reportOf(delivered, drafts, today, dryRun), issues: found, texts };
}

interface FoundFacts {
  readonly facts: readonly Fact[];
  readonly issues: readonly Issue[];
}

async function factsOfDay(context: CommandContext, forge: Forge, bot: Account, contracts: readonly ReadContract[]): Promise<FoundFacts> {
  const { readable, issues } = filedContracts(context, contracts);
  const settler = await settlerIn(context.files);
  const proposed = await proposedSettlements(forge, bot, contracts);
  return { facts: readable.flatMap(({ contract, input }) => factsOf(contract, input, settler, proposed.get(contract) ?? [])), issues };
}

async function factsOfWeek(context: CommandContext, contracts: readonly ReadContract[]): Promise<FoundFacts> {
  const { notes, issues } = await weeklyNotes(context, contracts);
  return { facts: notes.map(weeklyFact), issues };
}

function reportOf(delivered: readonly Delivered[], drafts: readonly Draft[], asOf: LocalDate, dryRun: boolean): Report {
  return {
    document: () => ({
      apiVersion: 'concord/v1',
      kind: 'Notified',
      asOf,
      dryRun,
      places: delivered.map(({ place, state, messages }) => {
        const { to, secret, locale } = place;
        return { to, secret, locale, state, messages };
      }),
      drafts: drafts.map(({ place, contract, outcome }) => ({ secret: place.secret, locale: place.locale, contract, outcome })),
    }),
    blocks: (locale) => [...deliveredBlocks(delivered, asOf, locale), ...draftBlocks(drafts, locale)],
  };
}
