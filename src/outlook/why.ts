import type { SilenceKind } from '../attainment/silences.js';
import type { Reason } from '../attainment/value.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Contract } from '../contract/model.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { minorDigits } from '../kernel/money.js';
import { numberField } from '../kernel/number-field.js';
import type { Party } from '../kernel/party.js';
import { type Rational, roundScaled, scaledText } from '../kernel/rational.js';
import { isDecision } from '../settlement/holds.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Anomaly, KpiResult, Statement } from '../settlement/model.js';
import { periodInForce } from '../settlement/timeline.js';
import { exclusionsIn } from '../settlement/views.js';
import { type Against, otherPeriod } from './against.js';
import { type PayMoves, payMovesFromTarget, payMovesSince } from './pay-moves.js';
import { type SettledPeriod, settledPeriods, unknownFees } from './settled-period.js';
import { shownParts } from './shown-parts.js';
import { isMissed, type WhyKpi, whyKpi } from './why-kpi.js';

/** What a later statement changed of a line of the period. */
interface Correction {
  readonly in: PeriodId;
  readonly line: string;
  readonly amount: string;
}

/** What is to be looked at first: whether the figures can be trusted at all. */
export type DataFinding =
  | { readonly kind: 'stale'; readonly fact: string; readonly freshAt: string | null }
  | { readonly kind: 'duplicates'; readonly fact: string; readonly keys: number }
  | { readonly kind: 'without-day'; readonly fact: string; readonly rows: number }
  | { readonly kind: 'unreconciled'; readonly id: string; readonly gap: string | null }
  | {
      readonly kind: 'unusual-day';
      readonly id: string;
      readonly day: LocalDate;
      readonly value: string;
      readonly median: string;
      readonly reviewed: boolean;
    }
  | {
      readonly kind: 'without-rows';
      readonly id: string;
      readonly silence: SilenceKind;
      readonly day: LocalDate;
      readonly to: LocalDate;
      readonly reviewed: boolean;
    }
  | ({ readonly kind: 'restated' } & Correction)
  | { readonly kind: 'held'; readonly line: string; readonly reason: Reason };

/** What people did or left undone. */
export type ActionFinding =
  | { readonly kind: 'late-duty'; readonly duty: string; readonly owes: Party; readonly costs: string | null }
  | { readonly kind: 'exclusion'; readonly file: string; readonly reason: string; readonly kpis: readonly string[] }
  | { readonly kind: 'dispute'; readonly line: string; readonly setAside: string }
  | ({ readonly kind: 'resolved' | 'decided' } & Correction)
  | { readonly kind: 'gate-failed'; readonly gate: string }
  | { readonly kind: 'grace'; readonly fees: readonly string[] };

export interface WhyPay {
  readonly before: string;
  readonly after: string;
  /** Rows that add up to the difference, to the minor unit; the exact values of drivers beside them. */
  readonly terms: string;
  readonly drivers: readonly {
    readonly kind: 'measure' | 'kpi' | 'rest';
    readonly ids: readonly string[];
    readonly moved: string;
    readonly exact: string;
    readonly exactExact?: string;
  }[];
}

/** Why a period came out as it did, in the order in which people should look; of its pay nothing. */
export interface WhyReached {
  readonly apiVersion: 'concord/v1';
  readonly kind: 'Why';
  readonly contract: string;
  readonly period: PeriodId;
  readonly asOf: LocalDate;
  readonly currency: string;
  readonly against: Against;
  /** The period that it is compared with; null where KPIs are compared each with another, or nothing is there. */
  readonly than: PeriodId | null;
  readonly data: readonly DataFinding[];
  readonly actions: readonly ActionFinding[];
  readonly kpis: readonly WhyKpi[];
}

/** The same with what of its pay moved with what: every set of drivers is settled for that, which takes longer than all the rest. */
export interface Why extends WhyReached {
  /** Fees alone, before tax, true-ups and corrections; null where a line is not known, or nothing is there to compare with. */
  readonly pay: WhyPay | null;
  /** Lines for want of which the fees are not compared; absent where there are none. */
  readonly payUnknown?: readonly { readonly period: PeriodId; readonly line: string }[];
}

/** The statements of a contract, those that were settled in memory among them, and its events. */
export interface WhyInput {
  readonly entries: readonly LedgerEntry[];
  readonly events: readonly ContractEvent[];
  readonly period: PeriodId;
  readonly against: Against;
}

/** @returns null where the period has no statement, or no days. */
export function whyOf(input: WhyInput): Why | null {
  const compared = comparedIn(input);
  if (compared === null) return null;
  const { now, other } = compared;
  const moves = input.against === 'target' ? payMovesFromTarget(now) : other === null ? null : payMovesSince(now, other);
  if (moves !== null) return { ...reachedOf(input, compared), pay: whyPay(moves, now.entry.terms.contract) };
  const sides = input.against === 'target' ? [now] : other === null ? [] : [other, now];
  const payUnknown = sides.flatMap((side) => unknownFees(side).map((line) => ({ period: side.entry.statement.period, line })));
  return { ...reachedOf(input, compared), pay: null, ...(payUnknown.length === 0 ? {} : { payUnknown }) };
}

/** {@link whyOf} for whoever does not tell of the pay. */
export function whyReached(input: WhyInput): WhyReached | null {
  const compared = comparedIn(input);
  return compared === null ? null : reachedOf(input, compared);
}

/** The period and that which it is compared with. */
interface Compared {
  readonly at: ReturnType<typeof settledPeriods>;
  readonly now: SettledPeriod;
  readonly than: PeriodId | null;
  readonly other: SettledPeriod | null;
}

function comparedIn({ entries, events, period, against }: WhyInput): Compared | null {
  const at = settledPeriods(entries, events);
  const now = at(period);
  if (now === null) return null;
  const than = otherPeriod(period, against, now.entry.terms.contract.calendar.every);
  return { at, now, than, other: than === null ? null : at(than) };
}

function reachedOf({ entries, period, against }: WhyInput, { at, now, than, other }: Compared): WhyReached {
  const { statement, terms } = now.entry;
  const { contract } = terms;
  const later = entries.filter((entry) => entry.statement.period > period);
  return {
    apiVersion: 'concord/v1',
    kind: 'Why',
    contract: contract.id,
    period,
    asOf: statement.asOf,
    currency: contract.currency,
    against,
    than: other === null ? null : than,
    data: dataFindings(statement, entries),
    actions: actionFindings(now, entries),
    kpis: statement.kpis.map((kpi) => whyKpi(kpi, now, against === 'target' ? lastReached(kpi, now, at) : other, against, later)),
  };
}

function dataFindings(statement: Statement, entries: readonly LedgerEntry[]): DataFinding[] {
  const { facts, reconcile, anomalies, held, period } = statement;
  return [
    ...facts.flatMap(({ id, complete, freshAt, duplicateKeys, nullWhen }): DataFinding[] => [
      ...(complete ? [] : [{ kind: 'stale' as const, fact: id, freshAt }]),
      ...(duplicateKeys === 0 ? [] : [{ kind: 'duplicates' as const, fact: id, keys: duplicateKeys }]),
      ...(nullWhen === 0 ? [] : [{ kind: 'without-day' as const, fact: id, rows: nullWhen }]),
    ]),
    ...reconcile.flatMap(({ id, gap, breached }) => (breached ? [{ kind: 'unreconciled' as const, id, gap }] : [])),
    ...anomalies
      .filter((anomaly) => statement.from !== null && ('silence' in anomaly ? anomaly.to : anomaly.day) >= statement.from)
      .map(flaggedFinding),
    ...corrections(period, entries).flatMap(({ by, ...correction }) => (by === 'restated' ? [{ kind: by, ...correction }] : [])),
    ...held.flatMap(({ line, reason }) => (line.includes('/') ? [] : [{ kind: 'held' as const, line, reason }])),
  ];
}

function flaggedFinding(anomaly: Anomaly): DataFinding {
  const { id, day, reviewed } = anomaly;
  if ('silence' in anomaly) return { kind: 'without-rows', id, silence: anomaly.silence, day, to: anomaly.to, reviewed };
  return { kind: 'unusual-day', id, day, value: anomaly.value, median: anomaly.median, reviewed };
}

/** What later statements changed of the period, each by what: both have agreed on it, the end of a hold has decided it, or the data are others. */
function corrections(
  period: PeriodId,
  entries: readonly LedgerEntry[],
): readonly (Correction & { readonly by: 'restated' | 'resolved' | 'decided' })[] {
  const start = `true-up/${period}/`;
  return entries.flatMap(({ statement }) =>
    statement.lines.flatMap(({ id, held, reason, amount }) => {
      if (!id.startsWith(start) || held) return [];
      const by = reason?.code === 'resolved' ? 'resolved' : isDecision(reason) ? 'decided' : 'restated';
      return [{ by, in: statement.period, line: id.slice(start.length), amount } as const];
    }),
  );
}

function actionFindings({ entry, evidence, events }: SettledPeriod, entries: readonly LedgerEntry[]): ActionFinding[] {
  const { statement, terms } = entry;
  const { contract } = terms;
  const { every, timezone } = contract.calendar;
  const excluded = exclusionsIn(events, periodInForce(statement.period, every, evidence.inForce), timezone);
  const grace = new Set(statement.lines.flatMap(({ id, reason }) => (reason?.code === 'grace' ? [id] : [])));
  return [
    ...(statement.duties ?? []).flatMap(({ id, owes, state, costs }) =>
      state === 'late' ? [{ kind: 'late-duty' as const, duty: id, owes, costs }] : [],
    ),
    ...excluded.map(({ file, reason, kpis }) => ({ kind: 'exclusion' as const, file, reason, kpis })),
    ...statement.disputes.flatMap(({ period, line, setAside }) =>
      period === statement.period ? [{ kind: 'dispute' as const, line, setAside }] : [],
    ),
    ...corrections(statement.period, entries).flatMap(({ by, ...correction }) => (by === 'restated' ? [] : [{ kind: by, ...correction }])),
    ...statement.gates.flatMap(({ id, state }) => (state === 'failed' ? [{ kind: 'gate-failed' as const, gate: id }] : [])),
    ...(grace.size === 0 ? [] : [{ kind: 'grace' as const, fees: [...grace] }]),
  ];
}

/** The latest earlier period in which a KPI reached its target, else the one before. */
function lastReached({ id }: KpiResult, now: SettledPeriod, at: (period: PeriodId) => SettledPeriod | null): SettledPeriod | null {
  const earlier = [...now.before].reverse().filter(({ statement }) => !statement.tail);
  const reached = earlier.find(({ statement }) => statement.kpis.some((kpi) => kpi.id === id && kpi.score !== null && !isMissed(kpi)));
  const chosen = reached ?? earlier[0];
  return chosen === undefined ? null : at(chosen.statement.period);
}

/** Rows to the minor unit that add up to the difference of the amounts. */
function whyPay({ before, after, terms, drivers }: PayMoves, { currency }: Contract): WhyPay {
  const digits = minorDigits(currency);
  const amount = (value: Rational) => scaledText(roundScaled(value, digits, 'half_even'), digits);
  const total = roundScaled(after.sub(before), digits, 'half_even');
  const parts = [{ id: 'terms', value: terms }, ...drivers.map(({ driver, moved }) => ({ id: nameOf(driver), value: moved }))];
  const shown = shownParts(parts, total, digits);
  const row = (id: string) => scaledText(shown.get(id) ?? 0n, digits);
  return {
    before: amount(before),
    after: amount(after),
    terms: row('terms'),
    drivers: drivers.map(({ driver, moved }) => ({
      kind: driver.kind,
      ids: driver.kind === 'rest' ? driver.ids : [driver.id],
      moved: row(nameOf(driver)),
      ...numberField('exact', moved),
    })),
  };
}

function nameOf(driver: PayMoves['drivers'][number]['driver']): string {
  return driver.kind === 'rest' ? 'rest' : `${driver.kind}/${driver.id}`;
}
