import type { Outcome, Report } from '../../media/outcome.js';
import type { Against } from '../../outlook/against.js';
import { whyOf } from '../../outlook/why.js';
import { whyBlocks } from '../../report/why.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { lookBack } from '../../running/period-entries.js';

export interface WhyOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  /** Null: the last that is settled. */
  readonly period: string | null;
  readonly against: Against;
}

/**
 * `concord why`: what moved with what in a period, from its statement, or from a preview where it is not settled yet. Reads the ledger,
 * and the warehouse for what is not in it; writes nothing.
 */
export async function why(context: CommandContext, options: WhyOptions): Promise<Outcome> {
  const looked = await lookBack(context, options);
  if (looked.contract === null) return looked.refused;
  const { contract, period, entries, preview, issues } = looked;
  const found = whyOf({ entries, events: contract.events, period, against: options.against });
  const terms = entries.find(({ statement }) => statement.period === period)?.terms;
  if (found === null || terms === undefined) return failed(issues, contract.texts);
  const report: Report = {
    document: () => ({ ...found, ...(preview === null ? {} : { preview }) }),
    blocks: (locale) => whyBlocks(found, terms, locale, preview),
  };
  return { ended: 0, report };
}
