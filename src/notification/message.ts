import { excerptOf } from '../kernel/text.js';
import { plainText } from '../report/escape.js';

/*
 * What is sent, in no channel's form yet: a title and lines of plain text. Titles of contracts and duties are written by people, so no
 * channel may find a mention, a link or markup in any of it: links are only those that the program made, apart from the text.
 */

export interface MessageLine {
  readonly text: string;
  /** Where it leads, under words of its own. */
  readonly link?: { readonly text: string; readonly href: string };
}

export interface Message {
  readonly title: string;
  readonly lines: readonly MessageLine[];
}

/**
 * A message of single lines: whatever breaks a line, hides or turns text round is gone; what a card would compute (`{{DATE(…)}}`) and
 * addresses that a client would make links of are text.
 */
export function message(title: string, lines: readonly MessageLine[]): Message {
  return { title: oneLine(title), lines: lines.map((line) => ({ ...line, text: oneLine(line.text) })) };
}

/** Characters of a line: a title may be as long as its author likes. */
const MOST_CHARACTERS = 400;

function oneLine(text: string): string {
  return excerptOf(
    plainText(text)
      .replace(/\{(?=\{)/g, '{\u2060')
      .replace(/:(?=\/\/)/g, ':\u2060')
      .replace(/(?<=[\p{L}\p{N}])\.(?=\p{L}{2})/gu, '\u2060.')
      .trimEnd(),
    MOST_CHARACTERS,
  );
}

/** A message as one text, each link below its line with what it does: a bare address beside an amount may be taken for a page to pay on. */
export function messageText({ title, lines }: Message): string {
  return [title, ...lines.flatMap(({ text, link }) => (link === undefined ? [text] : [text, `${link.text} ${link.href}`]))].join('\n');
}

/** Bytes of a text as UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
