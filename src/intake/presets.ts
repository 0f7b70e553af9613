import { stringify } from 'yaml';
import { columnsNamed, headerName } from '../contract/fact-columns.js';
import type { Definitions, Fact, TableColumn, TableSource } from '../contract/model.js';
import { isPreset, type Pack, usedPacks } from '../contract/pack.js';
import { parseWritten } from '../contract/parse-written.js';
import { currencyMeant } from '../contract/spoken-names.js';
import { PACKS } from '../generated/packs.js';
import type { Issue } from '../kernel/issue.js';
import { distinct } from '../kernel/objects.js';
import { remembered } from '../kernel/remembered.js';
import type { ColumnSight } from './columns.js';
import { differencesFrom } from './compare.js';
import { isOfCurrencies } from './headers.js';
import { delimiterByName, isBelowOthers, isEncodedSo, type Sight } from './sight.js';
import { isTimeSo } from './time-so.js';

/*
 * Presets: packs that describe what a platform lets people download (docs/packs.md). One fits where a file has every header that
 * it reads, in the form that it declares.
 */

export interface Preset {
  readonly pack: string;
  /** What is written beside the pack's name. */
  readonly given: Readonly<Record<string, string>>;
  /** The fact whose table the file is, and its table. */
  readonly fact: Fact;
  readonly source: TableSource;
  readonly definitions: Definitions;
}

/** What a contract says that packs may ask for. */
export interface Frame {
  readonly currency: string;
  readonly zone: string;
}

/** Ways of one pack that are remembered. */
const WAYS = 64;

/** The preset that fits best, if any does. */
export function presetFor(sight: Sight, frame: Frame): Preset | null {
  const headers = new Set(sight.header.map(headerName));
  const fitting = waysOfAll(sight, frame)
    .map((preset) => ({ preset, columns: fitOf(preset, headers), asWritten: isWrittenSo(preset.source, sight) }))
    .filter(({ columns }) => columns > 0);
  const best = fitting.toSorted((a, b) => Number(b.asWritten) - Number(a.asWritten) || b.columns - a.columns)[0];
  return best?.asWritten === true ? best.preset : null;
}

/** The preset whose export a file was before a spreadsheet saved it, and what tells: ids that are rounded, or times in its own way. */
export interface Spoiled {
  readonly pack: string;
  readonly by: 'ids' | 'times';
  readonly column: string;
  /** The line of the first such value; null: the whole column is so. */
  readonly line: number | null;
}

/** Of the columns that a preset reads, as many are there in a file that was its export. */
const NEARLY = 0.9;
/** Fewer columns than these are in many files that nobody's preset describes. */
const TELLING = 4;

/** A preset that a file nearly fits, what keeps it from that, and how many of the columns that the preset reads it has. */
export interface Near {
  readonly pack: string;
  readonly there: number;
  readonly issues: readonly Issue[];
}

/** Of the columns that a preset reads, three of four are there in a file that may be meant to be its export. */
const ALIKE = 0.75;

/** The preset that a file, which fits none, is most like; null: it is like none. */
export function nearestTo(sight: Sight, frame: Frame): Near | null {
  const headers = new Set(sight.header.map(headerName));
  const alike = waysOfAll(sight, frame).flatMap((preset) => {
    const there = thereOf(preset, headers);
    return there === null ? [] : [{ there, pack: preset.pack, issues: keptFrom(sight, preset) }];
  });
  const [first] = alike.toSorted((a, b) => b.there - a.there || a.issues.length - b.issues.length);
  return first === undefined || first.issues.length === 0 ? null : first;
}

/** How many of the columns that a preset reads a file has; null where it is not like one of the preset's. */
export function thereOf(preset: Preset, headers: ReadonlySet<string>): number | null {
  const wanted = columnsRead(preset);
  const there = wanted.filter(({ header }) => headers.has(headerName(header))).length;
  return there < TELLING || there < wanted.length * ALIKE ? null : there;
}

/** What keeps a file from being read by a preset; nothing, where nothing is seen. */
export function keptFrom(sight: Sight, preset: Preset): Issue[] {
  const wanted = columnsRead(preset).map(({ header }) => header);
  return differencesFrom(sight, { pack: preset.pack, source: preset.source, wanted });
}

/**
 * What platforms call columns where somebody uses them in another language than English: enough to tell whose export a file is, and to
 * read nothing by.
 */
const ELSEWHERE: readonly { readonly pack: string; readonly ways: readonly (readonly RegExp[])[] }[] = [
  {
    pack: 'google-ads-export@1',
    ways: [
      [/^广告系列$/, /^费用$/, /^点击次数$/],
      [/^Kampagne$/, /^Kosten$/, /^Klicks$/],
      [/^Campaña$/, /^(Coste|Costo)$/, /^Clics$/],
      [/^Campagne$/, /^Coût$/, /^Clics$/],
    ],
  },
  {
    pack: 'meta-ads-export@1',
    ways: [
      [/^已?花费金额 \([A-Z]{3}\)$/],
      [/^Ausgegebener Betrag \([A-Z]{3}\)$/],
      [/^Importe gastado \([A-Z]{3}\)$/],
      [/^Montant dépensé \([A-Z]{3}\)$/],
    ],
  },
];

/** The preset whose export a file most probably is, in another language than the preset reads; null: nothing says so. */
export function inAnotherLanguage({ header }: Sight): string | null {
  const names = header.map(headerName);
  return ELSEWHERE.find(({ ways }) => ways.some((words) => words.every((word) => names.some((name) => word.test(name)))))?.pack ?? null;
}

/** Columns of money that a preset leaves out on purpose, and why, as the name of a line of `import`. */
const LEFT_OUT = [
  { pack: 'shopify-orders-export@1', header: 'Refunded Amount', line: 'left-refunds' },
  { pack: 'shopify-orders-export@1', header: 'Taxes', line: 'left-taxes' },
] as const;

/** What of a preset's file is not counted although it has values: a column that is the same in every row says nothing. */
export function leftOutOf({ columns }: Sight, pack: string): readonly (typeof LEFT_OUT)[number]['line'][] {
  const isTelling = (header: string) =>
    columns.some((each) => headerName(each.header) === header && each.kind === 'number' && each.distinct > 1);
  return LEFT_OUT.flatMap((each) => (each.pack === pack && isTelling(each.header) ? [each.line] : []));
}

/** How a preset's fact would have to be used for a file, where definitions use it otherwise: `headers: zh`; null: it is not that. */
export function otherWayOf(sight: Sight, declared: Pick<Preset, 'fact' | 'source' | 'definitions'>, frame: Frame): Preset | null {
  if (fitOf(declared, new Set(sight.header.map(headerName))) > 0 && isWrittenSo(declared.source, sight)) return null;
  const preset = presetFor(sight, frame);
  return preset !== null && isFactOf(declared.fact.id, preset) ? preset : null;
}

/** Whether a fact is a preset's, under whatever prefix a use gives it. */
export function isFactOf(id: string, { fact }: Pick<Preset, 'fact'>): boolean {
  return id === fact.id || id.replace(/^[a-z][a-z0-9]*_/, '') === fact.id;
}

/** Of what is written beside a preset's name, the words that are one of a few: in which of its ways a platform wrote the file. */
export function choicesOf({ pack, given }: Pick<Preset, 'pack' | 'given'>): Preset['given'] {
  const parameters: Readonly<Record<string, unknown>> = PACKS[pack]?.parameters ?? {};
  return Object.fromEntries(Object.entries(given).filter(([name]) => typeof parameters[name] === 'object' && parameters[name] !== null));
}

/** Whether a file was the export of a preset, until a spreadsheet opened and saved it; null: nothing says so. */
export function spoiledFrom(sight: Sight, frame: Frame): Spoiled | null {
  const headers = new Set(sight.header.map(headerName));
  const found = waysOfAll(sight, frame)
    .flatMap((preset) => {
      const wanted = columnsRead(preset);
      const there = wanted.filter(({ header }) => headers.has(headerName(header)));
      if (there.length < TELLING || there.length < wanted.length * NEARLY) return [];
      const signs = there.flatMap((declared): Omit<Spoiled, 'pack'>[] => {
        const header = headerName(declared.header);
        const column = sight.columns.find((each) => headerName(each.header) === header);
        if (column === undefined) return [];
        if (column.rounded !== null) return [{ by: 'ids', column: header, line: column.rounded }];
        return isSavedTime(declared, column) ? [{ by: 'times', column: header, line: null }] : [];
      });
      const sign = signs.find(({ by }) => by === 'ids') ?? signs[0];
      return [{ preset, there: there.length, sign }];
    })
    .toSorted((a, b) => b.there - a.there);
  const most = found.filter(({ there }) => there === found[0]?.there);
  // times that one way of a platform's export has are as they were downloaded
  const asWritten = most.some(({ preset, sign }) => sign === undefined && isWrittenSo(preset.source, sight));
  const spoiled = most.find(({ sign }) => sign !== undefined && !(asWritten && sign.by === 'times'));
  return spoiled?.sign === undefined ? null : { pack: spoiled.preset.pack, ...spoiled.sign };
}

/** Times as spreadsheets write them where the export is declared with others: `2026/1/11 12:41`, `1/11/2026`. */
const SAVED = /^(%Y\/%m\/%d|%Y-%m-%d|%m\/%d\/%Y|%d\/%m\/%Y|%m\/%d\/%y|%d\/%m\/%y)( %H:%M)?$/;

function isSavedTime(declared: TableColumn, column: ColumnSight): boolean {
  if (isTimeSo(declared, column)) return false;
  const seen = column.either ?? [column.time?.format ?? ''];
  return seen.some((format) => SAVED.test(format));
}

/** Every preset in every way in which it could be used for a file. */
function waysOfAll(sight: Sight, frame: Frame): Preset[] {
  return Object.entries(PACKS)
    .filter(([name]) => isPreset(name))
    .flatMap(([name, pack]) => waysOf(pack, sight, frame).flatMap((given) => presetsOf(pack, name, JSON.stringify(given))));
}

/** Every choice that a pack leaves, with what the file and the contract say of its parameters; none where it asks for more. */
function waysOf(pack: Pack, sight: Sight, frame: Frame): Record<string, string>[] {
  return Object.entries(pack.parameters).reduce<Record<string, string>[]>(
    (ways, [name, standard]) => {
      if (standard === 'required') {
        const value = requiredOf(name, sight, frame);
        return value === null ? [] : ways.map((way) => ({ ...way, [name]: value }));
      }
      // whether a log of loads is there, no export says
      if (standard === null || typeof standard === 'string' || name === 'loads') return ways;
      const isSaid = (choice: string): boolean => choice !== standard.default || standard.ask === true;
      return ways.flatMap((way) => Object.keys(standard.choices).map((choice) => (isSaid(choice) ? { ...way, [name]: choice } : way)));
    },
    [{}],
  );
}

/** A parameter's value: what the file says of itself before what the contract says. */
function requiredOf(name: string, sight: Sight, { currency, zone }: Frame): string | null {
  if (name === 'zone') return zone;
  const [most] = saidOf(name, sight);
  return most ?? (name === 'currency' ? currency : null);
}

/** What a file says of itself for a parameter, the most frequent first; nothing, where it says none. */
function saidOf(name: string, { header, columns }: Sight): readonly string[] {
  const words = (is: (header: string) => boolean) => columns.find((each) => each.words.length > 0 && is(each.header))?.words ?? [];
  if (name === 'marketplace') return words((own) => /marketplace/i.test(own));
  if (name !== 'currency') return [];
  // an export says its currency in a column, or in a header: Amount spent (AUD)
  const named = [...words(isOfCurrencies), ...header.flatMap((each) => /\(([A-Z]{3})\)/.exec(each)?.[1] ?? [])];
  return distinct(named.flatMap((each) => currencyMeant(each) ?? []));
}

/**
 * The words beside a pack's name of which a file says that it is of others: another currency, another shop. What a use does not say, and
 * what a file does not say of itself, is none of them.
 */
export function saidOtherwise(sight: Sight, { given }: Pick<Preset, 'given'>): Preset['given'] {
  return Object.fromEntries(
    (['currency', 'marketplace'] as const).flatMap((name) => {
      // of a long file only its ends are looked at: rows of the shop may stand between them
      const said = name === 'marketplace' && !sight.isWhole ? [] : saidOf(name, sight);
      const [first] = said;
      return given[name] === undefined || first === undefined || said.includes(given[name]) ? [] : [[name, first] as const];
    }),
  );
}

/** What a pack describes with these parameters; several files in a row are mostly of a few packs. */
export const presetsOf = remembered(
  (_: Pack, pack: string, written: string): readonly Preset[] => {
    const given: Readonly<Record<string, string>> = JSON.parse(written);
    const { value } = parseWritten('definitions', 'definitions.yaml', stringify({ use: [{ pack, ...given }] }));
    const [used] = value === null ? [] : usedPacks(value, null).packs;
    if (used === undefined) return [];
    const { definitions } = used;
    return definitions.facts.flatMap((fact) =>
      'table' in fact.source && fact.source.columns !== undefined ? [{ pack, given, fact, source: fact.source, definitions }] : [],
    );
  },
  undefined,
  WAYS,
);

/** How many of the columns that a preset reads a file has; 0 where it lacks one. */
export function fitOf(preset: Pick<Preset, 'fact' | 'source' | 'definitions'>, headers: ReadonlySet<string>): number {
  const wanted = columnsRead(preset);
  return wanted.every(({ header }) => headers.has(headerName(header))) ? wanted.length : 0;
}

/** The declared columns that definitions read of a table. */
export function columnsRead({ fact, source, definitions }: Pick<Preset, 'fact' | 'source' | 'definitions'>) {
  const read = new Set(columnsNamed(fact, definitions).map(({ column }) => column));
  return (source.columns ?? []).filter(({ name }) => read.has(name));
}

/** Whether a file's characters, separators, numbers and times are as a preset declares them. */
export function isWrittenSo({ format = {}, columns = [] }: TableSource, sight: Sight): boolean {
  const { format: seen, form, delimiter, name } = sight;
  if (isBelowOthers(sight, format)) return false;
  const amounts = sight.columns.some(({ amount }) => amount);
  if (amounts && (seen?.decimal ?? '.') !== (format.decimal ?? '.')) return false;
  if (
    !columns.every((column) =>
      isTimeSo(
        column,
        sight.columns.find((each) => headerName(each.header) === headerName(column.header)),
      ),
    )
  )
    return false;
  if (form === 'sheet') return true;
  return isEncodedSo(sight, format.encoding) && (format.delimiter ?? delimiterByName(name)) === delimiter;
}
