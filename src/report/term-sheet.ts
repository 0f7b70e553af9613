import type { Terms } from '../contract/model.js';
import { PARTIES, type Party } from '../kernel/party.js';
import { type Locale, localText, type Params } from '../kernel/text.js';
import { type Boundary, boundariesOf } from '../outlook/boundaries.js';
import { type Quote, quoteOf } from '../outlook/quote.js';
import type { Piece } from '../term-sheet/form.js';
import type { Paragraph, PrintedSection } from '../term-sheet/print.js';
import { provedSheet } from '../term-sheet/proved.js';
import { type TermSheetKey, termSheetText } from '../words/term-sheet.js';
import { type Block, type Column, type Inline, left, ownNote, row, text } from './blocks.js';
import { boundaryBlocks } from './boundaries.js';
import { levelsNote } from './levels-note.js';
import { sentenceSeparator } from './punctuation.js';
import { levelsBlock } from './quote.js';
import { wording } from './wording.js';

/** What a sheet is made of. */
export type SheetBlock = Extract<Block, { kind: 'title' | 'heading' | 'paragraph' | 'table' }>;

/** A language or several beside each other; the first is that of headings and tables. */
export type SheetLocales = readonly [Locale, ...Locale[]];

/** A contract in plain words, in every language that is asked for. */
export interface TermSheet {
  readonly terms: Terms;
  readonly quote: Quote;
  readonly boundaries: readonly Boundary[];
  readonly sections: readonly SheetSections[];
}

interface SheetSections {
  readonly locale: Locale;
  readonly printed: readonly PrintedSection[];
}

/** A contract as prose, in one or both languages, each sentence of which was read back into the same terms. */
export function termSheet(terms: Terms, locales: SheetLocales): TermSheet {
  return {
    terms,
    quote: quoteOf(terms),
    boundaries: boundariesOf(terms),
    sections: locales.map((locale) => ({ locale, printed: provedSheet(terms, locale) })),
  };
}

/** For programs: every clause with its sentences in each language, and what a usual period pays at the levels. */
export function termSheetDocument({ terms, quote, boundaries, sections }: TermSheet): unknown {
  const { period, levels } = quote;
  const [first] = sections;
  return {
    apiVersion: 'concord/v1',
    kind: 'TermSheet',
    contract: terms.contract.id,
    currency: terms.contract.currency,
    sections: (first?.printed ?? []).map(({ section, paragraphs }, at) => ({
      section,
      clauses: paragraphs.map((paragraph, index) => ({
        number: numberOf(at, index),
        keys: paragraph.map(({ key }) => key),
        sentences: Object.fromEntries(
          sections.map(({ locale, printed }) => [
            locale,
            (printed[at]?.paragraphs[index] ?? []).map(({ pieces }) => pieces.map((piece) => piece.text).join('')),
          ]),
        ),
      })),
    })),
    levels: { period, earlier: quote.earlier, levels },
    boundaries,
  };
}

/** The sheet for people: each section a table, the languages beside each other. */
export function termSheetBlocks(sheet: TermSheet): SheetBlock[] {
  const { terms, sections } = sheet;
  const locales = sections.map(({ locale }) => locale);
  const say = (key: TermSheetKey, params: Params = {}) => inEvery(locales, key, params);
  const titles = [...new Set(locales.map((locale) => localText(terms.contract.title, locale)))];
  return [
    { kind: 'title', text: text(say('title')), subtitle: text(titles.join(' · ')) },
    ...locales.map((locale): SheetBlock => ({ kind: 'paragraph', text: text(termSheetText('note', locale), 'dim') })),
    ...dealBlocks(sheet),
    ...ruleBlocks(locales),
    ...sectionBlocks(sections, isMeasurement),
  ];
}

/** What no contract says, since it holds for all: one sentence each. */
const RULES = ['rule.order', 'rule.missing', 'rule.zero', 'rule.partial', 'rule.large', 'rule.both', 'rule.evidence'] as const;

function ruleBlocks(locales: readonly Locale[]): SheetBlock[] {
  const columns = [left(inEvery(locales, 'clause')), ...locales.map((locale) => left(termSheetText('language', locale)))];
  const rows = RULES.map((key, index) => row([text(`R.${index + 1}`), ...locales.map((locale) => text(termSheetText(key, locale)))]));
  return [
    { kind: 'heading', text: inEvery(locales, 'rules') },
    { kind: 'table', columns, rows },
  ];
}

const isMeasurement = ({ section }: PrintedSection): boolean => section === 'measurement';

/** The deal alone, without what is measured and how: a part of a report about the contract. */
export function dealBlocks(sheet: TermSheet): SheetBlock[] {
  return [...sectionBlocks(sheet.sections, (section) => !isMeasurement(section)), ...monthBlocks(sheet)];
}

function sectionBlocks(sections: readonly SheetSections[], isWanted: (section: PrintedSection) => boolean): SheetBlock[] {
  const locales = sections.map(({ locale }) => locale);
  const [first] = sections;
  const columns: Column[] = [left(inEvery(locales, 'clause')), ...locales.map((locale) => left(termSheetText('language', locale)))];
  return (first?.printed ?? []).flatMap((each, at): SheetBlock[] => {
    if (!isWanted(each)) return [];
    const { section, paragraphs } = each;
    const rows = paragraphs.map((_, index) =>
      row([
        text(numberOf(at, index)),
        ...sections.map(({ locale, printed }) => paragraphText(printed[at]?.paragraphs[index] ?? [], locale)),
      ]),
    );
    return [
      { kind: 'heading', text: `${at + 1} · ${inEvery(locales, `section.${section}`)}` },
      { kind: 'table', columns, rows },
    ];
  });
}

/** Where both parties sign. */
export function signatureBlocks({ terms, sections }: TermSheet): SheetBlock[] {
  const locales = sections.map(({ locale }) => locale);
  const nameOf = (party: Party) => [...new Set(locales.map((locale) => localText(terms.contract.parties[party].name, locale)))].join(' · ');
  const rows = (['signature', 'signed-on'] as const).map((key) => row([text(inEvery(locales, key)), [], []]));
  const columns = [left(''), ...PARTIES.map((party) => left(`${inEvery(locales, party)} ${nameOf(party)}`))];
  return [
    { kind: 'heading', text: inEvery(locales, 'signatures') },
    { kind: 'table', columns, rows },
  ];
}

/** What a bad, a normal and a good period pay, and what is paid about each level. */
function monthBlocks({ terms, quote, boundaries, sections }: TermSheet): SheetBlock[] {
  const { period } = quote;
  const locales = sections.map(({ locale }) => locale);
  const [locale] = locales;
  if (period === null || locale === undefined) return [];
  return [
    { kind: 'heading', text: inEvery(locales, 'months', { period }) },
    levelsBlock(quote, terms, locale),
    ...locales.map((each): SheetBlock => ({ kind: 'paragraph', text: ownNote(monthsNote(quote, terms, each)) })),
    ...boundaryBlocks(boundaries, quote, terms, locales),
  ];
}

function monthsNote(quote: Quote, terms: Terms, locale: Locale): string {
  return [termSheetText('months-note', locale), levelsNote(quote, wording(terms, locale))].join(sentenceSeparator(locale));
}

const numberOf = (section: number, paragraph: number): string => `${section + 1}.${paragraph + 1}`;

/** A heading in every language, each once. */
function inEvery(locales: readonly Locale[], key: TermSheetKey, params: Params = {}): string {
  return [...new Set(locales.map((locale) => termSheetText(key, locale, params)))].join(' · ');
}

function paragraphText(paragraph: Paragraph, locale: Locale): Inline {
  return paragraph
    .flatMap(({ pieces }, index) => [...(index === 0 ? [] : text(sentenceSeparator(locale))), ...pieces.map(span)])
    .filter((each) => each.text !== '');
}

function span({ text: said, code, own }: Piece) {
  if (code === true) return { text: said, code, quoted: true as const };
  return own === true ? { text: said, own } : { text: said };
}
