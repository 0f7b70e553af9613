import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';

const DOCS = join(REPOSITORY, 'docs');
const pages = readdirSync(DOCS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
const textOf = (file: string) => readFileSync(join(DOCS, file), 'utf8');
const withoutCode = (text: string) => text.replace(/```[\s\S]*?```/g, '');
const headings = (text: string) =>
  [...withoutCode(text).matchAll(/^(#+) (.*)$/gm)].map(([, level = '', title = '']) => ({ level: level.length, title }));

const withoutCodeOf = (html: string) => html.replace(/<(code|pre)\b[\s\S]*?<\/\1>/g, '');

/** The anchor that GitHub makes of a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .replaceAll(' ', '-');
}

describe.each(pages)('%s', (page) => {
  test('links to pages and headings that exist', () => {
    for (const [, link = ''] of withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(link)) continue;
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), path));
      expect(existsSync(join(DOCS, target)), link).toBe(true);
      if (anchor !== undefined)
        expect(
          headings(textOf(target)).map(({ title }) => anchorOf(title)),
          link,
        ).toContain(anchor);
    }
  });
});

const chapters = pages.filter((page) => page.endsWith('.en.md'));

test('chapters are numbered without a gap, each in both languages', () => {
  const numbers = chapters.map((page) => Number(/\/(\d+)-/.exec(page)?.[1])).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(numbers.length).toBeGreaterThanOrEqual(12);
  expect(pages.filter((page) => page.endsWith('.zh.md')).map((page) => page.replace('.zh.', '.en.'))).toEqual(chapters);
});

describe.each(chapters)('%s and its counterpart', (page) => {
  const [en, zh] = [textOf(page), textOf(page.replace('.en.', '.zh.'))];
  test('have the same structure: headings, tables, examples', () => {
    const shape = (text: string) => headings(text).map(({ level }) => level);
    expect(shape(zh)).toEqual(shape(en));
    const count = (text: string, pattern: RegExp) => text.match(pattern)?.length;
    expect(count(zh, /^\|/gm)).toBe(count(en, /^\|/gm));
    expect(count(zh, /^```/gm)).toBe(count(en, /^```/gm));
    expect(count(zh, /^(- |\d\. )/gm)).toBe(count(en, /^(- |\d\. )/gm));
  });
  test('name the same amounts in bold', () => {
    const amounts = (text: string) => [...text.matchAll(/\*\*([+−]?[\d,]+\.?\d*%?)\*\*/g)].map(([, amount]) => amount).sort();
    expect(amounts(zh)).toEqual(amounts(en));
  });
});

/** Made by a script from words, each of which stands on one line. */
const GENERATED = ['issues.md', 'lint.md', 'slips.md'];
const written = [
  ...pages.filter((page) => !GENERATED.includes(page)).map((page) => join('docs', page)),
  ...['README.md', 'README.zh.md', 'CONTRIBUTING.md', ...readdirSync(join(REPOSITORY, 'src')).map((room) => `src/${room}/README.md`)],
].filter((path) => existsSync(join(REPOSITORY, path)));

test.each(written)('%s has lines that fit a screen: at most 140 signs, tables and addresses aside', (path) => {
  const lines = withoutCode(readFileSync(join(REPOSITORY, path), 'utf8')).split('\n');
  expect(lines.filter((line) => [...line].length > 140 && !line.trimStart().startsWith('|') && !/\]\(https?:/.test(line))).toEqual([]);
});

/*
 * A mark such as `。` before the closing asterisks and a letter behind them: then Markdown sees no end, and shows the asterisks.
 */
test.each(written)('%s shows no asterisk of a bold word', (path) => {
  const html = micromark(readFileSync(join(REPOSITORY, path), 'utf8'), { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  expect(withoutCodeOf(html).match(/.{0,20}\*\*.{0,20}/g)).toBeNull();
});
