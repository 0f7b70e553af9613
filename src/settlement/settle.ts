import { reason } from '../attainment/value.js';
import type { Contract } from '../contract/model.js';
import { addDays, type LocalDate } from '../kernel/calendar.js';
import { digest } from '../kernel/canonical.js';
import { money, moneyText, subtractMoney, sumMoney } from '../kernel/money.js';
import { withLater } from '../kernel/objects.js';
import { acceptanceFacts, mayBeAccepted } from './acceptance.js';
import { balanceOf } from './balance.js';
import { isAbout, lapseDate, trueUpId } from './disputes.js';
import { dutyResults } from './duties.js';
import { changesIn } from './evidence-changes.js';
import { basisOf, type CarriedLine, type LineLife, takesMilestone } from './line-life.js';
import { ownLine, taxLines, trueUpLine, waitingReason } from './lines.js';
import type { Carried, Line, StatementBody } from './model.js';
import { type Recomputed, recompute, type SettledLine } from './recompute.js';
import { leave, restingIn } from './resting.js';
import { measuredPart } from './scorecard.js';
import { periodsBetween } from './timeline.js';
import { type PeriodView, type SettlementInput, viewPeriods } from './views.js';

/**
 * Settles one period (section 6): recomputes the contract from its first period and states what the target pays, what
 * earlier periods are corrected by, and what is held. Pure: the same input gives the same bytes.
 */
export function settle(input: SettlementInput): StatementBody {
  const { terms, ledger, target, asOf } = input;
  const { contract } = terms;
  const { currency } = contract;
  const resting = restingIn(input);
  const views = viewPeriods(input, resting?.views);
  const own = views.find((view) => view.own) ?? null;
  const result = recompute(input, views, resting);
  const isMine = (line: SettledLine) => line.period === target.period;
  const fees = result.lines.filter((line) => isMine(line) && line.kind !== 'correction');
  const corrections = result.lines.filter((line) => isMine(line) && line.kind === 'correction');
  const trueUps = result.lines.flatMap((line) => (isMine(line) ? [] : (trueUpLine(line, currency) ?? [])));
  const listed = (own: readonly SettledLine[]) => own.map((line) => ownLine(line, currency));
  const untaxed: Line[] = [...listed(fees), ...trueUps, ...listed(corrections)];
  const lines = [...untaxed, ...taxLines([terms, ...views.map((view) => view.terms).reverse()], target.period, untaxed)];
  const total = sumMoney(
    lines.map((line) => money(line.amount, currency)),
    currency,
  );
  const carried: Carried = { lines: result.carried };
  const due = dueDates(contract, asOf);
  const owed = ledger.map(({ statement }) => ({
    period: statement.period,
    dueOn: statement.dueOn,
    total: money(statement.total, currency),
  }));
  const said: Omit<StatementBody, 'evidenceDigest' | 'previousDigest'> = {
    apiVersion: 'concord/v1',
    kind: 'Statement',
    contract: contract.id,
    period: target.period,
    from: target.inForce?.inForce.from ?? null,
    to: target.inForce?.inForce.to ?? null,
    currency: contract.currency,
    asOf,
    run: input.run,
    tail: target.inForce === null,
    final: isFinal(input, carried.lines),
    ...due,
    termsDigest: digest(terms),
    events: input.events.map((event) => ({ file: event.file, digest: event.digest })),
    ...measuredPart(own, input.events),
    ...(own === null || own.duties.length === 0 ? {} : { duties: dutyResults(input, { view: own, fees, resting }) }),
    anomalies: anomaliesToShow(views, result),
    lines,
    held: heldList(input, result.lines, lines),
    disputes: openDisputes(result.lines, currency),
    changes: changesOf(input, views, trueUps),
    total: moneyText(total),
    ...balanceOf([...owed, { period: target.period, dueOn: due.dueOn, total }], input.events, asOf, currency),
    carried,
  };
  const last = ledger.at(-1)?.statement;
  const body: StatementBody = withLater(said, {
    evidenceDigest: () => digest(input.evidence),
    previousDigest: () => last?.digest ?? null,
  });
  leave(input, body, result.resting);
  return body;
}

/** Until when a statement may be disputed, and when it is due: counted from its asOf, everywhere alike. */
function dueDates({ acceptance, payment }: Contract, asOf: LocalDate): Pick<StatementBody, 'disputableUntil' | 'dueOn'> {
  const disputableUntil = addDays(asOf, acceptance.days);
  return { disputableUntil, dueOn: payment === null ? null : addDays(disputableUntil, payment.dueDays) };
}

/** The period's own anomalies, and those of earlier periods that still hold a line until somebody reviews them. */
function anomaliesToShow(views: readonly PeriodView[], result: Recomputed): StatementBody['anomalies'] {
  const holding = new Set(
    result.lines.flatMap(({ period, life }) =>
      life.state === 'held' ? life.causes.map((cause) => `${period} ${cause.reason.with.id ?? ''}`) : [],
    ),
  );
  return views.flatMap((view) => {
    const isHeld = ({ id }: { readonly id: string }) => holding.has(`${view.period.id} ${id}`);
    if (view.own) return result.anomalies(view);
    return holding.size === 0 ? [] : result.anomalies(view).filter(isHeld);
  });
}

/** Only periods with a true-up, paid or waiting, name what changed in them. */
function changesOf(input: SettlementInput, views: readonly PeriodView[], trueUps: readonly Line[]) {
  return views
    .filter((view) => !view.own && trueUps.some((line) => line.id.startsWith(trueUpId(view.period.id, ''))))
    .flatMap((view) => changesIn(view, input.ledger));
}

/** Own held lines, large true-ups that wait, and earlier periods' lines still held. */
function heldList({ target }: SettlementInput, all: readonly SettledLine[], lines: readonly Line[]): StatementBody['held'] {
  const unknown = reason('unknown');
  const listed = lines.filter((line) => line.held).map((line) => ({ line: line.id, reason: line.reason ?? unknown }));
  const earlier = all.filter((line) => line.period !== target.period);
  const besides = earlier.flatMap((line) => {
    const id = trueUpId(line.period, line.id);
    if (line.life.state !== 'waiting' || listed.some((entry) => entry.line === id)) return [];
    return [{ line: id, reason: waitingReason(line, line.life) }];
  });
  const held = earlier
    .filter((line) => line.life.state === 'held')
    .map((line) => ({ line: `${line.period}/${line.id}`, reason: line.why() ?? unknown }));
  return [...listed, ...besides, ...held];
}

/** Every line with an open dispute, of whatever period, and what is set aside of it. */
function openDisputes(lines: readonly SettledLine[], currency: string): StatementBody['disputes'] {
  return lines.flatMap(({ period, id, life, dispute }) => {
    if (dispute === null) return [];
    const setAside = subtractMoney(money(basisOf(life), currency), money(life.amount, currency));
    const events = dispute.claims.map(({ event }) => event);
    return [{ period, line: id, events, lapsesOn: dispute.lapsesOn, setAside: moneyText(setAside) }];
  });
}

/**
 * The last statement: the true-up window has passed, nothing is held, waiting or disputed any more, and no milestone can still
 * be accepted in time.
 */
function isFinal(input: SettlementInput, lines: readonly CarriedLine[]): boolean {
  const { terms, timeline, target } = input;
  const last = timeline.periods.at(-1);
  const { every, trueUpPeriods } = terms.contract.calendar;
  if (last === undefined || target.period < last.id || periodsBetween(last.id, target.period, every) < trueUpPeriods) return false;
  return !lines.some(({ life }) => isOpen(life)) && !hasOpenDispute(input, lines) && !awaitsAcceptance(input, lines);
}

function isOpen({ state }: LineLife): boolean {
  return state === 'held' || state === 'waiting' || state === 'disputed' || state === 'frozen';
}

/** A dispute of a line that no statement has, filed before there was one, keeps nothing open. */
function hasOpenDispute({ terms, events, asOf }: SettlementInput, lines: readonly CarriedLine[]): boolean {
  return events.some(
    (event) =>
      event.kind === 'dispute' &&
      lines.some(({ period, line }) => isAbout(event, period, line)) &&
      !events.some((answer) => answer.kind === 'resolution' && answer.answers === event.file) &&
      lapseDate(event, events, terms.contract.disputes.days) > asOf,
  );
}

/** Whether a milestone that nothing has been settled for may still be accepted. */
function awaitsAcceptance(input: SettlementInput, lines: readonly CarriedLine[]): boolean {
  const taken = new Set(lines.flatMap(({ line, life }) => (takesMilestone(life) ? [line] : [])));
  const acceptance = acceptanceFacts(input.terms.contract, input);
  return input.terms.contract.fees.some((fee) => fee.kind === 'milestone' && !taken.has(fee.id) && mayBeAccepted(fee, acceptance));
}
