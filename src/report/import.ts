import type { FileFormat } from '../contract/model.js';
import type { Told } from '../intake/chosen.js';
import { numbersLike } from '../intake/columns.js';
import type { CurrencySaid, SaidByRows } from '../intake/currency.js';
import type { Draft } from '../intake/draft.js';
import { isPersonal } from '../intake/keys.js';
import { type Frame, leftOutOf, type Near, type Preset } from '../intake/presets.js';
import type { Repeated } from '../intake/repeated.js';
import type { Sight } from '../intake/sight.js';
import { visibleName } from '../kernel/characters.js';
import { type Locale, listSeparator } from '../kernel/text.js';
import { zoneOfLetters } from '../kernel/zone-letters.js';
import { importText } from '../words/import.js';
import { describe } from '../words/issue.js';
import { type Block, text, toldLine, toldLines } from './blocks.js';
import { plainText } from './escape.js';

/** Files of one table, and what is proposed for it. */
export interface SeenTable {
  readonly sights: readonly Sight[];
  readonly table: string;
  readonly preset: Preset | null;
  /** Whether it is declared so already, and nothing of it is to be looked at. */
  readonly isUsed: boolean;
  /** The preset that it nearly fits; null where it fits one, is like none, or its table is named. */
  readonly near: Near | null;
  /** The preset whose export it seems to be, in a language that the preset does not read. */
  readonly elsewhere: string | null;
  readonly draft: Draft;
}

/** Names that are listed; of more it is said how many there are. */
const MOST = 6;

/**
 * What is seen in the files of a table, and what of it is open: names of columns and ways of writing, no value of any row.
 * @param isAll whether nothing looks at the values below it: then those that are unlike the others of their column are told too.
 * @param isDeclared whether the table is declared: then nothing is proposed, and nothing is open.
 * @param declared how it is declared to be written; undefined: as its preset has it, or as is proposed.
 */
export function sightBlock(
  { sights, preset, isUsed, near, elsewhere, draft }: SeenTable,
  {
    zone,
    currency,
    isAll,
    isDeclared,
    declared,
  }: Frame & {
    readonly isAll: boolean;
    readonly isDeclared: boolean;
    readonly declared: FileFormat | null | undefined;
  },
  locale: Locale,
): Block {
  const [first] = sights;
  const format = declared === undefined ? (preset === null ? undefined : (preset.source.format ?? null)) : declared;
  return toldLines(
    ...sights.flatMap((sight) => [
      toldLine(text(plainText(sight.name), 'strong')),
      toldLine(formLine(sight, locale), 1),
      ...detailLines(sight, format, locale).map((line) => toldLine(line, 1)),
      ...[...(isAll ? oddLines(sight, locale) : []), ...warnedLines(sight, { format, isPreset: preset !== null }, locale)].map((line) =>
        toldLine(text(line, 'warn'), 1),
      ),
    ]),
    ...(preset === null
      ? isDeclared
        ? []
        : [toldLine(importText('no-preset', locale), 1)]
      : [toldLine(importText('preset', locale, { pack: preset.pack }), 1)]),
    ...(near === null ? [] : nearLines(near, locale)),
    ...(elsewhere === null ? [] : [toldLine(text(importText('elsewhere', locale, { pack: elsewhere }), 'warn'), 1)]),
    ...(preset === null || isUsed || isDeclared || Object.keys(preset.given).length === 0
      ? []
      : [toldLine(text(importText('given', locale, { given: givenText(preset, locale) }), 'warn'), 1)]),
    ...(first === undefined || preset === null ? [] : leftOutLines(sights, preset.pack, locale)).map((line) =>
      toldLine(text(line, 'warn'), 1),
    ),
    ...(first === undefined || preset !== null || isDeclared ? [] : openLines(first, draft, { zone, currency }, locale)).map((line) =>
      toldLine(text(line, 'warn'), 1),
    ),
  );
}

/** What of files that fit a preset is not counted. */
export function leftOutLines(sights: readonly Sight[], pack: string, locale: Locale): readonly string[] {
  return [...new Set(sights.flatMap((sight) => leftOutOf(sight, pack)))].map((line) => importText(line, locale));
}

function nearLines({ pack, issues }: Near, locale: Locale) {
  return [
    toldLine(text(importText('near', locale, { pack }), 'warn'), 1),
    ...issues.map((each) => toldLine(text(`✗ ${plainText(describe(each, locale).text)}`, 'warn'), 2)),
  ];
}

function givenText({ given }: Preset, locale: Locale): string {
  return Object.entries(given)
    .map(([name, value]) => `${name}: ${plainText(value)}`)
    .join(listSeparator(locale));
}

const DELIMITERS: Readonly<Record<string, 'form.comma' | 'form.semicolon' | 'form.tab' | 'form.bar'>> = {
  ',': 'form.comma',
  ';': 'form.semicolon',
  '\t': 'form.tab',
  '|': 'form.bar',
};

/** `XLSX, sheet 订单, header in line 3, 12 columns, 340 rows looked at`. */
function formLine(sight: Sight, locale: Locale): string {
  const { form, sheet, packed, encoding, delimiter, headerPlace, header, rows } = sight;
  const parts = [
    form === 'text'
      ? importText(DELIMITERS[delimiter] ?? 'form.comma', locale)
      : sheet === null
        ? importText('form.sheet', locale)
        : importText('form.sheet-named', locale, { sheet: plainText(visibleName(sheet)) }),
    ...(packed ? [importText('packed', locale)] : []),
    ...(form === 'sheet' || encoding === null ? [] : [encodingName(encoding, locale)]),
    importText(form === 'sheet' ? 'header.row' : 'header', locale, { line: headerPlace }),
    importText('size', locale, { columns: header.length, rows }),
  ];
  return parts.join(locale === 'zh' ? '，' : ', ');
}

/** Cells that are unlike the others of their column. */
function oddLines(sight: Sight, locale: Locale): string[] {
  return sight.columns.flatMap(({ header, kind, odd }) => {
    if (odd === null) return [];
    const what = odd.of === 'time' && kind !== 'time' ? ('odd.no-time' as const) : (`odd.${odd.of}` as const);
    const place = placeText(odd.line, sight, locale);
    return [importText(what, locale, { header: plainText(visibleName(header.trim())), count: odd.count, place })];
  });
}

/** A line of a text file; of a workbook the row of its sheet, as people see it there. */
function placeText(line: number, { form, sheet }: Sight, locale: Locale): string {
  if (form === 'text') return importText('place.line', locale, { line });
  return importText('place.row', locale, { line, sheet: plainText(visibleName(sheet ?? '')) });
}

function encodingName(encoding: string, locale: Locale): string {
  if (encoding === 'utf-16' || encoding === 'gb18030') return importText(`encoding.${encoding}`, locale);
  return importText('encoding.other', locale, { encoding });
}

/** What is left out as totals: how many lines, and whether they are what the rows add up to. */
function totalsLines(sight: Sight, format: FileFormat | null | undefined, locale: Locale): string[] {
  const { totals } = sight;
  if (totals === null || !isLeftOut(sight, format)) return [];
  const params = { count: totals.count, place: placeText(totals.place, sight, locale) };
  const { agree } = totals.sums ?? { agree: [] };
  return [
    importText('totals-left', locale, params),
    ...(agree.length === 0 ? [] : [importText('totals-agree', locale, { names: listed(agree, locale) })]),
  ];
}

/** Whether a table's format leaves totals out. @param format undefined: the one that is proposed. */
function isLeftOut(sight: Sight, format: FileFormat | null | undefined): boolean {
  const own = format === undefined ? sight.format : format;
  return own?.stopAt !== undefined || own?.comment !== undefined;
}

/** What somebody wrote beside an order: it may say anything, and seldom who somebody is. */
const FREE_TEXT = /notes?|备注|留言|메모/i;

/** What of a file is to be known before it is kept: totals that are not what the rows add up to, lines that are no rows, and whom it names. */
export function linesWarned({ totals, between, columns, rows }: Sight, locale: Locale): string[] {
  const persons = columns.filter(
    (each) => each.kind !== 'empty' && each.kind !== 'time' && isPersonal(each) && !FREE_TEXT.test(each.header),
  );
  const { differ } = totals?.sums ?? { differ: [] };
  const kinds = between.map(({ kind, places }) => importText(`between.${kind}`, locale, { lines: listed(places.map(String), locale) }));
  return [
    ...(rows > 0 ? [] : [importText('no-rows', locale)]),
    ...(differ.length === 0 ? [] : [importText('totals-differ', locale, { names: listed(differ, locale) })]),
    ...(kinds.length === 0 ? [] : [importText('between', locale, { kinds })]),
    ...(persons.length === 0
      ? []
      : [importText('persons', locale, { names: listed([...new Set(persons.map(({ header }) => header.trim()))], locale) })]),
  ];
}

/** The same, with totals that count as rows. */
function warnedLines(
  sight: Sight,
  { format, isPreset }: { readonly format: FileFormat | null | undefined; readonly isPreset: boolean },
  locale: Locale,
): string[] {
  const kept = sight.totals === null || isLeftOut(sight, format) ? null : sight.totals;
  return [
    ...(kept === null
      ? []
      : [
          importText(isPreset ? 'totals-kept-preset' : 'totals-kept', locale, {
            count: kept.count,
            place: placeText(kept.place, sight, locale),
          }),
        ]),
    ...sight.totalsAmong.map(({ header, count, place }) =>
      importText('totals-among', locale, { header: plainText(visibleName(header)), count, place: placeText(place, sight, locale) }),
    ),
    ...linesWarned(sight, locale),
  ];
}

function detailLines(sight: Sight, declared: FileFormat | null | undefined, locale: Locale): string[] {
  const { format, columns, twice, unnamed, sheets, sheet } = sight;
  const { dropFirst = 0, stopAt, comment, nulls = [] } = format ?? {};
  const example = numbersLike(format ?? {});
  const times = [...new Set(columns.flatMap(({ time }) => time?.format ?? []))];
  const others = sheets.filter((each) => each !== sheet);
  return [
    ...(example === null ? [] : [importText('numbers', locale, { example })]),
    ...(times.length === 0 ? [] : [importText('times', locale, { formats: listed(times, locale) })]),
    ...(nulls.length === 0 ? [] : [importText('nothing', locale, { values: listed(nulls, locale) })]),
    ...(dropFirst === 0 ? [] : [importText('dropped', locale, { count: dropFirst })]),
    ...(comment === undefined || comment === '#'
      ? []
      : [importText(/^[-=_*~#+─—–]/.test(comment) ? 'lines-left' : 'totals-between', locale, { mark: comment })]),
    ...(stopAt === undefined ? [] : [importText('totals', locale, { mark: stopAt })]),
    ...totalsLines(sight, declared, locale),
    ...(twice.length === 0 ? [] : [importText('twice', locale, { names: listed(twice, locale) })]),
    ...(unnamed === 0 ? [] : [importText('unnamed', locale, { count: unnamed })]),
    ...(others.length === 0 ? [] : [importText('other-sheets', locale, { sheets: listed(others, locale) })]),
  ];
}

function listed(names: readonly string[], locale: Locale): string {
  const shown = names.slice(0, MOST).map((name) => plainText(visibleName(name)));
  return [...shown, ...moreThan(shown.length, names.length, locale)].join(listSeparator(locale));
}

function moreThan(shown: number, all: number, locale: Locale): string[] {
  return all > shown ? [importText('and-more', locale, { count: all - shown })] : [];
}

/** What nobody but the reader can say. */
function openLines(sight: Sight, draft: Draft, { zone: own, currency }: Frame, locale: Locale): string[] {
  // without a row nothing is seen of what its columns hold
  if (sight.rows === 0) return [];
  const { unclear, columns } = sight;
  const { open, told, left, repeated, measure, letters, rates } = draft;
  const either = columns.flatMap(({ header, either: ways }) =>
    ways === null ? [] : [{ header: visibleName(header.trim()), one: ways[0], other: ways[1] }],
  );
  const when = measure?.body.when;
  const zone = typeof when === 'object' ? zoneLine(when.zone, letters, own, locale) : null;
  return [
    ...(unclear === null ? [] : [importText(`open.${unclear}`, locale)]),
    ...(repeated === null || sight.repeated === null ? [] : [repeatedLine(repeated, sight.repeated, locale)]),
    ...either.map((each) => importText('open.either', locale, { ...each, header: plainText(each.header) })),
    ...columns.flatMap(({ header, rounded }) =>
      rounded === null
        ? []
        : [importText('open.rounded', locale, { header: plainText(visibleName(header.trim())), place: placeText(rounded, sight, locale) })],
    ),
    ...open.map((each) => (each === 'no-time' ? noTimeLine(sight, locale) : importText(`open.${each}`, locale))),
    ...told.map((each) => toldLineOf(each, locale)),
    ...(rates === null ? [] : [ratesLine(rates, currency, locale)]),
    ...moneyLines(draft, currency, locale),
    ...(left.length === 0 ? [] : [importText('open.left', locale, { names: listed(left, locale) })]),
    ...(zone === null ? [] : [zone]),
  ];
}

/** That a file is of rates, and which way they are read. */
function ratesLine({ body, header, isSure }: NonNullable<Draft['rates']>, currency: string, locale: Locale): string {
  const way = body.inverted === true ? ('rates.own' as const) : isSure ? ('rates.foreign' as const) : ('rates.unsure' as const);
  return importText('open.rates', locale, { header: plainText(visibleName(header)), reading: importText(way, locale, { currency }) });
}

/** What of the choice of columns is told. */
function toldLineOf(told: Told, locale: Locale): string {
  const kind = told.of === 'beside' ? importText(`beside.${told.kind}`, locale) : '';
  return importText(`told.${told.of}`, locale, { names: listed(told.headers, locale), count: told.headers.length, kind });
}

/** In which unit and currency the amount is, where it is not simply the contract's. */
function moneyLines({ measure, metric, fact, unit, currency }: Draft, own: string, locale: Locale): string[] {
  const sum = fact.body.columns[measure?.body.sum ?? ''];
  const shown = (name: string): string => plainText(visibleName(name.trim()));
  const header = sum === undefined ? '' : shown(typeof sum === 'string' ? sum : sum.header);
  return [
    ...(unit === null || metric === null ? [] : [importText('open.unit', locale, { header, formula: metric.body.formula })]),
    ...currencyLines(currency, { header, own, shown }, locale),
  ];
}

function currencyLines(
  currency: CurrencySaid,
  { header, own, shown }: { readonly header: string; readonly own: string; readonly shown: (name: string) => string },
  locale: Locale,
): string[] {
  if (currency.by === 'column') return rowsCurrencyLines(currency, { header, own, shown }, locale);
  if (currency.by === 'mixed') return [importText('open.currency-mixed', locale, { header })];
  if (currency.by !== 'other') return [];
  if (currency.code === null) return [importText('open.currency-sign', locale, { header, currency: own })];
  return [importText('open.currency-other', locale, { header, found: currency.code, currency: own })];
}

/** What a column says of the currency of each row. */
function rowsCurrencyLines(
  { column, only, own: word, words, unknown }: SaidByRows,
  { header, own, shown }: { readonly header: string; readonly own: string; readonly shown: (name: string) => string },
  locale: Locale,
): string[] {
  const said = shown(column.header);
  if (unknown.length > 0) return [importText('open.currency-unknown', locale, { header: said, found: listed(unknown, locale) })];
  const counted = only === null ? [] : [importText('open.currency-own', locale, { header: said, currency: shown(only.word) })];
  if (only?.code === own) return counted;
  if (only !== null) {
    const other = importText('open.currency-other', locale, { header, found: only.code, currency: own });
    return only.word === only.code ? [other] : [...counted, other];
  }
  if (words.length === 0) return [importText('open.currency-rows', locale, { header: said, currency: own })];
  const params = { header: said, found: listed(words, locale), word: shown(word ?? words[0] ?? ''), currency: own };
  return [importText(word === null ? 'open.currency-words-other' : 'open.currency-words', locale, params)];
}

/** That no column holds times, or what the one holds that is called so. */
function noTimeLine({ columns }: Sight, locale: Locale): string {
  const counted = columns.find(({ epoch }) => epoch !== null);
  if (counted?.epoch == null) return importText('open.no-time', locale);
  return importText(`open.epoch-${counted.epoch}`, locale, { header: plainText(visibleName(counted.header.trim())) });
}

/** That an amount is an order's, and how the draft keeps it from being counted more than once. */
function repeatedLine({ header, instead }: NonNullable<Draft['repeated']>, { order, orders }: Repeated, locale: Locale): string {
  const shown = (name: string): string => plainText(visibleName(name));
  const params = { header: shown(header), order: shown(order), count: orders, instead: shown(instead ?? '') };
  return importText(instead === null ? 'open.repeated' : 'open.repeated-instead', locale, params);
}

/** By which zone times are read, and how sure that is. */
function zoneLine(zone: string, letters: readonly string[], own: string, locale: Locale): string | null {
  if (letters.length === 0) return importText('open.zone', locale, { zone });
  if (letters.every((each) => each === zone)) return null;
  const isKnown = zoneOfLetters(letters, own) !== null;
  return importText(isKnown ? 'open.letters' : 'open.letters-unclear', locale, { zone, letters: listed(letters, locale) });
}

/** What is seen in a file, for programs. */
export function sightDocument(sight: Sight) {
  return {
    file: sight.name,
    form: sight.form,
    packed: sight.packed,
    sheet: sight.sheet,
    sheets: sight.sheets,
    encoding: sight.encoding ?? 'utf-8',
    delimiter: sight.delimiter,
    headerLine: sight.headerLine,
    rows: sight.rows,
    format: sight.format,
    twice: sight.twice,
    unnamed: sight.unnamed,
    unclear: sight.unclear,
    keys: sight.keys,
    isKey: sight.isKey,
    repeated: sight.repeated,
    totals: sight.totals,
    between: sight.between,
    columns: sight.columns.map(({ header, kind, time, either, strip, odd }) => ({
      header,
      kind,
      time: time?.format ?? null,
      either,
      strip,
      odd,
    })),
  };
}
