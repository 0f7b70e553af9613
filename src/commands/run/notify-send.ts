import type { Notify } from '../../contract/load-workspace.js';
import { WORKSPACE_FILE } from '../../contract/paths.js';
import { type Issue, inFile } from '../../kernel/issue.js';
import { localText } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { compose } from '../../notification/compose.js';
import { type Fact, factsOf } from '../../notification/facts.js';
import { placesOf } from '../../notification/plan.js';
import type { Account } from '../../ports/forge.js';
import type { Forge } from '../../ports/forge-writes.js';
import type { Outbox } from '../../ports/outbox.js';
import { botOf } from '../../reading/bot-account.js';
import { proposedSettlements } from '../../reading/proposed-settlements.js';
import { notOfTip } from '../../reading/tip-engine.js';
import { deliveredBlocks } from '../../report/delivered.js';
import type { CommandContext } from '../../running/context.js';
import { filedContracts } from '../../running/filed-contracts.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { readWorkspace } from '../../running/read-workspace.js';
import { selectContracts } from '../../running/select.js';
import { settlerIn } from '../../running/settler.js';
import { issue } from '../../words/issue.js';
import { type Delivered, deliver } from '../../writing/deliver.js';

export interface SendOptions {
  /** Whether nothing is sent and nothing written. */
  readonly dryRun: boolean;
}

/** Where and as whom is sent. */
interface Sender {
  readonly notify: Notify;
  readonly bot: Account;
  readonly self: Account;
}

/**
 * `concord notify --send`: tells every channel of the workspace what it has not been told.
 * @throws ShellError where the forge refuses: then nothing more is sent, since it could not be remembered.
 */
export async function sendNotices(context: CommandContext, forge: Forge, outbox: Outbox, { dryRun }: SendOptions): Promise<Outcome> {
  const stale = dryRun ? [] : await notOfTip(context, forge);
  if (stale.length > 0) return failed(stale, new Map(), 2);
  const { workspace, issues: wrong, texts } = await readWorkspace(context.files);
  if (workspace === null) return failed(wrong, texts, 2);
  const { notify } = workspace;
  if (notify === null) return failed([issue('notify-none', inFile(WORKSPACE_FILE))], texts, 2);
  const bot = botOf(workspace);
  const self = await forge.self();
  if (!dryRun && self?.id !== bot.id) {
    const params = { found: self?.login ?? '-', expected: bot.login === '' ? String(bot.id) : bot.login };
    return failed([issue('notify-not-the-app', inFile(WORKSPACE_FILE), params)], texts, 2);
  }
  return send(context, forge, outbox, { notify, bot, self: bot }, dryRun);
}

async function send(
  context: CommandContext,
  forge: Forge,
  outbox: Outbox,
  { notify, bot, self }: Sender,
  dryRun: boolean,
): Promise<Outcome> {
  const { contracts, issues: missing } = await selectContracts(context, null, 'yet', { evidence: false, until: context.asOf });
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const { readable, issues, texts } = filedContracts(context, contracts);
  const settler = await settlerIn(context.files);
  const proposed = await proposedSettlements(forge, bot, contracts);
  const facts = readable.flatMap(({ contract, input }): Fact[] => factsOf(contract, input, settler, proposed.get(contract) ?? []));
  const today = context.asOf ?? context.today('UTC');
  const terms = new Map(readable.map(({ contract, input }) => [contract, input.terms]));
  const [first] = terms.values();
  const composing = { today, terms, issue: notify.issue, repository: (await forge.repository()).url };
  const delivered = await deliver({
    ...{ forge, outbox, self, today, facts, dryRun, issue: notify.issue, places: placesOf(notify) },
    compose: (saying) => {
      const { locale } = saying.telling.place;
      const name = (party: 'brand' | 'provider') => (first === undefined ? party : localText(first.contract.parties[party].name, locale));
      return compose(saying, { ...composing, parties: { brand: name('brand'), provider: name('provider') } });
    },
  });
  const found: Issue[] = [...issues, ...delivered.flatMap((each) => each.issues)];
  return { ended: hasErrors(found) ? 1 : 0, report: reportOf(delivered, today, dryRun), issues: found, texts };
}

function reportOf(delivered: readonly Delivered[], asOf: string, dryRun: boolean): Report {
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
    }),
    blocks: (locale) => deliveredBlocks(delivered, asOf, locale),
  };
}
