import type { Locale } from '../../kernel/text.js';
import type { Outcome } from '../../media/outcome.js';
import { termSheet, termSheetBlocks, termSheetDocument } from '../../report/term-sheet.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { selectContract } from '../../running/select.js';

export interface ReadOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  /** The languages, beside each other. */
  readonly locales: readonly Locale[];
}

/** `concord read`: a contract as sentences, each of them read back before it is shown; measures nothing and writes nothing. */
export async function read(context: CommandContext, options: ReadOptions): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const { terms } = contract.folder;
  const [first = context.locale, ...others] = options.locales;
  const sheet = termSheet(terms, [first, ...others]);
  return { ended: 0, report: { document: () => termSheetDocument(sheet), blocks: () => termSheetBlocks(sheet) } };
}
