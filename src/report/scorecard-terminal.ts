import type { Locale } from '../kernel/text.js';
import type { Scorecard } from '../settlement/model.js';
import type { ReportContext } from './report-context.js';
import { scorecardBlocks } from './scorecard-blocks.js';
import { renderTerminal, type TerminalOptions } from './terminal.js';

/** A measured and scored period, money first, for a terminal. */
export function renderScorecardTerminal(
  card: Scorecard,
  context: ReportContext,
  options: TerminalOptions & { readonly locale: Locale },
): string {
  return renderTerminal(scorecardBlocks(card, context, options.locale), options);
}
