import type { Issue } from '../kernel/issue.js';
import type { Party } from '../kernel/party.js';
import type { Locale, Params } from '../kernel/text.js';
import type { Scorecard } from '../settlement/model.js';
import { type CommentTextKey, commentText } from '../words/comment.js';
import { reportText } from '../words/report.js';
import { type Block, text } from './blocks.js';
import { type CommentStyle, inEach, inlineCode, sectionBlocks } from './changes-comment.js';
import type { CommentSection } from './comment-sections.js';
import { issueItems } from './issue-list.js';
import { sentenceSeparator } from './punctuation.js';
import type { ReportContext } from './report-context.js';
import { scorecardParts } from './scorecard.js';
import { type MeasuredSide, sideBySideBlocks } from './side-by-side.js';

/** What could be said of a contract's running period by the default branch's text. */
export type CurrentScore =
  | ({ readonly kind: 'measured' } & ReportedScore)
  /** Not on the default branch; broken there; agreed to by nobody; asked for by a stranger, who shall not spend the owner's money. */
  | { readonly kind: 'new' | 'errors' | 'unagreed' | 'outside' }
  /** The data is out of reach or not fit for it. */
  | { readonly kind: 'unmeasured'; readonly issues: readonly Issue[] };

/** What could be said of it by the text that the pull request proposes. */
export type ProposedScore =
  /** It measures nothing differently. */
  | { readonly kind: 'same' }
  /** Whoever keeps the data has not approved this commit. */
  | { readonly kind: 'waits'; readonly parties: readonly Party[] }
  | { readonly kind: 'measured'; readonly before: MeasuredSide; readonly after: MeasuredSide }
  | { readonly kind: 'unmeasured'; readonly issues: readonly Issue[] };

/** A scorecard with what it is read with. */
export interface ReportedScore {
  readonly card: Scorecard;
  readonly context: ReportContext;
}

export interface ContractScore {
  readonly contract: string;
  /** The last period that is over, settled or not; null where there is none. */
  readonly over: ReportedScore | null;
  readonly current: CurrentScore;
  readonly proposed: ProposedScore;
}

/** What is told of all scores together. */
export interface ScoresTold {
  /** Commit of the default branch. */
  readonly base: string;
  /** What measuring them cost, for the text that says so; null where reading costs nothing. */
  readonly cost: Params | null;
}

/** The running period of each contract that a pull request touches; what is said in folded parts is said in every language. */
export function scorecardSections(scores: readonly ContractScore[], of: ScoresTold, style: CommentStyle): CommentSection[] {
  return [
    ...inEach(style, 'scorecard-title', (locale) => [
      ...opening(scores, of, locale),
      ...scores.flatMap((score) => contractBlocks(score, locale)),
    ]),
    ...scores.flatMap((score) => style.locales.flatMap((locale) => detailSection(score, style, locale))),
  ];
}

function opening(scores: readonly ContractScore[], { base, cost }: ScoresTold, locale: Locale): Block[] {
  const say = (key: CommentTextKey, params: Params = {}) => commentText(key, locale, params);
  const heading: Block = { kind: 'heading', text: say('scorecard-title') };
  if (scores.length === 0) return [heading, { kind: 'paragraph', text: text(say('scorecard-none')) }];
  const ran = scores.some(({ proposed }) => proposed.kind === 'measured' || proposed.kind === 'unmeasured');
  const note = inlineCode(say('scorecard-note'), { base });
  const paid: Block[] = cost === null ? [] : [{ kind: 'paragraph', text: text(say('scorecard-cost', cost)) }];
  return [
    heading,
    { kind: 'paragraph', text: ran ? note : [...note, ...text(`${sentenceSeparator(locale)}${say('scorecard-safe')}`)] },
    ...paid,
  ];
}

function contractBlocks({ contract, current, over, proposed }: ContractScore, locale: Locale): Block[] {
  return [...currentBlocks(contract, current, locale), ...overBlocks(current, over, locale), ...proposedBlocks(proposed, locale)];
}

/** The last period that is over, where the running one has nothing to show: data is only complete at a period's end. */
function overBlocks(current: CurrentScore, over: ReportedScore | null, locale: Locale): Block[] {
  const hasScores = current.kind === 'measured' && current.card.kpis.some(({ score }) => score !== null);
  if (over === null || hasScores) return [];
  const { total, scores } = scorecardParts(over.card, over.context, locale);
  const note = commentText('scorecard-over', locale, { period: over.card.period });
  return [{ kind: 'paragraph', text: text(note, 'strong') }, total, ...scores];
}

function currentBlocks(contract: string, current: CurrentScore, locale: Locale): Block[] {
  if (current.kind === 'measured') {
    const { title, total, header, scores } = scorecardParts(current.card, current.context, locale);
    return [...title, total, ...header, ...scores];
  }
  const heading: Block = { kind: 'heading', text: contract };
  if (current.kind === 'unmeasured') return [heading, ...unmeasured('scorecard-unmeasured', current.issues, locale)];
  return [heading, { kind: 'paragraph', text: text(commentText(`scorecard-${current.kind}`, locale)) }];
}

function proposedBlocks(proposed: ProposedScore, locale: Locale): Block[] {
  switch (proposed.kind) {
    case 'same':
      return [];
    case 'waits': {
      const parties = proposed.parties.map((party) => reportText(`party.${party}`, locale)).join(commentText('and', locale));
      return [{ kind: 'paragraph', text: text(commentText('head-waits', locale, { parties })) }];
    }
    case 'unmeasured':
      return unmeasured('head-errors', proposed.issues, locale);
    case 'measured':
      return sideBySideBlocks(proposed.before, proposed.after, locale);
  }
}

function unmeasured(key: CommentTextKey, issues: readonly Issue[], locale: Locale): Block[] {
  return [
    { kind: 'paragraph', text: text(commentText(key, locale), 'strong') },
    { kind: 'list', items: issueItems(issues, locale) },
  ];
}

function detailSection({ contract, current }: ContractScore, style: CommentStyle, locale: Locale): CommentSection[] {
  if (current.kind !== 'measured') return [];
  const { money, checks } = scorecardParts(current.card, current.context, locale);
  return [
    {
      title: `${contract} · ${commentText('scorecard-details', locale)}`,
      folded: true,
      locale,
      blocks: sectionBlocks([...money, ...checks], style, locale),
    },
  ];
}
