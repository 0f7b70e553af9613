import type { Every, PeriodId } from '../kernel/calendar.js';
import { isFields } from '../kernel/objects.js';
import { termPeriods } from '../kernel/period.js';
import type { Locale } from '../kernel/text.js';
import type { Clause, Slot } from './clause.js';
import type { ReadingBack } from './form.js';
import { dataOf, put, type Told, valueAt } from './paths.js';
import { type Phrase, readPhrase } from './phrase.js';
import { SHEET } from './sheet.js';

/** A sheet read back: the terms that it says as plain data, and the sentences that say nothing or more than one thing. */
export interface ReadSheet {
  readonly terms: unknown;
  readonly unread: readonly string[];
}

/** A sentence that opens a paragraph: of an item of a list, or about the terms' own fields at a place. */
type Opening = { readonly phrase: Phrase } & (
  | { readonly at: 'contract' | 'definitions' }
  | { readonly list: string; readonly clause: Clause }
);

const OPENINGS: readonly Opening[] = SHEET.flatMap(({ parts }) =>
  parts.flatMap((part): readonly Opening[] =>
    'slots' in part
      ? part.slots.flat().map((phrase) => ({ phrase, at: part.at }))
      : part.clauses.flatMap((clause) => clause.opening.map((phrase) => ({ phrase, list: part.list, clause }))),
  ),
);

/**
 * Reads the sentences of a sheet in one language.
 * @returns the same data that `signedTerms` has of the terms the sheet was printed from.
 */
export function readSheet(sentences: readonly string[], locale: Locale): ReadSheet {
  const unread: string[] = [];
  const by: ReadingBack = { locale, firstPeriod: firstPeriodOf(sentences, locale) };
  const terms: Record<string, unknown> = dataOf(EMPTY);
  let item: { readonly data: Record<string, unknown>; readonly clause: Clause } | null = null;
  for (const sentence of sentences) {
    const more: readonly (readonly Told[])[] = item === null ? [] : readingsOf(item.clause.slots.flat(), sentence, by);
    const openings = OPENINGS.map((opening) => ({ opening, told: readPhrase(opening.phrase, sentence, by) }));
    const opened = openings.flatMap(({ opening, told }) => (told === null ? [] : [{ opening, told }]));
    if (more.length + opened.length !== 1) unread.push(sentence);
    for (const told of more) for (const { path, value } of told) put(item?.data ?? {}, path, value);
    for (const { opening, told } of opened) item = begin(opening, told, terms);
  }
  return { terms, unread };
}

/** Puts what opens a paragraph where it belongs; the item that further sentences tell of. */
function begin(opening: Opening, told: readonly Told[], terms: Record<string, unknown>) {
  if ('at' in opening) {
    for (const { path, value } of told) put(terms, `${opening.at}.${path}`, value);
    return null;
  }
  const { list, clause } = opening;
  const data = dataOf([{ path: '', value: clause.silent }, ...told]);
  const items = valueAt(terms, list);
  put(terms, list, [...(Array.isArray(items) ? items : []), data]);
  return { data, clause };
}

function readingsOf(slot: Slot, sentence: string, by: ReadingBack): readonly (readonly Told[])[] {
  return slot.flatMap((phrase) => {
    const told = readPhrase(phrase, sentence, by);
    return told === null ? [] : [told];
  });
}

/** What is there of which nothing is said. */
const EMPTY: readonly Told[] = [
  { path: 'apiVersion', value: 'concord/v1' },
  { path: 'kind', value: 'Terms' },
  ...['kpis', 'gates', 'fees', 'duties', 'baseline'].map((list) => ({ path: `contract.${list}`, value: [] })),
  ...['brand', 'provider'].map((party) => ({ path: `contract.parties.${party}.access`, value: { analyst: [], viewer: [] } })),
  ...['facts', 'measures', 'metrics', 'reconcile', 'views'].map((list) => ({ path: `definitions.${list}`, value: [] })),
  { path: 'definitions.fx', value: null },
];

/** The term and its periods are read first: what holds from the first period on is said without it. */
function firstPeriodOf(sentences: readonly string[], locale: Locale): PeriodId {
  const frame = OPENINGS.filter(({ phrase }) => phrase.key === 'term' || phrase.key === 'every');
  const told = sentences.flatMap((sentence) =>
    frame.flatMap(({ phrase }) => readPhrase(phrase, sentence, { locale, firstPeriod: '' }) ?? []),
  );
  const { term, calendar } = dataOf(told);
  if (!isFields(term) || !isFields(calendar)) return '';
  const { from, to } = term;
  const every = EVERY.find((each) => each === calendar.every);
  if (typeof from !== 'string' || typeof to !== 'string' || every === undefined) return '';
  return termPeriods({ from, to }, every)[0]?.id ?? '';
}

const EVERY: readonly Every[] = ['month', 'quarter', 'week'];
