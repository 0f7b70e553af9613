import { bracketed, IGNORABLE } from '../kernel/characters.js';
import { kept } from '../kernel/kept.js';

/*
 * Text of contracts, events and data is written by people who may want a reader to see something else than what counts.
 * Every renderer sends every piece of text through one of these functions.
 */

/** Keeps tokens apart that a renderer would turn into a mention, a reference or a link; written as an entity to be visible. */
const BREAK = '&#8203;';

/** Letters, digits and marks that mean nothing to Markdown, in words short of any name that does. */
const ORDINARY = /^(?:(?!www\.|GH-|GHSA-|CVE-)[\p{Script=Han}A-Za-z0-9.,;%()/≥≤·…—−×→\u2581-\u2588\u2591│，。：；（）-]| (?! ))*$/iu;

/** What GitHub may take for a commit: seven to forty hex digits, figures and letters among them. */
const COMMIT = /(?<![A-Za-z0-9])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])([0-9a-f]{6})([0-9a-f]{1,58})(?![A-Za-z0-9])/i;
/** What every commit has somewhere: a figure beside a letter. Looked for first, since most text has none. */
const HEX_MIX = /\d[a-f]|[a-f]\d/i;
const EVERY_COMMIT = new RegExp(COMMIT, 'gi');

/** Letters and signs that never need a joiner: plain ones and Chinese. */
const ALONE = '[ -~\\u2E80-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFD}]';
/** What nobody sees; joiners where real scripts and emoji do not need them; the selectors of emoji stay. */
const UNSEEN = new RegExp(
  `[\\p{Cc}\\p{Cs}\\u2800]|(?![\\u200C-\\u200D]|[\\uFE0E-\\uFE0F])[\\p{Cf}${IGNORABLE}]|(?<=${ALONE})[\\u200C-\\u200D]|[\\u200C-\\u200D](?=${ALONE})`,
  'gu',
);

/** Plain letters, figures and signs, and spaces. */
const VISIBLE = /^[ -~]*$/;

/**
 * One line of plain text: white space of any kind becomes a space; control, bidirectional, invisible and unpaired
 * characters are written out by their code points, so that nothing can move the cursor, reverse an amount or hide. Zero-width
 * joiners stay: real scripts and emoji need them.
 */
export function plainText(text: string): string {
  if (VISIBLE.test(text) && !text.includes('  ')) return text;
  return text.replace(/[\s\u0085]+/gu, ' ').replace(UNSEEN, bracketed);
}

/** As {@link plainText}, but keeping runs of spaces, and tabs: what stands under a column stays there. */
export function plainColumns(line: string): string {
  return line
    .split(/([ \t])/)
    .map((part) => (part === ' ' || part === '\t' ? part : plainText(part)))
    .join('');
}

/**
 * An id with an `@` in it, as people copy it into an event or a contract: an anomaly `revenue@2026-03-14`, a pack `ga4@1`. Set as
 * a code span it needs no invisible character, and no mention can come of it.
 */
const COPIED = /(?<![^\s([{"'“‘,:，：、；（])([A-Za-z][\w-]{0,62}@\d(?:[\d-]{0,8}\d)?)(?![^\s)\]}"'”’,.:;，。：、；）]|\.\S)/u;

/**
 * Text that GitHub-flavoured Markdown shows as it is, inside a paragraph, a list item or a table cell: no HTML, emphasis,
 * link, image, mention, issue reference, automatic link, emoji, math or footnote comes of it, and code only of ids. Spaces at
 * its ends stay.
 */
export const markdownInline = kept((text: string): string => {
  if (ORDINARY.test(text) && !(HEX_MIX.test(text) && COMMIT.test(text))) return text;
  if (!text.includes('@')) return escapedInline(text);
  return text
    .split(COPIED)
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : part === '' ? '' : escapedInline(part)))
    .join('');
});

function escapedInline(text: string): string {
  return unreferenced(
    plainText(text)
      .replace(/[\\`*[\]|~$]/g, '\\$&')
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_') // which letters there are besides is a matter of Node's release
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;'),
  );
}

/** Text inside an HTML tag of a comment, such as a summary: GitHub finds mentions and references there, too. */
export function htmlText(text: string): string {
  return unreferenced(
    plainText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\$/g, '&#36;'),
  );
}

/** Text of a page of our own, or of an attribute in double quotes: what it says, and no markup. */
export function pageText(text: string): string {
  if (PLAIN.test(text) && !text.includes('  ')) return text;
  return plainText(text).replace(/[&<>"']/g, (sign) => PAGE_SIGNS[sign] ?? sign);
}

/** Letters, figures, Chinese and the signs of our own sentences: what no page needs to look at twice. */
const PLAIN = /^[ !#-%(-;=?-~\u4E00-\u9FFF·×÷−≥≤≈→↔—✓✗，。、：；（）]*$/;

const PAGE_SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Breaks mentions, issue references, emoji names and automatic links in text that is escaped otherwise. */
function unreferenced(escaped: string): string {
  return escaped
    .replace(/(?<!&)#(?=\w)/g, `#${BREAK}`)
    .replace(/@/g, `@${BREAK}`)
    .replace(/(GH-)(?=\d)/gi, `$1${BREAK}`)
    .replace(/(GHSA-|CVE-)(?=\w)/gi, `$1${BREAK}`)
    .replace(EVERY_COMMIT, `$1${BREAK}$2`)
    .replace(/:(?=\/\/|(?:[\w+-]*[a-z][\w+-]*|100|1234|[+-]1):)/gi, `:${BREAK}`)
    .replace(/(www)\./gi, `$1${BREAK}.`)
    .replace(/(mailto|xmpp):/gi, `$1${BREAK}:`);
}

/** Keeps a paragraph or list item that is set already from starting a heading, a list, a rule or an underline. */
export function markdownStart(inline: string): string {
  return inline
    .trim()
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:[-+](?!\d)|[=#]|:(?=-))/, '\\$&');
}

/** Text as a whole paragraph or list item. */
export function markdownText(text: string): string {
  return markdownStart(markdownInline(text.trim()));
}

/**
 * Ids, digests, commands as a code span, from which they can be copied as they are: plain characters that can neither end the
 * span or a table's cell nor open a tag. Other text is shown as {@link markdownInline}.
 */
export function markdownCode(text: string): string {
  return /^[ -;=?-_a-{}~]+$/.test(text) && text.trim() === text ? `\`${text}\`` : markdownInline(text);
}

/** The message of a GitHub workflow command. */
export function commandMessage(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** A property (`file`, `title`) of a GitHub workflow command. */
export function commandProperty(text: string): string {
  return commandMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** What is not seen, or passed over where texts are compared by a language's rules, as the runner does. */
const PASSED_OVER = `[\\p{Cc}\\p{Cf}\\p{Mn}${IGNORABLE}]*`;
const COMMAND_AT_START = new RegExp(`^((?:(?!\\n)[\\s\\p{Cc}\\p{Cf}\\p{Mn}${IGNORABLE}])*):(?=${PASSED_OVER}:)`, 'gmu');
const COMMAND_ANYWHERE = new RegExp(`#(${PASSED_OVER})#(?=${PASSED_OVER}\\[)`, 'gu');

/**
 * Output for the log of a workflow, whose runner obeys every line that begins with `::`, white space aside, and every line that
 * has `##[` anywhere: a text of a contract that was wrapped there would hide figures or set variables. A backslash before the one
 * and between the signs of the other makes them text again.
 * @param json whether the output is JSON: there its own way of writing a character keeps the document what it is.
 */
export function withoutCommands(output: string, json = false): string {
  const apart = output.replace(COMMAND_ANYWHERE, json ? '#$1\\u0023' : '#$1\\#');
  return json ? apart : apart.replace(COMMAND_AT_START, '$1\\:');
}
