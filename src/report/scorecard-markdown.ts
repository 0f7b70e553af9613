import type { Locale } from '../kernel/text.js';
import type { Scorecard } from '../settlement/model.js';
import { renderMarkdown } from './markdown.js';
import type { ReportContext } from './report-context.js';
import { scorecardBlocks } from './scorecard-blocks.js';

/** A measured and scored period, money first, as GitHub-flavoured Markdown. */
export function renderScorecardMarkdown(card: Scorecard, context: ReportContext, locale: Locale): string {
  return renderMarkdown(scorecardBlocks(card, context, locale));
}
