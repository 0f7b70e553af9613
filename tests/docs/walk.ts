/*
 * CONTRIBUTING.md as something to follow. A block of code belongs to the last file that the words before it name:
 * "New file `path`:", "In `path`, below `anchor`:", "In `path`, above `anchor`:", "In `path`, instead of `old`:".
 */

/** One change of a file. */
export interface Move {
  readonly walk: string;
  readonly path: string;
  readonly way: 'new' | 'below' | 'above' | 'instead of';
  /** Of the line below or above which it goes, or what it takes the place of; empty for a new file. */
  readonly anchor: string;
  readonly text: string;
}

const BLOCK = /^( *)```\w+\n([\s\S]*?)^\1```$/gm;
const PLACE =
  /(?:[Nn]ew\s+file\s+`(?<created>[^`]+)`|[Ii]n\s+`(?<changed>[^`]+)`,\s+(?<way>below|above|instead of)\s+`(?<anchor>[^`]+)`):\n*$/;

/** A block stands as deep as its item; its own indentation stays. */
function outdented(text: string, by: number): string {
  return text.replaceAll(new RegExp(`^ {0,${by}}`, 'gm'), '');
}

/** The moves of every walk, in order; blocks before the first walk are no moves. */
export function movesOf(page: string): readonly Move[] {
  return page.split(/^## /m).flatMap((section, index): Move[] => {
    if (index === 0) return [];
    const [walk = ''] = section.split('\n');
    return [...section.matchAll(BLOCK)].map((block): Move => {
      const [, indent = '', text = ''] = block;
      const { created, changed, way, anchor } = PLACE.exec(section.slice(0, block.index))?.groups ?? {};
      const path = created ?? changed;
      if (path === undefined) throw new Error(`${walk}: no file is named above\n${text}`);
      const kind = way === 'below' || way === 'above' || way === 'instead of' ? way : 'new';
      return { walk, path, way: kind, anchor: anchor ?? '', text: outdented(text, indent.length) };
    });
  });
}

/** A file's text after a move; null is a file that is not there. */
export function moved(text: string | null, { walk, path, way, anchor, text: written }: Move): string {
  const refuse = (why: string): never => {
    throw new Error(`${walk}: ${path} ${why}`);
  };
  if (way === 'new') return text === null ? written : refuse('is there already');
  if (text === null) return refuse('is not there');
  const places = text.split(anchor).length - 1;
  const at = text.indexOf(anchor);
  if (places === 0) return refuse(`has no ${anchor}`);
  if (way === 'instead of') return places === 1 ? text.replace(anchor, () => written.trimEnd()) : refuse(`has ${places} of ${anchor}`);
  const start = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at) + 1;
  return way === 'above' ? text.slice(0, start) + written + text.slice(start) : text.slice(0, end) + written + text.slice(end);
}
