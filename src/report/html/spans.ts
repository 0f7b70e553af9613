import type { Inline, Span } from '../blocks.js';
import { pageText } from '../escape.js';

/** What an address may be: a page beside this one, or one of the web; nothing that runs. */
const ADDRESS = /^(?:https:\/\/[^\s"'<>\\]+|(?:\.\.\/)*[a-z0-9][a-z0-9/-]*(?:\.html)?)$/i;

/** Spans one after the other. What is drawn in characters is left out: charts are drawn otherwise here. */
export function spansHtml(inline: Inline): string {
  return inline
    .filter(({ drawing }) => drawing !== true)
    .map(spanHtml)
    .join('')
    .trim();
}

/** Dates and periods in a sentence: browsers break them after a hyphen. */
const DATES = /(?<![\w-])\d{4}-(?:\d{2}|Q[1-4]|W\d{2})(?:-\d{2})?(?![\w-])/g;

/** A date or a period alone, which whatever holds it keeps on one line. */
export function isDate(text: string): boolean {
  return /^\d{4}-[\dQW]\d(?:-\d{2})?$/.test(text);
}

function spanHtml({ text, tone, code, href }: Span): string {
  const plain = pageText(text);
  if (plain === '') return '';
  const escaped = code === true || !plain.includes('-') || isDate(text) ? plain : plain.replace(DATES, '<span class="date">$&</span>');
  const set = code === true ? `<code>${escaped}</code>` : escaped;
  const toned = tone === undefined ? set : tone === 'strong' ? `<strong>${set}</strong>` : `<span class="${tone}">${set}</span>`;
  return href !== undefined && ADDRESS.test(href) ? `<a href="${pageText(href)}">${toned}</a>` : toned;
}

/** Whether there is anything to be seen of it. */
export function isSeen(inline: Inline): boolean {
  return inline.some(({ text, drawing }) => drawing !== true && text.trim() !== '');
}
