import { type CommentTextKey, commentText } from '../kernel/catalogue/comment.js';
import { reportText } from '../kernel/catalogue/report.js';
import type { Issue } from '../kernel/issue.js';
import type { Party } from '../kernel/party.js';
import type { Locale, Params } from '../kernel/text.js';
import type { Scorecard } from '../settlement/model.js';
import { type Block, text } from './blocks.js';
import { type CommentLocales, inEach, markdownBlocks } from './changes-comment.js';
import type { CommentSection } from './comment-sections.js';
import { issueItems } from './issue-list.js';
import type { IssueTexts } from './issues.js';
import type { ReportContext } from './report-context.js';
import { scorecardParts } from './scorecard.js';
import { type MeasuredSide, sideBySideBlocks } from './side-by-side.js';

/** What could be said of a contract's running period by the default branch's text. */
export type CurrentScore =
  | { readonly kind: 'measured'; readonly card: Scorecard; readonly context: ReportContext }
  /** Not on the default branch; or broken there. */
  | { readonly kind: 'new' | 'errors' }
  /** The data is out of reach or not fit for it. */
  | { readonly kind: 'unmeasured'; readonly issues: readonly Issue[] };

/** What could be said of it by the text that the pull request proposes. */
export type ProposedScore =
  /** It measures nothing differently. */
  | { readonly kind: 'same' }
  /** Whoever keeps the data has not approved this commit. */
  | { readonly kind: 'waits'; readonly parties: readonly Party[] }
  | { readonly kind: 'measured'; readonly side: MeasuredSide }
  | { readonly kind: 'unmeasured'; readonly issues: readonly Issue[] };

export interface ContractScore {
  readonly contract: string;
  readonly current: CurrentScore;
  readonly proposed: ProposedScore;
}

/** The running period of each contract that a pull request touches; what is said in folded parts is said in every language. */
export function scorecardSections(
  scores: readonly ContractScore[],
  base: string,
  texts: IssueTexts,
  locales: CommentLocales,
): CommentSection[] {
  return [
    ...inEach(locales, 'scorecard-title', (locale) =>
      markdownBlocks([...opening(scores, base, locale), ...scores.flatMap((score) => contractBlocks(score, texts, locale))]),
    ),
    ...scores.flatMap((score) => locales.flatMap((locale) => detailSection(score, locale))),
  ];
}

function opening(scores: readonly ContractScore[], base: string, locale: Locale): Block[] {
  const say = (key: CommentTextKey, params: Params = {}) => commentText(key, locale, params);
  const note = scores.length === 0 ? say('scorecard-none') : say('scorecard-note', { base: base.slice(0, 12) });
  return [
    { kind: 'heading', text: say('scorecard-title') },
    { kind: 'paragraph', text: text(note) },
  ];
}

function contractBlocks({ contract, current, proposed }: ContractScore, texts: IssueTexts, locale: Locale): Block[] {
  return [...currentBlocks(contract, current, texts, locale), ...proposedBlocks(current, proposed, texts, locale)];
}

function currentBlocks(contract: string, current: CurrentScore, texts: IssueTexts, locale: Locale): Block[] {
  if (current.kind === 'measured') {
    const { header, total, scores } = scorecardParts(current.card, current.context, locale);
    return [...header, total, ...scores];
  }
  const heading: Block = { kind: 'heading', text: contract };
  if (current.kind === 'unmeasured') return [heading, ...unmeasured('scorecard-unmeasured', current.issues, texts, locale)];
  return [heading, { kind: 'paragraph', text: text(commentText(`scorecard-${current.kind}`, locale)) }];
}

function proposedBlocks(current: CurrentScore, proposed: ProposedScore, texts: IssueTexts, locale: Locale): Block[] {
  switch (proposed.kind) {
    case 'same':
      return [];
    case 'waits': {
      const parties = proposed.parties.map((party) => reportText(`party.${party}`, locale)).join(commentText('and', locale));
      return [{ kind: 'paragraph', text: text(commentText('head-waits', locale, { parties })) }];
    }
    case 'unmeasured':
      return unmeasured('head-errors', proposed.issues, texts, locale);
    case 'measured': {
      if (current.kind !== 'measured') return [];
      const before = { card: current.card, terms: current.context.terms };
      return sideBySideBlocks(before, proposed.side, locale);
    }
  }
}

function unmeasured(key: CommentTextKey, issues: readonly Issue[], texts: IssueTexts, locale: Locale): Block[] {
  return [
    { kind: 'paragraph', text: text(commentText(key, locale), 'strong') },
    { kind: 'list', items: issueItems(issues, texts, locale) },
  ];
}

function detailSection({ contract, current }: ContractScore, locale: Locale): CommentSection[] {
  if (current.kind !== 'measured') return [];
  const { money, checks } = scorecardParts(current.card, current.context, locale);
  return [
    { title: `${contract} · ${commentText('scorecard-details', locale)}`, folded: true, blocks: markdownBlocks([...money, ...checks]) },
  ];
}
