import { kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { Filter, Metric } from '../contract/model.js';
import { grouped } from '../kernel/grouped.js';
import { type Fields, isFields } from '../kernel/objects.js';
import { compare, isDecimal, rational, toDecimal } from '../kernel/rational.js';
import { type Locale, listSeparator, type Text } from '../kernel/text.js';
import { amendmentText, fieldName } from '../words/amendment.js';
import { fieldValue } from '../words/field-values.js';
import { isOfFigures, isText, type ToldField } from './change-notes.js';
import { amountFigure, exactMoney, metricFigure } from './figures.js';
import { filterWords, isFilter } from './filter-words.js';
import { labelled, parenthesis, separator } from './punctuation.js';
import type { Wording } from './wording.js';
import { writtenFilter } from './written-filter.js';

const SHARES: ReadonlySet<string> = new Set([
  'weight',
  'cap',
  'minWeightLeft',
  'scoreAs',
  'maxTargetChange',
  'maxDrift',
  'tolerance',
  'onCost',
  'gross',
]);
const AMOUNTS: ReadonlySet<string> = new Set(['amount', 'pool', 'stake', 'limit', 'period', 'term', 'price', 'upTo']);
const LEVELS: ReadonlySet<string> = new Set(['target', 'threshold', 'stretch', 'value', 'atLeast', 'deadband']);
/** Text that people write: digits in it are no numbers. */
const WRITTEN: ReadonlySet<string> = new Set([
  'title',
  'label',
  'name',
  'expert',
  'definition',
  'number',
  'sha256',
  'prevails',
  'text',
  'formula',
]);

/** The metric that a level of an item is in. */
function metricOf(path: readonly string[], words: Wording): string | undefined {
  const [list, id, field] = path;
  const { kpis, gates, fees } = words.terms.contract;
  if (list === 'kpis') {
    const kpi = kpis.find((each) => each.id === id);
    return field === 'minimum' ? kpi?.minimum?.metric : kpi?.metric;
  }
  if (list === 'gates') return gates.find((gate) => gate.id === id)?.metric;
  const fee = fees.find((each) => each.id === id);
  return fee === undefined ? undefined : (kindOf(fee).metric?.of(fee) ?? undefined);
}

/** A normalized value of a contract as people read it: shares in percent, money with its currency, levels in their metric's unit. */
export function valueText(path: readonly string[], value: unknown, words: Wording): string {
  const { locale } = words;
  const field = path.at(-1) ?? '';
  if (value === null || value === undefined) return amendmentText('none', locale);
  if (typeof value === 'boolean') return amendmentText(value ? 'yes' : 'no', locale);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return fieldValue(field, value, locale) ?? numberText(path, field, value, words);
  if (Array.isArray(value)) return listText(path, value, words);
  if (!isFields(value)) return '';
  if (field === 'where' && isFilter(value)) return filterTexts(value, locale);
  if (isText(value)) return bothTexts(value, locale);
  if (typeof value.times === 'string') return `${value.times}x`;
  const keys = Object.keys(value);
  if (keys.length === 1 && LEVELS.has(field) && typeof value.value === 'string') return numberText(path, field, value.value, words);
  return fieldTexts(path, value, words).join(separator(locale));
}

/** A filter in words, and as it is written: who edits the file looks for the second. */
function filterTexts(filter: Filter, locale: Locale): string {
  const written = writtenFilter(filter);
  const words = filterWords(filter, locale);
  return written === null ? words : `${words} · ${written}`;
}

/** A value as {@link valueText} has it, each field of an object by itself. */
export function valueFields(path: readonly string[], value: unknown, words: Wording): ToldField[] {
  const special = !isFields(value) || isText(value) || isFilter(value);
  return special ? [{ text: valueText(path, value, words), ofFigures: isOfFigures(value) }] : toldFields(path, value, words);
}

function fieldTexts(path: readonly string[], value: Fields, words: Wording): string[] {
  return toldFields(path, value, words).map(({ text }) => text);
}

function toldFields(path: readonly string[], value: Fields, words: Wording): ToldField[] {
  // A metric's formula is read as it is written.
  const aside = new Set(['id', 'clause', ...(typeof value.text === 'string' ? ['formula'] : [])]);
  const shown = Object.entries(value).filter(([key, inner]) => !aside.has(key) && inner !== null);
  const label = (key: string) => fieldName(key === 'text' && aside.has('formula') ? 'formula' : key, words.locale, path[0]);
  return shown.map(([key, inner]) => ({
    text: labelled(label(key), valueText([...path, key], inner, words), words.locale),
    ofFigures: isOfFigures(inner),
  }));
}

/** A text with what the other language says where it is another one. */
function bothTexts(text: Exclude<Text, string>, locale: Locale): string {
  if (text.en === text.zh) return text.en;
  const [said, other] = locale === 'zh' ? [text.zh, labelled('en', text.en, locale)] : [text.en, labelled('zh', text.zh, locale)];
  return `${said}${parenthesis(other, locale)}`;
}

function numberText(path: readonly string[], field: string, value: string, words: Wording): string {
  const [list] = path;
  if (!isDecimal(value) || WRITTEN.has(field)) return value;
  if (SHARES.has(field) || (field === 'rate' && isShare(path, words))) return exactPercent(value);
  if (field === 'rate') return exactMoney(value, words.currency);
  if (list === 'fees' && AMOUNTS.has(field)) return exactMoney(value, words.currency);
  if (LEVELS.has(field)) {
    const metric = words.metric(metricOf(path, words) ?? '');
    return metric === undefined ? grouped(value) : exactLevel(metric, value, words.currency);
  }
  return grouped(value);
}

/** A rate is a share; only that of a wager on what is no money is an amount for each unit of it. */
function isShare(path: readonly string[], words: Wording): boolean {
  return !path.includes('pays') || words.metric(metricOf(path, words) ?? '')?.unit === 'money';
}

/** What parties agree to is shown with every digit that it has. */
function exactPercent(value: string): string {
  return `${grouped(toDecimal(rational(value).mul(100)))}%`;
}

/** A level with its metric's decimals, or with all of its own where those would round it. */
function exactLevel(metric: Metric, value: string, currency: string): string {
  const figure = metricFigure(metric, rational(value), currency);
  const shown = rational(figure.replace(/[^\d.-]/g, ''));
  const meant = metric.unit === 'share' ? rational(value).mul(100) : rational(value);
  if (compare(shown, meant) === 0) return figure;
  return metric.unit === 'share' ? exactPercent(value) : metric.unit === 'money' ? exactMoney(value, currency) : grouped(value);
}

function listText(path: readonly string[], values: readonly unknown[], words: Wording): string {
  const field = path.at(-1) ?? '';
  const items = values.map((item) => {
    if (!isFields(item)) return valueText(path, item, words);
    if (typeof item.at === 'string' && typeof item.value === 'string') return stepText(field, item.at, item.value, words);
    if (typeof item.from === 'string' && 'value' in item) return `${item.from}: ${valueText(path, item.value, words)}`;
    return valueText(path, item, words);
  });
  const [only] = items;
  // A schedule of one entry is a plain value.
  if (only !== undefined && items.length === 1 && isFields(values[0]) && typeof values[0].from === 'string') {
    return valueText(path, values[0].value, words);
  }
  return items.length === 0 ? amendmentText('none', words.locale) : items.join(listSeparator(words.locale));
}

function stepText(field: string, at: string, value: string, words: Wording): string {
  const start = field === 'tiers' ? amountFigure(at, words.currency) : exactPercent(at);
  return words.say(field === 'bands' ? 'levelBelow' : 'levelFrom', { level: start, value: exactPercent(value) });
}

/** Plain data that belongs to no contract's terms, in one line: field names in words, values as they are. */
export function plainValue(value: unknown, locale: Locale): string {
  if (value === null) return amendmentText('none', locale);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((item) => plainValue(item, locale)).join(listSeparator(locale));
  return Object.entries(value)
    .map(([key, inner]) => labelled(fieldName(key, locale), plainValue(inner, locale), locale))
    .join(separator(locale));
}
