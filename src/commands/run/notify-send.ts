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
import type { Unread } from '../../report/unread.js';
import type { CommandContext } from '../../running/context.js';
import { filedContracts, unreadAmong } from '../../running/filed-contracts.js';
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
  /** Whether the week's notes are sent in place of the day's facts. */
  readonly weekly: boolean;
}

export interface ShowOptions extends SendOptions {
  /** The repository's page, where no forge is asked for it; null: not known. */
  readonly repository: string | null;
}

/** What is sent, by whom and with which links. */
interface Sending extends SendOptions, Pick<Composing, 'repository'> {
  readonly notify: Notify;
  readonly bot: Account;
  /** Null: nobody is asked, so that nothing of what is proposed or has been told is known. */
  readonly forge: Forge | null;
  /** Whether nothing is sent and nothing written. */
  readonly dryRun: boolean;
}

/**
 * `concord notify --send`: tells every channel of the workspace what it has not been told.
 * @throws ShellError where the forge refuses: then nothing more is sent, since it could not be remembered.
 */
export async function sendNotices(context: CommandContext, forge: Forge, outbox: Outbox, { weekly }: SendOptions): Promise<Outcome> {
  const stale = await notOfTip(context, forge);
  if (stale.length > 0) return failed(stale, new Map(), 2);
  return withChannels(context, false, async (notify, bot, texts) => {
    const self = await forge.self();
    if (self?.id !== bot.id) {
      const params = { found: self?.login ?? '-', expected: bot.login === '' ? String(bot.id) : bot.login };
      return failed([issue('notify-not-the-app', inFile(WORKSPACE_FILE), params)], texts, 2);
    }
    const { url: repository } = await forge.repository();
    return send(context, outbox, { notify, bot, forge, weekly, repository, dryRun: false });
  });
}

/**
 * `concord notify --send --dry-run`: what would be sent where.
 * @param forge null where no token is set: then it is what a channel that began today would be told
 * @throws ShellError where the forge refuses.
 */
export async function showNotices(context: CommandContext, forge: Forge | null, outbox: Outbox, options: ShowOptions): Promise<Outcome> {
  return withChannels(context, true, async (notify, bot) => {
    const repository = forge === null ? options.repository : (await forge.repository()).url;
    return send(context, outbox, { notify, bot, forge, weekly: options.weekly, repository, dryRun: true });
  });
}

async function withChannels(
  context: CommandContext,
  dryRun: boolean,
  told: (notify: Notify, bot: Account, texts: Outcome['texts']) => Promise<Outcome>,
): Promise<Outcome> {
  const { workspace, issues: wrong, texts } = await readWorkspace(context.files);
  if (workspace === null) return failed(wrong, texts, 2);
  const { notify } = workspace;
  if (notify !== null) return told(notify, botOf(workspace), texts);
  // Most repositories tell nobody, and have the workflow all the same.
  const today = context.asOf ?? context.today('UTC');
  return { ended: 0, report: reportOf([], [], { today, dryRun, isAsked: true, unread: [] }), issues: wrong, texts };
}

async function send(
  context: CommandContext,
  outbox: Outbox,
  { notify, bot, forge, weekly, repository, dryRun }: Sending,
): Promise<Outcome> {
  const { contracts, issues: missing } = await selectContracts(context, null, 'yet', { evidence: weekly, until: context.asOf });
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const { facts, terms, unread, issues } = weekly
    ? await factsOfWeek(context, contracts)
    : await factsOfDay(context, forge, bot, contracts);
  const today = context.asOf ?? context.today('UTC');
  const composing: Composing = { today, terms, issue: notify.issue, repository };
  const places = placesOf(notify);
  const delivered = await deliver({
    ...{ forge, outbox, self: bot, today, facts, dryRun, issue: notify.issue, places },
    compose: (saying) => compose(saying, composing),
  });
  const notes = facts.flatMap(({ what }) => ('weekly' in what ? [what.weekly] : []));
  const drafts = weekly && !dryRun && forge !== null ? await writeDrafts(forge, notify.issue, places, notes) : [];
  const found: Issue[] = [...issues, ...delivered.flatMap((each) => each.issues)];
  const report = reportOf(delivered, drafts, { today, dryRun, isAsked: forge !== null, unread });
  return { ended: hasErrors(found) ? 1 : 0, report, issues: found, texts: textsOf(contracts) };
}

interface FoundFacts {
  readonly facts: readonly Fact[];
  readonly terms: Composing['terms'];
  readonly unread: readonly Unread[];
  readonly issues: readonly Issue[];
}

async function factsOfDay(
  context: CommandContext,
  forge: Forge | null,
  bot: Account,
  contracts: readonly ReadContract[],
): Promise<FoundFacts> {
  const { readable, unread, issues } = filedContracts(context, contracts);
  const settler = await settlerIn(context.files);
  const proposed = forge === null ? null : await proposedSettlements(forge, bot, contracts);
  return {
    facts: readable.flatMap(({ contract, input }) => factsOf(contract, input, settler, proposed?.get(contract) ?? [])),
    terms: new Map(readable.map(({ contract, input }) => [contract, input.terms])),
    unread,
    issues,
  };
}

async function factsOfWeek(context: CommandContext, contracts: readonly ReadContract[]): Promise<FoundFacts> {
  const { notes, issues } = await weeklyNotes(context, contracts);
  const terms = new Map(notes.map((note) => [note.contract, note.terms]));
  return { facts: notes.map(weeklyFact), terms, unread: unreadAmong(contracts, () => false), issues };
}

interface Sent {
  readonly today: LocalDate;
  readonly dryRun: boolean;
  /** Whether the forge was asked what is proposed and what has been told. */
  readonly isAsked: boolean;
  readonly unread: readonly Unread[];
}

function reportOf(delivered: readonly Delivered[], drafts: readonly Draft[], { today: asOf, dryRun, isAsked, unread }: Sent): Report {
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
    blocks: (locale) => [...deliveredBlocks(delivered, { asOf, isAsked, unread }, locale), ...draftBlocks(drafts, locale)],
  };
}
