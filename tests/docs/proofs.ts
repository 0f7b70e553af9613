import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../run-cli.js';

/*
 * Pages of proofs: tables that say of each sentence of a design which files carry it and which tests fail if it were not so. A test
 * is named as `` `file`: title ``, the title as it stands in the file; several are parted by `<br>`.
 */

export interface Proof {
  readonly section: string;
  /** What stands before the sentence: a rule's number; the sentence itself where the table has three columns. */
  readonly first: string;
  readonly sentence: string;
  /** Paths of the repository. */
  readonly carriedBy: readonly string[];
  readonly shownBy: readonly { readonly file: string; readonly title: string }[];
}

const HEADING = /^## (?<section>.+)$/;
/** The head of a table and the line below it. */
const NO_ROW = /^\| :?--|\| (shown by|Shown by) \|$/;

/** The rows of every table of a page, below their headings. @throws Error where a row of a table cannot be read. */
export function proofsIn(page: string): Proof[] {
  let section = '';
  const proofs: Proof[] = [];
  for (const line of page.split('\n')) {
    section = HEADING.exec(line)?.groups?.section ?? section;
    if (!line.startsWith('|') || NO_ROW.test(line)) continue;
    const cells = line.replace(/^\| | \|$/g, '').split(' | ');
    const [carried, shown] = cells.slice(-2);
    if (cells.length < 3 || carried === undefined || shown === undefined) throw new Error(`no row of three cells: ${line}`);
    const carriedBy = [...carried.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
    const sentence = cells.slice(0, -2).join(' | ');
    proofs.push({ section, first: cells[0] ?? '', sentence, carriedBy, shownBy: shown.split('<br>').map(testIn) });
  }
  return proofs;
}

function testIn(text: string): Proof['shownBy'][number] {
  const { file, title } = /^`(?<file>[^`]+)`: (?<title>.+)$/.exec(text.trim())?.groups ?? {};
  if (file === undefined || title === undefined) throw new Error(`no test: ${text}`);
  return { file, title };
}

/** What a page names that is not there, one line each. */
export function missingIn(page: string): string[] {
  return proofsIn(page).flatMap(({ sentence, carriedBy, shownBy }) => [
    ...(carriedBy.length === 0 ? [`${sentence}: carried by nothing`] : []),
    ...carriedBy.filter((path) => !existsSync(join(REPOSITORY, path))).map((path) => `${sentence}: no file ${path}`),
    ...shownBy.filter(({ file, title }) => !hasTest(file, title)).map(({ file, title }) => `${sentence}: no test ${file}: ${title}`),
  ]);
}

/** Whether a file has this title, as the text of a test or of a row of one, and leaves out none of its tests. */
function hasTest(file: string, title: string): boolean {
  const path = join(REPOSITORY, file);
  if (!/\.(test|cloud)\.ts$/.test(file) || !existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  if (/\b(test|it|describe)\.(skip|todo|only|fails)\b/.test(text)) return false;
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote}`));
}
