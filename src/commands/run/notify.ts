import type { Party } from '../../kernel/party.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { factsOfToday, isHeardBy } from '../../notification/facts.js';
import { toldBlocks } from '../../notification/told.js';
import type { CommandContext } from '../../running/context.js';
import { filedContracts } from '../../running/filed-contracts.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { reckonedFor } from '../../running/reckoned.js';
import { selectContracts } from '../../running/select.js';
import { settlerIn } from '../../running/settler.js';

export interface NotifyOptions {
  /** Null: all of them. */
  readonly contract: string | null;
  /** Null: both parties. */
  readonly for: Party | null;
}

/** `concord notify`: what is told to a party on a day, by the repository's files alone. */
export async function tellToday(context: CommandContext, options: NotifyOptions): Promise<Outcome> {
  const { contracts, issues: missing } = await selectContracts(context, options.contract, 'yet', { evidence: false, until: context.asOf });
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const settler = await settlerIn(context.files);
  const party = options.for ?? 'both';
  const { readable, unread, issues, texts } = filedContracts(context, contracts);
  const reported = readable.map(({ contract, input }) => {
    const facts = factsOfToday(contract, input, settler).filter((fact) => isHeardBy(fact, party));
    return { contract, terms: input.terms, facts };
  });
  const { days, asOf } = reckonedFor(
    context,
    reported.map(({ terms }) => terms),
  );
  const report: Report = {
    document: () => ({
      apiVersion: 'concord/v1',
      kind: 'Told',
      asOf,
      contracts: reported.map(({ contract, facts }) => ({
        contract,
        facts: facts.map(({ keys, on, to, what }) => ({ keys, on, to, ...what })),
      })),
    }),
    blocks: (locale) => toldBlocks(reported, days, locale, { reader: party, unread }),
  };
  return { ended: hasErrors(issues) ? 1 : 0, report, issues, texts };
}
