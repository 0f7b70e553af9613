import type { Outcome } from '../../media/outcome.js';
import { quoteOf } from '../../outlook/quote.js';
import { quoteBlocks } from '../../report/quote.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { selectContract } from '../../running/select.js';

/** `concord quote`: what a contract can pay, from its text alone; measures nothing and writes nothing. */
export async function quote(context: CommandContext, options: { readonly contract: string | null }): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const { terms } = contract.folder;
  const found = quoteOf(terms);
  return { ended: 0, report: { document: () => found, blocks: (locale) => quoteBlocks(found, terms, locale) } };
}
