import type { Terms } from '../contract/model.js';
import { termPeriods } from '../kernel/period.js';
import type { Locale } from '../kernel/text.js';
import type { Clause, Slot } from './clause.js';
import type { Piece, Saying } from './form.js';
import { textOf } from './form.js';
import { valueAt } from './paths.js';
import { sayPhrase } from './phrase.js';
import { type FramePart, type ListPart, SHEET, type SheetSection } from './sheet.js';
import { signedTerms } from './signed.js';

/** A sentence of a sheet. */
export interface Sentence {
  readonly key: string;
  readonly pieces: readonly Piece[];
}

/** Sentences that stand together: those about one item, or one about the contract itself. */
export type Paragraph = readonly Sentence[];

export interface PrintedSection {
  readonly section: SheetSection;
  readonly paragraphs: readonly Paragraph[];
}

/** The terms in plain words of one language, section by section; empty ones are left out. */
export function printSheet(terms: Terms, locale: Locale): readonly PrintedSection[] {
  const data = signedTerms(terms, locale);
  const { contract, definitions } = terms;
  const units = new Map(definitions.metrics.map(({ id, unit }) => [id, unit]));
  const by: Saying = {
    locale,
    currency: contract.currency,
    firstPeriod: termPeriods(contract.term, contract.calendar.every)[0]?.id ?? '',
    unitOf: (metric) => units.get(metric) ?? null,
    subject: null,
  };
  return SHEET.map(({ section, parts }) => ({ section, paragraphs: parts.flatMap((part) => paragraphsOf(part, data, by)) })).filter(
    ({ paragraphs }) => paragraphs.length > 0,
  );
}

/** Every sentence of a sheet as text, in order: what {@link readSheet} reads. */
export function sentencesOf(sheet: readonly PrintedSection[]): readonly string[] {
  return sheet.flatMap(({ paragraphs }) => paragraphs.flat().map(({ pieces }) => textOf(pieces)));
}

function paragraphsOf(part: ListPart | FramePart, data: unknown, by: Saying): readonly Paragraph[] {
  if ('slots' in part) {
    const subject = valueAt(data, part.at);
    return part.slots.flatMap((slot) => said(slot, subject, by)).map((sentence) => [sentence]);
  }
  const items = valueAt(data, part.list);
  if (!Array.isArray(items)) return [];
  return items.map((item: unknown) => part.clauses.map((clause) => clauseOf(clause, item, by)).find((each) => each.length > 0) ?? []);
}

function clauseOf({ opening, slots }: Clause, item: unknown, by: Saying): Paragraph {
  const first = said(opening, item, by);
  return first.length === 0 ? [] : [...first, ...slots.flatMap((slot) => said(slot, item, by))];
}

/** The first sentence of a slot that fits; none where none does. */
function said(slot: Slot, subject: unknown, by: Saying): readonly Sentence[] {
  for (const phrase of slot) {
    const pieces = sayPhrase(phrase, subject, { ...by, subject });
    if (pieces !== null) return [{ key: phrase.key, pieces }];
  }
  return [];
}
