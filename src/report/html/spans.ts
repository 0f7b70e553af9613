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

function spanHtml({ text, tone, code, href }: Span): string {
  const escaped = pageText(text);
  if (escaped === '') return '';
  const set = code === true ? `<code>${escaped}</code>` : escaped;
  const toned = tone === undefined ? set : tone === 'strong' ? `<strong>${set}</strong>` : `<span class="${tone}">${set}</span>`;
  return href !== undefined && ADDRESS.test(href) ? `<a href="${pageText(href)}">${toned}</a>` : toned;
}

/** Whether there is anything to be seen of it. */
export function isSeen(inline: Inline): boolean {
  return inline.some(({ text, drawing }) => drawing !== true && text.trim() !== '');
}
