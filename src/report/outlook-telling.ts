import type { Terms } from '../contract/model.js';
import { rational } from '../kernel/rational.js';
import type { Locale, Params } from '../kernel/text.js';
import type { KpiOutlook, Outlook } from '../outlook/model.js';
import { type OutlookTextKey, outlookText } from '../words/outlook.js';
import type { Band } from './blocks.js';
import { metricFigure } from './figures.js';
import { type Wording, wording } from './wording.js';

/** What an outlook is told with. */
export interface OutlookTelling {
  readonly outlook: Outlook;
  readonly words: Wording;
  readonly locale: Locale;
  readonly say: (key: OutlookTextKey, params?: Params) => string;
}

/** An outlook, to be told in a language. */
export function tellingOf(outlook: Outlook, terms: Terms, locale: Locale): OutlookTelling {
  return { outlook, words: wording(terms, locale), locale, say: (key, params = {}) => outlookText(key, locale, params) };
}

/** A figure of a metric, which never seems to have reached a level that it has not; one without a value as a dash. */
export function figureOf(
  metric: string,
  { words, say }: OutlookTelling,
  levels: KpiOutlook['levels'] = [],
): (value: string | null) => string {
  const marks = levels.map(({ value }) => rational(value));
  return (value) => (value === null ? say('unknown') : metricFigure(words.metric(metric), rational(value), words.currency, marks));
}

/** Where a KPI may end, and its marks; nothing where there is no range. */
export function kpiBand(kpi: KpiOutlook, telling: OutlookTelling): Band[] {
  const { range, expected, toDate, levels } = kpi;
  const target = levels.find(({ level }) => level === 'target')?.value ?? null;
  if (range === null || expected === null) return [];
  const figure = figureOf(kpi.metric, telling, levels);
  const mark = (name: 'toDate' | 'expected' | 'target', value: string | null) =>
    value === null ? [] : [{ mark: name, value, text: telling.say(`mark.${name}`, { value: figure(value) }) }];
  return [
    {
      label: telling.words.kpiTitle(kpi.id),
      outer: { from: range.low, to: range.high, text: telling.say('mark.outer', { from: figure(range.low), to: figure(range.high) }) },
      inner: {
        from: range.lower,
        to: range.upper,
        text: telling.say('mark.inner', { from: figure(range.lower), to: figure(range.upper) }),
      },
      marks: [...mark('toDate', toDate), ...mark('expected', expected), ...mark('target', target)],
    },
  ];
}
