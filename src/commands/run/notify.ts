import type { Party } from '../../kernel/party.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { reminderBlocks } from '../../report/reminders.js';
import type { CommandContext } from '../../running/context.js';
import { filedContracts } from '../../running/filed-contracts.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { selectContracts } from '../../running/select.js';
import { reckonedFor } from '../../running/settlement-run.js';
import { settlerIn } from '../../running/settler.js';
import { heardBy, remindersOf } from '../../settlement/reminders.js';

export interface NotifyOptions {
  /** Null: all of them. */
  readonly contract: string | null;
  /** Null: both parties. */
  readonly for: Party | null;
}

/** `concord notify`: what is told to a party on a day, by the repository's files alone. */
export async function tellReminders(context: CommandContext, options: NotifyOptions): Promise<Outcome> {
  const { contracts, issues: missing } = await selectContracts(context, options.contract, 'yet', { evidence: false, until: context.asOf });
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const settler = await settlerIn(context.files);
  const { readable, issues, texts } = filedContracts(context, contracts);
  const reported = readable.map(({ contract, input }) => {
    return { contract, terms: input.terms, reminders: heardBy(remindersOf(input, settler), options.for) };
  });
  const { days, asOf } = reckonedFor(
    context,
    reported.map(({ terms }) => terms),
  );
  const report: Report = {
    document: () => ({
      apiVersion: 'concord/v1',
      kind: 'Reminders',
      asOf,
      contracts: reported.map(({ contract, reminders }) => ({ contract, reminders })),
    }),
    blocks: (locale) => reminderBlocks(reported, days, locale, options.for ?? 'both'),
  };
  return { ended: hasErrors(issues) ? 1 : 0, report, issues, texts };
}
