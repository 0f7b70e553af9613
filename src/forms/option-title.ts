import { excerptOf } from '../kernel/text.js';

/** Longest name of an option: enough to know it by. */
const MOST_TITLE = 48;

/** What a reader would not see as it is, or see elsewhere than where it stands. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0\uFFFD]/gu;
/**
 * An option becomes text of the issue, which GitHub reads as Markdown: nothing of it makes a link, a mention, a picture, a heading or another
 * character. All else stays, since a name without its `&` is another's: a colon before a space begins neither a link nor a picture.
 */
const MARKUP = /[<>@#[\]{}*_~`|\\/·]|:(?! \S)|&(?=#?\w{1,32};)|www\./gi;
/** Commas part the options of a list: a semicolon parts the words of one. */
const COMMAS = [
  [/,/g, ';'],
  [/[，、]/g, '；'],
] as const;

/** A contract's own name for something, as an option of a list may show it: hostile text is a plain one. */
export function optionTitle(text: string): string {
  const seen = text.slice(0, 1_000).replace(UNSEEN, ' ').replace(/\s+/g, ' ');
  // before the rest, since a semicolon may end the code of another character
  const parted = COMMAS.reduce((sofar, [comma, sign]) => sofar.replace(comma, sign), seen);
  const plain = parted.replace(MARKUP, ' ').replace(/\s+/g, ' ').trim();
  return excerptOf(plain, MOST_TITLE).trim();
}
