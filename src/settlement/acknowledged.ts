import type { Reason } from '../attainment/value.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Contract } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { rational } from '../kernel/rational.js';
import { acknowledgedExcess } from './excess.js';
import { isAnomalyReviewed } from './flagged.js';
import { isUnacknowledged, REVIEWED } from './holds.js';
import type { LedgerEntry } from './ledger-entry.js';
import { costsOf, countsFrom, type WaitingLife } from './line-life.js';
import { isReviewed, isTrueUpReviewed } from './reviews.js';
import type { Timeline } from './timeline.js';

/*
 * What the last statement says waits for a review, and a review that was filed since releases: by the rules by which the next statement
 * will count it. Nobody is asked for it any more.
 */

/** What it is judged by: the events up to a day, and the statements up to it. */
export interface UpToDay {
  readonly contract: Contract;
  readonly events: readonly ContractEvent[];
  readonly ledger: readonly LedgerEntry[];
  readonly timeline: Timeline;
}

/** Whether a review releases what holds a line of a period. */
export function isReleased(reason: Reason, of: { readonly period: PeriodId; readonly line: string }, filed: UpToDay): boolean {
  if (!REVIEWED.has(reason.code)) return false;
  const { contract, events, ledger } = filed;
  if (isUnacknowledged(reason)) {
    const { currency, rounding } = contract;
    const fee = of.line.slice(0, -'/excess'.length);
    const known = acknowledgedExcess({ events, ledger }, { period: of.period, fee, currency, rounding });
    return known?.covers(rational(reason.with.excess ?? '0')) === true;
  }
  const id = reason.with.id ?? '';
  const anomaly = ledger.flatMap(({ statement }) => statement.anomalies).findLast((each) => each.id === id);
  const { periods } = filed.timeline;
  if (anomaly !== undefined) return isAnomalyReviewed(events, anomaly, periods[0]?.inForce.to ?? anomaly.day);
  const period = periods.find((each) => each.id === of.period);
  return period !== undefined && isReviewed(events, period, id);
}

/** Whether the party that a large true-up costs money has acknowledged it. */
export function isAcknowledged(
  life: WaitingLife,
  of: { readonly period: PeriodId; readonly line: string },
  { contract, events }: UpToDay,
): boolean {
  const until = countsFrom(life, contract.acceptance.days);
  return isTrueUpReviewed(events, of, costsOf(life), { since: life.since, until });
}
