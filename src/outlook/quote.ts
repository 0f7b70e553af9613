import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { moneyText, roundMoney } from '../kernel/money.js';
import type { Party } from '../kernel/party.js';
import { type Exact, type Rational, toExact } from '../kernel/rational.js';
import { earlyEnd, timeline } from '../settlement/timeline.js';
import { type Apart, exposureOf } from './exposure.js';
import { LEFT_BY_CAP, type LeftByCap } from './exposure-caps.js';
import type { End, Open, Range } from './exposure-range.js';
import { type LevelPay, type PeriodSpan, payAtLevels } from './levels.js';

/** The least or the most that can be owed; without an end where `open` names what moves it on, and the amount is that of the rest. */
export interface QuotedEnd {
  readonly amount: string;
  /** `rate` of every further unit of the metric: as it grows, or as it falls below 0. */
  readonly open: readonly (Omit<Open, 'rate' | 'beyond' | 'once'> & {
    readonly rate: Exact;
    readonly beyond: Exact | null;
    /** Rounded to the minor unit. */
    readonly once: string;
  })[];
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
  /** Who has ended it early, and its last day in force; null where nobody has. */
  readonly ended: { readonly by: Party; readonly on: LocalDate } | null;
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
    /** The least that the cap of the term may leave of any period; null where there is none. */
    readonly leftByCap: LeftByCap | null;
  };
}

/**
 * What a quote says from the text alone: fees, most and least, what has no bound. Pays nothing.
 * @param events one of which may have ended the contract: nothing after its last day is told.
 */
export function quoteOf(terms: Terms, events: readonly ContractEvent[] = []): Quote {
  const { contract } = terms;
  const line = timeline(contract, events);
  const early = earlyEnd(contract, line);
  const amountOf = (amount: Rational) => moneyText(roundMoney(amount, contract.currency, contract.rounding));
  const end = ({ amount, open }: End): QuotedEnd => ({
    amount: amountOf(amount),
    open: open.map((each) => ({
      ...each,
      rate: toExact(each.rate),
      beyond: each.beyond === null ? null : toExact(each.beyond),
      once: amountOf(each.once),
    })),
  });
  const quoted = ({ least, most }: Range): QuotedRange => ({ least: end(least), most: end(most) });
  const { periods, term } = exposureOf(terms, line);
  const levels = payAtLevels(terms, line.end);
  return {
    apiVersion: 'concord/v1',
    kind: 'Quote',
    contract: contract.id,
    currency: contract.currency,
    ended: early === null ? null : { by: early.by, on: early.on },
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
      leftByCap: LEFT_BY_CAP.findLast((left) => periods.some((period) => period.leftByCap === left)) ?? null,
    },
  };
}
