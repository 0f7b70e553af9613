import type { Locale } from '../kernel/text.js';
import type { Running, Scorecard } from '../settlement/model.js';
import type { Block } from './blocks.js';
import { anomalySection, measureSection, qualitySection, reconcileSection } from './check-sections.js';
import { dutyReminders, dutySection } from './duty-section.js';
import { firstLines, settledFrom } from './first-lines.js';
import { headerSection, titleSection } from './header.js';
import { heldSection } from './held-section.js';
import { maturitySection } from './maturity.js';
import { milestoneSection } from './milestone-section.js';
import { lineSection, totalSection } from './money-sections.js';
import { outlookBrief } from './outlook.js';
import type { ReportContext } from './report-context.js';
import { runningNote, runningSection, watchSection } from './running-section.js';
import { gateSection, kpiSection } from './score-sections.js';
import { settledSection } from './settled-section.js';
import { kpiSheet, withSheet } from './sheets.js';
import { whyBrief } from './why-brief.js';
import { type Wording, wording } from './wording.js';

/** A scorecard in parts, for a comment that folds some of them. */
export interface ScorecardParts {
  readonly title: readonly Block[];
  readonly total: Block;
  readonly header: readonly Block[];
  readonly money: readonly Block[];
  readonly scores: readonly Block[];
  readonly checks: readonly Block[];
}

/** A scorecard in parts, as {@link outlookParts}; that of a running period says to which day it is known. */
export function scorecardParts(card: Scorecard, context: ReportContext, locale: Locale): ScorecardParts {
  const words = wording(context.terms, locale);
  const { running } = card;
  if (running !== undefined) return runningParts(card, running, context, words);
  return {
    title: [...titleSection(card, context, words), ...(context.settled === undefined ? [] : settledSection(context.settled, card, words))],
    total: totalSection(card, context, words),
    header: [...firstLines(card, context, words), ...dutyReminders(card, context, words), ...headerSection(card, context, words)],
    money: [...lineSection(card, context, words), ...heldSection(card, context, words)],
    scores: [
      ...withSheet(kpiSection(card, context, words), () => kpiSheet(card, words)),
      ...gateSection(card, words),
      ...watchSection(card, words),
      ...dutySection(card, context, words),
      ...whyBrief(context.why, context.terms, locale),
      ...maturitySection(context.maturing === undefined ? [] : [context.maturing], context.terms, locale),
    ],
    checks: [
      ...reconcileSection(card, context, words),
      ...anomalySection(card, context, words),
      ...measureSection(card, words),
      ...qualitySection(card, context, words),
    ],
  };
}

/** Of a period that is not over: what it has come to, and nothing that would be read as its result. */
function runningParts(card: Scorecard, running: Running, context: ReportContext, words: Wording): ScorecardParts {
  return {
    title: titleSection(card, context, words),
    total: runningNote(card, words),
    header: [
      ...outlookBrief(context.outlook, context.terms, words.locale),
      ...settledFrom(card, context, words),
      ...dutyReminders(card, context, words),
    ],
    money: [],
    scores: [
      ...withSheet(runningSection(card, running, context, words), () => kpiSheet(card, words)),
      ...dutySection(card, context, words),
      ...milestoneSection(card, context, words),
    ],
    checks: [...anomalySection(card, context, words), ...qualitySection(card, context, words), ...headerSection(card, context, words)],
  };
}

/** A measured and scored period, money first. */
export function scorecardBlocks(card: Scorecard, context: ReportContext, locale: Locale): Block[] {
  const { title, total, header, money, scores, checks } = scorecardParts(card, context, locale);
  return [...title, total, ...header, ...money, ...scores, ...checks];
}
