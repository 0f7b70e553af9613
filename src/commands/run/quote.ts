import type { Issue } from '../../kernel/issue.js';
import type { Outcome } from '../../media/outcome.js';
import { marginOf } from '../../outlook/margin.js';
import { quoteOf } from '../../outlook/quote.js';
import { quotedPast } from '../../outlook/quoted-past.js';
import { quoteBlocks } from '../../report/quote.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { measuredPast } from '../../running/quote-run.js';
import { asOfFor } from '../../running/reckoned.js';
import { selectContract } from '../../running/select.js';
import { describe } from '../../words/issue.js';

export interface QuoteOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  /** Share of revenue that is left before fees, as a decimal; null: not asked. */
  readonly margin: string | null;
}

/**
 * `concord quote`: what a contract can pay by its text, and how hard its targets are by the data of the past. Where these cannot be read it
 * says so, and tells what the text alone says. Writes nothing.
 */
export async function quote(context: CommandContext, options: QuoteOptions): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const { terms, events } = contract.folder;
  const found = quoteOf(terms, events);
  const end = found.ended?.on;
  const measured = await measuredPast(context, contract, terms);
  const past = measured.past === null ? null : quotedPast(measured.past, end);
  const margin = options.margin === null ? null : marginOf(terms, measured.past, options.margin, end);
  const data = {
    past,
    margin,
    unread: measured.issues,
    lacking: measured.lacking,
    asOf: asOfFor(context, terms.contract.calendar.timezone),
  };
  return {
    ended: 0,
    report: {
      document: () => ({ ...found, past, margin, unread: measured.issues.map(unreadBy) }),
      blocks: (locale) => quoteBlocks(found, terms, locale, data),
    },
  };
}

function unreadBy(issue: Issue) {
  return { code: issue.code, en: describe(issue, 'en').text, zh: describe(issue, 'zh').text };
}
