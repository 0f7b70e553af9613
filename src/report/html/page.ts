import type { Locale } from '../../kernel/text.js';
import { siteText } from '../../words/site.js';
import type { Block, Inline } from '../blocks.js';
import { pageText } from '../escape.js';
import type { Page } from '../site-page.js';
import { blocksHtml } from './blocks.js';
import { documentHtml, LANGUAGE } from './document.js';
import { spansHtml } from './spans.js';

/** A page of the site: the way up and the other language, what one sheet of paper takes, what is on the screen only. */
export function pageHtml(page: Page): string {
  const { locale, title, sheet, folded = [], more, foot } = page;
  const said = more.length === 0 ? '' : `<section class="more">${blocksHtml(more, locale)}</section>`;
  const beneath = folded.map((part) => foldedHtml(part, locale)).join('');
  const main = `<main>${blocksHtml(sheet, locale)}${said}${beneath}</main>`;
  return documentHtml({ locale, title: `${title} · Concord`, body: `${navigation(page)}${main}<footer><p>${pageText(foot)}</p></footer>` });
}

/** A part that is unfolded at its heading, or stands open where something in it is flagged; nothing where it has nothing to say. */
function foldedHtml([heading, ...rest]: readonly Block[], locale: Locale): string {
  if (heading?.kind !== 'heading') return '';
  return `<details class="part"${rest.some(isFlagged) ? ' open' : ''}><summary><h2>${pageText(heading.text)}</h2></summary>${blocksHtml(rest, locale)}</details>`;
}

function isFlagged(block: Block): boolean {
  if (block.kind === 'paragraph') return isLoud(block.text);
  return block.kind === 'table' && block.rows.some(({ cells, notes }) => cells.some(isLoud) || notes.some(isLoud));
}

function isLoud(said: Inline): boolean {
  return said.some(({ tone }) => tone === 'warn' || tone === 'bad');
}

function navigation({ above, other, locale }: Page): string {
  const items = above.map((each: Inline) => `<li>${spansHtml(each)}</li>`).join('');
  const up = items === '' ? '<span></span>' : `<ol>${items}</ol>`;
  const language = LANGUAGE[other.locale];
  const link = `<a href="${pageText(other.href)}" hreflang="${language}" lang="${language}">${siteText(`language.${other.locale}`, other.locale)}</a>`;
  return `<nav aria-label="${pageText(siteText('nav.pages', locale))}">${up}${link}</nav>`;
}
