import { siteText } from '../../words/site.js';
import type { Inline } from '../blocks.js';
import { pageText } from '../escape.js';
import type { Page } from '../site-page.js';
import { blocksHtml } from './blocks.js';
import { documentHtml, LANGUAGE } from './document.js';
import { spansHtml } from './spans.js';

/** A page of the site: the way up and the other language, what one sheet of paper takes, what is on the screen only. */
export function pageHtml(page: Page): string {
  const { locale, title, sheet, more, foot } = page;
  const said = more.length === 0 ? '' : `<section class="more">${blocksHtml(more, locale)}</section>`;
  const main = `<main>${blocksHtml(sheet, locale)}${said}</main>`;
  return documentHtml({ locale, title: `${title} · Concord`, body: `${navigation(page)}${main}<footer><p>${pageText(foot)}</p></footer>` });
}

function navigation({ above, other, locale }: Page): string {
  const items = above.map((each: Inline) => `<li>${spansHtml(each)}</li>`).join('');
  const up = items === '' ? '<span></span>' : `<ol>${items}</ol>`;
  const language = LANGUAGE[other.locale];
  const link = `<a href="${pageText(other.href)}" hreflang="${language}" lang="${language}">${siteText(`language.${other.locale}`, other.locale)}</a>`;
  return `<nav aria-label="${pageText(siteText('nav.pages', locale))}">${up}${link}</nav>`;
}
