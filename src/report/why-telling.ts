import type { Metric, Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { minorDigits } from '../kernel/money.js';
import { type Rational, roundScaled, scaledText } from '../kernel/rational.js';
import type { Locale, Params } from '../kernel/text.js';
import type { WhyReached } from '../outlook/why.js';
import type { WhyKpi } from '../outlook/why-kpi.js';
import { type WhyTextKey, whyText } from '../words/why.js';
import { plainFigure } from './figures.js';
import { joined, type Wording, wording } from './wording.js';

/** What a comparison is told with. */
export interface WhyTelling {
  readonly why: WhyReached;
  readonly words: Wording;
  readonly say: (key: WhyTextKey, params?: Params) => string;
}

/** What the sections of `why` are told with: the findings, the words of the terms, the language. */
export function whyTelling(why: WhyReached, terms: Terms, locale: Locale): WhyTelling {
  return { why, words: wording(terms, locale), say: (key, params = {}) => joined(whyText(key, locale, params), locale) };
}

/** With which period a KPI is compared, and the days that count in both where they are not as many: its measures add up over them. */
export function comparedWith({ days }: WhyKpi, period: PeriodId, say: WhyTelling['say']): string[] {
  const told = say('kpi.than', { period });
  return days === undefined
    ? [told]
    : [told, say('kpi.days', { period, before: plainFigure(days.before), after: plainFigure(days.after) })];
}

/** The same of a KPI's parts and drivers, where the KPI itself is compared with its target, which they have not. */
export function comparedBeside(kpi: WhyKpi, say: WhyTelling['say']): string[] {
  return kpi.tree?.than?.period === null && kpi.than !== null ? comparedWith(kpi, kpi.than.period, say) : [];
}

/** A difference with its sign: `+1,234.50`, `-0.30`, `0.00`. */
export function signedFigure(decimal: string): string {
  return decimal.startsWith('-') || /^0(\.0+)?$/.test(decimal) ? grouped(decimal) : `+${grouped(decimal)}`;
}

/** The digits that a metric is shown with, and how a difference of it is told: of a share in points. */
export interface Scale {
  readonly digits: number;
  readonly of: (value: Rational) => Rational;
  readonly units: (value: Rational) => bigint;
  readonly figure: (units: bigint) => string;
}

/** In which whole units moves of a metric are shown, so that the rows add up to what is shown above them. */
export function scaleOf(metric: Metric | undefined, { currency, locale }: Pick<Wording, 'currency' | 'locale'>): Scale {
  const isShare = metric?.unit === 'share';
  const digits = metric?.decimals ?? (metric?.unit === 'money' ? minorDigits(currency) : isShare ? 2 : 4);
  const of = (value: Rational) => (isShare ? value.mul(100) : value);
  const figure = (units: bigint) => {
    const signed = signedFigure(scaledText(units, digits));
    return isShare ? whyText('points', locale, { figure: signed }) : signed;
  };
  return { digits, of, units: (value) => roundScaled(of(value), digits, 'half_even'), figure };
}
