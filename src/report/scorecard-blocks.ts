import type { Locale } from '../kernel/text.js';
import type { Scorecard } from '../settlement/model.js';
import type { Block } from './blocks.js';
import { anomalySection, measureSection, qualitySection, reconcileSection } from './check-sections.js';
import { headerSection } from './header.js';
import { heldSection, lineSection, totalSection } from './money-sections.js';
import type { ReportContext } from './report-context.js';
import { gateSection, kpiSection } from './score-sections.js';
import { wording } from './wording.js';

/** All that a scorecard says, money first. */
export function scorecardBlocks(card: Scorecard, context: ReportContext, locale: Locale): Block[] {
  const words = wording(context.terms, locale);
  return [
    ...headerSection(card, words),
    totalSection(card, words),
    ...lineSection(card, words),
    ...heldSection(card, words),
    ...kpiSection(card, context, words),
    ...gateSection(card, words),
    ...reconcileSection(card, words),
    ...anomalySection(card, words),
    ...measureSection(card, words),
    ...qualitySection(card, words),
  ];
}
