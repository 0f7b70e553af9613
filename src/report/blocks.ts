import type { Issue } from '../kernel/issue.js';

/*
 * What a report says, before it is set in a terminal or in Markdown. Text in spans is raw: the renderers escape all of it,
 * so that no composer can forget to.
 */

/** How a span matters. Nothing is said by tone alone: without color the text still says it. */
export type Tone = 'strong' | 'dim' | 'good' | 'warn' | 'bad' | 'note';

export interface Span {
  readonly text: string;
  readonly tone?: Tone;
  /** An id or digest: set as code where the medium has it. */
  readonly code?: boolean;
  /** In code quotes where the medium has no font for code: a sentence would read wrongly without. */
  readonly quoted?: true;
  /** Where it leads, in a medium that has links; an address that the program made, never one of somebody's text. */
  readonly href?: string;
  /** Words of the program, which nobody's text can lengthen, and figures that are agreed on: they are never cut. */
  readonly own?: true;
  /** Drawn in characters: a medium that draws charts leaves it out. */
  readonly drawing?: true;
}

/** Spans that stand together, set without anything between them. */
export type Inline = readonly Span[];

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Its values say what they are: where a row is shown as a card, no title stands beside them. */
  readonly speaks?: true;
}

export interface Row {
  readonly cells: readonly Inline[];
  /** What the notes are about, where a medium sets them apart from the row; absent: its first cell. */
  readonly about?: Inline;
  /** What is to be said of the row below it, in full width. */
  readonly notes: readonly Inline[];
  /** Sets the row off from those above it: a total. */
  readonly sum?: boolean;
}

/**
 * What a spreadsheet takes of a block: ids beside titles, figures exact and bare, the currency and the period in columns of their own, so
 * that tables of several contracts stand below each other; no drawing, no total that would be counted twice.
 */
export interface Sheet {
  readonly titles: readonly string[];
  /** Null is an empty cell. */
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly sheet?: () => Sheet;
}

/** A number of a chart: decimal text for where it stands, and what it is in words. */
export interface Charted {
  readonly value: string;
  readonly text: string;
}

/** What something has come to, on a scale of its own, beside the levels that are asked of it. */
export interface Bar {
  readonly label: string;
  readonly value: Charted | null;
  readonly levels: readonly (Charted & { readonly level: 'threshold' | 'target' | 'stretch' })[];
  readonly tone?: Tone;
}

/** From one figure to another, and what that is called. */
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** Where something may end, on a scale of its own: `outer` 4 times in 5, `inner` every other time. */
export interface Band {
  readonly label: string;
  readonly outer: Range;
  readonly inner: Range;
  readonly marks: readonly (Charted & { readonly mark: 'toDate' | 'expected' | 'target' })[];
}

/** What something came to on each day so far, and between which figures it may end on the last day: straight lines lead there. */
export interface Fan {
  readonly label: string;
  /** So many days the whole period has. */
  readonly days: number;
  /** One for each day so far. */
  readonly course: readonly (Charted | null)[];
  readonly end: Omit<Band, 'label' | 'marks'> & { readonly expected: Charted; readonly target: Charted };
}

/** A step from one amount to another; a total stands from 0. */
export interface Step {
  readonly label: string;
  readonly moved: Charted;
  readonly isTotal: boolean;
}

/** What a chart shows. Every figure in it stands in its table too. */
export type Chart =
  | { readonly shape: 'bars'; readonly bars: readonly Bar[] }
  | { readonly shape: 'band'; readonly bands: readonly Band[] }
  | { readonly shape: 'fan'; readonly fans: readonly Fan[] }
  | { readonly shape: 'waterfall'; readonly steps: readonly Step[] }
  /** One series over periods, on one scale; null is a gap. */
  | { readonly shape: 'lines'; readonly points: readonly { readonly label: string; readonly at: Charted | null }[] };

/** A tree of what led to an amount. */
export interface Branch {
  readonly label: Inline;
  readonly children: readonly Branch[];
}

/** A point of a list, with what is to be said below it. */
export interface ListItem {
  readonly text: Inline;
  readonly notes: readonly Inline[];
}

/** A line that stands as it is, two columns further in for each step of its depth. */
export interface ToldLine {
  readonly text: Inline;
  readonly depth: number;
  /** A point of a list: `- …`. */
  readonly point?: true;
}

/** A command, to be copied as it is: what it is about, and the name of that. */
export interface Command {
  readonly about: string;
  readonly name: string;
  readonly command: string;
}

export type Block =
  /** A report of its own begins, within one that holds several. */
  | { readonly kind: 'chapter'; readonly text: string }
  | { readonly kind: 'title'; readonly text: Inline; readonly subtitle: Inline }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'figure'; readonly label: string; readonly value: string; readonly notes: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: Inline }
  | { readonly kind: 'pairs'; readonly pairs: readonly { readonly label: string; readonly value: Inline }[] }
  | Table
  /** A table, drawn above it where a medium can: the drawing says nothing that the table does not. */
  | { readonly kind: 'chart'; readonly title: string; readonly chart: Chart; readonly table: Table }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'tree'; readonly root: Branch; readonly sheet?: () => Sheet }
  /** What was done, line by line: never wrapped, so that paths, addresses and digests can be copied. */
  | { readonly kind: 'lines'; readonly lines: readonly ToldLine[] }
  /** A text to be copied or run as it is, each of its lines one line. */
  | { readonly kind: 'code'; readonly language: 'sql' | 'sh' | 'yaml' | 'markdown' | 'text'; readonly text: string }
  /** Commands to be run one by one, each with what it is for. */
  | { readonly kind: 'commands'; readonly commands: readonly Command[] }
  /** What is wrong, each with its place, and the source line where its text is given by path. */
  | { readonly kind: 'issues'; readonly issues: readonly Issue[]; readonly texts: ReadonlyMap<string, string> }
  /** Markdown that was set before, such as a page of the ledger; shown as it stands. */
  | { readonly kind: 'markdown'; readonly text: string }
  /** Between two reports that stand one below the other. */
  | { readonly kind: 'break' };

/** What spans say, without how they look. */
export function inlineText(inline: Inline): string {
  let said = '';
  for (const span of inline) said += span.text;
  return said;
}

/** A single span as a line of its own. */
export function text(value: string, tone?: Tone): Inline {
  return tone === undefined ? [{ text: value }] : [{ text: value, tone }];
}

/** A note in words of the program alone. */
export function ownNote(value: string): Inline {
  return [{ text: value, tone: 'dim', own: true }];
}

/** Text that is shown as it is written in a file. */
export function code(value: string, tone?: Tone): Inline {
  return [tone === undefined ? { text: value, code: true } : { text: value, code: true, tone }];
}

/** A sentence of the program's own, in which commands stand between backticks. */
export function withCode(value: string): Inline {
  return value.split('`').map((part, index) => (index % 2 === 0 ? { text: part } : { text: part, code: true }));
}

/** A title with the id by which people refer to it. */
export function named(title: string, id: string): Inline {
  if (title === id) return [{ text: id, code: true, tone: 'strong' }];
  return [{ text: title, tone: 'strong' }, { text: ' · ' }, { text: id, code: true, tone: 'dim' }];
}

/** Puts ` · ` between parts, leaving out the empty ones. */
export function dotted(parts: readonly Inline[]): Inline {
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [{ text: ' · ' }, ...part]));
}

/** A column of words. */
export function left(title: string): Column {
  return { title, align: 'left' };
}

/** A column of figures. */
export function right(title: string): Column {
  return { title, align: 'right' };
}

/** A row of a table, with what stands below it. */
export function row(cells: readonly Inline[], notes: readonly Inline[] = []): Row {
  return { cells, notes };
}

/** Lines that say what was done. */
export function toldLines(...said: readonly (string | ToldLine)[]): Block {
  return { kind: 'lines', lines: said.map((each) => (typeof each === 'string' ? toldLine(each) : each)) };
}

/** A line that says what was done. @param depth of the point that it is; 0: a line of its own */
export function toldLine(said: string | Inline, depth = 0): ToldLine {
  return { text: typeof said === 'string' ? text(said) : said, depth };
}

/** Drawn in characters, for media without charts. */
export function drawing(value: string, tone?: Tone): Inline {
  return value === '' ? [] : [{ text: value, drawing: true, ...(tone === undefined ? {} : { tone }) }];
}

/** Reports one below the other. */
export function below(reports: readonly (readonly Block[])[]): Block[] {
  const told = reports.filter((each) => each.length > 0);
  return told.flatMap((each, index): readonly Block[] => (index === 0 ? each : [{ kind: 'break' }, ...each]));
}
