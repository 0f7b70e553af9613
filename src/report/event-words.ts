import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { ExclusionWindow } from '../contract/model.js';
import { instantText } from '../kernel/calendar.js';
import { isDecimal, rational } from '../kernel/rational.js';
import { type Locale, listSeparator, localText } from '../kernel/text.js';
import { eventField, eventValue } from '../words/event-fields.js';
import { inlineText } from './blocks.js';
import { percentFigure, plainFigure, sumFigure } from './figures.js';
import { filterWords } from './filter-words.js';
import { labelled, separator } from './punctuation.js';
import { revealed } from './revealed.js';
import type { Wording } from './wording.js';

/** Fields that say where an event stands and not what it is about. */
const ASIDE: ReadonlySet<string> = new Set(['kind', 'file', 'date', 'digest']);
const AMOUNTS: ReadonlySet<string> = new Set(['amount', 'claimed']);
const IN_WORDS: ReadonlySet<string> = new Set(['party', 'reason', 'treatment', 'agreed', 'result']);

/**
 * What an event says, in one line: its fields in words, filters and windows as people read them.
 * @param known fields that whoever reads it knows already.
 * @param names of a page about the contract: what it calls parties, lines and KPIs elsewhere; without, they are as the file has them.
 */
export function eventWords(
  event: ContractEvent,
  currency: string | null,
  locale: Locale,
  known: readonly string[] = [],
  names: Wording | null = null,
): string {
  const fields = Object.entries(event).filter(([name]) => !ASIDE.has(name) && name !== 'treatment' && !known.includes(name));
  const treated = event.kind === 'exclusion' ? treatmentFields(event.treatment, locale) : [];
  return [...fields, ...treated]
    .flatMap(([name, value]) => {
      const words = valueWords(name, value, { currency, locale, names });
      return words === '' ? [] : [labelled(eventField(event.kind, name, locale), words, locale)];
    })
    .join(separator(locale));
}

/** Text of several lines, as prose is written: a new line is no more than a space. */
function inOneLine(text: string): string {
  return text.replace(/\n+$/, '').replace(/ *\n[\n ]*/g, ' ');
}

function treatmentFields(treatment: EventOf<'exclusion'>['treatment'], locale: Locale): [string, unknown][] {
  if (treatment.kind === 'waive') {
    const { scoreAs } = treatment;
    const paid = scoreAs === 'none' ? eventValue('scoreAs', scoreAs, locale) : percentFigure(rational(scoreAs));
    return [
      ['treatment', treatment.kind],
      ['periods', treatment.periods],
      ['scoreAs', paid],
    ];
  }
  const where = treatment.kind === 'drop' && treatment.where !== null ? filterWords(treatment.where, locale) : null;
  return [
    ['treatment', treatment.kind],
    ['window', windowWords(treatment.window)],
    ['where', where],
  ];
}

/** Dates are days of the contract's calendar; moments are told in UTC, which everybody can check. */
export function windowWords(window: ExclusionWindow): string {
  if ('dates' in window) {
    const { from, to } = window.dates;
    return from === to ? from : `${from} – ${to}`;
  }
  const [from, to] = [window.instants.from, window.instants.to].map((instant) => instantText(BigInt(instant)));
  return `${from} – ${to}`;
}

interface Shown {
  readonly currency: string | null;
  readonly locale: Locale;
  readonly names: Wording | null;
}

/** What a page about a contract calls what a field of an event names. */
const NAMED: Readonly<Record<string, (id: string, words: Wording) => string>> = {
  party: (id, words) => (id === 'brand' || id === 'provider' ? words.party(id) : id),
  line: (id, words) => inlineText(words.line(id)),
  milestone: (id, words) => inlineText(words.line(id)),
  kpis: (id, words) => words.kpiTitle(id),
  duty: (id, { terms, locale }) => localText(terms.contract.duties.find((duty) => duty.id === id)?.title ?? id, locale),
};

function valueWords(name: string, value: unknown, shown: Shown): string {
  const { currency, locale, names } = shown;
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map((item) => valueWords(name, item, shown)).join(listSeparator(locale));
  const text = String(value);
  if (AMOUNTS.has(name) && isDecimal(text)) return currency === null ? plainFigure(text) : sumFigure(text, currency);
  const named = names === null ? undefined : NAMED[name];
  if (named !== undefined && names !== null) return named(text, names);
  return IN_WORDS.has(name) ? eventValue(name, text, locale) : revealed(inOneLine(text), { first: true, last: true });
}
