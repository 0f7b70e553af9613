import type { PeriodId } from '../kernel/calendar.js';
import { LOCALES, type Locale } from '../kernel/text.js';
import { siteText } from '../words/site.js';
import { type Block, type Inline, text } from './blocks.js';

/** A page of the site, in one language: what it says in blocks, and where it stands among the others. */
export interface Page {
  /** Below the site's folder, with `/`. */
  readonly path: string;
  readonly locale: Locale;
  readonly title: string;
  /** The pages above it, outermost first. */
  readonly above: readonly Inline[];
  /** The same page in the other language. */
  readonly other: { readonly locale: Locale; readonly href: string };
  /** What is printed on paper, too. */
  readonly sheet: readonly Block[];
  /** What it rests on, for whoever looks for it: each part below its heading, folded. */
  readonly folded?: readonly (readonly Block[])[];
  /** What stands below it on a screen. */
  readonly more: readonly Block[];
  readonly foot: string;
}

/** The mirror in Chinese; a contract of that name makes room for it, by a sign that no name has. */
const MIRROR = 'zh';

export const INDEX = 'index.html';

/** The folder of a contract's pages. */
function contractPages(contract: string): string {
  return contract === MIRROR ? `${MIRROR}_` : contract;
}

/** File name of a period's page. */
export function periodFile(period: PeriodId): string {
  return `${period}.html`;
}

/** Where a contract's page stands, below the site's folder and in English. */
export function contractPlace(contract: string): string {
  return `${contractPages(contract)}/${INDEX}`;
}

/** Where a statement's page stands. */
export function periodPlace(contract: string, period: PeriodId): string {
  return `${contractPages(contract)}/${periodFile(period)}`;
}

/** A page's path in a language. */
export function pathIn(locale: Locale, place: string): string {
  return locale === 'zh' ? `${MIRROR}/${place}` : place;
}

type Said = Pick<Page, 'title' | 'sheet' | 'folded' | 'more'>;

/** A page where it stands. @param place its path in English, below the site's folder; @param above the pages above it, as seen from it. */
export function pageAt(place: string, locale: Locale, asOf: string, above: readonly Inline[], said: Said): Page {
  const up = '../'.repeat(place.split('/').length - 1);
  const other = LOCALES.find((each) => each !== locale) ?? locale;
  return {
    ...said,
    path: pathIn(locale, place),
    locale,
    above,
    other: { locale: other, href: locale === 'zh' ? `../${up}${place}` : `${up}${MIRROR}/${place}` },
    foot: siteText('foot', locale, { asOf }),
  };
}

/** A link to another page. */
export function pageLink(title: string, href: string): Inline {
  return [{ text: title, href }];
}

/** A paragraph of the site's own words. */
export function sitePhrase(key: Parameters<typeof siteText>[0], locale: Locale, params: Parameters<typeof siteText>[2] = {}): Block {
  return { kind: 'paragraph', text: text(siteText(key, locale, params), 'dim') };
}
