import { largestChanges } from '../amendment/largest.js';
import { STATUS_CONTEXT } from '../gate/rulesets.js';
import type { Issue } from '../kernel/issue.js';
import { type Locale, localText, type Params } from '../kernel/text.js';
import { amendmentText } from '../words/amendment.js';
import { type CommentTextKey, commentText } from '../words/comment.js';
import { quoteText } from '../words/quote.js';
import { termSheetText } from '../words/term-sheet.js';
import { addedBlocks } from './added-records.js';
import {
  amendmentParts,
  changeItems,
  clauseItems,
  nothingBlocks,
  type ReportedAmendment,
  type ReportedProposal,
  recordBlocks,
  recordItems,
  unchangedBlocks,
  type WorkspaceChange,
  workspaceItems,
} from './amendment.js';
import { type Block, code, inlineText, type ListItem, text } from './blocks.js';
import type { Showing } from './change-notes.js';
import { clipBlock } from './clip.js';
import type { CommentSection } from './comment-sections.js';
import { issueItems } from './issue-list.js';
import { parenthesis } from './punctuation.js';
import { dealBlocks, termSheet } from './term-sheet.js';

/** What a pull request would change once merged, as a comment tells it. */
export interface PullRequestChanges {
  readonly proposal: ReportedProposal;
  /** Files that it changes and nothing above says anything of: notes, documents, programs. */
  readonly others: readonly string[];
  /** Contracts that the default branch has changed since the pull request left it. */
  readonly behind: readonly string[];
  /** Contracts with errors on the default branch: nothing can be compared with them. */
  readonly broken: readonly string[];
  /** What lint and check warn of now and did not before, by contract. */
  readonly warnings: ReadonlyMap<string, readonly Issue[]>;
  readonly compared: { readonly base: string; readonly head: string };
}

/** How many changes are shown before the rest is folded. */
const LARGEST = 5;
/** The same of what the rules say; what refuses the change comes first. */
const MOST_FINDINGS = 5;
/** The same of what the lint warns of. */
const MOST_WARNINGS = 3;
/** How many further files are named; a text of none of them counts, but that they change does. */
const MOST_OTHERS = 20;
/** The languages of a comment: the first is open, the other folded below each part. */
export type CommentLocales = readonly [Locale, ...Locale[]];

/** How a comment is told. */
export interface CommentStyle {
  readonly locales: CommentLocales;
  /** Characters of one text of a contract that are shown; Infinity for a whole report. */
  readonly mostText: number;
}

/**
 * A pull request's changes, money first: for each contract what it is worth, what its rules say and the largest changes; then,
 * folded, every change and the settled periods.
 */
export function changesSections(changes: PullRequestChanges, style: CommentStyle): CommentSection[] {
  const { locales, mostText: most } = style;
  const { contracts } = changes.proposal;
  return [
    ...inEach(style, 'changes-title', (locale) => [
      ...opening(changes, locale),
      ...contracts.flatMap((each) => [
        ...contractBlocks(each, { locale, most }),
        ...warningBlocks(each.amendment.contract, changes, locale),
      ]),
      ...addedBlocks(changes.proposal.added, locale),
      ...ofEventsAlone(changes).flatMap((contract) => warningBlocks(contract, changes, locale)),
      ...workspaceBlocks(changes.proposal.workspace, { locale, most }),
      ...otherBlocks(changes.others, { locale, most }),
      { kind: 'paragraph', text: inlineCode(commentText('compared', locale), changes.compared) },
    ]),
    ...contracts.flatMap((each) => [
      ...allWarnings(each.amendment.contract, changes, style),
      ...locales.flatMap((locale) => detailSections(each, style, locale)),
    ]),
    ...ofEventsAlone(changes).flatMap((contract) => allWarnings(contract, changes, style)),
  ];
}

/** A pull request whose text has errors: nothing of it is computed, every issue is told with its place and remedy. */
export function issueSections(issues: readonly Issue[], style: CommentStyle): CommentSection[] {
  return inEach(style, 'issues-title', (locale) => [
    { kind: 'heading', text: commentText('issues-title', locale) },
    { kind: 'paragraph', text: text(commentText('issues-note', locale)) },
    { kind: 'list', items: issueItems(issues, locale) },
  ]);
}

/** A pull request that the forge does not show whole. */
export function unreadSections(style: CommentStyle): CommentSection[] {
  return inEach(style, 'changes-title', (locale) => [
    { kind: 'heading', text: commentText('changes-title', locale) },
    { kind: 'paragraph', text: text(commentText('files-not-read', locale), 'strong') },
  ]);
}

/** One part in every language: the first is open, the others are folded under the name of the language. */
export function inEach(style: CommentStyle, title: CommentTextKey, blocks: (locale: Locale) => readonly Block[]): CommentSection[] {
  const [first, ...others] = style.locales;
  return [
    { title: commentText(title, first), folded: false, locale: first, blocks: sectionBlocks(blocks(first), style, first) },
    ...others.map((locale) => ({
      title: commentText('language', locale),
      folded: true,
      locale,
      blocks: sectionBlocks(blocks(locale), style, locale),
    })),
  ];
}

/** Blocks that a comment can be cut between any two of; no text of a contract takes more than its share. */
export function sectionBlocks(blocks: readonly Block[], { mostText }: Pick<CommentStyle, 'mostText'>, locale: Locale): Block[] {
  const parts = blocks.flatMap((block): Block[] => {
    if (block.kind === 'list') return block.items.map((item) => ({ kind: 'list', items: [item] }));
    // The comment has a title of its own above it.
    if (block.kind === 'title') return [{ kind: 'heading', text: inlineText([...block.text, { text: ' · ' }, ...block.subtitle]) }];
    return [block];
  });
  return parts.map((block) => clipBlock(block, mostText, locale));
}

function opening({ proposal, behind, broken }: PullRequestChanges, locale: Locale): Block[] {
  const say = (key: CommentTextKey, params: Params = {}) => commentText(key, locale, params);
  return [
    { kind: 'heading', text: say('changes-title') },
    ...behind.map((contract): Block => ({ kind: 'paragraph', text: text(say('behind', { contract }), 'strong') })),
    ...broken.map((contract): Block => ({ kind: 'paragraph', text: text(say('base-broken', { contract }), 'strong') })),
    ...(broken.length === 0 ? unchangedBlocks(proposal, locale) : []),
  ];
}

/** A sentence with commits set in it as code. */
export function inlineCode(sentence: string, params: Readonly<Record<string, string>>) {
  return sentence.split(/(\{\w+\})/).flatMap((part) => {
    const value = params[part.slice(1, -1)];
    return value === undefined ? text(part) : code(value.slice(0, 12), 'dim');
  });
}

/** What one contract's change is worth, what its rules say and its largest changes. */
export function contractBlocks(reported: ReportedAmendment, showing: Showing): Block[] {
  const { amendment, terms } = reported;
  const { locale } = showing;
  const title = `${localText(terms.contract.title, locale)}${parenthesis(amendment.contract, locale)}`;
  const parts = amendmentParts(reported, locale);
  if (parts === null) {
    return [{ kind: 'heading', text: title }, ...nothingBlocks(terms, locale)];
  }
  const { changes } = amendment;
  const shown = largestChanges(changes, LARGEST);
  const more = commentText('findings-more', locale, { count: amendment.findings.length - MOST_FINDINGS });
  const heading =
    shown.length < changes.length
      ? commentText('largest', locale, { count: shown.length, all: changes.length })
      : commentText('all-changes', locale, { count: changes.length });
  return [
    { kind: 'heading', text: title },
    ...(parts.figures.length > 0 ? parts.figures : parts.effect),
    parts.summary,
    ...parts.findings.map((block) => firstItems(block, MOST_FINDINGS)),
    ...(amendment.findings.length > MOST_FINDINGS ? [{ kind: 'paragraph' as const, text: text(more) }] : []),
    ...agreedAllTheSame(reported, locale),
    ...parts.access,
    ...(changes.length === 0 ? [] : [{ kind: 'paragraph' as const, text: text(heading, 'strong') }]),
    { kind: 'list', items: changeItems(reported, shown, showing) },
    ...recordBlocks(reported.records, showing, LARGEST),
  ];
}

/** What the gate makes of a change that the contract's own rules refuse; what it refuses as well is for it to say. */
function agreedAllTheSame({ amendment, records }: ReportedAmendment, locale: Locale): Block[] {
  if (!amendment.refused || records.length > 0) return [];
  return [{ kind: 'paragraph', text: text(commentText('rules-not-judged', locale, { status: STATUS_CONTEXT })) }];
}

/** Contracts of which nothing but events is added: what is warned of stands below those. */
function ofEventsAlone({ proposal, warnings }: PullRequestChanges): string[] {
  const told = new Set(proposal.contracts.map(({ amendment }) => amendment.contract));
  return [...warnings.keys()].filter((contract) => !told.has(contract));
}

function warningBlocks(contract: string, { warnings }: PullRequestChanges, locale: Locale): Block[] {
  const issues = warnings.get(contract) ?? [];
  if (issues.length === 0) return [];
  return [
    { kind: 'paragraph', text: text(commentText('warnings', locale, { count: issues.length }), 'strong') },
    { kind: 'list', items: issueItems(issues.slice(0, MOST_WARNINGS), locale) },
    ...(issues.length > MOST_WARNINGS
      ? [{ kind: 'paragraph' as const, text: text(commentText('findings-more', locale, { count: issues.length - MOST_WARNINGS })) }]
      : []),
  ];
}

/** Folded: every warning of a contract, where not all are shown above. */
function allWarnings(contract: string, { warnings }: PullRequestChanges, style: CommentStyle): CommentSection[] {
  const issues = warnings.get(contract) ?? [];
  if (issues.length <= MOST_WARNINGS) return [];
  return style.locales.map((locale) => ({
    title: `${contract} · ${commentText('all-warnings', locale, { count: issues.length })}`,
    folded: true,
    locale,
    blocks: sectionBlocks([{ kind: 'list', items: issueItems(issues, locale) }], style, locale),
  }));
}

function firstItems(block: Block, most: number): Block {
  return block.kind === 'list' ? { ...block, items: block.items.slice(0, most) } : block;
}

/** Folded: every change where not all are shown above, and the settled periods that the figures come from. */
export function detailSections(reported: ReportedAmendment, style: CommentStyle, locale: Locale): CommentSection[] {
  const { amendment } = reported;
  const parts = amendmentParts(reported, locale);
  if (parts === null) return [];
  const showing = { locale, most: style.mostText };
  const clauses = clauseItems(reported, showing);
  const list = (items: readonly ListItem[]): Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);
  const folded = (title: string, blocks: readonly Block[]): CommentSection[] =>
    blocks.length === 0
      ? []
      : [{ title: `${amendment.contract} · ${title}`, folded: true, locale, blocks: sectionBlocks(blocks, style, locale) }];
  return [
    ...folded(
      reported.quote === undefined ? commentText('effect-title', locale) : quoteText('title', locale),
      parts.figures.length > 0 ? parts.effect : [],
    ),
    ...folded(termSheetText('title', locale), reported.quote === undefined ? [] : dealBlocks(termSheet(reported.terms, [locale]))),
    ...folded(
      commentText('all-changes', locale, { count: amendment.changes.length }),
      amendment.changes.length > LARGEST ? list(changeItems(reported, amendment.changes, showing)) : [],
    ),
    ...folded(commentText('all-clauses', locale, { count: clauses.length }), list(clauses)),
    ...folded(
      amendmentText('records-changed', locale, { count: reported.records.length }),
      reported.records.length > LARGEST ? list(recordItems(reported.records, showing)) : [],
    ),
    ...folded(
      commentText('all-findings', locale, { count: amendment.findings.length }),
      amendment.findings.length > MOST_FINDINGS ? parts.findings : [],
    ),
  ];
}

/** What changes of the workspace. */
export function workspaceBlocks(workspace: readonly WorkspaceChange[], showing: Showing): Block[] {
  if (workspace.length === 0) return [];
  return [
    { kind: 'heading', text: amendmentText('workspace', showing.locale) },
    { kind: 'list', items: workspaceItems(workspace, showing) },
  ];
}

/** A path whose first or last sign is a space in quotation marks, as git shows it: at the end of a line nobody sees one. */
function pathText(path: string): string {
  return path.trim() === path ? path : `"${path}"`;
}

/** Further files that change, by name: a reader has to look at them where they are. */
function otherBlocks(others: readonly string[], { locale, most }: Showing): Block[] {
  if (others.length === 0) return [];
  const named = Number.isFinite(most) ? others.slice(0, MOST_OTHERS) : others;
  const more = others.length - named.length;
  return [
    { kind: 'heading', text: commentText('others', locale, { count: others.length }) },
    { kind: 'list', items: named.map((path): ListItem => ({ text: code(pathText(path)), notes: [] })) },
    ...(more > 0 ? [{ kind: 'paragraph' as const, text: text(commentText('others-more', locale, { count: more })) }] : []),
  ];
}
