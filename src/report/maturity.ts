import type { Terms } from '../contract/model.js';
import { exactly } from '../kernel/number-field.js';
import { isZero, type Rational, rational, toFixed } from '../kernel/rational.js';
import type { Locale, Params } from '../kernel/text.js';
import type { Maturing, MaturingKpi } from '../outlook/maturity.js';
import { type MaturityTextKey, maturityText } from '../words/maturity.js';
import { type Block, type ListItem, text } from './blocks.js';
import { metricFigure } from './figures.js';
import { signedFigure } from './why-telling.js';
import { joined, wording } from './wording.js';

/** Settled periods whose data are still coming in: a sentence of each KPI, and what the fees would move by. Nothing where there is none. */
export function maturitySection(maturing: readonly Maturing[], terms: Terms, locale: Locale): Block[] {
  const words = wording(terms, locale);
  const say = (key: MaturityTextKey, params: Params = {}) => joined(maturityText(key, locale, params), locale);
  const sentence = (period: string, kpi: MaturingKpi): string => {
    const figure = (value: Rational) => metricFigure(words.metric(kpi.metric), value, words.currency);
    const [now, mature] = [exactly(kpi.now, kpi.nowExact), exactly(kpi.mature, kpi.matureExact)];
    const about = { kpi: words.kpiTitle(kpi.kpi), period, now: figure(now ?? rational(0)), mature: figure(mature ?? rational(0)) };
    if (kpi.low === null || kpi.high === null) return say('kpi', about);
    const [low, high] = [figure(rational(kpi.low)), figure(rational(kpi.high))];
    return low === high ? say('kpi', about) : say('kpi-range', { ...about, low, high });
  };
  const items = maturing.map(({ period, kpis, fees, feesExact }): ListItem => {
    // "about": whole units of the currency
    const moved = toFixed(exactly(fees, feesExact) ?? rational(0), 0);
    const pay = isZero(rational(moved)) ? [] : [say('fees', { amount: `${words.currency} ${signedFigure(moved)}` })];
    return { text: text([...kpis.map((kpi) => sentence(period, kpi)), ...pay].join(locale === 'zh' ? '' : ' ')), notes: [] };
  });
  const [first] = maturing;
  if (first === undefined) return [];
  return [
    { kind: 'heading', text: say('title') },
    { kind: 'list', items },
    { kind: 'paragraph', text: text(notes(maturing, say).join(locale === 'zh' ? '' : ' '), 'dim') },
  ];
}

/** What it is reckoned from: statements of earlier periods, days before, or both. */
function notes(maturing: readonly Maturing[], say: (key: MaturityTextKey, params?: Params) => string): string[] {
  const periods = Math.min(...maturing.map((each) => each.periods));
  const byDay = maturing.some((each) => each.byDay !== undefined);
  return [...(periods > 0 ? [say('note', { periods })] : []), ...(byDay ? [say('note-by-day')] : []), say('forecast')];
}
