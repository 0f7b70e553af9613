import { excerptOf, LOCALES, type Locale } from '../kernel/text.js';
import { commentText } from '../words/comment.js';
import type { Block } from './blocks.js';
import { htmlText, markdownText } from './escape.js';
import { renderMarkdown } from './markdown.js';

/** A part of a comment that can be left out, or cut between two of its blocks. */
export interface CommentSection {
  /** Plain text: the line to unfold it by, and what a cut is told by. */
  readonly title: string;
  readonly folded: boolean;
  readonly locale: Locale;
  /** Items of a list are blocks of their own, so that a long list can be cut between them. */
  readonly blocks: readonly Block[];
}

/** A section with its blocks as Markdown. */
export interface SetSection extends Pick<CommentSection, 'title' | 'folded'> {
  readonly blocks: readonly string[];
}

/** A section of a comment, each block set by itself, so that a comment that is too long is cut between blocks. */
export function setSection({ title, folded, locale, blocks }: CommentSection): SetSection {
  return { title, folded, blocks: blocks.map((block) => renderMarkdown([block], locale).trimEnd()) };
}

/** Where a comment that was cut can be read whole; null where it was not kept. */
export interface FullReport {
  readonly url: string | null;
  readonly locale: Locale;
}

/** Characters of a comment that GitHub takes; it counts code points, of which there are never more than UTF-16 units. */
export const MOST_CHARACTERS = 65_536;
/** What a comment may have without its marker. */
const ROOM = MOST_CHARACTERS - 400;
/** Kept free for the line that says what was cut. */
const NOTE_ROOM = 4_000;
/** Titles that the line about the cut names; it counts the others. */
const NAMED_CUTS = 6;
const TITLE_CHARACTERS = 60;

/**
 * The sections as one Markdown text below GitHub's limit, the earlier the safer. What does not fit is left out whole block
 * by whole block, and the last line says what was cut and where the full report is.
 */
export function fitSections(sections: readonly CommentSection[], report: FullReport, most = ROOM): string {
  const set = sections.map(setSection);
  const whole = textOf(set);
  if (whole.length <= most) return whole;
  let left = most - NOTE_ROOM;
  const kept: string[] = [];
  const cuts: Cut[] = [];
  for (const section of set.map(withShortBlocks)) {
    const count = fitting(section, left);
    if (count < section.blocks.length) cuts.push({ title: section.title, kept: count, blocks: section.blocks.length });
    if (count === 0) continue;
    const text = sectionText(section, count);
    kept.push(text);
    left -= text.length + 2;
  }
  return [...kept, cutNote(cuts, report)].join('\n\n');
}

/**
 * A text that was not made of sections, below GitHub's limit: cut between two lines, with what is folded closed again. A table
 * or a list that is cut stays one.
 */
export function fitText(text: string, most = ROOM): string {
  if (text.length <= most) return text;
  const note = LOCALES.map((locale) => `**${commentText('cut-here', locale)}**`).join(' · ');
  const kept: string[] = [];
  let left = most - NOTE_ROOM;
  let open = 0;
  for (const line of text.split('\n')) {
    left -= line.length + 1;
    if (left < 0) break;
    kept.push(line);
    open += (line.match(/<details>/g)?.length ?? 0) - (line.match(/<\/details>/g)?.length ?? 0);
  }
  const closing = Array.from({ length: Math.max(0, open) }, () => '</details>');
  return [kept.join('\n').trimEnd(), ...closing, '---', note].join('\n\n');
}

/** The sections as they are, however long. */
export function wholeSections(sections: readonly CommentSection[]): string {
  return textOf(sections.map(setSection));
}

function textOf(sections: readonly SetSection[]): string {
  return sections.map((section) => sectionText(section, section.blocks.length)).join('\n\n');
}

/** Characters of a block; a longer table or list is cut between two of its rows or points. */
const LONG_BLOCK = 4_000;

function withShortBlocks(section: SetSection): SetSection {
  return { ...section, blocks: section.blocks.flatMap((block) => (block.length > LONG_BLOCK ? partsOf(block) : [block])) };
}

/** A long table as several with the same head, a long list as several; anything else as it is. */
function partsOf(block: string): string[] {
  const lines = block.split('\n');
  const table = /^\|[\s:|-]+\|$/.test(lines[1] ?? '');
  if (!table && !isPoint(block)) return [block];
  const head = table ? lines.splice(0, 2) : [];
  const parts: string[][] = [];
  let length = LONG_BLOCK;
  for (const line of lines) {
    if (length + line.length > LONG_BLOCK && (table || isPoint(line))) {
      parts.push([...head]);
      length = head.join('\n').length;
    }
    parts.at(-1)?.push(line);
    length += line.length + 1;
  }
  return parts.map((part) => part.join('\n'));
}

function isPoint(line: string): boolean {
  return /^ *- /.test(line);
}

interface Cut {
  readonly title: string;
  readonly kept: number;
  readonly blocks: number;
}

/** How many leading blocks of a section fit; a heading alone is none. */
function fitting(section: SetSection, room: number): number {
  let length = sectionText(section, 0).length;
  let count = 0;
  for (const block of section.blocks) {
    length += block.length + 2;
    if (length > room) break;
    count++;
  }
  return count === 1 && section.blocks.length > 1 && section.blocks[0]?.startsWith('#') === true ? 0 : count;
}

function sectionText({ title, folded, blocks }: SetSection, count: number): string {
  const body = joinBlocks(blocks.slice(0, count));
  return folded ? `<details>\n<summary>${htmlText(title)}</summary>\n\n${body}\n\n</details>` : body;
}

/** Items of one list stand line by line, everything else with an empty line between. */
function joinBlocks(blocks: readonly string[]): string {
  return blocks.reduce((text, block, index) => {
    if (index === 0) return block;
    return `${text}${isPoint(block) && isPoint(blocks[index - 1] ?? '') ? '\n' : '\n\n'}${block}`;
  }, '');
}

function cutNote(cuts: readonly Cut[], { url, locale }: FullReport): string {
  const named = cuts
    .slice(0, NAMED_CUTS)
    .map(({ title, kept, blocks }) =>
      markdownText(commentText('cut-section', locale, { title: excerptOf(title, TITLE_CHARACTERS), kept, blocks })),
    );
  const more = cuts.length - named.length;
  const others = more > 0 ? [commentText('cut-more', locale, { count: more })] : [];
  const where = url === null ? commentText('report-nowhere', locale) : commentText('report-where', locale, { url });
  return `---\n\n**${commentText('cut', locale)}** ${[...named, ...others].join(' · ')}  \n${where}`;
}
