import { IGNORABLE } from '../kernel/characters.js';

/*
 * Lines that no parser reads, and how they were probably meant. A parser tells where it gave up, in its own words; what the reader
 * needs is the slip itself and the line without it. So each way of slipping is tried on the lines at that place, and the first that
 * the parser can read on from is the one that is told.
 */

/** A line with one slip mended. */
export interface Mended {
  /** Index of the line. */
  readonly line: number;
  readonly text: string;
  /** The phrase `yaml.<problem>` that says the slip. */
  readonly problem: string;
}

/** What can be tried on one line. */
type Mend = (line: string, lines: readonly string[], index: number) => readonly string[];

const NAME = '[\\p{L}\\w][\\p{L}\\w-]*';
/** A level of a table: `below 80%`, `低于80%`, `from ４０`. */
const LEVEL = '(?:[\\p{L}<>≤≥]+ *)?\\p{Nd}[\\p{Nd}.]*[%％]?\\p{L}*';
const START = `^(\\s*(?:- )*)`;
const ODD_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
const UNSEEN = new RegExp(`[${IGNORABLE}]`, 'gu');
const WIDE_MARKS: Readonly<Record<string, string>> = {
  '，': ', ',
  '、': ', ',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '－': '-',
};
/** A dash at the beginning of a line is that of a list entry; the mark of Chinese lists parts fields, and not the words of a text. */
const WIDE_MARK = /[，｛｝［］【】]\s*|(?<=\S\s*)－\s*|、\s*(?=[\w-]+\s*[:：])/gu;
const CURLY = /[“”„‟「」『』]/gu;

/** Where a value in brackets ends: at the next field, or with the bracket. */
const NEXT = '\\s*(?:,\\s*[\\w-]+:\\s|[}\\]])';
/** A value in brackets with a # in it that touches a word. */
const HASHED = new RegExp(
  `(?<=[{,]\\s*[\\w-]+:\\s+)[^\\s"'{[](?:(?!${NEXT})[^{}[\\]])*?\\s#[^\\s#](?:(?!${NEXT})[^{}[\\]])*(?=${NEXT})`,
  'u',
);

function changed(line: string, ...candidates: readonly string[]): string[] {
  return candidates.filter((candidate) => candidate !== line);
}

const wideColon: Mend = (line) =>
  changed(
    line,
    line.replace(new RegExp(`${START}("?${NAME}"?)\\s*：\\s*`, 'u'), '$1$2: '),
    line.replace(new RegExp(`${START}(${LEVEL})\\s*：\\s*`, 'u'), '$1$2: '),
    line.replace(new RegExp(`(^\\s*(?:- )*|[{,]\\s*)("?${NAME}"?)\\s*：\\s*`, 'gu'), '$1$2: '),
  );

const wideMarks: Mend = (line) =>
  changed(line, line.replace(WIDE_MARK, (mark) => WIDE_MARKS[mark.trim()] ?? mark).replace(/(?<=[{[,])(\s*[\w"-]+)：\s*/gu, '$1: '));

const curlyQuotes: Mend = (line) => changed(line, line.replace(CURLY, '"'));

/** One full-width space is as wide as two plain ones. */
const oddSpace: Mend = (line) => {
  const plain = line.replace(ODD_SPACE, ' ');
  return plain === line ? [] : [plain, line.replace(/^\s+/u, (indent) => indent.replace(ODD_SPACE, '  ')).replace(ODD_SPACE, ' ')];
};

const unseen: Mend = (line) => changed(line, line.replace(UNSEEN, ''));

const noSpace: Mend = (line) => changed(line, line.replace(new RegExp(`${START}(${NAME}):(?=\\S)`, 'u'), '$1$2: '));

const dash: Mend = (line) =>
  changed(line, line.replace(/^(\s*)[-－–—•*·](?=[^\s-])/u, '$1- '), line.replace(/^(\s*)[－–—•*·]\s+/u, '$1- '));

/** A list entry in brackets without its dash, where lines around it have one. */
const noDash: Mend = (line, lines, index) => {
  const rest = line.trimStart();
  if (!/^\{\s*id:\s/.test(rest)) return [];
  const near = lines.slice(Math.max(0, index - 3), index + 4).flatMap((other) => /^(\s*)- /.exec(other)?.[1] ?? []);
  return [...new Set(near)].map((indent) => `${indent}- ${rest}`);
};

const tab: Mend = (line, lines, index) => {
  const [indent = ''] = /^\s*/.exec(line) ?? [];
  if (!indent.includes('\t')) return [];
  const rest = line.slice(indent.length);
  return [
    indent.replace(/\t/g, '  ') + rest,
    indent.replace(/\t/g, '    ') + rest,
    ...indents(lines, index).map((width) => ' '.repeat(width) + rest),
  ];
};

const indent: Mend = (line, lines, index) => {
  const rest = line.trimStart();
  const own = line.length - rest.length;
  const near = indents(lines, index).sort((a, b) => Math.abs(a - own) - Math.abs(b - own) || b - a);
  return changed(line, ...near.map((width) => ' '.repeat(width) + rest));
};

/** How far in lines before a line stand, and two further. */
function indents(lines: readonly string[], index: number): number[] {
  const before = lines.slice(Math.max(0, index - 12), index).filter((line) => /^ *[^\s#]/.test(line));
  const widths = before.flatMap((line) => {
    const width = line.length - line.trimStart().length;
    return /^\s*- /.test(line) ? [width, width + 2] : [width];
  });
  const last = before.at(-1);
  return [...new Set([...widths, ...(last?.trimEnd().endsWith(':') === true ? [last.length - last.trimStart().length + 2] : [])])];
}

/** In `{ title: Deal #1, of: daily }` the # takes the rest of the line away: the text, up to the next field, in quotes. */
const hash: Mend = (line) =>
  changed(
    line,
    // behind a number it can only be a comment
    line.replace(HASHED, (text) => (/^[+-]?\d[\d.,]*[%x]?\s+#/.test(text) ? text : JSON.stringify(text))),
  );

/** In `{ amount: 3000 # a month }` the comment takes the closing bracket away: it goes behind that. */
const comment: Mend = (line) => {
  const at = quotesBlanked(line).search(/\s+#/);
  const [head, [, note = '', closing = '']] = [line.slice(0, at), /^\s+#\s*(.*?)\s*([}\]]+)\s*$/u.exec(line.slice(at)) ?? []];
  if (at === -1 || closing === '' || !/[{[]/.test(head)) return [];
  const space = closing.startsWith('}') && /\{ /.test(head) ? ' ' : '';
  return [`${head.replace(/\s*,$/, '')}${space}${closing}${note === '' ? '' : ` # ${note}`}`];
};

/** A quote that is opened and not closed on the line: closed at the end of the value. */
const quote: Mend = (line) => {
  const open = openQuote(line);
  if (open === null) return [];
  const { mark, at } = open;
  const inBrackets = line.slice(at).search(/\s*[,}\]]/);
  const comment = line.slice(at).search(/\s+#/);
  const end = line.trimEnd().length;
  const ends = [...(comment === -1 ? [] : [at + comment]), end, ...(inBrackets === -1 ? [] : [at + inBrackets])];
  const closed = ends.map((place) => line.slice(0, place) + mark + line.slice(place));
  return changed(line, ...closed, line.slice(0, at) + line.slice(at + 1));
};

/** The quote at the beginning of a value that nothing closes on its line. */
function openQuote(line: string): { readonly mark: string; readonly at: number } | null {
  for (let at = 0; at < line.length; at++) {
    const mark = line[at] ?? '';
    if ((mark !== '"' && mark !== "'") || !/(?:^|[\s{[,])$/.test(line.slice(0, at))) continue;
    const close = line.indexOf(mark, at + 1);
    if (close === -1) return { mark, at };
    at = close;
  }
  return null;
}

const bracket: Mend = (line) => {
  if (line.includes(')') && !line.includes('(')) {
    const square = line.replace(/\[([^()[\]{}]*)\)/gu, '[$1]').replace(/\{([^()]*)\)/gu, '{$1}');
    if (square !== line) return [square];
  }
  // in `[alice, ann, required: 1 }` the list ends where the next field begins
  const ended = line.replace(/\[([^[\]{}:]*?)(?=\s*,\s*[\w-]+:\s)/u, '[$1]');
  return changed(line, ...MISMATCHES.map((how) => inPairs(line, how)), ended);
};

/** What is done with a closing bracket that closes none: what is open inside is closed before it, it closes that instead, or it goes. */
const MISMATCHES = ['before', 'instead', 'gone'] as const;
const CLOSES: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** A line with its brackets in pairs, as far as they are opened on it. */
function inPairs(line: string, how: (typeof MISMATCHES)[number]): string {
  const open: string[] = [];
  let text = '';
  const close = (bracket = '') => {
    const end = text.trimEnd();
    const space = bracket === '}' && /\{ /.test(line) ? ' ' : '';
    text = end.replace(/,$/, '') + space + bracket + text.slice(end.length);
  };
  [...withoutQuoted(line)].forEach((character, at) => {
    const written = line[at] ?? '';
    if (CLOSES[character] !== undefined) open.push(CLOSES[character]);
    if (character !== '}' && character !== ']') text += written;
    else if (open.at(-1) === character || (how === 'before' && open.includes(character))) {
      while (open.at(-1) !== character) close(open.pop());
      open.pop();
      text += written;
    } else if (how === 'instead' && open.length > 0) text += open.pop();
    else if (how === 'instead') text += written;
  });
  if (open.length > 0) text = text.trimEnd();
  while (open.length > 0) close(open.pop());
  return text;
}

/** The line with quoted text and comments blanked out, of the same length. */
function withoutQuoted(line: string): string {
  return quotesBlanked(line).replace(/\s#.*$/, (text) => ' '.repeat(text.length));
}

function quotesBlanked(line: string): string {
  return line.replace(/(?<=^|[\s{[,:])("[^"]*"|'[^']*')/g, (text) => '_'.repeat(text.length));
}

const semicolon: Mend = (line) => changed(line, line.replace(/(?<=[{,].*?[^\s;；])\s*[;；]\s*(?=[\w-]+:\s)/gu, ', '));

const comma: Mend = (line) => changed(line, line.replace(/(?<=[{,].*:\s+[^\s,{}[\]]+)\s+(?=[\w-]+:\s)/u, ', '));

/** `title: Acme: the deal` and values that begin with a sign of YAML: as text in quotes. */
const colonInValue: Mend = (line) => {
  const [, head, value, tail = ''] =
    new RegExp(`${START}(?:${NAME}:\\s+)?`, 'u').exec(line) === null
      ? []
      : (/^(\s*(?:- )*[^\s:]+:\s+)([^"'{[].*?: .*?)(\s+#.*)?$/u.exec(line) ?? []);
  const flow = line.replace(/(?<=[{,]\s*[\w-]+:\s+)([^\s"'{[][^,{}[\]]*?:\s[^,{}[\]]*?)(?=\s*[,}])/u, (text) => JSON.stringify(text));
  return changed(line, head === undefined || value === undefined ? line : `${head}${JSON.stringify(value)}${tail}`, flow);
};

const reserved: Mend = (line) => {
  const flow = line.replace(/(?<=[{,]\s*[\w-]+:\s+)([@`%*&!|][^,{}]*?)(?=\s*[,}])/gu, (text) => JSON.stringify(text));
  if (flow !== line) return [flow];
  const keys = line.replace(/(?<=^\s*|[{,]\s*)[<>≤≥]=?[^:,{}"]*?(?=\s*:\s)/gu, (key) => JSON.stringify(key));
  if (keys !== line) return [keys];
  const [, head, value] = /^(\s*(?:- )*(?:[^\s:]+:\s+)?)([@`%&*!|>?].*)$/u.exec(line) ?? [];
  return head === undefined || value === undefined ? [] : [`${head}${JSON.stringify(value.trimEnd())}`];
};

/** Left out where the field says as much; of a field that bounds the other side it is left, as a text, for whoever looks at values. */
const comparison: Mend = (line) =>
  changed(
    line,
    line.replace(/(?<=\b(?:atMost|upTo):\s+)(?:>=|=>|>)\s*[\d.]+%?/gu, (text) => JSON.stringify(text)),
    line.replace(/(:\s+)(?:>=|<=|>|<|=>|=<|≥|≤)\s*(?=[\d.])/gu, '$1'),
  );

const equals: Mend = (line) => changed(line, line.replace(new RegExp(`${START}(${NAME})\\s*(?::=|=>?)\\s*`, 'u'), '$1$2: '));

const noColon: Mend = (line) =>
  changed(
    line,
    line.replace(new RegExp(`${START}(${NAME}) +(?=[^\\s:#]+\\s*$)`, 'u'), '$1$2: '),
    line.replace(new RegExp(`${START}(${NAME})\\s*$`, 'u'), '$1$2:'),
  );

/** What is tried, in this order, on the line where the parser gave up and its neighbours. */
const MENDS: readonly (readonly [problem: string, mend: Mend])[] = [
  ['OPEN_HASH', hash],
  ['OPEN_COMMENT', comment],
  ['WIDE_COLON', wideColon],
  ['NO_SPACE', noSpace],
  ['UNSEEN', unseen],
  ['ODD_SPACE', oddSpace],
  ['TAB_AS_INDENT', tab],
  ['WIDE_MARK', wideMarks],
  ['CURLY_QUOTE', curlyQuotes],
  ['NO_SPACE_AFTER_DASH', dash],
  ['COMPARISON', comparison],
  ['EQUALS', equals],
  ['OPEN_QUOTE', quote],
  ['SEMICOLON', semicolon],
  ['OPEN_BRACKET', bracket],
  ['NO_DASH', noDash],
  ['NO_COMMA', comma],
  ['COLON_IN_VALUE', colonInValue],
  ['RESERVED_START', reserved],
  ['INDENT', indent],
  ['NO_COLON', noColon],
];

/** So many lines are looked at for a quote or bracket that is open since then. */
const LINES_BEFORE = 30;

/** Lines in which what is open where the parser gave up may have been opened: those nearest to it, and the first of all. */
function openLines(lines: readonly string[], index: number, code: string): number[] {
  const before = Array.from({ length: index + 1 }, (_, step) => index - step);
  const open = before.filter((at) => openQuote(lines[at] ?? '') !== null || bracket(lines[at] ?? '', lines, at).length > 0);
  const ordered = code === 'MISSING_CHAR' ? [...open].reverse() : open;
  return ordered.slice(0, LINES_BEFORE);
}

/** Every mend that can be tried for what the parser says of a line, the likeliest first. */
export function* mendsNear(lines: readonly string[], index: number, code: string): Generator<Mended> {
  for (const [problem, mend] of MENDS) {
    const near = problem.startsWith('OPEN') ? openLines(lines, index, code) : [index, index + 1, index - 1];
    for (const at of near) {
      const line = lines[at];
      if (line === undefined || line.length > 2_000) continue;
      for (const text of mend(line, lines, at)) yield { line: at, text, problem };
    }
  }
}

/** Marks that git leaves where two changes meet. */
export function conflictLine(lines: readonly string[]): number | null {
  const index = lines.findIndex((line) => /^(?:<{7}|>{7}) /.test(line));
  return index === -1 ? null : index;
}

/** Where two lines begin to differ. */
export function firstDifference(before: string, after: string): number {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  while (before[at] === ' ') at += 1;
  return at;
}
