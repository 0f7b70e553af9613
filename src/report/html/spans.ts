import type { Inline, Span } from '../blocks.js';
import { pageText } from '../escape.js';

/** What an address may be: a page beside this one, or one of the web; nothing that runs. */
const ADDRESS = /^(?:https:\/\/[^\s"'<>\\]+|(?:\.\.\/)*[a-z0-9][a-z0-9/-]*(?:\.html)?)$/i;

/** Spans one after the other. What is drawn in characters is left out: charts are drawn otherwise here. */
export function spansHtml(inline: Inline): string {
  let html = '';
  for (const span of inline) if (span.drawing !== true) html += spanHtml(span);
  return html.trim();
}

/** Dates and periods in a sentence: browsers break them after a hyphen. */
const DATES = /(?<![\w-])\d{4}-(?:\d{2}|Q[1-4]|W\d{2})(?:-\d{2})?(?![\w-])/g;

/** Kept on one line. A quarter is no time that HTML knows. */
function dateHtml(date: string): string {
  return date.includes('Q') ? `${QUARTER}${date}</span>` : `<time>${date}</time>`;
}

const QUARTER = '<span class="date">';

/** Whether markup of spans has a date in it, which is an element of its own. */
export function holdsDate(html: string): boolean {
  return html.includes('<time>') || html.includes(QUARTER);
}

const DATE = /^\d{4}-[\dQW]\d(?:-\d{2})?$/;

/** A date or a period alone, which whatever holds it keeps on one line. */
export function isDate(text: string): boolean {
  return text.length >= 7 && text.length <= 10 && DATE.test(text);
}

function spanHtml({ text, tone, code, href }: Span): string {
  const plain = pageText(text);
  if (plain === '') return '';
  const escaped = code === true || !plain.includes('-') || isDate(text) ? plain : plain.replace(DATES, dateHtml);
  const set = code === true ? `<code>${escaped}</code>` : escaped;
  const toned = tone === undefined ? set : tone === 'strong' ? `<strong>${set}</strong>` : `<span class="${tone}">${set}</span>`;
  return href !== undefined && ADDRESS.test(href) ? `<a href="${pageText(href)}">${toned}</a>` : toned;
}

/** Whether there is anything to be seen of it. */
export function isSeen(inline: Inline): boolean {
  return inline.some(({ text, drawing }) => drawing !== true && text.trim() !== '');
}
