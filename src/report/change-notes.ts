import { canonicalJson } from '../kernel/canonical.js';
import { grouped } from '../kernel/grouped.js';
import { LOCALES, type Locale, localText, type Params, type Text } from '../kernel/text.js';
import { type AmendmentTextKey, amendmentText } from '../words/amendment.js';
import { code, type Inline, text } from './blocks.js';
import { type Cut, cutAlone, cutApart } from './cut-apart.js';
import { lineChanges } from './line-changes.js';
import { labelled } from './punctuation.js';

/*
 * A change as a reader sees it: what was and what will be, each so far that the difference shows, in every language in which
 * there is a text of it, and where the rest can be read.
 */

/** How changes are told. */
export interface Showing {
  readonly locale: Locale;
  /** Characters of one text; Infinity for a whole report. */
  readonly most: number;
}

/** Where each side is read whole, `file:line`. */
export interface Places {
  readonly before: string;
  readonly after: string;
}

/** A value before and after, as it is, with the words for it. */
export interface Values {
  readonly before: unknown;
  readonly after: unknown;
  readonly words: (value: unknown) => string;
}

/** Up to this length, both sides stand in one line. */
const ONE_LINE = 120;
/** Lines of one file, and characters of one line, where not all is shown. */
const MOST_LINES = 30;
const LINE_WIDTH = 160;
/** Of a field of something that is added or removed: the ones after it must still be seen. */
const FIELD_SHARE = 80;

type Say = (key: AmendmentTextKey, params?: Params) => string;

function sayIn({ locale }: Showing): Say {
  return (key, params = {}) => amendmentText(key, locale, params);
}

/** A text in one or two languages, as values of contracts are. */
export function isText(value: unknown): value is Exclude<Text, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'en' in value &&
    typeof value.en === 'string' &&
    'zh' in value &&
    typeof value.zh === 'string'
  );
}

/** What has no spaces and is short: a number, an id, a word of the language. */
const TOKEN = /^[^\s]{1,64}$/;

/** Whether a value is of numbers, steps and schedules of them and single words: what parties agree to, of which no digit may be left out. */
export function isOfFigures(value: unknown): boolean {
  if (typeof value === 'string') return TOKEN.test(value);
  if (typeof value !== 'object' || value === null) return true;
  const isEntry = (each: unknown) => typeof each === 'object' && each !== null && 'value' in each && ('from' in each || 'at' in each);
  if (Array.isArray(value) && !value.every(isEntry)) return false;
  return Object.values(value).every(isOfFigures);
}

/** What a value was and what it becomes; one line where both are short and plain. */
export function valueNotes({ before, after, words }: Values, places: Places, showing: Showing): Inline[] {
  if ((isText(before) || isText(after)) && [before, after].every((side) => typeof side === 'string' || isText(side))) {
    return languageNotes(before as Text, after as Text, places, showing);
  }
  let [old, now] = [words(before), words(after)];
  // Words round and shorten; what differs all the same is shown as it is kept.
  if (old === now) [old, now] = [canonicalJson(before ?? null), canonicalJson(after ?? null)];
  const isWhole = isOfFigures(before) && isOfFigures(after);
  const pair = cutApart(old, now, isWhole ? Number.POSITIVE_INFINITY : showing.most);
  const plain = pair.before.pieces.join('') === old && pair.after.pieces.join('') === now;
  if (plain && old.length + now.length <= ONE_LINE && !`${old}${now}`.includes('→')) {
    return [text(sayIn(showing)('from-to', { before: old, after: now }))];
  }
  const notes = pairNotes(pair, places, showing, (side) => sayIn(showing)(side));
  return isWhole ? notes.map(uncut) : notes;
}

/** Where any language differs, all of them are shown. */
function languageNotes(before: Text, after: Text, places: Places, showing: Showing): Inline[] {
  const say = sayIn(showing);
  return LOCALES.flatMap((each) => {
    const [old, now] = [localText(before, each), localText(after, each)];
    const language = say(`language.${each}`);
    if (old === now) return [labelledCut(say('unchanged-in', { language }), cutAlone(now, showing.most), places.after, showing)];
    return pairNotes(cutApart(old, now, showing.most), places, showing, (side) => say('in-language', { label: say(side), language }));
  });
}

function pairNotes(
  { before, after, placesMore }: ReturnType<typeof cutApart>,
  places: Places,
  showing: Showing,
  label: (side: 'before' | 'after') => string,
): Inline[] {
  return [
    labelledCut(label('before'), before, places.before, showing),
    labelledCut(label('after'), after, places.after, showing),
    ...(placesMore === 0 ? [] : [text(sayIn(showing)('more-places', { count: placesMore, place: places.after }))]),
  ];
}

function labelledCut(label: string, cut: Cut, place: string, showing: Showing): Inline {
  const shown = cut.pieces.length === 0 ? text('“”') : cut.pieces.map((piece) => ({ text: piece }));
  return [{ text: labelled(label, '', showing.locale) }, ...shown, ...moreOf(cut, place, showing)];
}

function moreOf({ hidden }: Cut, place: string, showing: Showing): Inline {
  return hidden === 0 ? [] : text(sayIn(showing)('more-see', { count: grouped(String(hidden)), place }));
}

function uncut(note: Inline): Inline {
  return note.map((span) => ({ ...span, own: true }));
}

/** A field in words; one of figures is never cut. */
export interface ToldField {
  readonly text: string;
  readonly ofFigures: boolean;
}

/** Something that only one side has, field by field, so that no long text hides what comes after it. */
export function loneNote(fields: readonly ToldField[], place: string, between: string, showing: Showing): Inline {
  const share = fields.length === 1 ? showing.most : Math.min(FIELD_SHARE, showing.most);
  let hidden = 0;
  const shown = fields.flatMap((field, index): Inline => {
    const cut = cutAlone(field.text, field.ofFigures || !Number.isFinite(showing.most) ? Number.POSITIVE_INFINITY : share);
    hidden += cut.hidden;
    const pieces = cut.pieces.map((piece) => ({ text: piece }));
    return [...(index === 0 ? [] : text(between)), ...(field.ofFigures ? uncut(pieces) : pieces)];
  });
  return [...shown, ...moreOf({ pieces: [], hidden }, place, showing)];
}

/** A file line by line: what it had and what it has instead, each with its number. */
export function lineNotes(file: string, before: string | null, after: string | null, showing: Showing): Inline[] {
  const say = sayIn(showing);
  const whole = !Number.isFinite(showing.most);
  const most = whole ? Number.POSITIVE_INFINITY : MOST_LINES;
  const { shown, more, next } = lineChanges(before, after, most, whole ? showing.most : LINE_WIDTH);
  return [
    text(say('line-by-line', { file })),
    ...shown.map(({ side, line, cut }): Inline => {
      const written = cut.pieces.join('').trimStart();
      return [
        { text: `${side === 'before' ? '−' : '+'} ${line}: ` },
        ...(written === '' ? text(say('empty-line')) : code(written)),
        ...moreOf(cut, `${file}:${line}`, showing),
      ];
    }),
    ...(next === null ? [] : [text(say('more-lines', { count: more, place: `${file}:${next.line}` }))]),
  ];
}
