import { isZone } from '../kernel/calendar.js';
import { visibleName } from '../kernel/characters.js';
import { currencyNamed } from '../kernel/currencies.js';
import type { Issue } from '../kernel/issue.js';
import { looksLatin, plainLetters } from '../kernel/look-alike.js';
import { isFields } from '../kernel/objects.js';
import { issue } from '../words/issue.js';
import { amountSlip } from './amount-slips.js';
import { boundSlip } from './bound-slips.js';
import { flowList, flowMap } from './flow-text.js';
import { foreignCurrency } from './foreign-currency.js';
import type { KnownNames } from './known-names.js';
import { DIRECTIONS } from './levels.js';
import { joinedEntries, listIssue, valueAt } from './list-slips.js';
import { plainTrail } from './meant/characters.js';
import { meantCurrency, meantZones } from './meant/names.js';
import { meantNumber, rangeMeant } from './meant/number.js';
import { meantKey, meantValue, takesNumbers } from './meant/value.js';
import { quote } from './quote.js';
import type { NamedNode } from './schema-node.js';
import { shareParams } from './share-meant.js';
import type { Path, Source } from './source.js';
import { suggestedAt } from './suggestion.js';
import { unitSlip } from './unit-slips.js';
import { pairsIn, pairsIssue, pairsText } from './wide-pairs.js';

/* A value that its schema refuses, told by what was probably meant by it. */

/** A value that is refused: what it is, where it stands, what it is held against. */
export interface Refused {
  readonly value: unknown;
  /** As it is written, numbers in their own form. */
  readonly text: string;
  readonly path: Path;
  readonly named: NamedNode;
  readonly source: Source;
  /** All that the file says. */
  readonly file: unknown;
  readonly known: KnownNames;
}

/** Definitions whose text must carry a percent sign. */
const SHARES = new Set(['share', 'scheduledShare', 'shareOrNone', 'markup']);
/** Definitions of names that the world gives. */
const NAMED_ELSEWHERE = new Set(['currencyCode', 'zone']);
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;
/** Definitions of names, as far as fields refer to something by them. */
const NAMES = new Set(['id', 'name', 'lineId']);
/** One number that a list or map in brackets takes for two: 3,000 or 3,5 or 1,234.50. */
const TORN_NUMBER = /^\d{1,20}(?:,\d{1,12})+(?:\.\d{1,12})?(?![\w,.%])/;
/** The same to its very end, in whatever form, with its sign, and with what names a currency or a unit around it. */
const TORN_AMOUNT =
  /^(?:[^\d\s,{}[\]:]{1,5}\s*)?\d[\d.]{0,20}(?:,\d[\d.]{0,20}){1,9}(?:\s*[^\d\s,{}[\]:]{1,9})?(?=\s*(?:[}\]:]|,(?!\d)|$))/;
/** What may stand before the number of a level. */
const WORDS = /^[^\d,{}[\]:]+(?=\d)/;

/** What is wrong with a value, where it can be seen what was meant; null where the plain message says as much. */
export function valueSlip(refused: Refused): Issue | null {
  const { value, path, source } = refused;
  if (value === null || value === undefined) return tornKey(path, source);
  if (typeof value === 'object') return shapeSlip(refused);
  return (
    nameSlip(refused) ??
    wideBraces(refused) ??
    lookAlikeSlip(refused) ??
    numberlessSlip(refused) ??
    shareSlip(refused) ??
    textSlip(refused) ??
    unitSlip(refused) ??
    meantSlip(refused) ??
    listSlip(refused)
  );
}

/** A name with letters that only look like plain ones, as the Cyrillic а of a keyboard that was not switched back. */
function lookAlikeSlip({ value, text, path, named, source }: Refused): Issue | null {
  const isName = typeof value === 'string' && named.node.pattern !== undefined && !takesNumbers(named.node);
  const strangers = isName ? [...text].filter(looksLatin) : [];
  const plain = plainLetters(text);
  if (strangers.length === 0 || !new RegExp(named.node.pattern ?? '', 'u').test(plain)) return null;
  const letters = [...new Set(strangers)].join(' ');
  const params = { found: quote(text), slip: `@slip.look-alike:${letters}` };
  return issue('value-slip', source.at(path), { ...params, corrected: source.corrected(path, { value: plain }) });
}

/** `｛from：2026-01-01，to：2026-12-31｝` is a text, and was to be fields. */
function wideBraces({ text, path, named, source }: Refused): Issue | null {
  const [, inner] = /^[｛{](.*)[｝}]$/u.exec(text.trim()) ?? [];
  const pairs = inner === undefined || named.node.properties === undefined ? null : pairsIn(inner, 1);
  return pairs === null ? null : pairsIssue(source.corrected(path, { value: flowMap([pairsText(pairs)]) }), source.at(path));
}

/** Words for nothing at all. */
const NOTHING =
  /^(?:none|nil|null|n\/?a|unlimited|no (?:limit|cap|maximum|minimum)|-+|\/|无|没有|不限|不设|不封顶|不设?上限|无上限|无限制?|不适用|暂无|待定|tbd|\?+)$/iu;

/** No number where one is needed, or two of them. */
function numberlessSlip({ text, path, named, source }: Refused): Issue | null {
  if (!takesNumbers(named.node)) return null;
  const params = { found: quote(text), field: String(path.findLast((part) => typeof part === 'string') ?? '') };
  if (NOTHING.test(plainTrail(text).text)) return issue('says-nothing', source.at(path), params);
  const range = rangeMeant(text);
  return range === null ? null : issue('says-range', source.at(path), { found: params.found, low: range[0], high: range[1] });
}

function meantSlip({ text, path, named, source, known }: Refused): Issue | null {
  const torn = named.node.type === 'array' ? null : tornBefore(path, source);
  if (torn !== null) return tornNumber(torn, path, source, 'value', known.currency) ?? tornApart(torn, path, source);
  const meant = meantValue(named, text);
  if (meant === null) return null;
  const foreign = foreignCurrency(meant.currency, known.currency, text, source.at(path));
  const bound = foreign ?? boundSlip(text, meant.written, path, source);
  if (bound !== null) return bound;
  const params = {
    found: quote(visibleName(text)),
    slip: `@slip.${meant.slip}`,
    corrected: source.corrected(path, { value: meant.written }),
  };
  const { otherwise } = meant;
  return issue('value-slip', source.at(path), {
    ...params,
    ...(otherwise === undefined ? {} : { otherwise: source.corrected(path, { value: otherwise }) }),
  });
}

/** What names something else: a currency, a zone, a clause, an account. */
function nameSlip(refused: Refused): Issue | null {
  const { text, path, named, source, known } = refused;
  const found = quote(text);
  const at = source.at(path);
  const { slip, text: plain } = plainTrail(text);
  const isPlainName = slip !== null && (currencyNamed(plain) !== null || isZone(plain));
  if (isPlainName && NAMED_ELSEWHERE.has(named.name ?? '')) return null; // the characters say it
  if (named.name === 'currencyCode')
    return issue('unknown-currency', at, { found, ...correctedBy(source, path, [meantCurrency(text) ?? '']) });
  if (named.name === 'zone') return issue('unknown-zone', at, { found, ...correctedBy(source, path, meantZones(text)) });
  if (named.node.type === 'integer' && path.at(-1) === 'github' && /^@?(?!\d+$)[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(text)) {
    return issue('github-login', at, { found, login: text.replace('@', '') });
  }
  const joined = typeof path.at(-1) === 'number' ? joinedEntries(text, path, named, refused.file, source) : null;
  if (joined !== null) return joined;
  const referred = NAMES.has(named.name ?? '') ? known.referredBy(path, refused.file) : null;
  if (referred === null || typeof refused.value !== 'string') return null;
  const ids = referred.named.map(({ id }) => id);
  const names = suggestedAt(source, path, text, path.at(-1) === 'by' ? [...ids, 'composite'] : ids, referred.named);
  return issue('unknown-reference', at, { kind: `@kind.${referred.kind}`, id: found, ...names });
}

/** How a field is written with the likeliest of some values, and with the next. */
export function correctedBy(source: Source, path: Path, values: readonly string[]): { corrected?: string; otherwise?: string } {
  const [first = '', second] = values;
  if (first === '') return {};
  const corrected = source.corrected(path, { value: first });
  return second === undefined ? { corrected } : { corrected, otherwise: source.corrected(path, { value: second }) };
}

function shareSlip({ text, path, named, source, file }: Refused): Issue | null {
  if (!SHARES.has(named.name ?? '')) return null;
  const plain = PLAIN_NUMBER.test(text) ? text : (meantNumber(text)?.written ?? '');
  if (!PLAIN_NUMBER.test(plain)) return null;
  const amount = amountSlip(text, plain, path, source, file);
  if (amount !== null) return amount;
  const { expected, ...params } = shareParams(plain, path, file);
  const [first = '', second] = String(expected).split(' / ');
  return issue('share-without-percent', source.at(path), {
    ...params,
    found: PLAIN_NUMBER.test(text) ? text : quote(text),
    expected,
    ...correctedBy(source, path, second === undefined ? [first] : [first, second]),
  });
}

/** A number, or true and false, where text is needed: in quotes it is text. */
function textSlip({ value, text, path, named, source }: Refused): Issue | null {
  const { type } = named.node;
  const isText = type === 'string' || (Array.isArray(type) && type.includes('string') && !type.includes('number'));
  if (!isText || typeof value === 'string') return null;
  const meant = meantValue(named, text);
  const params = { found: text, slip: `@slip.${meant?.slip ?? 'not-text'}` };
  if (meant === null && named.node.pattern !== undefined && !new RegExp(named.node.pattern, 'u').test(text)) return null;
  return issue('value-slip', source.at(path), {
    ...params,
    corrected: source.corrected(path, { value: meant?.written ?? JSON.stringify(text) }),
  });
}

/** One value where a list of them is needed. */
function listSlip({ named, path, source, text, file }: Refused): Issue | null {
  const holder = valueAt(file, path.slice(0, -1));
  return named.node.type === 'array' ? listIssue(text, path, isFields(holder) ? holder : {}, source) : null;
}

/** `100,000: 7%` in brackets is the name 100 without a value, and the name 000. */
export function tornKey(path: Path, source: Source): Issue | null {
  const [torn] = TORN_NUMBER.exec(source.textFrom(path, 'key').replace(WORDS, '')) ?? [];
  return torn === undefined ? null : tornNumber(torn, path, source, 'key', null);
}

/**
 * A number that brackets tore apart, told at its beginning.
 * @param currency the contract's, as far as it is known
 */
export function tornNumber(torn: string, path: Path, source: Source, where: 'key' | 'value', currency: string | null): Issue | null {
  const meant = meantNumber(torn);
  if (meant === null) return null;
  const at = where === 'key' ? source.keyAt(path) : source.at(path);
  const foreign = foreignCurrency(meant.currency, currency, torn, at);
  if (foreign !== null) return foreign;
  const line = source.textFrom(path, where);
  const mended = (number: string) =>
    where === 'value' ? source.corrected(path, { value: number }) : (line.replace(torn, number).split(/[,}]/, 1)[0] ?? number).trimEnd();
  return issue('value-slip', at, {
    found: quote(torn),
    slip: `@slip.${meant.slip}`,
    corrected: mended(meant.written),
    ...(meant.otherwise === undefined ? {} : { otherwise: mended(meant.otherwise) }),
  });
}

/** The same where nobody can say which number is meant: what stands before the first comma must not be taken for it. */
export function tornApart(torn: string, path: Path, source: Source): Issue {
  return issue('number-cut', source.at(path), { found: quote(torn) });
}

/** The whole number of which a field's value in brackets is the beginning; null where it is no part of one, or in quotes, and of entries of a list. */
export function tornBefore(path: Path, source: Source): string | null {
  const text = source.textFrom(path, 'value');
  if (typeof path.at(-1) === 'number' || /^["']/.test(text)) return null;
  return TORN_AMOUNT.exec(text)?.[0] ?? null;
}

/** A list where fields are needed, fields where a list is, or more than the one value that is. */
function shapeSlip({ value, path, named, source, file }: Refused): Issue | null {
  const { type } = named.node;
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  const told = (corrected: string, expected: string) =>
    issue('wrong-type', source.at(path), { expected, found: Array.isArray(value) ? '@list' : '@map', corrected });
  if (Array.isArray(value)) {
    if (types.includes('object')) {
      const [first] = value;
      const expected = named.name === null ? '@type.object' : `@${named.name}`;
      if (isFields(first) && typeof first.id === 'string') return told(`${first.id}: { … }`, expected);
      const merged = mergedEntries(value, directionOf(named.name ?? ''));
      return merged === null ? null : told(source.corrected(path, { value: merged }), expected);
    }
    const list = valueAt(file, path.slice(0, -1));
    if (Array.isArray(list) && list.length === 1 && value.length > 0 && value.every((entry) => typeof entry === 'string'))
      return told(source.corrected(path.slice(0, -1), { value: flowList(value) }), '@type.array');
    const [only, ...more] = value;
    return more.length > 0 || typeof only === 'object' || only === undefined
      ? null
      : told(source.corrected(path, { value: String(only) }), named.name === null ? `@type.${String(types[0])}` : `@${named.name}`);
  }
  if (!types.includes('array') || !isFields(value)) return null;
  const [[name, first] = ['', null]] = Object.entries(value);
  const shown = typeof first === 'string' || typeof first === 'number' ? String(first) : '…';
  return told(isFields(first) ? `- id: ${name}` : `- ${name}: ${shown}`, '@type.array');
}

/** The word that levels of a table begin with. */
function directionOf(table: string): string {
  if (/tiers?|points?/i.test(table)) return `${DIRECTIONS.tiers} `;
  return /bands?/i.test(table) ? `${DIRECTIONS.bands} ` : '';
}

/** Entries of a list that each say one field, or `from` and one value, as one map: `{0: 5%, 100000: 7%}`. */
function mergedEntries(entries: readonly unknown[], direction: string): string | null {
  const pairs = entries.map((entry) => {
    if (!isFields(entry)) return null;
    const fields = Object.entries(entry).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
    const [first, second] = fields;
    if (fields.length === 1 && first !== undefined) return `${direction}${first[0]}: ${String(first[1])}`;
    return fields.length === 2 && first !== undefined && second !== undefined
      ? `${direction}${String(first[1])}: ${String(second[1])}`
      : null;
  });
  return pairs.length > 0 && pairs.every((pair) => pair !== null) ? flowMap(pairs) : null;
}

/** A key of a table that has not its form: `10万`, `2026/1`, `80`. */
export function keySlip(name: string, path: Path, named: NamedNode | null, source: Source): Issue | null {
  const meant = meantKey(Object.keys(named?.node.patternProperties ?? {}), name);
  if (meant === null) return null;
  return issue('value-slip', source.keyAt(path), {
    found: quote(name),
    slip: `@slip.${meant.slip}`,
    corrected: source.corrected(path, { key: meant.written }),
    ...(meant.otherwise === undefined ? {} : { otherwise: source.corrected(path, { key: meant.otherwise }) }),
  });
}
