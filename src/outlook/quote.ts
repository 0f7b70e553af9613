import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { moneyText, roundMoney } from '../kernel/money.js';
import { type Exact, toExact } from '../kernel/rational.js';
import { type Apart, exposureOf } from './exposure.js';
import type { End, Range } from './exposure-range.js';
import { type LevelPay, type PeriodSpan, payAtLevels } from './levels.js';

/** The least or the most that can be owed; without an end where `open` names what moves it on, and the amount is that of the rest. */
export interface QuotedEnd {
  readonly amount: string;
  /** `rate` of every further unit of the metric: as it grows, or as it falls below 0. */
  readonly open: readonly { readonly line: string; readonly metric: string; readonly side: 'above' | 'below'; readonly rate: Exact }[];
}

export interface QuotedRange {
  readonly least: QuotedEnd;
  readonly most: QuotedEnd;
}

/** What the text of a contract says of its pay before anything is measured. */
export interface Quote {
  readonly apiVersion: 'concord/v1';
  readonly kind: 'Quote';
  readonly contract: string;
  readonly currency: string;
  /** What the period pays where every KPI is at its threshold, target or stretch. */
  readonly period: PeriodId | null;
  /** The periods before it, at the same level, that its lines go on from; null where none do. */
  readonly earlier: PeriodSpan | null;
  readonly levels: readonly LevelPay[];
  /** Fees before tax, true-ups and corrections. */
  readonly exposure: {
    readonly periods: readonly ({
      readonly period: PeriodId;
      /** Lines on one metric that are bounded each by its own: what can happen may be narrower. */
      readonly apart: readonly Apart[];
      readonly lines: readonly ({ readonly line: string } & QuotedRange)[];
    } & QuotedRange)[];
    readonly term: QuotedRange;
  };
}

/** What a quote says from the text alone: fees, most and least, what has no bound. Pays nothing. */
export function quoteOf(terms: Terms): Quote {
  const { contract } = terms;
  const end = ({ amount, open }: End): QuotedEnd => ({
    amount: moneyText(roundMoney(amount, contract.currency, contract.rounding)),
    open: open.map(({ line, metric, side, rate }) => ({ line, metric, side, rate: toExact(rate) })),
  });
  const quoted = ({ least, most }: Range): QuotedRange => ({ least: end(least), most: end(most) });
  const { periods, term } = exposureOf(terms);
  const levels = payAtLevels(terms);
  return {
    apiVersion: 'concord/v1',
    kind: 'Quote',
    contract: contract.id,
    currency: contract.currency,
    period: levels?.period ?? null,
    earlier: levels?.earlier ?? null,
    levels: levels?.levels ?? [],
    exposure: {
      periods: periods.map(({ period, lines, apart, total }) => ({
        period,
        ...quoted(total),
        apart,
        lines: lines.map(({ line, range }) => ({ line, ...quoted(range) })),
      })),
      term: quoted(term),
    },
  };
}
