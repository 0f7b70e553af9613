/*
 * What a report says, before it is set in a terminal or in Markdown. Text in spans is raw: the renderers escape all of it,
 * so that no composer can forget to.
 */

/** How a span matters. Nothing is said by tone alone: without color the text still says it. */
export type Tone = 'strong' | 'dim' | 'good' | 'warn' | 'bad';

export interface Span {
  readonly text: string;
  readonly tone?: Tone;
  /** An id or digest: set as code where the medium has it. */
  readonly code?: boolean;
}

/** Spans that stand together, set without anything between them. */
export type Inline = readonly Span[];

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

export interface Row {
  readonly cells: readonly Inline[];
  /** What is to be said of the row below it, in full width. */
  readonly notes: readonly Inline[];
  /** Sets the row off from those above it: a total. */
  readonly sum?: boolean;
}

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

export type Block =
  | { readonly kind: 'title'; readonly text: Inline; readonly subtitle: Inline }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'figure'; readonly label: string; readonly value: string; readonly notes: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: Inline }
  | { readonly kind: 'pairs'; readonly pairs: readonly { readonly label: string; readonly value: Inline }[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'tree'; readonly root: Branch };

/** A single span as a line of its own. */
export function text(value: string, tone?: Tone): Inline {
  return tone === undefined ? [{ text: value }] : [{ text: value, tone }];
}

export function code(value: string, tone?: Tone): Inline {
  return [tone === undefined ? { text: value, code: true } : { text: value, code: true, tone }];
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

export function left(title: string): Column {
  return { title, align: 'left' };
}

export function right(title: string): Column {
  return { title, align: 'right' };
}

export function row(cells: readonly Inline[], notes: readonly Inline[] = []): Row {
  return { cells, notes };
}
