import { reason } from '../attainment/value.js';
import { kindNamed } from '../contract/fee-kinds/fee-kinds.js';
import type { PeriodId } from '../kernel/calendar.js';
import { roundMoney } from '../kernel/money.js';
import type { Party } from '../kernel/party.js';
import { shareInForce } from '../kernel/period.js';
import { compare, maximum, toDecimal, ZERO } from '../kernel/rational.js';
import { disputeOf } from './disputes.js';
import type { FeeContext } from './fee-context.js';
import { decide, decidedFrom, meanOf, partyOf } from './holds.js';
import { type CarriedLine, countsFrom } from './line-life.js';
import type { LineFacts } from './line-states.js';
import type { LineKind } from './model.js';
import type { RawLine } from './raw-line.js';
import type { Recomputation } from './recomputation.js';
import { isTrueUpReviewed } from './reviews.js';
import type { PeriodView } from './views.js';

/** What computing a line takes for given when its hold is decided. */
export type Overrides = Partial<Pick<FeeContext, 'decideAgainst' | 'unknownGates' | 'onTarget' | 'certainAlone'>>;

/** A line to be taken through a statement. */
export interface LineToTake {
  readonly id: string;
  readonly kind: LineKind;
  readonly before: CarriedLine | null;
  readonly wasDue: boolean;
  readonly compute: (overrides: Overrides) => RawLine;
}

/** Lines that are computed from other lines of their period, and follow these outside the window. */
function isFromLines(kind: LineKind): boolean {
  return kind === 'recovery' || kindNamed(kind)?.fromLines === true;
}

/** What this statement knows of a line; `view` is null for a line that no data can move. */
export function factsOf(
  run: Recomputation,
  view: PeriodView | null,
  line: LineToTake & { readonly period?: PeriodId },
): { readonly facts: LineFacts; readonly closed: boolean } {
  const { input } = run;
  const { contract } = input.terms;
  const period = view?.period.id ?? line.period ?? input.target.period;
  const own = view?.terms.contract ?? contract;
  const { currency } = own;
  const raw = line.compute({});
  const computed = raw.value === null ? null : roundMoney(raw.value, currency, own.rounding);
  const closed = view !== null && isClosed(view, line, raw);
  const { maxPeriods } = contract.holds;
  const facts: LineFacts = {
    kind: line.kind,
    asOf: input.asOf,
    currency,
    dispute: disputeOf(
      { contract, events: input.events, ledger: input.ledger, target: input.target.period, asOf: input.asOf },
      period,
      line.id,
    ),
    raw,
    computed,
    closed,
    wasDue: line.wasDue,
    maxPeriods,
    decidedFrom: (since) => decidedFrom(since, maxPeriods, contract.calendar.every),
    decide: () => decisionOf(run, period, line, raw, currency, own.rounding),
    acceptanceDays: contract.acceptance.days,
    zoneRulesAlone: run.zoneRulesAlone,
    acknowledged: (costs, since) =>
      isTrueUpReviewed(input.events, { period, line: line.id }, costs, { since, until: countsFrom({ since }, contract.acceptance.days) }),
  };
  return { facts, closed };
}

/**
 * Whether nothing may change a settled line: its period has left the window, and either is measured for other lines only, or
 * what it stands on does not say what it is worth. What other lines or an acceptance can still move is held, as any line, while
 * its period does not say what it comes to.
 */
function isClosed(view: PeriodView, { kind, before }: LineToTake, raw: RawLine): boolean {
  if (view.open || view.over || view.own || kind === 'milestone' || isFromLines(kind)) return false;
  return raw.value === null || (view.restricted && before?.life.state === 'settled');
}

function decisionOf(
  run: Recomputation,
  period: PeriodId,
  { id, kind, compute }: LineToTake,
  raw: RawLine,
  currency: string,
  rounding: Parameters<typeof roundMoney>[2],
) {
  const party = partyOf(raw.causes);
  const { candidates, least } = candidatesOf(party, kind, raw, compute);
  const shares = new Map(run.views.map((view) => [view.period.id, shareInForce(view.period)]));
  const mean = meanOf(run.carried, id, period, shares, currency);
  const decision = decide(party, candidates, least === null ? mean : maximum(mean, least), currency, rounding);
  const isLeast = decision.why.code === 'decided-mean' && least !== null && compare(least, mean) > 0;
  return isLeast ? { ...decision, why: reason('decided-at-least', { mean: toDecimal(mean) }) } : decision;
}

/** What a line that cannot be computed may come to, decided against a party or by the mean, and what it is at least by the mean. */
function candidatesOf(party: Party | null, kind: LineKind, raw: RawLine, compute: LineToTake['compute']) {
  const record = kindNamed(kind);
  // A gate that failed lets no penalty and no rebate through: against the provider it counts as the brand is better off.
  const readings: readonly Overrides[] = party === null ? [] : [{}, { unknownGates: 'passed' }];
  const unknown = party === (record?.unknownCosts ?? 'provider') ? ZERO : null;
  const isBet = record?.decided === 'on-target';
  // A stake that is won on target is not won by data of one's own that lack.
  const nothing = isBet && party !== null ? [ZERO] : [];
  const against = [...readings.map((gates) => compute({ decideAgainst: party, ...gates }).value ?? unknown), ...nothing];
  const passed = compute({ unknownGates: 'passed' }).value;
  const onTarget = isBet ? compute({ unknownGates: 'passed', onTarget: true }).value : null;
  const gateAlone = passed === null ? [] : [passed, ZERO, ...(onTarget === null ? [] : [onTarget])];
  // A late brand's KPI pays at least what it pays as, whoever caused the hold.
  const isAtLeast = record?.decided === 'at-least-certain' && raw.unreviewed === undefined;
  return { candidates: { against, gateAlone }, least: isAtLeast ? compute({ certainAlone: true }).value : null };
}
